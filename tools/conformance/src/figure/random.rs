//! Mosaics of random figures, for the cases that nobody thought of. Figure number
//! i, from the left and then from the top, is made with the seed i.

use figure::{Axes, Figure};

use super::Done;
use crate::random::Random;
use crate::scene::{Drawing, Scene};
use golden::Image;

const CELL: usize = 300;
const COLUMNS: usize = 10;
const COUNT: usize = 100;

const SIZES: [(f64, f64); 4] = [(3.0, 2.0), (2.37, 2.81), (2.0, 3.0), (2.9, 1.3)];
const DPIS: [f64; 3] = [72.0, 90.0, 100.0];
const CENTERS: [f64; 8] = [0.0, 0.0, 1.0, -5.0, 100.0, 1e5, -3e6, 0.25];
const MAGNITUDES: [f64; 10] = [1e-9, 1e-5, 1e-3, 0.1, 1.0, 10.0, 250.0, 1e4, 1e6, 1e12];
const LINESTYLES: [&str; 5] = ["-", "-", "--", "-.", ":"];
const MARKERS: [&str; 8] = ["none", "none", "o", "s", "^", "+", "x", "."];
const WORDS: [&str; 6] = [
    "",
    "Title",
    "a long title, it seems",
    "Größe",
    "x − y",
    "AV To",
];

pub(super) fn scenes() -> Vec<Scene> {
    vec![Scene::new("random_figures", mosaic)]
}

fn mosaic() -> Result<Drawing, String> {
    let width = COLUMNS * CELL;
    let height = COUNT.div_ceil(COLUMNS) * CELL;
    let mut pixels = vec![0; width * height * 4];
    for i in 0..COUNT {
        let cell = random_figure(i as u64)
            .map_err(|error| error.to_string())
            .and_then(|figure| super::picture(&figure).map_err(|error| error.to_string()))
            .map_err(|error| format!("figure {i}: {error}"))?
            .picture;
        let start = (i / COLUMNS * CELL * width + i % COLUMNS * CELL) * 4;
        let row_bytes = cell.width() as usize * 4;
        let rows = pixels[start..].chunks_mut(width * 4);
        for (to, from) in rows.zip(cell.pixels().chunks_exact(row_bytes)) {
            to[..row_bytes].copy_from_slice(from);
        }
    }
    let picture = Image::new(width as u32, height as u32, pixels).map_err(|e| e.to_string())?;
    Ok(Drawing {
        picture,
        stages: Vec::new(),
    })
}

fn random_figure(seed: u64) -> figure::Result<Figure> {
    let mut random = Random::new(seed);
    let size = random.choose(SIZES);
    let mut figure = Figure::new(size, random.choose(DPIS));
    let ax = figure.add_subplot(1, 1, 1)?;
    for _ in 0..1 + random.below(3) {
        add_line(ax, &mut random)?;
    }
    add_words(ax, &mut random);
    set_limits(ax, &mut random)?;
    Ok(figure)
}

fn numbers(random: &mut Random, count: u32) -> Vec<f64> {
    let (center, magnitude) = (random.choose(CENTERS), random.choose(MAGNITUDES));
    (0..count)
        .map(|_| center + magnitude * (random.unit() - 0.5))
        .collect()
}

fn add_line(ax: &mut Axes, random: &mut Random) -> Done {
    let count = 1 + random.below(30);
    let y = numbers(random, count);
    let x = if random.below(2) == 0 {
        numbers(random, count)
    } else {
        (0..count).map(f64::from).collect()
    };
    let line = ax.plot(x, y)?;
    line.linestyle(random.choose(LINESTYLES));
    line.marker(random.choose(MARKERS));
    line.linewidth(random.between(0.2, 5.0));
    if random.below(3) == 0 {
        line.alpha(random.unit());
    }
    Ok(())
}

fn add_words(ax: &mut Axes, random: &mut Random) {
    if random.below(3) == 0 {
        ax.grid(true);
    }
    if random.below(3) == 0 {
        ax.set_title(random.choose(WORDS));
    }
    if random.below(3) == 0 {
        ax.set_xlabel(random.choose(WORDS));
    }
    if random.below(3) == 0 {
        ax.set_ylabel(random.choose(WORDS));
    }
}

fn set_limits(ax: &mut Axes, random: &mut Random) -> Done {
    if let Some((low, high)) = chance(random).then(|| limits(random)) {
        ax.set_xlim(low, high)?;
    }
    if let Some((low, high)) = chance(random).then(|| limits(random)) {
        ax.set_ylim(low, high)?;
    }
    if chance(random) {
        let x = random.between(0.0, 0.4);
        ax.margins(x, random.between(0.0, 0.4))?;
    }
    Ok(())
}

/// One in five.
fn chance(random: &mut Random) -> bool {
    random.below(5) == 0
}

fn limits(random: &mut Random) -> (f64, f64) {
    let (center, magnitude) = (random.choose(CENTERS), random.choose(MAGNITUDES));
    let mut number = || center + magnitude * (random.unit() - 0.5);
    let low = number();
    (low, number())
}
