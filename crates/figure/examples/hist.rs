//! Histograms: side by side, stacked, outlined, summed up: `hist.png`.

use figure::{Cumulative, Figure, Hist, HistType};

/// Numbers that look thrown, the same each time.
fn column(count: u32, middle: f64) -> Vec<f64> {
    let wave = |i: u32| (f64::from(i) * 12.9898).sin() * 43758.5453;
    let thrown = |i: u32| (0..4).map(|j| wave(i + 1000 * j).fract()).sum::<f64>();
    (0..count).map(|i| middle + thrown(i)).collect()
}

fn main() -> figure::Result<()> {
    let columns = [column(900, 0.0), column(500, 1.5)];
    let mut fig = Figure::new((8.0, 6.0), 100.0);

    fig.add_subplot(2, 2, 1)?
        .hist_plot(&Hist::new(&columns).bins(12))?;

    let ax = fig.add_subplot(2, 2, 2)?;
    ax.hist_plot(&Hist::new(&columns).bins(24).stacked())?;

    let ax = fig.add_subplot(2, 2, 3)?;
    let outlines = Hist::new(&columns).bins(40).density();
    ax.hist_plot(&outlines.histtype(HistType::Step))?;

    let ax = fig.add_subplot(2, 2, 4)?;
    let sums = Hist::new(&columns)
        .bins(80)
        .cumulative(Cumulative::FromBelow);
    let parts = ax.hist_plot(&sums.histtype(HistType::StepFilled))?;
    for outline in parts.outlines {
        ax.artist(outline)?.alpha(0.5);
    }
    fig.savefig("hist.png")
}
