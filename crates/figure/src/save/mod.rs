//! Figures to files: the format by the file's extension, the file whole or not at all.
//!
//! ```text
//!  figure ─► encoded in memory ─► .name.0.part, beside the file ─► renamed over the file
//! ```

mod bmp;
mod file;
#[cfg(feature = "image")]
mod foreign;
mod notebook;
mod png;
mod ppm;
#[cfg(feature = "terminal")]
mod terminal;

use std::io::Write;
use std::path::Path;

use agg_core::Limits;

use crate::canvas::FigureCanvasAgg;
use crate::color::ColorSpec;
use crate::error::{Error, Result};
use crate::figure::Figure;
use crate::style::SaveStyle;
use crate::vector;

/// What a file holds.
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// `.png`: all pixels as they are, pressed.
    Png,
    /// `.bmp`: all pixels as they are.
    Bmp,
    /// `.ppm`: the pixels without alpha.
    Ppm,
    /// `.rgba`, `.raw`: the pixels and nothing else, row 0 on top.
    Rgba,
    /// `.svg`: shapes and text, to be drawn at any size.
    Svg,
    /// `.pdf`: shapes and text on a page, to be drawn at any size.
    #[cfg(feature = "pdf")]
    Pdf,
    /// `.jpg`, `.jpeg`: the pixels without alpha, nearly as they are.
    #[cfg(feature = "image")]
    Jpeg,
    /// `.webp`: all pixels as they are, pressed.
    #[cfg(feature = "image")]
    WebP,
    /// `.tif`, `.tiff`: all pixels as they are.
    #[cfg(feature = "image")]
    Tiff,
}

/// The extensions of files, and what such files hold.
const EXTENSIONS: &[(&str, Format)] = &[
    ("png", Format::Png),
    ("bmp", Format::Bmp),
    ("ppm", Format::Ppm),
    ("rgba", Format::Rgba),
    ("raw", Format::Rgba),
    ("svg", Format::Svg),
    #[cfg(feature = "pdf")]
    ("pdf", Format::Pdf),
    #[cfg(feature = "image")]
    ("jpg", Format::Jpeg),
    #[cfg(feature = "image")]
    ("jpeg", Format::Jpeg),
    #[cfg(feature = "image")]
    ("webp", Format::WebP),
    #[cfg(feature = "image")]
    ("tif", Format::Tiff),
    #[cfg(feature = "image")]
    ("tiff", Format::Tiff),
];

impl Format {
    fn of(path: &Path) -> Result<Self> {
        let extension = path
            .extension()
            .and_then(|extension| extension.to_str())
            .unwrap_or_default();
        EXTENSIONS
            .iter()
            .find(|(name, _)| extension.eq_ignore_ascii_case(name))
            .map(|(_, format)| *format)
            .ok_or_else(|| Error::UnknownExtension(path.to_owned()))
    }

    fn encode(self, canvas: &mut FigureCanvasAgg<'_>, how: &SaveOptions) -> Result<Vec<u8>> {
        let dpi = canvas.dpi();
        Ok(match self {
            Self::Png => {
                let mut bytes = Vec::new();
                png::write(canvas.drawn()?, dpi, how.compression, &mut bytes)?;
                bytes
            }
            Self::Bmp => bmp::encode(canvas.drawn()?, dpi),
            Self::Ppm => ppm::encode(canvas.drawn()?),
            Self::Rgba => canvas.drawn()?.bytes().to_vec(),
            Self::Svg => canvas.document(vector::svg)?.into_bytes(),
            #[cfg(feature = "pdf")]
            Self::Pdf => canvas.document(vector::pdf)?,
            #[cfg(feature = "image")]
            Self::Jpeg => foreign::jpeg(canvas.drawn()?, dpi, how.quality)?,
            #[cfg(feature = "image")]
            Self::WebP => foreign::webp(canvas.drawn()?)?,
            #[cfg(feature = "image")]
            Self::Tiff => foreign::tiff(canvas.drawn()?)?,
        })
    }
}

/// How hard PNG files are pressed; the pixels are the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Compression {
    /// Five to ten times as fast as level 6, files half as large again.
    #[default]
    Fast,
    /// As zlib's levels: 0 stores, 9 takes longest; larger numbers count as 9. matplotlib's is 6.
    Level(u8),
}

/// How a figure is saved, where it differs from how it is.
///
/// ```
/// use figure::{Compression, Figure, Format, SaveOptions};
///
/// let mut fig = Figure::new((2.0, 1.0), 100.0);
/// fig.add_subplot(1, 1, 1)?.plot_y([1, 2])?;
/// let how = SaveOptions::new().dpi(50.0).transparent();
/// let pixels = fig.to_bytes(Format::Rgba, &how)?;
/// assert_eq!((pixels.len(), &pixels[..4]), (100 * 50 * 4, &[255, 255, 255, 0][..]));
/// let small = SaveOptions::new().compression(Compression::Level(9));
/// assert!(fig.to_bytes(Format::Png, &small)?.len() < fig.to_png()?.len());
/// # Ok::<(), figure::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct SaveOptions {
    dpi: Option<f64>,
    transparent: bool,
    facecolor: Option<ColorSpec>,
    pad: Option<f64>,
    compression: Compression,
    quality: u8,
    limits: Option<Limits>,
}

impl Default for SaveOptions {
    fn default() -> Self {
        Self::new()
    }
}

impl SaveOptions {
    /// As the figure is.
    #[must_use]
    pub fn new() -> Self {
        Self {
            dpi: None,
            transparent: false,
            facecolor: None,
            pad: None,
            compression: Compression::default(),
            quality: 75,
            limits: None,
        }
    }

    /// As the style says.
    #[must_use]
    pub fn of(style: &SaveStyle) -> Self {
        Self {
            dpi: style.dpi,
            transparent: style.transparent,
            pad: style.tight.then_some(style.pad_inches),
            facecolor: style.facecolor.clone(),
            ..Self::new()
        }
    }

    /// At another resolution: so many dots per inch.
    #[must_use]
    pub fn dpi(mut self, dpi: f64) -> Self {
        self.dpi = Some(dpi);
        self
    }

    /// Without what is behind the data: the page, and the plots' backgrounds.
    #[must_use]
    pub fn transparent(mut self) -> Self {
        self.transparent = true;
        self
    }

    /// With another colour of the page. Of a save without backgrounds, it is none, too.
    #[must_use]
    pub fn facecolor(mut self, color: impl Into<ColorSpec>) -> Self {
        self.facecolor = Some(color.into());
        self
    }

    /// No more and no less of the page than what is seen: plots, what stands around them, and
    /// texts; with matplotlib's 0.1 inches on all sides.
    ///
    /// What is cut to its plot counts as that plot does.
    #[must_use]
    pub fn tight(self) -> Self {
        self.tight_with(0.1)
    }

    /// The same with so many inches on all sides; fewer than 0 cut something off.
    #[must_use]
    pub fn tight_with(mut self, pad: f64) -> Self {
        self.pad = Some(pad);
        self
    }

    /// How hard PNG files are pressed.
    #[must_use]
    pub fn compression(mut self, compression: Compression) -> Self {
        self.compression = compression;
        self
    }

    /// How near JPEG files are to the pixels, 1 to 100; 75 unless set.
    #[must_use]
    pub fn quality(mut self, quality: u8) -> Self {
        self.quality = quality.clamp(1, 100);
        self
    }

    /// With a bound on what drawing may cost, as for
    /// [`FigureCanvasAgg::with_limits`]. A [tight](Self::tight) picture is as large as what is on it: a
    /// text far away makes it huge, unless its pixels are bounded.
    ///
    /// ```
    /// use agg_core::{Limit, Limits};
    /// use figure::{Error, Figure, Format, SaveOptions};
    ///
    /// let mut fig = Figure::default();
    /// fig.add_subplot(1, 1, 1)?.text(1000, 1000, "far away")?;
    /// let limits = Limits { pixels: Some(4_000_000), ..Limits::default() };
    /// let how = SaveOptions::new().tight().limits(limits);
    /// let saved = fig.to_bytes(Format::Png, &how);
    /// assert!(matches!(saved, Err(Error::Limit(Limit::Pixels))));
    /// # Ok::<(), Error>(())
    /// ```
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = Some(limits);
        self
    }
}

impl FigureCanvasAgg<'_> {
    /// Writes the figure as a PNG file, drawing it first if that has not been done.
    ///
    /// The file notes the resolution.
    ///
    /// # Errors
    ///
    /// As for [`draw`](Self::draw), and [`Error::Io`] where `out` fails.
    pub fn print_png(&mut self, out: impl Write) -> Result<()> {
        let dpi = self.dpi();
        png::write(self.drawn()?, dpi, Compression::default(), out)
    }
}

impl Figure {
    /// The drawn figure as a PNG file in memory.
    ///
    /// # Errors
    ///
    /// As for [`draw_list`](Self::draw_list), and [`Error::Render`] where the surface does not
    /// fit into memory.
    pub fn to_png(&self) -> Result<Vec<u8>> {
        self.to_bytes(Format::Png, &SaveOptions::new())
    }

    /// The figure as a file in memory.
    ///
    /// # Errors
    ///
    /// As for [`to_png`](Self::to_png), and [`Error::Encoding`] for pictures that the format
    /// cannot hold.
    pub fn to_bytes(&self, format: Format, how: &SaveOptions) -> Result<Vec<u8>> {
        let dpi = how.dpi.unwrap_or(self.dpi());
        let mut canvas = FigureCanvasAgg::new(self).with_dpi(dpi);
        if let Some(color) = &how.facecolor {
            canvas = canvas.on(color.resolve(self.style().axes.prop_cycle.colors(), None)?);
        }
        if how.transparent {
            canvas = canvas.transparent();
        }
        if let Some(pad) = how.pad {
            canvas = canvas.tight(pad);
        }
        if let Some(limits) = &how.limits {
            canvas = canvas.with_limits(limits.clone());
        }
        format.encode(&mut canvas, how)
    }

    /// The figure as an SVG document: paths where the data is, text as text in a font that the
    /// document brings along, pictures as PNG within. Its size is the figure's, at 72 points to the
    /// inch; everything stands where the pixels of [`to_png`](Self::to_png) have it, but lines are
    /// not fitted to the pixel grid.
    ///
    /// Lines that are longer than the page and simplified, pictures, and triangles with mixed
    /// colours are as fine as the figure's resolution.
    ///
    /// ```
    /// use figure::Figure;
    ///
    /// let mut fig = Figure::new((5.0, 4.0), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// ax.plot_y([1, 2, 3])?;
    /// ax.set_title("a & b");
    /// let svg = fig.to_svg()?;
    /// assert!(svg.contains("width=\"360pt\" height=\"288pt\" viewBox=\"0 0 500 400\""));
    /// assert!(svg.contains(">a &amp; b</text>"));
    /// # Ok::<(), figure::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`draw_list`](Self::draw_list).
    pub fn to_svg(&self) -> Result<String> {
        FigureCanvasAgg::new(self).document(vector::svg)
    }

    /// The figure as a PDF document of one page; otherwise as [`to_svg`](Self::to_svg).
    ///
    /// # Errors
    ///
    /// As for [`draw_list`](Self::draw_list).
    #[cfg(feature = "pdf")]
    pub fn to_pdf(&self) -> Result<Vec<u8>> {
        FigureCanvasAgg::new(self).document(vector::pdf)
    }

    /// Draws the figure and writes it to anything that takes bytes.
    ///
    /// # Errors
    ///
    /// As for [`to_bytes`](Self::to_bytes), and [`Error::Io`] where `out` fails.
    pub fn write(&self, mut out: impl Write, format: Format, how: &SaveOptions) -> Result<()> {
        out.write_all(&self.to_bytes(format, how)?)?;
        Ok(())
    }

    /// Draws the figure and saves it; the file's extension says how: `png`, `bmp`, `ppm`,
    /// `rgba` or `svg`, with the feature `pdf` also `pdf`, and with the feature `image` also `jpg`,
    /// `webp` or `tif`, in upper or lower case.
    ///
    /// The picture is written beside the file and then moved into its place, so whoever reads
    /// the file sees the old picture or the new one, and a failed save leaves the old one.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownExtension`] before anything is drawn; then as for
    /// [`to_bytes`](Self::to_bytes); [`Error::Io`] with the path where the file cannot be
    /// written.
    pub fn savefig(&self, path: impl AsRef<Path>) -> Result<()> {
        self.savefig_as(path, &SaveOptions::of(&self.style().savefig))
    }

    /// The same, with more to say about it.
    ///
    /// # Errors
    ///
    /// As for [`savefig`](Self::savefig).
    pub fn savefig_as(&self, path: impl AsRef<Path>, how: &SaveOptions) -> Result<()> {
        let path = path.as_ref();
        let bytes = self.to_bytes(Format::of(path)?, how)?;
        file::replace(path, &bytes).map_err(|source| Error::Io {
            path: Some(path.to_owned()),
            source,
        })
    }
}

/// Dots per metre, as files count them; 0, which means unknown, where the number does not fit.
fn dots_per_meter(dpi: f64) -> u32 {
    let dots = dpi / 0.0254 + 0.5;
    if dots <= f64::from(u32::MAX) {
        dots as u32
    } else {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_extension_decides_in_any_case() {
        assert_eq!(Format::of(Path::new("a/b.PNG")).ok(), Some(Format::Png));
        assert_eq!(Format::of(Path::new("b.tar.bmp")).ok(), Some(Format::Bmp));
        for unknown in ["b", "b.", "png", ".png", "b.tex"] {
            let refused = Format::of(Path::new(unknown));
            assert!(
                matches!(refused, Err(Error::UnknownExtension(_))),
                "{unknown}"
            );
        }
    }

    #[test]
    fn a_hundred_dots_per_inch_are_3937_per_meter() {
        assert_eq!(dots_per_meter(100.0), 3937);
        assert_eq!(dots_per_meter(1e300), 0);
    }
}
