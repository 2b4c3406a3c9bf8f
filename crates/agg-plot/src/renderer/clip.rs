//! Clip boxes, and the mask of a clip path.

use crate::renderer::Renderer;
use crate::renderer::outline::Outline;
use crate::source::AnyPath;
use crate::{ClipPath, Error, GraphicsContext, PathSource};
use agg_core::{Coverage, FillRule, IntRect, Path, PathEl, Rect, Span};

/// How far beyond the surface, in pixels, a clip box may reach. It matters where an edge is cut, by
/// a level of coverage at most; without a limit a box could be of any size.
const OVERSHOOT: i32 = 1 << 14;

impl Renderer {
    /// Sets the rasterizer's clip box, and makes the mask of the clip path if there is one.
    pub(super) fn clip_to(&mut self, gc: &GraphicsContext) -> Result<(), Error> {
        self.clip_to_box(self.clip_box(gc.clip_rect), gc)
    }

    /// The same, but with a mask that the clip rectangle does not cut, nor the surface's edges.
    pub(super) fn clip_to_mask(&mut self, gc: &GraphicsContext) -> Result<(), Error> {
        let IntRect { x1, y1, .. } = self.surface.bounds();
        let (right, bottom) = (x1.saturating_add(OVERSHOOT), y1.saturating_add(OVERSHOOT));
        self.clip_to_box(IntRect::new(-OVERSHOOT, -OVERSHOOT, right, bottom), gc)
    }

    fn clip_to_box(&mut self, clip: IntRect, gc: &GraphicsContext) -> Result<(), Error> {
        self.rasterizer.set_clip_box(clip);
        if let Some(clip) = &gc.clip_path {
            self.make_mask(clip, gc)?;
        }
        Ok(())
    }

    /// The pixels inside of a rectangle with y up, its edges rounded. The right and the upper edge
    /// are cut to the surface, the left one to 0, and the lower one not: edges are cut there.
    fn clip_box(&self, rect: Option<Rect>) -> IntRect {
        let IntRect { x1, y1, .. } = self.surface.bounds();
        let Some(rect) = rect else {
            return self.surface.bounds();
        };
        let [left, top, right, bottom] = self.rounded(rect);
        let (a, b) = (left.max(0), right.min(x1));
        let (c, d) = (bottom.max(0), top.min(y1));
        let clip = IntRect::new(a.min(b), c.min(d), a.max(b), c.max(d));
        if clip.intersection(self.surface.bounds()).is_empty() {
            return IntRect::default();
        }
        clip.intersection(IntRect::new(0, -OVERSHOOT, x1, y1 + OVERSHOOT))
    }

    /// The pixels that markers and images may touch: the same, but the pixels of the right and
    /// the lower edge belong to it.
    pub(super) fn inclusive_clip_box(&self, rect: Option<Rect>) -> IntRect {
        let whole = self.surface.bounds();
        let Some(rect) = rect else {
            return whole;
        };
        let [left, top, right, bottom] = self.rounded(rect);
        let (a, b) = (left.max(0), right.min(whole.x1));
        let (c, d) = (bottom.max(0), top.min(whole.y1));
        let past = |v: i32| v.saturating_add(1);
        IntRect::new(a.min(b), c.min(d), past(a.max(b)), past(c.max(d))).intersection(whole)
    }

    /// Left, top, right and bottom in whole pixels, y down.
    fn rounded(&self, rect: Rect) -> [i32; 4] {
        let height = f64::from(self.height());
        [rect.x0, height - rect.y1, rect.x1, height - rect.y0].map(|v| (v + 0.5).floor() as i32)
    }

    /// Draws the coverage of a clip path, unless the mask has it already.
    fn make_mask(&mut self, clip: &ClipPath, gc: &GraphicsContext) -> Result<(), Error> {
        if self.mask.as_ref().is_some_and(|m| m.clip.is_same(clip)) {
            return Ok(());
        }
        let mut covers = match self.mask.take() {
            Some(old) => old.covers,
            None => room(self.surface.pixels().len())?,
        };
        covers.fill(0);
        let mut mask = ClipMask {
            covers,
            width: self.width() as usize,
            clip: clip.clone(),
        };
        let source = Clipping(clip);
        let outline = Outline::new(AnyPath::new(&source), self.to_surface(clip.transform))
            .snapped(gc.snap, 0.0)
            .simplified();
        self.rasterizer.add(outline.elements());
        self.check_cells()?;
        self.rasterizer
            .for_each_span(FillRule::NonZero, |span| mask.write(span));
        self.rasterizer.reset();
        self.mask = Some(mask);
        Ok(())
    }
}

/// The farthest from the origin, in pixels, that a shape which is not cut to the surface may reach.
const FARTHEST: f64 = 16_384.0;

/// A clip box that holds a whole shape, as far as shapes may reach.
pub(super) fn around(shape: &Path) -> IntRect {
    let Some(Rect { x0, y0, x1, y1 }) = shape.control_box() else {
        return IntRect::default();
    };
    let [x0, y0, x1, y1] = [x0, y0, x1, y1].map(|v| v.clamp(-FARTHEST, FARTHEST));
    let (left, top) = (x0.floor() as i32, y0.floor() as i32);
    IntRect::new(
        left - 1,
        top - 1,
        x1.ceil() as i32 + 1,
        y1.ceil() as i32 + 1,
    )
}

fn room(len: usize) -> Result<Vec<u8>, Error> {
    let mut covers = Vec::new();
    match covers.try_reserve_exact(len) {
        Ok(()) => covers.resize(len, 0),
        Err(_) => return Err(agg_core::Error::OutOfMemory { bytes: len as u64 }.into()),
    }
    Ok(covers)
}

/// A clip path as a source: plain data if it is simplified, a path if not.
struct Clipping<'a>(&'a ClipPath);

impl PathSource for Clipping<'_> {
    fn elements(&self) -> impl Iterator<Item = PathEl> {
        Path::elements(&self.0.path)
    }

    fn vertex_count(&self) -> usize {
        self.0.path.vertex_count()
    }

    fn is_polyline(&self) -> bool {
        self.0.simplify_threshold.is_some()
    }

    fn simplify_threshold(&self) -> Option<f64> {
        self.0.simplify_threshold
    }
}

/// How much of each pixel a clip path covers.
///
/// It was drawn under the clip box of the call that first used the path, and is empty outside.
#[derive(Clone, Debug)]
pub(super) struct ClipMask {
    covers: Vec<u8>,
    width: usize,
    clip: ClipPath,
}

impl ClipMask {
    /// The covers of row `y` from column `x` on, or from column 0 where that is to the left.
    pub(super) fn row(&self, x: i32, y: i32) -> &[u8] {
        let (x, y) = (usize::try_from(x).unwrap_or(0), usize::try_from(y));
        let row = y.ok().and_then(|y| {
            let start = y.checked_mul(self.width)?;
            self.covers.get(start..start + self.width)?.get(x..)
        });
        row.unwrap_or_default()
    }

    fn write(&mut self, span: Span<'_>) {
        let skipped = usize::try_from(-i64::from(span.x())).unwrap_or(0);
        let row = usize::try_from(span.y()).ok();
        let row = row.and_then(|y| self.covers.chunks_exact_mut(self.width).nth(y));
        let x = usize::try_from(span.x()).unwrap_or(0);
        let part = row.and_then(|row| row.get_mut(x..)).unwrap_or_default();
        let len = span.len().saturating_sub(skipped).min(part.len());
        let (part, _) = part.split_at_mut(len);
        match span.coverage() {
            Coverage::Uniform { cover, .. } => part.fill(cover),
            Coverage::PerPixel(covers) => {
                let covers = covers.iter().skip(skipped);
                part.iter_mut().zip(covers).for_each(|(m, &c)| *m = c);
            }
        }
    }
}
