"""Cycles of more than colours."""

from matplotlib import cycler

from .common import axes, registry
from .styles import FONT, styled

SCENES = {}
scene = registry(SCENES)


def lines(ax):
    for i in range(7):
        ax.plot([0, 1, 2], [i, i + 1, i], label=f"line {i}")


@scene
def cycle_sum():
    figure, ax = axes()
    ax.set_prop_cycle(cycler("color", ["r", "g", "0.5"]) + cycler("linestyle", ["-", "--", ":"]))
    lines(ax)
    ax.legend()
    return figure


@scene
def cycle_product():
    figure, ax = axes()
    ax.set_prop_cycle(cycler("linewidth", [1.0, 4.0]) * cycler("color", ["#1f77b4", "#ff7f0e", "#2ca02c"]))
    lines(ax)
    return figure


@scene
def cycle_without_colours():
    figure, ax = axes()
    ax.set_prop_cycle(cycler("marker", ["o", "s", "^"]) + cycler("markersize", [4.0, 8.0, 12.0]))
    lines(ax)
    ax.bar([0, 1], [2, 3], alpha=0.3)
    ax.scatter([0, 1], [5, 6])
    ax.legend(labelcolor="linecolor")
    return figure


@scene
def cycle_of_markers():
    figure, ax = axes()
    ax.set_prop_cycle(
        cycler("color", ["r", "k"])
        + cycler("marker", ["o", "D"])
        + cycler("markerfacecolor", ["w", "y"])
        + cycler("markeredgecolor", ["b", "g"])
        + cycler("markeredgewidth", [2.0, 0.5])
    )
    lines(ax)
    ax.legend(labelcolor="mfc")
    return figure


@scene
def cycle_of_set_lines():
    figure, ax = axes()
    ax.set_prop_cycle(cycler("color", ["r", "g", "b"]) + cycler("linestyle", ["-", "--", ":"]))
    ax.plot([0, 1], [0, 1], color="k")
    ax.plot([0, 1], [1, 2], linestyle="-.")
    ax.plot([0, 1], [2, 3], color="k", linestyle="-")
    ax.plot([0, 1], [3, 4], "o")
    ax.plot([0, 1], [4, 5])
    ax.bar([0, 1], [2, 3], alpha=0.3)
    ax.set_prop_cycle(None)
    ax.plot([0, 1], [5, 6])
    return figure


TEXT = "cycler('color', ['k', 'm', '80ff00']) + cycler('ls', ['-', '--', '-.'])"
TWICE = "(cycler(c='rb', lw=[1, 3]) * cycler('marker', ['', 'x']))"


def with_cycle(text):
    def make_figure():
        def fill(ax):
            lines(ax)
            ax.fill_between([0, 1], [1, 2], color="C1")
            ax.hlines([8], 0, 2)
            ax.legend(loc="upper right")

        return styled([{"axes.prop_cycle": text}, FONT], fill)

    return make_figure


SCENES["cycle_of_style_sum"] = with_cycle(TEXT)
SCENES["cycle_of_style_product"] = with_cycle(TWICE)
