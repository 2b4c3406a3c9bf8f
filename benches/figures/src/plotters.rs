//! The figures by plotters: what it has of them, as large and with ticks and labels.

use crate::{Data, Result};
use plotters::prelude::*;
use plotters::style::register_font;
use std::ops::Range;

const FONT: &[u8] = include_bytes!("../../../crates/agg-text/fonts/DejaVuSans.ttf");

pub fn draw(name: &str, data: &Data) -> Result<Option<Vec<u8>>> {
    let (width, height) = match name {
        "lab" => (500, 400),
        "line" | "noise" | "markers" => (640, 480),
        _ => return Ok(None),
    };
    register_font("sans-serif", FontStyle::Normal, FONT).map_err(|_| "the font is not valid")?;
    let mut pixels = vec![0; width as usize * height as usize * 3];
    {
        let area = BitMapBackend::with_buffer(&mut pixels, (width, height)).into_drawing_area();
        area.fill(&WHITE)?;
        let points: Vec<(f64, f64)> = match name {
            "markers" => data
                .column(0)
                .iter()
                .copied()
                .zip(data.column(1).iter().copied())
                .collect(),
            _ => data
                .column(0)
                .iter()
                .enumerate()
                .map(|(i, &y)| (i as f64, y))
                .collect(),
        };
        let mut chart = ChartBuilder::on(&area)
            .margin(10)
            .x_label_area_size(30)
            .y_label_area_size(40)
            .build_cartesian_2d(
                range(points.iter().map(|p| p.0)),
                range(points.iter().map(|p| p.1)),
            )?;
        chart.configure_mesh().draw()?;
        if name == "markers" {
            chart.draw_series(points.iter().map(|&p| Circle::new(p, 4, BLUE.filled())))?;
        } else {
            chart.draw_series(LineSeries::new(points, BLUE.stroke_width(2)))?;
        }
        area.present()?;
    }
    encode(&pixels, width, height).map(Some)
}

fn range(values: impl Iterator<Item = f64>) -> Range<f64> {
    let (low, high) = values.fold((f64::MAX, f64::MIN), |(l, h), v| (l.min(v), h.max(v)));
    low..high
}

fn encode(pixels: &[u8], width: u32, height: u32) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgb);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(pixels)?;
    writer.finish()?;
    Ok(bytes)
}
