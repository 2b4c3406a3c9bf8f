//! Matrices, and where they have entries.

use super::{axes, figure_of};
use crate::random::Random;
use crate::scene::Scene;

type Rows = Vec<Vec<f64>>;

fn band(rows: i32, columns: i32, width: i32) -> Rows {
    let value = |i: i32, j: i32| {
        if (i - j).abs() <= width {
            f64::from(i - j) + 0.5
        } else {
            0.0
        }
    };
    let row = |i| (0..columns).map(|j| value(i, j)).collect();
    (0..rows).map(row).collect()
}

fn entries(rows: usize, columns: usize, share: f64) -> Rows {
    let mut random = Random::new(5);
    let mut value = || {
        if random.unit() < share {
            random.unit() - 0.5
        } else {
            0.0
        }
    };
    let mut row = |_| (0..columns).map(|_| value()).collect();
    (0..rows).map(&mut row).collect()
}

pub(super) fn scenes() -> Vec<Scene> {
    vec![
        axes("matshow_default", |ax| {
            ax.matshow(band(6, 9, 2))?;
            Ok(())
        }),
        figure_of("matshow_large", (4.0, 3.0), 100.0, |figure| {
            let ax = figure.add_subplot(1, 1, 1)?;
            let image = ax.matshow(band(40, 30, 12))?.cmap("coolwarm");
            let handle = image.vmin(-5.0).handle();
            ax.set_title("a band");
            figure.colorbar(handle)?;
            Ok(())
        }),
        axes("matshow_of_one_row", |ax| {
            ax.matshow([[1.0, 2.0, f64::NAN, 4.0]])?;
            Ok(())
        }),
        axes("spy_default", |ax| {
            ax.spy(entries(12, 16, 0.3), 0.0)?;
            Ok(())
        }),
        axes("spy_precise", |ax| {
            ax.spy(entries(30, 30, 0.5), 0.3)?;
            ax.set_title("above 0.3");
            Ok(())
        }),
        axes("spy_of_nothing", |ax| {
            ax.spy([[0, 0], [0, 0]], 0.0)?;
            Ok(())
        }),
        axes("spy_markers", |ax| {
            ax.spy_markers(entries(12, 16, 0.3), 0.0)?.markersize(5.0);
            Ok(())
        }),
        axes("spy_round_markers", |ax| {
            let markers = ax.spy_markers(entries(8, 8, 0.4), 0.1)?;
            markers.marker("o").color("C3");
            Ok(())
        }),
    ]
}
