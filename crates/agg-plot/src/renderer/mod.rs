//! The renderer: drawing calls on a surface.
//!
//! Each call clips (a box for the rasterizer, a mask for a clip path), prepares its paths by the
//! stages, rasterizes and blends. One module a kind of call; this one holds what they share.

mod clip;
mod closed;
mod collection;
mod edges;
mod glyph;
mod gouraud;
mod hatch;
mod image;
mod ink;
mod markers;
mod mesh;
mod outline;
mod path;
mod region;
mod repeat;
mod rotated;

pub use collection::{Collection, Styles};
pub use glyph::GlyphImage;
pub use image::Image;
pub use mesh::QuadMesh;
pub use region::Region;

use crate::{Error, Options};
use agg_core::{Affine, Meter, PathEl, Pixmap, Rasterizer, Rect, StraightRgba8};
use clip::ClipMask;

/// What is drawn on: straight alpha, as matplotlib's buffer.
pub(crate) type Surface = Pixmap<StraightRgba8>;

/// A surface with matplotlib's drawing calls.
///
/// All coordinates are in pixels with y up: (0, 0) is the lower left corner of the surface. The
/// bytes of the surface have row 0 on top. What a call cannot draw (non-finite coordinates, a
/// singular transform) it leaves out.
///
/// ```
/// use agg_core::{Affine, Color, Path, Rect};
/// use agg_plot::{GraphicsContext, Renderer};
///
/// let mut renderer = Renderer::new(60, 40, 100.0)?;
/// let bar = Path::rectangle(Rect::new(10.0, 0.0, 20.0, 30.0));
/// let gc = GraphicsContext { line_width: 0.0, ..Default::default() };
/// renderer.draw_path(&gc, &bar, Affine::IDENTITY, Some(Color::BLACK))?;
/// assert_eq!(renderer.pixmap().pixel(15, 39), Some([0, 0, 0, 255]));
/// assert_eq!(renderer.pixmap().pixel(15, 9), Some([255, 255, 255, 0]));
/// # Ok::<(), agg_plot::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Renderer {
    surface: Surface,
    dpi: f64,
    rasterizer: Rasterizer,
    /// The coverage of the last clip path.
    mask: Option<ClipMask>,
    /// The elements of a short outline, while it is filled and stroked.
    elements: Vec<PathEl>,
    options: Options,
    meter: Option<Meter>,
}

/// White without any opacity.
const CLEAR: [u8; 4] = [255, 255, 255, 0];

impl Renderer {
    /// An invisible white surface of so many pixels, at a resolution in dots per inch.
    ///
    /// # Errors
    ///
    /// [`Error::Surface`] where a side is 0 or 2²³ and more, or memory is short; [`Error::Dpi`]
    /// for a resolution that is not positive and finite.
    pub fn new(width: u32, height: u32, dpi: f64) -> Result<Self, Error> {
        if !(dpi.is_finite() && dpi > 0.0) {
            return Err(Error::Dpi(dpi));
        }
        let surface = Surface::filled(width, height, CLEAR)?;
        let rasterizer = Rasterizer::with_clip_box(surface.bounds());
        Ok(Self {
            surface,
            dpi,
            rasterizer,
            mask: None,
            elements: Vec::new(),
            options: Options::default(),
            meter: None,
        })
    }

    /// The same with other options.
    #[must_use]
    pub fn with_options(mut self, options: Options) -> Self {
        self.set_options(options);
        self
    }

    /// Draws by other options from now on.
    pub fn set_options(&mut self, options: Options) {
        self.rasterizer.set_cell_limit(options.cell_limit);
        self.options = options;
    }

    /// The same with all that is drawn counted on a meter; calls after a limit has been reached are
    /// an [`Error::Limit`]. The pixels of the surface are the caller's to count, before it is made.
    #[must_use]
    pub fn with_meter(mut self, meter: &Meter) -> Self {
        self.rasterizer.set_meter(Some(meter));
        self.meter = Some(meter.clone());
        self
    }

    pub(crate) fn check_meter(&self) -> Result<(), Error> {
        match &self.meter {
            Some(meter) => Ok(meter.check()?),
            None => Ok(()),
        }
    }

    /// What it does beyond matplotlib.
    #[must_use]
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// Columns.
    #[must_use]
    pub fn width(&self) -> u32 {
        self.surface.width()
    }

    /// Rows.
    #[must_use]
    pub fn height(&self) -> u32 {
        self.surface.height()
    }

    /// The resolution in dots per inch.
    #[must_use]
    pub fn dpi(&self) -> f64 {
        self.dpi
    }

    /// Makes every pixel white and invisible again.
    pub fn clear(&mut self) {
        self.surface.fill(CLEAR);
    }

    /// The surface.
    #[must_use]
    pub fn pixmap(&self) -> &Pixmap<StraightRgba8> {
        &self.surface
    }

    /// The surface, to be changed.
    #[must_use]
    pub fn pixmap_mut(&mut self) -> &mut Pixmap<StraightRgba8> {
        &mut self.surface
    }

    /// The surface, and nothing else of the renderer.
    #[must_use]
    pub fn into_pixmap(self) -> Pixmap<StraightRgba8> {
        self.surface
    }

    fn points_to_pixels(&self, points: f64) -> f64 {
        points * self.dpi / 72.0
    }

    /// A transform to pixels with y up, and then to pixels with y down.
    fn to_surface(&self, transform: Affine) -> Affine {
        let height = f64::from(self.height());
        transform
            .then(Affine::scale_xy(1.0, -1.0))
            .then(Affine::translate(0.0, height))
    }

    /// What lines are cut to before anything else: the surface, one pixel larger on each side.
    fn reach(&self) -> Rect {
        let (width, height) = (f64::from(self.width()), f64::from(self.height()));
        Rect {
            x0: -1.0,
            y0: -1.0,
            x1: width + 1.0,
            y1: height + 1.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_surface_is_white_and_invisible() {
        let renderer = Renderer::new(3, 2, 72.0).unwrap();
        assert!(renderer.pixmap().pixels().iter().all(|p| *p == CLEAR));
        assert_eq!((renderer.width(), renderer.height()), (3, 2));
        assert_eq!(renderer.dpi(), 72.0);
    }

    #[test]
    fn sizes_and_resolutions_that_make_no_sense_are_errors() {
        assert!(matches!(Renderer::new(0, 2, 72.0), Err(Error::Surface(_))));
        assert!(matches!(
            Renderer::new(1 << 23, 1, 72.0),
            Err(Error::Surface(_))
        ));
        for dpi in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert!(
                matches!(Renderer::new(2, 2, dpi), Err(Error::Dpi(_))),
                "{dpi}"
            );
        }
    }

    #[test]
    fn clearing_removes_everything() {
        let mut renderer = Renderer::new(3, 2, 72.0).unwrap();
        renderer.pixmap_mut().fill([1, 2, 3, 4]);
        renderer.clear();
        assert!(renderer.pixmap().pixels().iter().all(|p| *p == CLEAR));
    }
}
