"""Grids of subplots, spans, mosaics, and plots at places of their own."""

from matplotlib.figure import Figure
from matplotlib.gridspec import GridSpec

from .common import registry

SCENES = {}
scene = registry(SCENES)


def page(width=5, height=4):
    return Figure(figsize=(width, height), dpi=100)


@scene
def subplots_with_ratios():
    figure = page()
    axs = figure.subplots(2, 3, width_ratios=[1, 2, 0.5], height_ratios=[3, 1])
    for i, ax in enumerate(axs.flat):
        ax.plot([0, i, 1])
    return figure


@scene
def subplots_adjusted():
    figure = page()
    figure.subplots(2, 2)
    figure.subplots_adjust(left=0.2, right=0.95, bottom=0.05, top=0.8, wspace=0.7, hspace=0.05)
    return figure


@scene
def gridspec_spans():
    figure = page(6, 5)
    grid = GridSpec(3, 3, figure=figure, width_ratios=[2, 1, 1], hspace=0.4, left=0.08, top=0.97)
    for cells in (grid[0, :], grid[1, :-1], grid[1:, -1], grid[-1, 0], grid[-1, -2]):
        figure.add_subplot(cells).plot([1, 3, 2])
    return figure


@scene
def gridspec_within_gridspec():
    figure = page(6, 4)
    grid = GridSpec(1, 2, figure=figure, wspace=0.3)
    left = grid[0].subgridspec(3, 3, hspace=0.5, width_ratios=[1, 2, 1])
    right = grid[1].subgridspec(2, 1)
    for cells in (left[:-1, :], left[-1, :-1], left[-1, -1], right[0, 0], right[1, 0]):
        figure.add_subplot(cells)
    return figure


@scene
def gridspec_with_edges():
    figure = page()
    grid = GridSpec(2, 1, left=0.15, right=0.45, bottom=0.2, top=0.9, hspace=0.6)
    other = GridSpec(1, 1, left=0.6, right=0.98)
    figure.add_subplot(grid[0])
    figure.add_subplot(grid[1])
    figure.add_subplot(other[0])
    return figure


@scene
def mosaic_of_letters():
    figure = page(6, 5)
    axs = figure.subplot_mosaic("AAB\nC.B\nCDD")
    for name, ax in axs.items():
        ax.set_title(name)
    return figure


@scene
def mosaic_with_ratios():
    figure = page(6, 4)
    axs = figure.subplot_mosaic("AB;CC", width_ratios=[3, 1], height_ratios=[1, 2])
    axs["C"].plot([1, 5, 2])
    axs["A"].plot([3, 2])
    return figure


@scene
def mosaic_nested():
    figure = page(6, 4)
    axs = figure.subplot_mosaic([["left", [["a", "b"], ["c", "c"]]], ["low", "low"]])
    for name, ax in axs.items():
        ax.text(0.5, 0.5, name, ha="center", va="center")
    return figure


@scene
def mosaic_sharing():
    figure = page(6, 4)
    axs = figure.subplot_mosaic("AAB;CDD", sharex=True, sharey=True)
    axs["A"].plot([0, 3], [5, 8])
    axs["D"].plot([2, 7], [4, 2])
    return figure


@scene
def axes_at_places_of_their_own():
    figure = page()
    figure.add_axes([0.1, 0.15, 0.5, 0.7]).plot([1, 4, 2])
    figure.add_axes([0.35, 0.55, 0.6, 0.4]).plot([3, 1])
    figure.add_axes([0.7, 0.1, 0.25, 0.25]).bar([1, 2], [3, 5])
    return figure
