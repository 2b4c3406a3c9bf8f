"""Hatches over bars, shapes and areas."""

from .common import axes, registry

SCENES = {}
scene = registry(SCENES)


@scene
def hatch_lines():
    figure, ax = axes()
    for i, pattern in enumerate(["/", "\\", "|", "-", "+", "x"]):
        ax.bar([i], [1 + i % 2], hatch=pattern, facecolor="w", edgecolor=f"C{i}")
    return figure


@scene
def hatch_shapes():
    figure, ax = axes()
    for i, pattern in enumerate(["o", "O", ".", "*", "//", "x.", "OO"]):
        ax.bar([i], [1], hatch=pattern)
    return figure


@scene
def hatch_areas():
    figure, ax = axes()
    ax.fill_between([0, 1, 2], [1, 3, 2], 0.5, hatch="//", alpha=0.5)
    ax.fill_between([0, 1, 2], [4, 3.5, 5], 3.0, hatch="..", edgecolor="r", facecolor="none")
    ax.axvspan(1.5, 1.8, hatch="x", facecolor="C2", edgecolor="k", hatchcolor="C5")
    return figure
