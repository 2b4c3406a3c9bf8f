//! Shows two plots that share an axis, alive in the browser.

use figure::{Figure, Share, Subplots};
use figure_web::Show;

fn main() -> figure_web::Result<()> {
    let t: Vec<f64> = (0..1000).map(|i| f64::from(i) / 100.0).collect();
    let mut fig = Figure::new((7.0, 5.0), 100.0);
    let plots = fig.subplots(Subplots::new(2, 1)?.sharex(Share::All))?;
    for (ax, (pitch, color)) in plots.iter_mut().zip([(3.0, "C0"), (17.0, "C3")]) {
        let wave = t.iter().map(|t| (pitch * t).sin() * (-t / 4.0).exp());
        ax.plot(&t, wave)?.color(color);
        ax.grid(true);
        ax.set_ylabel("volts");
    }
    if let Some(last) = plots.last_mut() {
        last.set_xlabel("seconds");
    }
    fig.show()
}
