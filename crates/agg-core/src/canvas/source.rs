//! Paint made ready: a colour, or a way to get one for each pixel.

use crate::blend::{Blend, LayerPixel};
use crate::geometry::{Affine, IntRect};
use crate::paint::{Gradient, Mesh, MeshShader, Paint, Positions, Recoloring, Sampler, Texel};
use crate::pixel::{Color, PixelFormat, Pixmap};
use std::ops::Range;

/// Where colours come from, for a format.
#[derive(Debug)]
pub(super) enum Source<'a, F: Blend> {
    /// One colour.
    Solid(F::Solid),
    /// Something that gives a colour for each pixel.
    Colors(Box<dyn Colors<F> + 'a>),
    /// Something that gives a pixel of a layer for each pixel.
    Layer(Box<dyn Shade<F> + 'a>),
}

/// Gives colours.
pub(super) trait Colors<F: Blend>: std::fmt::Debug {
    /// Says that only the pixels of an area will be asked for from now on.
    fn see(&mut self, _area: IntRect) {}

    /// Writes the colours of the pixels of row `y` from column `x` on.
    fn colors(&mut self, x: i32, y: i32, out: &mut [F::Solid]);
}

/// Gives the pixels of a layer.
pub(super) trait Shade<F: Blend>: std::fmt::Debug {
    /// Writes the pixels of row `y` from column `x` on.
    fn shade(&mut self, x: i32, y: i32, out: &mut [LayerPixel<F>]);
}

impl<'a, F: Blend> Source<'a, F> {
    /// Makes paint ready; `None` where it paints nothing.
    pub(super) fn new(paint: &'a Paint, transform: Affine, opacity: f64) -> Option<Self> {
        match paint {
            Paint::Solid(color) => Some(Self::Solid(F::solid(color.with_alpha(color.a * opacity)))),
            Paint::Gradient(gradient) => {
                let table = Table::<F>::new(gradient, transform, opacity)?;
                Some(Self::Colors(Box::new(table)))
            }
            Paint::Image(image) => Some(Self::Layer(Box::new(Picture {
                sampler: image.sampler::<F::Layer>(transform)?,
                opacity,
            }))),
            Paint::Faded(paint, alpha) => Self::faded(paint, alpha, transform, opacity),
            Paint::Recolored(paint, change) => Some(Self::Colors(Box::new(Recolored {
                source: Self::new(paint, transform, 1.0)?,
                change,
                opacity,
                row: Vec::new(),
                solids: Vec::new(),
            }))),
        }
    }

    fn faded(
        paint: &'a Paint,
        alpha: &'a Gradient,
        transform: Affine,
        opacity: f64,
    ) -> Option<Self> {
        let size = table_size::<F>();
        let (places, table) = Places::new(alpha, transform, size, |color| color.a)?;
        let alphas = Alphas { places, table };
        let colors = match paint {
            Paint::Solid(color) => Plain::One(*color),
            Paint::Gradient(gradient) => {
                let (places, table) = Places::new(gradient, transform, size, |color| color)?;
                Plain::Many(Box::new(places), table)
            }
            Paint::Image(_) | Paint::Faded(..) | Paint::Recolored(..) => {
                let source = Self::new(paint, transform, opacity)?;
                return Some(Self::Layer(Box::new(FadedLayer { source, alphas })));
            }
        };
        Some(Self::Colors(Box::new(FadedColors {
            colors,
            alphas,
            opacity,
        })))
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
        Self::Colors(Box::new(Shaded {
            shader: mesh.shader(transform),
            opacity,
            row: Vec::new(),
        }))
    }

    /// Says that only the pixels of an area will be asked for from now on, which saves time.
    pub(super) fn see(&mut self, area: IntRect) {
        if let Self::Colors(colors) = self {
            colors.see(area);
        }
    }

    /// Writes the pixels of a layer that it is in row `y` from column `x` on; `solids` is memory
    /// to use.
    pub(super) fn shade(
        &mut self,
        x: i32,
        y: i32,
        out: &mut [LayerPixel<F>],
        solids: &mut Vec<F::Solid>,
    ) {
        match self {
            Self::Solid(solid) => out.fill(F::layer_pixel(solid)),
            Self::Colors(colors) => {
                let solids = room_for::<F>(solids, out.len());
                colors.colors(x, y, solids);
                for (out, solid) in out.iter_mut().zip(solids.iter()) {
                    *out = F::layer_pixel(solid);
                }
            }
            Self::Layer(shader) => shader.shade(x, y, out),
        }
    }
}

/// Memory for so many colours, whatever was in it.
pub(super) fn room_for<F: Blend>(solids: &mut Vec<F::Solid>, len: usize) -> &mut [F::Solid] {
    if solids.len() < len {
        solids.resize(len, F::solid(Color::TRANSPARENT));
    }
    solids.get_mut(..len).unwrap_or_default()
}

/// So many colours has the table of a gradient unless it is told otherwise.
fn table_size<F: Blend>() -> usize {
    // 8-bit formats tell no more than 256 colours of a channel apart.
    if size_of::<F::Pixel>() > 4 { 4096 } else { 256 }
}

/// The place of each pixel in the colours of a gradient.
#[derive(Debug)]
struct Places<'a> {
    positions: Positions<'a>,
    indices: Vec<u16>,
}

impl<'a> Places<'a> {
    /// The places, and what is made of each colour.
    fn new<T>(
        gradient: &'a Gradient,
        transform: Affine,
        usual: usize,
        make: impl Fn(Color) -> T,
    ) -> Option<(Self, Vec<T>)> {
        let size = gradient.steps(usual);
        let table = gradient.table(size);
        if table.is_empty() {
            return None;
        }
        let places = Self {
            positions: gradient.positions(transform, size)?,
            indices: Vec::new(),
        };
        Some((places, table.into_iter().map(make).collect()))
    }

    /// Finds the place of each of `len` pixels, and gives the first and the last place that is seen.
    fn find(&mut self, (x, y): (i32, i32), len: usize) -> (usize, usize) {
        self.indices.resize(len, 0);
        self.positions.indices(x, y, &mut self.indices);
        let seen = |(first, last): (u16, u16), &at: &u16| (first.min(at), last.max(at));
        let (first, last) = self.indices.iter().fold((u16::MAX, 0), seen);
        (usize::from(first.min(last)), usize::from(last))
    }

    /// What stands in a table of that size at the place of each of `len` pixels.
    fn row<'t, T: Copy>(
        &'t mut self,
        at: (i32, i32),
        len: usize,
        table: &'t [T],
    ) -> impl Iterator<Item = T> + 't {
        self.find(at, len);
        let found = |&index: &u16| table.get(usize::from(index)).copied();
        self.indices.iter().filter_map(found)
    }
}

/// A gradient with its colours, those made ready that lie between any two seen so far: a small shape
/// shows few.
#[derive(Debug)]
struct Table<'a, F: Blend> {
    gradient: &'a Gradient,
    opacity: f64,
    places: Places<'a>,
    solids: Vec<F::Solid>,
    ready: Range<usize>,
    /// Where all colours are ready, if the gradient is a line.
    seen: IntRect,
}

impl<'a, F: Blend> Table<'a, F> {
    fn new(gradient: &'a Gradient, transform: Affine, opacity: f64) -> Option<Self> {
        let size = gradient.steps(table_size::<F>());
        let positions = gradient.positions(transform, size)?;
        gradient.has_colors().then(|| Self {
            gradient,
            opacity,
            places: Places {
                positions,
                indices: Vec::new(),
            },
            solids: vec![F::solid(Color::TRANSPARENT); size],
            ready: 0..0,
            seen: IntRect::default(),
        })
    }

    /// Makes the colours of the places from one to another ready, both included.
    #[inline]
    fn prepare(&mut self, one: usize, other: usize) {
        let wanted = one.min(other)..one.max(other) + 1;
        if wanted.start < self.ready.start || wanted.end > self.ready.end {
            self.make_ready(wanted);
        }
    }

    #[cold]
    fn make_ready(&mut self, wanted: Range<usize>) {
        if self.ready.is_empty() {
            self.ready = wanted.start..wanted.start;
        }
        let (start, end) = (self.ready.start, self.ready.end);
        self.ready = start.min(wanted.start)..end.max(wanted.end);
        for index in (self.ready.start..start).chain(end..self.ready.end) {
            let color = self.gradient.color(index, self.solids.len());
            if let Some(solid) = self.solids.get_mut(index) {
                *solid = F::solid(color.with_alpha(color.a * self.opacity));
            }
        }
    }
}

impl<F: Blend> Colors<F> for Table<'_, F> {
    fn see(&mut self, area: IntRect) {
        self.seen = IntRect::default();
        if !area.is_empty()
            && let Some((first, last)) = self.places.positions.ends_of_line(area)
        {
            self.prepare(usize::from(first), usize::from(last));
            self.seen = area;
        }
    }

    fn colors(&mut self, x: i32, y: i32, out: &mut [F::Solid]) {
        // The usual size needs no question whether a place lies in the table.
        if self.seen.holds_row(x, y, out.len())
            && let Ok(solids) = <&[F::Solid; 256]>::try_from(self.solids.as_slice())
        {
            return self.places.positions.of_line((x, y), solids, out);
        }
        let (first, last) = self.places.find((x, y), out.len());
        self.prepare(first, last);
        let places = out.iter_mut().zip(&self.places.indices);
        if let Ok(solids) = <&[F::Solid; 256]>::try_from(self.solids.as_slice()) {
            places.for_each(|(out, &index)| *out = solids[usize::from(index as u8)]);
        } else if let Some((&end, solids)) = self.solids.split_last() {
            places.for_each(|(out, &index)| {
                *out = solids.get(usize::from(index)).copied().unwrap_or(end);
            });
        }
    }
}

/// The alphas of a gradient.
#[derive(Debug)]
struct Alphas<'a> {
    places: Places<'a>,
    table: Vec<f64>,
}

impl Alphas<'_> {
    /// The alpha of each of `len` pixels.
    fn row(&mut self, x: i32, y: i32, len: usize) -> impl Iterator<Item = f64> + '_ {
        self.places.row((x, y), len, &self.table)
    }
}

/// A colour or a gradient that is to be faded.
#[derive(Debug)]
enum Plain<'a> {
    One(Color),
    Many(Box<Places<'a>>, Vec<Color>),
}

/// Colours with their alpha multiplied by a gradient's.
#[derive(Debug)]
struct FadedColors<'a> {
    colors: Plain<'a>,
    alphas: Alphas<'a>,
    opacity: f64,
}

impl<F: Blend> Colors<F> for FadedColors<'_> {
    fn colors(&mut self, x: i32, y: i32, out: &mut [F::Solid]) {
        let len = out.len();
        let out = out.iter_mut().zip(self.alphas.row(x, y, len));
        let opacity = self.opacity;
        let faded = |c: Color, alpha: f64| F::solid(c.with_alpha(c.a * alpha * opacity));
        match &mut self.colors {
            Plain::One(color) => out.for_each(|(out, alpha)| *out = faded(*color, alpha)),
            Plain::Many(places, table) => out
                .zip(places.row((x, y), len, table))
                .for_each(|((out, alpha), color)| *out = faded(color, alpha)),
        }
    }
}

/// A layer with its alpha multiplied by a gradient's.
#[derive(Debug)]
struct FadedLayer<'a, F: Blend> {
    source: Source<'a, F>,
    alphas: Alphas<'a>,
}

impl<F: Blend> Shade<F> for FadedLayer<'_, F> {
    fn shade(&mut self, x: i32, y: i32, out: &mut [LayerPixel<F>]) {
        self.source.shade(x, y, out, &mut Vec::new());
        let alphas = self.alphas.row(x, y, out.len());
        for (out, alpha) in out.iter_mut().zip(alphas) {
            *out = scaled::<F::Layer>(*out, alpha);
        }
    }
}

/// A source with each of its colours changed.
#[derive(Debug)]
struct Recolored<'a, F: Blend> {
    source: Source<'a, F>,
    change: &'a Recoloring,
    opacity: f64,
    row: Vec<LayerPixel<F>>,
    solids: Vec<F::Solid>,
}

impl<F: Blend> Colors<F> for Recolored<'_, F> {
    fn colors(&mut self, x: i32, y: i32, out: &mut [F::Solid]) {
        self.row.resize(out.len(), bytemuck::Zeroable::zeroed());
        self.source.shade(x, y, &mut self.row, &mut self.solids);
        for (out, &pixel) in out.iter_mut().zip(&self.row) {
            let color = self.change.of(<F::Layer>::load(pixel).to_color());
            *out = F::solid(color.with_alpha(color.a * self.opacity));
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
struct Picture<'a, L: Texel> {
    sampler: Sampler<'a, L>,
    opacity: f64,
}

impl<F: Blend> Shade<F> for Picture<'_, F::Layer> {
    fn shade(&mut self, x: i32, y: i32, out: &mut [LayerPixel<F>]) {
        self.sampler.pixels(x, y, out);
        for out in out {
            *out = scaled::<F::Layer>(*out, self.opacity);
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

impl<F: Blend> Colors<F> for Shaded {
    fn colors(&mut self, x: i32, y: i32, out: &mut [F::Solid]) {
        self.row.resize(out.len(), Color::TRANSPARENT);
        self.shader.colors(x, y, &mut self.row);
        for (out, color) in out.iter_mut().zip(&self.row) {
            *out = F::solid(color.with_alpha(color.a * self.opacity));
        }
    }
}

pub(super) fn scaled<L: Blend>(pixel: L::Pixel, opacity: f64) -> L::Pixel {
    if opacity == 1.0 {
        return pixel;
    }
    L::store(L::load(pixel).scaled(opacity))
}
