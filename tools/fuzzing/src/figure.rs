//! Random calls on the plots of a figure, and a save to a random kind of file. It gives an error or a
//! file, and drawing twice gives it twice.

mod call;
mod words;

use crate::{Coordinate, pick};
use agg_core::Limits;
use arbitrary::Arbitrary;
use call::Call;
use figure::{Figure, Format, SaveOptions, Style};

#[derive(Debug, Arbitrary)]
pub(crate) struct Script {
    size: [u8; 2],
    style: u8,
    layout: u8,
    grid: u8,
    calls: Vec<(u8, Call)>,
    ending: Ending,
}

#[derive(Debug, Arbitrary)]
struct Ending {
    format: u8,
    tight: bool,
    pad: Coordinate,
    transparent: bool,
    dpi: u8,
}

/// As many calls as are made: the rest says nothing new and takes time.
const MOST: usize = 12;
/// Looks that move things, or colour them.
const SHEETS: [&str; 6] = [
    "default",
    "dark_background",
    "ggplot",
    "classic",
    "bmh",
    "grayscale",
];
/// Rows and columns of plots.
const GRIDS: [[usize; 2]; 5] = [[1, 1], [1, 1], [1, 1], [2, 2], [1, 3]];

pub(crate) fn run(script: &Script) {
    let Some(figure) = figure(script) else {
        return;
    };
    let save = || figure.to_bytes(script.ending.format(), &script.ending.options());
    let (once, twice) = (save().ok(), save().ok());
    assert!(once == twice, "drawing changed the figure");
}

fn figure(script: &Script) -> Option<Figure> {
    let [width, height] = script.size.map(|v| f64::from(v % 100) / 50.0 + 0.1);
    let style = Style::sheet(pick(SHEETS, script.style)).ok()?;
    let mut figure = Figure::new((width, height), 50.0).with_style(style);
    match script.layout % 4 {
        1 => {
            figure.tight_layout();
        }
        2 => {
            figure.constrained_layout();
        }
        _ => {}
    }
    let [rows, columns] = pick(GRIDS, script.grid);
    for index in 1..=rows * columns {
        figure.add_subplot(rows, columns, index).ok()?;
    }
    for (plot, call) in script.calls.iter().take(MOST) {
        // An error is an answer.
        let _ = call.make(&mut figure, usize::from(*plot) % (rows * columns));
    }
    Some(figure)
}

impl Ending {
    fn format(&self) -> Format {
        let formats = [
            Format::Png,
            Format::Rgba,
            Format::Rgba,
            Format::Svg,
            Format::Pdf,
            Format::Bmp,
        ];
        pick(formats, self.format)
    }

    fn options(&self) -> SaveOptions {
        // A tight box is as large as what is on it, which may be anywhere.
        let limits = Limits {
            pixels: Some(1 << 20),
            ..Limits::default()
        };
        let mut options = SaveOptions::new().limits(limits);
        if self.dpi > 200 {
            options = options.dpi(f64::from(self.dpi - 200));
        }
        if self.tight {
            options = options.tight_with(self.pad.into());
        }
        if self.transparent {
            options = options.transparent();
        }
        options
    }
}
