//! A figure's pixels.

use std::ops::ControlFlow;

use agg_core::{Color, Limits, Meter, Pixmap, StraightRgba8};
use agg_text::GlyphCache;

use crate::draw_list::DrawList;
use crate::error::Result;
use crate::figure::Figure;
use crate::layout::{Extent, Ground, Page};
use crate::render::{Progress, render};

/// A surface that a figure is drawn on.
///
/// It borrows the figure, so what it holds stays true to it: once drawn, it is not drawn again.
///
/// ```
/// use figure::{Figure, FigureCanvasAgg};
///
/// let fig = Figure::new((5.0, 4.0), 100.0);
/// let mut canvas = FigureCanvasAgg::new(&fig);
/// canvas.draw()?;
/// let (width, height) = canvas.get_width_height();
/// assert_eq!(canvas.buffer_rgba().len(), (width * height * 4) as usize);
/// # Ok::<(), figure::Error>(())
/// ```
#[derive(Debug)]
pub struct FigureCanvasAgg<'f> {
    figure: &'f Figure,
    dpi: f64,
    ground: Ground,
    extent: Extent,
    pixmap: Option<Pixmap<StraightRgba8>>,
    limits: Option<Limits>,
}

impl<'f> FigureCanvasAgg<'f> {
    /// A canvas for a figure; nothing is drawn yet.
    #[must_use]
    pub fn new(figure: &'f Figure) -> Self {
        Self {
            figure,
            dpi: figure.dpi(),
            ground: Ground::Painted,
            extent: Extent::Page,
            pixmap: None,
            limits: None,
        }
    }

    /// A canvas of another resolution than the figure's.
    #[must_use]
    pub fn with_dpi(self, dpi: f64) -> Self {
        Self {
            dpi,
            pixmap: None,
            ..self
        }
    }

    /// A canvas without what is behind the data: the page, and the plots' backgrounds.
    #[must_use]
    pub fn transparent(self) -> Self {
        Self {
            ground: Ground::Clear,
            pixmap: None,
            ..self
        }
    }

    /// A canvas of a page of another colour.
    pub(crate) fn on(self, page: Color) -> Self {
        Self {
            ground: Ground::Of(page),
            pixmap: None,
            ..self
        }
    }

    /// A canvas as large as what is on the page, with so many inches around it.
    pub(crate) fn tight(self, pad: f64) -> Self {
        Self {
            extent: Extent::Tight(pad),
            pixmap: None,
            ..self
        }
    }

    /// The same with a bound on what drawing may cost: for figures whose size and data come from
    /// strangers.
    ///
    /// ```
    /// use agg_core::{Limit, Limits};
    /// use figure::{Error, Figure, FigureCanvasAgg};
    ///
    /// let poster = Figure::new((400.0, 300.0), 300.0);
    /// let limits = Limits { pixels: Some(4_000_000), ..Limits::default() };
    /// let drawn = FigureCanvasAgg::new(&poster).with_limits(limits).draw();
    /// assert!(matches!(drawn, Err(Error::Limit(Limit::Pixels))));
    /// ```
    #[must_use]
    pub fn with_limits(self, limits: Limits) -> Self {
        Self {
            limits: Some(limits),
            ..self
        }
    }

    fn page(&self) -> Result<Page> {
        Page::at(self.figure, self.dpi, self.ground, self.extent)
    }

    /// Pixels to the inch.
    #[must_use]
    pub fn dpi(&self) -> f64 {
        self.dpi
    }

    /// Draws the figure, unless that has been done, and asks before each line, collection, label
    /// … whether to go on. A canvas that was stopped can be drawn from the start.
    ///
    /// # Errors
    ///
    /// [`Error::Cancelled`](crate::Error::Cancelled) after a break; then as for
    /// [`draw`](Self::draw).
    ///
    /// ```
    /// use std::ops::ControlFlow;
    ///
    /// use figure::{Error, Figure, FigureCanvasAgg};
    ///
    /// let mut fig = Figure::default();
    /// fig.add_subplot(1, 1, 1)?.plot_y([1, 2, 3])?;
    /// let mut shares = Vec::new();
    /// FigureCanvasAgg::new(&fig).draw_while(|progress| {
    ///     shares.push(progress.done as f64 / progress.total as f64);
    ///     ControlFlow::Continue(())
    /// })?;
    /// assert!(shares.is_sorted() && shares.len() > 10);
    /// let stopped = FigureCanvasAgg::new(&fig).draw_while(|_| ControlFlow::Break(()));
    /// assert!(matches!(stopped, Err(Error::Cancelled { done: 0, .. })));
    /// # Ok::<(), Error>(())
    /// ```
    pub fn draw_while(&mut self, mut go_on: impl FnMut(Progress) -> ControlFlow<()>) -> Result<()> {
        self.drawn_while(&mut go_on).map(|_| ())
    }

    /// Draws the figure, unless that has been done.
    ///
    /// # Errors
    ///
    /// As for [`Figure::draw_list`], and [`Error::Render`](crate::Error::Render) where the surface
    /// does not fit into memory; [`Error::Limit`](crate::Error::Limit) where a
    /// [limit](Self::with_limits) has been reached.
    pub fn draw(&mut self) -> Result<()> {
        self.drawn().map(|_| ())
    }

    /// The pixels, drawn if they are not yet.
    pub(crate) fn drawn(&mut self) -> Result<&Pixmap<StraightRgba8>> {
        self.drawn_while(&mut |_| ControlFlow::Continue(()))
    }

    fn drawn_while(
        &mut self,
        go_on: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> Result<&Pixmap<StraightRgba8>> {
        let pixmap = match self.pixmap.take() {
            Some(pixmap) => pixmap,
            None => {
                let page = self.page()?;
                let meter = self.limits.as_ref().map(Meter::new);
                let mut cache = GlyphCache::new();
                cache.set_meter(meter.as_ref());
                let list = DrawList::new(self.figure, page, &mut cache)?;
                render(&list, &mut cache, meter.as_ref(), go_on)?
            }
        };
        Ok(self.pixmap.insert(pixmap))
    }

    /// The figure as a document of shapes and text, made by `write`.
    pub(crate) fn document<T>(
        &self,
        write: impl FnOnce(&DrawList<'_>, &mut GlyphCache, Option<&Meter>) -> Result<T>,
    ) -> Result<T> {
        let meter = self.limits.as_ref().map(Meter::new);
        let mut cache = GlyphCache::new();
        cache.set_meter(meter.as_ref());
        let list = DrawList::new(self.figure, self.page()?, &mut cache)?;
        meter.as_ref().map_or(Ok(()), Meter::check)?;
        write(&list, &mut cache, meter.as_ref())
    }

    /// The width and height in pixels; zeros for a figure whose size cannot be drawn.
    #[must_use]
    pub fn get_width_height(&self) -> (u32, u32) {
        self.page().map_or((0, 0), |page| page.pixels())
    }

    /// The pixels: red, green, blue and straight alpha, row 0 on top, no gaps between rows. No
    /// copy is made. Empty before the figure is drawn.
    #[must_use]
    pub fn buffer_rgba(&self) -> &[u8] {
        self.pixmap.as_ref().map_or(&[], |pixmap| pixmap.bytes())
    }

    /// The pixels without alpha, row 0 on top. Empty before the figure is drawn.
    #[must_use]
    pub fn tostring_rgb(&self) -> Vec<u8> {
        without_alpha(self.buffer_rgba())
    }

    /// The pixels with alpha first, row 0 on top. Empty before the figure is drawn.
    #[must_use]
    pub fn tostring_argb(&self) -> Vec<u8> {
        let (pixels, _) = self.buffer_rgba().as_chunks::<4>();
        pixels
            .iter()
            .flat_map(|&[r, g, b, a]| [a, r, g, b])
            .collect()
    }
}

/// RGBA without its A.
pub(crate) fn without_alpha(rgba: &[u8]) -> Vec<u8> {
    let (pixels, _) = rgba.as_chunks::<4>();
    pixels.iter().flat_map(|&[r, g, b, _]| [r, g, b]).collect()
}
