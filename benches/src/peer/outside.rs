//! Rasterizers in other languages: programs that read a scene, draw it and say how long it took.
//!
//! Each source in `benches/outside` is compiled when it is first needed, if the machine has a
//! compiler and the library. Such a program reads one scene ([`Scene::text`]) from its standard
//! input up to a line `draw`; then for each line with a number it draws the scene so many times
//! and answers with the seconds that it took.

use crate::peer::{Frame, Peer};
use crate::scene::Scene;
use std::cell::RefCell;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};

/// A rasterizer that is a program.
#[derive(Debug)]
pub struct Outside {
    name: &'static str,
    program: PathBuf,
}

/// Name, source, and the library for `pkg-config`.
const PROGRAMS: [(&str, &str, &str); 2] = [
    ("AGG in C++", "agg.cpp", "libagg"),
    ("Cairo", "cairo.cpp", "cairo"),
];

/// The programs that can be built on this machine, and for each that cannot, why.
#[must_use]
pub fn outside(sources: &Path, target: &Path) -> (Vec<Outside>, Vec<String>) {
    let (mut found, mut missing) = (Vec::new(), Vec::new());
    for (name, source, library) in PROGRAMS {
        match build(&sources.join(source), library, target) {
            Ok(program) => found.push(Outside { name, program }),
            Err(why) => missing.push(format!("{name}: {why}")),
        }
    }
    (found, missing)
}

fn build(source: &Path, library: &str, target: &Path) -> Result<PathBuf, String> {
    let words = |command: &mut Command| {
        let output = command.output().map_err(|error| error.to_string())?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).trim().to_owned());
        }
        Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    };
    let flags = words(Command::new("pkg-config").args(["--cflags", "--libs", library]))?;
    let program = target.join(source.file_stem().unwrap_or_default());
    words(
        Command::new("g++")
            .args(["-O3", "-march=native", "-fno-strict-aliasing", "-o"])
            .arg(&program)
            .arg(source)
            .args(flags.split_whitespace()),
    )?;
    Ok(program)
}

impl Peer for Outside {
    fn name(&self) -> &str {
        self.name
    }

    fn prepare(&self, scene: &Scene) -> Option<Box<dyn Frame>> {
        let mut child = Command::new(&self.program)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .ok()?;
        let answers = BufReader::new(child.stdout.take()?);
        let text = scene.text();
        child.stdin.as_mut()?.write_all(text.as_bytes()).ok()?;
        child.stdin.as_mut()?.write_all(b"draw\n").ok()?;
        Some(Box::new(Running(RefCell::new((child, answers)))))
    }
}

struct Running(RefCell<(Child, BufReader<ChildStdout>)>);

impl Running {
    fn ask(&self, question: &str) -> Option<String> {
        let (child, answers) = &mut *self.0.borrow_mut();
        writeln!(child.stdin.as_mut()?, "{question}").ok()?;
        let mut answer = String::new();
        answers.read_line(&mut answer).ok()?;
        Some(answer)
    }
}

impl Frame for Running {
    fn draw(&mut self, times: u32) -> f64 {
        let answer = self.ask(&times.to_string());
        answer
            .and_then(|text| text.trim().parse().ok())
            .unwrap_or(f64::NAN)
    }

    fn pixels(&self) -> Option<Vec<u8>> {
        let text = self.ask("pixels")?;
        let digits = text.trim().as_bytes().as_chunks::<2>().0;
        let byte = |pair: &[u8; 2]| u8::from_str_radix(str::from_utf8(pair).ok()?, 16).ok();
        digits.iter().map(byte).collect()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let (child, _) = self.0.get_mut();
        drop(child.stdin.take());
        // It ends by itself when nothing more is asked; an error here changes no result.
        let _ = child.wait();
    }
}
