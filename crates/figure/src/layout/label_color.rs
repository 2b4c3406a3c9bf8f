//! The colour of a name in a legend that follows the sample beside it.
//!
//! A sample has up to three colours: of what is filled, of an edge, of a line. The first of them that
//! is asked for and can be seen is the name's.

use agg_core::Color;

use crate::artist::{
    AnyArtist, Artist, Collection, FillStyle, Kind, LabelColor, Line, Patch, Role,
};
use crate::axes::{Axes, Legend, Sample};
use crate::color::ColorSpec;
use crate::error::Result;
use crate::layout::{Looks, PaintLook, automatic_colors};

/// A part of a sample.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Face,
    Edge,
    Line,
}

/// The colours of a part.
enum Swatch {
    One(Color),
    /// Of shapes in turn.
    Many(Vec<Color>),
}

/// The colours of a sample, part by part.
type Swatches = Vec<(Part, Swatch)>;

/// The colours of all names, in their order; `None` for the style's.
pub(super) fn label_colors(
    wish: Option<&LabelColor>,
    legend: &Legend,
    samples: &[(Sample, &Axes)],
    looks: &Looks<'_>,
) -> Result<Vec<Option<Color>>> {
    let all = samples.iter().enumerate();
    let color = |(number, (sample, axes)): (usize, &(Sample, &Axes))| match wish {
        None => Ok(None),
        Some(LabelColor::One(color)) => looks.color(color, None).map(Some),
        Some(LabelColor::Each(colors)) => {
            let turn = number.checked_rem(colors.len());
            let color = turn.and_then(|turn| colors.get(turn));
            color.map(|color| looks.color(color, None)).transpose()
        }
        Some(wish) => Ok(chosen(wish, swatches(*sample, legend, axes, looks)?)),
    };
    all.map(color).collect()
}

/// The first colour that is asked for and can be seen.
fn chosen(wish: &LabelColor, swatches: Swatches) -> Option<Color> {
    let wished = |part: Part| match wish {
        LabelColor::MarkerFace => part == Part::Face,
        LabelColor::MarkerEdge => part == Part::Edge,
        _ => true,
    };
    let mut swatches = swatches.into_iter().filter(|(part, _)| wished(*part));
    swatches.find_map(|(_, swatch)| match swatch {
        Swatch::One(color) => (color.a != 0.0).then_some(Some(color)),
        Swatch::Many(colors) => {
            let first = colors.first().copied()?;
            Some(colors.iter().all(|color| *color == first).then_some(first))
        }
    })?
}

fn swatches(sample: Sample, legend: &Legend, axes: &Axes, looks: &Looks<'_>) -> Result<Swatches> {
    match sample {
        Sample::Line(number) => match legend.lines.get(number) {
            Some(line) => of_line(line, &looks.style.lines.color, looks),
            None => Ok(Swatches::new()),
        },
        Sample::Patch(number) => match legend.patches.get(number) {
            Some(patch) => of_patch(patch, None, looks),
            None => Ok(Swatches::new()),
        },
        Sample::Artist(place) => of_artist(place.index, axes, looks),
    }
}

fn of_artist(number: usize, axes: &Axes, looks: &Looks<'_>) -> Result<Swatches> {
    let colors = automatic_colors(axes, looks.style);
    let automatic = |number: usize| colors.get(number).and_then(Option::as_ref);
    let color = automatic(number);
    match axes.artists.get(number) {
        Some(AnyArtist::Line(line)) => {
            if line.stems.is_some() {
                return Ok(Swatches::new());
            }
            let bars = line.errors.and_then(|parts| parts.across.or(parts.up));
            let found = bars.and_then(|i| Some((i, Collection::find(axes.artists.get(i)?)?)));
            match found {
                Some((i, bars)) => Ok(of_shapes(collection(bars, automatic(i), looks)?)),
                None => of_line(line, color.unwrap_or(&looks.style.lines.color), looks),
            }
        }
        Some(AnyArtist::Patch(patch)) => of_patch(patch, color, looks),
        Some(AnyArtist::Bars(bars)) => {
            let defaults = looks.patch_defaults(color);
            let look = looks.paint(&bars.paint, bars.common.alpha, None, &defaults)?;
            Ok(of_first(&look))
        }
        Some(AnyArtist::Collection(shapes)) => match shapes.role {
            Role::Lines => Ok(Swatches::new()),
            Role::Scatter if shapes.mapped.is_some() => Ok(Swatches::new()),
            Role::Scatter => Ok(of_shapes(collection(shapes, color, looks)?)),
            _ => Ok(of_first(&collection(shapes, color, looks)?)),
        },
        _ => Ok(Swatches::new()),
    }
}

fn collection(
    shapes: &Artist<Collection>,
    color: Option<&ColorSpec>,
    looks: &Looks<'_>,
) -> Result<PaintLook> {
    let defaults = looks.collection_defaults(shapes.role, color);
    looks.paint(&shapes.paint, shapes.common.alpha, None, &defaults)
}

fn of_line(line: &Artist<Line>, color: &ColorSpec, looks: &Looks<'_>) -> Result<Swatches> {
    let defaults = &looks.style.lines;
    let color = line.color.as_ref().unwrap_or(color);
    let nothing = ColorSpec::from("none");
    let turn = looks.turn(line);
    let face = line.markerfacecolor.as_ref();
    let face = face.or_else(|| turn?.markerfacecolor.as_ref());
    let face = match looks.fillstyle(line) {
        FillStyle::None => &nothing,
        _ => face.or(defaults.markerfacecolor.as_ref()).unwrap_or(color),
    };
    let edge = line.markeredgecolor.as_ref();
    let edge = edge.or_else(|| turn?.markeredgecolor.as_ref());
    let edge = edge.or(defaults.markeredgecolor.as_ref()).unwrap_or(color);
    let parts = [(Part::Face, face), (Part::Edge, edge), (Part::Line, color)];
    let swatch = |(part, color)| Ok((part, Swatch::One(looks.color(color, None)?)));
    parts.into_iter().map(swatch).collect()
}

fn of_patch(
    patch: &Artist<Patch>,
    color: Option<&ColorSpec>,
    looks: &Looks<'_>,
) -> Result<Swatches> {
    let defaults = looks.shape_defaults(patch.hollow, color);
    let look = looks.paint(&patch.paint, patch.common.alpha, None, &defaults)?;
    if !patch.hollow {
        return Ok(of_first(&look));
    }
    // An outline is shown by a line.
    let color = look.edges.first().copied().unwrap_or(Color::TRANSPARENT);
    let parts = [Part::Face, Part::Edge, Part::Line];
    Ok(parts.map(|part| (part, Swatch::One(color))).into())
}

/// The colours of the first shape.
fn of_first(look: &PaintLook) -> Swatches {
    let first = |colors: &[Color]| colors.first().copied().unwrap_or(Color::TRANSPARENT);
    vec![
        (Part::Face, Swatch::One(first(&look.faces))),
        (Part::Edge, Swatch::One(first(&look.edges))),
    ]
}

/// The colours of all shapes.
fn of_shapes(look: PaintLook) -> Swatches {
    vec![
        (Part::Face, Swatch::Many(look.faces)),
        (Part::Edge, Swatch::Many(look.edges)),
    ]
}
