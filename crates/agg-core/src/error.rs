//! What can go wrong.

use crate::limits::Limit;
use std::fmt;

/// Why something could not be made or written. Drawing itself never fails.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// A side of a surface is 0, or longer than 2²³ − 1 pixels.
    SurfaceSize {
        /// The width asked for.
        width: u32,
        /// The height asked for.
        height: u32,
    },
    /// There is no memory for a surface.
    OutOfMemory {
        /// How many bytes it would take.
        bytes: u64,
    },
    /// A meter's limit has been reached.
    Limit(Limit),
    /// Bytes that should be scanlines are something else.
    ScanlineBytes {
        /// How many bytes before the fault are right.
        at: usize,
    },
    /// A buffer does not have the bytes that its pixels need.
    BufferSize {
        /// How many it has.
        bytes: usize,
        /// How many are needed.
        needed: usize,
    },
    /// The rows of a buffer start closer together than a row is long.
    Stride {
        /// The distance given, in bytes.
        stride: usize,
        /// How long a row is, in bytes.
        row: usize,
    },
    /// Pixels of more than a byte cannot stand at such an address or stride.
    Unaligned,
    /// A text is not SVG path data.
    PathData {
        /// The byte where it stops being that.
        at: usize,
    },
    /// A picture could not be encoded, or its writer failed.
    Png(png::EncodingError),
    /// Bytes that should be a PNG are something else.
    PngInput(png::DecodingError),
    /// A file could not be read or written.
    Io(std::io::Error),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SurfaceSize { width, height } => {
                write!(
                    f,
                    "no surface of {width} × {height} pixels: each side is from 1 to 8388607"
                )
            }
            Self::OutOfMemory { bytes } => write!(f, "no memory for a surface of {bytes} bytes"),
            Self::Limit(limit) => limit.fmt(f),
            Self::ScanlineBytes { at } => {
                write!(f, "no scanlines: the bytes are wrong from {at} on")
            }
            Self::BufferSize { bytes, needed } => {
                write!(f, "a buffer of {bytes} bytes where {needed} are needed")
            }
            Self::Stride { stride, row } => {
                write!(f, "rows of {row} bytes do not fit a stride of {stride}")
            }
            Self::Unaligned => write!(f, "the pixels are not aligned"),
            Self::PathData { at } => write!(f, "not path data at byte {at}"),
            Self::Png(error) => write!(f, "PNG: {error}"),
            Self::PngInput(error) => write!(f, "no PNG: {error}"),
            Self::Io(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Png(error) => Some(error),
            Self::PngInput(error) => Some(error),
            Self::Io(error) => Some(error),
            _ => None,
        }
    }
}

impl From<Limit> for Error {
    fn from(limit: Limit) -> Self {
        Self::Limit(limit)
    }
}

impl From<png::EncodingError> for Error {
    fn from(error: png::EncodingError) -> Self {
        Self::Png(error)
    }
}

impl From<png::DecodingError> for Error {
    fn from(error: png::DecodingError) -> Self {
        Self::PngInput(error)
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        Self::Io(error)
    }
}
