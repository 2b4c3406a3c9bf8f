//! Where everything goes: from a figure to placed axes, ticks and text. Pure; nothing is drawn.
//!
//! ```text
//!  figure ─► frames on the page ─► limits ─► ticks ─► labels set in type ─► axis labels ─► titles
//!            frame.rs              view.rs   axis.rs  text.rs               axis.rs        titles.rs
//! ```
//!
//! All coordinates are pixels with y **up** from the bottom of the page. Each number is computed
//! in matplotlib's order of operations, because a tick that sits half a unit in the last place to
//! the left may snap to another pixel.

mod axis;
mod frame;
mod look;
mod text;
mod titles;
mod view;

pub(crate) use axis::{AxisLayout, TickLayout};
pub(crate) use frame::{Frame, Linear, Page};
pub(crate) use look::{LineLook, Looks, MarkerLook, StrokeLook, TickLook};
pub(crate) use text::{PlacedLine, PlacedText, Typesetter};

use crate::axes::Axes;
use crate::error::Result;
use crate::figure::Figure;
use crate::ticker::Direction;

/// A plot, placed.
#[derive(Debug)]
pub(crate) struct AxesLayout {
    pub(crate) frame: Frame,
    pub(crate) x: AxisLayout,
    pub(crate) y: AxisLayout,
    pub(crate) titles: Vec<PlacedText>,
}

impl AxesLayout {
    /// Places one plot on the page.
    pub(crate) fn new(
        axes: &Axes,
        figure: &Figure,
        page: Page,
        typesetter: &mut Typesetter<'_>,
    ) -> Result<Self> {
        let looks = Looks::new(figure.style());
        let frame = Frame::new(
            axes.place,
            &figure.subplot.unwrap_or(looks.style.figure.subplot),
            page,
        );
        let data = view::data(axes);
        let mut place = |direction| {
            let view = view::limits(axes, direction, &data, &looks)?;
            axis::lay_out(
                &axis::Site {
                    axes,
                    direction,
                    view,
                    frame: &frame,
                    page,
                },
                &looks,
                typesetter,
            )
        };
        let (x, y) = (place(Direction::X)?, place(Direction::Y)?);
        let titles = titles::lay_out(axes, &frame, y.offset.as_ref(), page, &looks, typesetter)?;
        Ok(Self {
            frame,
            x,
            y,
            titles,
        })
    }
}
