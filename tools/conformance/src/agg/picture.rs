//! What a scene draws on: a premultiplied pixmap that starts transparent, and
//! the vertices of each stage.

use agg_core::{Canvas, Color, FillRule, IntRect, Mask, Path, PathEl, Pixmap, Span};
use golden::{Image, Vertex};

use crate::scene::{Drawing, Scene, Stage};

pub(super) const BLUE: [u8; 4] = [31, 119, 180, 255];
pub(super) const TRANSLUCENT_GREEN: [u8; 4] = [44, 160, 44, 102];

/// What a scene starts from.
pub(super) type MakePath = fn() -> Path;

/// A name, a size, and what to draw.
pub(super) struct AggScene {
    name: String,
    size: (u32, u32),
    draw: Box<dyn Fn(&mut Picture)>,
}

impl AggScene {
    pub(super) fn new(
        name: impl Into<String>,
        size: (u32, u32),
        draw: impl Fn(&mut Picture) + 'static,
    ) -> Self {
        Self {
            name: name.into(),
            size,
            draw: Box::new(draw),
        }
    }

    pub(super) fn into_scene(self) -> Scene {
        let Self { name, size, draw } = self;
        Scene::new(name, move || {
            let mut picture = Picture::new(size)?;
            draw(&mut picture);
            picture.into_drawing()
        })
    }
}

pub(super) struct Picture {
    pixmap: Pixmap,
    stages: Vec<Stage>,
}

impl Picture {
    fn new((width, height): (u32, u32)) -> Result<Self, String> {
        let pixmap = Pixmap::new(width, height).map_err(|error| error.to_string())?;
        Ok(Self {
            pixmap,
            stages: Vec::new(),
        })
    }

    fn into_drawing(self) -> Result<Drawing, String> {
        let (width, height) = (self.pixmap.width(), self.pixmap.height());
        let picture =
            Image::new(width, height, self.pixmap.bytes()).map_err(|error| error.to_string())?;
        Ok(Drawing {
            picture,
            stages: self.stages,
        })
    }

    /// The surface itself, for scenes that say more than `fill` can.
    pub(super) fn pixmap(&mut self) -> &mut Pixmap {
        &mut self.pixmap
    }

    /// Sets the bytes of every pixel.
    pub(super) fn clear(&mut self, pixel: [u8; 4]) {
        self.pixmap.fill(pixel);
    }

    /// Fills with a plain colour, as its bytes say.
    pub(super) fn fill(&mut self, path: &Path, rule: FillRule, color: [u8; 4]) {
        let [r, g, b, a] = color;
        Canvas::new(&mut self.pixmap).fill(path, rule, Color::from_rgba8(r, g, b, a));
    }

    /// Draws on a picture of its own, and puts its pixels at a corner of this one.
    pub(super) fn inset(
        &mut self,
        corner: (u32, u32),
        size: (u32, u32),
        draw: impl FnOnce(&mut Picture),
    ) {
        let Ok(mut inset) = Self::new(size) else {
            return;
        };
        draw(&mut inset);
        let row_bytes = size.0 as usize * 4;
        let stride = self.pixmap.width() as usize * 4;
        let rows = self
            .pixmap
            .bytes_mut()
            .chunks_exact_mut(stride)
            .skip(corner.1 as usize);
        for (to, from) in rows.zip(inset.pixmap.bytes().chunks_exact(row_bytes)) {
            let start = corner.0 as usize * 4;
            if let Some(to) = to.get_mut(start..start + row_bytes) {
                to.copy_from_slice(from);
            }
        }
    }

    /// Every pixel.
    pub(super) fn bounds(&self) -> IntRect {
        self.pixmap.bounds()
    }

    /// Lays black over the pixels of the spans that `draw` gives, each for itself, so that alpha
    /// shows the coverage.
    pub(super) fn blacken(&mut self, draw: impl FnOnce(IntRect, &mut dyn FnMut(Span<'_>))) {
        let Ok(mut mask) = Mask::new(self.bounds()) else {
            return;
        };
        draw(self.bounds(), &mut |span| mask.add(span));
        for (pixel, &cover) in self.pixmap.pixels_mut().iter_mut().zip(mask.covers()) {
            *pixel = [0, 0, 0, cover];
        }
    }

    /// Lays the spans of four styles into the four channels.
    pub(super) fn fill_channels(&mut self, draw: impl FnOnce(&mut dyn FnMut(u32, Span<'_>))) {
        let bounds = self.bounds();
        let Ok(mut masks) = (0..4)
            .map(|_| Mask::new(bounds))
            .collect::<Result<Vec<_>, _>>()
        else {
            return;
        };
        draw(&mut |style, span| {
            masks
                .iter_mut()
                .skip(style as usize)
                .take(1)
                .for_each(|mask| mask.add(span));
        });
        for (channel, mask) in masks.iter().enumerate() {
            let pixels = self.pixmap.pixels_mut().iter_mut();
            for (pixel, &cover) in pixels.zip(mask.covers()) {
                pixel
                    .iter_mut()
                    .skip(channel)
                    .take(1)
                    .for_each(|c| *c = cover);
            }
        }
    }

    /// Makes alpha the sum of the other channels.
    pub(super) fn sum_channels(&mut self) {
        for pixel in self.pixmap.pixels_mut() {
            let [r, g, b, _] = pixel.map(u16::from);
            *pixel = [pixel[0], pixel[1], pixel[2], (r + g + b).min(255) as u8];
        }
    }

    /// Sets the bytes of one pixel; nothing happens outside.
    pub(super) fn put(&mut self, x: i32, y: i32, pixel: [u8; 4]) {
        let (row, _) = self.pixmap.row_mut(x, y, 1);
        row.fill(pixel);
    }

    /// Keeps what a stage put out, and gives it back as a path.
    pub(super) fn keep(
        &mut self,
        stage: &'static str,
        elements: impl Iterator<Item = PathEl>,
    ) -> Path {
        let path: Path = elements.collect();
        self.stages.push(Stage {
            name: stage,
            vertices: vertices(&path),
        });
        path
    }
}

/// The stages that are kept have no curves; one would count by its end.
fn vertices(path: &Path) -> Vec<Vertex> {
    let vertex = |element| match element {
        PathEl::MoveTo(p) => Vertex::MoveTo(p.x, p.y),
        PathEl::LineTo(p) => Vertex::LineTo(p.x, p.y),
        PathEl::QuadTo(_, p) | PathEl::CurveTo(_, _, p) => Vertex::LineTo(p.x, p.y),
        PathEl::Close => Vertex::Close,
    };
    path.elements().map(vertex).collect()
}
