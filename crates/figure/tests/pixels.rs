//! The picture is matplotlib's, in every byte, and the same on every way out.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use figure::{Error, Figure, FigureCanvasAgg, Format, SaveOptions};
use golden::{Image, assert_oracle};

const FIXTURES: &str = "matplotlib 3.11.2 itself; see reference-images/PROVENANCE.md";

#[expect(clippy::unwrap_used, reason = "a test's helper")]
fn lab() -> Figure {
    let mut fig = Figure::new((5.0, 4.0), 100.0);
    fig.add_subplot(1, 1, 1).unwrap().plot_y([1, 2, 3]).unwrap();
    fig
}

/// A folder of a test's own, empty.
#[expect(clippy::unwrap_used, reason = "a test's helper")]
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// The 32-bit bottom-up pixels of a BMP file, as RGBA from the top.
#[expect(clippy::unwrap_used, reason = "a test's helper")]
fn read_bmp(file: &Path, (width, height): (u32, u32)) -> Image {
    let bytes = fs::read(file).unwrap();
    let rows: Vec<&[u8]> = bytes[54..].chunks_exact(width as usize * 4).collect();
    let pixels: Vec<u8> = rows
        .iter()
        .rev()
        .flat_map(|row| row.chunks_exact(4))
        .flat_map(|bgra| [bgra[2], bgra[1], bgra[0], bgra[3]])
        .collect();
    Image::new(width, height, pixels).unwrap()
}

/// Runs an example in a folder.
#[expect(clippy::unwrap_used, clippy::panic, reason = "a test's helper")]
fn run(example: &str, folder: &Path) {
    let tests = std::env::current_exe().unwrap();
    let binary = tests.with_file_name("../examples").join(example);
    let status = Command::new(&binary).current_dir(folder).status();
    let status =
        status.unwrap_or_else(|e| panic!("{}: {e}; cargo build --examples", binary.display()));
    assert!(status.success(), "{example}: {status}");
}

#[test]
fn the_examples_write_matplotlibs_pixels() {
    let folder = folder("examples");
    for example in ["lab", "hi_mom"] {
        run(example, &folder);
    }
    let load = |name: &str| Image::load(&folder.join(name)).unwrap();
    assert_oracle("matplotlib/fixtures/lab", &load("test.png"), FIXTURES);
    assert_oracle("matplotlib/fixtures/himom", &load("hi_mom.png"), FIXTURES);
    assert_oracle(
        "matplotlib/fixtures/lab",
        &read_bmp(&folder.join("test.bmp"), (500, 400)),
        FIXTURES,
    );
}

#[test]
fn the_canvas_gives_the_same_pixels_on_every_way_out() {
    let fig = lab();
    let mut canvas = FigureCanvasAgg::new(&fig);
    assert_eq!(canvas.get_width_height(), (500, 400));
    assert!(canvas.buffer_rgba().is_empty());
    canvas.draw().unwrap();
    let rgba = canvas.buffer_rgba().to_vec();
    assert_oracle(
        "matplotlib/fixtures/lab",
        &Image::new(500, 400, rgba.clone()).unwrap(),
        FIXTURES,
    );
    let rgb: Vec<u8> = rgba
        .chunks_exact(4)
        .flat_map(|p| [p[0], p[1], p[2]])
        .collect();
    assert_eq!(canvas.tostring_rgb(), rgb);
    let mut png = Vec::new();
    canvas.print_png(&mut png).unwrap();
    assert_eq!(png, fig.to_png().unwrap());
    let folder = folder("ways_out");
    fig.savefig(folder.join("lab.png")).unwrap();
    assert_eq!(fs::read(folder.join("lab.png")).unwrap(), png);
    fig.savefig(folder.join("lab.PPM")).unwrap();
    assert_eq!(
        fs::read(folder.join("lab.PPM")).unwrap(),
        [b"P6\n500 400\n255\n".as_slice(), &rgb].concat()
    );
}

#[test]
fn the_png_notes_its_resolution_and_its_maker() {
    let png = lab().to_png().unwrap();
    let reader = png::Decoder::new(std::io::Cursor::new(png))
        .read_info()
        .unwrap();
    let dots = reader.info().pixel_dims.unwrap();
    assert_eq!(
        (dots.xppu, dots.yppu, dots.unit),
        (3937, 3937, png::Unit::Meter)
    );
    let text = &reader.info().uncompressed_latin1_text[0];
    assert_eq!(
        (&*text.keyword, text.text.starts_with("figure ")),
        ("Software", true)
    );
}

#[test]
fn drawing_twice_and_from_two_threads_gives_the_same_bytes() {
    let fig = lab();
    let here = fig.to_png().unwrap();
    let there = std::thread::scope(|scope| scope.spawn(|| fig.to_png().unwrap()).join().unwrap());
    assert_eq!(here, there);
    assert_eq!(here, fig.clone().to_png().unwrap());
}

#[test]
fn every_kind_of_the_gallery_draws_a_picture_of_its_own() {
    let folder = folder("kinds");
    run("kinds", &folder);
    let files = fs::read_dir(&folder).unwrap();
    let mut pictures: Vec<Vec<u8>> = files
        .map(|file| fs::read(file.unwrap().path()).unwrap())
        .collect();
    let count = pictures.len();
    pictures.sort();
    pictures.dedup();
    let source = include_str!("../examples/kinds.rs");
    let kinds = source.matches("() -> figure::Result<Figure> {").count();
    assert_eq!((count, pictures.len()), (kinds, kinds));
}

#[test]
fn tight_files_are_as_large_as_what_is_seen() {
    let size = |how: &SaveOptions| {
        let file = lab().to_bytes(Format::Png, how)?;
        let picture = Image::from_png(&file).unwrap();
        Ok::<_, Error>((picture.width(), picture.height()))
    };
    // Measured from matplotlib's file.
    assert_eq!(size(&SaveOptions::new().tight()).unwrap(), (448, 351));
    let larger = size(&SaveOptions::new().tight_with(0.6)).unwrap();
    assert_eq!(larger, (548, 451));
    for pad in [f64::NAN, f64::INFINITY, 1e9, -10.0] {
        let refused = size(&SaveOptions::new().tight_with(pad));
        assert!(matches!(refused, Err(Error::FigureSize { .. })), "{pad}");
    }
}
