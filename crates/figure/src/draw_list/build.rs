//! From a figure to its items: resolve, lay out, and put in drawing order.

use std::sync::Arc;

use agg_core::{Affine, Cap, Color, Dash, Join, Path, Point, Rect};
use agg_plot::{Antialiasing, GraphicsContext, Snap};
use agg_text::{Font, GlyphCache};

use crate::artist::{GridFit, Line2D, Marker, Points, unit_square};
use crate::axes::{Axes, Side};
use crate::draw_list::{Item, Outline, Polyline};
use crate::error::Result;
use crate::figure::Figure;
use crate::layout::{
    AxesLayout, AxisLayout, Frame, GridLook, LineLook, Linear, Looks, MarkerLook, Page, PlacedLine,
    PlacedText, TickLayout, TickLook, Typesetter,
};
use crate::style::PathStyle;
use crate::ticker::Direction;

/// Lines shorter than this are never simplified.
const SIMPLIFY_FROM: usize = 128;
/// Lines longer than this are cut to the part in view, where their x never decreases.
const CUT_FROM: usize = 1000;

/// Everything that a figure draws, in order.
pub(super) fn items<'a>(
    figure: &'a Figure,
    page: Page,
    cache: &mut GlyphCache,
) -> Result<Vec<Item<'a>>> {
    let looks = Looks::new(figure.style());
    let mut typesetter = Typesetter::new(Font::dejavu_sans(), page.dpi, cache);
    let mut items = vec![paper(figure, page, &looks)?];
    let mut plots: Vec<_> = figure.axes.iter().filter(|axes| !axes.hidden).collect();
    plots.sort_by(|a, b| order(a.zorder).total_cmp(&order(b.zorder)));
    for axes in plots {
        let layout = AxesLayout::new(axes, figure, page, &mut typesetter)?;
        plot(&mut items, axes, &layout, page, &looks)?;
    }
    Ok(items)
}

/// A zorder without the sign of zero, which would set −0 before 0.
fn order(zorder: f64) -> f64 {
    zorder + 0.0
}

/// The page's own rectangle, with hard edges.
fn paper<'a>(figure: &Figure, page: Page, looks: &Looks<'_>) -> Result<Item<'a>> {
    let style = &looks.style.figure;
    let gc = GraphicsContext {
        color: looks.color(&style.edgecolor, None)?,
        antialiasing: Antialiasing::Off,
        ..patch(looks)
    };
    let face = looks.color(figure.facecolor.as_ref().unwrap_or(&style.facecolor), None)?;
    Ok(rectangle(
        gc,
        Affine::scale_xy(page.width, page.height),
        face,
    ))
}

/// A filled rectangle's pen: it draws no line.
fn patch(looks: &Looks<'_>) -> GraphicsContext {
    GraphicsContext {
        line_width: 0.0,
        join: Join::MiterRevert,
        snap: snap(looks),
        ..GraphicsContext::default()
    }
}

fn snap(looks: &Looks<'_>) -> Snap {
    if looks.style.path.snap {
        Snap::Auto
    } else {
        Snap::Off
    }
}

fn rectangle<'a>(gc: GraphicsContext, transform: Affine, face: Color) -> Item<'a> {
    let face = (face.a != 0.0).then_some(face);
    Item::Path {
        gc,
        outline: Outline::Path(unit_square()),
        transform,
        face,
    }
}

/// One thing that a plot draws, by its place in the drawing order.
enum Part<'a, 'p> {
    Line(&'a Line2D, Box<LineLook>),
    Spine(Side),
    Axis(Direction),
    Title(&'p PlacedText),
}

/// A plot: its background, then its parts in drawing order; parts of one order are drawn as
/// lines, spines, axes, titles.
fn plot<'a>(
    items: &mut Vec<Item<'a>>,
    axes: &'a Axes,
    layout: &AxesLayout,
    page: Page,
    looks: &Looks<'_>,
) -> Result<()> {
    if !axes.frameless {
        items.push(background(axes, &layout.frame, looks)?);
    }
    for (_, part) in parts(axes, layout, looks)? {
        match part {
            Part::Line(line, look) => draw_line(items, line, &look, layout, page, looks),
            Part::Spine(side) => items.extend(spine(axes, side, layout, page, looks)?),
            Part::Axis(direction) => draw_axis(items, direction, layout, page, looks),
            Part::Title(title) => draw_text(items, title, page),
        }
    }
    Ok(())
}

fn background<'a>(axes: &Axes, frame: &Frame, looks: &Looks<'_>) -> Result<Item<'a>> {
    let spec = axes
        .facecolor
        .as_ref()
        .unwrap_or(&looks.style.axes.facecolor);
    let gc = GraphicsContext {
        color: Color::TRANSPARENT,
        ..patch(looks)
    };
    Ok(rectangle(
        gc,
        Linear::plane(frame.x, frame.y),
        looks.color(spec, None)?,
    ))
}

fn parts<'a, 'p>(
    axes: &'a Axes,
    layout: &'p AxesLayout,
    looks: &Looks<'_>,
) -> Result<Vec<(f64, Part<'a, 'p>)>> {
    let mut parts = Vec::new();
    let mut cycle = looks.style.axes.prop_cycle.iter().cycle();
    for line in &axes.lines {
        let automatic = match line.color {
            Some(_) => None,
            None => cycle.next(),
        };
        let look = looks.line(line, automatic.unwrap_or(&looks.style.text.color))?;
        if !line.hidden {
            parts.push((line.zorder, Part::Line(line, Box::new(look))));
        }
    }
    if !axes.frameless {
        parts.extend(Side::ALL.map(|side| (2.5, Part::Spine(side))));
        let below = axes
            .axisbelow
            .unwrap_or(looks.style.axes.axisbelow)
            .zorder();
        parts.extend([Direction::X, Direction::Y].map(|direction| (below, Part::Axis(direction))));
    }
    parts.extend(
        layout
            .titles
            .iter()
            .map(|title| (title.look.zorder, Part::Title(title))),
    );
    parts.sort_by(|a, b| order(a.0).total_cmp(&order(b.0)));
    Ok(parts)
}

/// A pen that strokes as a look says.
fn pen(look: &GridLook, looks: &Looks<'_>) -> GraphicsContext {
    GraphicsContext {
        line_width: look.width,
        color: look.color,
        cap: look.cap,
        join: look.join,
        dashes: look
            .dashes
            .as_ref()
            .map(|(offset, lengths)| Dash::new(*offset, lengths)),
        snap: snap(looks),
        ..GraphicsContext::default()
    }
}

/// A line through data, then its markers.
fn draw_line<'a>(
    items: &mut Vec<Item<'a>>,
    line: &'a Line2D,
    look: &LineLook,
    layout: &AxesLayout,
    page: Page,
    looks: &Looks<'_>,
) {
    let clip_rect = (!line.unclipped).then(|| layout.frame.clip());
    let antialiasing = if line.aliased {
        Antialiasing::Off
    } else {
        Antialiasing::On
    };
    let points = cut_to_view(line.points(), layout.x.limits, line.unclipped);
    if points.is_empty() {
        return;
    }
    let transform = Linear::plane(layout.x.map, layout.y.map);
    let outline = Outline::Polyline(Polyline {
        points,
        simplify: simplify(points, &looks.style.path),
    });
    if let Some(stroke) = &look.stroke {
        let gc = GraphicsContext {
            clip_rect,
            antialiasing,
            ..pen(stroke, looks)
        };
        items.push(Item::Path {
            gc,
            outline: outline.clone(),
            transform,
            face: None,
        });
    }
    if let Some(marker) = &look.marker {
        let gc = GraphicsContext {
            clip_rect,
            antialiasing,
            ..GraphicsContext::default()
        };
        items.push(stamp(marker, gc, outline, transform, page));
    }
}

fn stamp<'a>(
    look: &MarkerLook,
    gc: GraphicsContext,
    outline: Outline<'a>,
    transform: Affine,
    page: Page,
) -> Item<'a> {
    let pixels = page.px(look.size);
    let shape = &look.shape;
    // The pixel marker is one pixel at any size, and has no edge.
    let (width, scale) = match look.marker {
        Marker::Pixel => (0.0, Affine::IDENTITY),
        _ => (look.edgewidth, Affine::scale(pixels)),
    };
    let snap = match shape.fit {
        GridFit::Auto => Snap::Auto,
        GridFit::From(size) if pixels >= size => Snap::On,
        GridFit::From(_) => Snap::Off,
    };
    Item::Markers {
        gc: GraphicsContext {
            line_width: width,
            color: look.edge,
            join: shape.join,
            snap,
            ..gc
        },
        marker: shape.path.clone(),
        marker_transform: shape.transform.then(scale),
        outline,
        transform,
        face: look.face,
    }
}

/// How far a line of so many points may be simplified.
fn simplify(points: Points<'_>, style: &PathStyle) -> Option<f64> {
    let threshold = style.simplify_threshold;
    (style.simplify && threshold > 0.0 && points.len() >= SIMPLIFY_FROM).then_some(threshold)
}

/// The part of a long line that can be in view, and one point more on each side, where x never
/// decreases along it; else the whole line. Gaps in x count as lying between their neighbours.
fn cut_to_view<'a>(points: Points<'a>, (start, end): (f64, f64), unclipped: bool) -> Points<'a> {
    if points.len() <= CUT_FROM || unclipped || !points.x_never_decreases() {
        return points;
    }
    let (low, high) = (start.min(end), start.max(end));
    let first = points.partition_by_x(|x| x < low);
    let past = points.partition_by_x(|x| x <= high);
    points.slice(first.saturating_sub(1), past + 1)
}

/// A side of the frame, from one end of the view to the other.
fn spine<'a>(
    axes: &Axes,
    side: Side,
    layout: &AxesLayout,
    page: Page,
    looks: &Looks<'_>,
) -> Result<Option<Item<'a>>> {
    let look = looks.spine(axes, side)?;
    if !look.visible {
        return Ok(None);
    }
    let gc = GraphicsContext {
        line_width: if look.color.a == 0.0 { 0.0 } else { look.width },
        color: look.color,
        cap: Cap::Square,
        join: Join::MiterRevert,
        snap: snap(looks),
        ..GraphicsContext::default()
    };
    let across = layout
        .frame
        .across(side, axes.spine_ref(side).outward, page);
    let (x, y) = (&layout.x, &layout.y);
    let (ends, transform) = match side {
        Side::Left => (
            [(0.0, y.limits.0), (0.0, y.limits.1)],
            Linear::plane(across, y.map),
        ),
        Side::Right => (
            [(1.0, y.limits.0), (1.0, y.limits.1)],
            Linear::plane(across, y.map),
        ),
        Side::Bottom => (
            [(x.limits.0, 0.0), (x.limits.1, 0.0)],
            Linear::plane(x.map, across),
        ),
        Side::Top => (
            [(x.limits.0, 1.0), (x.limits.1, 1.0)],
            Linear::plane(x.map, across),
        ),
    };
    Ok(Some(Item::Path {
        gc,
        outline: Outline::Path(Path::polyline(ends)),
        transform,
        face: None,
    }))
}

/// An axis: for each tick its grid line, marks and labels; then its label and offset text.
fn draw_axis<'a>(
    items: &mut Vec<Item<'a>>,
    direction: Direction,
    layout: &AxesLayout,
    page: Page,
    looks: &Looks<'_>,
) {
    let axis = match direction {
        Direction::X => &layout.x,
        Direction::Y => &layout.y,
    };
    for tick in &axis.ticks {
        let look = axis.look(tick.which);
        if let Some(grid) = &look.grid {
            items.push(grid_line(direction, tick, grid, &layout.frame, axis, looks));
        }
        let (first, second) = marks(direction, tick, look, axis, page);
        items.extend(first.into_iter().chain(second));
        for label in [&tick.labels.0, &tick.labels.1].into_iter().flatten() {
            draw_text(items, label, page);
        }
    }
    for text in [&axis.label, &axis.offset].into_iter().flatten() {
        draw_text(items, text, page);
    }
}

fn grid_line<'a>(
    direction: Direction,
    tick: &TickLayout,
    look: &GridLook,
    frame: &Frame,
    axis: &AxisLayout,
    looks: &Looks<'_>,
) -> Item<'a> {
    let value = tick.value;
    let (ends, transform) = match direction {
        Direction::X => (
            [(value, 0.0), (value, 1.0)],
            Linear::plane(axis.map, frame.y),
        ),
        Direction::Y => (
            [(0.0, value), (1.0, value)],
            Linear::plane(frame.x, axis.map),
        ),
    };
    let gc = GraphicsContext {
        clip_rect: Some(frame.clip()),
        ..pen(look, looks)
    };
    Item::Path {
        gc,
        outline: Outline::Path(Path::polyline(ends)),
        transform,
        face: None,
    }
}

/// The marks of a tick on the first and on the second side.
fn marks<'a>(
    direction: Direction,
    tick: &TickLayout,
    look: &TickLook,
    axis: &AxisLayout,
    page: Page,
) -> (Option<Item<'a>>, Option<Item<'a>>) {
    let (first, second) = look.mark_shapes(direction);
    let mark = |shown: bool, marker: Marker, across: Linear, at: f64| {
        let shape = marker.shape().filter(|_| shown && look.size > 0.0)?;
        let (point, transform) = match direction {
            Direction::X => (Point::new(tick.value, at), Linear::plane(axis.map, across)),
            Direction::Y => (Point::new(at, tick.value), Linear::plane(across, axis.map)),
        };
        let look = MarkerLook {
            marker,
            shape,
            size: look.size,
            face: look.color,
            edge: look.color,
            edgewidth: look.width,
        };
        let outline = Outline::Path(Path::polyline([point]));
        Some(stamp(
            &look,
            GraphicsContext::default(),
            outline,
            transform,
            page,
        ))
    };
    (
        mark(look.marks.0, first, axis.across.0, 0.0),
        mark(look.marks.1, second, axis.across.1, 1.0),
    )
}

/// The lines of a text. matplotlib turns y upside down for its text calls, and back up again below
/// them; the last bit may change on the way.
fn draw_text(items: &mut Vec<Item<'_>>, text: &PlacedText, page: Page) {
    let height = f64::from(page.pixels().1);
    let seen = |line: &&PlacedLine| line.origin.is_finite();
    items.extend(text.lines.iter().filter(seen).map(|line| Item::Text {
        line: Arc::clone(&line.glyphs),
        string: Arc::clone(&line.string),
        x: line.origin.x,
        y: height - (height - line.origin.y),
        angle: text.look.angle,
        color: text.look.color,
        clip: None::<Rect>,
    }));
}
