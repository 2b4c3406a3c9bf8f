//! Laying colour over what the rasterizer holds.
//!
//! A pixel's coverage `c` becomes the coverage that is drawn by one of four rules:
//!
//! | | no clip path | a clip path that covers `m` of the pixel |
//! | --- | --- | --- |
//! | smoothed | `c` | `(255 + c·m) / 256` |
//! | not smoothed | 255 | `m` |

use crate::renderer::clip::ClipMask;
use crate::renderer::{Renderer, Surface};
use crate::{Antialiasing, Error, GraphicsContext};
use agg_core::{
    Blend, Blender, Color, Coverage, FillRule, IntRect, PixmapMut, Rasterizer, Span, StraightRgba8,
};
use std::ops::Range;
use std::sync::Mutex;

impl Renderer {
    /// Draws the shape in the rasterizer with one colour, inside of the clip path of `gc`.
    ///
    /// # Errors
    ///
    /// [`Error::CellLimit`] where the shape exceeds it; nothing is drawn then.
    pub(super) fn ink(&mut self, gc: &GraphicsContext, color: Color) -> Result<(), Error> {
        self.check_cells()?;
        let ink = Ink {
            blender: Blender::new(color),
            color,
            antialiasing: gc.antialiasing,
            mask: self.mask.as_ref().filter(|_| gc.clip_path.is_some()),
        };
        let rows = Rows::of(&mut self.surface);
        let threads = self.options.threads.get();
        if threads > 1 && rows.are_worth_threads(&self.rasterizer) {
            lay_in_threads(&self.rasterizer, rows.split(threads), &ink);
        } else if ink.is_plain() {
            // Most of what is drawn.
            let mut surface = PixmapMut::from(&mut self.surface);
            self.rasterizer.for_each_band(FillRule::NonZero, |spans| {
                ink.blender.lay_spans(&mut surface, spans);
            });
        } else {
            lay_all(&mut self.rasterizer, rows, &ink);
        }
        Ok(())
    }

    /// # Errors
    ///
    /// [`Error::CellLimit`] where the shape in the rasterizer exceeds it.
    pub(super) fn check_cells(&self) -> Result<(), Error> {
        self.check_meter()?;
        if self.rasterizer.exceeds_cell_limit() {
            return Err(Error::CellLimit);
        }
        Ok(())
    }

    /// Draws whole pixels with one colour, inside of the clip box and the clip path of `gc`.
    pub(super) fn ink_box(&mut self, gc: &GraphicsContext, color: Color, pixels: IntRect) {
        let clip = self
            .rasterizer
            .clip_box()
            .intersection(self.surface.bounds());
        let IntRect { x0, y0, x1, y1 } = pixels.intersection(clip);
        let len = usize::try_from(x1 - x0).unwrap_or(0);
        let blender = Blender::<StraightRgba8>::new(color);
        let mask = self.mask.as_ref().filter(|_| gc.clip_path.is_some());
        for y in y0..y1 {
            let (row, _) = self.surface.row_mut(x0, y, len);
            let Some(mask) = mask else {
                blender.run(row, 255);
                continue;
            };
            let solid = StraightRgba8::solid(color);
            for (pixel, &mask) in row.iter_mut().zip(mask.row(x0, y)) {
                let cover = match gc.antialiasing {
                    Antialiasing::On => both(255, mask),
                    Antialiasing::Off => mask,
                };
                *pixel = StraightRgba8::over(*pixel, &solid, cover);
            }
        }
    }

    /// Draws the shape in the rasterizer, smoothed, with a colour for each pixel: `colors` of a
    /// row gives the colours by column.
    pub(super) fn paint<C: Fn(i32) -> [u8; 4]>(
        &mut self,
        gc: &GraphicsContext,
        colors: impl Fn(i32) -> C,
    ) -> Result<(), Error> {
        self.paint_masked(gc, colors, on_edges)
    }

    /// The same with a rule of its own for the coverage of a pixel inside of a clip path.
    pub(super) fn paint_masked<C: Fn(i32) -> [u8; 4]>(
        &mut self,
        gc: &GraphicsContext,
        colors: impl Fn(i32) -> C,
        rule: impl Fn((i32, i32), u8, u8) -> u8,
    ) -> Result<(), Error> {
        self.check_cells()?;
        let mask = self.mask.as_ref().filter(|_| gc.clip_path.is_some());
        let surface = &mut self.surface;
        self.rasterizer.for_each_span(FillRule::NonZero, |span| {
            let colors = colors(span.y());
            match mask {
                None => lay(surface, colors, span),
                Some(mask) => lay_masked(surface, colors, span, (mask, &rule)),
            }
        });
        Ok(())
    }
}

/// A colour on its way to the surface.
#[derive(Clone, Copy, Debug)]
struct Ink<'a> {
    blender: Blender<StraightRgba8>,
    color: Color,
    antialiasing: Antialiasing,
    mask: Option<&'a ClipMask>,
}

impl Ink<'_> {
    /// Whether a pixel's coverage is drawn as it is.
    fn is_plain(&self) -> bool {
        self.mask.is_none() && self.antialiasing == Antialiasing::On
    }

    #[inline]
    fn lay(&self, rows: &mut Rows<'_>, span: Span<'_>) {
        let (pixels, skipped) = rows.part_mut(span);
        match (self.mask, self.antialiasing, span.coverage()) {
            (None, Antialiasing::On, coverage) => self.blender.lay(pixels, skipped, coverage),
            (None, Antialiasing::Off, Coverage::Uniform { .. }) => self.blender.run(pixels, 255),
            (None, Antialiasing::Off, Coverage::PerPixel(covers)) => {
                self.lay_whole(pixels, covers.get(skipped..).unwrap_or_default());
            }
            (Some(mask), _, _) => self.lay_masked(pixels, span, skipped, mask),
        }
    }

    /// Lays the colour over pixels, wholly over each that is covered at all.
    fn lay_whole(&self, pixels: &mut [[u8; 4]], covers: &[u8]) {
        const PART: usize = 128;
        for (pixels, covers) in pixels.chunks_mut(PART).zip(covers.chunks(PART)) {
            let mut whole = [0; PART];
            for (whole, &cover) in whole.iter_mut().zip(covers) {
                *whole = if cover > 0 { 255 } else { 0 };
            }
            self.blender.covers(pixels, &whole);
        }
    }

    fn lay_masked(&self, pixels: &mut [[u8; 4]], span: Span<'_>, skipped: usize, mask: &ClipMask) {
        let solid = StraightRgba8::solid(self.color);
        let mask = mask.row(span.x(), span.y());
        let covers = covers(span, skipped).zip(mask);
        for (pixel, ((_, cover), &mask)) in pixels.iter_mut().zip(covers) {
            let cover = match self.antialiasing {
                Antialiasing::On => both(cover, mask),
                Antialiasing::Off if cover > 0 => mask,
                Antialiasing::Off => 0,
            };
            *pixel = StraightRgba8::over(*pixel, &solid, cover);
        }
    }
}

/// Rows of the surface, one below the other.
#[derive(Debug)]
struct Rows<'a> {
    pixels: &'a mut [[u8; 4]],
    width: usize,
    /// The uppermost.
    first: i32,
}

/// A shape of so many edges, or a surface of so many pixels, is worth starting a thread for.
const WORTH_A_THREAD: (usize, usize) = (4096, 1 << 20);

impl<'a> Rows<'a> {
    fn of(surface: &'a mut Surface) -> Self {
        let width = surface.width() as usize;
        Self {
            pixels: surface.pixels_mut(),
            width,
            first: 0,
        }
    }

    fn are_worth_threads(&self, rasterizer: &Rasterizer) -> bool {
        rasterizer.edge_count() >= WORTH_A_THREAD.0 || self.pixels.len() >= WORTH_A_THREAD.1
    }

    /// The rows in about equal parts.
    fn split(self, parts: usize) -> impl Iterator<Item = Self> {
        let (width, count) = (self.width, self.pixels.len() / self.width.max(1));
        let height = count.div_ceil(parts).max(1);
        let firsts = (self.first..).step_by(height);
        let parts = self.pixels.chunks_mut((height * width).max(1)).zip(firsts);
        parts.map(move |(pixels, first)| Self {
            pixels,
            width,
            first,
        })
    }

    fn range(&self) -> Range<i32> {
        // No side of a surface reaches 2²³.
        let count = (self.pixels.len() / self.width.max(1)) as i32;
        self.first..self.first + count
    }

    /// The pixels of a span, and how many of its pixels come before them.
    #[inline]
    fn part_mut(&mut self, span: Span<'_>) -> (&mut [[u8; 4]], usize) {
        // Of a column or a row before the first, the number is larger than any that there is.
        let start = span.x() as u32 as usize;
        let (start, end, skipped) = match start.checked_add(span.len()) {
            Some(end) if end <= self.width => (start, end, 0),
            _ => self.seen(span),
        };
        let row = span.y().wrapping_sub(self.first) as u32 as usize;
        let row = row.saturating_mul(self.width).min(self.pixels.len());
        let part = self.pixels.get_mut(row + start..row + end);
        (part.unwrap_or_default(), skipped)
    }

    /// Of a span that sticks out: the columns that can be seen, and how many lie before them.
    #[cold]
    fn seen(&self, span: Span<'_>) -> (usize, usize, usize) {
        let skipped = (-i64::from(span.x())).max(0) as usize;
        let start = (span.x().max(0) as usize).min(self.width);
        let end = (start + span.len().saturating_sub(skipped)).min(self.width);
        (start, end, skipped)
    }
}

fn lay_all(rasterizer: &mut Rasterizer, mut rows: Rows<'_>, ink: &Ink<'_>) {
    rasterizer.for_each_span(FillRule::NonZero, |span| ink.lay(&mut rows, span));
}

/// Sweeps each part in a thread of its own. What a row holds does not depend on the others, so
/// the pixels are those of one thread.
fn lay_in_threads<'a>(
    rasterizer: &Rasterizer,
    parts: impl Iterator<Item = Rows<'a>>,
    ink: &Ink<'_>,
) {
    let sweep = |mut rows: Rows<'a>| {
        let mut own = rasterizer.clone();
        own.for_each_span_in(rows.range(), FillRule::NonZero, |span| {
            ink.lay(&mut rows, span);
        });
    };
    let mut parts: Vec<Mutex<Option<Rows<'a>>>> = parts.map(|p| Mutex::new(Some(p))).collect();
    let take = |part: &Mutex<Option<Rows<'a>>>| part.lock().ok().and_then(|mut p| p.take());
    std::thread::scope(|scope| {
        for part in parts.iter().skip(1) {
            // Where no thread can be had, the part is left for below.
            let run = move || take(part).into_iter().for_each(sweep);
            drop(std::thread::Builder::new().spawn_scoped(scope, run));
        }
        if let Some(first) = parts.first() {
            take(first).into_iter().for_each(sweep);
        }
    });
    for part in &mut parts {
        let left = part.get_mut().ok().and_then(Option::take);
        left.into_iter().for_each(sweep);
    }
}

/// The coverage of a pixel that a shape covers by `cover` and a mask lets through by `mask`.
#[inline]
pub(super) fn both(cover: u8, mask: u8) -> u8 {
    ((255 + u32::from(cover) * u32::from(mask)) >> 8) as u8
}

fn on_edges(_: (i32, i32), cover: u8, mask: u8) -> u8 {
    both(cover, mask)
}

/// Lays colours, by column, over a span.
#[inline]
fn lay(surface: &mut Surface, colors: impl Fn(i32) -> [u8; 4], span: Span<'_>) {
    let (pixels, skipped) = surface.row_mut(span.x(), span.y(), span.len());
    let pixels = pixels.iter_mut().zip(span.x().max(0)..);
    match span.coverage() {
        Coverage::Uniform { cover, .. } => {
            pixels.for_each(|(p, x)| *p = StraightRgba8::over(*p, &colors(x), cover));
        }
        Coverage::PerPixel(covers) => {
            let covers = covers.get(skipped..).unwrap_or_default();
            let pixels = pixels.zip(covers);
            pixels.for_each(|((p, x), &cover)| *p = StraightRgba8::over(*p, &colors(x), cover));
        }
    }
}

/// The same through a mask, the coverage of a pixel being what `rule` makes of its own and that of
/// the mask.
#[inline]
fn lay_masked(
    surface: &mut Surface,
    colors: impl Fn(i32) -> [u8; 4],
    span: Span<'_>,
    (mask, rule): (&ClipMask, impl Fn((i32, i32), u8, u8) -> u8),
) {
    let (pixels, skipped) = surface.row_mut(span.x(), span.y(), span.len());
    let mask = mask.row(span.x(), span.y());
    let covers = covers(span, skipped).zip(mask);
    for (pixel, ((x, cover), &mask)) in pixels.iter_mut().zip(covers) {
        *pixel = StraightRgba8::over(*pixel, &colors(x), rule((x, span.y()), cover, mask));
    }
}

/// The columns of a span and their coverage, from the `skipped`th on.
#[inline]
fn covers(span: Span<'_>, skipped: usize) -> impl Iterator<Item = (i32, u8)> {
    let (uniform, per_pixel): (u8, &[u8]) = match span.coverage() {
        Coverage::Uniform { cover, .. } => (cover, &[]),
        Coverage::PerPixel(covers) => (0, covers),
    };
    let columns = span.x()..=i32::MAX;
    let cover = move |i: usize| per_pixel.get(i).copied().unwrap_or(uniform);
    let all = columns.zip(0..).map(move |(x, i)| (x, cover(i)));
    all.skip(skipped)
}
