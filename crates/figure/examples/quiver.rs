//! A whirl of arrows, coloured by their length, and the one that says how long they are.

use figure::{Figure, Pivot};

fn main() -> figure::Result<()> {
    let x: Vec<f64> = (-8..9).map(|i| f64::from(i) / 4.0).collect();
    let y: Vec<f64> = (-6..7).map(|i| f64::from(i) / 4.0).collect();
    let points = || y.iter().flat_map(|&y| x.iter().map(move |&x| (x, y)));
    let u = points().map(|(x, y)| -y / (0.4 + x * x + y * y));
    let v = points().map(|(x, y)| x / (0.4 + x * x + y * y));
    let speed = points().map(|(x, y)| x.hypot(y) / (0.4 + x * x + y * y));

    let mut fig = Figure::new((6.0, 4.0), 100.0);
    let ax = fig.add_subplot(1, 1, 1)?;
    let arrows = ax.quiver(&x, &y, u, v)?.values(speed)?;
    let arrows = arrows.pivot(Pivot::Middle).cmap("plasma").handle();
    ax.quiverkey(arrows, (0.9, 1.05), 1.0, "1 m/s")?;
    fig.savefig("quiver.png")
}
