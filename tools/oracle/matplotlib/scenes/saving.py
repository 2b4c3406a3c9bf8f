"""Figures as their files show them: cut to what is seen, without backgrounds, at other resolutions."""

from matplotlib.figure import Figure

from .common import registry

SCENES = {}
scene = registry(SCENES)


def page(width=4, height=3, **kwargs):
    return Figure(figsize=(width, height), dpi=100, **kwargs)


def labelled(figure, *args):
    ax = figure.add_subplot(*args)
    ax.plot([0, 1, 2], [0, 20000, 10000])
    ax.set_xlabel("x label")
    ax.set_ylabel("y label")
    ax.set_title("title")
    return ax


@scene
def saved_tight():
    figure = page()
    labelled(figure)
    return figure, dict(bbox_inches="tight")


@scene
def saved_tight_with_pad():
    figure = page()
    labelled(figure)
    return figure, dict(bbox_inches="tight", pad_inches=0.37)


@scene
def saved_tight_without_pad():
    figure = page()
    labelled(figure, 2, 2, 4)
    return figure, dict(bbox_inches="tight", pad_inches=0)


@scene
def saved_tight_at_another_dpi():
    figure = page()
    labelled(figure)
    figure.suptitle("over all", x=0.2)
    figure.text(1.1, 0.4, "beside")
    return figure, dict(bbox_inches="tight", dpi=143)


@scene
def saved_tight_transparent():
    figure = page()
    ax = labelled(figure)
    ax.set_facecolor("C3")
    ax.inset_axes([0.6, 0.6, 0.3, 0.3]).plot([1, 2])
    return figure, dict(bbox_inches="tight", transparent=True)


@scene
def saved_tight_around():
    figure = page(6, 4)
    ax = labelled(figure, 1, 2, 1)
    ax.set_aspect(1e-4)
    ax.text(1.5, 24000, "out of the plot", ha="center")
    ax.annotate("arrow", (1, 1000), (-1.4, -4000), arrowprops=dict(arrowstyle="->"))
    ax.plot([0.5, 3], [5000, 6000], "o-", clip_on=False)
    ax = figure.add_subplot(1, 2, 2)
    ax.plot([3, 1], label="a line outside")
    ax.legend(loc="upper left", bbox_to_anchor=(1, 1))
    ax.twinx().set_ylabel("twin")
    return figure, dict(bbox_inches="tight")


@scene
def saved_tight_with_colorbar():
    figure = page()
    ax = figure.add_subplot()
    image = ax.imshow([[1.0, 2.0], [3.0, 4.0]])
    ax.inset_axes([1.0, 3.0, 1.5, 0.5], transform=ax.transData).set_title("inset")
    figure.colorbar(image, extend="max", label="values")
    return figure, dict(bbox_inches="tight")


@scene
def saved_tight_constrained():
    figure = page(layout="constrained")
    labelled(figure, 1, 2, 1)
    labelled(figure, 1, 2, 2)
    figure.suptitle("over all")
    return figure, dict(bbox_inches="tight")


@scene
def saved_tight_empty():
    figure = page()
    figure.patch.set_facecolor("0.8")
    figure.add_subplot().set_axis_off()
    return figure, dict(bbox_inches="tight")


@scene
def saved_transparent():
    figure = page()
    labelled(figure)
    return figure, dict(transparent=True)


@scene
def saved_at_another_dpi():
    figure = page()
    labelled(figure)
    return figure, dict(dpi=61.5)


@scene
def saved_tight_around_what_runs_out():
    figure = page()
    ax = labelled(figure)
    ax.fill_between([0.0, 2.5, 3.0], [0.0, 1000.0, 30000.0], clip_on=False)
    ax.imshow([[1.0, 2.0]], extent=(-1.2, -0.7, 5000, 15000), clip_on=False, aspect="auto")
    ax.scatter([-2.0], [0.0], clip_on=False)
    ax.set_xlim(0.0, 2.0)
    ax.set_ylim(0.0, 20000.0)
    return figure, dict(bbox_inches="tight")


@scene
def saved_on_another_page():
    figure = page(facecolor="C0")
    labelled(figure)
    return figure, dict(facecolor="wheat")
