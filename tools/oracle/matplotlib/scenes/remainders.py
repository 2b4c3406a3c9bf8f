"""Cells beside gaps in contours, ticks of bars, text whose lines are broken."""

import numpy as np
from matplotlib.figure import Figure

from .common import axes, registry

SCENES = {}
scene = registry(SCENES)


def gapped():
    y, x = np.mgrid[0.0:10.0, 0.0:12.0]
    z = (x - 5.0) * (y - 4.0) + x
    z[2, 3] = z[6, 7] = z[7, 7] = z[9, 0] = np.nan
    return z


def contoured(kind, **options):
    def make_figure():
        figure, ax = axes()
        getattr(ax, kind)(np.ma.masked_invalid(gapped()), **options)
        return figure

    return make_figure


SCENES["contour_corner_mask_off"] = contoured("contour", corner_mask=False)
SCENES["contourf_corner_mask_off"] = contoured("contourf", corner_mask=False)
SCENES["contourf_corner_mask_on"] = contoured("contourf", corner_mask=True, levels=[-10.0, 0.0, 5.0, 30.0])
SCENES["contourf_corner_mask_off_levels"] = contoured(
    "contourf", corner_mask=False, levels=[-10.0, 0.0, 5.0, 30.0]
)


@scene
def bar_tick_label():
    figure, ax = axes()
    ax.bar([1, 2, 5], [3, 5, 4], tick_label=["few", "some", "many"])
    return figure


@scene
def bar_tick_label_one_for_all():
    figure, ax = axes()
    ax.bar([1, 2, 5], [3, 5, 4], align="edge", tick_label="same")
    return figure


@scene
def barh_tick_label():
    figure, ax = axes()
    ax.barh([0, 10], [3, 5], height=4, tick_label=["low", "high"])
    return figure


WORDS = "as many words as there are, on as many lines as they need; a_very_long_word_that_cannot_be_broken ends"


def wrapped(ha, rotation, va="center", mode="default"):
    def make_figure():
        figure, ax = axes()
        ax.text(
            0.5, 0.45, WORDS, wrap=True, ha=ha, va=va, rotation=rotation, rotation_mode=mode, fontsize=9
        )
        return figure

    return make_figure


for ha, rotation in [("left", 0), ("center", 0), ("right", 0), ("left", 40), ("center", 120), ("right", 330)]:
    SCENES[f"wrap_{ha}_{rotation}"] = wrapped(ha, rotation)
SCENES["wrap_left_250"] = wrapped("left", 250, va="top")


@scene
def wrap_title_and_labels():
    figure, ax = axes()
    ax.set_title(WORDS, wrap=True)
    ax.set_xlabel("x " + WORDS, wrap=True)
    ax.set_ylabel("y " + WORDS, wrap=True)
    return figure


@scene
def wrap_of_figure():
    figure = Figure(figsize=(4, 3), dpi=100)
    figure.suptitle(WORDS + "\n$x^2$ and more words than there is room for", wrap=True)
    figure.text(0.1, 0.1, "short", wrap=True)
    figure.text(0.3, 0.5, WORDS, wrap=True, bbox={"boxstyle": "round", "facecolor": "C8"})
    return figure


@scene
def wrap_annotation():
    figure, ax = axes()
    ax.annotate(WORDS, (0.2, 0.2), xytext=(0.4, 0.6), wrap=True, arrowprops={"arrowstyle": "->"})
    return figure
