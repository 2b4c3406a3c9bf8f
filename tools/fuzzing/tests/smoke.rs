//! Every target with random bytes for a moment, and with the inputs that are kept in `fuzz/seeds`:
//! what can be seen without a fuzzer.

#![expect(clippy::panic, reason = "a test fails by panicking")]

use fuzzing::{TARGETS, Target};
use std::path::Path;

/// Random inputs for each target.
const TIMES: u64 = 200;

fn random(seed: u64) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let mut byte = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 40) as u8
    };
    (0..seed * 4 % 1500 + 20).map(|_| byte()).collect()
}

/// The inputs that are kept for a target; each has a name, for a failure to be found.
fn kept(target: Target) -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/seeds");
    let files = std::fs::read_dir(folder.join(target.name));
    let files = files.unwrap_or_else(|error| panic!("no seeds of {}: {error}", target.name));
    let read = |file: std::io::Result<std::fs::DirEntry>| {
        let path = file?.path();
        Ok((path.display().to_string(), std::fs::read(path)?))
    };
    let files: std::io::Result<Vec<_>> = files.map(read).collect();
    files.unwrap_or_else(|error| panic!("seeds of {}: {error}", target.name))
}

fn smoke(name: &str) {
    let target = TARGETS.iter().find(|target| target.name == name);
    let target = *target.unwrap_or_else(|| panic!("no target {name}"));
    for seed in 1..=TIMES {
        (target.run)(&random(seed));
    }
    let kept = kept(target);
    assert!(!kept.is_empty(), "nothing is kept for {name}");
    for (file, bytes) in kept {
        if std::panic::catch_unwind(|| (target.run)(&bytes)).is_err() {
            panic!("{file}: {}", (target.read)(&bytes));
        }
    }
}

macro_rules! targets {
    ($($target:ident)*) => {
        $(
            #[test]
            fn $target() {
                smoke(stringify!($target));
            }
        )*

        #[test]
        fn every_target_is_tested() {
            let names: Vec<&str> = TARGETS.iter().map(|target| target.name).collect();
            assert_eq!(names, [$(stringify!($target)),*]);
        }
    };
}

targets! { pipeline stroke exact boolean blend image font text figure decode }
