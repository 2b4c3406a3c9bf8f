//! Cycles of more than colours.

use figure::{Axes, PropCycle, Style};

use super::styles::styled;
use super::{Done, axes};
use crate::scene::Scene;

const TEXT: &str = "cycler('color', ['k', 'm', '80ff00']) + cycler('ls', ['-', '--', '-.'])";
const TWICE: &str = "(cycler(c='rb', lw=[1, 3]) * cycler('marker', ['', 'x']))";

pub(super) fn scenes() -> Vec<Scene> {
    let mut scenes = of_axes();
    let with_cycle = |(name, text): (&str, &'static str)| {
        let style = move || {
            let mut style = Style::default();
            style.set("axes.prop_cycle", text)?;
            Ok(style)
        };
        styled(name.to_owned(), style, |ax| {
            lines(ax)?;
            ax.fill_between([0, 1], [1, 2], [0, 0])?.color("C1");
            ax.hlines([8], [0], [2])?;
            ax.legend().location("upper right");
            Ok(())
        })
    };
    scenes.extend(
        [
            ("cycle_of_style_sum", TEXT),
            ("cycle_of_style_product", TWICE),
        ]
        .map(with_cycle),
    );
    scenes
}

fn lines(ax: &mut Axes) -> Done {
    for i in 0..7 {
        ax.plot([0, 1, 2], [i, i + 1, i])?.label(format!("line {i}"));
    }
    Ok(())
}

fn of_axes() -> Vec<Scene> {
    vec![
        axes("cycle_sum", |ax| {
            let styles = PropCycle::linestyles(["-", "--", ":"]);
            ax.set_prop_cycle(PropCycle::from(["r", "g", "0.5"]).and(&styles)?);
            lines(ax)?;
            ax.legend();
            Ok(())
        }),
        axes("cycle_product", |ax| {
            let colors = PropCycle::from(["C0", "C1", "C2"]);
            ax.set_prop_cycle(PropCycle::linewidths([1.0, 4.0]).times(&colors)?);
            lines(ax)
        }),
        axes("cycle_without_colours", |ax| {
            let sizes = PropCycle::markersizes([4.0, 8.0, 12.0]);
            ax.set_prop_cycle(PropCycle::markers(["o", "s", "^"]).and(&sizes)?);
            lines(ax)?;
            ax.bar([0, 1], [2, 3])?.alpha(0.3);
            ax.scatter([0, 1], [5, 6])?;
            ax.legend().labelcolor("linecolor");
            Ok(())
        }),
        axes("cycle_of_markers", |ax| {
            let cycle = PropCycle::from(["r", "k"])
                .and(&PropCycle::markers(["o", "D"]))?
                .and(&PropCycle::markerfacecolors(["w", "y"]))?
                .and(&PropCycle::markeredgecolors(["b", "g"]))?
                .and(&PropCycle::markeredgewidths([2.0, 0.5]))?;
            ax.set_prop_cycle(cycle);
            lines(ax)?;
            ax.legend().labelcolor("mfc");
            Ok(())
        }),
        axes("cycle_of_set_lines", |ax| {
            let styles = PropCycle::linestyles(["-", "--", ":"]);
            ax.set_prop_cycle(PropCycle::from(["r", "g", "b"]).and(&styles)?);
            ax.plot([0, 1], [0, 1])?.color("k");
            ax.plot([0, 1], [1, 2])?.linestyle("-.");
            ax.plot([0, 1], [2, 3])?.color("k").linestyle("-");
            ax.plot([0, 1], [3, 4])?.linestyle("none").marker("o");
            ax.plot([0, 1], [4, 5])?;
            ax.bar([0, 1], [2, 3])?.alpha(0.3);
            ax.set_prop_cycle(PropCycle::default());
            ax.plot([0, 1], [5, 6])?;
            Ok(())
        }),
    ]
}
