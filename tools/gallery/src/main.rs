//! `cargo run -p gallery [-- all]`: brings `docs/gallery` up to date. Pictures of examples whose code
//! has not changed stay, unless all are asked for.
#![forbid(unsafe_code)]

use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let all = std::env::args()
        .nth(1)
        .is_some_and(|argument| argument == "all");
    let folder = gallery::folder();
    let before = if all {
        String::new()
    } else {
        std::fs::read_to_string(folder.join("index.html")).unwrap_or_default()
    };
    let scratch = std::env::temp_dir().join(format!("gallery-{}", std::process::id()));
    std::fs::create_dir_all(&scratch)?;
    let made = make(&folder, &before, &scratch);
    let removed = std::fs::remove_dir_all(&scratch);
    made?;
    Ok(removed?)
}

fn make(folder: &Path, before: &str, scratch: &Path) -> Result<(), Box<dyn Error>> {
    let examples = gallery::examples()?;
    let mut pictures = Vec::new();
    for example in &examples {
        let kept = std::fs::read(folder.join(example.picture()));
        pictures.push(match kept {
            Ok(picture) if gallery::shows(before, example) => picture,
            _ => {
                let run_in = scratch.join(example.of).join(&example.program);
                gallery::shrink(&gallery::draw(example, &run_in)?)?
            }
        });
    }
    // Only now, so that an example that fails leaves the old gallery.
    if folder.exists() {
        std::fs::remove_dir_all(folder)?;
    }
    for (example, picture) in examples.iter().zip(pictures) {
        let to = folder.join(example.picture());
        std::fs::create_dir_all(to.parent().unwrap_or(folder))?;
        std::fs::write(to, picture)?;
    }
    std::fs::write(folder.join("index.html"), gallery::page(&examples))?;
    Ok(())
}
