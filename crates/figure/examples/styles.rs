//! A figure in a style sheet that matplotlib ships, with a setting changed: `styles.png`.

use figure::{Figure, Style};

fn main() -> figure::Result<()> {
    let mut style = Style::sheet("fivethirtyeight")?;
    style.parse("lines.linewidth: 3  # thinner\nlegend.frameon: false")?;
    let mut fig = Figure::styled(style);
    let ax = fig.add_subplot(1, 1, 1)?;
    let x: Vec<f64> = (0..100).map(|i| f64::from(i) / 10.0).collect();
    for i in 1..=5 {
        let wave = x
            .iter()
            .map(|x| (x + 0.5 * f64::from(i)).sin() * (7.0 - f64::from(i)));
        ax.plot(&x, wave)?.label(format!("wave {i}"));
    }
    ax.set_title("fivethirtyeight");
    ax.legend();
    fig.savefig("styles.png")
}
