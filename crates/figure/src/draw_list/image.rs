//! Pictures: resampled to the pixels that they cover, coloured, and placed.

use agg_core::{Affine, Rect, Transform};
use agg_plot::GraphicsContext;
use fearless_simd::{Level, Simd, dispatch, f64x4, prelude::*};

use crate::artist::{Artist, Image, Interpolation, Pixels, Stage};
use crate::draw_list::build::Plot;
use crate::draw_list::resample::{Channels, NOTHING, Rows, Source, resample};
use crate::draw_list::{Item, Picture};
use crate::error::{Error, Result};
use crate::layout::{Linear, known};

impl<'a> Plot<'a, '_> {
    /// An image, cut to the plot.
    pub(super) fn draw_image(
        &self,
        items: &mut Vec<Item<'a>>,
        image: &Artist<Image>,
    ) -> Result<()> {
        let Some(target) = self.target(image) else {
            return Ok(());
        };
        let to_target = self.pixels_to(image, &target);
        let name = image.interpolation.as_ref();
        let default = &self.looks.style.image.interpolation;
        let interpolation = known(name.unwrap_or(default), Error::UnknownInterpolation)?;
        let pixels = self.pixels(image, to_target, &target, interpolation)?;
        items.push(Item::Image(Box::new(Picture {
            gc: self.common_gc(&image.common, GraphicsContext::default()),
            x: target.x0,
            y: target.y0,
            width: (target.x1 - target.x0) as u32,
            height: (target.y1 - target.y0) as u32,
            pixels,
        })));
        Ok(())
    }

    /// The pixels of the page that the image covers, or `None` for none.
    fn target(&self, image: &Artist<Image>) -> Option<Rect> {
        if image.rows == 0 || image.columns == 0 {
            return None;
        }
        let [left, right, bottom, top] = image.edges(self.looks.style.image.origin);
        let coords = image.common.coords;
        let start = self.layout.point(coords, (left, bottom), self.page);
        let end = self.layout.point(coords, (right, top), self.page);
        let clip = if image.common.unclipped {
            Rect::new(0.0, 0.0, self.page.part.width, self.page.part.height)
        } else {
            self.layout.frame.clip()
        };
        let seen = Rect {
            x0: start.x.min(end.x).max(clip.x0),
            y0: start.y.min(end.y).max(clip.y0),
            x1: start.x.max(end.x).min(clip.x1),
            y1: start.y.max(end.y).min(clip.y1),
        };
        // Halves go up on the left and right, down at the bottom and top; a hair is forgiven on
        // the sides from which pixels are not counted.
        let target = Rect {
            x0: (seen.x0 + 0.5).floor(),
            y0: (seen.y0 - 0.5 - 1e-8).ceil(),
            x1: (seen.x1 + 0.5 + 1e-8).floor(),
            y1: (seen.y1 - 0.5).ceil(),
        };
        (target.x0 < target.x1 && target.y0 < target.y1).then_some(target)
    }

    /// From columns and rows of the image, as they are stored, to pixels of the target.
    fn pixels_to(&self, image: &Artist<Image>, target: &Rect) -> Affine {
        let origin = self.looks.style.image.origin;
        let [left, right, bottom, top] = image.edges(origin);
        let (columns, rows) = (image.columns as f64, image.rows as f64);
        let flip = match image.origin.unwrap_or(origin) {
            crate::artist::Origin::Upper => {
                Affine::translate(0.0, -rows).then(Affine::scale_xy(1.0, -1.0))
            }
            crate::artist::Origin::Lower => Affine::IDENTITY,
        };
        let spread = Affine::scale_xy((right - left) / columns, (top - bottom) / rows)
            .then(Affine::translate(left, bottom));
        let (x, y) = self.layout.maps(image.common.coords, self.page);
        flip.then(spread.then(Linear::plane(x, y)))
            .then(Affine::translate(-target.x0, -target.y0))
    }

    /// The bytes of the target's pixels.
    fn pixels(
        &self,
        image: &Artist<Image>,
        transform: Affine,
        target: &Rect,
        interpolation: Interpolation,
    ) -> Result<Vec<u8>> {
        let size = (
            (target.x1 - target.x0) as usize,
            (target.y1 - target.y0) as usize,
        );
        let enlarged = enlargement(image, transform);
        let sampler = Sampler {
            transform,
            size,
            interpolation: chosen(interpolation, enlarged),
            source: (image.columns, image.rows),
            upper: image.origin.unwrap_or(self.looks.style.image.origin)
                == crate::artist::Origin::Upper,
        };
        let usual = self.looks.style.image.interpolation_stage;
        let stage = image.stage.unwrap_or(usual);
        match &image.pixels {
            Pixels::Values if by_value(stage, enlarged) => self.by_value(image, &sampler),
            Pixels::Values if !image.alphas.is_empty() => {
                let (map, norm) = image.mapped.resolve(&self.looks.style.image.cmap)?;
                let pixels = |row| {
                    let alphas = image.row_of(&image.alphas, row);
                    let of_column = image.row_of(&image.mapped.values, row).iter().zip(alphas);
                    of_column.map(|(&value, alpha)| {
                        let c = norm.color(&map, value, None);
                        premultiplied([c.r, c.g, c.b, c.a * alpha], |v| v)
                    })
                };
                Ok(sampler.sampled(each(pixels), |color| straight(color, 1.0, |v| v)))
            }
            Pixels::Values => {
                let (map, norm) = image.mapped.resolve(&self.looks.style.image.cmap)?;
                let palette: Vec<_> = map
                    .palette()
                    .map(|c| premultiplied([c.r, c.g, c.b, c.a], |v| v))
                    .collect();
                let (level, mut slots) = (Level::new(), Vec::new());
                let look_up = |row, columns: &[usize], line: &mut [Channels]| {
                    let values = image.row_of(&image.mapped.values, row);
                    norm.slots(&map, values, &mut slots);
                    dispatch!(level, simd => gather(simd, &palette, &slots, columns, line));
                };
                let alpha = image.common.alpha.unwrap_or(1.0);
                Ok(sampler.sampled(look_up, |color| straight(color, alpha, |v| v)))
            }
            Pixels::Rgba(bytes) if !image.alphas.is_empty() => {
                let pixels = |row| {
                    let alphas = image.row_of(&image.alphas, row);
                    let of_column = image.row_of(bytes, row).iter().zip(alphas);
                    of_column.map(|(pixel, alpha)| {
                        let [r, g, b, a] = pixel.map(share);
                        premultiplied([r, g, b, a * alpha], |v| v)
                    })
                };
                Ok(sampler.sampled(each(pixels), |color| straight(color, 1.0, |v| v)))
            }
            Pixels::Rgba(bytes) => {
                // Bytes are filtered in single precision.
                let round = |v| f64::from(v as f32);
                let pixels = |row| {
                    let of_column = image.row_of(bytes, row).iter();
                    of_column.map(|pixel| premultiplied(pixel.map(share), round))
                };
                let alpha = image.common.alpha.unwrap_or(1.0);
                Ok(sampler.sampled(each(pixels), |color| straight(color, alpha, round)))
            }
        }
    }

    /// Values are resampled, and what comes out is coloured.
    fn by_value(&self, image: &Artist<Image>, sampler: &Sampler) -> Result<Vec<u8>> {
        let (map, norm) = image.mapped.resolve(&self.looks.style.image.cmap)?;
        // Opacities of pixels are filtered, too, in place of one for all.
        let own = !image.alphas.is_empty();
        let alpha = image.common.alpha.filter(|_| !own).unwrap_or(1.0) as f32;
        // The second channel is NaN wherever the filter meets a value that is missing.
        let pixels = |row| {
            let alphas = image.row_of(&image.alphas, row).iter().copied();
            let of_column = image.row_of(&image.mapped.values, row).iter();
            of_column
                .zip(alphas.chain(std::iter::repeat(1.0)))
                .map(|(&value, alpha)| {
                    let cover = if value.is_finite() { 1.0 } else { f64::NAN };
                    [value, cover, alpha, 0.0]
                })
        };
        let color = |[value, cover, share, _]: Channels| {
            let bad = cover.is_nan();
            let value = if bad { f64::NAN } else { value };
            let color = norm.color(&map, value, None);
            let [r, g, b, a] = [color.r, color.g, color.b, color.a].map(|v| (v * 255.0) as u8);
            let cover = if bad { 1.0 } else { cover as f32 };
            let cover = if own {
                (f64::from(cover) * share) as f32
            } else {
                cover
            };
            // Filters overshoot, and what is beyond a byte starts over, in matplotlib too.
            let a = (f32::from(a) * cover * alpha) as i32;
            [r, g, b, a as u8]
        };
        Ok(sampler.sampled(each(pixels), color))
    }
}

/// The share that a byte is of the largest.
fn share(byte: u8) -> f64 {
    f64::from(f32::from(byte) / 255.0)
}

/// Whether values are filtered before they are coloured.
fn by_value(stage: Stage, (across, up): (f64, f64)) -> bool {
    match stage {
        Stage::Auto => across >= 3.0 && up >= 3.0,
        Stage::Data => true,
        Stage::Rgba => false,
    }
}

/// How many pixels of the page a pixel of the image takes, across and upwards.
fn enlargement(image: &Image, transform: Affine) -> (f64, f64) {
    let (columns, rows) = (image.columns as f64, image.rows as f64);
    let start = transform.apply((0.0, 0.0).into());
    let end = transform.apply((columns, rows).into());
    (
        (end.x - start.x).abs() / columns,
        (end.y - start.y).abs() / rows,
    )
}

/// What automatic interpolation comes to.
fn chosen(interpolation: Interpolation, (across, up): (f64, f64)) -> Interpolation {
    let sharp = |times: f64| times > 3.0 || times == 1.0 || times == 2.0;
    match interpolation {
        Interpolation::Auto if sharp(across) && sharp(up) => Interpolation::Nearest,
        Interpolation::Auto => Interpolation::Hanning,
        other => other,
    }
}

/// Resamples all channels of a picture.
struct Sampler {
    transform: Affine,
    size: (usize, usize),
    interpolation: Interpolation,
    source: (usize, usize),
    upper: bool,
}

impl Sampler {
    /// The bytes of a picture, given how [`Source::look_up`] does, and the bytes of filtered pixels.
    fn sampled(
        &self,
        look_up: impl FnMut(usize, &[usize], &mut [Channels]),
        finish: impl Fn(Channels) -> [u8; 4],
    ) -> Vec<u8> {
        let (columns, rows) = self.source;
        let source = Source {
            columns,
            rows,
            look_up,
            upper: self.upper,
        };
        let mut finished = Finished {
            bytes: Vec::with_capacity(self.size.0 * self.size.1),
            width: self.size.0,
            finish,
        };
        resample(
            source,
            self.transform,
            self.size,
            self.interpolation,
            &mut finished,
        );
        finished.bytes.into_flattened()
    }
}

/// The bytes of the rows of a picture.
struct Finished<F> {
    bytes: Vec<[u8; 4]>,
    width: usize,
    finish: F,
}

impl<F: Fn(Channels) -> [u8; 4]> Rows for Finished<F> {
    fn row(&mut self, row: &[Channels]) {
        let bytes = row.iter().map(|channels| (self.finish)(*channels));
        self.bytes.extend(bytes);
    }

    fn again(&mut self) {
        let last = self.bytes.len().saturating_sub(self.width);
        self.bytes.extend_from_within(last..);
    }
}

/// Looks up columns of a row whose pixels are reckoned when they are asked for.
fn each<P: Iterator<Item = Channels>>(
    pixels: impl Fn(usize) -> P,
) -> impl FnMut(usize, &[usize], &mut [Channels]) {
    let mut row_of = Vec::new();
    move |row, columns, line| {
        row_of.clear();
        row_of.extend(pixels(row));
        for (room, &column) in line.iter_mut().zip(columns) {
            *room = row_of.get(column).copied().unwrap_or(NOTHING);
        }
    }
}

/// Looks up the colours of columns in a palette; compiled for each kind of processor, as some hold
/// all channels at once.
#[inline(always)]
fn gather<S: Simd>(
    simd: S,
    palette: &[Channels],
    slots: &[u32],
    columns: &[usize],
    line: &mut [Channels],
) {
    for (room, &column) in line.iter_mut().zip(columns) {
        let color = slots
            .get(column)
            .and_then(|&slot| palette.get(slot as usize));
        f64x4::from_slice(simd, color.unwrap_or(&NOTHING)).store_slice(room);
    }
}

/// A colour as it is filtered: with its opacity multiplied in.
fn premultiplied([r, g, b, a]: [f64; 4], round: impl Fn(f64) -> f64) -> [f64; 4] {
    [round(r * a), round(g * a), round(b * a), a]
}

/// The bytes of a filtered colour.
#[inline]
fn straight([r, g, b, a]: Channels, alpha: f64, round: impl Fn(f64) -> f64) -> [u8; 4] {
    let byte = |v: f64| round(round(v).clamp(0.0, 1.0) * 255.0) as u8;
    if a == 1.0 {
        // Most pictures are opaque, and then nothing below changes anything but the bytes.
        return [byte(r), byte(g), byte(b), byte(alpha)];
    }
    // Filters that sharpen overshoot; no colour is more than its opacity.
    let a = round(a.clamp(0.0, 1.0));
    // What is not opaque is multiplied by a cover of 255/255, which rounds.
    let covered = |v: f64| {
        if a < 1.0 {
            round(round(v * 255.0) / 255.0)
        } else {
            v
        }
    };
    let [r, g, b] = [r, g, b].map(|v| covered(round(v.clamp(0.0, a))));
    let a = covered(a);
    let divisor = if a == 0.0 { 1.0 } else { a };
    let [r, g, b] = [r, g, b].map(|v| byte(v / divisor));
    [r, g, b, byte(a * alpha)]
}
