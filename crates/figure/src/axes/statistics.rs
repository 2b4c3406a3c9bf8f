//! The few measures of a column that plots are made of, by numpy's arithmetic.

/// The values in order; NaN is last.
pub(super) fn sorted(values: &[f64]) -> Vec<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted
}

/// The value below which a share of the others lies, on the straight line between neighbours; NaN
/// where a value is NaN, or there are none.
pub(super) fn quantile(sorted: &[f64], share: f64) -> f64 {
    let known = sorted.iter().all(|value| !value.is_nan());
    if sorted.is_empty() || !known {
        return f64::NAN;
    }
    let place = sorted.len().saturating_sub(1) as f64 * share;
    let at = |place: f64| sorted.get(place as usize).copied();
    let below = at(place.floor()).unwrap_or(0.0);
    let above = at(place.ceil()).unwrap_or(below);
    let (step, part) = (above - below, place - place.floor());
    if part >= 0.5 {
        above - step * (1.0 - part)
    } else {
        below + step * part
    }
}

/// The arithmetic mean; NaN of no values.
pub(super) fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// The sum of squared distances from the mean.
pub(super) fn squares(values: &[f64]) -> f64 {
    let mean = mean(values);
    values
        .iter()
        .map(|value| (value - mean) * (value - mean))
        .sum()
}

/// The standard deviation of the values themselves, not of what they were drawn from.
pub(super) fn deviation(values: &[f64]) -> f64 {
    (squares(values) / values.len() as f64).sqrt()
}

/// Smallest and largest value, NaN apart; `None` where there are no others.
pub(super) fn ends(values: &[f64]) -> Option<(f64, f64)> {
    let known = || values.iter().copied().filter(|value| !value.is_nan());
    Some((known().reduce(f64::min)?, known().reduce(f64::max)?))
}
