//! Box plots, standing and lying, and with colours: `boxplot.png`.

use figure::{BoxPlot, Figure, MeanMark, Orientation, Whiskers};

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
    ax.boxplot(&BoxPlot::new(&columns).labels(["a", "b", "c"]).notched())?;

    let ax = fig.add_subplot(1, 2, 2)?;
    let plot = BoxPlot::new(&columns)
        .filled()
        .means(MeanMark::Point)
        .whiskers(Whiskers::Percentiles(5.0, 95.0))
        .orientation(Orientation::Horizontal);
    let parts = ax.boxplot(&plot)?;
    for (patch, color) in parts
        .patches
        .into_iter()
        .zip(["pink", "lightblue", "lightgreen"])
    {
        ax.artist(patch)?.facecolor(color);
    }
    fig.savefig("boxplot.png")
}
