//! What can go wrong, with the value that was wrong.

use std::fmt;
use std::path::PathBuf;

use crate::Difference;

/// Why a picture or a vertex list is not what it should be, or cannot be read.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The file could not be read or written.
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The file is not a PNG that can be expanded to RGBA8.
    NotAPng {
        /// The file.
        path: PathBuf,
        /// What the decoder said.
        reason: String,
    },
    /// The number of bytes is not `width · height · 4`.
    WrongLength {
        /// Pixels in a row.
        width: u32,
        /// Rows.
        height: u32,
        /// The bytes that were given.
        bytes: usize,
    },
    /// A line of a vertex list is not `M x y`, `L x y` or `Z`.
    NotAVertex {
        /// Counted from 1.
        line: usize,
        /// The line itself.
        text: String,
    },
    /// The picture differs from its reference.
    Differs {
        /// The name of the picture.
        name: String,
        /// How it differs.
        difference: Difference,
        /// The picture of expected, actual and difference.
        shown: PathBuf,
        /// How to make the reference again.
        remake: String,
    },
    /// `UPDATE_IMAGES=1` wrote the snapshot, which proves nothing by itself.
    SnapshotUpdated {
        /// The snapshot that was written.
        path: PathBuf,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io { path, source } => write!(f, "{}: {source}", path.display()),
            Self::NotAPng { path, reason } => write!(f, "{}: {reason}", path.display()),
            Self::WrongLength {
                width,
                height,
                bytes,
            } => {
                write!(
                    f,
                    "{bytes} bytes cannot be a picture of {width} × {height} pixels"
                )
            }
            Self::NotAVertex { line, text } => {
                write!(f, "line {line} is no vertex: {text:?}")
            }
            Self::Differs {
                name,
                difference,
                shown,
                remake,
            } => write!(
                f,
                "{name}: {difference}\n  shown in {}\n  the reference is made by: {remake}",
                shown.display()
            ),
            Self::SnapshotUpdated { path } => write!(
                f,
                "UPDATE_IMAGES=1 wrote {}; look at it, then run again without",
                path.display()
            ),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { source, .. } => Some(source),
            _ => None,
        }
    }
}
