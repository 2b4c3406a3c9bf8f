"""Settings: ticks, spines, titles, colours, drawing order, and what else can be asked for."""

import math

from matplotlib import ticker
from matplotlib.figure import Figure

from .common import axes, registry

SCENES = {}
scene = registry(SCENES)


@scene
def minor_ticks():
    figure, ax = axes()
    ax.plot([0, 1, 2], [0, 3, 1])
    ax.xaxis.set_minor_locator(ticker.AutoMinorLocator())
    ax.yaxis.set_minor_locator(ticker.AutoMinorLocator(3))
    ax.grid(True, which="minor", axis="y")
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return figure


@scene
def ticks_in():
    figure, ax = axes()
    ax.plot([0, 1, 2], [0, 3, 1])
    ax.tick_params(axis="x", direction="in", length=8, width=2, color="r")
    ax.tick_params(axis="y", direction="inout", length=10, pad=8, labelsize=7, labelcolor="C2")
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return figure


@scene
def ticks_both_sides():
    figure, ax = axes()
    ax.plot([0, 1, 2], [0, 3, 1])
    ax.tick_params(top=True, labeltop=True, right=True, labelright=True)
    return figure


@scene
def no_labels():
    figure, ax = axes()
    ax.plot([0, 1, 2], [0, 30000000.0, 1])
    ax.tick_params(labelbottom=False, labelleft=False)
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return figure


@scene
def null_formatter():
    figure, ax = axes()
    ax.plot([0, 1, 2], [0, 3, 1])
    ax.xaxis.set_major_formatter(ticker.NullFormatter())
    ax.yaxis.set_major_formatter(ticker.NullFormatter())
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return figure


@scene
def null_locator():
    figure, ax = axes()
    ax.plot([0, 1, 2], [0, 3, 1])
    ax.xaxis.set_major_locator(ticker.NullLocator())
    ax.yaxis.set_major_locator(ticker.NullLocator())
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return figure


@scene
def rotated_labels():
    figure, ax = axes()
    ax.plot([0, 1, 2], [0, 3, 1])
    ax.tick_params(axis="x", labelrotation=45)
    ax.tick_params(axis="y", labelrotation=30)
    ax.set_xlabel("x", rotation=10)
    ax.set_ylabel("y label", rotation=0)
    return figure


@scene
def spines_hidden():
    figure, ax = axes()
    ax.plot([0, 1, 2], [0, 3, 1])
    ax.spines["top"].set_visible(False)
    ax.spines["right"].set_visible(False)
    ax.spines["left"].set_color("C3")
    ax.spines["bottom"].set_linewidth(3)
    return figure


@scene
def spines_outward():
    figure, ax = axes()
    ax.plot([0, 1, 2], [0, 3, 1])
    ax.spines["left"].set_position(("outward", 10))
    ax.spines["bottom"].set_position(("outward", 7))
    ax.spines["top"].set_position(("outward", -7))
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return figure


@scene
def titles_three():
    figure, ax = axes()
    ax.plot([0, 1, 2], [0, 3, 1])
    ax.set_title("left", loc="left")
    ax.set_title("center", fontsize=20, color="C1")
    ax.set_title("right\nlow", loc="right", alpha=0.5)
    return figure


@scene
def title_over_offset():
    figure, ax = axes()
    ax.plot([0, 1, 2], [0, 30000000.0, 1])
    ax.set_title("a very wide title that meets the offset text")
    return figure


@scene
def title_over_offset_left():
    figure, ax = axes()
    ax.plot([0, 1, 2], [0, 30000000.0, 1])
    ax.set_title("left title", loc="left")
    ax.set_title("center")
    return figure


@scene
def title_pad_zero():
    figure, ax = axes()
    ax.plot([0, 1, 2], [0, 3, 1])
    ax.set_title("gypsy", pad=0)
    return figure


@scene
def title_pad_negative():
    figure, ax = axes()
    ax.plot([0, 1, 2], [0, 3, 1])
    ax.set_title("gypsy", pad=-30)
    return figure


@scene
def axis_off():
    figure, ax = axes()
    ax.plot([0, 1, 2], [0, 3, 1])
    ax.set_title("t")
    ax.set_axis_off()
    return figure


@scene
def axis_invisible():
    figure, ax = axes()
    ax.plot([0, 1, 2], [0, 3, 1])
    ax.set_title("t")
    ax.xaxis.set_visible(False)
    ax.set_ylabel("y")
    return figure


@scene
def facecolors():
    figure, ax = axes()
    figure.set_facecolor("lightyellow")
    ax.set_facecolor("#e0e0ff80")
    ax.plot([0, 1, 2], [0, 3, 1])
    return figure


@scene
def facecolor_none():
    figure, ax = axes()
    figure.set_facecolor("none")
    ax.set_facecolor("none")
    ax.plot([0, 1, 2], [0, 3, 1])
    return figure


@scene
def zorders():
    figure, ax = axes()
    ax.plot([0, 1, 2], [0, 3, 1], lw=10, zorder=2.6)
    ax.plot([0, 1, 2], [3, 0, 1], lw=10, zorder=1)
    ax.plot([0, 1, 2], [1, 1, 1], lw=10, zorder=-1)
    ax.grid(True)
    return figure


@scene
def axisbelow_all():
    figure, ax = axes()
    ax.plot([0, 1, 2], [0, 3, 1], lw=10)
    ax.grid(True)
    ax.set_axisbelow(False)
    return figure


@scene
def grid_style():
    figure, ax = axes()
    ax.plot([0, 1, 2], [0, 3, 1])
    ax.xaxis.grid(True, color="C1", linestyle="--", linewidth=1.2, alpha=0.4)
    ax.yaxis.grid(True, color="#00ff0080", linestyle=":")
    return figure


@scene
def dashes_custom():
    figure, ax = axes()
    ax.plot([0, 1, 2], [0, 3, 1], linestyle=(1.5, (3, 1, 2, 2)), lw=3)
    ax.plot([0, 1, 2], [3, 0, 1], linestyle=(0, (5, 2, 1)), lw=2)
    ax.plot([0, 1, 2], [1, 1, 2], linestyle=(-2, (4, 1)), lw=2)
    return figure


@scene
def unclipped():
    figure, ax = axes()
    ax.plot([0, 1, 2, 3], [0, 3, 1, 8], clip_on=False, marker="o")
    ax.set_xlim(0.5, 2.5)
    ax.set_ylim(0, 3)
    return figure


@scene
def aliased():
    figure, ax = axes()
    ax.plot([0, 1, 2, 3], [0, 3, 1, 8], antialiased=False, marker="o")
    ax.plot([0, 1, 2, 3], [3, 1, 2, 0], antialiased=False, linestyle="--")
    return figure


@scene
def caps_joins():
    figure, ax = axes()
    for i, (c, j) in enumerate([("butt", "miter"), ("round", "bevel"), ("projecting", "round")]):
        ax.plot([0, 1, 2], [i, i + 1, i], lw=12, solid_capstyle=c, solid_joinstyle=j)
        ax.plot([3, 4, 5], [i, i + 1, i], lw=6, linestyle="--", dash_capstyle=c, dash_joinstyle=j)
    return figure


@scene
def marker_colors():
    figure, ax = axes()
    ax.plot([0, 1, 2], [0, 0, 0], marker="o", ms=14, mfc="C1", mec="k", mew=2)
    ax.plot([0, 1, 2], [1, 1, 1], marker="s", ms=14, mfc="none")
    ax.plot([0, 1, 2], [2, 2, 2], marker="^", ms=14, mec="none", alpha=0.5)
    ax.plot([0, 1, 2], [3, 3, 3], marker="D", ms=14, mfc=(1, 0, 0, 0.25))
    ax.plot([0, 1, 2], [4, 4, 4], marker="o", ms=14, color=(0, 0, 1, 0.25), mew=4)
    ax.plot([0, 1, 2], [5, 5, 5], marker="x", ms=0)
    return figure


ALL = ".,ov^<>12348sp*hH+xDd|_PX"


def allm(ms, ls):

    def make():
        figure, ax = axes((6, 4))
        for i, m in enumerate(ALL):
            ax.plot([i * 1.0, i + 0.37, i + 0.71], [i % 5, i % 5 + 1.3, i % 5 + 0.6], marker=m, ms=ms, linestyle=ls)
        return figure
    return make

SCENES["markers_all_6"] = allm(6, "none")
SCENES["markers_all_13"] = allm(13.3, "-")
SCENES["markers_all_2"] = allm(2, "none")


@scene
def marker_ticks():
    figure, ax = axes()
    for i, m in enumerate([0, 1, 2, 3]):
        ax.plot([0, 1, 2], [i, i + 0.5, i], marker=m, ms=10, linestyle="none")
    return figure


@scene
def set_ticks():
    figure, ax = axes()
    ax.plot([0, 1, 2], [0, 3, 1])
    ax.xaxis.set_major_locator(ticker.FixedLocator([0, 1.5, 2]))
    ax.xaxis.set_major_formatter(ticker.FixedFormatter(["zero", "one and a half", "two"]))
    ax.yaxis.set_major_locator(ticker.MultipleLocator(0.75))
    ax.yaxis.set_major_formatter(ticker.PercentFormatter(3))
    return figure


@scene
def inverted():
    figure, ax = axes()
    ax.plot([0, 1, 2], [0, 3, 1])
    ax.invert_xaxis()
    ax.invert_yaxis()
    return figure


@scene
def subplots_adjust():
    figure = Figure((5, 4), dpi=80)
    for i in range(1, 7):
        figure.add_subplot(2, 3, i).plot([1, 2, 3])
    figure.subplots_adjust(left=0.07, right=0.97, bottom=0.08, top=0.95, wspace=0.35, hspace=0.3)
    return figure


@scene
def long_zoomed():
    figure, ax = axes()
    ax.plot([i * 0.01 for i in range(5000)], [math.sin(i * 0.05) for i in range(5000)], linestyle="--")
    ax.set_xlim(20.005, 22.3)
    return figure


@scene
def long_zoomed_nan_x():
    figure, ax = axes()
    ax.plot([float("nan") if i % 7 == 3 else i * 0.01 for i in range(3000)], [math.sin(i * 0.05) for i in range(3000)])
    ax.set_xlim(20.005, 22.3)
    return figure


@scene
def long_unsorted():
    figure, ax = axes()
    ax.plot([math.cos(i * 0.013) * 3 for i in range(3000)], [math.sin(i * 0.017) * 2 for i in range(3000)], lw=1, marker=".", ms=3)
    ax.set_xlim(-1, 2)
    return figure


@scene
def dollar_text():
    figure, ax = axes()
    ax.plot([0, 1])
    ax.set_title("costs \\$5 and more")
    ax.set_xlabel("100 % of $")
    return figure


@scene
def empty_label_and_spaces():
    figure, ax = axes()
    ax.plot([0, 1])
    ax.set_title(" ")
    ax.set_xlabel("a\n\nb")
    ax.set_ylabel("  y  ")
    return figure


@scene
def big_fonts():
    figure, ax = axes()
    ax.plot([0, 1])
    ax.set_title("Big", fontsize=40)
    ax.set_xlabel("small", fontsize=5)
    ax.set_ylabel("mid", fontsize=15.5)
    ax.tick_params(labelsize=16)
    return figure


@scene
def linespacing():
    figure, ax = axes()
    ax.plot([0, 1])
    ax.set_title("one\ntwo\nthree", linespacing=2.0)
    ax.set_xlabel("left\naligned more", ha="left", va="bottom", linespacing=0.8)
    return figure


@scene
def labelpads():
    figure, ax = axes()
    ax.plot([0, 1])
    ax.set_xlabel("x", labelpad=12)
    ax.set_ylabel("y", labelpad=-5)
    return figure


@scene
def linewidth_zero():
    figure, ax = axes()
    ax.plot([0, 1, 0], lw=0, marker="o")
    ax.plot([1, 0, 1], lw=0.1)
    ax.plot([1, 0, 0], lw=0, linestyle="--")
    return figure


@scene
def hidden_things():
    figure, ax = axes()
    ax.plot([0, 10, 0], visible=False)
    ax.plot([1, 0, 1])
    ax.set_title("t").set_visible(True)
    ax.set_xlabel("hidden").set_visible(False)
    return figure
