//! Everything that can go wrong between a string and its coverage.

use agg_core::Limit;
use std::fmt;

/// Why a font, a size, a line or a glyph could not be used.
///
/// Every variant names a fact about the input; nothing in this crate panics.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Error {
    /// The bytes hold no font in a known format, or none at this index.
    NotAFont {
        /// The face asked for.
        index: u32,
    },
    /// The face has no outlines, or no units per em, so nothing can be scaled.
    NoOutlines,
    /// The font size in points is not a positive finite number, or is too large.
    FontSize {
        /// The size that was asked for, in points.
        points: f64,
        /// The resolution that was asked for, in dots per inch.
        dpi: f64,
    },
    /// The origin or the angle of a placement is not finite, or lies too far away.
    Placement {
        /// Horizontal pen position, in pixels.
        x: f64,
        /// Vertical pen position, in pixels, upwards.
        y: f64,
        /// Counter-clockwise angle, in degrees.
        degrees: f64,
    },
    /// The string is longer than [`MAX_TEXT_BYTES`](crate::MAX_TEXT_BYTES).
    TextTooLong {
        /// Length of the string in bytes.
        bytes: usize,
    },
    /// A limit of the cache's meter has been reached.
    Limit(Limit),
    /// The shaper gave up on the string.
    Shaping,
    /// The font's program or tables broke while this glyph was scaled or hinted.
    Glyph {
        /// The glyph, as numbered by its font.
        id: u32,
    },
    /// The glyph's coverage would be larger than
    /// [`MAX_GLYPH_PIXELS`](crate::MAX_GLYPH_PIXELS) or than sixteen ems.
    GlyphTooLarge {
        /// The glyph, as numbered by its font.
        id: u32,
        /// Width its coverage would have, in pixels.
        width: i64,
        /// Height its coverage would have, in pixels.
        height: i64,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAFont { index } => write!(f, "no font at index {index} of these bytes"),
            Self::NoOutlines => f.write_str("the font has no outlines that can be scaled"),
            Self::FontSize { points, dpi } => {
                write!(f, "a font size of {points} pt at {dpi} dpi cannot be drawn")
            }
            Self::Placement { x, y, degrees } => {
                write!(
                    f,
                    "text cannot be placed at ({x}, {y}) turned by {degrees} degrees"
                )
            }
            Self::TextTooLong { bytes } => write!(f, "a line of {bytes} bytes is too long"),
            Self::Limit(limit) => write!(f, "{limit}"),
            Self::Shaping => f.write_str("the text could not be shaped"),
            Self::Glyph { id } => write!(f, "glyph {id} of the font is broken"),
            Self::GlyphTooLarge { id, width, height } => {
                write!(f, "glyph {id} would cover {width} by {height} pixels")
            }
        }
    }
}

impl std::error::Error for Error {}

impl From<Limit> for Error {
    fn from(limit: Limit) -> Self {
        Self::Limit(limit)
    }
}
