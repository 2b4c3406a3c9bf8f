"""Bar charts."""

from .common import axes, registry

SCENES = {}
scene = registry(SCENES)


@scene
def bar_plain():
    figure, ax = axes()
    ax.bar([1, 2, 3, 4], [3, 7, 1.5, 5])
    return figure


@scene
def bar_stacked():
    figure, ax = axes()
    lower, middle = [1.2, 2.3, 0.7], [2, 1.1, 3.3]
    ax.bar([0, 1, 2], lower)
    ax.bar([0, 1, 2], middle, bottom=lower, edgecolor="k", linewidth=2)
    top = [a + b for a, b in zip(lower, middle)]
    ax.bar([0, 1, 2], [0.5, 0.5, 0.5], bottom=top, color=["r", "g", "b"], alpha=0.5)
    return figure


@scene
def bar_grouped_by_edge():
    figure, ax = axes()
    ax.bar([0.1, 1.1, 2.1], [3, -2, 4], width=0.3, align="edge")
    ax.bar([0.1, 1.1, 2.1], [2, -3, 1], width=-0.3, align="edge", linestyle="--", edgecolor="C3")
    return figure


@scene
def bar_widths():
    figure, ax = axes()
    ax.bar([0.3, 1.7, 4.1], [1, 3, 2], width=[0.5, 1.3, 2.1])
    return figure


@scene
def bar_horizontal():
    figure, ax = axes()
    ax.barh([0, 1, 2, 3], [3, -1, 4, 2], left=[0, 1, 2, 0.5], color="C2")
    ax.barh([0, 1, 2, 3], [0.5, 0.5, 0.5, 0.5], height=0.4)
    return figure


@scene
def bar_with_nan():
    figure, ax = axes()
    ax.bar([0, 1, 2, 3], [1, float("nan"), 3, 2])
    return figure


@scene
def bar_empty_and_zero():
    figure, ax = axes()
    ax.bar([], [])
    ax.bar([1, 2], [0, 0])
    return figure


@scene
def bar_and_line():
    figure, ax = axes()
    ax.bar([1, 2, 3], [2, 3, 1], zorder=3)
    ax.plot([1, 2, 3], [1, 2.5, 3])
    return figure


@scene
def patches_turned_and_polygons():
    from matplotlib.patches import Polygon, Rectangle

    figure, ax = axes()
    ax.plot([0, 4], [0, 3])
    ax.add_patch(Rectangle((0.5, 0.5), 1.5, 0.7, angle=30, facecolor="C1", edgecolor="k"))
    ax.add_patch(Polygon([(2, 1), (3, 0.5), (3.5, 2)], facecolor="none", edgecolor="C3", lw=3))
    ax.add_patch(Rectangle((0.7, 0.1), 0.2, 0.5, transform=ax.transAxes, alpha=0.4))
    ax.text(1, 2.5, "a text\nof two lines", color="C4", fontsize=14, rotation=20)
    ax.text(0.95, 0.9, "corner", transform=ax.transAxes, ha="right", va="top")
    return figure
