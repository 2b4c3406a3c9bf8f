"""Mosaics of random figures, for the cases that nobody thought of.

Figure number i, from the left and then from the top, is made with the seed i.
"""

from matplotlib.figure import Figure

from .common import Random

CELL = 300
COLUMNS = 10
COUNT = 100

SIZES = [(3.0, 2.0), (2.37, 2.81), (2.0, 3.0), (2.9, 1.3)]
DPIS = [72, 90, 100]
CENTERS = [0, 0, 1, -5, 100, 1e5, -3e6, 0.25]
MAGNITUDES = [1e-9, 1e-5, 1e-3, 0.1, 1, 10, 250, 1e4, 1e6, 1e12]
LINESTYLES = ["-", "-", "--", "-.", ":"]
MARKERS = ["none", "none", "o", "s", "^", "+", "x", "."]
WORDS = ["", "Title", "a long title, it seems", "Größe", "x − y", "AV To"]


def numbers(random, count):
    center, magnitude = random.choose(CENTERS), random.choose(MAGNITUDES)
    return [center + magnitude * (random.unit() - 0.5) for _ in range(count)]


def add_line(ax, random):
    count = 1 + random.below(30)
    y = numbers(random, count)
    x = numbers(random, count) if random.below(2) == 0 else range(count)
    (line,) = ax.plot(x, y)
    line.set_linestyle(random.choose(LINESTYLES))
    line.set_marker(random.choose(MARKERS))
    line.set_linewidth(random.between(0.2, 5))
    if random.below(3) == 0:
        line.set_alpha(random.unit())


def add_words(ax, random):
    if random.below(3) == 0:
        ax.grid(True)
    if random.below(3) == 0:
        ax.set_title(random.choose(WORDS))
    if random.below(3) == 0:
        ax.set_xlabel(random.choose(WORDS))
    if random.below(3) == 0:
        ax.set_ylabel(random.choose(WORDS))


def set_limits(ax, random):
    if random.below(5) == 0:
        low, high = numbers(random, 2)
        ax.set_xlim(low, high)
    if random.below(5) == 0:
        low, high = numbers(random, 2)
        ax.set_ylim(low, high)
    if random.below(5) == 0:
        x = random.between(0, 0.4)
        ax.margins(x, random.between(0, 0.4))


def random_figure(seed):
    random = Random(seed)
    size = random.choose(SIZES)
    figure = Figure(figsize=size, dpi=random.choose(DPIS))
    ax = figure.add_subplot(1, 1, 1)
    for _ in range(1 + random.below(3)):
        add_line(ax, random)
    add_words(ax, random)
    set_limits(ax, random)
    return figure


MOSAICS = {"random_figures": [lambda seed=seed: random_figure(seed) for seed in range(COUNT)]}
