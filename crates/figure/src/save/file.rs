//! Putting bytes into a file in one step, so that nobody ever sees half of them.

use std::ffi::OsString;
use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// How many names are tried for the file beside the file; others are taken by saves going on at
/// the same time, or left by programs that were killed in one.
const ATTEMPTS: u32 = 1000;

/// Makes a file's content these bytes: all of them, or on error none, and then the file is as it
/// was.
///
/// A link is followed, and permissions are kept. What is no regular file (a terminal, a pipe) is
/// written to directly.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let old = fs::metadata(&target).ok();
    match &old {
        Some(old) if old.is_dir() => return Err(ErrorKind::IsADirectory.into()),
        Some(old) if !old.is_file() => {
            return OpenOptions::new()
                .write(true)
                .open(&target)?
                .write_all(bytes);
        }
        Some(old) if old.permissions().readonly() => return Err(ErrorKind::PermissionDenied.into()),
        _ => {}
    }
    let (part, file) = beside(&target)?;
    let result = fill(file, bytes, old.as_ref()).and_then(|()| fs::rename(&part, &target));
    if result.is_err() {
        // The first error is the one to report.
        let _ = fs::remove_file(&part);
    }
    result
}

fn fill(mut file: File, bytes: &[u8], old: Option<&Metadata>) -> io::Result<()> {
    if let Some(old) = old {
        file.set_permissions(old.permissions())?;
    }
    file.write_all(bytes)
}

/// A new, empty file in the same folder, whose name says what it will be.
fn beside(target: &Path) -> io::Result<(PathBuf, File)> {
    let name = target.file_name().ok_or(ErrorKind::InvalidInput)?;
    for attempt in 0..ATTEMPTS {
        let mut part = OsString::from(".");
        part.push(name);
        part.push(format!(".{attempt}.part"));
        let part = target.with_file_name(part);
        match OpenOptions::new().write(true).create_new(true).open(&part) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            result => return result.map(|file| (part, file)),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}
