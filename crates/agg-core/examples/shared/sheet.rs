//! What is on a sheet besides shapes: images, and short texts.

use super::{Canvas, Color, Error, Path, Pixmap, Point, Rgba8, Stroke};
use agg_core::StrokeFont;
use std::f64::consts::TAU;

/// The picture in a PNG with its lowest row first, for sheets on which y points up.
pub(crate) fn image(png: &[u8]) -> Result<Pixmap, Error> {
    let picture = Pixmap::<Rgba8>::from_png(png)?;
    let mut turned = picture.clone();
    let width = picture.width() as usize;
    let rows = picture.pixels().chunks_exact(width).rev();
    for (to, from) in turned.pixels_mut().chunks_exact_mut(width).zip(rows) {
        to.copy_from_slice(from);
    }
    Ok(turned)
}

/// A short text in black, its baseline from a point on; y points up.
pub(crate) fn write(canvas: &mut Canvas<'_>, text: &str, start: (f64, f64)) {
    let text = StrokeFont::new(-10.0).path(text, start);
    canvas.stroke(&text, &Stroke::new(1.5), Color::BLACK);
}

/// A star of spikes between two radii, the first vertex, which is an inner one, straight below.
pub(crate) fn star(center: Point, inner: f64, outer: f64, vertices: u32) -> Path {
    let vertex = |i: u32| {
        let angle = TAU * f64::from(i) / f64::from(vertices) - TAU / 4.0;
        let radius = if i.is_multiple_of(2) { inner } else { outer };
        center + Point::new(angle.cos(), angle.sin()) * radius
    };
    Path::polygon((0..vertices).map(vertex))
}
