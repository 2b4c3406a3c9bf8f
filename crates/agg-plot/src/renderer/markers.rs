//! Markers: one shape at many places.
//!
//! The shape is rasterized once, around the origin, and kept as a *stamp*: spans with their
//! coverage. At each place the stamp is laid down at whole pixels, so all markers of a call look
//! the same, and ten thousand of them cost little more than their pixels.

use crate::renderer::Renderer;
use crate::renderer::clip::{ClipMask, around};
use crate::renderer::collection::{Item, Kind as ItemKind, Styles};
use crate::renderer::edges::EdgePixels;
use crate::renderer::outline::Outline;
use crate::source::AnyPath;
use crate::{Antialiasing, Error, GraphicsContext, MarkerPlaces, PathSource, Snap};
use agg_core::{
    Affine, Blend, Blender, Color, Coverage, FillRule, IntRect, Path, PathEl, PathIterator,
    PixmapMut, Point, Rasterizer, Span, StraightRgba8,
};
use std::ops::Range;

/// What can be drawn on.
type View<'a> = PixmapMut<'a, StraightRgba8>;

/// A marker's face or its line, ready to be laid down.
#[derive(Debug)]
struct Part {
    stamp: Stamp,
    solid: [u8; 4],
    blender: Blender<StraightRgba8>,
    /// Where the stamp has edges; only known for drawing inside of a clip path.
    edges: EdgePixels,
}

impl Renderer {
    /// Draws a marker at every vertex of a path: filled with `face`, stroked with the pen of `gc`,
    /// always smoothed, and at whole pixels unless [`MarkerPlaces::Exact`] is asked for. Each path
    /// comes with its transform to pixels, y up. Dashes, hatch and sketch do not matter, nor the
    /// clip rectangle where there is a clip path. Vertices that are not finite are left out.
    ///
    /// # Errors
    ///
    /// [`Error::Surface`] where there is no memory for the mask of a clip path.
    pub fn draw_markers(
        &mut self,
        gc: &GraphicsContext,
        (marker, size): (impl PathSource, Affine),
        (places, to_pixels): (impl PathSource, Affine),
        face: Option<Color>,
    ) -> Result<(), Error> {
        let marker = (AnyPath::new(&marker), size);
        let places = (AnyPath::new(&places), to_pixels);
        self.stamp_markers(gc, marker, places, face)
    }

    fn stamp_markers(
        &mut self,
        gc: &GraphicsContext,
        marker: (AnyPath<'_>, Affine),
        places: (AnyPath<'_>, Affine),
        face: Option<Color>,
    ) -> Result<(), Error> {
        if self.options.marker_places == MarkerPlaces::Exact {
            return self.draw_exact_markers(gc, marker, places, face);
        }
        let parts = self.marker_parts(gc, marker, face)?;
        self.clip_to_mask(gc)?;
        // As in matplotlib, a clip path takes the place of the clip rectangle.
        let clip = match gc.clip_path {
            Some(_) => self.surface.bounds(),
            None => self.inclusive_clip_box(gc.clip_rect),
        };
        let mask = self.mask.as_ref().filter(|_| gc.clip_path.is_some());
        let (path, transform) = places;
        let to_surface = transform
            .then(Affine::scale_xy(1.0, -1.0))
            .then(Affine::translate(
                0.5,
                f64::from(self.surface.height()) + 0.5,
            ));
        let mut surface = PixmapMut::from(&mut self.surface);
        if let Some(mut seen) = surface.part(clip) {
            for_each_vertex(path.elements().transformed(to_surface), |p| {
                let at = (p.x.floor() as i32, p.y.floor() as i32);
                parts.iter().for_each(|part| part.lay(&mut seen, at, mask));
            });
        }
        Ok(())
    }

    /// Draws markers where they are, between pixels too.
    fn draw_exact_markers(
        &mut self,
        gc: &GraphicsContext,
        (marker, transform): (AnyPath<'_>, Affine),
        (path, to_pixels): (AnyPath<'_>, Affine),
        face: Option<Color>,
    ) -> Result<(), Error> {
        let mut places = Vec::new();
        for_each_vertex(path.elements().transformed(to_pixels), |p| places.push(p));
        let items = places.iter().filter(|p| p.is_finite()).map(|p| Item {
            path: marker,
            number: 0,
            transform: transform.then(Affine::translate(p.x, p.y)),
        });
        let gc = GraphicsContext {
            antialiasing: Antialiasing::On,
            dashes: None,
            hatch: None,
            sketch: None,
            snap: Snap::Off,
            ..gc.clone()
        };
        let style = Styles {
            face_colors: face.as_slice(),
            edge_colors: std::slice::from_ref(&gc.color),
            line_widths: std::slice::from_ref(&gc.line_width),
            ..Styles::default()
        };
        self.draw_items(&gc, &style, ItemKind::Paths, items)
    }

    /// The face, if there is one, and the line of a marker around the origin.
    fn marker_parts(
        &mut self,
        gc: &GraphicsContext,
        (marker, transform): (AnyPath<'_>, Affine),
        face: Option<Color>,
    ) -> Result<Vec<Part>, Error> {
        let transform = transform.then(Affine::scale_xy(1.0, -1.0));
        let width = self.points_to_pixels(gc.line_width);
        let pen = self.pen(gc, width);
        let mut outline = Outline::new(marker, transform).snapped(gc.snap, width);
        if !outline.is_snapped() {
            // A marker that is symmetric about the origin shall be so about a pixel's centre.
            outline = outline.shifted(0.5);
        }
        let mut part = |shape: Path, color: Color| {
            let stamp = Stamp::of(&shape, &mut self.rasterizer);
            self.check_cells()?;
            Ok(Part {
                stamp,
                solid: StraightRgba8::solid(color),
                blender: Blender::new(color),
                edges: match gc.clip_path {
                    Some(_) => EdgePixels::of(&self.rasterizer),
                    None => EdgePixels::default(),
                },
            })
        };
        let face = face.filter(|face| face.a != 0.0);
        let face = face.map(|face| part(outline.elements().collect(), face));
        let line = part(outline.elements().stroked(&pen).collect(), gc.color);
        face.into_iter().chain([line]).collect()
    }
}

/// Every vertex of a path once its curves are flattened; of a closing, the point it returns to.
fn for_each_vertex(elements: impl Iterator<Item = PathEl>, mut visit: impl FnMut(Point)) {
    let mut start = None;
    elements.flattened(0.5).for_each(|element| {
        if let PathEl::MoveTo(p) = element {
            start = Some(p);
        }
        element.end().or(start).into_iter().for_each(&mut visit);
    });
}

/// A shape near the origin as pieces, in the order in which they were swept.
#[derive(Debug, Default)]
struct Stamp {
    pieces: Vec<Piece>,
    covers: Vec<u8>,
    bounds: IntRect,
}

/// Rows of so many pixels.
#[derive(Debug)]
struct Piece {
    x: i32,
    y: i32,
    len: u32,
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    /// One row.
    Uniform(u8),
    /// One cover a pixel, row after row: a range of the stamp's.
    Rows(Range<usize>),
}

/// A shape of so many columns at most is one piece, zeros around it: to begin a piece costs more
/// than a few pixels do.
const NARROW: i32 = 64;
/// Rows of so many pixels, or of a multiple, are laid at once.
const AT_ONCE: i32 = 8;

impl Stamp {
    fn of(shape: &Path, rasterizer: &mut Rasterizer) -> Self {
        rasterizer.set_clip_box(around(shape));
        rasterizer.add(shape);
        let mut stamp = Self::default();
        rasterizer.for_each_span(FillRule::NonZero, |span| stamp.add(span));
        if stamp.bounds.x1 - stamp.bounds.x0 <= NARROW {
            stamp.in_one_piece()
        } else {
            stamp
        }
    }

    /// Adds a span as a piece of its own.
    fn add(&mut self, span: Span<'_>) {
        // A span lies within the clip box, whose sides fit easily.
        let (x, y, len) = (span.x(), span.y(), span.len() as u32);
        let end = x + len as i32;
        let IntRect { x0, y0, x1, .. } = match self.pieces.first() {
            Some(_) => self.bounds,
            None => IntRect::new(x, y, end, y),
        };
        // Rows come from the top down.
        self.bounds = IntRect::new(x0.min(x), y0, x1.max(end), y + 1);
        let kind = match span.coverage() {
            Coverage::Uniform { cover, .. } => Kind::Uniform(cover),
            Coverage::PerPixel(covers) => {
                let start = self.covers.len();
                self.covers.extend_from_slice(covers);
                Kind::Rows(start..self.covers.len())
            }
        };
        self.pieces.push(Piece { x, y, len, kind });
    }

    /// The same as one piece of many rows.
    fn in_one_piece(self) -> Self {
        let IntRect { x0, y0, x1, y1 } = self.bounds;
        let len = ((x1 - x0) as u32).next_multiple_of(AT_ONCE as u32);
        let mut covers = vec![0; len as usize * (y1 - y0) as usize];
        for piece in &self.pieces {
            let at = (piece.y - y0) as usize * len as usize + (piece.x - x0) as usize;
            let room = covers.get_mut(at..at + piece.len as usize);
            let room = room.unwrap_or_default();
            match &piece.kind {
                Kind::Uniform(cover) => room.fill(*cover),
                Kind::Rows(range) => room.copy_from_slice(self.covers(range)),
            }
        }
        let kind = Kind::Rows(0..covers.len());
        Self {
            pieces: vec![Piece {
                x: x0,
                y: y0,
                len,
                kind,
            }],
            covers,
            bounds: self.bounds,
        }
    }

    fn covers(&self, range: &Range<usize>) -> &[u8] {
        self.covers.get(range.clone()).unwrap_or_default()
    }

    fn placed(&self, (x, y): (i32, i32)) -> IntRect {
        let IntRect { x0, y0, x1, y1 } = self.bounds;
        IntRect::new(
            x0.saturating_add(x),
            y0.saturating_add(y),
            x1.saturating_add(x),
            y1.saturating_add(y),
        )
    }
}

impl Part {
    /// Lays the stamp down with its origin at `at`.
    fn lay(&self, surface: &mut View<'_>, at: (i32, i32), mask: Option<&ClipMask>) {
        let seen = self.stamp.placed(at).intersection(surface.bounds());
        if seen.is_empty() {
            return;
        }
        for piece in &self.stamp.pieces {
            match mask {
                None => self.lay_piece(surface, piece, at),
                Some(mask) => self.lay_masked(surface, piece, at, mask),
            }
        }
    }

    fn lay_piece(&self, surface: &mut View<'_>, piece: &Piece, at: (i32, i32)) {
        let (x, y) = (piece.x + at.0, piece.y + at.1);
        match &piece.kind {
            Kind::Uniform(cover) => {
                let (pixels, _) = surface.row_mut(x, y, piece.len as usize);
                self.blender.run(pixels, *cover);
            }
            Kind::Rows(range) => {
                let covers = self.stamp.covers(range);
                self.blender.lay_rows(surface, (x, y), piece.len, covers);
            }
        }
    }

    /// Lays a piece down through a mask.
    fn lay_masked(&self, surface: &mut View<'_>, piece: &Piece, at: (i32, i32), mask: &ClipMask) {
        let len = piece.len as usize;
        let uniform;
        let covers = match &piece.kind {
            Kind::Uniform(cover) => {
                uniform = vec![*cover; len];
                &uniform
            }
            Kind::Rows(range) => self.stamp.covers(range),
        };
        for (y, covers) in (piece.y..).zip(covers.chunks_exact(len)) {
            let place = (piece.x + at.0, y + at.1);
            let (pixels, skipped) = surface.row_mut(place.0, place.1, len);
            let columns = (piece.x..).zip(covers).skip(skipped);
            let mask = mask.row(place.0, place.1);
            for (pixel, ((x, &cover), &mask)) in pixels.iter_mut().zip(columns.zip(mask)) {
                let cover = self.edges.masked((x, y), cover, mask);
                *pixel = StraightRgba8::over(*pixel, &self.solid, cover);
            }
        }
    }
}
