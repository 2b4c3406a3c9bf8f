//! The canvas from outside: the front page, and what strangers may do to it.

use agg_core::{
    A8, Affine, Blend, BlendMode, Canvas, Cap, Color, ConicGradient, Edge, FillRule, Filter,
    FocalGradient, Gradient, Image, Join, LinearGradient, Mask, Paint, Path, Pixmap, PixmapMut,
    RadialGradient, Rect, Rgba8, RgbaF32, Sampling, Spread, StraightRgba8, Stroke,
};

const RULE: FillRule = FillRule::NonZero;

fn rect(x0: f64, y0: f64, x1: f64, y1: f64) -> Path {
    Path::rectangle(Rect::new(x0, y0, x1, y1))
}

#[test]
fn the_front_page_draws() -> Result<(), agg_core::Error> {
    let mut pixmap = Pixmap::new(400, 300)?;
    let mut canvas = Canvas::new(&mut pixmap);
    let blue = Color::from_rgb8(31, 119, 180);
    canvas.fill(&Path::circle((200.0, 150.0), 90.0), FillRule::NonZero, blue);
    let mut path = Path::new();
    path.move_to((20.0, 280.0));
    path.cubic_to((120.0, 0.0), (280.0, 300.0), (380.0, 20.0));
    let stroke = Stroke::new(6.0)
        .with_join(Join::Round)
        .with_cap(Cap::Round)
        .with_dashes(0.0, &[12.0, 9.0]);
    canvas.stroke(&path, &stroke, Color::BLACK.with_alpha(0.6));
    canvas.with_blend_mode(BlendMode::Multiply).fill(
        &path,
        FillRule::EvenOdd,
        LinearGradient::new((0.0, 0.0), (400.0, 0.0))
            .with_stops(&[(0.0, Color::WHITE), (1.0, Color::from_rgb8(214, 39, 40))]),
    );
    assert_eq!(pixmap.pixel(250, 90), Some([31, 119, 180, 255]));
    assert_eq!(pixmap.pixel(0, 0), Some([0; 4]));
    let alphas = pixmap.pixels().iter().filter(|p| p[3] > 0).count();
    assert!(alphas > 25_447, "the circle and more: {alphas}");
    Ok(())
}

/// The gradients that break renderers, from red to blue.
fn hostile_gradients() -> Vec<(&'static str, Gradient)> {
    let (nan, inf) = (f64::NAN, f64::INFINITY);
    let line = |x0, x1| LinearGradient::new((x0, 0.0), (x1, 0.0)).erased();
    let circle = |x, r| RadialGradient::new((x, 128.0), r).erased();
    let cone = |start, sweep| {
        let cone = ConicGradient::new((128.0, 128.0), start);
        cone.with_sweep(sweep).erased()
    };
    let gradients = vec![
        ("lin_same_point", line(50.0, 50.0)),
        ("lin_dist_1e-30", line(0.0, 1e-30)),
        ("lin_dist_denormal", line(0.0, 5e-324)),
        ("lin_inf", line(0.0, inf)),
        (
            "lin_repeat_1e-30",
            line(0.0, 1e-30).with_spread(Spread::Repeat),
        ),
        (
            "lin_reflect_1e-6",
            line(0.0, 1e-6).with_spread(Spread::Reflect),
        ),
        (
            "lin_singular_tf",
            line(0.0, 9.0).with_transform(Affine::scale(0.0)),
        ),
        (
            "lin_nan_tf",
            line(0.0, 9.0).with_transform(Affine::scale(nan)),
        ),
        ("rad_r0", circle(128.0, 0.0)),
        ("rad_nan", circle(128.0, nan)),
        ("rad_inf", circle(inf, 50.0)),
        ("rad_1e30", circle(128.0, 1e30)),
        (
            "rad_1e-30_repeat",
            circle(128.0, 1e-30).with_spread(Spread::Repeat),
        ),
        (
            "rad_focal_on_edge",
            FocalGradient::new((128.0, 128.0), 50.0, (178.0, 128.0)).erased(),
        ),
        ("swp_equal", cone(1.0, 0.0)),
        ("swp_1e9_deg", cone(0.0, 1e9)),
        ("swp_reverse", cone(0.0, -1.0)),
    ];
    let stops = [
        (0.0, Color::from_rgb8(255, 0, 0)),
        (1.0, Color::from_rgb8(0, 0, 255)),
    ];
    let colored = |(name, g): (&'static str, Gradient)| (name, g.with_stops(&stops));
    gradients.into_iter().map(colored).collect()
}

#[test]
fn hostile_gradients_leave_later_shapes_alone() {
    fn draw<F: Blend>(name: &str, gradient: &Gradient) {
        let mut pixmap = Pixmap::<F>::with_format(256, 256).unwrap();
        let mut canvas = Canvas::new(&mut pixmap);
        canvas.fill(&rect(0.0, 0.0, 256.0, 256.0), RULE, gradient.clone());
        canvas.fill(&rect(0.0, 0.0, 20.0, 20.0), RULE, Color::BLACK);
        let corner = F::to_straight(pixmap.pixel(10, 10).unwrap());
        assert_eq!(corner, [0, 0, 0, 255], "{name}");
    }
    for (name, gradient) in hostile_gradients() {
        draw::<Rgba8>(name, &gradient);
        draw::<StraightRgba8>(name, &gradient);
        draw::<RgbaF32>(name, &gradient);
    }
}

#[test]
fn two_thousand_clips_nest() {
    fn nest(canvas: &mut Canvas<'_>, depth: u32) {
        if depth == 0 {
            return canvas.fill(&rect(0.0, 0.0, 256.0, 256.0), RULE, Color::BLACK);
        }
        let clip = rect(10.0, 10.0, 246.0, 246.0);
        nest(&mut canvas.with_clip(&clip, RULE).unwrap(), depth - 1);
    }
    let mut pixmap = Pixmap::new(256, 256).unwrap();
    nest(&mut Canvas::new(&mut pixmap), 2000);
    assert_eq!(pixmap.pixel(128, 128), Some([0, 0, 0, 255]));
    assert_eq!(pixmap.pixel(3, 3), Some([0; 4]));
}

#[test]
fn hostile_clips_hide_all_or_nothing() {
    let far = [(-1e9, -1e9), (1e9, -1e9), (1e9, 128.0), (-1e9, 128.0)];
    let broken = [(10.0, f64::NAN), (200.0, f64::NAN), (200.0, 200.0)];
    let mut pixmap = Pixmap::new(256, 256).unwrap();
    let mut canvas = Canvas::new(&mut pixmap);
    for (clip, color) in [
        (Path::polygon(far), Color::WHITE),
        (Path::polygon(broken), Color::BLACK),
        (rect(300.0, 300.0, 400.0, 400.0), Color::BLACK),
        (Path::new(), Color::BLACK),
    ] {
        canvas.with_clip(&clip, RULE).unwrap().fill_all(color);
    }
    assert_eq!(pixmap.pixel(128, 64), Some([255; 4]));
    assert_eq!(pixmap.pixel(128, 200), Some([0; 4]));
}

#[test]
fn images_of_every_shape_are_paint() {
    for (width, height) in [(1, 1), (65_536, 1), (1, 300)] {
        let mut tile = Pixmap::new(width, height).unwrap();
        tile.fill([0, 128, 0, 128]);
        for scale in [1e-9, 1e-3, 1.0, 1e9] {
            let image = Image::new(tile.clone())
                .with_edge(Edge::Repeat)
                .with_sampling(Sampling::Filtered(Filter::Mitchell))
                .with_transform(Affine::translate(1e300, 7.0).then(Affine::scale(scale)));
            let mut pixmap = Pixmap::new(4, 4).unwrap();
            Canvas::new(&mut pixmap).fill_all(image);
            // The products of weights are rounded, so that a filter may lose one.
            let near = |p: &[u8; 4]| {
                p.iter()
                    .zip([0, 128, 0, 128])
                    .all(|(a, b)| a.abs_diff(b) <= 1)
            };
            let alike = |p: &[u8; 4]| near(p) || *p == [0; 4];
            assert!(
                pixmap.pixels().iter().all(alike),
                "{width}x{height} {scale}"
            );
        }
    }
}

#[test]
fn drawing_into_memory_with_a_stride_changes_nothing_else() {
    let mut memory = vec![7_u8; 1000];
    let view = PixmapMut::<A8>::new(&mut memory[3..], 10, 20)
        .and_then(|view| view.with_stride(41, agg_core::RowOrder::TopDown))
        .unwrap();
    Canvas::new(view).clear(Color::WHITE);
    let white: Vec<usize> = (0..1000).filter(|&i| memory[i] == 255).collect();
    let expected: Vec<usize> = (0..20)
        .flat_map(|y| (0..10).map(move |x| 3 + 41 * y + x))
        .collect();
    assert_eq!(white, expected);
}

#[test]
fn a_mask_may_be_shared_and_faded_paint_goes_through_it() {
    let mut mask = Mask::new(agg_core::IntRect::new(0, 0, 4, 1)).unwrap();
    mask.covers_mut().copy_from_slice(&[0, 85, 170, 255]);
    let fade = LinearGradient::new((0.0, 0.0), (4.0, 0.0)).with_stops(&[(0.0, Color::WHITE)]);
    let paint = Paint::from(Color::BLACK).faded(fade);
    let mut pixmap = Pixmap::new(4, 1).unwrap();
    Canvas::new(&mut pixmap).with_mask(mask).fill_all(paint);
    let alphas: Vec<u8> = pixmap.pixels().iter().map(|p| p[3]).collect();
    assert_eq!(alphas, [0, 85, 170, 255]);
}
