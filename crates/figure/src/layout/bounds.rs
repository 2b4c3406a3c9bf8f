//! The boxes around what was placed.

use agg_core::{Point, Rect, Transform};

use crate::artist::{AnyArtist, Kind, Shape, Shapes, Text};
use crate::axes::{Axes, Side};
use crate::axis::End;
use crate::error::Result;
use crate::layout::{AxesLayout, AxisLayout, Looks, Page, TickLook};
use crate::ticker::Direction;

/// What a box is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// To hold all.
    All,
    /// To make room in a grid: titles and labels count as having no length.
    Grid,
}

impl Purpose {
    /// A box with no more than a pixel of its length.
    fn across(self, bounds: Rect, direction: Direction) -> Rect {
        let Rect { x0, y0, x1, y1 } = bounds;
        match (self, direction) {
            (Self::Grid, Direction::X) if x1 - x0 > 0.0 => {
                let start = (x0 + x1) / 2.0 - 0.5;
                Rect {
                    x0: start,
                    x1: start + 1.0,
                    ..bounds
                }
            }
            (Self::Grid, Direction::Y) if y1 - y0 > 0.0 => {
                let start = (y0 + y1) / 2.0 - 0.5;
                Rect {
                    y0: start,
                    y1: start + 1.0,
                    ..bounds
                }
            }
            _ => bounds,
        }
    }
}

/// The smallest box around boxes; `None` around none.
pub(crate) fn around(boxes: impl IntoIterator<Item = Rect>) -> Option<Rect> {
    boxes.into_iter().reduce(|a, b| Rect {
        x0: a.x0.min(b.x0),
        y0: a.y0.min(b.y0),
        x1: a.x1.max(b.x1),
        y1: a.y1.max(b.y1),
    })
}

/// Whether a box is more than a point.
fn has_length(b: &Rect) -> bool {
    b.x1 != b.x0 || b.y1 != b.y0
}

/// Whether a box is more than a point, and ends.
pub(crate) fn is_seen(b: &Rect) -> bool {
    has_length(b) && (b.x1 - b.x0).is_finite() && (b.y1 - b.y0).is_finite()
}

/// The smallest box around those points that are numbers.
fn extent(points: impl Iterator<Item = Point>) -> Option<Rect> {
    let points = points.filter(|p| p.is_finite());
    around(points.map(|p| Rect::new(p.x, p.y, p.x, p.y)))
}

impl AxisLayout {
    /// The boxes of the tick labels on each side.
    pub(crate) fn label_boxes(&self) -> [Vec<Rect>; 2] {
        let side = |pick: fn(&super::TickLayout) -> &Option<super::PlacedText>| {
            let labels = self.ticks.iter().filter_map(|tick| pick(tick).as_ref());
            labels.map(|label| label.bounds).collect()
        };
        [side(|tick| &tick.labels.0), side(|tick| &tick.labels.1)]
    }

    /// The box around all of its texts.
    pub(crate) fn bounds(&self) -> Option<Rect> {
        self.bounds_for(Purpose::All, Direction::X)
    }

    fn bounds_for(&self, purpose: Purpose, direction: Direction) -> Option<Rect> {
        let [first, second] = self.label_boxes();
        let offset = self.offset.iter().map(|text| text.bounds);
        let label = self.label.iter();
        let label = label.map(|text| purpose.across(text.bounds, direction));
        let boxes = first.into_iter().chain(second).chain(offset).chain(label);
        around(boxes.filter(has_length))
    }

    /// The line of the spine on a side and the outer ends of its marks, across the axis.
    fn spine(&self, end: End, page: Page) -> (f64, f64) {
        let looks = || self.ticks.iter().map(|tick| self.look(tick.which));
        let outside = |size: f64, share: f64| share * size / 72.0 * page.dpi;
        match end {
            End::First => {
                let at = self.across.0.apply(0.0);
                let marks = looks().filter(|look| look.marks.has_first());
                let marks = marks.map(|look| at - outside(look.size, look.outside()));
                (marks.fold(at, f64::min), at)
            }
            End::Second => {
                let at = self.across.1.apply(1.0);
                let marks = looks().filter(|look| look.marks.has_second());
                let marks = marks.map(|look| at + outside(look.size, look.outside()));
                (at, marks.fold(at, f64::max))
            }
        }
    }

    /// Whether ticks and labels are not where they usually are: labels at the bottom or left, and
    /// marks there, perhaps on both sides.
    pub(crate) fn is_unusual(&self) -> bool {
        let major = self.located.0.then_some(&self.major);
        let looks = || {
            major
                .into_iter()
                .chain(self.located.1.then_some(&self.minor))
        };
        let usual = |look: &TickLook| {
            look.marks.has_first() && look.labels.has_first() && !look.labels.has_second()
        };
        let twice = looks().filter(|look| look.marks.has_second()).count();
        !looks().all(usual) || (twice > 0 && twice < looks().count())
    }
}

impl AxesLayout {
    pub(crate) fn axis(&self, direction: Direction) -> &AxisLayout {
        match direction {
            Direction::X => &self.x,
            Direction::Y => &self.y,
        }
    }

    pub(crate) fn axis_mut(&mut self, direction: Direction) -> &mut AxisLayout {
        match direction {
            Direction::X => &mut self.x,
            Direction::Y => &mut self.y,
        }
    }

    /// The box around the plot and what stands around it, but for what lies within it.
    pub(crate) fn tight(
        &self,
        axes: &Axes,
        purpose: Purpose,
        looks: &Looks<'_>,
        page: Page,
    ) -> Result<Rect> {
        let mut boxes = vec![self.frame.edges];
        if !axes.frameless {
            for direction in [Direction::X, Direction::Y] {
                boxes.extend(self.axis(direction).bounds_for(purpose, direction));
            }
        }
        let titles = self.titles.iter();
        boxes.extend(titles.map(|(_, title)| purpose.across(title.text.bounds, Direction::X)));
        if !axes.frameless && !axes.frame_hidden {
            for side in Side::ALL {
                if looks.spine(axes, side)?.visible {
                    boxes.push(self.spine_box(axes, side, page));
                }
            }
        }
        for (number, text) in &self.texts {
            let artist = axes.artists.get(*number).and_then(Text::find);
            boxes.extend(
                artist
                    .filter(|artist| artist.common.unclipped)
                    .map(|_| text.bounds()),
            );
        }
        for artist in &axes.artists {
            let common = artist.common();
            if common.unclipped && !common.hidden {
                boxes.extend(self.unclipped_box(artist, looks, page)?);
            }
        }
        boxes.extend(self.legend.iter().map(|legend| legend.bounds));
        let boxes = boxes.into_iter().filter(has_length);
        Ok(around(boxes).unwrap_or(self.frame.edges))
    }

    /// The box around a line, a shape, areas or a picture that may run out of its plot. Of other
    /// kinds, only what is in the plot counts.
    fn unclipped_box(
        &self,
        artist: &AnyArtist,
        looks: &Looks<'_>,
        page: Page,
    ) -> Result<Option<Rect>> {
        let coords = artist.common().coords;
        let at = |p: Point| self.point(coords, (p.x, p.y), page);
        let shape = |shape: &Shape| {
            let (path, transform) = shape.outline();
            let points = path.points().iter();
            extent(points.map(|&p| at(Transform::apply(&transform, p))))
        };
        Ok(match artist {
            AnyArtist::Line(line) => {
                let shown = looks.line(line, &looks.style.lines.color)?.marker;
                let by = shown.map_or(0.0, |marker| page.px(marker.size) * 0.5);
                extent(line.points().iter().map(at)).map(|b| Rect {
                    x0: b.x0 - by,
                    y0: b.y0 - by,
                    x1: b.x1 + by,
                    y1: b.y1 + by,
                })
            }
            AnyArtist::Patch(patch) => shape(&patch.shape),
            AnyArtist::Bars(bars) => around(bars.rectangles().filter_map(|bar| shape(&bar))),
            AnyArtist::Image(image) => {
                let [left, right, bottom, top] = image.edges(looks.style.image.origin);
                let corners = [Point::new(left, bottom), Point::new(right, top)];
                extent(corners.into_iter().map(at))
            }
            AnyArtist::Collection(collection) => match (&collection.shapes, collection.points()) {
                (Shapes::Data(paths), None) => {
                    let points = paths.iter().flat_map(|path| path.points().iter());
                    extent(points.map(|&p| at(p)))
                }
                _ => None,
            },
            _ => None,
        })
    }

    fn spine_box(&self, axes: &Axes, side: Side, page: Page) -> Rect {
        let bounds = axes.spine_ref(side).bounds;
        let ends = |axis: &AxisLayout| {
            let (start, end) = bounds.unwrap_or(axis.limits);
            let (start, end) = (axis.pixel(start), axis.pixel(end));
            (start.min(end), start.max(end))
        };
        let (along, across) = match side {
            Side::Left => (&self.y, self.y.spine(End::First, page)),
            Side::Right => (&self.y, self.y.spine(End::Second, page)),
            Side::Bottom => (&self.x, self.x.spine(End::First, page)),
            Side::Top => (&self.x, self.x.spine(End::Second, page)),
        };
        let (low, high) = ends(along);
        match side {
            Side::Left | Side::Right => Rect {
                x0: across.0,
                y0: low,
                x1: across.1,
                y1: high,
            },
            Side::Bottom | Side::Top => Rect {
                x0: low,
                y0: across.0,
                x1: high,
                y1: across.1,
            },
        }
    }

    /// The upper end of what titles have to be above.
    pub(crate) fn upper_end(&self, label_at: End) -> f64 {
        let counts = label_at == End::Second || self.x.is_unusual();
        let bounds = self.x.bounds().filter(|_| counts);
        bounds.map_or(self.top, |bounds| bounds.y1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grid_sees_a_pixel_of_long_texts_wherever_they_are() {
        let text = Rect::new(-30.0, -8.0, -10.0, -2.0);
        let across = |direction| Purpose::Grid.across(text, direction);
        assert_eq!(across(Direction::X), Rect::new(-20.5, -8.0, -19.5, -2.0));
        assert_eq!(across(Direction::Y), Rect::new(-30.0, -5.5, -10.0, -4.5));
        assert_eq!(Purpose::All.across(text, Direction::X), text);
        let nothing = Rect::new(3.0, 4.0, 3.0, 4.0);
        for direction in [Direction::X, Direction::Y] {
            assert_eq!(Purpose::Grid.across(nothing, direction), nothing);
        }
    }

    #[test]
    fn a_box_counts_that_has_a_length() {
        let is_seen = |x1, y1| is_seen(&Rect::new(5.0, 7.0, x1, y1));
        assert!(is_seen(5.0, 8.0) && is_seen(6.0, 7.0) && is_seen(6.0, 8.0));
        assert!(!is_seen(5.0, 7.0));
        assert!(!is_seen(6.0, f64::INFINITY) && !is_seen(f64::INFINITY, 8.0));
        let far = 1.5e308;
        for (box_, expected) in [
            (Rect::new(0.0, 0.0, 1.0, 1.0), true),
            (Rect::new(-1.0, -1.0, 0.0, 0.0), true),
            (Rect::new(far, far, 1.6e308, 1.6e308), true),
            (Rect::new(-far, 0.0, far, 1.0), false),
            (Rect::new(0.0, -far, 1.0, far), false),
        ] {
            assert_eq!(super::is_seen(&box_), expected, "{box_:?}");
        }
    }
}
