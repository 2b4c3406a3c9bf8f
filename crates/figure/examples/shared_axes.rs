//! Plots that share their axes, and a twin with a scale of its own: `shared_axes.png`.

use figure::{Figure, GridSpec, Share, Subplots};

fn main() -> figure::Result<()> {
    let time: Vec<f64> = (0..200).map(|i| f64::from(i) * 0.05).collect();
    let wave = |speed: f64| {
        time.iter()
            .map(move |t| (speed * t).sin() * (-0.2 * t).exp())
    };

    let mut fig = Figure::new((6.4, 4.8), 100.0);
    fig.constrained_layout();
    let grid = GridSpec::new(2, 2)?.width_ratios([3, 1])?;
    let plots = Subplots::of(grid).sharex(Share::Col);
    if let [a, b, c, d] = fig.subplots(plots)? {
        a.plot(&time, wave(3.0))?;
        a.set_ylabel("volts");
        b.hist(wave(3.0), 20)?;
        c.plot(&time, wave(5.0))?.color("C1");
        c.set_xlabel("seconds");
        c.set_ylabel("volts");
        d.hist(wave(5.0), 20)?.color("C1");
        d.set_xlabel("count");

        let power = c.twinx();
        let watts = wave(5.0).map(|volts| 40.0 * volts * volts);
        power.plot(&time, watts)?.color("C3").linewidth(0.8);
        power.set_ylabel("milliwatts").color("C3");
    }
    fig.savefig("shared_axes.png")
}
