//! Pie charts.

use figure::{Location, Pie};

use super::axes;
use crate::scene::Scene;

pub(super) fn scenes() -> Vec<Scene> {
    vec![
        axes("pie_plain", |ax| {
            ax.pie([3, 5, 2, 1], &Pie::new())?;
            Ok(())
        }),
        axes("pie_labels_and_percents", |ax| {
            let labels = ["tea", "coffee", "milk", "water"];
            let how = Pie::new().labels(labels).percent(1).startangle(90.0);
            ax.pie([3, 5, 2, 1], &how)?;
            Ok(())
        }),
        axes("pie_exploded_clockwise", |ax| {
            let how = Pie::new().explode([0.0, 0.1, 0.3]).clockwise().radius(0.8);
            ax.pie([1, 2, 3], &how.labels(["a", "b", "c"]))?;
            ax.legend().location(Location::UpperLeft);
            Ok(())
        }),
        axes("pie_ring", |ax| {
            let parts = ax.pie([1, 2, 3, 4], &Pie::new().ring(0.3))?;
            for wedge in parts.wedges {
                ax.artist(wedge)?.edgecolor("w");
            }
            Ok(())
        }),
        axes("pie_whole", |ax| {
            ax.pie([1], &Pie::new().labels(["all"]))?;
            ax.set_title("whole");
            Ok(())
        }),
    ]
}
