"""Pie charts."""

from .common import axes, registry

SCENES = {}
scene = registry(SCENES)


@scene
def pie_plain():
    figure, ax = axes()
    ax.pie([3, 5, 2, 1])
    return figure


@scene
def pie_labels_and_percents():
    figure, ax = axes()
    ax.pie([3, 5, 2, 1], labels=["tea", "coffee", "milk", "water"], autopct="%1.1f%%", startangle=90)
    return figure


@scene
def pie_exploded_clockwise():
    figure, ax = axes()
    ax.pie([1, 2, 3], explode=[0, 0.1, 0.3], counterclock=False, radius=0.8, labels=["a", "b", "c"])
    ax.legend(loc="upper left")
    return figure


@scene
def pie_ring():
    figure, ax = axes()
    ax.pie([1, 2, 3, 4], wedgeprops={"width": 0.3, "edgecolor": "w"})
    return figure


@scene
def pie_whole():
    figure, ax = axes()
    ax.pie([1], labels=["all"])
    ax.set_title("whole")
    return figure
