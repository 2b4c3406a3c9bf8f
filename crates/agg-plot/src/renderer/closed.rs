//! Faces without seams between them.
//!
//! Two faces that share an edge share the pixels along it. Laid one over the other, each lets a
//! part of what is below through, and what is left of that is a seam:
//!
//! ```text
//!   one over the other   ½ of A over white, ½ of B over that     ¼ white, ¼ A, ½ B
//!   mixed                ½ of A and ½ of B                       ½ A, ½ B
//! ```
//!
//! So all faces go through one compound rasterizer, which says how much of each pixel belongs to
//! each face, the last being on top. The colours of a row are mixed by these shares, and the mix
//! is laid over the surface at once.

use crate::renderer::Renderer;
use crate::renderer::ink::both;
use crate::{Antialiasing, GraphicsContext};
use agg_core::{
    Blend, Color, CompoundRasterizer, Coverage, FillRule, IntRect, LayerOrder, PathEl,
    PathIterator, Sides, Span, StraightRgba8,
};

/// Shares of the pixels of a row: of each, red, green, blue and opacity so far.
#[derive(Debug)]
struct Mix {
    x0: i32,
    y: i32,
    sums: Vec<[u32; 4]>,
    /// The columns that have a share.
    from: usize,
    to: usize,
}

/// What a pixel that is covered whole by opaque faces sums up to.
const WHOLE: u32 = 255 * 255;

impl Mix {
    fn new(clip: IntRect) -> Self {
        let width = usize::try_from(i64::from(clip.x1) - i64::from(clip.x0)).unwrap_or(0);
        Self {
            x0: clip.x0,
            y: clip.y0,
            sums: vec![[0; 4]; width],
            from: width,
            to: 0,
        }
    }

    fn add(&mut self, [r, g, b, a]: [u8; 4], span: Span<'_>) {
        let start = usize::try_from(i64::from(span.x()) - i64::from(self.x0)).unwrap_or(0);
        let end = (start + span.len()).min(self.sums.len());
        (self.from, self.to) = (self.from.min(start), self.to.max(end));
        let [r, g, b, a] = [r, g, b, a].map(u32::from);
        let add = |sum: &mut [u32; 4], cover: u8| {
            let share = a * u32::from(cover);
            for (sum, part) in sum.iter_mut().zip([r * share, g * share, b * share, share]) {
                *sum += part;
            }
        };
        let sums = self.sums.get_mut(start..end).unwrap_or_default();
        match span.coverage() {
            Coverage::Uniform { cover, .. } => sums.iter_mut().for_each(|sum| add(sum, cover)),
            Coverage::PerPixel(covers) => {
                sums.iter_mut()
                    .zip(covers)
                    .for_each(|(sum, &c)| add(sum, c));
            }
        }
    }

    /// Hands the mixed colours of the row to `visit`, column by column, and begins the next row.
    fn finish(&mut self, next: i32, mut visit: impl FnMut(i32, i32, [u8; 4])) {
        let row = self.sums.get_mut(self.from..self.to).unwrap_or_default();
        for (x, sum) in (self.x0 + self.from as i32..).zip(row) {
            let [r, g, b, share] = std::mem::take(sum);
            if share > 0 {
                let color = [r, g, b].map(|c| ((c + share / 2) / share) as u8);
                // Covers and opacities up to 255 each: the sum of the first is at most 255.
                let alpha = ((share.min(WHOLE) + 127) / 255) as u8;
                visit(x, self.y, [color[0], color[1], color[2], alpha]);
            }
        }
        (self.from, self.to, self.y) = (self.sums.len(), 0, next);
    }
}

/// The faces of a call, collected.
#[derive(Debug)]
pub(super) struct Faces {
    compound: CompoundRasterizer,
    colors: Vec<[u8; 4]>,
}

impl Faces {
    pub(super) fn new(clip: IntRect) -> Self {
        Self {
            compound: CompoundRasterizer::with_clip_box(clip),
            colors: Vec::new(),
        }
    }

    /// Adds a face on top of those before.
    pub(super) fn add(&mut self, outline: impl Iterator<Item = PathEl>, color: Color) {
        // More faces than there are numbers for styles would not fit memory.
        let style = u32::try_from(self.colors.len()).unwrap_or(u32::MAX);
        let sides = Sides {
            left: Some(style),
            right: None,
        };
        self.compound.add(outline.closed(), sides);
        self.colors.push(StraightRgba8::solid(color));
    }
}

impl Renderer {
    /// Draws collected faces, inside of the clip path of `gc`.
    pub(super) fn ink_faces(&mut self, gc: &GraphicsContext, faces: Faces) {
        let Faces {
            mut compound,
            colors,
        } = faces;
        let clip = compound.clip_box().intersection(self.surface.bounds());
        let mask = self.mask.as_ref().filter(|_| gc.clip_path.is_some());
        let surface = &mut self.surface;
        let mut lay = |x: i32, y: i32, color: [u8; 4]| {
            let cover = mask.map_or(255, |mask| {
                let mask = mask.row(x, y).first().copied().unwrap_or(0);
                match gc.antialiasing {
                    Antialiasing::On => both(255, mask),
                    Antialiasing::Off => mask,
                }
            });
            if let [pixel] = surface.row_mut(x, y, 1).0 {
                *pixel = StraightRgba8::over(*pixel, &color, cover);
            }
        };
        let mut mix = Mix::new(clip);
        compound.for_each_layered_span(FillRule::NonZero, LayerOrder::Direct, |style, span| {
            if span.y() != mix.y {
                mix.finish(span.y(), &mut lay);
            }
            if let Some(&color) = colors.get(style as usize) {
                mix.add(color, span);
            }
        });
        mix.finish(clip.y1, &mut lay);
    }
}

#[cfg(test)]
mod tests {
    use crate::Antialiasing;
    use crate::{Collection, GraphicsContext, Options, QuadMesh, Renderer, Seams, Styles};
    use agg_core::{Affine, Color, Path, Point};

    fn closed() -> Renderer {
        let options = Options {
            seams: Seams::Closed,
            ..Options::default()
        };
        Renderer::new(40, 40, 72.0).unwrap().with_options(options)
    }

    /// Two halves of a square that share a slope.
    fn halves() -> [Path; 2] {
        [
            Path::polygon([(5.0, 5.0), (35.0, 5.0), (11.3, 35.0), (5.0, 35.0)]),
            Path::polygon([(35.0, 5.0), (35.0, 35.0), (11.3, 35.0)]),
        ]
    }

    fn draw(renderer: &mut Renderer, paths: &[Path], faces: &[Color]) {
        let collection = Collection {
            paths,
            transforms: &[],
            offsets: &[],
            offset_transform: Affine::IDENTITY,
            style: Styles {
                face_colors: faces,
                ..Styles::default()
            },
        };
        let gc = GraphicsContext::default();
        renderer
            .draw_path_collection(&gc, Affine::IDENTITY, &collection)
            .unwrap();
    }

    #[test]
    fn faces_that_share_an_edge_leave_no_seam() {
        let gray = Color::new(0.5, 0.5, 0.5, 0.6);
        let mut renderer = closed();
        draw(&mut renderer, &halves(), &[gray]);
        for (x, y) in (5..35).flat_map(|y| (5..35).map(move |x| (x, y))) {
            assert_eq!(
                renderer.pixmap().pixel(x, y),
                Some([128, 128, 128, 153]),
                "{x} {y}"
            );
        }
        let mut open = Renderer::new(40, 40, 72.0).unwrap();
        draw(&mut open, &halves(), &[gray]);
        assert_ne!(open.pixmap(), renderer.pixmap());
    }

    #[test]
    fn shared_pixels_are_a_mix() {
        let mut renderer = closed();
        let [left, right] = [(5.0, 10.5), (10.5, 20.0)]
            .map(|(x0, x1)| Path::polygon([(x0, 5.0), (x1, 5.0), (x1, 20.1), (x0, 20.0)]));
        draw(&mut renderer, &[left, right], &[Color::BLACK, Color::WHITE]);
        let mixed = renderer.pixmap().pixel(10, 30).unwrap();
        assert!(
            (127..=128).contains(&mixed[0]) && mixed[3] == 255,
            "{mixed:?}"
        );
    }

    #[test]
    fn a_mesh_of_one_colour_is_one_face() {
        let corners: Vec<Point> = (0..5)
            .flat_map(|y| (0..5).map(move |x| (x, y)))
            .map(|(x, y)| Point::new(4.0 + 6.3 * x as f64 + 0.8 * y as f64, 3.0 + 6.1 * y as f64))
            .collect();
        let color = [Color::new(0.2, 0.4, 0.6, 0.5)];
        let mesh = QuadMesh {
            columns: 4,
            rows: 4,
            corners: &corners,
            offsets: &[],
            offset_transform: Affine::IDENTITY,
            face_colors: &color,
            edge_colors: &[],
            antialiasing: Antialiasing::On,
        };
        let mut renderer = closed();
        let gc = GraphicsContext::default();
        renderer
            .draw_quad_mesh(&gc, Affine::IDENTITY, &mesh)
            .unwrap();
        for (x, y) in (13..20).flat_map(|x| (15..34).map(move |y| (x, y))) {
            assert_eq!(
                renderer.pixmap().pixel(x, y),
                Some([51, 102, 153, 128]),
                "{x} {y}"
            );
        }
    }
}
