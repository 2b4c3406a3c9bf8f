"""Legends: places, columns, titles, samples of every kind."""

from .common import Random, axes, random_walk, registry

SCENES = {}
scene = registry(SCENES)


def two_lines(ax):
    ax.plot([0, 1, 2], [0, 2, 1], label="first")
    ax.plot([0, 1, 2], [1, 0.5, 2], "--", marker="o", label="a longer second")


@scene
def legend_plain():
    figure, ax = axes()
    two_lines(ax)
    ax.legend()
    return figure


PLACES = (
    "upper right|upper left|lower left|lower right|center left|center right|lower center|upper center|center"
)


def placed(place):
    def make_figure():
        figure, ax = axes()
        two_lines(ax)
        ax.legend(loc=place)
        return figure

    return make_figure


for place in PLACES.split("|"):
    SCENES["legend_" + place.replace(" ", "_")] = placed(place)


@scene
def legend_columns_and_title():
    figure, ax = axes((5, 4))
    for i in range(5):
        ax.plot([0, 1], [i, i + 1], label=f"line {i}")
    ax.legend(ncols=3, title="five lines", loc="upper left")
    return figure


@scene
def legend_of_every_kind():
    figure, ax = axes((5, 4))
    ax.plot([0, 1, 2], [0, 2, 1], "s:", markersize=9, label="line")
    ax.scatter([0, 1, 2], [2, 1, 0], s=[20.0, 80.0, 140.0], label="points")
    ax.bar([3, 4], [1, 2], label="bars", hatch="/")
    ax.fill_between([5, 6], [1, 2], label="area", alpha=0.4)
    ax.hlines([1, 2], 3, 6, colors="r", linestyles="--", label="lines")
    ax.stairs([1, 2], [6, 7, 8], label="stairs")
    ax.axvspan(7, 8, alpha=0.2, label="span")
    ax.legend(loc="center left")
    return figure


@scene
def legend_looks():
    figure, ax = axes()
    two_lines(ax)
    ax.legend(fontsize=8, labelcolor="C3", facecolor="C7", edgecolor="k", framealpha=0.3)
    return figure


@scene
def legend_without_frame_outside():
    figure, ax = axes()
    two_lines(ax)
    ax.legend(frameon=False, loc="lower left", bbox_to_anchor=(0.0, 1.0))
    return figure


@scene
def legend_of_several_lines_of_text():
    figure, ax = axes()
    ax.plot([0, 1], [0, 1], label="one\ntwo")
    ax.plot([0, 1], [1, 0], label="glyphs")
    ax.legend(loc="center")
    return figure


@scene
def legend_best_among_points():
    figure, ax = axes()
    random = Random(4)
    x = [random.unit() for _ in range(200)]
    y = [random.unit() * (0.3 + v) for v in x]
    ax.scatter(x, y, label="points")
    ax.legend()
    return figure


@scene
def legend_best_among_lines():
    figure, ax = axes()
    ax.plot(random_walk(500), label="walk")
    ax.bar([400], [3], width=150, label="bar")
    ax.legend()
    return figure


@scene
def legend_of_nothing():
    figure, ax = axes()
    ax.plot([0, 1], [0, 1])
    ax.legend(handles=[])
    return figure
