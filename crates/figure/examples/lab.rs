//! The smallest figure: a line through 1, 2, 3, saved as `test.png` and `test.bmp`.

use figure::Figure;

fn main() -> figure::Result<()> {
    let mut fig = Figure::new((5.0, 4.0), 100.0);
    let ax = fig.add_subplot(1, 1, 1)?;
    ax.plot_y([1, 2, 3])?;
    fig.savefig("test.png")?;
    fig.savefig("test.bmp")
}
