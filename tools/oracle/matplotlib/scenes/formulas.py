"""Mathematics: everything between dollar signs, in the faces of the setting `dejavusans`."""

from pathlib import Path

from matplotlib.figure import Figure

from .common import registry

SCENES = {}
scene = registry(SCENES)

def lists():
    """The strings of each picture, from the file beside this one, which the Rust half reads, too."""
    found = {}
    for line in Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("[") and line.endswith("]"):
            strings = found.setdefault(line[1:-1], [])
        else:
            strings.append(line)
    return found


def listed(strings, fontsize=14):
    figure = Figure(figsize=(5, 0.5 * len(strings) + 0.3), dpi=100)
    for i, string in enumerate(strings):
        figure.text(0.03, 1 - (i + 0.7) / (len(strings) + 0.4), string, fontsize=fontsize)
    return figure


for name, strings in lists().items():
    SCENES[name] = lambda strings=strings: listed(strings)


@scene
def formulas_around_a_plot():
    figure = Figure(figsize=(5, 4), dpi=100)
    ax = figure.add_subplot()
    ax.plot([0, 1, 2], [1, 3, 2], label=r"$\alpha_1$")
    ax.plot([0, 1, 2], [2, 1, 3], label=r"$\frac{x}{\sqrt{y}}$ and text")
    ax.set_title(r"$\sum_{i=0}^\infty \frac{x_i}{\sqrt{2}}$ fi AVAT")
    ax.set_xlabel(r"$\theta$ ($^\circ$)" + "\nsecond line")
    ax.set_ylabel(r"$\frac{dE}{dx}$ [MeV cm$^2$/g]")
    ax.annotate(r"$\hat{y}$", (1, 3), (1.4, 2.8), arrowprops=dict(arrowstyle="->"), bbox=dict(boxstyle="round"))
    ax.set_xticks([0, 1, 2], ["$0$", r"$\pi/2$", r"$\pi$"])
    ax.legend()
    return figure


@scene
def formulas_turned():
    figure = Figure(figsize=(4, 4), dpi=100)
    for i, angle in enumerate((0, 30, 90, 135, 180, -45)):
        figure.text(0.1 + 0.27 * (i % 3), 0.25 + 0.4 * (i // 3), r"$\frac{\sqrt{x}}{\bar{y}_i}$",
                    fontsize=20, rotation=angle, color=f"C{i}", alpha=0.7)
    return figure


@scene
def formulas_of_many_sizes():
    figure = Figure(figsize=(5, 3), dpi=72)
    for i, size in enumerate((5, 7.5, 10, 13, 18, 30)):
        figure.text(0.02, 0.93 - 0.012 * i * (i + 6), r"$\sqrt{x^2} + \sum_i \left(\frac{1}{i}\right) \int_0^1$", fontsize=size)
    return figure
