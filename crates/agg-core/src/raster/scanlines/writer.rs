//! Adding to scanlines at their end.

use super::{Kept, Row, Scanlines, Stored};
use crate::raster::span::{Coverage, Span};

/// Scanlines that grow: row after row, left to right.
#[derive(Debug, Default)]
pub(super) struct Writer {
    scanlines: Scanlines,
    /// The column after the last span of the last row.
    end: i64,
    /// Covers that will make the next span: where it starts, and how many of the last covers.
    open: Option<(i64, usize)>,
}

impl Writer {
    /// Keeps a span if it comes after all others; says whether it did.
    pub(super) fn append(&mut self, span: Span<'_>) -> bool {
        let after = match self.scanlines.rows.last() {
            Some(row) if row.y == span.y() => i64::from(span.x()) >= self.end,
            Some(row) => row.y < span.y(),
            None => true,
        };
        if after && !span.is_empty() {
            self.start_row(span.y());
            self.push(span);
        }
        after
    }

    fn start_row(&mut self, y: i32) {
        if self.scanlines.rows.last().is_none_or(|row| row.y != y) {
            let at = self.scanlines.spans.len();
            self.scanlines.rows.push(Row { y, spans: at..at });
        }
    }

    fn push(&mut self, span: Span<'_>) {
        let kept = match span.coverage() {
            Coverage::Uniform { len, cover } => Kept::Uniform { len, cover },
            Coverage::PerPixel(values) => {
                let covers = &mut self.scanlines.covers;
                covers.extend_from_slice(values);
                Kept::PerPixel(covers.len() - values.len()..covers.len())
            }
        };
        self.store(span.x(), span.end(), kept);
    }

    fn store(&mut self, x: i32, end: i64, kept: Kept) {
        self.scanlines.spans.push(Stored { x, kept });
        if let Some(row) = self.scanlines.rows.last_mut() {
            row.spans.end = self.scanlines.spans.len();
        }
        self.end = end;
    }

    /// Adds pixels of one coverage, which may be 0, to the row that `begin` began.
    pub(super) fn run(&mut self, x: i64, len: usize, cover: u8) {
        self.close();
        if let (Ok(start), true) = (i32::try_from(x), cover > 0) {
            let end = x + len as i64;
            self.store(start, end, Kept::Uniform { len, cover });
        }
    }

    /// Adds one pixel, whose coverage may be 0; it joins those beside it in one span.
    pub(super) fn pixel(&mut self, x: i64, cover: u8) {
        let covers = &mut self.scanlines.covers;
        match &mut self.open {
            Some((start, count)) if *start + *count as i64 == x => {
                covers.push(cover);
                *count += 1;
            }
            _ => {
                self.close();
                if cover > 0 {
                    self.scanlines.covers.push(cover);
                    self.open = Some((x, 1));
                }
            }
        }
    }

    /// Makes a span of the pixels added last, without zeros at its end.
    fn close(&mut self) {
        let Some((start, mut count)) = self.open.take() else {
            return;
        };
        let covers = &mut self.scanlines.covers;
        while count > 0 && covers.last() == Some(&0) {
            covers.pop();
            count -= 1;
        }
        let kept = Kept::PerPixel(covers.len() - count..covers.len());
        if let (Ok(x), true) = (i32::try_from(start), count > 0) {
            self.store(x, start + count as i64, kept);
        }
    }

    /// Begins a row, which must be below all others.
    pub(super) fn begin(&mut self, y: i32) {
        self.start_row(y);
    }

    /// Ends a row; one that got no spans is dropped.
    pub(super) fn end_row(&mut self) {
        self.close();
        if self
            .scanlines
            .rows
            .last()
            .is_some_and(|row| row.spans.is_empty())
        {
            self.scanlines.rows.pop();
        }
    }

    pub(super) fn finish(self) -> Scanlines {
        self.scanlines
    }
}
