//! The figures by ruviz: what it has of them, as large and with ticks and labels.

use crate::{Data, Result};
use ruviz::prelude::*;

pub fn draw(name: &str, data: &Data) -> Result<Option<Vec<u8>>> {
    let size = match name {
        "lab" => (500, 400),
        "line" | "noise" | "markers" => (640, 480),
        _ => return Ok(None),
    };
    let plot = Plot::new().size_px(size.0, size.1);
    let first = data.column(0).to_vec();
    let picture = if name == "markers" {
        plot.scatter(&first, &data.column(1).to_vec())
            .render_png_bytes()?
    } else {
        let numbers: Vec<f64> = (0..first.len()).map(|i| i as f64).collect();
        plot.line(&numbers, &first).render_png_bytes()?
    };
    Ok(Some(picture))
}
