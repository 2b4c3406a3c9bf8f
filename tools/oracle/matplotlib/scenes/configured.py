"""Settings that are read when a plot is made, or when it is drawn."""

import datetime

import numpy as np
from matplotlib import style
from matplotlib.figure import Figure
from matplotlib.ticker import MultipleLocator

from .common import axes, registry
from .styles import FONT

SCENES = {}
scene = registry(SCENES)


def configured(settings, make):
    """A figure that is made, drawn and saved with settings."""
    settings = [*settings, FONT] if isinstance(settings, list) else [settings, FONT]
    with style.context(settings):
        figure = make()

    def within(method):
        def call(*args, **options):
            with style.context(settings):
                return method(*args, **options)

        return call

    figure.draw = within(figure.draw)
    figure.savefig = within(figure.savefig)
    return figure


def of_axes(name, settings, fill):
    def make():
        figure, ax = axes()
        fill(ax)
        return figure

    SCENES["set_" + name] = lambda: configured(settings, make)


def far(ax):
    ax.plot([0.0, 1e6, 3e6], [1000000.1, 1000000.2, 1000000.35])


def small(ax):
    ax.plot([-2e-7, 1e-7, 3e-7], [5e9, -1e9, 2e9])


MATH = {"axes.formatter.use_mathtext": True}
of_axes("use_mathtext", MATH, far)
of_axes("use_mathtext_small", MATH, small)
of_axes("use_mathtext_plain", MATH, lambda ax: ax.plot([-1, 0.5, 2]))
of_axes("formatter_limits", {"axes.formatter.limits": "-1, 2", "axes.formatter.useoffset": False}, far)
of_axes("min_exponent", {"axes.formatter.min_exponent": 2}, lambda ax: ax.loglog([0.01, 1, 1e4], [0.1, 1, 2]))


def marked(ax):
    ax.plot([0, 1, 2], [0, 2, 1], "o-", markersize=12)
    ax.hlines([0.5, 1.5], 0, 2)
    ax.axline((0, 0.1), slope=0.5)


of_axes("lines_aliased", {"lines.antialiased": False}, marked)
of_axes("markers_left", {"markers.fillstyle": "left"}, marked)
of_axes("markers_hollow", {"markers.fillstyle": "none"}, marked)

GRID = {
    "axes.grid": True,
    "axes.grid.which": "both",
    "xtick.minor.visible": True,
    "ytick.minor.visible": True,
    "grid.major.color": "r",
    "grid.major.linewidth": 2.0,
    "grid.minor.linestyle": ":",
    "grid.minor.alpha": 0.5,
    "xtick.minor.ndivs": 4,
}
of_axes("grid_by_kind", GRID, lambda ax: ax.plot([0, 1, 2]))
TICKS = {
    "xtick.top": True,
    "ytick.right": True,
    "xtick.major.top": False,
    "ytick.minor.left": False,
    "xtick.minor.visible": True,
    "ytick.minor.visible": True,
    "ytick.minor.ndivs": 2,
}
of_axes("ticks_by_kind", TICKS, lambda ax: ax.plot([0, 1, 2]))


def four():
    figure = Figure(figsize=(4, 3), dpi=100)
    for ax in figure.subplots(2, 2).flat:
        ax.plot([0, 1])
        ax.set_xlabel("x label")
        ax.set_ylabel("y label")
    return figure


CONSTRAINED = {
    "figure.constrained_layout.use": True,
    "figure.constrained_layout.w_pad": 0.1,
    "figure.constrained_layout.hspace": 0.2,
}
SCENES["set_autolayout"] = lambda: configured({"figure.autolayout": True}, four)
SCENES["set_constrained"] = lambda: configured(CONSTRAINED, four)
SCENES["set_frameless"] = lambda: configured({"figure.frameon": False}, four)
SCENES["set_save_facecolor"] = lambda: (configured({"savefig.facecolor": "y"}, four), {})
SCENES["set_save_tight"] = lambda: (
    configured({"savefig.bbox": "tight", "savefig.pad_inches": 0.3, "savefig.dpi": 60}, four),
    {},
)
SCENES["set_save_transparent"] = lambda: (configured({"savefig.transparent": True}, four), {})

PICTURE = [[float((3 * r + 5 * c) % 11) for c in range(6)] for r in range(4)]
of_axes("image_auto", {"image.aspect": "auto", "image.origin": "lower"}, lambda ax: ax.imshow(PICTURE))
of_axes("image_ratio", {"image.aspect": 2.5, "image.cmap": "magma"}, lambda ax: ax.imshow(PICTURE))
of_axes(
    "image_rgba",
    {"image.interpolation": "bicubic", "image.interpolation_stage": "rgba"},
    lambda ax: ax.imshow(PICTURE),
)

COLUMNS = [[1, 2, 3, 4, 9], [2, 3, 3.5, 4, 5, -3], [0, 1, 1, 2, 8]]
BOXES = {
    "boxplot.notch": True,
    "boxplot.vertical": False,
    "boxplot.whiskers": 0.7,
    "boxplot.patchartist": True,
    "boxplot.showmeans": True,
    "boxplot.showcaps": False,
    "boxplot.boxprops.linewidth": 2.0,
    "boxplot.boxprops.linestyle": "--",
    "boxplot.whiskerprops.linestyle": ":",
    "boxplot.whiskerprops.color": "C3",
    "boxplot.medianprops.linewidth": 3.0,
    "boxplot.flierprops.marker": "s",
    "boxplot.flierprops.markerfacecolor": "C4",
    "boxplot.flierprops.markersize": 9.0,
    "boxplot.meanprops.marker": "D",
    "boxplot.meanprops.markeredgecolor": "k",
}
of_axes("boxplot", BOXES, lambda ax: ax.boxplot(COLUMNS))
LINES = {
    "boxplot.showmeans": True,
    "boxplot.meanline": True,
    "boxplot.meanprops.linestyle": "-.",
    "boxplot.meanprops.linewidth": 2.5,
    "boxplot.capprops.linewidth": 3.0,
    "boxplot.capprops.color": "C2",
    "boxplot.showfliers": False,
}
of_axes("boxplot_mean_lines", LINES, lambda ax: ax.boxplot(COLUMNS))

BARS = {"errorbar.capsize": 5, "errorbar.capthick": 3.0, "errorbar.elinewidth": 0.5}
of_axes("errorbar", BARS, lambda ax: ax.errorbar([1, 2, 3], [2, 1, 3], xerr=0.2, yerr=0.5))
of_axes("errorbar_of_bars", {"errorbar.capsize": 4}, lambda ax: ax.bar([1, 2], [3, 2], yerr=0.5))

VALUES = [float((7 * i) % 23) ** 1.5 for i in range(60)]
of_axes("hist_count", {"hist.bins": 5}, lambda ax: ax.hist(VALUES))
of_axes("hist_rule", {"hist.bins": "sturges"}, lambda ax: ax.hist([VALUES, VALUES[:30]]))

SMALL = [[1.0, 2.0, 3.0], [2.0, 4.0, 1.0]]
of_axes(
    "pcolor_gouraud", {"pcolor.shading": "gouraud"}, lambda ax: ax.pcolormesh([0, 1, 3], [0, 1], SMALL)
)


def gapped(ax):
    y, x = np.mgrid[0.0:6.0, 0.0:6.0]
    z = x * y
    z[2, 3] = np.nan
    ax.contourf(np.ma.masked_invalid(z))


of_axes("contour_corner_mask", {"contour.corner_mask": False}, gapped)


ROUND = {"axes.autolimit_mode": "round_numbers"}


def uneven(ax):
    ax.plot([0.3, 2.2, 7.7], [-13.0, 4.1, 22.9])


of_axes("round_numbers", ROUND, uneven)
of_axes("round_numbers_bars", ROUND, lambda ax: ax.bar([1, 2, 3], [3.3, 7.2, 5.1]))
of_axes("round_numbers_log", ROUND, lambda ax: ax.loglog([0.3, 20.0, 700.0], [2.0, 3.0, 50.0]))
of_axes("round_numbers_far", {**ROUND, "axes.xmargin": 0, "axes.ymargin": 0}, far)


def fixed(ax):
    ax.yaxis.set_major_locator(MultipleLocator(7))
    uneven(ax)
    ax.set_xlim(0.7, 5.3)


of_axes("round_numbers_fixed", ROUND, fixed)


def classic_boxes(ax):
    ax.boxplot(COLUMNS)
    ax.errorbar([1, 2, 3], [-2, -1, -2], yerr=0.5, fmt="s", label="errors")
    ax.legend()


of_axes("classic_boxes", "classic", classic_boxes)
of_axes("classic_image", ["classic", {"image.resample": True}], lambda ax: ax.imshow(PICTURE))


def classic_lines(ax):
    ax.plot([0, 1, 2], [0, 2, 1], "--", label="dashed")
    ax.plot([0, 1, 2], [1, 2, 3], ":", label="dotted")
    ax.plot([0, 1, 2], [2, 2.5, 3], "-.v", label="both")
    ax.plot([0, 1, 2], [3, 2.7, 3.6], ".", markersize=14, label="points")
    ax.fill_between([0, 1, 2], [0, 1, 0.5], label="area")
    ax.grid(True)
    ax.set_title("classic")
    ax.legend(loc="upper left")


of_axes("classic_lines", "classic", classic_lines)


HUNG = {"xtick.alignment": "right", "ytick.alignment": "top"}
of_axes("tick_alignment", HUNG, lambda ax: ax.plot([0, 1, 2]))


DATES = {"date.autoformatter.day": "%d. %b", "date.autoformatter.month": "%B"}


def days(ax):
    start = datetime.datetime(2024, 2, 24)
    ax.plot([start + datetime.timedelta(days=d) for d in (0, 3, 9)], [1, 3, 2])


def months(ax):
    start = datetime.datetime(2024, 1, 5)
    ax.plot([start + datetime.timedelta(days=d) for d in (0, 40, 130)], [1, 3, 2])


of_axes("dates_days", DATES, days)
of_axes("dates_months", DATES, months)
of_axes("classic_dates", "classic", months)


def shaken(ax):
    ax.bar([0, 1, 2], [3, 1, 2], label="bars")
    ax.plot([0, 0.7, 2], [0.5, 3, 1.5], "--o", label="line")
    ax.fill_between([0, 1, 2], [0.5, 0.2, 1], alpha=0.5)
    ax.axvspan(1.4, 1.6, color="y")
    ax.grid(True)
    ax.legend(loc="upper right", shadow=True)


def shaken_field(ax):
    z = np.add.outer(np.arange(5.0), np.arange(6.0) ** 2)
    ax.contour(z)
    ax.scatter([1, 2, 4], [1, 3, 2], [40, 90, 200])
    still, = ax.plot([0, 5], [4, 0], lw=4)
    still.set_sketch_params(3, 30, 4)


of_axes("sketch", {"path.sketch": "(1, 100, 2)"}, shaken)
of_axes("sketch_field", {"path.sketch": (2, 60, 8)}, shaken_field)
