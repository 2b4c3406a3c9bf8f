"""Pictures in plots."""

import numpy as np
from matplotlib.figure import Figure

from .common import Random, axes, registry

SCENES = {}
scene = registry(SCENES)


def values(rows, columns, seed=1):
    random = Random(seed)
    return np.array([[random.unit() for _ in range(columns)] for _ in range(rows)])


@scene
def image_auto_large_pixels():
    figure, ax = axes()
    ax.imshow(values(6, 8))
    return figure


@scene
def image_lower_with_extent():
    figure, ax = axes()
    ax.imshow(values(5, 7), origin="lower", extent=(-1, 6, 2, 4), cmap="magma", aspect="auto")
    return figure


@scene
def image_with_holes_and_alpha():
    figure, ax = axes()
    z = values(6, 6)
    z[2, 3] = np.nan
    ax.imshow(z, alpha=0.5, vmin=0.2, vmax=0.8)
    return figure


@scene
def image_then_line():
    figure, ax = axes()
    ax.imshow(values(4, 4))
    ax.plot([-1, 5], [0, 3], "r")
    return figure


@scene
def image_zoomed():
    figure, ax = axes()
    ax.imshow(values(10, 10))
    ax.set_xlim(2.2, 7.1)
    ax.set_ylim(6.9, 3.3)
    return figure


@scene
def image_small_pixels():
    figure, ax = axes()
    ax.imshow(values(120, 150), cmap="gray")
    return figure


@scene
def image_shrunk():
    figure = Figure((2, 2), dpi=80)
    ax = figure.add_subplot(1, 1, 1)
    ax.imshow(values(300, 260), cmap="gray")
    return figure


@scene
def image_rgba():
    figure, ax = axes()
    bytes_ = (values(5, 24) * 255).astype(np.uint8).reshape(5, 6, 4)
    ax.imshow(bytes_, interpolation="nearest")
    return figure


INTERPOLATIONS = (
    "nearest bilinear bicubic spline16 spline36 hanning hamming hermite kaiser "
    "quadric catrom gaussian bessel mitchell sinc lanczos blackman"
).split()


def interpolated(name):
    def make_figure():
        figure, ax = axes()
        ax.imshow(values(6, 8), interpolation=name)
        return figure

    return make_figure


for interpolation in INTERPOLATIONS:
    SCENES[f"image_{interpolation}"] = interpolated(interpolation)
