"""matplotlib's Agg renderer, in Rust: the same pictures, byte for byte.

Two ways in:

* ``matplotlib.use("module://matplotlib_agg")`` draws pyplot's figures with it.
* ``matplotlib_agg.install()`` puts it in the place of matplotlib's own, for everything that draws
  with Agg: ``FigureCanvasAgg``, ``Figure.savefig``, the windows of Qt, Tk, GTK and the others.
"""

import sys

from matplotlib.backend_bases import FigureManagerBase, _Backend
from matplotlib.backends import backend_agg
from matplotlib.transforms import Bbox

from . import _backend_agg
from ._backend_agg import BufferRegion, options

__all__ = [
    "BufferRegion", "FigureCanvas", "FigureCanvasAgg", "RendererAgg", "install", "options", "uninstall",
]

_OWN = "matplotlib.backends._backend_agg"
_stock = sys.modules[_OWN]


def install():
    """Puts this renderer in the place of matplotlib's own, for canvases that draw from now on."""
    _replace(_backend_agg)


def uninstall():
    """Puts matplotlib's own renderer back."""
    _replace(_stock)


def _replace(module):
    sys.modules[_OWN] = module
    sys.modules["matplotlib.backends"]._backend_agg = module
    backend_agg._RendererAgg = module.RendererAgg


class RendererAgg(backend_agg.RendererAgg):
    """matplotlib's renderer, with the pixels drawn in Rust."""

    def __init__(self, width, height, dpi):
        # The smallest of the stock renderers: it is dropped at once.
        super().__init__(1, 1, dpi)
        self.width = width
        self.height = height
        self.bbox = Bbox.from_bounds(0, 0, width, height)
        self._begin()

    def _begin(self):
        self._renderer = _backend_agg.RendererAgg(int(self.width), int(self.height), self.dpi)
        self._update_methods()

    def start_filter(self):
        self._filter_renderers.append(self._renderer)
        self._begin()


class FigureCanvasAgg(backend_agg.FigureCanvasAgg):
    """matplotlib's canvas, drawn on by :class:`RendererAgg`."""

    def get_renderer(self):
        width, height = self.get_width_height(physical=True)
        key = width, height, self.figure.dpi
        if self._lastKey != key:
            self.renderer = RendererAgg(*key)
            self._lastKey = key
        return self.renderer


@_Backend.export
class _BackendRust(_Backend):
    backend_version = "0.1"
    FigureCanvas = FigureCanvasAgg
    FigureManager = FigureManagerBase
