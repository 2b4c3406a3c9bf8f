"""Lines and bands to compare with, and bundles of lines."""

from .common import axes, registry

SCENES = {}
scene = registry(SCENES)
NAN = float("nan")


@scene
def lines_across_in_view():
    figure, ax = axes()
    ax.plot([0, 1, 2], [0.2, 3, 1])
    ax.axhline(0.1, linestyle="--")
    ax.axvline(2.05, color="C3", ymin=0.25, ymax=0.75)
    return figure


@scene
def lines_across_widen_the_view():
    figure, ax = axes()
    ax.plot([0, 1, 2], [0.2, 3, 1])
    ax.axhline(5, color="k", linewidth=0.8)
    ax.axvline(-3)
    ax.axhline(4.9, color="g")
    return figure


@scene
def lines_across_nothing():
    figure, ax = axes()
    ax.axhline(0.5)
    ax.axvline(3)
    return figure


@scene
def line_across_then_data():
    figure, ax = axes()
    ax.plot([0, 1], [0, 1])
    ax.axhline(1.04)
    ax.plot([0, 1], [0.5, 0.2])
    return figure


@scene
def bands_across():
    figure, ax = axes()
    ax.plot([0, 1, 2], [0.2, 3, 1])
    ax.axhspan(1, 1.5, alpha=0.3)
    ax.axvspan(0.5, 0.9, facecolor="C2", edgecolor="k", alpha=0.5)
    ax.axhspan(-2, -1, color="C3")
    return figure


@scene
def level_and_upright_lines():
    figure, ax = axes()
    ax.hlines([1, 2, 3], 0, [4, 2, 5])
    ax.vlines([0.5, 1.5, NAN, 3.5], [0, 1, 1, 2], 4, colors=["r", "g", "b", "m"], linestyles="--")
    ax.hlines(2.5, 1, 3, linewidth=5)
    return figure


@scene
def stem_plain():
    figure, ax = axes()
    ax.stem([0.1, 1, 2, 3.5], [1, -2, 3, 0.5])
    return figure


@scene
def stem_from_a_base():
    figure, ax = axes()
    ax.plot([0, 3], [2, 2])
    ax.stem([0, 1, 2, 3], [1.5, 4, 3, 2.5], bottom=2, markerfmt="D")
    return figure
