//! Steps, markers on some points, stairs, histograms.

use figure::{Bins, DrawStyle, Histogram, MarkEvery};

use super::axes;
use super::lines::random_walk;
use crate::random::Random;
use crate::scene::Scene;

const NAN: f64 = f64::NAN;

fn column(count: usize, seed: u64) -> Vec<f64> {
    let mut random = Random::new(seed);
    (0..count).map(|_| random.unit() + random.unit()).collect()
}

pub(super) fn scenes() -> Vec<Scene> {
    let mut scenes = steps();
    scenes.extend(histograms());
    scenes
}

fn steps() -> Vec<Scene> {
    vec![
        axes("steps_of_each_kind", |ax| {
            let (x, y) = ([0, 1, 2, 4], [2.0, 3.0, 1.0, 2.0]);
            ax.step(x, y)?.marker("o");
            ax.step(x, y.map(|v| v + 3.0))?
                .drawstyle(DrawStyle::StepsMid)
                .marker("s");
            ax.step(x, y.map(|v| v + 6.0))?
                .drawstyle(DrawStyle::StepsPost)
                .linestyle("--");
            Ok(())
        }),
        axes("steps_with_gap_and_log_length", |ax| {
            let mut y = random_walk(3000);
            y[1000] = NAN;
            ax.step(0..3000, y)?;
            Ok(())
        }),
        axes("markers_on_some_points", |ax| {
            let x: Vec<f64> = (0..40).map(|i| f64::from(i) / 10.0).collect();
            let y = random_walk(40);
            let above = |by: f64| y.iter().map(move |v| v + by);
            ax.plot(&x, &y)?.marker("o").markevery(5.into());
            let every = MarkEvery::Nth { start: 3, step: 4 };
            ax.plot(&x, above(2.0))?.marker("s").markevery(every);
            let at = MarkEvery::At(vec![0, 1, 30]);
            ax.plot(&x, above(4.0))?.marker("D").markevery(at);
            let (start, step) = (0.0, 0.1);
            let along = MarkEvery::Along { start, step };
            ax.plot(&x, above(6.0))?.marker("^").markevery(along);
            Ok(())
        }),
        axes("stairs_plain", |ax| {
            ax.stairs([3, 1, 2], [0.0, 1.0, 2.5, 4.0])?;
            ax.stairs([1.0, 2.0, NAN, 1.5], 0..5)?.linewidth(2.0);
            Ok(())
        }),
        axes("stairs_filled", |ax| {
            ax.stairs_filled([3, 1, 2], [0.0, 1.0, 2.5, 4.0])?;
            ax.stairs_filled([-1.0, 2.0, 1.5], 0..4)?
                .facecolor("C4")
                .alpha(0.5);
            Ok(())
        }),
    ]
}

fn histograms() -> Vec<Scene> {
    vec![
        axes("hist_by_count", |ax| {
            ax.hist(column(400, 5), 20)?;
            Ok(())
        }),
        axes("hist_by_edges", |ax| {
            let edges = [0.0, 0.25, 0.5, 1.0, 1.25, 2.0];
            ax.hist(column(400, 6), edges)?.edgecolor("k");
            Ok(())
        }),
        axes("hist_by_rule", |ax| {
            ax.hist(column(700, 7), Bins::Auto)?.facecolor("C2");
            Ok(())
        }),
        axes("hist_density", |ax| {
            for (seed, bins) in [(8, 12), (9, 9)] {
                let counted = Histogram::new(column(300, seed), bins)?;
                ax.hist_of(&counted.density())?.alpha(0.6);
            }
            Ok(())
        }),
        axes("hist_cumulative", |ax| {
            let counted = Histogram::new(column(300, 10), 15)?;
            ax.hist_of(&counted.cumulative())?;
            Ok(())
        }),
        axes("hist_of_one_value", |ax| {
            ax.hist([2.0, 2.0, NAN], 10)?;
            Ok(())
        }),
    ]
}
