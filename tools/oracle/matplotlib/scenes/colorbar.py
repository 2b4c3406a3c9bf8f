"""Bars that say what colours mean."""

import math

import matplotlib
from matplotlib import colors, ticker
from matplotlib.figure import Figure

from .common import axes, registry

SCENES = {}
scene = registry(SCENES)

NAN = float("nan")


def slope(rows=5, columns=6, factor=1.0):
    return [[factor * (i * columns + j - 7) for j in range(columns)] for i in range(rows)]


def picture(ax, factor=1.0, **how):
    return ax.imshow(slope(factor=factor), **how)


def mesh(ax, factor=1.0, **how):
    return ax.pcolormesh(list(range(7)), list(range(6)), slope(factor=factor), **how)


@scene
def colorbar_of_image():
    figure, ax = axes()
    figure.colorbar(picture(ax)).set_label("weight")
    return figure


@scene
def colorbar_of_mesh():
    figure, ax = axes()
    figure.colorbar(mesh(ax, cmap="magma"), label="depth [m]")
    ax.set_title("a mesh")
    return figure


@scene
def colorbar_of_points():
    figure, ax = axes()
    x = [float(i) for i in range(12)]
    points = ax.scatter(x, [v * v for v in x], c=[math.sin(v) for v in x], cmap="plasma")
    figure.colorbar(points, shrink=0.7, aspect=10, pad=0.1, fraction=0.2)
    return figure


@scene
def colorbar_with_alpha():
    figure, ax = axes()
    figure.colorbar(mesh(ax, alpha=0.4))
    return figure


def located(location):
    def make_figure():
        figure, ax = axes()
        figure.colorbar(mesh(ax), location=location, label="value")
        return figure

    return make_figure


for side in ("left", "right", "top", "bottom"):
    SCENES[f"colorbar_{side}"] = located(side)


def located_image(location):
    def make_figure():
        figure, ax = axes()
        figure.colorbar(picture(ax), location=location, shrink=0.6)
        return figure

    return make_figure


for side in ("left", "top", "bottom"):
    SCENES[f"colorbar_of_image_{side}"] = located_image(side)


def extended(extend, **how):
    def make_figure():
        figure, ax = axes()
        figure.colorbar(mesh(ax, vmin=-4.0, vmax=15.0), extend=extend, **how)
        return figure

    return make_figure


for end in ("min", "max", "both"):
    SCENES[f"colorbar_extend_{end}"] = extended(end)
SCENES["colorbar_extend_rectangles"] = extended("both", extendrect=True)
SCENES["colorbar_extend_length"] = extended("both", extendfrac=0.2)
SCENES["colorbar_extend_lengths"] = extended("both", extendfrac=[0.1, 0.3], extendrect=True)
SCENES["colorbar_extend_bottom"] = extended("both", location="bottom")
SCENES["colorbar_extend_edges"] = extended("both", drawedges=True)


@scene
def colorbar_extend_colors():
    figure, ax = axes()
    cmap = matplotlib.colormaps["coolwarm"].with_extremes(under="k", over="y")
    figure.colorbar(mesh(ax, cmap=cmap, vmin=-4.0, vmax=15.0), extend="both", location="left")
    return figure


def normed(norm, **how):
    def make_figure():
        figure, ax = axes()
        figure.colorbar(mesh(ax, norm=norm()), **how)
        return figure

    return make_figure


STEPS = [-7, -3, 0, 1, 12, 22]
NORMS = {
    "power": lambda: colors.PowerNorm(0.5, vmin=0, vmax=22),
    "two_slope": lambda: colors.TwoSlopeNorm(0, vmin=-7, vmax=22),
    "boundary": lambda: colors.BoundaryNorm(STEPS, 256),
    "boundary_extended": lambda: colors.BoundaryNorm(STEPS[1:-1], 256, extend="both"),
    "boundary_max": lambda: colors.BoundaryNorm(STEPS[:-1], 256, extend="max"),
}
for norm_name, norm in NORMS.items():
    SCENES[f"colorbar_norm_{norm_name}"] = normed(norm)


def wide(norm, **how):
    """A mesh of values over many decades."""

    def make_figure():
        figure, ax = axes()
        z = [[10.0 ** (0.3 * (6 * i + j) - 3.0) for j in range(6)] for i in range(5)]
        figure.colorbar(ax.pcolormesh(list(range(7)), list(range(6)), z, norm=norm()), **how)
        return figure

    return make_figure


SCENES["colorbar_norm_log"] = wide(lambda: colors.LogNorm(), extend="max")
SCENES["colorbar_norm_log_below"] = wide(lambda: colors.LogNorm(), location="bottom")
SCENES["colorbar_norm_log_short"] = wide(lambda: colors.LogNorm(vmin=20.0, vmax=70.0))
SCENES["colorbar_norm_symlog"] = normed(
    lambda: colors.SymLogNorm(1.0, linscale=1.0, base=10), extend="both"
)
SCENES["colorbar_boundary_proportional"] = normed(NORMS["boundary"], spacing="proportional")
SCENES["colorbar_boundary_proportional_extended"] = normed(
    NORMS["boundary_extended"], spacing="proportional", extendfrac="auto"
)
SCENES["colorbar_boundary_edges"] = normed(
    NORMS["boundary"], drawedges=True, location="top"
)
SCENES["colorbar_boundary_auto_extension"] = normed(NORMS["boundary_extended"], extendfrac="auto")


@scene
def colorbar_of_few_colors():
    figure, ax = axes()
    cmap = matplotlib.colormaps["viridis"].resampled(5)
    figure.colorbar(mesh(ax, cmap=cmap), drawedges=True)
    return figure


@scene
def colorbar_with_ticks():
    figure, ax = axes()
    figure.colorbar(mesh(ax), ticks=[-5.0, 0.0, 2.5, 20.0, 40.0], format="%.2f")
    return figure


@scene
def colorbar_with_words():
    figure, ax = axes()
    bar = figure.colorbar(mesh(ax))
    bar.set_ticks([0.0, 10.0, 20.0], labels=["low", "middle", "high"])
    bar.ax.tick_params(length=6, labelsize=7, colors="C3")
    return figure


@scene
def colorbar_with_minor_ticks():
    figure, ax = axes()
    figure.colorbar(mesh(ax)).minorticks_on()
    return figure


@scene
def colorbar_with_boundaries():
    figure, ax = axes()
    figure.colorbar(mesh(ax), boundaries=[-6.0, -2.0, 0.0, 10.0, 20.0], drawedges=True)
    return figure


@scene
def colorbar_of_constant():
    figure, ax = axes()
    figure.colorbar(ax.pcolormesh([[3.0, 3.0], [3.0, 3.0]]))
    return figure


@scene
def colorbar_of_zero():
    figure, ax = axes()
    figure.colorbar(ax.pcolormesh([[0.0, 0.0], [0.0, 0.0]]))
    return figure


@scene
def colorbar_of_nothing():
    figure, ax = axes()
    figure.colorbar(ax.imshow([[NAN, NAN], [NAN, NAN]]))
    return figure


@scene
def colorbar_of_huge_values():
    figure, ax = axes()
    figure.colorbar(mesh(ax, factor=1e8), label="huge")
    return figure


@scene
def colorbar_of_huge_values_below():
    figure, ax = axes()
    figure.colorbar(mesh(ax, factor=1e8), extend="max", location="bottom", label="huge")
    return figure


@scene
def colorbar_of_tiny_values_extended():
    figure, ax = axes()
    figure.colorbar(mesh(ax, factor=1e-9), extend="both", label="tiny")
    return figure


@scene
def colorbar_upside_down():
    figure, ax = axes()
    bar = figure.colorbar(mesh(ax), extend="min")
    bar.ax.invert_yaxis()
    return figure


@scene
def colorbar_in_axes():
    figure = Figure(figsize=(4, 3), dpi=100)
    ax, cax = figure.add_subplot(1, 2, 1), figure.add_subplot(1, 2, 2)
    figure.colorbar(mesh(ax), cax=cax, orientation="vertical", label="here")
    return figure


@scene
def colorbar_in_axes_across():
    figure = Figure(figsize=(4, 3), dpi=100)
    ax, cax = figure.add_subplot(2, 1, 1), figure.add_subplot(2, 1, 2)
    figure.colorbar(mesh(ax), cax=cax, orientation="horizontal", extend="both")
    return figure


@scene
def colorbars_of_two_artists():
    figure, ax = axes()
    one = mesh(ax, cmap="gray")
    two = ax.scatter([1.0, 2.0, 4.0], [1.0, 3.0, 2.0], c=[0.1, 0.2, 0.4], cmap="autumn")
    figure.colorbar(one)
    figure.colorbar(two, location="bottom")
    figure.colorbar(two, location="left")
    return figure


@scene
def colorbars_in_subplots():
    figure = Figure(figsize=(6, 4), dpi=100)
    for i in range(4):
        ax = figure.add_subplot(2, 2, i + 1)
        figure.colorbar(picture(ax, factor=10.0**i), location=["right", "bottom"][i % 2])
    return figure


@scene
def colorbar_of_four_axes():
    figure = Figure(figsize=(6, 4), dpi=100)
    all_axes = [figure.add_subplot(2, 2, i + 1) for i in range(4)]
    meshes = [mesh(ax, vmin=-7.0, vmax=22.0) for ax in all_axes]
    figure.colorbar(meshes[0], ax=all_axes, shrink=0.8)
    return figure


@scene
def colorbar_of_two_images():
    figure = Figure(figsize=(6, 4), dpi=100)
    all_axes = [figure.add_subplot(1, 2, i + 1) for i in range(2)]
    images = [picture(ax, vmin=-7.0, vmax=22.0) for ax in all_axes]
    figure.colorbar(images[1], ax=all_axes, location="top", aspect=30)
    return figure


@scene
def colorbar_with_thick_outline():
    figure, ax = axes()
    bar = figure.colorbar(mesh(ax), extend="max")
    bar.outline.set_linewidth(2)
    bar.outline.set_edgecolor("C0")
    return figure
