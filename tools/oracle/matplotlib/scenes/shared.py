"""Axes that plots share, twins, insets, aligned labels."""

from matplotlib.figure import Figure

from .common import axes, registry

SCENES = {}
scene = registry(SCENES)


def page(width=5, height=4):
    return Figure(figsize=(width, height), dpi=100)


def shared(sharex, sharey):
    def make_figure():
        figure = page()
        axs = figure.subplots(2, 2, sharex=sharex, sharey=sharey)
        for i, ax in enumerate(axs.flat):
            ax.plot([i, 2 * i + 1, i + 3], [1, i * i + 1, -i])
            ax.set_xlabel("x")
            ax.set_ylabel("y")
        return figure

    return make_figure


SCENES["shared_all"] = shared("all", "all")
SCENES["shared_rows_and_columns"] = shared("col", "row")
SCENES["shared_columns_and_rows"] = shared("row", "col")
SCENES["shared_x_only"] = shared(True, False)


@scene
def shared_limits_set_on_one():
    figure = page()
    above, below = figure.subplots(2, 1, sharex=True)
    above.plot([0, 5], [0, 1])
    below.plot([-20, 30], [2, 1])
    below.set_xlim(-1, 12)
    return figure


@scene
def shared_limits_set_last_win():
    figure = page()
    above, below = figure.subplots(2, 1, sharex=True)
    below.set_xlim(-1, 12)
    above.set_xlim(3, 4)
    above.plot([0, 5], [0, 1])
    return figure


@scene
def shared_by_any_two():
    figure = page()
    first = figure.add_subplot(2, 2, 1)
    first.plot([0, 1000], [0, 7])
    figure.add_subplot(2, 2, 4, sharex=first).plot([500, 1500], [3, 1])
    figure.add_subplot(2, 2, 2, sharey=first).plot([1, 2], [-9, 3])
    return figure


@scene
def shared_axes_of_different_widths():
    figure = page(6, 3)
    wide, narrow = figure.subplots(1, 2, sharex=True, width_ratios=[4, 1])
    wide.plot([0, 10], [0, 1])
    return figure


@scene
def shared_ticks_set_on_one():
    figure = page()
    above, below = figure.subplots(2, 1, sharex=True)
    above.plot([0, 5], [0, 1])
    below.set_xticks([0, 2, 8], ["zero", "two", "eight"])
    return figure


@scene
def shared_and_inverted():
    figure = page()
    left, right = figure.subplots(1, 2, sharey=True)
    left.plot([0, 1], [3, 9])
    right.plot([0, 1], [5, 14])
    right.invert_yaxis()
    return figure


@scene
def shared_bars_stick():
    figure = page()
    left, right = figure.subplots(1, 2, sharey=True)
    left.plot([0, 1], [3, 9])
    right.bar([0, 1], [5, 14])
    return figure


@scene
def outer_labels():
    figure = page()
    axs = figure.subplots(2, 2)
    for ax in axs.flat:
        ax.plot([1e6, 3e6], [1e-7, 5e-7])
        ax.set_xlabel("x")
        ax.set_ylabel("y")
        ax.label_outer()
    return figure


@scene
def twin_x():
    figure, ax = axes()
    ax.plot([0, 1, 2], [1, 3, 2])
    ax.set_ylabel("left")
    ax.set_xlabel("both")
    twin = ax.twinx()
    twin.plot([0, 1, 4], [300, 100, 200], "C1")
    twin.set_ylabel("right", color="C1")
    twin.tick_params(axis="y", labelcolor="C1", color="C1")
    ax.set_title("two scales")
    return figure


@scene
def twin_y():
    figure, ax = axes()
    ax.plot([0, 1, 2], [1, 3, 2])
    ax.grid(True)
    twin = ax.twiny()
    twin.plot([100, 300], [4, 0])
    twin.set_xlabel("top")
    ax.set_title("above the label at the top")
    return figure


@scene
def twin_x_with_offset_text():
    figure, ax = axes()
    ax.plot([0, 1], [1e7, 3e7])
    ax.twinx().plot([0, 1], [2e-6, 1e-6])
    ax.set_title("between the two", loc="right")
    return figure


@scene
def twin_y_with_offset_text():
    figure, ax = axes()
    ax.plot([0, 1], [1, 3])
    ax.twiny().plot([0, 4e7], [2, 1])
    return figure


@scene
def twins_of_three():
    figure, ax = axes((5, 3))
    figure.subplots_adjust(right=0.7)
    ax.plot([0, 1, 2], [0, 1, 2], "C0")
    second = ax.twinx()
    second.plot([0, 1, 2], [0, 3, 2], "C1")
    third = ax.twinx()
    third.spines.right.set_position(("axes", 1.25))
    third.plot([0, 1, 2], [50, 30, 15], "C2")
    second.set_ylabel("second")
    third.set_ylabel("third")
    return figure


@scene
def twin_below():
    figure, ax = axes()
    ax.fill_between([0, 1, 2], [1, 3, 2])
    twin = ax.twinx()
    twin.bar([0, 1, 2], [5, 6, 7])
    ax.set_zorder(1)
    ax.patch.set_visible(False)
    return figure


@scene
def twin_with_aspect():
    figure, ax = axes()
    ax.plot([0, 1, 2], [1, 3, 2])
    ax.set_aspect("equal")
    ax.twinx().plot([0, 1], [5, 9])
    return figure


@scene
def inset_of_shares():
    figure, ax = axes((5, 4))
    ax.plot([1, 9, 2, 8, 3])
    inset = ax.inset_axes([0.6, 0.6, 0.35, 0.3])
    inset.plot([1, 9, 2, 8, 3], "C1")
    inset.set_xlim(0.9, 1.1)
    inset.set_ylim(8, 9.5)
    ax.set_title("with an inset")
    return figure


@scene
def inset_of_data():
    figure, ax = axes((5, 4))
    ax.plot([0, 10], [0, 5])
    inset = ax.inset_axes([6, 0.5, 3, 1.5], transform=ax.transData)
    inset.imshow([[1, 2], [3, 4]])
    inset.set_xticks([])
    inset.set_yticks([])
    return figure


@scene
def inset_with_a_title_outside():
    figure, ax = axes((5, 4))
    ax.plot([0, 10], [0, 5])
    ax.inset_axes([0.2, 0.9, 0.3, 0.3]).plot([1, 2])
    ax.set_title("lifted by the inset")
    return figure


@scene
def labels_aligned():
    figure = page(6, 4)
    axs = figure.subplots(2, 2)
    axs[0][0].plot([0, 1], [0, 100000])
    axs[1][1].plot([0, 1], [0, 0.001])
    axs[0][1].tick_params(axis="x", rotation=45)
    for ax in axs.flat:
        ax.set_xlabel("x label")
        ax.set_ylabel("y label")
    figure.align_labels()
    return figure


@scene
def xlabels_aligned_at_the_top():
    figure = page(6, 4)
    axs = figure.subplots(1, 3)
    for ax in axs:
        ax.xaxis.tick_top()
        ax.xaxis.set_label_position("top")
        ax.set_xlabel("top")
    axs[1].xaxis.set_label_position("bottom")
    axs[0].tick_params(axis="x", labelsize=20)
    figure.align_xlabels()
    return figure
