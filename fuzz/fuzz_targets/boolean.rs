//! Compound shapes and the algebra of scanlines.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzzing::boolean(bytes));
