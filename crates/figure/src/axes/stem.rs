//! Stem plots: a line from a base to each value, and a marker on it.

use crate::artist::{Collection, Handle, Line};
use crate::axes::Axes;
use crate::data::Series;
use crate::error::Result;

/// The parts of a stem plot, to be found by [`Axes::artist`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stems {
    /// The lines from the base to the values.
    pub stems: Handle<Collection>,
    /// The markers.
    pub markers: Handle<Line>,
    /// The base.
    pub baseline: Handle<Line>,
}

impl Axes {
    /// Adds a line from zero to each y, a marker on top of it, and a line along zero. The label of
    /// the markers stands for all in a legend.
    ///
    /// ![Values on stems](../../../docs/gallery/figure/stem.png)
    ///
    /// # Errors
    ///
    /// [`Error::LengthMismatch`](crate::Error::LengthMismatch) where there are more of one
    /// coordinate than of the other.
    ///
    /// ```
    /// # let mut figure = figure::Figure::default();
    /// let ax = figure.add_subplot(1, 1, 1)?;
    /// let plot = ax.stem([1, 2, 3], [0.5, -1.0, 2.0])?;
    /// ax.artist(plot.markers)?.marker("D");
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn stem(&mut self, xs: impl Series, ys: impl Series) -> Result<Stems> {
        self.stem_from(xs, ys, 0.0)
    }

    /// The same from another base than zero.
    ///
    /// # Errors
    ///
    /// As for [`stem`](Self::stem).
    pub fn stem_from(&mut self, xs: impl Series, ys: impl Series, base: f64) -> Result<Stems> {
        let (xs, ys) = self.pair(xs, ys)?;
        let stems = self.vlines(&xs, [base], &ys)?.edgecolor("C0").handle();
        let (start, end) = (ends(&xs), vec![base; ends(&xs).len()]);
        self.on_stems((xs, ys), (start, end), stems)
    }

    /// Stems that lie: a line from a base to each x at the height y, a marker at its end, and a line
    /// upwards along the base.
    ///
    /// # Errors
    ///
    /// As for [`stem`](Self::stem).
    pub fn stemh_from(&mut self, ys: impl Series, xs: impl Series, base: f64) -> Result<Stems> {
        let (xs, ys) = self.pair(xs, ys)?;
        let stems = self.hlines(&ys, [base], &xs)?.edgecolor("C0").handle();
        let (start, end) = (vec![base; ends(&ys).len()], ends(&ys));
        self.on_stems((xs, ys), (start, end), stems)
    }

    /// Markers, and the base, for stems that are there.
    fn on_stems(
        &mut self,
        (xs, ys): (Vec<f64>, Vec<f64>),
        base: (Vec<f64>, Vec<f64>),
        stems: Handle<Collection>,
    ) -> Result<Stems> {
        let markers = self.plot(xs, ys)?;
        markers.color("C0").linestyle("none").marker("o");
        let markers = markers.handle();
        let baseline = self.plot(base.0, base.1)?;
        let baseline = baseline.color("C3").linestyle("-").handle();
        let parts = (stems.place.index, baseline.place.index);
        self.artist(markers)?.kind.stems = Some(parts);
        Ok(Stems {
            stems,
            markers,
            baseline,
        })
    }
}

/// The least and the largest of some numbers; none of none.
fn ends(values: &[f64]) -> Vec<f64> {
    let ends = [f64::min, f64::max].map(|best| values.iter().copied().reduce(best));
    ends.into_iter().flatten().collect()
}
