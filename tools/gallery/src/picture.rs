//! The pictures: what the examples save, made smaller.

use crate::{Example, project};
use agg_core::{Affine, Canvas, Edge, Error, Filter, Image, Pixmap, Rgb8, Sampling};
use std::io;
use std::path::Path;
use std::process::Command;

/// No side of a picture is longer, in pixels.
const LONGEST: f64 = 352.0;

/// Runs an example's program in an empty folder, unless that has been done, and gives back the PNG
/// that it saves there: the one named like the example, where there are several.
///
/// # Errors
///
/// Where the example cannot be run, fails, or saves no PNG.
pub fn draw(example: &Example, folder: &Path) -> io::Result<Vec<u8>> {
    let Example {
        of, name, program, ..
    } = example;
    if !folder.exists() {
        std::fs::create_dir_all(folder)?;
        run(of, program, folder)?;
    }
    let own = folder.join(format!("{name}.png"));
    if name != program || own.exists() {
        return std::fs::read(own);
    }
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "png") {
            return std::fs::read(path);
        }
    }
    Err(io::Error::other(format!(
        "{of}: example {name} saves no PNG"
    )))
}

/// Runs a program of a crate in a folder.
fn run(of: &str, program: &str, folder: &Path) -> io::Result<()> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .args(["run", "--quiet", "--package", of, "--example", program])
        .arg("--manifest-path")
        .arg(project().join("Cargo.toml"))
        .current_dir(folder)
        .status()?;
    if status.success() {
        Ok(())
    } else {
        Err(io::Error::other(format!("{of}: example {program} failed")))
    }
}

/// A PNG with the same picture small enough for the page, on white.
///
/// # Errors
///
/// As [`Pixmap::from_png`] and [`Pixmap::to_png`].
pub fn shrink(png: &[u8]) -> Result<Vec<u8>, Error> {
    let picture = Pixmap::<agg_core::Rgba8>::from_png(png)?;
    let (width, height) = (f64::from(picture.width()), f64::from(picture.height()));
    let scale = (LONGEST / width.max(height)).min(1.0);
    let side = |length: f64| (length * scale).round().max(1.0) as u32;
    let mut small = Pixmap::<Rgb8>::with_format(side(width), side(height))?;
    small.fill([255; 3]);
    let image = Image::new(picture)
        .with_edge(Edge::Clamp)
        .with_sampling(Sampling::Resampled(Filter::Bilinear))
        .with_transform(Affine::scale(scale));
    Canvas::new(&mut small).fill_all(image);
    small.to_png()
}

#[cfg(test)]
mod tests {
    use super::*;
    use agg_core::Color;

    #[test]
    fn large_pictures_become_small_and_small_ones_stay() {
        for (from, to) in [
            ((704, 352), (352, 176)),
            ((30, 20), (30, 20)),
            ((9999, 1), (352, 1)),
        ] {
            let mut picture = Pixmap::new(from.0, from.1).unwrap();
            Canvas::new(&mut picture).clear(Color::BLACK.with_alpha(0.4));
            let small = shrink(&picture.to_png().unwrap()).unwrap();
            let small = Pixmap::<Rgb8>::from_png(&small).unwrap();
            assert_eq!((small.width(), small.height()), to);
            assert!(small.pixels().iter().all(|&pixel| pixel == [153; 3]));
        }
    }
}
