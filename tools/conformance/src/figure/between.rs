//! Areas between curves, and stacks of them.

use figure::{Between, DrawStyle};

use super::axes;
use crate::random::Random;
use crate::scene::Scene;

const NAN: f64 = f64::NAN;

fn column(count: usize, seed: u64, low: f64, high: f64) -> Vec<f64> {
    let mut random = Random::new(seed);
    (0..count).map(|_| random.between(low, high)).collect()
}

pub(super) fn scenes() -> Vec<Scene> {
    vec![
        axes("between_curves", |ax| {
            let x = [0.0, 1.0, 2.5, 3.0, 5.0];
            ax.fill_between(x, [1, 3, 2, 4, 1], [0.0, 1.0, 1.5, 5.0, 2.0])?;
            ax.fill_between(x, [-1, -2, -1, -3, 0], [0])?.alpha(0.3);
            Ok(())
        }),
        axes("between_edges_and_line", |ax| {
            ax.fill_between([0, 1, 2], [1, 3, 2], [0.5])?
                .facecolor("C3")
                .edgecolor("k")
                .linewidth(2.0);
            ax.plot([0, 1, 2], [1, 3, 2])?;
            Ok(())
        }),
        axes("between_where", |ax| {
            let y = column(30, 3, -1.0, 1.0);
            let above = Between::all().only(y.iter().map(|&v| v > 0.0));
            let below = Between::all().only(y.iter().map(|&v| v < 0.0));
            ax.fill_between_as(0..30, &y, [0], &above)?;
            ax.fill_between_as(0..30, &y, [0], &below.interpolated())?;
            Ok(())
        }),
        axes("between_with_holes", |ax| {
            let y = [1.0, 2.0, NAN, 4.0, 3.0, NAN, NAN, 1.0, 2.0];
            ax.fill_between(0..9, y, [0])?;
            Ok(())
        }),
        axes("between_steps", |ax| {
            let (x, y) = ([0, 1, 2, 4], [2.0, 3.0, 1.0, 2.0]);
            let styles = [
                DrawStyle::StepsPre,
                DrawStyle::StepsMid,
                DrawStyle::StepsPost,
            ];
            for (style, base) in styles.into_iter().zip([0.0, 3.0, 6.0]) {
                let how = Between::all().in_steps(style);
                ax.fill_between_as(x, y.map(|v| v + base), [base], &how)?
                    .alpha(0.4);
            }
            Ok(())
        }),
        axes("between_sideways", |ax| {
            let (right, left) = ([1.0, 3.0, 2.0, 2.5], [0.0, -1.0, 0.5, 0.0]);
            ax.fill_betweenx([0, 1, 2, 3], right, left)?;
            Ok(())
        }),
        axes("between_nothing", |ax| {
            ax.fill_between([0.0; 0], [0.0; 0], [0.0; 0])?;
            ax.fill_between([1], [2], [0])?;
            Ok(())
        }),
        axes("stackplot_three", |ax| {
            ax.stackplot(0..12, [1, 2, 3].map(|seed| column(12, seed, 0.5, 2.0)))?;
            ax.plot([0, 11], [6, 6])?;
            Ok(())
        }),
        axes("stackplot_with_gap", |ax| {
            ax.stackplot(0..4, [[1.0, 2.0, NAN, 1.0], [1.0, 1.0, 1.0, 2.0]])?;
            Ok(())
        }),
    ]
}
