"""Figures, axes, titles, labels, grids and limits."""

from matplotlib.figure import Figure

from .common import axes, registry

SCENES = {}
scene = registry(SCENES)


def grid(size, dpi):
    def make_figure():
        figure, ax = axes(size, dpi)
        ax.plot([0, 1, 2, 3], [10, 30, 20, 25])
        ax.grid(True)
        return figure

    return make_figure


SCENES["grid_dpi_72"] = grid((5, 4), 72)
SCENES["grid_dpi_100"] = grid((3.3, 2.7), 100)
SCENES["grid_dpi_150"] = grid((4, 2.5), 150)
SCENES["grid_dpi_200"] = grid((3, 2), 200)
SCENES["grid_dpi_96.5"] = grid((4.01, 2.99), 96.5)


@scene
def title_and_labels():
    figure, ax = axes()
    ax.plot([0, 1, 2], [0, 1, 0.5])
    ax.set_title("A title")
    ax.set_xlabel("distance (km)")
    ax.set_ylabel("height (m)")
    return figure


@scene
def words_of_many_shapes():
    figure, ax = axes((5, 4))
    ax.plot([0, 1], [0, 1])
    ax.set_title("AVATAR To Wy: office, fjord & ffi")
    ax.set_xlabel("naïve Ωμέγα Привет ±∞ °C")
    ax.set_ylabel("jumpy gyq |x| [10³]")
    return figure


@scene
def wide_tick_labels_push_the_ylabel():
    figure, ax = axes()
    ax.plot([0, 1], [-12345.678, -12345.25])
    ax.set_ylabel("pushed left")
    return figure


@scene
def labels_beside_offset_text():
    figure, ax = axes()
    ax.plot([1e7, 3e7], [2e-6, 9e-6])
    ax.set_title("title")
    ax.set_xlabel("x label")
    ax.set_ylabel("y label")
    return figure


@scene
def title_of_two_lines():
    figure, ax = axes()
    ax.plot([1, 2])
    ax.set_title("first line\nand the second")
    ax.set_xlabel("one\ntwo")
    ax.set_ylabel("three\nfour")
    return figure


@scene
def tiny_figure():
    figure, ax = axes((1, 1))
    ax.plot([1, 2, 3])
    return figure


@scene
def large_figure():
    figure, ax = axes((10, 7))
    ax.plot([3, 1, 4, 1, 5, 9, 2, 6])
    ax.grid(True)
    return figure


@scene
def inverted_limits():
    figure, ax = axes()
    ax.plot([0, 1, 2], [0, 1, 3])
    ax.set_xlim(2.5, -0.5)
    ax.set_ylim(3, 0)
    return figure


@scene
def zoomed_in():
    figure, ax = axes()
    ax.plot([0, 1, 2, 3, 4], [0, 10, 5, -8, 3])
    ax.set_xlim(0.8, 2.6)
    ax.set_ylim(-2, 6)
    return figure


@scene
def zoomed_far_in():
    figure, ax = axes()
    ax.plot([0, 1000, 2000], [0, 1e6, -1e6], linestyle="-.")
    ax.set_xlim(999.99, 1000.01)
    ax.set_ylim(999980, 1000005)
    return figure


@scene
def zoomed_off_the_line():
    figure, ax = axes()
    ax.plot([0, 1, 2], [0, 1, 3])
    ax.set_xlim(10, 11)
    return figure


@scene
def margins_zero():
    figure, ax = axes()
    ax.plot([0, 1, 2], [0, 4, 1], linewidth=5)
    ax.margins(0)
    return figure


@scene
def margins_large():
    figure, ax = axes()
    ax.plot([0, 1, 2], [0, 4, 1])
    ax.margins(0.5)
    return figure


@scene
def subplots_1x2():
    figure = Figure(figsize=(6, 3), dpi=100)
    for i in (1, 2):
        ax = figure.add_subplot(1, 2, i)
        ax.plot([0, 1, 2], [i, 3 - i, i * i])
        ax.set_title(f"panel {i}")
    return figure


@scene
def subplots_2x2():
    figure = Figure(figsize=(6, 5), dpi=100)
    for i in (1, 2, 3, 4):
        ax = figure.add_subplot(2, 2, i)
        ax.plot([0, i, 2 * i], [i, 10 * i, -i])
        ax.grid(True)
    return figure


@scene
def subplots_3x1():
    figure = Figure(figsize=(3, 5), dpi=100)
    for i in (1, 2, 3):
        figure.add_subplot(3, 1, i).plot([1, 2, 1.5])
    return figure
