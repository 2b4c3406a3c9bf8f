//! Rows of events.

use std::sync::Arc;

use agg_core::Path;

use crate::artist::{Collection, Handle, Orientation, Role};
use crate::axes::Axes;
use crate::data::{Series, one_or_all};
use crate::error::Result;
use crate::limits::DataLimits;

/// How rows of events are drawn: by default along x, each row one unit above the last, its lines one
/// unit long.
#[derive(Clone, Debug, PartialEq)]
pub struct Events {
    orientation: Orientation,
    offsets: Vec<f64>,
    lengths: Vec<f64>,
}

impl Default for Events {
    fn default() -> Self {
        Self {
            orientation: Orientation::Horizontal,
            offsets: vec![1.0],
            lengths: vec![1.0],
        }
    }
}

impl Events {
    /// Along x.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Along x or along y.
    #[must_use]
    pub fn orientation(mut self, orientation: Orientation) -> Self {
        self.orientation = orientation;
        self
    }

    /// The middle of each row across; one number is the distance from row to row, the first of
    /// several at 0.
    #[must_use]
    pub fn offsets(mut self, offsets: impl Series) -> Self {
        self.offsets = offsets.into_column();
        self
    }

    /// How long the lines of each row are; one number for all.
    #[must_use]
    pub fn lengths(mut self, lengths: impl Series) -> Self {
        self.lengths = lengths.into_column();
        self
    }
}

impl Axes {
    /// Draws a line across at each place of each row: when things happened. Missing places (NaN)
    /// are left out.
    ///
    /// ![Rows of events](../../../docs/gallery/figure/eventplot.png)
    ///
    /// # Errors
    ///
    /// [`Error::LengthMismatch`](crate::Error::LengthMismatch) unless there is one offset, and one
    /// length, for each row or for all.
    ///
    /// ```
    /// use figure::Events;
    ///
    /// # let mut figure = figure::Figure::default();
    /// let ax = figure.add_subplot(1, 1, 1)?;
    /// let rows = ax.eventplot([vec![1.0, 2.5], vec![0.5, 3.0, 4.0]], &Events::new())?;
    /// for (row, color) in rows.into_iter().zip(["C0", "C1"]) {
    ///     ax.artist(row)?.color(color);
    /// }
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn eventplot<R: Series>(
        &mut self,
        rows: impl IntoIterator<Item = R>,
        how: &Events,
    ) -> Result<Vec<Handle<Collection>>> {
        let across = how.orientation == Orientation::Horizontal;
        let axis = if across { &mut self.x } else { &mut self.y };
        let rows: Vec<Vec<f64>> = rows.into_iter().map(|row| axis.column(row)).collect();
        let count = rows.len();
        let offsets = match how.offsets.as_slice() {
            [step] if count != 1 => (0..count)
                .scan(0.0, |at, i| {
                    *at += if i == 0 { 0.0 } else { *step };
                    Some(*at)
                })
                .collect(),
            _ => one_or_all(how.offsets.clone(), count)?,
        };
        let lengths = one_or_all(how.lengths.clone(), count)?;
        let lengths: Vec<f64> = lengths.iter().copied().cycle().take(count).collect();
        let mut limits = DataLimits::default();
        let mut filled = false;
        let mut reach: [f64; 4] = [
            f64::INFINITY,
            f64::NEG_INFINITY,
            f64::INFINITY,
            f64::NEG_INFINITY,
        ];
        let least = |a: f64, b: f64| {
            if a.is_nan() || b.is_nan() {
                f64::NAN
            } else {
                a.min(b)
            }
        };
        let most = |a: f64, b: f64| {
            if a.is_nan() || b.is_nan() {
                f64::NAN
            } else {
                a.max(b)
            }
        };
        for ((row, offset), length) in rows.iter().zip(&offsets).zip(&lengths) {
            filled |= !row.is_empty();
            reach[0] = row.iter().copied().fold(reach[0], least);
            reach[1] = row.iter().copied().fold(reach[1], most);
            reach[2] = least(reach[2], offset - length);
            reach[3] = most(reach[3], offset + length);
        }
        if filled {
            let corners = [(reach[0], reach[2]), (reach[1], reach[3])];
            limits
                .update(corners.map(|(along, up)| if across { (along, up) } else { (up, along) }));
            self.autoscale();
        }
        let mut handles = Vec::with_capacity(count);
        for ((mut row, offset), length) in rows.into_iter().zip(offsets).zip(lengths) {
            row.sort_by(f64::total_cmp);
            let ends = (offset + length / 2.0, offset - length / 2.0);
            let line = |&at: &f64| {
                let ends = [(at, ends.0), (at, ends.1)];
                Path::polyline(
                    ends.map(|(along, up)| if across { (along, up) } else { (up, along) }),
                )
            };
            let paths: Arc<[Path]> = row.iter().map(line).collect();
            let mut lines = Collection::paths(paths, Role::Lines);
            // All rows are measured as one, with the first of them.
            lines.limits = Some(std::mem::take(&mut limits));
            handles.push(self.add(lines)?.zorder(2.0).handle());
        }
        Ok(handles)
    }
}
