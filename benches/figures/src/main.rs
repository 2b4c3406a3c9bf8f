//! Draws figures from their data to PNG when asked, and says how long each took.
//!
//! `compare.py` starts this with the folder of the data as its argument, and asks on standard input,
//! a line a drawing: `ours noise`, or `ours noise picture.png` to keep the picture. The answer is
//! the time in milliseconds, or `-` where a crate is not asked to draw a figure.
#![forbid(unsafe_code)]

mod ours;
mod plotters;
mod ruviz;

use std::error::Error;
use std::io::BufRead as _;
use std::path::Path;
use std::time::Instant;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// What a figure is drawn of: one column after the other, each as long.
pub struct Data {
    columns: usize,
    values: Vec<f64>,
}

impl Data {
    /// Reads `<name>.f64`, little-endian.
    fn read(folder: &Path, name: &str) -> Result<Self> {
        let columns = match name {
            "scatter" => 3,
            "markers" => 2,
            _ => 1,
        };
        let bytes = std::fs::read(folder.join(format!("{name}.f64")))?;
        let (numbers, _) = bytes.as_chunks::<8>();
        let values = numbers.iter().map(|bytes| f64::from_le_bytes(*bytes));
        Ok(Self {
            columns,
            values: values.collect(),
        })
    }

    /// A column, or nothing where there are fewer.
    pub fn column(&self, i: usize) -> &[f64] {
        let rows = self.values.len() / self.columns;
        self.values.get(i * rows..(i + 1) * rows).unwrap_or(&[])
    }
}

fn draw(by: &str, name: &str, data: &Data) -> Result<Option<Vec<u8>>> {
    match by {
        "ours" => ours::draw(name, data).map(Some),
        "plotters" => plotters::draw(name, data),
        "ruviz" => ruviz::draw(name, data),
        _ => Err(format!("{by} is none of ours, plotters, ruviz").into()),
    }
}

fn answer(request: &str, folder: &Path) -> Result<String> {
    let mut words = request.split_whitespace();
    let (Some(by), Some(name)) = (words.next(), words.next()) else {
        return Err("ask with a crate and a figure".into());
    };
    let data = Data::read(folder, name)?;
    let start = Instant::now();
    let Some(picture) = draw(by, name, &data)? else {
        return Ok("-".into());
    };
    let spent = start.elapsed().as_secs_f64() * 1e3;
    if let Some(path) = words.next() {
        std::fs::write(path, picture)?;
    }
    Ok(format!("{spent}"))
}

fn main() -> Result<()> {
    let folder = std::env::args().nth(1).ok_or("where is the data?")?;
    for line in std::io::stdin().lock().lines() {
        println!("{}", answer(&line?, Path::new(&folder))?);
    }
    Ok(())
}
