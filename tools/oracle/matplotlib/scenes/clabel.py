"""Labels on contour lines."""

from .common import axes, registry
from .contour import peaks

SCENES = {}
scene = registry(SCENES)


def labelled(lines=None, size=(4, 3), **how):
    def make_figure():
        figure, ax = axes(size)
        ax.clabel(ax.contour(*peaks(61, 49), **(lines or {})), **how)
        return figure

    return make_figure


for name, (lines, how) in {
    "default": ({}, {}),
    "over_lines": ({}, {"inline": False}),
    "pattern": ({"levels": [-3.0, 1.0, 4.0]}, {"fmt": "%.2f m", "fontsize": 7.0}),
    "one_color": ({"colors": "k", "linewidths": 0.7}, {"colors": "r", "inline_spacing": 1}),
    "colors": ({"levels": [-3.0, 1.0, 4.0]}, {"colors": ["r", "g", "b"]}),
    "some_levels": ({"levels": [-3.0, -1.0, 1.0, 4.0]}, {"levels": [-1.0, 4.0]}),
    "along_lines": ({"levels": 4}, {"rightside_up": False}),
    "near": (
        {"levels": [-3.0, -1.0, 1.0, 4.0]},
        {"manual": [(-1.0, 0.0), (0.0, 2.0), (0.5, -2.0), (2.0, 0.5)]},
    ),
    "alpha": ({"alpha": 0.5}, {"zorder": 5}),
    "short_lines": ({"levels": [6.0, 7.0, 8.0, 8.05]}, {"fmt": "%f"}),
}.items():
    SCENES[f"clabel_{name}"] = labelled(lines, **how)

SCENES["clabel_wide"] = labelled({"levels": 12}, (8, 4))


@scene
def clabel_of_straight_lines():
    figure, ax = axes()
    z = [[float(i + 3 * j) for i in range(12)] for j in range(9)]
    ax.clabel(ax.contour(z))
    return figure


@scene
def clabel_of_small_numbers():
    figure, ax = axes()
    z = [[1e-6 * float(i + 3 * j) for i in range(12)] for j in range(9)]
    ax.clabel(ax.contour(z))
    return figure


@scene
def clabel_before_colorbar():
    figure, ax = axes()
    layers = ax.contourf(*peaks(), levels=6)
    lines = ax.contour(*peaks(), colors="k", linewidths=0.7, levels=6)
    ax.clabel(lines, fmt="%g h", fontsize=8)
    figure.colorbar(layers, label="hours")
    return figure


@scene
def clabel_after_colorbar():
    figure, ax = axes()
    lines = ax.contour(*peaks())
    figure.colorbar(lines, location="left")
    ax.clabel(lines)
    return figure


@scene
def clabel_twice():
    figure, ax = axes()
    lines = ax.contour(*peaks(61, 49), levels=[-3.0, -1.0, 1.0, 4.0])
    ax.clabel(lines, levels=[-3.0, 1.0], fontsize=6)
    ax.clabel(lines, levels=[1.0, 4.0], colors="k")
    return figure
