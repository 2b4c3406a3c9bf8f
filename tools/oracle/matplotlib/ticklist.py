"""Ticks of many ranges, as text: far more cases than pictures could show.

Each case is one line of tab-separated fields: the two limits as 16 hexadecimal
digits of the f64, the number of bins asked for, the tick positions in the same
form separated by spaces, their labels separated by `|`, and the offset text.
The ticks are those that the axis draws, inside the limits.
"""

import struct

from matplotlib.figure import Figure

from scenes.common import random_steps

SIZES = ((6.4, 4.8), (3, 2), (1.5, 6))


def bits(value):
    return struct.pack(">d", value).hex()


def ranges(count):
    """Limits of every magnitude, some narrow and far from zero."""
    steps = random_steps(10**9)
    for i in range(count):
        exponent = int(next(steps) * 40)
        center = next(steps) * 10.0**exponent
        width = (next(steps) + 0.5) * 10.0 ** (exponent - (i % 7))
        yield center - width, center + width
        yield 0.0, width
        yield float(round(center * 100)) % 997, float(round(center * 100)) % 997 + 1 + i % 50


def case(size, low, high):
    figure = Figure(figsize=size, dpi=100)
    ax = figure.add_subplot(1, 1, 1)
    ax.set_xlim(low, high)
    low, high = ax.get_xlim()
    bins = ax.xaxis.get_tick_space()
    ticks = ax.xaxis._update_ticks()
    positions = " ".join(bits(tick.get_loc()) for tick in ticks)
    labels = "|".join(tick.label1.get_text() for tick in ticks)
    offset = ax.xaxis.get_major_formatter().get_offset()
    return "\t".join((bits(low), bits(high), str(bins), positions, labels, offset))


def write(file):
    lines = [
        case(SIZES[i % len(SIZES)], low, high)
        for i, (low, high) in enumerate(ranges(500))
        if low < high
    ]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
