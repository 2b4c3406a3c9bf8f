"""The renderer's own calls: their results are the stock renderer's, whatever they are given."""

import gc as garbage
import threading
import weakref

import numpy as np
import pytest
from matplotlib.backend_bases import GraphicsContextBase
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, Bbox, TransformedPath

from conftest import SINCE_3_11, SINCE_3_11_ONLY
from matplotlib_agg._renderer import BufferRegion, RendererAgg

LINE = Path([[1, 1], [30, 25]])
NONE = np.zeros((0, 2))


def context(**attributes):
    gc = GraphicsContextBase()
    for name, value in attributes.items():
        setattr(gc, f"_{name}", value)
    return gc


def collection(renderer, paths=(LINE,), transforms=np.zeros((0, 3, 3)), offsets=NONE, faces=np.ones((1, 4)),
               edges=np.zeros((0, 4)), widths=(), dashes=(), smooth=(1,), **more):
    renderer.draw_path_collection(context(), None, paths, transforms, offsets, None, faces, edges, widths,
                                  dashes, smooth, None, None, **more)


def mesh(renderer, columns=1, rows=1, corners=np.zeros((2, 2, 2))):
    renderer.draw_quad_mesh(context(), None, columns, rows, corners, NONE, None, np.ones((1, 4)), True,
                            np.zeros((0, 4)))


def triangles(renderer, points=(1, 3, 2), colors=(1, 3, 4)):
    renderer.draw_gouraud_triangles(context(), np.zeros(points), np.zeros(colors))


def path_with(**attributes):
    path = type("AnyPath", (), dict(codes=None, should_simplify=False, simplify_threshold=0.1))
    for name, value in attributes.items():
        setattr(path, name, value)
    return path


@pytest.mark.parametrize("call, error, message", [
    (lambda r: r.draw_path(context(), LINE, np.eye(2)), ValueError, "Invalid affine transformation matrix"),
    (lambda r: r.draw_path(context(), LINE, "abc"), ValueError, "Invalid affine transformation matrix"),
    (lambda r: r.draw_path(None, LINE, None), AttributeError, "'NoneType' object has no attribute '_linewidth'"),
    (lambda r: r.draw_path(context(), 5, None), AttributeError, "'int' object has no attribute 'vertices'"),
    (lambda r: r.draw_path(context(), LINE, None, (1, 2)), IndexError, "tuple index out of range"),
    (lambda r: r.draw_path(context(), LINE, None, (1,) * 5), ValueError, "RGBA value must be 3- or 4-tuple"),
    (lambda r: r.draw_path(context(), LINE, None, 5), TypeError, "'int' object is not iterable"),
    (lambda r: r.draw_path(context(), path_with(vertices=np.zeros((3, 3))), None), ValueError, "Invalid vertices array"),
    (lambda r: r.draw_path(context(), path_with(vertices=NONE, codes=[1]), None), ValueError, "Invalid codes array"),
    (lambda r: r.draw_path(context(cliprect=(1, 2, 3)), LINE, None), ValueError, "Invalid bounding box"),
    (lambda r: r.draw_path(context(capstyle="zzz"), LINE, None), IndexError, None),
    (lambda r: r.draw_text_image(np.zeros((2, 2, 2), "u1"), 1, 1, 0, context()), ValueError,
     "array has incorrect number of dimensions: 3; expected 2"),
    (lambda r: r.draw_text_image("abc", 1, 1, 0, context()), TypeError, None),
    (lambda r: r.draw_image(context(), 1, 1, np.zeros((2, 2), "u1")), ValueError,
     "array has incorrect number of dimensions: 2; expected 3"),
    (lambda r: collection(r, transforms=np.zeros((1, 2, 2))), ValueError,
     "transforms must have shape (N, 3, 3), got (1, 2, 2)"),
    (lambda r: collection(r, transforms=np.zeros((3, 3))), ValueError, "Expected 3-dimensional array, got 2"),
    (lambda r: collection(r, offsets=np.zeros((3, 3))), ValueError, "points must have shape (N, 2), got (3, 3)"),
    (lambda r: collection(r, offsets=np.zeros(3)), ValueError, "Expected 2-dimensional array, got 1"),
    (lambda r: collection(r, faces=np.zeros((3, 3))), ValueError, "colors must have shape (N, 4), got (3, 3)"),
    (lambda r: collection(r, faces="a"), TypeError, None),
    (lambda r: collection(r, widths=np.zeros((3, 3))), ValueError,
     "array has incorrect number of dimensions: 2; expected 1"),
    pytest.param(lambda r: collection(r, hatchcolors=np.zeros((3, 3))), ValueError,
                 "colors must have shape (N, 4), got (3, 3)", marks=SINCE_3_11_ONLY),
    (lambda r: collection(r, paths=5), TypeError, None),
    (lambda r: collection(r, dashes=5), TypeError, None),
    (lambda r: mesh(r, corners=np.zeros((2, 2))), ValueError,
     "array has incorrect number of dimensions: 2; expected 3"),
    (lambda r: mesh(r, columns=-1), TypeError, None),
    (lambda r: triangles(r, points=(1, 2, 2)), ValueError, "points must have shape (N, 3, 2), got (1, 2, 2)"),
    (lambda r: triangles(r, colors=(1, 3, 3)), ValueError, "colors must have shape (N, 3, 4), got (1, 3, 3)"),
    (lambda r: triangles(r, colors=(2, 3, 4)), ValueError, None),
    (lambda r: r.copy_from_bbox(np.zeros((3, 3))), ValueError, "Invalid bounding box"),
    (lambda r: r.restore_region(5), TypeError, None),
    (lambda r: r.restore_region(r.copy_from_bbox(None), 1), TypeError, None),
    (lambda r: r.restore_region(r.copy_from_bbox(None), 1, 1, 1, 1, 1, 1.5), TypeError, None),
])
def test_bad_input_raises_what_stock_raises(call, error, message, stock_renderer):
    for renderer in RendererAgg(40, 30, 72), stock_renderer(40, 30, 72):
        with pytest.raises(error) as raised:
            call(renderer)
        if message is not None and (SINCE_3_11 or isinstance(renderer, RendererAgg)):
            assert str(raised.value) == message


@pytest.mark.parametrize("size, error, message", [
    ((5, 5, 0), ValueError, "dpi must be positive"),
    ((5, 5, -3), ValueError, "dpi must be positive"),
    ((1 << 23, 5, 72), ValueError,
     "Image size of 8388608x5 pixels is too large. It must be less than 2^23 in each direction."),
    ((-1, 5, 72), TypeError, None),
    ((5, 1.5, 72), TypeError, None),
    ((1 << 40, 5, 72), TypeError, None),
    ((5, 5, "a"), TypeError, None),
])
def test_bad_sizes_raise_what_stock_raises(size, error, message, stock_renderer):
    for renderer in RendererAgg, stock_renderer:
        with pytest.raises(error) as raised:
            renderer(*size)
        if message is not None:
            assert str(raised.value) == message


# The stock renderer takes these, and reads past the end of the last two.
@pytest.mark.parametrize("call", [
    lambda: RendererAgg(5, 5, float("nan")),
    lambda: mesh(RendererAgg(9, 9, 72), columns=50, rows=50),
    lambda: RendererAgg(9, 9, 72).draw_image(context(), 0, 0, np.zeros((2, 2, 1), "u1")),
])
def test_what_stock_takes_unseen_is_an_error(call):
    with pytest.raises(ValueError):
        call()


def test_no_truths_about_smoothing_mean_the_contexts_own():
    renderer = RendererAgg(40, 30, 72)
    collection(renderer, edges=np.ones((1, 4)), smooth=())
    assert np.asarray(renderer)[..., 3].any()


def test_a_surface_without_pixels_takes_every_call():
    renderer = RendererAgg(0, 5, 72)
    assert np.asarray(renderer).shape == (5, 0, 4)
    renderer.draw_path(context(), LINE, None, (1, 0, 0))
    renderer.clear()
    renderer.restore_region(renderer.copy_from_bbox(Bbox([[0, 0], [0, 0]])))


NAN = np.full((3, 3), np.nan)


@pytest.mark.parametrize("call", [
    lambda r: r.draw_path(context(), LINE, NAN, (1, 0, 0)),
    lambda r: r.draw_path(context(), LINE, np.diag([np.inf, 1, 1])),
    lambda r: r.draw_path(context(), Path([[np.nan, 1], [2, np.nan]]), None),
    lambda r: r.draw_path(context(), None, None),
    lambda r: r.draw_path(context(linewidth=0), LINE, None),
    lambda r: r.draw_markers(context(), LINE, NAN, LINE, None, (1, 0, 0)),
    lambda r: r.draw_markers(context(), LINE, None, LINE, NAN, (1, 0, 0)),
    lambda r: triangles(r, points=(0, 3, 2), colors=(0, 3, 4)),
    lambda r: collection(r, paths=()),
    lambda r: mesh(r, 0, 0, np.zeros((1, 1, 2))),
    lambda r: r.draw_text_image(np.zeros((0, 0), "u1"), 1, 1, 0, context()),
    lambda r: r.draw_image(context(), 1, 1, np.zeros((0, 0, 4), "u1")),
    lambda r: r.clear(),
])
def test_what_cannot_be_seen_draws_nothing_as_in_stock(call, stock_renderer):
    ours, theirs = RendererAgg(40, 30, 72), stock_renderer(40, 30, 72)
    call(ours)
    call(theirs)
    assert np.array_equal(ours, theirs)
    assert (np.asarray(ours) == [255, 255, 255, 0]).all()


def test_arrays_of_other_types_orders_and_strides_are_read_alike(stock_renderer):
    vertices = np.array([[3.0, 4], [30, 7], [12, 25], [3, 4]])
    spread = np.zeros((8, 4))
    spread[::2, ::2] = vertices
    forms = [vertices, np.asfortranarray(vertices), vertices.astype("f4"), vertices.astype(int),
             vertices.tolist(), spread[::2, ::2], vertices.astype(">f8"), vertices[::-1][::-1]]
    theirs = stock_renderer(40, 30, 72)
    theirs.draw_path(context(), Path(vertices), None, (1, 0, 0))
    for form in forms:
        ours = RendererAgg(40, 30, 72)
        ours.draw_path(context(), path_with(vertices=form), Affine2D(), [1, 0, 0])
        assert np.array_equal(ours, theirs)


def test_text_at_floats_warns(stock_renderer):
    import matplotlib

    for renderer in RendererAgg(9, 9, 72), stock_renderer(9, 9, 72):
        with pytest.warns(matplotlib.MatplotlibDeprecationWarning, match="x parameter as float"):
            renderer.draw_text_image(np.full((2, 2), 255, "u1"), 3.7, 5, 0, context())
        assert np.argwhere(np.asarray(renderer)[..., 3]).min(axis=0).tolist() == [3, 3]


class TestBuffers:
    def test_the_buffer_is_rows_of_rgba_and_can_be_written(self):
        renderer = RendererAgg(4, 3, 72)
        view = memoryview(renderer)
        assert (view.shape, view.strides, view.format, view.readonly) == ((3, 4, 4), (16, 4, 1), "B", False)
        assert view.c_contiguous and view.nbytes == 48
        np.asarray(renderer)[1, 2] = [1, 2, 3, 4]
        assert bytes(renderer)[24:28] == b"\x01\x02\x03\x04"
        assert bytearray(renderer) == view.tobytes()

    def test_a_region_is_a_buffer_too(self):
        renderer = RendererAgg(9, 8, 72)
        region = renderer.copy_from_bbox(Bbox([[1, 1], [4, 3]]))
        assert memoryview(region).shape == (2, 3, 4)
        np.asarray(region)[...] = 7
        renderer.restore_region(region)
        assert (np.asarray(renderer)[5:7, 1:4] == 7).all()

    def test_every_buffer_keeps_its_renderer(self):
        renderer = RendererAgg(4, 3, 72)
        gone = weakref.ref(renderer)
        view = np.asarray(renderer)
        del renderer
        garbage.collect()
        assert gone() is not None
        del view
        garbage.collect()
        assert gone() is None


def test_regions_go_back_as_in_stock(stock_renderer):
    rng = np.random.default_rng(5)
    pixels = rng.integers(0, 256, (30, 40, 4), "u1")
    ours, theirs = RendererAgg(40, 30, 72), stock_renderer(40, 30, 72)
    for renderer in ours, theirs:
        np.asarray(renderer)[...] = pixels
        region = renderer.copy_from_bbox(Bbox([[3.7, 4.2], [22.9, 17.1]]))
        assert region.get_extents() == (3, 13, 22, 26)
        renderer.clear()
        renderer.restore_region(region, 5, 14, 12, 20, 30, 2)
        region.set_x(1)
        region.set_y(2)
        renderer.restore_region(region)
    assert np.array_equal(ours, theirs)


def test_regions_are_not_made_by_hand():
    with pytest.raises(TypeError, match="No constructor defined!"):
        BufferRegion()


def test_subclasses_may_add_to_calls():
    class Counting(RendererAgg):
        def __init__(self, width, height, dpi):
            self.calls = 0

        def draw_path(self, *args):
            self.calls += 1
            super().draw_path(*args)

    renderer = Counting(40, 30, 72)
    renderer.draw_path(context(), LINE, None)
    assert renderer.calls == 1
    assert np.asarray(renderer)[..., 3].any()
    assert memoryview(renderer).shape == (30, 40, 4)


def test_clip_paths_are_known_by_their_vertices(stock_renderer):
    def draw(renderer):
        clip = TransformedPath(Path.unit_circle(), Affine2D().scale(12).translate(20, 15))
        gc = context()
        gc.set_clip_path(clip)
        for shift in 0, 8:
            renderer.draw_path(gc, LINE, Affine2D().translate(shift, 0), (0, 0, 1, 0.5))
        gc.set_clip_path(TransformedPath(Path.unit_circle(), Affine2D().scale(5).translate(10, 10)))
        renderer.draw_path(gc, Path.unit_rectangle(), Affine2D().scale(40), (1, 0, 0))
        renderer.draw_image(gc, 3, 3, np.full((20, 20, 4), 128, "u1"))

    ours, theirs = RendererAgg(40, 30, 72), stock_renderer(40, 30, 72)
    draw(ours)
    draw(theirs)
    assert np.array_equal(ours, theirs)


def zigzag(renderer, seed):
    rng = np.random.default_rng(seed)
    for _ in range(30):
        path = Path(rng.uniform(-20, 220, (50, 2)))
        renderer.draw_path(context(linewidth=2), path, None, tuple(rng.uniform(0, 1, 4)))


def test_threads_draw_at_the_same_time_on_renderers_of_their_own():
    alone = [RendererAgg(200, 200, 72) for _ in range(4)]
    together = [RendererAgg(200, 200, 72) for _ in range(4)]
    for seed, renderer in enumerate(alone):
        zigzag(renderer, seed)
    threads = [threading.Thread(target=zigzag, args=(r, i)) for i, r in enumerate(together)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for ours, expected in zip(together, alone):
        assert np.array_equal(ours, expected)


def test_threads_may_share_a_renderer():
    shared = RendererAgg(200, 200, 72)
    errors = []

    def work(seed):
        try:
            zigzag(shared, seed)
            shared.restore_region(shared.copy_from_bbox(Bbox([[0, 0], [50, 50]])))
            bytes(shared)
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=work, args=(i,)) for i in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not errors
    assert np.asarray(shared)[..., 3].any()


def test_other_threads_run_while_pixels_are_drawn():
    renderer = RendererAgg(2000, 2000, 100)
    rng = np.random.default_rng(1)
    noise = Path(np.column_stack([np.linspace(0, 2000, 20000), rng.uniform(0, 2000, 20000)]))
    drawing = threading.Thread(target=renderer.draw_path, args=(context(), noise, None))
    drawing.start()
    steps = 0
    while drawing.is_alive():
        steps += 1
    # With the lock held for the whole call, this loop would get no turn until it ends.
    assert steps > 100
