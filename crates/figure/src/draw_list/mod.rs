//! What is drawn, in order: a list of plain items, each complete in itself.
//!
//! The list holds all that a renderer needs and nothing that it would have to work out: no axes,
//! no style, no data but the coordinates of points, which it borrows from the figure. A page of
//! paths, markers and lines of glyphs, it can be printed, compared, and drawn by anything.

mod axis;
mod build;
mod collection;
mod colorbar;
mod contours;
mod hatch;
mod image;
mod legend;
mod line;
mod mesh;
mod note;
mod patch;
mod quiver;
mod resample;

use std::sync::Arc;

use agg_core::{Affine, Color, Dash, Path, PathEl, Point, Rect};
use agg_plot::{Antialiasing, GraphicsContext, PathSource};

use crate::artist::Points;
use crate::error::Result;
use crate::figure::Figure;
use crate::layout::Page;
use agg_text::GlyphCache;

/// A figure as a list of items to be drawn one after the other.
///
/// Coordinates are pixels with y **up** from the bottom edge of a page of `height` pixels.
#[derive(Clone, Debug)]
pub struct DrawList<'a> {
    page: Page,
    items: Vec<Item<'a>>,
}

impl<'a> DrawList<'a> {
    /// The list for a figure.
    pub(crate) fn new(figure: &'a Figure, page: Page, cache: &mut GlyphCache) -> Result<Self> {
        let (page, items) = build::items(figure, page, cache)?;
        Ok(Self { page, items })
    }

    /// Width of the page in pixels, not rounded.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.page.part.width
    }

    /// Height of the page in pixels, not rounded.
    #[must_use]
    pub fn height(&self) -> f64 {
        self.page.part.height
    }

    /// Pixels to the inch.
    #[must_use]
    pub fn dpi(&self) -> f64 {
        self.page.dpi
    }

    /// Width and height in whole pixels.
    #[must_use]
    pub fn pixels(&self) -> (u32, u32) {
        self.page.pixels()
    }

    /// The items, the first to be drawn first.
    #[must_use]
    pub fn items(&self) -> &[Item<'a>] {
        &self.items
    }
}

impl Figure {
    /// What would be drawn, in order, as plain values.
    ///
    /// # Errors
    ///
    /// [`Error::FigureSize`](crate::Error::FigureSize) for a size that cannot be drawn; unknown names of colours, markers
    /// and line styles; text that cannot be set; ticks that cannot be placed.
    pub fn draw_list(&self) -> Result<DrawList<'_>> {
        DrawList::new(self, Page::new(self)?, &mut GlyphCache::new())
    }
}

/// One thing to draw.
#[non_exhaustive]
#[derive(Clone, Debug)]
pub enum Item<'a> {
    /// A path, filled with `face` if there is one, then stroked.
    Path {
        /// How it is stroked, and what it is clipped to.
        gc: GraphicsContext,
        /// The path.
        outline: Outline<'a>,
        /// From the path's coordinates to pixels.
        transform: Affine,
        /// What fills it.
        face: Option<Color>,
    },
    /// A shape stamped on each point of a path.
    Markers {
        /// How the shape is stroked, and what all are clipped to.
        gc: GraphicsContext,
        /// The shape, about the origin.
        marker: Path,
        /// From the shape's coordinates to pixels.
        marker_transform: Affine,
        /// Where it goes.
        outline: Outline<'a>,
        /// From the points' coordinates to pixels.
        transform: Affine,
        /// What fills the shape.
        face: Color,
    },
    /// Many paths.
    Collection(Box<Paths<'a>>),
    /// A mesh of cells.
    Mesh(Box<Quads>),
    /// Triangles with a colour at each corner, mixed between them.
    Triangles {
        /// The clip.
        gc: GraphicsContext,
        /// The corners and their colours.
        triangles: Vec<[(Point, Color); 3]>,
        /// From corners to pixels.
        transform: Affine,
    },
    /// A picture.
    Image(Box<Picture>),
    /// A line of glyphs.
    Text {
        /// The glyphs.
        line: Arc<agg_text::Line>,
        /// The string that they were made from.
        string: Arc<str>,
        /// Where the baseline starts.
        x: f64,
        /// Where the baseline starts, up from the bottom of the page.
        y: f64,
        /// How the line is turned about that point, counter-clockwise, in degrees.
        angle: f64,
        /// The colour.
        color: Color,
        /// What the glyphs are clipped to.
        clip: Option<Rect>,
    },
    /// A character of mathematics.
    Character {
        /// The character; its face may show another one.
        character: char,
        /// Its glyph in the font.
        glyph: agg_text::GlyphId,
        /// The font.
        font: agg_text::Font,
        /// The size.
        size: agg_text::FontSize,
        /// From where the baseline of the formula starts, before it is turned.
        offset: (f64, f64),
        /// Where that is.
        x: f64,
        /// Where that is, up from the bottom of the page.
        y: f64,
        /// How the formula is turned about that point, counter-clockwise, in degrees.
        angle: f64,
        /// The colour.
        color: Color,
        /// What it is clipped to.
        clip: Option<Rect>,
    },
}

/// Many paths at once; see [`agg_plot::Collection`]. All lists are counted around.
#[derive(Clone, Debug)]
pub struct Paths<'a> {
    /// Clip, grid fitting, caps and joins.
    pub gc: GraphicsContext,
    /// The paths.
    pub paths: Arc<[Path]>,
    /// A transform for each path, before the common one.
    pub transforms: Vec<Affine>,
    /// The common transform, to pixels.
    pub transform: Affine,
    /// Where each path goes; none for no shift.
    pub offsets: Outline<'a>,
    /// From offsets to pixels.
    pub offset_transform: Affine,
    /// The faces; none for no faces.
    pub face_colors: Vec<Color>,
    /// The pens' colours; none for no strokes.
    pub edge_colors: Vec<Color>,
    /// The pens' widths in points.
    pub line_widths: Vec<f64>,
    /// The pens' dashes in points.
    pub dashes: Vec<Option<Dash>>,
    /// The hatches' colours; none for no hatches.
    pub hatch_colors: Vec<Color>,
    /// Whether edges are smoothed.
    pub antialiasing: Antialiasing,
}

/// A mesh of cells; see [`agg_plot::QuadMesh`].
#[derive(Clone, Debug)]
pub struct Quads {
    /// Clip, grid fitting, and the borders' width.
    pub gc: GraphicsContext,
    /// From corners to pixels.
    pub transform: Affine,
    /// Cells beside each other.
    pub columns: usize,
    /// Cells above each other.
    pub rows: usize,
    /// The corners, row after row.
    pub corners: Vec<Point>,
    /// The cells' colours.
    pub face_colors: Vec<Color>,
    /// The borders' colours; none for no borders.
    pub edge_colors: Vec<Color>,
    /// Whether edges are smoothed.
    pub antialiasing: Antialiasing,
}

/// A picture, pixel for pixel.
#[derive(Clone, Debug)]
pub struct Picture {
    /// The clip.
    pub gc: GraphicsContext,
    /// The left edge.
    pub x: f64,
    /// The lower edge.
    pub y: f64,
    /// Columns.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Red, green, blue and straight alpha, the lowest row first.
    pub pixels: Vec<u8>,
}

/// The path of an [`Item`].
#[derive(Clone, Debug)]
pub enum Outline<'a> {
    /// A path of its own.
    Path(Path),
    /// A line through points of the figure's data.
    Polyline(Polyline<'a>),
    /// A line through points whose axes are not linear.
    Bent(Arc<Bent>),
}

/// A line through points of a figure's data, after the axes' scales.
#[derive(Clone, Debug)]
pub struct Bent {
    /// The points.
    pub path: Path,
    /// As for [`Polyline`].
    pub simplify: Option<f64>,
}

impl PathSource for Bent {
    fn elements(&self) -> impl Iterator<Item = PathEl> {
        self.path.elements()
    }

    fn vertex_count(&self) -> usize {
        self.path.points().len()
    }

    fn is_polyline(&self) -> bool {
        true
    }

    fn simplify_threshold(&self) -> Option<f64> {
        self.simplify
    }
}

/// A line through points of a figure's data, read from where they are.
#[derive(Clone, Copy, Debug)]
pub struct Polyline<'a> {
    /// The points.
    pub points: Points<'a>,
    /// How far, in pixels, the line may be moved by leaving points out; `None` keeps all.
    pub simplify: Option<f64>,
}

impl PathSource for Polyline<'_> {
    fn elements(&self) -> impl Iterator<Item = PathEl> {
        self.points.iter().enumerate().map(|(i, point)| match i {
            0 => PathEl::MoveTo(point),
            _ => PathEl::LineTo(point),
        })
    }

    fn vertex_count(&self) -> usize {
        self.points.len()
    }

    fn is_polyline(&self) -> bool {
        true
    }

    fn simplify_threshold(&self) -> Option<f64> {
        self.simplify
    }
}
