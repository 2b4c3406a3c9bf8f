//! What can go wrong.

use std::fmt;
use std::io;

/// Why a figure could not be shown.
#[non_exhaustive]
#[derive(Debug)]
pub enum Error {
    /// The figure cannot be drawn.
    Figure(figure::Error),
    /// The system refuses: the address is taken, or not this machine's.
    Io(io::Error),
}

/// A result with this crate's error.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Figure(error) => write!(f, "the figure cannot be drawn: {error}"),
            Self::Io(error) => write!(f, "the figure cannot be shown: {error}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Figure(error) => Some(error),
            Self::Io(error) => Some(error),
        }
    }
}

impl From<figure::Error> for Error {
    fn from(error: figure::Error) -> Self {
        Self::Figure(error)
    }
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}
