//! Boolean algebra of shapes, pixel by pixel on their coverage.
//!
//! Both shapes are walked together, row by row, from one place where either changes to the next:
//!
//! ```text
//!   a        ■■■■■■■■■■■■······
//!   b              ■■■■■■■■■■■■■■■■■■
//!   pieces   └────┘└────┘└────┘└────┘     runs stay runs; per pixel where one of both is
//! ```
//!
//! The formulas are AGG's, with products of two coverages over 256 rounded down. Where a pixel has
//! no part of one shape, the other's coverage counts as it is; where one shape is full, so does
//! the result of `And`, `Or`. (AGG knows a full pixel only in a run, and otherwise takes 1 off.)

use super::writer::Writer;
use super::{Scanlines, Stored};
use crate::raster::span::{Coverage, Span};

/// How the coverages of two shapes, a and b, make that of a third.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BooleanOp {
    /// What is in either.
    Or,
    /// What is in both.
    And,
    /// What is in one of both. Along a common edge the coverages add up, and from 255 on they go
    /// back: `a + b`, or `510 − a − b`. The best for most.
    Xor,
    /// As [`Xor`](Self::Xor), by a smooth formula: `1 − (1 − a + ab)(1 − b + ab)`.
    XorSaddle,
    /// As [`Xor`](Self::Xor), by `|a − b|`: a common edge vanishes.
    XorAbsDiff,
    /// What is in a and not in b.
    AMinusB,
    /// What is in b and not in a.
    BMinusA,
}

impl BooleanOp {
    /// All operations.
    pub const ALL: [Self; 7] = [
        Self::Or,
        Self::And,
        Self::Xor,
        Self::XorSaddle,
        Self::XorAbsDiff,
        Self::AMinusB,
        Self::BMinusA,
    ];

    /// The coverage of a pixel that the shapes cover by `a` and `b`.
    ///
    /// ```
    /// use agg_core::BooleanOp;
    ///
    /// assert_eq!(BooleanOp::And.cover(255, 100), 100);
    /// assert_eq!(BooleanOp::Xor.cover(200, 100), 210);
    /// assert_eq!(BooleanOp::AMinusB.cover(255, 255), 0);
    /// ```
    #[must_use]
    pub fn cover(self, a: u8, b: u8) -> u8 {
        match (self, a, b) {
            (Self::And, 0, _) | (Self::And, _, 0) => 0,
            (Self::And, 255, c) | (Self::And, c, 255) => c,
            (Self::And, a, b) => product(a, b),
            (Self::AMinusB, a, 0) | (Self::BMinusA, 0, a) => a,
            (Self::AMinusB, a, b) | (Self::BMinusA, b, a) => product(a, 255 - b),
            (_, 0, c) | (_, c, 0) => c,
            (Self::Or, 255, _) | (Self::Or, _, 255) => 255,
            (Self::Or, a, b) => ((FULL - u32::from(255 - a) * u32::from(255 - b)) >> 8) as u8,
            (Self::Xor, a, b) => {
                let sum = u16::from(a) + u16::from(b);
                sum.min(510 - sum) as u8
            }
            (Self::XorSaddle, 255, 255) => 0,
            (Self::XorSaddle, a, b) => saddle(u32::from(a), u32::from(b)),
            (Self::XorAbsDiff, a, b) => a.abs_diff(b),
        }
    }
}

/// 255², full times full.
const FULL: u32 = 255 * 255;

fn product(a: u8, b: u8) -> u8 {
    ((u32::from(a) * u32::from(b)) >> 8) as u8
}

/// Both from 1 to 255.
fn saddle(a: u32, b: u32) -> u8 {
    let rest = |v: u32| (FULL + a * b - (v << 8)) >> 8;
    (255 - ((rest(a) * rest(b)) >> 8)) as u8
}

impl Scanlines {
    /// This shape (a) and another (b), combined. A binary shape, all of whose covers are 255,
    /// with another makes a binary shape again.
    ///
    /// Cost: proportional to the spans, and to the pixels of those that are not uniform.
    #[must_use]
    pub fn combined(&self, other: &Self, op: BooleanOp) -> Self {
        let mut out = Writer::default();
        let (mut rows_a, mut rows_b) = (self.rows.iter().peekable(), other.rows.iter().peekable());
        loop {
            let y = match (rows_a.peek(), rows_b.peek()) {
                (Some(a), Some(b)) => a.y.min(b.y),
                (Some(row), None) | (None, Some(row)) => row.y,
                (None, None) => break,
            };
            let a = rows_a
                .next_if(|row| row.y == y)
                .map(|row| row.spans.clone());
            let b = rows_b
                .next_if(|row| row.y == y)
                .map(|row| row.spans.clone());
            let a = a
                .and_then(|range| self.spans.get(range))
                .unwrap_or_default();
            let b = b
                .and_then(|range| other.spans.get(range))
                .unwrap_or_default();
            out.begin(y);
            combine_row(
                &mut Walk::new(self, a, y),
                &mut Walk::new(other, b, y),
                op,
                &mut out,
            );
            out.end_row();
        }
        out.finish()
    }
}

fn combine_row(a: &mut Walk<'_>, b: &mut Walk<'_>, op: BooleanOp, out: &mut Writer) {
    let mut x = a.next_change(i64::MIN).min(b.next_change(i64::MIN));
    while x < FARTHEST {
        a.advance(x);
        b.advance(x);
        let end = a.next_change(x).min(b.next_change(x)).min(FARTHEST);
        match (a.uniform(x), b.uniform(x)) {
            // A piece of a run stays one, unless it is not worth a span.
            (Some(a), Some(b)) if end - x >= SHORTEST_RUN => {
                out.run(x, (end - x) as usize, op.cover(a, b));
            }
            _ => (x..end).for_each(|x| out.pixel(x, op.cover(a.cover(x), b.cover(x)))),
        }
        x = end;
    }
}

/// Shorter runs join the pixels beside them.
const SHORTEST_RUN: i64 = 4;
/// No span goes beyond.
const FARTHEST: i64 = i32::MAX as i64 + 1;

/// The spans of a row, from left to right.
struct Walk<'a> {
    scanlines: &'a Scanlines,
    y: i32,
    current: Option<Span<'a>>,
    rest: std::slice::Iter<'a, Stored>,
}

impl<'a> Walk<'a> {
    fn new(scanlines: &'a Scanlines, spans: &'a [Stored], y: i32) -> Self {
        let mut walk = Self {
            scanlines,
            y,
            current: None,
            rest: spans.iter(),
        };
        walk.current = walk.take();
        walk
    }

    fn take(&mut self) -> Option<Span<'a>> {
        let stored = self.rest.next()?;
        Some(self.scanlines.span(stored, self.y))
    }

    /// Leaves behind what ends at or before a column.
    fn advance(&mut self, x: i64) {
        while self.current.is_some_and(|span| span.end() <= x) {
            self.current = self.take();
        }
    }

    /// Where, after a column, a span starts or ends next; `i64::MAX` after the last.
    fn next_change(&self, x: i64) -> i64 {
        match self.current {
            Some(span) if i64::from(span.x()) > x => i64::from(span.x()),
            Some(span) => span.end(),
            None => i64::MAX,
        }
    }

    /// The coverage from a column to the next change, where it does not vary.
    fn uniform(&self, x: i64) -> Option<u8> {
        match self.current {
            Some(span) if i64::from(span.x()) <= x => match span.coverage() {
                Coverage::Uniform { cover, .. } => Some(cover),
                Coverage::PerPixel(_) => None,
            },
            _ => Some(0),
        }
    }

    fn cover(&self, x: i64) -> u8 {
        let span = self.current.zip(i32::try_from(x).ok());
        span.map_or(0, |(span, x)| span.cover(x))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn full_and_nothing_are_neutral_or_absorbing() {
        for c in 0..=255 {
            for op in BooleanOp::ALL {
                let (nothing, full) = (op.cover(c, 0), op.cover(c, 255));
                match op {
                    BooleanOp::Or => assert_eq!((nothing, full), (c, 255)),
                    BooleanOp::And => assert_eq!((nothing, full), (0, c)),
                    BooleanOp::AMinusB => assert_eq!((nothing, full), (c, 0)),
                    BooleanOp::BMinusA => assert_eq!(nothing, 0),
                    BooleanOp::Xor | BooleanOp::XorAbsDiff => {
                        assert_eq!((nothing, full), (c, 255 - c));
                    }
                    BooleanOp::XorSaddle => assert_eq!(nothing, c),
                }
            }
        }
    }

    #[test]
    fn symmetric_operations_do_not_mind_the_order() {
        for (a, b) in (0..=255).flat_map(|a| (0..=255).map(move |b| (a, b))) {
            let swapped = |op: BooleanOp| (op.cover(a, b), op.cover(b, a));
            for op in BooleanOp::ALL {
                match op {
                    BooleanOp::AMinusB => {
                        assert_eq!(op.cover(a, b), BooleanOp::BMinusA.cover(b, a));
                    }
                    BooleanOp::BMinusA => {}
                    _ => assert_eq!(swapped(op).0, swapped(op).1, "{op:?} {a} {b}"),
                }
            }
        }
    }

    #[test]
    fn formulas_stay_near_the_exact_ones() {
        for (a, b) in (0..=255u8).flat_map(|a| (0..=255u8).map(move |b| (a, b))) {
            let (x, y) = (f64::from(a) / 255.0, f64::from(b) / 255.0);
            let near = |op: BooleanOp, exact: f64, within: f64| {
                let off = (f64::from(op.cover(a, b)) - exact * 255.0).abs();
                assert!(off <= within, "{op:?} {a} {b}: {off}");
            };
            near(BooleanOp::And, x * y, 2.0);
            near(BooleanOp::Or, 1.0 - (1.0 - x) * (1.0 - y), 2.0);
            near(BooleanOp::AMinusB, x * (1.0 - y), 2.0);
            let saddle = 1.0 - (1.0 - x + x * y) * (1.0 - y + x * y);
            near(BooleanOp::XorSaddle, saddle, 7.0);
        }
    }

    /// Rows of covers as scanlines, runs where a value repeats often.
    fn kept(rows: &[Vec<(u8, usize)>]) -> Scanlines {
        let rows = rows.iter().zip(-2..);
        Scanlines::record(|keep| {
            for (row, y) in rows {
                let mut x = -3;
                for &(cover, len) in row {
                    let coverage = Coverage::Uniform { len, cover };
                    match (cover, len) {
                        (0, _) => {}
                        (_, 1..4) => keep(Span::new(x, y, Coverage::PerPixel(&vec![cover; len]))),
                        _ => keep(Span::new(x, y, coverage)),
                    }
                    x += len as i32;
                }
            }
        })
    }

    fn shapes() -> impl Strategy<Value = Scanlines> {
        let cover = prop_oneof![Just(0), Just(255), any::<u8>()];
        let row = prop::collection::vec((cover, 1..9usize), 0..8);
        prop::collection::vec(row, 0..4).prop_map(|rows| kept(&rows))
    }

    proptest! {
        #[test]
        fn each_pixel_is_combined_by_the_formula(a in shapes(), b in shapes()) {
            for op in BooleanOp::ALL {
                let both = a.combined(&b, op);
                for (x, y) in (-4..70).flat_map(|x| (-3..3).map(move |y| (x, y))) {
                    prop_assert_eq!(both.cover(x, y), op.cover(a.cover(x, y), b.cover(x, y)));
                }
            }
        }

        #[test]
        fn a_shape_with_itself_or_nothing(a in shapes()) {
            let nothing = Scanlines::default();
            prop_assert!(a.combined(&a, BooleanOp::XorAbsDiff).is_empty());
            prop_assert_eq!(a.combined(&nothing, BooleanOp::Or).area(), a.area());
            prop_assert_eq!(a.combined(&nothing, BooleanOp::AMinusB).area(), a.area());
            prop_assert!(a.combined(&nothing, BooleanOp::And).is_empty());
            prop_assert!(nothing.combined(&a, BooleanOp::AMinusB).is_empty());
        }
    }
}
