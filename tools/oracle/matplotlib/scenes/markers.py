"""Markers, alone and on lines."""

from .common import axes, random_steps, registry

SCENES = {}
scene = registry(SCENES)

MARKERS = {"circle": "o", "square": "s", "triangle": "^", "plus": "+", "cross": "x", "point": "."}


def twelve(marker, linestyle):
    def make_figure():
        figure, ax = axes()
        x = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
        y = [0, 1, 4, 2, 2.5, 7, 3.25, 1, 0.5, 6, 5, 3]
        ax.plot(x, y, marker=marker, linestyle=linestyle)
        return figure

    return make_figure


for marker_name, marker in MARKERS.items():
    SCENES[f"markers_{marker_name}"] = twelve(marker, "none")
    SCENES[f"markers_{marker_name}_on_line"] = twelve(marker, "-")


@scene
def markers_of_every_kind():
    figure, ax = axes()
    for i, marker in enumerate(MARKERS.values()):
        ax.plot([0.1, 1.3, 2.2, 3.7], [i, i + 0.4, i - 0.3, i + 0.1], marker=marker, linestyle=":")
    return figure


@scene
def markers_translucent():
    figure, ax = axes()
    ax.plot([0, 1, 1.02, 2], [0, 1, 1.05, 0.5], marker="o", color="C2", alpha=0.4)
    return figure


@scene
def markers_beside_nan():
    figure, ax = axes()
    ax.plot([0, 1, 2, 3, 4], [0, float("nan"), 2, 1, float("nan")], marker="s")
    return figure


@scene
def markers_cut_by_the_axes():
    figure, ax = axes()
    ax.plot([0, 1, 2, 3, 4], [0, 1, 2, 3, 4], marker="o")
    ax.set_xlim(1, 3)
    ax.set_ylim(0, 3)
    return figure


@scene
def markers_many():
    figure, ax = axes()
    ax.plot(list(random_steps(500)), marker=".", linestyle="none")
    return figure


@scene
def markers_at_dpi_150():
    figure, ax = axes((3, 2), 150)
    for i, marker in enumerate(MARKERS.values()):
        ax.plot([0, 1, 2], [i, i + 1, i], marker=marker)
    return figure


@scene
def markers_of_mathematics():
    figure, ax = axes()
    letters = [r"$\heartsuit$", r"$\alpha$", r"$f$", r"$\frac{1}{2}$", r"$x^2$", "$a$ or $b$", r"$\sum$", r"$\hat{o}_i$"]
    for i, letter in enumerate(letters):
        ax.plot([i, i + 0.5], [0.0, 1.0], marker=letter, markersize=6.0 + 3.0 * i, linestyle=":")
    ax.plot([0.0, 3.0, 7.0], [2.0, 2.3, 2.1], marker=r"$\clubsuit$", markersize=14, markeredgecolor="k", markerfacecolor="none")
    ax.plot([1.0, 4.0], [1.6, 1.7], marker=r"$\Omega$", markersize=18, fillstyle="left", alpha=0.5, label="half")
    ax.plot([5.0, 6.0], [1.5, 1.7], marker="$W$", markersize=12, markeredgewidth=0, label="none")
    ax.plot([0.5, 1.5], [1.5, 1.6], marker=r"$\mathdefault{3\_}$", markersize=12, label="three")
    ax.legend()
    return figure


@scene
def scatter_of_mathematics():
    figure, ax = axes()
    x, y, size, shade = [0.0, 1.0, 2.0, 3.0], [1.0, 0.0, 2.0, 1.0], [40.0, 90.0, 200.0, 600.0], [0.0, 1.0, 2.0, 3.0]
    ax.scatter(x, y, s=size, c=shade, marker=r"$\clubsuit$", label="clubs")
    ax.scatter(y, x, s=100.0, marker="$Q_3$", alpha=0.6, edgecolors="r")
    ax.legend()
    return figure
