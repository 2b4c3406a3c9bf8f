//! A matrix, numbered as matrices are.

use figure::Figure;

fn main() -> figure::Result<()> {
    let entry = |i: i32, j: i32| 1.0 / f64::from(i + j + 1);
    let hilbert = (0..8).map(|i| (0..8).map(|j| entry(i, j)).collect::<Vec<_>>());
    let mut fig = Figure::new((4.0, 4.0), 100.0);
    let ax = fig.add_subplot(1, 1, 1)?;
    let image = ax.matshow(hilbert)?.cmap("cividis").handle();
    fig.colorbar(image)?.shrink(0.8);
    fig.savefig("matshow.png")
}
