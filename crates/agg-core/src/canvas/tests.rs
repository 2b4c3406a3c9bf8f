use super::*;
use crate::paint::{LinearGradient, RadialGradient};
use crate::path::Stroke;
use crate::pixel::{
    A8, Color, PixelFormat, Pixmap, Rgb8, Rgba16, RgbaF32, RowOrder, StraightRgba8,
};

const RULE: FillRule = FillRule::NonZero;

fn rect(x0: f64, y0: f64, x1: f64, y1: f64) -> Path {
    Path::rectangle(Rect::new(x0, y0, x1, y1))
}

#[test]
fn a_filled_rectangle_has_its_colour_inside_and_nothing_outside() {
    let mut pixmap = Pixmap::new(10, 10).unwrap();
    let square = rect(2.0, 2.0, 8.0, 8.0);
    Canvas::new(&mut pixmap).fill(&square, RULE, Color::from_rgba8(200, 100, 50, 128));
    assert_eq!(pixmap.pixel(5, 5), Some([100, 50, 25, 128]));
    assert_eq!(pixmap.pixel(1, 5), Some([0; 4]));
    assert_eq!(pixmap.pixel(8, 5), Some([0; 4]));
}

#[test]
fn a_transform_ends_with_its_canvas() {
    let mut pixmap = Pixmap::new(10, 10).unwrap();
    let mut canvas = Canvas::new(&mut pixmap);
    let unit = rect(0.0, 0.0, 1.0, 1.0);
    let shift = Affine::translate(5.0, 5.0);
    canvas.with_transform(shift).fill(&unit, RULE, Color::WHITE);
    canvas.fill(&unit, RULE, Color::BLACK);
    assert_eq!(pixmap.pixel(5, 5), Some([255; 4]));
    assert_eq!(pixmap.pixel(0, 0), Some([0, 0, 0, 255]));
}

#[test]
fn a_hostile_shape_spoils_nothing() {
    let mut pixmap = Pixmap::new(10, 10).unwrap();
    let mut canvas = Canvas::new(&mut pixmap);
    let broken = Path::polygon([(f64::NAN, 0.0), (f64::INFINITY, 1e300), (0.0, -1e300)]);
    let circle = Path::circle((5.0, 5.0), 3.0);
    canvas.fill(&broken, RULE, Color::BLACK);
    let nowhere = Affine::scale(f64::NAN);
    canvas
        .with_transform(nowhere)
        .fill(&circle, RULE, Color::BLACK);
    canvas.stroke(&broken, &Stroke::new(f64::NAN), Color::BLACK);
    canvas.fill(&circle, RULE, Color::WHITE);
    assert_eq!(pixmap.pixel(5, 5), Some([255; 4]));
    assert_eq!(pixmap.pixel(0, 0), Some([0; 4]));
}

#[test]
fn hostile_gradients_paint_nothing_and_spoil_nothing() {
    let stops = [(0.0, Color::WHITE), (1.0, Color::WHITE)];
    let line = LinearGradient::new((0.0, 0.0), (9.0, 0.0));
    let nothing = [
        line.clone(),
        LinearGradient::new((0.0, 0.0), (f64::INFINITY, 0.0)).with_stops(&stops),
        LinearGradient::new((f64::NAN, 0.0), (9.0, 0.0)).with_stops(&stops),
        line.clone()
            .with_stops(&stops)
            .with_transform(Affine::scale(0.0)),
        line.clone()
            .with_stops(&stops)
            .with_transform(Affine::scale(f64::NAN)),
    ];
    let mut pixmap = Pixmap::new(10, 10).unwrap();
    for gradient in nothing {
        Canvas::new(&mut pixmap).fill_all(gradient);
    }
    assert!(pixmap.pixels().iter().all(|&pixel| pixel == [0; 4]));
    let same = LinearGradient::new((3.0, 3.0), (3.0, 3.0)).with_stops(&stops);
    Canvas::new(&mut pixmap).fill_all(same);
    assert!(pixmap.pixels().iter().all(|&pixel| pixel == [255; 4]));
}

#[test]
fn a_clip_cuts_smoothly_and_nests() {
    let mut pixmap = Pixmap::new(10, 10).unwrap();
    let mut canvas = Canvas::new(&mut pixmap);
    let mut half = canvas.with_clip(&rect(0.0, 0.0, 5.5, 10.0), RULE).unwrap();
    let mut quarter = half.with_clip(&rect(0.0, 5.0, 10.0, 10.0), RULE).unwrap();
    quarter.fill_all(Color::WHITE);
    drop(
        canvas
            .with_clip(&Path::new(), RULE)
            .map(|mut c| c.fill_all(Color::BLACK)),
    );
    canvas
        .with_clip_box(IntRect::new(9, 0, 99, 1))
        .fill_all(Color::WHITE);
    assert_eq!(pixmap.pixel(4, 7), Some([255; 4]));
    assert_eq!(pixmap.pixel(5, 7), Some([128; 4]));
    assert_eq!(pixmap.pixel(6, 7), Some([0; 4]));
    assert_eq!(pixmap.pixel(4, 4), Some([0; 4]));
    assert_eq!(pixmap.pixel(9, 0), Some([255; 4]));
}

#[test]
fn a_mask_of_another_size_hides_what_it_does_not_hold() {
    let mut mask = Mask::new(IntRect::new(-5, 2, 3, 90)).unwrap();
    mask.covers_mut().fill(128);
    let mut pixmap = Pixmap::new(5, 5).unwrap();
    Canvas::new(&mut pixmap)
        .with_mask(mask)
        .fill_all(Color::WHITE);
    assert_eq!(pixmap.pixel(2, 2), Some([128; 4]));
    assert_eq!(pixmap.pixel(3, 2), Some([0; 4]));
    assert_eq!(pixmap.pixel(2, 1), Some([0; 4]));
}

#[test]
fn a_group_shows_through_as_one() {
    let mut pixmap = Pixmap::new(4, 1).unwrap();
    let mut canvas = Canvas::new(&mut pixmap);
    canvas.clear(Color::WHITE);
    canvas
        .with_layer(0.5, |group| {
            group.fill(&rect(0.0, 0.0, 3.0, 1.0), RULE, Color::BLACK);
            group.fill(&rect(1.0, 0.0, 4.0, 1.0), RULE, Color::BLACK);
        })
        .unwrap();
    assert!(
        pixmap.pixels().iter().all(|&p| p == [127, 127, 127, 255]),
        "{pixmap:?}"
    );
}

#[test]
fn an_opaque_layer_in_the_usual_mode_is_as_if_it_were_not_there() {
    let draw = |canvas: &mut Canvas<'_>| {
        canvas.fill(
            &Path::circle((9.0, 8.0), 6.3),
            RULE,
            Color::from_rgb8(200, 100, 0),
        );
        canvas.fill(&rect(3.0, 3.0, 8.0, 7.5), RULE, Color::WHITE);
    };
    let (mut direct, mut layered) = (Pixmap::new(20, 16).unwrap(), Pixmap::new(20, 16).unwrap());
    draw(&mut Canvas::new(&mut direct));
    let mut canvas = Canvas::new(&mut layered);
    let mut part = canvas.with_clip_box(IntRect::new(2, 1, 18, 15));
    part.with_layer(1.0, draw).unwrap();
    assert_eq!(direct, layered);
}

#[test]
fn blend_modes_reach_every_format() {
    fn darkest<F: Blend>() -> [u8; 4] {
        let mut pixmap = Pixmap::<F>::with_format(2, 1).unwrap();
        let mut canvas = Canvas::new(&mut pixmap);
        canvas.clear(Color::from_rgb8(200, 200, 200));
        canvas
            .with_blend_mode(BlendMode::Multiply)
            .fill_all(Color::from_rgb8(128, 128, 128));
        F::to_straight(pixmap.pixels()[0])
    }
    let expected = [100, 100, 100, 255];
    assert_eq!(darkest::<Rgba8>(), expected);
    assert_eq!(darkest::<StraightRgba8>(), expected);
    assert_eq!(darkest::<Rgb8>(), expected);
    assert_eq!(darkest::<Rgba16>(), expected);
    assert_eq!(darkest::<RgbaF32>(), expected);
    let gray = darkest::<crate::pixel::Gray8>()[0];
    assert!(gray.abs_diff(100) <= 1, "{gray}");
    let packed = darkest::<crate::pixel::Rgb565>();
    assert!(
        packed.iter().zip(expected).all(|(a, b)| a.abs_diff(b) <= 4),
        "{packed:?}"
    );
}

/// A scene with fills, strokes, gradients, clips, layers and modes.
fn scene<F: Blend>(canvas: &mut Canvas<'_, F>) {
    let stops = [
        (0.0, Color::from_rgb8(214, 39, 40)),
        (0.4, Color::from_rgba8(255, 255, 255, 128)),
        (1.0, Color::from_rgb8(31, 119, 180)),
    ];
    let across = LinearGradient::new((5.0, 0.0), (60.0, 30.0)).with_stops(&stops);
    let around = RadialGradient::new((30.0, 20.0), 18.0).with_stops(&stops);
    canvas.fill_all(Color::from_rgba8(250, 240, 230, 200));
    canvas.fill(&Path::circle((30.0, 20.0), 17.3), RULE, across);
    canvas.with_opacity(0.7).stroke(
        &Path::circle((34.0, 22.0), 14.0),
        &Stroke::new(5.5).with_dashes(0.0, &[7.0, 3.0]),
        around,
    );
    let mut clipped = canvas
        .with_clip(&Path::circle((20.0, 20.0), 12.5), RULE)
        .unwrap();
    clipped
        .with_blend_mode(BlendMode::Multiply)
        .fill_all(Color::from_rgb8(200, 220, 120));
    canvas
        .with_layer(0.6, |group| {
            group.fill(&rect(40.3, 3.0, 58.0, 30.6), RULE, Color::BLACK);
        })
        .unwrap();
}

fn drawn<F: Blend>() -> Pixmap<F> {
    let mut pixmap = Pixmap::<F>::with_format(64, 40).unwrap();
    scene(&mut Canvas::new(&mut pixmap));
    pixmap
}

#[test]
fn all_formats_show_the_same_scene() {
    fn far<F: Blend, G: Blend>() -> u8 {
        let (a, b) = (drawn::<F>(), drawn::<G>());
        let pairs = a.pixels().iter().zip(b.pixels());
        let steps = pairs.flat_map(|(&a, &b)| {
            let (a, b) = (Rgba8::store(F::load(a)), Rgba8::store(G::load(b)));
            (0..4).map(move |i| a[i].abs_diff(b[i]))
        });
        steps.max().unwrap()
    }
    // Every layer of the scene may round by half a step; there are six, of which 8-bit formats
    // round each.
    assert!(far::<Rgba16, RgbaF32>() <= 1, "16 bits and floats");
    assert!(far::<Rgba8, Rgba16>() <= 2, "8 and 16 bits");
    assert!(
        far::<Rgba8, StraightRgba8>() <= 3,
        "premultiplied and straight"
    );
}

#[test]
fn a_part_with_a_stride_is_the_same_part_of_the_whole() {
    let whole = drawn::<Rgba8>();
    // The part holds every shape: one that is cut has its edges rounded at the cut.
    let (x0, y0, width, height, stride) = (5, 1, 56, 39, 233);
    for order in [RowOrder::TopDown, RowOrder::BottomUp] {
        let mut bytes = vec![0xEE; stride * height];
        bytes
            .chunks_mut(stride)
            .for_each(|row| row[..width * 4].fill(0));
        let view = PixmapMut::<Rgba8>::new(&mut bytes, width as u32, height as u32)
            .and_then(|view| view.with_stride(stride, order))
            .unwrap()
            .with_origin(x0, y0);
        scene(&mut Canvas::new(view));
        for (i, row) in bytes.chunks(stride).enumerate() {
            let y = match order {
                RowOrder::TopDown => i,
                RowOrder::BottomUp => height - 1 - i,
            };
            let start = ((y0 as usize + y) * 64 + x0 as usize) * 4;
            assert_eq!(
                row[..width * 4],
                whole.bytes()[start..start + width * 4],
                "row {y}"
            );
            assert!(row[width * 4..].iter().all(|&b| b == 0xEE), "the gap stays");
        }
    }
}

#[test]
fn bands_drawn_by_threads_are_the_whole() {
    let whole = drawn::<Rgba8>();
    for count in [1, 2, 3, 7, 40, 1000] {
        let mut pixmap = Pixmap::new(64, 40).unwrap();
        let mut canvas = Canvas::new(&mut pixmap);
        std::thread::scope(|threads| {
            for mut band in canvas.bands(count) {
                threads.spawn(move || scene(&mut band));
            }
        });
        assert!(pixmap == whole, "{count}");
    }
}

#[cfg(feature = "rayon")]
#[test]
fn a_pool_of_any_size_draws_the_whole() {
    let whole = drawn::<Rgba8>();
    for threads in [1, 2, 3, 8] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads);
        let mut pixmap = Pixmap::new(64, 40).unwrap();
        let mut canvas = Canvas::new(&mut pixmap);
        pool.build().unwrap().install(|| canvas.in_parallel(scene));
        assert!(pixmap == whole, "{threads} threads");
    }
}

#[test]
fn a_surface_of_alpha_collects_coverage() {
    let mut pixmap = Pixmap::<A8>::with_format(3, 1).unwrap();
    let mut canvas = Canvas::new(&mut pixmap);
    canvas.fill(&rect(0.5, 0.0, 2.0, 1.0), RULE, Color::BLACK);
    canvas.fill(
        &rect(0.0, 0.0, 1.0, 1.0),
        RULE,
        Color::WHITE.with_alpha(0.5),
    );
    assert_eq!(pixmap.pixels(), [192, 255, 0]);
}

#[test]
fn faded_paint_has_the_alpha_of_its_gradient() {
    let fade = LinearGradient::new((0.0, 0.0), (256.0, 0.0))
        .with_stops(&[(0.0, Color::WHITE.with_alpha(0.0)), (1.0, Color::WHITE)]);
    let mut pixmap = Pixmap::new(256, 1).unwrap();
    let red = Paint::from(Color::from_rgb8(255, 0, 0)).faded(fade);
    Canvas::new(&mut pixmap).fill_all(red);
    for (v, pixel) in (0..=255).zip(pixmap.pixels()) {
        assert_eq!(*pixel, [v, 0, 0, v]);
    }
}

#[test]
fn linear_light_blends_half_black_and_white_to_188() {
    let mut pixmap = Pixmap::new(1, 1).unwrap();
    let mut canvas = Canvas::new(&mut pixmap);
    canvas.clear(Color::BLACK);
    let half = Color::WHITE.with_alpha(0.5);
    canvas.with_color_space(ColorSpace::Linear).fill_all(half);
    assert_eq!(pixmap.pixels(), [[188, 188, 188, 255]]);
}

#[test]
fn a_mesh_has_no_seams() {
    let gray = Color::from_rgb8(100, 100, 100);
    let corners: Vec<_> = (0..25)
        .map(|i| {
            let (x, y) = (f64::from(i % 5), f64::from(i / 5));
            ((2.0 + x * 9.1 + y, 3.0 + y * 8.7 - x * 0.3), gray)
        })
        .collect();
    let cells = (0..20).filter(|i| i % 5 < 4);
    let triangles = cells.flat_map(|i| [[i, i + 1, i + 5], [i + 1, i + 5, i + 6]]);
    let mesh = Mesh::new(corners.clone(), triangles);
    let (mut meshed, mut plain) = (Pixmap::new(60, 50).unwrap(), Pixmap::new(60, 50).unwrap());
    Canvas::new(&mut meshed).fill_mesh(&mesh);
    let around = [0, 4, 24, 20].map(|i| corners[i as usize].0);
    Canvas::new(&mut plain).fill(&Path::polygon(around), RULE, gray);
    let inside = |pixmap: &Pixmap| pixmap.pixels().iter().filter(|p| p[3] == 255).count();
    assert_eq!(inside(&meshed), inside(&plain));
    let far = meshed
        .bytes()
        .iter()
        .zip(plain.bytes())
        .map(|(a, b)| a.abs_diff(*b));
    assert!(far.max() <= Some(1));
}

#[test]
fn a_mesh_is_linear_between_its_corners() {
    let corners = [
        ((0.0, 0.0), Color::BLACK),
        ((256.0, 0.0), Color::WHITE),
        ((0.0, 4.0), Color::BLACK),
        ((256.0, 4.0), Color::WHITE),
    ];
    let mesh = Mesh::new(corners, [[0, 1, 2], [3, 2, 1], [0, 1, 99], [2, 2, 2]]);
    let mut pixmap = Pixmap::new(256, 4).unwrap();
    Canvas::new(&mut pixmap).fill_mesh(&mesh);
    for (i, pixel) in pixmap.pixels().iter().enumerate() {
        let v = (((i % 256) as f64 + 0.5) / 256.0 * 255.0 + 0.5) as u8;
        assert_eq!(*pixel, [v, v, v, 255], "{i}");
    }
}

#[test]
fn hostile_meshes_draw_what_they_can() {
    let corners = [
        (f64::NAN, 0.0),
        (5.0, 1e300),
        (0.0, 0.0),
        (9.0, 0.0),
        (0.0, 9.0),
    ];
    let corners = corners.map(|p| (p, Color::WHITE));
    let mesh = Mesh::new(
        corners,
        [[0, 1, 2], [1, 2, 3], [2, 3, 4], [usize::MAX, 0, 0]],
    );
    let mut pixmap = Pixmap::new(10, 10).unwrap();
    let mut canvas = Canvas::new(&mut pixmap);
    canvas.fill_mesh(&mesh);
    canvas.fill_mesh(&Mesh::default());
    canvas
        .with_transform(Affine::scale(f64::NAN))
        .fill_mesh(&mesh);
    assert_eq!(pixmap.pixel(1, 1), Some([255; 4]));
}

#[test]
fn an_image_is_drawn_where_its_map_says() {
    let mut tile = Pixmap::new(2, 2).unwrap();
    tile.fill([0, 0, 255, 255]);
    let mut pixmap = Pixmap::new(10, 10).unwrap();
    let image = Image::new(tile).with_edge(crate::paint::Edge::Clamp);
    let map = Affine::scale(2.0).then(Affine::translate(3.0, 4.0));
    Canvas::new(&mut pixmap).draw_image(&image, map);
    for y in 0..10 {
        for x in 0..10 {
            let inside = (3..7).contains(&x) && (4..8).contains(&y);
            let expected = if inside { [0, 0, 255, 255] } else { [0; 4] };
            assert_eq!(pixmap.pixel(x, y), Some(expected), "{x} {y}");
        }
    }
}

#[test]
fn a_shadow_falls_below_its_group() {
    let mut pixmap = Pixmap::new(20, 20).unwrap();
    let shadow = Shadow::new((5.0, 3.0), 0.0, Color::BLACK.with_alpha(0.5));
    let square = rect(2.0, 2.0, 10.0, 10.0);
    Canvas::new(&mut pixmap)
        .with_shadow(&shadow, |group| group.fill(&square, RULE, Color::WHITE))
        .unwrap();
    assert_eq!(pixmap.pixel(9, 9), Some([255; 4]), "the group is above");
    assert_eq!(
        pixmap.pixel(12, 11),
        Some([0, 0, 0, 128]),
        "and the shadow beside"
    );
    assert_eq!(pixmap.pixel(16, 11), Some([0; 4]));
    let wild = Shadow::new((f64::NAN, 1e300), f64::NAN, Color::BLACK);
    let drawn = Canvas::new(&mut pixmap).with_shadow(&wild, |group| group.fill_all(Color::WHITE));
    assert!(drawn.is_ok());
}

#[test]
fn a_recolored_paint_is_the_paint_of_the_other_colours() {
    let ends = [
        Color::from_rgb8(255, 0, 40),
        Color::from_rgba8(0, 90, 0, 128),
    ];
    let line = |[a, b]: [Color; 2]| {
        LinearGradient::new((0.0, 0.0), (30.0, 9.0)).with_stops(&[(0.0, a), (1.0, b)])
    };
    let swap = |c: Color| Color::new(c.b, c.g, c.r, c.a);
    let drawn = |paint: Paint| {
        let mut pixmap = Pixmap::<RgbaF32>::with_format(30, 9).unwrap();
        let mut canvas = Canvas::new(&mut pixmap);
        canvas.with_opacity(0.5).fill_all(paint);
        pixmap
    };
    let recolored = drawn(Paint::from(line(ends)).recolored(swap));
    let swapped = drawn(line(ends.map(swap)).into());
    let pairs = recolored.pixels().iter().zip(swapped.pixels());
    for (a, b) in pairs {
        let close = a.iter().zip(b).all(|(a, b)| (a - b).abs() < 1e-6);
        assert!(close, "{a:?} {b:?}");
    }
    let faded = Paint::from(Color::WHITE).recolored(|_| Color::BLACK);
    let faded = faded.faded(line([Color::BLACK; 2]));
    assert_eq!(drawn(faded).pixel(3, 3), Some([0.0, 0.0, 0.0, 0.5]));
}
