//! A line of text about the point that it is anchored at.
//!
//! Lines of one font are as high as each other, whatever they say, so that labels side by side
//! stand on one baseline; what is centred has the middle of its capitals at the point.

use agg_core::{Affine, Path};
use agg_text::{Font, FontSize, GlyphCache, Hinting, Line};
use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{BackendTextStyle, DrawingErrorKind, FontTransform};

/// Sizes are the height of a line; this is how many ems that is, as in plotters' own vector backend.
const LINE: f64 = 1.24;
/// Half the height of a capital, in ems.
const HALF_CAPITAL: f64 = 0.3645;

type Result<T> = std::result::Result<T, DrawingErrorKind<agg_text::Error>>;

/// A line that is set, with its anchor.
pub(crate) struct Set {
    line: Line,
    anchor: Pos,
    turn: FontTransform,
}

impl Set {
    pub(crate) fn new<T: BackendTextStyle>(
        text: &str,
        style: &T,
        cache: &mut GlyphCache,
    ) -> Result<Self> {
        let size = FontSize::from_points(style.size() / LINE, 72.0);
        let line = size.and_then(|size| cache.shape(&Font::dejavu_sans(), text, size));
        Ok(Self {
            line: line.map_err(DrawingErrorKind::DrawingError)?,
            anchor: style.anchor(),
            turn: style.transform(),
        })
    }

    /// Width and height in pixels, unturned.
    pub(crate) fn size(&self) -> (u32, u32) {
        let metrics = self.line.font_metrics();
        let height = metrics.ascent + metrics.descent;
        (self.line.width().ceil() as u32, height.ceil() as u32)
    }

    /// The glyphs about the point, y down.
    pub(crate) fn path(&self, cache: &mut GlyphCache) -> Result<Path> {
        let upright = matches!(self.turn, FontTransform::None | FontTransform::Rotate180);
        // Hinting is for stems that stand along the pixels.
        let hinting = if upright {
            Hinting::Full
        } else {
            Hinting::None
        };
        let path = self.line.path(hinting, cache);
        let mut path = path.map_err(DrawingErrorKind::DrawingError)?;
        let (x, y) = self.start();
        let (x, y) = if upright {
            (x, y.round())
        } else {
            (x.round(), y)
        };
        path.transform(Affine::translate(x, y).then(self.turned()));
        Ok(path)
    }

    /// Where the baseline starts, from the point.
    fn start(&self) -> (f64, f64) {
        let metrics = self.line.font_metrics();
        let x = match self.anchor.h_pos {
            HPos::Left => 0.0,
            HPos::Center => -self.line.width() / 2.0,
            HPos::Right => -self.line.width(),
        };
        let y = match self.anchor.v_pos {
            VPos::Top => metrics.ascent,
            VPos::Center => HALF_CAPITAL * self.line.size().pixels_per_em(),
            VPos::Bottom => -metrics.descent,
        };
        (x, y)
    }

    fn turned(&self) -> Affine {
        // Quarters, clockwise on the page.
        match self.turn {
            FontTransform::None => Affine::IDENTITY,
            FontTransform::Rotate90 => Affine::new([0.0, 1.0, -1.0, 0.0, 0.0, 0.0]),
            FontTransform::Rotate180 => Affine::scale_xy(-1.0, -1.0),
            FontTransform::Rotate270 => Affine::new([0.0, -1.0, 1.0, 0.0, 0.0, 0.0]),
        }
    }
}
