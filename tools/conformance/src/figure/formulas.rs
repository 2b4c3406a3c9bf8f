//! Mathematics: everything between dollar signs.

use figure::{Figure, HAlign};

use super::{Done, figure_of};
use crate::scene::Scene;

/// The strings of each picture, after its name in brackets; the Python half reads them, too.
const LISTS: &str = include_str!("../../../oracle/matplotlib/scenes/formulas.txt");

pub(super) fn scenes() -> Vec<Scene> {
    let mut scenes: Vec<Scene> = lists()
        .into_iter()
        .map(|(name, strings)| {
            let count = f64::from(u32::try_from(strings.len()).unwrap_or(0));
            figure_of(name, (5.0, 0.5 * count + 0.3), 100.0, move |figure| {
                for (i, string) in (0..).map(f64::from).zip(&strings) {
                    let y = 1.0 - (i + 0.7) / (count + 0.4);
                    figure.text(0.03, y, *string).fontsize(14.0);
                }
                Ok(())
            })
        })
        .collect();
    scenes.push(figure_of("formulas_around_a_plot", (5.0, 4.0), 100.0, around));
    scenes.push(figure_of("formulas_turned", (4.0, 4.0), 100.0, |figure| {
        for (i, angle) in (0_i32..).zip([0.0, 30.0, 90.0, 135.0, 180.0, -45.0]) {
            let x = 0.1 + 0.27 * f64::from(i % 3);
            let y = 0.25 + 0.4 * f64::from(i / 3);
            let text = figure.text(x, y, r"$\frac{\sqrt{x}}{\bar{y}_i}$");
            text.fontsize(20.0).rotation(angle).alpha(0.7);
            text.color(format!("C{i}")).horizontalalignment(HAlign::Left);
        }
        Ok(())
    }));
    scenes.push(figure_of("formulas_of_many_sizes", (5.0, 3.0), 72.0, |figure| {
        let sizes = [5.0, 7.5, 10.0, 13.0, 18.0, 30.0];
        for (i, size) in (0..).map(f64::from).zip(sizes) {
            let string = r"$\sqrt{x^2} + \sum_i \left(\frac{1}{i}\right) \int_0^1$";
            figure
                .text(0.02, 0.93 - 0.012 * i * (i + 6.0), string)
                .fontsize(size);
        }
        Ok(())
    }));
    scenes
}

fn lists() -> Vec<(&'static str, Vec<&'static str>)> {
    let mut lists: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in LISTS.lines() {
        let name = line.strip_prefix('[').and_then(|line| line.strip_suffix(']'));
        match (name, lists.last_mut()) {
            (Some(name), _) => lists.push((name, Vec::new())),
            (None, Some((_, strings))) => strings.push(line),
            (None, None) => {}
        }
    }
    lists
}

fn around(figure: &mut Figure) -> Done {
    let ax = figure.add_subplot(1, 1, 1)?;
    ax.plot([0, 1, 2], [1, 3, 2])?.label(r"$\alpha_1$");
    ax.plot([0, 1, 2], [2, 1, 3])?
        .label(r"$\frac{x}{\sqrt{y}}$ and text");
    ax.set_title(r"$\sum_{i=0}^\infty \frac{x_i}{\sqrt{2}}$ fi AVAT");
    ax.set_xlabel("$\\theta$ ($^\\circ$)\nsecond line");
    ax.set_ylabel(r"$\frac{dE}{dx}$ [MeV cm$^2$/g]");
    let note = ax.annotate(r"$\hat{y}$", (1, 3))?;
    note.xytext(1.4, 2.8).arrow("->");
    note.bbox("round");
    let labels = ["$0$", r"$\pi/2$", r"$\pi$"];
    ax.xaxis().set_ticks_labeled([0, 1, 2], labels)?;
    ax.legend();
    Ok(())
}
