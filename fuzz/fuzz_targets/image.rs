//! Pictures as paint, whole and in parts.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzzing::image(bytes));
