//! Pie charts.

use std::fmt;
use std::sync::Arc;

use agg_core::{Affine, Path, Point};

use crate::artist::{Artist, Cycle, HAlign, Handle, Patch, Shape, Text, VAlign};
use crate::axes::{Aspect, Axes, Side};
use crate::data::Series;
use crate::error::{Error, Result};

/// How a pie is cut, and what is written on it.
///
/// ```
/// use figure::Pie;
///
/// # let mut figure = figure::Figure::default();
/// let ax = figure.add_subplot(1, 1, 1)?;
/// let how = Pie::new().labels(["tea", "coffee"]).percent(1).startangle(90.0);
/// let parts = ax.pie([3, 5], &how)?;
/// ax.artist(parts.wedges[0])?.hatch("/").edgecolor("w");
/// assert!(ax.pie([1, -1], &Pie::new()).is_err());
/// # Ok::<(), figure::Error>(())
/// ```
#[derive(Clone)]
pub struct Pie {
    labels: Vec<String>,
    explode: Vec<f64>,
    percent: Option<Percent>,
    distances: (f64, f64),
    center: (f64, f64),
    framed: bool,
    turned: bool,
    shadow: Option<(f64, f64)>,
    startangle: f64,
    radius: f64,
    ring: Option<f64>,
    clockwise: bool,
    open: bool,
}

/// What is written about a share in percent.
type Percent = Arc<dyn Fn(f64) -> String + Send + Sync>;

impl fmt::Debug for Pie {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("Pie");
        debug.field("labels", &self.labels).finish_non_exhaustive()
    }
}

impl Default for Pie {
    fn default() -> Self {
        Self::new()
    }
}

impl Pie {
    /// From the right counter-clockwise, of radius 1, with nothing written on it.
    #[must_use]
    pub fn new() -> Self {
        Self {
            labels: Vec::new(),
            explode: Vec::new(),
            percent: None,
            distances: (1.1, 0.6),
            center: (0.0, 0.0),
            framed: false,
            turned: false,
            shadow: None,
            startangle: 0.0,
            radius: 1.0,
            ring: None,
            clockwise: false,
            open: false,
        }
    }

    /// Shares of the whole circle, which stays open where they are less than 1 together.
    #[must_use]
    pub fn unnormalized(mut self) -> Self {
        self.open = true;
        self
    }

    /// A label outside of each wedge.
    #[must_use]
    pub fn labels<S: Into<String>>(mut self, labels: impl IntoIterator<Item = S>) -> Self {
        self.labels = labels.into_iter().map(Into::into).collect();
        self
    }

    /// How far each wedge is moved out of the middle.
    #[must_use]
    pub fn explode(mut self, distances: impl Series) -> Self {
        self.explode = distances.into_column();
        self
    }

    /// The share of each wedge in percent, with so many decimals, on the wedge.
    #[must_use]
    pub fn percent(mut self, decimals: usize) -> Self {
        self.percent = Some(Arc::new(move |percent| format!("{percent:.decimals$}%")));
        self
    }

    /// What a function makes of the share of each wedge in percent, on the wedge.
    #[must_use]
    pub fn percent_with(mut self, text: impl Fn(f64) -> String + Send + Sync + 'static) -> Self {
        self.percent = Some(Arc::new(text));
        self
    }

    /// How far from the middle the labels are, in radii; 1.1 unless set.
    #[must_use]
    pub fn labeldistance(mut self, radii: f64) -> Self {
        self.distances.0 = radii;
        self
    }

    /// How far from the middle the shares in percent are, in radii; 0.6 unless set.
    #[must_use]
    pub fn pctdistance(mut self, radii: f64) -> Self {
        self.distances.1 = radii;
        self
    }

    /// The middle.
    #[must_use]
    pub fn center(mut self, x: f64, y: f64) -> Self {
        self.center = (x, y);
        self
    }

    /// With a shadow below each wedge.
    #[must_use]
    pub fn shadow(mut self) -> Self {
        self.shadow = Some((-0.02, -0.02));
        self
    }

    /// Labels turned to point away from the middle.
    #[must_use]
    pub fn rotatelabels(mut self) -> Self {
        self.turned = true;
        self
    }

    /// Frame, ticks and limits as for other plots.
    #[must_use]
    pub fn framed(mut self) -> Self {
        self.framed = true;
        self
    }

    /// Where the first wedge starts, in degrees from the right, counter-clockwise.
    #[must_use]
    pub fn startangle(mut self, degrees: f64) -> Self {
        self.startangle = degrees;
        self
    }

    /// The radius.
    #[must_use]
    pub fn radius(mut self, radius: f64) -> Self {
        self.radius = radius;
        self
    }

    /// Only a ring so wide, along the rim.
    #[must_use]
    pub fn ring(mut self, width: f64) -> Self {
        self.ring = Some(width);
        self
    }

    /// The wedges one after the other clockwise.
    #[must_use]
    pub fn clockwise(mut self) -> Self {
        self.clockwise = true;
        self
    }
}

/// The parts of a pie, to be found by [`Axes::artist`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PieParts {
    /// The wedges.
    pub wedges: Vec<Handle<Patch>>,
    /// Their labels, if there are any.
    pub labels: Vec<Handle<Text>>,
    /// Their shares in percent, if they are shown.
    pub percents: Vec<Handle<Text>>,
}

impl Axes {
    /// Cuts a pie into wedges with these shares of the whole, in the colours of the cycle, and
    /// hides the frame and the ticks.
    ///
    /// ![A pie with a wedge pulled out, and a ring](../../../docs/gallery/figure/pie.png)
    ///
    /// # Errors
    ///
    /// [`Error::Wedges`] for shares that are negative, infinite, missing, all zero, or more than 1
    /// together where they are not normalized, and for a radius that is not positive; [`Error::LengthMismatch`] unless there are as many labels and
    /// distances as wedges, or none.
    pub fn pie(&mut self, shares: impl Series, how: &Pie) -> Result<PieParts> {
        let shares = shares.into_column();
        let sum: f64 = shares.iter().sum();
        let sound = shares
            .iter()
            .all(|share| *share >= 0.0 && share.is_finite());
        let (sum, fits) = if how.open {
            (1.0, sum <= 1.0)
        } else {
            (sum, sum > 0.0)
        };
        if !(sound && fits && sum.is_finite() && how.radius > 0.0 && how.startangle.is_finite()) {
            return Err(Error::Wedges(shares));
        }
        for given in [how.labels.len(), how.explode.len()] {
            if given != 0 && given != shares.len() {
                return Err(Error::LengthMismatch {
                    x: shares.len(),
                    y: given,
                });
            }
        }
        if how.framed {
            self.set_aspect(Aspect::Ratio(1.0)).autoscale();
        } else {
            self.bare(how.center)?;
        }
        let mut parts = PieParts::default();
        let mut wedges = Vec::new();
        let mut start = how.startangle / 360.0;
        for (i, share) in shares.iter().enumerate() {
            let part = share / sum;
            let end = if how.clockwise {
                start - part
            } else {
                start + part
            };
            let out = how.explode.get(i).copied().unwrap_or(0.0);
            let (sin, cos) = libm::sincos(std::f64::consts::TAU * 0.5 * (start + end));
            let wedge = Wedge {
                center: Point::new(how.center.0 + out * cos, how.center.1 + out * sin),
                radius: how.radius,
                angles: (360.0 * start.min(end), 360.0 * start.max(end)),
            };
            let shape = Shape::Path(Arc::new(wedge.path(how.ring)), Affine::IDENTITY);
            let patch = self.add(Patch {
                cycles: Some(Cycle::Fills),
                shadow: how.shadow,
                ..Patch::new(shape)
            })?;
            patch.set_clip_on(false);
            if let Some(label) = how.labels.get(i) {
                patch.label(label.clone());
            }
            parts.wedges.push(patch.handle());
            wedges.push((wedge, part));
            start = end;
        }
        for ((wedge, _), label) in wedges.iter().zip(&how.labels) {
            let text = self.wedge_text(wedge, how.distances.0, label.clone())?;
            let side = if text.at.0 > 0.0 {
                HAlign::Left
            } else {
                HAlign::Right
            };
            if how.turned {
                let (start, end) = wedge.angles;
                let middle = 0.5 * (start + end);
                let below = side == HAlign::Right;
                let upper = text.at.1 > 0.0;
                text.rotation(if below { middle + 180.0 } else { middle });
                text.verticalalignment(if upper { VAlign::Bottom } else { VAlign::Top });
            }
            parts.labels.push(text.horizontalalignment(side).handle());
        }
        if let Some(write) = &how.percent {
            for (wedge, part) in &wedges {
                let percent = write(100.0 * part);
                let text = self.wedge_text(wedge, how.distances.1, percent)?;
                parts
                    .percents
                    .push(text.horizontalalignment(HAlign::Center).handle());
            }
        }
        Ok(parts)
    }

    /// No frame and no ticks around a circle.
    fn bare(&mut self, center: (f64, f64)) -> Result<()> {
        self.set_aspect(Aspect::Ratio(1.0)).set_facecolor("none");
        for side in Side::ALL {
            self.spine(side).set_visible(false);
        }
        for (axis, middle) in [(&mut self.x, center.0), (&mut self.y, center.1)] {
            axis.set_ticks([0.0; 0]);
            axis.set_limits(-1.25 + middle, 1.25 + middle)?;
        }
        Ok(())
    }

    /// Text along the middle of a wedge, so many radii from its tip.
    fn wedge_text(&mut self, wedge: &Wedge, radii: f64, text: String) -> Result<&mut Artist<Text>> {
        let (start, end) = wedge.angles;
        let (sin, cos) = libm::sincos(std::f64::consts::TAU * 0.5 * (start + end) / 360.0);
        let x = wedge.center.x + radii * wedge.radius * cos;
        let y = wedge.center.y + radii * wedge.radius * sin;
        Ok(self.text(x, y, text)?.verticalalignment(VAlign::Center))
    }
}

/// A part of a circle.
struct Wedge {
    center: Point,
    radius: f64,
    /// In degrees, the smaller one first.
    angles: (f64, f64),
}

impl Wedge {
    /// Its outline; of a ring of some width, if there is one.
    fn path(&self, ring: Option<f64>) -> Path {
        let (start, end) = self.angles;
        let whole = (end - start - 360.0).abs() <= 1e-12;
        let rim = if whole {
            arc(0.0, 360.0)
        } else {
            arc(start, end)
        };
        let place = |p: &Point| {
            Point::new(
                p.x * self.radius + self.center.x,
                p.y * self.radius + self.center.y,
            )
        };
        let mut path = Path::new();
        let first = rim.first().map(&place).unwrap_or_default();
        path.move_to(first);
        curves(&mut path, rim.iter().skip(1).map(&place));
        let inner: Vec<Point> = match ring {
            None => vec![Point::default()],
            Some(width) => {
                let scale = |p: &Point| {
                    let to = |v: f64| v * (self.radius - width) / self.radius;
                    Point::new(to(p.x), to(p.y))
                };
                rim.iter().rev().map(scale).collect()
            }
        };
        let next = inner.first().map(&place).unwrap_or_default();
        if whole {
            path.move_to(next);
        } else {
            path.line_to(next);
        }
        curves(&mut path, inner.iter().skip(1).map(&place));
        path.close();
        path
    }
}

/// Adds curves of two control points and an end each.
fn curves(path: &mut Path, points: impl Iterator<Item = Point>) {
    let points: Vec<Point> = points.collect();
    for curve in points.chunks_exact(3) {
        if let [a, b, end] = curve {
            path.cubic_to(*a, *b, *end);
        }
    }
}

/// An arc of the unit circle between angles in degrees: its start, then control points and ends.
fn arc(start: f64, end: f64) -> Vec<Point> {
    let turns = (end - start) / 360.0;
    let nearest = turns.round_ties_even();
    let whole = nearest != 0.0 && (turns - nearest).abs() <= 1e-12;
    let end = if whole {
        start + 360.0
    } else {
        end - 360.0 * turns.floor()
    };
    let (start, end) = (start.to_radians(), end.to_radians());
    let quarters = ((end - start) / std::f64::consts::FRAC_PI_2).ceil();
    // At most four quarters, so at most sixteen pieces.
    let count = libm::exp2(quarters.clamp(0.0, 4.0));
    let step = (end - start) / count;
    let t = libm::tan(0.5 * step);
    let arm = libm::sin(step) * ((4.0 + 3.0 * t * t).sqrt() - 1.0) / 3.0;
    let count = count as usize;
    let on = |i: usize| {
        let angle = if i == count {
            end
        } else {
            i as f64 * step + start
        };
        let (sin, cos) = libm::sincos(angle);
        Point::new(cos, sin)
    };
    let mut points = vec![on(0)];
    for i in 0..count {
        let (a, b) = (on(i), on(i + 1));
        points.push(Point::new(a.x + arm * -a.y, a.y + arm * a.x));
        points.push(Point::new(b.x - arm * -b.y, b.y - arm * b.x));
        points.push(b);
    }
    points
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quarter_is_two_curves_from_the_right_to_the_top() {
        let points = arc(0.0, 90.0);
        assert_eq!(points.len(), 7);
        assert_eq!((points[0].x, points[0].y), (1.0, 0.0));
        assert!(points[6].x.abs() < 1e-15 && points[6].y == 1.0);
    }

    #[test]
    fn a_whole_turn_is_not_lost() {
        assert!(arc(0.0, 360.0).len() > 12);
    }
}
