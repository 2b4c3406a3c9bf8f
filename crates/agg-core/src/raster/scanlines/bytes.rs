//! Scanlines as bytes, and back.
//!
//! All numbers are little-endian and four bytes long, covers and kinds one byte:
//!
//! ```text
//!  "SCN1"  rows  { y  spans  { x  len  0 cover | x  len  1 cover… }… }…
//! ```
//!
//! Reading trusts nothing: no count makes room for more than the bytes that are there, rows and
//! spans must be in order, and a span must start and end with a pixel that is covered.

use super::writer::Writer;
use super::{Kept, Scanlines};
use crate::error::Error;
use crate::raster::span::{Coverage, Span};

const MAGIC: [u8; 4] = *b"SCN1";
const UNIFORM: u8 = 0;
const PER_PIXEL: u8 = 1;

impl Scanlines {
    /// The scanlines as bytes, the same on every machine.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        put(&mut out, self.rows.len());
        for row in &self.rows {
            out.extend(row.y.to_le_bytes());
            put(&mut out, row.spans.len());
            for stored in self.spans.get(row.spans.clone()).unwrap_or_default() {
                out.extend(stored.x.to_le_bytes());
                match &stored.kept {
                    Kept::Uniform { len, cover } => {
                        put(&mut out, *len);
                        out.extend([UNIFORM, *cover]);
                    }
                    Kept::PerPixel(range) => {
                        put(&mut out, range.len());
                        out.push(PER_PIXEL);
                        out.extend(self.covers.get(range.clone()).unwrap_or_default());
                    }
                }
            }
        }
        out
    }

    /// The scanlines that [`to_bytes`](Self::to_bytes) wrote. Memory: at most eight times that
    /// of the bytes.
    ///
    /// # Errors
    ///
    /// [`Error::ScanlineBytes`] where the bytes are anything else, with the place of the fault.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        let mut reader = Reader { bytes, rest: bytes };
        reader.expect(|reader| (reader.take::<4>()? == MAGIC).then_some(()))?;
        let rows = reader.expect(Reader::count)?;
        let mut out = Writer::default();
        let mut above = None;
        for _ in 0..rows {
            let y = reader.expect(|reader| {
                let y = i32::from_le_bytes(reader.take()?);
                above.is_none_or(|above| above < y).then_some(y)
            })?;
            above = Some(y);
            let spans = reader.expect(|reader| reader.count().filter(|&count| count > 0))?;
            for _ in 0..spans {
                reader.expect(|reader| {
                    let span = reader.span(y)?;
                    out.append(span).then_some(())
                })?;
            }
        }
        if reader.rest.is_empty() {
            Ok(out.finish())
        } else {
            Err(reader.fault())
        }
    }
}

/// No more than 2³² spans or columns are ever kept.
fn put(out: &mut Vec<u8>, count: usize) {
    out.extend(u32::try_from(count).unwrap_or(u32::MAX).to_le_bytes());
}

struct Reader<'a> {
    bytes: &'a [u8],
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    /// What `read` gives, or an error at the place where it began.
    fn expect<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Result<T, Error> {
        let fault = self.fault();
        read(self).ok_or(fault)
    }

    fn fault(&self) -> Error {
        Error::ScanlineBytes {
            at: self.bytes.len() - self.rest.len(),
        }
    }

    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (taken, rest) = self.rest.split_first_chunk::<N>()?;
        self.rest = rest;
        Some(*taken)
    }

    fn count(&mut self) -> Option<u32> {
        Some(u32::from_le_bytes(self.take()?))
    }

    fn span(&mut self, y: i32) -> Option<Span<'a>> {
        let x = i32::from_le_bytes(self.take()?);
        let len = usize::try_from(self.count()?).ok()?;
        let coverage = match self.take()? {
            [UNIFORM] => {
                let [cover] = self.take()?;
                (len > 0 && cover > 0).then_some(Coverage::Uniform { len, cover })?
            }
            [PER_PIXEL] => {
                let (covers, rest) = self.rest.split_at_checked(len)?;
                self.rest = rest;
                let ends = covers.first().zip(covers.last());
                ends.filter(|&(&first, &last)| first > 0 && last > 0)?;
                Coverage::PerPixel(covers)
            }
            _ => return None,
        };
        let span = Span::new(x, y, coverage);
        (span.end() <= i64::from(i32::MAX)).then_some(span)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sample() -> Scanlines {
        let run = Coverage::Uniform { len: 7, cover: 200 };
        let pixels = Coverage::PerPixel(&[1, 0, 255]);
        let spans = [
            Span::new(-9, i32::MIN, run),
            Span::new(-2, i32::MIN, pixels),
            Span::new(i32::MAX - 3, 5, pixels),
        ];
        spans.into_iter().collect()
    }

    #[test]
    fn bytes_come_back() {
        for scanlines in [sample(), Scanlines::default()] {
            assert_eq!(
                Scanlines::from_bytes(&scanlines.to_bytes()).unwrap(),
                scanlines
            );
        }
    }

    #[test]
    fn the_fault_is_located() {
        let bytes = sample().to_bytes();
        let fault = |bytes: &[u8]| match Scanlines::from_bytes(bytes) {
            Err(Error::ScanlineBytes { at }) => at,
            other => panic!("{other:?}"),
        };
        assert_eq!(fault(b""), 0);
        assert_eq!(fault(b"SCN2\0\0\0\0"), 0);
        assert_eq!(fault(&bytes[..bytes.len() - 1]), bytes.len() - 12);
        assert_eq!(fault(&[&bytes[..], &[0]].concat()), bytes.len());
        let mut twice = bytes.clone();
        twice.extend_from_within(8..);
        twice[4] = 4;
        assert_eq!(fault(&twice), bytes.len(), "rows out of order");
        assert_eq!(
            fault(b"SCN1\xff\xff\xff\xff"),
            8,
            "a count alone makes no room"
        );
    }

    #[test]
    fn spans_that_cannot_be_are_faults() {
        let one = |x: i32, len: u32, tail: &[u8]| {
            let head = [1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0];
            [
                &MAGIC[..],
                &head,
                &x.to_le_bytes(),
                &len.to_le_bytes(),
                tail,
            ]
            .concat()
        };
        assert!(Scanlines::from_bytes(&one(0, 2, &[PER_PIXEL, 9, 9])).is_ok());
        for wrong in [
            one(0, 0, &[UNIFORM, 9]),
            one(0, 1, &[UNIFORM, 0]),
            one(0, u32::MAX, &[UNIFORM, 9]),
            one(i32::MAX, 2, &[UNIFORM, 9]),
            one(0, 1, &[2, 9]),
            one(0, 2, &[PER_PIXEL, 0, 9]),
            one(0, 2, &[PER_PIXEL, 9, 0]),
            one(0, 0, &[PER_PIXEL]),
        ] {
            assert!(Scanlines::from_bytes(&wrong).is_err(), "{wrong:?}");
        }
    }

    proptest! {
        #[test]
        fn hostile_bytes_are_errors_or_valid(
            flips in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6),
            cut in any::<prop::sample::Index>(),
        ) {
            let mut bytes = sample().to_bytes();
            for (at, value) in flips {
                let at = at.index(bytes.len());
                bytes[at] = value;
            }
            if let Ok(scanlines) = Scanlines::from_bytes(&bytes) {
                prop_assert_eq!(scanlines.to_bytes(), bytes.clone());
            }
            bytes.truncate(cut.index(bytes.len()));
            prop_assert!(Scanlines::from_bytes(&bytes).is_err());
        }
    }
}
