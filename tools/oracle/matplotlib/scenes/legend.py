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


def five_lines(ax):
    labels = ["one\ntwo\nthree", "$\\int_0^1 x$", "glyphs", "a name of some length", "$x_{j_k}$"]
    for i, label in enumerate(labels):
        ax.plot([0, 1], [i, i + 1], label=label)


def unevenly(**how):
    def make_figure():
        figure, ax = axes()
        five_lines(ax)
        ax.legend(**how)
        return figure

    return make_figure


BOX = (0.15, 0.1, 0.6, 0.7)
UNEVEN = {
    "columns": dict(ncols=3, title="title"),
    "markers_last": dict(ncols=2, markerfirst=False, loc="lower center"),
    "left": dict(alignment="left", title="a title that is wider than all that is under it", loc="upper left"),
    "right": dict(alignment="right", title="a title that is wider than all that is under it", loc="lower right"),
    "narrow_left": dict(alignment="left", title="title", ncols=2),
    "narrow_right": dict(alignment="right", title="title", ncols=2),
    "expanded": dict(mode="expand", ncols=3, loc="lower left"),
    "expanded_in_a_box": dict(mode="expand", ncols=2, bbox_to_anchor=BOX, loc="upper left", title="title"),
    "expanded_in_one_column": dict(mode="expand", loc="lower left", title="title"),
    "expanded_right": dict(mode="expand", ncols=2, markerfirst=False, alignment="right", title="title"),
    "at_a_place": dict(loc=(0.2, 0.3)),
    "at_a_place_in_a_box": dict(loc=(0.25, 0.4), bbox_to_anchor=BOX),
    "centered_in_a_box": dict(loc="center", bbox_to_anchor=BOX, borderaxespad=2),
    "pads": dict(handletextpad=2.5, labelspacing=1.5, borderpad=1.2, handleheight=2.5, handlelength=3.5),
}
for name, how in UNEVEN.items():
    SCENES[f"legend_uneven_{name}"] = unevenly(**how)
