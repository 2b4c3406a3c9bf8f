//! Cells beside gaps in contours, ticks of bars, text whose lines are broken.

use figure::{Align, Artist, Contours, HAlign, TextSize, VAlign};

use super::{axes, figure_of};
use crate::scene::Scene;

pub(super) fn scenes() -> Vec<Scene> {
    let mut scenes = contours();
    scenes.extend(bars());
    scenes.extend(texts());
    scenes
}

fn gapped() -> Vec<Vec<f64>> {
    let value = |x: f64, y: f64| (x - 5.0) * (y - 4.0) + x;
    let row = |y| (0..12).map(|x| value(f64::from(x), f64::from(y))).collect();
    let mut rows: Vec<Vec<f64>> = (0..10).map(row).collect();
    for (y, x) in [(2, 3), (6, 7), (7, 7), (9, 0)] {
        rows[y][x] = f64::NAN;
    }
    rows
}

fn contours() -> Vec<Scene> {
    let lines = axes("contour_corner_mask_off", |ax| {
        ax.contour(0..12, 0..10, gapped())?.corner_mask(false);
        Ok(())
    });
    let layers = |name, looks: fn(&mut Artist<Contours>)| {
        axes(name, move |ax| {
            looks(ax.contourf(0..12, 0..10, gapped())?);
            Ok(())
        })
    };
    vec![
        lines,
        layers("contourf_corner_mask_off", |layers| {
            layers.corner_mask(false);
        }),
        layers("contourf_corner_mask_on", |layers| {
            layers.levels([-10.0, 0.0, 5.0, 30.0]).corner_mask(true);
        }),
        layers("contourf_corner_mask_off_levels", |layers| {
            layers.levels([-10.0, 0.0, 5.0, 30.0]).corner_mask(false);
        }),
    ]
}

fn bars() -> Vec<Scene> {
    vec![
        axes("bar_tick_label", |ax| {
            let bars = ax.bar([1, 2, 5], [3, 5, 4])?.handle();
            ax.bar_tick_label(bars, ["few", "some", "many"])?;
            Ok(())
        }),
        axes("bar_tick_label_one_for_all", |ax| {
            let bars = ax.bar([1, 2, 5], [3, 5, 4])?.align(Align::Edge).handle();
            ax.bar_tick_label(bars, ["same"])?;
            Ok(())
        }),
        axes("barh_tick_label", |ax| {
            let bars = ax.barh([0, 10], [3, 5])?.width(4.0).handle();
            ax.bar_tick_label(bars, ["low", "high"])?;
            Ok(())
        }),
    ]
}

const WORDS: &str = "as many words as there are, on as many lines as they need; \
                     a_very_long_word_that_cannot_be_broken ends";

fn texts() -> Vec<Scene> {
    let (left, center, right) = (HAlign::Left, HAlign::Center, HAlign::Right);
    let wrapped = |(name, align, angle): (&str, HAlign, f64)| {
        axes(format!("wrap_{name}_{angle}"), move |ax| {
            let text = ax.text(0.5, 0.45, WORDS)?.wrap(true).rotation(angle);
            let valign = if angle == 250.0 {
                VAlign::Top
            } else {
                VAlign::Center
            };
            text.horizontalalignment(align).verticalalignment(valign);
            text.fontsize(TextSize::Points(9.0));
            Ok(())
        })
    };
    let turned = [
        ("left", left, 0.0),
        ("center", center, 0.0),
        ("right", right, 0.0),
        ("left", left, 40.0),
        ("center", center, 120.0),
        ("right", right, 330.0),
        ("left", left, 250.0),
    ];
    let mut scenes: Vec<Scene> = turned.map(wrapped).into();
    scenes.extend([
        axes("wrap_title_and_labels", |ax| {
            ax.set_title(WORDS).wrap(true);
            ax.set_xlabel(format!("x {WORDS}")).wrap(true);
            ax.set_ylabel(format!("y {WORDS}")).wrap(true);
            Ok(())
        }),
        figure_of("wrap_of_figure", (4.0, 3.0), 100.0, |figure| {
            let more = "\n$x^2$ and more words than there is room for";
            figure.suptitle(format!("{WORDS}{more}")).wrap(true);
            figure.text(0.1, 0.1, "short").wrap(true);
            let boxed = figure.text(0.3, 0.5, WORDS).wrap(true);
            boxed.bbox("round").facecolor("C8");
            Ok(())
        }),
        axes("wrap_annotation", |ax| {
            let text = ax.annotate(WORDS, (0.2, 0.2))?.wrap(true);
            text.xytext(0.4, 0.6).arrow("->");
            Ok(())
        }),
    ]);
    scenes
}
