//! Arrows, worked out: the way from text to point, cut at both ends, and the shape along it.
//!
//! ```text
//!  ┌──────┐
//!  │ text ┼╌╌╌──────────────▶╌╌ ×     from the text's middle to the point; what lies in the text's
//!  └──────┘   shrink    shrink        box, and what is to be left free at the ends, is cut off
//! ```

use agg_core::{Affine, Path, Point, Transform};

use crate::artist::{ArrowEnd, ArrowStyle, Connection, CurveArrow};
use crate::error::{Error, Result};
use crate::layout::bezier::{Trail, beside, direction, meeting, parallels, split_curve, wedge};

/// A part of an arrow, and whether it has an inside.
pub(crate) type Part = (Path, bool);

/// The way from one point to another.
pub(crate) fn connect(connection: Connection, a: Point, b: Point) -> Result<Trail> {
    let ray = |degrees: f64| {
        let angle = degrees.to_radians();
        (libm::cos(angle), libm::sin(angle))
    };
    Ok(match connection {
        Connection::Arc3 { rad } => {
            let middle = Point::new((a.x + b.x) / 2.0, (a.y + b.y) / 2.0);
            let (dx, dy) = (b.x - a.x, b.y - a.y);
            let control = Point::new(middle.x + rad * dy, middle.y - rad * dx);
            curve(a, control, b)
        }
        Connection::Angle3 { angle_a, angle_b } => {
            let control = meeting(a, ray(angle_a), b, ray(angle_b)).ok_or(Error::ArrowPath)?;
            curve(a, control, b)
        }
        Connection::Angle {
            angle_a,
            angle_b,
            rad,
        } => {
            let corner = meeting(a, ray(angle_a), b, ray(angle_b)).ok_or(Error::ArrowPath)?;
            if rad == 0.0 {
                return Ok(lines([a, corner, b]));
            }
            let towards = |end: Point| {
                let (dx, dy) = (end.x - corner.x, end.y - corner.y);
                let share = rad / libm::hypot(dx, dy);
                Point::new(corner.x + dx * share, corner.y + dy * share)
            };
            Trail {
                points: vec![a, towards(a), corner, towards(b), b],
                degrees: vec![1, 2, 1],
            }
        }
        Connection::Arc {
            angle_a,
            angle_b,
            arm_a,
            arm_b,
            rad,
        } => arc((a, ray(angle_a), arm_a), (b, ray(angle_b), arm_b), rad),
        Connection::Bar {
            arm_a,
            arm_b,
            fraction,
            angle,
        } => bar(a, b, (arm_a, arm_b, fraction), angle),
    })
}

fn curve(a: Point, control: Point, b: Point) -> Trail {
    Trail {
        points: vec![a, control, b],
        degrees: vec![2],
    }
}

fn lines<const N: usize>(points: [Point; N]) -> Trail {
    Trail {
        points: points.to_vec(),
        degrees: vec![1; N.saturating_sub(1)],
    }
}

/// An end of an arrow, the direction of its arm, and the arm's length.
type Arm = (Point, (f64, f64), f64);

fn arc((a, ray_a, arm_a): Arm, (b, ray_b, arm_b): Arm, rad: f64) -> Trail {
    let along = |from: Point, (cos, sin): (f64, f64), by: f64| {
        Point::new(from.x + by * cos, from.y + by * sin)
    };
    let step = |from: Point, to: Point, by: f64| {
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let length = (dx * dx + dy * dy).sqrt();
        (
            Point::new(from.x + by * dx / length, from.y + by * dy / length),
            length,
        )
    };
    let mut trail = Trail {
        points: vec![a],
        degrees: Vec::new(),
    };
    let mut rounded: Vec<Point> = Vec::new();
    if arm_a != 0.0 {
        rounded.extend([along(a, ray_a, arm_a - rad), along(a, ray_a, arm_a)]);
    }
    if arm_b != 0.0 {
        let corner = along(b, ray_b, arm_b);
        let from = match rounded.last().copied() {
            Some(last) => {
                rounded.push(step(last, corner, rad).0);
                trail.points.append(&mut rounded);
                trail.degrees.extend([1, 2]);
                last
            }
            None => a,
        };
        let (_, length) = step(from, corner, 0.0);
        rounded = vec![step(from, corner, length - rad).0, corner];
    }
    if let Some(last) = rounded.last().copied() {
        rounded.push(step(last, b, rad).0);
        trail.points.append(&mut rounded);
        trail.degrees.extend([1, 2]);
    }
    trail.points.push(b);
    trail.degrees.push(1);
    trail
}

fn bar(
    a: Point,
    b: Point,
    (arm_a, mut arm_b, fraction): (f64, f64, f64),
    angle: Option<f64>,
) -> Trail {
    let length = |dx: f64, dy: f64| (dx * dx + dy * dy).sqrt();
    let (mut dx, mut dy) = (b.x - a.x, b.y - a.y);
    let distance = length(dx, dy);
    let (mut x2, mut y2) = (b.x, b.y);
    let mut unit = distance;
    if let Some(angle) = angle {
        let turn = libm::atan2(dy, dx) - angle.to_radians();
        let (across, along) = (distance * libm::sin(turn), distance * libm::cos(turn));
        let (cos, sin) = (libm::cos(angle.to_radians()), libm::sin(angle.to_radians()));
        (x2, y2) = (a.x + along * cos, a.y + along * sin);
        arm_b -= across;
        (dx, dy) = (x2 - a.x, y2 - a.y);
        unit = length(dx, dy);
    }
    let (ux, uy) = (dx / unit, dy / unit);
    let arm = fraction * distance + arm_a.max(arm_b);
    lines([
        a,
        Point::new(a.x + arm * uy, a.y - arm * ux),
        Point::new(x2 + arm * uy, y2 - arm * ux),
        b,
    ])
}

/// The trail without what is in regions at its start and at its end.
pub(crate) fn shrunk(trail: Trail, start: f64, end: f64) -> Trail {
    let circle = |center: Option<&Point>, radius: f64| {
        let center = center.copied().unwrap_or_default();
        move |p: Point| {
            let (dx, dy) = (p.x - center.x, p.y - center.y);
            dx * dx + dy * dy < radius * radius
        }
    };
    let at_start = circle(trail.points.first(), start);
    let at_end = circle(trail.points.last(), end);
    let mut trail = trail;
    if start != 0.0
        && let Some((_, rest)) = trail.split(at_start)
    {
        trail = rest;
    }
    if end != 0.0
        && let Some((rest, _)) = trail.split(at_end)
    {
        trail = rest;
    }
    trail
}

/// The parts of an arrow along a trail; `size` is what its style's numbers are multiples of, in
/// pixels, as is the width of its line.
pub(crate) fn parts(
    style: ArrowStyle,
    trail: &Trail,
    size: f64,
    line_width: f64,
) -> Result<Vec<Part>> {
    let known = trail
        .points
        .iter()
        .all(|p| p.x.is_finite() && p.y.is_finite());
    if !known {
        return Ok(Vec::new());
    }
    if let ArrowStyle::Curve(curve) = style {
        return Ok(curve_parts(&curve, trail, size, line_width));
    }
    let curve = trail.single_curve().ok_or(Error::ArrowPath)?;
    let shape = match style {
        ArrowStyle::Simple {
            head_length,
            head_width,
            tail_width,
        }
        | ArrowStyle::Block {
            headlength: head_length,
            headwidth: head_width,
            width: tail_width,
            ..
        } => Some(simple(
            curve,
            head_length * size,
            head_width * size,
            tail_width * size,
        )),
        ArrowStyle::Fancy {
            head_length,
            head_width,
            tail_width,
        } => fancy(
            curve,
            head_length * size,
            head_width * size,
            tail_width * size,
        ),
        ArrowStyle::Wedge {
            tail_width,
            shrink_factor,
        } => {
            let [left, right] = wedge(curve, tail_width * size / 2.0, [shrink_factor, 0.0]);
            let mut path = Path::new();
            path.move_to(left[0]).quad_to(left[1], left[2]);
            path.line_to(right[2]).quad_to(right[1], right[0]).close();
            Some(path)
        }
        ArrowStyle::Curve(_) => None,
    };
    Ok(shape.map(|path| (path, true)).into_iter().collect())
}

/// Whether a point is nearer to another than a distance.
fn within(center: Point, radius: f64) -> impl Fn(Point) -> bool {
    move |p| {
        let (dx, dy) = (p.x - center.x, p.y - center.y);
        dx * dx + dy * dy < radius * radius
    }
}

fn three(points: &[Point]) -> Option<[Point; 3]> {
    points.try_into().ok()
}

/// A short curve that is all head, from beyond the arrow's start.
fn all_head([_, m, b]: [Point; 3], length: f64) -> [Point; 3] {
    let (dx, dy) = (b.x - m.x, b.y - m.y);
    let share = length / (dx * dx + dy * dy).sqrt();
    let start = Point::new(b.x - share * dx, b.y - share * dy);
    [
        start,
        Point::new(0.5 * (start.x + b.x), 0.5 * (start.y + b.y)),
        b,
    ]
}

fn simple(curve: [Point; 3], head_length: f64, head_width: f64, tail_width: f64) -> Path {
    let cut = split_curve(&curve, within(curve[2], head_length));
    let cut = cut.and_then(|(out, inner)| Some((three(&out)?, three(&inner)?)));
    let head = cut.map_or_else(|| all_head(curve, head_length), |(_, head)| head);
    let [left, right] = wedge(head, head_width / 2.0, [0.5, 0.0]);
    let mut path = Path::new();
    let Some((tail, _)) = cut else {
        path.move_to(right[0]).quad_to(right[1], right[2]);
        path.quad_to(left[1], left[0]).close();
        return path;
    };
    let [tail_left, tail_right] = parallels(tail, tail_width / 2.0);
    path.move_to(tail_right[0])
        .quad_to(tail_right[1], tail_right[2]);
    path.line_to(right[0]).quad_to(right[1], right[2]);
    path.quad_to(left[1], left[0]).line_to(tail_left[2]);
    path.quad_to(tail_left[1], tail_left[0])
        .line_to(tail_right[0])
        .close();
    path
}

fn fancy(curve: [Point; 3], head_length: f64, head_width: f64, tail_width: f64) -> Option<Path> {
    let cut = split_curve(&curve, within(curve[2], head_length));
    let (curve, head) = match cut.and_then(|(_, inner)| three(&inner)) {
        Some(head) => (curve, head),
        None => (all_head(curve, head_length), all_head(curve, head_length)),
    };
    let (tail, _) = split_curve(&curve, within(curve[2], head_length * 0.8))?;
    let [left, right] = wedge(head, head_width / 2.0, [0.6, 0.0]);
    let [tail_left, tail_right] = wedge(three(&tail)?, tail_width * 0.5, [0.6, 0.3]);
    let (start, _) = split_curve(&curve, within(curve[0], tail_width * 0.3))?;
    let start = *start.last()?;
    let mut path = Path::new();
    path.move_to(start)
        .line_to(tail_right[0])
        .quad_to(tail_right[1], tail_right[2]);
    path.line_to(right[0]).quad_to(right[1], right[2]);
    path.quad_to(left[1], left[0]).line_to(tail_left[2]);
    path.quad_to(tail_left[1], tail_left[0])
        .line_to(start)
        .close();
    Some(path)
}

fn curve_parts(style: &CurveArrow, trail: &Trail, size: f64, line_width: f64) -> Vec<Part> {
    let points = &trail.points;
    let count = points.len();
    let (Some(&first), Some(&second)) = (points.first(), points.get(1)) else {
        return Vec::new();
    };
    let (Some(&last), Some(&before)) = (points.last(), points.get(count.saturating_sub(2))) else {
        return Vec::new();
    };
    let is_head = |end| matches!(end, ArrowEnd::Head | ArrowEnd::Filled);
    let head = Head::new(style, size, line_width);
    let at_start = (is_head(style.begin) && first != second).then(|| head.at(second, first));
    let at_end = (is_head(style.end) && before != last).then(|| head.at(before, last));
    let moved = |p: Point, head: &Option<([Point; 3], Point)>| match head {
        Some((_, by)) => Point::new(p.x + by.x, p.y + by.y),
        None => p,
    };
    let mut line = points.clone();
    if let Some(start) = line.first_mut() {
        *start = moved(first, &at_start);
    }
    if let Some(end) = line.last_mut() {
        *end = moved(last, &at_end);
    }
    let mut parts = vec![(path_of(&line, &trail.degrees), false)];
    let ends = [
        (style.begin, at_start, (first, second), 0),
        (style.end, at_end, (last, before), 1),
    ];
    for (end, head, (tip, from), side) in ends {
        match (end, head) {
            (ArrowEnd::Filled, Some((corners, _))) => parts.push((Path::polygon(corners), true)),
            (_, Some((corners, _))) => parts.push((Path::polyline(corners), false)),
            (ArrowEnd::Bracket, None) => {
                let (width, length) = (style.width[side] * size, style.length[side] * size);
                parts.push((
                    bracket(tip, from, (width, length), style.angle[side]),
                    false,
                ));
            }
            _ => {}
        }
    }
    parts
}

fn path_of(points: &[Point], degrees: &[usize]) -> Path {
    let mut path = Path::new();
    let mut rest = points.iter().copied();
    if let Some(start) = rest.next() {
        path.move_to(start);
    }
    for degree in degrees {
        match (degree, rest.next()) {
            (1, Some(end)) => {
                path.line_to(end);
            }
            (_, Some(control)) => {
                if let Some(end) = rest.next() {
                    path.quad_to(control, end);
                }
            }
            (_, None) => {}
        }
    }
    path
}

/// The head of a line.
struct Head {
    distance: f64,
    cos: f64,
    sin: f64,
    line_width: f64,
}

impl Head {
    fn new(style: &CurveArrow, size: f64, line_width: f64) -> Self {
        let (length, width) = (style.head_length * size, style.head_width * size);
        let distance = libm::hypot(length, width);
        Self {
            distance,
            cos: length / distance,
            sin: width / distance,
            line_width,
        }
    }

    /// Its corners, and how far the line has to be drawn back so that its end does not stand out.
    fn at(&self, from: Point, tip: Point) -> ([Point; 3], Point) {
        let (dx, dy) = (from.x - tip.x, from.y - tip.y);
        let length = libm::hypot(dx, dy);
        let length = if length == 0.0 { 1.0 } else { length };
        let pad = 0.5 * self.line_width / self.sin;
        let back = Point::new(pad * dx / length, pad * dy / length);
        let (dx, dy) = (dx / length * self.distance, dy / length * self.distance);
        let (cos, sin) = (self.cos, self.sin);
        let one = Point::new(cos * dx + sin * dy, -sin * dx + cos * dy);
        let other = Point::new(cos * dx - sin * dy, sin * dx + cos * dy);
        let corners = [
            Point::new(tip.x + back.x + one.x, tip.y + back.y + one.y),
            Point::new(tip.x + back.x, tip.y + back.y),
            Point::new(tip.x + back.x + other.x, tip.y + back.y + other.y),
        ];
        (corners, back)
    }
}

fn bracket(tip: Point, from: Point, (width, length): (f64, f64), angle: f64) -> Path {
    let (cos, sin) = direction(from, tip);
    let (one, other) = beside(tip, (cos, sin), width);
    let (dx, dy) = (length * cos, length * sin);
    let corners = [
        Point::new(one.x + dx, one.y + dy),
        one,
        other,
        Point::new(other.x + dx, other.y + dy),
    ];
    if angle == 0.0 {
        return Path::polyline(corners);
    }
    let turn = Affine::translate(-tip.x, -tip.y)
        .then(Affine::rotate(angle.to_radians()))
        .then(Affine::translate(tip.x, tip.y));
    Path::polyline(corners.map(|corner| turn.apply(corner)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Named;

    #[test]
    fn an_arrow_from_nowhere_has_no_parts() {
        let known = Point::new(3.0, 4.0);
        let odd = [f64::NAN, f64::INFINITY].into_iter();
        for p in odd.flat_map(|v| [Point::new(v, 1.0), Point::new(1.0, v)]) {
            for points in [[p, known], [known, p]] {
                let trail = lines(points);
                let style = ArrowStyle::named("->").unwrap();
                assert!(parts(style, &trail, 10.0, 1.0).unwrap().is_empty(), "{p:?}");
            }
        }
        let style = ArrowStyle::named("->").unwrap();
        let trail = lines([known, Point::new(50.0, 60.0)]);
        assert_eq!(parts(style, &trail, 10.0, 1.0).unwrap().len(), 2);
    }
}
