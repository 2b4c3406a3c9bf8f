//! What a miss leaves behind: expected | actual | difference, and a page of all misses.
//!
//! Tests run in many processes at once, so each miss has files of its own under
//! `target/golden`, and whoever misses last rewrites the page from what is there.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use crate::{Difference, Error, Image};

const GAP: u32 = 4;

/// Between the three pictures; a colour that drawings seldom use.
const GAP_COLOR: [u8; 4] = [255, 0, 255, 255];

/// Writes the picture and the page, and returns the picture's path.
pub(crate) fn show_miss(
    folder: &Path,
    name: &str,
    pictures: (&Image, &Image),
    difference: &Difference,
) -> Result<PathBuf, Error> {
    let (expected, actual) = pictures;
    fs::create_dir_all(folder).map_err(|source| Error::Io {
        path: folder.into(),
        source,
    })?;
    let path = miss_path(folder, name);
    side_by_side(&[expected, actual, &difference_picture(expected, actual)])?.save(&path)?;
    write(
        &path.with_extension("txt"),
        &format!("{name}: {difference}"),
    )?;
    write_page(folder)?;
    Ok(path)
}

/// Removes what an earlier run left for a picture that is right now.
pub(crate) fn forget_miss(folder: &Path, name: &str) -> Result<(), Error> {
    let path = miss_path(folder, name);
    if !path.exists() {
        return Ok(());
    }
    for path in [path.with_extension("txt"), path] {
        fs::remove_file(&path).map_err(|source| Error::Io { path, source })?;
    }
    write_page(folder)
}

fn miss_path(folder: &Path, name: &str) -> PathBuf {
    let safe = name.replace(
        |c: char| !c.is_ascii_alphanumeric() && !"-_.".contains(c),
        "-",
    );
    folder.join(format!("{safe}.png"))
}

fn write(path: &Path, text: &str) -> Result<(), Error> {
    fs::write(path, text).map_err(|source| Error::Io {
        path: path.into(),
        source,
    })
}

fn write_page(folder: &Path) -> Result<(), Error> {
    let page = folder.join("index.html");
    let text = page_text(folder).map_err(|source| Error::Io {
        path: folder.into(),
        source,
    })?;
    // Renamed into place, so that a reader never sees half a page.
    let draft = folder.join(format!("index.{}.part", std::process::id()));
    write(&draft, &text)?;
    fs::rename(&draft, &page).map_err(|source| Error::Io { path: page, source })
}

fn page_text(folder: &Path) -> std::io::Result<String> {
    let mut notes = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension() == Some(OsStr::new("txt")) {
            notes.push(path);
        }
    }
    notes.sort();
    let mut page = String::from(
        "<!doctype html><meta charset=\"utf-8\"><title>Pictures that differ</title>\n\
         <style>body{font:14px sans-serif;background:#ddd}\
         img{image-rendering:pixelated;min-width:600px}</style>\n\
         <h1>expected | actual | difference</h1>\n",
    );
    for note in notes {
        let text = fs::read_to_string(&note)?
            .replace('&', "&amp;")
            .replace('<', "&lt;");
        let picture = note.with_extension("png");
        let file = picture.file_name().unwrap_or_default().to_string_lossy();
        page.push_str(&format!("<p>{text}<br><img src=\"{file}\" alt=\"\">\n"));
    }
    Ok(page)
}

/// Black where the pictures agree; else the distance in red, green and blue,
/// lifted so that a distance of 1 is seen, with alpha's distance added to all.
fn difference_picture(expected: &Image, actual: &Image) -> Image {
    let (width, height) = (
        expected.width().max(actual.width()),
        expected.height().max(actual.height()),
    );
    let lift = |distance: u8| {
        if distance == 0 {
            0
        } else {
            distance.saturating_add(63)
        }
    };
    let mut pixels = Vec::with_capacity(width as usize * height as usize * 4);
    for (y, x) in (0..height).flat_map(|y| (0..width).map(move |x| (y, x))) {
        let (e, a) = (pixel(expected, x, y), pixel(actual, x, y));
        let alpha = lift(e[3].abs_diff(a[3]));
        let rgb = [0, 1, 2].map(|i| lift(e[i].abs_diff(a[i])).saturating_add(alpha));
        pixels.extend([rgb[0], rgb[1], rgb[2], 255]);
    }
    Image::new(width, height, pixels).unwrap_or_else(|_| actual.clone())
}

fn side_by_side(images: &[&Image]) -> Result<Image, Error> {
    let height = images.iter().map(|image| image.height()).max().unwrap_or(0);
    let width = images.iter().map(|image| image.width() + GAP).sum();
    let mut pixels = Vec::with_capacity(width as usize * height as usize * 4);
    for y in 0..height {
        for image in images {
            for x in 0..image.width() {
                pixels.extend(pixel(image, x, y));
            }
            for _ in 0..GAP {
                pixels.extend(GAP_COLOR);
            }
        }
    }
    Image::new(width, height, pixels)
}

/// Transparent outside the picture.
fn pixel(image: &Image, x: u32, y: u32) -> [u8; 4] {
    if x >= image.width() {
        return [0; 4];
    }
    let start = (y as usize * image.width() as usize + x as usize) * 4;
    let bytes = image.pixels().get(start..start + 4);
    bytes
        .and_then(|bytes| bytes.try_into().ok())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare;

    #[test]
    fn a_miss_shows_three_pictures_and_a_line_until_it_is_right_again() {
        let folder = std::env::temp_dir().join(format!("golden-report-{}", std::process::id()));
        let expected = Image::new(1, 1, [10, 20, 30, 40]).unwrap();
        let actual = Image::new(1, 1, [10, 21, 30, 40]).unwrap();
        let difference = compare(&expected, &actual).unwrap();

        let shown = show_miss(&folder, "a/b", (&expected, &actual), &difference).unwrap();
        let image = Image::load(&shown).unwrap();
        assert_eq!((image.width(), image.height()), (3 * (1 + GAP), 1));
        let at = |x| pixel(&image, x, 0);
        assert_eq!(at(0), [10, 20, 30, 40]);
        assert_eq!(at(1 + GAP), [10, 21, 30, 40]);
        assert_eq!(at(2 * (1 + GAP)), [0, 64, 0, 255]);
        let page = fs::read_to_string(folder.join("index.html")).unwrap();
        assert!(page.contains("a/b: 1 of 4 bytes differ"), "{page}");
        assert!(page.contains("src=\"a-b.png\""), "{page}");

        forget_miss(&folder, "a/b").unwrap();
        assert!(!shown.exists());
        let page = fs::read_to_string(folder.join("index.html")).unwrap();
        assert!(!page.contains("a-b.png"), "{page}");
        fs::remove_dir_all(&folder).unwrap();
    }
}
