//! Labels on contour lines: where a line is straight enough, turned along it, in a gap of it.
//!
//! ```text
//!    block   block   block         A line is divided into blocks as long as the label. Of those that
//!   ├──────┼────── ┼──────┤        are not near another label, the one that is closest to its chord
//!   ╭──────╮       ╭──            takes the label, in its middle. The line ends a gap before the
//!   │      ╰─ 5 h ─╯              label and goes on a gap after it.
//! ```
//!
//! All lengths are pixels, as the plot was when the labels were asked for: it may have become smaller
//! since for the sake of a colorbar.

use agg_core::{Color, Point};

use crate::artist::{
    AnyArtist, Artist, ContourLabels, Contours, HAlign, Kind, LabelFormat, LabelRotation, Layers,
    VAlign,
};
use crate::axes::Axes;
use crate::contour::Contour;
use crate::data::{interpolated, pairwise_sum};
use crate::error::{Error, Result};
use crate::layout::text::TextLook;
use crate::layout::{AxisLayout, Linear, Looks, PlacedText, Typesetter};
use crate::ticker::{AxisContext, FormatStrFormatter, Formatter, Offset, ScalarFormatter};

/// The labels of a set of lines, and what they leave of the lines.
#[derive(Debug)]
pub(crate) struct LabelsLayout {
    /// The labels, by their number among the artists.
    pub(crate) artist: usize,
    /// The lines, by theirs.
    pub(crate) of: usize,
    pub(crate) texts: Vec<PlacedText>,
    /// The lines of each level.
    pub(crate) lines: Vec<Vec<Contour>>,
}

/// From data to pixels and back, for one axis.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Along<'a> {
    pub(crate) axis: &'a AxisLayout,
    /// The map as it was when labels were asked for.
    pub(crate) then: Linear,
}

impl Along<'_> {
    fn pixel(&self, value: f64) -> f64 {
        self.then.apply(self.axis.forward(value))
    }

    fn value(&self, pixel: f64) -> f64 {
        let inverse = 1.0 / self.then.factor;
        let distance = pixel * inverse - self.then.shift * inverse;
        self.axis.backward(distance)
    }
}

/// What labelling needs to know.
pub(crate) struct Labeler<'a, 't, 'c> {
    pub(crate) axes: &'a Axes,
    pub(crate) looks: &'a Looks<'a>,
    pub(crate) typesetter: &'t mut Typesetter<'c>,
}

/// A label that was placed, in pixels.
struct Label {
    at: Point,
    angle: f64,
    level: usize,
}

impl Labeler<'_, '_, '_> {
    /// Places all labels of one artist, given what labels before it have left of the lines.
    pub(crate) fn lay_out(
        &mut self,
        number: usize,
        labels: &Artist<ContourLabels>,
        earlier: &[LabelsLayout],
        (x, y): (Along<'_>, Along<'_>),
    ) -> Result<Option<LabelsLayout>> {
        let of = labels.of.place.index;
        let Some(contours) = self.axes.artists.get(of).and_then(Contours::find) else {
            return Ok(None);
        };
        let layers = contours.layers()?;
        let before = earlier.iter().rev().find(|earlier| earlier.of == of);
        let mut lines = match before {
            Some(earlier) => earlier.lines.clone(),
            None => contours.lines(&layers),
        };
        let chosen = chosen(labels, &layers)?;
        let texts = texts(labels, &layers, &chosen)?;
        let colors = self.colors(labels, contours, &layers, &chosen)?;
        let size = labels
            .fontsize
            .map_or(self.looks.style.font.size, |size| self.looks.points(size));
        let look = TextLook {
            size,
            color: Color::BLACK,
            halign: HAlign::Center,
            valign: VAlign::Center,
            zorder: 0.0,
            ..self.looks.base()?
        };
        let mut widths = Vec::with_capacity(texts.len());
        for text in &texts {
            let bounds = self.typesetter.set(text, look, Point::default())?.bounds;
            widths.push(bounds.x1 - bounds.x0);
        }
        let mut placer = Placer {
            x,
            y,
            gap: labels.gap.unwrap_or(5.0),
            cuts: labels.gap.is_some(),
            rotation: labels.rotation,
            placed: Vec::new(),
        };
        match &labels.near {
            Some(points) => placer.near(points, &mut lines, &chosen, &widths),
            None => placer.everywhere(&mut lines, &chosen, &widths),
        }
        let mut placed = Vec::with_capacity(placer.placed.len());
        for label in &placer.placed {
            let Some((text, color)) = texts.get(label.level).zip(colors.get(label.level)) else {
                continue;
            };
            let look = TextLook {
                color: *color,
                angle: label.angle.rem_euclid(360.0),
                ..look
            };
            let at = Point::new(
                x.axis.pixel(x.value(label.at.x)),
                y.axis.pixel(y.value(label.at.y)),
            );
            placed.push(self.typesetter.set(text, look, at)?);
        }
        Ok(Some(LabelsLayout {
            artist: number,
            of,
            texts: placed,
            lines,
        }))
    }

    fn colors(
        &self,
        labels: &ContourLabels,
        contours: &Artist<Contours>,
        layers: &Layers,
        chosen: &[usize],
    ) -> Result<Vec<Color>> {
        let alpha = contours.common.alpha;
        if let Some(colors) = &labels.colors {
            let colors = colors.iter().cycle().take(chosen.len());
            return colors.map(|color| self.looks.color(color, alpha)).collect();
        }
        let all = self.looks.contour_colors(contours, layers)?;
        let colors = chosen.iter().filter_map(|&level| all.get(level));
        Ok(colors.copied().collect())
    }
}

/// The levels that are labelled, by their numbers.
fn chosen(labels: &ContourLabels, layers: &Layers) -> Result<Vec<usize>> {
    let Some(wanted) = &labels.levels else {
        return Ok((0..layers.levels.len()).collect());
    };
    let levels = layers.levels.iter().enumerate();
    let found: Vec<usize> = levels
        .filter(|(_, level)| wanted.contains(level))
        .map(|(i, _)| i)
        .collect();
    if found.len() < wanted.len() {
        return Err(Error::ContourLevels(wanted.clone()));
    }
    Ok(found)
}

/// What the labels say.
fn texts(labels: &ContourLabels, layers: &Layers, chosen: &[usize]) -> Result<Vec<String>> {
    let levels: Vec<f64> = chosen
        .iter()
        .filter_map(|&level| layers.levels.get(level).copied())
        .collect();
    let plain = ScalarFormatter::new().with_offset(Offset::Never);
    let pattern;
    let formatter: &dyn Formatter = match &labels.format {
        LabelFormat::Plain => &plain,
        LabelFormat::By(formatter) => &**formatter,
        LabelFormat::Pattern(string) => {
            pattern = FormatStrFormatter::new(string)?;
            &pattern
        }
    };
    let context = AxisContext::x((0.0, 1.0));
    let text = |level: &f64| {
        let all: Vec<f64> = levels.iter().copied().chain([*level]).collect();
        formatter
            .format(&all, &context)
            .labels
            .pop()
            .unwrap_or_default()
    };
    Ok(levels.iter().map(text).collect())
}

/// Finds places, and cuts lines there.
struct Placer<'a> {
    x: Along<'a>,
    y: Along<'a>,
    gap: f64,
    cuts: bool,
    rotation: LabelRotation,
    placed: Vec<Label>,
}

impl Placer<'_> {
    fn pixel(&self, point: &Point) -> Point {
        Point::new(self.x.pixel(point.x), self.y.pixel(point.y))
    }

    /// A label on each line that is long enough.
    fn everywhere(&mut self, lines: &mut [Vec<Contour>], chosen: &[usize], widths: &[f64]) {
        for (number, (&level, &width)) in chosen.iter().zip(widths).enumerate() {
            let Some(of_level) = lines.get_mut(level) else {
                continue;
            };
            let mut left = Vec::with_capacity(of_level.len());
            for line in of_level.iter() {
                let pixels: Vec<Point> = line.points().iter().map(|p| self.pixel(p)).collect();
                if !is_long_enough(&pixels, width) {
                    left.push(line.clone());
                    continue;
                }
                let (at, index) = self.best_place(&pixels, width);
                let (angle, parts) = self.split(line, index, at, width);
                self.placed.push(Label {
                    at,
                    angle,
                    level: number,
                });
                left.extend(parts);
            }
            if self.cuts {
                *of_level = left;
            }
        }
    }

    /// A label on the line next to each point.
    fn near(
        &mut self,
        points: &[(f64, f64)],
        lines: &mut [Vec<Contour>],
        chosen: &[usize],
        widths: &[f64],
    ) {
        for &(x, y) in points {
            let target = self.pixel(&Point::new(x, y));
            let mut best: Option<(f64, usize, usize, usize, Point)> = None;
            for (number, &level) in chosen.iter().enumerate() {
                for (i, line) in lines.get(level).into_iter().flatten().enumerate() {
                    let pixels: Vec<Point> = line.points().iter().map(|p| self.pixel(p)).collect();
                    let Some((distance, at, index)) = closest(&pixels, target) else {
                        continue;
                    };
                    if best.is_none_or(|(least, ..)| distance < least) {
                        best = Some((distance, number, i, index, at));
                    }
                }
            }
            let Some((_, number, i, index, at)) = best else {
                return;
            };
            let (level, width) = (chosen.get(number), widths.get(number));
            let (Some(&level), Some(&width)) = (level, width) else {
                return;
            };
            let Some(of_level) = lines.get_mut(level) else {
                return;
            };
            let Some(line) = of_level.get(i).cloned() else {
                return;
            };
            let (angle, parts) = self.split(&line, index, at, width);
            self.placed.push(Label {
                at,
                angle,
                level: number,
            });
            if self.cuts {
                of_level.splice(i..=i, parts);
            }
        }
    }

    /// The middle of the straightest block that is not near another label, and the number of the
    /// point there.
    fn best_place(&self, line: &[Point], width: f64) -> (Point, usize) {
        let count = line.len();
        let blocks = if width > 1.0 {
            ((count as f64 / width).ceil() as usize).max(1)
        } else {
            1
        };
        let length = if blocks == 1 { count } else { width as usize };
        let half = length / 2;
        let point = |i: usize| line.get(i % count.max(1)).copied().unwrap_or_default();
        let mut order: Vec<(usize, f64)> = (0..blocks)
            .map(|block| (block, bend(|i| point(block * length + i), length)))
            .collect();
        // What cannot be told goes last.
        order.sort_by(|a, b| {
            let known = a.1.is_nan().cmp(&b.1.is_nan());
            known.then(a.1.partial_cmp(&b.1).unwrap_or(std::cmp::Ordering::Equal))
        });
        let free = |&&(block, _): &&(usize, f64)| {
            let p = point(block * length + half);
            !self.is_near_another(p, width)
        };
        let best = order.iter().find(free).or(order.first());
        let block = best.map_or(0, |(block, _)| *block);
        let index = block * length + half;
        (point(index), index % count.max(1))
    }

    fn is_near_another(&self, p: Point, width: f64) -> bool {
        let reach = (1.2 * width) * (1.2 * width);
        let mut others = self.placed.iter();
        others.any(|other| {
            let (dx, dy) = (p.x - other.at.x, p.y - other.at.y);
            dx * dx + dy * dy < reach
        })
    }

    /// How a label at a point of a line is turned, and what it leaves of the line.
    fn split(&self, line: &Contour, index: usize, at: Point, width: f64) -> (f64, Vec<Contour>) {
        let mut points = line.points().to_vec();
        let place = Point::new(self.x.value(at.x), self.y.value(at.y));
        if !points
            .get(index)
            .is_some_and(|point| are_close(place, *point))
        {
            points.insert(index.min(points.len()), place);
        }
        let walk = if line.is_closed() {
            self.walk(started_at(&points, index), 0)
        } else {
            self.walk(points, index)
        };
        let mut ends = [-width / 2.0, width / 2.0];
        if line.is_closed() {
            // The label's start is near the end of the walk.
            let (first, last) = walk.ends();
            ends[0] += last - first;
        }
        let [start, end] = ends.map(|length| walk.at(&walk.pixels, length));
        let angle = libm::atan2(end.y - start.y, end.x - start.x).to_degrees();
        let angle = match self.rotation {
            LabelRotation::RightsideUp => (angle + 90.0).rem_euclid(180.0) - 90.0,
            LabelRotation::AsLine => angle,
        };
        let gap = [ends[0] - self.gap, ends[1] + self.gap];
        let parts = if line.is_closed() {
            walk.between(gap)
        } else {
            walk.around(gap)
        };
        (angle, parts)
    }

    /// A walk along points that counts from one of them.
    fn walk(&self, points: Vec<Point>, origin: usize) -> Walk {
        let pixels: Vec<Point> = points.iter().map(|point| self.pixel(point)).collect();
        let mut walked = 0.0;
        let mut lengths = vec![0.0];
        for (a, b) in pixels.iter().zip(pixels.iter().skip(1)) {
            walked += libm::hypot(b.x - a.x, b.y - a.y);
            lengths.push(walked);
        }
        let origin = lengths.get(origin).copied().unwrap_or(0.0);
        lengths.iter_mut().for_each(|length| *length -= origin);
        Walk {
            points,
            pixels,
            lengths,
        }
    }
}

/// A closed line that starts, and ends, at another of its points.
fn started_at(points: &[Point], index: usize) -> Vec<Point> {
    let end = points.len().saturating_sub(1);
    let tail = points.get(index..end).unwrap_or_default();
    let head = points.get(..=index).unwrap_or_default();
    [tail, head].concat()
}

/// A line by the way walked along it.
struct Walk {
    points: Vec<Point>,
    pixels: Vec<Point>,
    /// To each point, in pixels; negative before the point that it counts from.
    lengths: Vec<f64>,
}

impl Walk {
    fn ends(&self) -> (f64, f64) {
        let ends = self
            .lengths
            .first()
            .copied()
            .zip(self.lengths.last().copied());
        ends.unwrap_or((0.0, 0.0))
    }

    /// Where one is after a length, among the points or their pixels.
    fn at(&self, points: &[Point], length: f64) -> Point {
        let along = |of: fn(&Point) -> f64| {
            let column: Vec<f64> = points.iter().map(of).collect();
            interpolated(length, &self.lengths, &column)
        };
        Point::new(along(|p| p.x), along(|p| p.y))
    }

    /// The place among the points' numbers after a length; `None` beyond the ends.
    fn number(&self, length: f64) -> Option<f64> {
        let (first, last) = self.ends();
        let numbers: Vec<f64> = (0..self.lengths.len()).map(|i| i as f64).collect();
        (first <= length && length <= last).then(|| interpolated(length, &self.lengths, &numbers))
    }

    /// What is left of a closed line: from the end of the gap to its start; nothing of one that is
    /// shorter.
    fn between(&self, gap: [f64; 2]) -> Vec<Contour> {
        let [before, after] = gap.map(|length| self.at(&self.points, length));
        let numbers = self.number(gap[0]).zip(self.number(gap[1]));
        let part = numbers.map(|(end, start)| {
            let (start, end) = (start.ceil() as usize, end.floor() as usize);
            let middle = self.points.get(start..=end).unwrap_or_default();
            Contour::open([&[after][..], middle, &[before]].concat())
        });
        part.into_iter().collect()
    }

    /// What is left of an open line: before and after the gap.
    fn around(&self, gap: [f64; 2]) -> Vec<Contour> {
        let [before, after] = gap.map(|length| self.at(&self.points, length));
        let end = self.number(gap[0]).map(|i| i.floor() as usize);
        let start = self.number(gap[1]).map(|i| i.ceil() as usize);
        let head = end.and_then(|i| self.points.get(..=i));
        let tail = start.and_then(|i| self.points.get(i..));
        let head = head.map(|head| Contour::open([head, &[before]].concat()));
        let tail = tail.map(|tail| Contour::open([&[after], tail].concat()));
        head.into_iter().chain(tail).collect()
    }
}

/// Whether a line has room for a label.
fn is_long_enough(line: &[Point], width: f64) -> bool {
    let span = |of: fn(&Point) -> f64| {
        let values = || line.iter().map(of);
        values().fold(f64::NEG_INFINITY, f64::max) - values().fold(f64::INFINITY, f64::min)
    };
    line.len() as f64 > 10.0 * width
        || (!line.is_empty() && (span(|p| p.x) > 1.2 * width || span(|p| p.y) > 1.2 * width))
}

/// How far a block's points are from the line through its ends, in all.
fn bend(point: impl Fn(usize) -> Point, length: usize) -> f64 {
    let (first, last) = (point(0), point(length.saturating_sub(1)));
    let chord = libm::hypot(last.x - first.x, last.y - first.y);
    let off = |i| {
        let p = point(i);
        let area = (first.y - p.y) * (last.x - first.x) - (first.x - p.x) * (last.y - first.y);
        area.abs() / chord
    };
    let distances: Vec<f64> = (0..length).map(off).collect();
    pairwise_sum(&distances)
}

/// The point of a line that is closest to another, how far that is squared, and the number of the
/// line's point after it.
fn closest(line: &[Point], to: Point) -> Option<(f64, Point, usize)> {
    let square = |a: Point, b: Point| (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y);
    if let [only] = line {
        return Some((square(to, *only), *only, 0));
    }
    let mut best: Option<(f64, Point, usize)> = None;
    for (i, pair) in line.windows(2).enumerate() {
        let [a, b] = pair else { continue };
        let (dx, dy) = (b.x - a.x, b.y - a.y);
        let norm = dx * dx + dy * dy;
        let norm = if norm == 0.0 { 1.0 } else { norm };
        let share = (((to.x - a.x) * dx + (to.y - a.y) * dy) / norm).clamp(0.0, 1.0);
        let on = Point::new(a.x + share * dx, a.y + share * dy);
        let distance = square(on, to);
        if best.is_none_or(|(least, ..)| distance < least) {
            best = Some((distance, on, i + 1));
        }
    }
    best
}

/// Whether two points differ by rounding only.
fn are_close(a: Point, b: Point) -> bool {
    let close = |a: f64, b: f64| (a - b).abs() <= 1e-8 + 1e-5 * b.abs();
    close(a.x, b.x) && close(a.y, b.y)
}

/// The labels among a plot's artists, with their numbers.
pub(crate) fn labels_of(axes: &Axes) -> impl Iterator<Item = (usize, &Artist<ContourLabels>)> + '_ {
    let artists = axes.artists.iter().enumerate();
    artists.filter_map(|(i, artist): (usize, &AnyArtist)| Some((i, ContourLabels::find(artist)?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_room_by_its_points_or_by_its_size() {
        let spread = |count: usize, width: f64, height: f64| -> Vec<Point> {
            let share = |i: usize| i as f64 / (count - 1) as f64;
            let points = (0..count).map(|i| Point::new(width * share(i), height * share(i)));
            points.collect()
        };
        // A label of 10 pixels needs more than a hundred points, or more than 12 pixels one way.
        assert!(is_long_enough(&spread(101, 1.0, 1.0), 10.0));
        assert!(!is_long_enough(&spread(100, 1.0, 1.0), 10.0));
        assert!(!is_long_enough(&spread(41, 1.0, 1.0), 10.0));
        assert!(is_long_enough(&spread(2, 12.5, 1.0), 10.0));
        assert!(is_long_enough(&spread(2, 1.0, 12.5), 10.0));
        assert!(!is_long_enough(&spread(2, 12.0, 12.0), 10.0));
        assert!(!is_long_enough(&spread(2, 11.5, 11.5), 10.0));
        assert!(!is_long_enough(&[], 0.0));
    }

    #[test]
    fn of_two_parts_as_close_the_first_counts() {
        let line = [(0.0, 0.0), (1.0, 0.0), (2.0, 0.0)].map(|(x, y)| Point::new(x, y));
        let found = closest(&line, Point::new(1.0, 3.0));
        assert_eq!(found, Some((9.0, Point::new(1.0, 0.0), 1)));
        let found = closest(&line, Point::new(1.5, -2.0));
        assert_eq!(found, Some((4.0, Point::new(1.5, 0.0), 2)));
    }

    #[test]
    fn points_are_close_by_what_numpy_takes_for_rounding() {
        // 1e-8, and 1e-5 of the second.
        let close =
            |a: (f64, f64), b: (f64, f64)| are_close(Point::new(a.0, a.1), Point::new(b.0, b.1));
        assert!(close((100.0, 1.0), (100.0009, 1.0)) && !close((100.0, 1.0), (100.0011, 1.0)));
        assert!(close((1.0, 100.0), (1.0, 100.0009)) && !close((1.0, 100.0), (1.0, 100.0011)));
        assert!(close((0.0, 0.0), (9e-9, -9e-9)) && !close((0.0, 0.0), (1.1e-8, 0.0)));
        assert!(!close((1.0, 1.0), (-1.0, 1.0)) && !close((1.0, 1.0), (1.0, -1.0)));
        assert!(close((-5.0, -5.0), (-5.0, -5.0)));
    }
}
