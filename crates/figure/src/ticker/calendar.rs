//! Days since 1970 as dates and times of day, by the Gregorian calendar in both directions.

use crate::Error;
use crate::data::{Coord, Quantity};

/// Microseconds of a second.
pub(super) const SECOND: i64 = 1_000_000;
/// Microseconds of a day.
pub(super) const DAY: i64 = 86_400 * SECOND;
/// Beyond so many days from 1970, a double tells apart about twenty microseconds.
const COARSE_DAYS: f64 = 25_550.0;

/// A time in the years 1 to 9999, to the microsecond; what an axis of dates is made of.
///
/// It knows no time zone: what it is counted from is midnight of 1970-01-01, wherever that was.
///
/// ![A year of days, and a day with short labels](../../../docs/gallery/figure/dates.png)
///
/// ```
/// use figure::DateTime;
///
/// let noon = DateTime::new(2024, 2, 29)?.at(12, 0, 0.0)?;
/// assert_eq!(noon.days(), 19_782.5);
/// assert_eq!(DateTime::from_unix_seconds(1_709_208_000.0)?, noon);
/// assert!(DateTime::new(2023, 2, 29).is_err());
/// # Ok::<(), figure::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateTime {
    /// Microseconds since 1970.
    micros: i64,
}

impl DateTime {
    /// Midnight at the start of a day; months and days count from 1.
    ///
    /// # Errors
    ///
    /// [`Error::Date`] where the calendar has no such day, or the year is not 1 to 9999.
    pub fn new(year: i32, month: u32, day: u32) -> Result<Self, Error> {
        let known = (1..=9999).contains(&year) && (1..=12).contains(&month);
        if !known || day == 0 || day > days_of_month(i64::from(year), month) {
            return Err(Error::Date {
                year: i64::from(year),
                month,
                day,
            });
        }
        let days = days_from(i64::from(year), month, day);
        Ok(Self { micros: days * DAY })
    }

    /// A time of the same day; seconds may have a fraction.
    ///
    /// # Errors
    ///
    /// [`Error::TimeOfDay`] for times that no clock shows.
    pub fn at(self, hour: u32, minute: u32, second: f64) -> Result<Self, Error> {
        if hour > 23 || minute > 59 || !(0.0..60.0).contains(&second) {
            return Err(Error::TimeOfDay {
                hour,
                minute,
                second,
            });
        }
        let whole = i64::from(hour) * 3600 + i64::from(minute) * 60;
        let micros = whole * SECOND + (second * SECOND as f64).round() as i64;
        let midnight = self.micros.div_euclid(DAY) * DAY;
        Ok(Self {
            micros: midnight + micros,
        })
    }

    /// The time so many seconds after 1970.
    ///
    /// # Errors
    ///
    /// [`Error::UnixSeconds`] beyond the years 1 to 9999, and for NaN.
    pub fn from_unix_seconds(seconds: f64) -> Result<Self, Error> {
        let micros = (seconds * SECOND as f64).round_ties_even();
        let known = (FIRST as f64..=LAST as f64).contains(&micros);
        known
            .then_some(Self {
                micros: micros as i64,
            })
            .ok_or(Error::UnixSeconds(seconds))
    }

    /// Days since 1970: the number that an axis has for it.
    #[must_use]
    pub fn days(self) -> f64 {
        let (seconds, rest) = (
            self.micros.div_euclid(SECOND),
            self.micros.rem_euclid(SECOND),
        );
        (seconds as f64 + rest as f64 * 1000.0 / 1e9) / 86_400.0
    }

    /// The time at so many days since 1970, as far as a double tells times apart; `None` beyond
    /// the years 1 to 9999.
    pub(super) fn from_days(days: f64) -> Option<Self> {
        let micros = (days * DAY as f64).round_ties_even();
        if !(FIRST as f64..=LAST as f64).contains(&micros) {
            return None;
        }
        let micros = micros as i64;
        if days.abs() <= COARSE_DAYS {
            return Some(Self { micros });
        }
        let (second, rest) = (micros.div_euclid(SECOND), micros.rem_euclid(SECOND));
        let rest = (rest as f64 / 20.0).round_ties_even() as i64 * 20;
        Some(Self {
            micros: second * SECOND + rest,
        })
    }

    pub(super) fn from_micros(micros: i64) -> Self {
        Self { micros }
    }

    pub(super) fn micros(self) -> i64 {
        self.micros
    }

    /// Year, month and day.
    pub(super) fn date(self) -> (i64, u32, u32) {
        date_of(self.micros.div_euclid(DAY))
    }

    /// Hour, minute, second and microsecond.
    pub(super) fn time(self) -> [i64; 4] {
        let micros = self.micros.rem_euclid(DAY);
        let seconds = micros / SECOND;
        [
            seconds / 3600,
            seconds / 60 % 60,
            seconds % 60,
            micros % SECOND,
        ]
    }

    /// By a format of Python's `strftime`: `%Y %y %m %b %B %d %j %H %I %M %S %f %p %%`; other
    /// letters stay as they are.
    pub(super) fn format(self, format: &str) -> String {
        let ((year, month, day), [hour, minute, second, micro]) = (self.date(), self.time());
        let name = MONTHS.get(month as usize - 1).copied().unwrap_or_default();
        let mut text = String::new();
        let mut letters = format.chars();
        while let Some(letter) = letters.next() {
            if letter != '%' {
                text.push(letter);
                continue;
            }
            let half = (hour + 11) % 12 + 1;
            text += &match letters.next() {
                Some('Y') => format!("{year}"),
                Some('y') => format!("{:02}", year % 100),
                Some('m') => format!("{month:02}"),
                Some('b') => name.get(..3).unwrap_or_default().to_owned(),
                Some('B') => name.to_owned(),
                Some('d') => format!("{day:02}"),
                Some('j') => format!("{:03}", days_from(year, month, day) - days_from(year, 1, 0)),
                Some('H') => format!("{hour:02}"),
                Some('I') => format!("{half:02}"),
                Some('M') => format!("{minute:02}"),
                Some('S') => format!("{second:02}"),
                Some('f') => format!("{micro:06}"),
                Some('p') => if hour < 12 { "AM" } else { "PM" }.to_owned(),
                Some('%') | None => "%".to_owned(),
                Some(other) => format!("%{other}"),
            };
        }
        text
    }
}

/// The first microsecond of the year 1.
const FIRST: i64 = -719_162 * DAY;
/// The last of the year 9999.
const LAST: i64 = 2_932_897 * DAY - 1;
/// Their English names.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The places of times along an axis are days since 1970.
impl Coord for DateTime {
    const QUANTITY: Quantity = Quantity::Date;

    fn to_coord(self) -> f64 {
        self.days()
    }
}

fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn days_of_month(year: i64, month: u32) -> u32 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days from 1970-01-01 to a date. Years are counted from March, so that the day that leap years
/// have is their last.
pub(super) fn days_from(year: i64, month: u32, day: u32) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let from_march = i64::from((month + 9) % 12);
    let of_year = (153 * from_march + 2) / 5 + i64::from(day) - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The date so many days from 1970-01-01.
fn date_of(days: i64) -> (i64, u32, u32) {
    let days = days + 719_468;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 {
        from_march + 3
    } else {
        from_march - 9
    };
    let year = year + era * 400 + i64::from(month <= 2);
    // Both are small and positive.
    (year, month as u32, day as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_days_are_each_others_inverse() {
        for days in (-719_162..2_932_897).step_by(97) {
            let (year, month, day) = date_of(days);
            assert_eq!(days_from(year, month, day), days);
        }
        assert_eq!(date_of(0), (1970, 1, 1));
        assert_eq!(date_of(-719_162), (1, 1, 1));
        assert_eq!(date_of(2_932_896), (9999, 12, 31));
    }

    #[test]
    fn formats_are_those_of_strftime() {
        let time = DateTime::new(2024, 3, 5).unwrap().at(14, 7, 9.25).unwrap();
        let text = time.format("%Y-%m-%d %H:%M:%S.%f %b %B %j %I%p %y %%");
        assert_eq!(text, "2024-03-05 14:07:09.250000 Mar March 065 02PM 24 %");
    }
}
