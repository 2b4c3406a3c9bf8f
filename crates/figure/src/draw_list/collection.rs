//! Many shapes at once.

use std::sync::Arc;

use agg_core::{Affine, Color, Path, Point, Rect, Transform};
use agg_plot::GraphicsContext;

use crate::artist::{Artist, Collection, Colors, Kind, Mapped, Marker, MarkerShape, Shapes};
use crate::color::ColorSpec;
use crate::draw_list::build::Plot;
use crate::draw_list::patch::with_points;
use crate::draw_list::{Item, Outline, Paths, Polyline};
use crate::error::Result;
use crate::layout::{Linear, PaintLook};
use crate::norm::Norm;

impl<'a> Plot<'a, '_> {
    /// A collection; `automatic` is its faces' colour unless they have one.
    pub(super) fn draw_collection(
        &self,
        items: &mut Vec<Item<'a>>,
        collection: &'a Artist<Collection>,
        automatic: Option<&ColorSpec>,
    ) -> Result<()> {
        if collection.len() == 0 {
            return Ok(());
        }
        let (gc, look) = self.collection_look(collection, automatic)?;
        let shape = self.marker_shape(&collection.shapes)?;
        let paths = self.paths(collection, shape.map(|(shape, _)| shape));
        let transforms = self.sizes(collection);
        items.push(self.stamped_or_each(collection, gc, (paths, transforms), look));
        Ok(())
    }

    /// The marker of a collection that has one.
    pub(super) fn marker_paths(&self, collection: &Artist<Collection>) -> Result<Arc<[Path]>> {
        let shape = self.marker_shape(&collection.shapes)?;
        Ok(self.paths(collection, shape.map(|(shape, _)| shape)))
    }

    /// The pen, the clip, the colours of a collection.
    pub(super) fn collection_look(
        &self,
        collection: &Artist<Collection>,
        automatic: Option<&ColorSpec>,
    ) -> Result<(GraphicsContext, PaintLook)> {
        let shape = self.marker_shape(&collection.shapes)?;
        let mut defaults = self.looks.collection_defaults(collection.role, automatic);
        let mut paint = collection.paint.clone();
        if shape.as_ref().is_some_and(|(_, filled)| !filled) {
            // What cannot be filled is drawn as lines in the faces' colours.
            (paint.edge, defaults.linewidth) = (Colors::Face, self.looks.style.lines.linewidth);
        }
        let as_leader = self.mapped_as_leader(collection)?;
        let mapped = as_leader.as_ref().or(collection.mapped.as_ref());
        let mut look = self
            .looks
            .paint(&paint, collection.common.alpha, mapped, &defaults)?;
        let alpha = collection.common.alpha;
        let hatch = self.hatch(&paint, alpha, Color::TRANSPARENT, 0)?;
        if hatch.is_some() {
            look.hatches = match &paint.hatchcolor {
                Some(color) => vec![self.looks.color(color, alpha)?],
                None if look.edges.is_empty() => {
                    vec![self.looks.color(&self.looks.style.patch.edgecolor, alpha)?]
                }
                None => look.edges.clone(),
            };
        }
        let pen = GraphicsContext {
            antialiasing: look.antialiasing,
            hatch,
            ..GraphicsContext::default()
        };
        let gc = GraphicsContext {
            cap: paint.cap.unwrap_or(pen.cap),
            join: paint.join.unwrap_or(pen.join),
            ..self.common_gc(&collection.common, pen)
        };
        Ok((gc, look))
    }

    /// The values of a collection with the colormap of the one that it follows, and with its norm if
    /// that is no linear one.
    fn mapped_as_leader(&self, collection: &Collection) -> Result<Option<Mapped>> {
        let leader = collection.mapped_like;
        let leader = leader.and_then(|i| Collection::find(self.axes.artists.get(i)?));
        let leader = leader.and_then(|leader| leader.mapped.as_ref());
        let (Some(leader), Some(own)) = (leader, &collection.mapped) else {
            return Ok(None);
        };
        let norm = if leader.norm.is_linear() {
            Norm::linear()
        } else {
            let (vmin, vmax) = leader.norm.scaled(&leader.values)?.range();
            leader.norm.clone().with_vmin(vmin).with_vmax(vmax)
        };
        Ok(Some(Mapped {
            cmap: leader.cmap.clone(),
            norm,
            ..own.clone()
        }))
    }

    /// The marker of a collection that has one, and whether it is filled.
    fn marker_shape(&self, shapes: &Shapes) -> Result<Option<(MarkerShape, bool)>> {
        let Shapes::Marker(name) = shapes else {
            return Ok(None);
        };
        let found = self.looks.marker_shape(name)?;
        let is_filled = |marker: Option<Marker>| marker.is_none_or(Marker::is_filled);
        Ok(found.map(|(marker, shape)| (shape, is_filled(marker))))
    }

    /// The paths: the marker, those in points, or those in data coordinates.
    fn paths(&self, collection: &Artist<Collection>, marker: Option<MarkerShape>) -> Arc<[Path]> {
        match &collection.shapes {
            Shapes::Data(paths) | Shapes::Around(paths) => {
                match self.layout.bends(collection.common.coords) {
                    None => Arc::clone(paths),
                    Some(bends) => paths
                        .iter()
                        .map(|path| with_points(path, |p| bends.apply(p)))
                        .collect(),
                }
            }
            Shapes::Points(paths) => Arc::clone(paths),
            Shapes::Marker(_) => marker
                .into_iter()
                .map(|shape| with_points(&shape.path, |p| shape.transform.apply(p)))
                .collect(),
        }
    }

    /// From shapes of area 1 to pixels, for each size.
    fn sizes(&self, collection: &Collection) -> Vec<Affine> {
        let dpi = self.page.dpi;
        let scale = |area: f64| Affine::scale(area.sqrt() * dpi / 72.0);
        match collection.shapes {
            Shapes::Marker(_) if collection.sizes.is_empty() => {
                vec![scale(self.looks.point_area())]
            }
            _ => collection.sizes.iter().map(|&area| scale(area)).collect(),
        }
    }

    /// One shape stamped on every point, where all are alike, else each drawn for itself.
    fn stamped_or_each(
        &self,
        collection: &'a Artist<Collection>,
        gc: GraphicsContext,
        (paths, transforms): (Arc<[Path]>, Vec<Affine>),
        look: PaintLook,
    ) -> Item<'a> {
        let coords = collection.common.coords;
        let (x, y) = self.layout.maps(coords, self.page);
        let map = Linear::plane(x, y);
        let (offsets, offset_transform) = match collection.points() {
            None => (None, Affine::IDENTITY),
            Some(points) => match self.layout.bends(coords) {
                None => {
                    let simplify = None;
                    (Some(Outline::Polyline(Polyline { points, simplify })), map)
                }
                Some(bends) => {
                    let points = points.iter().map(|point| bends.apply(point));
                    (Some(Outline::Path(Path::polyline(points))), map)
                }
            },
        };
        let transform = match collection.shapes {
            Shapes::Data(_) | Shapes::Around(_) => map,
            Shapes::Points(_) => Affine::scale(self.page.px(1.0)),
            Shapes::Marker(_) => Affine::IDENTITY,
        };
        let offset_transform = match collection.shapes {
            // The paths' own transform has the shift.
            Shapes::Around(_) => Affine {
                tx: 0.0,
                ty: 0.0,
                ..offset_transform
            },
            _ => offset_transform,
        };
        let offsets = (offsets, offset_transform);
        self.collect(gc, (paths, transforms), look, offsets, transform)
    }

    /// The same for paths, places and transforms at hand.
    pub(super) fn collect(
        &self,
        gc: GraphicsContext,
        (paths, transforms): (Arc<[Path]>, Vec<Affine>),
        look: PaintLook,
        (offsets, offset_transform): (Option<Outline<'a>>, Affine),
        transform: Affine,
    ) -> Item<'a> {
        let own = transforms.first().copied().unwrap_or(Affine::IDENTITY);
        if let ([path], [face], [edge], [width]) =
            (&*paths, &*look.faces, &*look.edges, &*look.widths)
            && transforms.len() <= 1
            && look.dashes.iter().all(Option::is_none)
            && gc.hatch.is_none()
            && self.fits_the_page(path, own.then(transform))
        {
            return Item::Markers {
                gc: GraphicsContext {
                    line_width: *width,
                    color: *edge,
                    ..gc
                },
                marker: path.clone(),
                marker_transform: own.then(transform),
                outline: offsets
                    .unwrap_or_else(|| Outline::Path(Path::polyline([Point::default()]))),
                transform: offset_transform,
                face: *face,
            };
        }
        Item::Collection(Box::new(Paths {
            gc,
            paths,
            transforms,
            transform,
            offsets: offsets.unwrap_or_else(|| Outline::Path(Path::new())),
            offset_transform,
            face_colors: look.faces,
            edge_colors: look.edges,
            line_widths: look.widths,
            dashes: look.dashes,
            hatch_colors: look.hatches,
            antialiasing: look.antialiasing,
        }))
    }

    /// Whether a path is smaller than the page.
    fn fits_the_page(&self, path: &Path, transform: Affine) -> bool {
        let points = path.points().iter().map(|&p| transform.apply(p));
        let bounds = points.fold(None, |bounds: Option<Rect>, p| {
            let point = Rect::new(p.x, p.y, p.x, p.y);
            Some(bounds.map_or(point, |b| Rect {
                x0: b.x0.min(p.x),
                y0: b.y0.min(p.y),
                x1: b.x1.max(p.x),
                y1: b.y1.max(p.y),
            }))
        });
        let page = self.page.part;
        bounds.is_some_and(|b| b.x1 - b.x0 < page.width && b.y1 - b.y0 < page.height)
    }
}
