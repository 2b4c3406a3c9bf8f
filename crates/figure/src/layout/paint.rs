//! Paint, resolved: the colours and pens that shapes take in turn.

use agg_core::{Cap, Color, Dash, Join};
use agg_plot::{Antialiasing, GraphicsContext};

use crate::artist::{Colors, LineStyle, Mapped, Paint, Role};
use crate::color::ColorSpec;
use crate::error::{Error, Result};
use crate::layout::Looks;
use crate::layout::look::known;
use crate::name::ByName;

/// The colours and pens of shapes; the lists are counted around.
#[derive(Clone, Debug, Default)]
pub(crate) struct PaintLook {
    /// Empty where nothing is filled.
    pub(crate) faces: Vec<Color>,
    /// Empty where nothing is stroked.
    pub(crate) edges: Vec<Color>,
    /// In points.
    pub(crate) widths: Vec<f64>,
    /// In points, as many as widths.
    pub(crate) dashes: Vec<Option<Dash>>,
    /// Of the hatches, where there are any.
    pub(crate) hatches: Vec<Color>,
    pub(crate) antialiasing: Antialiasing,
    /// Of single shapes, where they were set.
    pub(crate) cap: Option<Cap>,
    pub(crate) join: Option<Join>,
}

/// What stands in where nothing was set.
#[derive(Clone, Debug)]
pub(crate) struct Defaults {
    pub(crate) face: ColorSpec,
    pub(crate) edge: Colors,
    /// Whether values leave that of edges alone.
    pub(crate) edge_is_own: bool,
    pub(crate) linewidth: f64,
    pub(crate) antialiased: bool,
}

/// An opacity for all, or one for each.
#[derive(Clone, Copy)]
struct Opacity<'p> {
    alpha: Option<f64>,
    /// Where there are any, these count.
    each: &'p [f64],
}

impl Opacity<'_> {
    /// Whether there is an opacity for each of so many.
    fn fits(&self, count: usize) -> Result<()> {
        if self.each.len() == count {
            return Ok(());
        }
        Err(Error::LengthMismatch {
            x: count,
            y: self.each.len(),
        })
    }
}

impl PaintLook {
    /// The look of shape `i` alone: its face, and a pen for its edge.
    pub(crate) fn single(&self, i: usize) -> (Option<Color>, GraphicsContext) {
        let color = entry(&self.edges, i).copied().unwrap_or(Color::TRANSPARENT);
        let width = entry(&self.widths, i).copied().unwrap_or(0.0);
        let gc = GraphicsContext {
            color,
            line_width: if color.a == 0.0 { 0.0 } else { width },
            dashes: entry(&self.dashes, i).cloned().flatten(),
            antialiasing: self.antialiasing,
            cap: self.cap.unwrap_or_default(),
            join: self.join.unwrap_or(Join::MiterRevert),
            ..GraphicsContext::default()
        };
        let face = entry(&self.faces, i).copied();
        (face.filter(|face| face.a != 0.0), gc)
    }
}

/// An entry of a list, counted around.
fn entry<T>(list: &[T], i: usize) -> Option<&T> {
    list.get(i.checked_rem(list.len())?)
}

impl Looks<'_> {
    /// What stands in for patches: the given colour, no edge unless the style wants one.
    pub(crate) fn patch_defaults(&self, face: Option<&ColorSpec>) -> Defaults {
        let style = &self.style.patch;
        let edge = if style.force_edgecolor {
            Colors::List(vec![style.edgecolor.clone()])
        } else {
            Colors::none()
        };
        Defaults {
            face: face.unwrap_or(&style.facecolor).clone(),
            edge,
            edge_is_own: false,
            linewidth: style.linewidth,
            antialiased: style.antialiased,
        }
    }

    /// What stands in for the shapes of a collection; `automatic` is the cycle's colour.
    pub(crate) fn collection_defaults(
        &self,
        role: Role,
        automatic: Option<&ColorSpec>,
    ) -> Defaults {
        let style = self.style;
        let patch = self.patch_defaults(automatic);
        match role {
            Role::Scatter if style.classic => Defaults {
                face: ColorSpec::from("b"),
                ..patch
            },
            Role::Between if style.classic => self.patch_defaults(None),
            Role::Scatter => Defaults {
                edge: match &style.scatter.edgecolors {
                    Some(color) => Colors::List(vec![color.clone()]),
                    None => Colors::Face,
                },
                edge_is_own: true,
                ..patch
            },
            Role::Areas | Role::Between | Role::Stack | Role::Violin => patch,
            Role::Lines => Defaults {
                face: ColorSpec::from("none"),
                edge: Colors::List(vec![
                    automatic.cloned().unwrap_or_else(|| ColorSpec::from("C0")),
                ]),
                linewidth: style.lines.linewidth,
                antialiased: style.lines.antialiased,
                ..patch
            },
        }
    }

    /// The face and the pen of a shape that has an edge unless told otherwise.
    pub(crate) fn edged(
        &self,
        paint: &Paint,
        alpha: Option<f64>,
    ) -> Result<(Option<Color>, GraphicsContext)> {
        let defaults = Defaults {
            edge: Colors::List(vec![self.style.patch.edgecolor.clone()]),
            ..self.patch_defaults(None)
        };
        Ok(self.paint(paint, alpha, None, &defaults)?.single(0))
    }

    /// What stands in for a patch, which an outline fills with nothing.
    pub(crate) fn shape_defaults(&self, hollow: bool, color: Option<&ColorSpec>) -> Defaults {
        if !hollow {
            return self.patch_defaults(color);
        }
        let style = &self.style.patch;
        let edge = color.unwrap_or(&style.edgecolor).clone();
        Defaults {
            face: ColorSpec::from("none"),
            edge: Colors::List(vec![edge]),
            ..self.patch_defaults(None)
        }
    }

    /// A paint, completed and resolved. Values that are mapped colour the faces, or the edges of
    /// what has no faces.
    pub(crate) fn paint(
        &self,
        paint: &Paint,
        alpha: Option<f64>,
        mapped: Option<&Mapped>,
        defaults: &Defaults,
    ) -> Result<PaintLook> {
        let mapped = mapped.filter(|mapped| !mapped.values.is_empty());
        let opacity = Opacity {
            alpha,
            each: &paint.alphas,
        };
        let colors = mapped
            .map(|mapped| self.mapped(mapped, opacity))
            .transpose()?;
        let default_face = || vec![defaults.face.clone()];
        let faces = match (&paint.face, &colors) {
            (face, Some(colors)) if !face.is_none() => colors.clone(),
            (Colors::List(list), _) => self.list(list, opacity)?,
            _ => self.list(&default_face(), opacity)?,
        };
        let edge = match &paint.edge {
            Colors::Auto => &defaults.edge,
            set => set,
        };
        // Values colour edges in place of faces, but not those that have a colour of their own.
        let maps_edges =
            paint.face.is_none() && paint.edge == Colors::Auto && !defaults.edge_is_own;
        let edges = match (edge, colors) {
            (_, Some(colors)) if maps_edges => colors,
            (Colors::List(list), _) => self.list(list, opacity)?,
            _ => faces.clone(),
        };
        let (widths, dashes) = self.pens(paint, defaults.linewidth)?;
        let aliased = paint.aliased.unwrap_or(!defaults.antialiased);
        Ok(PaintLook {
            faces,
            edges,
            widths,
            dashes,
            hatches: Vec::new(),
            antialiasing: if aliased {
                Antialiasing::Off
            } else {
                Antialiasing::On
            },
            cap: paint.cap,
            join: paint.join,
        })
    }

    /// The colours of values.
    fn mapped(&self, mapped: &Mapped, opacity: Opacity<'_>) -> Result<Vec<Color>> {
        let (map, norm) = mapped.resolve(&self.style.image.cmap)?;
        let values = &mapped.values;
        if opacity.each.is_empty() {
            let color = |&value| norm.color(&map, value, opacity.alpha);
            return Ok(values.iter().map(color).collect());
        }
        opacity.fits(values.len())?;
        let pairs = values.iter().zip(opacity.each);
        Ok(pairs
            .map(|(&value, &alpha)| norm.color(&map, value, Some(alpha)))
            .collect())
    }

    /// Colours; none at all for the one colour that is none.
    fn list(&self, list: &[ColorSpec], opacity: Opacity<'_>) -> Result<Vec<Color>> {
        if let [only] = list
            && only.is_none()
        {
            return Ok(Vec::new());
        }
        if opacity.each.is_empty() {
            let color = |color| self.color(color, opacity.alpha);
            return list.iter().map(color).collect();
        }
        if list.len() > 1 {
            opacity.fits(list.len())?;
        }
        let pairs = list.iter().cycle().zip(opacity.each);
        pairs
            .map(|(color, &alpha)| self.color(color, Some(alpha)))
            .collect()
    }

    /// Widths and dashes, each repeated until both lists end together.
    fn pens(&self, paint: &Paint, linewidth: f64) -> Result<(Vec<f64>, Vec<Option<Dash>>)> {
        let widths = or_one(&paint.linewidths, linewidth);
        let styles = or_one(&paint.linestyles, ByName::from(LineStyle::Solid));
        let count = common_multiple(widths.len(), styles.len());
        let mut pens = (Vec::with_capacity(count), Vec::with_capacity(count));
        for (width, style) in widths.iter().cycle().zip(styles.iter().cycle()).take(count) {
            let style = known(style, Error::UnknownLineStyle)?;
            let stroke = self.stroke(Color::BLACK, &style, *width)?;
            pens.0.push(if stroke.is_some() { *width } else { 0.0 });
            pens.1.push(stroke.and_then(|stroke| stroke.dashes));
        }
        Ok(pens)
    }
}

fn or_one<T: Clone>(list: &[T], one: T) -> Vec<T> {
    if list.is_empty() {
        vec![one]
    } else {
        list.to_vec()
    }
}

/// The smallest number that both divide.
fn common_multiple(a: usize, b: usize) -> usize {
    let (mut x, mut y) = (a, b);
    while y != 0 {
        (x, y) = (y, x % y);
    }
    (a / x.max(1)).saturating_mul(b)
}
