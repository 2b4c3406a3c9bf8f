//! Twenty thousand points, counted in hexagons.

use figure::norm::Norm;
use figure::{Figure, Hexbin};

fn main() -> figure::Result<()> {
    let mut state = 1_u64;
    let mut unit = || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (state >> 11) as f64 / (1_u64 << 53) as f64
    };
    let mut lump = || (0..6).map(|_| unit()).sum::<f64>() - 3.0;
    let points: Vec<(f64, f64)> = (0..20_000).map(|_| (lump(), lump())).collect();
    let x = points.iter().map(|(x, _)| x);
    let y = points.iter().map(|(x, y)| x * x + 0.5 * y);

    let mut fig = Figure::new((6.0, 4.0), 100.0);
    let ax = fig.add_subplot(1, 1, 1)?;
    let how = Hexbin::new().gridsize(40).mincnt(1);
    let hexagons = ax.hexbin(x, y, &how)?.norm(Norm::log()).cmap("inferno");
    let hexagons = hexagons.handle();
    fig.colorbar(hexagons)?.set_label("points");
    fig.savefig("hexbin.png")
}
