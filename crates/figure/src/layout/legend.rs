//! The legend, packed and placed.
//!
//! ```text
//!  ┌───────────────────────────┐   columns of entries, each a sample and its text on one baseline;
//!  │  title                    │   boxes are packed from the inside out and then told their place
//!  │ ── text     ── text       │   from the outside in
//!  │ ── text                   │
//!  └───────────────────────────┘
//! ```
//!
//! A box is its span about its own origin, which is where its baseline starts. Lengths are pixels.

use agg_core::{Point, Rect};

use crate::artist::{AnyArtist, HAlign, Location, Place, TextSize};
use crate::axes::{Axes, Legend, Sample};
use crate::error::{Error, Result};
use crate::layout::label_color::label_colors;
use crate::layout::text::TextLook;
use crate::layout::{AxesLayout, Looks, Page, PlacedText, Typesetter, known};
use crate::style::LegendStyle;

/// A legend, placed.
#[derive(Debug)]
pub(crate) struct LegendLayout {
    pub(crate) location: Location,
    pub(crate) bounds: Rect,
    /// The text's size in points.
    pub(crate) fontsize: f64,
    pub(crate) title: Option<PlacedText>,
    pub(crate) entries: Vec<Entry>,
}

/// The sample and the text of an artist.
#[derive(Debug)]
pub(crate) struct Entry {
    /// The plot, of those that the legend belongs to, by its number.
    pub(crate) plot: usize,
    pub(crate) sample: Sample,
    /// The sample's lower left corner.
    pub(crate) at: Point,
    pub(crate) text: PlacedText,
}

impl LegendLayout {
    /// Where it goes in the drawing order.
    pub(crate) const ZORDER: f64 = 5.0;

    /// Packs and places a legend.
    pub(crate) fn new(
        legend: &Legend,
        parent: &Parent<'_>,
        page: Page,
        looks: &Looks<'_>,
        typesetter: &mut Typesetter<'_>,
    ) -> Result<Self> {
        let restyled = legend.restyled(looks.style);
        let looks = &looks.restyled(&restyled);
        let style = &looks.style.legend;
        let fontsize = looks.points(legend.fontsize.unwrap_or(style.fontsize));
        let packer = Packer {
            style,
            legend,
            fontsize,
            page,
        };
        let base = looks.base()?;
        let look = |size| TextLook {
            size,
            zorder: Self::ZORDER,
            ..base
        };
        let mut entries = parent.entries(legend)?;
        if legend.reversed {
            entries.reverse();
        }
        let samples: Vec<(Sample, &Axes)> = entries
            .iter()
            .filter_map(|((plot, sample), _)| Some((*sample, *parent.plots.get(*plot)?)))
            .collect();
        let wish = legend.labelcolor.as_ref().or(style.labelcolor.as_ref());
        let colors = label_colors(wish, legend, &samples, looks)?;
        let mut cells = Vec::new();
        for ((of, label), color) in entries.into_iter().zip(colors) {
            let look = TextLook {
                color: color.unwrap_or(base.color),
                ..look(fontsize)
            };
            let text = TextBox::new(label, look, typesetter)?;
            cells.push(packer.cell(of, text));
        }
        let title = match legend.title.as_str() {
            "" => None,
            title => {
                let size = looks.points(style.title_fontsize.unwrap_or(TextSize::MEDIUM));
                Some(TextBox::new(title, look(size), typesetter)?)
            }
        };
        let columns = split(cells, legend.columns.max(1));
        let within = parent.within(legend);
        let packed = packer.pack(columns, title, within.x1 - within.x0);
        let location = legend.location.as_ref().unwrap_or(&style.loc);
        let location = known(location, Error::UnknownLocation)?;
        if location.is_outside() && parent.layout.is_some() {
            return Err(Error::OutsideLegend);
        }
        let corner = place((parent, location), &within, &packer, packed.span);
        Ok(packed.placed(corner, location, fontsize))
    }
}

/// What a legend belongs to.
#[derive(Debug)]
pub(crate) struct Parent<'p> {
    /// The plots whose artists it shows.
    pub(crate) plots: Vec<&'p Axes>,
    /// The edges of the plot or of the page.
    pub(crate) edges: Rect,
    /// The plot's layout, for the best place in it.
    pub(crate) layout: Option<&'p AxesLayout>,
}

impl<'p> Parent<'p> {
    /// The entries: the plot by its number, the sample, the name.
    fn entries<'l>(&'l self, legend: &'l Legend) -> Result<Vec<((usize, Sample), &'l str)>> {
        if legend.entries.is_empty() {
            let plots = self.plots.iter().enumerate();
            let all = plots.flat_map(|(plot, axes)| {
                let labels = labeled(axes).into_iter();
                labels.map(move |(index, label)| {
                    let axes = axes.id;
                    ((plot, Sample::Artist(Place { axes, index })), label)
                })
            });
            return Ok(all.collect());
        }
        let entries = legend.entries.iter().map(|(sample, name)| {
            let plot = match sample {
                Sample::Artist(place) => {
                    let plot = self.plots.iter().position(|axes| axes.id == place.axes);
                    plot.ok_or(Error::Handle)?
                }
                Sample::Line(_) | Sample::Patch(_) => 0,
            };
            Ok(((plot, *sample), name.as_str()))
        });
        entries.collect()
    }

    /// What the legend is placed in.
    fn within(&self, legend: &Legend) -> Rect {
        let edges = self.edges;
        let (wide, high) = (edges.x1 - edges.x0, edges.y1 - edges.y0);
        match legend.anchor {
            None => edges,
            Some([left, bottom, width, height]) => Rect {
                x0: left * wide + edges.x0,
                y0: bottom * high + edges.y0,
                x1: (left + width) * wide + edges.x0,
                y1: (bottom + height) * high + edges.y0,
            },
        }
    }
}

/// The artists that a legend shows, bars last.
fn labeled(axes: &Axes) -> Vec<(usize, &str)> {
    let labels = axes.artists.iter().enumerate().filter_map(|(i, artist)| {
        let shown = matches!(
            artist,
            AnyArtist::Line(_)
                | AnyArtist::Patch(_)
                | AnyArtist::Collection(_)
                | AnyArtist::Bars(_)
        );
        let label = artist.common().label.as_deref().filter(|_| shown)?;
        let named = !label.is_empty() && !label.starts_with('_');
        named.then_some((i, label))
    });
    let (mut bars, mut labels): (Vec<_>, Vec<_>) =
        labels.partition(|(i, _)| match axes.artists.get(*i) {
            Some(AnyArtist::Line(line)) => line.errors.is_some() || line.stems.is_some(),
            artist => matches!(artist, Some(AnyArtist::Bars(_))),
        });
    labels.append(&mut bars);
    labels
}

/// A list in so many parts, the first ones longer by one where it does not divide.
fn split<T>(list: Vec<T>, parts: usize) -> Vec<Vec<T>> {
    let (length, longer) = (list.len() / parts, list.len() % parts);
    let mut rest = list.into_iter();
    let part = |i| {
        rest.by_ref()
            .take(length + usize::from(i < longer))
            .collect()
    };
    let parts: Vec<Vec<T>> = (0..parts).map(part).collect();
    parts.into_iter().filter(|part| !part.is_empty()).collect()
}

/// Text with the span that it takes.
struct TextBox {
    text: PlacedText,
    span: Rect,
    /// How far the first of several lines is moved up.
    raised: f64,
}

impl TextBox {
    fn new(string: &str, look: TextLook, typesetter: &mut Typesetter<'_>) -> Result<Self> {
        let text = typesetter.set(string, look, Point::default())?;
        let (height, depth) = typesetter.usual_extent(&look)?;
        let Rect { x0, y0, x1, y1 } = text.bounds;
        let (width, tall, descent) = (x1 - x0, y1 - y0, -y0);
        let (descent, tall, raised) = if string.contains('\n') {
            let middle = 0.5 * tall - 0.5 * (height - depth);
            (middle, tall, descent - middle)
        } else {
            let above = (height - depth).max(tall - descent);
            (descent, above + descent, 0.0)
        };
        let span = Rect {
            x0: 0.0,
            y0: -descent,
            x1: width,
            y1: -descent + tall,
        };
        Ok(Self { text, span, raised })
    }
}

/// An entry, packed: the text's origin beside the sample's.
struct Cell {
    of: (usize, Sample),
    text: TextBox,
    sample_x: f64,
    text_x: f64,
    span: Rect,
}

/// All of a legend about its own origin.
struct Packed {
    span: Rect,
    title: Option<(Point, TextBox)>,
    cells: Vec<(Point, Cell)>,
}

impl Packed {
    /// The legend with the lower left corner of its span at a point.
    fn placed(self, corner: Point, location: Location, fontsize: f64) -> LegendLayout {
        let origin = Point::new(corner.x + -self.span.x0, corner.y + -self.span.y0);
        let moved = |text: TextBox, at: Point| text.text.moved(at.x, at.y + text.raised);
        let Rect { x0, y0, x1, y1 } = self.span;
        LegendLayout {
            location,
            bounds: Rect {
                x0: x0 + origin.x,
                y0: y0 + origin.y,
                x1: x1 + origin.x,
                y1: y1 + origin.y,
            },
            fontsize,
            title: self
                .title
                .map(|(at, text)| moved(text, Point::new(origin.x + at.x, origin.y + at.y))),
            entries: self
                .cells
                .into_iter()
                .map(|(at, cell)| {
                    let at = Point::new(origin.x + at.x, origin.y + at.y);
                    let text_at = Point::new(at.x + cell.text_x, at.y);
                    Entry {
                        plot: cell.of.0,
                        sample: cell.of.1,
                        at: Point::new(at.x + cell.sample_x, at.y),
                        text: moved(cell.text, text_at),
                    }
                })
                .collect(),
        }
    }
}

/// Distances of a legend.
struct Packer<'s> {
    style: &'s LegendStyle,
    legend: &'s Legend,
    fontsize: f64,
    page: Page,
}

impl Packer<'_> {
    /// A multiple of the font's size, in pixels.
    fn px(&self, times: f64) -> f64 {
        times * self.fontsize * self.page.px(1.0)
    }

    /// The size of the samples, and how much of their height is below the baseline.
    fn sample(&self) -> (f64, f64, f64) {
        let width = self.style.handlelength * self.fontsize * self.page.px(1.0);
        let descent = 0.35 * self.fontsize * (self.style.handleheight - 0.7);
        let height = self.fontsize * self.style.handleheight - descent;
        let px = self.page.px(1.0);
        (width, height * px, descent * px)
    }

    /// A sample, a gap, the text.
    fn cell(&self, of: (usize, Sample), text: TextBox) -> Cell {
        let (width, height, descent) = self.sample();
        let sep = self.px(self.style.handletextpad);
        let wide = text.span.x1 - text.span.x0;
        let (total, sample_x, text_x) = if self.legend.markers_last {
            (wide + sep + (width + sep) - sep, wide + sep, 0.0)
        } else {
            (width + sep + (wide + sep) - sep, 0.0, width + sep)
        };
        let low = text.span.y0.min(-descent);
        let high = text.span.y1.max(-descent + height);
        Cell {
            of,
            sample_x,
            text_x,
            span: Rect {
                x0: 0.0,
                y0: low,
                x1: total,
                y1: low + (high - low),
            },
            text,
        }
    }

    /// Columns beside each other, the title above them, space around all.
    fn pack(&self, columns: Vec<Vec<Cell>>, title: Option<TextBox>, parent: f64) -> Packed {
        let between = self.px(self.style.labelspacing);
        let mut cells = Vec::new();
        let mut spans = Vec::new();
        for column in columns {
            let (mut span, offsets) = piled(column.iter().map(|cell| cell.span), between);
            // Names after which samples stand end in one line.
            let end = column.iter().map(|cell| cell.span.x1 - cell.span.x0);
            let end = end.fold(0.0, f64::max);
            let indent = |cell: &Cell| {
                if self.legend.markers_last {
                    end - cell.span.x1
                } else {
                    0.0
                }
            };
            if self.legend.markers_last {
                (span.x0, span.x1) = (0.0, end);
            }
            let indents: Vec<f64> = column.iter().map(indent).collect();
            let offsets = offsets.into_iter().zip(indents);
            cells.push(offsets.zip(column).collect::<Vec<_>>());
            spans.push(span);
        }
        let pad = self.px(self.style.borderpad);
        let total = self.legend.expanded.then(|| {
            let pads = 2.0 * (self.style.borderaxespad + self.style.borderpad);
            parent - pads * self.page.px(self.fontsize)
        });
        let (body, lefts) = lined_up(&spans, self.px(self.style.columnspacing), total);
        let boxes = title.iter().map(|title| title.span).chain([body]);
        let boxes: Vec<Rect> = boxes.collect();
        let widest = boxes.iter().map(|b| b.x1 - b.x0).fold(0.0, f64::max);
        let widest = total.unwrap_or(widest);
        let (span, rises) = piled(boxes.iter().copied(), between);
        let indent = |b: &Rect| match self.legend.alignment {
            Some(HAlign::Left) => -b.x0,
            Some(HAlign::Right) => widest - b.x1,
            Some(HAlign::Center) | None => (widest - (b.x1 - b.x0)) * 0.5 - b.x0,
        };
        let at: Vec<Point> = boxes
            .iter()
            .zip(&rises)
            .map(|(b, y)| Point::new(indent(b), *y))
            .collect();
        let body_at = at.last().copied().unwrap_or_default();
        let title = title.map(|title| (at.first().copied().unwrap_or_default(), title));
        let placed = cells.into_iter().zip(lefts).flat_map(|(column, left)| {
            let to = move |((rise, indent), cell)| {
                let x = body_at.x + left + indent;
                (Point::new(x, body_at.y + rise), cell)
            };
            column.into_iter().map(to)
        });
        Packed {
            span: Rect {
                x0: -pad,
                y0: span.y0 - pad,
                x1: widest + pad,
                y1: span.y1 + pad,
            },
            title,
            cells: placed.collect(),
        }
    }
}

/// Boxes one below the other, the origin at the first one's: the span of all, and how far each is
/// moved up.
fn piled(boxes: impl Iterator<Item = Rect>, sep: f64) -> (Rect, Vec<f64>) {
    let (mut down, mut tops) = (0.0, Vec::new());
    let (mut left, mut right) = (f64::INFINITY, f64::NEG_INFINITY);
    for Rect { x0, y0, x1, y1 } in boxes {
        tops.push(down + y1);
        down += (y1 - y0) + sep;
        (left, right) = (left.min(x0), right.max(x1));
    }
    let height = down - sep;
    let rises: Vec<f64> = tops.iter().map(|top| height - top).collect();
    let depth = rises.first().copied().unwrap_or(0.0);
    let (left, right) = if tops.is_empty() {
        (0.0, 0.0)
    } else {
        (left, right)
    };
    let height = height.max(0.0);
    let span = Rect {
        x0: left,
        y0: -depth,
        x1: left + (right - left),
        y1: -depth + height,
    };
    (span, rises.iter().map(|rise| rise - depth).collect())
}

/// Boxes beside each other on one baseline, over a total width where there is one: the span of all,
/// and how far each is moved right.
fn lined_up(boxes: &[Rect], sep: f64, total: Option<f64>) -> (Rect, Vec<f64>) {
    let sep = match total {
        None => sep,
        Some(_) if boxes.len() < 2 => 0.0,
        Some(total) => {
            let sum: f64 = boxes.iter().map(|b| b.x1 - b.x0).sum();
            (total - sum) / (boxes.len() - 1) as f64
        }
    };
    let (mut along, mut lefts) = (0.0, Vec::new());
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    for b in boxes {
        lefts.push(along);
        along += (b.x1 - b.x0) + sep;
        (low, high) = (low.min(b.y0), high.max(b.y1));
    }
    let (low, high) = if boxes.is_empty() {
        (0.0, 0.0)
    } else {
        (low, high)
    };
    let span = Rect {
        x0: 0.0,
        y0: low,
        x1: total.unwrap_or((along - sep).max(0.0)),
        y1: low + (high - low),
    };
    (span, lefts)
}

/// The lower left corner of a legend that is placed in a rectangle.
fn place(
    (of, location): (&Parent<'_>, Location),
    parent: &Rect,
    packer: &Packer<'_>,
    span: Rect,
) -> Point {
    let (width, height) = (span.x1 - span.x0, span.y1 - span.y0);
    if let Location::At(x, y) = location {
        let (wide, high) = (parent.x1 - parent.x0, parent.y1 - parent.y0);
        return Point::new(parent.x0 + wide * x, parent.y0 + high * y);
    }
    let pad = packer.style.borderaxespad * packer.page.px(packer.fontsize);
    let inside = Rect {
        x0: parent.x0 + pad,
        y0: parent.y0 + pad,
        x1: parent.x1 - pad,
        y1: parent.y1 - pad,
    };
    let at = |location: Location| {
        let (x, y) = location.shares().unwrap_or_default();
        Point::new(
            inside.x0 + x * ((inside.x1 - inside.x0) - width),
            inside.y0 + y * ((inside.y1 - inside.y0) - height),
        )
    };
    if location != Location::Best {
        return at(location);
    }
    // Of a figure, no place is known to be better than another.
    let (Some(layout), Some(axes)) = (of.layout, of.plots.first()) else {
        return at(Location::UpperRight);
    };
    let obstacles = super::obstacle::Obstacles::new(axes, layout, packer.page);
    let mut best: Option<(usize, Point)> = None;
    for location in Location::CANDIDATES {
        let corner = at(location);
        let bad = obstacles.met_by(&Rect {
            x0: corner.x,
            y0: corner.y,
            x1: corner.x + width,
            y1: corner.y + height,
        });
        if best.is_none_or(|(least, _)| bad < least) {
            best = Some((bad, corner));
        }
        if bad == 0 {
            break;
        }
    }
    best.map_or_else(|| at(Location::UpperRight), |(_, corner)| corner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_columns_take_what_is_left_over() {
        assert_eq!(split(vec![1, 2, 3, 4, 5], 2), [vec![1, 2, 3], vec![4, 5]]);
        assert_eq!(split(vec![1], 3), [vec![1]]);
    }

    #[test]
    fn boxes_are_piled_downwards_from_the_first() {
        let of = |y0, y1| Rect {
            x0: 0.0,
            y0,
            x1: 5.0,
            y1,
        };
        let (span, rises) = piled([of(-2.0, 8.0), of(-1.0, 4.0)].into_iter(), 3.0);
        assert_eq!(rises, [0.0, -9.0]);
        assert_eq!((span.y0, span.y1), (-10.0, 8.0));
    }

    #[test]
    fn columns_share_what_is_left_of_a_total() {
        let of = |length| Rect::new(0.0, -2.0, length, 8.0);
        let (span, lefts) = lined_up(&[of(3.0), of(5.0)], 1.0, Some(20.0));
        assert_eq!((lefts, span.x1), (vec![0.0, 15.0], 20.0));
        let (span, lefts) = lined_up(&[of(3.0), of(5.0)], 1.0, None);
        assert_eq!((lefts, span.x1), (vec![0.0, 4.0], 9.0));
        let (span, lefts) = lined_up(&[of(3.0)], 1.0, Some(20.0));
        assert_eq!((lefts, span.x1), (vec![0.0], 20.0));
    }
}
