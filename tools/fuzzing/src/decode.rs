//! Bytes that pretend to be pictures, scanlines, paths, colours and styles.

use crate::{pick, settings};
use agg_core::{Path, Pixmap, Rgba8, Scanlines};
use arbitrary::Arbitrary;
use figure::ticker::{FormatStrFormatter, StrMethodFormatter};
use figure::{Figure, Mosaic, Style};

#[derive(Debug, Arbitrary)]
pub(crate) enum Bytes {
    Png(Vec<u8>),
    /// A sound picture with bytes changed: the fuzzer would not find the checksums.
    ChangedPng(Vec<(u8, u8)>),
    Scanlines(Vec<u8>),
    Svg(String),
    /// Names of colours, markers, line styles, formats.
    Names(String),
    Style(String),
    /// Settings that there are, with values that settings have.
    Settings(Vec<(u16, u8)>),
    Mosaic(String),
}

const VALUES: [&str; 32] = [
    "",
    "none",
    "auto",
    "inherit",
    "True",
    "False",
    "0",
    "-1",
    "1e300",
    "nan",
    "inf",
    "0.5",
    "3, 2",
    "-5, 5, 7",
    "C3",
    "C99999999999",
    "r",
    "#12345",
    "#1234567",
    "tab:blue",
    "0.75",
    "x-large",
    "medium",
    "both",
    "in",
    "best",
    "upper right",
    "--",
    "cycler('color', ['r', 'C1', ''])",
    "cycler(\"linestyle\", [])",
    "[1, 2",
    "\u{301}",
];

pub(crate) fn run(bytes: &Bytes) {
    match bytes {
        Bytes::Png(bytes) => drop(Pixmap::<Rgba8>::from_png(bytes)),
        Bytes::ChangedPng(changes) => {
            let Ok(mut png) = Pixmap::new(7, 5).and_then(|pixmap| pixmap.to_png()) else {
                return;
            };
            for &(at, v) in changes {
                let len = png.len();
                png[usize::from(at) % len] = v;
            }
            let _ = Pixmap::<Rgba8>::from_png(&png);
        }
        Bytes::Scanlines(bytes) => {
            if let Ok(lines) = Scanlines::from_bytes(bytes) {
                assert_eq!(Scanlines::from_bytes(&lines.to_bytes()).ok(), Some(lines));
            }
        }
        Bytes::Svg(data) => {
            if let Ok(path) = Path::from_svg(data) {
                let _ = Path::from_svg(&path.to_svg());
            }
        }
        Bytes::Names(text) => names(text),
        Bytes::Style(text) => style(text),
        Bytes::Settings(settings) => {
            let chosen = settings.iter().take(30);
            let lines =
                chosen.map(|&(k, v)| format!("{}: {}\n", settings::name(k), pick(VALUES, v)));
            style(&lines.collect::<String>());
        }
        Bytes::Mosaic(text) => {
            if let Ok(mosaic) = Mosaic::new(text) {
                let mut figure = Figure::new((1.0, 1.0), 20.0);
                let _ = figure.subplot_mosaic(&mosaic);
            }
        }
    }
}

/// Settings, and a picture with those that were understood.
fn style(text: &str) {
    let mut style = Style::default();
    if style.parse(text).is_err() {
        for line in text.lines() {
            let _ = style.parse(line);
        }
    }
    // What is large is drawn elsewhere.
    let mut figure = Figure::styled(style);
    figure.set_size(0.5, 0.5).set_dpi(50.0);
    if let Ok(axes) = figure.add_subplot(1, 1, 1) {
        if let Ok(line) = axes.plot_y([1.0, 2.0]) {
            line.label("a");
        }
        axes.legend();
    }
    let once = figure.to_png().ok();
    assert!(once == figure.to_png().ok());
}

fn names(text: &str) {
    let _ = (FormatStrFormatter::new(text), StrMethodFormatter::new(text));
    let mut figure = Figure::new((0.5, 0.5), 50.0);
    let Ok(axes) = figure.add_subplot(1, 1, 1) else {
        return;
    };
    if let Ok(line) = axes.plot_y([1.0, 2.0]) {
        line.color(text).marker(text).linestyle(text);
    }
    let _ = figure.to_png();
}
