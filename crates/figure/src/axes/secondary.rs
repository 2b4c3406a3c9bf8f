//! Axes in other units, beside a plot's own.

use std::fmt;
use std::sync::Arc;

use crate::artist::Unit;
use crate::axes::{Axes, Place, Side};
use crate::axis::End;
use crate::error::Result;
use crate::grid::rectangle;
use crate::limits::Scale;
use crate::scale::FuncScale;
use crate::ticker::Direction;

/// How high, or wide, the plot is that has nothing but an axis, in shares of the plot that it belongs
/// to: an axis needs a frame.
const THIN: f64 = 1e-10;

/// From the units of one axis to those of another.
type Function = Arc<dyn Fn(f64) -> f64 + Send + Sync>;

/// What makes a plot the second axis of another.
#[derive(Clone)]
pub(crate) struct Secondary {
    pub(crate) direction: Direction,
    /// From the plot's units to its own.
    pub(crate) forward: Function,
    /// The scale that it has while no other is set.
    pub(crate) scale: Arc<dyn Scale>,
}

impl fmt::Debug for Secondary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("Secondary");
        debug
            .field("direction", &self.direction)
            .finish_non_exhaustive()
    }
}

impl Axes {
    /// Adds an axis of x in other units, at a share of the plot's height: 1 is the top, 0 the bottom,
    /// below 0 is below. `forward` takes the plot's x to them, `inverse` takes them back.
    ///
    /// Its limits are those of the plot, taken to its units. What comes back has its label and its
    /// ticks, by the usual names.
    ///
    /// The plot's own x has to be in proportion; else set a scale that puts the axis's values where they
    /// belong.
    ///
    /// ![A wave over degrees and over radians](../../../docs/gallery/figure/secondary_xaxis.png)
    ///
    /// # Errors
    ///
    /// [`Error::Rectangle`](crate::Error::Rectangle) for a place that is not finite;
    /// [`Error::Secondary`](crate::Error::Secondary), when it is drawn, where the plot's x has another
    /// scale and no scale was set here.
    ///
    /// ```
    /// # let mut figure = figure::Figure::default();
    /// let ax = figure.add_subplot(1, 1, 1)?;
    /// ax.plot([0, 90, 180], [0, 1, 0])?;
    /// let radians = ax.secondary_xaxis(1.0, f64::to_radians, f64::to_degrees)?;
    /// radians.set_xlabel("radians");
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn secondary_xaxis(
        &mut self,
        at: f64,
        forward: impl Fn(f64) -> f64 + Send + Sync + 'static,
        inverse: impl Fn(f64) -> f64 + Send + Sync + 'static,
    ) -> Result<&mut Self> {
        self.add_secondary(Direction::X, at, (Arc::new(forward), Arc::new(inverse)))
    }

    /// Adds an axis of y in other units, at a share of the plot's width: 1 is the right, 0 the left. As
    /// [`secondary_xaxis`](Self::secondary_xaxis).
    ///
    /// # Errors
    ///
    /// As for [`secondary_xaxis`](Self::secondary_xaxis).
    pub fn secondary_yaxis(
        &mut self,
        at: f64,
        forward: impl Fn(f64) -> f64 + Send + Sync + 'static,
        inverse: impl Fn(f64) -> f64 + Send + Sync + 'static,
    ) -> Result<&mut Self> {
        self.add_secondary(Direction::Y, at, (Arc::new(forward), Arc::new(inverse)))
    }

    fn add_secondary(
        &mut self,
        direction: Direction,
        at: f64,
        (forward, inverse): (Function, Function),
    ) -> Result<&mut Self> {
        let bounds = match direction {
            Direction::X => [0.0, at, 1.0, THIN],
            Direction::Y => [at, 0.0, THIN, 1.0],
        };
        let place = Place::Inset(rectangle(bounds)?, Unit::Axes);
        let mut own = Self::new(place, self.clock.clone(), Arc::clone(&self.style));
        let back = Arc::clone(&forward);
        let scale = FuncScale::new(move |v| inverse(v), move |v| back(v));
        let scale: Arc<dyn Scale> = Arc::new(scale);
        let end = if at < 0.5 { End::First } else { End::Second };
        let (axis, other, sides, hidden) = match direction {
            Direction::X => (
                &mut own.x,
                &mut own.y,
                [Side::Bottom, Side::Top],
                [Side::Left, Side::Right],
            ),
            Direction::Y => (
                &mut own.y,
                &mut own.x,
                [Side::Left, Side::Right],
                [Side::Bottom, Side::Top],
            ),
        };
        axis.scale = Some(Arc::clone(&scale));
        axis.set_ticks_position(end).set_label_position(end);
        other.set_visible(false);
        let [first, second] = sides;
        let unused = if end == End::First { second } else { first };
        for side in hidden.into_iter().chain([unused]) {
            own.spine(side).set_visible(false);
        }
        own.secondary = Some(Secondary {
            direction,
            forward,
            scale,
        });
        let number = self.insets.len();
        self.insets.push(own);
        // What was just pushed is there.
        Ok(&mut self.insets[number])
    }
}
