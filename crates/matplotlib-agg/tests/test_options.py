"""What the renderer does beyond matplotlib's, when asked to."""

import numpy as np
import pytest
from matplotlib.backends import backend_agg
from matplotlib.figure import Figure
from matplotlib.path import Path

import matplotlib_agg
from matplotlib_agg._renderer import RendererAgg
from test_surface import context


@pytest.fixture
def options():
    before = matplotlib_agg.options()
    yield matplotlib_agg.options
    matplotlib_agg.options(**before)


def test_the_limit_of_stock_is_there_when_asked_for():
    # About 200 million cells; the stock renderer needs a minute to find that out.
    rng = np.random.default_rng(0)
    noise = Path(np.column_stack([np.tile([0.0, 3000.0], 20_000), rng.uniform(0, 3000, 40_000)]))
    with pytest.raises(OverflowError, match="Exceeded cell block limit"):
        RendererAgg(3000, 3000, 72, cell_limit=True).draw_path(context(), noise, None)


def test_closed_seams_let_nothing_through():
    def seam(**options):
        renderer = RendererAgg(40, 30, 72, **options)
        halves = [Path([[5, 5], [20.5, 5], [20.5, 25], [5, 25]]), Path([[20.5, 5], [35, 5], [35, 25], [20.5, 25]])]
        gc = context(snap=False)
        renderer.draw_path_collection(gc, None, halves, np.zeros((0, 3, 3)), np.zeros((0, 2)), None,
                                      np.array([[0, 0, 0, 1.0]]), np.zeros((0, 4)), [], [], [1], None, None)
        return np.asarray(renderer)[15, 20, 3]

    assert seam() == 192
    assert seam(seams="closed") == 255


def test_exact_markers_are_where_the_data_is():
    def columns(x, **options):
        renderer = RendererAgg(40, 30, 72, **options)
        renderer.draw_markers(context(linewidth=0), Path.unit_circle(), np.diag([5.0, 5, 1]),
                              Path([[x, 15]]), None, (0, 0, 0))
        cover = np.asarray(renderer)[..., 3].astype(float).sum(axis=0)
        return (cover * (np.arange(40) + 0.5)).sum() / cover.sum()

    # Elsewhere a marker is as far off as its pixel.
    assert columns(20.2) == columns(20.4)
    assert columns(20.2, marker_places="exact") == pytest.approx(20.2, abs=0.02)
    assert columns(20.4, marker_places="exact") == pytest.approx(20.4, abs=0.02)


def test_any_number_of_threads_draws_the_same_pixels():
    def picture(threads):
        renderer = RendererAgg(1300, 1000, 72, threads=threads)
        rng = np.random.default_rng(0)
        noise = Path(np.column_stack([np.linspace(0, 1300, 20_000), rng.uniform(-50, 1050, 20_000)]))
        renderer.draw_path(context(), noise, None, (0.2, 0.5, 0.1, 0.5))
        renderer.draw_path(context(), Path.unit_circle(), np.diag([600.0, 600, 1]), (0.9, 0.5, 0.1, 0.5))
        return np.array(renderer)

    alone = picture(1)
    assert alone.any()
    for threads in (2, 3, 40):
        assert np.array_equal(picture(threads), alone)


def test_options_are_for_renderers_made_afterwards(options, installed):
    def picture():
        fig = Figure(figsize=(2, 2))
        fig.add_subplot().plot([1, 3, 2], "o")
        canvas = backend_agg.FigureCanvasAgg(fig)
        canvas.draw()
        return np.array(canvas.buffer_rgba())

    assert options() == {"cell_limit": False, "seams": "open", "marker_places": "whole pixels", "threads": 1}
    before = picture()
    assert options(marker_places="exact")["marker_places"] == "exact"
    assert not np.array_equal(picture(), before)
    options(marker_places="whole pixels")
    assert np.array_equal(picture(), before)


def test_options_that_do_not_exist_are_refused(options):
    with pytest.raises(TypeError, match="no option 'speed'"):
        options(speed=11)
    with pytest.raises(ValueError, match='"ajar" is neither "open" nor "closed"'):
        options(seams="ajar")
    with pytest.raises(ValueError, match="threads must be at least 1"):
        options(threads=0)
    assert options()["seams"] == "open"
