//! A figure with a title, a grid and axis labels, written to a stream: `hi_mom.png`.

use std::fs::File;

use figure::{Figure, FigureCanvasAgg};

fn main() -> figure::Result<()> {
    let mut fig = Figure::default();
    let ax = fig.add_subplot(1, 1, 1)?;
    ax.plot_y([1, 2, 3])?;
    ax.set_title("hi mom");
    ax.grid(true);
    ax.set_xlabel("time");
    ax.set_ylabel("volts");
    FigureCanvasAgg::new(&fig).print_png(File::create("hi_mom.png")?)
}
