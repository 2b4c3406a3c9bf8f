//! Text in a plot: where it hangs, the box around it, the arrow to the point that it is about.

use agg_core::{Affine, Path, PathIterator, Point, Rect};

use crate::artist::{Arrow, ArrowStyle, Artist, PointUnit, PointUnits, Text};
use crate::error::{Error, Result};
use crate::layout::arrow::{self, Part};
use crate::layout::bezier::Trail;
use crate::layout::{AxesLayout, Looks, Page, PlacedText, Typesetter, known};

/// From the text's box to where its arrow starts, in points, on all sides together.
const ARROW_PAD: f64 = 4.0;
/// How finely curves are followed to know what is inside of them, in pixels.
const FLATNESS: f64 = 0.05;

/// A text of a plot, placed.
#[derive(Debug)]
pub(crate) struct PlacedNote {
    pub(crate) text: PlacedText,
    /// The box around it, and the map from there to pixels.
    pub(crate) boxed: Option<(Path, Affine)>,
    pub(crate) arrow: Vec<Part>,
}

impl AxesLayout {
    /// Places a text; `None` for one that is not seen.
    pub(super) fn place_note(
        &self,
        artist: &Artist<Text>,
        page: Page,
        looks: &Looks<'_>,
        typesetter: &mut Typesetter<'_>,
    ) -> Result<Option<PlacedNote>> {
        let look = looks.loose_text(artist)?;
        let Some(note) = artist.note.as_deref() else {
            if artist.string.is_empty() || (artist.only_inside && !self.has_inside(artist, page)) {
                return Ok(None);
            }
            let text = typesetter.set_text(artist, look, self.anchor(artist, page), page)?;
            let boxed = boxed(artist, &text, page)?;
            let plain = PlacedNote::from(text);
            return Ok(Some(PlacedNote { boxed, ..plain }));
        };
        let point = self.unit_point(note.units, note.point, Point::default(), look.size, page);
        let usual = note.units == PointUnits::from(PointUnit::Data);
        if note.clip.unwrap_or(usual) && !self.is_inside(point) {
            return Ok(None);
        }
        let units = note.text_units.unwrap_or(note.units);
        let anchor = self.unit_point(units, artist.at, point, look.size, page);
        let text = typesetter.set_text(artist, look, anchor, page)?;
        let boxed = if artist.string.is_empty() {
            None
        } else {
            boxed(artist, &text, page)?
        };
        let arrow = match &note.arrow {
            Some(arrow) if !arrow.common.hidden => {
                let shape = Around::new(artist, &text, boxed.as_ref(), looks, page)?;
                arrow_parts(arrow, (point, &text), &shape, looks, page)?
            }
            _ => Vec::new(),
        };
        Ok(Some(PlacedNote { text, boxed, arrow }))
    }

    /// A point in pixels, from numbers in any units.
    fn unit_point(
        &self,
        units: PointUnits,
        (x, y): (f64, f64),
        from: Point,
        size: f64,
        page: Page,
    ) -> Point {
        let points = page.dpi / 72.0;
        let (x0, y0) = (self.frame.x.shift, self.frame.y.shift);
        let place = |unit, v: f64, ends: [f64; 3], data: f64, share: f64| match unit {
            PointUnit::Data => data,
            PointUnit::AxesFraction => share,
            PointUnit::AxesPoints => points * v + ends[0],
            PointUnit::AxesPixels => v + ends[0],
            PointUnit::FigureFraction => ends[1] * v,
            PointUnit::FigurePoints => points * v,
            PointUnit::FigurePixels => v,
            PointUnit::OffsetPoints => points * v + ends[2],
            PointUnit::OffsetPixels => v + ends[2],
            PointUnit::OffsetFontsize => size * page.dpi / 72.0 * v + ends[2],
        };
        let ends = ([x0, page.width, from.x], [y0, page.height, from.y]);
        let (data, share) = (
            (self.x.pixel(x), self.y.pixel(y)),
            (self.frame.x.apply(x), self.frame.y.apply(y)),
        );
        Point::new(
            place(units.x, x, ends.0, data.0, share.0),
            place(units.y, y, ends.1, data.1, share.1),
        )
    }
}

/// The outline of the box around a text, if it has one.
pub(super) fn boxed(
    artist: &Artist<Text>,
    text: &PlacedText,
    page: Page,
) -> Result<Option<(Path, Affine)>> {
    let Some(boxed) = artist.boxed.as_deref().filter(|boxed| !boxed.common.hidden) else {
        return Ok(None);
    };
    let style = known(&boxed.style, Error::UnknownBoxStyle)?;
    let size = text.look.size;
    let place = Affine::rotate(text.look.angle.to_radians())
        .then(Affine::translate(text.corner.x, text.corner.y));
    Ok(Some((style.path(text.extent, size, page.px(size)), place)))
}

/// What the start of an arrow is cut off by.
enum Around {
    Nothing,
    Rectangle(Rect),
    /// The corners of an outline, and how far around it still counts as inside.
    Outline(Vec<Point>, f64),
}

impl From<PlacedText> for PlacedNote {
    fn from(text: PlacedText) -> Self {
        Self {
            text,
            boxed: None,
            arrow: Vec::new(),
        }
    }
}

impl PlacedNote {
    /// A text that is placed, in its box if it has one.
    pub(crate) fn new(artist: &Artist<Text>, text: PlacedText, page: Page) -> Result<Self> {
        Ok(Self {
            boxed: boxed(artist, &text, page)?,
            text,
            arrow: Vec::new(),
        })
    }

    /// The box around text and arrow.
    pub(crate) fn bounds(&self) -> Rect {
        let boxes = self.arrow.iter().filter_map(|(path, _)| path.control_box());
        let text = self.text.bounds;
        boxes.fold(text, |all, one| Rect {
            x0: all.x0.min(one.x0),
            y0: all.y0.min(one.y0),
            x1: all.x1.max(one.x1),
            y1: all.y1.max(one.y1),
        })
    }
}

impl Around {
    fn new(
        artist: &Artist<Text>,
        text: &PlacedText,
        boxed: Option<&(Path, Affine)>,
        looks: &Looks<'_>,
        page: Page,
    ) -> Result<Self> {
        if let (Some((path, place)), Some(frame)) = (boxed, artist.boxed.as_deref()) {
            let (_, pen) = looks.edged(&frame.paint, frame.common.alpha)?;
            // matplotlib grows the outline by half of the line's width, taken for pixels.
            let grown = if pen.color.a == 0.0 {
                0.0
            } else {
                pen.line_width / 2.0
            };
            let mut corners = Vec::new();
            let elements = path.elements().transformed(*place);
            elements.flattened(FLATNESS).for_each(|element| {
                corners.extend(element.end());
            });
            return Ok(Self::Outline(corners, grown));
        }
        if artist.string.is_empty() {
            return Ok(Self::Nothing);
        }
        let (pad, Rect { x0, y0, x1, y1 }) = (page.px(ARROW_PAD), text.bounds);
        let (left, low) = (x0 - pad / 2.0, y0 - pad / 2.0);
        Ok(Self::Rectangle(Rect {
            x0: left,
            y0: low,
            x1: left + (x1 - x0 + pad),
            y1: low + (y1 - y0 + pad),
        }))
    }

    fn has(&self, p: Point) -> bool {
        match self {
            Self::Nothing => false,
            Self::Rectangle(r) => p.x > r.x0 && p.x < r.x1 && p.y > r.y0 && p.y < r.y1,
            Self::Outline(corners, grown) => {
                let edges = || corners.iter().zip(corners.iter().cycle().skip(1));
                let crossed = edges().filter(|(a, b)| {
                    (a.y > p.y) != (b.y > p.y)
                        && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x
                });
                crossed.count() % 2 == 1 || edges().any(|(a, b)| distance(p, *a, *b) < *grown)
            }
        }
    }
}

/// From a point to a line between two others.
fn distance(p: Point, a: Point, b: Point) -> f64 {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let square = dx * dx + dy * dy;
    let along = ((p.x - a.x) * dx + (p.y - a.y) * dy) / square;
    let along = if square > 0.0 {
        along.clamp(0.0, 1.0)
    } else {
        0.0
    };
    libm::hypot(p.x - (a.x + along * dx), p.y - (a.y + along * dy))
}

fn arrow_parts(
    arrow: &Artist<Arrow>,
    (point, text): (Point, &PlacedText),
    around: &Around,
    looks: &Looks<'_>,
    page: Page,
) -> Result<Vec<Part>> {
    let style = known(&arrow.style, Error::UnknownArrowStyle)?;
    let connection = known(&arrow.connection, Error::UnknownConnection)?;
    let Rect { x0, y0, x1, y1 } = text.bounds;
    let points = page.px(1.0);
    let scale = arrow.scale.unwrap_or(text.look.size);
    let (mut from, mut shrink) = (arrow.from.unwrap_or((0.5, 0.5)), arrow.shrink);
    let mut style = style;
    if let ArrowStyle::Block {
        width,
        headwidth,
        headlength,
        shrink: share,
    } = style
    {
        let nearest = |low: f64, high: f64, to: f64| {
            let places = [(low, 0.0), ((low + high) / 2.0, 0.5), (high, 1.0)];
            let near =
                |a: &(f64, f64), b: &(f64, f64)| (a.0 - to).abs().total_cmp(&(b.0 - to).abs());
            places.into_iter().min_by(near).unwrap_or_default()
        };
        let (x, share_x) = nearest(x0, x1, point.x);
        let (y, share_y) = nearest(y0, y1, point.y);
        from = (share_x, share_y);
        let free = share * libm::hypot(y - point.y, x - point.x) / points;
        shrink = (free, free);
        style = ArrowStyle::Block {
            width: width / scale,
            headwidth: headwidth / scale,
            headlength: headlength / scale,
            shrink: share,
        };
    }
    let start = Point::new(x0 + (x1 - x0) * from.0, y0 + (y1 - y0) * from.1);
    let mut trail: Trail = arrow::connect(connection, start, point)?;
    if !matches!(around, Around::Nothing)
        && let Some((_, rest)) = trail.split(|p| around.has(p))
    {
        trail = rest;
    }
    let trail = arrow::shrunk(trail, shrink.0 * points, shrink.1 * points);
    let width = arrow.paint.linewidths.first().copied();
    let width = width.unwrap_or(looks.style.patch.linewidth);
    arrow::parts(style, &trail, scale * points, width * points)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_of_any_shape_has_what_is_inside_or_near_its_border() {
        // A trapezium: its right side leans, from (8, 0) to (4, 4). All of it is 30 higher up.
        let corners = [(1.0, 0.0), (8.0, 0.0), (4.0, 4.0), (1.0, 4.0)];
        let corners = corners.map(|(x, y)| Point::new(x, y + 30.0)).to_vec();
        let around = Around::Outline(corners, 0.5);
        let has = |x: f64, y: f64| around.has(Point::new(x, y + 30.0));
        assert!(has(2.0, 2.0) && has(5.0, 2.0) && has(5.5, 2.0) && has(6.9, 1.0) && has(1.1, 3.9));
        // Half a pixel beyond each side, and not further.
        assert!(has(0.6, 2.0) && has(3.0, -0.4) && has(3.0, 4.4) && has(6.3, 2.0));
        assert!(!has(0.4, 2.0) && !has(3.0, -0.6) && !has(3.0, 4.6) && !has(6.8, 2.0));
        assert!(!has(7.9, 3.9) && !has(-9.0, 2.0) && !has(20.0, 2.0));
        // Around a corner what is near is round.
        assert!(has(0.7, -0.3) && !has(0.6, -0.4));
        assert!(!Around::Nothing.has(Point::new(2.0, 2.0)));
    }

    #[test]
    fn the_border_of_a_rectangle_is_not_in_it() {
        let around = Around::Rectangle(Rect::new(1.0, 2.0, 5.0, 4.0));
        let has = |x: f64, y: f64| around.has(Point::new(x, y));
        assert!(has(1.1, 3.0) && has(4.9, 3.0) && has(3.0, 2.1) && has(3.0, 3.9));
        assert!(!has(1.0, 3.0) && !has(5.0, 3.0) && !has(3.0, 2.0) && !has(3.0, 4.0));
    }

    #[test]
    fn distances_are_from_the_nearest_place_of_a_line() {
        let from = |x: f64, y: f64| {
            let (a, b) = (Point::new(1.0, 1.0), Point::new(5.0, 4.0));
            distance(Point::new(x, y), a, b)
        };
        assert_eq!(from(3.0 - 3.0, 2.5 + 4.0), 5.0);
        assert_eq!(from(-2.0, -3.0), 5.0);
        assert_eq!(from(8.0, 8.0), 5.0);
        let point = Point::new(2.0, 3.0);
        assert_eq!(distance(Point::new(5.0, 7.0), point, point), 5.0);
    }
}
