"""The scripts this project began with, unchanged, on our renderer."""

import io

import numpy as np
import pytest
from PIL import Image

pytestmark = pytest.mark.usefixtures("installed")


def test_lab(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    fig = Figure(figsize=(5, 4), dpi=100)
    canvas = FigureCanvasAgg(fig)
    ax = fig.add_subplot()
    ax.plot([1, 2, 3])
    fig.savefig("test.png")
    canvas.draw()
    rgba = np.asarray(canvas.buffer_rgba())
    im = Image.fromarray(rgba)
    im.save("test.bmp")

    png = np.asarray(Image.open("test.png"))
    bmp = np.asarray(Image.open("test.bmp").convert("RGB"))
    assert png.shape == (400, 500, 4)
    assert np.array_equal(png, rgba)
    assert np.array_equal(bmp, rgba[..., :3])
    assert len(np.unique(rgba.reshape(-1, 4), axis=0)) > 20


def test_streaming():
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    fig = Figure(figsize=(6, 4), dpi=100)
    canvas = FigureCanvasAgg(fig)
    ax = fig.add_subplot(111)
    ax.plot(np.arange(100.0), np.sin(np.arange(100.0)))
    canvas.draw()
    size = canvas.get_width_height()
    im = Image.frombuffer("RGBA", size, canvas.buffer_rgba(), "raw", "RGBA", 0, 1)
    out = io.BytesIO()
    im.save(out, "PNG")

    direct = io.BytesIO()
    fig.savefig(direct, format="png")
    assert np.array_equal(Image.open(out), Image.open(direct))
    assert canvas.tostring_argb()[:4] == b"\xff\xff\xff\xff"


def test_a_buffer_outlives_its_renderer():
    from matplotlib_agg import RendererAgg

    renderer = RendererAgg(30, 20, 72)
    view = np.asarray(renderer.buffer_rgba())
    image = Image.frombuffer("RGBA", (30, 20), renderer.buffer_rgba(), "raw", "RGBA", 0, 1)
    del renderer
    churn = [bytearray(2400) for _ in range(1000)]
    assert (view == [255, 255, 255, 0]).all()
    assert image.getpixel((29, 19)) == (255, 255, 255, 0)
    assert len(churn) == 1000
