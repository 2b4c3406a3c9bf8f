//! Error bars with caps, limits, and bars at some points only: `errorbar.png`.

use figure::{Errors, Figure};

fn main() -> figure::Result<()> {
    let mut fig = Figure::default();
    let ax = fig.add_subplot(1, 1, 1)?;
    let x: Vec<f64> = (0..16).map(|i| f64::from(i) / 2.0).collect();
    let wave = |shift: f64| x.iter().map(move |x| x.sin() + shift);

    let spread = x.iter().map(|x| 0.1 + 0.05 * x);
    let errors = Errors::new().y(spread).capsize(3.0);
    ax.errorbar(&x, wave(0.0), &errors)?
        .fmt("o-")?
        .label("caps");

    let errors = Errors::new().y([0.4]).uplims((0..16).map(|i| i % 2 == 0));
    ax.errorbar(&x, wave(2.5), &errors)?.label("upper limits");

    let errors = Errors::new().x([0.2]).y_sides([0.1], [0.6]).every(0, 4);
    ax.errorbar(&x, wave(5.0), &errors)?.label("every fourth");
    ax.axline_slope((0.0, 0.0), 0.8)?.linestyle(":").color("k");
    ax.set_ylim(-2, 8)?;
    ax.legend();
    fig.savefig("errorbar.png")
}
