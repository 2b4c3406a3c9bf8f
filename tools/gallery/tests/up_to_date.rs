//! The gallery shows the examples as they are: `cargo run -p gallery` brings it up to date.

use std::io;
use std::path::Path;

#[test]
fn the_gallery_shows_every_example_as_it_is() {
    let examples = gallery::examples().unwrap();
    let page = std::fs::read_to_string(gallery::folder().join("index.html")).unwrap();
    // The whole page would be too much to print.
    let remake = "the gallery is out of date: cargo run -p gallery";
    assert!(page == gallery::page(&examples), "{remake}");
    for example in &examples {
        let picture = gallery::folder().join(example.picture());
        assert!(picture.exists(), "{}: {remake}", picture.display());
    }
    let kept = pictures(&gallery::folder()).unwrap();
    assert_eq!(kept, examples.len(), "{remake}");
}

fn pictures(folder: &Path) -> io::Result<usize> {
    let mut count = 0;
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            count += pictures(&path)?;
        } else if path.extension().is_some_and(|extension| extension == "png") {
            count += 1;
        }
    }
    Ok(count)
}
