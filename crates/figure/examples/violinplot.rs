//! Violin plots, whole and half: `violinplot.png`.

use figure::{Figure, ViolinMark, ViolinPlot, ViolinSide};

/// Numbers that look thrown, the same each time.
fn column(count: u32, spread: f64) -> Vec<f64> {
    let wave = |i: u32| (f64::from(i) * 12.9898).sin() * 43758.5453;
    (0..count)
        .map(|i| (wave(i).fract() + wave(i + 7).fract()) * spread)
        .collect()
}

fn main() -> figure::Result<()> {
    let columns = [column(40, 1.0), column(60, 2.0), column(25, 3.0)];
    let mut fig = Figure::new((9.0, 4.0), 100.0);

    let ax = fig.add_subplot(1, 2, 1)?;
    let quantiles: [&[f64]; 3] = [&[0.25, 0.75], &[0.25, 0.75], &[]];
    let plot = ViolinPlot::new(&columns).mark(ViolinMark::Median);
    ax.violinplot(&plot.quantiles(quantiles))?;

    let ax = fig.add_subplot(1, 2, 2)?;
    for side in [ViolinSide::Low, ViolinSide::High] {
        let plot = ViolinPlot::new(&columns).side(side).widths([0.8]);
        ax.violinplot(&plot)?;
    }
    fig.savefig("violinplot.png")
}
