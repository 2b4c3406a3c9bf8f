//! Figures, axes, titles, labels, grids and limits.

use super::{axes, axes_of, figure_of};
use crate::scene::Scene;

pub(super) fn scenes() -> Vec<Scene> {
    let mut scenes = Vec::new();
    for (name, size, dpi) in [
        ("72", (5.0, 4.0), 72.0),
        ("100", (3.3, 2.7), 100.0),
        ("150", (4.0, 2.5), 150.0),
        ("200", (3.0, 2.0), 200.0),
        ("96.5", (4.01, 2.99), 96.5),
    ] {
        scenes.push(axes_of(format!("grid_dpi_{name}"), size, dpi, |ax| {
            ax.plot([0, 1, 2, 3], [10, 30, 20, 25])?;
            ax.grid(true);
            Ok(())
        }));
    }
    scenes.extend(words());
    scenes.extend(sizes());
    scenes.extend(limits());
    scenes.extend(subplots());
    scenes
}

fn words() -> Vec<Scene> {
    vec![
        axes("title_and_labels", |ax| {
            ax.plot([0, 1, 2], [0.0, 1.0, 0.5])?;
            ax.set_title("A title");
            ax.set_xlabel("distance (km)");
            ax.set_ylabel("height (m)");
            Ok(())
        }),
        axes_of("words_of_many_shapes", (5.0, 4.0), 100.0, |ax| {
            ax.plot([0, 1], [0, 1])?;
            ax.set_title("AVATAR To Wy: office, fjord & ffi");
            ax.set_xlabel("naïve Ωμέγα Привет ±∞ °C");
            ax.set_ylabel("jumpy gyq |x| [10³]");
            Ok(())
        }),
        axes("wide_tick_labels_push_the_ylabel", |ax| {
            ax.plot([0, 1], [-12345.678, -12345.25])?;
            ax.set_ylabel("pushed left");
            Ok(())
        }),
        axes("labels_beside_offset_text", |ax| {
            ax.plot([1e7, 3e7], [2e-6, 9e-6])?;
            ax.set_title("title");
            ax.set_xlabel("x label");
            ax.set_ylabel("y label");
            Ok(())
        }),
        axes("title_of_two_lines", |ax| {
            ax.plot_y([1, 2])?;
            ax.set_title("first line\nand the second");
            ax.set_xlabel("one\ntwo");
            ax.set_ylabel("three\nfour");
            Ok(())
        }),
    ]
}

fn sizes() -> Vec<Scene> {
    vec![
        axes_of("tiny_figure", (1.0, 1.0), 100.0, |ax| {
            ax.plot_y([1, 2, 3])?;
            Ok(())
        }),
        axes_of("large_figure", (10.0, 7.0), 100.0, |ax| {
            ax.plot_y([3, 1, 4, 1, 5, 9, 2, 6])?;
            ax.grid(true);
            Ok(())
        }),
    ]
}

fn limits() -> Vec<Scene> {
    vec![
        axes("inverted_limits", |ax| {
            ax.plot([0, 1, 2], [0, 1, 3])?;
            ax.set_xlim(2.5, -0.5)?;
            ax.set_ylim(3, 0)?;
            Ok(())
        }),
        axes("zoomed_in", |ax| {
            ax.plot([0, 1, 2, 3, 4], [0, 10, 5, -8, 3])?;
            ax.set_xlim(0.8, 2.6)?;
            ax.set_ylim(-2, 6)?;
            Ok(())
        }),
        axes("zoomed_far_in", |ax| {
            ax.plot([0, 1000, 2000], [0.0, 1e6, -1e6])?.linestyle("-.");
            ax.set_xlim(999.99, 1000.01)?;
            ax.set_ylim(999980, 1000005)?;
            Ok(())
        }),
        axes("zoomed_off_the_line", |ax| {
            ax.plot([0, 1, 2], [0, 1, 3])?;
            ax.set_xlim(10, 11)?;
            Ok(())
        }),
        axes("margins_zero", |ax| {
            ax.plot([0, 1, 2], [0, 4, 1])?.linewidth(5.0);
            ax.margins(0.0, 0.0)?;
            Ok(())
        }),
        axes("margins_large", |ax| {
            ax.plot([0, 1, 2], [0, 4, 1])?;
            ax.margins(0.5, 0.5)?;
            Ok(())
        }),
    ]
}

fn subplots() -> Vec<Scene> {
    vec![
        figure_of("subplots_1x2", (6.0, 3.0), 100.0, |figure| {
            for (i, place) in [(1, 1), (2, 2)] {
                let ax = figure.add_subplot(1, 2, place)?;
                ax.plot([0, 1, 2], [i, 3 - i, i * i])?;
                ax.set_title(format!("panel {i}"));
            }
            Ok(())
        }),
        figure_of("subplots_2x2", (6.0, 5.0), 100.0, |figure| {
            for (i, place) in [(1, 1), (2, 2), (3, 3), (4, 4)] {
                let ax = figure.add_subplot(2, 2, place)?;
                ax.plot([0, i, 2 * i], [i, 10 * i, -i])?;
                ax.grid(true);
            }
            Ok(())
        }),
        figure_of("subplots_3x1", (3.0, 5.0), 100.0, |figure| {
            for place in 1..=3 {
                figure.add_subplot(3, 1, place)?.plot_y([1.0, 2.0, 1.5])?;
            }
            Ok(())
        }),
    ]
}
