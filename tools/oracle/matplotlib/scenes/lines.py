"""Lines: what the data may be, and what a line may look like."""

from .common import axes, random_steps, random_walk, registry

SCENES = {}
scene = registry(SCENES)

NAN = float("nan")
INF = float("inf")


@scene
def lab():
    figure, ax = axes((5, 4))
    ax.plot([1, 2, 3])
    return figure


@scene
def hi_mom():
    figure, ax = axes((6.4, 4.8))
    ax.plot([1, 2, 3])
    ax.set_title("hi mom")
    ax.grid(True)
    ax.set_xlabel("time")
    ax.set_ylabel("volts")
    return figure


@scene
def random_walk_100k():
    figure, ax = axes((6.4, 4.8))
    ax.plot(random_walk(100_000))
    return figure


@scene
def random_walk_dashed():
    figure, ax = axes()
    ax.plot(random_walk(2_000), linestyle="--", linewidth=1.0)
    return figure


@scene
def noise():
    figure, ax = axes()
    ax.plot(list(random_steps(3_000)), linewidth=0.5)
    return figure


@scene
def nan_gaps():
    figure, ax = axes()
    ax.plot([NAN, 1, 2, NAN, 3, 2.5, NAN, NAN, 1, NAN, 0.5, 2, 2.25, NAN])
    return figure


@scene
def nan_in_x():
    figure, ax = axes()
    ax.plot([0, 1, NAN, 3, 4, 5], [2, 1, 3, NAN, 2, 4])
    return figure


@scene
def infinite_values():
    figure, ax = axes()
    ax.plot([1, 2, INF, 3, 2, -INF, 4, 4.5])
    return figure


@scene
def all_nan():
    figure, ax = axes()
    ax.plot([NAN, NAN, NAN])
    return figure


@scene
def empty_axes():
    figure, _ = axes()
    return figure


@scene
def empty_plot():
    figure, ax = axes()
    ax.plot([], [])
    return figure


@scene
def constant_line():
    figure, ax = axes()
    ax.plot([3, 3, 3, 3])
    return figure


@scene
def constant_zero():
    figure, ax = axes()
    ax.plot([0, 0, 0])
    return figure


@scene
def constant_large():
    figure, ax = axes()
    ax.plot([-2.5e9, -2.5e9])
    return figure


@scene
def single_point():
    figure, ax = axes()
    ax.plot([2], [3])
    return figure


@scene
def single_point_marked():
    figure, ax = axes()
    ax.plot([2], [3], marker="o")
    return figure


@scene
def two_identical_points():
    figure, ax = axes()
    ax.plot([1, 1], [2, 2], linewidth=8)
    return figure


@scene
def y_tiny():
    figure, ax = axes()
    ax.plot([1e-300, 2e-300, 3e-300])
    return figure


@scene
def y_tiny_around_zero():
    figure, ax = axes()
    ax.plot([-1e-300, 0, 4e-300, 2.5e-300])
    return figure


@scene
def y_huge():
    figure, ax = axes()
    ax.plot([1e300, 2e300, 3e300])
    return figure


@scene
def y_huge_around_zero():
    figure, ax = axes()
    ax.plot([-1.5e300, 0, 7e300, 2.5e300])
    return figure


@scene
def x_tiny():
    figure, ax = axes()
    ax.plot([1e-300, 2e-300, 4e-300], [1, 3, 2])
    return figure


@scene
def x_huge():
    figure, ax = axes()
    ax.plot([-1e300, 2e300, 4e300], [1, 3, 2])
    return figure


@scene
def several_lines():
    figure, ax = axes()
    for i in range(12):
        ax.plot([0, 1, 2, 3], [i, i + 2, i - 1, i])
    return figure


@scene
def colors():
    figure, ax = axes()
    for i, color in enumerate(["C3", "k", "red", "tab:olive", "#17becf", "#123456", "0.6", "g"]):
        ax.plot([0, 1], [i, i + 1], color=color, linewidth=3)
    return figure


@scene
def colors_with_alpha():
    figure, ax = axes()
    ax.plot([0, 1, 2], [0, 3, 1], color="C1", alpha=0.5, linewidth=12)
    ax.plot([0, 1, 2], [3, 0, 2], color="#0000ff40", linewidth=12)
    ax.plot([0, 1, 2], [1, 1, 1], color="k", alpha=0.25, linewidth=20, linestyle="--")
    return figure


@scene
def axis_aligned_steps():
    figure, ax = axes()
    ax.plot([0, 0, 1, 1, 2, 2, 3], [0, 1, 1, 3, 3, 2, 2])
    ax.plot([0, 3], [0.5, 0.5], linewidth=1)
    ax.plot([1.5, 1.5], [0, 3], linewidth=2)
    return figure


@scene
def sharp_corners():
    figure, ax = axes()
    ax.plot([0, 1, 1.05, 2, 2.02, 2.04, 3], [0, 5, 0, 5, 1, 5, 4], linewidth=6)
    return figure


@scene
def data_coming_back():
    figure, ax = axes()
    ax.plot([0, 3, 1, 4, 2, 2, 0], [0, 1, 3, 2, 2, 0, 0])
    return figure


LINESTYLES = {"solid": "-", "dashed": "--", "dashdot": "-.", "dotted": ":"}


def styled_line(style, width):
    def make_figure():
        figure, ax = axes()
        ax.plot([0, 1, 2, 3, 4, 5], [0, 4, 1, 1, 5, 2], linestyle=style, linewidth=width)
        return figure

    return make_figure


for style_name, style in LINESTYLES.items():
    for width in (0.5, 1.5, 3.0):
        SCENES[f"line_{style_name}_{width:g}"] = styled_line(style, width)
