//! A curve with words about its points, in boxes and with arrows: `annotate.png`.

use figure::{Figure, HAlign, PointUnit};

fn main() -> figure::Result<()> {
    let mut fig = Figure::new((6.4, 4.4), 100.0);
    let ax = fig.add_subplot(1, 1, 1)?;
    let t: Vec<f64> = (0..500).map(|i| f64::from(i) * 0.02).collect();
    let swing = |t: f64| (2.0 * t).cos() * (-0.25 * t).exp();
    ax.plot(&t, t.iter().map(|t| swing(*t)))?;
    ax.set_ylim(-1.2, 1.4)?;

    let note = ax.annotate("first swing", (3.1, swing(3.1)))?;
    note.xytext(40, 35).textcoords(PointUnit::OffsetPoints);
    note.bbox("round, pad=0.4").facecolor("lightyellow");
    note.arrow("->").connection("angle3, angleA=0, angleB=90");

    let note = ax.annotate("lowest point", (1.5, swing(1.5)))?;
    note.xytext(3.4, -1.05)
        .arrow("fancy")
        .facecolor("C1")
        .edgecolor("none");

    let width = ax.annotate("", (3.1, 1.12))?.xytext(6.3, 1.12);
    width.arrow("<->").shrink(0.0, 0.0);
    let word = ax.text(4.7, 1.17, "one period")?;
    word.horizontalalignment(HAlign::Center);

    let note = ax.annotate("released", (0.0, 1.0))?.xytext(0.8, 1.2);
    note.arrow("-|>").color("C3").connection("arc3, rad=0.3");
    fig.savefig("annotate.png")
}
