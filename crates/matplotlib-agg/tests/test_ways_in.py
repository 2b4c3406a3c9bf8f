"""The two ways in, and that each draws the picture of the stock renderer."""

import subprocess
import sys

import numpy as np
from matplotlib.backends import backend_agg
from matplotlib.figure import Figure

import matplotlib_agg
from matplotlib_agg import _renderer


def lab(canvas_class):
    fig = Figure(figsize=(5, 4), dpi=100)
    canvas = canvas_class(fig)
    ax = fig.add_subplot(111)
    ax.plot([1, 2, 3])
    canvas.draw()
    return canvas


def test_our_canvas_draws_what_stock_draws():
    ours = lab(matplotlib_agg.FigureCanvasAgg)
    assert isinstance(ours.get_renderer()._renderer, _renderer.RendererAgg)
    theirs = lab(backend_agg.FigureCanvasAgg)
    assert np.array_equal(ours.buffer_rgba(), theirs.buffer_rgba())


def test_install_replaces_the_renderer_of_every_agg_canvas_and_uninstall_brings_it_back(stock_renderer):
    before = np.array(lab(backend_agg.FigureCanvasAgg).buffer_rgba())
    matplotlib_agg.install()
    try:
        canvas = lab(backend_agg.FigureCanvasAgg)
        assert isinstance(canvas.get_renderer()._renderer, _renderer.RendererAgg)
        assert np.array_equal(canvas.buffer_rgba(), before)
    finally:
        matplotlib_agg.uninstall()
    assert type(lab(backend_agg.FigureCanvasAgg).get_renderer()._renderer) is stock_renderer


def test_the_backend_can_be_chosen_by_name(tmp_path):
    script = f"""
import matplotlib
matplotlib.use("module://matplotlib_agg")
import matplotlib.pyplot as plt
plt.plot([1, 2, 3])
plt.savefig({str(tmp_path / "test.png")!r})
canvas = plt.gcf().canvas
assert type(canvas).__module__ == "matplotlib_agg", type(canvas)
assert type(canvas.get_renderer()._renderer).__module__ == "matplotlib_agg._backend_agg"
"""
    subprocess.run([sys.executable, "-c", script], check=True)
    assert (tmp_path / "test.png").read_bytes().startswith(b"\x89PNG")


def test_a_canvas_of_ours_is_redrawn_at_a_new_size():
    canvas = lab(matplotlib_agg.FigureCanvasAgg)
    canvas.figure.set_size_inches(2, 3)
    canvas.draw()
    assert np.asarray(canvas.buffer_rgba()).shape == (300, 200, 4)


def test_filters_draw_on_a_surface_of_ours():
    from matplotlib.patches import Circle

    def picture(canvas_class):
        fig = Figure(figsize=(2, 2), dpi=100)
        canvas = canvas_class(fig)
        circle = fig.add_artist(Circle((0.5, 0.5), 0.3))
        circle.set_agg_filter(lambda image, dpi: (image * [0.5, 1, 1, 1], 3, 4))
        canvas.draw()
        return np.array(canvas.buffer_rgba())

    ours = picture(matplotlib_agg.FigureCanvasAgg)
    assert np.array_equal(ours, picture(backend_agg.FigureCanvasAgg))
    assert (ours != ours[0, 0]).any()
