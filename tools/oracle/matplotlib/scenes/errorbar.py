"""Points with error bars."""

from .common import axes, registry

SCENES = {}
scene = registry(SCENES)
NAN = float("nan")
X, Y = [1, 2, 3, 4], [2, 1, 3, 2.5]


@scene
def errorbar_plain():
    figure, ax = axes()
    ax.errorbar(X, Y, yerr=0.4)
    return figure


@scene
def errorbar_both_with_caps():
    figure, ax = axes()
    ax.errorbar(X, Y, yerr=[0.4, 0.2, 0.6, 0.1], xerr=0.3, fmt="o", capsize=4)
    ax.errorbar(X, [v + 2 for v in Y], yerr=[[0.1, 0.2, 0.3, 0.4], [0.4, 0.3, 0.2, 0.1]], capsize=2)
    return figure


@scene
def errorbar_looks():
    figure, ax = axes()
    ax.plot(X, [v - 0.2 for v in Y])
    ax.errorbar(
        X, Y, yerr=[0.4, NAN, 0.6, 0.1], ecolor="C3", elinewidth=3, capsize=5, capthick=2, linestyle="--"
    )
    return figure
