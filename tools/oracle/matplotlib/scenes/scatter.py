"""Scatter plots."""

from .common import Random, axes, registry

SCENES = {}
scene = registry(SCENES)

NAN = float("nan")


def columns(count, seed=1):
    """Four columns of random numbers in [0, 1)."""
    random = Random(seed)
    rows = [[random.unit() for _ in range(4)] for _ in range(count)]
    return [list(column) for column in zip(*rows)]


@scene
def scatter_plain():
    figure, ax = axes()
    x, y, _, _ = columns(60)
    ax.scatter(x, y)
    return figure


@scene
def scatter_sizes_and_values():
    figure, ax = axes()
    x, y, s, c = columns(80)
    ax.scatter(x, y, s=[20 + 400 * v for v in s], c=c, alpha=0.6)
    return figure


@scene
def scatter_values_with_holes():
    figure, ax = axes()
    x, y, s, c = columns(30)
    x[3], y[5], c[7], s[9] = NAN, NAN, NAN, NAN
    ax.scatter(x, y, s=[100 * v for v in s], c=c, cmap="plasma_r", vmin=0.2, vmax=0.7)
    return figure


@scene
def scatter_markers():
    figure, ax = axes()
    for i, marker in enumerate("osv^<>pDdhH8*PX+x|_1.,"):
        ax.scatter([i, i + 0.3, i + 0.1], [i % 5, i % 5 + 0.5, i % 5 + 0.9], marker=marker)
    return figure


@scene
def scatter_edges():
    figure, ax = axes()
    x, y, s, _ = columns(20, 3)
    ax.scatter(x, y, s=150, facecolors="none", edgecolors="C3", linewidths=2)
    ax.scatter(y, x, s=90, c="gold", edgecolors="k", linewidths=[0.5, 1, 2], linestyle=":")
    ax.scatter(s, s, s=60, color=["r", "g"] * 10, marker="s")
    return figure


@scene
def scatter_one_point():
    figure, ax = axes()
    ax.scatter([2], [3], s=400)
    return figure


@scene
def scatter_empty():
    figure, ax = axes()
    ax.scatter([], [])
    return figure


@scene
def scatter_and_lines_share_no_cycle():
    figure, ax = axes()
    ax.scatter([0, 1, 2], [0, 1, 0])
    ax.plot([0, 1, 2], [1, 0, 1])
    ax.scatter([0, 1, 2], [1, 1.5, 1], marker="^")
    ax.plot([0, 1, 2], [2, 0, 2])
    return figure
