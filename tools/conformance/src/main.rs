//! `cargo run --release -p conformance [-- agg|figure [SCENE…]]`: one row for each oracle
//! scene, or for those that are named, then the counts. Exits with 1 if a difference is
//! unexplained.
#![forbid(unsafe_code)]

use std::io::Write;
use std::process::ExitCode;

use conformance::judge::{Half, Tally, rows};
use conformance::{agg, figure};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some(halves) = chosen(&arguments) else {
        eprintln!("usage: conformance [agg|figure [SCENE…]]");
        return ExitCode::from(2);
    };
    let names = arguments.get(1..).unwrap_or_default();
    match print_table(&halves, names, &mut std::io::stdout().lock()) {
        Ok(tally) if tally.unexplained == 0 => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("conformance: {error}");
            ExitCode::FAILURE
        }
    }
}

fn chosen(arguments: &[String]) -> Option<Vec<Half>> {
    match arguments.first().map(String::as_str) {
        None => Some(vec![agg::half(), figure::half()]),
        Some("agg") => Some(vec![agg::half()]),
        Some("figure") => Some(vec![figure::half()]),
        Some(_) => None,
    }
}

fn print_table(halves: &[Half], names: &[String], out: &mut impl Write) -> std::io::Result<Tally> {
    let mut tally = Tally::default();
    writeln!(
        out,
        "{:<52} {:<28} {:>7}  explanation",
        "scene", "reference", "bytes"
    )?;
    for half in halves {
        for row in rows(half, names)? {
            tally.add(&row);
            writeln!(out, "{row}")?;
        }
    }
    writeln!(out, "{tally}")?;
    Ok(tally)
}
