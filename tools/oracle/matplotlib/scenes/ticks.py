"""Tick labels: where they stand, how many digits, offsets and powers of ten."""

from .common import axes, registry

SCENES = {}
scene = registry(SCENES)


def data(x, y, size=(4, 3)):
    def make_figure():
        figure, ax = axes(size)
        ax.plot(x, y)
        return figure

    return make_figure


SCENES.update({
    "ticks_offset_1e6": data([0, 1, 2], [1000000, 1000001, 1000002.5]),
    "ticks_offset_negative": data([0, 1, 2], [-1000000, -1000001, -1000002.5]),
    "ticks_offset_both": data([50000.125, 50000.25, 50000.5], [1e8 + 1, 1e8 + 3, 1e8 + 2]),
    "ticks_offset_1e15": data([0, 1, 2], [1e15, 1e15 + 1, 1e15 + 2]),
    "ticks_offset_and_power": data([0, 1, 2], [1.0000001, 1.0000003, 1.0000002]),
    "ticks_1e_minus_5": data([0, 1, 2], [0, 1e-5, 3e-5]),
    "ticks_1e_minus_4": data([0, 1, 2], [0, 1e-4, 3e-4]),
    "ticks_1e10": data([0, 1e10, 3e10], [1e10, 3e10, 2e10]),
    "ticks_1e5": data([0, 50000, 99999], [100000, 250000, 380000]),
    "ticks_1e6": data([0, 500000, 1000000], [-2000000, 0, 3000000]),
    "ticks_negative": data([-7, -3, -1], [-0.75, -0.25, -0.5]),
    "ticks_around_zero": data([-3, 0, 3], [-0.002, 0.001, 0.003]),
    "ticks_fractions": data([0.1, 0.2, 0.35], [0.333, 0.667, 0.5]),
    "ticks_hundreds": data([0, 360, 720], [99, 101, 100]),
    "ticks_years": data([1990, 2010, 2026], [12345.5, 12350.25, 12347]),
    "ticks_narrow_figure": data([0, 1234], [0, 0.0001234], (2, 2)),
    "ticks_wide_figure": data([0, 1234], [0, 5.5], (9, 2)),
    "ticks_tall_figure": data([0, 1], [-1e-7, 1e-7], (2, 7)),
})


def limits(low, high):
    def make_figure():
        figure, ax = axes((3, 2))
        ax.set_xlim(low, high)
        ax.set_ylim(low, high)
        return figure

    return make_figure


LIMITS = {
    "a": (0, 7), "b": (-1, 1), "c": (0.001, 0.00175), "d": (3, 1003), "e": (-250, -249.5),
    "f": (1e-12, 9e-12), "g": (123456, 123457), "h": (0, 0.3), "i": (-1e5, 1e5),
    "j": (9.99e5, 1.001e6), "k": (-0.0625, 0.0625), "l": (1e20, 3e20), "m": (6.02e23, 6.03e23),
    "n": (0, 25), "o": (0, 1.0000000001), "p": (-3e-9, 5e-7),
}
for limits_name, (low, high) in LIMITS.items():
    SCENES[f"limits_{limits_name}"] = limits(low, high)
