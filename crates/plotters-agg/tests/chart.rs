//! Charts of plotters, drawn.

use agg_core::Pixmap;
use plotters::prelude::*;
use plotters_agg::AggBackend;

fn chart() -> Result<Pixmap, Box<dyn std::error::Error>> {
    let mut pixmap = Pixmap::new(480, 360)?;
    let root = AggBackend::new(&mut pixmap).into_drawing_area();
    root.fill(&WHITE)?;
    let mut chart = ChartBuilder::on(&root)
        .caption("sine and bars", ("sans-serif", 28))
        .margin(10)
        .x_label_area_size(40)
        .y_label_area_size(50)
        .build_cartesian_2d(0.0..10.0, -1.2..1.2)?;
    chart
        .configure_mesh()
        .x_desc("time")
        .y_desc("volts")
        .draw()?;
    let bars = (0..10).map(|i| {
        let x = f64::from(i);
        let corners = [(x + 0.2, 0.0), (x + 0.8, (x * 0.6).cos())];
        Rectangle::new(corners, GREEN.mix(0.4).filled())
    });
    chart.draw_series(bars)?;
    let wave = (0..=200).map(|i| f64::from(i) / 20.0).map(|x| (x, x.sin()));
    let drawn = chart.draw_series(LineSeries::new(wave, RED.stroke_width(3)));
    drawn?
        .label("sine")
        .legend(|(x, y)| PathElement::new([(x, y), (x + 20, y)], RED.stroke_width(3)));
    let dots = (0..=10).map(|i| Circle::new((f64::from(i), f64::from(i).sin()), 5, BLUE.filled()));
    chart.draw_series(dots)?;
    chart
        .configure_series_labels()
        .background_style(WHITE.mix(0.8))
        .border_style(BLACK)
        .draw()?;
    root.present()?;
    drop(chart);
    drop(root);
    Ok(pixmap)
}

#[test]
fn a_chart_has_smooth_lines_dots_bars_and_text() {
    let pixmap = chart().unwrap();
    let image = golden::Image::new(480, 360, pixmap.bytes()).unwrap();
    golden::assert_snapshot("plotters_chart", &image);
}

#[test]
fn a_line_between_pixels_is_smooth() {
    let mut pixmap = Pixmap::new(10, 10).unwrap();
    let root = AggBackend::new(&mut pixmap).into_drawing_area();
    root.draw(&PathElement::new([(0, 0), (9, 4)], BLACK))
        .unwrap();
    drop(root);
    let shades: std::collections::BTreeSet<u8> = pixmap.pixels().iter().map(|p| p[3]).collect();
    assert!(shades.len() > 5, "{shades:?}");
}

#[test]
fn a_level_line_of_one_pixel_is_one_row() {
    let mut pixmap = Pixmap::new(6, 3).unwrap();
    let root = AggBackend::new(&mut pixmap).into_drawing_area();
    root.draw(&PathElement::new([(0, 1), (5, 1)], BLACK))
        .unwrap();
    drop(root);
    let row = |y| (1..5).map(move |x| (x, y));
    for (x, y) in row(1) {
        assert_eq!(pixmap.pixel(x, y), Some([0, 0, 0, 255]));
    }
    for (x, y) in row(0).chain(row(2)) {
        assert_eq!(pixmap.pixel(x, y), Some([0; 4]));
    }
}

#[test]
fn text_that_cannot_be_set_is_an_error() {
    let mut pixmap = Pixmap::new(20, 20).unwrap();
    let root = AggBackend::new(&mut pixmap).into_drawing_area();
    let style = ("sans-serif", f64::NAN).into_font();
    assert!(root.draw_text("x", &style.into(), (5, 5)).is_err());
}

#[test]
fn rectangles_include_both_corners_in_any_order() {
    let draw = |a, b| {
        let mut pixmap = Pixmap::new(5, 5).unwrap();
        let root = AggBackend::new(&mut pixmap).into_drawing_area();
        root.draw(&Rectangle::new([a, b], BLACK.filled())).unwrap();
        drop(root);
        pixmap.pixels().iter().filter(|p| p[3] == 255).count()
    };
    assert_eq!(draw((1, 1), (3, 2)), 6);
    assert_eq!(draw((3, 2), (1, 1)), 6);
}
