//! Paint made ready: a colour, or a way to get one for each pixel.

use crate::blend::{Blend, LayerPixel};
use crate::geometry::{Affine, IntRect};
use crate::paint::{Gradient, Mesh, MeshShader, Paint, Positions, Sampler};
use crate::pixel::{Color, Pixmap};

/// Where colours come from, for a format.
#[derive(Debug)]
pub(super) enum Source<'a, F: Blend> {
    /// One colour.
    Solid(F::Solid),
    /// A table of colours, and the place in it of each pixel.
    Table(Vec<F::Solid>, Positions<'a>),
    /// Something that gives a pixel of a layer for each pixel.
    Layer(Box<dyn Shade<F> + 'a>),
}

/// Gives the pixels of a layer.
pub(super) trait Shade<F: Blend>: std::fmt::Debug {
    /// Writes the pixels of row `y` from column `x` on.
    fn shade(&mut self, x: i32, y: i32, out: &mut [LayerPixel<F>]);
}

/// So many colours has the table of a gradient.
fn table_size<F: Blend>() -> usize {
    // 8-bit formats tell no more than 256 colours of a channel apart.
    if size_of::<F::Pixel>() > 4 { 4096 } else { 256 }
}

impl<'a, F: Blend> Source<'a, F> {
    /// Makes paint ready; `None` where it paints nothing.
    pub(super) fn new(paint: &'a Paint, transform: Affine, opacity: f64) -> Option<Self> {
        match paint {
            Paint::Solid(color) => Some(Self::Solid(F::solid(color.with_alpha(color.a * opacity)))),
            Paint::Gradient(gradient) => Self::gradient(gradient, transform, opacity),
            Paint::Image(image) => Some(Self::Layer(Box::new(Picture {
                sampler: image.sampler(transform)?,
                opacity,
                row: Vec::new(),
            }))),
            Paint::Faded(paint, alpha) => {
                let inner = Self::new(paint, transform, opacity)?;
                let faded = Faded::new(inner, alpha, transform)?;
                Some(Self::Layer(Box::new(faded)))
            }
        }
    }

    fn gradient(gradient: &'a Gradient, transform: Affine, opacity: f64) -> Option<Self> {
        let size = gradient.steps(table_size::<F>());
        let colors = gradient.table(size);
        if colors.is_empty() {
            return None;
        }
        let positions = gradient.positions(transform, size)?;
        let faded = |c: Color| F::solid(c.with_alpha(c.a * opacity));
        Some(Self::Table(
            colors.into_iter().map(faded).collect(),
            positions,
        ))
    }

    /// A layer whose upper left pixel stands in `bounds`.
    pub(super) fn layer(layer: &'a Pixmap<F::Layer>, bounds: IntRect, opacity: f64) -> Self {
        Self::Layer(Box::new(Overlay::<F> {
            layer,
            bounds,
            opacity,
        }))
    }

    /// A mesh under a map.
    pub(super) fn mesh(mesh: &Mesh, transform: Affine, opacity: f64) -> Self {
        Self::Layer(Box::new(Shaded {
            shader: mesh.shader(transform),
            opacity,
            row: Vec::new(),
        }))
    }

    /// Writes the pixels of a layer that it is in row `y` from column `x` on.
    pub(super) fn shade(
        &mut self,
        x: i32,
        y: i32,
        out: &mut [LayerPixel<F>],
        indices: &mut Vec<u16>,
    ) {
        match self {
            Self::Solid(solid) => out.fill(F::layer_pixel(solid)),
            Self::Table(table, positions) => {
                indices.resize(out.len(), 0);
                positions.indices(x, y, indices);
                for (out, &index) in out.iter_mut().zip(indices.iter()) {
                    if let Some(solid) = table.get(usize::from(index)) {
                        *out = F::layer_pixel(solid);
                    }
                }
            }
            Self::Layer(shader) => shader.shade(x, y, out),
        }
    }
}

/// The pixels of a layer of the same size as what it is laid over.
#[derive(Debug)]
struct Overlay<'a, F: Blend> {
    layer: &'a Pixmap<F::Layer>,
    bounds: IntRect,
    opacity: f64,
}

impl<F: Blend> Shade<F> for Overlay<'_, F> {
    fn shade(&mut self, x: i32, y: i32, out: &mut [LayerPixel<F>]) {
        let column = i64::from(x) - i64::from(self.bounds.x0);
        let row = i64::from(y) - i64::from(self.bounds.y0);
        let width = self.layer.width() as usize;
        let start = usize::try_from(column).unwrap_or(0);
        let rows = self.layer.pixels().chunks_exact(width);
        let row = usize::try_from(row).ok();
        let row = row.and_then(|row| rows.into_iter().nth(row));
        let pixels = row.and_then(|row| row.get(start..)).unwrap_or_default();
        out.fill(bytemuck::Zeroable::zeroed());
        for (out, &pixel) in out.iter_mut().zip(pixels) {
            *out = scaled::<F::Layer>(pixel, self.opacity);
        }
    }
}

/// The pixels of an image.
#[derive(Debug)]
struct Picture<'a> {
    sampler: Sampler<'a>,
    opacity: f64,
    row: Vec<[u8; 4]>,
}

impl<F: Blend> Shade<F> for Picture<'_> {
    fn shade(&mut self, x: i32, y: i32, out: &mut [LayerPixel<F>]) {
        self.row.resize(out.len(), [0; 4]);
        self.sampler.pixels(x, y, &mut self.row);
        for (out, &pixel) in out.iter_mut().zip(&self.row) {
            *out = scaled::<F::Layer>(F::widen(pixel), self.opacity);
        }
    }
}

/// The colours of a mesh.
#[derive(Debug)]
struct Shaded {
    shader: MeshShader,
    opacity: f64,
    row: Vec<Color>,
}

impl<F: Blend> Shade<F> for Shaded {
    fn shade(&mut self, x: i32, y: i32, out: &mut [LayerPixel<F>]) {
        self.row.resize(out.len(), Color::TRANSPARENT);
        self.shader.colors(x, y, &mut self.row);
        for (out, &color) in out.iter_mut().zip(&self.row) {
            *out = F::layer_pixel(&F::solid(color.with_alpha(color.a * self.opacity)));
        }
    }
}

fn scaled<L: Blend>(pixel: L::Pixel, opacity: f64) -> L::Pixel {
    if opacity == 1.0 {
        return pixel;
    }
    L::store(L::load(pixel).scaled(opacity))
}

/// A source with its alpha multiplied by a gradient's.
#[derive(Debug)]
struct Faded<'a, F: Blend> {
    source: Source<'a, F>,
    alphas: Vec<f64>,
    positions: Positions<'a>,
    /// For the gradient of alphas, and for that of the source.
    indices: [Vec<u16>; 2],
}

impl<'a, F: Blend> Faded<'a, F> {
    fn new(source: Source<'a, F>, alpha: &'a Gradient, transform: Affine) -> Option<Self> {
        let size = alpha.steps(table_size::<F>());
        let colors = alpha.table(size);
        if colors.is_empty() {
            return None;
        }
        Some(Self {
            source,
            alphas: colors.iter().map(|color| color.a).collect(),
            positions: alpha.positions(transform, size)?,
            indices: Default::default(),
        })
    }
}

impl<F: Blend> Shade<F> for Faded<'_, F> {
    fn shade(&mut self, x: i32, y: i32, out: &mut [LayerPixel<F>]) {
        let [alphas, inner] = &mut self.indices;
        self.source.shade(x, y, out, inner);
        alphas.resize(out.len(), 0);
        self.positions.indices(x, y, alphas);
        for (out, &index) in out.iter_mut().zip(alphas.iter()) {
            let alpha = self.alphas.get(usize::from(index)).copied().unwrap_or(0.0);
            *out = scaled::<F::Layer>(*out, alpha);
        }
    }
}
