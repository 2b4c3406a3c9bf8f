//! Collections: many paths, their properties taken in turn from lists.
//!
//! Item i takes the i-th entry of every list, counted around: the third of two colours is the
//! first again. There are as many items as paths or offsets, whichever are more.

use crate::renderer::Renderer;
use crate::renderer::closed::Faces;
use crate::renderer::outline::Outline;
use crate::renderer::repeat::{Likeness, Placed, Placing, Repeat, Repeats};
use crate::source::{AnyPath, Forget};
use crate::{Antialiasing, Error, GraphicsContext, Hatch, PathSource, Seams, Snap};
use agg_core::{Affine, Color, Dash, Point, Rect, Transform};

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
    list.get(around(i, list.len())?)
}

/// The number of an entry of a list, counted around. Most lists have one entry or one for each item,
/// and need no division.
fn around(i: usize, count: usize) -> Option<usize> {
    match count {
        1 => Some(0),
        _ if i < count => Some(i),
        _ => i.checked_rem(count),
    }
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
        let paths: Vec<AnyPath<'_>> = collection.paths.iter().map(AnyPath::new).collect();
        let collection = Collection {
            paths: &paths,
            transforms: collection.transforms,
            offsets: collection.offsets,
            offset_transform: collection.offset_transform,
            style: collection.style,
        };
        self.draw_any_collection(gc, transform, &collection)
    }

    fn draw_any_collection(
        &mut self,
        gc: &GraphicsContext,
        transform: Affine,
        collection: &Collection<'_, AnyPath<'_>>,
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
            let number = around(i, paths.len())?;
            Some(Item {
                path: *paths.get(number)?,
                number,
                transform: shifted(own, offset_transform, entry(offsets, i)),
            })
        });
        self.draw_items(gc, &style, Kind::Paths, items)
    }

    /// Draws items.
    pub(super) fn draw_items<P: Forget>(
        &mut self,
        gc: &GraphicsContext,
        style: &Styles<'_>,
        kind: Kind,
        items: impl Iterator<Item = Item<P>> + Clone,
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
        let mut stages = Stages {
            kind,
            reach: is_line.then(|| self.reach()),
            snap: gc.snap,
            width: 0.0,
        };
        let closed = self.options.seams == Seams::Closed && !style.face_colors.is_empty();
        if closed {
            self.draw_closed_faces(&gc, style, stages, items.clone());
        }
        let (mut repeats, mut placed) = (Repeats::default(), Placed::default());
        let count = items.size_hint().1.unwrap_or(usize::MAX);
        for (i, item) in items.enumerate() {
            style.apply(&mut gc, i, count);
            stages.width = self.points_to_pixels(gc.line_width);
            let (path, to_surface) = (item.path.forget(), self.to_surface(item.transform));
            let face = entry(style.face_colors, i).filter(|_| !closed).copied();
            if kind == Kind::Paths && is_plain(&gc) {
                let likeness = Likeness::new(item.number, to_surface, stages.width);
                let pen = self.pen(&gc, stages.width);
                let pen = Some(&pen).filter(|_| gc.line_width != 0.0);
                let make = || Repeat::of(path, to_surface, &stages, pen);
                if let Some(repeat) = repeats.find(likeness, make)
                    && self.draw_repeat(&gc, (repeat, to_surface), face, &mut placed)?
                {
                    continue;
                }
            }
            let outline = stages.outline(path, to_surface);
            let outline = outline.sketched(gc.sketch.as_ref());
            self.draw_outline(&gc, &outline, face)?;
        }
        Ok(())
    }

    /// Draws the faces of all items without a seam between them.
    fn draw_closed_faces<P: Forget>(
        &mut self,
        gc: &GraphicsContext,
        style: &Styles<'_>,
        mut stages: Stages,
        items: impl Iterator<Item = Item<P>>,
    ) {
        let mut faces = Faces::new(self.rasterizer.clip_box());
        let mut gc = gc.clone();
        let count = items.size_hint().1.unwrap_or(usize::MAX);
        for (i, item) in items.enumerate() {
            style.apply(&mut gc, i, count);
            stages.width = self.points_to_pixels(gc.line_width);
            let outline = stages.outline(item.path.forget(), self.to_surface(item.transform));
            let outline = outline.sketched(gc.sketch.as_ref());
            if let Some(&face) = entry(style.face_colors, i) {
                faces.add(outline.elements(), face);
            }
        }
        self.ink_faces(&gc, faces);
    }

    /// Draws an item by its shape, if what it covers can be told from that.
    fn draw_repeat(
        &mut self,
        gc: &GraphicsContext,
        (repeat, to_surface): (&Repeat, Affine),
        face: Option<Color>,
        placed: &mut Placed,
    ) -> Result<bool, Error> {
        let clip = self.rasterizer.clip_box();
        let clip = clip.intersection(self.surface.bounds());
        match repeat.place(to_surface, clip, placed) {
            Placing::Unsure => return Ok(false),
            Placing::Unseen => return Ok(true),
            Placing::Known => {}
        }
        if let Some(face) = face {
            self.rasterizer.reset();
            repeat.add_face(placed, &mut self.rasterizer);
            self.ink(gc, face)?;
        }
        if gc.line_width != 0.0 {
            self.rasterizer.reset();
            repeat.add_stroke(placed, &mut self.rasterizer);
            self.ink(gc, gc.color)?;
        }
        Ok(true)
    }
}

/// Whether items are but filled and stroked.
fn is_plain(gc: &GraphicsContext) -> bool {
    gc.sketch.is_none() && gc.hatch.is_none() && gc.dashes.is_none()
}

/// A path of a collection, and its transform to pixels, y up.
#[derive(Debug)]
pub(super) struct Item<P> {
    pub(super) path: P,
    /// Items with the same number have the same path.
    pub(super) number: usize,
    pub(super) transform: Affine,
}

/// The stages that the items of a collection go through.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stages {
    kind: Kind,
    /// What lines are cut to; `None` for faces.
    reach: Option<Rect>,
    snap: Snap,
    /// Of the pen, in pixels.
    width: f64,
}

impl Stages {
    /// Those of the cells of a mesh without borders.
    pub(super) fn of_cells(snap: Snap) -> Self {
        Self {
            kind: Kind::Cells,
            reach: None,
            snap,
            width: 0.0,
        }
    }

    pub(super) fn outline<'a>(&self, path: AnyPath<'a>, to_surface: Affine) -> Outline<'a> {
        let mut outline = match self.kind {
            Kind::Paths => Outline::of_segments(path, to_surface),
            Kind::Cells => Outline::new(path, to_surface),
        };
        if let Some(reach) = self.reach {
            outline = outline.clipped(reach);
        }
        outline.snapped(self.snap, self.width)
    }

    /// The same without a border where lines are cut.
    pub(super) fn everywhere(self) -> Self {
        const EVERYWHERE: Rect = Rect {
            x0: -1e9,
            y0: -1e9,
            x1: 1e9,
            y1: 1e9,
        };
        let reach = self.reach.map(|_| EVERYWHERE);
        Self { reach, ..self }
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
