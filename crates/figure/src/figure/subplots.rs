//! Plots in grids: one for each cell, sharing axes or not.

use crate::axes::{Axes, Place};
use crate::error::{Error, Result};
use crate::figure::Figure;
use crate::grid::{GridSpec, SubplotSpec, rectangle};
use crate::style::SubplotParams;
use crate::ticker::Direction;

/// Which plots of a grid share an axis: the same limits and ticks, and labels at the edge of the
/// grid alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Share {
    /// None.
    #[default]
    None,
    /// All.
    All,
    /// Those in the same row.
    Row,
    /// Those in the same column.
    Col,
}

/// Plots for all cells of a grid: what [`Figure::subplots`] makes.
///
/// ```
/// use figure::{Figure, Share, Subplots};
///
/// let mut fig = Figure::default();
/// let plots = Subplots::new(2, 2)?.sharex(Share::Col).sharey(Share::Row);
/// for (i, ax) in fig.subplots(plots)?.iter_mut().enumerate() {
///     ax.plot_y([1, i + 1])?;
/// }
/// # Ok::<(), figure::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Subplots {
    grid: GridSpec,
    sharex: Share,
    sharey: Share,
}

impl Subplots {
    /// Plots in rows and columns of equal cells that share nothing.
    ///
    /// # Errors
    ///
    /// As for [`GridSpec::new`].
    pub fn new(nrows: usize, ncols: usize) -> Result<Self> {
        GridSpec::new(nrows, ncols).map(Self::of)
    }

    /// Plots in the cells of a grid that share nothing.
    #[must_use]
    pub fn of(grid: GridSpec) -> Self {
        Self {
            grid,
            sharex: Share::None,
            sharey: Share::None,
        }
    }

    /// The same with shared horizontal axes.
    #[must_use]
    pub fn sharex(self, sharex: Share) -> Self {
        Self { sharex, ..self }
    }

    /// The same with shared vertical axes.
    #[must_use]
    pub fn sharey(self, sharey: Share) -> Self {
        Self { sharey, ..self }
    }
}

impl Share {
    /// The plot that the plot in a cell shares its axis with, by their numbers row by row.
    fn master(self, row: usize, column: usize, ncols: usize) -> Option<usize> {
        match self {
            Self::None => None,
            Self::All => Some(0),
            Self::Row => Some(row * ncols),
            Self::Col => Some(column),
        }
    }
}

impl Figure {
    /// Adds a plot for each cell of a grid, row by row, and gives all of them back in that order.
    ///
    /// ![Plots that share axes, and a twin](../../../docs/gallery/figure/shared_axes.png)
    ///
    /// Plots that share an axis have their tick labels at the edge of the grid alone, as after
    /// [`Axes::label_outer`].
    ///
    /// # Errors
    ///
    /// None yet; as for a single plot.
    pub fn subplots(&mut self, plots: Subplots) -> Result<&mut [Axes]> {
        let Subplots {
            grid,
            sharex,
            sharey,
        } = plots;
        let first = self.axes.len();
        let mut ids = Vec::with_capacity(grid.nrows.saturating_mul(grid.ncols));
        for row in 0..grid.nrows {
            for column in 0..grid.ncols {
                let ax = self.add_subplot_at(grid.at(row, column)?);
                ids.push(ax.id());
                for (direction, share) in [(Direction::X, sharex), (Direction::Y, sharey)] {
                    let master = share.master(row, column, grid.ncols);
                    if let Some(master) = master.and_then(|number| ids.get(number)) {
                        ax.share(direction, *master)?;
                    }
                }
                if matches!(sharex, Share::All | Share::Col) {
                    ax.label_outer_along(Direction::X);
                }
                if matches!(sharey, Share::All | Share::Row) {
                    ax.label_outer_along(Direction::Y);
                }
            }
        }
        self.axes.get_mut(first..).ok_or(Error::Handle)
    }

    /// Adds a plot in a cell of a grid, or over several.
    pub fn add_subplot_at(&mut self, cells: SubplotSpec) -> &mut Axes {
        self.add_axes_in(Place::Cells(cells))
    }

    /// Adds a plot at a place in a grid of `nrows` × `ncols`; places count from 1 at the top
    /// left, row by row.
    ///
    /// # Errors
    ///
    /// [`Error::SubplotIndex`] where there is no such place, or more than 65 536 rows or columns.
    ///
    /// ```
    /// let mut fig = figure::Figure::default();
    /// fig.add_subplot(2, 1, 1)?.plot_y([1, 2])?;
    /// fig.add_subplot(2, 1, 2)?.plot_y([2, 1])?;
    /// assert!(fig.add_subplot(2, 1, 3).is_err());
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn add_subplot(&mut self, nrows: usize, ncols: usize, index: usize) -> Result<&mut Axes> {
        let error = || Error::SubplotIndex {
            nrows,
            ncols,
            index,
        };
        let place = index.checked_sub(1).ok_or_else(error)?;
        let grid = self.grid_of(nrows, ncols).map_err(|_| error())?;
        let cell = grid.at(place / ncols, place % ncols);
        Ok(self.add_subplot_at(cell.map_err(|_| error())?))
    }

    /// A grid of this size that plots are in already, or a new one of equal cells.
    fn grid_of(&self, nrows: usize, ncols: usize) -> Result<GridSpec> {
        let grids = self.axes.iter().filter_map(|axes| match &axes.place {
            Place::Cells(cells) => Some(&cells.topmost().grid),
            _ => None,
        });
        let mut alike = grids.filter(|grid| (grid.nrows, grid.ncols) == (nrows, ncols));
        alike
            .next()
            .map_or_else(|| GridSpec::new(nrows, ncols), |grid| Ok((**grid).clone()))
    }

    /// Adds a plot over a rectangle of the page: left, bottom, width and height in shares of the
    /// figure's.
    ///
    /// # Errors
    ///
    /// [`Error::Rectangle`] unless all of them are finite, and width and height are not negative.
    ///
    /// ```
    /// let mut fig = figure::Figure::default();
    /// fig.add_axes([0.1, 0.1, 0.8, 0.8])?.plot_y([1, 3, 2])?;
    /// fig.add_axes([0.6, 0.6, 0.2, 0.2])?.plot_y([2, 1])?;
    /// assert!(fig.add_axes([0.0, 0.0, -1.0, 1.0]).is_err());
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn add_axes(&mut self, bounds: [f64; 4]) -> Result<&mut Axes> {
        let share = rectangle(bounds)?;
        Ok(self.add_axes_in(Place::Share(share)))
    }

    /// Adds a plot at the end of those there are.
    pub(crate) fn add_axes_in(&mut self, place: Place) -> &mut Axes {
        let number = self.axes.len();
        let style = self.shared_style();
        self.axes.push(Axes::new(place, self.clock.clone(), style));
        // What was just pushed is there.
        &mut self.axes[number]
    }

    /// Sets where subplots go, those already added too.
    ///
    /// # Errors
    ///
    /// [`Error::SubplotParams`] where an edge or gap is not finite, or the edges enclose nothing.
    pub fn subplots_adjust(&mut self, params: SubplotParams) -> Result<&mut Self> {
        let SubplotParams {
            left,
            right,
            bottom,
            top,
            wspace,
            hspace,
        } = params;
        let values = [left, bottom, right, top, wspace, hspace];
        if !values.iter().all(|v| v.is_finite()) || left >= right || bottom >= top {
            return Err(Error::SubplotParams { values });
        }
        self.subplot = Some(params);
        Ok(self)
    }
}
