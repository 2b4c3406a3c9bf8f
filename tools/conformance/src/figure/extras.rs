//! Format strings, lines without ends, limits of error bars, and what else pies can have.

use figure::{Errors, Location, Pie};

use super::axes;
use crate::scene::Scene;

const X: [f64; 5] = [1.0, 2.0, 3.0, 4.0, 5.0];
const Y: [f64; 5] = [2.0, 3.0, 1.0, 2.5, 3.5];
const FORMATS: [&str; 10] = [
    "ro--", "k:", "C4s", "-.", "^g-", "green", "1", "0.7", "b,", "-",
];

fn raised(by: f64) -> [f64; 5] {
    Y.map(|y| y + by)
}

pub(super) fn scenes() -> Vec<Scene> {
    [lines(), errors(), legends(), pies()].into_iter().flatten().collect()
}

fn lines() -> Vec<Scene> {
    vec![
        axes("format_strings", |ax| {
            for (i, format) in (0..).zip(FORMATS) {
                ax.plot(X, raised(3.0 * f64::from(i)))?.fmt(format)?;
            }
            Ok(())
        }),
        axes("axline_two_points", |ax| {
            ax.plot([0, 1, 2], [1, 3, 2])?;
            let line = ax.axline((0.5, 1.0), (1.0, 1.5))?;
            line.color("C1").linestyle("--");
            ax.axline_slope((0.0, 2.0), -0.5)?.color("k");
            ax.axline((1.5, 0.0), (1.5, 1.0))?;
            ax.axline_slope((0.0, 2.5), 0.0)?;
            Ok(())
        }),
        axes("axline_beyond_the_view", |ax| {
            ax.plot([0, 1, 2], [1, 3, 2])?;
            ax.axline_slope((1.0, 1.0), 30.0)?.linewidth(3.0);
            ax.axline_slope((1.0, 2.0), f64::INFINITY)?;
            ax.set_xlim(0, 2)?.set_ylim(5, 0)?;
            Ok(())
        }),
        axes("axline_on_log_axes", |ax| {
            ax.loglog([1.0, 100.0], [1.0, 1000.0])?.fmt("o")?;
            ax.axline((1.0, 1.0), (10.0, 100.0))?;
            Ok(())
        }),
    ]
}

fn errors() -> Vec<Scene> {
    vec![
        axes("errorbar_limits", |ax| {
            ax.errorbar(X, Y, &Errors::new().y([0.5]).uplims([true]))?;
            let errors = Errors::new().y([0.5]).lolims([true]).capsize(4.0);
            ax.errorbar(X, raised(3.0), &errors)?.fmt("o")?;
            let errors = Errors::new()
                .y([0.4])
                .uplims([true, false, true, false, false])
                .lolims([false, false, true, true, false]);
            ax.errorbar(X, raised(6.0), &errors.capsize(3.0))?;
            Ok(())
        }),
        axes("errorbar_limits_across", |ax| {
            let errors = Errors::new().x([0.4]).xlolims([true]).color("C3");
            ax.errorbar(X, Y, &errors)?;
            let errors = Errors::new()
                .x([0.4])
                .y([0.3])
                .xuplims([true, false, true, false, false])
                .lolims([false, true, false, false, true]);
            ax.errorbar(X, raised(3.0), &errors)?.fmt("s")?;
            ax.set_xlim(7, 0)?;
            Ok(())
        }),
        axes("errorbar_limits_upside_down", |ax| {
            ax.set_ylim(5, 0)?;
            let errors = Errors::new().y([0.4]).uplims([true]);
            ax.errorbar(X, Y, &errors.capsize(2.0).capthick(2.0))?;
            Ok(())
        }),
        axes("errorbar_every_and_above", |ax| {
            let many: Vec<f64> = (0..20).map(|i| f64::from(i) / 4.0).collect();
            ax.errorbar(&many, &many, &Errors::new().y([0.5]).every(0, 3))?;
            let errors = Errors::new().y([0.5]).every(2, 5).above().linewidth(4.0);
            let higher = many.iter().map(|v| v + 2.0);
            ax.errorbar(&many, higher, &errors)?.linewidth(4.0);
            Ok(())
        }),
    ]
}

fn legends() -> Vec<Scene> {
    vec![
        axes("errorbar_in_legend", |ax| {
            let up = || Errors::new().y([0.3]);
            ax.errorbar(X, Y, &up())?.fmt("o")?.label("up");
            ax.plot(X, raised(1.0))?.label("line");
            let both = up().x([0.2]).capsize(4.0);
            let line = ax.errorbar(X, raised(2.0), &both)?.label("both");
            line.linestyle("--");
            let across = Errors::new().x([0.2]).color("k").linewidth(3.0);
            ax.errorbar(X, raised(4.0), &across.capsize(2.0))?.label("across");
            ax.bar(X, [0.5])?.label("bars");
            ax.legend().location(Location::UpperLeft);
            Ok(())
        }),
        axes("errorbar_limits_in_legend", |ax| {
            let up = || Errors::new().y([0.3]);
            ax.errorbar(X, Y, &up().uplims([true]))?.label("limits");
            let line = ax.errorbar(X, raised(2.0), &up().capsize(3.0))?;
            line.fmt("s")?.label("squares");
            ax.errorbar(X, raised(3.0), &Errors::new())?.label("none");
            ax.legend();
            Ok(())
        }),
    ]
}

fn pies() -> Vec<Scene> {
    vec![
        axes("pie_text_and_center", |ax| {
            let how = Pie::new()
                .labels(["a", "bb", "ccc"])
                .percent_with(|percent| format!("<{percent:.0}>"))
                .pctdistance(0.8)
                .labeldistance(1.2)
                .center(0.5, -0.25);
            ax.pie([3, 5, 2], &how)?;
            Ok(())
        }),
        axes("pie_turned_labels_and_frame", |ax| {
            let how = Pie::new().labels(["first", "second", "third", "fourth"]);
            ax.pie([3, 5, 2, 4], &how.rotatelabels().framed())?;
            Ok(())
        }),
    ]
}
