//! Lines and bands to compare with, and bundles of lines.

use super::axes;
use crate::scene::Scene;

const NAN: f64 = f64::NAN;

pub(super) fn scenes() -> Vec<Scene> {
    let mut scenes = across();
    scenes.extend(bundles());
    scenes
}

fn across() -> Vec<Scene> {
    vec![
        axes("lines_across_in_view", |ax| {
            ax.plot([0, 1, 2], [0.2, 3.0, 1.0])?;
            ax.axhline(0.1)?.linestyle("--");
            ax.axvline_between(2.05, 0.25, 0.75)?.color("C3");
            Ok(())
        }),
        axes("lines_across_widen_the_view", |ax| {
            ax.plot([0, 1, 2], [0.2, 3.0, 1.0])?;
            ax.axhline(5)?.color("k").linewidth(0.8);
            ax.axvline(-3)?;
            ax.axhline(4.9)?.color("g");
            Ok(())
        }),
        axes("lines_across_nothing", |ax| {
            ax.axhline(0.5)?;
            ax.axvline(3)?;
            Ok(())
        }),
        axes("line_across_then_data", |ax| {
            ax.plot([0, 1], [0, 1])?;
            ax.axhline(1.04)?;
            ax.plot([0, 1], [0.5, 0.2])?;
            Ok(())
        }),
        axes("bands_across", |ax| {
            ax.plot([0, 1, 2], [0.2, 3.0, 1.0])?;
            ax.axhspan(1, 1.5)?.alpha(0.3);
            ax.axvspan(0.5, 0.9)?
                .facecolor("C2")
                .edgecolor("k")
                .alpha(0.5);
            ax.axhspan(-2, -1)?.color("C3");
            Ok(())
        }),
    ]
}

fn bundles() -> Vec<Scene> {
    vec![
        axes("level_and_upright_lines", |ax| {
            ax.hlines([1, 2, 3], [0], [4, 2, 5])?;
            ax.vlines([0.5, 1.5, NAN, 3.5], [0, 1, 1, 2], [4])?
                .edgecolors(["r", "g", "b", "m"])
                .linestyle("--");
            ax.hlines([2.5], [1], [3])?.linewidth(5.0);
            Ok(())
        }),
        axes("stem_plain", |ax| {
            ax.stem([0.1, 1.0, 2.0, 3.5], [1.0, -2.0, 3.0, 0.5])?;
            Ok(())
        }),
        axes("stem_from_a_base", |ax| {
            ax.plot([0, 3], [2, 2])?;
            let stems = ax.stem_from([0, 1, 2, 3], [1.5, 4.0, 3.0, 2.5], 2.0)?;
            ax.artist(stems.markers)?.marker("D");
            Ok(())
        }),
    ]
}
