//! Looks: what was asked for, completed from the style and resolved, ready to be placed.

use agg_core::{Cap, Color, Dash, Join};
use agg_plot::Antialiasing;

use crate::artist::{
    Artist, FillStyle, HAlign, Line, LineProps, LineStyle, Marker, MarkerShape, RotationMode, Text,
    TextSize, Typeface, VAlign,
};
use crate::axes::{Axes, Side};
use crate::axis::{Axis, End, GridParams, TickSet, Which};
use crate::color::ColorSpec;
use crate::error::{Error, Result};
use crate::figure::Super;
use crate::layout::text::TextLook;
use crate::layout::{Turns, math};
use crate::name::{ByName, Named};
use crate::style::{AutolimitMode, GridAxis, GridWhich, Sides, Style, TickDirection, TickStyle};
use crate::ticker::{AutoLocator, Direction};
use crate::typeface::{self, Face, Weight};

/// A stroke.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct StrokeLook {
    pub(crate) color: Color,
    pub(crate) width: f64,
    /// In points.
    pub(crate) dashes: Option<Dash>,
    pub(crate) cap: Cap,
    pub(crate) join: Join,
}

/// A line through data.
#[derive(Clone, Debug)]
pub(crate) struct LineLook {
    /// `None` draws markers only.
    pub(crate) stroke: Option<StrokeLook>,
    /// What is drawn between its dashes, before it.
    pub(crate) gaps: Option<StrokeLook>,
    pub(crate) marker: Option<MarkerLook>,
}

/// The markers of a line.
#[derive(Clone, Debug)]
pub(crate) struct MarkerLook {
    pub(crate) marker: Marker,
    pub(crate) shape: MarkerShape,
    /// The half that is not filled, and its colour.
    pub(crate) alt: Option<(MarkerShape, Color)>,
    /// Points.
    pub(crate) size: f64,
    pub(crate) face: Color,
    pub(crate) edge: Color,
    pub(crate) edgewidth: f64,
}

/// One side of the frame.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SpineLook {
    pub(crate) color: Color,
    pub(crate) width: f64,
    pub(crate) visible: bool,
}

/// The major or the minor ticks of an axis.
#[derive(Clone, Debug)]
pub(crate) struct TickLook {
    pub(crate) size: f64,
    pub(crate) width: f64,
    pub(crate) pad: f64,
    pub(crate) color: Color,
    pub(crate) direction: TickDirection,
    /// Of the labels, but for how they hang.
    pub(crate) label: TextLook,
    /// How they hang, where that was asked for.
    pub(crate) label_align: (Option<HAlign>, Option<VAlign>),
    pub(crate) marks: Sides,
    pub(crate) labels: Sides,
    /// `None` where no grid line is drawn.
    pub(crate) grid: Option<StrokeLook>,
}

impl TickLook {
    /// From the frame to the label, in points: the part of the mark outside, and the pad.
    pub(crate) fn label_distance(&self) -> f64 {
        self.pad + self.size * self.outside()
    }

    /// Which share of the mark lies outside the frame.
    pub(crate) fn outside(&self) -> f64 {
        match self.direction {
            TickDirection::In => 0.0,
            TickDirection::InOut => 0.5,
            TickDirection::Out => 1.0,
        }
    }

    /// The markers that draw a mark on the first and on the second side.
    pub(crate) fn mark_shapes(&self, direction: Direction) -> (Marker, Marker) {
        use Marker::{HLine, TickDown, TickLeft, TickRight, TickUp, VLine};
        match (direction, self.direction) {
            (Direction::X, TickDirection::Out) => (TickDown, TickUp),
            (Direction::X, TickDirection::In) => (TickUp, TickDown),
            (Direction::X, TickDirection::InOut) => (VLine, VLine),
            (Direction::Y, TickDirection::Out) => (TickLeft, TickRight),
            (Direction::Y, TickDirection::In) => (TickRight, TickLeft),
            (Direction::Y, TickDirection::InOut) => (HLine, HLine),
        }
    }

    /// Whether any part of a tick is drawn.
    pub(crate) fn shows_anything(&self) -> bool {
        self.marks != Sides::Neither || self.labels != Sides::Neither || self.grid.is_some()
    }
}

/// A style that resolves.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Looks<'s> {
    pub(crate) style: &'s Style,
    /// What lines take in turn beside colours, where they do.
    turns: Option<&'s Turns>,
}

impl<'s> Looks<'s> {
    pub(crate) fn new(style: &'s Style) -> Self {
        Self { style, turns: None }
    }

    /// The same where lines take more than colours in turn.
    pub(crate) fn taking<'t>(self, turns: &'t Turns) -> Looks<'t>
    where
        's: 't,
    {
        Looks {
            style: self.style,
            turns: Some(turns),
        }
    }

    /// The same in another style.
    pub(crate) fn restyled<'t>(self, style: &'t Style) -> Looks<'t>
    where
        's: 't,
    {
        Looks { style, ..self }
    }

    /// Whether a line's edges are smoothed.
    pub(crate) fn antialiasing(&self, line: &Line) -> Antialiasing {
        if line.aliased.unwrap_or(!self.style.lines.antialiased) {
            Antialiasing::Off
        } else {
            Antialiasing::On
        }
    }

    /// Which part of a line's markers is filled.
    pub(crate) fn fillstyle(&self, line: &Line) -> FillStyle {
        line.fillstyle.unwrap_or(self.style.markers.fillstyle)
    }

    /// The locator of axes that were given none.
    pub(crate) fn auto_locator(&self) -> AutoLocator {
        if self.style.classic {
            AutoLocator::classic()
        } else {
            AutoLocator::new()
        }
    }

    /// Whether automatic limits end at ticks.
    pub(crate) fn rounds(&self) -> bool {
        self.style.axes.autolimit_mode == AutolimitMode::RoundNumbers
    }

    /// The area of points that were given none, in square points.
    pub(crate) fn point_area(&self) -> f64 {
        if self.style.classic {
            20.0
        } else {
            self.style.lines.markersize * self.style.lines.markersize
        }
    }

    /// What a line takes in its turn.
    pub(crate) fn turn(&self, line: &Artist<Line>) -> Option<&'s LineProps> {
        self.turns?.of(line.common.place)
    }

    /// A colour, with another opacity where one is given.
    pub(crate) fn color(&self, spec: &ColorSpec, alpha: Option<f64>) -> Result<Color> {
        spec.resolve(self.style.axes.prop_cycle.colors(), alpha)
    }

    /// A size of type in points.
    pub(crate) fn points(&self, size: TextSize) -> f64 {
        size.points(self.style.font.size)
    }

    /// A stroke's look from a colour, a line style and a width; `None` for no line.
    pub(crate) fn stroke(
        &self,
        color: Color,
        style: &LineStyle,
        width: f64,
    ) -> Result<Option<StrokeLook>> {
        let lines = &self.style.lines;
        let pattern = match style {
            LineStyle::None => return Ok(None),
            LineStyle::Solid => None,
            LineStyle::Dashed => Some((0.0, &lines.dashed_pattern)),
            LineStyle::DashDot => Some((0.0, &lines.dashdot_pattern)),
            LineStyle::Dotted => Some((0.0, &lines.dotted_pattern)),
            LineStyle::Pattern { offset, lengths } => Some((*offset, lengths)),
        };
        let Some((offset, lengths)) = pattern else {
            let (cap, join) = (lines.solid_capstyle, lines.solid_joinstyle);
            return Ok(Some(StrokeLook {
                color,
                width,
                dashes: None,
                cap,
                join,
            }));
        };
        let dashes = self.dashes(offset, lengths, width)?;
        // Dashes of a line without width would have no length.
        let dashes = (width > 0.0).then_some(dashes);
        let (cap, join) = (lines.dash_capstyle, lines.dash_joinstyle);
        Ok(Some(StrokeLook {
            color,
            width,
            dashes,
            cap,
            join,
        }))
    }

    /// A pattern in points, for a line of a width in points.
    fn dashes(&self, offset: f64, lengths: &[f64], width: f64) -> Result<Dash> {
        let sum: f64 = lengths.iter().sum();
        let walkable = lengths.iter().all(|length| *length >= 0.0) && sum > 0.0 && sum.is_finite();
        if !walkable || !offset.is_finite() {
            return Err(Error::Dashes(lengths.to_vec()));
        }
        let scale = if self.style.lines.scale_dashes {
            width
        } else {
            1.0
        };
        let lengths: Vec<f64> = lengths.iter().map(|length| length * scale).collect();
        Ok(Dash::new(offset.rem_euclid(sum) * scale, &lengths))
    }

    /// A line through data; `automatic` is its colour unless it has one.
    pub(crate) fn line(&self, line: &Artist<Line>, automatic: &ColorSpec) -> Result<LineLook> {
        let defaults = &self.style.lines;
        let spec = line.color.as_ref().unwrap_or(automatic);
        let color = self.color(spec, line.common.alpha)?;
        let turn = self.turn(line);
        let style = line.linestyle.as_ref();
        let style = style.or_else(|| turn?.linestyle.as_ref());
        let style = known(
            style.unwrap_or(&defaults.linestyle),
            Error::UnknownLineStyle,
        )?;
        let width = line.linewidth.or_else(|| turn?.linewidth);
        let mut stroke = self.stroke(color, &style, width.unwrap_or(defaults.linewidth))?;
        if let Some(stroke) = &mut stroke {
            let (cap, join) = match stroke.dashes {
                None => (line.solid_capstyle, line.solid_joinstyle),
                Some(_) => (line.dash_capstyle, line.dash_joinstyle),
            };
            stroke.cap = cap.unwrap_or(stroke.cap);
            stroke.join = join.unwrap_or(stroke.join);
        }
        let gaps = match (&line.gapcolor, &stroke) {
            (Some(color), Some(stroke)) => {
                let color = self.color(color, line.common.alpha)?;
                stroke.dashes.as_ref().map(|dashes| StrokeLook {
                    color,
                    dashes: Some(between(dashes)),
                    ..stroke.clone()
                })
            }
            _ => None,
        };
        Ok(LineLook {
            stroke,
            gaps,
            marker: self.marker(line, spec)?,
        })
    }

    /// A marker's shape, and which of the known ones it is: mathematics has a shape of its own. `None`
    /// for no marker.
    pub(crate) fn marker_shape(
        &self,
        name: &ByName<Marker>,
    ) -> Result<Option<(Option<Marker>, MarkerShape)>> {
        match name.resolve() {
            Ok(marker) => Ok(marker.shape().map(|shape| (Some(marker), shape))),
            Err(name) if math::is_math(&name) => {
                let mut faces = math::Faces::new(typeface::Faces::new(&self.style.font.added));
                let face = self.face(&Typeface::default(), self.style.font.weight)?;
                let letters = math::outline(&name, &mut faces, face)?;
                Ok(MarkerShape::of_letters(letters).map(|shape| (None, shape)))
            }
            Err(name) => Err(Error::UnknownMarker(name)),
        }
    }

    fn marker(&self, line: &Artist<Line>, color: &ColorSpec) -> Result<Option<MarkerLook>> {
        let defaults = &self.style.lines;
        let turn = self.turn(line);
        let marker = line.marker.as_ref();
        let marker = marker.or_else(|| turn?.marker.as_ref());
        let found = self.marker_shape(marker.unwrap_or(&defaults.marker))?;
        let size = line.markersize.or_else(|| turn?.markersize);
        let size = size.unwrap_or(defaults.markersize);
        let found = match &line.marker_path {
            Some(path) => MarkerShape::of_path(path).map(|shape| (None, shape)),
            None => found,
        };
        let Some((marker, shape)) = found.filter(|_| size > 0.0) else {
            return Ok(None);
        };
        let halves = marker.and_then(|marker| marker.halves(self.fillstyle(line)));
        // Any other outline is drawn as a circle is.
        let marker = marker.unwrap_or(Marker::Circle);
        let nothing = ColorSpec::from("none");
        let (shape, alt) = match halves {
            None => (shape, None),
            Some([shape, other]) => {
                let face = line.markerfacecoloralt.as_ref().unwrap_or(&nothing);
                (shape, Some((other, self.color(face, line.common.alpha)?)))
            }
        };
        let face_spec = match self.fillstyle(line) {
            FillStyle::None => &nothing,
            _ => line
                .markerfacecolor
                .as_ref()
                .or_else(|| turn?.markerfacecolor.as_ref())
                .or(defaults.markerfacecolor.as_ref())
                .unwrap_or(color),
        };
        let face = self.color(face_spec, line.common.alpha)?;
        let hollow = self.fillstyle(line) == FillStyle::None
            || matches!(marker, Marker::Point | Marker::Pixel);
        let edge = match line
            .markeredgecolor
            .as_ref()
            .or_else(|| turn?.markeredgecolor.as_ref())
            .or(defaults.markeredgecolor.as_ref())
        {
            Some(edge) => self.color(edge, line.common.alpha)?,
            None if self.style.classic && marker.is_filled() && !hollow => {
                self.color(&ColorSpec::from("k"), line.common.alpha)?
            }
            // An automatic edge is as opaque as the face, unless there is no face.
            None if face_spec.is_none() => self.color(color, line.common.alpha)?,
            None => Color {
                a: face.a,
                ..self.color(color, line.common.alpha)?
            },
        };
        let edgewidth = line.markeredgewidth.or_else(|| turn?.markeredgewidth);
        let edgewidth = edgewidth.unwrap_or(defaults.markeredgewidth);
        Ok(Some(MarkerLook {
            marker,
            shape,
            alt,
            size,
            face,
            edge,
            edgewidth,
        }))
    }

    /// A side of the frame.
    pub(crate) fn spine(&self, axes: &Axes, side: Side) -> Result<SpineLook> {
        let spine = axes.spine_ref(side);
        let (style, shown) = (&self.style.axes, &self.style.axes.spines);
        let shown = match side {
            Side::Left => shown.left,
            Side::Right => shown.right,
            Side::Bottom => shown.bottom,
            Side::Top => shown.top,
        };
        Ok(SpineLook {
            color: self.color(spine.color.as_ref().unwrap_or(&style.edgecolor), None)?,
            width: spine.linewidth.unwrap_or(style.linewidth),
            visible: spine.visible.unwrap_or(shown),
        })
    }

    pub(crate) fn tick_style(&self, direction: Direction) -> &'s TickStyle {
        match direction {
            Direction::X => &self.style.xtick,
            Direction::Y => &self.style.ytick,
        }
    }

    /// The major or minor ticks of an axis.
    pub(crate) fn ticks(
        &self,
        axis: &Axis,
        direction: Direction,
        which: Which,
    ) -> Result<TickLook> {
        let style = self.tick_style(direction);
        let (TickSet { params, grid, .. }, sizes, marks) = match which {
            Which::Major => (&axis.major, style.major, style.major_marks),
            Which::Minor => (&axis.minor, style.minor, style.minor_marks),
        };
        let labelcolor = params
            .labelcolor
            .as_ref()
            .or(style.labelcolor.as_ref())
            .unwrap_or(&style.color);
        let shown = grid
            .visible
            .unwrap_or(self.style.axes.grid && self.has_grid(direction, which));
        Ok(TickLook {
            size: params.size.unwrap_or(sizes.size),
            width: params.width.unwrap_or(sizes.width),
            pad: params.pad.unwrap_or(sizes.pad),
            color: self.color(params.color.as_ref().unwrap_or(&style.color), None)?,
            direction: params.direction.unwrap_or(style.direction),
            label: TextLook {
                size: self.points(params.labelsize.unwrap_or(style.labelsize)),
                color: self.color(labelcolor, None)?,
                angle: params.labelrotation.unwrap_or(0.0),
                rotation_mode: params.label_mode.unwrap_or(RotationMode::Default),
                face: self.face(&params.labelface, self.style.font.weight)?,
                ..self.base()?
            },
            label_align: (
                params.label_halign.or(style.halign),
                params.label_valign.or(style.valign),
            ),
            marks: style.marks.and(marks).changed_by(params.marks),
            labels: style.labels.changed_by(params.labels),
            grid: if shown { self.grid(grid, which)? } else { None },
        })
    }

    /// Whether the grid that the style asks for has lines at some ticks. As matplotlib does it, the
    /// setting of an axis counts for major ticks alone.
    fn has_grid(&self, direction: Direction, which: Which) -> bool {
        let style = &self.style.axes;
        let of_axis = match style.grid_axis {
            GridAxis::X => direction == Direction::X,
            GridAxis::Y => direction == Direction::Y,
            GridAxis::Both => true,
        };
        match which {
            Which::Major => of_axis && style.grid_which != GridWhich::Minor,
            Which::Minor => style.grid_which != GridWhich::Major,
        }
    }

    fn grid(&self, grid: &GridParams, which: Which) -> Result<Option<StrokeLook>> {
        let style = &self.style.grid;
        let own = match which {
            Which::Major => &style.major,
            Which::Minor => &style.minor,
        };
        let spec = grid.color.as_ref().or(own.color.as_ref());
        let spec = spec.unwrap_or(&style.color);
        let usual = own.alpha.unwrap_or(style.alpha);
        // A colour's own opacity goes before the style's, one that was asked for before both.
        let color = self.color(spec, grid.alpha)?;
        let opaque = grid.alpha.is_none() && color.a == 1.0;
        let color = if opaque {
            self.color(spec, Some(usual))?
        } else {
            color
        };
        let linestyle = grid.linestyle.as_ref().or(own.linestyle.as_ref());
        let linestyle = known(
            linestyle.unwrap_or(&style.linestyle),
            Error::UnknownLineStyle,
        )?;
        let width = grid.linewidth.or(own.linewidth).unwrap_or(style.linewidth);
        self.stroke(color, &linestyle, width)
    }

    /// The axis label.
    pub(crate) fn axis_label(
        &self,
        text: &Artist<Text>,
        direction: Direction,
        at: End,
    ) -> Result<TextLook> {
        let style = &self.style.axes;
        let (valign, angle, rotation_mode) = match (direction, at) {
            (Direction::X, End::First) => (VAlign::Top, 0.0, RotationMode::Default),
            (Direction::X, End::Second) => (VAlign::Baseline, 0.0, RotationMode::Default),
            (Direction::Y, End::First) => (VAlign::Bottom, 90.0, RotationMode::Anchor),
            (Direction::Y, End::Second) => (VAlign::Top, 90.0, RotationMode::Anchor),
        };
        let look = TextLook {
            size: self.points(style.labelsize),
            color: self.color(&style.labelcolor, None)?,
            angle,
            valign,
            rotation_mode,
            ..self.base()?
        };
        self.text(text, look, Some(style.labelweight))
    }

    /// A title.
    pub(crate) fn title(&self, text: &Artist<Text>, halign: HAlign) -> Result<TextLook> {
        let style = &self.style.axes;
        let look = TextLook {
            size: self.points(style.titlesize),
            color: self.color(
                style.titlecolor.as_ref().unwrap_or(&self.style.text.color),
                None,
            )?,
            halign,
            ..self.base()?
        };
        self.text(text, look, Some(style.titleweight))
    }

    /// A title or label over all plots.
    pub(crate) fn super_text(&self, text: &Artist<Text>, role: Super) -> Result<TextLook> {
        let style = &self.style.figure;
        let (size, weight) = match role {
            Super::Title => (style.titlesize, style.titleweight),
            Super::XLabel | Super::YLabel => (style.labelsize, style.labelweight),
        };
        let look = TextLook {
            size: self.points(size),
            ..self.base()?
        };
        self.text(text, look, Some(weight))
    }

    /// Text that belongs to nothing but its plot.
    pub(crate) fn loose_text(&self, text: &Artist<Text>) -> Result<TextLook> {
        self.text(text, self.base()?, None)
    }

    /// Text as the style has it where nothing else is said.
    pub(crate) fn base(&self) -> Result<TextLook> {
        Ok(TextLook {
            face: self.face(&Typeface::default(), self.style.font.weight)?,
            size: self.style.font.size,
            color: self.color(&self.style.text.color, None)?,
            angle: 0.0,
            halign: HAlign::Left,
            valign: VAlign::Baseline,
            rotation_mode: RotationMode::Default,
            multialignment: None,
            linespacing: None,
            zorder: 3.0,
        })
    }

    /// A face; `weight` unless another one is asked for.
    pub(crate) fn face(&self, wish: &Typeface, weight: Weight) -> Result<Face> {
        let font = &self.style.font;
        let weight = match &wish.weight {
            Some(weight) => known(weight, Error::UnknownFontStyle)?,
            None => weight,
        };
        let slant = match &wish.slant {
            Some(slant) => known(slant, Error::UnknownFontStyle)?,
            None => font.style,
        };
        font.face(wish.family.as_deref(), (weight, slant))
    }

    /// The text that an axis shares among its ticks.
    pub(crate) fn offset_text(&self, direction: Direction, at: End) -> Result<TextLook> {
        let style = self.tick_style(direction);
        let (halign, valign) = match (direction, at) {
            (Direction::X, End::First) => (HAlign::Right, VAlign::Top),
            (Direction::X, End::Second) => (HAlign::Right, VAlign::Bottom),
            (Direction::Y, End::First) => (HAlign::Left, VAlign::Baseline),
            (Direction::Y, End::Second) => (HAlign::Right, VAlign::Baseline),
        };
        Ok(TextLook {
            size: self.points(style.labelsize),
            color: self.color(style.labelcolor.as_ref().unwrap_or(&style.color), None)?,
            halign,
            valign,
            ..self.base()?
        })
    }

    /// A look with what a text sets for itself.
    fn text(
        &self,
        text: &Artist<Text>,
        look: TextLook,
        weight: Option<Weight>,
    ) -> Result<TextLook> {
        let weight = weight.unwrap_or(self.style.font.weight);
        let color = match &text.color {
            Some(color) => self.color(color, None)?,
            None => look.color,
        };
        Ok(TextLook {
            face: self.face(&text.typeface, weight)?,
            size: text.size.map_or(look.size, |size| self.points(size)),
            color: Color {
                a: text.common.alpha.unwrap_or(color.a),
                ..color
            },
            angle: text.rotation.unwrap_or(look.angle),
            halign: text.halign.unwrap_or(look.halign),
            valign: text.valign.unwrap_or(look.valign),
            rotation_mode: text.rotation_mode.unwrap_or(look.rotation_mode),
            multialignment: text.multialignment.or(look.multialignment),
            linespacing: text.linespacing.or(look.linespacing),
            zorder: text.common.zorder.unwrap_or(look.zorder),
        })
    }
}

/// The pattern that draws what another one skips.
fn between(dashes: &Dash) -> Dash {
    let mut lengths = dashes.lengths().to_vec();
    let last = lengths.last().copied().unwrap_or(0.0);
    if !lengths.is_empty() {
        lengths.rotate_right(1);
    }
    Dash::new(dashes.offset() + last, &lengths)
}

/// The value that a name means, or the error that it means none.
pub(crate) fn known<T: Named + Clone>(name: &ByName<T>, error: fn(String) -> Error) -> Result<T> {
    name.resolve().map_err(error)
}
