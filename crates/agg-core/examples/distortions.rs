//! Waves, as if a stone fell into a picture, and into a gradient.
//!
//! ```text
//! cargo run -p agg-core --example distortions
//! ```

mod shared;

use agg_core::{
    Affine, Canvas, Color, Ellipse, Error, FillRule, Image, Path, PathIterator, Pixmap, Point,
    RadialGradient, Rgb8, Sampling, Transform,
};

/// Where the stone fell, and where the same point of the gradient is.
const STONE: Point = Point::new(170.0, 200.0);
const ASIDE: f64 = 288.0;

/// Moves each point towards a centre and away from it, by ten units at most.
#[derive(Clone, Copy, Debug)]
struct Wave {
    center: Point,
}

impl Transform for Wave {
    fn apply(&self, at: Point) -> Point {
        let away = at - self.center;
        let distance = self.center.distance(at);
        if distance <= 1.0 {
            return at;
        }
        self.center + away * ((distance / 16.0).cos() * 10.0 / distance + 1.0)
    }
}

pub(crate) fn draw() -> Result<Pixmap, Error> {
    let turned = Affine::rotate(20.0_f64.to_radians());
    let to_stone = Affine::translate(STONE.x, STONE.y);
    let aside = Affine::translate(ASIDE, 0.0);
    // About the middle of the picture.
    let disc = Ellipse::new((0.0, 0.0), (130.0, 130.0)).polygon_of(200);
    let placed = |map: Affine| -> Path { disc.elements().transformed(map).collect() };

    let spheres = shared::image(include_bytes!("data/images/spheres.png"))?;
    let center = Point::new(160.0, 150.0);
    let pond = Image::new(spheres)
        .with_sampling(Sampling::Bilinear)
        .with_background(Color::WHITE)
        .with_transform(
            Affine::translate(-center.x, -center.y)
                .then(turned)
                .then(to_stone),
        )
        .with_distortion(Wave { center });

    let place = turned
        .then(to_stone)
        .then(aside)
        .then(Affine::translate(50.0, 50.0));
    let center = place.inverse().unwrap_or_default() * (STONE + Point::new(ASIDE, 0.0));
    let flame = RadialGradient::new((0.0, 0.0), 180.0)
        .with_stops(&flame())
        .with_transform(place)
        .with_distortion(Wave { center });

    let picture = shared::y_up_in::<Rgb8, _>((620, 360), Color::WHITE, |surface| {
        let mut canvas = Canvas::new(surface.reborrow());
        let (left, right) = (turned.then(to_stone), turned.then(to_stone).then(aside));
        canvas.fill(&placed(left), FillRule::NonZero, pond);
        canvas.fill(&placed(right), FillRule::NonZero, Color::BLACK);
        let smaller = Affine::scale(0.8).then(right);
        canvas.fill(&placed(smaller), FillRule::NonZero, flame);
    });
    picture?.converted()
}

/// From white over yellow and red to black, and a little back.
fn flame() -> Vec<(f64, Color)> {
    let words = include_str!("data/flame.txt").split_whitespace();
    let color = |word| {
        let [_, r, g, b] = u32::from_str_radix(word, 16).unwrap_or(0).to_be_bytes();
        shared::light(r, g, b)
    };
    let places = (0..).map(|i| f64::from(i) / 255.0);
    places.zip(words.map(color)).collect()
}

fn main() -> Result<(), Error> {
    shared::save("distortions", draw())
}
