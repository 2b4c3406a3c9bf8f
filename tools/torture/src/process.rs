//! A process for each task, with limits; and what is seen of it from outside.
//!
//! The child limits its own time and memory before it begins, and says at its end what it found
//! and how much memory it held at most. Whatever it does not say is told by how it died.

use crate::road::{Outcome, Road, python};
use crate::task::Task;
use std::fmt;
use std::io::Read;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// So many bytes a case may hold beside its surface.
pub const MOST_MEMORY: u64 = 512 << 20;
/// So many seconds of processor time it may take.
pub const MOST_SECONDS: u64 = 10;
/// On a machine that does something else, or where a child waits for nothing.
const MOST_WALL: Duration = Duration::from_secs(90);
/// What Python runs.
const DRAW: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/python/draw.py");
/// Memory that is asked for but never touched may be more than what is held.
const ASKED: u64 = 3;

/// What became of a task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The picture is right.
    Right,
    /// The picture is not what the table asks, on purpose: what it is, and why.
    Explained(String, String),
    /// An error, where there need be no picture.
    Refused(String),
    /// The case cannot enter the road.
    Closed(&'static str),
    /// The picture is wrong.
    Wrong(String),
    /// The process ended itself.
    Panic(String),
    /// It took more than [`MOST_SECONDS`].
    Hang,
    /// It held so many bytes, more than [`MOST_MEMORY`] beside the surface, or asked for more.
    Memory(u64),
    /// The process could not be started or watched.
    Lost(String),
}

impl Verdict {
    /// Whether it is as it should be.
    #[must_use]
    pub fn is_good(&self) -> bool {
        !matches!(
            self,
            Self::Wrong(_) | Self::Panic(_) | Self::Hang | Self::Memory(_) | Self::Lost(_)
        )
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Right => f.write_str("right"),
            Self::Explained(found, why) => write!(f, "explained: {found}: {why}"),
            Self::Refused(why) => write!(f, "refused: {why}"),
            Self::Closed(why) => write!(f, "–: {why}"),
            Self::Wrong(why) => write!(f, "WRONG: {why}"),
            Self::Panic(why) => write!(f, "PANIC: {why}"),
            Self::Hang => write!(f, "HANG: more than {MOST_SECONDS} s"),
            Self::Memory(0) => f.write_str("MEMORY: asked for more than there is"),
            Self::Memory(bytes) => write!(f, "MEMORY: {} MB", bytes >> 20),
            Self::Lost(why) => write!(f, "LOST: {why}"),
        }
    }
}

/// Runs a task in a process of its own, by the program at `torture`.
#[must_use]
pub fn run(torture: &Path, task: &Task) -> Verdict {
    if let Some(why) = task.closed() {
        return Verdict::Closed(why);
    }
    let mut command = command(torture, task);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    match command.spawn().and_then(watched) {
        Ok(Some((status, said, cried))) => task.explained(verdict(status, &said, &cried)),
        Ok(None) => Verdict::Hang,
        Err(error) => Verdict::Lost(error.to_string()),
    }
}

/// This program again, or Python.
fn command(torture: &Path, task: &Task) -> Command {
    let python = python::interpreter().filter(|_| task.road == Road::Python.to_string());
    let mut command = match python {
        Some(python) => {
            let mut command = Command::new(python);
            command.arg(DRAW).arg(torture).arg(&task.case);
            command
        }
        None => {
            let mut command = Command::new(torture);
            command.args(["--one", &task.road, &task.case]);
            command
        }
    };
    command.args(&task.file);
    command
}

/// Waits for a child's end; `None` where it had to be ended.
fn watched(mut child: Child) -> std::io::Result<Option<(ExitStatus, String, String)>> {
    let start = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        if start.elapsed() > MOST_WALL {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        std::thread::sleep(Duration::from_millis(2));
    };
    Ok(Some((status, text(child.stdout), text(child.stderr))))
}

fn text(pipe: Option<impl Read>) -> String {
    let mut bytes = Vec::new();
    // What cannot be read is not there.
    let _ = pipe.map(|mut pipe| pipe.read_to_end(&mut bytes));
    String::from_utf8_lossy(&bytes).into_owned()
}

fn verdict(status: ExitStatus, said: &str, cried: &str) -> Verdict {
    if !status.success() {
        return death(status, cried);
    }
    let (outcome, rest) = said.split_once('\n').unwrap_or_default();
    let (kind, why) = outcome.split_once(' ').unwrap_or((outcome, ""));
    if let Some(bytes) = rest.trim().strip_prefix("over ") {
        return Verdict::Memory(bytes.parse().unwrap_or(0));
    }
    match kind {
        "right" => Verdict::Right,
        "refused" => Verdict::Refused(why.into()),
        "wrong" => Verdict::Wrong(why.into()),
        _ => Verdict::Lost(format!("the process said {said:?}")),
    }
}

fn death(status: ExitStatus, cried: &str) -> Verdict {
    if cried.contains("memory allocation") || cried.contains("capacity overflow") {
        return Verdict::Memory(0);
    }
    if ended_for_time(status) {
        return Verdict::Hang;
    }
    let what: Vec<&str> = cried.lines().take(3).collect();
    Verdict::Panic(format!("{status} {}", what.join(" | ")))
}

#[cfg(unix)]
fn ended_for_time(status: ExitStatus) -> bool {
    /// The signal for too much processor time, and the one that follows.
    const SIGXCPU: i32 = 24;
    const SIGKILL: i32 = 9;
    let signal = std::os::unix::process::ExitStatusExt::signal(&status);
    matches!(signal, Some(SIGXCPU | SIGKILL))
}

#[cfg(not(unix))]
fn ended_for_time(_: ExitStatus) -> bool {
    false
}

/// Runs a task in this process, within the limits, and gives back what is to be said of it.
#[must_use]
pub fn run_here(task: &Task) -> String {
    let before = peak();
    limit(task.surface);
    let outcome = match task.run() {
        Outcome::Right => "right".to_string(),
        Outcome::Refused(why) => format!("refused {}", why.replace('\n', " ")),
        Outcome::Wrong(why) => format!("wrong {}", why.replace('\n', " ")),
    };
    let held = peak().saturating_sub(before);
    if held > MOST_MEMORY + task.surface {
        return format!("{outcome}\nover {held}");
    }
    format!("{outcome}\nheld {held}")
}

#[cfg(unix)]
fn limit(surface: u64) {
    use rlimit::{Resource, setrlimit};
    let most = MOST_MEMORY * ASKED + surface;
    // Where a system has no such limits, the process runs without.
    let _ = setrlimit(Resource::CPU, MOST_SECONDS, MOST_SECONDS + 1);
    let _ = setrlimit(Resource::DATA, most, most);
    let _ = setrlimit(Resource::CORE, 0, 0);
}

#[cfg(not(unix))]
fn limit(_: u64) {}

/// The most memory that this process has held so far, in bytes; 0 where that cannot be told.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok());
    kilobytes.unwrap_or(0) << 10
}
