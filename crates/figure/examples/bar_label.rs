//! Stacked bars with error bars, and labels at and on them: `bar_label.png`.

use figure::{BarLabels, Errors, Figure};

fn main() -> figure::Result<()> {
    let mut fig = Figure::default();
    let ax = fig.add_subplot(1, 1, 1)?;
    let (x, male, female) = ([1, 2, 3], [73, 34, 61], [73.0, 34.5, 58.0]);
    let lower = ax.bar(x, male)?.label("male").handle();
    let upper = ax.bar(x, female)?.bottoms(male)?.label("female").handle();
    ax.bar_errors(upper, &Errors::new().y([8.0, 5.0, 11.0]).capsize(5.0))?;
    for label in ax.bar_label(lower, &BarLabels::new().centered())? {
        ax.artist(label)?.color("w");
    }
    ax.bar_label(upper, &BarLabels::new().format("%.1f")?.padding([3]))?;
    ax.xaxis()
        .set_ticks_labeled([1, 2, 3], ["Adelie", "Chinstrap", "Gentoo"])?;
    ax.margins(0.05, 0.15)?;
    ax.legend();
    fig.savefig("bar_label.png")
}
