//! Logarithmic, symmetrical and own scales: `log.png`.

use figure::scale::{FuncScale, SymmetricalLogScale};
use figure::{Figure, Which};

fn main() -> figure::Result<()> {
    let mut fig = Figure::new((8.0, 6.0), 100.0);
    let x: Vec<f64> = (1..200).map(|i| f64::from(i) / 20.0).collect();

    let ax = fig.add_subplot(2, 2, 1)?;
    ax.semilogy(&x, x.iter().map(|x| x.exp()))?;
    ax.set_title("semilogy");
    ax.grid(true);

    let ax = fig.add_subplot(2, 2, 2)?;
    ax.loglog(&x, x.iter().map(|x| x * x))?.color("C1");
    ax.set_title("loglog");
    ax.xaxis().grid(Which::Minor);
    ax.yaxis().grid(Which::Major);

    let ax = fig.add_subplot(2, 2, 3)?;
    ax.plot(&x, x.iter().map(|x| 40.0 * x.sin() * x.powi(3)))?
        .color("C2");
    ax.set_yscale(SymmetricalLogScale::new(10.0)?);
    ax.set_xlabel("symlog");
    ax.grid(true);

    let ax = fig.add_subplot(2, 2, 4)?;
    ax.plot(&x, &x)?.color("C3");
    ax.set_xscale(FuncScale::new(f64::sqrt, |root| root * root));
    ax.set_xlabel("square root");
    fig.savefig("log.png")
}
