//! Where plots are in the picture, and what their data is there: for those who point at it.

use std::sync::Arc;

use agg_core::Rect;
use agg_text::GlyphCache;

use crate::axes::AxesId;
use crate::error::Result;
use crate::figure::Figure;
use crate::layout::sheet::Placed;
use crate::layout::{AxisLayout, Linear, Page, Sheet, Typesetter};
use crate::limits::Scale;

/// A plot's place in the picture, and the way between pixels and data there.
///
/// Pixels are counted from the upper left corner of the picture, y **down**, as pointers are.
#[derive(Clone, Debug)]
pub struct Area {
    axes: AxesId,
    frame: Rect,
    x: Along,
    y: Along,
}

/// One axis of an area.
#[derive(Clone, Debug)]
struct Along {
    limits: (f64, f64),
    scale: Option<Arc<dyn Scale>>,
    /// From distances along the axis to pixels.
    map: Linear,
}

impl Along {
    fn new(axis: &AxisLayout, map: Linear) -> Self {
        Self {
            limits: axis.limits,
            scale: axis.scale.clone(),
            map,
        }
    }

    fn value_at(&self, pixel: f64) -> f64 {
        let distance = (pixel - self.map.shift) / self.map.factor;
        match &self.scale {
            Some(scale) => scale.inverse(distance),
            None => distance,
        }
    }

    fn pixel_of(&self, value: f64) -> f64 {
        let distance = match &self.scale {
            Some(scale) => scale.forward(value),
            None => value,
        };
        self.map.apply(distance)
    }
}

impl Area {
    fn new(placed: &Placed<'_>, height: f64) -> Self {
        let (frame, x, y) = (
            placed.layout.frame.edges,
            &placed.layout.x,
            &placed.layout.y,
        );
        let down = Linear {
            factor: -y.map.factor,
            shift: height - y.map.shift,
        };
        Self {
            axes: placed.axes.id(),
            frame: Rect {
                y0: height - frame.y1,
                y1: height - frame.y0,
                ..frame
            },
            x: Along::new(x, x.map),
            y: Along::new(y, down),
        }
    }

    /// The plot, as [`Figure::ax`] takes it.
    #[must_use]
    pub fn axes(&self) -> AxesId {
        self.axes
    }

    /// The rectangle that the data is drawn in, in pixels: `y0` is its upper edge.
    #[must_use]
    pub fn frame(&self) -> Rect {
        self.frame
    }

    /// The limits of x: the value at the left edge, and that at the right edge.
    #[must_use]
    pub fn xlim(&self) -> (f64, f64) {
        self.x.limits
    }

    /// The limits of y: the value at the lower edge, and that at the upper edge.
    #[must_use]
    pub fn ylim(&self) -> (f64, f64) {
        self.y.limits
    }

    /// The data at a pixel, also outside of the frame; infinite or NaN where the scale ends.
    #[must_use]
    pub fn data_at(&self, x: f64, y: f64) -> (f64, f64) {
        (self.x.value_at(x), self.y.value_at(y))
    }

    /// The pixel at which a point of the data is drawn, not rounded; infinite or NaN where the scale
    /// has no place for it.
    #[must_use]
    pub fn pixel_of(&self, x: f64, y: f64) -> (f64, f64) {
        (self.x.pixel_of(x), self.y.pixel_of(y))
    }
}

impl Figure {
    /// Where the plots are in the picture, those behind first; without those that are hidden, and
    /// without colorbars.
    ///
    /// The cost is that of laying the figure out: little beside drawing it, but for labels on contours.
    ///
    /// # Errors
    ///
    /// As for [`draw_list`](Self::draw_list).
    ///
    /// ```
    /// use figure::Figure;
    ///
    /// let mut fig = Figure::default(); // 640 × 480 pixels
    /// fig.add_subplot(1, 1, 1)?.set_xlim(0, 10)?.set_ylim(-1, 1)?;
    /// let area = &fig.areas()?[0];
    /// let frame = area.frame();
    /// assert_eq!((frame.x0, frame.x1), (80.0, 576.0));
    /// let (x, y) = area.data_at((frame.x0 + frame.x1) / 2.0, frame.y0);
    /// assert!((x - 5.0).abs() < 1e-12 && (y - 1.0).abs() < 1e-12);
    ///
    /// // The left half, twice as large:
    /// let id = area.axes();
    /// fig.ax(id)?.set_xlim(0, x)?;
    /// assert_eq!(fig.areas()?[0].xlim(), (0.0, x));
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn areas(&self) -> Result<Vec<Area>> {
        let page = Page::new(self)?;
        let mut cache = GlyphCache::new();
        let mut typesetter = Typesetter::new(self.style(), page.dpi, &mut cache);
        let sheet = Sheet::new(self, page, &mut typesetter)?;
        let height = f64::from(sheet.page.pixels().1);
        let shown = |plot: &&Placed<'_>| !plot.axes.hidden && plot.axes.colorbar.is_none();
        let shown = sheet.plots.iter().filter(shown);
        Ok(shown.map(|plot| Area::new(plot, height)).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::axes::Axes;
    use crate::ticker::LogitLocator;

    fn limits(fill: impl FnOnce(&mut Axes) -> Result<()>) -> Result<[(f64, f64); 2]> {
        let mut fig = Figure::default();
        fill(fig.add_subplot(1, 1, 1)?)?;
        let area = &fig.areas()?[0];
        Ok([area.xlim(), area.ylim()])
    }

    #[test]
    fn limits_are_those_at_the_edges() -> Result<()> {
        let given = limits(|ax| {
            ax.set_xlim(3, -2)?.set_ylim(0.5, 7.5)?;
            Ok(())
        })?;
        assert_eq!(given, [(3.0, -2.0), (0.5, 7.5)]);
        // A locator alone says nothing of a view without data.
        let located = limits(|ax| {
            ax.xaxis().set_major_locator(LogitLocator::default());
            Ok(())
        })?;
        assert_eq!(located, [(0.0, 1.0); 2]);
        Ok(())
    }
}
