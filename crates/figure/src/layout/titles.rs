//! Titles: above the frame, and above whatever stands in their way there.

use agg_core::{Point, Rect};

use crate::artist::HAlign;
use crate::axes::Axes;
use crate::error::Result;
use crate::layout::{AxesLayout, Frame, Linear, Looks, Page, PlacedNote, Typesetter};

/// The three titles with their horizontal places, centre first, as they are looked at.
const SIDES: [(f64, HAlign); 3] = [
    (0.5, HAlign::Center),
    (0.0, HAlign::Left),
    (1.0, HAlign::Right),
];

/// The titles that say something, in drawing order, by their numbers.
///
/// Each starts with its baseline a pad above the frame. A title that would reach below the top of
/// the plots `around` it, or meets one of their offset texts, moves above. In the end all
/// baselines are as high as the highest.
pub(crate) fn lay_out(
    axes: &Axes,
    frame: &Frame,
    around: &[(&Axes, &AxesLayout)],
    page: Page,
    looks: &Looks<'_>,
    typesetter: &mut Typesetter<'_>,
) -> Result<Vec<(usize, PlacedNote)>> {
    let pad = axes.titlepad.unwrap_or(looks.style.axes.titlepad);
    let above = frame.y.shifted(page.shift(pad));
    let tops = around
        .iter()
        .map(|(axes, layout)| layout.upper_end(axes.x.label_at));
    let mut top = tops.fold(f64::NEG_INFINITY, f64::max);
    let mut height = 1.0_f64;
    let mut titles = Vec::new();
    for (number, (text, (x, align))) in axes.titles.iter().zip(SIDES).enumerate() {
        if text.string.is_empty() || text.common.hidden {
            continue;
        }
        let (x, align) = match looks.style.axes.titlelocation {
            HAlign::Left if number == 0 => (0.0, HAlign::Left),
            HAlign::Right if number == 0 => (1.0, HAlign::Right),
            _ => (x, align),
        };
        let side = if number == 0 { 0.5 } else { x };
        let x = if text.fixed { text.at.0 } else { x };
        let over = Point::new(frame.x.apply(x), above.apply(1.0));
        let (string, look) = typesetter.wrapped(text, looks.title(text, align)?, over, page)?;
        let title = typesetter.set(&string, look, Point::default())?;
        let place = |y: f64| title.clone().moved(frame.x.apply(x), above.apply(y));
        let offsets = around
            .iter()
            .filter_map(|(_, layout)| layout.y.offset.as_ref());
        for offset in offsets.filter(|offset| meet(&offset.bounds, &place(1.0).bounds)) {
            top = offset.bounds.y1;
        }
        height = height.max(clear_of(top, &frame.y, |y| place(y).bounds.y0));
        titles.push((number, (x, side), title));
    }
    let at = |side: f64| match (axes.title_y, looks.style.axes.titley) {
        (Some(y), _) if side == 0.5 => above.apply(y),
        (_, Some(y)) => above.apply(y),
        (Some(_), None) => above.apply(1.0),
        (None, None) => above.apply(height),
    };
    let titles = titles.into_iter();
    let titles = titles.map(|(number, (x, side), title)| {
        let title = title.moved(frame.x.apply(x), at(side));
        let note = match axes.titles.get(number) {
            Some(text) => PlacedNote::new(text, title, page)?,
            None => title.into(),
        };
        Ok((number, note))
    });
    titles.collect()
}

/// The height, as a fraction of the frame's, at which a title's lower edge clears `top`.
fn clear_of(top: f64, frame: &Linear, lower_edge: impl Fn(f64) -> f64) -> f64 {
    let fraction = |pixels: f64| pixels * (1.0 / frame.factor) - frame.shift * (1.0 / frame.factor);
    if top < 0.0 || lower_edge(1.0) >= top {
        return 1.0;
    }
    let raised = fraction(top);
    if lower_edge(raised) >= top {
        return raised;
    }
    fraction(2.0 * top - lower_edge(raised))
}

/// Whether two rectangles have a point in common.
fn meet(a: &Rect, b: &Rect) -> bool {
    a.x0.max(b.x0) <= a.x1.min(b.x1) && a.y0.max(b.y0) <= a.y1.min(b.y1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A frame from 10 to 110; the letters reach 5 pixels below where the title stands.
    #[test]
    fn a_title_is_raised_above_what_is_on_the_page() {
        let frame = Linear {
            factor: 100.0,
            shift: 10.0,
        };
        let clear = |top: f64| clear_of(top, &frame, |y| frame.apply(y) - 5.0);
        assert_eq!(clear(50.0), 1.0);
        assert_eq!(clear(105.0), 1.0);
        assert!((clear(120.0) - 1.15).abs() < 1e-12);
        let below = Linear {
            factor: 100.0,
            shift: -210.0,
        };
        let clear = |top: f64| clear_of(top, &below, |y| below.apply(y) - 5.0);
        assert_eq!(clear(-90.0), 1.0);
    }
}
