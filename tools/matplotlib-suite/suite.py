"""A pytest plugin: matplotlib's tests, drawn by our renderer and by matplotlib's own side by side.

Every call of a test goes to both renderers, and what ours draws is what the test gets. When a figure
is saved as PNG, the two surfaces are compared byte by byte. Each comparison of pictures that a test
makes is a line in a file:

    {"kind": "baseline" | "equal", "test": ..., "passed": bool, "same": bool}

Options come from the environment: SUITE_RECORDS is that file; SUITE_PNG=1 leaves out all tests but
comparisons of PNG pictures, SUITE_PNG=0 leaves out these; SUITE_FIRST_CALL=1 says which call first drew something else; and
SUITE_ALONE=1 runs the tests on our renderer alone, just as they are.
"""

import functools
import json
import os
import sys

import numpy as np
from matplotlib.backends import _backend_agg as stock

import matplotlib_agg
from matplotlib_agg import _renderer as ours

RECORDS = os.environ.get("SUITE_RECORDS")
FIRST_CALL = os.environ.get("SUITE_FIRST_CALL")
CALLS = [
    "draw_path", "draw_markers", "draw_text_image", "draw_image", "draw_path_collection",
    "draw_quad_mesh", "draw_gouraud_triangles", "clear",
]


class Both(ours.RendererAgg):
    """Our renderer, with matplotlib's own beside it."""

    def __init__(self, width, height, dpi):
        self.stock = stock.RendererAgg(width, height, dpi)
        self.differs = False

    def is_same(self):
        return np.array_equal(np.asarray(self), np.asarray(self.stock))

    def look(self, name, *details):
        if FIRST_CALL and not self.differs and not self.is_same():
            self.differs = True
            ours, theirs = np.asarray(self).astype(int), np.asarray(self.stock).astype(int)
            places = np.argwhere((ours != theirs).any(axis=2))
            row, column = places[0]
            print(f"first difference after {name}: {len(places)} pixels, by at most",
                  abs(ours - theirs).max(), "the first in row", row, "column", column,
                  ours[row, column], "for", theirs[row, column], *map(tell, details),
                  os.environ.get("PYTEST_CURRENT_TEST"), sep=" ", file=sys.__stderr__)

    def copy_from_bbox(self, bbox):
        region = super().copy_from_bbox(bbox)
        PARTNERS[id(region)] = region, self.stock.copy_from_bbox(bbox)
        return region

    def restore_region(self, region, *place):
        _, partner = PARTNERS[id(region)]
        self.stock.restore_region(partner, *place)
        super().restore_region(region, *place)
        self.look("restore_region", place)


def tell(value):
    """What a call was given, the context and transforms by their contents."""
    if isinstance(value, (list, tuple)):
        return [tell(item) for item in value[:3]]
    if hasattr(value, "get_matrix"):
        return value.get_matrix().tolist()
    if hasattr(value, "get_dashes"):
        return vars(value)
    return value


# Regions take no attributes; they are few, so they are kept.
PARTNERS = {}


def both(name):
    draw, partner = getattr(ours.RendererAgg, name), getattr(stock.RendererAgg, name)

    def call(self, *args, **options):
        failure = None
        try:
            draw(self, *args, **options)
        except Exception as error:
            failure = error
        try:
            partner(self.stock, *args, **options)
        except Exception as error:
            if type(error) is not type(failure):
                print(f"only stock fails in {name}: {error!r}, ours: {failure!r}", file=sys.__stderr__)
        if failure:
            raise failure
        self.look(name, args, options)

    return call


for _name in CALLS:
    setattr(Both, _name, both(_name))


class Module:
    RendererAgg = Both
    BufferRegion = ours.BufferRegion


if os.environ.get("SUITE_ALONE"):
    # Some tests ask for the refusal.
    matplotlib_agg.options(cell_limit=True)
    matplotlib_agg.install()
else:
    matplotlib_agg._replace(Module)

# Whether the last picture saved under a name is what the stock renderer draws.
SAME = {}


def watch_saving():
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    save = FigureCanvasAgg.print_png

    # The signature says which options a format knows.
    @functools.wraps(save)
    def print_png(self, target, **options):
        save(self, target, **options)
        if isinstance(target, (str, os.PathLike)):
            SAME[os.path.abspath(target)] = self.renderer._renderer.is_same()

    FigureCanvasAgg.print_png = print_png


def watch_comparing():
    from matplotlib.testing import decorators

    compare = decorators._raise_on_image_difference
    test_of = decorators._ImageComparisonBase.compare
    inside = []

    def compare_baseline(self, fig, baseline, extension, **options):
        inside.append(baseline)
        try:
            test_of(self, fig, baseline, extension, **options)
        finally:
            inside.pop()

    def raise_on_difference(expected, actual, tol):
        passed = False
        try:
            compare(expected, actual, tol)
            passed = True
        finally:
            kind = "baseline" if inside else "equal"
            pictures = [actual] if inside else [expected, actual]
            if str(actual).endswith(".png"):
                same = all(SAME.get(os.path.abspath(p), False) for p in pictures)
                record(kind, passed, same)

    decorators._ImageComparisonBase.compare = compare_baseline
    decorators._raise_on_image_difference = raise_on_difference


def record(kind, passed, same):
    test = os.environ.get("PYTEST_CURRENT_TEST", "").rsplit(" ", 1)[0]
    line = json.dumps({"kind": kind, "test": test, "passed": passed, "same": same})
    with open(RECORDS, "a") as records:
        records.write(line + "\n")


if RECORDS and not os.environ.get("SUITE_ALONE"):
    watch_saving()
    watch_comparing()


def pytest_collection_modifyitems(config, items):
    wanted = os.environ.get("SUITE_PNG")
    if wanted is None:
        return

    def compares_png(item):
        parameters = item.callspec.params if hasattr(item, "callspec") else {}
        return "png" in (parameters.get("extension"), parameters.get("ext"))

    kept = [item for item in items if compares_png(item) == (wanted == "1")]
    left = [item for item in items if compares_png(item) != (wanted == "1")]
    config.hook.pytest_deselected(items=left)
    items[:] = kept
