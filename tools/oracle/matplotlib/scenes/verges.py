"""Where layout decides one way or the other: tight boxes of what has no width, ticks and titles at the same edge,
grids that have room in one direction alone, plots beyond the page."""

from matplotlib import rc_context
from matplotlib.figure import Figure
from matplotlib.gridspec import GridSpec
from matplotlib.patches import Polygon
from matplotlib.transforms import IdentityTransform

from .common import axes, registry
from .configured import configured

SCENES = {}
scene = registry(SCENES)


# Data far from 0, limits, aspect.
DATA = ([100, 104, 110], [50, 51, 50.5])
VERGING = {
    "both_loose": ((80, 130), (45, 56)),
    "both_loose_and_flat": ((90, 121), (30, 70)),
    "x_loose": ((60, 140), (50, 51)),
    "y_loose": ((100, 110), (20, 80)),
    "both_close": ((99, 111), (49.9, 51.1)),
    "wide_but_low": ((95, 115), (51, 59), ([100, 104, 102], [50, 60, 55])),
}


def verging(xlim, ylim, data=DATA):
    figure, ax = axes((3, 2))
    ax.plot(*data)
    ax.set_xlim(xlim)
    ax.set_ylim(ylim)
    ax.set_aspect(1, adjustable="datalim")
    return figure


for name, args in VERGING.items():
    SCENES[f"giving_way_far_from_0_{name}"] = lambda args=args: verging(*args)


def tight(fill, size=(3, 2)):
    def make_figure():
        figure = Figure(figsize=size, dpi=100)
        ax = figure.add_axes([0.3, 0.3, 0.4, 0.4])
        fill(figure, ax)
        return figure, dict(bbox_inches="tight")

    return make_figure


def upright(figure, ax):
    ax.plot([1.8, 1.8], [0.2, 0.6], clip_on=False)
    ax.plot([0.2, 0.6], [-0.9, -0.9], clip_on=False)
    ax.plot([-0.9], [1.9], clip_on=False)
    ax.set_xlim(0, 1)
    ax.set_ylim(0, 1)


def ticks_alone(figure, ax):
    ax.tick_params(length=15, labelleft=False, labelbottom=False)


def without_a_frame(figure, ax):
    ticks_alone(figure, ax)
    ax.set_frame_on(False)


def without_axes(figure, ax):
    ticks_alone(figure, ax)
    ax.set_axis_off()


def hidden_words(figure, ax):
    figure.text(0.9, 0.9, "not to be seen", visible=False)
    figure.text(0.02, 0.5, "")


def words_in_pixels(figure, ax):
    figure.text(20, 190, "in pixels", transform=IdentityTransform())


def below_the_page(figure, ax):
    other = figure.add_axes([0.3, -0.9, 0.4, 0.5])
    other.xaxis.tick_top()
    other.set_title("not raised")


def ticks_beyond(figure, ax):
    ax.tick_params(length=15, left=False, bottom=False, right=True, top=True, labelleft=False, labelbottom=False)


TIGHT = {
    "ticks_beyond": ticks_beyond,
    "upright_and_level_lines": upright,
    "ticks_alone": ticks_alone,
    "ticks_without_a_frame": without_a_frame,
    "ticks_without_axes": without_axes,
    "words_that_are_hidden": hidden_words,
    "words_in_pixels": words_in_pixels,
    "a_plot_below_the_page": below_the_page,
}

for name, fill in TIGHT.items():
    SCENES[f"saved_tight_around_{name}"] = tight(fill)


def ticks_above(**kwargs):
    def make_figure():
        figure, ax = axes((3, 2))
        ax.plot([1, 3, 2])
        ax.tick_params("x", length=18, **kwargs)
        ax.set_title("title")
        return figure

    return make_figure


ABOVE = {
    "both": dict(top=True),
    "and_labels_of_both": dict(top=True, labeltop=True),
    "alone": dict(top=True, bottom=False),
    "without_labels": dict(top=True, labelbottom=False),
    "inwards_alone": dict(top=True, bottom=False, direction="in"),
    "of_the_bottom_and_labels_of_both": dict(labeltop=True),
    "of_nothing_and_labels_of_both": dict(labeltop=True, bottom=False),
}

for name, kwargs in ABOVE.items():
    SCENES[f"title_above_ticks_{name}"] = ticks_above(**kwargs)


def raised(minor=False, **kwargs):
    def make_figure():
        figure, ax = axes((3, 2))
        ax.plot([1, 3, 2])
        ax.set_position([0.2, 0.2, 0.7, 0.5])
        ax.spines["bottom"].set_position(("axes", 1.3))
        ax.tick_params("x", **kwargs)
        if minor:
            ax.minorticks_on()
        ax.set_title("title")
        return figure

    return make_figure


RAISED = {
    "as_usual": {},
    "without_marks": dict(bottom=False),
    "marked_twice": dict(top=True),
    "and_minor_ticks": dict(minor=True),
    "marked_twice_and_minor_ticks": dict(top=True, minor=True),
    "and_minor_ticks_marked_twice": dict(top=True, which="minor", minor=True),
    "all_marked_twice": dict(top=True, which="both", minor=True),
    "with_no_minor_ticks_marked_twice": dict(top=True, which="minor"),
    "with_marks_above": dict(top=True, bottom=False),
}

for name, kwargs in RAISED.items():
    SCENES[f"title_and_a_raised_axis_{name}"] = raised(**kwargs)


def titles(location, other):
    def make_figure():
        with rc_context({"axes.titlelocation": location}):
            figure, ax = axes((4, 2))
            ax.set_title("usual")
            ax.set_title("other", loc=other)
        return figure

    return make_figure


SCENES["titles_at_the_left_and_right"] = titles("left", "right")
SCENES["titles_at_the_right_and_left"] = titles("right", "left")


@scene
def title_beside_an_inset_of_another():
    figure = Figure(figsize=(4, 2.5), dpi=100)
    left, right = figure.subplots(1, 2)
    left.set_title("left")
    right.set_title("right")
    inset = right.inset_axes([0.2, 0.7, 0.6, 0.5])
    inset.xaxis.tick_top()
    return figure


@scene
def best_beside_a_polygon():
    figure, ax = axes((4, 3))
    ax.plot([0, 1], [0.1, 0.1], label="a line")
    ax.add_patch(Polygon([(0.75, 0.7), (1, 0.7), (1, 1), (0.75, 1)], closed=True))
    ax.add_patch(Polygon([(0, 0.7), (0.2, 0.9), (0, 1)], closed=False, fill=False))
    ax.set_xlim(0, 1)
    ax.set_ylim(0, 1)
    ax.legend(loc="best")
    return figure


def crowd(figure, axs):
    for i, ax in enumerate(axs):
        ax.plot([1, 3, 2])
        ax.set_xlabel(f"x {i}" + "\nof two lines" * (i % 2))
        ax.set_ylabel(f"y {i}", fontsize=8 + 3 * i)


@scene
def constrained_spans_of_three():
    figure = Figure(figsize=(6, 5), dpi=100, layout="constrained")
    axs = figure.subplot_mosaic("AAAB;CDDD;EFGH;IIJJ")
    crowd(figure, (axs[name] for name in sorted(axs)))
    return figure


@scene
def constrained_spans_of_three_rows():
    figure = Figure(figsize=(6, 5), dpi=100, layout="constrained")
    axs = figure.subplot_mosaic("ACEI;ADFI;ADGJ;BDHJ")
    crowd(figure, (axs[name] for name in sorted(axs)))
    return figure


def rows_of_two_sizes(turned):
    figure = Figure(figsize=(8, 6) if turned else (6, 8), dpi=100, layout="constrained")
    grid = GridSpec(2, 6, figure) if turned else GridSpec(6, 2, figure)
    place = lambda span, across: grid[across, span] if turned else grid[span, across]
    figure.add_subplot(place(slice(0, 3), 0)).plot([1, 3, 2])
    figure.add_subplot(place(slice(3, 6), 0)).plot([2, 1, 3])
    for i in range(6):
        ax = figure.add_subplot(place(i, 1))
        ax.tick_params(labelleft=False, labelbottom=False)
        if i < 3:
            ax.set_title("title")
            ax.set_xlabel("x")
            ax.set_ylabel("y\ny")
            ax.tick_params(labelright=turned)
    return figure


SCENES["constrained_spans_beside_rows_of_two_sizes"] = lambda: rows_of_two_sizes(False)
SCENES["constrained_spans_above_columns_of_two_sizes"] = lambda: rows_of_two_sizes(True)


@scene
def constrained_without_room_down():
    figure = Figure(figsize=(4, 3), dpi=100, layout="constrained")
    for ax in figure.subplots(2, 2).flat:
        ax.set_title("a\nb\nc\nd\ne", fontsize=20)
    return figure


@scene
def constrained_without_room_across():
    figure = Figure(figsize=(4, 3), dpi=100, layout="constrained")
    for ax in figure.subplots(2, 2).flat:
        ax.set_ylabel("a\nb\nc\nd\ne", fontsize=25)
    return figure


@scene
def constrained_without_room_within():
    figure = Figure(figsize=(4, 3), dpi=100, layout="constrained")
    grid = figure.add_gridspec(1, 2, width_ratios=[3, 1])
    figure.add_subplot(grid[0]).plot([1, 2])
    inner = grid[1].subgridspec(1, 2)
    for cell in inner:
        figure.add_subplot(cell).set_ylabel("a\nb\nc\nd", fontsize=12)
    return figure


@scene
def tight_in_a_rectangle_on_all_sides():
    figure = Figure(figsize=(4, 3), dpi=100)
    for ax in figure.subplots(2, 2).flat:
        ax.plot([1, 3, 2])
        ax.set_xlabel("x")
        ax.set_ylabel("y")
    figure.tight_layout(rect=(0.1, 0.15, 0.9, 0.8))
    return figure


@scene
def tight_beside_a_grid_of_its_own_place():
    figure = Figure(figsize=(4, 3), dpi=100)
    figure.add_subplot(GridSpec(2, 1, figure)[0]).plot([1, 2])
    other = GridSpec(1, 2, figure, left=0.2, right=0.9, bottom=0.1, top=0.4)
    for cell in other:
        figure.add_subplot(cell).plot([2, 1])
    figure.tight_layout()
    return figure


@scene
def tight_beside_a_grid_upwards_of_its_own_place():
    figure = Figure(figsize=(4, 3), dpi=100)
    figure.add_subplot(GridSpec(1, 2, figure)[0, 0]).plot([1, 2])
    other = GridSpec(2, 1, figure, left=0.6, right=0.9, bottom=0.1, top=0.9)
    for row in range(2):
        figure.add_subplot(other[row, 0]).plot([2, 1])
    figure.tight_layout()
    return figure


@scene
def tight_of_two_grids():
    figure = Figure(figsize=(6, 6), dpi=100)
    for i, cell in enumerate(GridSpec(2, 2, figure)):
        if i != 1:
            ax = figure.add_subplot(cell)
            ax.set_ylabel("y\n" * i + "y")
            ax.set_xlabel("x" + "\nx" * i)
    grid = GridSpec(4, 4, figure)
    for row in range(2):
        ax = figure.add_subplot(grid[row, 2:4])
        ax.set_ylabel("z")
        ax.set_xlabel("w\nw")
    figure.tight_layout()
    return figure


@scene
def round_limits_of_small_plots():
    with rc_context({"axes.autolimit_mode": "round_numbers"}):
        figure = Figure(figsize=(3, 3), dpi=80)
        axs = figure.subplots(2, 2)
        for ax in axs.flat:
            ax.plot([0.3, 7.7, 3], [23, 31.2, 26])
            ax.tick_params(labelsize=14)
            ax.get_xlim(), ax.get_ylim()
    return figure


@scene
def round_limits_and_margins():
    def make():
        figure, ax = axes((3, 2))
        ax.plot([0.3, 7.7, 3], [23, 31.2, 26])
        ax.margins(0.1, 0.2)
        return figure

    return configured({"axes.autolimit_mode": "round_numbers"}, make)


@scene
def classic_between():
    def make():
        figure, ax = axes((3, 2))
        ax.fill_between([0, 1, 2], [1, 3, 2])
        ax.fill_between([0, 1, 2], [-1, -3, -2])
        return figure

    return configured("classic", make)


def margined(*margins):
    def make_figure():
        figure = Figure(figsize=(4, 2), dpi=100)
        axs = figure.subplots(1, 2, sharex=True)
        for ax, margin in zip(axs, margins):
            ax.plot([1, 3, 2])
            if margin is not None:
                ax.margins(x=margin)
        return figure

    return make_figure


SCENES["margins_of_the_second_that_shares"] = margined(None, 0.3)
SCENES["margins_of_the_first_that_shares"] = margined(0.3, None)
SCENES["margins_of_both_that_share"] = margined(0.3, 0)


def squared(x, y):
    def make_figure():
        figure, ax = axes((3, 2))
        ax.plot(x, y)
        ax.axis("square")
        return figure

    return make_figure


SCENES["square_axes_of_tall_data"] = squared([1, 2, 1.5], [15, 19, 18])
SCENES["square_axes_of_wide_data"] = squared([15, 19, 18], [1, 2, 1.5])


@scene
def quiver_in_an_inset():
    figure, ax = axes()
    inset = ax.inset_axes([0.3, 0.4, 0.5, 0.5])
    inset.quiver([0, 1, 2], [0, 1, 0], [1, 0, 1], [0, 1, 1])
    return figure


@scene
def quiver_of_coloured_edges():
    figure, ax = axes()
    ax.quiver([0, 1, 2], [0, 1, 0], [1, 0, 1], [0, 1, 1], [1, 2, 3], facecolor="none", linewidth=1)
    ax.set_xlim(-1, 4)
    return figure


@scene
def scatter_of_values_without_faces():
    figure, ax = axes()
    ax.scatter([0, 1, 2], [0, 1, 0], 200, [1, 2, 3]).set_facecolor("none")
    ax.scatter([0.5, 1.5, 2.5], [0, 1, 0], 200, [1, 2, 3], edgecolors="k").set_facecolor("none")
    return figure


@scene
def bars_labelled_in_the_middle_with_padding():
    figure, ax = axes((4, 3), dpi=130)
    ax.bar_label(ax.bar([1, 2, 3], [3, 5, 4]), label_type="center", padding=9)
    ax.bar_label(ax.barh([6, 7], [-2, 3]), label_type="center", padding=7)
    return figure


def limited(**kwargs):
    figure, ax = axes((4, 3))
    filled = ax.contourf([[0, 1, 2], [1, 2, 3], [2, 3, 4]], [1, 2, 2.5, 3], extend="both")
    bar = figure.colorbar(filled, drawedges=True, **kwargs)
    if kwargs:
        bar.ax.set_xlim(1.5, 2.7)
    else:
        bar.ax.set_ylim(1.5, 2.7)
    return figure


SCENES["colorbar_edges_beyond_its_limits"] = lambda: limited()
SCENES["colorbar_edges_beyond_its_limits_across"] = lambda: limited(orientation="horizontal")


@scene
def labels_of_contours_in_an_inset():
    figure, ax = axes((4, 3))
    inset = ax.inset_axes([0.2, 0.3, 0.7, 0.5])
    lines = inset.contour([[0, 1, 2, 3], [1, 3, 3, 2], [2, 3, 2, 1]], [1.5, 2.5])
    inset.clabel(lines)
    return figure


@scene
def patches_without_partly_covered_pixels():
    figure, ax = axes((4, 3))
    ax.bar([1, 2], [2.2, 3.3], antialiased=False, edgecolor="k", linewidth=2.5, label="bars")
    ax.add_patch(Polygon([(3, 1), (4, 1.5), (3.5, 3)], antialiased=False))
    ax.set_xlim(0.3, 4.5)
    return figure


@scene
def patches_of_dashes_with_caps():
    figure, ax = axes((4, 3))
    for i, cap in enumerate(["butt", "round", "projecting"]):
        corners = [(i, 1), (i + 0.7, 1.5), (i + 0.4, 3)]
        ax.add_patch(Polygon(corners, fill=False, linestyle="--", linewidth=5, capstyle=cap))
    ax.set_xlim(-0.5, 3.5)
    ax.set_ylim(0.5, 3.5)
    return figure


@scene
def labels_larger_than_their_lines():
    figure, ax = axes((4, 3))
    peak = [[0, 0, 0, 0], [0, 3, 0, 0], [0, 0, 0, 2], [0, 0, 0, 0]]
    lines = ax.contour(peak, [1, 2.5])
    ax.clabel(lines, manual=[(1.1, 1), (2.5, 2)], fontsize=60)
    return figure


def reference(draw):
    def make_figure():
        figure, ax = axes((3, 2))
        draw(ax)
        return figure

    return make_figure


REFERENCE = {
    "at_the_left": lambda ax: ax.axvline(0),
    "at_the_right": lambda ax: ax.axvline(1),
    "at_the_bottom_and_top": lambda ax: (ax.axhline(0), ax.axhline(1)),
    "beyond": lambda ax: ax.axvline(1.001),
    "as_an_upright_band": lambda ax: ax.axvspan(2, 3),
    "as_a_level_band": lambda ax: ax.axhspan(2, 3),
}

for name, draw in REFERENCE.items():
    SCENES[f"reference_line_{name}_of_nothing"] = reference(draw)


def inverted(ax):
    ax.plot([1, 3, 2])
    ax.set_xlim(3, -1)
    ax.invert_xaxis()
    ax.set_ylim(5, 0)
    ax.yaxis.set_inverted(True)


SCENES["inverted_once_more"] = reference(inverted)
