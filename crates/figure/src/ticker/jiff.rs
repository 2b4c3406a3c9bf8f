//! Times of the crate `jiff` as coordinates.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime as Civil};

use super::calendar::{DAY, DateTime, SECOND, days_from};
use crate::data::{Coord, Quantity};

/// Days since 1970, UTC.
impl Coord for Timestamp {
    const QUANTITY: Quantity = Quantity::Date;

    fn to_coord(self) -> f64 {
        DateTime::from_micros(self.as_microsecond()).days()
    }
}

/// Midnight at the start of the day.
impl Coord for Date {
    const QUANTITY: Quantity = Quantity::Date;

    fn to_coord(self) -> f64 {
        days_from(
            i64::from(self.year()),
            civil(self.month()),
            civil(self.day()),
        ) as f64
    }
}

/// In no time zone.
impl Coord for Civil {
    const QUANTITY: Quantity = Quantity::Date;

    fn to_coord(self) -> f64 {
        let date = self.date();
        let days = days_from(
            i64::from(date.year()),
            civil(date.month()),
            civil(date.day()),
        );
        let minutes = i64::from(self.hour()) * 60 + i64::from(self.minute());
        let seconds = minutes * 60 + i64::from(self.second());
        let micros = i64::from(self.subsec_nanosecond()) / 1000;
        DateTime::from_micros(days * DAY + seconds * SECOND + micros).days()
    }
}

/// A month or a day, which are small and positive.
fn civil(number: i8) -> u32 {
    u32::try_from(number).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_kinds_of_times_have_the_same_places() {
        let own = DateTime::new(2024, 2, 29)
            .unwrap()
            .at(12, 30, 15.5)
            .unwrap();
        let civil = jiff::civil::date(2024, 2, 29).at(12, 30, 15, 500_000_000);
        let stamp: Timestamp = "2024-02-29T12:30:15.5Z".parse().unwrap();
        assert_eq!(
            (civil.to_coord(), stamp.to_coord()),
            (own.days(), own.days())
        );
        assert_eq!(civil.date().to_coord(), own.days().floor());
    }
}
