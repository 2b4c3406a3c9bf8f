"""Renderers in many threads at once. On a free-threaded Python nothing takes turns but the calls of
one renderer."""

import threading

import numpy as np
from matplotlib.backend_bases import GraphicsContextBase
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from matplotlib_agg._renderer import RendererAgg

CORNERS = np.random.default_rng(0).random((2000, 2)) * 400


def together(count, work):
    """Runs `work` in so many threads, which start at the same moment; raises what one of them raised."""
    begin, failures = threading.Barrier(count), []

    def run():
        begin.wait()
        try:
            work()
        except BaseException as failure:
            failures.append(failure)

    threads = [threading.Thread(target=run) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]


def draw(renderer, times, face):
    context = GraphicsContextBase()
    for i in range(times):
        context.set_linewidth(1 + i % 3)
        renderer.draw_path(context, Path(CORNERS[i * 50 : i * 50 + 60]), Affine2D(), face)


def picture():
    renderer = RendererAgg(400, 400, 100.0)
    draw(renderer, 30, (0.2, 0.4, 0.6, 0.5))
    return np.array(renderer)


def test_sixteen_threads_draw_the_picture_of_one():
    alone, drawn = picture(), []
    together(16, lambda: drawn.extend(picture() for _ in range(5)))
    assert len(drawn) == 80
    assert all(np.array_equal(alone, other) for other in drawn)


def test_calls_of_a_shared_renderer_take_turns():
    """What is drawn is opaque and always the same, so that the order does not show."""
    shared, alone = RendererAgg(400, 400, 100.0), RendererAgg(400, 400, 100.0)

    def work():
        context = GraphicsContextBase()
        context.set_linewidth(0)
        for _ in range(100):
            shared.draw_path(context, Path(CORNERS[:40]), Affine2D(), (1, 0, 0, 1))

    together(8, work)
    context = GraphicsContextBase()
    context.set_linewidth(0)
    for _ in range(800):
        alone.draw_path(context, Path(CORNERS[:40]), Affine2D(), (1, 0, 0, 1))
    assert np.array_equal(np.asarray(shared), np.asarray(alone))
