//! Contour lines with their heights on them, over shaded layers.

use figure::Figure;

/// Two hills and a hollow.
fn height(x: f64, y: f64) -> f64 {
    let hill = |a: f64, b: f64| (-(x - a) * (x - a) - (y - b) * (y - b)).exp();
    hill(-1.0, -0.5) + 0.8 * hill(1.0, 0.6) - 0.5 * hill(0.4, -1.2)
}

fn main() -> figure::Result<()> {
    let x: Vec<f64> = (0..81).map(|i| -2.5 + f64::from(i) / 16.0).collect();
    let y: Vec<f64> = (0..65).map(|i| -2.0 + f64::from(i) / 16.0).collect();
    let z: Vec<Vec<f64>> = y
        .iter()
        .map(|&y| x.iter().map(|&x| height(x, y)).collect())
        .collect();
    let mut fig = Figure::new((6.0, 4.0), 100.0);
    let ax = fig.add_subplot(1, 1, 1)?;
    let layers = ax.contourf(&x, &y, &z)?.cmap("Greens").alpha(0.7);
    let layers = layers.level_count(12).handle();
    let lines = ax.contour(&x, &y, &z)?.colors("k").linewidths(0.8);
    let lines = lines.level_count(8).handle();
    ax.clabel(lines)?.fmt("%.1f").fontsize(8.0);
    fig.colorbar(layers)?.set_label("height");
    fig.savefig("contour.png")
}
