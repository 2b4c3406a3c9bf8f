"""What settings and single properties change of texts, grids and lines, and where notes and colorbars end."""

from matplotlib import rc_context
from matplotlib.figure import Figure

from .common import axes, registry
from .configured import configured

SCENES = {}
scene = registry(SCENES)


def tight(fill):
    def make_figure():
        figure = Figure(figsize=(3, 2), dpi=100)
        ax = figure.add_axes([0.3, 0.3, 0.4, 0.4])
        fill(figure, ax)
        return figure, dict(bbox_inches="tight")

    return make_figure


def labels(ax):
    ax.set_xlabel("x label\nof two lines")
    ax.set_ylabel("y label\nof two lines")


def hidden_axes(figure, ax):
    labels(ax)
    ax.xaxis.set_visible(False)
    ax.yaxis.set_visible(False)


def no_axes(figure, ax):
    labels(ax)
    ax.set_axis_off()


TIGHT = {
    "hidden_axes_with_labels": hidden_axes,
    "axes_that_are_off_with_labels": no_axes,
    "a_text_turned_back": lambda figure, ax: figure.text(0.95, 0.5, "turned back", rotation=150),
    "a_text_turned_down": lambda figure, ax: figure.text(0.95, 0.5, "turned down", rotation=-30),
    "a_text_turned_around": lambda figure, ax: figure.text(0.5, 0.95, "two\nlines", rotation=200, ha="right"),
}

for name, fill in TIGHT.items():
    SCENES[f"saved_tight_around_{name}"] = tight(fill)


@scene
def texts_centered_on_their_baselines():
    figure, ax = axes((5, 4))
    ax.set_xlim(0, 10)
    ax.set_ylim(0, 10)
    for i, angle in enumerate((0, 30, 90, 200)):
        ax.text(2.5 * i + 0.5, 7, "gap", va="center_baseline", rotation=angle)
        ax.text(2.5 * i + 0.5, 4, "two\ngaps", va="center_baseline", rotation=angle)
        ax.text(2.5 * i + 0.5, 1, "two\ngaps", va="center_baseline", rotation=angle, rotation_mode="anchor")
    return figure


@scene
def sharing_in_a_chain():
    figure = Figure(figsize=(4, 4), dpi=100)
    axs = figure.subplots(3, 1)
    axs[1].sharex(axs[0])
    axs[2].sharex(axs[1])
    for i, ax in enumerate(axs):
        ax.plot([i * i, 3 + i], [1, 2 - i])
    axs[1].set_xlim(-2, 9)
    return figure


@scene
def lines_and_markers_without_size():
    figure, ax = axes()
    ax.plot([1, 3, 2], "--", linewidth=0)
    ax.plot([2, 1, 3], "o-", markersize=0)
    ax.plot([3, 2, 1], "s:", linewidth=0, markersize=5)
    return figure


def grid(**settings):
    def make_figure():
        with rc_context({"axes.grid": True, "xtick.minor.visible": True, "ytick.minor.visible": True}
                        | {f"axes.grid.{key}": value for key, value in settings.items()}):
            figure, ax = axes((3, 2))
            ax.plot([1, 3, 2])
            figure.draw_without_rendering()
        return figure

    return make_figure


GRIDS = {
    "x_minor": dict(axis="x", which="minor"),
    "y_minor": dict(axis="y", which="minor"),
    "x_major": dict(axis="x", which="major"),
    "y_both": dict(axis="y", which="both"),
}

for name, settings in GRIDS.items():
    SCENES[f"settings_of_the_grid_{name}"] = grid(**settings)


def offsets():
    figure, ax = axes()
    ax.plot([1e6 + 1, 1e6 + 2], [1e-9, 3e-9])
    ax.set_title("coloured")
    return figure


SCENES["settings_of_titles_and_offsets"] = lambda: configured(
    {"axes.titlecolor": "C2", "xtick.labelsize": 14, "xtick.labelcolor": "C3", "ytick.labelsize": 7,
     "ytick.color": "C4", "text.color": "C1"}, offsets)


@scene
def annotate_in_points_and_pixels():
    figure, ax = axes((5, 4), dpi=120)
    ax.set_xlim(0, 10)
    ax.set_ylim(0, 10)
    arrow = {"arrowstyle": "->"}
    for i, units in enumerate(("axes pixels", "axes points", "figure points", "figure pixels")):
        ax.annotate(units, (150 + 20 * i, 60 + 55 * i), xycoords=units, xytext=(-60, 25 - 3 * i),
                    textcoords="offset pixels", arrowprops=arrow)
    ax.annotate("text in pixels of the axes", (5, 8), xytext=(20, 330), textcoords="axes pixels", arrowprops=arrow)
    ax.annotate("text in points of the figure", (5, 5), xytext=(70, 40), textcoords="figure points",
                arrowprops=arrow)
    return figure


@scene
def annotate_with_blocks_from_the_middle():
    figure, ax = axes((5, 4))
    ax.set_xlim(0, 10)
    ax.set_ylim(0, 10)
    ax.annotate("above what it names", (5, 5), xytext=(4, 8), arrowprops={"shrink": 0.1})
    ax.annotate("beside", (8, 2.1), xytext=(1, 2), arrowprops={"shrink": 0.2, "width": 2})
    ax.annotate("hidden", (9, 9), xytext=(1, 9), arrowprops={"arrowstyle": "->", "visible": False})
    return figure


def inner_ticks(location, ticks):
    def make_figure():
        figure = Figure(figsize=(4, 3), dpi=100, layout="constrained")
        ax = figure.add_subplot()
        mesh = ax.pcolormesh([[1, 2], [3, 400]])
        bar = figure.colorbar(mesh, ax=ax, location=location)
        (bar.ax.yaxis if location in ("left", "right") else bar.ax.xaxis).set_ticks_position(ticks)
        return figure

    return make_figure


for location, ticks in (("right", "left"), ("left", "right"), ("top", "bottom"), ("bottom", "top")):
    SCENES[f"constrained_bar_at_the_{location}_ticked_inside"] = inner_ticks(location, ticks)


@scene
def colorbar_of_part_of_its_range():
    figure, ax = axes()
    filled = ax.contourf([[0, 1, 2], [1, 2, 3], [2, 3, 4]], levels=[0, 1, 2, 3, 4])
    bar = figure.colorbar(filled, drawedges=True)
    bar.ax.set_ylim(0.5, 3.5)
    return figure
