//! Pictures as paint, under maps that no picture can be seen through.

use super::{Deed, check, done, refused};
use agg_core::{
    Affine, Canvas, Color, Edge, FillRule, Filter, Image, Path, Perspective, Pixmap, Point, Rect,
    Sampling,
};

const ROAD: &str = "canvas";

pub(super) const DEEDS: &[Deed] = &[
    Deed::new(ROAD, "image_0_by_n", || {
        refused(Pixmap::new(0, 7), "a picture without columns")
    }),
    Deed::new(ROAD, "image_1_by_1", || {
        seen(&painted(picture(1, 1)?.with_edge(Edge::Clamp))?)
    }),
    Deed::new(ROAD, "image_65536_by_1", || {
        seen(&painted(picture(65_536, 1)?.with_edge(Edge::Repeat))?)
    }),
    Deed::new(ROAD, "image_scaled_1e-9", || tiled(Affine::scale(1e-9))),
    Deed::new(ROAD, "image_scaled_1e9", || tiled(Affine::scale(1e9))),
    Deed::new(ROAD, "image_moved_1e300", || {
        tiled(Affine::translate(1e300, -1e300))
    }),
    Deed::new(ROAD, "image_singular", || {
        unseen(Affine::new([1.0, 1.0, 1.0, 1.0, 0.0, 0.0]))
    }),
    Deed::new(ROAD, "image_nan", || unseen(Affine::new([f64::NAN; 6]))),
    Deed::new(ROAD, "image_inf", || unseen(Affine::scale(f64::INFINITY))),
    Deed::new(ROAD, "image_horizon_inside", || {
        // w is 0 along a line through the picture.
        let map = Perspective::new([[1.0, 0.0, 0.1], [0.0, 1.0, 0.0], [0.0, 0.0, -2.0]]);
        for sampling in samplings() {
            let image = picture(8, 8)?
                .with_edge(Edge::Repeat)
                .with_sampling(sampling);
            painted(image.with_distortion(map))?;
        }
        Ok(())
    }),
    Deed::new(ROAD, "image_perspective_nan", || {
        let map = Perspective::new([[f64::NAN; 3]; 3]);
        painted(picture(8, 8)?.with_distortion(map)).map(drop)
    }),
    Deed::new(ROAD, "image_warp_inf", || {
        painted(
            picture(8, 8)?
                .with_edge(Edge::Reflect)
                .with_distortion(Nowhere),
        )
        .map(drop)
    }),
    Deed::new(ROAD, "image_filter_radii", || {
        for radius in [0.0, -1.0, 1e-300, 1e300, f64::NAN, f64::INFINITY] {
            for filter in [
                Filter::Sinc(radius),
                Filter::Lanczos(radius),
                Filter::Blackman(radius),
            ] {
                for sampling in [Sampling::Filtered(filter), Sampling::Resampled(filter)] {
                    let image = picture(8, 8)?
                        .with_edge(Edge::Clamp)
                        .with_sampling(sampling);
                    seen(&painted(image)?)?;
                }
            }
        }
        Ok(())
    }),
    Deed::new(ROAD, "image_blur_nan_and_huge", || {
        for blur in [0.0, -3.0, f64::NAN, f64::INFINITY, 1e300] {
            let sampling = Sampling::Resampled(Filter::Bilinear);
            let image = picture(8, 8)?
                .with_edge(Edge::Clamp)
                .with_sampling(sampling);
            painted(image.with_blur(blur).with_transform(Affine::scale(0.1)))?;
        }
        Ok(())
    }),
    Deed::new(ROAD, "image_drawn_by_wild_maps", || {
        let image = picture(8, 8)?;
        let mut pixmap = done(Pixmap::new(32, 32))?;
        for map in [
            Affine::scale(1e300),
            Affine::scale(0.0),
            Affine::scale(f64::NAN),
        ] {
            Canvas::new(&mut pixmap).draw_image(&image, map);
        }
        Ok(())
    }),
];

/// Takes every point to where no number leads.
struct Nowhere;

impl agg_core::Transform for Nowhere {
    fn apply(&self, p: Point) -> Point {
        Point::new(p.x / 0.0, f64::NAN)
    }
}

fn samplings() -> [Sampling; 4] {
    [
        Sampling::Nearest,
        Sampling::Bilinear,
        Sampling::Filtered(Filter::Spline36),
        Sampling::Resampled(Filter::Lanczos(8.0)),
    ]
}

/// An opaque picture.
fn picture(width: u32, height: u32) -> Result<Image, String> {
    let mut pixmap = done(Pixmap::new(width, height))?;
    Canvas::new(&mut pixmap).fill_all(Color::from_rgb8(10, 200, 30));
    Ok(Image::new(pixmap))
}

/// A surface, three quarters painted with a picture and the last one black.
fn painted(image: Image) -> Result<Pixmap, String> {
    let mut pixmap = done(Pixmap::new(64, 64))?;
    let mut canvas = Canvas::new(&mut pixmap);
    canvas.fill_all(image);
    let last = Path::rectangle(Rect::new(32.0, 32.0, 64.0, 64.0));
    canvas.fill(&last, FillRule::NonZero, Color::BLACK);
    let black = pixmap.pixel(50, 50) == Some([0, 0, 0, 255]);
    check(black, "what is drawn afterwards is spoiled")?;
    Ok(pixmap)
}

fn seen(pixmap: &Pixmap) -> Result<(), String> {
    let pixel = pixmap.pixel(3, 3);
    check(
        pixel == Some([10, 200, 30, 255]),
        &format!("the picture is {pixel:?}"),
    )
}

fn tiled(map: Affine) -> Result<(), String> {
    for sampling in samplings() {
        for edge in [Edge::Clip, Edge::Clamp, Edge::Repeat, Edge::Reflect] {
            let image = picture(8, 8)?.with_edge(edge).with_sampling(sampling);
            painted(image.with_transform(map))?;
        }
    }
    Ok(())
}

fn unseen(map: Affine) -> Result<(), String> {
    let pixmap = painted(picture(8, 8)?.with_edge(Edge::Repeat).with_transform(map))?;
    check(
        pixmap.pixel(3, 3).map(|p| p[3]) == Some(0),
        "something is seen",
    )
}
