//! Any string at any size.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzzing::text(bytes));
