//! A disc of a picture filled with the picture itself, blurred: an effect of one's own.
//!
//! ```text
//! cargo run -p agg-core --example simple_blur
//! ```

mod shared;

use agg_core::{
    Affine, Canvas, Color, Ellipse, Error, FillRule, Image, Outline, OutlineCap, Path,
    PathIterator, Pixmap, Point, Rgb8, Stroke,
};

const SIZE: (u32, u32) = (512, 400);

pub(crate) fn draw() -> Result<Pixmap, Error> {
    let lion = shared::lion()?;
    let disc = Ellipse::new((100.0, 102.0), (100.0, 100.0)).polygon_of(100);
    let ring: Path = disc.elements().stroked(&Stroke::new(6.0)).collect();
    let mut picture = shared::y_up_in::<Rgb8, _>(SIZE, Color::WHITE, |surface| {
        let mut canvas = Canvas::new(surface.reborrow());
        let left = shared::lion_at(Point::new(128.0, 200.0));
        for (color, path) in &lion {
            canvas
                .with_transform(left)
                .fill(path, FillRule::NonZero, *color);
        }
        let right = shared::lion_at(Point::new(384.0, 200.0));
        let outline = Outline::new(1.0).with_cap(OutlineCap::Round);
        let bounds = surface.bounds();
        for (color, path) in &lion {
            let lines = path.elements().transformed(right);
            outline.for_each_span(lines, bounds, shared::lay(surface, *color));
        }
        let green = Color::new(0.0, 0.2, 0.0, 1.0);
        Canvas::new(surface.reborrow()).stroke(&ring, &Stroke::new(2.0), green);
    })?;
    let blurred = Image::new(averaged(&picture)?);
    shared::on_y_up(&mut picture, |surface| {
        // The image has its rows from the top.
        let upright = Affine::scale_xy(1.0, -1.0).then(Affine::translate(0.0, 400.0));
        let blurred = blurred.with_transform(upright);
        Canvas::new(surface.reborrow()).fill(&disc, FillRule::NonZero, blurred);
    })?;
    picture.converted()
}

/// Each pixel the mean of the nine around it, rounded down; invisible along the sides.
fn averaged(picture: &Pixmap<Rgb8>) -> Result<Pixmap, Error> {
    let (width, height) = SIZE;
    let mut means = Pixmap::new(width, height)?;
    let rows: Vec<&[[u8; 3]]> = picture.pixels().chunks_exact(width as usize).collect();
    for (y, above) in (1..).zip(rows.windows(3)) {
        let (row, _) = means.row_mut(1, y, width as usize - 2);
        for (x, mean) in row.iter_mut().enumerate() {
            let around = || above.iter().flat_map(|row| row.iter().skip(x).take(3));
            let [r, g, b] = [0, 1, 2].map(|channel| {
                let sum: u32 = around().map(|pixel| u32::from(pixel[channel])).sum();
                (sum / 9) as u8
            });
            *mean = [r, g, b, 255];
        }
    }
    Ok(means)
}

fn main() -> Result<(), Error> {
    shared::save("simple_blur", draw())
}
