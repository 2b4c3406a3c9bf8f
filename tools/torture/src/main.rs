//! `torture [file.jsonl …] [--only text]` runs every case by every road, and those of the files,
//! each in a process of its own, and says what became of them. `torture --hashes` prints a hash of
//! each picture;
//! `torture --figures 100000` draws so many in one process and says what memory it holds.
#![forbid(unsafe_code)]
#![expect(clippy::print_stdout, reason = "a program that prints a report")]

use std::collections::BTreeMap;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use torture::road::python;
use torture::{Task, Verdict, hash, long, process};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["--one", road, case, file @ ..] => one(road, case, file.first().map(Path::new)),
        ["--spell", case, file @ ..] => spell(case, file.first().map(Path::new)),
        ["--hashes"] => hashes(),
        ["--figures", count] => figures(count),
        _ => all(&words),
    };
    done.unwrap_or_else(|why| {
        eprintln!("{why}");
        ExitCode::from(2)
    })
}

fn found(road: &str, case: &str, file: Option<&Path>) -> Result<Task, String> {
    let tasks = match file {
        Some(file) => Task::of_file(file)?,
        None => Task::all()?,
    };
    let task = tasks.into_iter().find(|t| t.road == road && t.case == case);
    task.ok_or_else(|| format!("no case {case} on {road}"))
}

/// What Python asks a child for.
fn spell(case: &str, file: Option<&Path>) -> Result<ExitCode, String> {
    let case = found("python", case, file)?.whole_case();
    let case = case.ok_or("Python does not draw it")?;
    let mut out = BufWriter::new(std::io::stdout().lock());
    let spelled = python::spell(&case, &mut out).and_then(|()| out.flush());
    spelled.map_err(|error| error.to_string())?;
    Ok(ExitCode::SUCCESS)
}

/// What a child does.
fn one(road: &str, case: &str, file: Option<&Path>) -> Result<ExitCode, String> {
    let task = found(road, case, file)?;
    println!("{}", process::run_here(&task));
    Ok(ExitCode::SUCCESS)
}

/// One line for each picture, for other machines to be held against.
fn hashes() -> Result<ExitCode, String> {
    hash::lines()?.iter().for_each(|line| println!("{line}"));
    Ok(ExitCode::SUCCESS)
}

/// Figures in one process, and the memory that it holds after each thousand of them.
fn figures(count: &str) -> Result<ExitCode, String> {
    let count = count.parse().map_err(|_| format!("{count} is no number"))?;
    let mut all = Vec::new();
    long::figures(count, |held| {
        println!(
            "{:8} figures {:10} bytes held {:8.1} s",
            held.figures,
            held.bytes,
            held.millis as f64 / 1000.0
        );
        all.push(held.bytes);
    })?;
    if let (Some(first), Some(last)) = (all.first(), all.last()) {
        println!("after the first thousand {first} bytes, after the last {last}: flat");
    }
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
    explained: Vec<String>,
    cases: usize,
    failures: usize,
}

impl Tally {
    fn count(&mut self, task: &Task, verdict: &Verdict) {
        let kind = match verdict {
            Verdict::Right => "right",
            Verdict::Explained(..) => {
                self.explained
                    .push(format!("{:28} {:12} {verdict}", task.case, task.road));
                "explained"
            }
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
        if !self.explained.is_empty() {
            writeln!(f, "\nnot what the table asks, and why:")?;
        }
        for line in &self.explained {
            writeln!(f, "{line}")?;
        }
        writeln!(f, "\ncases: {}, failures: {}", self.cases, self.failures)
    }
}
