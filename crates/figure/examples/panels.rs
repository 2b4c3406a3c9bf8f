//! Three plots of a mosaic in matplotlib's style `bmh`, with a setting of one's own.

use figure::{Figure, Mosaic, Style};

fn main() -> figure::Result<()> {
    let mut style = Style::sheet("bmh")?;
    style.parse("axes.titlesize: medium\nfigure.facecolor: white")?;
    let mut fig = Figure::new((6.4, 4.8), 100.0).with_style(style);
    let mut plots = fig.subplot_mosaic(&Mosaic::of([["wave", "wave"], ["map", "bars"]])?)?;

    let t: Vec<f64> = (0..400).map(|i| f64::from(i) / 40.0).collect();
    let ax = plots.axes("wave")?;
    for damping in [0.1, 0.3, 0.9] {
        let swing = t.iter().map(|t| (-damping * t).exp() * (3.0 * t).cos());
        ax.plot(&t, swing)?.label(format!("damping {damping}"));
    }
    ax.set_title("a swing that tires");
    ax.set_xlabel("seconds");
    ax.legend();

    let side: Vec<f64> = (0..60).map(|i| f64::from(i) / 10.0 - 3.0).collect();
    let hill = |x: f64, y: f64| (-x * x - y * y).exp() - 0.5 * (-(x - 1.0).powi(2) - y * y).exp();
    let row = |&y: &f64| side.iter().map(|&x| hill(x, y)).collect();
    let field: Vec<Vec<f64>> = side.iter().map(row).collect();
    let ax = plots.axes("map")?;
    let layers = ax.contourf(&side, &side, &field)?.cmap("viridis").handle();
    ax.contour(&side, &side, &field)?
        .colors("k")
        .linewidths(0.5);
    ax.set_title("two hills");

    let ax = plots.axes("bars")?;
    ax.bar(["left", "middle", "right"], [3.0, 5.0, 4.0])?
        .hatch("/");
    ax.set_title("what was counted");

    fig.colorbar(layers)?.set_label("height");
    fig.suptitle("one figure, one style");
    fig.constrained_layout();
    fig.savefig("panels.png")
}
