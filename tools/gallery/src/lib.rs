//! Makes `docs/gallery`: a page that shows the picture of every example beside its code.
//!
//! ```text
//!  crates/*/examples/*.rs ─┬─run in an empty folder─► PNG ─shrunk─► docs/gallery/<crate>/<name>.png
//!                          └─title, code──────────────────────────► docs/gallery/index.html
//! ```
//!
//! The page depends on the sources alone, so a test can tell in no time whether it is up to date:
//! an example that is new or was changed makes another page, and its picture is made anew with it.
//!
//! A program of several examples has a documented function for each, which gives back a figure; the
//! program saves each as the function is named. So many small examples cost one program.
#![forbid(unsafe_code)]

mod kinds;
mod page;
mod picture;

pub use page::{page, shows};
pub use picture::{draw, shrink};

use std::io;
use std::path::{Path, PathBuf};

/// The crates with examples, in the order of the page.
const CRATES: [&str; 4] = ["figure", "agg-plot", "agg-text", "agg-core"];

/// One example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The crate that it belongs to.
    pub of: &'static str,
    /// Its name, without extension.
    pub name: String,
    /// The program that draws it: its file's name, without extension.
    pub program: String,
    /// Its source; of one of several in a program, the documentation and the code of its function.
    pub source: String,
}

impl Example {
    /// Where its picture is, from the folder of the page.
    #[must_use]
    pub fn picture(&self) -> String {
        format!("{}/{}.png", self.of, self.name)
    }
}

/// The folder of the whole project.
#[must_use]
pub fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The folder of the page.
#[must_use]
pub fn folder() -> PathBuf {
    project().join("docs/gallery")
}

/// Every example of every crate, by name.
///
/// # Errors
///
/// Where a folder or a file cannot be read. A crate without examples is none.
pub fn examples() -> io::Result<Vec<Example>> {
    let mut found = Vec::new();
    for of in CRATES {
        let folder = project().join("crates").join(of).join("examples");
        let mut files = match std::fs::read_dir(&folder) {
            Ok(entries) => entries
                .map(|entry| Ok(entry?.path()))
                .collect::<io::Result<Vec<_>>>()?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            Err(error) => return Err(error),
        };
        files.sort();
        for file in files {
            if file.extension().is_some_and(|extension| extension == "rs") {
                let program = file.file_stem().unwrap_or_default().to_string_lossy();
                found.extend(kinds::parted(Example {
                    of,
                    name: program.clone().into_owned(),
                    program: program.into_owned(),
                    source: std::fs::read_to_string(&file)?,
                }));
            }
        }
    }
    let place = |example: &Example| CRATES.iter().position(|of| *of == example.of);
    found.sort_by(|a, b| (place(a), &a.name).cmp(&(place(b), &b.name)));
    Ok(found)
}
