//! Pens and dashes, alone and culled to what is seen.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzzing::stroke(bytes));
