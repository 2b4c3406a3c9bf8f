"""Contour lines, the layers between them, their labels, and their colorbars."""

import math

import numpy as np
from matplotlib import colors
from matplotlib.figure import Figure

from .common import Random, axes, registry

SCENES = {}
scene = registry(SCENES)

NAN = float("nan")
LEVELS = [-4.0, -1.0, 0.0, 2.0, 5.0]


def peak(x, y):
    hill = 3.0 * (1.0 - x) * (1.0 - x) * math.exp(-x * x - (y + 1.0) * (y + 1.0))
    twist = 10.0 * (x / 5.0 - x * x * x - y * y * y * y * y) * math.exp(-x * x - y * y)
    return hill - twist - math.exp(-(x + 1.0) * (x + 1.0) - y * y) / 3.0


def line(count):
    return [-3.0 + 6.0 * i / (count - 1) for i in range(count)]


def peaks(columns=31, rows=25):
    """x, y, and the values of a hilly field."""
    x, y = line(columns), line(rows)
    return x, y, [[peak(a, b) for a in x] for b in y]


def rough(columns, rows, seed=1, steps=5, holes=0.0):
    """Whole numbers at random, with gaps."""
    random = Random(seed)
    rows_of = []
    for _ in range(rows):
        row = []
        for _ in range(columns):
            value = float(random.below(steps))
            row.append(NAN if random.unit() < holes else value)
        rows_of.append(row)
    return rows_of


def of_peaks(method, **how):
    def make_figure():
        figure, ax = axes()
        getattr(ax, method)(*peaks(), **how)
        return figure

    return make_figure


for name, how in {
    "default": {},
    "levels": {
        "levels": [-4.0, -1.0, 0.0, 2.0, 5.0],
        "colors": ["C0", "r", "0.5"],
        "linewidths": [0.5, 2.0],
        "linestyles": ["-", "--", ":", "-."],
    },
    "one_color": {"colors": "k"},
    "one_color_dotted": {"colors": ["C1"], "negative_linestyles": "dotted", "linewidths": 1.0},
    "count": {"levels": 15, "cmap": "plasma"},
    "one_level": {"levels": [1.0]},
    "alpha": {"alpha": 0.4, "linewidths": 4.0},
    "range": {"vmin": -2.0, "vmax": 3.0, "cmap": "coolwarm"},
    "power": {"norm": colors.PowerNorm(0.5, vmin=-8.0, vmax=10.0)},
    "boundary": {"norm": colors.BoundaryNorm([-8.0, -1.0, 1.0, 10.0], 256)},
    "gray": {"cmap": "gray", "linestyles": "dashed"},
    "hard_edges": {"antialiased": False},
    "extended": {"levels": [-2.0, 0.0, 2.0], "extend": "both"},
    "extended_in_colors": {"levels": LEVELS, "extend": "both", "colors": ["k", "b", "g", "y", "r", "c", "m"]},
}.items():
    SCENES[f"contour_{name}"] = of_peaks("contour", **how)

for name, how in {
    "default": {},
    "levels": {"levels": LEVELS, "cmap": "RdBu_r"},
    "count": {"levels": 20},
    "colors": {"levels": LEVELS, "colors": ["C0", "C1", "C2"]},
    "extend_min": {"levels": LEVELS, "extend": "min"},
    "extend_max": {"levels": LEVELS, "extend": "max"},
    "extend_both": {"levels": LEVELS, "extend": "both"},
    "extend_automatic": {"extend": "both"},
    "extend_colors": {"levels": LEVELS, "extend": "both", "colors": ["k", "b", "g", "y", "r", "w"]},
    "extend_min_colors": {"levels": LEVELS, "extend": "min", "colors": ["k", "b", "g", "y", "r"]},
    "extend_max_colors": {"levels": LEVELS, "extend": "max", "colors": ["k", "b", "g", "y", "r"]},
    "extend_few_colors": {"levels": LEVELS, "extend": "both", "colors": ["b", "g", "y", "r"]},
    "alpha": {"alpha": 0.5},
    "antialiased": {"antialiased": True, "levels": LEVELS},
    "hatches": {"levels": LEVELS, "hatches": ["/", "", "x", "o"], "colors": ["w", "0.9", "0.8"]},
    "hatches_extended": {"levels": LEVELS, "hatches": ["/", ".", None], "extend": "both"},
    "range": {"vmin": -2.0, "vmax": 3.0, "cmap": "coolwarm"},
    "boundary": {"norm": colors.BoundaryNorm([-8.0, -1.0, 1.0, 10.0], 256)},
}.items():
    SCENES[f"contourf_{name}"] = of_peaks("contourf", **how)


def with_gaps():
    x, y, z = peaks(16, 13)
    for i, j in [(0, 0), (3, 4), (3, 5), (6, 7), (7, 8), (12, 15), (9, 0), (0, 9), (10, 12)]:
        z[i][j] = NAN
    for j in range(3, 7):
        z[9][j] = NAN
    return x, y, z


@scene
def contour_with_gaps():
    figure, ax = axes()
    ax.contour(*with_gaps(), levels=12)
    return figure


@scene
def contourf_with_gaps():
    figure, ax = axes()
    ax.contourf(*with_gaps(), levels=12)
    return figure


def of_rough(method, seed, holes, **how):
    def make_figure():
        figure, ax = axes()
        z = rough(14, 11, seed, 5, holes)
        getattr(ax, method)(z, levels=[0.5, 1.5, 2.0, 2.5, 3.5], **how)
        return figure

    return make_figure


for seed in (1, 2, 3):
    for holes, name in [(0.0, "whole"), (0.1, "holes"), (0.4, "rags")]:
        SCENES[f"contour_rough_{name}_{seed}"] = of_rough("contour", seed, holes)
        SCENES[f"contourf_rough_{name}_{seed}"] = of_rough("contourf", seed, holes, extend="both")


def bent():
    u = [[0.3 * i for i in range(12)] for _ in range(7)]
    v = [[1.0 + 0.5 * j for _ in range(12)] for j in range(7)]
    x = [[b * math.cos(a) for a, b in zip(r, s)] for r, s in zip(u, v)]
    y = [[b * math.sin(a) for a, b in zip(r, s)] for r, s in zip(u, v)]
    z = [[math.sin(2.0 * a) * b for a, b in zip(r, s)] for r, s in zip(u, v)]
    return x, y, z


@scene
def contour_distorted():
    figure, ax = axes()
    ax.contour(*bent())
    return figure


@scene
def contourf_distorted():
    figure, ax = axes()
    ax.contourf(*bent(), extend="max", levels=[-2.0, -1.0, 0.0, 1.0])
    return figure


ODD = {
    "constant": [[3.0, 3.0, 3.0], [3.0, 3.0, 3.0]],
    "smallest": [[0.0, 1.0], [2.0, 3.0]],
    "saddle": [[0.0, 1.0], [1.0, 0.0]],
    "huge": [[0.0, 1e300, -1e300], [1e299, 5e299, 0.0]],
    "tiny": [[0.0, 1e-12, -1e-12], [1e-12, 5e-12, 0.0]],
    "almost_nothing": [[NAN, NAN, 1.0], [NAN, 2.0, 0.0]],
    "infinite": [[0.0, float("inf"), 1.0], [1.0, 2.0, 0.0], [2.0, 3.0, 1.0]],
}


def odd(method, z):
    def make_figure():
        figure, ax = axes()
        getattr(ax, method)(z)
        return figure

    return make_figure


for name, z in ODD.items():
    SCENES[f"contour_{name}"] = odd("contour", z)
    SCENES[f"contourf_{name}"] = odd("contourf", z)


@scene
def contour_outside_of_levels():
    figure, ax = axes()
    ax.contour(*peaks(), levels=[100.0, 200.0])
    return figure


@scene
def contour_over_layers():
    figure, ax = axes()
    ax.contourf(*peaks(), cmap="bone", levels=8)
    ax.contour(*peaks(), colors="k", linewidths=0.7, levels=8)
    ax.plot([-3.0, 3.0], [-2.0, 2.0], color="r")
    ax.set_xlim(2.0, -3.5)
    ax.set_ylim(-2.0, 4.0)
    return figure


def decades(method, **how):
    """A field over many decades, and its colorbar."""

    def make_figure():
        figure, ax = axes()
        x, y, z = peaks()
        z = [[math.exp(v) for v in row] for row in z]
        z[3][4] = -1.0
        figure.colorbar(getattr(ax, method)(x, y, z, norm=colors.LogNorm(), **how))
        return figure

    return make_figure


SCENES["contour_log"] = decades("contour")
SCENES["contourf_log"] = decades("contourf")
SCENES["contourf_log_levels"] = decades("contourf", levels=[0.1, 1.0, 3.0, 10.0], extend="both")
SCENES["contourf_log_count"] = decades("contourf", levels=4)


def bar(method, how, **bar_how):
    def make_figure():
        figure, ax = axes()
        figure.colorbar(getattr(ax, method)(*peaks(), **how), **bar_how)
        return figure

    return make_figure


BARS = {
    "layers": ("contourf", {}, {"label": "height"}),
    "many_layers": ("contourf", {"levels": 25}, {}),
    "extended_layers": ("contourf", {"levels": LEVELS, "extend": "both"}, {"drawedges": True}),
    "extended_layers_below": (
        "contourf",
        {"levels": LEVELS, "extend": "min"},
        {"location": "bottom"},
    ),
    "proportional_layers": (
        "contourf",
        {"levels": LEVELS, "extend": "max"},
        {"spacing": "proportional", "extendfrac": "auto"},
    ),
    "colored_layers": (
        "contourf",
        {"levels": LEVELS, "extend": "both", "colors": ["k", "b", "g", "y", "r", "w"]},
        {},
    ),
    "clear_layers": ("contourf", {"levels": LEVELS, "alpha": 0.4}, {}),
    "hatched_layers": (
        "contourf",
        {"levels": LEVELS, "hatches": ["/", "", "x", "o"], "colors": ["w", "0.9", "0.8"]},
        {},
    ),
    "hatched_extended_layers": (
        "contourf",
        {"levels": LEVELS, "hatches": ["/", ".", None], "extend": "both"},
        {"location": "bottom"},
    ),
    "lines": ("contour", {}, {}),
    "lines_of_one_limit": ("contour", {"levels": LEVELS, "vmin": 1.0, "vmax": 1.0}, {}),
    "extended_lines": ("contour", {"levels": LEVELS, "extend": "both", "linewidths": 3.0}, {}),
    "colored_lines": ("contour", {"levels": LEVELS, "colors": ["r", "g", "b"]}, {"location": "top"}),
}
for name, (method, how, bar_how) in BARS.items():
    SCENES[f"colorbar_of_{name}"] = bar(method, how, **bar_how)
