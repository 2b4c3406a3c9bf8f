//! Bytes that pretend to be pictures, scanlines, paths, colours and styles.

use agg_core::{Path, Pixmap, Rgba8, Scanlines};
use arbitrary::Arbitrary;
use figure::ticker::{FormatStrFormatter, StrMethodFormatter};
use figure::{Figure, Style};

#[derive(Debug, Arbitrary)]
pub enum Bytes {
    Png(Vec<u8>),
    /// A sound picture with bytes changed: the fuzzer would not find the checksums.
    ChangedPng(Vec<(u8, u8)>),
    Scanlines(Vec<u8>),
    Svg(String),
    Style(String),
}

pub fn run(bytes: &Bytes) {
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
        Bytes::Style(text) => style(text),
    }
}

fn style(text: &str) {
    let _ = Style::default().parse(text);
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
