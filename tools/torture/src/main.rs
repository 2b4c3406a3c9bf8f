//! `torture [file.jsonl …] [--only text]` runs every case by every road, and those of the files,
//! each in a process of its own, and says what became of them. `torture --hashes` prints a hash of
//! each picture.
#![forbid(unsafe_code)]
#![expect(clippy::print_stdout, reason = "a program that prints a report")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use torture::{Task, Verdict, hash, process};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["--one", road, case, file @ ..] => one(road, case, file.first().map(Path::new)),
        ["--hashes"] => hashes(),
        _ => all(&words),
    };
    done.unwrap_or_else(|why| {
        eprintln!("{why}");
        ExitCode::from(2)
    })
}

/// What a child does.
fn one(road: &str, case: &str, file: Option<&Path>) -> Result<ExitCode, String> {
    let tasks = match file {
        Some(file) => Task::of_file(file)?,
        None => Task::all()?,
    };
    let task = tasks.into_iter().find(|t| t.road == road && t.case == case);
    let task = task.ok_or_else(|| format!("no case {case} on {road}"))?;
    println!("{}", process::run_here(&task));
    Ok(ExitCode::SUCCESS)
}

/// One line for each picture, for other machines to be held against.
fn hashes() -> Result<ExitCode, String> {
    hash::lines()?.iter().for_each(|line| println!("{line}"));
    Ok(ExitCode::SUCCESS)
}

fn all(words: &[&str]) -> Result<ExitCode, String> {
    let torture = std::env::current_exe().map_err(|error| error.to_string())?;
    let mut tally = Tally::default();
    for task in wanted(words)? {
        let verdict = process::run(&torture, &task);
        println!("{:28} {:12} {verdict}", task.case, task.road);
        tally.count(&task, &verdict);
    }
    print!("{tally}");
    Ok(match tally.failures {
        0 => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    })
}

/// The tasks that come with the tool, or those of the files; only those with a text in their names.
fn wanted(words: &[&str]) -> Result<Vec<Task>, String> {
    let (files, only) = match words {
        [files @ .., "--only", only] => (files, *only),
        files => (files, ""),
    };
    let mut tasks = Task::all()?;
    for file in files {
        tasks.extend(Task::of_file(&PathBuf::from(file))?);
    }
    tasks.retain(|task| task.case.contains(only) || task.road.contains(only));
    Ok(tasks)
}

/// How often each thing happened, by road.
#[derive(Default)]
struct Tally {
    roads: BTreeMap<String, BTreeMap<&'static str, usize>>,
    cases: usize,
    failures: usize,
}

impl Tally {
    fn count(&mut self, task: &Task, verdict: &Verdict) {
        let kind = match verdict {
            Verdict::Right => "right",
            Verdict::Refused(_) => "refused",
            Verdict::Closed(_) => return,
            Verdict::Wrong(_) => "wrong",
            Verdict::Panic(_) => "panic",
            Verdict::Hang => "hang",
            Verdict::Memory(_) => "memory",
            Verdict::Lost(_) => "lost",
        };
        let road = self.roads.entry(task.road.clone()).or_default();
        *road.entry(kind).or_default() += 1;
        self.cases += 1;
        self.failures += usize::from(!verdict.is_good());
    }
}

impl std::fmt::Display for Tally {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(f)?;
        for (road, kinds) in &self.roads {
            let counts: Vec<_> = kinds
                .iter()
                .map(|(kind, n)| format!("{n} {kind}"))
                .collect();
            writeln!(f, "{road:12} {}", counts.join(", "))?;
        }
        writeln!(f, "cases: {}, failures: {}", self.cases, self.failures)
    }
}
