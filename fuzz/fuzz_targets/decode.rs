//! Bytes that pretend to be pictures, scanlines, paths, styles.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzzing::decode(bytes));
