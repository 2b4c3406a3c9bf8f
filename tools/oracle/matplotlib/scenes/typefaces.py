"""Families of letters, heavy and leaning ones, and text around plots that is set in them."""

from matplotlib import rc_context
from matplotlib.figure import Figure

from .common import axes, registry

SCENES = {}
scene = registry(SCENES)

FAMILIES = ("sans-serif", "monospace", "STIXGeneral")
CUTS = (("normal", "normal"), ("bold", "normal"), ("normal", "italic"), ("bold", "italic"))


@scene
def typefaces_of_all_families():
    figure = Figure(figsize=(6, 4.5), dpi=100)
    for i, family in enumerate(FAMILIES):
        for j, (weight, style) in enumerate(CUTS):
            figure.text(0.02 + 0.5 * (j % 2), 0.94 - 0.12 * (2 * i + j // 2), "AV fix: Wäsche, 1.5 kg", family=family,
                        weight=weight, style=style, fontsize=14)
    return figure


@scene
def typefaces_of_leaning_serifs():
    figure = Figure(figsize=(5, 3), dpi=100)
    for i, size in enumerate((6, 8.5, 10, 14, 20)):
        for j, weight in enumerate(("normal", "bold")):
            figure.text(0.02 + 0.5 * j, 0.9 - 0.14 * i, "AV fix: Wäsche, kg", family="DejaVu Serif", style="italic",
                        weight=weight, fontsize=size)
    figure.text(0.1, 0.02, "turned and leaning", family="serif", style="italic", rotation=12)
    return figure


@scene
def typefaces_by_name():
    figure = Figure(figsize=(4, 2), dpi=100)
    figure.text(0.05, 0.8, "DejaVu Serif\ntwo lines", family="DejaVu Serif", weight=600)
    figure.text(0.05, 0.4, "dejavu sans mono", family="dejavu sans mono", weight="light", rotation=10)
    figure.text(0.5, 0.4, "oblique, demibold", style="oblique", weight="demibold", rotation=30, color="C3")
    figure.text(0.5, 0.8, r"serif $\alpha_i$ and $\mathdefault{default}$", family="serif", weight="bold")
    return figure


@scene
def typefaces_around_a_plot():
    figure, ax = axes()
    ax.plot([1.0, 3.0, 2.0], label="data")
    ax.set_title("Bold title", fontweight="bold")
    ax.set_xlabel("leaning label", fontstyle="italic", bbox=dict(boxstyle="round", facecolor="wheat"))
    ax.set_ylabel("volts", family="serif", bbox=dict(facecolor="none", edgecolor="C3"))
    ax.tick_params(axis="x", labelfontfamily="monospace")
    ax.annotate("bold note", (1.0, 3.0), (1.2, 1.5), weight="bold", arrowprops=dict(arrowstyle="->"))
    ax.legend()
    return figure


@scene
def tick_labels_that_hang_askew():
    figure, ax = axes()
    ax.bar(["apples", "pears", "prunes"], [3.0, 5.0, 2.0])
    for label in ax.get_xticklabels():
        label.set(rotation=40, ha="right", rotation_mode="anchor", weight="bold")
    for label in ax.get_yticklabels():
        label.set(va="bottom", ha="left")
    figure.subplots_adjust(bottom=0.3)
    return figure


@scene
def lines_that_stand_otherwise():
    figure, ax = axes()
    text = "a long first line\nshort\nand middling"
    ax.text(0.1, 0.7, text, multialignment="right")
    ax.text(0.9, 0.1, text, ha="right", multialignment="center", rotation=20, linespacing=1.5)
    ax.text(0.1, 0.3, text, ma="left", ha="left", va="top", bbox=dict(boxstyle="square"))
    return figure


@scene
def typefaces_of_a_style():
    with rc_context({"font.family": "serif", "font.weight": "bold", "axes.titleweight": "bold",
                     "axes.labelweight": "normal", "font.size": 12.0}):
        figure, ax = axes()
        ax.plot([1.0, 3.0, 2.0], label="data $x^2$")
        ax.set_title("Title")
        ax.set_xlabel("label")
        ax.text(0.5, 2.0, "text")
        ax.legend(title="names")
        return figure
