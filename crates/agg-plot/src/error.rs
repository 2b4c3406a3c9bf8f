//! What can be wrong with a call.

use agg_core::Limit;
use std::fmt;

/// What can be wrong with a surface, or with the shape of the data given to a call.
///
/// Coordinates cannot be wrong: whatever is not finite is left out.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The surface cannot be made.
    Surface(agg_core::Error),
    /// The resolution is not a positive, finite number of dots per inch.
    Dpi(f64),
    /// A limit of the renderer's meter has been reached.
    Limit(Limit),
    /// A shape takes more cells than [`Options::cell_limit`](crate::Options::cell_limit).
    CellLimit,
    /// Some data has another length than its description asks for.
    Length {
        /// What the data is.
        what: &'static str,
        /// How many items it should have.
        expected: usize,
        /// How many it has.
        found: usize,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Surface(error) => write!(f, "{error}"),
            Self::Limit(limit) => write!(f, "{limit}"),
            Self::Dpi(dpi) => write!(f, "dpi must be positive and finite, not {dpi}"),
            Self::CellLimit => write!(f, "Exceeded cell block limit"),
            Self::Length {
                what,
                expected,
                found,
            } => write!(f, "{what} must have {expected} items, not {found}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Surface(error) => Some(error),
            _ => None,
        }
    }
}

impl From<agg_core::Error> for Error {
    fn from(error: agg_core::Error) -> Self {
        match error {
            agg_core::Error::Limit(limit) => Self::Limit(limit),
            other => Self::Surface(other),
        }
    }
}

impl From<Limit> for Error {
    fn from(limit: Limit) -> Self {
        Self::Limit(limit)
    }
}

/// Whether data has the length that its description asks for.
pub(crate) fn check_length(
    what: &'static str,
    found: usize,
    expected: Option<usize>,
) -> Result<(), Error> {
    // A product that overflows is longer than any data.
    let expected = expected.unwrap_or(usize::MAX);
    if found == expected {
        return Ok(());
    }
    Err(Error::Length {
        what,
        expected,
        found,
    })
}
