//! Markers: one shape at many places.
//!
//! The shape is rasterized once, around the origin, and kept as a *stamp*: spans with their
//! coverage. At each place the stamp is laid down at whole pixels, so all markers of a call look
//! the same, and ten thousand of them cost little more than their pixels.

use crate::renderer::clip::{ClipMask, around};
use crate::renderer::collection::{Item, Kind as ItemKind, Styles};
use crate::renderer::edges::EdgePixels;
use crate::renderer::outline::Outline;
use crate::renderer::{Renderer, Surface};
use crate::source::AnyPath;
use crate::{Antialiasing, Error, GraphicsContext, MarkerPlaces, PathSource, Snap};
use agg_core::{
    Affine, Blend, Blender, Color, Coverage, FillRule, IntRect, Path, PathEl, PathIterator, Point,
    Rasterizer, Span, StraightRgba8,
};
use std::ops::Range;

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
        let surface = &mut self.surface;
        for_each_vertex(path.elements().transformed(to_surface), |p| {
            let at = (p.x.floor() as i32, p.y.floor() as i32);
            parts
                .iter()
                .for_each(|part| part.lay(surface, at, clip, mask));
        });
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

/// The spans of a shape near the origin, in the order in which they were swept.
#[derive(Debug, Default)]
struct Stamp {
    spans: Vec<StampSpan>,
    covers: Vec<u8>,
    bounds: IntRect,
}

#[derive(Debug)]
struct StampSpan {
    x: i32,
    y: i32,
    len: i32,
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    Uniform(u8),
    /// One cover a pixel: a range of the stamp's.
    PerPixel(Range<usize>),
}

/// Spans that make a run of so many pixels at most become one.
const WORTH_MERGING: i32 = 48;

fn push(covers: &mut Vec<u8>, coverage: Coverage<'_>) {
    match coverage {
        Coverage::Uniform { len, cover } => covers.resize(covers.len() + len, cover),
        Coverage::PerPixel(more) => covers.extend_from_slice(more),
    }
}

impl Stamp {
    fn of(shape: &Path, rasterizer: &mut Rasterizer) -> Self {
        let bounds = around(shape);
        let mut stamp = Self {
            bounds,
            ..Self::default()
        };
        rasterizer.set_clip_box(bounds);
        rasterizer.add(shape);
        rasterizer.for_each_span(FillRule::NonZero, |span| stamp.add(span));
        stamp
    }

    /// Adds a span. One that goes on near to where the last one ended becomes a part of that,
    /// zeros between them: to begin a run of pixels costs more than a few pixels do.
    fn add(&mut self, span: Span<'_>) {
        // A span lies within the clip box, whose sides fit easily.
        let (x, y, len) = (span.x(), span.y(), span.len() as i32);
        if let Some(last) = self.spans.last_mut()
            && let Kind::PerPixel(range) = &mut last.kind
            && (last.y, range.end) == (y, self.covers.len())
            && x + len - last.x <= WORTH_MERGING
        {
            let end = self.covers.len() + (x - last.x - last.len) as usize;
            self.covers.resize(end, 0);
            push(&mut self.covers, span.coverage());
            (last.len, range.end) = (x + len - last.x, self.covers.len());
            return;
        }
        let start = self.covers.len();
        let kind = match span.coverage() {
            Coverage::Uniform { cover, .. } if len > WORTH_MERGING => Kind::Uniform(cover),
            coverage => {
                push(&mut self.covers, coverage);
                Kind::PerPixel(start..self.covers.len())
            }
        };
        self.spans.push(StampSpan { x, y, len, kind });
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
    fn lay(&self, surface: &mut Surface, at: (i32, i32), clip: IntRect, mask: Option<&ClipMask>) {
        if self.stamp.placed(at).intersection(clip).is_empty() {
            return;
        }
        for span in &self.stamp.spans {
            let (x, y) = (span.x + at.0, span.y + at.1);
            let (start, end) = (x.max(clip.x0), (x + span.len).min(clip.x1));
            if start >= end || y < clip.y0 || y >= clip.y1 {
                continue;
            }
            let (pixels, _) = surface.row_mut(start, y, (end - start) as usize);
            let coverage = match &span.kind {
                Kind::Uniform(cover) => Coverage::Uniform {
                    len: span.len as usize,
                    cover: *cover,
                },
                Kind::PerPixel(range) => {
                    Coverage::PerPixel(self.stamp.covers.get(range.clone()).unwrap_or_default())
                }
            };
            let skipped = (start - x) as usize;
            match mask {
                None => self.blender.lay(pixels, skipped, coverage),
                Some(mask) => {
                    let mask = mask.row(start, y);
                    self.lay_masked(pixels, (skipped, coverage), mask, (start - at.0, span.y));
                }
            }
        }
    }

    /// Blends pixels, the first of which is that of the stamp at `from`, through a mask.
    fn lay_masked(
        &self,
        pixels: &mut [[u8; 4]],
        (skipped, coverage): (usize, Coverage<'_>),
        mask: &[u8],
        from: (i32, i32),
    ) {
        let cover = |i: usize| match coverage {
            Coverage::Uniform { cover, .. } => cover,
            Coverage::PerPixel(covers) => covers.get(skipped + i).copied().unwrap_or(0),
        };
        for ((i, pixel), (x, &mask)) in pixels.iter_mut().enumerate().zip((from.0..).zip(mask)) {
            let cover = self.edges.masked((x, from.1), cover(i), mask);
            *pixel = StraightRgba8::over(*pixel, &self.solid, cover);
        }
    }
}
