//! The page, the frames on it, and the straight-line maps from data to pixels.

use agg_core::{Affine, Color, Rect};

use crate::axes::{Anchor, Side, SpinePosition};
use crate::error::{Error, Result};
use crate::figure::Figure;
use crate::limits::Scale;
use crate::ticker::Direction;

/// Pixels beyond which no surface can be made, along either side.
const MOST_PIXELS: f64 = 8_388_608.0;

/// The page in pixels, not rounded.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Page {
    /// Of the whole figure: what shares of the page are shares of.
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) dpi: f64,
    pub(crate) ground: Ground,
    pub(crate) extent: Extent,
    /// What is drawn of it.
    pub(crate) part: Part,
}

/// How much of a figure is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) enum Extent {
    /// Its page.
    #[default]
    Page,
    /// What is on the page, with so many inches on all sides.
    Tight(f64),
}

/// A part of a page, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Part {
    /// The left edge of the whole page, as seen from this part.
    pub(crate) x: f64,
    /// Its lower edge.
    pub(crate) y: f64,
    pub(crate) width: f64,
    pub(crate) height: f64,
}

/// Whether the page and what is behind the data are painted.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) enum Ground {
    /// In their colours.
    #[default]
    Painted,
    /// Not at all.
    Clear,
    /// The page in this colour.
    Of(Color),
}

impl Page {
    /// The figure's page, or the error that it cannot be drawn.
    pub(crate) fn new(figure: &Figure) -> Result<Self> {
        Self::at(figure, figure.dpi(), Ground::Painted, Extent::Page)
    }

    /// The figure's page at another resolution.
    pub(crate) fn at(figure: &Figure, dpi: f64, ground: Ground, extent: Extent) -> Result<Self> {
        let (width, height) = figure.size();
        let (width, height) = (width * dpi, height * dpi);
        let page = Self {
            width,
            height,
            dpi,
            ground,
            extent,
            part: Part {
                x: 0.0,
                y: 0.0,
                width,
                height,
            },
        };
        page.drawable()
    }

    /// The page if a surface can be made for what is drawn of it.
    fn drawable(self) -> Result<Self> {
        let Self { dpi, part, .. } = self;
        let drawable = |pixels: f64| (1.0..MOST_PIXELS).contains(&pixels);
        if dpi > 0.0 && dpi.is_finite() && drawable(part.width) && drawable(part.height) {
            Ok(self)
        } else {
            let (width, height) = (part.width / dpi, part.height / dpi);
            Err(Error::FigureSize { width, height, dpi })
        }
    }

    /// The page of which only a rectangle in pixels is drawn, with so many inches around it.
    pub(crate) fn cropped(self, around: Rect, pad: f64) -> Result<Self> {
        // Through inches, as matplotlib rounds.
        let inch = 1.0 / self.dpi;
        let (x0, y0) = (inch * around.x0 - pad, inch * around.y0 - pad);
        let (x1, y1) = (inch * around.x1 + pad, inch * around.y1 + pad);
        let part = Part {
            x: -(self.dpi * x0),
            y: -(self.dpi * y0),
            width: self.dpi * (x1 - x0),
            height: self.dpi * (y1 - y0),
        };
        Self { part, ..self }.drawable()
    }

    /// From shares of the whole page's width to pixels.
    pub(crate) fn across(&self) -> Linear {
        spanned(self.part.x, self.width)
    }

    /// From shares of the whole page's height to pixels.
    pub(crate) fn upwards(&self) -> Linear {
        spanned(self.part.y, self.height)
    }

    /// The size of what is drawn in whole pixels, but for a hair that a product of inches may lack; the
    /// sides are below 2²³, so the casts only cut off.
    pub(crate) fn pixels(&self) -> (u32, u32) {
        let whole = |side: f64| (side + 1e-8) as u32;
        (whole(self.part.width), whole(self.part.height))
    }

    /// A length in points, in pixels.
    pub(crate) fn px(&self, points: f64) -> f64 {
        points * self.dpi / 72.0
    }

    /// A shift in points, in pixels: as [`px`](Self::px), but through inches, which rounds
    /// differently.
    pub(crate) fn shift(&self, points: f64) -> f64 {
        self.dpi * (points / 72.0)
    }
}

/// The map that takes 0 to `start` and 1 as far beyond it as `length`.
fn spanned(start: f64, length: f64) -> Linear {
    Linear {
        factor: (start + length) - start,
        shift: start,
    }
}

/// A straight-line map of one coordinate: `factor·v + shift`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Linear {
    pub(crate) factor: f64,
    pub(crate) shift: f64,
}

impl Linear {
    /// The map that changes nothing.
    pub(crate) const IDENTITY: Self = Self {
        factor: 1.0,
        shift: 0.0,
    };

    pub(crate) fn apply(&self, v: f64) -> f64 {
        self.factor * v + self.shift
    }

    /// The map that takes `start..end` to where this one takes 0..1.
    pub(crate) fn after_limits(&self, (start, end): (f64, f64)) -> Self {
        let scale = 1.0 / (end - start);
        Self {
            factor: self.factor * scale,
            shift: self.factor * (-start * scale) + self.shift,
        }
    }

    /// The same map, shifted on.
    pub(crate) fn shifted(&self, by: f64) -> Self {
        Self {
            factor: self.factor,
            shift: self.shift + by,
        }
    }

    /// The two maps as one of the plane.
    pub(crate) fn plane(x: Self, y: Self) -> Affine {
        Affine::new([x.factor, 0.0, 0.0, y.factor, x.shift, y.shift])
    }
}

/// The rectangle that data is drawn into.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Frame {
    /// From fractions of the width, 0 at the left, to pixels.
    pub(crate) x: Linear,
    /// From fractions of the height, 0 at the bottom, to pixels.
    pub(crate) y: Linear,
    /// The edges as the grid of subplots gives them. The maps reach the same places, but for the
    /// last bit.
    pub(crate) edges: Rect,
    /// The edges as fractions of the page.
    pub(crate) share: Rect,
}

impl Frame {
    /// The frame over a share of the page: fractions of its width and height.
    pub(crate) fn of_share(share: Rect, page: Page) -> Self {
        let (x, y) = (page.across(), page.upwards());
        let edges = Rect {
            x0: x.apply(share.x0),
            y0: y.apply(share.y0),
            x1: x.apply(share.x1),
            y1: y.apply(share.y1),
        };
        let map = |start: f64, end: f64| Linear {
            factor: end - start,
            shift: start,
        };
        Self {
            x: map(edges.x0, edges.x1),
            y: map(edges.y0, edges.y1),
            edges,
            share,
        }
    }

    /// From fractions of the width, or of the height, to pixels.
    pub(crate) fn along(&self, direction: Direction) -> Linear {
        match direction {
            Direction::X => self.x,
            Direction::Y => self.y,
        }
    }

    /// What lines are clipped to.
    pub(crate) fn clip(&self) -> Rect {
        Rect {
            x0: self.x.apply(0.0),
            y0: self.y.apply(0.0),
            x1: self.x.apply(1.0),
            y1: self.y.apply(1.0),
        }
    }

    /// The map across a side, as its spine and ticks see it: 0 and 1 are the first and the second
    /// side. `data` is the map of the data across the side.
    pub(crate) fn across(
        &self,
        side: Side,
        at: SpinePosition,
        data: &DataMap<'_>,
        page: Page,
    ) -> Linear {
        let (map, sign, zero) = match side {
            Side::Left => (self.x, -1.0, 0.0),
            Side::Right => (self.x, 1.0, 1.0),
            Side::Bottom => (self.y, -1.0, 0.0),
            Side::Top => (self.y, 1.0, 1.0),
        };
        match at {
            SpinePosition::Outward(0.0) => map,
            SpinePosition::Outward(points) => map.shifted(page.shift(points * sign)),
            SpinePosition::Axes(share) => Linear {
                factor: 0.0,
                shift: map.factor * share + map.shift,
            },
            // The second side's own place is 1: values are counted from there.
            SpinePosition::Data(value) => {
                let by = data.scale.forward(value) - zero;
                Linear {
                    factor: data.map.factor,
                    shift: data.map.factor * by + data.map.shift,
                }
            }
        }
    }
}

/// The ends of an axis as distances along it. Of a scale that falls they change places, so that the
/// axis still runs as its limits do.
pub(crate) fn scaled_limits(scale: &dyn Scale, (start, end): (f64, f64)) -> (f64, f64) {
    let (a, b) = (scale.forward(start), scale.forward(end));
    let falls = (start < end && b < a) || (start > end && b > a);
    if falls { (b, a) } else { (a, b) }
}

/// From the data along an axis to pixels.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DataMap<'a> {
    pub(crate) scale: &'a dyn Scale,
    /// After the scale.
    pub(crate) map: Linear,
}

/// A share of the page made smaller, to have a height of so many times its width.
pub(crate) fn shrunk(share: Rect, box_aspect: f64, anchor: Anchor, page: Page) -> Result<Rect> {
    let page_aspect = page.height / page.width;
    if !(box_aspect > 0.0 && box_aspect.is_finite()) {
        return Err(Error::Aspect(box_aspect));
    }
    let Rect { x0, y0, x1, y1 } = share;
    let (width, height) = (x1 - x0, y1 - y0);
    let tall = width * box_aspect / page_aspect;
    let (right, top) = if tall <= height {
        (x0 + width, y0 + tall)
    } else {
        (x0 + height * page_aspect / box_aspect, y0 + height)
    };
    let (left, below) = anchor.shares();
    let by_x = (x0 + left * (width - (right - x0))) - x0;
    let by_y = (y0 + below * (height - (top - y0))) - y0;
    Ok(Rect {
        x0: x0 + by_x,
        y0: y0 + by_y,
        x1: right + by_x,
        y1: top + by_y,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grid::GridSpec;
    use crate::style::SubplotParams;

    #[test]
    fn the_only_cell_fills_the_subplot_area() {
        let page = Page::new(&Figure::new((5.0, 4.0), 100.0)).unwrap();
        let cell = GridSpec::new(1, 1).unwrap().at(0, 0).unwrap();
        let frame = Frame::of_share(cell.position(&SubplotParams::default()), page);
        assert_eq!((frame.x.factor, frame.x.shift), (387.5, 62.5));
        assert_eq!((frame.y.factor, frame.y.shift), (308.0, 43.99999999999999));
    }

    #[test]
    fn a_page_that_no_surface_can_hold_is_refused_with_its_size() {
        for (size, dpi) in [
            ((1e6, 2.0), 100.0),
            ((2.0, 1e6), 100.0),
            ((5.0, 4.0), 0.0),
            ((-5.0, -4.0), -100.0),
            ((5.0, 4.0), f64::INFINITY),
        ] {
            let refused = Page::new(&Figure::new(size, dpi));
            let Err(Error::FigureSize {
                width,
                height,
                dpi: told,
            }) = refused
            else {
                panic!("{size:?} {dpi}: {refused:?}");
            };
            assert_eq!(told, dpi);
            if dpi == 100.0 {
                assert_eq!((width, height), size);
            }
        }
    }

    /// Larger values nearer to the start.
    #[derive(Debug)]
    struct Falling;

    impl Scale for Falling {
        fn forward(&self, value: f64) -> f64 {
            -value
        }

        fn inverse(&self, distance: f64) -> f64 {
            -distance
        }
    }

    #[test]
    fn the_ends_of_a_scale_that_falls_change_places() {
        assert_eq!(scaled_limits(&Falling, (1.0, 5.0)), (-5.0, -1.0));
        assert_eq!(scaled_limits(&Falling, (5.0, 1.0)), (-1.0, -5.0));
        let rising = crate::limits::LinearScale;
        assert_eq!(scaled_limits(&rising, (1.0, 5.0)), (1.0, 5.0));
        assert_eq!(scaled_limits(&rising, (5.0, 1.0)), (5.0, 1.0));
    }

    #[test]
    fn a_box_is_shrunk_to_a_positive_ratio_alone() {
        let page = Page::new(&Figure::new((5.0, 4.0), 100.0)).unwrap();
        let share = Rect::new(0.25, 0.25, 0.75, 0.75);
        let shrunk = |ratio| shrunk(share, ratio, Anchor::SW, page);
        for ratio in [0.0, -1.0, f64::INFINITY, f64::NAN] {
            assert!(
                matches!(shrunk(ratio), Err(Error::Aspect(told)) if told.to_bits() == ratio.to_bits())
            );
        }
        assert_eq!(shrunk(0.4).unwrap(), Rect::new(0.25, 0.25, 0.75, 0.5));
        assert_eq!(shrunk(1.6).unwrap(), Rect::new(0.25, 0.25, 0.5, 0.75));
    }

    #[test]
    fn a_map_takes_limits_to_the_edges() {
        let map = Linear {
            factor: 100.0,
            shift: 10.0,
        }
        .after_limits((-1.0, 3.0));
        assert_eq!([map.apply(-1.0), map.apply(3.0)], [10.0, 110.0]);
    }
}
