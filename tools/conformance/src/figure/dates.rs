//! Axes of dates.

use ::figure::ticker::{ConciseDateFormatter, DateFormatter};
use ::figure::{Axes, DateTime, Result, Which};

use super::{Done, axes, axes_of};
use crate::scene::Scene;

const WAVE: [f64; 5] = [0.0, 2.0, 1.0, 3.0, 2.5];

/// A date, and seconds since its midnight.
type Moment = ((i32, u32, u32), f64);

const SPANS: [(&str, Moment, Moment); 11] = [
    ("centuries", ((1700, 3, 1), 0.0), ((2100, 5, 1), 0.0)),
    ("years", ((2001, 5, 17), 0.0), ((2024, 2, 3), 0.0)),
    ("months", ((2023, 11, 5), 0.0), ((2024, 7, 9), 0.0)),
    ("two_years", ((2022, 1, 31), 0.0), ((2024, 3, 1), 0.0)),
    ("weeks", ((2024, 1, 20), 0.0), ((2024, 4, 2), 0.0)),
    ("days", ((2024, 2, 24), 0.0), ((2024, 3, 5), 0.0)),
    ("hours", ((2024, 2, 28), 72_000.0), ((2024, 2, 29), 68_400.0)),
    ("minutes", ((2024, 2, 28), 85_260.0), ((2024, 2, 29), 1800.0)),
    ("seconds", ((2024, 2, 28), 86_390.0), ((2024, 2, 29), 25.0)),
    (
        "milliseconds",
        ((1971, 2, 28), 86_390.001),
        ((1971, 2, 28), 86_390.041),
    ),
    ("early", ((20, 6, 1), 0.0), ((60, 6, 1), 0.0)),
];

fn time(((year, month, day), seconds): Moment) -> Result<DateTime> {
    let midnight = DateTime::new(year, month, day)?.days() * 86_400.0;
    DateTime::from_unix_seconds(midnight + seconds)
}

/// Five times from one to the other.
fn over(start: Moment, end: Moment) -> Result<Vec<DateTime>> {
    let seconds = |moment| Ok::<f64, ::figure::Error>((time(moment)?.days() * 864e8).round() / 1e6);
    let (start, end) = (seconds(start)?, seconds(end)?);
    let at = |i: u32| start + ((end - start) * 1e6 * f64::from(i) / 4.0).round_ties_even() / 1e6;
    (0..5).map(|i| DateTime::from_unix_seconds(at(i))).collect()
}

fn wide(name: String, fill: impl Fn(&mut Axes) -> Done + 'static) -> Scene {
    axes_of(name, (6.0, 2.5), 100.0, fill)
}

pub(super) fn scenes() -> Vec<Scene> {
    let spans = SPANS.map(|(name, start, end)| {
        wide(format!("dates_over_{name}"), move |ax| {
            ax.plot(over(start, end)?, WAVE)?.marker("o");
            Ok(())
        })
    });
    let unlike = ["centuries", "two_years", "early"];
    let concise = SPANS.into_iter().filter(|span| !unlike.contains(&span.0));
    let concise = concise.map(|(name, start, end)| {
        wide(format!("dates_concise_{name}"), move |ax| {
            ax.plot(over(start, end)?, WAVE)?;
            ax.xaxis().set_major_formatter(ConciseDateFormatter);
            Ok(())
        })
    });
    let day = |month, day| DateTime::new(2024, month, day);
    let others = [
        wide("dates_one".to_owned(), move |ax| {
            ax.plot([day(5, 5)?], [1.0])?.marker("o").linestyle("none");
            Ok(())
        }),
        axes("dates_upwards_and_bars", move |ax| {
            ax.barh([day(5, 5)?, day(5, 7)?, day(5, 10)?], [1.0, 3.0, 2.0])?;
            ax.axhline(day(5, 8)?)?.color("k");
            Ok(())
        }),
        wide("dates_formatted_and_limited".to_owned(), move |ax| {
            ax.plot(over(((2024, 1, 1), 0.0), ((2024, 6, 1), 0.0))?, WAVE)?;
            ax.xaxis().set_major_formatter(DateFormatter::new("%d %b"));
            ax.set_xlim(day(4, 1)?, day(1, 15)?)?;
            ax.xaxis().tick_params(Which::Major).labelrotation(30.0);
            Ok(())
        }),
    ];
    spans.into_iter().chain(concise).chain(others).collect()
}
