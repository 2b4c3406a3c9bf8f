"""Points counted in hexagons and in rectangles."""

from matplotlib import colors

from .common import Random, axes, registry

SCENES = {}
scene = registry(SCENES)

NAN = float("nan")


def cloud(count=2000, seed=1):
    """Points around (1, 2), denser in the middle."""
    random = Random(seed)

    def lump():
        return sum(random.unit() for _ in range(4)) - 2.0

    points = [(1.0 + lump(), 2.0 + 3.0 * lump()) for _ in range(count)]
    return [x for x, _ in points], [y for _, y in points]


def gathered(values=False, extra=None, **how):
    def make_figure():
        figure, ax = axes()
        x, y = cloud()
        if values:
            how["C"] = [a * b for a, b in zip(x, y)]
        ax.hexbin(x, y, **how)
        return figure

    return make_figure


for name, how in {
    "default": {},
    "coarse": {"gridsize": 15, "cmap": "magma"},
    "oblong": {"gridsize": (12, 5), "edgecolors": "w", "linewidths": 0.5},
    "sparse": {"gridsize": 20, "mincnt": 1},
    "dense_only": {"gridsize": 20, "mincnt": 6, "alpha": 0.6},
    "logarithmic": {"gridsize": 20, "mincnt": 1, "norm": colors.LogNorm()},
    "levels": {"gridsize": 20, "bins": 4},
    "within": {"gridsize": 15, "extent": (0.0, 2.0, -2.0, 4.0)},
    "means": {"gridsize": 15, "values": True},
    "means_of_three": {"gridsize": 15, "values": True, "mincnt": 3},
    "largest": {"gridsize": 15, "values": True, "reduce_C_function": max},
}.items():
    SCENES[f"hexbin_{name}"] = gathered(**how)


@scene
def hexbin_with_gaps():
    figure, ax = axes()
    figure.colorbar(ax.hexbin([1.0, NAN, 3.0, 3.0], [1.0, 1.0, NAN, 2.0], gridsize=5))
    return figure


@scene
def hexbin_of_one_point():
    figure, ax = axes()
    ax.hexbin([2.0], [0.0], gridsize=4)
    return figure


def counted(**how):
    def make_figure():
        figure, ax = axes()
        ax.hist2d(*cloud(), **how)
        return figure

    return make_figure


for name, how in {
    "default": {},
    "bins": {"bins": (20, 5), "cmap": "Blues"},
    "edges": {"bins": [[-1.0, 0.0, 0.5, 1.0, 1.5, 3.0], [-4.0, 0.0, 2.0, 4.0, 8.0]]},
    "range": {"bins": 12, "range": [(0.0, 2.0), (-1.0, 5.0)]},
    "density": {"density": True},
    "bounded": {"bins": 15, "cmin": 2, "cmax": 20},
}.items():
    SCENES[f"hist2d_{name}"] = counted(**how)


@scene
def hist2d_weighted():
    figure, ax = axes()
    x, y = cloud(300)
    *_, mesh = ax.hist2d(x, y, bins=8, weights=[abs(v) for v in y])
    figure.colorbar(mesh)
    return figure
