"""Areas between curves, and stacks of them."""

from .common import Random, axes, registry

SCENES = {}
scene = registry(SCENES)
NAN = float("nan")


def column(count, seed, low, high):
    random = Random(seed)
    return [random.between(low, high) for _ in range(count)]


@scene
def between_curves():
    figure, ax = axes()
    x = [0, 1, 2.5, 3, 5]
    ax.fill_between(x, [1, 3, 2, 4, 1], [0, 1, 1.5, 5, 2])
    ax.fill_between(x, [-1.0, -2, -1, -3, 0], alpha=0.3)
    return figure


@scene
def between_edges_and_line():
    figure, ax = axes()
    ax.fill_between([0, 1, 2], [1, 3, 2], 0.5, facecolor="C3", edgecolor="k", linewidth=2)
    ax.plot([0, 1, 2], [1, 3, 2])
    return figure


@scene
def between_where():
    figure, ax = axes()
    x = [float(i) for i in range(30)]
    y = column(30, 3, -1.0, 1.0)
    ax.fill_between(x, y, 0.0, where=[v > 0 for v in y])
    ax.fill_between(x, y, 0.0, where=[v < 0 for v in y], interpolate=True)
    return figure


@scene
def between_with_holes():
    figure, ax = axes()
    y = [1.0, 2.0, NAN, 4.0, 3.0, NAN, NAN, 1.0, 2.0]
    ax.fill_between([float(i) for i in range(9)], y)
    return figure


@scene
def between_steps():
    figure, ax = axes()
    x, y = [0.0, 1.0, 2.0, 4.0], [2.0, 3.0, 1.0, 2.0]
    ax.fill_between(x, y, step="pre", alpha=0.4)
    ax.fill_between(x, [v + 3 for v in y], 3.0, step="mid", alpha=0.4)
    ax.fill_between(x, [v + 6 for v in y], 6.0, step="post", alpha=0.4)
    return figure


@scene
def between_sideways():
    figure, ax = axes()
    ax.fill_betweenx([0.0, 1.0, 2.0, 3.0], [1.0, 3.0, 2.0, 2.5], [0.0, -1.0, 0.5, 0.0])
    return figure


@scene
def between_nothing():
    figure, ax = axes()
    ax.fill_between([], [], [])
    ax.fill_between([1.0], [2.0])
    return figure


@scene
def stackplot_three():
    figure, ax = axes()
    x = [float(i) for i in range(12)]
    ax.stackplot(x, *[column(12, seed, 0.5, 2.0) for seed in (1, 2, 3)])
    ax.plot([0, 11], [6, 6])
    return figure


@scene
def stackplot_with_gap():
    figure, ax = axes()
    ax.stackplot([0.0, 1.0, 2.0, 3.0], [1.0, 2.0, NAN, 1.0], [1.0, 1.0, 1.0, 2.0])
    return figure
