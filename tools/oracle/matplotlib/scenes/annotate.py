"""Annotations: arrows, ways, boxes, coordinates."""

from .common import axes, registry

SCENES = {}
scene = registry(SCENES)

CURVES = ["-", "->", "<-", "<->", "-|>", "<|-", "<|-|>", "]-", "-[", "]-[", "|-|", "]->", "<-["]


@scene
def annotate_curves():
    figure, ax = axes((5, 5))
    ax.set_xlim(0, 10)
    ax.set_ylim(0, 14)
    for i, style in enumerate(CURVES):
        ax.annotate(style, (8, i + 0.5), xytext=(1, i + 1), arrowprops={"arrowstyle": style})
    return figure


@scene
def annotate_curves_with_numbers():
    figure, ax = axes((5, 4))
    ax.set_xlim(0, 10)
    ax.set_ylim(0, 6)
    styles = ["->, head_length=1.2, head_width=0.6", "-|>, head_length=1.5",
              "-[, widthB=2, lengthB=0.5", "|-|, widthA=0.5, angleA=30, angleB=-20",
              "]-[, widthA=1.5, angleB=45"]
    for i, style in enumerate(styles):
        ax.annotate("text", (8, i + 0.5), xytext=(1, i + 1),
                    arrowprops={"arrowstyle": style, "linewidth": i + 1, "color": f"C{i}"})
    return figure


@scene
def annotate_filled_arrows():
    figure, ax = axes((5, 4))
    ax.set_xlim(0, 10)
    ax.set_ylim(0, 8)
    styles = ["simple", "fancy", "wedge", "simple, tail_width=0.6, head_width=1.5",
              "fancy, head_length=1, tail_width=0.8", "wedge, tail_width=1"]
    for i, style in enumerate(styles):
        ax.annotate("text", (8, i + 0.5), xytext=(1, i + 1.5), size=14,
                    arrowprops={"arrowstyle": style, "fc": f"C{i}", "ec": "k",
                                "connectionstyle": f"arc3, rad={0.1 * i}"})
    return figure


@scene
def annotate_block_arrows():
    figure, ax = axes((5, 4))
    ax.set_xlim(0, 10)
    ax.set_ylim(0, 10)
    ax.annotate("right", (8, 9), xytext=(1, 8), arrowprops={})
    ax.annotate("shrunk", (8, 6), xytext=(1, 3), arrowprops={"facecolor": "black", "shrink": 0.05})
    ax.annotate("narrow", (1, 1), xytext=(6, 1.5),
                arrowprops={"width": 1, "headwidth": 6, "headlength": 20, "color": "C3"})
    return figure


@scene
def annotate_ways():
    figure, ax = axes((6, 5))
    ax.set_xlim(0, 12)
    ax.set_ylim(0, 12)
    ways = ["arc3", "arc3, rad=0.5", "arc3, rad=-0.3", "angle3, angleA=90, angleB=0",
            "angle, angleA=0, angleB=90, rad=10", "angle, angleA=-90, angleB=180",
            "arc, angleA=0, angleB=-90, armA=30, armB=30, rad=7",
            "arc, angleA=0, armA=40", "arc, angleB=90, armB=25, rad=5",
            "bar", "bar, fraction=-0.2", "bar, angle=180, fraction=-0.1, armA=10"]
    for i, way in enumerate(ways):
        x, y = i % 3 * 4 + 0.5, i // 3 * 3 + 0.5
        ax.annotate("A", (x + 2.5, y + 1.5), xytext=(x, y),
                    arrowprops={"arrowstyle": "->", "connectionstyle": way})
    return figure


@scene
def annotate_shrink_and_start():
    figure, ax = axes((5, 4))
    ax.set_xlim(0, 10)
    ax.set_ylim(0, 10)
    ax.annotate("shrunk", (8, 9), xytext=(1, 8),
                arrowprops={"arrowstyle": "->", "shrinkA": 20, "shrinkB": 15})
    ax.annotate("not shrunk", (8, 6), xytext=(1, 5),
                arrowprops={"arrowstyle": "->", "shrinkA": 0, "shrinkB": 0, "linestyle": "--"})
    ax.annotate("from its corner", (8, 3), xytext=(1, 1),
                arrowprops={"arrowstyle": "->", "relpos": (1, 1)})
    ax.annotate("", (9, 1), xytext=(6, 1), arrowprops={"arrowstyle": "<->", "alpha": 0.5})
    ax.annotate("larger", (4, 4), xytext=(6, 3),
                arrowprops={"arrowstyle": "-|>", "mutation_scale": 30})
    return figure


@scene
def annotate_coordinates():
    figure, ax = axes((5, 4))
    ax.plot([0, 5, 10], [0, 8, 4])
    arrow = {"arrowstyle": "->"}
    ax.annotate("offset points", (5, 8), xytext=(20, -30), textcoords="offset points",
                arrowprops=arrow)
    ax.annotate("offset pixels", (10, 4), xytext=(-90, -10), textcoords="offset pixels",
                arrowprops=arrow)
    ax.annotate("offset fontsize", (5, 8), xytext=(-8, -5), textcoords="offset fontsize",
                arrowprops=arrow)
    ax.annotate("axes", (0.1, 0.1), xycoords="axes fraction", xytext=(0.3, 0.3),
                textcoords="figure fraction", arrowprops=arrow)
    ax.annotate("points", (150, 20), xycoords="axes points", color="C1")
    ax.annotate("pixels", (3, 280), xycoords="figure pixels", color="C2")
    ax.annotate("mixed", (8, 0.9), xycoords=("data", "axes fraction"), color="C3")
    ax.annotate("left out", (20, 4), arrowprops=arrow)
    ax.annotate("outside", (10.6, 1), annotation_clip=False, rotation=90)
    return figure


@scene
def boxes_around_text():
    figure, ax = axes((6, 4))
    ax.set_xlim(0, 9)
    ax.set_ylim(0, 8)
    styles = ["square", "circle", "ellipse", "rarrow", "larrow", "darrow", "round", "round4",
              "sawtooth", "roundtooth", "round, pad=0.8, rounding_size=0.2",
              "rarrow, head_width=2, head_angle=60", "square, pad=0", "round4, rounding_size=0.5",
              "sawtooth, tooth_size=0.4, pad=0.6"]
    for i, style in enumerate(styles):
        ax.text(i % 3 * 3 + 0.6, i // 3 * 1.6 + 0.6, style.split(",")[0],
                bbox={"boxstyle": style, "facecolor": f"C{i % 10}", "alpha": 0.5})
    return figure


@scene
def boxes_turned_and_aligned():
    figure, ax = axes((5, 4))
    ax.plot([0, 1], [0, 1])
    ax.text(0.2, 0.7, "plain box", bbox={})
    ax.text(0.5, 0.5, "two lines\nof text", ha="center", va="center", rotation=30,
            bbox={"boxstyle": "round", "fc": "w", "ec": "C3", "lw": 2, "ls": "--"})
    ax.text(0.9, 0.1, "right", ha="right", va="top", size=16, color="w",
            bbox={"boxstyle": "larrow", "fc": "k"})
    ax.text(0.1, 0.1, "anchor", rotation=-45, rotation_mode="anchor",
            bbox={"fc": "none", "ec": "C2"})
    return figure


@scene
def annotate_with_boxes():
    figure, ax = axes((5, 4))
    ax.plot([0, 5, 10], [0, 8, 4])
    ax.annotate("boxed", (5, 8), xytext=(7, 2), bbox={"boxstyle": "square", "fc": "0.9"},
                arrowprops={"arrowstyle": "->"})
    ax.annotate("round box", (5, 8), xytext=(0.5, 5),
                bbox={"boxstyle": "round", "fc": "w", "ec": "none"},
                arrowprops={"arrowstyle": "-|>", "connectionstyle": "arc3, rad=-0.3"})
    return figure


SHORT = ["simple", "fancy", "wedge", "->", "-|>", "<|-|>", "-[", "]-[", "|-|", "simple, head_length=1.5, tail_width=0.7"]


def arrows(length, **kwargs):
    """Each style, in ten directions, so many pixels long."""
    from math import cos, radians, sin

    figure, ax = axes((4, 4))
    ax.set_xlim(0, 10)
    ax.set_ylim(0, 10)
    for i, style in enumerate(SHORT):
        for j in range(5):
            angle = radians(72 * j + 7 * i)
            ax.annotate("", (1 + 2 * j, i + 0.5), xytext=(length * cos(angle), length * sin(angle)),
                        textcoords="offset pixels", size=13, arrowprops={"arrowstyle": style, "shrinkA": 0, "shrinkB": 0, **kwargs})
    return figure


SCENES["annotate_short_arrows"] = lambda: arrows(4)
SCENES["annotate_arrows_as_long_as_heads"] = lambda: arrows(9)
SCENES["annotate_short_arrows_bent"] = lambda: arrows(14, connectionstyle="arc3, rad=0.4")
SCENES["annotate_arrows_hardly_bent"] = lambda: arrows(30, connectionstyle="arc3, rad=-0.05")


@scene
def annotate_bars_at_angles():
    from math import cos, radians, sin

    figure, ax = axes((4, 4))
    ax.set_xlim(0, 10)
    ax.set_ylim(0, 10)
    for i, way in enumerate(["angle=0", "angle=30", "angle=-75, armA=3", "angle=160, armB=9", "armA=5, armB=2"]):
        for j in range(5):
            angle = radians(72 * j + 17 * i)
            ax.annotate("", (1 + 2 * j, 2 * i + 1), xytext=(25 * cos(angle), 25 * sin(angle)), textcoords="offset pixels",
                        arrowprops={"arrowstyle": "->", "connectionstyle": f"bar, fraction=0.3, {way}", "shrinkA": 0, "shrinkB": 0})
    return figure
