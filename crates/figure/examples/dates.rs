//! A year of days, and a day of minutes with short labels: `dates.png`.

use figure::ticker::ConciseDateFormatter;
use figure::{DateTime, Figure};

fn main() -> figure::Result<()> {
    let mut fig = Figure::new((8.0, 5.0), 100.0);

    let start = DateTime::new(2024, 1, 1)?.days() * 86_400.0;
    let days = (0..366).map(|day| DateTime::from_unix_seconds(start + 86_400.0 * f64::from(day)));
    let days = days.collect::<figure::Result<Vec<_>>>()?;
    let warmth = (0..366).map(|day| 12.0 - 9.0 * (f64::from(day) / 58.1).cos());
    fig.add_subplot(2, 1, 1)?.plot(&days, warmth)?;

    let minutes = (0..1440).map(|i| DateTime::from_unix_seconds(start + 60.0 * f64::from(i)));
    let minutes = minutes.collect::<figure::Result<Vec<_>>>()?;
    let tide = (0..1440).map(|i| (f64::from(i) / 118.6).sin());
    let ax = fig.add_subplot(2, 1, 2)?;
    ax.plot(&minutes, tide)?;
    ax.xaxis().set_major_formatter(ConciseDateFormatter);
    ax.axvline(DateTime::new(2024, 1, 1)?.at(12, 0, 0.0)?)?
        .linestyle("--")
        .color("k");
    fig.savefig("dates.png")
}
