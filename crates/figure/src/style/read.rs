//! Values of settings, read from text; `None` for what a setting cannot be.

use agg_core::{Cap, Join};
use agg_plot::Sketch;

use super::{AutolimitMode, AxisBelow, GridAxis, GridWhich, TickDirection};
use crate::artist::{
    Bins, FillStyle, HAlign, LabelColor, Origin, Shading, Stage, TextSize, VAlign,
};
use crate::color::ColorSpec;
use crate::name::{ByName, Named};

pub(super) fn number(text: &str) -> Option<f64> {
    text.parse().ok().filter(|number: &f64| number.is_finite())
}

/// Names with commas between them.
pub(super) fn names(text: &str) -> Option<Vec<String>> {
    let names = text.split(',').map(|name| name.trim().to_owned());
    let names: Vec<String> = names.filter(|name| !name.is_empty()).collect();
    (!names.is_empty()).then_some(names)
}

pub(super) fn whole(text: &str) -> Option<i32> {
    text.parse().ok()
}

pub(super) fn count(text: &str) -> Option<usize> {
    text.parse().ok()
}

pub(super) fn numbers(text: &str) -> Option<Vec<f64>> {
    text.split(',').map(|part| number(part.trim())).collect()
}

/// The height, the length and the randomness of a wave, in brackets or not.
pub(super) fn sketch(text: &str) -> Option<Sketch> {
    let inside = text
        .strip_prefix('(')
        .and_then(|text| text.strip_suffix(')'));
    match *numbers(inside.unwrap_or(text))? {
        [scale, length, randomness] => Some(Sketch {
            scale,
            length,
            randomness,
        }),
        _ => None,
    }
}

pub(super) fn pair<T>(text: &str, read: fn(&str) -> Option<T>) -> Option<(T, T)> {
    let (first, second) = text.split_once(',')?;
    Some((read(first.trim())?, read(second.trim())?))
}

pub(super) fn flag(text: &str) -> Option<bool> {
    match text.to_ascii_lowercase().as_str() {
        "t" | "y" | "yes" | "on" | "true" | "1" => Some(true),
        "f" | "n" | "no" | "off" | "false" | "0" => Some(false),
        _ => None,
    }
}

/// A colour that is known; hexadecimal digits need no number sign.
pub(super) fn color(text: &str) -> Option<ColorSpec> {
    let digits = matches!(text.len(), 6 | 8) && text.bytes().all(|b| b.is_ascii_hexdigit());
    let spec = if digits {
        ColorSpec::from(format!("#{text}"))
    } else {
        ColorSpec::from(text)
    };
    spec.resolve(&[], None).is_ok().then_some(spec)
}

/// The colour of the names in a legend.
pub(super) fn label_color(text: &str) -> Option<LabelColor> {
    match LabelColor::from(text) {
        LabelColor::One(_) => color(text).map(LabelColor::One),
        of_sample => Some(of_sample),
    }
}

/// Nothing for a word, else what is read.
pub(super) fn unless<T>(word: &str, text: &str, read: fn(&str) -> Option<T>) -> Option<Option<T>> {
    if text.eq_ignore_ascii_case(word) {
        Some(None)
    } else {
        read(text).map(Some)
    }
}

pub(super) fn size(text: &str) -> Option<TextSize> {
    let factor = match text {
        "xx-small" => 0.579,
        "x-small" => 0.694,
        "small" => 0.833,
        "medium" => 1.0,
        "large" => 1.2,
        "x-large" => 1.44,
        "xx-large" => 1.728,
        "smaller" => 0.833,
        "larger" => 1.2,
        points => return number(points).map(TextSize::Points),
    };
    Some(TextSize::Relative(factor))
}

pub(super) fn named<T: Named + Clone>(text: &str) -> Option<ByName<T>> {
    let name = ByName::from(text);
    name.resolve().is_ok().then_some(name)
}

pub(super) fn below(text: &str) -> Option<AxisBelow> {
    match flag(text) {
        Some(true) => Some(AxisBelow::All),
        Some(false) => Some(AxisBelow::Nothing),
        None => (text == "line").then_some(AxisBelow::Lines),
    }
}

/// The start, the middle or the end of a side.
pub(super) fn place(text: &str) -> Option<HAlign> {
    match text {
        "left" | "bottom" => Some(HAlign::Left),
        "center" => Some(HAlign::Center),
        "right" | "top" => Some(HAlign::Right),
        _ => None,
    }
}

/// Whether a box is the tight one.
pub(super) fn tight(text: &str) -> Option<bool> {
    match text {
        "tight" => Some(true),
        "standard" | "None" | "none" => Some(false),
        _ => None,
    }
}

pub(super) fn grid_which(text: &str) -> Option<GridWhich> {
    match text {
        "major" => Some(GridWhich::Major),
        "minor" => Some(GridWhich::Minor),
        "both" => Some(GridWhich::Both),
        _ => None,
    }
}

pub(super) fn grid_axis(text: &str) -> Option<GridAxis> {
    match text {
        "x" => Some(GridAxis::X),
        "y" => Some(GridAxis::Y),
        "both" => Some(GridAxis::Both),
        _ => None,
    }
}

pub(super) fn direction(text: &str) -> Option<TickDirection> {
    match text {
        "in" => Some(TickDirection::In),
        "out" => Some(TickDirection::Out),
        "inout" => Some(TickDirection::InOut),
        _ => None,
    }
}

pub(super) fn cap(text: &str) -> Option<Cap> {
    match text {
        "butt" => Some(Cap::Butt),
        "round" => Some(Cap::Round),
        "projecting" => Some(Cap::Square),
        _ => None,
    }
}

pub(super) fn join(text: &str) -> Option<Join> {
    match text {
        "miter" => Some(Join::MiterRevert),
        "round" => Some(Join::Round),
        "bevel" => Some(Join::Bevel),
        _ => None,
    }
}

/// Parts of what lies between ticks.
pub(super) fn divisions(text: &str) -> Option<u32> {
    text.parse().ok().filter(|count| *count > 0)
}

/// A number of bins, their edges, or a rule.
pub(super) fn bins(text: &str) -> Option<Bins> {
    let named = || Bins::named(text);
    let counted = || text.parse().ok().map(Bins::Count);
    let edges = || numbers(text).map(Bins::Edges);
    named().or_else(counted).or_else(edges)
}

pub(super) fn halign(text: &str) -> Option<HAlign> {
    place(text).filter(|_| matches!(text, "left" | "center" | "right"))
}

pub(super) fn valign(text: &str) -> Option<VAlign> {
    Some(match text {
        "top" => VAlign::Top,
        "center" => VAlign::Center,
        "bottom" => VAlign::Bottom,
        "baseline" => VAlign::Baseline,
        "center_baseline" => VAlign::CenterBaseline,
        _ => return None,
    })
}

pub(super) fn autolimit(text: &str) -> Option<AutolimitMode> {
    match text {
        "data" => Some(AutolimitMode::Data),
        "round_numbers" => Some(AutolimitMode::RoundNumbers),
        _ => None,
    }
}

pub(super) fn stage(text: &str) -> Option<Stage> {
    match text {
        "auto" => Some(Stage::Auto),
        "data" => Some(Stage::Data),
        "rgba" => Some(Stage::Rgba),
        _ => None,
    }
}

pub(super) fn aspect(text: &str) -> Option<Option<f64>> {
    match text {
        "equal" => Some(Some(1.0)),
        "auto" => Some(None),
        ratio => number(ratio).map(Some),
    }
}

pub(super) fn fill(text: &str) -> Option<FillStyle> {
    Some(match text {
        "full" => FillStyle::Full,
        "left" => FillStyle::Left,
        "right" => FillStyle::Right,
        "bottom" => FillStyle::Bottom,
        "top" => FillStyle::Top,
        "none" => FillStyle::None,
        _ => return None,
    })
}

pub(super) fn shading(text: &str) -> Option<Shading> {
    match text {
        "auto" => Some(Shading::Auto),
        "flat" => Some(Shading::Flat),
        "nearest" => Some(Shading::Nearest),
        "gouraud" => Some(Shading::Gouraud),
        _ => None,
    }
}

pub(super) fn origin(text: &str) -> Option<Origin> {
    match text {
        "upper" => Some(Origin::Upper),
        "lower" => Some(Origin::Lower),
        _ => None,
    }
}
