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
use agg_core::{Blend, Blender, Color, Coverage, FillRule, IntRect, Span, StraightRgba8};

impl Renderer {
    /// Draws the shape in the rasterizer with one colour, inside of the clip path of `gc`.
    ///
    /// # Errors
    ///
    /// [`Error::CellLimit`] where the shape exceeds it; nothing is drawn then.
    pub(super) fn ink(&mut self, gc: &GraphicsContext, color: Color) -> Result<(), Error> {
        self.check_cells()?;
        let (rasterizer, surface) = (&mut self.rasterizer, &mut self.surface);
        let Some(mask) = self.mask.as_ref().filter(|_| gc.clip_path.is_some()) else {
            let blender = Blender::<StraightRgba8>::new(color);
            match gc.antialiasing {
                Antialiasing::On => rasterizer.for_each_span(FillRule::NonZero, |span| {
                    let (pixels, skipped) = surface.row_mut(span.x(), span.y(), span.len());
                    blender.lay(pixels, skipped, span.coverage());
                }),
                Antialiasing::Off => rasterizer.for_each_span(FillRule::NonZero, |span| {
                    let (pixels, skipped) = surface.row_mut(span.x(), span.y(), span.len());
                    match span.coverage() {
                        Coverage::Uniform { .. } => blender.run(pixels, 255),
                        Coverage::PerPixel(covers) => {
                            let covers = covers.get(skipped..).unwrap_or_default();
                            for_each_run(pixels, covers, |run| blender.run(run, 255));
                        }
                    }
                }),
            }
            return Ok(());
        };
        let solid = StraightRgba8::solid(color);
        rasterizer.for_each_span(FillRule::NonZero, |span| match gc.antialiasing {
            Antialiasing::On => lay_masked(surface, |_| solid, span, (mask, on_edges)),
            Antialiasing::Off => lay_masked(surface, |_| solid, span, (mask, mask_alone)),
        });
        Ok(())
    }

    /// # Errors
    ///
    /// [`Error::CellLimit`] where the shape in the rasterizer exceeds it.
    pub(super) fn check_cells(&self) -> Result<(), Error> {
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

/// Hands the runs of pixels that are covered at all to `visit`.
fn for_each_run(
    mut pixels: &mut [[u8; 4]],
    mut covers: &[u8],
    mut visit: impl FnMut(&mut [[u8; 4]]),
) {
    let covered = |c: &u8| *c > 0;
    while let Some(start) = covers.iter().position(covered) {
        let rest = covers.get(start..).unwrap_or_default();
        let len = rest.iter().position(|c| *c == 0).unwrap_or(rest.len());
        let Some((run, after)) = pixels
            .split_at_mut_checked(start)
            .and_then(|(_, after)| after.split_at_mut_checked(len.min(after.len())))
        else {
            return;
        };
        visit(run);
        pixels = after;
        covers = rest.get(len..).unwrap_or_default();
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

fn mask_alone(_: (i32, i32), cover: u8, mask: u8) -> u8 {
    if cover > 0 { mask } else { 0 }
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
