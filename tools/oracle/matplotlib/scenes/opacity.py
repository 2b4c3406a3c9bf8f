"""Opacities of points, cells and pixels, one by one."""

import numpy as np

from .common import axes, registry

SCENES = {}
scene = registry(SCENES)


def field(rows, columns):
    return [[float((3 * r + 5 * c) % 11) for c in range(columns)] for r in range(rows)]


def shares(rows, columns):
    return np.array([[((7 * r + 2 * c) % 10) / 9 for c in range(columns)] for r in range(rows)])


def show(interpolation, size=(6, 8), **options):
    figure, ax = axes()
    ax.set_facecolor("0.7")
    ax.imshow(field(*size), interpolation=interpolation, alpha=shares(*size), **options)
    return figure


for name in ["auto", "nearest", "bilinear", "lanczos"]:
    SCENES["alphas_imshow_" + name] = lambda name=name: show(name)


@scene
def alphas_imshow_as_colours():
    return show("bicubic", interpolation_stage="rgba", origin="lower")


@scene
def alphas_imshow_small():
    return show("auto", (300, 500))


@scene
def alphas_imshow_with_gaps():
    figure, ax = axes()
    ax.set_facecolor("0.7")
    data = np.array(field(5, 5))
    data[1, 1] = data[3, 4] = np.nan
    image = ax.imshow(data, interpolation="bilinear", alpha=shares(5, 5), cmap="magma")
    figure.colorbar(image)
    return figure


@scene
def alphas_imshow_of_colours():
    figure, ax = axes()
    ax.set_facecolor("0.7")
    pixels = [[(40 * r, 30 * c, 255 - 20 * c, 255 - 25 * r) for c in range(8)] for r in range(6)]
    ax.imshow(np.array(pixels, np.uint8), interpolation="bilinear", alpha=shares(6, 8))
    return figure


@scene
def alpha_imshow_one_for_all():
    figure, ax = axes()
    ax.imshow(field(5, 5), interpolation="bilinear", alpha=0.7)
    return figure


@scene
def alphas_pcolormesh():
    figure, ax = axes()
    ax.pcolormesh(field(5, 6), alpha=shares(5, 6))
    return figure


@scene
def alphas_pcolormesh_edges():
    figure, ax = axes()
    ax.pcolormesh(field(3, 4), alpha=shares(3, 4), edgecolors="k", linewidth=2)
    return figure


@scene
def alphas_pcolormesh_edges_as_faces():
    figure, ax = axes()
    ax.pcolormesh(field(3, 4), alpha=shares(3, 4), edgecolors="face", linewidth=4)
    return figure


@scene
def alphas_pcolormesh_gouraud():
    figure, ax = axes()
    x, y = range(5), range(4)
    ax.pcolormesh(x, y, field(4, 5), alpha=shares(4, 5), shading="gouraud")
    return figure


X = [float(i) for i in range(10)]
Y = [float((4 * i) % 7) for i in range(10)]
A = [i / 9 for i in range(10)]


@scene
def alphas_scatter():
    figure, ax = axes()
    ax.scatter(X, Y, s=300, alpha=A, label="points")
    ax.legend()
    return figure


@scene
def alphas_scatter_values():
    figure, ax = axes()
    points = ax.scatter(X, Y, c=Y, s=300, alpha=A, edgecolors="k", linewidths=3)
    figure.colorbar(points)
    return figure


@scene
def alphas_scatter_colours():
    figure, ax = axes()
    ax.scatter(X, Y, c=["r", "g", "b", "c", "m"] * 2, s=300, alpha=A, marker="s")
    ax.scatter(X, Y, c="k", marker="x", alpha=A)
    return figure
