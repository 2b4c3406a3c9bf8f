//! Histograms of several columns and outlines; labels and error bars of bars.

use figure::{BarLabels, Bins, Cumulative, Errors, Hist, HistAlign, HistType, Orientation};

use super::axes;
use super::boxes::column;
use crate::scene::Scene;

const NAN: f64 = f64::NAN;

fn pair() -> [Vec<f64>; 2] {
    [column(60, 5, 0.0, 8.0), column(35, 6, 2.0, 12.0)]
}

fn first() -> Hist {
    Hist::new([&pair()[0]])
}

fn second() -> Hist {
    Hist::new([&pair()[1]])
}

pub(super) fn scenes() -> Vec<Scene> {
    [hists(), more_hists(), bars()].into_iter().flatten().collect()
}

fn hists() -> Vec<Scene> {
    vec![
        axes("hist_side_by_side", |ax| {
            ax.hist_plot(&Hist::new(pair()).bins(6))?;
            Ok(())
        }),
        axes("hist_stacked", |ax| {
            let plot = Hist::new(pair()).bins(7).stacked().density();
            ax.hist_plot(&plot.rwidth(0.7))?;
            Ok(())
        }),
        axes("hist_step", |ax| {
            ax.hist_plot(&Hist::new(pair()).bins(8).histtype(HistType::Step))?;
            Ok(())
        }),
        axes("hist_step_one", |ax| {
            let plot = first().bins(12).histtype(HistType::Step).density();
            let parts = ax.hist_plot(&plot.cumulative(Cumulative::FromBelow))?;
            ax.artist(parts.outlines[0])?.linewidth(2.0);
            Ok(())
        }),
        axes("hist_stepfilled_stacked", |ax| {
            let plot = Hist::new(pair()).bins(8).stacked();
            ax.hist_plot(&plot.histtype(HistType::StepFilled))?;
            let plot = first().bins([0.0, 1.0, 4.0, 5.0]);
            let parts = ax.hist_plot(&plot.histtype(HistType::StepFilled))?;
            ax.artist(parts.outlines[0])?.alpha(0.4);
            Ok(())
        }),
        axes("hist_horizontal", |ax| {
            let lying = |plot: Hist| plot.bins(5).orientation(Orientation::Horizontal);
            ax.hist_plot(&lying(Hist::new(pair())).align(HistAlign::Left))?;
            let plot = lying(second()).histtype(HistType::Step);
            ax.hist_plot(&plot.align(HistAlign::Right))?;
            Ok(())
        }),
    ]
}

fn more_hists() -> Vec<Scene> {
    vec![
        axes("hist_weights_and_bottom", |ax| {
            let weights = (0..60).map(|i| 0.1 * f64::from(i));
            let plot = first().bins(5).weights([weights]).bottom([3.0]);
            ax.hist_plot(&plot.align(HistAlign::Right))?;
            let plot = Hist::new([[1.0, 2.0, NAN, 3.5]]).bins([0.0, 2.0, 4.0]);
            let parts = ax.hist_plot(&plot.weights([[1.0, 2.5, 9.0, 0.5]]))?;
            ax.artist(parts.bars[0])?.alpha(0.5);
            Ok(())
        }),
        axes("hist_log", |ax| {
            let mut values = pair()[0].clone();
            values.push(30.0);
            ax.hist_plot(&Hist::new([values]).log())?;
            Ok(())
        }),
        axes("hist_cumulative_from_above", |ax| {
            let plot = Hist::new(pair()).bins(6).range(1.0, 9.0);
            ax.hist_plot(&plot.cumulative(Cumulative::FromAbove))?;
            Ok(())
        }),
        axes("hist_doane", |ax| {
            let mut values = pair()[0].clone();
            values.push(20.0);
            ax.hist(values, Bins::Doane)?;
            ax.hist(&pair()[1], Bins::Stone)?.alpha(0.5);
            Ok(())
        }),
        axes("hist_rules", |ax| {
            ax.hist_plot(&Hist::new(pair()).bins(Bins::FreedmanDiaconis))?;
            ax.hist(&pair()[0], Bins::Rice)?.alpha(0.5);
            let plot = first().bins(Bins::Scott).histtype(HistType::Step);
            let parts = ax.hist_plot(&plot)?;
            ax.artist(parts.outlines[0])?.edgecolor("k").alpha(0.5);
            Ok(())
        }),
        axes("hist_empty_columns", |ax| {
            let columns: [&[f64]; 2] = [&[], &[1.0, 2.0]];
            ax.hist_plot(&Hist::new(columns).bins(3))?;
            Ok(())
        }),
    ]
}

fn bars() -> Vec<Scene> {
    vec![
        axes("bar_labels", |ax| {
            let bars = ax.bar([1, 2, 3, 4], [3.5, -2.0, NAN, 1_234_567.0])?.handle();
            ax.bar_label(bars, &BarLabels::new().padding([3.0]))?;
            ax.set_ylim(-5, 5)?;
            Ok(())
        }),
        axes("bar_labels_centered", |ax| {
            let low = ax.bar([1, 2, 3], [3.0, 5.0, 2.0])?.handle();
            let high = ax.bar([1, 2, 3], [2.0, 1.5, 4.0])?;
            let high = high.bottoms([3.0, 5.0, 2.0])?.handle();
            ax.bar_label(low, &BarLabels::new().centered().format("%.1f kg")?)?;
            let texts = BarLabels::new().centered().texts(["a", "b", "c"]);
            for text in ax.bar_label(high, &texts)? {
                ax.artist(text)?.color("w");
            }
            ax.bar_label(high, &BarLabels::new())?;
            ax.set_ylim(1, 6)?;
            Ok(())
        }),
        axes("bar_labels_horizontal", |ax| {
            let bars = ax.barh([1, 2, 3], [3.0, -5.0, 0.0])?.handle();
            let labels = BarLabels::new().padding([1, 5, 9]);
            for text in ax.bar_label(bars, &labels)? {
                ax.artist(text)?.fontsize(8.0);
            }
            ax.xaxis().set_margin(0.2)?;
            Ok(())
        }),
        axes("bar_labels_inverted", |ax| {
            ax.set_ylim(8, -8)?;
            let bars = ax.bar([1, 2, 3], [3.0, -5.0, 1.0])?.handle();
            ax.bar_label(bars, &BarLabels::new().padding([4]))?;
            Ok(())
        }),
        axes("bar_errors", |ax| {
            let bars = ax.bar([1, 2, 3], [3.0, 5.0, -4.0])?.handle();
            ax.bar_errors(bars, &Errors::new().y([0.5, 0.2, 1.0]).capsize(4.0))?;
            ax.bar_label(bars, &BarLabels::new())?;
            Ok(())
        }),
        axes("bar_errors_horizontal", |ax| {
            let bars = ax.barh([1, 2, 3], [3.0, 5.0, -4.0])?.handle();
            let errors = Errors::new().x_sides([0.5, NAN, 1.0], [1.0, 0.1, 0.2]);
            ax.bar_errors(bars, &errors.color("C3"))?;
            ax.bar_label(bars, &BarLabels::new().padding([2]))?;
            let bars = ax.bar([6.0], [2.0])?.handle();
            let errors = Errors::new().x([0.3]).y([0.5]).capsize(2.0);
            ax.bar_errors(bars, &errors.linewidth(2.0))?;
            Ok(())
        }),
    ]
}
