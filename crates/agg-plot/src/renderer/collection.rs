//! Collections: many paths, their properties taken in turn from lists.
//!
//! Item i takes the i-th entry of every list, counted around: the third of two colours is the
//! first again. There are as many items as paths or offsets, whichever are more.

use crate::renderer::Renderer;
use crate::renderer::outline::Outline;
use crate::{Antialiasing, Error, GraphicsContext, Hatch, PathSource};
use agg_core::{Affine, Color, Dash, Point, Transform};

/// The lists of a [`draw_path_collection`](Renderer::draw_path_collection).
#[derive(Clone, Copy, Debug)]
pub struct Collection<'a, P> {
    /// The paths.
    pub paths: &'a [P],
    /// A transform for each path, before the common one; none for no own transforms.
    pub transforms: &'a [Affine],
    /// Where each path goes; none for no shift.
    pub offsets: &'a [Point],
    /// From offsets to pixels, y up.
    pub offset_transform: Affine,
    /// The pens and colours.
    pub style: Styles<'a>,
}

/// The pens and colours of a collection's items.
#[derive(Clone, Copy, Debug, Default)]
pub struct Styles<'a> {
    /// The faces; none for no faces.
    pub face_colors: &'a [Color],
    /// The colours of the pens; none for no strokes.
    pub edge_colors: &'a [Color],
    /// The colours of the hatch; none for the hatch's own.
    pub hatch_colors: &'a [Color],
    /// The widths of the pens in points; none for one point.
    pub line_widths: &'a [f64],
    /// Their dashes in points; none for those of the context.
    pub dashes: &'a [Option<Dash>],
    /// Whether edges are smoothed; none for as in the context.
    pub antialiasing: &'a [Antialiasing],
}

/// An entry of a list, counted around.
fn entry<T>(list: &[T], i: usize) -> Option<&T> {
    list.get(i.checked_rem(list.len())?)
}

impl Styles<'_> {
    fn is_visible(&self) -> bool {
        !(self.face_colors.is_empty()
            && self.edge_colors.is_empty()
            && self.hatch_colors.is_empty())
    }

    /// Gives a context the pen of item `i` of `count`. It has none to begin with.
    fn apply(&self, gc: &mut GraphicsContext, i: usize, count: usize) {
        if let Some(&color) = entry(self.edge_colors, i) {
            gc.color = color;
            gc.line_width = entry(self.line_widths, i).copied().unwrap_or(1.0);
            let dashes = self.dashes.get(..count).unwrap_or(self.dashes);
            if let Some(dashes) = entry(dashes, i) {
                gc.dashes.clone_from(dashes);
            }
        }
        if let (Some(&color), Some(hatch)) = (entry(self.hatch_colors, i), &mut gc.hatch) {
            *hatch = Hatch {
                color,
                ..hatch.clone()
            };
        }
        if let Some(&antialiasing) = entry(self.antialiasing, i) {
            gc.antialiasing = antialiasing;
        }
    }
}

impl Renderer {
    /// Draws many paths with the clip, the caps, joins, snapping, hatch and sketch of `gc`, and
    /// everything else from the lists. `transform` is from all paths to pixels, y up; the offsets
    /// come after it. Lines are not simplified.
    ///
    /// # Errors
    ///
    /// [`Error::Surface`] where there is no memory for the mask of a clip path or the tile of a
    /// hatch.
    pub fn draw_path_collection<P: PathSource>(
        &mut self,
        gc: &GraphicsContext,
        transform: Affine,
        collection: &Collection<'_, P>,
    ) -> Result<(), Error> {
        let Collection {
            paths,
            transforms,
            offsets,
            offset_transform,
            style,
        } = *collection;
        let items = (0..paths.len().max(offsets.len())).filter_map(|i| {
            let own = entry(transforms, i).map_or(transform, |own| own.then(transform));
            Some((
                entry(paths, i)?,
                shifted(own, offset_transform, entry(offsets, i)),
            ))
        });
        self.draw_items(gc, &style, Kind::Paths, items)
    }

    /// Draws items, each a path and its transform to pixels, y up.
    pub(super) fn draw_items<P: PathSource>(
        &mut self,
        gc: &GraphicsContext,
        style: &Styles<'_>,
        kind: Kind,
        items: impl Iterator<Item = (P, Affine)>,
    ) -> Result<(), Error> {
        if !style.is_visible() {
            return Ok(());
        }
        self.clip_to(gc)?;
        let mut gc = GraphicsContext {
            line_width: 0.0,
            ..gc.clone()
        };
        let is_line = style.face_colors.is_empty() && gc.hatch.is_none();
        let count = items.size_hint().1.unwrap_or(usize::MAX);
        for (i, (path, transform)) in items.enumerate() {
            style.apply(&mut gc, i, count);
            let to_surface = self.to_surface(transform);
            let mut outline = match kind {
                Kind::Paths => Outline::of_segments(path, to_surface),
                Kind::Cells => Outline::new(path, to_surface),
            };
            if is_line {
                outline = outline.clipped(self.reach());
            }
            let width = self.points_to_pixels(gc.line_width);
            let outline = outline.snapped(gc.snap, width);
            let outline = outline.sketched(gc.sketch.as_ref());
            self.draw_outline(&gc, &outline, entry(style.face_colors, i).copied())?;
        }
        Ok(())
    }
}

/// What the items of a collection are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Any paths.
    Paths,
    /// The cells of a mesh: plain points.
    Cells,
}

/// A transform, and then an offset.
pub(super) fn shifted(transform: Affine, of_offset: Affine, offset: Option<&Point>) -> Affine {
    match offset {
        Some(&offset) => {
            let by = of_offset.apply(offset);
            transform.then(Affine::translate(by.x, by.y))
        }
        None => transform,
    }
}
