//! The legend: its box, then a sample and the text of each entry.

use agg_core::{Affine, Path, Point, Rect, Transform};
use agg_plot::{Antialiasing, GraphicsContext, Snap};

use crate::artist::{AnyArtist, Artist, Collection, Line2D, Paint, Role, Shapes};
use crate::axes::Legend;
use crate::color::ColorSpec;
use crate::draw_list::build::Plot;
use crate::draw_list::{Item, Outline};
use crate::error::Result;
use crate::layout::{Defaults, LegendLayout, PaintLook, StrokeLook};

/// The radius of the box's corners, to the font's size.
const ROUND: f64 = 0.2;
/// Where the one point of a scatter plot's sample lies, upwards.
const POINT_AT: f64 = 3.0 / 8.0;

/// The space of a sample, in points, and the map from there to pixels.
#[derive(Clone, Copy)]
struct Space {
    width: f64,
    height: f64,
    to_page: Affine,
}

impl<'a> Plot<'a, '_> {
    /// The legend of the plot.
    pub(super) fn draw_legend(
        &self,
        items: &mut Vec<Item<'a>>,
        legend: &Legend,
        layout: &LegendLayout,
        colors: &[Option<ColorSpec>],
    ) -> Result<()> {
        let style = &self.looks.style.legend;
        if legend.frame.unwrap_or(style.frameon) {
            items.push(self.legend_box(legend, layout)?);
        }
        if let Some(title) = &layout.title {
            self.draw_clipped_text(items, title, None);
        }
        let descent = 0.35 * layout.fontsize * (style.handleheight - 0.7);
        for entry in &layout.entries {
            let scale = Affine::scale(self.page.px(1.0));
            let space = Space {
                width: style.handlelength * layout.fontsize,
                height: layout.fontsize * style.handleheight - descent,
                to_page: scale.then(Affine::translate(entry.at.x, entry.at.y)),
            };
            let color = colors.get(entry.artist).and_then(Option::as_ref);
            if let Some(artist) = self.axes.artists.get(entry.artist) {
                self.draw_sample(items, artist, color, space)?;
            }
            self.draw_clipped_text(items, &entry.text, None);
        }
        Ok(())
    }

    fn legend_box(&self, legend: &Legend, layout: &LegendLayout) -> Result<Item<'a>> {
        let (style, all) = (&self.looks.style.legend, self.looks.style);
        let alpha = legend.framealpha.or(style.framealpha);
        let face = legend.facecolor.as_ref().or(style.facecolor.as_ref());
        let edge = legend.edgecolor.as_ref().or(style.edgecolor.as_ref());
        let face = self
            .looks
            .color(face.unwrap_or(&all.axes.facecolor), alpha)?;
        let edge = self
            .looks
            .color(edge.unwrap_or(&all.axes.edgecolor), alpha)?;
        let look = PaintLook {
            faces: vec![face],
            edges: vec![edge],
            widths: vec![style.linewidth.unwrap_or(all.patch.linewidth)],
            dashes: vec![None],
            ..PaintLook::default()
        };
        let (face, pen) = look.single(0);
        let radius = if style.fancybox {
            ROUND * self.page.px(layout.fontsize)
        } else {
            0.0
        };
        Ok(Item::Path {
            gc: GraphicsContext {
                snap: Snap::On,
                ..pen
            },
            outline: Outline::Path(rounded(&layout.bounds, radius)),
            transform: Affine::IDENTITY,
            face,
        })
    }

    fn draw_sample(
        &self,
        items: &mut Vec<Item<'a>>,
        artist: &'a AnyArtist,
        color: Option<&ColorSpec>,
        space: Space,
    ) -> Result<()> {
        let alpha = artist.common().alpha;
        match artist {
            AnyArtist::Line(line) => self.line_sample(items, line, color, space),
            AnyArtist::Bars(bars) => {
                let defaults = self.looks.patch_defaults(color);
                self.box_sample(items, &bars.paint, alpha, &defaults, space)
            }
            AnyArtist::Patch(patch) if patch.hollow => {
                let defaults = self.looks.shape_defaults(true, color);
                let look = self.looks.paint(&patch.paint, alpha, None, &defaults)?;
                self.stroke_sample(items, &look, space);
                Ok(())
            }
            AnyArtist::Patch(patch) => {
                let defaults = self.looks.patch_defaults(color);
                self.box_sample(items, &patch.paint, alpha, &defaults, space)
            }
            AnyArtist::Collection(collection) => match collection.role {
                Role::Lines => {
                    let (_, look) = self.collection_look(collection, color)?;
                    self.stroke_sample(items, &look, space);
                    Ok(())
                }
                Role::Scatter => self.point_sample(items, collection, color, space),
                role => {
                    let defaults = self.collection_defaults(role, color);
                    self.box_sample(items, &collection.paint, alpha, &defaults, space)
                }
            },
            _ => Ok(()),
        }
    }

    /// A stretch of line with a marker in the middle.
    fn line_sample(
        &self,
        items: &mut Vec<Item<'a>>,
        line: &Line2D,
        color: Option<&ColorSpec>,
        space: Space,
    ) -> Result<()> {
        let automatic = color.unwrap_or(&self.looks.style.lines.color);
        let look = self.looks.line(line, automatic)?;
        let at = |x: f64| Point::new(x, space.height / 2.0);
        let count = self.looks.style.legend.numpoints;
        let (points, marked) = if count > 1 {
            let pad = 0.3 * self.looks.style.font.size;
            let step = (space.width - pad - pad) / (count - 1) as f64;
            let points: Vec<Point> = (0..count).map(|i| at(i as f64 * step + pad)).collect();
            (points.clone(), points)
        } else {
            let middle = at(space.width / 2.0);
            (vec![at(0.0), middle, at(space.width)], vec![middle])
        };
        let antialiasing = if line.aliased {
            Antialiasing::Off
        } else {
            Antialiasing::On
        };
        if let Some(stroke) = &look.stroke {
            items.push(Item::Path {
                gc: GraphicsContext {
                    antialiasing,
                    sketch: line.common.sketch,
                    snap: self.snap_of(&line.common),
                    ..self.pen(stroke)
                },
                outline: Outline::Path(Path::polyline(line.drawstyle.corners(&points))),
                transform: space.to_page,
                face: None,
            });
        }
        if let Some(mut marker) = look.marker {
            marker.size *= self.looks.style.legend.markerscale;
            let gc = GraphicsContext {
                antialiasing,
                ..GraphicsContext::default()
            };
            let outline = Outline::Path(Path::polyline(marked));
            items.push(self.stamp(&marker, gc, outline, space.to_page));
        }
        Ok(())
    }

    /// A stretch of line as a first edge is drawn.
    fn stroke_sample(&self, items: &mut Vec<Item<'a>>, look: &PaintLook, space: Space) {
        let (_, pen) = look.single(0);
        let lines = &self.looks.style.lines;
        let (cap, join) = match pen.dashes {
            None => (lines.solid_capstyle, lines.solid_joinstyle),
            Some(_) => (lines.dash_capstyle, lines.dash_joinstyle),
        };
        let stroke = StrokeLook {
            color: pen.color,
            width: pen.line_width,
            dashes: pen.dashes,
            cap,
            join,
        };
        let ends = [0.0, space.width].map(|x| (x, space.height / 2.0));
        items.push(Item::Path {
            gc: self.pen(&stroke),
            outline: Outline::Path(Path::polyline(ends)),
            transform: space.to_page,
            face: None,
        });
    }

    /// A filled rectangle.
    fn box_sample(
        &self,
        items: &mut Vec<Item<'a>>,
        paint: &Paint,
        alpha: Option<f64>,
        defaults: &Defaults,
        space: Space,
    ) -> Result<()> {
        let look = self.looks.paint(paint, alpha, None, defaults)?;
        let (face, mut pen) = look.single(0);
        pen.hatch = self.hatch(paint, alpha, pen.color, 0)?;
        pen.snap = super::build::snap(self.looks);
        let sides = Affine::scale_xy(space.width, space.height);
        items.push(Item::Path {
            gc: pen,
            outline: Outline::Path(crate::artist::unit_square()),
            transform: sides.then(space.to_page),
            face,
        });
        Ok(())
    }

    /// A point of a scatter plot, in the first colour, of the middle size.
    fn point_sample(
        &self,
        items: &mut Vec<Item<'a>>,
        collection: &'a Artist<Collection>,
        color: Option<&ColorSpec>,
        space: Space,
    ) -> Result<()> {
        if !matches!(collection.shapes, Shapes::Marker(_)) {
            return Ok(());
        }
        let (mut gc, look) = self.collection_look(collection, color)?;
        gc.clip_rect = None;
        let size = self.looks.style.lines.markersize;
        let sizes = collection
            .sizes
            .iter()
            .copied()
            .filter(|size| size.is_finite());
        let ends = [f64::max, f64::min].map(|best| sizes.clone().reduce(best));
        let [most, least] = ends.map(|end| end.unwrap_or(size * size));
        let scale = self.looks.style.legend.markerscale;
        let area = 0.5 * (most * scale * scale + least * scale * scale);
        let own = Affine::scale(area.sqrt() * self.page.dpi / 72.0);
        let at = Point::new(0.5 * space.width, space.height * POINT_AT);
        let paths = self.marker_paths(collection)?;
        let offsets = Outline::Path(Path::polyline([space.to_page.apply(at)]));
        items.push(self.collect(
            gc,
            (paths, vec![own]),
            look,
            (Some(offsets), Affine::IDENTITY),
            Affine::IDENTITY,
        ));
        Ok(())
    }
}

/// A rectangle with round corners.
fn rounded(rect: &Rect, radius: f64) -> Path {
    let Rect { x0, y0, .. } = *rect;
    let (x1, y1) = (x0 + (rect.x1 - x0), y0 + (rect.y1 - y0));
    if radius == 0.0 {
        return Path::polygon([(x0, y0), (x1, y0), (x1, y1), (x0, y1)]);
    }
    let mut path = Path::new();
    path.move_to((x0 + radius, y0))
        .line_to((x1 - radius, y0))
        .quad_to((x1, y0), (x1, y0 + radius))
        .line_to((x1, y1 - radius))
        .quad_to((x1, y1), (x1 - radius, y1))
        .line_to((x0 + radius, y1))
        .quad_to((x0, y1), (x0, y1 - radius))
        .line_to((x0, y0 + radius))
        .quad_to((x0, y0), (x0 + radius, y0));
    path.close();
    path
}
