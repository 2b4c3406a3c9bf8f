"""Colorbars in constrained layouts: in the margins, beside what stands around their plots."""

from matplotlib.figure import Figure

from .common import registry

SCENES = {}
scene = registry(SCENES)

VALUES = [[1.0, 2.0, 3.0], [4.0, 5.0, 9.0]]


def page(width=6, height=4):
    return Figure(figsize=(width, height), dpi=100, layout="constrained")


def mesh(ax, factor=1.0):
    ax.set_xlabel("x label")
    ax.set_ylabel("y label")
    return ax.pcolormesh([[factor * v for v in row] for row in VALUES])


@scene
def constrained_colorbar():
    figure = page()
    figure.colorbar(mesh(figure.add_subplot()), label="values")
    return figure


def side(location):
    figure = page()
    ax = figure.add_subplot()
    ax.set_title("title")
    figure.colorbar(mesh(ax), location=location, label="values")
    return figure


for location in ("left", "right", "top", "bottom"):
    SCENES[f"constrained_colorbar_{location}"] = lambda location=location: side(location)


@scene
def constrained_colorbars_of_a_grid():
    figure = page(7, 5)
    for i, ax in enumerate(figure.subplots(2, 2).flat):
        figure.colorbar(mesh(ax, 10.0**i), ax=ax)
    figure.suptitle("over all")
    return figure


@scene
def constrained_colorbar_of_many():
    figure = page(7, 5)
    axs = figure.subplots(2, 2)
    for ax in axs.flat:
        last = mesh(ax)
    figure.colorbar(last, ax=axs, label="all")
    figure.colorbar(last, ax=list(axs[1, :]), location="bottom")
    return figure


@scene
def constrained_colorbar_of_a_column():
    figure = page(7, 5)
    axs = figure.subplots(2, 2)
    for ax in axs.flat:
        last = mesh(ax)
    figure.colorbar(last, ax=list(axs[:, 0]), shrink=0.6)
    figure.colorbar(last, ax=axs[0, 1], location="top")
    return figure


@scene
def constrained_two_colorbars():
    figure = page()
    ax = figure.add_subplot()
    last = mesh(ax)
    figure.colorbar(last, label="one")
    figure.colorbar(last, label="two", extend="both")
    figure.colorbar(last, location="left", pad=0.1, fraction=0.2)
    return figure


@scene
def constrained_colorbar_of_an_image():
    figure = page(8, 3.6)
    left, right = figure.subplots(1, 2)
    figure.colorbar(left.imshow(VALUES), shrink=0.8, label="height")
    figure.colorbar(mesh(right), location="bottom", extend="both")
    return figure


@scene
def constrained_colorbar_wider_than_its_plot():
    figure = page(4, 3)
    ax = figure.add_subplot()
    ax.set_axis_off()
    last = ax.pcolormesh([[0.0, 1e9], [2e9, 123456789012.0]])
    figure.colorbar(last, location="bottom", ticks=[0.0, 123456789012.0], format="%.3f")
    return figure


@scene
def constrained_colorbar_of_a_mosaic():
    figure = page(7, 5)
    axs = figure.subplot_mosaic("AAB\nCCB")
    for ax in axs.values():
        last = mesh(ax)
    figure.colorbar(last, ax=axs["B"], aspect=10)
    figure.colorbar(last, ax=[axs["A"], axs["C"]], location="left")
    return figure


def three(location):
    figure = page(6, 5)
    ax = figure.add_subplot()
    ax.set_title("title")
    last = mesh(ax)
    for label in ("one", "two", "three"):
        figure.colorbar(last, location=location, label=label, shrink=0.7)
    return figure


def two_of_all(location):
    figure = page(6, 5)
    axs = figure.subplots(2, 2)
    for ax in axs.flat:
        last = mesh(ax)
    figure.colorbar(last, ax=axs, location=location, label="one")
    figure.colorbar(last, ax=axs, location=location, extend="both")
    return figure


def bare(location):
    figure = page(5, 4)
    axs = figure.subplots(2, 2)
    for ax in axs.flat:
        ax.set_axis_off()
        last = ax.pcolormesh([[0.0, 1e9, 3e9], [2e9, 4e9, 123456789012.0]])
    ends = [0.0, 123456789012.0]
    figure.colorbar(last, ax=axs, location=location, ticks=ends, format="%.3f")
    figure.colorbar(last, ax=axs[0, 1], location=location, ticks=ends, format="%.2f")
    return figure


for location in ("left", "right", "top", "bottom"):
    SCENES[f"constrained_three_colorbars_{location}"] = lambda location=location: three(location)
    SCENES[f"constrained_colorbars_of_all_{location}"] = lambda location=location: two_of_all(location)
    SCENES[f"constrained_colorbars_of_the_bare_{location}"] = lambda location=location: bare(location)
