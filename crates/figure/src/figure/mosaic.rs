//! Plots laid out as letters are: each name's cells are one plot.

use crate::axes::{Axes, AxesId};
use crate::data::Series;
use crate::error::{Error, Result};
use crate::figure::{Figure, Share};
use crate::grid::{GridSpec, SubplotSpec};
use crate::ticker::Direction;

/// The name of cells that stay empty.
const EMPTY: &str = ".";

/// An arrangement of plots by name, for [`Figure::subplot_mosaic`].
///
/// Each name fills a rectangle of cells; `"."` leaves a cell empty. A name can stand for another
/// mosaic ([`nested`](Self::nested)).
#[derive(Clone, Debug)]
pub struct Mosaic {
    rows: Vec<Vec<String>>,
    grid: GridSpec,
    inner: Vec<(String, Self)>,
    sharex: Share,
    sharey: Share,
}

impl Mosaic {
    /// A mosaic of names of one character: a line, or a part between semicolons, for each row.
    ///
    /// # Errors
    ///
    /// As for [`of`](Self::of).
    pub fn new(text: &str) -> Result<Self> {
        let lines = text.trim_matches('\n').split(['\n', ';']);
        let names = |line: &str| line.trim().chars().map(String::from).collect::<Vec<_>>();
        Self::of(lines.map(names))
    }

    /// A mosaic of names in rows.
    ///
    /// # Errors
    ///
    /// [`Error::Mosaic`] where rows differ in length, or the cells of a name are no rectangle;
    /// as for [`GridSpec::new`].
    pub fn of<R: IntoIterator<Item: Into<String>>>(
        rows: impl IntoIterator<Item = R>,
    ) -> Result<Self> {
        let row = |row: R| row.into_iter().map(Into::into).collect();
        let rows: Vec<Vec<String>> = rows.into_iter().map(row).collect();
        let columns = rows.first().map_or(0, Vec::len);
        if let Some(odd) = rows.iter().find(|row| row.len() != columns) {
            return Err(Error::Mosaic(odd.concat()));
        }
        let grid = GridSpec::new(rows.len(), columns)?;
        let mosaic = Self {
            rows,
            grid,
            inner: Vec::new(),
            sharex: Share::None,
            sharey: Share::None,
        };
        mosaic.areas()?;
        Ok(mosaic)
    }

    /// The same with a mosaic in place of a name.
    #[must_use]
    pub fn nested(mut self, name: impl Into<String>, inner: Self) -> Self {
        self.inner.push((name.into(), inner));
        self
    }

    /// The same with columns as wide as these numbers say, relative to each other.
    ///
    /// # Errors
    ///
    /// As for [`GridSpec::width_ratios`].
    pub fn width_ratios(mut self, ratios: impl Series) -> Result<Self> {
        self.grid = self.grid.width_ratios(ratios)?;
        Ok(self)
    }

    /// The same with rows as high as these numbers say, relative to each other.
    ///
    /// # Errors
    ///
    /// As for [`GridSpec::height_ratios`].
    pub fn height_ratios(mut self, ratios: impl Series) -> Result<Self> {
        self.grid = self.grid.height_ratios(ratios)?;
        Ok(self)
    }

    /// The same with all horizontal axes shared, and labels at the edge of the grid alone.
    #[must_use]
    pub fn sharex(self) -> Self {
        let sharex = Share::All;
        Self { sharex, ..self }
    }

    /// The same with all vertical axes shared, and labels at the edge of the grid alone.
    #[must_use]
    pub fn sharey(self) -> Self {
        let sharey = Share::All;
        Self { sharey, ..self }
    }

    /// The names with their cells, in the order of their upper left corners.
    fn areas(&self) -> Result<Vec<(&str, SubplotSpec)>> {
        let mut areas: Vec<(&str, [usize; 4])> = Vec::new();
        for (row, names) in self.rows.iter().enumerate() {
            for (column, name) in names.iter().enumerate().filter(|(_, name)| *name != EMPTY) {
                match areas.iter_mut().find(|(known, _)| known == name) {
                    None => areas.push((name, [row, row + 1, column, column + 1])),
                    Some((_, [_, bottom, left, right])) => {
                        *bottom = row + 1;
                        *left = column.min(*left);
                        *right = (column + 1).max(*right);
                    }
                }
            }
        }
        areas.sort_by_key(|(_, [top, _, left, _])| (*top, *left));
        let area = |(name, [top, bottom, left, right]): (_, [usize; 4])| {
            let rows = self.rows.get(top..bottom).unwrap_or_default();
            let cells = rows.iter().flat_map(|row| row.get(left..right));
            let whole = cells.flatten().all(|cell| cell == name);
            let broken = || Error::Mosaic(String::from(name));
            let cells = self.grid.at(top..bottom, left..right)?;
            whole.then_some((name, cells)).ok_or_else(broken)
        };
        areas.into_iter().map(area).collect()
    }
}

/// Plots with names.
#[derive(Debug)]
pub struct NamedAxes<'f> {
    figure: &'f mut Figure,
    ids: Vec<(String, AxesId)>,
}

impl NamedAxes<'_> {
    /// The plot of a name.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownAxes`] where there is none.
    pub fn axes(&mut self, name: &str) -> Result<&mut Axes> {
        let id = self.id(name)?;
        self.figure.ax(id)
    }

    /// What the figure knows the plot of a name by.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownAxes`] where there is none.
    pub fn id(&self, name: &str) -> Result<AxesId> {
        let found = self.ids.iter().find(|(known, _)| known == name);
        found
            .map(|(_, id)| *id)
            .ok_or_else(|| Error::UnknownAxes(name.into()))
    }

    /// The names, in the order in which their plots were added.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.ids.iter().map(|(name, _)| name.as_str())
    }
}

impl Figure {
    /// Adds a plot for each name of a mosaic.
    ///
    /// ![Plots laid out by letters](../../../docs/gallery/figure/subplot_mosaic.png)
    ///
    /// # Errors
    ///
    /// [`Error::Mosaic`] where a name is used twice, once in a nested mosaic.
    ///
    /// ```
    /// use figure::{Figure, Mosaic};
    ///
    /// let mut fig = Figure::default();
    /// let mut plots = fig.subplot_mosaic(&Mosaic::new("AAB;C.B")?)?;
    /// plots.axes("A")?.plot_y([1, 3, 2])?;
    /// plots.axes("B")?.set_title("tall");
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn subplot_mosaic(&mut self, mosaic: &Mosaic) -> Result<NamedAxes<'_>> {
        let mut ids = Vec::new();
        self.add_mosaic(
            mosaic,
            &mosaic.grid,
            (mosaic.sharex, mosaic.sharey),
            &mut ids,
        )?;
        Ok(NamedAxes { figure: self, ids })
    }

    fn add_mosaic(
        &mut self,
        mosaic: &Mosaic,
        grid: &GridSpec,
        share: (Share, Share),
        ids: &mut Vec<(String, AxesId)>,
    ) -> Result<()> {
        for (name, cells) in mosaic.areas()? {
            let cells = grid.at(cells.rows, cells.columns)?;
            if let Some((_, inner)) = mosaic.inner.iter().find(|(known, _)| known == name) {
                let parent = Some(std::sync::Arc::new(cells));
                let grid = GridSpec {
                    parent,
                    ..inner.grid.clone()
                };
                self.add_mosaic(inner, &grid, share, ids)?;
                continue;
            }
            if ids.iter().any(|(known, _)| known == name) {
                return Err(Error::Mosaic(name.into()));
            }
            let first = ids.first().map(|(_, id)| *id);
            let ax = self.add_subplot_at(cells);
            ids.push((name.into(), ax.id()));
            for (direction, share) in [(Direction::X, share.0), (Direction::Y, share.1)] {
                if share == Share::All {
                    if let Some(first) = first {
                        ax.share(direction, first)?;
                    }
                    ax.label_outer_along(direction);
                }
            }
        }
        Ok(())
    }
}
