"""Asks matplotlib where ticks sit, what they say, which limits axes choose, and which colours names mean.

    python tools/oracle/matplotlib/ticker.py reference-images/matplotlib/ticker

Writes one text file per question, a line per case, fields separated by tabs. A number is written as Python's repr where
that is short (it reads back to the same bits) and as `x` with the sixteen hexadecimal digits of its bits otherwise; `!`
stands for an exception. PROVENANCE.md in the same folder says which versions answered.
"""

import math
import pathlib
import platform
import random
import struct
import sys
import warnings

import matplotlib

matplotlib.use("agg")
import matplotlib.colors as mcolors
import matplotlib.pyplot as plt
import matplotlib.ticker as mticker
import numpy as np

warnings.simplefilter("ignore")
np.seterr(all="ignore")
RNG = random.Random(20111)


def number(x):
    text = repr(float(x)).removesuffix(".0")
    return text if len(text) <= 17 else "x" + struct.pack(">d", float(x)).hex()


def numbers(xs):
    return " ".join(number(x) for x in xs)


def answer(question):
    try:
        return question()
    except Exception:
        return None


# Views -------------------------------------------------------------------------------------------------------------

CHOSEN_VIEWS = [
    (0, 1), (0, 2), (-0.1, 2.1), (1, 3), (0.9, 3.1), (0, 10), (-0.5, 10.5), (0, 100), (0, 1000), (-5, 105),
    (0, 99999), (0, 100000), (0, 999999), (0, 1e6), (0, 1.05e6), (-4950, 103950), (0, 3e6), (0, 1e-4), (0, 1e-5),
    (0, 9.99e-5), (-1e-5, 1e-5), (0, 1e-6), (1e-9, 2e-9), (0, 1e300), (-5e298, 1.05e300), (1e-300, 2e-300),
    (1e-280, 3e-280), (-1e-280, 1e-280), (1e-287, 2e-287), (1e-286, 2e-286), (1e307, 1.7e308), (-1e307, 1e307),
    (-1e308, 1e308), (-1.7e308, 1.7e308), (1.6e308, 1.7e308), (-1.7e308, -1.6e308), (0, 1.79e308),
    (1e6, 1e6 + 10), (1000000, 1000010), (100000, 100008), (999990, 1000010), (1e9, 1e9 + 1), (12345678, 12345679),
    (123456.7, 123456.8), (1e15, 1e15 + 1), (1e16, 1e16 + 10), (1e16, 1e16 + 2), (1e300, 1.0000001e300), (1.2345, 1.2346),
    (5.0, 5.0 + 1e-10), (5.0, 5.0 + 1e-13), (5.0, 5.0 + 1e-14), (-0.05, 0.05), (-0.055, 0.055), (2.85, 3.15),
    (-1e-15, 1e-15), (1, 1), (0, 0), (-3, -3), (2024, 2026), (1990.5, 2024.25), (20240101, 20241231), (-1000005, -1000000),
    (99.99, 100.01), (9999.5, 10000.5), (0.99999, 1.00001), (-180, 180), (-90, 90), (0, 360), (0, 6.283185307179586),
    (-1, 1), (-1.1, 1.1), (0.001, 0.002), (1e3, 1e3 + 5e-3), (-0.0, 0.0), (-0.0, 5), (3, -2), (1e6, 0), (0.3, 0.1),
    (0, 7), (0, 9), (0, 90), (0, 9e5), (0, 9e-5), (0, 4.5), (1e5, 1e5 + 0.1), (0, 255), (-0.5, 255.5), (0, 65535),
    (300, 301), (273.15, 273.16), (1013.2, 1013.3), (1e-3, 1e-3 + 1e-9), (-1e-3 - 1e-9, -1e-3), (1e22, 1e23), (0, 1e23),
    (0, 1e24), (1e23, 1e23 + 1e18), (0, 1e210), (1e210, 2e211), (0, 9e210), (1e-5, 1.001e-5), (0, 1e22),
]


def mantissa():
    digits = RNG.choice([1, 2, 3, 4, 5, 17])
    return round(RNG.uniform(1, 10), digits)


def exponent():
    return RNG.choice([RNG.uniform(-3, 4), RNG.uniform(-12, 12), RNG.uniform(-307, 307)])


def size():
    return float(f"{mantissa()!r}e{math.floor(exponent())}")


def random_view():
    sign = RNG.choice([-1, 1])
    kind = RNG.randrange(8)
    if kind == 0:
        a, b = sign * size(), RNG.choice([-1, 1]) * size()
    elif kind == 1:
        a = sign * size()
        b = a * (1 + mantissa() * 10.0 ** -RNG.randrange(0, 14))
    elif kind == 2:
        a = RNG.randrange(-2000, 2000)
        b = a + RNG.randrange(1, 300)
    elif kind == 3:
        scale = 10.0 ** RNG.randrange(-6, 9)
        low, high = RNG.randrange(-50, 200) * scale, RNG.randrange(201, 400) * scale
        a, b = low - 0.05 * (high - low), high + 0.05 * (high - low)
    elif kind == 4:
        a = sign * float(f"1e{RNG.randrange(-280, 300)}")
        b = a + abs(a) * RNG.choice([1e-3, 1e-6, 1e-9, 9e-4, 4e-12])
    elif kind == 5:
        a, b = 0, float(f"1e{RNG.randrange(-250, 300)}") * RNG.choice([1, 9, 9 * (1 - 1e-16), 9 * (1 + 3e-16), 0.9, 4.5])
    elif kind == 6:
        a = round(RNG.uniform(-1e6, 1e6), RNG.randrange(0, 4))
        b = a + round(RNG.uniform(0.001, 30), 3)
    else:
        a = sign * round(10.0 ** RNG.uniform(2, 12))
        b = a + RNG.randrange(1, 40)
    if not (math.isfinite(a) and math.isfinite(b)):
        return random_view()
    return (b, a) if RNG.random() < 0.15 else (a, b)


def views(count):
    return CHOSEN_VIEWS + [random_view() for _ in range(count)]


# Axes --------------------------------------------------------------------------------------------------------------

FIGURES = [((6.4, 4.8), 10), ((6.4, 4.8), 10), ((6.4, 4.8), 10), ((3, 2), 10), ((1, 1), 10), ((20, 15), 10),
           ((4, 3), 6), ((8, 6), 24)]


def make_axis(figsize, label_size, direction):
    fig = plt.figure(figsize=figsize)
    ax = fig.add_subplot()
    ax.tick_params(labelsize=label_size)
    axis = ax.xaxis if direction == "x" else ax.yaxis
    ends = matplotlib.transforms.Bbox.unit().transformed(ax.transAxes - fig.dpi_scale_trans)
    length = (ends.width if direction == "x" else ends.height) * 72
    plt.close(fig)
    return axis, f"{direction} {number(length)} {label_size}"


AXES = [make_axis(*figure, direction) for figure in FIGURES for direction in "xy"]


def view_axis(axis, view):
    axis.set_view_interval(*view, ignore=True)
    return axis.get_view_interval()


# Ticks -------------------------------------------------------------------------------------------------------------

def auto_lines():
    for view in views(980):
        axis, context = RNG.choice(AXES)
        axis.set_major_locator(mticker.AutoLocator())
        formatter = mticker.ScalarFormatter()
        axis.set_major_formatter(formatter)
        view = view_axis(axis, view)
        ticks = answer(axis.get_majorticklocs)
        fields = ["!"]
        if ticks is not None:
            labels = answer(lambda: formatter.format_ticks(ticks))
            fields = [numbers(ticks), "!"]
            if labels is not None:
                fields = [numbers(ticks), "|".join(labels), formatter.get_offset()]
        yield "\t".join([context, numbers(view), *fields])


LOCATORS = {
    "null": lambda: mticker.NullLocator(),
    "linear 11": lambda: mticker.LinearLocator(),
    "linear 5": lambda: mticker.LinearLocator(5),
    "linear 1": lambda: mticker.LinearLocator(1),
    "linear 0": lambda: mticker.LinearLocator(0),
    "maxn bins=10": lambda: mticker.MaxNLocator(),
    "maxn bins=4": lambda: mticker.MaxNLocator(4),
    "maxn bins=1": lambda: mticker.MaxNLocator(1),
    "maxn bins=25": lambda: mticker.MaxNLocator(25),
    "maxn bins=auto": lambda: mticker.MaxNLocator("auto"),
    "maxn bins=auto min=5": lambda: mticker.MaxNLocator("auto", min_n_ticks=5),
    "maxn bins=6 steps=1,2,5,10": lambda: mticker.MaxNLocator(6, steps=[1, 2, 5, 10]),
    "maxn bins=6 steps=3": lambda: mticker.MaxNLocator(6, steps=[3]),
    "maxn bins=6 steps=10": lambda: mticker.MaxNLocator(6, steps=[10]),
    "maxn bins=5 whole": lambda: mticker.MaxNLocator(5, integer=True),
    "maxn bins=auto whole min=1": lambda: mticker.MaxNLocator("auto", integer=True, min_n_ticks=1),
    "maxn bins=8 symmetric": lambda: mticker.MaxNLocator(8, symmetric=True),
    "maxn bins=7 prune=lower": lambda: mticker.MaxNLocator(7, prune="lower"),
    "maxn bins=7 prune=upper": lambda: mticker.MaxNLocator(7, prune="upper"),
    "maxn bins=7 prune=both": lambda: mticker.MaxNLocator(7, prune="both"),
    "minor": lambda: mticker.AutoMinorLocator(),
    "minor 2": lambda: mticker.AutoMinorLocator(2),
    "minor 3": lambda: mticker.AutoMinorLocator(3),
}


def multiple_case(view):
    low, high = sorted(view)
    span = high - low
    if not math.isfinite(span) or span == 0:
        return None
    base = float(f"{RNG.choice([1, 2, 2.5, 0.3, 7])}e{math.floor(math.log10(span)) - RNG.choice([0, 0, 1])}")
    offset = RNG.choice([0, 0, 0.1, -3.7, base / 3])
    if base == 0 or span / base > 40:
        return None
    return f"multiple {number(base)} {number(offset)}", mticker.MultipleLocator(base, offset)


def fixed_case():
    positions = [round(RNG.uniform(-50, 50), 2) for _ in range(RNG.randrange(1, 25))]
    bins = RNG.choice([None, 1, 3, 5, 50])
    name = f"fixed {bins or 0} {','.join(map(number, positions))}"
    return name, mticker.FixedLocator(positions, bins)


def locator_cases():
    names = list(LOCATORS)
    for view in views(400):
        kind = RNG.random()
        case = multiple_case(view) if kind < 0.25 else fixed_case() if kind < 0.3 else None
        name = RNG.choice(names)
        yield view, *(case or (name, LOCATORS[name]()))


def locator_lines():
    for view, name, locator in locator_cases():
        axis, context = RNG.choice(AXES)
        axis.set_major_locator(mticker.AutoLocator())
        axis.set_minor_locator(mticker.NullLocator())
        view = view_axis(axis, view)
        if name.startswith("minor"):
            axis.set_minor_locator(locator)
            ticks = answer(locator)
            rest = answer(axis.get_minorticklocs)
            fields = ["!"] if ticks is None else [numbers(ticks), numbers(rest)]
        else:
            axis.set_major_locator(locator)
            ticks = answer(locator)
            fields = ["!" if ticks is None else numbers(ticks)]
        ends = [locator.nonsingular(*view), locator.view_limits(*view)]
        yield "\t".join([name, context, numbers(view), numbers(np.ravel(ends)), *fields])


# Labels ------------------------------------------------------------------------------------------------------------

def scalar(**set_up):
    formatter = mticker.ScalarFormatter()
    for name, value in set_up.items():
        getattr(formatter, name)(value)
    return formatter


FORMATTERS = {
    "null": mticker.NullFormatter,
    "fixed a,b,c": lambda: mticker.FixedFormatter(["a", "b", "c"]),
    "scalar": mticker.ScalarFormatter,
    "scalar offset=never": lambda: scalar(set_useOffset=False),
    "scalar offset=1000": lambda: scalar(set_useOffset=1000.0),
    "scalar offset=-12.3456789": lambda: scalar(set_useOffset=-12.3456789),
    "scalar offset=1234567.25": lambda: scalar(set_useOffset=1234567.25),
    "scalar plain": lambda: scalar(set_scientific=False),
    "scalar limits=-3,4": lambda: scalar(set_powerlimits=(-3, 4)),
    "scalar limits=0,0": lambda: scalar(set_powerlimits=(0, 0)),
    "scalar limits=3,3": lambda: scalar(set_powerlimits=(3, 3)),
    "percent 100": mticker.PercentFormatter,
    "percent 1": lambda: mticker.PercentFormatter(1.0),
    "percent 5 decimals=2": lambda: mticker.PercentFormatter(5, decimals=2),
    "percent -3 symbol= pc": lambda: mticker.PercentFormatter(-3, symbol=" pc"),
    "eng Hz": lambda: mticker.EngFormatter("Hz"),
    "eng ": lambda: mticker.EngFormatter(),
    "eng s places=1": lambda: mticker.EngFormatter("s", places=1),
    "eng V sep=": lambda: mticker.EngFormatter("V", places=0, sep=""),
    "eng Hz offset": lambda: mticker.EngFormatter("Hz", useOffset=True),
    "eng m offset=1e6": lambda: mticker.EngFormatter("m", useOffset=1e6),
}
PERCENT_FORMATS = [
    "%g", "%f", "%e", "%d", "%i", "%s", "%.3g", "%1.2f km", "%+.1e", "%05.1f", "%-9.3f|", "% .2f", "%#g", "%#.0f", "%G",
    "%E", "%F", "%.0f", "%.0e", "%.0g", "100%% %g", "%8d", "%08d", "%+d", "%.5d", "%-8d|", "%.15g", "%.17g", "%10.4G",
    "%+08.2f", "$%g$", "%#.3e", "% d", "%+ d", "%0-8.1f|", "%12s|", "%-12s|", "%lf", "%.20f", "a%gb%%c",
]
BRACE_FORMATS = [
    "{x}", "{x:g}", "{x:.2f}", "{x:e}", "{x:.3}", "{x:.0f}", "{x:+.1f}", "{x: .1f}", "{x:08.2f}", "{x:,.2f}", "{x:_.1f}",
    "{x:>12.3g}", "{x:<12.3g}|", "{x:^12.3g}|", "{x:*^12.2f}", "{x:=+12.2f}", "{x:.1%}", "{x:%}", "{x:#.3g}", "{x:#.0f}",
    "{x:G}", "{x:E}", "{x:n}", "{x:012,.1f}", "{x:013,.1f}", "{x:0=12.1f}", "{x:z.1f}", "{x:z.0f}", "{pos}: {x:g}", "{pos:d}",
    "{pos:03d} {x:.1f}", "{pos:.1f}", "{{{x:g}}}", "{x:.17g}", "{x:.1}", "{x:.10}", "{x:15}", "{x:<15}|", "{x:F}", "{x:,}",
    "{x:,g}", "{x:020,}", "{x:.16}", "{pos:+}", "{pos:>4}", "{pos:,}", "{x:-<9.1f}", "{x:#}", "{x:#.3}", "{x:#e}", "{x:020_.2e}",
]


def label_ticks():
    kind = RNG.randrange(6)
    if kind == 0:
        start, step = size() * RNG.choice([-1, 1]), size()
        return [start + i * step for i in range(RNG.randrange(1, 6))]
    if kind == 1:
        return [float(RNG.randrange(-10**RNG.randrange(1, 9), 10**RNG.randrange(1, 9))) for _ in range(4)]
    if kind == 2:
        center, step = RNG.randrange(1, 999) * 10.0 ** RNG.randrange(0, 9), 10.0 ** RNG.randrange(-3, 3)
        return [center + i * step for i in range(-2, 3)]
    if kind == 3:
        return [-2.5, -1.5, -0.5, -0.04, -0.0, 0.0, 0.5, 0.05, 1.5, 2.5, 0.125]
    if kind == 4:
        return [RNG.choice([-1, 1]) * size() for _ in range(3)]
    return list(np.linspace(0, RNG.choice([1, 50, 9999, 1e5, 1e-7, 123456]), RNG.randrange(2, 7)))


def formatter_lines():
    cases = [(f"printf {f}", lambda f=f: mticker.FormatStrFormatter(f)) for f in PERCENT_FORMATS for _ in range(3)]
    cases += [(f"brace {f}", lambda f=f: mticker.StrMethodFormatter(f)) for f in BRACE_FORMATS for _ in range(3)]
    cases += [(name, make) for name, make in FORMATTERS.items() for _ in range(20)]
    for name, make in cases:
        axis, context = AXES[0]
        ticks = label_ticks()
        slack = RNG.choice([0, 0, 0.05, -0.2]) * (max(ticks) - min(ticks))
        view = view_axis(axis, (min(ticks) - slack, max(ticks) + slack))
        formatter = make()
        axis.set_major_formatter(formatter)
        labels = answer(lambda: formatter.format_ticks(np.array(ticks)))
        offset = answer(formatter.get_offset) if labels is not None else None
        fields = ["!"] if labels is None or offset is None else ["\x1f".join(labels), offset]
        yield "\t".join([name, numbers(view), numbers(ticks), *fields])


# Limits ------------------------------------------------------------------------------------------------------------

def nonfinite():
    return RNG.choice([math.nan, math.inf, -math.inf])


def data_points():
    count = RNG.choice([0, 1, 1, 2, 3, 5])
    def coordinate():
        return nonfinite() if RNG.random() < 0.12 else RNG.choice([-1, 0, 1, 1]) * size()
    near = RNG.random() < 0.3
    base = size()
    points = [(coordinate(), base + RNG.randrange(5) * base * 1e-16 if near else coordinate()) for _ in range(count)]
    return points


def limits_lines():
    for case in range(400):
        fig, ax = plt.subplots()
        plt.close(fig)
        points = data_points() if case else []
        margin = RNG.choice([0.05, 0.05, 0.05, 0, 0.2, -0.1])
        fit = RNG.choice(["loose", "loose", "tight"])
        inverted = RNG.random() < 0.15
        locator = RNG.choice(["auto", "auto", "auto", "null", "linear 5", "maxn bins=8 symmetric"])
        ax.yaxis.set_major_locator(mticker.AutoLocator() if locator == "auto" else LOCATORS[locator]())
        if inverted:
            ax.invert_yaxis()
            ax.set_autoscaley_on(True)
        ax.set_ymargin(margin)
        line, = ax.plot([x for x, _ in points], [y for _, y in points])
        sticky = RNG.choice([[], [], [0], [1, -1], sorted({y for _, y in points if math.isfinite(y)})])
        line.sticky_edges.y[:] = sticky
        before = ax._viewLim.intervaly.copy()  # viewLim would autoscale
        answer(lambda: ax.autoscale_view(tight=True if fit == "tight" else None))
        yield "\t".join([
            locator, number(margin), fit, numbers(before), " ".join(f"{number(x)},{number(y)}" for x, y in points),
            numbers(sticky), numbers([*ax.dataLim.intervaly, ax.dataLim.minposy]), numbers(ax._viewLim.intervaly),
        ])


def set_limits_lines():
    fig, ax = plt.subplots()
    plt.close(fig)
    pairs = views(60) + [(math.nan, 1), (0, math.inf), (-math.inf, 0), (None, 5), (-2, None), (7, None), (None, None)]
    for low, high in pairs:
        ax.set_xlim(0, 1)
        result = answer(lambda: ax.set_xlim(low, high))
        ends = " ".join("-" if end is None else number(end) for end in (low, high))
        yield f"{ends}\t{'!' if result is None else numbers(result)}"


# Colours -----------------------------------------------------------------------------------------------------------

def color_lines():
    names = [*mcolors.CSS4_COLORS, *mcolors.TABLEAU_COLORS, *mcolors.BASE_COLORS]
    names += [name.upper() for name in RNG.sample(names, 30)] + [name.title() for name in RNG.sample(names, 10)]
    names += [f"C{n}" for n in (0, 1, 5, 9, 10, 11, 23, 1000)] + ["C", "C-1", "c1", "C1.0", "C 1", "C٣"]
    names += ["none", "None", "NONE", "nOnE", "", " ", "#", "#f", "#ff", "#fff", "#FFF8", "#12345", "#123456", "#12345678",
              "#1234567", "#gggggg", "#ABCDEF", "#abcdefAB", "# 12345", "#+12345", "#123456789", "#0f0", "#0F08"]
    names += ["0", "1", "0.5", ".5", "1.", "0.25", "1e-1", "-0", "-0.0", "-0.1", "1.1", "nan", "inf", " 0.5", "0.5 ", "0_1", "0.1_5",
              "0x1", "+0.5", "1e0", "0..5", "1_", "_1", "0.7_", "00.5", "5e-1", "\t0.5\n"]
    names += ["tab:blue", "tab:foo", "blu", "grey", "gray", "lightgrey", "dark blue", "darkblue ", "rebeccapurple", "R", "K", "k ", "transparent"]
    for name in dict.fromkeys(names):
        rgba = answer(lambda: mcolors.to_rgba(name))
        shown = name.encode("unicode_escape").decode()
        yield f"{shown}\t{'!' if rgba is None else numbers(rgba)}"


FILES = {
    "auto.txt": auto_lines, "locators.txt": locator_lines, "formatters.txt": formatter_lines, "limits.txt": limits_lines,
    "set_limits.txt": set_limits_lines, "colors.txt": color_lines,
}


def main(folder):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    rows = []
    for name, lines in FILES.items():
        lines = list(lines())
        (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
        rows.append(f"| `{name}` | {len(lines)} | `{FILES[name].__name__}` |")
    (folder / "PROVENANCE.md").write_text("\n".join([
        "# Where these files come from", "",
        "Answers of the real matplotlib to the questions in `tools/oracle/matplotlib/ticker.py`; never edited by hand.", "",
        f"matplotlib {matplotlib.__version__}, numpy {np.__version__}, Python {platform.python_version()}, "
        f"{' '.join(platform.libc_ver())}, {platform.machine()}.", "",
        "    python tools/oracle/matplotlib/ticker.py reference-images/matplotlib/ticker", "",
        "| file | cases | asked by |", "|---|---|---|", *rows, "",
    ]), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
