"""Times the calls of figures by the stock renderer and by ours, in turns, in one run.

Every call that crosses from Python into the renderer is recorded once, with what it was given, and then
played to a new surface of either renderer again and again. What counts is the time of the thread on the
CPU, the least of many runs; the ratio is stock by ours, so more than 1 is faster.

    python bench/against_stock.py [runs] [name ...]
"""

import copy
import sys
import time

import matplotlib
import numpy as np
from matplotlib.backends import backend_agg
from matplotlib.backends._backend_agg import RendererAgg as Stock
from matplotlib.figure import Figure
from matplotlib.path import Path

from matplotlib_agg._renderer import RendererAgg as Ours

CALLS = [
    "draw_path", "draw_markers", "draw_text_image", "draw_image", "draw_path_collection",
    "draw_quad_mesh", "draw_gouraud_triangles", "clear", "copy_from_bbox",
]


def lab():
    fig = Figure(figsize=(5, 4), dpi=100)
    fig.add_subplot().plot([1, 2, 3])
    return fig


def line():
    fig = Figure()
    fig.add_subplot().plot(np.random.default_rng(0).normal(size=100_000).cumsum())
    return fig


def noise():
    fig = Figure()
    fig.add_subplot().plot(np.random.default_rng(0).normal(size=100_000))
    return fig


def scatter():
    rng = np.random.default_rng(0)
    x, y, c = rng.normal(size=(3, 10_000))
    fig = Figure()
    fig.add_subplot().scatter(x, y, c=c)
    return fig


def markers():
    x, y = np.random.default_rng(0).normal(size=(2, 10_000))
    fig = Figure()
    fig.add_subplot().plot(x, y, "o")
    return fig


def contourf():
    x, y = np.meshgrid(np.linspace(-3, 3, 200), np.linspace(-3, 3, 200))
    fig = Figure()
    fig.add_subplot().contourf(x, y, np.sin(x) * np.cos(y) + 0.1 * x * y, levels=20)
    return fig


def imshow():
    fig = Figure()
    fig.add_subplot().imshow(np.random.default_rng(0).normal(size=(1000, 1000)))
    return fig


def subplots():
    fig = Figure(figsize=(8, 6))
    for ax in fig.subplots(3, 3).flat:
        ax.plot([1, 3, 2, 4])
        ax.set_title("title")
    return fig


def short_paths():
    """A hundred lines of two points, and nothing else."""
    rng = np.random.default_rng(0)
    fig = Figure()
    for x, y in rng.uniform(0, 1, (100, 2)):
        fig.add_artist(matplotlib.lines.Line2D([x, x + 0.02], [y, y + 0.02]))
    return fig


FIGURES = [lab, line, noise, scatter, markers, contourf, imshow, subplots, short_paths]


def frozen(value):
    """A copy of what may change after the call: contexts and transforms."""
    if hasattr(value, "get_dashes"):
        return copy.copy(value)
    return value.frozen() if hasattr(value, "frozen") else value


def recorded(figure):
    """The size and the calls of a figure."""
    calls = []

    class Recorder(Stock):
        def __init__(self, *size):
            super().__init__(*size)
            calls.append(size)

    def recorder(name):
        def call(self, *args, **options):
            calls.append((name, [frozen(a) for a in args], options))
            return getattr(Stock, name)(self, *args, **options)
        return call

    for name in CALLS:
        setattr(Recorder, name, recorder(name))
    backend_agg._RendererAgg, kept = Recorder, backend_agg._RendererAgg
    try:
        backend_agg.FigureCanvasAgg(figure).draw()
    finally:
        backend_agg._RendererAgg = kept
    return calls[0], calls[1:]


def played(renderer_class, size, calls):
    """Milliseconds of this thread for all calls; and the pixels."""
    start = time.thread_time_ns()
    renderer = renderer_class(*size)
    for name, args, options in calls:
        getattr(renderer, name)(*args, **options)
    return (time.thread_time_ns() - start) / 1e6, renderer


def main():
    arguments = sys.argv[1:]
    runs = int(arguments.pop(0)) if arguments else 15
    print(f"{'figure':12} {'calls':>6} {'stock ms':>9} {'ours ms':>9} {'ratio':>6}  pixels")
    for make in FIGURES:
        if arguments and make.__name__ not in arguments:
            continue
        size, calls = recorded(make())
        best = {Stock: np.inf, Ours: np.inf}
        pixels = {}
        for _ in range(runs):
            for renderer_class in best:
                spent, pixels[renderer_class] = played(renderer_class, size, calls)
                best[renderer_class] = min(best[renderer_class], spent)
        same = "same" if np.array_equal(pixels[Stock], pixels[Ours]) else "differ"
        print(f"{make.__name__:12} {len(calls):6} {best[Stock]:9.2f} {best[Ours]:9.2f} "
              f"{best[Stock] / best[Ours]:6.2f}  {same}", flush=True)


if __name__ == "__main__":
    main()
