//! Blending at each level of vector instructions against the scalar one.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzzing::blend(bytes));
