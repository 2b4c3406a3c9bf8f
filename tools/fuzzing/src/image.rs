//! A picture as paint under any transform: drawn whole or by bands of rows it is the same, and the
//! nearest pixel is the one that a place falls into.

use crate::{Map, pick};
use agg_core::{Affine, Canvas, Color, Edge, Filter, Image, IntRect, Pixmap, Sampling};
use arbitrary::Arbitrary;

#[derive(Debug, Arbitrary)]
pub(crate) struct Tiling {
    size: [u8; 2],
    pixels: Vec<u8>,
    map: Map,
    /// In 1/16: a transform that pictures have.
    tame: Option<[i8; 6]>,
    sampling: u8,
    edge: u8,
    blur: f64,
    cut: u8,
}

const WIDTH: u32 = 40;
const HEIGHT: u32 = 8;
/// What more takes is known: a pixel looks at four times as many for each doubling.
const MOST_BLUR: f64 = 1.5;
const EDGES: [Edge; 4] = [Edge::Clip, Edge::Clamp, Edge::Repeat, Edge::Reflect];

pub(crate) fn run(tiling: &Tiling) {
    let Some(picture) = tiling.picture() else {
        return;
    };
    let image = tiling.image(picture.clone());
    let (Ok(mut whole), Ok(mut parts)) = (Pixmap::new(WIDTH, HEIGHT), Pixmap::new(WIDTH, HEIGHT))
    else {
        return;
    };
    Canvas::new(&mut whole).fill_all(image.clone());
    let (cut, width, height) = (i32::from(tiling.cut) % 8, WIDTH as i32, HEIGHT as i32);
    for part in [
        IntRect::new(0, 0, width, cut),
        IntRect::new(0, cut, width, height),
    ] {
        Canvas::new(&mut parts)
            .with_clip_box(part)
            .fill_all(image.clone());
    }
    assert!(whole == parts, "bands differ from the whole");
    if tiling.sampling() == Sampling::Nearest {
        tiling.check(&picture, &whole);
    }
}

impl Tiling {
    fn picture(&self) -> Option<Pixmap> {
        let [width, height] = self.size.map(|v| u32::from(v % 16) + 1);
        let mut picture = Pixmap::new(width, height).ok()?;
        for (to, &v) in picture.pixels_mut().iter_mut().zip(&self.pixels) {
            *to = [v / 2, v / 3, v, v];
        }
        Some(picture)
    }

    fn map(&self) -> Affine {
        match self.tame {
            Some(tame) => Affine::new(tame.map(|v| f64::from(v) / 16.0)),
            None => self.map.affine(),
        }
    }

    fn sampling(&self) -> Sampling {
        let filters = [
            Filter::Lanczos(3.0),
            Filter::Spline36,
            Filter::Sinc(self.blur),
            Filter::Gaussian,
        ];
        let filter = pick(filters, self.edge);
        let samplings = [
            Sampling::Nearest,
            Sampling::Bilinear,
            Sampling::Filtered(filter),
            Sampling::Resampled(filter),
        ];
        pick(samplings, self.sampling)
    }

    fn edge(&self) -> Edge {
        pick(EDGES, self.edge / 4)
    }

    fn image(&self, picture: Pixmap) -> Image {
        Image::new(picture)
            .with_sampling(self.sampling())
            .with_edge(self.edge())
            .with_blur(if self.blur > MOST_BLUR {
                MOST_BLUR
            } else {
                self.blur
            })
            .with_background(Color::WHITE)
            .with_transform(self.map())
    }

    /// Each pixel whose place in the picture is not next to a border of its pixels.
    fn check(&self, picture: &Pixmap, drawn: &Pixmap) {
        let Some(back) = self.map().inverse() else {
            return;
        };
        let (width, height) = (picture.width(), picture.height());
        for y in 0..HEIGHT {
            for x in 0..WIDTH {
                let place = back * agg_core::Point::new(f64::from(x) + 0.5, f64::from(y) + 0.5);
                let sure = |v: f64| v.abs() < 16_000.0 && (v - v.round()).abs() > 1.0 / 32.0;
                if !(sure(place.x) && sure(place.y)) {
                    continue;
                }
                let (column, row) = (place.x.floor() as i64, place.y.floor() as i64);
                let at = (self.index(column, width), self.index(row, height));
                let expected = match at {
                    (Some(x), Some(y)) => picture.pixel(x, y),
                    _ => Some([255; 4]),
                };
                assert_eq!(drawn.pixel(x, y), expected, "({x}, {y}) is at {place:?}");
            }
        }
    }

    /// The pixel of the picture that is seen at a place, in one direction.
    fn index(&self, at: i64, len: u32) -> Option<u32> {
        let len = i64::from(len);
        let found = match self.edge() {
            Edge::Clip => at,
            Edge::Clamp => at.clamp(0, len - 1),
            Edge::Repeat => at.rem_euclid(len),
            Edge::Reflect => {
                let at = at.rem_euclid(2 * len);
                at.min(2 * len - 1 - at)
            }
        };
        (0..len).contains(&found).then_some(found as u32)
    }
}
