"""Meshes of coloured cells."""

import math

from matplotlib import colors

from .common import Random, axes, registry

SCENES = {}
scene = registry(SCENES)

NAN = float("nan")


def values(rows, columns, seed=1):
    random = Random(seed)
    return [[random.unit() for _ in range(columns)] for _ in range(rows)]


@scene
def mesh_flat():
    figure, ax = axes()
    ax.pcolormesh([0, 1, 2.5, 3, 5], [0, 0.5, 2, 3], values(3, 4))
    return figure


@scene
def mesh_nearest():
    figure, ax = axes()
    ax.pcolormesh([0.0, 1.0, 2.5, 3.0], [0.0, 0.5, 2.0], values(3, 4), cmap="RdBu_r", alpha=0.7)
    return figure


@scene
def mesh_gouraud():
    figure, ax = axes()
    x, y = [0.0, 1.0, 2.5, 3.0], [0.0, 0.5, 2.0]
    ax.pcolormesh(x, y, values(3, 4), shading="gouraud", cmap="magma")
    return figure


@scene
def mesh_distorted_with_edges():
    figure, ax = axes()
    x = [[math.cos(0.3 * i) * (1 + j) for i in range(6)] for j in range(4)]
    y = [[math.sin(0.3 * i) * (1 + j) for i in range(6)] for j in range(4)]
    ax.pcolormesh(x, y, values(3, 5), edgecolors="k", linewidth=0.5)
    return figure


@scene
def mesh_with_holes():
    figure, ax = axes()
    z = values(5, 6, 7)
    z[1][2], z[4][5] = NAN, NAN
    ax.pcolormesh(list(range(7)), list(range(6)), z, vmin=0.3, vmax=0.6, cmap="coolwarm")
    ax.plot([0, 6], [0, 5], "k")
    return figure


def mesh_norm(norm):
    def make_figure():
        figure, ax = axes()
        z = [[(8 * i + j - 20) / 3 for j in range(8)] for i in range(6)]
        ax.pcolormesh(list(range(9)), list(range(7)), z, norm=norm())
        return figure

    return make_figure


NORMS = {
    "log": lambda: colors.LogNorm(),
    "symlog": lambda: colors.SymLogNorm(0.5, linscale=1.0, base=10),
    "power": lambda: colors.PowerNorm(0.4),
    "two_slope": lambda: colors.TwoSlopeNorm(0, vmin=-3, vmax=8),
    "boundary": lambda: colors.BoundaryNorm([-4, -1, 0, 3, 7], 256),
    "boundary_extended": lambda: colors.BoundaryNorm([-4, -1, 0, 3, 7], 256, extend="both"),
}
for norm_name, norm in NORMS.items():
    SCENES[f"mesh_norm_{norm_name}"] = mesh_norm(norm)
