"""What people ask for beside the usual: legends of all kinds, modes of axes, cycles, gaps, places of labels."""

import numpy as np
from matplotlib import rc_context, ticker
from matplotlib.figure import Figure

from .common import Random, axes, registry

SCENES = {}
scene = registry(SCENES)


def names(ax):
    ax.plot([0.0, 1.0, 2.0], [1.0, 3.0, 2.0], "o-", label="first line")
    ax.plot([0.0, 1.0, 2.0], [2.0, 1.0, 3.0], "--", label="2nd")
    ax.scatter([0.5, 1.5], [2.5, 1.5], s=[20.0, 80.0], label="points")
    ax.bar([0.2, 1.8], [0.5, 0.7], width=0.2, label="bars")


LEGENDS = {
    "expanded": dict(mode="expand", ncols=2, loc="lower left", bbox_to_anchor=(0.0, 1.02, 1.0, 0.102), borderaxespad=0.0),
    "reversed": dict(reverse=True, loc="upper left"),
    "marker_last": dict(markerfirst=False, title="right", alignment="right", ncols=2, loc="center"),
    "title_left": dict(title="a longer title than that", alignment="left", title_fontsize=14.0, loc="lower right"),
    "points": dict(numpoints=3, scatterpoints=3, markerscale=1.5, loc="upper center"),
    "many_points": dict(numpoints=2, scatterpoints=5, handlelength=4.0, loc="upper center"),
    "wide": dict(borderpad=1.5, labelspacing=1.2, handletextpad=2.0, handleheight=1.5, handlelength=3.0,
                 columnspacing=4.0, borderaxespad=2.0, ncols=2, fancybox=False, loc="right"),
    "bold_edge": dict(linewidth=3.0, edgecolor="C3", fontsize=8.0, loc="best"),
}


def legend(options):
    figure, ax = axes()
    names(ax)
    ax.legend(**options)
    return figure


for name, options in LEGENDS.items():
    SCENES[f"legend_{name}"] = lambda options=options: legend(options)


@scene
def legend_of_some():
    figure, ax = axes()
    line, = ax.plot([1.0, 3.0, 2.0], label="unseen")
    bars = ax.bar([0.0, 1.0, 2.0], [2.0, 1.0, 3.0], alpha=0.5)
    ax.plot([3.0, 1.0, 2.0], label="unseen too")
    ax.legend([bars, line], ["counted", "expected"])
    return figure


@scene
def legend_beside_an_arrow():
    figure, ax = axes()
    ax.plot([1.0, 3.0, 2.0], label="data")
    ax.annotate("note", (1.0, 3.0), (1.2, 1.5), arrowprops=dict(arrowstyle="->"))
    ax.legend()
    return figure


def of_figure(**options):
    figure = Figure(figsize=(5, 3), dpi=100)
    for i, ax in enumerate(figure.subplots(1, 2)):
        ax.plot([1.0, 3.0, 2.0], f"C{i}", label=f"line {i}")
        ax.bar([0.0, 1.0], [1.0, 2.0], color=f"C{i + 2}", label=f"bars {i}")
        ax.legend() if i else None
    figure.legend(**options)
    return figure


SCENES["legend_of_figure"] = lambda: of_figure()
SCENES["legend_of_figure_below"] = lambda: of_figure(loc="lower center", ncols=4, fontsize=8.0)
SCENES["legend_of_figure_anchored"] = lambda: of_figure(loc="upper left", bbox_to_anchor=(0.1, 0.9), title="all")


def mode(name):
    figure, ax = axes()
    ax.plot([0.0, 3.0, 1.0], [0.0, 1.0, 2.0])
    ax.set_xlim(-5.0, 9.0)
    ax.axis(name)
    ax.plot([0.0, 4.0], [3.0, 0.5])
    return figure


for name in ("auto", "equal", "scaled", "tight", "image", "square"):
    SCENES[f"axis_mode_{name}"] = lambda name=name: mode(name)


@scene
def cycles_of_a_plot():
    figure, ax = axes()
    ax.plot([0.0, 1.0])
    ax.set_prop_cycle(color=["red", "0.5"])
    for i in range(3):
        ax.plot([1.0 + i, 2.0])
        ax.fill_between([0.0, 1.0], [-1.0 - i, -1.0], -i)
    ax.set_prop_cycle(None)
    ax.plot([2.0, 3.0])
    return figure


@scene
def gaps_between_dashes():
    figure, ax = axes()
    for i, style in enumerate(("--", "-.", ":", (2.0, (5.0, 2.0, 1.0, 2.0)), "-")):
        ax.plot([0.0, 1.0, 2.0], [i, i + 0.7, i], linestyle=style, gapcolor=f"C{i + 3}", linewidth=4.0)
    ax.step([0.0, 1.0, 2.0], [6.0, 5.0, 7.0], linestyle="--", gapcolor="orange", alpha=0.5, dash_capstyle="round", linewidth=6.0)
    return figure


@scene
def scatter_with_gaps():
    figure, ax = axes()
    values = np.array([1.0, np.nan, 3.0, np.inf, 2.0])
    cmap = "viridis"
    from matplotlib import colormaps
    cmap = colormaps["viridis"].with_extremes(bad="red")
    ax.scatter([0.0, 1.0, 2.0, 3.0, 4.0], [0.0, 1.0, 0.0, 1.0, 0.0], c=values, s=200.0, plotnonfinite=True, cmap=cmap)
    ax.scatter([0.0, 1.0, 2.0, 3.0, 4.0], [2.0, 3.0, 2.0, 3.0, 2.0], c=values, s=200.0, cmap=cmap)
    return figure


@scene
def labels_at_the_ends():
    figure = Figure(figsize=(5, 3), dpi=100)
    left, right = figure.subplots(1, 2)
    left.set_xlabel("from the left", loc="left")
    left.set_ylabel("at the top", loc="top")
    right.set_xlabel("at the right", loc="right")
    right.set_ylabel("at the bottom", loc="bottom")
    left.set_title("title in it", y=0.8)
    right.set_title("left", loc="left")
    right.set_title("high", y=1.05)
    return figure


@scene
def settings_of_titles_and_grids():
    with rc_context({"axes.titlelocation": "left", "axes.titley": 1.02, "xaxis.labellocation": "right",
                     "yaxis.labellocation": "top", "axes.grid": True, "axes.grid.axis": "y", "axes.grid.which": "both",
                     "ytick.minor.visible": True, "legend.loc": "lower center"}):
        figure, ax = axes()
        ax.plot([1.0, 3.0, 2.0], label="data")
        ax.set_title("Title")
        ax.set_xlabel("x label")
        ax.set_ylabel("y label")
        ax.legend()
        return figure


def crowd():
    random = Random(5)
    x = [random.between(0.0, 4.0) for _ in range(400)]
    y = [random.unit() + random.unit() for _ in range(400)]
    return x, y, [a * b for a, b in zip(x, y)]


@scene
def hexbin_marginals():
    figure, ax = axes()
    x, y, _ = crowd()
    ax.hexbin(x, y, gridsize=12, marginals=True)
    return figure


@scene
def hexbin_marginals_of_values():
    figure, ax = axes()
    x, y, c = crowd()
    ax.hexbin(x, y, C=c, gridsize=(9, 6), marginals=True, cmap="magma", reduce_C_function=np.max, mincnt=2)
    return figure


@scene
def hexbin_marginals_logarithmic_norm():
    figure, ax = axes()
    x, y, c = crowd()
    ax.hexbin(x, y, C=c, gridsize=10, marginals=True, bins="log")
    return figure


def staged(stage, interpolation):
    figure, ax = axes()
    data = np.array([[1.0, 5.0, 2.0], [7.0, np.nan, 3.0], [2.0, 9.0, 4.0]])
    ax.imshow(data, interpolation=interpolation, interpolation_stage=stage)
    return figure


SCENES["image_stage_rgba"] = lambda: staged("rgba", "bilinear")
SCENES["image_stage_data"] = lambda: staged("data", "bicubic")


@scene
def image_stage_data_shrunk():
    figure, ax = axes((2, 2))
    random = Random(3)
    ax.imshow([[random.unit() for _ in range(300)] for _ in range(300)], interpolation_stage="data", interpolation="hanning")
    return figure


@scene
def stems_that_lie():
    figure, ax = axes()
    ax.stem([1.0, 2.0, 4.0], [0.5, -1.0, 2.0], orientation="horizontal", bottom=0.25)
    return figure


@scene
def pie_that_is_open():
    figure, ax = axes()
    ax.pie([0.2, 0.3, 0.15], normalize=False, labels=["a", "b", "c"], autopct="%.1f%%")
    return figure


@scene
def contours_by_a_locator():
    figure, ax = axes()
    rows = [[float(x * x + 3 * y) - 20.0 for x in range(10)] for y in range(8)]
    ax.contourf(rows, locator=ticker.MultipleLocator(12.5))
    ax.contour(rows, colors="k", locator=ticker.MaxNLocator(3))
    return figure
