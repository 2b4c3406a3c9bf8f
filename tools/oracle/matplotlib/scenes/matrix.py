"""Matrices, and where they have entries."""

from .common import Random, axes, registry

SCENES = {}
scene = registry(SCENES)


def band(rows, columns, width=2):
    return [
        [float(i - j) + 0.5 if abs(i - j) <= width else 0.0 for j in range(columns)]
        for i in range(rows)
    ]


def entries(rows, columns, share):
    random = Random(5)
    return [
        [random.unit() - 0.5 if random.unit() < share else 0.0 for _ in range(columns)]
        for _ in range(rows)
    ]


@scene
def matshow_default():
    figure, ax = axes()
    ax.matshow(band(6, 9))
    return figure


@scene
def matshow_large():
    figure, ax = axes()
    figure.colorbar(ax.matshow(band(40, 30, 12), cmap="coolwarm", vmin=-5.0))
    ax.set_title("a band")
    return figure


@scene
def matshow_of_one_row():
    figure, ax = axes()
    ax.matshow([[1.0, 2.0, float("nan"), 4.0]])
    return figure


@scene
def spy_default():
    figure, ax = axes()
    ax.spy(entries(12, 16, 0.3))
    return figure


@scene
def spy_precise():
    figure, ax = axes()
    ax.spy(entries(30, 30, 0.5), precision=0.3)
    ax.set_title("above 0.3")
    return figure


@scene
def spy_of_nothing():
    figure, ax = axes()
    ax.spy([[0.0, 0.0], [0.0, 0.0]])
    return figure


@scene
def spy_markers():
    figure, ax = axes()
    ax.spy(entries(12, 16, 0.3), markersize=5)
    return figure


@scene
def spy_round_markers():
    figure, ax = axes()
    ax.spy(entries(8, 8, 0.4), marker="o", color="C3", precision=0.1)
    return figure
