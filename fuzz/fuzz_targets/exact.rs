//! The rasterizer against a slow exact integral.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzzing::exact(bytes));
