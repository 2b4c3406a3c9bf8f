//! Every case on every road is a test of its name, in a process of its own. Those that take long
//! without optimization are ignored; `.ci/torture` runs all of them.

#![expect(clippy::panic, reason = "a test fails by panicking")]

use libtest_mimic::{Arguments, Failed, Trial};
use std::path::Path;
use std::process::ExitCode;
use torture::{Task, process};

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let tasks = Task::all().unwrap_or_else(|why| panic!("{why}"));
    let trials = tasks.into_iter().filter(|task| task.closed().is_none());
    libtest_mimic::run(&arguments, trials.map(trial).collect()).exit_code()
}

fn trial(task: Task) -> Trial {
    let (name, is_slow) = (format!("{}::{}", task.road, task.case), task.is_slow);
    Trial::test(name, move || {
        let verdict = process::run(Path::new(env!("CARGO_BIN_EXE_torture")), &task);
        if verdict.is_good() {
            Ok(())
        } else {
            Err(Failed::from(verdict.to_string()))
        }
    })
    .with_ignored_flag(is_slow)
}
