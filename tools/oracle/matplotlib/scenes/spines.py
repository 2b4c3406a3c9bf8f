"""Spines moved, bounded and hidden; ticks on other sides; frames that give way."""

from .common import axes, registry

SCENES = {}
scene = registry(SCENES)


def spined(left, bottom):
    def make_figure():
        figure, ax = axes()
        ax.plot([-2, 0, 3], [4, -1, 2])
        ax.spines.left.set_position(left)
        ax.spines.bottom.set_position(bottom)
        ax.spines[["top", "right"]].set_visible(False)
        ax.set_xlabel("x")
        ax.set_ylabel("y")
        return figure

    return make_figure


SCENES["spines_at_zero"] = spined("zero", "zero")
SCENES["spines_in_the_middle"] = spined("center", "center")
SCENES["spines_at_values"] = spined(("data", 1.5), ("data", -0.5))
SCENES["spines_at_shares"] = spined(("axes", 0.25), ("axes", 0.75))
SCENES["spines_moved_outward"] = spined(("outward", 10), ("outward", -15))


@scene
def spines_of_the_far_sides():
    figure, ax = axes()
    ax.plot([-2, 0, 3], [4, -1, 2])
    ax.spines.right.set_position(("data", 1))
    ax.spines.top.set_position(("axes", 0.5))
    ax.spines.right.set(color="C3", linewidth=2)
    ax.spines.left.set_bounds(0, 3)
    ax.yaxis.tick_right()
    ax.xaxis.tick_top()
    return figure


@scene
def ticks_minor_and_grids():
    figure, ax = axes()
    ax.plot([0, 10], [0, 5])
    ax.minorticks_on()
    ax.grid(True, which="minor", axis="x", linestyle=":")
    ax.grid(True, which="major", axis="y", color="C1", linewidth=2)
    ax.tick_params(which="minor", direction="in", length=6, color="C3")
    ax.tick_params(axis="x", labelrotation=30, labelcolor="C2", pad=8)
    return figure


@scene
def limits_set_on_one_end():
    figure, ax = axes()
    ax.plot([1, 2, 3], [20, 30, 25])
    ax.set_ylim(bottom=0)
    ax.set_xlim(right=5)
    ax.invert_xaxis()
    return figure


@scene
def ticks_beyond_the_data():
    figure, ax = axes()
    ax.plot([1, 2, 3], [20, 30, 25])
    ax.set_xticks([0, 2, 6])
    ax.set_yticks([25, 40])
    return figure


@scene
def aspect_by_limits():
    figure, ax = axes()
    ax.plot([0, 1, 1, 0, 0], [0, 0, 1, 1, 0])
    ax.set_aspect("equal", adjustable="datalim")
    return figure


@scene
def aspect_anchored():
    figure, ax = axes()
    ax.plot([0, 1], [0, 1])
    ax.set_aspect(2)
    ax.set_anchor("W")
    return figure


@scene
def aspect_of_the_box():
    figure, ax = axes()
    ax.plot([0, 100], [0, 1])
    ax.set_box_aspect(0.5)
    ax.set_anchor("N")
    return figure


@scene
def frame_off():
    figure, ax = axes()
    ax.plot([0, 1], [0, 1])
    ax.set_frame_on(False)
    return figure
