//! `tools/vector-check/run [folder [name]]`: draws every oracle figure as PNG, as SVG through resvg,
//! and as PDF through both of poppler's programs, `pdftocairo` and `pdftoppm`, and says how far each
//! is from the PNG.
//!
//! The programs smooth edges, hint glyphs and clip in ways of their own, and vector files fit nothing
//! to the pixel grid, so that a line may lie half a pixel beside the PNG's. Pictures are therefore
//! laid on white and blurred by a box of 3 × 3 pixels, and each level is held against the range of
//! levels that the other picture has in the 3 × 3 pixels around. A shift of less than a pixel leaves
//! little of that; a line that is missing leaves 85 of 255 levels. Then two numbers are told:
//!
//! * the mean of what a channel lies beyond that range, of 255 levels;
//! * the share of pixels where that is more than 32 levels in some channel.
//!
//! `pdftoppm` fits lines to its own grid, which makes those of 1.1 pixels two pixels wide; its bars
//! are wider. A figure beyond the bars, for which `EXPLAINED` has no reason, is a failure. With a
//! folder, the pictures of those are left there: PNG, the other, their difference.
#![forbid(unsafe_code)]

mod picture;
mod render;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use figure::Figure;
use picture::{Distance, Picture};
use render::{Pdf, Svg};

/// What draws, the most that the mean may be, and the most that the share may be.
const BARS: [(&str, f64, f64); 3] = [
    ("resvg", 1.0, 0.01),
    ("pdftocairo", 1.0, 0.01),
    ("pdftoppm", 2.5, 0.04),
];

/// Figures that lie beyond the bars, and why.
const EXPLAINED: &[(&str, &str)] = &[
    (
        "noise",
        "AGG adds up the coverage of strokes that share a pixel; others mix it",
    ),
    ("mesh_distorted_with_edges", HARD),
    ("contour_hard_edges", HARD),
    ("tight_without_room", "words on words on 100 × 100 pixels"),
    ("tiny_figure", "words on words on 100 × 100 pixels"),
    ("linewidth_zero", THIN),
    ("grid_dpi_72", THIN),
    ("colorbar_extend_edges", THIN),
    (
        "colorbar_of_many_layers",
        "cairo mixes two edges where bands meet: what is below shines through",
    ),
];

/// Why figures of thin lines differ.
const THIN: &str = "cairo draws no line thinner than a pixel";

/// Why figures without smoothing differ.
const HARD: &str = "without smoothing, matplotlib draws every pixel that a line touches";

fn main() -> ExitCode {
    let folder = std::env::args_os().nth(1).map(PathBuf::from);
    let only = std::env::args().nth(2);
    match check(folder.as_deref(), only.as_deref()) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("vector-check: {error}");
            ExitCode::from(2)
        }
    }
}

struct Row {
    name: String,
    by: &'static str,
    distance: Distance,
}

impl Row {
    fn is_beyond(&self) -> bool {
        let mut bars = BARS.iter().filter(|(by, ..)| *by == self.by);
        let Distance { mean, share } = self.distance;
        bars.any(|&(_, most, often)| mean > most || share > often)
    }
}

fn check(folder: Option<&Path>, only: Option<&str>) -> Result<usize, Box<dyn Error>> {
    let svg = Svg::new()?;
    let (cairo, splash) = (Pdf::by("pdftocairo")?, Pdf::by("pdftoppm")?);
    let mut rows = Vec::new();
    for scene in conformance::figure::half().scenes {
        let Some(figure) = scene.figure() else {
            continue;
        };
        if only.is_some_and(|only| !scene.name().contains(only)) {
            continue;
        }
        let figure = figure?;
        let expected = pixels(&figure)?;
        let (document, dpi, size) = (figure.to_pdf()?, figure.dpi(), expected.size());
        let drawn = [
            ("resvg", svg.draw(&figure.to_svg()?, size)?),
            ("pdftocairo", cairo.draw(&document, dpi, size)?),
            ("pdftoppm", splash.draw(&document, dpi, size)?),
        ];
        for (by, actual) in drawn {
            let row = Row {
                name: scene.name().to_owned(),
                by,
                distance: expected.distance(&actual),
            };
            if let Some(folder) = folder
                && (row.is_beyond() || only.is_some())
            {
                let file = folder.join(format!("{}.{by}.png", scene.name().replace('/', "-")));
                expected.beside(&actual).save(&file)?;
            }
            rows.push(row);
        }
    }
    Ok(report(&mut rows))
}

/// Prints the bars, the worst rows and the sums; gives back how many are beyond without a reason.
fn report(rows: &mut [Row]) -> usize {
    rows.sort_by(|a, b| b.distance.share.total_cmp(&a.distance.share));
    println!("{:<48} {:<10} {:>6} {:>8}", "figure", "by", "mean", "share");
    for row in rows.iter().take(25) {
        print(row);
    }
    rows.sort_by(|a, b| b.distance.mean.total_cmp(&a.distance.mean));
    println!("…");
    for row in rows.iter().take(15) {
        print(row);
    }
    for (by, mean_bar, share_bar) in BARS {
        let of = || rows.iter().filter(|row| row.by == by);
        let count = of().count().max(1) as f64;
        let mean = of().map(|row| row.distance.mean).sum::<f64>() / count;
        let share = of().map(|row| row.distance.share).sum::<f64>() / count;
        println!(
            "{count} figures by {by}: mean {mean:.3}, share {:.3} % on average; \
             the bars are {mean_bar} and {} %",
            share * 100.0,
            share_bar * 100.0,
        );
    }
    let explained = |row: &&Row| EXPLAINED.iter().any(|(name, _)| row.name == *name);
    let beyond = rows.iter().filter(|row| row.is_beyond());
    let (explained, unexplained): (Vec<&Row>, Vec<&Row>) = beyond.partition(explained);
    println!(
        "{} beyond the bars, {} of them explained",
        explained.len() + unexplained.len(),
        explained.len(),
    );
    unexplained
        .iter()
        .for_each(|row| println!("  {} {}", row.name, row.by));
    unexplained.len()
}

fn print(row: &Row) {
    let Distance { mean, share } = row.distance;
    println!(
        "{:<48} {:<10} {mean:>6.3} {:>7.3}%",
        row.name,
        row.by,
        share * 100.0
    );
}

fn pixels(figure: &Figure) -> Result<Picture, Box<dyn Error>> {
    let mut canvas = figure::FigureCanvasAgg::new(figure);
    canvas.draw()?;
    Ok(Picture::from_straight(
        canvas.get_width_height(),
        canvas.buffer_rgba(),
    ))
}
