//! The draw list makes the calls that matplotlib makes, one for one: the same paths, markers and
//! strings, with the same pens, at the same places, in the same order.

mod common;

use std::fs;

use common::{differences, trace_before};
use figure::{Axes, Figure, Result};

/// A figure with one plot.
#[expect(clippy::unwrap_used, reason = "a test's helper")]
fn figure(size: (f64, f64), dpi: f64, fill: impl FnOnce(&mut Axes) -> Result<()>) -> Figure {
    let mut fig = Figure::new(size, dpi);
    fig.add_subplot(1, 1, 1).and_then(fill).unwrap();
    fig
}

#[track_caller]
fn assert_calls(fig: &Figure, trace: &str) {
    assert_calls_before(fig, trace, usize::MAX);
}

/// Holds the draw list against the calls before a certain one.
#[expect(clippy::unwrap_used, reason = "a test's helper")]
#[track_caller]
fn assert_calls_before(fig: &Figure, trace: &str, end: usize) {
    let file = golden::reference_images().join(format!("matplotlib/{trace}.json"));
    let text = fs::read_to_string(&file).unwrap();
    let faults = differences(&fig.draw_list().unwrap(), &trace_before(&text, end));
    assert!(
        faults.is_empty(),
        "{trace}: {} differences\n{}",
        faults.len(),
        faults.join("\n")
    );
}

#[test]
fn lab() {
    let fig = figure((5.0, 4.0), 100.0, |ax| {
        ax.plot_y([1, 2, 3])?;
        Ok(())
    });
    assert_calls(&fig, "fixtures/lab");
}

#[test]
fn title_grid_and_axis_labels() {
    let fig = figure((6.4, 4.8), 100.0, |ax| {
        ax.plot_y([1, 2, 3])?;
        ax.set_title("hi mom");
        ax.grid(true);
        ax.set_xlabel("time");
        ax.set_ylabel("volts");
        Ok(())
    });
    assert_calls(&fig, "fixtures/himom");
}

/// The fixture has a legend, from its call 108 on.
#[test]
fn markers_dashes_and_dots() {
    let x: Vec<f64> = (0..25)
        .map(|i| f64::from(i) * (std::f64::consts::TAU / 24.0))
        .collect();
    let fig = figure((5.0, 4.0), 100.0, |ax| {
        ax.plot(&x, x.iter().map(|x| x.sin()))?
            .marker("o")
            .label("sin");
        ax.plot(&x, x.iter().map(|x| x.cos()))?
            .linestyle("--")
            .marker("s")
            .label("cos");
        ax.plot(&x, x.iter().map(|_| 0.0))?
            .color("k")
            .linestyle(":");
        Ok(())
    });
    assert_calls_before(&fig, "fixtures/markers", 108);
}

#[test]
fn contours_labels_and_a_colorbar() {
    let x: Vec<f64> = (50..146).map(|i| 2.0 * f64::from(i)).collect();
    let y: Vec<f64> = (-30..31).map(|i| 2.0 * f64::from(i)).collect();
    let hours = |x: f64, y: f64| ((x - 200.0) / 12.0).hypot((y - 10.0) / 8.0);
    let rows = y.iter().map(|&y| x.iter().map(|&x| hours(x, y)).collect());
    let z: Vec<Vec<f64>> = rows.collect();
    let mut fig = Figure::new((6.0, 4.0), 100.0);
    let ax = fig.add_subplot(1, 1, 1).unwrap();
    let layers = ax.contourf(&x, &y, &z).unwrap().levels(0..13).handle();
    let lines = ax.contour(&x, &y, &z).unwrap().levels(1..13);
    let lines = lines.colors("k").linewidths(0.7).handle();
    ax.clabel(lines).unwrap().fmt("%g h").fontsize(8.0);
    ax.set_title("Tsunami travel time");
    ax.set_xlabel("longitude");
    ax.set_ylabel("latitude");
    fig.colorbar(layers).unwrap();
    assert_calls(&fig, "fixtures/tsunami");
}

#[test]
fn gaps_and_missing_ends() {
    let nan = f64::NAN;
    let fig = figure((4.0, 3.0), 100.0, |ax| {
        ax.plot_y([
            nan, 1.0, 2.0, nan, 3.0, 2.5, nan, nan, 1.0, nan, 0.5, 2.0, 2.25, nan,
        ])?;
        Ok(())
    });
    assert_calls(&fig, "nan_gaps");
}

#[test]
fn no_data_at_all() {
    let fig = figure((4.0, 3.0), 100.0, |ax| {
        ax.plot([0.0; 0], [0.0; 0])?;
        Ok(())
    });
    assert_calls(&fig, "empty_plot");
    assert_calls(&figure((4.0, 3.0), 100.0, |_| Ok(())), "empty_axes");
}

#[test]
fn offset_texts_on_both_axes_and_labels_beside_them() {
    let fig = figure((4.0, 3.0), 100.0, |ax| {
        ax.plot([1e7, 3e7], [2e-6, 9e-6])?;
        ax.set_title("title");
        ax.set_xlabel("x label");
        ax.set_ylabel("y label");
        Ok(())
    });
    assert_calls(&fig, "labels_beside_offset_text");
}

#[test]
fn texts_of_several_lines() {
    let fig = figure((4.0, 3.0), 100.0, |ax| {
        ax.plot_y([1, 2])?;
        ax.set_title("first line\nand the second");
        ax.set_xlabel("one\ntwo");
        ax.set_ylabel("three\nfour");
        Ok(())
    });
    assert_calls(&fig, "title_of_two_lines");
}

#[test]
fn a_page_of_no_whole_number_of_pixels() {
    let fig = figure((4.01, 2.99), 96.5, |ax| {
        ax.plot([0, 1, 2, 3], [10, 30, 20, 25])?;
        ax.grid(true);
        Ok(())
    });
    assert_calls(&fig, "grid_dpi_96.5");
}

#[test]
fn axes_turned_around() {
    let fig = figure((4.0, 3.0), 100.0, |ax| {
        ax.plot([0, 1, 2], [0, 1, 3])?;
        ax.set_xlim(2.5, -0.5)?;
        ax.set_ylim(3, 0)?;
        Ok(())
    });
    assert_calls(&fig, "inverted_limits");
}

#[test]
fn subplots_in_a_grid() {
    let mut fig = Figure::new((6.0, 5.0), 100.0);
    for (i, place) in [(1, 1), (2, 2), (3, 3), (4, 4)] {
        let ax = fig.add_subplot(2, 2, place).unwrap();
        ax.plot([0, i, 2 * i], [i, 10 * i, -i]).unwrap();
        ax.grid(true);
    }
    assert_calls(&fig, "subplots_2x2");
}
