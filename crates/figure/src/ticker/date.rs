//! Ticks of axes of dates: at the starts of years, months, days, hours …, and what they say.
//!
//! ```text
//! the longest unit that the view holds five of ─► the least multiple with few enough ticks
//! ─► every such multiple in view, counted from the start of the next longer unit
//! ```

use super::calendar::{DAY, DateTime, SECOND, days_from};
use super::context::AxisContext;
use super::locate::{Locator, MultipleLocator};
use super::text::{Formatter, TickLabels, each};
use crate::Error;

/// Fewest ticks that are wanted: a unit that the view holds fewer of is too long.
const FEWEST: i64 = 5;
/// How far a single date is from the ends of its view.
const TWO_YEARS: f64 = 730.0;

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Year,
    Month,
    Day,
    Hour,
    Minute,
    Second,
    Microsecond,
}

/// Units, the most ticks at them, and the multiples that suit them.
const UNITS: [(Unit, i64, &[i64]); 7] = [
    (
        Unit::Year,
        11,
        &[
            1, 2, 4, 5, 10, 20, 40, 50, 100, 200, 400, 500, 1000, 2000, 4000, 5000, 10_000,
        ],
    ),
    (Unit::Month, 12, &[1, 2, 3, 4, 6]),
    (Unit::Day, 11, &[1, 2, 4, 7, 14]),
    (Unit::Hour, 12, &[1, 2, 3, 4, 6, 12]),
    (Unit::Minute, 11, &[1, 5, 10, 15, 30]),
    (Unit::Second, 11, &[1, 5, 10, 15, 30]),
    (
        Unit::Microsecond,
        8,
        &[
            1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000,
            200_000, 500_000, 1_000_000,
        ],
    ),
];

/// Ticks at round dates and times: what axes of dates start with. Values are days since 1970.
///
/// ```
/// use figure::DateTime;
/// use figure::ticker::{AutoDateLocator, AxisContext, Locator};
///
/// let view = (DateTime::new(2024, 1, 20)?.days(), DateTime::new(2024, 8, 5)?.days());
/// let ticks = AutoDateLocator.ticks(&AxisContext::x(view))?;
/// assert_eq!(ticks.len(), 7);
/// assert_eq!(ticks[0], DateTime::new(2024, 2, 1)?.days());
/// # Ok::<(), figure::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AutoDateLocator;

/// The unit and its multiple that suit a view.
fn choose(low: DateTime, high: DateTime) -> (Unit, i64) {
    let span = high.micros() - low.micros();
    let (months, rest) = months_between(low, high);
    let days = span / DAY;
    let hours = days * 24 + rest % DAY / (3600 * SECOND);
    let minutes = hours * 60 + rest / (60 * SECOND) % 60;
    let counts = [
        months / 12,
        months,
        days,
        hours,
        minutes,
        span / SECOND,
        span,
    ];
    let mut units = UNITS.iter().zip(counts);
    let Some(((unit, most, multiples), count)) = units.find(|(_, count)| *count >= FEWEST) else {
        return (Unit::Microsecond, 1);
    };
    let fits = |multiple: &&i64| count <= **multiple * (most - 1);
    let multiple = multiples.iter().find(fits).or(multiples.last());
    (*unit, multiple.copied().unwrap_or(1))
}

/// Whole months from one time to another, and what is left, in microseconds.
fn months_between(low: DateTime, high: DateTime) -> (i64, i64) {
    let (from, to) = (low.date(), high.date());
    let mut months = (to.0 - from.0) * 12 + i64::from(to.1) - i64::from(from.1);
    let start = |months: i64| {
        let month = i64::from(from.1) - 1 + months;
        let (year, month) = (
            from.0 + month.div_euclid(12),
            month.rem_euclid(12) as u32 + 1,
        );
        let next = if month == 12 {
            days_from(year + 1, 1, 1)
        } else {
            days_from(year, month + 1, 1)
        };
        // A month that is too short ends the step at its last day.
        let day = days_from(year, month, from.2).min(next - 1);
        day * DAY + low.micros().rem_euclid(DAY)
    };
    while months > 0 && start(months) > high.micros() {
        months -= 1;
    }
    (months, high.micros() - start(months))
}

impl AutoDateLocator {
    fn between(low: DateTime, high: DateTime) -> Result<Vec<f64>, Error> {
        let (unit, multiple) = choose(low, high);
        let within = |micros: &i64| (low.micros()..=high.micros()).contains(micros);
        let days = |micros: i64| DateTime::from_micros(micros).days();
        let each = |unit: i64, around: i64| -> Vec<f64> {
            let first = low.micros().div_euclid(unit * SECOND);
            let last = high.micros().div_euclid(unit * SECOND);
            let chosen = (first..=last).filter(|n| n.rem_euclid(around) % multiple == 0);
            chosen
                .map(|n| n * unit * SECOND)
                .filter(within)
                .map(days)
                .collect()
        };
        let ticks = match unit {
            Unit::Year => {
                let (first, last) = (low.date().0, high.date().0);
                let first = (first.div_euclid(multiple) * multiple).max(1);
                let last = (-(-last).div_euclid(multiple) * multiple).min(9999);
                let years = (first..=last).step_by(usize::try_from(multiple).unwrap_or(1));
                years.map(|year| days_from(year, 1, 1) as f64).collect()
            }
            Unit::Month => {
                let month = |(year, month, _): (i64, u32, u32)| year * 12 + i64::from(month) - 1;
                let months = month(low.date())..=month(high.date());
                let chosen = months.filter(|n| n.rem_euclid(12) % multiple == 0);
                let starts = chosen
                    .map(|n| days_from(n.div_euclid(12), n.rem_euclid(12) as u32 + 1, 1) * DAY);
                starts.filter(within).map(days).collect()
            }
            Unit::Day => {
                let all = low.micros().div_euclid(DAY)..=high.micros().div_euclid(DAY);
                let starts = all.map(|n| n * DAY);
                let chosen = starts.filter(|&n| {
                    let day = i64::from(DateTime::from_micros(n).date().2);
                    match multiple {
                        7 => matches!(day, 1 | 8 | 15 | 22),
                        14 => matches!(day, 1 | 15),
                        _ => (day - 1) % multiple == 0,
                    }
                });
                chosen.filter(within).map(days).collect()
            }
            Unit::Hour => each(3600, 24),
            Unit::Minute => each(60, 60),
            Unit::Second => each(1, 60),
            Unit::Microsecond => return microseconds(low.days(), high.days(), multiple),
        };
        Ok(if ticks.is_empty() {
            vec![low.days(), high.days()]
        } else {
            ticks
        })
    }
}

/// Ticks within seconds, counted from midnight.
fn microseconds(low: f64, high: f64, multiple: i64) -> Result<Vec<f64>, Error> {
    let (midnight, day) = (low.floor(), DAY as f64);
    let view = ((low - midnight) * day, (high - midnight) * day);
    let ticks = MultipleLocator::new(multiple as f64)?.ticks(&AxisContext::x(view))?;
    Ok(ticks
        .into_iter()
        .map(|tick| tick / day + midnight)
        .collect())
}

impl Locator for AutoDateLocator {
    fn ticks(&self, axis: &AxisContext<'_>) -> Result<Vec<f64>, Error> {
        let (low, high) = axis.sorted_view();
        match (DateTime::from_days(low), DateTime::from_days(high)) {
            (Some(low), Some(high)) => Self::between(low, high),
            _ => Ok(Vec::new()),
        }
    }

    fn nonsingular(&self, limits: (f64, f64)) -> (f64, f64) {
        let (low, high) = super::increasing(limits);
        if !(low.is_finite() && high.is_finite()) {
            (0.0, 1.0)
        } else if low == high {
            (low - TWO_YEARS, high + TWO_YEARS)
        } else {
            (low, high)
        }
    }
}

/// Labels by a format of Python's `strftime`. Values are days since 1970; those beyond the years
/// 1 to 9999 have none.
///
/// ```
/// use figure::ticker::{AxisContext, DateFormatter, Formatter};
///
/// let days = DateFormatter::new("%d %b").format(&[0.0, 45.0], &AxisContext::x((0.0, 50.0)));
/// assert_eq!(days.labels, ["01 Jan", "15 Feb"]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateFormatter {
    format: String,
}

impl DateFormatter {
    /// Labels by this format.
    #[must_use]
    pub fn new(format: impl Into<String>) -> Self {
        Self {
            format: format.into(),
        }
    }
}

impl Formatter for DateFormatter {
    fn format(&self, ticks: &[f64], _axis: &AxisContext<'_>) -> TickLabels {
        each(ticks, |_, tick| {
            DateTime::from_days(tick).map_or_else(String::new, |time| time.format(&self.format))
        })
    }
}

/// Labels as exact as the ticks are close: what axes of dates start with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AutoDateFormatter;

impl Formatter for AutoDateFormatter {
    fn format(&self, ticks: &[f64], axis: &AxisContext<'_>) -> TickLabels {
        DateFormats::default().format(ticks, axis)
    }
}

/// Labels by one of several formats of Python's `strftime`: that of the unit in which ticks follow
/// each other.
///
/// ```
/// use figure::ticker::{AxisContext, DateFormats, Formatter};
///
/// let formats = DateFormats { day: "%d. %m.".to_owned(), ..DateFormats::default() };
/// let text = formats.format(&[0.0, 1.0], &AxisContext::x((0.0, 9.0)));
/// assert_eq!(text.labels, ["01. 01.", "02. 01."]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateFormats {
    /// For years.
    pub year: String,
    /// For months.
    pub month: String,
    /// For days.
    pub day: String,
    /// For hours.
    pub hour: String,
    /// For minutes.
    pub minute: String,
    /// For seconds.
    pub second: String,
    /// For parts of seconds.
    pub microsecond: String,
}

impl Default for DateFormats {
    fn default() -> Self {
        let own = str::to_owned;
        Self {
            year: own("%Y"),
            month: own("%Y-%m"),
            day: own("%Y-%m-%d"),
            hour: own("%m-%d %H"),
            minute: own("%d %H:%M"),
            second: own("%H:%M:%S"),
            microsecond: own("%M:%S.%f"),
        }
    }
}

impl Formatter for DateFormats {
    fn format(&self, ticks: &[f64], axis: &AxisContext<'_>) -> TickLabels {
        let (low, high) = axis.sorted_view();
        let ends = (DateTime::from_days(low), DateTime::from_days(high));
        let format = match ends {
            (Some(low), Some(high)) => match choose(low, high).0 {
                Unit::Year => &self.year,
                Unit::Month => &self.month,
                Unit::Day => &self.day,
                Unit::Hour => &self.hour,
                Unit::Minute => &self.minute,
                Unit::Second => &self.second,
                Unit::Microsecond => &self.microsecond,
            },
            _ => &self.year,
        };
        DateFormatter::new(format.as_str()).format(ticks, axis)
    }
}

/// Short labels: of each date only what differs from tick to tick; what they share stands at the
/// end of the axis.
///
/// ```
/// use figure::DateTime;
/// use figure::ticker::{AxisContext, ConciseDateFormatter, Formatter};
///
/// let ticks = [1, 2, 3].map(|month| DateTime::new(2024, month, 1).map_or(0.0, |d| d.days()));
/// let text = ConciseDateFormatter.format(&ticks, &AxisContext::x((ticks[0], ticks[2])));
/// assert_eq!(text.labels, ["2024", "Feb", "Mar"]);
/// let days = [3.0, 4.0, 5.0];
/// let text = ConciseDateFormatter.format(&days, &AxisContext::x((3.0, 5.0)));
/// assert_eq!((text.labels[0].as_str(), text.offset.as_str()), ("04", "1970-Jan"));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ConciseDateFormatter;

/// For each level, from years to seconds: what ticks say, what those at a start of the next longer
/// unit say, and what stands at the end of the axis.
const LEVELS: [(&str, &str, &str); 6] = [
    ("%Y", "", ""),
    ("%b", "%Y", "%Y"),
    ("%d", "%b", "%Y-%b"),
    ("%H:%M", "%b-%d", "%Y-%b-%d"),
    ("%H:%M", "%H:%M", "%Y-%b-%d"),
    ("%S.%f", "%H:%M", "%Y-%b-%d %H:%M"),
];

impl Formatter for ConciseDateFormatter {
    fn format(&self, ticks: &[f64], axis: &AxisContext<'_>) -> TickLabels {
        let times: Option<Vec<DateTime>> = ticks.iter().map(|&t| DateTime::from_days(t)).collect();
        let Some(times) = times.filter(|times| !times.is_empty()) else {
            return each(ticks, |_, _| String::new());
        };
        let fields: Vec<[i64; 6]> = times.iter().map(|time| fields(*time)).collect();
        let differs = |level: &usize| {
            let first = fields.first().and_then(|fields| fields.get(*level));
            fields.iter().any(|fields| fields.get(*level) != first)
        };
        let found = (0..6).rev().find(differs);
        let level = found.unwrap_or(5);
        let starts = |level: usize| fields.iter().any(|fields| fields.get(level) == Some(&1));
        let shows_year = found.is_some() && level < 2 && starts(level);
        let (usual, at_start, shared) = LEVELS.get(level).copied().unwrap_or_default();
        let start = if matches!(level, 1 | 2) { 1 } else { 0 };
        let mut labels: Vec<String> = times
            .iter()
            .zip(&fields)
            .map(|(time, fields)| {
                let round = if level == 5 {
                    fields.get(5) == Some(&0) && time.time()[3] == 0
                } else {
                    fields.get(level) == Some(&start)
                };
                time.format(if round { at_start } else { usual })
            })
            .collect();
        if level == 5 {
            shorten(&mut labels);
        }
        let last = if axis.view.1 < axis.view.0 {
            times.first()
        } else {
            times.last()
        };
        let offset = match last {
            Some(time) if !shows_year => time.format(shared),
            _ => String::new(),
        };
        TickLabels { labels, offset }
    }
}

/// Year, month, day, hour, minute and second.
fn fields(time: DateTime) -> [i64; 6] {
    let ((year, month, day), [hour, minute, second, _]) = (time.date(), time.time());
    [year, i64::from(month), i64::from(day), hour, minute, second]
}

/// Takes the zeros away that all fractions end in.
fn shorten(labels: &mut [String]) {
    let zeros = |label: &String| label.len() - label.trim_end_matches('0').len();
    let fractions = labels.iter().filter(|label| label.contains('.'));
    let common = fractions.map(zeros).min().unwrap_or(0);
    for label in labels.iter_mut().filter(|label| label.contains('.')) {
        label.truncate(label.len() - common);
        if common > 0 {
            label.truncate(label.trim_end_matches('.').len());
        }
    }
}
