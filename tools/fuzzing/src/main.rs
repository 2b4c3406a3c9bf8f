//! `fuzzing TARGET FILE…` runs a target with inputs that a fuzzer left, and says what they are.
#![forbid(unsafe_code)]
#![expect(clippy::print_stdout, reason = "a program that prints what it runs")]

use fuzzing::TARGETS;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((name, files)) = arguments.split_first() else {
        eprintln!("fuzzing TARGET FILE…");
        return ExitCode::from(2);
    };
    let Some(target) = TARGETS.iter().find(|target| target.name == name) else {
        eprintln!("no target {name}");
        return ExitCode::from(2);
    };
    for file in files {
        match std::fs::read(file) {
            Ok(bytes) => {
                println!("{file}: {}", (target.read)(&bytes));
                (target.run)(&bytes);
            }
            Err(error) => {
                eprintln!("{file}: {error}");
                return ExitCode::from(2);
            }
        }
    }
    ExitCode::SUCCESS
}
