"""Legends of samples made by hand, names in their samples' colours, legends beside all plots."""

from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from .common import axes, registry

SCENES = {}
scene = registry(SCENES)


@scene
def legend_of_handles():
    figure, ax = axes()
    ax.plot([0, 1, 2], [0, 2, 1], label="left out")
    handles = [
        Line2D([], [], color="0.5", linestyle="--", label="expected"),
        Line2D([], [], linestyle="none", marker="o", markersize=9, label="measured"),
        Line2D(
            [], [], color="k", lw=3, marker="D", markerfacecolor="C1", markeredgecolor="C3", label="both"
        ),
        Patch(facecolor="C3", alpha=0.3, label="area"),
        Patch(facecolor="none", edgecolor="C2", hatch="//", lw=2, label="hatched"),
        Patch(label="as it comes"),
    ]
    ax.legend(handles=handles, loc="upper left", ncols=2, title="by hand")
    return figure


@scene
def legend_of_handles_among_artists():
    figure, ax = axes()
    (line,) = ax.plot([0, 1, 2], [0, 2, 1], "C4:")
    bars = ax.bar([0, 1], [1, 2], color="C5")
    handles = [Line2D([], [], color="r"), line, Patch(color="g"), bars]
    ax.legend(handles, ["made", "drawn", "filled", "bars"], loc="lower right", reverse=True)
    return figure


@scene
def legend_of_handles_of_figure():
    figure = Figure(figsize=(5, 3), dpi=100)
    for i, ax in enumerate(figure.subplots(1, 2)):
        ax.plot([0, 1], [i, 1 - i])
    handles = [Line2D([], [], marker="s", color="C3", lw=0), Patch(facecolor="0.8", edgecolor="k")]
    figure.legend(handles, ["squares", "boxes"], loc="lower center", ncols=2, markerscale=1.5)
    return figure


def every_kind(ax):
    ax.plot([0, 1], [0, 1], label="line")
    ax.plot([0, 1], [1, 2], "o-", mfc="C6", mec="C8", label="marked")
    ax.plot([0, 1], [2, 3], "s", fillstyle="none", color="C9", label="hollow")
    ax.plot([0, 1], [2, 4], "D", mfc="none", mec="none", color="C4", label="clear")
    ax.scatter([0.5, 0.7], [1, 2], c="r", edgecolors="b", label="points")
    ax.scatter([0.5, 0.7], [2, 3], c=["r", "g"], edgecolors="m", label="two")
    ax.scatter([0.5, 0.7], [3, 4], c=[1.0, 2.0], label="mapped")
    ax.scatter([0.2, 0.3], [3, 4], facecolors="none", edgecolors="c", label="rings")
    ax.bar([2], [2], color="orange", edgecolor="k", label="bars")
    ax.bar([3], [2], fill=False, edgecolor="purple", label="empty")
    ax.fill_between([4, 5], [1, 2], color="teal", alpha=0.4, label="area")
    ax.stairs([1, 2], [5, 6, 7], color="brown", label="stairs")
    ax.hlines([1], 2, 4, colors="g", label="lines")
    ax.errorbar([6, 7], [2, 3], yerr=0.5, color="C7", ecolor="gold", capsize=3, label="errors")
    ax.axvspan(7, 8, color="olive", alpha=0.5, label="span")
    ax.set_xlim(0, 16)


def followed(color):
    def make_figure():
        figure, ax = axes((5, 5))
        every_kind(ax)
        ax.legend(labelcolor=color, title="a title")
        return figure

    return make_figure


for color in ["linecolor", "mfc", "markeredgecolor"]:
    SCENES["legend_labelcolor_" + color] = followed(color)


@scene
def legend_labelcolor_list():
    figure, ax = axes()
    for i in range(4):
        ax.plot([0, 1], [i, i + 1], label=f"line {i}")
    ax.legend(labelcolor=["r", "0.5", ("b", 0.3)], title="colours", reverse=True)
    return figure


@scene
def legend_labelcolor_none():
    figure, ax = axes()
    ax.plot([0, 1], label="unseen")
    ax.legend(labelcolor="none", title="seen")
    return figure


PLACES = (
    "outside upper left|outside upper center|outside upper right|outside lower right|"
    "outside left upper|outside left lower|outside right upper|outside right lower|outside center right"
)


def beside(place):
    def make_figure():
        figure = Figure(figsize=(5, 4), dpi=100, layout="constrained")
        for i, ax in enumerate(figure.subplots(2, 2).flat):
            ax.plot([0, 1], [i, 1 - i], f"C{i}", label=f"line {i}")
            ax.set_xlabel("x")
        figure.legend(loc=place, ncols=2)
        return figure

    return make_figure


for place in PLACES.split("|"):
    SCENES["legend_" + place.replace(" ", "_")] = beside(place)


@scene
def legend_outside_with_title_over_all():
    figure = Figure(figsize=(5, 4), dpi=100, layout="constrained")
    for ax in figure.subplots(1, 2):
        ax.plot([0, 1, 2], [3, 1, 2], label="walk")
        ax.set_title("plot")
    figure.suptitle("over all")
    figure.supylabel("left of all")
    figure.legend(loc="outside upper right", fontsize=14, title="big")
    return figure


@scene
def legend_outside_unfitted():
    figure = Figure(figsize=(4, 3), dpi=100)
    ax = figure.add_subplot(1, 1, 1)
    ax.plot([0, 1, 2], [3, 1, 2], label="walk")
    figure.legend(loc="outside right lower")
    return figure


@scene
def legend_outside_anchored():
    figure = Figure(figsize=(4, 3), dpi=100, layout="constrained")
    ax = figure.add_subplot(1, 1, 1)
    ax.plot([0, 1, 2], [3, 1, 2], label="walk")
    figure.legend(loc="outside upper right", bbox_to_anchor=(0.9, 0.9))
    return figure
