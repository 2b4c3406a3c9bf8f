//! From items to what a sheet can show: one `match`.

use std::sync::Arc;

use agg_core::{Affine, Color, Meter, Path, PathEl, PathIterator, Point, Rect, Transform};
use agg_plot::stage::{Clip as Cut, NanRemoval, Simplify, Stages};
use agg_plot::{Antialiasing, GraphicsContext, Hatch, PathSource, QuadMesh, Renderer, Sketch};
use agg_text::{FontSize, GlyphCache, Hinting};

use crate::draw_list::{DrawList, Item, Outline, Paths, Picture, Quads};
use crate::error::Result;
use crate::vector::shape::{Clip, Glyph, Glyphs, Look, Raster, within_reach};
use crate::vector::{Drawn, Sheet};

/// Draws every item, in order, until a limit of the meter is reached.
pub(super) fn draw(
    list: &DrawList<'_>,
    cache: &mut GlyphCache,
    meter: Option<&Meter>,
    sheet: &mut impl Sheet,
) -> Result<()> {
    let mut drawing = Drawing {
        page: Affine::scale_xy(1.0, -1.0).then(Affine::translate(0.0, list.height())),
        reach: Rect::new(-1.0, -1.0, list.width() + 1.0, list.height() + 1.0),
        scale: list.dpi() / 72.0,
        list,
        meter,
        sheet,
    };
    for item in list.items() {
        meter.map_or(Ok(()), Meter::check)?;
        drawing.item(item, cache)?;
    }
    meter.map_or(Ok(()), Meter::check)?;
    Ok(())
}

struct Drawing<'l, 's, S> {
    list: &'l DrawList<'l>,
    meter: Option<&'l Meter>,
    sheet: &'s mut S,
    /// From pixels with y up to pixels with y down.
    page: Affine,
    /// What lines are cut to.
    reach: Rect,
    /// Pixels to the point.
    scale: f64,
}

impl<S: Sheet> Drawing<'_, '_, S> {
    fn item(&mut self, item: &Item<'_>, cache: &mut GlyphCache) -> Result<()> {
        match item {
            Item::Path {
                gc,
                outline,
                transform,
                face,
            } => self.path(gc, outline, *transform, *face),
            Item::Markers {
                gc,
                marker,
                marker_transform,
                outline,
                transform,
                face,
            } => {
                let marker = self.shape(marker, *marker_transform);
                self.markers(gc, &marker, (outline, *transform), *face);
            }
            Item::Collection(paths) => self.collection(paths),
            Item::Mesh(quads) if quads.columns.saturating_mul(quads.rows) > MOST_CELLS => {
                let mesh = quad_mesh(quads);
                return self.drawn(&quads.gc, |on, gc, shift| {
                    on.draw_quad_mesh(gc, quads.transform.then(shift), &mesh)
                });
            }
            Item::Mesh(quads) => self.mesh(quads),
            Item::Triangles {
                gc,
                triangles,
                transform,
            } => {
                let triangles = triangles.iter().copied();
                return self.drawn(gc, |on, gc, shift| {
                    on.draw_gouraud_triangles(gc, transform.then(shift), triangles)
                });
            }
            Item::Image(picture) => self.image(picture),
            Item::Text { .. } => return self.text(item, cache),
            Item::Character { .. } => return self.character(item),
        }
        Ok(())
    }

    fn clip(&mut self, gc: &GraphicsContext) {
        let path = gc.clip_path.as_ref().map(|clip| {
            let to_page = clip.transform.then(self.page);
            let mut path: Path = clip.path.elements().transformed(to_page).collect();
            within_reach(&mut path);
            Arc::new(path)
        });
        let rect = gc.clip_rect.map(|rect| self.on_page(rect));
        self.sheet.clip(&Clip { rect, path });
    }

    fn on_page(&self, rect: Rect) -> Rect {
        let corner = |x, y| self.page.apply(Point::new(x, y));
        let (a, b) = (corner(rect.x0, rect.y0), corner(rect.x1, rect.y1));
        Rect::new(a.x, a.y, b.x, b.y)
    }

    fn path(
        &mut self,
        gc: &GraphicsContext,
        outline: &Outline<'_>,
        transform: Affine,
        face: Option<Color>,
    ) {
        let look = Look::new(gc, face, self.scale);
        if !look.is_visible() {
            return;
        }
        let staging = self.staging((gc, &look), transform, Kind::Line { simplified: true });
        let path = match outline {
            Outline::Path(path) => staging.path(path),
            Outline::Polyline(line) => staging.path(line),
            Outline::Bent(line) => staging.path(&**line),
        };
        if !path.is_empty() {
            self.clip(gc);
            self.sheet.path(&path, &look);
        }
    }

    /// What a path goes through, where it is filled or, else, as a line of some kind.
    fn staging<'g>(
        &self,
        (gc, look): (&'g GraphicsContext, &Look<'_>),
        transform: Affine,
        line: Kind,
    ) -> Staging<'g> {
        let is_line = look.face.is_none() && look.hatch.is_none();
        Staging {
            to_page: transform.then(self.page),
            kind: if is_line { line } else { Kind::Face },
            reach: self.reach,
            sketch: gc.sketch.as_ref(),
        }
    }

    /// A shape about the origin, its y turned down.
    fn shape(&self, path: &Path, transform: Affine) -> Path {
        let turned = transform.then(Affine::scale_xy(1.0, -1.0));
        let mut shape: Path = path.elements().transformed(turned).collect();
        within_reach(&mut shape);
        shape
    }

    fn markers(
        &mut self,
        gc: &GraphicsContext,
        marker: &Path,
        (outline, transform): (&Outline<'_>, Affine),
        face: Color,
    ) {
        // Dashes, hatches and wiggles are for lines.
        let plain = GraphicsContext {
            dashes: None,
            hatch: None,
            sketch: None,
            ..gc.clone()
        };
        let look = Look::new(&plain, Some(face), self.scale);
        let to_page = transform.then(self.page);
        let on_page = |el: PathEl| Some(to_page.apply(el.end()?));
        let places: Vec<Point> = match outline {
            Outline::Path(path) => path.elements().filter_map(on_page).collect(),
            Outline::Polyline(line) => line.elements().filter_map(on_page).collect(),
            Outline::Bent(line) => line.path.elements().filter_map(on_page).collect(),
        };
        let seen = |p: &Point| p.is_finite() && p.x.abs().max(p.y.abs()) < 1e6;
        let places: Vec<Point> = places.into_iter().filter(seen).collect();
        if look.is_visible() && !places.is_empty() {
            self.clip(gc);
            self.sheet.stamps(marker, &places, &look);
        }
    }

    fn collection(&mut self, paths: &Paths<'_>) {
        let offsets: Vec<Point> = match &paths.offsets {
            Outline::Path(path) => path.points().to_vec(),
            Outline::Polyline(line) => line.points.iter().collect(),
            Outline::Bent(line) => line.path.points().to_vec(),
        };
        let count = paths.paths.len().max(offsets.len());
        let mut gc = GraphicsContext {
            line_width: 0.0,
            antialiasing: paths.antialiasing,
            ..paths.gc.clone()
        };
        self.clip(&paths.gc);
        for i in 0..count {
            let Some(path) = entry(&paths.paths, i) else {
                return;
            };
            pen_of(&mut gc, paths, i);
            let face = entry(&paths.face_colors, i).copied();
            let own = entry(&paths.transforms, i)
                .map_or(paths.transform, |own| own.then(paths.transform));
            match entry(&offsets, i) {
                Some(&offset) => {
                    let place = paths.offset_transform.then(self.page).apply(offset);
                    self.stamp(&gc, path, own, (face, place));
                }
                None => self.member(&gc, path, own, face),
            }
        }
    }

    /// A path of a collection that has a place.
    fn stamp(
        &mut self,
        gc: &GraphicsContext,
        path: &Path,
        transform: Affine,
        (face, place): (Option<Color>, Point),
    ) {
        if gc.hatch.is_some() || gc.sketch.is_some() {
            let place = self.page.apply(place);
            let to_pixels = transform.then(Affine::translate(place.x, place.y));
            return self.member(gc, path, to_pixels, face);
        }
        let look = Look::new(gc, face, self.scale);
        let shape = self.shape(path, transform);
        let is_near = place.is_finite() && place.x.abs().max(place.y.abs()) < 1e6;
        let is_whole = path.points().iter().all(|p| p.is_finite());
        if look.is_visible() && is_near && is_whole && !shape.is_empty() {
            self.sheet.stamps(&shape, &[place], &look);
        }
    }

    /// A path of a collection that stays where it is.
    fn member(
        &mut self,
        gc: &GraphicsContext,
        path: &Path,
        transform: Affine,
        face: Option<Color>,
    ) {
        let look = Look::new(gc, face, self.scale);
        let staging = self.staging((gc, &look), transform, Kind::Line { simplified: false });
        let path = staging.path(path);
        if look.is_visible() && !path.is_empty() {
            self.sheet.path(&path, &look);
        }
    }

    fn mesh(&mut self, quads: &Quads) {
        self.clip(&quads.gc);
        let mut gc = GraphicsContext {
            line_width: 0.0,
            antialiasing: quads.antialiasing,
            ..quads.gc.clone()
        };
        let to_page = quads.transform.then(self.page);
        let across = quads.columns + 1;
        let covers = |at: usize, is_there: bool| {
            let face = entry(&quads.face_colors, at).filter(|_| is_there);
            face.is_some_and(|face| face.a >= 1.0)
        };
        for i in 0..quads.columns.saturating_mul(quads.rows) {
            let first = i / quads.columns * across + i % quads.columns;
            let corners = [first, first + across, first + across + 1, first + 1];
            let corners = corners.map(|at| quads.corners.get(at).map(|&p| to_page.apply(p)));
            let [Some(a), Some(b), Some(c), Some(d)] = corners else {
                continue;
            };
            if let Some(&edge) = entry(&quads.edge_colors, i) {
                gc.color = edge;
                gc.line_width = quads.gc.line_width;
            }
            let look = Look::new(&gc, entry(&quads.face_colors, i).copied(), self.scale);
            if look.is_visible() && [a, b, c, d].iter().all(|p| p.is_finite()) {
                let mut corners = [a, b, c, d];
                if look.pen.is_none() && covers(i, true) {
                    let beside = covers(i + 1, (i + 1) % quads.columns != 0);
                    let above = i + quads.columns;
                    let above = covers(above, above < quads.columns * quads.rows);
                    corners = reaching_under(corners, beside, above);
                }
                let mut cell = Path::polygon(corners);
                within_reach(&mut cell);
                self.sheet.path(&cell, &look);
            }
        }
    }

    /// What a renderer draws, as a picture of the rows that it touches. The renderer has no more
    /// pixels than the clip rectangle: what is drawn must be shifted as it is told.
    fn drawn(
        &mut self,
        gc: &GraphicsContext,
        draw: impl FnOnce(&mut Renderer, &GraphicsContext, Affine) -> Result<(), agg_plot::Error>,
    ) -> Result<()> {
        let Some(window) = self.window(gc) else {
            return Ok(());
        };
        let (width, height) = (window.width() as u32, window.height() as u32);
        let mut renderer = match self.meter {
            Some(meter) => {
                meter.spend_pixels(width, height)?;
                Renderer::new(width, height, self.list.dpi())?.with_meter(meter)
            }
            None => Renderer::new(width, height, self.list.dpi())?,
        };
        let by = Point::new(-window.x0, -window.y0);
        draw(
            &mut renderer,
            &shifted(gc, by),
            Affine::translate(by.x, by.y),
        )?;
        let rows: Vec<&[[u8; 4]]> = renderer.pixmap().pixels().chunks(width as usize).collect();
        let seen_in = |row: &[[u8; 4]]| row.iter().any(|pixel| pixel[3] != 0);
        let Some(top) = rows.iter().position(|row| seen_in(row)) else {
            return Ok(());
        };
        let bottom = rows.iter().rposition(|row| seen_in(row));
        let rows = rows.get(top..=bottom.unwrap_or(top)).unwrap_or_default();
        self.sheet.clip(&Clip::default());
        self.sheet.picture(&Raster {
            x: window.x0,
            y: top as f64 + self.list.height() - window.y1,
            width,
            height: rows.len() as u32,
            pixels: &rows.concat(),
        });
        Ok(())
    }

    /// The whole pixels of the page, y up, that the clip rectangle leaves; `None` if it leaves none.
    fn window(&self, gc: &GraphicsContext) -> Option<Rect> {
        let (width, height) = self.list.pixels();
        let page = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let Some(clip) = gc.clip_rect else {
            return Some(page);
        };
        // One pixel more, for what the renderer rounds the other way.
        let clip = clip.inflated(1.0);
        let window = Rect {
            x0: clip.x0.floor().max(page.x0),
            y0: clip.y0.floor().max(page.y0),
            x1: clip.x1.ceil().min(page.x1),
            y1: clip.y1.ceil().min(page.y1),
        };
        (window.x0 < window.x1 && window.y0 < window.y1).then_some(window)
    }

    fn image(&mut self, picture: &Picture) {
        let (pixels, _) = picture.pixels.as_chunks::<4>();
        let rows = pixels.chunks_exact((picture.width as usize).max(1)).rev();
        let (x, y) = (picture.x.round(), picture.y.round());
        let is_near = x.abs().max(y.abs()) < 1e6;
        if !is_near || pixels.is_empty() {
            return;
        }
        self.clip(&picture.gc);
        self.sheet.picture(&Raster {
            x,
            y: self.list.height() - y - f64::from(picture.height),
            width: picture.width,
            height: picture.height,
            pixels: &rows.flatten().copied().collect::<Vec<_>>(),
        });
    }

    fn text(&mut self, item: &Item<'_>, cache: &mut GlyphCache) -> Result<()> {
        let Item::Text {
            line,
            string,
            x,
            y,
            angle,
            color,
            clip,
        } = item
        else {
            return Ok(());
        };
        let glyphs = line.glyphs().iter().map(|glyph| Glyph {
            id: glyph.id,
            x: glyph.x,
            y: glyph.y,
            cluster: glyph.cluster,
        });
        let glyphs = Glyphs {
            font: line.font(),
            glyphs: &glyphs.collect::<Vec<_>>(),
            string,
            transform: self.placed((*x, *y), *angle),
            size: pixels_per_em(line.size()),
            color: *color,
        };
        self.glyphs(&glyphs, *clip, || Ok(line.path(Hinting::None, cache)?))
    }

    fn character(&mut self, item: &Item<'_>) -> Result<()> {
        let Item::Character {
            character,
            glyph,
            font,
            size,
            offset,
            x,
            y,
            angle,
            color,
            clip,
        } = item
        else {
            return Ok(());
        };
        let start = Affine::translate(offset.0, -offset.1);
        let only = Glyph {
            id: *glyph,
            x: 0.0,
            y: 0.0,
            cluster: 0,
        };
        let glyphs = Glyphs {
            font,
            glyphs: &[only],
            string: &character.to_string(),
            transform: start.then(self.placed((*x, *y), *angle)),
            size: pixels_per_em(*size),
            color: *color,
        };
        self.glyphs(&glyphs, *clip, || Ok(font.glyph_path(*glyph, *size)?))
    }

    /// From a line's own pixels to the page's.
    fn placed(&self, (x, y): (f64, f64), degrees: f64) -> Affine {
        let at = self.page.apply(Point::new(x, y));
        Affine::rotate(-degrees.to_radians()).then(Affine::translate(at.x, at.y))
    }

    /// Glyphs as text, or as the path that they have.
    fn glyphs(
        &mut self,
        glyphs: &Glyphs<'_>,
        clip: Option<Rect>,
        path: impl FnOnce() -> Result<Path>,
    ) -> Result<()> {
        let is_seen = !glyphs.glyphs.is_empty() && glyphs.color.a > 0.0;
        if !is_seen || !glyphs.transform.is_finite() {
            return Ok(());
        }
        let rect = clip.map(|rect| self.on_page(rect));
        self.sheet.clip(&Clip { rect, path: None });
        if self.sheet.text(glyphs) == Drawn::NotKnown {
            let mut path = path()?;
            path.transform(glyphs.transform);
            within_reach(&mut path);
            let look = Look {
                face: Some(glyphs.color),
                hatch: None,
                pen: None,
                antialiasing: Antialiasing::On,
            };
            if !path.is_empty() {
                self.sheet.path(&path, &look);
            }
        }
        Ok(())
    }
}

/// The size as it was asked for, not as it is fitted to pixels.
fn pixels_per_em(size: FontSize) -> f64 {
    size.points() * size.dpi() / 72.0
}

/// A cell's corners, moved a little under the next cells, which hide it there: where both share a
/// pixel, none of what is below shows between them.
fn reaching_under([a, b, c, d]: [Point; 4], beside: bool, above: bool) -> [Point; 4] {
    const REACH: f64 = 0.5;
    let from = |start: Point, end: Point, wanted: bool| {
        let (x, y) = (end.x - start.x, end.y - start.y);
        let length = x.hypot(y);
        let share = if wanted && length > 0.0 {
            REACH / length
        } else {
            0.0
        };
        (x * share, y * share)
    };
    let moved = |p: Point, by: (f64, f64)| Point::new(p.x + by.0, p.y + by.1);
    let (lower, upper) = (from(a, d, beside), from(b, c, beside));
    let (left, right) = (from(a, b, above), from(d, c, above));
    [
        a,
        moved(b, left),
        moved(moved(c, upper), right),
        moved(d, lower),
    ]
}

/// A mesh of more cells than this is a picture: as shapes it would be a file of megabytes, of cells
/// hardly larger than pixels.
const MOST_CELLS: usize = 1 << 14;

/// The same for what is shifted.
fn shifted(gc: &GraphicsContext, by: Point) -> GraphicsContext {
    let mut gc = gc.clone();
    gc.clip_rect = gc.clip_rect.map(|rect| {
        let (from, to) = (
            Point::new(rect.x0, rect.y0) + by,
            Point::new(rect.x1, rect.y1) + by,
        );
        Rect::new(from.x, from.y, to.x, to.y)
    });
    if let Some(clip) = &mut gc.clip_path {
        clip.transform = clip.transform.then(Affine::translate(by.x, by.y));
    }
    gc
}

fn quad_mesh(quads: &Quads) -> QuadMesh<'_> {
    QuadMesh {
        columns: quads.columns,
        rows: quads.rows,
        corners: &quads.corners,
        offsets: &[],
        offset_transform: Affine::IDENTITY,
        face_colors: &quads.face_colors,
        edge_colors: &quads.edge_colors,
        antialiasing: quads.antialiasing,
    }
}

/// What a path goes through.
struct Staging<'a> {
    to_page: Affine,
    kind: Kind,
    reach: Rect,
    sketch: Option<&'a Sketch>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// What is filled is neither cut nor simplified.
    Face,
    Line {
        simplified: bool,
    },
}

impl Staging<'_> {
    fn path(&self, source: &impl PathSource) -> Path {
        let nan = if source.is_polyline() {
            NanRemoval::of_polyline()
        } else {
            NanRemoval::of_segments()
        };
        let is_line = self.kind != Kind::Face;
        let cut = is_line.then(|| Cut::new(self.reach));
        let threshold = match self.kind {
            Kind::Line { simplified: true } => source.simplify_threshold(),
            _ => None,
        };
        let elements = source.elements().transformed(self.to_page);
        let elements = elements.through(nan).through(cut);
        let elements = elements.through(threshold.map(Simplify::new));
        let mut path: Path = match self.sketch.and_then(Sketch::stage) {
            None => elements.collect(),
            Some(sketch) => elements.flattened(0.5).through(sketch).collect(),
        };
        within_reach(&mut path);
        path
    }
}

/// An entry of a list, counted around.
fn entry<T>(list: &[T], i: usize) -> Option<&T> {
    list.get(i.checked_rem(list.len())?)
}

/// Gives a context the pen of item `i`.
fn pen_of(gc: &mut GraphicsContext, paths: &Paths<'_>, i: usize) {
    if let Some(&color) = entry(&paths.edge_colors, i) {
        gc.color = color;
        gc.line_width = entry(&paths.line_widths, i).copied().unwrap_or(1.0);
        if let Some(dashes) = entry(&paths.dashes, i) {
            gc.dashes.clone_from(dashes);
        }
    }
    if let (Some(&color), Some(hatch)) = (entry(&paths.hatch_colors, i), &mut gc.hatch) {
        *hatch = Hatch {
            color,
            ..hatch.clone()
        };
    }
}
