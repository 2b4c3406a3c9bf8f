"""Record the calls that cross from matplotlib into its C++ renderer.

`recording()` puts a subclass of the renderer in its place. Each call is kept
as a plain dictionary with the SHA-1 of the pixels after it; the two calls
above the renderer that say what a run of glyphs was (`draw_text`,
`text_glyphs`) are kept too.
"""

import base64
import contextlib
import hashlib
import json
import math

import matplotlib
import numpy as np
from matplotlib import ft2font
from matplotlib.backends import backend_agg

# Longer paths are written as their count: the scene's own data makes them again.
MOST_VERTICES = 2000
# Lists of a collection are written this far.
MOST_ITEMS = 8

NativeRenderer = backend_agg._RendererAgg
_calls = []


def plain(value):
    """Nested lists of numbers; a float that JSON lacks becomes a string."""
    if isinstance(value, np.ndarray):
        value = value.tolist()
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, (float, np.floating)):
        return float(value) if math.isfinite(value) else str(float(value))
    if isinstance(value, np.generic):
        return value.item()
    return value


def affine(transform):
    matrix = transform if isinstance(transform, np.ndarray) else np.asarray(transform)
    return plain(matrix[:2])


def path_record(path):
    if path is None:
        return None
    record = {
        "vertices": plain(path.vertices),
        "codes": None if path.codes is None else plain(path.codes),
        "should_simplify": bool(path.should_simplify),
        "simplify_threshold": path.simplify_threshold,
    }
    count = len(path.vertices)
    if count > MOST_VERTICES:
        record.update(vertices=None, vertex_count=count)
    return record


def short(items, record=plain):
    """The records of the first items of a list, and how many there are in all."""
    return {"count": len(items), "first": [record(item) for item in items[:MOST_ITEMS]]}


def gc_record(gc):
    clip_rectangle = gc.get_clip_rectangle()
    clip_path, clip_transform = gc.get_clip_path()
    dash_offset, dashes = gc.get_dashes()
    return {
        "linewidth_pt": float(gc.get_linewidth()),
        "alpha": float(gc.get_alpha()),
        "forced_alpha": bool(gc.get_forced_alpha()),
        "rgb": plain(gc.get_rgb()),
        "antialiased": bool(gc.get_antialiased()),
        "capstyle": gc.get_capstyle(),
        "joinstyle": gc.get_joinstyle(),
        "dashes": [float(dash_offset), plain(dashes)],
        "cliprect": None if clip_rectangle is None else plain(clip_rectangle.get_points()),
        "clippath": path_record(clip_path),
        "clippath_transform": None if clip_path is None else affine(clip_transform),
        "snap": gc.get_snap(),
        "hatchpath": path_record(gc.get_hatch_path()),
        "hatch_color": None if gc.get_hatch_path() is None else plain(gc.get_hatch_color()),
        "hatch_linewidth": float(gc.get_hatch_linewidth()),
        "sketch": plain(gc.get_sketch_params()),
    }


def bytes_record(image):
    image = np.ascontiguousarray(image)
    return {"shape": list(image.shape), "b64": base64.b64encode(image.tobytes()).decode()}


class RecordingRenderer(NativeRenderer):
    def __init__(self, width, height, dpi):
        super().__init__(width, height, dpi)
        _calls.append({"op": "new", "width": width, "height": height, "dpi": float(dpi)})

    def _done(self, op, **fields):
        sha1 = hashlib.sha1(memoryview(self)).hexdigest()
        _calls.append({"op": op, **fields, "sha1_after": sha1})

    def clear(self):
        super().clear()
        self._done("clear")

    def draw_path(self, gc, path, transform, face=None):
        super().draw_path(gc, path, transform, face)
        self._done("draw_path", gc=gc_record(gc), path=path_record(path),
                   transform=affine(transform), face=plain(face))

    def draw_markers(self, gc, marker, marker_transform, path, transform, face=None):
        super().draw_markers(gc, marker, marker_transform, path, transform, face)
        self._done("draw_markers", gc=gc_record(gc), marker_path=path_record(marker),
                   marker_transform=affine(marker_transform), path=path_record(path),
                   transform=affine(transform), face=plain(face))

    def draw_text_image(self, image, x, y, angle, gc):
        super().draw_text_image(image, x, y, angle, gc)
        self._done("draw_text_image", gc=gc_record(gc), image=bytes_record(image), x=x, y=y,
                   angle=float(angle))

    def draw_image(self, gc, x, y, image):
        super().draw_image(gc, x, y, image)
        digest = hashlib.sha1(np.ascontiguousarray(image).tobytes()).hexdigest()
        self._done("draw_image", gc=gc_record(gc), x=float(x), y=float(y),
                   image={"shape": list(image.shape), "sha1": digest})

    def draw_path_collection(self, gc, master_transform, paths, transforms, offsets,
                             offset_transform, facecolors, edgecolors, linewidths, dashes,
                             antialiaseds, ignored, offset_position, *, hatchcolors=()):
        super().draw_path_collection(
            gc, master_transform, paths, transforms, offsets, offset_transform, facecolors,
            edgecolors, linewidths, dashes, antialiaseds, ignored, offset_position,
            hatchcolors=hatchcolors)
        self._done("draw_path_collection", gc=gc_record(gc),
                   master_transform=affine(master_transform), paths=short(paths, path_record),
                   transforms=short(transforms, affine), offsets=short(offsets),
                   offset_transform=affine(offset_transform), facecolors=short(facecolors),
                   edgecolors=short(edgecolors), linewidths=short(linewidths),
                   dashes=short(dashes), antialiaseds=short(antialiaseds))

    def draw_quad_mesh(self, gc, transform, columns, rows, coordinates, offsets,
                       offset_transform, facecolors, antialiased, edgecolors):
        super().draw_quad_mesh(gc, transform, columns, rows, coordinates, offsets,
                               offset_transform, facecolors, antialiased, edgecolors)
        self._done("draw_quad_mesh", gc=gc_record(gc), transform=affine(transform),
                   columns=columns, rows=rows, coordinates=short(coordinates),
                   facecolors=short(facecolors), antialiased=bool(antialiased),
                   edgecolors=short(edgecolors))

    def draw_gouraud_triangles(self, gc, points, colors, transform):
        super().draw_gouraud_triangles(gc, points, colors, transform)
        self._done("draw_gouraud_triangles", gc=gc_record(gc), points=short(points),
                   colors=short(colors), transform=affine(transform))


def font_name(font):
    return font.fname.rsplit("/", 1)[-1]


class RecordingFrontEnd(backend_agg.RendererAgg):
    def draw_text(self, gc, x, y, s, prop, angle, ismath=False, mtext=None):
        _calls.append({
            "op": "draw_text", "s": s, "x": float(x), "y": float(y), "angle": float(angle),
            "ismath": bool(ismath), "font": font_name(self._prepare_font(prop)),
            "size_pt": float(prop.get_size_in_points()),
            "whd": plain(self.get_text_width_height_descent(s, prop, ismath)),
        })
        super().draw_text(gc, x, y, s, prop, angle, ismath, mtext)

    def _draw_text_glyphs_and_boxes(self, gc, x, y, angle, glyphs, boxes):
        glyphs, boxes = list(glyphs), list(boxes)
        _calls.append({
            "op": "text_glyphs", "x": float(x), "y": float(y), "angle": float(angle),
            "rgb": plain(gc.get_rgb()),
            "glyphs": [
                {"font": font_name(font), "size_pt": float(size), "glyph_index": index,
                 "slant": slant, "extend": extend, "dx": float(dx), "dy": float(dy)}
                for font, size, index, slant, extend, dx, dy in glyphs
            ],
            "boxes": plain(boxes),
            "load_flags": backend_agg.get_hinting_flag().value,
        })
        super()._draw_text_glyphs_and_boxes(gc, x, y, angle, glyphs, boxes)


@contextlib.contextmanager
def recording():
    """Yields the list that the calls made inside the block are appended to."""
    _calls.clear()
    front_end = backend_agg.RendererAgg
    backend_agg._RendererAgg = RecordingRenderer
    backend_agg.RendererAgg = RecordingFrontEnd
    try:
        yield _calls
    finally:
        backend_agg._RendererAgg = NativeRenderer
        backend_agg.RendererAgg = front_end


def write_trace(file, name, size, dpi, calls):
    """One call per line, so that a changed call is a changed line."""
    width, height = size
    head = {
        "name": name,
        "matplotlib": matplotlib.__version__,
        "freetype": ft2font.__freetype_version__,
        "width": width,
        "height": height,
        "dpi": dpi,
        "sha1_final": calls[-1]["sha1_after"],
        "n_calls": len(calls),
    }
    lines = ",\n".join(json.dumps(call, allow_nan=False) for call in calls)
    file.write_text(json.dumps(head)[:-1] + ', "calls": [\n' + lines + "\n]}\n")
