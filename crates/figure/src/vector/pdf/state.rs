//! Colours, pens and opacities: written where they change.

use agg_core::{Cap, Color, Join};
use pdf_writer::types::{LineCapStyle, LineJoinStyle};
use pdf_writer::{Content, Name};

use crate::vector::pdf::channels;
use crate::vector::shape::{Look, Pen};

/// What the page's content has been told.
#[derive(Debug, Default)]
pub(super) struct State {
    face: Option<[f32; 3]>,
    pen: Option<Pen>,
    opacity: Option<usize>,
    /// Of faces and strokes, each pair once.
    opacities: Vec<[f32; 2]>,
}

impl State {
    /// All pairs of opacities, of faces and of strokes.
    pub(super) fn opacities(&self) -> &[[f32; 2]] {
        &self.opacities
    }

    /// All must be told again.
    pub(super) fn forget(&mut self) {
        (self.face, self.pen, self.opacity) = (None, None, None);
    }

    /// The colour of faces must be told again.
    pub(super) fn forget_face(&mut self) {
        self.face = None;
    }

    /// Sets what a look needs.
    pub(super) fn set(&mut self, content: &mut Content, look: &Look<'_>) {
        let opacity = |color: Option<Color>| color.map_or(1.0, |color| color.a.clamp(0.0, 1.0));
        let pen_color = look.pen.as_ref().map(|pen| pen.color);
        self.set_opacity(content, [opacity(look.face), opacity(pen_color)]);
        if let Some(face) = look.face.map(channels)
            && self.face != Some(face)
        {
            let [r, g, b] = face;
            content.set_fill_rgb(r, g, b);
            self.face = Some(face);
        }
        if look.pen.is_some() && self.pen != look.pen {
            if let Some(pen) = &look.pen {
                set_pen(content, pen);
            }
            self.pen.clone_from(&look.pen);
        }
    }

    /// Nothing is to be seen through what follows.
    pub(super) fn set_opaque(&mut self, content: &mut Content) {
        self.set_opacity(content, [1.0, 1.0]);
    }

    fn set_opacity(&mut self, content: &mut Content, pair: [f64; 2]) {
        let pair = pair.map(|v| ((v * 1000.0).round() / 1000.0) as f32);
        let known = self.opacities.iter().position(|other| *other == pair);
        let number = known.unwrap_or_else(|| {
            self.opacities.push(pair);
            self.opacities.len() - 1
        });
        if self.opacity != Some(number) {
            content.set_parameters(Name(&opacity_name(number)));
            self.opacity = Some(number);
        }
    }
}

/// The name of a pair of opacities among the page's resources.
pub(super) fn opacity_name(number: usize) -> Vec<u8> {
    format!("G{number}").into_bytes()
}

fn set_pen(content: &mut Content, pen: &Pen) {
    let [r, g, b] = channels(pen.color);
    content.set_stroke_rgb(r, g, b);
    content.set_line_width(pen.width as f32);
    content.set_line_cap(match pen.cap {
        Cap::Butt => LineCapStyle::ButtCap,
        Cap::Square => LineCapStyle::ProjectingSquareCap,
        Cap::Round => LineCapStyle::RoundCap,
    });
    content.set_line_join(match pen.join {
        Join::Round => LineJoinStyle::RoundJoin,
        Join::Bevel => LineJoinStyle::BevelJoin,
        Join::Miter | Join::MiterRevert | Join::MiterRound => LineJoinStyle::MiterJoin,
    });
    content.set_miter_limit(pen.miter_limit as f32);
    let lengths = pen.dashes.iter().map(|&length| length as f32);
    content.set_dash_pattern(lengths, pen.dash_offset as f32);
}
