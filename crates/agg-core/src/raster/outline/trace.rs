//! From points to segments with their limits: what is drawn where two of them meet, and at the
//! ends.

use super::line::{Dot, Line, bisector};
use super::round::Part;
use super::{OutlineCap, OutlineJoin};

/// What draws segments, caps and round joins.
pub(super) trait Nib {
    /// A segment, cut at its start and its end by lines through a point beside each; without one
    /// it is not cut there.
    fn line(&mut self, line: &Line, limits: (Option<Dot>, Option<Dot>));

    /// A part of the disc around a point.
    fn disc(&mut self, middle: Dot, part: Part);
}

/// How a line is joined and ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Style {
    pub(super) join: OutlineJoin,
    pub(super) cap: OutlineCap,
}

/// Points nearer to the one before than this are left out: 1.5 pixels.
const NEAR: f64 = 384.0;

/// The points of a subpath, without those that are too near to others.
#[derive(Debug, Default)]
pub(super) struct Points {
    kept: Vec<Dot>,
    first: Option<Dot>,
    /// Of all, also of those left out.
    farthest: Option<Dot>,
}

impl Points {
    pub(super) fn clear(&mut self) {
        self.kept.clear();
        (self.first, self.farthest) = (None, None);
    }

    /// Adds a point; the one before it is judged now.
    pub(super) fn add(&mut self, dot: Dot) {
        let first = *self.first.get_or_insert(dot);
        let far = self.farthest.get_or_insert(dot);
        if distance(first, dot) > distance(first, *far) {
            *far = dot;
        }
        self.push(dot);
    }

    fn push(&mut self, dot: Dot) {
        if let [.., a, b] = self.kept.as_slice()
            && distance(*a, *b) <= NEAR
        {
            self.kept.pop();
        }
        self.kept.push(dot);
    }

    /// Draws the subpath and forgets it.
    pub(super) fn draw(&mut self, shut: Shut, style: Style, nib: &mut impl Nib) {
        self.drop_near_ends(shut);
        match self.kept.as_slice() {
            [] => {}
            [_] => self.draw_short(style, nib),
            [_, _, _, ..] if shut == Shut::Closed => draw_closed(&self.kept, style, nib),
            points => draw_open(points, style, nib),
        }
        self.clear();
    }

    /// Of points that are too near to each other at the end, the last stays; where the subpath is
    /// closed, the first.
    fn drop_near_ends(&mut self, shut: Shut) {
        while let [.., a, b] = self.kept.as_slice() {
            let b = *b;
            if distance(*a, b) > NEAR {
                break;
            }
            self.kept.truncate(self.kept.len() - 2);
            self.push(b);
        }
        while let [first, .., last] = self.kept.as_slice()
            && shut == Shut::Closed
            && distance(*last, *first) <= NEAR
        {
            self.kept.pop();
        }
    }

    /// A subpath of which one point is left is a line to its farthest point, or a dot.
    fn draw_short(&self, style: Style, nib: &mut impl Nib) {
        let (Some(first), Some(far)) = (self.first, self.farthest) else {
            return;
        };
        if first != far {
            draw_open(&[first, far], style, nib);
        } else if style.cap == OutlineCap::Round {
            let beside = Dot::new(first.x, first.y - 256);
            nib.disc(first, Part::Before(beside));
            nib.disc(first, Part::After(beside));
        }
    }
}

/// Whether a subpath ends where it began.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shut {
    Open,
    Closed,
}

fn distance(a: Dot, b: Dot) -> f64 {
    let (dx, dy) = ((b.x - a.x) as f64, (b.y - a.y) as f64);
    (dx * dx + dy * dy).sqrt().round()
}

/// What is between two segments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meeting {
    /// Nothing special: neither is cut.
    Open,
    /// Both are cut along one line.
    Cut(Dot),
    /// Both are cut at a right angle, and a wedge fills the gap.
    Wedge,
}

/// Where segments that run on nearly straight are joined with care.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Care {
    Always,
    WhereTheyTurn,
}

fn meet(first: &Line, second: &Line, (join, care): (OutlineJoin, Care)) -> Meeting {
    match join {
        OutlineJoin::None => Meeting::Open,
        OutlineJoin::MiterAccurate => Meeting::Cut(bisector(first, second)),
        _ if care == Care::WhereTheyTurn && first.runs_on_into(second) => Meeting::Open,
        OutlineJoin::Miter => Meeting::Cut(bisector(first, second)),
        OutlineJoin::Round => Meeting::Wedge,
    }
}

fn lines(points: &[Dot]) -> impl Iterator<Item = Line> {
    points
        .windows(2)
        .filter_map(|pair| Some(Line::new(*pair.first()?, *pair.last()?)))
}

fn draw_open(points: &[Dot], style: Style, nib: &mut impl Nib) {
    let lines: Vec<Line> = lines(points).collect();
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else {
        return;
    };
    let care = match lines.len() {
        2 => Care::Always,
        _ => Care::WhereTheyTurn,
    };
    if style.cap == OutlineCap::Round {
        nib.disc(first.a, Part::Before(first.beside_start()));
    }
    let mut start = Some(first.beside_start());
    for (line, next) in lines
        .iter()
        .zip(lines.iter().skip(1).map(Some).chain([None]))
    {
        let Some(next) = next else {
            nib.line(line, (start, Some(line.beside_end())));
            break;
        };
        start = draw_joined((line, next), start, (style.join, care), nib);
    }
    if style.cap == OutlineCap::Round {
        nib.disc(last.b, Part::After(last.beside_end()));
    }
}

fn draw_closed(points: &[Dot], style: Style, nib: &mut impl Nib) {
    let back = points.last().zip(points.first());
    let back = back.map(|(&last, &first)| Line::new(last, first));
    let lines: Vec<Line> = lines(points).chain(back).collect();
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else {
        return;
    };
    let join = (style.join, Care::WhereTheyTurn);
    let mut start = match meet(last, first, join) {
        Meeting::Open => None,
        Meeting::Cut(at) => Some(at),
        Meeting::Wedge => Some(first.beside_start()),
    };
    for (line, next) in lines.iter().zip(lines.iter().cycle().skip(1)) {
        start = draw_joined((line, next), start, join, nib);
    }
}

/// Draws a segment and the join to the next; gives the limit at the start of that.
fn draw_joined(
    (line, next): (&Line, &Line),
    start: Option<Dot>,
    join: (OutlineJoin, Care),
    nib: &mut impl Nib,
) -> Option<Dot> {
    match meet(line, next, join) {
        Meeting::Open => {
            nib.line(line, (start, None));
            None
        }
        Meeting::Cut(at) => {
            nib.line(line, (start, Some(at)));
            Some(at)
        }
        Meeting::Wedge => {
            nib.line(line, (start, Some(line.beside_end())));
            nib.disc(line.b, Part::Wedge(line.beside_end(), next.beside_start()));
            Some(next.beside_start())
        }
    }
}
