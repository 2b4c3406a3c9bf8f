"""What stands in for ``matplotlib.backends._backend_agg``: our renderer, with the options that are set."""

from . import _renderer
from ._renderer import BufferRegion

__all__ = ["BufferRegion", "RendererAgg", "options"]

_options = {"cell_limit": False, "seams": "open", "marker_places": "whole pixels", "threads": 1}


def options(**changes):
    """Sets options for renderers made from now on, and gives back all of them.

    cell_limit : bool
        Whether a shape that the stock renderer refuses is refused here too, by an OverflowError.
    seams : "open" or "closed"
        Whether the faces of a collection or a mesh let through what is below where they meet.
    marker_places : "whole pixels" or "exact"
        Where the markers of a line go.
    threads : int
        How many threads draw a shape of thousands of edges, or one on a surface of a million pixels. The pixels
        are the same for any number.
    """
    unknown = changes.keys() - _options.keys()
    if unknown:
        raise TypeError(f"no option {sorted(unknown)[0]!r}; there are {', '.join(_options)}")
    chosen = {**_options, **changes}
    _renderer.RendererAgg(1, 1, 72, **chosen)  # says what is wrong with a value
    _options.update(chosen)
    return dict(_options)


class RendererAgg(_renderer.RendererAgg):
    """The renderer, with the options that are set when it is made."""

    def __new__(cls, width, height, dpi):
        return super().__new__(cls, width, height, dpi, **_options)
