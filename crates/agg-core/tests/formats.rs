//! One picture, whatever it is stored in: formats, strides, orders of rows, and parts of a surface.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use agg_core::{
    Affine, Blend, BlendMode, Canvas, ChannelOrder, Color, Edge, FillRule, Filter, Gray8, Image,
    LinearGradient, Mesh, Path, PatternStroke, PixelFormat, Pixmap, PixmapMut, RadialGradient,
    Rect, Rgb8, Rgb565, Rgba8, Rgba16, RgbaF32, RowOrder, Sampling, Shadow, Spread, StraightRgba8,
    Stroke,
};

const RULE: FillRule = FillRule::NonZero;
const SIZE: (u32, u32) = (64, 48);

/// What is drawn over a page of one colour, each alone.
const WORKS: &[&str] = &[
    "solid",
    "translucent",
    "stroke",
    "gradient",
    "faded",
    "nearest",
    "bilinear",
    "filtered",
    "resampled",
    "mesh",
    "pattern",
    "clip",
    "layer",
    "shadow",
    "multiply",
    "screen",
    "soft light",
    "luminosity",
    "xor",
    "plus",
];

fn tile() -> Pixmap {
    let mut tile = Pixmap::new(9, 7).unwrap();
    for (i, pixel) in (0_u8..).zip(tile.pixels_mut()) {
        let a = 255 - i % 5 * 40;
        *pixel = Rgba8::layer_pixel(&[i * 4, 255 - i * 3, i % 9 * 28, a]);
    }
    tile
}

fn stops() -> [(f64, Color); 3] {
    [
        (0.0, Color::from_rgb8(214, 39, 40)),
        (0.4, Color::from_rgba8(255, 255, 255, 128)),
        (1.0, Color::from_rgb8(31, 119, 180)),
    ]
}

fn draw<F: Blend>(canvas: &mut Canvas<'_, F>, work: &str) {
    let disc = Path::circle((30.0, 23.0), 17.3);
    let blue = Color::from_rgb8(31, 119, 180);
    let red = Color::from_rgba8(214, 39, 40, 150);
    let image = |sampling| {
        let map = Affine::rotate(0.3)
            .then(Affine::scale(2.7))
            .then(Affine::translate(13.0, 2.0));
        Image::new(tile())
            .with_edge(Edge::Reflect)
            .with_sampling(sampling)
            .with_transform(map)
    };
    let line = LinearGradient::new((5.0, 0.0), (60.0, 30.0)).with_stops(&stops());
    match work {
        "solid" => canvas.fill(&disc, RULE, blue),
        "translucent" => canvas.fill(&disc, RULE, red),
        "stroke" => {
            let pen = Stroke::new(5.5).with_dashes(0.0, &[7.0, 3.0]);
            canvas.with_opacity(0.7).stroke(&disc, &pen, blue);
        }
        "gradient" => canvas.fill(&disc, RULE, line),
        "faded" => {
            let fade = RadialGradient::new((30.0, 20.0), 9.0)
                .with_stops(&[(0.0, Color::WHITE), (1.0, Color::TRANSPARENT)])
                .with_spread(Spread::Reflect);
            canvas.fill(&disc, RULE, agg_core::Paint::from(blue).faded(fade));
        }
        "nearest" => canvas.fill(&disc, RULE, image(Sampling::Nearest)),
        "bilinear" => canvas.fill(&disc, RULE, image(Sampling::Bilinear)),
        "filtered" => canvas.fill(&disc, RULE, image(Sampling::Filtered(Filter::Spline36))),
        "resampled" => {
            let small = image(Sampling::Resampled(Filter::Bilinear))
                .with_transform(Affine::scale(0.6).then(Affine::rotate(0.2)));
            canvas.fill(&disc, RULE, small);
        }
        "mesh" => {
            let corners = [
                ((5.0, 5.0), blue),
                ((60.0, 9.0), red),
                ((30.0, 45.0), Color::WHITE),
            ];
            canvas.fill_mesh(&Mesh::new(corners, [[0, 1, 2]]));
        }
        "pattern" => canvas.stroke_pattern(&disc, &PatternStroke::new(tile())),
        "clip" => {
            let square = Path::rectangle(Rect::new(10.4, 10.6, 40.3, 40.2));
            canvas
                .with_clip(&square, RULE)
                .unwrap()
                .fill(&disc, RULE, red);
        }
        "layer" => canvas
            .with_layer(0.6, |group| group.fill(&disc, RULE, blue))
            .unwrap(),
        "shadow" => {
            let shadow = Shadow::new((3.0, 2.0), 4.0, Color::BLACK.with_alpha(0.5));
            canvas
                .with_shadow(&shadow, |group| group.fill(&disc, RULE, blue))
                .unwrap();
        }
        "multiply" => canvas
            .with_blend_mode(BlendMode::Multiply)
            .fill(&disc, RULE, red),
        "screen" => canvas
            .with_blend_mode(BlendMode::Screen)
            .fill(&disc, RULE, red),
        "soft light" => canvas
            .with_blend_mode(BlendMode::SoftLight)
            .fill(&disc, RULE, blue),
        "luminosity" => canvas
            .with_blend_mode(BlendMode::Luminosity)
            .fill(&disc, RULE, blue),
        "xor" => canvas
            .with_blend_mode(BlendMode::Xor)
            .fill(&disc, RULE, red),
        "plus" => canvas
            .with_blend_mode(BlendMode::Plus)
            .fill(&disc, RULE, red),
        other => unreachable!("{other}"),
    }
}

fn drawn<F: Blend>(page: Color, work: &str) -> Pixmap<F> {
    let mut pixmap = Pixmap::<F>::with_format(SIZE.0, SIZE.1).unwrap();
    let mut canvas = Canvas::new(&mut pixmap);
    canvas.clear(page);
    draw(&mut canvas, work);
    pixmap
}

/// How far two pictures are apart as premultiplied colours, in 1/255.
fn far<F: Blend, G: Blend>(page: Color, work: &str) -> f64 {
    let (a, b) = (drawn::<F>(page, work), drawn::<G>(page, work));
    let pairs = a.pixels().iter().zip(b.pixels());
    pairs
        .map(|(&a, &b)| {
            let (a, b) = (F::load(a), G::load(b));
            let steps = [a.r - b.r, a.g - b.g, a.b - b.b, a.a - b.a];
            steps.map(f64::abs).into_iter().fold(0.0, f64::max) * 255.0
        })
        .fold(0.0, f64::max)
}

/// In 1/255: what one rounding of alpha and one of the colour may do, and a little for what comes
/// before. Gradients of 8 bits have 256 colours, which alone may be one step of a channel away.
fn allowed(work: &str) -> f64 {
    match work {
        "gradient" => 2.5,
        // A layer is rounded, and laying it on once more; where a pattern crosses itself likewise.
        "layer" | "shadow" | "pattern" | "filtered" | "resampled" | "faded" | "mesh" => 2.0,
        _ => 1.5,
    }
}

#[test]
fn premultiplied_formats_of_every_width_agree() {
    for page in [
        Color::WHITE,
        Color::from_rgba8(250, 200, 90, 120),
        Color::TRANSPARENT,
    ] {
        for work in WORKS {
            let narrow = far::<Rgba8, RgbaF32>(page, work);
            assert!(narrow <= allowed(work), "8 bits: {work} {page:?} {narrow}");
            let wide = far::<Rgba16, RgbaF32>(page, work);
            let most = if *work == "shadow" { 2.0 } else { 3.0 / 257.0 };
            assert!(wide <= most, "16 bits: {work} {page:?} {wide}");
        }
    }
}

#[test]
fn straight_pixels_agree_with_premultiplied_ones() {
    for page in [
        Color::WHITE,
        Color::from_rgba8(250, 200, 90, 120),
        Color::TRANSPARENT,
    ] {
        for work in WORKS {
            let far = far::<StraightRgba8, RgbaF32>(page, work);
            // Straight colours are rounded down.
            assert!(far <= allowed(work) + 0.5, "{work} {page:?} {far}");
        }
    }
}

#[test]
fn formats_without_alpha_agree_on_an_opaque_page() {
    // These leave alpha behind that a format without it cannot show.
    let opaque = WORKS.iter().filter(|work| **work != "xor");
    for work in opaque {
        let page = Color::from_rgb8(240, 230, 200);
        let bytes = far::<Rgb8, RgbaF32>(page, work);
        assert!(bytes <= allowed(work), "{work} {bytes}");
        let packed = far::<Rgb565, RgbaF32>(page, work);
        // Five bits are steps of 8, and they are rounded down twice.
        assert!(packed <= 17.0, "{work} {packed}");
    }
}

#[test]
fn gray_is_the_luma_of_the_coloured_picture() {
    for work in [
        "solid",
        "translucent",
        "stroke",
        "gradient",
        "mesh",
        "clip",
        "layer",
    ] {
        let (gray, color) = (
            drawn::<Gray8>(Color::WHITE, work),
            drawn::<Rgba8>(Color::WHITE, work),
        );
        for (&gray, &[r, g, b, _]) in gray.pixels().iter().zip(color.pixels()) {
            let luma = Gray8::luma([r, g, b]);
            assert!(gray.abs_diff(luma) <= 2, "{work}: {gray} {luma}");
        }
    }
}

/// Draws everything, one above the other, but what is blurred: where the blurred layer ends, its
/// last pixels go on.
fn scene<F: Blend>(canvas: &mut Canvas<'_, F>) {
    for work in WORKS.iter().filter(|work| **work != "shadow") {
        draw(canvas, work);
    }
}

fn whole<F: Blend>() -> Pixmap<F> {
    let mut whole = Pixmap::<F>::with_format(SIZE.0, SIZE.1).unwrap();
    scene(&mut Canvas::new(&mut whole));
    whole
}

/// All that is drawn lies in this part: a shape that is cut has its edges rounded at the cut.
const PART: (i32, i32, u32, u32) = (2, 1, 60, 47);

fn part_is_part_of_whole<F: Blend>() {
    let whole = whole::<F>();
    let size = size_of::<F::Pixel>();
    let (x0, y0, width, height) = PART;
    let row = width as usize * size;
    let stride = row + 8 * size;
    for order in [RowOrder::TopDown, RowOrder::BottomUp] {
        // Words, so that every format is aligned.
        let mut memory = vec![0_u64; (stride * height as usize).div_ceil(8)];
        let bytes: &mut [u8] = bytemuck::cast_slice_mut(&mut memory);
        for row_bytes in bytes.chunks_mut(stride) {
            row_bytes.iter_mut().skip(row).for_each(|gap| *gap = 0xEE);
        }
        let view = PixmapMut::<F>::new(bytes, width, height)
            .and_then(|view| view.with_stride(stride, order))
            .unwrap();
        scene(&mut Canvas::new(view.with_origin(x0, y0)));
        for (i, found) in bytes.chunks(stride).take(height as usize).enumerate() {
            let y = match order {
                RowOrder::TopDown => i,
                RowOrder::BottomUp => height as usize - 1 - i,
            };
            let start = ((y0 as usize + y) * SIZE.0 as usize + x0 as usize) * size;
            let expected = &whole.bytes()[start..start + row];
            assert!(found[..row] == *expected, "{order:?} row {y}");
            assert!(found[row..].iter().all(|&gap| gap == 0xEE), "the gap stays");
        }
    }
}

#[test]
fn a_part_with_a_stride_is_the_same_part_of_the_whole_in_every_format() {
    part_is_part_of_whole::<Rgba8>();
    part_is_part_of_whole::<StraightRgba8>();
    part_is_part_of_whole::<Rgb8>();
    part_is_part_of_whole::<Rgb565>();
    part_is_part_of_whole::<Gray8>();
    part_is_part_of_whole::<Rgba16>();
    part_is_part_of_whole::<RgbaF32>();
}

#[test]
fn a_part_through_the_middle_of_shapes_has_their_colours() {
    // Only what has no smooth edge within the part, so that nothing is rounded at the cut.
    let fill = |canvas: &mut Canvas<'_>| {
        let line = LinearGradient::new((5.0, 0.0), (60.0, 30.0)).with_stops(&stops());
        canvas.fill_all(line);
        canvas.with_blend_mode(BlendMode::Overlay).fill_all(
            Image::new(tile())
                .with_edge(Edge::Repeat)
                .with_transform(Affine::rotate(0.7).then(Affine::scale(1.9))),
        );
        let corners = [
            ((-90.0, -90.0), Color::BLACK),
            ((200.0, 9.0), Color::WHITE),
            ((9.0, 300.0), Color::WHITE),
        ];
        canvas
            .with_opacity(0.4)
            .fill_mesh(&Mesh::new(corners, [[0, 1, 2]]));
    };
    let mut whole = Pixmap::new(64, 48).unwrap();
    fill(&mut Canvas::new(&mut whole));
    let mut part = Pixmap::new(17, 13).unwrap();
    let view = PixmapMut::from(&mut part).with_origin(21, 19);
    fill(&mut Canvas::new(view));
    for (x, y) in (0..13).flat_map(|y| (0..17).map(move |x| (x, y))) {
        assert_eq!(part.pixel(x, y), whole.pixel(x + 21, y + 19), "{x} {y}");
    }
}

#[test]
fn packed_pixels_come_back_from_every_wider_format() {
    let mut packed = Pixmap::<Rgb565>::with_format(256, 256).unwrap();
    for (value, pixel) in (0..=u16::MAX).zip(packed.pixels_mut()) {
        *pixel = value;
    }
    fn back<F: PixelFormat>(packed: &Pixmap<Rgb565>) {
        let wide = packed.converted::<F>().unwrap();
        assert_eq!(wide.converted::<Rgb565>().unwrap(), *packed);
    }
    back::<Rgb8>(&packed);
    back::<Rgba8>(&packed);
    back::<StraightRgba8>(&packed);
    back::<Rgba16>(&packed);
    back::<RgbaF32>(&packed);
}

#[test]
fn a_picture_drawn_in_another_order_of_channels_is_the_same_picture() {
    let whole = whole::<Rgba8>();
    for order in [ChannelOrder::Bgra, ChannelOrder::Argb, ChannelOrder::Abgr] {
        let bytes = whole.to_bytes(order);
        let back = Pixmap::<Rgba8>::from_bytes(&bytes, SIZE.0, SIZE.1, order).unwrap();
        assert_eq!(back, whole);
    }
}

/// An image of two grays, enlarged, on a surface of its own width and on wider ones.
#[test]
fn wide_surfaces_sample_images_in_their_own_precision() {
    fn levels<F: Blend>(texture: impl Into<agg_core::Texture>) -> usize {
        let image = Image::new(texture)
            .with_edge(Edge::Clamp)
            .with_transform(Affine::scale(256.0));
        let mut pixmap = Pixmap::<F>::with_format(512, 1).unwrap();
        Canvas::new(&mut pixmap).fill_all(image);
        let lights = pixmap.pixels().iter().map(|&p| (F::load(p).r * 1e6) as u64);
        lights.collect::<std::collections::BTreeSet<_>>().len()
    }
    let mut grays = Pixmap::new(2, 1).unwrap();
    grays
        .pixels_mut()
        .copy_from_slice(&[[100, 100, 100, 255], [110, 110, 110, 255]]);
    assert_eq!(levels::<Rgba8>(grays.clone()), 11);
    // Places count in 1/256 of an image pixel, and both ends are reached.
    assert_eq!(levels::<Rgba16>(grays.clone()), 257);
    assert_eq!(levels::<RgbaF32>(grays.clone()), 257);
    let mut words = grays.converted::<Rgba16>().unwrap();
    words.pixels_mut()[1] = [25_710, 25_710, 25_710, 65_535];
    assert_eq!(levels::<Rgba8>(words.clone()), 1);
    assert_eq!(levels::<Rgba16>(words), 11);
}

#[test]
fn images_of_every_width_are_the_same_picture() {
    let narrow = Image::new(tile());
    let wide = Image::new(tile().converted::<Rgba16>().unwrap());
    let float = Image::new(tile().converted::<RgbaF32>().unwrap());
    fn show<F: Blend>(image: &Image) -> Vec<F::Pixel> {
        let mut pixmap = Pixmap::<F>::with_format(40, 30).unwrap();
        let map = Affine::rotate(0.2).then(Affine::scale(3.3));
        let image = image
            .clone()
            .with_edge(Edge::Repeat)
            .with_sampling(Sampling::Filtered(Filter::CatmullRom));
        Canvas::new(&mut pixmap).fill_all(image.with_transform(map));
        pixmap.pixels().to_vec()
    }
    assert_eq!(show::<Rgba8>(&narrow), show::<Rgba8>(&wide));
    assert_eq!(show::<Rgba8>(&narrow), show::<Rgba8>(&float));
    assert_eq!(show::<Rgba16>(&narrow), show::<Rgba16>(&wide));
    assert_eq!(show::<Rgba16>(&narrow), show::<Rgba16>(&float));
    assert_eq!(show::<RgbaF32>(&narrow), show::<RgbaF32>(&float));
}
