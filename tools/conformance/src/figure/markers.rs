//! Markers, alone and on lines.

use super::{Done, axes, axes_of};
use crate::random::Random;
use crate::scene::Scene;
use ::figure::{Axes, FillStyle};

const MARKERS: [(&str, &str); 6] = [
    ("circle", "o"),
    ("square", "s"),
    ("triangle", "^"),
    ("plus", "+"),
    ("cross", "x"),
    ("point", "."),
];

pub(super) fn scenes() -> Vec<Scene> {
    let mut scenes = Vec::new();
    for (name, marker) in MARKERS {
        scenes.push(twelve(format!("markers_{name}"), marker, "none"));
        scenes.push(twelve(format!("markers_{name}_on_line"), marker, "-"));
    }
    scenes.extend([
        axes("markers_of_every_kind", |ax| {
            for (i, (_, marker)) in (0..).zip(MARKERS) {
                let i = f64::from(i);
                let y = [i, i + 0.4, i - 0.3, i + 0.1];
                ax.plot([0.1, 1.3, 2.2, 3.7], y)?
                    .marker(marker)
                    .linestyle(":");
            }
            Ok(())
        }),
        axes("markers_translucent", |ax| {
            let line = ax.plot([0.0, 1.0, 1.02, 2.0], [0.0, 1.0, 1.05, 0.5])?;
            line.marker("o").color("C2").alpha(0.4);
            Ok(())
        }),
        axes("markers_beside_nan", |ax| {
            ax.plot([0, 1, 2, 3, 4], [0.0, f64::NAN, 2.0, 1.0, f64::NAN])?
                .marker("s");
            Ok(())
        }),
        axes("markers_cut_by_the_axes", |ax| {
            ax.plot([0, 1, 2, 3, 4], [0, 1, 2, 3, 4])?.marker("o");
            ax.set_xlim(1, 3)?;
            ax.set_ylim(0, 3)?;
            Ok(())
        }),
        axes("markers_many", |ax| {
            let mut random = Random::default();
            let y = (0..500).map(|_| random.unit() - 0.5);
            ax.plot_y(y)?.marker(".").linestyle("none");
            Ok(())
        }),
        axes_of("markers_at_dpi_150", (3.0, 2.0), 150.0, |ax| {
            for (i, (_, marker)) in (0..).zip(MARKERS) {
                ax.plot([0, 1, 2], [i, i + 1, i])?.marker(marker);
            }
            Ok(())
        }),
        axes("markers_of_mathematics", mathematics),
        axes("scatter_of_mathematics", |ax| {
            let (x, y) = ([0.0, 1.0, 2.0, 3.0], [1.0, 0.0, 2.0, 1.0]);
            let clubs = ax.scatter(x, y)?.sizes([40.0, 90.0, 200.0, 600.0])?;
            clubs.values([0.0, 1.0, 2.0, 3.0])?.marker("$\\clubsuit$").label("clubs");
            let red = ax.scatter(y, x)?.sizes([100.0])?.marker("$Q_3$");
            red.alpha(0.6).edgecolor("r");
            ax.legend();
            Ok(())
        }),
    ]);
    scenes
}

fn twelve(name: String, marker: &'static str, linestyle: &'static str) -> Scene {
    axes(name, move |ax| {
        let y = [0.0, 1.0, 4.0, 2.0, 2.5, 7.0, 3.25, 1.0, 0.5, 6.0, 5.0, 3.0];
        ax.plot(0..12, y)?.marker(marker).linestyle(linestyle);
        Ok(())
    })
}

fn mathematics(ax: &mut Axes) -> Done {
    let letters = [
        "$\\heartsuit$",
        "$\\alpha$",
        "$f$",
        "$\\frac{1}{2}$",
        "$x^2$",
        "$a$ or $b$",
        "$\\sum$",
        "$\\hat{o}_i$",
    ];
    for (i, letter) in (0..).map(f64::from).zip(letters) {
        let line = ax.plot([i, i + 0.5], [0.0, 1.0])?.marker(letter);
        line.markersize(6.0 + 3.0 * i).linestyle(":");
    }
    let clubs = ax.plot([0.0, 3.0, 7.0], [2.0, 2.3, 2.1])?.marker("$\\clubsuit$");
    clubs.markersize(14.0).markeredgecolor("k").markerfacecolor("none");
    let half = ax.plot([1.0, 4.0], [1.6, 1.7])?.marker("$\\Omega$").markersize(18.0);
    half.fillstyle(FillStyle::Left).alpha(0.5).label("half");
    let none = ax.plot([5.0, 6.0], [1.5, 1.7])?.marker("$W$").markersize(12.0);
    none.markeredgewidth(0.0).label("none");
    let three = ax.plot([0.5, 1.5], [1.5, 1.6])?.marker("$\\mathdefault{3\\_}$");
    three.markersize(12.0).label("three");
    ax.legend();
    Ok(())
}
