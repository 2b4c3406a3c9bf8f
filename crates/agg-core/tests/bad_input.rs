//! What makes no sense is an error or a picture that is said here, and never a panic.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use agg_core::{
    A8, Affine, Blend, BlendMode, Canvas, ChannelOrder, Color, ConicGradient, ContourGradient,
    DiamondGradient, Edge, Error, FillRule, Filter, FocalGradient, Gradient, Gray8, Image, IntRect,
    LinearGradient, Mask, Mesh, Paint, Path, Perspective, Pixmap, PixmapMut, Point, RadialGradient,
    Rect, Rgb8, Rgb565, Rgba8, Rgba16, RgbaF32, RowOrder, Sampling, Shadow, Spread, SqrtXyGradient,
    StraightRgba8, Stroke, XyGradient,
};

const RULE: FillRule = FillRule::NonZero;
const WILD: [f64; 9] = [
    0.0,
    -1.0,
    1e-300,
    -1e300,
    f64::MAX,
    f64::MIN_POSITIVE,
    f64::INFINITY,
    f64::NEG_INFINITY,
    f64::NAN,
];

fn red_to_blue() -> [(f64, Color); 2] {
    [
        (0.0, Color::new(1.0, 0.0, 0.0, 1.0)),
        (1.0, Color::new(0.0, 0.0, 1.0, 1.0)),
    ]
}

/// One pixel of what fills everything.
fn filled<F: Blend>(paint: impl Into<Paint>) -> [u8; 4] {
    let mut pixmap = Pixmap::<F>::with_format(16, 16).unwrap();
    Canvas::new(&mut pixmap).fill_all(paint);
    F::to_straight(pixmap.pixel(8, 8).unwrap())
}

#[test]
fn sizes_without_a_pixel_are_errors_in_every_format() {
    fn refused<F: Blend>() {
        for (width, height) in [(0, 0), (0, 9), (9, 0), (1 << 23, 1), (1, u32::MAX)] {
            let made = Pixmap::<F>::with_format(width, height);
            assert!(
                matches!(made, Err(Error::SurfaceSize { .. })),
                "{width}x{height}"
            );
            let view = PixmapMut::<F>::new(&mut [], width, height);
            assert!(
                matches!(view, Err(Error::SurfaceSize { .. })),
                "{width}x{height}"
            );
        }
    }
    refused::<Rgba8>();
    refused::<StraightRgba8>();
    refused::<Rgb8>();
    refused::<Rgb565>();
    refused::<Gray8>();
    refused::<A8>();
    refused::<Rgba16>();
    refused::<RgbaF32>();
}

#[test]
fn strides_and_buffers_that_are_too_small_are_errors() {
    let mut bytes = [0; 4 * 5 * 3];
    let mut view = |width, height, stride| {
        let view = PixmapMut::<Rgba8>::new(&mut bytes, width, height)?;
        view.with_stride(stride, RowOrder::TopDown).map(drop)
    };
    assert!(matches!(
        view(5, 4, 20),
        Err(Error::BufferSize {
            bytes: 60,
            needed: 80
        })
    ));
    assert!(matches!(
        view(5, 3, 19),
        Err(Error::Stride {
            stride: 19,
            row: 20
        })
    ));
    assert!(matches!(
        view(5, 3, 21),
        Err(Error::BufferSize { needed: 62, .. })
    ));
    assert!(matches!(view(5, 3, 0), Err(Error::Stride { .. })));
    assert!(view(5, 3, 20).is_ok());
    let made = Pixmap::<Rgba8>::from_bytes(&bytes, 5, 4, ChannelOrder::Rgba);
    assert!(matches!(made, Err(Error::BufferSize { .. })));
}

#[test]
fn gradients_with_both_ends_in_one_place_show_their_last_colour() {
    let p = (3.0, 3.0);
    let path = Path::rectangle(Rect::new(0.0, 0.0, 9.0, 9.0));
    let nowhere: [Gradient; 8] = [
        LinearGradient::new(p, p).erased(),
        RadialGradient::new(p, 0.0).erased(),
        FocalGradient::new(p, 0.0, p).erased(),
        ConicGradient::new(p, 1.0).with_sweep(0.0).erased(),
        DiamondGradient::new(p, 0.0).erased(),
        XyGradient::new(p, 0.0).erased(),
        SqrtXyGradient::new(p, 0.0).erased(),
        ContourGradient::new(&path, 0.0).erased(),
    ];
    for gradient in nowhere {
        for spread in [Spread::Pad, Spread::Repeat, Spread::Reflect] {
            let paint = gradient
                .clone()
                .with_stops(&red_to_blue())
                .with_spread(spread);
            let name = format!("{paint:?}");
            assert_eq!(filled::<Rgba8>(paint.clone()), [0, 0, 255, 255], "{name}");
            assert_eq!(
                filled::<StraightRgba8>(paint.clone()),
                [0, 0, 255, 255],
                "{name}"
            );
            assert_eq!(filled::<Rgba16>(paint), [0, 0, 255, 255], "{name}");
        }
    }
}

#[test]
fn stops_that_are_missing_or_no_numbers() {
    let line = LinearGradient::new((0.0, 0.0), (16.0, 0.0));
    assert_eq!(
        filled::<Rgba8>(line.clone()),
        [0; 4],
        "no stops paint nothing"
    );
    let nan = [(f64::NAN, Color::WHITE), (f64::NAN, Color::BLACK)];
    assert_eq!(filled::<Rgba8>(line.clone().with_stops(&nan)), [0; 4]);
    let one = [(f64::NAN, Color::WHITE), (0.7, Color::BLACK)];
    assert_eq!(
        filled::<Rgba8>(line.clone().with_stops(&one)),
        [0, 0, 0, 255]
    );
    let far = [
        (f64::NEG_INFINITY, Color::BLACK),
        (f64::INFINITY, Color::WHITE),
    ];
    let [gray, .., alpha] = filled::<Rgba8>(line.clone().with_stops(&far));
    assert!(
        (120..=140).contains(&gray) && alpha == 255,
        "places are cut off at 0 and 1"
    );
    let colours = Color::new(f64::NAN, 2.0, -1.0, f64::INFINITY);
    let wild = line.with_stops(&[(0.0, colours)]);
    assert_eq!(filled::<Rgba8>(wild.clone()), [0, 255, 0, 255]);
    assert_eq!(filled::<RgbaF32>(wild), [0, 255, 0, 255]);
}

#[test]
fn transforms_without_a_way_back_paint_nothing() {
    let gradient = LinearGradient::new((0.0, 0.0), (9.0, 0.0)).with_stops(&red_to_blue());
    let mut tile = Pixmap::new(2, 2).unwrap();
    tile.fill([255; 4]);
    for map in [
        Affine::scale(0.0),
        Affine::scale_xy(0.0, 1.0),
        Affine::new([1.0, 2.0, 2.0, 4.0, 0.0, 0.0]),
        Affine::scale(f64::NAN),
        Affine::translate(f64::INFINITY, 0.0),
    ] {
        assert_eq!(
            filled::<Rgba8>(gradient.clone().with_transform(map)),
            [0; 4],
            "{map:?}"
        );
        let image = Image::new(tile.clone()).with_edge(Edge::Repeat);
        assert_eq!(
            filled::<Rgba8>(image.clone().with_transform(map)),
            [0; 4],
            "{map:?}"
        );
        let mut pixmap = Pixmap::new(16, 16).unwrap();
        let mut canvas = Canvas::new(&mut pixmap);
        canvas.draw_image(&image, map);
        let mut mapped = canvas.with_transform(map);
        mapped.fill(&Path::circle((5.0, 5.0), 4.0), RULE, Color::BLACK);
        mapped.stroke(
            &Path::circle((5.0, 5.0), 4.0),
            &Stroke::new(2.0),
            Color::BLACK,
        );
        let corners = [(0.0, 0.0), (9.0, 0.0), (0.0, 9.0)].map(|p| (p, Color::BLACK));
        mapped.fill_mesh(&Mesh::new(corners, [[0, 1, 2]]));
        let nothing = pixmap.pixels().iter().all(|p| *p == [0; 4]);
        assert!(nothing, "{map:?}");
    }
}

#[test]
fn wild_numbers_in_every_gradient_leave_later_shapes_alone() {
    fn draw<F: Blend>(gradient: &Gradient, what: &str) {
        let mut pixmap = Pixmap::<F>::with_format(8, 8).unwrap();
        let mut canvas = Canvas::new(&mut pixmap);
        canvas.fill_all(gradient.clone());
        canvas.fill_all(Paint::from(Color::WHITE).faded(gradient.clone()));
        canvas.fill_all(Color::BLACK);
        assert_eq!(F::to_straight(pixmap.pixels()[0]), [0, 0, 0, 255], "{what}");
    }
    for a in WILD {
        for b in WILD {
            let p = (3.0, a);
            for (name, gradient) in [
                ("linear", LinearGradient::new(p, (b, 2.0)).erased()),
                ("radial", RadialGradient::new(p, b).erased()),
                (
                    "focal",
                    FocalGradient::new((1.0, 2.0), a, (b, 3.0)).erased(),
                ),
                ("conic", ConicGradient::new(p, b).with_sweep(a).erased()),
                ("diamond", DiamondGradient::new(p, b).erased()),
                ("xy", XyGradient::new(p, b).erased()),
                ("sqrt", SqrtXyGradient::new(p, b).erased()),
            ] {
                for spread in [Spread::Pad, Spread::Repeat, Spread::Reflect] {
                    let gradient = gradient
                        .clone()
                        .with_stops(&red_to_blue())
                        .with_spread(spread);
                    let what = format!("{name} {a} {b} {spread:?}");
                    draw::<Rgba8>(&gradient, &what);
                    draw::<RgbaF32>(&gradient, &what);
                }
            }
        }
    }
}

#[test]
fn wild_numbers_in_images_meshes_shadows_and_layers_do_no_harm() {
    let mut tile = Pixmap::new(3, 2).unwrap();
    tile.fill([9, 90, 9, 99]);
    for a in WILD {
        for b in WILD {
            let mut pixmap = Pixmap::new(3, 3).unwrap();
            let mut canvas = Canvas::new(&mut pixmap);
            let map = Affine::new([1.0, a, 0.3, 1.0, b, 0.0]);
            for sampling in [
                Sampling::Nearest,
                Sampling::Bilinear,
                Sampling::Filtered(Filter::Sinc(a)),
                Sampling::Resampled(Filter::Bilinear),
            ] {
                let image = Image::new(tile.clone())
                    .with_edge(Edge::Reflect)
                    .with_sampling(sampling)
                    .with_blur(b)
                    .with_background(Color::new(a, b, a, b))
                    .with_transform(map);
                canvas.fill_all(image.clone());
                canvas.draw_image(&image, map);
            }
            let corners = [(a, b), (1.0, b), (3.0, 5.0)].map(|p| (p, Color::new(a, b, a, b)));
            canvas.fill_mesh(&Mesh::new(corners, [[0, 1, 2], [0, 0, 9]]));
            let shadow = Shadow::new((a, b), b, Color::new(b, a, b, a));
            let shape = Path::circle((3.0, 3.0), 2.0);
            canvas
                .with_shadow(&shadow, |group| group.fill(&shape, RULE, Color::WHITE))
                .unwrap();
            canvas
                .with_opacity(a)
                .with_layer(b, |group| group.fill_all(Color::WHITE))
                .unwrap();
            canvas
                .with_blend_mode(BlendMode::ColorBurn)
                .fill_all(Color::new(a, b, a, b));
            for pixel in pixmap.pixels() {
                assert!(
                    pixel[..3].iter().all(|&c| c <= pixel[3]),
                    "{a} {b}: {pixel:?}"
                );
            }
        }
    }
}

#[test]
fn masks_of_another_size_or_none_hide_what_they_do_not_hold() {
    let all = IntRect::new(0, 0, 8, 8);
    for bounds in [
        IntRect::new(2, 2, 5, 5),
        IntRect::new(-100, -100, 3, 100),
        IntRect::new(20, 20, 30, 30),
        IntRect::new(0, 0, 0, 0),
        IntRect::new(5, 5, 1, 1),
    ] {
        let Ok(mut mask) = Mask::new(bounds) else {
            assert!(bounds.is_empty());
            continue;
        };
        mask.covers_mut().fill(255);
        let mut other = Mask::new(all).unwrap();
        other.covers_mut().fill(255);
        other.intersect(&mask);
        let mut pixmap = Pixmap::new(8, 8).unwrap();
        Canvas::new(&mut pixmap)
            .with_mask(mask)
            .fill_all(Color::BLACK);
        for (x, y) in (0..8).flat_map(|y| (0..8).map(move |x| (x, y))) {
            let inside = (bounds.x0..bounds.x1).contains(&x) && (bounds.y0..bounds.y1).contains(&y);
            let expected = if inside { 255 } else { 0 };
            assert_eq!(
                pixmap.pixel(x as u32, y as u32).unwrap()[3],
                expected,
                "{x} {y}"
            );
            assert_eq!(other.cover(x, y), expected);
        }
    }
}

#[test]
fn maps_that_lose_the_horizon_show_the_background_there() {
    let mut tile = Pixmap::new(4, 4).unwrap();
    tile.fill([255; 4]);
    let corners = [(0.0, 0.0), (16.0, 0.0), (9.0, 3.0), (7.0, 3.0)].map(Point::from);
    let whole = Rect::new(0.0, 0.0, 4.0, 4.0);
    let lean = Perspective::to_rect(corners, whole).unwrap();
    for sampling in [
        Sampling::Nearest,
        Sampling::Bilinear,
        Sampling::Filtered(Filter::Spline16),
        Sampling::Resampled(Filter::Bilinear),
    ] {
        let image = Image::new(tile.clone())
            .with_sampling(sampling)
            .with_distortion(lean);
        let mut pixmap = Pixmap::new(16, 16).unwrap();
        Canvas::new(&mut pixmap).fill_all(image);
        assert_eq!(pixmap.pixel(8, 15), Some([0; 4]), "{sampling:?}");
        // Near the side of the image, where some samplings fade out.
        assert!(pixmap.pixel(8, 1).unwrap()[3] > 100, "{sampling:?}");
    }
    let flat = [(0.0, 0.0), (1.0, 1.0), (2.0, 2.0), (3.0, 3.0)].map(Point::from);
    assert!(Perspective::to_rect(flat, whole).is_none());
}

#[test]
fn spans_of_a_row_and_lists_of_colours_that_do_not_match_meet_in_the_shorter() {
    let mut row = [[0; 4]; 20];
    Rgba8::blend_covers(
        agg_core::SimdLevel::best(),
        &mut row,
        &[1, 2, 3, 255],
        &[255; 7],
    );
    assert_eq!((row[6], row[7]), ([1, 2, 3, 255], [0; 4]));
    Rgba8::blend_colors(
        agg_core::SimdLevel::best(),
        &mut row[..3],
        &[[9; 4]; 99],
        255,
    );
    Rgba8::blend_colors(agg_core::SimdLevel::best(), &mut row[7..], &[], 255);
    assert_eq!(row[7], [0; 4]);
}
