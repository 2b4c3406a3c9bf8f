//! Spans that are kept, to be read one by one.

use crate::raster::span::{Coverage, Span};
use std::ops::Range;

/// Memory for the spans of a shape.
#[derive(Clone, Debug, Default)]
pub(super) struct Stored {
    records: Vec<Record>,
    covers: Vec<u8>,
}

impl Stored {
    pub(super) fn clear(&mut self) {
        self.records.clear();
        self.covers.clear();
    }

    pub(super) fn push(&mut self, span: Span<'_>) {
        let kept = match span.coverage() {
            Coverage::Uniform { len, cover } => Kept::Uniform { len, cover },
            Coverage::PerPixel(covers) => {
                self.covers.extend_from_slice(covers);
                Kept::PerPixel(self.covers.len() - covers.len()..self.covers.len())
            }
        };
        let (x, y) = (span.x(), span.y());
        self.records.push(Record { x, y, kept });
    }

    pub(super) fn sweep(&self) -> Sweep<'_> {
        Sweep {
            records: self.records.iter(),
            covers: &self.covers,
        }
    }
}

/// A stored span: like [`Span`], its covers as a range.
#[derive(Clone, Debug)]
struct Record {
    x: i32,
    y: i32,
    kept: Kept,
}

#[derive(Clone, Debug)]
enum Kept {
    Uniform { len: usize, cover: u8 },
    PerPixel(Range<usize>),
}

/// The spans of a shape; see [`Rasterizer::sweep`](crate::Rasterizer::sweep).
#[derive(Clone, Debug)]
pub struct Sweep<'a> {
    records: std::slice::Iter<'a, Record>,
    covers: &'a [u8],
}

impl<'a> Iterator for Sweep<'a> {
    type Item = Span<'a>;

    fn next(&mut self) -> Option<Span<'a>> {
        let record = self.records.next()?;
        let coverage = match &record.kept {
            Kept::Uniform { len, cover } => Coverage::Uniform {
                len: *len,
                cover: *cover,
            },
            Kept::PerPixel(range) => Coverage::PerPixel(self.covers.get(range.clone())?),
        };
        Some(Span::new(record.x, record.y, coverage))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.records.size_hint()
    }
}

impl ExactSizeIterator for Sweep<'_> {}
