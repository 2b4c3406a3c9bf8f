//! Scatter plots.

use super::axes;
use crate::random::Random;
use crate::scene::Scene;

const NAN: f64 = f64::NAN;

/// Four columns of random numbers in [0, 1).
fn columns(count: usize, seed: u64) -> [Vec<f64>; 4] {
    let mut random = Random::new(seed);
    let mut columns: [Vec<f64>; 4] = Default::default();
    for _ in 0..count {
        for column in &mut columns {
            column.push(random.unit());
        }
    }
    columns
}

pub(super) fn scenes() -> Vec<Scene> {
    vec![
        axes("scatter_plain", |ax| {
            let [x, y, _, _] = columns(60, 1);
            ax.scatter(x, y)?;
            Ok(())
        }),
        axes("scatter_sizes_and_values", |ax| {
            let [x, y, s, c] = columns(80, 1);
            ax.scatter(x, y)?
                .sizes(s.iter().map(|v| 20.0 + 400.0 * v))?
                .values(c)?
                .alpha(0.6);
            Ok(())
        }),
        axes("scatter_values_with_holes", |ax| {
            let [mut x, mut y, mut s, mut c] = columns(30, 1);
            (x[3], y[5], c[7], s[9]) = (NAN, NAN, NAN, NAN);
            ax.scatter(x, y)?
                .sizes(s.iter().map(|v| 100.0 * v))?
                .values(c)?
                .cmap("plasma_r")
                .vmin(0.2)
                .vmax(0.7);
            Ok(())
        }),
        axes("scatter_markers", |ax| {
            for (i, marker) in "osv^<>pDdhH8*PX+x|_1.,".chars().enumerate() {
                let (x, y) = (i as f64, (i % 5) as f64);
                ax.scatter([x, x + 0.3, x + 0.1], [y, y + 0.5, y + 0.9])?
                    .marker(marker.to_string());
            }
            Ok(())
        }),
        axes("scatter_edges", |ax| {
            let [x, y, s, _] = columns(20, 3);
            ax.scatter(&x, &y)?
                .size(150.0)
                .facecolor("none")
                .edgecolor("C3")
                .linewidth(2.0);
            ax.scatter(&y, &x)?
                .size(90.0)
                .facecolor("gold")
                .edgecolor("k")
                .linewidths([0.5, 1.0, 2.0])
                .linestyle(":");
            ax.scatter(&s, &s)?
                .size(60.0)
                .colors(["r", "g"].repeat(10))
                .marker("s");
            Ok(())
        }),
        axes("scatter_one_point", |ax| {
            ax.scatter([2], [3])?.size(400.0);
            Ok(())
        }),
        axes("scatter_empty", |ax| {
            ax.scatter([0.0; 0], [0.0; 0])?;
            Ok(())
        }),
        axes("scatter_and_lines_share_no_cycle", |ax| {
            ax.scatter([0, 1, 2], [0, 1, 0])?;
            ax.plot([0, 1, 2], [1, 0, 1])?;
            ax.scatter([0, 1, 2], [1.0, 1.5, 1.0])?.marker("^");
            ax.plot([0, 1, 2], [2, 0, 2])?;
            Ok(())
        }),
    ]
}
