//! Four plots with titles and labels that have room: `tight_layout.png`.

use figure::{Figure, Subplots};

fn main() -> figure::Result<()> {
    let mut fig = Figure::new((6.4, 4.8), 100.0);
    for (i, ax) in (1..).zip(fig.subplots(Subplots::new(2, 2)?)?) {
        let t = (0..100).map(|k| f64::from(k) * 0.1);
        ax.plot(
            t.clone(),
            t.map(|t| (t * f64::from(i)).sin() * 10_f64.powi(i)),
        )?;
        ax.set_title(format!("mode {i}"));
        ax.set_xlabel("time (s)");
        ax.set_ylabel("displacement (mm)");
    }
    fig.suptitle("Vibration of a string");
    fig.tight_layout();
    fig.savefig("tight_layout.png")
}
