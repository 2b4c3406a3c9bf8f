//! Plots that have an axis in common: twins over one another, and any two of a figure.

use std::sync::Arc;

use crate::axes::{Axes, AxesId, Master, Place};
use crate::axis::{Axis, End, Which};
use crate::error::{Error, Result};
use crate::style::Style;
use crate::ticker::Direction;

impl Axes {
    /// What the figure knows this plot by.
    #[must_use]
    pub fn id(&self) -> AxesId {
        AxesId(self.id)
    }

    /// Takes limits, scale and ticks of x from another plot of the figure, for good: what is set
    /// on one of them holds for both, and limits that follow the data follow that of both.
    ///
    /// ![Plots that share axes, and a twin](../../../docs/gallery/figure/shared_axes.png)
    ///
    /// # Errors
    ///
    /// [`Error::Shared`] where x is shared with a third plot already.
    ///
    /// ```
    /// let mut fig = figure::Figure::default();
    /// let above = fig.add_subplot(2, 1, 1)?.id();
    /// let ax = fig.add_subplot(2, 1, 2)?;
    /// ax.sharex(above)?.plot([5, 10], [1, 2])?;
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn sharex(&mut self, other: AxesId) -> Result<&mut Self> {
        self.share(Direction::X, other)
    }

    /// Takes limits, scale and ticks of y from another plot; as [`sharex`](Self::sharex).
    ///
    /// # Errors
    ///
    /// [`Error::Shared`] where y is shared with a third plot already.
    pub fn sharey(&mut self, other: AxesId) -> Result<&mut Self> {
        self.share(Direction::Y, other)
    }

    pub(crate) fn share(&mut self, direction: Direction, other: AxesId) -> Result<&mut Self> {
        let since = self.clock.tick();
        let own = self.id;
        let master = &mut self.masters[direction as usize];
        match master {
            Some(master) if master.axes != other.0 => return Err(Error::Shared),
            // With itself it is shared anyway.
            None if other.0 != own => {
                *master = Some(Master {
                    axes: other.0,
                    since,
                });
            }
            _ => {}
        }
        Ok(self)
    }

    /// Adds a plot over this one with the same x, and a y of its own on the right.
    ///
    /// ![Plots that share axes, and a twin](../../../docs/gallery/figure/shared_axes.png)
    ///
    /// Colours start anew in it.
    ///
    /// ```
    /// let mut fig = figure::Figure::default();
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// ax.plot_y([1, 3, 2])?;
    /// let other = ax.twinx();
    /// other.plot_y([300, 100, 200])?.color("C1");
    /// other.set_ylabel("in other units");
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn twinx(&mut self) -> &mut Self {
        self.y.set_ticks_position(End::First);
        let twin = self.add_twin(Direction::X);
        twin.x.set_visible(false);
        twin.y
            .set_ticks_position(End::Second)
            .set_label_position(End::Second);
        twin
    }

    /// Adds a plot over this one with the same y, and an x of its own at the top; as
    /// [`twinx`](Self::twinx).
    pub fn twiny(&mut self) -> &mut Self {
        self.x.set_ticks_position(End::First);
        let twin = self.add_twin(Direction::Y);
        twin.y.set_visible(false);
        twin.x
            .set_ticks_position(End::Second)
            .set_label_position(End::Second);
        twin
    }

    fn add_twin(&mut self, shared: Direction) -> &mut Self {
        let mut twin = Self::new(Place::Twin, self.clock.clone(), Arc::clone(&self.style));
        twin.zorder = self.zorder;
        twin.masters[shared as usize] = Some(Master {
            axes: self.id,
            since: self.clock.tick(),
        });
        let number = self.twins.len();
        self.twins.push(twin);
        // What was just pushed is there.
        &mut self.twins[number]
    }

    /// The plot of a name among this one and what belongs to it.
    pub(crate) fn find(&self, id: u64) -> Option<&Self> {
        if self.id == id {
            return Some(self);
        }
        let mut own = self.twins.iter().chain(&self.insets);
        own.find_map(|axes| axes.find(id))
    }

    /// Gives this plot and what belongs to it a style for plots that will be made.
    pub(crate) fn set_style(&mut self, style: &Arc<Style>) {
        self.style = Arc::clone(style);
        for axes in self.twins.iter_mut().chain(&mut self.insets) {
            axes.set_style(style);
        }
    }

    /// The plot of a name among this one and what belongs to it.
    pub(crate) fn find_mut(&mut self, id: u64) -> Option<&mut Self> {
        if self.id == id {
            return Some(self);
        }
        let mut own = self.twins.iter_mut().chain(&mut self.insets);
        own.find_map(|axes| axes.find_mut(id))
    }

    /// Leaves labels and tick labels at the edges of the grid alone: those of x in the last row (at
    /// the top: in the first), those of y in the first column (on the right: in the last).
    pub fn label_outer(&mut self) -> &mut Self {
        self.label_outer_along(Direction::X);
        self.label_outer_along(Direction::Y)
    }

    pub(crate) fn label_outer_along(&mut self, direction: Direction) -> &mut Self {
        let Place::Cells(cells) = &self.place else {
            return self;
        };
        let first_row = cells.rows.start == 0;
        let last_row = cells.rows.end == cells.grid.nrows;
        let first_column = cells.columns.start == 0;
        let last_column = cells.columns.end == cells.grid.ncols;
        match direction {
            Direction::X => outer(&mut self.x, last_row, first_row),
            Direction::Y => outer(&mut self.y, first_column, last_column),
        }
        self
    }
}

/// Takes labels away on the sides that are not at the edge of the grid.
fn outer(axis: &mut Axis, first: bool, second: bool) {
    for (end, at_edge) in [(End::First, first), (End::Second, second)] {
        if at_edge {
            continue;
        }
        if axis.label_at == end {
            axis.set_label("");
        }
        if axis.offset_at == end {
            axis.offset_hidden = true;
        }
        for which in [Which::Major, Which::Minor] {
            axis.tick_params(which).labels[end as usize] = Some(false);
        }
    }
}
