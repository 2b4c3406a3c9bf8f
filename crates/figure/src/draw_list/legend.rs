//! The legend: its box, then a sample and the text of each entry.

use agg_core::{Affine, Cap, Join, Path, Point, Rect, Transform};
use agg_plot::{GraphicsContext, Snap};

use crate::artist::{
    AnyArtist, Artist, Collection, Kind, Line, Line2D, Marker, Paint, Role, Shapes,
};
use crate::axes::{Legend, Sample};
use crate::color::ColorSpec;
use crate::draw_list::build::{Plot, path_gc};
use crate::draw_list::patch::shade;
use crate::draw_list::{Item, Outline};
use crate::error::Result;
use crate::layout::{Defaults, LegendLayout, Looks, PaintLook, StrokeLook, automatic_colors};

/// The radius of the box's corners, to the font's size.
const ROUND: f64 = 0.2;
/// How high the one stem of a sample is.
const STEM: f64 = 0.5 * 0.375 + 0.5;
/// Where the points of a scatter plot's sample lie, upwards.
const POINTS_AT: [f64; 3] = [3.0 / 8.0, 4.0 / 8.0, 2.5 / 8.0];

/// The space of a sample, in points, and the map from there to pixels.
#[derive(Clone, Copy)]
struct Space {
    width: f64,
    height: f64,
    /// How much of the height is below the names' baseline.
    descent: f64,
    fontsize: f64,
    to_page: Affine,
}

impl Space {
    /// Where a line has its markers.
    fn marked(&self, plot: &Plot<'_, '_>) -> Vec<Point> {
        let at = |x: f64| Point::new(x, self.middle());
        let places = self.places(plot.looks.style.legend.numpoints);
        places.map(at).collect()
    }

    /// Half way up.
    fn middle(&self) -> f64 {
        (self.height - self.descent) / 2.0
    }

    /// Where so many points are, from the left.
    fn places(&self, count: usize) -> impl Iterator<Item = f64> {
        let pad = 0.3 * self.fontsize;
        let step = (self.width - pad - pad) / count.saturating_sub(1).max(1) as f64;
        let middle = (count <= 1).then_some(self.width / 2.0);
        (0..count.max(1)).map(move |i| middle.unwrap_or(i as f64 * step + pad))
    }
}

impl<'a> Plot<'a, '_> {
    /// The legend of the plot.
    pub(super) fn draw_legend(
        &self,
        items: &mut Vec<Item<'a>>,
        legend: &Legend,
        layout: &LegendLayout,
        plots: &[Self],
    ) -> Result<()> {
        let restyled = legend.restyled(self.looks.style);
        let looks = self.looks.restyled(&restyled);
        Plot { looks, ..*self }.draw_restyled(items, legend, layout, &restyle(plots, looks))
    }

    fn draw_restyled(
        &self,
        items: &mut Vec<Item<'a>>,
        legend: &Legend,
        layout: &LegendLayout,
        plots: &[Self],
    ) -> Result<()> {
        let style = &self.looks.style.legend;
        let colors: Vec<_> = plots
            .iter()
            .map(|plot| automatic_colors(plot.axes, plot.looks.style))
            .collect();
        if legend.frame.unwrap_or(style.frameon) {
            let shadow = legend.shadow.unwrap_or(style.shadow);
            let framed = self.legend_box(legend, layout)?;
            items.extend(shadow.then(|| self.box_shadow(&framed)).flatten());
            items.push(framed);
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
                descent,
                fontsize: layout.fontsize,
                to_page: scale.then(Affine::translate(entry.at.x, entry.at.y)),
            };
            if let Some(plot) = plots.get(entry.plot) {
                let colors = colors.get(entry.plot).map(Vec::as_slice);
                let colors = colors.unwrap_or_default();
                plot.draw_sample_of(items, (legend, entry.sample), colors, space)?;
            }
            self.draw_clipped_text(items, &entry.text, None);
        }
        Ok(())
    }

    fn draw_sample_of(
        &self,
        items: &mut Vec<Item<'a>>,
        (legend, sample): (&Legend, Sample),
        colors: &[Option<ColorSpec>],
        space: Space,
    ) -> Result<()> {
        match sample {
            Sample::Artist(place) => match self.axes.artists.get(place.index) {
                Some(artist) => {
                    let color = colors.get(place.index).and_then(Option::as_ref);
                    self.draw_sample(items, artist, color, space)
                }
                None => Ok(()),
            },
            Sample::Line(number) => match legend.lines.get(number) {
                Some(line) => self.line_sample(items, line, None, space),
                None => Ok(()),
            },
            Sample::Patch(number) => match legend.patches.get(number) {
                Some(patch) => {
                    let defaults = self.looks.patch_defaults(None);
                    self.box_sample(items, &patch.paint, patch.common.alpha, &defaults, space)
                }
                None => Ok(()),
            },
        }
    }

    /// The same two points to the right and down, in the colour of a shadow.
    fn box_shadow(&self, framed: &Item<'a>) -> Option<Item<'a>> {
        let Item::Path {
            gc, outline, face, ..
        } = framed
        else {
            return None;
        };
        let by = self.page.px(2.0);
        let dark = shade(face.unwrap_or(agg_core::Color::BLACK));
        let usual = path_gc(self.looks);
        Some(Item::Path {
            gc: GraphicsContext {
                color: dark,
                snap: usual.snap,
                sketch: usual.sketch,
                ..gc.clone()
            },
            outline: outline.clone(),
            transform: Affine::translate(by, -by),
            face: Some(dark),
        })
    }

    fn legend_box(&self, legend: &Legend, layout: &LegendLayout) -> Result<Item<'a>> {
        let (style, all) = (&self.looks.style.legend, self.looks.style);
        // In matplotlib too, a shadow shows through no box.
        let cast = legend.shadow == Some(true);
        let usual = if cast { Some(1.0) } else { style.framealpha };
        let alpha = legend.framealpha.or(usual);
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
                sketch: self.looks.style.path.sketch,
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
        let (alpha, lines) = (artist.common().alpha, &self.looks.style.lines);
        match artist {
            AnyArtist::Line(Artist {
                kind: Line {
                    stems: Some(parts), ..
                },
                ..
            }) => self.stem_sample(items, artist, *parts, space),
            AnyArtist::Line(line) => {
                self.error_samples(items, line, space)?;
                self.line_sample(items, line, color, space)
            }
            AnyArtist::Bars(bars) => {
                let defaults = self.looks.patch_defaults(color);
                self.box_sample(items, &bars.paint, alpha, &defaults, space)
            }
            AnyArtist::Patch(patch) if patch.hollow => {
                let defaults = self.looks.shape_defaults(true, color);
                let look = self.looks.paint(&patch.paint, alpha, None, &defaults)?;
                let ends = match look.single(0).1.dashes {
                    None => (lines.solid_capstyle, lines.solid_joinstyle),
                    Some(_) => (lines.dash_capstyle, lines.dash_joinstyle),
                };
                self.stroke_sample(items, &look, ends, space);
                Ok(())
            }
            AnyArtist::Patch(patch) => {
                let defaults = self.looks.patch_defaults(color);
                self.box_sample(items, &patch.paint, alpha, &defaults, space)
            }
            AnyArtist::Collection(collection) => match collection.role {
                Role::Lines => {
                    let (_, look) = self.collection_look(collection, color)?;
                    // A pattern was copied, which counts as dashes even where it has none.
                    let ends = (lines.dash_capstyle, lines.dash_joinstyle);
                    self.stroke_sample(items, &look, ends, space);
                    Ok(())
                }
                Role::Scatter => self.point_sample(items, collection, color, space),
                role => {
                    let defaults = self.looks.collection_defaults(role, color);
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
        let at = |x: f64| Point::new(x, space.middle());
        let marked = space.marked(self);
        let points = match marked.as_slice() {
            [middle] => vec![at(0.0), *middle, at(space.width)],
            several => several.to_vec(),
        };
        let antialiasing = self.looks.antialiasing(line);
        if let Some(stroke) = &look.stroke {
            items.push(Item::Path {
                gc: GraphicsContext {
                    antialiasing,
                    sketch: self.sketch_of(&line.common),
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
            self.stamp_all(items, &marker, gc, (outline, space.to_page));
        }
        Ok(())
    }

    /// A stem on its base, and its marker.
    fn stem_sample(
        &self,
        items: &mut Vec<Item<'a>>,
        artist: &'a AnyArtist,
        (stems, baseline): (usize, usize),
        space: Space,
    ) -> Result<()> {
        let find = |i: usize| self.axes.artists.get(i);
        let parts = (
            find(stems).and_then(Collection::find),
            find(baseline).and_then(Line::find),
            Line::find(artist),
        );
        let (Some(stems), Some(baseline), Some(markers)) = parts else {
            return Ok(());
        };
        let style = &self.looks.style.lines;
        let top = Point::new(0.5 * space.width, STEM * space.height);
        let (_, look) = self.collection_look(stems, None)?;
        let (_, pen) = look.single(0);
        let stem = StrokeLook {
            color: pen.color,
            width: style.linewidth,
            dashes: pen.dashes,
            // Its line style was copied as a pattern, which counts as dashes even where it has none.
            cap: style.dash_capstyle,
            join: style.dash_joinstyle,
        };
        let base = self.looks.line(baseline, &style.color)?.stroke;
        let strokes = [
            (Some(stem), [(top.x, 0.0), (top.x, top.y)]),
            (base, [(0.0, 0.0), (space.width, 0.0)]),
        ];
        for (stroke, ends) in strokes {
            if let Some(stroke) = stroke {
                items.push(Item::Path {
                    gc: self.pen(&stroke),
                    outline: Outline::Path(Path::polyline(ends)),
                    transform: space.to_page,
                    face: None,
                });
            }
        }
        if let Some(marker) = self.looks.line(markers, &style.color)?.marker {
            let outline = Outline::Path(Path::polyline([top]));
            let gc = path_gc(self.looks);
            self.stamp_all(items, &marker, gc, (outline, space.to_page));
        }
        Ok(())
    }

    /// The error bars of a line at its markers, and their caps.
    fn error_samples(&self, items: &mut Vec<Item<'a>>, line: &Line2D, space: Space) -> Result<()> {
        let Some(parts) = line.errors else {
            return Ok(());
        };
        let colors = automatic_colors(self.axes, self.looks.style);
        let color = |i: usize| colors.get(i).and_then(Option::as_ref);
        let (middle, reach) = (space.marked(self), 0.5 * space.fontsize);
        let caps = parts
            .caps
            .and_then(|i| Some((i, Line::find(self.axes.artists.get(i)?)?)));
        let mut cap_items = Vec::new();
        for (bars, (dx, dy), marker) in [
            (parts.across, (reach, 0.0), Marker::VLine),
            (parts.up, (0.0, reach), Marker::HLine),
        ] {
            let bars = bars.and_then(|i| Some((i, Collection::find(self.axes.artists.get(i)?)?)));
            let Some((i, bars)) = bars else {
                continue;
            };
            let ends = |sign: f64| move |p: &Point| Point::new(p.x + sign * dx, p.y + sign * dy);
            let strokes = middle
                .iter()
                .map(|p| Path::polyline([ends(-1.0)(p), ends(1.0)(p)]));
            let (mut gc, look) = self.collection_look(bars, color(i))?;
            gc.clip_rect = None;
            let paths: Vec<Path> = strokes.collect();
            items.push(self.collect(
                gc,
                (paths.into(), Vec::new()),
                look,
                (None, Affine::IDENTITY),
                space.to_page,
            ));
            let Some((i, caps)) = caps else {
                continue;
            };
            let caps = looks_of(caps, marker);
            let automatic = color(i).unwrap_or(&self.looks.style.lines.color);
            for sign in [-1.0, 1.0] {
                if let Some(marker) = self.looks.line(&caps, automatic)?.marker {
                    let places = middle.iter().map(ends(sign));
                    let outline = Outline::Path(Path::polyline(places));
                    let gc = path_gc(self.looks);
                    self.stamp_all(&mut cap_items, &marker, gc, (outline, space.to_page));
                }
            }
        }
        items.extend(cap_items);
        Ok(())
    }

    /// A stretch of line as a first edge is drawn.
    fn stroke_sample(
        &self,
        items: &mut Vec<Item<'a>>,
        look: &PaintLook,
        (cap, join): (Cap, Join),
        space: Space,
    ) {
        let (_, pen) = look.single(0);
        let stroke = StrokeLook {
            color: pen.color,
            width: pen.line_width,
            dashes: pen.dashes,
            cap,
            join,
        };
        let ends = [0.0, space.width].map(|x| (x, space.middle()));
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
        let usual = path_gc(self.looks);
        (pen.snap, pen.sketch) = (usual.snap, usual.sketch);
        let sides = Affine::scale_xy(space.width, space.height)
            .then(Affine::translate(0.0, -space.descent));
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
        let sizes = collection
            .sizes
            .iter()
            .copied()
            .filter(|size| size.is_finite());
        let ends = [f64::max, f64::min].map(|best| sizes.clone().reduce(best));
        let [most, least] = ends.map(|end| end.unwrap_or(self.looks.point_area()));
        let scale = self.looks.style.legend.markerscale;
        let [most, least] = [most, least].map(|area| area * scale * scale);
        let count = self.looks.style.legend.scatterpoints.max(1);
        let areas: Vec<f64> = if count < 4 {
            vec![0.5 * (most + least), most, least]
        } else {
            let step = 1.0 / (count - 1) as f64;
            let share = |i: usize| if i + 1 == count { 1.0 } else { i as f64 * step };
            (0..count)
                .map(|i| (most - least) * share(i) + least)
                .collect()
        };
        let own = areas.iter().take(count);
        let own = own.map(|area| Affine::scale(area.sqrt() * self.page.dpi / 72.0));
        let own: Vec<Affine> = own.collect();
        let across = space.places(count);
        let heights = POINTS_AT.iter().cycle();
        let places = across
            .zip(heights)
            .map(|(x, at)| Point::new(x, space.height * at));
        let paths = self.marker_paths(collection)?;
        let offsets = places.map(|at| space.to_page.apply(at));
        let offsets = Outline::Path(Path::polyline(offsets));
        items.push(self.collect(
            gc,
            (paths, own),
            look,
            (Some(offsets), Affine::IDENTITY),
            Affine::IDENTITY,
        ));
        Ok(())
    }
}

/// The same plots in another style.
fn restyle<'a, 'p>(plots: &[Plot<'a, 'p>], looks: Looks<'p>) -> Vec<Plot<'a, 'p>> {
    plots.iter().map(|plot| Plot { looks, ..*plot }).collect()
}

/// A line that looks as another, with another marker, and without its points.
fn looks_of(line: &Line2D, marker: Marker) -> Line2D {
    let mut looks = Artist::of(Line::new(None, Vec::new()));
    looks.common.alpha = line.common.alpha;
    looks.kind.color = line.color.clone();
    looks.kind.markersize = line.markersize;
    looks.kind.markeredgecolor = line.markeredgecolor.clone();
    looks.kind.markeredgewidth = line.markeredgewidth;
    looks.marker(marker);
    looks
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
