//! The roads: public ways to draw a raster case.

mod canvas;
mod explained;
mod figure;
mod plot;
pub mod python;
mod rasterizer;

use crate::case::{Case, Op, Pen};
pub use explained::reason;
use std::fmt;
use std::num::NonZeroUsize;
use std::str::FromStr;

/// A public way to draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Road {
    /// `agg_core::Rasterizer`, with the path pipeline before it and nothing after it.
    Rasterizer,
    /// `agg_core::Canvas`.
    Canvas,
    /// `agg_plot::Renderer`, which the Python renderer calls too.
    Plot,
    /// `figure::Figure`.
    Figure,
    /// `matplotlib_agg.RendererAgg`, called by Python: only where `TORTURE_PYTHON` names one.
    Python,
}

/// What became of a case that came back at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The picture is right.
    Right,
    /// There is no picture but an error, where there need be none.
    Refused(String),
    /// The picture is wrong, or missing.
    Wrong(String),
}

/// An error that came instead of a picture.
type Refusal = Box<dyn std::error::Error>;

impl Road {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Rasterizer,
        Self::Canvas,
        Self::Plot,
        Self::Figure,
        Self::Python,
    ];

    /// Why a case cannot enter this road, or `None`.
    #[must_use]
    pub fn closed_to(self, case: &Case) -> Option<&'static str> {
        let colors = matches!(self, Self::Rasterizer) || self.is_matplotlib();
        if colors && case.has_gradient() {
            return Some("knows no gradients");
        }
        if !self.is_matplotlib() {
            return None;
        }
        if case.has_even_odd() {
            return Some("fills by the nonzero rule only");
        }
        if matches!(self, Self::Figure) && case.has_clip() {
            return Some("clips to its axes only");
        }
        if matches!(self, Self::Python) && python::interpreter().is_none() {
            return Some("TORTURE_PYTHON names no Python");
        }
        None
    }

    /// Whether an error is as good as a picture: matplotlib refuses dash patterns without length or
    /// with something negative or infinite in them, where the lower roads draw what they can.
    fn may_refuse(self, case: &Case) -> bool {
        let refused = |pen: &Pen| {
            let numbers = || pen.dashes.iter().chain([&pen.dash_offset]);
            !numbers().all(|v| v.is_finite())
                || pen.dashes.iter().any(|&v| v < 0.0)
                || !pen.dashes.is_empty() && pen.dashes.iter().all(|&v| v == 0.0)
        };
        matches!(self, Self::Figure | Self::Python)
            && case
                .ops
                .iter()
                .any(|op| matches!(op, Op::Stroke { pen, .. } if refused(pen)))
    }

    fn is_matplotlib(self) -> bool {
        matches!(self, Self::Plot | Self::Figure | Self::Python)
    }

    /// The bytes of a case's picture, drawn by so many threads where the road has any; none where it
    /// has no picture.
    #[must_use]
    pub fn pixels(self, case: &Case, threads: NonZeroUsize) -> Option<Vec<u8>> {
        match self {
            Self::Canvas => canvas::picture(case)
                .ok()
                .map(|pixmap| pixmap.bytes().to_vec()),
            Self::Plot => {
                let pixmap = plot::picture(case, threads).ok()?;
                Some(pixmap.bytes().to_vec())
            }
            Self::Rasterizer | Self::Figure | Self::Python => None,
        }
    }

    /// Draws a case and looks at its probes.
    #[must_use]
    pub fn draw(self, case: &Case) -> Outcome {
        if !case.missing.is_empty() {
            return Outcome::Wrong("the file says only how long its paths are".into());
        }
        let seen = match self {
            Self::Rasterizer => rasterizer::draw(case),
            Self::Canvas => canvas::draw(case),
            Self::Plot => plot::draw(case),
            Self::Figure => figure::draw(case),
            Self::Python => return Outcome::Wrong("Python draws it, not this program".into()),
        };
        match seen {
            Ok(Ok(())) => Outcome::Right,
            Ok(Err(found)) => Outcome::Wrong(found),
            Err(error) if case.must_be_drawn() && !self.may_refuse(case) => {
                Outcome::Wrong(format!("error: {error}"))
            }
            Err(error) => Outcome::Refused(error.to_string()),
        }
    }
}

impl fmt::Display for Road {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Rasterizer => "rasterizer",
            Self::Canvas => "canvas",
            Self::Plot => "plot",
            Self::Figure => "figure",
            Self::Python => "python",
        })
    }
}

impl FromStr for Road {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|road| road.to_string() == name);
        found.ok_or_else(|| format!("no road {name:?}"))
    }
}
