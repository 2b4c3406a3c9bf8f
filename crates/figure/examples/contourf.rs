//! Layers between values, told apart by patterns as well as colours.

use figure::Figure;
use figure::norm::Extend;

fn main() -> figure::Result<()> {
    let x: Vec<f64> = (0..101).map(|i| f64::from(i) / 10.0).collect();
    let y: Vec<f64> = (0..61).map(|i| f64::from(i) / 10.0).collect();
    let z: Vec<Vec<f64>> = y
        .iter()
        .map(|&y| x.iter().map(|&x| x.sin() + (y / 1.5).cos()).collect())
        .collect();
    let mut fig = Figure::new((6.0, 4.0), 100.0);
    let ax = fig.add_subplot(1, 1, 1)?;
    let layers = ax.contourf(&x, &y, &z)?.levels([-1.0, 0.0, 1.0]);
    layers.extend(Extend::Both).hatches(["//", "", ".", "o"]);
    let layers = layers
        .colors(["#8da0cb", "w", "#fee8c8", "#fdbb84"])
        .handle();
    fig.colorbar(layers)?.drawedges();
    fig.savefig("contourf.png")
}
