//! Prints the hours that a wave takes from a longitude and latitude to each place: a line for each
//! latitude from the south, in it a number for each longitude from the west, NaN where it does not
//! come.
//!
//! `cargo run --release --example hours -- 145 38`

use std::env;
use std::error::Error;
use std::io::{self, Write};

use agg_core::CancelToken;
use serve::ocean::Ocean;

fn main() -> Result<(), Box<dyn Error>> {
    let numbers: Result<Vec<f64>, _> = env::args().skip(1).map(|word| word.parse()).collect();
    let [lon, lat] = *numbers?.as_slice() else {
        return Err("usage: hours LONGITUDE LATITUDE".into());
    };
    let ocean = Ocean::new(1);
    let start = ocean.cell(lon, lat).ok_or("not in this ocean")?;
    let hours = ocean.hours(start, &CancelToken::new()).ok_or("stopped")?;
    let mut out = io::stdout().lock();
    for row in hours.chunks(ocean.columns()) {
        let words: Vec<String> = row.iter().map(f64::to_string).collect();
        writeln!(out, "{}", words.join(","))?;
    }
    Ok(())
}
