//! Box plots and violin plots.

use figure::{
    Bandwidth, BoxPart, BoxPlot, MeanMark, Orientation, ViolinMark, ViolinPlot, ViolinSide,
    Whiskers,
};

use super::axes;
use crate::random::Random;
use crate::scene::Scene;

const NAN: f64 = f64::NAN;

/// Numbers that crowd around the middle.
pub(super) fn column(count: usize, seed: u64, low: f64, high: f64) -> Vec<f64> {
    let mut random = Random::new(seed);
    let mut share = move || (random.unit() + random.unit() + random.unit()) / 3.0;
    (0..count).map(|_| low + share() * (high - low)).collect()
}

pub(super) fn columns() -> [Vec<f64>; 3] {
    let mut first = column(40, 1, 0.0, 5.0);
    first.extend([9.0, -4.0]);
    let last = vec![1.0, 2.0, 3.0, 3.5, 12.0];
    [first, column(25, 2, 2.0, 8.0), last]
}

pub(super) fn scenes() -> Vec<Scene> {
    [boxes(), violins()].into_iter().flatten().collect()
}

fn boxes() -> Vec<Scene> {
    vec![
        axes("boxplot_plain", |ax| {
            ax.boxplot(&BoxPlot::new(columns()))?;
            Ok(())
        }),
        axes("boxplot_horizontal_labels", |ax| {
            let plot = BoxPlot::new(columns()).orientation(Orientation::Horizontal);
            ax.boxplot(&plot.labels(["one", "two", "three"]))?;
            Ok(())
        }),
        axes("boxplot_notched_filled_means", |ax| {
            let plot = BoxPlot::new(columns()).notched().filled().widths([0.6]);
            ax.boxplot(&plot.means(MeanMark::Point))?;
            Ok(())
        }),
        axes("boxplot_meanline_positions", |ax| {
            let plot = BoxPlot::new(columns())
                .means(MeanMark::Line)
                .positions([1, 4, 5])
                .widths([0.3, 0.8, 0.5])
                .capwidths([0.2]);
            ax.boxplot(&plot)?;
            Ok(())
        }),
        axes("boxplot_whiskers", |ax| {
            let plot = BoxPlot::new(columns()).whiskers(Whiskers::Percentiles(5.0, 95.0));
            ax.boxplot(&plot.positions([0.5, 1.0, 1.75]))?;
            let plot = BoxPlot::new(columns()).whiskers(Whiskers::Lengths(0.5));
            let plot = plot.without(BoxPart::Caps).positions([3.0, 4.0, 5.0]);
            ax.boxplot(&plot.labels(["3.0", "4.0", "5.0"]))?;
            Ok(())
        }),
        axes("boxplot_parts_left_out", |ax| {
            let plot = BoxPlot::new(columns()).without(BoxPart::Fliers);
            ax.boxplot(&plot.without(BoxPart::Boxes))?;
            Ok(())
        }),
        axes("boxplot_looks", |ax| {
            let plot = BoxPlot::new(columns()).filled().notched();
            let parts = ax.boxplot(&plot.orientation(Orientation::Horizontal))?;
            for (patch, color) in parts.patches.into_iter().zip(["C2", "pink", "none"]) {
                ax.artist(patch)?.facecolor(color);
            }
            for median in parts.medians {
                ax.artist(median)?.color("k").linewidth(3.0);
            }
            for fliers in parts.fliers {
                let fliers = ax.artist(fliers)?.marker("D").markersize(3.0);
                fliers.markerfacecolor("r");
            }
            Ok(())
        }),
        axes("boxplot_odd_data", |ax| {
            let columns: [&[f64]; 5] = [
                &[],
                &[2.0],
                &[1.0, NAN, 3.0],
                &[4.0, 4.0, 4.0, 4.0],
                &[-1e3, 1.0, 2.0, 3.0, 1e3],
            ];
            ax.boxplot(&BoxPlot::new(columns))?;
            Ok(())
        }),
        axes("boxplot_autorange", |ax| {
            let values = [4.0, 4.0, 4.0, 4.0, 4.0, 1.0, 7.0];
            ax.boxplot(&BoxPlot::new([values]).autorange())?;
            Ok(())
        }),
        axes("boxplot_beside_a_line", |ax| {
            ax.plot([0.0, 6.0], [0.0, 14.0])?;
            ax.boxplot(&BoxPlot::new(columns()).without_ticks())?;
            Ok(())
        }),
    ]
}

fn violins() -> Vec<Scene> {
    vec![
        axes("violin_plain", |ax| {
            ax.violinplot(&ViolinPlot::new(columns()))?;
            Ok(())
        }),
        axes("violin_marks_and_quantiles", |ax| {
            let quantiles: [&[f64]; 3] = [&[0.25, 0.75], &[0.1], &[]];
            let plot = ViolinPlot::new(columns())
                .mark(ViolinMark::Mean)
                .mark(ViolinMark::Median)
                .quantiles(quantiles)
                .widths([0.5, 0.8, 0.3]);
            ax.violinplot(&plot)?;
            Ok(())
        }),
        axes("violin_horizontal_half", |ax| {
            let lying = || ViolinPlot::new(columns()).orientation(Orientation::Horizontal);
            let high = lying().side(ViolinSide::High).mark(ViolinMark::Median);
            ax.violinplot(&high)?;
            ax.violinplot(&lying().side(ViolinSide::Low).points(20))?;
            Ok(())
        }),
        axes("violin_bandwidths", |ax| {
            let plot = ViolinPlot::new(columns()).bandwidth(Bandwidth::Silverman);
            ax.violinplot(&plot.without_extrema())?;
            let plot = ViolinPlot::new(columns()).bandwidth(Bandwidth::Factor(0.2));
            ax.violinplot(&plot.positions([5.0, 6.5, 8.0]).widths([1.0]))?;
            Ok(())
        }),
        axes("violin_odd_data", |ax| {
            let columns: [&[f64]; 5] = [
                &[],
                &[2.0],
                &[1.0, NAN, 3.0],
                &[4.0, 4.0, 4.0],
                &[-1e3, 1.0, 2.0, 1e3],
            ];
            ax.violinplot(&ViolinPlot::new(columns))?;
            Ok(())
        }),
        axes("violin_one_and_looks", |ax| {
            ax.plot([0.5, 1.5], [0.0, 5.0])?;
            let parts = ax.violinplot(&ViolinPlot::new([column(30, 4, 0.0, 5.0)]))?;
            for body in parts.bodies {
                ax.artist(body)?.facecolor("C3").edgecolor("k").alpha(0.8);
            }
            if let Some(bars) = parts.bars {
                ax.artist(bars)?.linestyle("--");
            }
            Ok(())
        }),
    ]
}
