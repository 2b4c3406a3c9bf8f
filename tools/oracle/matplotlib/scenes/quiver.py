"""Fields of arrows."""

from .common import Random, axes, registry

SCENES = {}
scene = registry(SCENES)

NAN = float("nan")


def field(columns=8, rows=6):
    """Points, and a whirl of vectors around (3.2, 2.1)."""
    x, y, u, v = [], [], [], []
    for j in range(rows):
        for i in range(columns):
            x.append(float(i))
            y.append(float(j))
            u.append(2.1 - j + 0.1 * i)
            v.append(i - 3.2)
    return x, y, u, v


def whirl(values=False, limits=None, **how):
    def make_figure():
        figure, ax = axes()
        x, y, u, v = field()
        args = [x, y, u, v] + ([[a + b for a, b in zip(u, v)]] if values else [])
        ax.quiver(*args, **how)
        if limits:
            ax.set_xlim(limits[0], limits[1])
        return figure

    return make_figure


for name, how in {
    "default": {},
    "middle": {"pivot": "middle", "color": "C1"},
    "tip": {"pivot": "tip", "width": 0.01, "headwidth": 4, "headlength": 3, "headaxislength": 2.5},
    "along_data": {"angles": "xy", "scale_units": "xy", "scale": 4.0},
    "along_data_scaled": {"angles": "xy", "limits": (9.0, -2.0)},
    "in_units_of_x": {"units": "x", "scale": 40.0, "scale_units": "width"},
    "in_units_of_xy": {"units": "xy", "scale_units": "xy"},
    "in_dots": {"units": "dots", "width": 3.0, "scale": 0.2},
    "in_inches": {"units": "inches", "scale_units": "inches", "scale": 8.0},
    "in_heights": {"units": "height", "scale_units": "y"},
    "at_an_angle": {"angles": [30.0]},
    "short": {"scale": 1000.0, "minlength": 2.0},
    "shrunk": {"scale": 60.0, "minshaft": 3.0},
    "colored": {"values": True, "cmap": "coolwarm", "alpha": 0.8},
    "outlined": {"facecolor": "y", "edgecolor": "k", "linewidth": 0.5, "zorder": 3},
}.items():
    SCENES[f"quiver_{name}"] = whirl(**how)


@scene
def quiver_with_gaps():
    figure, ax = axes()
    x, y, u, v = field()
    u[3], v[17], u[30] = NAN, NAN, float("inf")
    u[8] = v[8] = 0.0
    ax.quiver(x, y, u, v)
    return figure


@scene
def quiver_with_missing_values():
    figure, ax = axes()
    x, y, u, v = field()
    c = [float(i) for i in range(len(x))]
    c[20] = NAN
    figure.colorbar(ax.quiver(x, y, u, v, c), extend="max")
    return figure


@scene
def quiver_of_one():
    figure, ax = axes()
    ax.quiver([1.0], [2.0], [3.0], [-1.0])
    return figure


@scene
def quiver_of_many():
    figure, ax = axes()
    random = Random(3)
    n = 700
    columns = [[random.unit() - 0.5 for _ in range(n)] for _ in range(4)]
    ax.quiver(*columns, color=["r", "g", "b"])
    return figure


@scene
def quiver_keys():
    figure, ax = axes()
    q = ax.quiver(*field(), color="C2")
    ax.quiverkey(q, 0.5, 1.05, 5.0, "5 m/s")
    ax.quiverkey(q, 0.8, 0.9, 5.0, "right", labelpos="E", color="r", labelcolor="b")
    ax.quiverkey(q, 0.5, 0.5, 3.0, "left", labelpos="W", angle=40.0, coordinates="figure")
    ax.quiverkey(
        q, 2.0, 1.0, 2.0, "below", labelpos="S", coordinates="data", labelsep=0.05,
        fontproperties={"size": 7},
    )
    return figure
