//! Arrows: a polygon for each, in widths of its shaft.
//!
//! ```text
//!                     ╲
//!        ──────────────╲
//!   tail                ▷ tip       length = vector / (scale · width)
//!        ──────────────╱
//!                     ╱ │
//!                  head length
//! ```

use agg_core::{Affine, Path, Point};
use agg_plot::GraphicsContext;

use crate::artist::{
    Angles, ArrowUnits, Artist, Colors, Coords, Head, Kind, Pivot, Quiver, QuiverKey,
};
use crate::data::pairwise_sum;
use crate::draw_list::build::{Plot, path_gc};
use crate::draw_list::{Item, Outline};
use crate::error::Result;
use crate::layout::Linear;
use crate::limits::DataLimits;

/// How much longer than they are wide arrows can be.
const LONGEST: f64 = 65_536.0;

/// The lengths of a plot's arrows, worked out.
#[derive(Clone, Copy, Debug)]
struct Measure {
    /// Pixels to a unit of width.
    dots: f64,
    width: f64,
    scale: f64,
    /// Units of width to a unit of length.
    ratio: f64,
}

impl<'a> Plot<'a, '_> {
    /// The arrows of a field.
    pub(super) fn draw_quiver(
        &self,
        items: &mut Vec<Item<'a>>,
        quiver: &Artist<Quiver>,
    ) -> Result<()> {
        if quiver.points.is_empty() {
            return Ok(());
        }
        let measure = self.measure(quiver);
        let arrows = self.arrows(quiver, &quiver.points, &quiver.vectors, measure);
        let gc = self.common_gc(&quiver.common, GraphicsContext::default());
        let (x, y) = self.layout.maps(Coords::default(), self.page);
        let points = quiver.points.iter().map(|&(x, y)| Point::new(x, y));
        let points: Vec<Point> = match self.layout.bends(Coords::default()) {
            None => points.collect(),
            Some(bends) => points.map(|point| bends.apply(point)).collect(),
        };
        let offsets = (Path::polyline(points), Linear::plane(x, y));
        items.push(self.arrow_item(quiver, gc, (arrows, measure.dots), offsets)?);
        Ok(())
    }

    /// The arrow of a key.
    pub(super) fn draw_quiver_key(
        &self,
        items: &mut Vec<Item<'a>>,
        key: &Artist<QuiverKey>,
    ) -> Result<()> {
        let Some(quiver) = self
            .axes
            .artists
            .get(key.of.place.index)
            .and_then(Quiver::find)
        else {
            return Ok(());
        };
        let measure = self.measure(quiver);
        let (sin, cos) = libm::sincos(key.angle.to_radians());
        let vector = (key.length * cos, key.length * sin);
        let mut own = quiver.clone();
        own.kind.mapped = None;
        own.kind.pivot = key.labelpos.pivot();
        own.kind.angles = Angles::Uv;
        if let Some(color) = &key.color {
            own.kind.paint.face = Colors::List(vec![color.clone()]);
            own.kind.paint.edge = own.kind.paint.face.clone();
        }
        let mut arrows = self.arrows(&own, &[(0.0, 0.0)], &[vector], measure);
        for arrow in &mut arrows {
            arrow.close();
        }
        let gc = path_gc(self.looks);
        let at = self.layout.point(key.place, key.at, self.page);
        let offsets = (Path::polyline([at]), Affine::IDENTITY);
        items.push(self.arrow_item(&own, gc, (arrows, measure.dots), offsets)?);
        Ok(())
    }

    fn arrow_item(
        &self,
        quiver: &Artist<Quiver>,
        gc: GraphicsContext,
        (arrows, dots): (Vec<Path>, f64),
        (offsets, offset_transform): (Path, Affine),
    ) -> Result<Item<'a>> {
        let defaults = self.looks.patch_defaults(None);
        let mapped = quiver.mapped.as_ref();
        let look = self
            .looks
            .paint(&quiver.paint, quiver.common.alpha, mapped, &defaults)?;
        let gc = GraphicsContext {
            antialiasing: look.antialiasing,
            ..gc
        };
        let offsets = (Some(Outline::Path(offsets)), offset_transform);
        let paths = (arrows.into(), Vec::new());
        Ok(self.collect(gc, paths, look, offsets, Affine::scale(dots)))
    }

    /// Pixels to a unit.
    fn dots(&self, units: ArrowUnits) -> f64 {
        let edges = &self.layout.frame.edges;
        let (width, height) = (edges.x1 - edges.x0, edges.y1 - edges.y0);
        let length = |(start, end): (f64, f64)| end - start;
        let (x, y) = (length(self.layout.x.limits), length(self.layout.y.limits));
        match units {
            ArrowUnits::Width => width,
            ArrowUnits::Height => height,
            ArrowUnits::Dots => 1.0,
            ArrowUnits::Inches => self.page.dpi,
            ArrowUnits::X => width / x,
            ArrowUnits::Y => height / y,
            ArrowUnits::Xy => libm::hypot(width, height) / libm::hypot(x, y),
        }
    }

    fn measure(&self, quiver: &Quiver) -> Measure {
        let dots = self.dots(quiver.units);
        let edges = &self.layout.frame.edges;
        let inverse = 1.0 / dots;
        let span = edges.x1 * inverse - edges.x0 * inverse;
        let count = (quiver.points.len() as f64).sqrt();
        let width = quiver.width.unwrap_or(0.06 * span / count.clamp(8.0, 25.0));
        let ratio = match quiver.scale_units {
            None => 1.0,
            Some(ArrowUnits::Xy) => 1.0 / dots,
            Some(units) => self.dots(units) / dots,
        };
        let scale = quiver.scale.unwrap_or_else(|| {
            let known: Vec<f64> = self
                .lengths(quiver, &quiver.points, &quiver.vectors)
                .into_iter()
                .zip(&quiver.vectors)
                .filter(|(_, (u, v))| u.is_finite() && v.is_finite())
                .map(|(length, _)| length)
                .collect();
            let mean = pairwise_sum(&known) / known.len() as f64;
            1.8 * mean * count.max(10.0) / span * ratio
        });
        Measure {
            dots,
            width,
            scale,
            ratio,
        }
    }

    /// The lengths of vectors, in what the scale is for.
    fn lengths(&self, quiver: &Quiver, points: &[(f64, f64)], vectors: &[(f64, f64)]) -> Vec<f64> {
        let drawn = quiver.scale_units == Some(ArrowUnits::Xy)
            && !matches!(quiver.angles, Angles::Degrees(_));
        let vectors = points.iter().zip(vectors);
        if drawn {
            let step = self.step(quiver);
            let on_page = vectors.map(|(p, v)| self.on_page(*p, *v, step));
            return on_page.map(|(_, length)| length).collect();
        }
        vectors.map(|(_, (u, v))| libm::hypot(*u, *v)).collect()
    }

    /// The share of a vector that its direction on the page is found by.
    fn step(&self, quiver: &Quiver) -> f64 {
        if quiver.angles == Angles::Xy && quiver.scale_units == Some(ArrowUnits::Xy) {
            return 1.0;
        }
        let mut data = DataLimits::default();
        for artist in &self.axes.artists {
            artist.add_limits(&mut data);
        }
        let ends = [data.x.min, data.x.max, data.y.min, data.y.max];
        ends.into_iter().map(f64::abs).fold(0.0, f64::max) * 0.001
    }

    /// The direction of a vector on the page, and its length in pixels.
    fn on_page(&self, (x, y): (f64, f64), (u, v): (f64, f64), step: f64) -> (f64, f64) {
        let from = self.layout.point(Coords::default(), (x, y), self.page);
        let to = (x + step * u, y + step * v);
        let to = self.layout.point(Coords::default(), to, self.page);
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        (libm::atan2(dy, dx), libm::hypot(dx, dy) / step)
    }

    /// The outlines of arrows, in units of width.
    fn arrows(
        &self,
        quiver: &Quiver,
        points: &[(f64, f64)],
        vectors: &[(f64, f64)],
        measure: Measure,
    ) -> Vec<Path> {
        let step = self.step(quiver);
        let factor = measure.ratio / (measure.scale * measure.width);
        let lengths = self.lengths(quiver, points, vectors);
        let mut arrows = Vec::with_capacity(points.len());
        for (i, ((point, vector), length)) in points.iter().zip(vectors).zip(lengths).enumerate() {
            let theta = match &quiver.angles {
                Angles::Uv => libm::atan2(vector.1, vector.0),
                Angles::Xy => self.on_page(*point, *vector, step).0,
                Angles::Degrees(degrees) => {
                    let number = i.checked_rem(degrees.len());
                    let degrees = number.and_then(|number| degrees.get(number));
                    let known = degrees.copied().filter(|degrees| degrees.is_finite());
                    known.unwrap_or(0.0).to_radians()
                }
            };
            let (sin, cos) = libm::sincos(theta);
            let outline = outline(
                (length * factor).clamp(0.0, LONGEST),
                &quiver.head,
                quiver.pivot,
            );
            let seen = vector.0.is_finite() && vector.1.is_finite();
            let turned = outline.map(|(x, y)| {
                let (x, y) = if seen { (x, y) } else { (f64::NAN, f64::NAN) };
                Point::new(
                    (x * cos - y * sin) * measure.width,
                    (x * sin + y * cos) * measure.width,
                )
            });
            arrows.push(Path::polyline(turned));
        }
        arrows
    }
}

/// An arrow to the right, in widths of its shaft.
fn outline(length: f64, head: &Head, pivot: Pivot) -> [(f64, f64); 8] {
    if length < head.min_length {
        return std::array::from_fn(|i| {
            let (sin, cos) = libm::sincos(i as f64 * (std::f64::consts::PI / 3.0));
            (cos * head.min_length * 0.5, sin * head.min_length * 0.5)
        });
    }
    let shortest = head.min_shaft * head.length;
    let shrink = if shortest == 0.0 {
        0.0
    } else {
        length / shortest
    };
    let short = length < shortest;
    let half = if short {
        [
            0.0,
            shrink * (shortest - head.axis_length),
            shrink * (shortest - head.length),
            shrink * shortest,
        ]
    } else {
        [
            0.0,
            -head.axis_length + length,
            -head.length + length,
            length,
        ]
    };
    let size = if short { shrink } else { 1.0 };
    let across = [0.5, 0.5, 0.5 * head.width, 0.0].map(|y| size * y);
    let [tail, neck, barb, tip] = half;
    let [shaft, _, wing, point] = across;
    let by = match pivot {
        Pivot::Tail => 0.0,
        Pivot::Middle => 0.5 * tip,
        Pivot::Tip => tip,
    };
    [
        (tail, shaft),
        (neck, shaft),
        (barb, wing),
        (tip, -point),
        (barb, -wing),
        (neck, -shaft),
        (tail, -shaft),
        (tail, shaft),
    ]
    .map(|(x, y)| (x - by, y))
}
