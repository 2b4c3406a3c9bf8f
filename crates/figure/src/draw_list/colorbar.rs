//! Colorbars: blocks of colour, pointed ends, the lines between and around them.

use std::sync::Arc;

use agg_core::{Affine, Cap, Color, Join, Path, Point};
use agg_plot::{Antialiasing, ClipPath, GraphicsContext, Snap};

use crate::artist::{Common, Paint};
use crate::axes::Colorbar;
use crate::draw_list::build::{Plot, path_gc};
use crate::draw_list::{Item, Outline, Quads};
use crate::error::Result;
use crate::layout::{ColorbarLayout, Linear, PaintLook};

/// The line between two blocks, to the line around the bar.
const DIVIDER: f64 = 0.5;

/// A part of a colorbar, by its place in the drawing order.
#[derive(Clone, Copy, Debug)]
pub(super) enum BarPart {
    Ends,
    Blocks,
    Dividers,
    Lines,
    Outline,
}

impl BarPart {
    pub(super) const ALL: [Self; 5] = [
        Self::Ends,
        Self::Blocks,
        Self::Dividers,
        Self::Lines,
        Self::Outline,
    ];

    /// The place in the drawing order: the ends right behind areas.
    pub(super) fn zorder(self) -> f64 {
        match self {
            Self::Ends => 1.0_f64.next_down(),
            Self::Blocks => 1.0,
            Self::Dividers | Self::Lines => 2.0,
            Self::Outline => 2.5,
        }
    }
}

impl<'a> Plot<'a, '_> {
    pub(super) fn draw_bar_part(
        &self,
        items: &mut Vec<Item<'a>>,
        part: BarPart,
        (bar, layout): (&Colorbar, &ColorbarLayout),
    ) -> Result<()> {
        match part {
            BarPart::Ends => self.draw_ends(items, layout)?,
            BarPart::Blocks if layout.blocks.is_empty() => {}
            BarPart::Blocks if layout.hatches.iter().any(|hatch| !hatch.is_empty()) => {
                self.draw_hatched(items, layout)?;
            }
            BarPart::Blocks => items.push(self.blocks(layout)),
            BarPart::Dividers if layout.dividers.is_empty() => {}
            BarPart::Dividers => items.push(self.dividers(layout)?),
            BarPart::Lines if layout.lines.is_empty() => {}
            BarPart::Lines => items.push(self.bar_lines(layout)),
            BarPart::Outline => items.extend(self.bar_outline(bar, layout)?),
        }
        Ok(())
    }

    fn fractions(&self) -> Affine {
        Linear::plane(self.layout.frame.x, self.layout.frame.y)
    }

    /// The pen of a face without an edge, for part `i` of those that have these patterns.
    fn face_pen(&self, hatches: &[String], i: usize, alpha: f64) -> Result<GraphicsContext> {
        let paint = Paint {
            hatches: hatches.to_vec(),
            ..Paint::default()
        };
        Ok(GraphicsContext {
            line_width: 0.0,
            color: Color::BLACK,
            antialiasing: Antialiasing::Off,
            join: Join::MiterRevert,
            hatch: self.hatch(&paint, Some(alpha), Color::BLACK, i)?,
            ..path_gc(self.looks)
        })
    }

    fn draw_ends(&self, items: &mut Vec<Item<'a>>, layout: &ColorbarLayout) -> Result<()> {
        for (i, (corners, color)) in layout.ends.iter().enumerate() {
            items.push(Item::Path {
                gc: self.face_pen(&layout.end_hatches, i, color.a)?,
                outline: Outline::Path(Path::polyline(without_repeats(corners))),
                transform: self.fractions(),
                face: (color.a != 0.0).then_some(*color),
            });
        }
        Ok(())
    }

    /// Blocks with patterns, one by one.
    fn draw_hatched(&self, items: &mut Vec<Item<'a>>, layout: &ColorbarLayout) -> Result<()> {
        let ends = if layout.upright {
            [0.0, 1.0]
        } else {
            [1.0, 0.0]
        };
        let [first, second] = ends;
        let blocks = layout.edges.windows(2).zip(&layout.blocks);
        for (i, (edges, color)) in blocks.enumerate() {
            let [low, high] = edges else { continue };
            let corners = [(low, first), (low, second), (high, second), (high, first)];
            let corners = corners.map(|(at, across)| self.along(layout, *at, across));
            let pen = self.face_pen(&layout.hatches, i, color.a)?;
            items.push(Item::Path {
                gc: self.common_gc(&Common::default(), pen),
                outline: Outline::Path(Path::polyline(corners)),
                transform: self.bar_map(),
                face: (color.a != 0.0).then_some(*color),
            });
        }
        Ok(())
    }

    /// Contour lines across the bar, cut a line's width beyond its ends.
    fn bar_lines(&self, layout: &ColorbarLayout) -> Item<'a> {
        let line =
            |at: f64| Path::polyline([0.0, 1.0].map(|across| self.along(layout, at, across)));
        let paths: Vec<Path> = layout.lines.iter().map(|(at, ..)| line(*at)).collect();
        let widths: Vec<f64> = layout.lines.iter().map(|(.., width)| *width).collect();
        let widest = widths.iter().copied().fold(0.0, f64::max);
        let look = PaintLook {
            edges: layout.lines.iter().map(|(_, color, _)| *color).collect(),
            dashes: vec![None; widths.len()],
            widths,
            ..PaintLook::default()
        };
        let gc = GraphicsContext {
            clip_path: Some(self.around_bar(widest)),
            ..path_gc(self.looks)
        };
        let nowhere = (None, Affine::IDENTITY);
        self.collect(
            gc,
            (paths.into(), Vec::new()),
            look,
            nowhere,
            self.bar_map(),
        )
    }

    /// The frame, so many points higher and lower.
    fn around_bar(&self, points: f64) -> ClipPath {
        let frame = &self.layout.frame;
        let more = points / 72.0;
        let inches = |linear: Linear, share: f64| linear.apply(share) * (1.0 / self.page.dpi);
        let fraction = |linear: Linear, inches: f64| {
            let inverse = 1.0 / linear.factor;
            inches * self.page.dpi * inverse - linear.shift * inverse
        };
        let corner = |x: f64, y: f64| {
            let by = if y == 0.0 { -more } else { more };
            Point::new(
                fraction(frame.x, inches(frame.x, x)),
                fraction(frame.y, inches(frame.y, y) + by),
            )
        };
        let corners = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)];
        let path = Path::polygon(corners.map(|(x, y)| corner(x, y)));
        ClipPath::new(Arc::new(path), self.fractions())
    }

    /// A point at a place along the bar, and at the first (0) or second (1) edge of it.
    fn along(&self, layout: &ColorbarLayout, along: f64, across: f64) -> Point {
        if layout.upright {
            Point::new(across, self.layout.y.forward(along))
        } else {
            Point::new(self.layout.x.forward(along), across)
        }
    }

    /// From such points to pixels.
    fn bar_map(&self) -> Affine {
        Linear::plane(self.layout.x.map, self.layout.y.map)
    }

    fn blocks(&self, layout: &ColorbarLayout) -> Item<'a> {
        let edges = layout.edges.iter();
        let corners = edges.flat_map(|&edge| [0.0, 1.0].map(|end| self.along(layout, edge, end)));
        let gc = GraphicsContext {
            snap: if self.looks.style.pcolormesh.snap {
                Snap::On
            } else {
                Snap::Off
            },
            ..self.common_gc(&Common::default(), GraphicsContext::default())
        };
        Item::Mesh(Box::new(Quads {
            gc,
            transform: self.bar_map(),
            columns: 1,
            rows: layout.edges.len().saturating_sub(1),
            corners: corners.collect(),
            face_colors: layout.blocks.clone(),
            edge_colors: Vec::new(),
            antialiasing: Antialiasing::Off,
        }))
    }

    fn dividers(&self, layout: &ColorbarLayout) -> Result<Item<'a>> {
        let style = &self.looks.style.axes;
        let line =
            |&at: &f64| Path::polyline([0.0, 1.0].map(|across| self.along(layout, at, across)));
        let paths: Vec<Path> = layout.dividers.iter().map(line).collect();
        let look = PaintLook {
            edges: vec![self.looks.color(&style.edgecolor, None)?],
            widths: vec![DIVIDER * style.linewidth],
            dashes: vec![None],
            ..PaintLook::default()
        };
        let gc = path_gc(self.looks);
        let nowhere = (None, Affine::IDENTITY);
        Ok(self.collect(
            gc,
            (paths.into(), Vec::new()),
            look,
            nowhere,
            self.bar_map(),
        ))
    }

    fn bar_outline(&self, bar: &Colorbar, layout: &ColorbarLayout) -> Result<Option<Item<'a>>> {
        let style = &self.looks.style.axes;
        let spine = &bar.outline;
        if spine.visible == Some(false) {
            return Ok(None);
        }
        let color = spine.color.as_ref().unwrap_or(&style.edgecolor);
        let color = self.looks.color(color, None)?;
        let width = spine.linewidth.unwrap_or(style.linewidth);
        Ok(Some(Item::Path {
            gc: GraphicsContext {
                line_width: if color.a == 0.0 { 0.0 } else { width },
                color,
                cap: Cap::Square,
                join: Join::MiterRevert,
                ..path_gc(self.looks)
            },
            outline: Outline::Path(Path::polygon(layout.outline.iter().copied())),
            transform: self.fractions(),
            face: None,
        }))
    }
}

/// The corners of a shape, where the last may repeat the one before.
fn without_repeats(corners: &[Point; 4]) -> Vec<Point> {
    let mut corners = corners.to_vec();
    corners.dedup();
    corners
}
