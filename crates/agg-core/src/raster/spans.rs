//! The spans of many rows at once.
//!
//! What is done for each span, to find its row of pixels and to make a colour ready, costs more than a
//! short span itself. So a sweep hands on the spans of a band together, in blocks of rows:
//!
//! ```text
//!   covers, 24 of them          block: x, y, 3 rows of 8, from cover 0 on, 8 covers from row to row
//!   ┌────────┐
//!   │   ◢███◣│ 0               a row of a block may begin and end with zeros, and rows may share
//!   │  ◢████◤│ 8               their covers: then there are 0 from row to row
//!   │ ◢████◤ │ 16
//!   └────────┘
//! ```

use crate::geometry::IntRect;
use crate::raster::span::{Coverage, Span};

/// A rectangle of pixels and where their coverage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Block {
    pub(crate) x: i32,
    pub(crate) y: i32,
    pub(crate) rows: u32,
    pub(crate) len: u32,
    pub(crate) covers: BlockCovers,
}

impl Block {
    /// The column after its last.
    fn end(&self) -> i32 {
        self.x.saturating_add_unsigned(self.len)
    }

    pub(crate) fn bounds(&self) -> IntRect {
        let bottom = self.y.saturating_add_unsigned(self.rows);
        IntRect::new(self.x, self.y, self.end(), bottom)
    }

    /// Whether all of its rows have the same covers.
    fn is_repeated(&self) -> bool {
        matches!(
            self.covers,
            BlockCovers::Same(_) | BlockCovers::Each { pitch: 0, .. }
        )
    }

    /// Its coverage from a row on.
    pub(crate) fn covers_from(&self, row: usize) -> BlockCovers {
        match self.covers {
            BlockCovers::Each { at, pitch } => BlockCovers::Each {
                at: at + row as u32 * pitch,
                pitch,
            },
            same => same,
        }
    }

    /// The coverage of a row, for any number of rows.
    pub(crate) fn covers_of(&self, row: usize) -> BlockCovers {
        match self.covers_from(row) {
            BlockCovers::Each { at, .. } => BlockCovers::Each { at, pitch: 0 },
            same => same,
        }
    }
}

/// The coverage of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BlockCovers {
    /// The same for each pixel, at least 1.
    Same(u8),
    /// One for each, from an index on, and so many further on for the next row.
    Each { at: u32, pitch: u32 },
}

/// The spans of some rows of a shape, from the top down and from left to right; see
/// [`Rasterizer::for_each_band`](crate::Rasterizer::for_each_band).
#[derive(Clone, Copy, Debug)]
pub struct Spans<'a> {
    /// Ordered by row, then by column. All that begin in the same row have as many rows.
    blocks: &'a [Block],
    covers: &'a [u8],
}

impl<'a> Spans<'a> {
    pub(crate) const fn new(blocks: &'a [Block], covers: &'a [u8]) -> Self {
        Self { blocks, covers }
    }

    /// Other blocks with the same covers.
    pub(crate) const fn with_blocks<'b>(&self, blocks: &'b [Block]) -> Spans<'b>
    where
        'a: 'b,
    {
        Spans::new(blocks, self.covers)
    }

    pub(crate) const fn blocks(&self) -> &'a [Block] {
        self.blocks
    }

    /// The covers of `len` pixels in a row of a block that has covers of its own, after the first
    /// `skipped`.
    #[inline(always)]
    pub(crate) fn covers(
        &self,
        (at, pitch): (u32, u32),
        row: u32,
        (skipped, len): (usize, usize),
    ) -> Option<&'a [u8]> {
        let at = at as usize + row as usize * pitch as usize + skipped;
        self.covers.get(at..at + len)
    }

    /// Hands on each span.
    pub fn for_each(&self, mut visit: impl FnMut(Span<'a>)) {
        for beside in self.blocks.chunk_by(|a, b| a.y == b.y) {
            let rows = beside.first().map_or(0, |block| block.rows);
            for row in 0..rows {
                for block in beside {
                    self.span(block, row).into_iter().for_each(&mut visit);
                }
            }
        }
    }

    /// Hands on what touches each other in a row as one span, in any order; `room` is memory to use.
    pub(crate) fn for_each_run(&self, room: &mut Vec<u8>, mut visit: impl FnMut(Span<'_>)) {
        let touch = |a: &Block, b: &Block| a.y == b.y && a.end() == b.x;
        for run in self.blocks.chunk_by(touch) {
            let Some(first) = run.first() else {
                continue;
            };
            if run.len() == 1 {
                let spans = (0..first.rows).filter_map(|row| self.span(first, row));
                spans.for_each(&mut visit);
                continue;
            }
            let are_alike = run.iter().all(Block::is_repeated);
            for row in 0..first.rows {
                if row == 0 || !are_alike {
                    self.join(run, row, room);
                }
                let y = first.y.saturating_add_unsigned(row);
                Span::trimmed(first.x, y, room)
                    .into_iter()
                    .for_each(&mut visit);
            }
        }
    }

    /// Puts the covers of a row of some blocks one after the other.
    fn join(&self, run: &[Block], row: u32, room: &mut Vec<u8>) {
        room.clear();
        for block in run {
            let len = block.len as usize;
            match block.covers {
                BlockCovers::Same(cover) => room.resize(room.len() + len, cover),
                BlockCovers::Each { at, pitch } => {
                    let covers = self.covers((at, pitch), row, (0, len));
                    room.extend_from_slice(covers.unwrap_or_default());
                }
            }
        }
    }

    /// All pixels lie in there.
    pub(crate) fn bounds(&self) -> IntRect {
        let mut blocks = self.blocks.iter();
        let first = blocks.next().map(Block::bounds).unwrap_or_default();
        blocks.fold(first, |all, block| all.union(block.bounds()))
    }

    /// What there is in a row of a block.
    #[inline]
    pub(crate) fn span(&self, block: &Block, row: u32) -> Option<Span<'a>> {
        let (y, len) = (block.y.saturating_add_unsigned(row), block.len as usize);
        match block.covers {
            BlockCovers::Same(cover) => {
                Some(Span::new(block.x, y, Coverage::Uniform { len, cover }))
            }
            BlockCovers::Each { at, pitch } => {
                Span::trimmed(block.x, y, self.covers((at, pitch), row, (0, len))?)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A block of two rows.
    fn block(x: i32, len: u32, covers: BlockCovers) -> Block {
        Block {
            x,
            y: 4,
            rows: 2,
            len,
            covers,
        }
    }

    #[test]
    fn rows_of_blocks_beside_each_other_come_from_left_to_right() {
        let covers = [0, 7, 0, 9, 9, 0];
        let blocks = [
            block(1, 3, BlockCovers::Each { at: 0, pitch: 3 }),
            block(4, 2, BlockCovers::Same(255)),
            block(6, 3, BlockCovers::Each { at: 3, pitch: 0 }),
            Block {
                y: 6,
                rows: 1,
                ..block(0, 1, BlockCovers::Each { at: 5, pitch: 0 })
            },
        ];
        let mut seen = Vec::new();
        Spans::new(&blocks, &covers).for_each(|span| seen.push((span.y(), span.x(), span.len())));
        assert_eq!(
            seen,
            [
                (4, 2, 1),
                (4, 4, 2),
                (4, 6, 2),
                (5, 1, 2),
                (5, 4, 2),
                (5, 6, 2)
            ]
        );
    }

    #[test]
    fn blocks_that_touch_are_one_span_in_each_of_their_rows() {
        let blocks = [
            block(1, 2, BlockCovers::Each { at: 0, pitch: 2 }),
            block(3, 2, BlockCovers::Same(9)),
            block(6, 1, BlockCovers::Same(7)),
            block(8, 1, BlockCovers::Each { at: 4, pitch: 0 }),
            block(9, 1, BlockCovers::Same(6)),
        ];
        let mut seen = Vec::new();
        let note = |span: Span<'_>| {
            let covers = (0..span.len() as i32).map(|i| span.cover(span.x() + i));
            seen.push((span.y(), span.x(), covers.collect::<Vec<_>>()));
        };
        Spans::new(&blocks, &[1, 2, 3, 4, 5]).for_each_run(&mut Vec::new(), note);
        let expected = [
            (4, 1, vec![1, 2, 9, 9]),
            (5, 1, vec![3, 4, 9, 9]),
            (4, 6, vec![7]),
            (5, 6, vec![7]),
            (4, 8, vec![5, 6]),
            (5, 8, vec![5, 6]),
        ];
        assert_eq!(seen, expected);
    }

    #[test]
    fn bounds_hold_all_blocks() {
        let blocks = [
            block(3, 2, BlockCovers::Same(9)),
            Block {
                y: 1,
                ..block(-2, 1, BlockCovers::Same(7))
            },
        ];
        assert_eq!(
            Spans::new(&blocks[..1], &[]).bounds(),
            IntRect::new(3, 4, 5, 6)
        );
        assert_eq!(Spans::new(&blocks, &[]).bounds(), IntRect::new(-2, 1, 5, 6));
        assert_eq!(Spans::new(&[], &[]).bounds(), IntRect::default());
    }

    #[test]
    fn covers_are_found_by_their_row_and_what_is_skipped() {
        let spans = Spans::new(&[], &[1, 2, 3, 4, 5, 6, 7]);
        let found = |place, row, skipped| spans.covers(place, row, (skipped, 1));
        assert_eq!(found((1, 2), 2, 1), Some(&[7][..]));
        assert_eq!(found((1, 2), 1, 0), Some(&[4][..]));
        assert_eq!(found((1, 0), 9, 1), Some(&[3][..]));
        assert_eq!(found((1, 2), 3, 0), None);
    }

    #[test]
    fn covers_of_a_row_are_for_any_number_of_rows() {
        let covers = BlockCovers::Each { at: 1, pitch: 2 };
        let block = block(2, 2, covers);
        let seen = |covers, rows| {
            let part = Block {
                rows,
                covers,
                ..block
            };
            let mut seen = Vec::new();
            let spans = Spans::new(&[], &[0, 1, 2, 3, 4, 5, 6]);
            let note = |span: Span<'_>| seen.push((span.y(), span.cover(2), span.cover(3)));
            spans.with_blocks(&[part]).for_each(note);
            seen
        };
        assert_eq!(seen(block.covers_from(1), 2), [(4, 3, 4), (5, 5, 6)]);
        assert_eq!(
            seen(block.covers_of(1), 3),
            [(4, 3, 4), (5, 3, 4), (6, 3, 4)]
        );
        let same = BlockCovers::Same(9);
        let uniform = Block {
            covers: same,
            ..block
        };
        assert_eq!((uniform.covers_from(1), uniform.covers_of(1)), (same, same));
    }
}
