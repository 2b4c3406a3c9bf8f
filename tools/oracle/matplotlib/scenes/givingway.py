"""Limits that give way for an aspect, room for texts longer than what they stand beside, and tight boxes around
what alone runs out of its plot on one side."""

from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from .common import registry

SCENES = {}
scene = registry(SCENES)

WIDE, TALL, SQUARE = ([0, 4, 10], [0, 1, 0.5]), ([0, 1, 0.5], [0, 4, 10]), ([0, 10, 3], [0, 20, 9])
# Data, limits, aspect.
GIVING = {
    "of_wide_data": (WIDE, None, None, 1),
    "of_tall_data": (TALL, None, None, 1),
    "of_y_for_three": (SQUARE, None, None, 3),
    "x_within_loose_limits": (WIDE, (-20, 30), (-5, 6), 1),
    "y_as_x_has_no_room": (WIDE, (-20, 30), (-1, 2), 1),
    "y_as_it_has_room": (WIDE, (-5, 16), (-20, 30), 1),
    "x_as_y_has_no_room": (SQUARE, (-5, 16), (-10, 35), 1),
    "with_margins_of_x_alone": (WIDE, (-20, 30), (0, 1), 1),
    "with_margins_of_y_alone": (WIDE, (0, 10), (-20, 30), 1),
    "nearly_right_limits": (WIDE, (0, 10), (0, 6.63), 1),
    "one_way_of_all": (WIDE, (30, -20), (11, -5), 1),
}


def giving(data, xlim, ylim, aspect):
    figure = Figure(figsize=(3, 2), dpi=100)
    ax = figure.add_subplot()
    ax.plot(*data)
    if xlim:
        ax.set_xlim(xlim)
        ax.set_ylim(ylim)
    ax.set_aspect(aspect, adjustable="datalim")
    return figure


for name, args in GIVING.items():
    SCENES[f"giving_way_{name}"] = lambda args=args: giving(*args)


def sharing(rows, columns, **kwargs):
    figure = Figure(figsize=(4, 4), dpi=100)
    axs = figure.subplots(rows, columns, **kwargs)
    for ax in axs:
        ax.plot(*SQUARE)
    axs[0].set_aspect(1, adjustable="datalim")
    return figure


SCENES["giving_way_sharing_x"] = lambda: sharing(2, 1, sharex=True)
SCENES["giving_way_sharing_y"] = lambda: sharing(1, 2, sharey=True)


@scene
def giving_way_in_a_box():
    figure = Figure(figsize=(3, 3), dpi=100)
    ax = figure.add_subplot()
    ax.plot(*SQUARE)
    ax.set_box_aspect(0.4)
    ax.set_aspect(1, adjustable="datalim")
    return figure


@scene
def giving_way_on_logarithmic_axes():
    figure = Figure(figsize=(4, 3), dpi=100)
    ax = figure.add_subplot()
    ax.plot([1, 10, 1000], [2, 7, 5])
    ax.set_xscale("log")
    ax.set_yscale("log")
    ax.set_aspect(1, adjustable="datalim")
    return figure


def long_texts(ax):
    ax.plot(*SQUARE)
    ax.set_title("a title far longer than its plot is wide")
    ax.set_xlabel("an x label far longer than its plot is wide")
    ax.set_ylabel("a y label far longer than its plot is tall")


@scene
def tight_beside_long_texts():
    figure = Figure(figsize=(4, 3), dpi=100)
    for ax in figure.subplots(2, 2).flat:
        long_texts(ax)
    figure.tight_layout()
    return figure


@scene
def constrained_beside_long_texts():
    figure = Figure(figsize=(4, 3), dpi=100, layout="constrained")
    for ax in figure.subplots(2, 2).flat:
        long_texts(ax)
    return figure


@scene
def tight_without_labels():
    figure = Figure(figsize=(4, 3), dpi=100)
    for i, ax in enumerate(figure.subplots(2, 2).flat):
        ax.plot(*SQUARE)
        ax.tick_params(labelleft=i % 2 == 0, labelbottom=i // 2 == 0, left=i > 1, bottom=i != 3)
        ax.spines["left"].set_position(("axes", 0.3 * i))
    figure.tight_layout()
    return figure


def running_out(draw):
    def make_figure():
        figure = Figure(figsize=(3, 2), dpi=100)
        ax = figure.add_axes([0.3, 0.3, 0.4, 0.4])
        draw(ax)
        ax.set_xlim(0, 1)
        ax.set_ylim(0, 1)
        ax.set_axis_off()
        return figure, dict(bbox_inches="tight")

    return make_figure


OUT = {
    "a_line_left_and_up": lambda ax: ax.plot([-0.5, 0.5], [0.5, 1.7], "o-", markersize=20, clip_on=False),
    "a_line_right_and_down": lambda ax: ax.plot([1.6, 0.5], [0.5, -0.6], "s-", markersize=9, clip_on=False),
    "a_line_without_markers": lambda ax: ax.plot([1.6, 0.5, -0.4], [1.3, -0.6, 0.5], clip_on=False),
    "a_line_that_is_cut": lambda ax: ax.plot([1.6, 0.5, -0.4], [1.3, -0.6, 0.5], "o-"),
    "a_hidden_line": lambda ax: ax.plot([1.6, 0.5], [1.3, -0.6], clip_on=False, visible=False),
    "a_patch": lambda ax: ax.add_patch(Rectangle((-0.4, 0.2), 0.8, 1.3, clip_on=False, facecolor="C1")),
    "a_patch_that_is_cut": lambda ax: ax.add_patch(Rectangle((-0.4, 0.2), 0.8, 1.3, facecolor="C1")),
    "bars": lambda ax: ax.bar([0.2, 1.1], [-0.4, 1.3], 0.4, clip_on=False),
    "text": lambda ax: ax.text(0.9, 1.2, "beyond the plot"),
    "text_that_is_cut": lambda ax: ax.text(0.9, 1.2, "beyond the plot", clip_on=True),
}

for name, draw in OUT.items():
    SCENES[f"saved_tight_around_{name}"] = running_out(draw)


@scene
def tight_of_grids_within():
    figure = Figure(figsize=(5, 4), dpi=100)
    for place in ((1, 2, 1), (2, 2, 2), (4, 2, 6), (4, 4, 15), (4, 4, 16)):
        ax = figure.add_subplot(*place)
        ax.plot(*SQUARE)
        ax.set_xlabel("x")
        ax.set_ylabel(f"y {place[2]}")
    figure.tight_layout()
    return figure


@scene
def tight_with_colorbars():
    figure = Figure(figsize=(5, 4), dpi=100)
    for i, ax in enumerate(figure.subplots(2, 2).flat):
        mesh = ax.pcolormesh([[1.0, 2.0 + i], [3.0, 400.0]])
        figure.colorbar(mesh, ax=ax, location=["right", "bottom", "left", "top"][i])
    figure.tight_layout()
    return figure


def little(size, rows, columns):
    figure = Figure(figsize=size, dpi=100)
    for ax in figure.subplots(rows, columns, squeeze=False).flat:
        ax.plot(*SQUARE)
        ax.set_xlabel("x")
        ax.set_ylabel("y")
        ax.set_title("title")
    figure.tight_layout()
    return figure


for name, *args in (("narrow", (0.7, 3), 1, 1), ("flat", (3, 0.7), 1, 1), ("columns", (2, 2), 1, 5), ("rows", (2, 2), 4, 1)):
    SCENES[f"tight_in_little_room_{name}"] = lambda args=args: little(*args)


@scene
def annotations_on_the_border():
    figure = Figure(figsize=(3, 3), dpi=100)
    ax = figure.add_axes([0.2, 0.2, 0.5, 0.5])
    for xy in ((0, 0.3), (1, 0.4), (0.4, 0), (0.5, 1), (1.004, 0.6), (1.002, 0.8), (-0.004, 0.7), (0.2, -0.02), (0.7, 1.003)):
        ax.annotate(f"{xy[0]} {xy[1]}", xy, fontsize=7)
    return figure


@scene
def limits_before_a_picture():
    figure = Figure(figsize=(4, 3), dpi=100)
    left, right = figure.subplots(1, 2)
    left.set_xlim(-1, 2)
    left.imshow([[1, 2, 3], [4, 5, 6]])
    right.plot([0, 5], [0, 1])
    right.set_ylim(-2, 3)
    right.imshow([[1, 2, 3], [4, 5, 6]], aspect="auto")
    return figure


@scene
def inset_in_pixels():
    from matplotlib.transforms import IdentityTransform

    figure = Figure(figsize=(4, 3), dpi=100)
    ax = figure.add_subplot()
    ax.plot(*SQUARE)
    ax.inset_axes([90, 130.5, 100, 70], transform=IdentityTransform()).plot([1, 2])
    ax.inset_axes([4.0, 2.0, 3.0, 5.0], transform=ax.transData).plot([2, 1])
    return figure
