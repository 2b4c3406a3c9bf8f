//! Ten thousand points, counted in rectangles.

use figure::{Figure, Hist2d};

fn main() -> figure::Result<()> {
    let mut state = 1_u64;
    let mut unit = || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (state >> 11) as f64 / (1_u64 << 53) as f64
    };
    let mut lump = || (0..6).map(|_| unit()).sum::<f64>() - 3.0;
    let points: Vec<(f64, f64)> = (0..10_000).map(|_| (lump(), lump())).collect();
    let x = points.iter().map(|(x, _)| x);
    let y = points.iter().map(|(x, y)| x + 0.7 * y);

    let mut fig = Figure::new((6.0, 4.0), 100.0);
    let ax = fig.add_subplot(1, 1, 1)?;
    let how = Hist2d::new().bins(40, 30).cmin(1.0);
    let counts = ax.hist2d(x, y, &how)?.cmap("YlGnBu").handle();
    fig.colorbar(counts)?.set_label("points");
    fig.savefig("hist2d.png")
}
