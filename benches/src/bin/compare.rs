//! Times every scene with every rasterizer, side by side, and prints how many times as long as
//! ours each one takes.
//!
//! ```text
//! cargo run --release -p benches --bin compare              all scenes
//! cargo run --release -p benches --bin compare -- --quick   two sizes of each, fewer rounds (under five minutes)
//! cargo run --release -p benches --bin compare -- --only plots
//! cargo run --release -p benches --bin compare -- --svg tiger.svg   a drawing too, as that of Ghostscript
//! cargo run --release -p benches --bin compare -- --write   the table and its chart, into README.md and docs
//! ```
//!
//! The machine may be busy with other things, so rounds are interleaved: in each, every rasterizer
//! draws the scene for some milliseconds, and its shortest time counts. Held to one processor, with
//! `taskset -c 0`, two runs differ little. One that needs seconds for a scene (some need minutes for a
//! long line of noise) draws it once and is believed.
//!
//! What we draw is held against `benches/checksums.txt` first; `--checksums` writes that file anew.
#![forbid(unsafe_code)]

use benches::checksums::{self, Checksums};
use benches::peer::{Frame, Peer, built_in, outside};
use benches::report::{self, Means};
use benches::scene::Scene;
use benches::scenes::{Extent, all, drawing};
use std::error::Error;
use std::io::{self, Write};
use std::path::Path;

/// What is asked for on the command line.
struct Wanted {
    extent: Extent,
    rounds: u32,
    only: Option<String>,
    svg: Option<String>,
    write: bool,
    checksums: bool,
}

impl Wanted {
    fn read() -> Self {
        let words: Vec<String> = std::env::args().skip(1).collect();
        let says = |option: &str| words.iter().any(|word| word == option);
        let quick = says("--quick");
        let after = |option: &str| {
            let at = words.iter().position(|word| word == option)?;
            words.get(at + 1).cloned()
        };
        Self {
            extent: if quick { Extent::Some } else { Extent::All },
            rounds: if quick { 5 } else { 12 },
            only: after("--only"),
            svg: after("--svg"),
            write: says("--write"),
            checksums: says("--checksums"),
        }
    }

    fn holds(&self, scene: &Scene) -> bool {
        let only = self.only.as_deref();
        only.is_none_or(|part| scene.class.contains(part) || scene.name.contains(part))
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let wanted = Wanted::read();
    let mut out = io::stdout().lock();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    if wanted.checksums {
        return Ok(checksums::write()?);
    }
    let checksums = Checksums::recorded();
    let target = std::env::temp_dir().join("agg-benches");
    std::fs::create_dir_all(&target)?;
    let (programs, missing) = outside(&root.join("outside"), &target);
    for why in missing {
        writeln!(out, "not compared: {why}")?;
    }
    let mut peers = built_in();
    peers.extend(
        programs
            .into_iter()
            .map(|program| Box::new(program) as Box<dyn Peer>),
    );
    let mut means = Means::new(peers.iter().skip(1).map(|peer| peer.name().to_owned()));
    head(&mut out, &peers)?;
    let mut scenes = all(wanted.extent);
    scenes.retain(|scene| wanted.holds(scene));
    scenes.iter().try_for_each(|scene| checksums.hold(scene))?;
    if let Some(file) = &wanted.svg {
        let file = std::fs::read_to_string(file)?;
        scenes.extend(drawing(&file, wanted.extent.of_drawings())?);
    }
    for scene in &scenes {
        let row = time(scene, &peers, wanted.rounds);
        means.add(scene.class, ratios(&row));
        line(&mut out, &format!("{}, {}", scene.class, scene.name), &row)?;
    }
    summary(&mut out, &peers, &means)?;
    if wanted.write {
        report::write(&means, &root.join(".."))?;
    }
    Ok(())
}

/// A frame, how often it is drawn in a round (never, where its first draw was enough), and its
/// shortest time for one.
struct Entry {
    frame: Box<dyn Frame>,
    times: u32,
    best: f64,
}

/// The seconds that each rasterizer needs for a scene.
fn time(scene: &Scene, peers: &[Box<dyn Peer>], rounds: u32) -> Vec<Option<f64>> {
    let prepare = |peer: &dyn Peer| {
        let mut frame = peer.prepare(scene)?;
        let first = frame.draw(1);
        if first > PATIENCE {
            return Some(Entry {
                frame,
                times: 0,
                best: first,
            });
        }
        let once = frame.draw(1).max(1e-7);
        Some(Entry {
            frame,
            times: (ROUND / once).clamp(1.0, 1e5) as u32,
            best: f64::INFINITY,
        })
    };
    let mut entries: Vec<Option<Entry>> = peers.iter().map(|peer| prepare(peer.as_ref())).collect();
    for _ in 0..rounds {
        for entry in entries.iter_mut().flatten().filter(|e| e.times > 0) {
            let taken = entry.frame.draw(entry.times) / f64::from(entry.times);
            entry.best = entry.best.min(taken);
        }
    }
    let best = |entry: &Option<Entry>| entry.as_ref().map(|entry| entry.best);
    entries.iter().map(best).collect()
}

/// So many seconds of drawing make a round.
const ROUND: f64 = 4e-3;

/// A first draw of more seconds is not followed by others.
const PATIENCE: f64 = 1.0;

/// The ratios of a row to its first time.
fn ratios(row: &[Option<f64>]) -> impl Iterator<Item = Option<f64>> + '_ {
    let ours = row.first().copied().flatten();
    row.iter()
        .skip(1)
        .map(move |time| Some(time.as_ref()? / ours?))
}

fn summary(out: &mut impl Write, peers: &[Box<dyn Peer>], means: &Means) -> io::Result<()> {
    writeln!(out, "\nGeometric means: how many times as long as ours")?;
    head(out, peers)?;
    for (class, of_class) in means.by_class() {
        let row: Vec<_> = std::iter::once(Some(1.0)).chain(of_class).collect();
        line(out, class, &row)?;
    }
    writeln!(out, "\n* blends nothing: coverage alone, agg-core* ours\n")?;
    for (peer, mean) in means.peers().iter().zip(means.over_all()) {
        writeln!(out, "{peer}: {:.2}", mean.unwrap_or(f64::NAN))?;
    }
    Ok(())
}

fn head(out: &mut impl Write, peers: &[Box<dyn Peer>]) -> io::Result<()> {
    write!(out, "{:<44}", "scene")?;
    for peer in peers {
        write!(out, "{:>12}", peer.name())?;
    }
    writeln!(out)
}

/// A row: our time where it is one, and the ratios.
fn line(out: &mut impl Write, name: &str, row: &[Option<f64>]) -> io::Result<()> {
    write!(out, "{name:<44}")?;
    match row.first().copied().flatten() {
        Some(1.0) => write!(out, "{:>12}", 1)?,
        Some(seconds) => write!(out, "{:>9.1} µs", seconds * 1e6)?,
        None => write!(out, "{:>12}", "–")?,
    }
    for ratio in ratios(row) {
        match ratio {
            Some(ratio) => write!(out, "{ratio:>12.2}")?,
            None => write!(out, "{:>12}", "–")?,
        }
    }
    writeln!(out)?;
    out.flush()
}
