//! What colours mean: a bar beside a picture, and one with pointed ends below a mesh.

use figure::norm::Extend;
use figure::{Figure, Side};

fn main() -> figure::Result<()> {
    let wave = |i: i32, j: i32| (0.3 * f64::from(i)).sin() * (0.2 * f64::from(j)).cos();
    let rows: Vec<Vec<f64>> = (0..24)
        .map(|i| (0..32).map(|j| wave(i, j)).collect())
        .collect();
    let mut fig = Figure::new((8.0, 3.6), 100.0);
    fig.constrained_layout();

    let picture = fig.add_subplot(1, 2, 1)?.imshow(&rows)?.handle();
    fig.colorbar(picture)?.shrink(0.8).set_label("height");

    let mesh = fig.add_subplot(1, 2, 2)?.pcolormesh(0..33, 0..25, &rows)?;
    let mesh = mesh.cmap("coolwarm").vmin(-0.5).vmax(0.5).handle();
    let bar = fig.colorbar(mesh)?;
    bar.location(Side::Bottom).extend(Extend::Both);
    bar.set_ticks([-0.5, 0.0, 0.5]).minorticks_on();
    fig.savefig("colorbar.png")
}
