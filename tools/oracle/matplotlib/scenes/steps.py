"""Steps, markers on some points, stairs, histograms."""

from .common import Random, axes, random_walk, registry

SCENES = {}
scene = registry(SCENES)
NAN = float("nan")


def column(count, seed):
    random = Random(seed)
    return [random.unit() + random.unit() for _ in range(count)]


@scene
def steps_of_each_kind():
    figure, ax = axes()
    x, y = [0.0, 1.0, 2.0, 4.0], [2.0, 3.0, 1.0, 2.0]
    ax.step(x, y, marker="o")
    ax.step(x, [v + 3 for v in y], where="mid", marker="s")
    ax.step(x, [v + 6 for v in y], where="post", linestyle="--")
    return figure


@scene
def steps_with_gap_and_log_length():
    figure, ax = axes()
    y = random_walk(3000)
    y[1000] = NAN
    ax.step([float(i) for i in range(3000)], y)
    return figure


@scene
def markers_on_some_points():
    figure, ax = axes()
    x = [i / 10 for i in range(40)]
    y = random_walk(40)
    ax.plot(x, y, marker="o", markevery=5)
    ax.plot(x, [v + 2 for v in y], marker="s", markevery=(3, 4))
    ax.plot(x, [v + 4 for v in y], marker="D", markevery=[0, 1, 30])
    ax.plot(x, [v + 6 for v in y], marker="^", markevery=(0.0, 0.1))
    return figure


@scene
def stairs_plain():
    figure, ax = axes()
    ax.stairs([3, 1, 2], [0, 1, 2.5, 4])
    ax.stairs([1, 2, NAN, 1.5], [0, 1, 2, 3, 4], linewidth=2)
    return figure


@scene
def stairs_filled():
    figure, ax = axes()
    ax.stairs([3, 1, 2], [0, 1, 2.5, 4], fill=True)
    ax.stairs([-1, 2, 1.5], [0, 1, 2, 3], fill=True, color="C4", alpha=0.5)
    return figure


@scene
def hist_by_count():
    figure, ax = axes()
    ax.hist(column(400, 5), bins=20)
    return figure


@scene
def hist_by_edges():
    figure, ax = axes()
    ax.hist(column(400, 6), bins=[0, 0.25, 0.5, 1, 1.25, 2], edgecolor="k")
    return figure


@scene
def hist_by_rule():
    figure, ax = axes()
    ax.hist(column(700, 7), bins="auto", color="C2")
    return figure


@scene
def hist_density():
    figure, ax = axes()
    ax.hist(column(300, 8), bins=12, density=True, alpha=0.6)
    ax.hist(column(300, 9), bins=9, density=True, alpha=0.6)
    return figure


@scene
def hist_cumulative():
    figure, ax = axes()
    ax.hist(column(300, 10), bins=15, cumulative=True)
    return figure


@scene
def hist_of_one_value():
    figure, ax = axes()
    ax.hist([2.0, 2.0, NAN])
    return figure
