"""Rows of events, markers in halves and of own paths, shadows, marks of insets, fields over extents."""

import numpy as np
from matplotlib.figure import Figure
from matplotlib.path import Path

from .common import axes, registry

SCENES = {}
scene = registry(SCENES)


@scene
def eventplot_rows():
    figure, ax = axes()
    ax.eventplot([[1.0, 2.5, 2.0], [0.5, 3.0, 4.0, 4.2], []], colors=["C0", "C1", "C2"])
    return figure


@scene
def eventplot_upright():
    figure, ax = axes()
    ax.eventplot([[1.0, 2.0], [3.0]], orientation="vertical", lineoffsets=[2.0, 5.0], linelengths=[0.5, 3.0], linewidths=3)
    return figure


@scene
def eventplot_one_row():
    figure, ax = axes()
    ax.eventplot([1.0, 2.0, 4.0])
    return figure


def halves(fillstyle):
    figure, ax = axes((6, 2.4))
    for i, marker in enumerate("o.v^<>sDdp*hH8PX+"):
        ax.plot([float(i)], [0.0], marker=marker, fillstyle=fillstyle, markersize=21, markerfacecoloralt="wheat",
                markeredgecolor="brown")
        ax.plot([float(i)], [1.0], marker=marker, fillstyle=fillstyle, markersize=8, alpha=0.5)
    ax.margins(0.05, 0.5)
    return figure


for fillstyle in ("left", "right", "top", "bottom", "none"):
    SCENES[f"markers_filled_{fillstyle}"] = lambda fillstyle=fillstyle: halves(fillstyle)


@scene
def markers_of_paths():
    figure, ax = axes()
    kite = Path([(0, 3), (-1, 0), (0, -1), (1, 0), (0, 3)], [1, 2, 2, 2, 79])
    ax.plot([0.0, 1.0, 2.0], [0.0, 1.0, 0.0], marker=kite, markersize=25, label="kite")
    for i, (corners, style) in enumerate([(3, 0), (7, 0), (5, 1), (9, 1), (5, 2), (8, 2)]):
        ax.plot([0.4 * i], [0.7], marker=(corners, style, 10.0 * i), markersize=15)
    ax.legend()
    return figure


@scene
def pie_with_shadow():
    figure, ax = axes((4, 4))
    ax.pie([3.0, 5.0, 2.0], explode=[0.0, 0.2, 0.0], labels=["a", "b", "c"], shadow=True)
    return figure


@scene
def legend_with_shadow():
    figure, ax = axes()
    ax.plot([1.0, 2.0], label="line")
    ax.legend(shadow=True)
    return figure


@scene
def legend_square_with_shadow():
    figure, ax = axes()
    ax.plot([1.0, 2.0], label="line")
    ax.legend(shadow=True, facecolor="lightyellow", framealpha=0.5, edgecolor="C3", loc="lower right")
    return figure


@scene
def stem_in_legend():
    figure, ax = axes()
    ax.stem([0.1, 1.0, 2.0, 3.5], [1.0, -2.0, 3.0, 0.5], label="stems")
    ax.legend()
    return figure


def marked(place, flip=False, log=False):
    figure, ax = axes((4.5, 3.5))
    ax.plot([0.0, 1.0, 2.0, 3.0], [1.0, 3.0, 2.0, 5.0])
    if log:
        ax.set_yscale("log")
    inset = ax.inset_axes(place)
    inset.plot([0.0, 1.0, 2.0, 3.0], [1.0, 3.0, 2.0, 5.0], "C1")
    inset.set_xlim(0.8, 1.3)
    inset.set_ylim(2.5, 3.0)
    if flip:
        ax.invert_yaxis()
    ax.indicate_inset_zoom(inset)
    return figure


@scene
def inset_marked_below():
    return marked([0.6, 0.1, 0.35, 0.3])


@scene
def inset_marked_above():
    return marked([0.05, 0.75, 0.3, 0.2])


@scene
def inset_marked_beside():
    return marked([0.7, 0.4, 0.25, 0.3], log=True)


@scene
def inset_marked_upside_down():
    return marked([0.6, 0.1, 0.35, 0.3], flip=True)


PLACES = {
    "lower_left": [0.05, 0.05, 0.3, 0.3],
    "lower_right": [0.6, 0.05, 0.3, 0.3],
    "upper_left": [0.05, 0.6, 0.3, 0.3],
    "upper_right": [0.6, 0.6, 0.3, 0.3],
}


def marked_and_turned(place):
    def make_figure():
        figure = marked(place, flip=True)
        figure.axes[0].invert_xaxis()
        return figure

    return make_figure


def marked_within_one(place):
    """Limits from 0 to 1, where the corners that have been through the map twice are near the plot."""

    def make_figure():
        figure, ax = axes((4.5, 3.5))
        ax.set(xlim=(0.0, 1.0), ylim=(0.0, 1.0))
        inset = ax.inset_axes(place)
        inset.set(xlim=(0.2, 0.7), ylim=(0.2, 0.7))
        ax.indicate_inset_zoom(inset)
        return figure

    return make_figure


for name, place in PLACES.items():
    SCENES[f"inset_marked_turned_{name}"] = marked_and_turned(place)
    SCENES[f"inset_marked_within_one_{name}"] = marked_within_one(place)


@scene
def rectangle_marked():
    figure, ax = axes()
    ax.plot([0.0, 1.0, 2.0])
    ax.indicate_inset([0.5, 0.25, 1.0, 0.5], edgecolor="C3", linewidth=2, linestyle="--")
    return figure


FIELD = np.array([[0.0, 1.0, 2.0, 1.0], [1.0, 3.0, 4.0, 2.0], [2.0, 2.0, 1.0, 0.0]])


@scene
def contour_over_extents():
    figure = Figure(figsize=(6, 4), dpi=100)
    (a, b), (c, d) = figure.subplots(2, 2)
    a.contour(FIELD, extent=(1.0, 3.0, -1.0, 2.5))
    b.contour(FIELD, origin="lower")
    c.contourf(FIELD, origin="upper", extent=(0.0, 3.0, 1.0, 2.0))
    d.contour(FIELD)
    return figure


@scene
def titles_placed():
    figure, ax = axes()
    ax.plot([1.0, 2.0])
    ax.set_title("from the left", x=0.1, ha="left", color="C1")
    ax.set_title("right", loc="right", fontsize=8)
    return figure


@scene
def titles_in_boxes():
    figure, ax = axes()
    ax.plot([1.0, 2.0])
    ax.set_title("boxed", bbox=dict(boxstyle="round", facecolor="wheat"))
    ax.set_title("left", loc="left", bbox=dict(boxstyle="square", facecolor="none", edgecolor="C3"))
    figure.text(0.02, 0.05, "figure", bbox=dict(boxstyle="sawtooth", facecolor="C2", alpha=0.5))
    figure.suptitle("over all", fontsize=9, x=0.8, bbox=dict(boxstyle="round4"))
    return figure


@scene
def secondary_top():
    figure, ax = axes()
    ax.plot([0.0, 90.0, 180.0], [0.0, 1.0, 0.0])
    ax.set_title("title")
    ax.secondary_xaxis("top", functions=(np.deg2rad, np.rad2deg)).set_xlabel("radians")
    return figure


@scene
def secondary_below():
    figure, ax = axes()
    figure.subplots_adjust(bottom=0.35)
    ax.plot([0.0, 10.0], [0.0, 1.0])
    second = ax.secondary_xaxis(-0.3, functions=(lambda x: x * 1.8 + 32.0, lambda x: (x - 32.0) / 1.8))
    second.set_xlabel("fahrenheit")
    second.minorticks_on()
    return figure


@scene
def secondary_right_and_left():
    figure, ax = axes((5, 4))
    ax.plot([1.0, 2.0, 3.0], [1.0, 4.0, 9.0])
    ax.set_ylim(1.0, 9.0)
    ax.invert_yaxis()
    ax.secondary_yaxis("right", functions=(np.sqrt, np.square)).set_ylabel("root")
    ax.secondary_yaxis(0.4, functions=(lambda y: 100.0 / y, lambda y: 100.0 / y))
    return figure


def logit(low, high):
    figure, ax = axes()
    ax.plot([0.0, 1.0, 2.0, 3.0, 4.0], [1e-5, 0.02, 0.5, 0.93, 0.9999])
    ax.set_yscale("logit")
    ax.set_ylim(low, high)
    ax.grid(True)
    return figure


for name, low, high in (
    ("wide", 1e-6, 1 - 1e-5), ("narrow", 0.02, 0.95), ("middle", 0.3, 0.7), ("near_one", 0.9, 0.9995), ("far", 1e-14, 1 - 1e-12),
):
    SCENES[f"logit_{name}"] = lambda low=low, high=high: logit(low, high)


@scene
def logit_of_data():
    figure, ax = axes()
    ax.plot([0.0, 1.0, 2.0, 3.0], [-0.5, 0.25, 0.75, 0.5])
    ax.set_xscale("logit")
    ax.set_yscale("logit")
    ax.set_xlim(0.1, 0.9)
    ax.set_ylim(0.2, 0.8)
    return figure


def hexagons(**kwargs):
    figure, ax = axes()
    points = [((i * 0.75) % 7.0 + 0.5, (i * i * 0.01) % 90.0 + 1.0) for i in map(float, range(400))]
    ax.hexbin(*zip(*points), gridsize=12, **kwargs)
    return figure


SCENES["hexbin_log_x"] = lambda: hexagons(xscale="log")
SCENES["hexbin_log_y"] = lambda: hexagons(yscale="log", mincnt=1)
SCENES["hexbin_log_both"] = lambda: hexagons(xscale="log", yscale="log")
