"""Draw every scene with matplotlib and write its picture and its trace.

`<out>/<scene>.png` holds the straight-alpha RGBA bytes of `buffer_rgba()`;
`<out>/<scene>.json` lists every call that reached the Agg renderer, with the
SHA-1 of the whole buffer after it. A mosaic of many figures has a picture
only. `<out>/ticks.txt` lists where the ticks of many ranges stand and what they
say, `<out>/boxes.txt` where the characters of formulas are put. With names of topics after `<out>`, only their scenes are drawn.
"""

import io
import sys
from pathlib import Path

import matplotlib

assert matplotlib.__version__ == "3.11.2", matplotlib.__version__
matplotlib.rcdefaults()

import formulalist
import recorder
from matplotlib import font_manager
from matplotlib.backends.backend_agg import FigureCanvasAgg
from PIL import Image

import ticklist
from scenes import all_mosaics, all_scenes
from scenes.random import CELL, COLUMNS


def draw(figure):
    """The picture of a figure: the bytes of its canvas."""
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    return Image.frombytes("RGBA", canvas.get_width_height(), bytes(canvas.buffer_rgba()))


def save(figure, options):
    """The picture in a figure's PNG file."""
    file = io.BytesIO()
    figure.savefig(file, format="png", **options)
    return Image.open(file).convert("RGBA")


def write_scene(name, make_figure, out):
    """A scene is a figure to be drawn, or a figure and how it is to be saved."""
    figure = make_figure()
    figure, options = figure if isinstance(figure, tuple) else (figure, None)
    with recorder.recording() as calls:
        picture = draw(figure) if options is None else save(figure, options)
    picture.save(out / f"{name}.png")
    recorder.write_trace(out / f"{name}.json", name, picture.size, figure.dpi, calls)


def write_mosaic(name, makers, out):
    """Many figures in one picture, transparent between them, without a trace."""
    rows = -(-len(makers) // COLUMNS)
    mosaic = Image.new("RGBA", (COLUMNS * CELL, rows * CELL))
    for i, make_figure in enumerate(makers):
        mosaic.paste(draw(make_figure()), (i % COLUMNS * CELL, i // COLUMNS * CELL))
    mosaic.save(out / f"{name}.png")


def main():
    out = Path(sys.argv[1])
    font = Path(font_manager.findfont("DejaVu Sans"))
    assert font.is_relative_to(matplotlib.get_data_path()), f"not matplotlib's own font: {font}"
    only = sys.argv[2:]
    scenes = all_scenes(only)
    for name, make_figure in scenes.items():
        write_scene(name, make_figure, out)
    print(f"{len(scenes)} scenes written to {out}")
    if only:
        return
    for name, makers in all_mosaics().items():
        write_mosaic(name, makers, out)
    ticklist.write(out / "ticks.txt")
    formulalist.write(out / "boxes.txt")


if __name__ == "__main__":
    main()
