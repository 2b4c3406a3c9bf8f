//! Prints the PNG of the figure that a query asks for, without a server: what the server's answer is
//! held against.
//!
//! `cargo run --release --example picture -- 'lon=145&lat=38' > map.png`

use std::env;
use std::error::Error;
use std::io::{self, Write};
use std::sync::Arc;

use agg_core::CancelToken;
use serve::chart::{Chart, Sizes};
use serve::ocean::Ocean;

fn main() -> Result<(), Box<dyn Error>> {
    let query = env::args().nth(1).unwrap_or_default();
    let ocean = Ocean::new(1);
    let chart = Chart::parse(&query, &ocean, Sizes::default())?;
    let hours = ocean
        .field(chart.origin, &CancelToken::new())
        .ok_or("stopped")?;
    let figure = chart.figure(&ocean, Arc::new(hours))?;
    io::stdout().write_all(&figure.to_png()?)?;
    Ok(())
}
