//! Hatches over bars, shapes and areas.

use super::axes;
use crate::scene::Scene;

pub(super) fn scenes() -> Vec<Scene> {
    vec![
        axes("hatch_lines", |ax| {
            for (i, pattern) in (0..).zip(["/", "\\", "|", "-", "+", "x"]) {
                ax.bar([i], [1 + i % 2])?
                    .hatch(pattern)
                    .facecolor("w")
                    .edgecolor(format!("C{i}"));
            }
            Ok(())
        }),
        axes("hatch_shapes", |ax| {
            for (i, pattern) in (0..).zip(["o", "O", ".", "*", "//", "x.", "OO"]) {
                ax.bar([i], [1])?.hatch(pattern);
            }
            Ok(())
        }),
        axes("hatch_areas", |ax| {
            ax.fill_between([0, 1, 2], [1, 3, 2], [0.5])?
                .hatch("//")
                .alpha(0.5);
            ax.fill_between([0, 1, 2], [4.0, 3.5, 5.0], [3.0])?
                .hatch("..")
                .edgecolor("r")
                .facecolor("none");
            ax.axvspan(1.5, 1.8)?
                .hatch("x")
                .facecolor("C2")
                .edgecolor("k")
                .hatchcolor("C5");
            Ok(())
        }),
    ]
}
