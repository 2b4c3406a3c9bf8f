//! Lines: what the data may be, and what a line may look like.

use super::{axes, axes_of};
use crate::random::Random;
use crate::scene::Scene;

const NAN: f64 = f64::NAN;
const INF: f64 = f64::INFINITY;

pub(super) fn scenes() -> Vec<Scene> {
    let mut scenes = first_pictures();
    scenes.extend(long_lines());
    scenes.extend(gaps());
    scenes.extend(little_data());
    scenes.extend(extreme_data());
    scenes.extend(looks());
    for (name, style) in [
        ("solid", "-"),
        ("dashed", "--"),
        ("dashdot", "-."),
        ("dotted", ":"),
    ] {
        for width in [0.5, 1.5, 3.0] {
            scenes.push(axes(format!("line_{name}_{width}"), move |ax| {
                let y = [0, 4, 1, 1, 5, 2];
                ax.plot([0, 1, 2, 3, 4, 5], y)?
                    .linestyle(style)
                    .linewidth(width);
                Ok(())
            }));
        }
    }
    scenes
}

/// A scene of one line through values at 0, 1, 2 and so on.
fn values(name: &str, y: &'static [f64]) -> Scene {
    axes(name, move |ax| {
        ax.plot_y(y)?;
        Ok(())
    })
}

/// A scene of one line.
fn line(name: &str, x: &'static [f64], y: &'static [f64]) -> Scene {
    axes(name, move |ax| {
        ax.plot(x, y)?;
        Ok(())
    })
}

fn first_pictures() -> Vec<Scene> {
    vec![
        axes_of("lab", (5.0, 4.0), 100.0, |ax| {
            ax.plot_y([1, 2, 3])?;
            Ok(())
        }),
        axes_of("hi_mom", (6.4, 4.8), 100.0, |ax| {
            ax.plot_y([1, 2, 3])?;
            ax.set_title("hi mom");
            ax.grid(true);
            ax.set_xlabel("time");
            ax.set_ylabel("volts");
            Ok(())
        }),
    ]
}

fn random_steps(count: usize) -> Vec<f64> {
    let mut random = Random::default();
    (0..count).map(|_| random.unit() - 0.5).collect()
}

pub(super) fn random_walk(count: usize) -> Vec<f64> {
    let walk = random_steps(count).into_iter().scan(0.0, |total, step| {
        *total += step;
        Some(*total)
    });
    walk.collect()
}

fn long_lines() -> Vec<Scene> {
    vec![
        axes_of("random_walk_100k", (6.4, 4.8), 100.0, |ax| {
            ax.plot_y(random_walk(100_000))?;
            Ok(())
        }),
        axes("random_walk_dashed", |ax| {
            ax.plot_y(random_walk(2_000))?
                .linestyle("--")
                .linewidth(1.0);
            Ok(())
        }),
        axes("noise", |ax| {
            ax.plot_y(random_steps(3_000))?.linewidth(0.5);
            Ok(())
        }),
    ]
}

fn gaps() -> Vec<Scene> {
    const GAPS: &[f64] = &[
        NAN, 1.0, 2.0, NAN, 3.0, 2.5, NAN, NAN, 1.0, NAN, 0.5, 2.0, 2.25, NAN,
    ];
    vec![
        values("nan_gaps", GAPS),
        line(
            "nan_in_x",
            &[0.0, 1.0, NAN, 3.0, 4.0, 5.0],
            &[2.0, 1.0, 3.0, NAN, 2.0, 4.0],
        ),
        values(
            "infinite_values",
            &[1.0, 2.0, INF, 3.0, 2.0, -INF, 4.0, 4.5],
        ),
        values("all_nan", &[NAN, NAN, NAN]),
    ]
}

fn little_data() -> Vec<Scene> {
    vec![
        axes("empty_axes", |_| Ok(())),
        line("empty_plot", &[], &[]),
        values("constant_line", &[3.0; 4]),
        values("constant_zero", &[0.0; 3]),
        values("constant_large", &[-2.5e9; 2]),
        line("single_point", &[2.0], &[3.0]),
        axes("single_point_marked", |ax| {
            ax.plot([2], [3])?.marker("o");
            Ok(())
        }),
        axes("two_identical_points", |ax| {
            ax.plot([1, 1], [2, 2])?.linewidth(8.0);
            Ok(())
        }),
    ]
}

fn extreme_data() -> Vec<Scene> {
    vec![
        values("y_tiny", &[1e-300, 2e-300, 3e-300]),
        values("y_tiny_around_zero", &[-1e-300, 0.0, 4e-300, 2.5e-300]),
        values("y_huge", &[1e300, 2e300, 3e300]),
        values("y_huge_around_zero", &[-1.5e300, 0.0, 7e300, 2.5e300]),
        line("x_tiny", &[1e-300, 2e-300, 4e-300], &[1.0, 3.0, 2.0]),
        line("x_huge", &[-1e300, 2e300, 4e300], &[1.0, 3.0, 2.0]),
    ]
}

fn looks() -> Vec<Scene> {
    vec![
        axes("several_lines", |ax| {
            for i in 0..12 {
                ax.plot([0, 1, 2, 3], [i, i + 2, i - 1, i])?;
            }
            Ok(())
        }),
        axes("colors", |ax| {
            let colors = [
                "C3",
                "k",
                "red",
                "tab:olive",
                "#17becf",
                "#123456",
                "0.6",
                "g",
            ];
            for (i, color) in colors.into_iter().enumerate() {
                ax.plot([0, 1], [i, i + 1])?.color(color).linewidth(3.0);
            }
            Ok(())
        }),
        axes("colors_with_alpha", |ax| {
            ax.plot([0, 1, 2], [0, 3, 1])?
                .color("C1")
                .alpha(0.5)
                .linewidth(12.0);
            ax.plot([0, 1, 2], [3, 0, 2])?
                .color("#0000ff40")
                .linewidth(12.0);
            let line = ax.plot([0, 1, 2], [1, 1, 1])?;
            line.color("k").alpha(0.25).linewidth(20.0).linestyle("--");
            Ok(())
        }),
        axes("axis_aligned_steps", |ax| {
            ax.plot([0, 0, 1, 1, 2, 2, 3], [0, 1, 1, 3, 3, 2, 2])?;
            ax.plot([0, 3], [0.5, 0.5])?.linewidth(1.0);
            ax.plot([1.5, 1.5], [0, 3])?.linewidth(2.0);
            Ok(())
        }),
        axes("sharp_corners", |ax| {
            let x = [0.0, 1.0, 1.05, 2.0, 2.02, 2.04, 3.0];
            ax.plot(x, [0, 5, 0, 5, 1, 5, 4])?.linewidth(6.0);
            Ok(())
        }),
        axes("data_coming_back", |ax| {
            ax.plot([0, 3, 1, 4, 2, 2, 0], [0, 1, 3, 2, 2, 0, 0])?;
            Ok(())
        }),
    ]
}
