//! `cargo run --release -p conformance [-- agg|figure]`: one row for each oracle
//! scene, then the counts. Exits with 1 if a difference is unexplained.
#![forbid(unsafe_code)]

use std::io::Write;
use std::process::ExitCode;

use conformance::judge::{Half, Tally, rows};
use conformance::{agg, figure};

fn main() -> ExitCode {
    let Some(halves) = chosen(std::env::args().nth(1).as_deref()) else {
        eprintln!("usage: conformance [agg|figure]");
        return ExitCode::from(2);
    };
    match print_table(&halves, &mut std::io::stdout().lock()) {
        Ok(tally) if tally.unexplained == 0 => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("conformance: {error}");
            ExitCode::FAILURE
        }
    }
}

fn chosen(argument: Option<&str>) -> Option<Vec<Half>> {
    match argument {
        None => Some(vec![agg::half(), figure::half()]),
        Some("agg") => Some(vec![agg::half()]),
        Some("figure") => Some(vec![figure::half()]),
        Some(_) => None,
    }
}

fn print_table(halves: &[Half], out: &mut impl Write) -> std::io::Result<Tally> {
    let mut tally = Tally::default();
    writeln!(
        out,
        "{:<52} {:<28} {:>7}  explanation",
        "scene", "reference", "bytes"
    )?;
    for half in halves {
        for row in rows(half)? {
            tally.add(&row);
            writeln!(out, "{row}")?;
        }
    }
    writeln!(out, "{tally}")?;
    Ok(tally)
}
