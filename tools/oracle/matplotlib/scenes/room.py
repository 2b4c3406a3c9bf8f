"""Titles over all plots, and layouts that make room for what stands around plots."""

from matplotlib.figure import Figure

from .common import registry

SCENES = {}
scene = registry(SCENES)


def page(width=5, height=4, **kwargs):
    return Figure(figsize=(width, height), dpi=100, **kwargs)


def crowded(figure, axs):
    for i, ax in enumerate(axs.flat):
        ax.plot([0, 10 ** i], [0, 3 * i + 1])
        ax.set_title(f"title {i}")
        ax.set_xlabel("x label")
        ax.set_ylabel("y label")
    return figure


@scene
def texts_of_the_figure():
    figure = page()
    figure.subplots(2, 2)
    figure.suptitle("over all plots")
    figure.supxlabel("below all")
    figure.supylabel("left of all")
    figure.text(0.5, 0.5, "anywhere", color="C3")
    return figure


@scene
def suptitle_moved():
    figure = page()
    figure.add_subplot()
    figure.suptitle("two\nlines", x=0.1, y=0.9, ha="left", fontsize=16, color="C1")
    return figure


@scene
def tight_one():
    figure = page()
    ax = figure.add_subplot()
    ax.plot([0, 1], [0, 20000])
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    figure.tight_layout()
    return figure


@scene
def tight_grid():
    figure = page(6, 5)
    crowded(figure, figure.subplots(2, 2)).tight_layout()
    return figure


@scene
def tight_with_pads():
    figure = page(6, 5)
    crowded(figure, figure.subplots(2, 2)).tight_layout(pad=0.4, w_pad=2.5, h_pad=1.0)
    return figure


@scene
def tight_in_a_rectangle():
    figure = page(6, 5)
    crowded(figure, figure.subplots(2, 2)).tight_layout(rect=[0.1, 0, 1, 0.9])
    return figure


@scene
def tight_spans():
    figure = page(6, 5)
    axs = figure.subplot_mosaic("AAB\nCDB\nEEE")
    for name, ax in axs.items():
        ax.set_title(name)
        ax.set_ylabel("y")
    axs["B"].twinx().set_ylabel("twin")
    figure.tight_layout()
    return figure


@scene
def tight_with_suptitle():
    figure = page(6, 5)
    crowded(figure, figure.subplots(2, 1))
    figure.suptitle("over all")
    figure.supxlabel("below")
    figure.supylabel("left")
    figure.tight_layout()
    return figure


@scene
def tight_shared():
    figure = page(6, 5)
    axs = figure.subplots(2, 2, sharex=True, sharey=True)
    axs[0][0].plot([0, 1000], [0, -0.001])
    axs[0][0].text(1200, 0, "out to the right")
    axs[1][1].plot([float("nan")], [float("nan")], label="a")
    axs[1][1].legend(loc="upper left")
    figure.tight_layout()
    return figure


@scene
def tight_with_equal_aspect():
    figure = page(6, 4)
    for ax in figure.subplots(1, 2):
        ax.imshow([[1, 2, 3], [4, 5, 6]])
    figure.tight_layout()
    return figure


@scene
def tight_without_room():
    figure = page(1, 1)
    crowded(figure, figure.subplots(3, 3))
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        figure.tight_layout()
    return figure


@scene
def constrained_one():
    figure = page(layout="constrained")
    ax = figure.add_subplot()
    ax.plot([0, 1], [0, 20000])
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return figure


@scene
def constrained_grid():
    figure = page(6, 5, layout="constrained")
    return crowded(figure, figure.subplots(2, 2))


@scene
def constrained_ratios_and_pads():
    figure = page(6, 5, layout="constrained")
    crowded(figure, figure.subplots(2, 3, width_ratios=[1, 2, 1], height_ratios=[3, 2]))
    figure.get_layout_engine().set(w_pad=0.1, h_pad=0.2, wspace=0.3, hspace=0)
    return figure


@scene
def constrained_mosaic():
    figure = page(6, 5, layout="constrained")
    axs = figure.subplot_mosaic("AAAB\nCCDD\nEFFF")
    for name, ax in axs.items():
        ax.set_title(name)
    axs["A"].set_ylabel("long y label")
    axs["D"].set_ylabel("y")
    return figure


@scene
def constrained_nested():
    figure = page(6, 5, layout="constrained")
    axs = figure.subplot_mosaic([["left", [["a", "b"], ["c", "c"]]], ["low", "low"]])
    for name, ax in axs.items():
        ax.set_xlabel(name)
    axs["c"].set_ylabel("y")
    return figure


@scene
def constrained_with_suptitle():
    figure = page(6, 5, layout="constrained")
    crowded(figure, figure.subplots(2, 2, sharex=True))
    figure.suptitle("over all", fontsize=18)
    figure.supxlabel("below")
    figure.supylabel("left")
    return figure


@scene
def constrained_twins():
    figure = page(6, 3, layout="constrained")
    left, right = figure.subplots(1, 2)
    left.plot([1, 2])
    twin = left.twinx()
    twin.plot([1000, 20000])
    twin.set_ylabel("twin")
    right.twiny().set_xlabel("top")
    right.set_title("title")
    return figure


@scene
def constrained_in_a_rectangle():
    figure = page(6, 4, layout="constrained")
    crowded(figure, figure.subplots(1, 2))
    figure.get_layout_engine().set(rect=(0.1, 0.2, 0.6, 0.7))
    return figure
