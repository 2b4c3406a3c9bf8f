//! Histograms of one or several columns: bars beside or on top of one another, or outlines.

use std::sync::Arc;

use agg_core::{Affine, Path};

use crate::artist::{Bars, Bins, Cycle, Handle, Orientation, Patch, Shape};
use crate::axes::Axes;
use crate::axes::hist::{Histogram, Weighed, edges};
use crate::axes::statistics::ends;
use crate::data::{Series, one_or_all};
use crate::error::{Error, Result};
use crate::scale::LogScale;

/// What a histogram is drawn as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HistType {
    /// Bars; those of several columns beside one another unless they are stacked.
    #[default]
    Bars,
    /// An outline.
    Step,
    /// A filled outline.
    StepFilled,
}

/// Where the bars stand beside their bins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HistAlign {
    /// At their lower edges.
    Left,
    /// In their middle.
    #[default]
    Mid,
    /// At their upper edges.
    Right,
}

/// From which end bins are added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cumulative {
    /// Each bin has all values up to it.
    FromBelow,
    /// Each bin has all values from it on.
    FromAbove,
}

/// Columns of values, and how their histograms are drawn.
///
/// ```
/// use figure::{Hist, HistType};
///
/// # let mut figure = figure::Figure::default();
/// let ax = figure.add_subplot(1, 1, 1)?;
/// let values = [1.0, 2.0, 2.5, 4.0, 4.5, 7.0];
/// let plot = Hist::new([values, values.map(|v| v + 1.0)]).bins(4).stacked();
/// let parts = ax.hist_plot(&plot)?;
/// ax.artist(parts.bars[1])?.hatch("/").label("one more");
/// ax.hist_plot(&Hist::new([values]).density().histtype(HistType::Step))?;
/// # Ok::<(), figure::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Hist {
    columns: Vec<Vec<f64>>,
    weights: Option<Vec<Vec<f64>>>,
    bins: Option<Bins>,
    range: Option<(f64, f64)>,
    density: bool,
    cumulative: Option<Cumulative>,
    stacked: bool,
    histtype: HistType,
    align: HistAlign,
    orientation: Orientation,
    rwidth: Option<f64>,
    bottom: Vec<f64>,
    log: bool,
}

impl Hist {
    /// As many bins as the style says, ten unless it is changed, over all values of all columns.
    pub fn new<S: Series>(columns: impl IntoIterator<Item = S>) -> Self {
        Self {
            columns: columns.into_iter().map(Series::into_column).collect(),
            weights: None,
            bins: None,
            range: None,
            density: false,
            cumulative: None,
            stacked: false,
            histtype: HistType::default(),
            align: HistAlign::default(),
            orientation: Orientation::Vertical,
            rwidth: None,
            bottom: vec![0.0],
            log: false,
        }
    }

    /// What values are counted in: a number of bins, their edges, or a rule.
    #[must_use]
    pub fn bins(mut self, bins: impl Into<Bins>) -> Self {
        self.bins = Some(bins.into());
        self
    }

    /// From where to where bins go; unset, from the smallest to the largest value.
    #[must_use]
    pub fn range(mut self, low: f64, high: f64) -> Self {
        self.range = Some((low, high));
        self
    }

    /// A weight for each value of each column.
    #[must_use]
    pub fn weights<S: Series>(mut self, columns: impl IntoIterator<Item = S>) -> Self {
        self.weights = Some(columns.into_iter().map(Series::into_column).collect());
        self
    }

    /// Areas of 1: of each column, or of all together if they are stacked.
    #[must_use]
    pub fn density(mut self) -> Self {
        self.density = true;
        self
    }

    /// Sums over bins.
    #[must_use]
    pub fn cumulative(mut self, from: Cumulative) -> Self {
        self.cumulative = Some(from);
        self
    }

    /// Columns on top of one another.
    #[must_use]
    pub fn stacked(mut self) -> Self {
        self.stacked = true;
        self
    }

    /// Bars or outlines.
    #[must_use]
    pub fn histtype(mut self, histtype: HistType) -> Self {
        self.histtype = histtype;
        self
    }

    /// Where bars stand.
    #[must_use]
    pub fn align(mut self, align: HistAlign) -> Self {
        self.align = align;
        self
    }

    /// Bars that grow upwards or to the right.
    #[must_use]
    pub fn orientation(mut self, orientation: Orientation) -> Self {
        self.orientation = orientation;
        self
    }

    /// How much of its bin's width a bar takes, 0 to 1; unset all of it, or 0.8 for several
    /// columns beside one another.
    #[must_use]
    pub fn rwidth(mut self, share: f64) -> Self {
        self.rwidth = Some(share);
        self
    }

    /// Where the bins stand, each or all.
    #[must_use]
    pub fn bottom(mut self, bottom: impl Series) -> Self {
        self.bottom = bottom.into_column();
        self
    }

    /// A logarithmic axis for the counts.
    #[must_use]
    pub fn log(mut self) -> Self {
        self.log = true;
        self
    }

    /// The common edges, and the height of each column's bins, added up as asked for.
    fn counted(&self, usual: &Bins) -> Result<(Vec<f64>, Vec<Vec<f64>>)> {
        let wanted = self.bins.as_ref().unwrap_or(usual);
        if let Some(weights) = &self.weights
            && weights.len() != self.columns.len()
        {
            return Err(Error::LengthMismatch {
                x: self.columns.len(),
                y: weights.len(),
            });
        }
        let column_ends = self.columns.iter().filter_map(|column| ends(column));
        let all = column_ends.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
        let range = match wanted {
            Bins::Edges(_) => (f64::NEG_INFINITY, f64::INFINITY),
            _ => self.range.or(all).unwrap_or((0.0, 1.0)),
        };
        let weighed = |i: usize, values: &Vec<f64>| {
            let weights = self.weights.as_ref().and_then(|weights| weights.get(i));
            Weighed::new(values.clone(), weights.cloned(), range)
        };
        let together: Vec<f64> = self.columns.iter().flatten().copied().collect();
        let weights = self.weights.as_ref().map(|weights| weights.concat());
        let bins = edges(&Weighed::new(together, weights, range)?, wanted, range)?;
        let mut tops = Vec::with_capacity(self.columns.len());
        for (i, values) in self.columns.iter().enumerate() {
            // Even bins are counted by their number; edges of one's own one by one.
            let by = match wanted {
                Bins::Edges(edges) => Bins::Edges(edges.clone()),
                _ if self.columns.len() > 1 => Bins::Edges(bins.clone()),
                _ => Bins::Count(bins.len().saturating_sub(1)),
            };
            let counted = Histogram::counted(&weighed(i, values)?, &by, range)?;
            let counted = if self.density && !self.stacked {
                counted.density()
            } else {
                counted
            };
            tops.push(counted.counts().to_vec());
        }
        self.add_up(&bins, &mut tops);
        Ok((bins, tops))
    }

    /// Stacks and sums, in matplotlib's order.
    fn add_up(&self, bins: &[f64], tops: &mut [Vec<f64>]) {
        let widths = || bins.iter().zip(bins.iter().skip(1)).map(|(a, b)| b - a);
        if self.stacked {
            let mut below = vec![0.0; bins.len().saturating_sub(1)];
            for top in tops.iter_mut() {
                top.iter_mut()
                    .zip(&below)
                    .for_each(|(top, below)| *top += below);
                below.clone_from(top);
            }
            if self.density {
                let sum: f64 = below.iter().sum();
                for top in tops
                    .iter_mut()
                    .flat_map(|tops| tops.iter_mut().zip(widths()))
                {
                    *top.0 = *top.0 / top.1 / sum;
                }
            }
        }
        let Some(from) = self.cumulative else {
            return;
        };
        for top in tops {
            if self.density {
                top.iter_mut()
                    .zip(widths())
                    .for_each(|(top, width)| *top *= width);
            }
            let mut sum = 0.0;
            let mut add = |top: &mut f64| {
                sum += *top;
                *top = sum;
            };
            match from {
                Cumulative::FromBelow => top.iter_mut().for_each(&mut add),
                Cumulative::FromAbove => top.iter_mut().rev().for_each(&mut add),
            }
        }
    }
}

/// The parts of a histogram, to be found by [`Axes::artist`], and what it shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HistParts {
    /// The bars of each column, if it is drawn so.
    pub bars: Vec<Handle<Bars>>,
    /// The outline of each column, if it is drawn so.
    pub outlines: Vec<Handle<Patch>>,
    /// The edges of the bins.
    pub edges: Vec<f64>,
    /// How high each column's bins reach, not counting the bottom.
    pub tops: Vec<Vec<f64>>,
}

impl Axes {
    /// Counts the values of columns in common bins and adds a bar for each bin, or an outline.
    ///
    /// ![Histograms side by side, stacked, outlined, summed up](../../../docs/gallery/figure/hist.png)
    ///
    /// # Errors
    ///
    /// As for [`Histogram::new`] and [`Histogram::weighted`]; [`Error::LengthMismatch`] unless
    /// there is a bottom for each bin, or one for all.
    pub fn hist_plot(&mut self, plot: &Hist) -> Result<HistParts> {
        let (edges, tops) = plot.counted(&self.style.hist.bins)?;
        let bottom = one_or_all(plot.bottom.clone(), edges.len().saturating_sub(1))?;
        let bins = edges.len().saturating_sub(1);
        let bottom: Vec<f64> = bottom.iter().copied().cycle().take(bins).collect();
        if plot.log {
            match plot.orientation {
                Orientation::Vertical => self.set_yscale(LogScale::default()),
                Orientation::Horizontal => self.set_xscale(LogScale::default()),
            };
        }
        let mut parts = HistParts {
            edges,
            tops,
            ..HistParts::default()
        };
        match plot.histtype {
            HistType::Bars => self.hist_bars(plot, bottom, &mut parts)?,
            HistType::Step | HistType::StepFilled => {
                self.hist_outlines(plot, &bottom, &mut parts)?;
            }
        }
        Ok(parts)
    }

    fn hist_bars(
        &mut self,
        plot: &Hist,
        mut bottom: Vec<f64>,
        parts: &mut HistParts,
    ) -> Result<()> {
        let (edges, count) = (&parts.edges, parts.tops.len() as f64);
        let full: Vec<f64> = edges
            .iter()
            .zip(edges.iter().skip(1))
            .map(|(a, b)| b - a)
            .collect();
        let beside = !plot.stacked;
        let share = match plot.rwidth {
            Some(share) if share >= 0.0 => share.min(1.0),
            Some(_) => 0.0,
            None if parts.tops.len() > 1 && beside => 0.8,
            None => 1.0,
        };
        let aligned = match plot.align {
            HistAlign::Left => 0.0,
            HistAlign::Mid => 0.5,
            HistAlign::Right => 1.0,
        };
        let widths: Vec<f64> = full
            .iter()
            .map(|full| {
                if beside {
                    share * full / count
                } else {
                    share * full
                }
            })
            .collect();
        let mut offsets: Vec<f64> = full
            .iter()
            .map(|full| {
                let back = if beside {
                    -0.5 * share * full * (1.0 - 1.0 / count)
                } else {
                    0.0
                };
                if aligned == 0.0 {
                    back
                } else {
                    back + aligned * full
                }
            })
            .collect();
        for (i, top) in parts.tops.iter().enumerate() {
            let places = edges
                .iter()
                .zip(&offsets)
                .map(|(edge, offset)| edge + offset);
            let heights = if plot.stacked {
                top.iter()
                    .zip(&bottom)
                    .map(|(top, bottom)| top - bottom)
                    .collect()
            } else {
                top.clone()
            };
            let mut bars = Bars::new(plot.orientation, places.collect(), heights).in_line_colors();
            bars.loose = i > 0;
            let bars = self.autoscale().add(bars)?;
            bars.widths(&widths)?.bottoms(&bottom)?;
            parts.bars.push(bars.handle());
            if plot.stacked {
                bottom.clone_from(top);
            } else {
                offsets
                    .iter_mut()
                    .zip(&widths)
                    .for_each(|(offset, width)| *offset += width);
            }
        }
        Ok(())
    }

    /// Outlines, the last column's first, so that lower ones of a stack lie on top.
    fn hist_outlines(&mut self, plot: &Hist, bottom: &[f64], parts: &mut HistParts) -> Result<()> {
        let shift = match (plot.align, parts.edges.as_slice()) {
            (HistAlign::Left, [first, second, ..]) => -0.5 * (second - first),
            (HistAlign::Right, [first, second, ..]) => 0.5 * (second - first),
            _ => 0.0,
        };
        let edges: Vec<f64> = parts.edges.iter().map(|edge| edge + shift).collect();
        let mut below = bottom.to_vec();
        let mut outlines = Vec::new();
        for top in &parts.tops {
            let top: Vec<f64> = top
                .iter()
                .zip(bottom)
                .map(|(top, bottom)| top + bottom)
                .collect();
            outlines.push(outline(plot.histtype, &edges, &below, &top));
            if plot.stacked {
                below.clone_from(&top);
            }
        }
        let filled = plot.histtype == HistType::StepFilled;
        let count = isize::try_from(outlines.len()).unwrap_or(0);
        for (i, points) in (0_isize..).zip(outlines.into_iter().rev()) {
            let (vertical, sticky) = match plot.orientation {
                Orientation::Vertical => (true, [vec![], vec![0.0]]),
                Orientation::Horizontal => (false, [vec![0.0], vec![]]),
            };
            let points = points
                .into_iter()
                .map(|(x, y)| if vertical { (x, y) } else { (y, x) });
            let path = if filled {
                Path::polygon(points)
            } else {
                Path::polyline(points)
            };
            let patch = self.autoscale().add(Patch {
                cycles: Some(Cycle::Lines),
                hollow: !filled,
                sticky,
                ..Patch::new(Shape::Path(Arc::new(path), Affine::IDENTITY))
            })?;
            // Colours go by the columns, which come the other way around.
            patch.common.turn = count - 1 - 2 * i;
            if !filled {
                patch.zorder(2.0);
            }
            parts.outlines.push(patch.handle());
        }
        parts.outlines.reverse();
        Ok(())
    }
}

/// Over the bins from left to right, and back under them if the outline is filled.
fn outline(histtype: HistType, edges: &[f64], below: &[f64], top: &[f64]) -> Vec<(f64, f64)> {
    let steps = |heights: &[f64]| -> Vec<(f64, f64)> {
        let bins = edges.iter().zip(edges.iter().skip(1)).zip(heights);
        bins.flat_map(|((&left, &right), &height)| [(left, height), (right, height)])
            .collect()
    };
    let (over, under) = (steps(top), steps(below));
    let start = under.first().copied();
    let end = under.last().copied();
    let back = under.into_iter().rev().skip(1);
    let mut points: Vec<(f64, f64)> = start.into_iter().chain(over).chain(end).collect();
    if histtype == HistType::StepFilled {
        points.extend(back);
        points.pop();
    }
    points
}
