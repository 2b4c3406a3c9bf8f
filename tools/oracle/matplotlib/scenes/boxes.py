"""Box plots and violin plots."""

from .common import Random, axes, registry

SCENES = {}
scene = registry(SCENES)
NAN = float("nan")


def column(count, seed, low, high):
    """Numbers that crowd around the middle."""
    random = Random(seed)
    return [
        low + (random.unit() + random.unit() + random.unit()) / 3.0 * (high - low)
        for _ in range(count)
    ]


def columns():
    return [
        column(40, 1, 0.0, 5.0) + [9.0, -4.0],
        column(25, 2, 2.0, 8.0),
        [1.0, 2.0, 3.0, 3.5, 12.0],
    ]


@scene
def boxplot_plain():
    figure, ax = axes()
    ax.boxplot(columns())
    return figure


@scene
def boxplot_horizontal_labels():
    figure, ax = axes()
    ax.boxplot(columns(), orientation="horizontal", tick_labels=["one", "two", "three"])
    return figure


@scene
def boxplot_notched_filled_means():
    figure, ax = axes()
    ax.boxplot(columns(), notch=True, patch_artist=True, showmeans=True, widths=0.6)
    return figure


@scene
def boxplot_meanline_positions():
    figure, ax = axes()
    ax.boxplot(
        columns(),
        showmeans=True,
        meanline=True,
        positions=[1, 4, 5],
        widths=[0.3, 0.8, 0.5],
        capwidths=0.2,
    )
    return figure


@scene
def boxplot_whiskers():
    figure, ax = axes()
    ax.boxplot(columns(), whis=(5, 95), positions=[0.5, 1.0, 1.75])
    ax.boxplot(columns(), whis=0.5, showcaps=False, positions=[3.0, 4.0, 5.0])
    return figure


@scene
def boxplot_parts_left_out():
    figure, ax = axes()
    ax.boxplot(columns(), showfliers=False, showbox=False)
    return figure


@scene
def boxplot_looks():
    figure, ax = axes()
    parts = ax.boxplot(columns(), patch_artist=True, notch=True, orientation="horizontal")
    for box, color in zip(parts["boxes"], ["C2", "pink", "none"]):
        box.set_facecolor(color)
    for median in parts["medians"]:
        median.set(color="k", linewidth=3)
    for flier in parts["fliers"]:
        flier.set(marker="D", markersize=3, markerfacecolor="r")
    return figure


@scene
def boxplot_odd_data():
    figure, ax = axes()
    ax.boxplot([[], [2.0], [1.0, NAN, 3.0], [4.0, 4.0, 4.0, 4.0], [-1e3, 1.0, 2.0, 3.0, 1e3]])
    return figure


@scene
def boxplot_autorange():
    figure, ax = axes()
    ax.boxplot([[4.0, 4.0, 4.0, 4.0, 4.0, 1.0, 7.0]], autorange=True)
    return figure


@scene
def boxplot_beside_a_line():
    figure, ax = axes()
    ax.plot([0.0, 6.0], [0.0, 14.0])
    ax.boxplot(columns(), manage_ticks=False)
    return figure


@scene
def violin_plain():
    figure, ax = axes()
    ax.violinplot(columns())
    return figure


@scene
def violin_marks_and_quantiles():
    figure, ax = axes()
    ax.violinplot(
        columns(),
        showmeans=True,
        showmedians=True,
        quantiles=[[0.25, 0.75], [0.1], []],
        widths=[0.5, 0.8, 0.3],
    )
    return figure


@scene
def violin_horizontal_half():
    figure, ax = axes()
    ax.violinplot(columns(), orientation="horizontal", side="high", showmedians=True)
    ax.violinplot(columns(), orientation="horizontal", side="low", positions=[1, 2, 3], points=20)
    return figure


@scene
def violin_bandwidths():
    figure, ax = axes()
    ax.violinplot(columns(), bw_method="silverman", showextrema=False)
    ax.violinplot(columns(), bw_method=0.2, positions=[5.0, 6.5, 8.0], widths=1.0)
    return figure


@scene
def violin_odd_data():
    figure, ax = axes()
    ax.violinplot([[], [2.0], [1.0, NAN, 3.0], [4.0, 4.0, 4.0], [-1e3, 1.0, 2.0, 1e3]])
    return figure


@scene
def violin_one_and_looks():
    figure, ax = axes()
    ax.plot([0.5, 1.5], [0.0, 5.0])
    parts = ax.violinplot([column(30, 4, 0.0, 5.0)])
    parts["bodies"][0].set(facecolor="C3", edgecolor="k", alpha=0.8)
    parts["cbars"].set_linestyle("--")
    return figure
