//! Laying a colour over what the rasterizer holds.
//!
//! A pixel's coverage becomes the coverage that is drawn by one of four rules:
//!
//! | | no clip path | clip path with coverage `m` there |
//! | --- | --- | --- |
//! | smoothed | `c` | `(255 + c·m) / 256` |
//! | not smoothed | 255 | `m` |

use crate::renderer::clip::ClipMask;
use crate::renderer::{Renderer, Surface};
use crate::{Antialiasing, GraphicsContext};
use agg_core::blend::blend_span;
use agg_core::{Blend, Color, Coverage, FillRule, Span, StraightRgba8};

impl Renderer {
    /// Draws the shape in the rasterizer with a colour, inside of the clip path of `gc`.
    pub(super) fn ink(&mut self, gc: &GraphicsContext, color: Color) {
        let solid = StraightRgba8::solid(color);
        let mask = self.mask.as_ref().filter(|_| gc.clip_path.is_some());
        let surface = &mut self.surface;
        self.rasterizer
            .for_each_span(FillRule::NonZero, |span| match (mask, gc.antialiasing) {
                (None, Antialiasing::On) => blend_span(surface, &solid, span),
                (None, Antialiasing::Off) => lay(surface, &solid, span, whole),
                (Some(mask), Antialiasing::On) => lay_masked(surface, &solid, span, mask, both),
                (Some(mask), Antialiasing::Off) => {
                    lay_masked(surface, &solid, span, mask, mask_alone);
                }
            });
    }
}

fn whole(cover: u8) -> u8 {
    if cover > 0 { 255 } else { 0 }
}

/// The coverage of a pixel that a shape covers by `cover` and a mask lets through by `mask`.
pub(super) fn both(cover: u8, mask: u8) -> u8 {
    ((255 + u32::from(cover) * u32::from(mask)) >> 8) as u8
}

fn mask_alone(cover: u8, mask: u8) -> u8 {
    if cover > 0 { mask } else { 0 }
}

/// Lays a colour over a span, its coverage changed by `rule`.
fn lay(surface: &mut Surface, solid: &[u8; 4], span: Span<'_>, rule: impl Fn(u8) -> u8) {
    let (pixels, skipped) = surface.row_mut(span.x(), span.y(), span.len());
    covers(span, skipped, |covers| {
        for (pixel, cover) in pixels.iter_mut().zip(covers) {
            *pixel = StraightRgba8::over(*pixel, solid, rule(cover));
        }
    });
}

fn lay_masked(
    surface: &mut Surface,
    solid: &[u8; 4],
    span: Span<'_>,
    mask: &ClipMask,
    rule: impl Fn(u8, u8) -> u8,
) {
    let (pixels, skipped) = surface.row_mut(span.x(), span.y(), span.len());
    let mask = mask.row(span.x(), span.y());
    covers(span, skipped, |covers| {
        for ((pixel, cover), &mask) in pixels.iter_mut().zip(covers).zip(mask) {
            *pixel = StraightRgba8::over(*pixel, solid, rule(cover, mask));
        }
    });
}

/// Hands the covers of a span, from the `skipped`th on, to `visit`.
fn covers(span: Span<'_>, skipped: usize, visit: impl FnOnce(&mut dyn Iterator<Item = u8>)) {
    match span.coverage() {
        Coverage::Uniform { cover, .. } => visit(&mut std::iter::repeat(cover)),
        Coverage::PerPixel(covers) => visit(&mut covers.iter().copied().skip(skipped)),
    }
}
