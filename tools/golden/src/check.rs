//! The questions that tests ask: is this the oracle's picture, is this still our snapshot?

use std::path::{Path, PathBuf};

use crate::{Error, Image, compare, report};

/// The folder `reference-images` of the workspace.
pub fn reference_images() -> PathBuf {
    workspace().join("reference-images")
}

fn workspace() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_path_buf()
}

/// Where misses are shown: `golden` in cargo's target folder.
fn report_folder() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR");
    target
        .map_or_else(|| workspace().join("target"), PathBuf::from)
        .join("golden")
}

/// Compares a picture with `reference-images/<oracle>.png` at tolerance 0.
///
/// `oracle` is a path without extension, such as `agg/triangle_opaque`; `remake`
/// is the command that makes the oracle, for whoever reads the message. The
/// oracle itself is never written, whatever the environment says.
///
/// # Errors
///
/// [`Error::Differs`] when a byte differs, or the errors of [`Image::load`] when
/// there is no such oracle.
pub fn check_oracle(oracle: &str, actual: &Image, remake: &str) -> Result<(), Error> {
    let file = reference_images().join(format!("{oracle}.png"));
    check(oracle, &Image::load(&file)?, actual, remake)
}

/// [`check_oracle`], as an assertion.
///
/// # Panics
///
/// When [`check_oracle`] gives an error; the message says how much differs, from
/// where on, where to look and how the oracle is made.
#[track_caller]
pub fn assert_oracle(oracle: &str, actual: &Image, remake: &str) {
    succeed(check_oracle(oracle, actual, remake));
}

/// Compares a picture with `reference-images/snapshots/<name>.png`.
///
/// With `UPDATE_IMAGES=1` in the environment the snapshot is written instead if
/// it differs, and that is an error too: a new snapshot is to be looked at.
///
/// # Errors
///
/// [`Error::Differs`] when a byte differs, [`Error::SnapshotUpdated`] when the
/// snapshot was written, [`Error::Io`] when there is none yet or it cannot be written.
pub fn check_snapshot(name: &str, actual: &Image) -> Result<(), Error> {
    let folder = reference_images().join("snapshots");
    let update = std::env::var_os("UPDATE_IMAGES").is_some_and(|value| value == "1");
    check_snapshot_in(
        &folder,
        name,
        actual,
        if update {
            Misses::Update
        } else {
            Misses::Report
        },
    )
}

/// [`check_snapshot`], as an assertion.
///
/// # Panics
///
/// When [`check_snapshot`] gives an error, which includes a snapshot just written.
#[track_caller]
pub fn assert_snapshot(name: &str, actual: &Image) {
    succeed(check_snapshot(name, actual));
}

#[derive(Clone, Copy)]
enum Misses {
    Report,
    Update,
}

fn check_snapshot_in(
    folder: &Path,
    name: &str,
    actual: &Image,
    misses: Misses,
) -> Result<(), Error> {
    let file = folder.join(format!("{name}.png"));
    match misses {
        Misses::Report => {
            let remake = "UPDATE_IMAGES=1 cargo test (a snapshot of our own output)";
            check(
                &format!("snapshots/{name}"),
                &Image::load(&file)?,
                actual,
                remake,
            )
        }
        Misses::Update if Image::load(&file).is_ok_and(|old| old == *actual) => Ok(()),
        Misses::Update => {
            let parent = file.parent().unwrap_or(folder);
            std::fs::create_dir_all(parent).map_err(|source| Error::Io {
                path: parent.into(),
                source,
            })?;
            actual.save(&file)?;
            Err(Error::SnapshotUpdated { path: file })
        }
    }
}

fn check(name: &str, expected: &Image, actual: &Image, remake: &str) -> Result<(), Error> {
    let folder = report_folder();
    let Some(difference) = compare(expected, actual) else {
        return report::forget_miss(&folder, name);
    };
    let shown = report::show_miss(&folder, name, (expected, actual), &difference)?;
    Err(Error::Differs {
        name: name.into(),
        difference,
        shown,
        remake: remake.into(),
    })
}

#[track_caller]
#[expect(clippy::panic, reason = "an assertion for tests")]
fn succeed(result: Result<(), Error>) {
    if let Err(error) = result {
        panic!("{error}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dot(value: u8) -> Image {
        Image::new(1, 1, [value; 4]).unwrap()
    }

    #[test]
    fn an_update_writes_the_snapshot_once_and_fails() {
        let folder = std::env::temp_dir().join(format!("golden-check-{}", std::process::id()));
        let update = |image: &Image| check_snapshot_in(&folder, "dot", image, Misses::Update);
        assert!(matches!(
            update(&dot(1)),
            Err(Error::SnapshotUpdated { .. })
        ));
        assert!(update(&dot(1)).is_ok());
        assert!(matches!(
            update(&dot(2)),
            Err(Error::SnapshotUpdated { .. })
        ));
        assert_eq!(Image::load(&folder.join("dot.png")).unwrap(), dot(2));
        std::fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_snapshot_that_is_missing_is_an_error() {
        let missing = check_snapshot_in(Path::new("/nowhere"), "dot", &dot(1), Misses::Report);
        assert!(matches!(missing, Err(Error::Io { .. })));
    }

    #[test]
    fn an_oracle_that_differs_names_the_command_that_makes_it() {
        let error = check_oracle("agg/triangle_opaque", &dot(1), "the command").unwrap_err();
        let message = error.to_string();
        assert!(
            message.contains("1 × 1 pixels instead of 64 × 64"),
            "{message}"
        );
        assert!(message.contains("the command"), "{message}");
        report::forget_miss(&report_folder(), "agg/triangle_opaque").unwrap();
    }

    #[test]
    fn an_oracle_is_equal_to_itself() {
        let path = reference_images().join("agg/star_nonzero.png");
        assert_oracle("agg/star_nonzero", &Image::load(&path).unwrap(), "");
    }
}
