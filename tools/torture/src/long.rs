//! Many figures in one process: the memory that it holds must not grow with their number.
//!
//! ```text
//!  figure 0, 1, 2, … of eight kinds ─► PNG ─► after each thousand: the pages that are held
//!  first thousand ──────────────── compared ──────────────── last thousand
//! ```
//!
//! Figures of a kind repeat, and each must give the bytes that it gave first.

use figure::{Axes, Figure, Hist};
use std::time::Instant;

/// As many figures as are drawn between two looks at the memory.
const BATCH: u64 = 1000;
/// So many bytes may be held more after the last thousand than after the first: what an allocator
/// keeps, and no hundredth of what one figure in a thousand would leave.
const SLACK: u64 = 1 << 20;

/// What is held after some figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// How many were drawn.
    pub figures: u64,
    /// How many bytes of memory the process holds.
    pub bytes: u64,
    /// Milliseconds since the first.
    pub millis: u128,
}

/// A kind of figure: what is done with its plot.
type Kind = fn(&mut Axes) -> figure::Result<()>;

const KINDS: [Kind; 8] = [
    |ax| {
        ax.plot_y((0..100).map(|i| f64::from(i * 7 % 19)))?;
        Ok(())
    },
    |ax| {
        let wave = |i: i32| f64::from(i % 13);
        ax.scatter(0..60, (0..60).map(wave))?.size(20.0);
        Ok(())
    },
    |ax| {
        ax.bar(0..5, [3.0, 1.0, 4.0, 1.0, 5.0])?.hatch("/");
        ax.set_title("bars");
        Ok(())
    },
    |ax| {
        let rows = (0..8).map(|y| (0..8).map(move |x| f64::from(x * y)).collect::<Vec<_>>());
        ax.imshow(rows.collect::<Vec<_>>())?.cmap("magma");
        Ok(())
    },
    |ax| {
        ax.plot_y([1.0, 3.0, 2.0])?.linestyle("--").label("$x_1^2$");
        ax.legend();
        Ok(())
    },
    |ax| {
        let values = (0..64).map(|i| f64::from(i * i % 29));
        ax.hist_plot(&Hist::new([values.collect::<Vec<_>>()]))?;
        Ok(())
    },
    |ax| {
        let rows = (0..9).map(|y| {
            (0..9)
                .map(move |x| f64::from((x - y) * x))
                .collect::<Vec<_>>()
        });
        ax.contourf(0..9, 0..9, rows.collect::<Vec<_>>())?;
        Ok(())
    },
    |ax| {
        ax.fill_between(0..9, (0..9).map(f64::from), [0.0])?
            .alpha(0.5);
        ax.set_xlabel("time").rotation(10.0);
        Ok(())
    },
];

/// Draws so many figures, a thousand at least, and says after each thousand what is held.
///
/// # Errors
///
/// Says which figure is an error, or not what it was; or how much more is held at the end.
pub fn figures(count: u64, mut say: impl FnMut(Held)) -> Result<(), String> {
    let start = Instant::now();
    let first: Vec<Vec<u8>> = KINDS.iter().map(drawn).collect::<Result<_, _>>()?;
    let mut seen: Option<(u64, u64)> = None;
    for batch in 1..=count.div_ceil(BATCH).max(1) {
        for (i, (kind, expected)) in (0..BATCH).zip(KINDS.iter().zip(&first).cycle()) {
            if drawn(kind)? != *expected {
                return Err(format!("figure {} of batch {batch} is another", i + 1));
            }
        }
        let bytes = held();
        seen = Some((seen.map_or(bytes, |(first, _)| first), bytes));
        say(Held {
            figures: batch * BATCH,
            bytes,
            millis: start.elapsed().as_millis(),
        });
    }
    match seen {
        Some((first, last)) if last > first + SLACK => {
            Err(format!("{first} bytes have become {last}"))
        }
        _ => Ok(()),
    }
}

fn drawn(kind: &Kind) -> Result<Vec<u8>, String> {
    let mut figure = Figure::new((1.6, 1.2), 50.0);
    figure
        .add_subplot(1, 1, 1)
        .and_then(kind)
        .and_then(|()| figure.to_png())
        .map_err(|error| error.to_string())
}

/// The bytes of memory that this process holds; 0 where that cannot be told.
fn held() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok());
    kilobytes.unwrap_or(0) << 10
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_thousand_figures_are_drawn_and_said_to_be() {
        let mut said = Vec::new();
        assert_eq!(super::figures(1, |held| said.push(held.figures)), Ok(()));
        assert_eq!(said, [1000]);
    }
}
