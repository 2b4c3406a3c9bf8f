//! Holds the rasterizer against what the machine allows: memory, a second processor, and time that
//! grows no faster than the work.
//!
//! ```text
//! cargo run --release -p benches --bin limits
//! ```
//!
//! All that is compared is timed in turns, and the shortest time of each counts. Every picture is
//! compared with one that was drawn in another way.
#![forbid(unsafe_code)]

use agg_core::{Canvas, Color, FillRule, Path, Pixmap, Rect, Stroke};
use benches::Random;
use benches::heights::{noise, sine, walk};
use benches::scene::{Ink, Scene};
use benches::scenes::{Extent, all};
use std::error::Error;
use std::io::{self, Write};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

const SCREEN: (u32, u32) = (3840, 2160);

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = io::stdout().lock();
    memory(&mut out)?;
    threads(&mut out)?;
    noise_and_walk(&mut out)?;
    growth(&mut out)?;
    Ok(())
}

/// The shortest seconds of each of some works, done in turns.
fn shortest<const N: usize>(rounds: u32, mut works: [&mut dyn FnMut(); N]) -> [f64; N] {
    let mut best = [f64::INFINITY; N];
    for _ in 0..rounds {
        for (work, best) in works.iter_mut().zip(&mut best) {
            let start = Instant::now();
            work();
            *best = best.min(start.elapsed().as_secs_f64());
        }
    }
    best
}

/// Whole screens beside what moves the same bytes and does no more.
fn memory(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let red = [214, 39, 40, 255];
    let whole = Path::rectangle(Rect::new(0.0, 0.0, SCREEN.0.into(), SCREEN.1.into()));
    let fill = |pixmap: &mut Pixmap, color: Color| {
        Canvas::new(pixmap).fill(&whole, FillRule::NonZero, color);
    };
    let mut ours = Pixmap::new(SCREEN.0, SCREEN.1)?;
    let mut bare = ours.pixels().to_vec();
    let [filled, set] = shortest(
        30,
        [
            &mut || fill(&mut ours, Color::from_rgba8(214, 39, 40, 255)),
            &mut || bare.fill(red),
        ],
    );
    equal(ours.pixels(), &bare)?;
    writeln!(out, "3840 × 2160, one thread")?;
    against(out, "opaque rectangle", filled, "memory fill", set)?;

    let half = [107, 20, 20, 128];
    let [blended, passed] = shortest(
        30,
        [
            &mut || fill(&mut ours, Color::from_rgba8(214, 39, 40, 128)),
            &mut || over(&mut bare, half),
        ],
    );
    near(ours.pixels(), &bare)?;
    against(
        out,
        "translucent rectangle",
        blended,
        "bare src-over",
        passed,
    )?;
    Ok(())
}

/// Lays a premultiplied colour over pixels, with nothing around it.
fn over(pixels: &mut [[u8; 4]], color: [u8; 4]) {
    let rest = 255 - u16::from(color[3]);
    for pixel in pixels {
        for (below, above) in pixel.iter_mut().zip(color) {
            let product = u16::from(*below) * rest + 128;
            *below = above + ((product + (product >> 8)) >> 8) as u8;
        }
    }
}

/// What moves the bytes of pixels.
type Move = fn(&mut [[u8; 4]]);

/// What does nothing but move bytes, and then screens, by one thread and by two: the former
/// shows what the memory of the machine gives two threads at most. Two threads draw a band
/// each, or take the next of four bands: that evens out where a picture has more ink above
/// than below, but each path is looked at once for each band.
fn threads(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let processors = std::thread::available_parallelism()?;
    let head = format!("two threads, {processors} processors");
    writeln!(out, "\n{head:<48} one thread  two bands  four bands")?;
    let fill = |pixels: &mut [[u8; 4]]| pixels.fill([214, 39, 40, 255]);
    let blend = |pixels: &mut [[u8; 4]]| over(pixels, [107, 20, 20, 128]);
    let moves: [(&str, Move); 2] = [("memory fill", fill), ("bare src-over", blend)];
    for (name, work) in moves {
        let mut alone = Pixmap::new(SCREEN.0, SCREEN.1)?.pixels().to_vec();
        let mut shared = alone.clone();
        let gains = BANDS.map(|count| {
            let rows = shared.len() / count;
            by_one_and_two(&mut || work(&mut alone), shared.chunks_mut(rows), |part| {
                work(part);
            })
        });
        equal(&alone, &shared)?;
        gained(out, name, gains)?;
    }
    for scene in all(Extent::All).iter().filter(|scene| scene.size == SCREEN) {
        let mut alone = Pixmap::new(SCREEN.0, SCREEN.1)?;
        let mut shared = alone.clone();
        let (mut whole, mut parted) = (Canvas::new(&mut alone), Canvas::new(&mut shared));
        let gains = BANDS.map(|count| {
            let bands = parted.bands(count);
            by_one_and_two(&mut || draw(scene, &mut whole), bands, |band| {
                draw(scene, band);
            })
        });
        equal(alone.pixels(), shared.pixels())?;
        gained(out, &format!("{}, {}", scene.class, scene.name), gains)?;
    }
    Ok(())
}

/// How many bands two threads share.
const BANDS: [usize; 2] = [2, 4];

/// The shortest seconds of a work by one thread, and of its parts by two. The second thread waits
/// awake, as those of a busy pool do: how long it takes to be woken is not ours.
fn by_one_and_two<T: Send>(
    alone: &mut dyn FnMut(),
    parts: impl IntoIterator<Item = T>,
    work: impl Fn(&mut T) + Sync,
) -> [f64; 2] {
    const ROUNDS: usize = 40;
    let parts: Vec<_> = parts.into_iter().map(Mutex::new).collect();
    let [begun, taken, done] = [const { AtomicUsize::new(0) }; 3];
    let wait = |count: &AtomicUsize, least| {
        while count.load(Ordering::Acquire) < least {
            std::hint::spin_loop();
        }
    };
    let take_all = |round: usize| {
        while let Ok(next) =
            taken.fetch_update(Ordering::AcqRel, Ordering::Acquire, |taken: usize| {
                (taken < round * parts.len()).then_some(taken + 1)
            })
        {
            let part = &parts[next % parts.len()];
            work(&mut part.lock().unwrap_or_else(PoisonError::into_inner));
            done.fetch_add(1, Ordering::AcqRel);
        }
    };
    std::thread::scope(|threads| {
        threads.spawn(|| {
            for round in 1..=ROUNDS {
                wait(&begun, round);
                take_all(round);
            }
        });
        let mut round = 0;
        let mut together = || {
            round += 1;
            begun.store(round, Ordering::Release);
            take_all(round);
            wait(&done, round * parts.len());
        };
        shortest(ROUNDS as u32, [alone, &mut together])
    })
}

fn gained(out: &mut impl Write, name: &str, gains: [[f64; 2]; 2]) -> io::Result<()> {
    let milliseconds = gains[0][0].min(gains[1][0]) * 1e3;
    let [two, four] = gains.map(|[one, two]| one / two);
    writeln!(
        out,
        "  {name:<46} {milliseconds:>7.2} ms {two:>10.2} {four:>11.2}"
    )
}

fn draw(scene: &Scene, canvas: &mut Canvas<'_>) {
    for shape in &scene.shapes {
        let paint = shape.paint.of(scene.size);
        match shape.ink {
            Ink::Fill(rule) => canvas.fill(&shape.path, rule, paint),
            Ink::Stroke(width) => canvas.stroke(&shape.path, &Stroke::new(width), paint),
        }
    }
}

/// A line of noise beside a walk whose steps are as long: what both cover with ink is alike.
fn noise_and_walk(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let (noise, walk) = (line(&noise(100_000)), line(&strides(100_000)));
    let mut pixmap = Pixmap::new(640, 480)?;
    let mut other = pixmap.clone();
    let [of_noise, of_walk] = shortest(
        10,
        [&mut || stroke(&mut pixmap, &noise), &mut || {
            stroke(&mut other, &walk);
        }],
    );
    writeln!(out, "\nlines of 100 000 points, 640 × 480")?;
    against(out, "noise", of_noise, "walk of equal strides", of_walk)?;
    Ok(())
}

/// Ever twice as many points.
fn growth(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    writeln!(out, "\ntwice the points: time, and times the half took")?;
    let mut before = [f64::INFINITY; 3];
    let mut points = 1_000;
    while points <= 10_000_000 {
        let lines = [noise, walk, sine].map(|heights| line(&heights(points)));
        let mut pixmap = Pixmap::new(640, 480)?;
        let rounds = (2_000_000 / points).clamp(1, 20) as u32;
        write!(out, "{points:>10}")?;
        for ((path, name), before) in lines.iter().zip(["noise", "walk", "sine"]).zip(&mut before) {
            let [time] = shortest(rounds, [&mut || stroke(&mut pixmap, path)]);
            write!(
                out,
                "   {name} {:>9.2} ms {:>5.2}",
                time * 1e3,
                time / *before
            )?;
            *before = time;
        }
        writeln!(out)?;
        points *= 2;
    }
    Ok(())
}

fn stroke(pixmap: &mut Pixmap, path: &Path) {
    Canvas::new(pixmap).stroke(path, &Stroke::new(1.5), Color::BLACK);
}

/// A line over the whole width through heights from 0 to 1.
fn line(heights: &[f64]) -> Path {
    let step = 640.0 / heights.len() as f64;
    let at = |(i, y): (usize, &f64)| (i as f64 * step, 10.0 + 460.0 * y);
    Path::polyline(heights.iter().enumerate().map(at))
}

/// A walk up and down between the borders whose steps are as long as those of noise, a third of the
/// height in the mean.
fn strides(points: usize) -> Vec<f64> {
    let (mut random, mut sum) = (Random::new(8), 0.5_f64);
    let mut step = || {
        let stride = 2.0 / 3.0 * random.unit();
        sum = if sum + stride <= 1.0 && (random.unit() < 0.5 || sum < stride) {
            sum + stride
        } else {
            (sum - stride).max(0.0)
        };
        sum
    };
    (0..points).map(|_| step()).collect()
}

fn against(out: &mut impl Write, name: &str, time: f64, other: &str, least: f64) -> io::Result<()> {
    let (time, least) = (time * 1e3, least * 1e3);
    let ratio = time / least;
    writeln!(
        out,
        "  {name:<22} {time:>8.2} ms   {other:<22} {least:>8.2} ms   {ratio:>5.2} times"
    )
}

fn equal(ours: &[[u8; 4]], other: &[[u8; 4]]) -> Result<(), &'static str> {
    (ours == other).then_some(()).ok_or("the pictures differ")
}

/// Whether no channel differs by more than rounding makes of it over many passes.
fn near(ours: &[[u8; 4]], other: &[[u8; 4]]) -> Result<(), &'static str> {
    let same = ours.iter().flatten().zip(other.iter().flatten());
    let worst = same.map(|(a, b)| a.abs_diff(*b)).max();
    (worst <= Some(3))
        .then_some(())
        .ok_or("the pictures differ")
}
