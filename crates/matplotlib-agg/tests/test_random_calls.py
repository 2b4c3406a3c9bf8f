"""Random calls give the stock renderer's bytes."""

import numpy as np
import pytest
from matplotlib.backend_bases import GraphicsContextBase
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, Bbox, TransformedPath

from conftest import SINCE_3_11
from matplotlib_agg._renderer import RendererAgg

WIDTH, HEIGHT = 120, 90


def random_context(rng):
    gc = GraphicsContextBase()
    gc.set_linewidth(rng.choice([0, 0.3, 1, 1.5, 4, 9]))
    gc.set_foreground(tuple(rng.uniform(0, 1, 4)), isRGBA=True)
    if rng.random() < 0.3:
        gc.set_alpha(rng.uniform(0, 1))
    gc.set_antialiased(bool(rng.random() < 0.8))
    gc.set_capstyle(rng.choice(["butt", "round", "projecting"]))
    gc.set_joinstyle(rng.choice(["miter", "round", "bevel"]))
    if rng.random() < 0.3:
        gc.set_dashes(rng.uniform(0, 5), rng.uniform(0.5, 9, rng.integers(1, 5)).tolist())
    if rng.random() < 0.4:
        x, y = rng.uniform(-10, WIDTH), rng.uniform(-10, HEIGHT)
        gc.set_clip_rectangle(Bbox([[x, y], [x + rng.uniform(0, 90), y + rng.uniform(0, 90)]]))
    if rng.random() < 0.3:
        gc.set_clip_path(TransformedPath(Path.unit_circle(), random_transform(rng, 40)))
    gc.set_snap(rng.choice([None, True, False]))
    if rng.random() < 0.2:
        gc.set_hatch(str(rng.choice(["/", "x", "o", "**"])))
        gc.set_hatch_color(tuple(rng.uniform(0, 1, 4)))
    if rng.random() < 0.1:
        gc.set_sketch_params(rng.uniform(0.5, 4), rng.uniform(5, 90), rng.uniform(1, 9))
    return gc


def random_transform(rng, size=1.0):
    middle = rng.uniform(0, 1, 2) * [WIDTH, HEIGHT]
    return Affine2D().scale(size).rotate(rng.uniform(0, 7)).translate(*(middle if size != 1 else (0, 0)))


def random_path(rng):
    kind = rng.integers(6)
    if kind == 0:
        return Path.arc(0, rng.uniform(20, 360)).transformed(random_transform(rng, 30))
    if kind == 1:
        x, y, w, h = rng.uniform(0, 80, 4)
        return Path([[x, y], [x + w, y], [x + w, y + h], [x, y + h], [x, y]], closed=True)
    vertices = rng.normal([WIDTH / 2, HEIGHT / 2], rng.choice([20, 60]), (rng.integers(2, 300), 2))
    if kind == 2:
        vertices[rng.random(len(vertices)) < 0.1] = np.nan
    if kind == 3:
        codes = np.full(len(vertices), Path.LINETO)
        codes[rng.random(len(codes)) < 0.2] = Path.MOVETO
        codes[0], codes[-1] = Path.MOVETO, Path.CLOSEPOLY
        return Path(vertices, codes)
    return Path(vertices)


def random_call(rng):
    gc, transform = random_context(rng), random_transform(rng)
    face = tuple(rng.uniform(0, 1, rng.integers(3, 5))) if rng.random() < 0.5 else None
    colors = lambda n: rng.uniform(0, 1, (n, 4))
    kind = rng.integers(7)
    if kind <= 1:
        return "draw_path", (gc, random_path(rng), transform, face)
    if kind == 2:
        marker = rng.choice([Path.unit_circle(), Path.unit_rectangle(), Path.unit_regular_star(5)])
        scale = Affine2D().scale(rng.uniform(1, 9))
        # A closing has no place; the stock renderer puts a marker where its unused vertex is.
        places = Path(random_path(rng).vertices)
        return "draw_markers", (gc, marker, scale, places, transform, face)
    if kind == 3:
        paths = [random_path(rng) for _ in range(rng.integers(1, 4))]
        offsets = rng.uniform(-30, 30, (rng.integers(0, 6), 2))
        return "draw_path_collection", (
            gc, transform, paths, np.zeros((0, 3, 3)), offsets, Affine2D(), colors(rng.integers(0, 3)),
            colors(rng.integers(0, 3)), rng.uniform(0, 4, 2), [(0, None), (1.0, [3, 2])], [1, 0][:rng.integers(1, 3)],
            None, None,
        )
    if kind == 4:
        rows, columns = rng.integers(1, 6, 2)
        grid = np.dstack(np.meshgrid(np.linspace(0, WIDTH, columns + 1), np.linspace(0, HEIGHT, rows + 1)))
        corners = grid + rng.normal(0, 3, grid.shape)
        return "draw_quad_mesh", (
            gc, transform, columns, rows, corners, np.zeros((0, 2)), Affine2D(), colors(rows * columns),
            bool(rng.random() < 0.5), colors(rng.integers(0, 2)),
        )
    if kind == 5:
        count = rng.integers(1, 5)
        points = rng.uniform(-20, 120, (count, 3, 2))
        return "draw_gouraud_triangles", (gc, points, rng.uniform(0, 1, (count, 3, 4)), transform)
    image = rng.integers(0, 256, (*rng.integers(1, 50, 2), 4), "u1")
    if rng.random() < 0.5:
        return "draw_image", (gc, rng.uniform(-20, WIDTH), rng.uniform(-20, HEIGHT), image)
    angle = rng.choice([0, 90, 33.3]) if SINCE_3_11 else 0
    x, y = rng.integers(-10, WIDTH), rng.integers(0, HEIGHT + 20)
    return "draw_text_image", (np.ascontiguousarray(image[..., 0]), int(x), int(y), angle, gc)


@pytest.mark.parametrize("seed", range(400))
def test_a_random_call_draws_the_bytes_of_stock(seed, stock_renderer):
    rng = np.random.default_rng(seed)
    ours, theirs = RendererAgg(WIDTH, HEIGHT, 72.0), stock_renderer(WIDTH, HEIGHT, 72.0)
    for _ in range(3):
        name, args = random_call(rng)
        getattr(ours, name)(*args)
        getattr(theirs, name)(*args)
        assert np.array_equal(ours, theirs), name
