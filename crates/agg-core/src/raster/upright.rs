//! Upright rectangles.
//!
//! The coverage of a rectangle is known without cells: three numbers say all of a row, the coverage of
//! the column of the left side, of those inside, and of the column of the right side. They are what
//! the cells would add up to, to the bit.

use crate::geometry::IntRect;
use crate::raster::edge::Edge;
use crate::raster::span::FillRule;
use crate::raster::spans::{Block, BlockCovers, Spans};
use crate::raster::sum::coverage;
use crate::raster::sweep::Swept;
use std::ops::Range;

/// A rectangle with upright sides, in 24.8.
#[derive(Clone, Copy, Debug)]
pub(super) struct Upright {
    x: (i32, i32),
    y: (i32, i32),
    /// 1 where its left side was drawn downwards, −1 where upwards.
    turn: i32,
}

/// The coverage of a row: at the left side, inside, at the right side.
type Covers = (u8, u8, u8);

impl Upright {
    /// The rectangle that these edges are the sides of, if they are. One edge alone has lost the
    /// other side beyond the right border of the clip box.
    #[inline]
    pub(super) fn new(edges: &[Edge], clip: IntRect) -> Option<Self> {
        let (a, b) = match edges {
            [a] => {
                let x = clip.x1 << 8;
                let beyond = Edge {
                    x1: x,
                    y1: a.y2,
                    x2: x,
                    y2: a.y1,
                };
                (*a, beyond)
            }
            [a, b] => (*a, *b),
            _ => return None,
        };
        let upright = a.x1 == a.x2 && b.x1 == b.x2;
        if !upright || (a.y1, a.y2) != (b.y2, b.y1) {
            return None;
        }
        let (left, right) = if a.x1 <= b.x1 { (a, b) } else { (b, a) };
        Some(Self {
            x: (left.x1, right.x1),
            y: (left.y1.min(left.y2), left.y1.max(left.y2)),
            turn: (left.y2 - left.y1).signum(),
        })
    }

    /// Those of some rows that it touches.
    pub(super) fn rows(&self, seen: &Range<i32>) -> Range<i32> {
        let (top, bottom) = self.y;
        seen.start.max(top >> 8)..seen.end.min((bottom + 255) >> 8)
    }

    /// Its spans in rows that it touches: those of the uppermost row, of the lowest, and of all
    /// between, which are alike.
    pub(super) fn sweep<'s>(
        &self,
        rows: &Range<i32>,
        rule: FillRule,
        swept: &'s mut Swept,
    ) -> Spans<'s> {
        swept.blocks.clear();
        swept.covers.clear();
        let (top, bottom) = self.y;
        let mut y = rows.start;
        while y < rows.end {
            let height = bottom.min((y + 1) << 8) - top.max(y << 8);
            let alike = match height {
                256 => rows.end.min(bottom >> 8) - y,
                _ => 1,
            };
            self.block(y, alike as u32, self.covers(height, rule), swept);
            y += alike;
        }
        Spans::new(&swept.blocks, &swept.covers)
    }

    /// The coverage of a row of which it fills so many 1/256.
    fn covers(&self, height: i32, rule: FillRule) -> Covers {
        let height = self.turn * height;
        let cover = |double_width: i32| coverage((double_width * height) >> 9, rule);
        let (left, right) = self.x;
        if left >> 8 == right >> 8 {
            return (cover(2 * (right - left)), 0, 0);
        }
        (
            cover(512 - 2 * (left & 255)),
            cover(512),
            cover(2 * (right & 255)),
        )
    }

    /// So many rows alike, from `y` on.
    fn block(&self, y: i32, rows: u32, covers: Covers, swept: &mut Swept) {
        let (first, last) = (self.x.0 >> 8, self.x.1 >> 8);
        let (left, inside, right) = covers;
        let push = |swept: &mut Swept, x: i32, len: u32, covers: BlockCovers| {
            if len > 0 && covers != BlockCovers::Same(0) {
                swept.blocks.push(Block {
                    x,
                    y,
                    rows,
                    len,
                    covers,
                });
            }
        };
        // A side on the border of a pixel leaves it like those inside.
        if left == inside && right == 0 {
            let len = (last - first).unsigned_abs();
            return push(swept, first, len, BlockCovers::Same(inside));
        }
        // Each side with some of the pixels inside, in whole eights: pixels alone take as long.
        let side = |swept: &mut Swept, x: i32, end: i32| {
            let at = swept.covers.len();
            let len = (end - x).unsigned_abs();
            swept.covers.resize(at + len as usize, inside);
            let covers = swept.covers.get_mut(at..).unwrap_or_default();
            if let (true, Some(cover)) = (x == first, covers.first_mut()) {
                *cover = left;
            }
            if let (true, Some(cover)) = (end > last && last > first, covers.last_mut()) {
                *cover = right;
            }
            let len = len.next_multiple_of(8);
            swept.covers.resize(at + len as usize, 0);
            let at = at as u32;
            push(swept, x, len, BlockCovers::Each { at, pitch: 0 });
        };
        let middle = (last - first - 8) & !7;
        if middle < NARROW {
            return side(swept, first, last + 1);
        }
        let (start, end) = (first + 8, first + 8 + middle);
        side(swept, first, start);
        push(
            swept,
            start,
            middle.unsigned_abs(),
            BlockCovers::Same(inside),
        );
        side(swept, end, last + 1);
    }
}

/// Hands on rows, some at a time, until it is over.
pub(super) fn for_some_rows(
    all: &Range<i32>,
    is_over: impl Fn() -> bool,
    mut visit: impl FnMut(Range<i32>),
) {
    /// As few as make looking at a clock cost nothing.
    const SOME: usize = 64;
    for start in all.clone().step_by(SOME).take_while(|_| !is_over()) {
        visit(start..start.saturating_add(SOME as i32).min(all.end));
    }
}

/// Where so few pixels are inside, three spans take longer than one with a coverage for each.
const NARROW: i32 = 24;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Rect;
    use crate::path::Path;
    use crate::raster::Rasterizer;
    use proptest::prelude::*;

    /// The coverage of every pixel of a surface nine rows high.
    fn picture(rasterizer: &mut Rasterizer, rule: FillRule) -> Vec<u8> {
        let width = rasterizer.clip_box().x1 as usize;
        let mut covers = vec![0; width * 9];
        rasterizer.for_each_span(rule, |span| {
            assert!(!span.is_empty());
            assert_ne!(span.cover(span.x()), 0, "a span begins with what is seen");
            for x in span.x()..span.x() + span.len() as i32 {
                let pixel = &mut covers[span.y() as usize * width + x as usize];
                assert_eq!(*pixel, 0, "no pixel twice");
                *pixel = span.cover(x);
            }
        });
        covers
    }

    /// What lies to the left and to the right of the surface is cut off.
    #[test]
    fn two_upright_edges_one_above_the_other_are_no_rectangle() {
        let mut rasterizer = Rasterizer::new(12, 9);
        let corners = [
            (-5.0, 0.0),
            (-3.0, 3.0),
            (-5.0, 6.0),
            (99.0, 6.0),
            (99.0, 0.0),
        ];
        rasterizer.add(&Path::polygon(corners));
        assert_eq!(rasterizer.edge_count(), 2);
        let covers = picture(&mut rasterizer, FillRule::NonZero);
        assert_eq!(
            (&covers[..72], &covers[72..]),
            (&[255; 72][..], &[0; 36][..])
        );
    }

    /// Its upright side comes first or last.
    #[test]
    fn a_side_that_leans_makes_no_rectangle() {
        let corners = [(2.0, 0.0), (4.0, 4.0), (8.0, 4.0), (8.0, 0.0)];
        for turn in 0..4 {
            let mut turned = corners;
            turned.rotate_left(turn);
            let mut rasterizer = Rasterizer::new(12, 9);
            rasterizer.add(&Path::polygon(turned));
            assert_eq!(rasterizer.edge_count(), 2);
            let covers = picture(&mut rasterizer, FillRule::NonZero);
            let left: Vec<&[u8]> = covers.chunks(12).map(|row| &row[1..5]).collect();
            assert_eq!(
                left[..5],
                [
                    [0, 192, 255, 255],
                    [0, 64, 255, 255],
                    [0, 0, 192, 255],
                    [0, 0, 64, 255],
                    [0, 0, 0, 0]
                ]
            );
        }
    }

    proptest! {
        /// An edge of no length in the middle makes the same shape go through cells. Wide ones
        /// are not one span.
        #[test]
        fn rectangles_are_what_cells_make_of_them(
            (x0, y0, x1, y1) in (-600..3600i32, -600..2600i32, -600..3600i32, -600..2600i32),
            (even_odd, scale) in (any::<bool>(), 1..8i32),
        ) {
            let [x0, y0, x1, y1] = [scale * x0, y0, scale * x1, y1].map(|v| f64::from(v) / 256.0);
            let rule = if even_odd { FillRule::EvenOdd } else { FillRule::NonZero };
            let surface = || Rasterizer::new(12 * scale as u32, 9);
            let (mut direct, mut by_cells) = (surface(), surface());
            direct.add(&Path::rectangle(Rect { x0, y0, x1, y1 }));
            by_cells.add(&Path::rectangle(Rect { x0, y0, x1, y1 }));
            let middle = (y0.clamp(0.0, 9.0), y1.clamp(0.0, 9.0));
            by_cells.add(&Path::polygon([(5.0, middle.0), (5.0, middle.1), (5.0, middle.0)]));
            prop_assert_eq!(picture(&mut direct, rule), picture(&mut by_cells, rule));
        }
    }
}
