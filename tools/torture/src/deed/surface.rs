//! Surfaces of sizes that cannot be, and views of memory that is not there.

use super::{Deed, check, done, refused};
use agg_core::{
    Canvas, Color, FillRule, IntRect, Mask, Path, Pixmap, PixmapMut, Rasterizer, Rect, Rgba8,
    RgbaF32, RowOrder,
};

const ROAD: &str = "canvas";

pub(super) const DEEDS: &[Deed] = &[
    Deed::new(ROAD, "surface_overflows_usize", || {
        refused(Pixmap::new(u32::MAX, u32::MAX), "2³² × 2³²")?;
        refused(
            Pixmap::<RgbaF32>::with_format((1 << 23) - 1, (1 << 23) - 1),
            "2⁵⁰ bytes",
        )
    }),
    Deed::new(ROAD, "surface_2_31_by_2", || {
        refused(Pixmap::new(1 << 31, 2), "2³¹ × 2")
    }),
    Deed::new(ROAD, "surface_zero_rows", || {
        refused(Pixmap::new(10, 0), "no rows")?;
        refused(
            PixmapMut::<Rgba8>::new(&mut [], 10, 0),
            "a view without rows",
        )
    }),
    Deed::new(ROAD, "stride_shorter_than_a_row", || {
        view(39, RowOrder::TopDown)
    }),
    Deed::new(ROAD, "stride_huge", || view(usize::MAX, RowOrder::BottomUp)),
    Deed::new(ROAD, "stride_not_of_pixels", || {
        let mut bytes = vec![0; 10 * 43];
        let view = done(PixmapMut::<Rgba8>::new(&mut bytes, 10, 10))?;
        let view = done(view.with_stride(43, RowOrder::TopDown))?;
        Canvas::new(view).fill_all(Color::BLACK);
        check(
            bytes.get(9 * 43 + 39) == Some(&255),
            "the last pixel is not drawn",
        )?;
        check(bytes.get(42) == Some(&0), "a byte between rows is drawn")
    }),
    Deed::new(ROAD, "buffer_one_byte_short", || {
        refused(PixmapMut::<Rgba8>::new(&mut [0; 399], 10, 10), "399 bytes")
    }),
    Deed::new(ROAD, "mask_of_another_size", || {
        let mut pixmap = done(Pixmap::new(10, 10))?;
        let mut mask = done(Mask::new(IntRect::new(-100, 5, 5, 1000)))?;
        mask.invert();
        Canvas::new(&mut pixmap)
            .with_mask(mask)
            .fill_all(Color::BLACK);
        let at = |x, y| pixmap.pixel(x, y).map(|p| p[3]);
        check(at(4, 5) == Some(255), "inside of the mask nothing is drawn")?;
        check(
            at(5, 5) == Some(0) && at(4, 4) == Some(0),
            "it is drawn outside of the mask",
        )
    }),
    Deed::new(ROAD, "mask_huge", || {
        refused(
            Mask::new(IntRect::new(i32::MIN, i32::MIN, i32::MAX, i32::MAX)),
            "a mask of 2⁶⁴",
        )
    }),
    Deed::new(ROAD, "layers_within_layers_100", || {
        let mut pixmap = done(Pixmap::new(20, 20))?;
        done(nested(&mut Canvas::new(&mut pixmap), 100))?;
        check(
            pixmap.pixel(10, 10).map(|p| p[3]) == Some(255),
            "the innermost layer is lost",
        )
    }),
    Deed::new(
        "rasterizer",
        "clip_box_of_2_46_pixels_with_2e6_edges",
        || {
            let mut rasterizer = Rasterizer::new(u32::MAX, u32::MAX);
            let rect = Path::rectangle(Rect::new(5.0, 5.0, 9.0, 9.0));
            for _ in 0..1_000_001 {
                rasterizer.add(&rect);
            }
            let mut area = 0;
            rasterizer.for_each_span(FillRule::EvenOdd, |span| area += span.len());
            check(area == 16, "an odd number of rectangles is not seen")
        },
    )
    .slow(),
    Deed::new("rasterizer", "canvas_8192_with_3e6_edges", || {
        let mut rasterizer = Rasterizer::new(8192, 8192);
        // Short edges, all over: long ones would take their time, however they are kept.
        let wild = (0..3_000_000_u32).map(|i| {
            let at = |k: u32| f64::from(i.wrapping_mul(k) >> 27);
            let (column, row) = (f64::from(i % 1000), f64::from(i / 1000 % 1000));
            (
                8.0 * column + at(2_654_435_761),
                8.0 * row + at(2_246_822_519),
            )
        });
        rasterizer.add(&Path::polygon(wild));
        let mut spans = 0_usize;
        rasterizer.for_each_span(FillRule::NonZero, |_| spans += 1);
        check(spans > 0, "nothing is seen")
    })
    .slow(),
    Deed::new(ROAD, "clip_of_1e5_by_1e5", || {
        refused(Mask::new(IntRect::new(0, 0, 100_000, 100_000)), "a mask")?;
        let huge = Path::rectangle(Rect::new(0.0, 0.0, 1e5, 1e5));
        let mut pixmap = done(Pixmap::new(20, 20))?;
        let mut canvas = Canvas::new(&mut pixmap);
        let mut clipped = canvas.with_clip_box(IntRect::new(0, 0, 100_000, 100_000));
        done(clipped.with_clip(&huge, FillRule::NonZero))?.fill_all(Color::BLACK);
        check(
            pixmap.pixels().iter().all(|p| p[3] == 255),
            "a clip box beyond the surface cuts it",
        )
    }),
    Deed::new(ROAD, "surface_of_1e5_by_1e5", || {
        refused(Pixmap::new(100_000, 100_000), "a surface of 40 GB")
    }),
    Deed::new(ROAD, "canvas_8192_drawn", || {
        let mut pixmap = done(Pixmap::new(8192, 8192))?;
        let disc = Path::circle((4096.0, 4096.0), 4000.0);
        Canvas::new(&mut pixmap).fill(&disc, FillRule::NonZero, Color::BLACK);
        check(
            pixmap.pixel(4096, 100).map(|p| p[3]) == Some(255),
            "the disc is not there",
        )
    })
    .on(256 << 20)
    .slow(),
];

fn view(stride: usize, order: RowOrder) -> Result<(), String> {
    let mut bytes = [0; 400];
    let view = done(PixmapMut::<Rgba8>::new(&mut bytes, 10, 10))?;
    refused(view.with_stride(stride, order), "the stride")
}

fn nested(canvas: &mut Canvas<'_>, depth: usize) -> Result<(), agg_core::Error> {
    if depth == 0 {
        canvas.fill_all(Color::BLACK);
        return Ok(());
    }
    let mut inner = Ok(());
    canvas.with_layer(1.0, |layer| inner = nested(layer, depth - 1))?;
    inner
}
