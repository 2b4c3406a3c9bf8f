//! Blending at each level of vector instructions against the scalar one.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: fuzz::blend::Row| fuzz::blend::run(&input));
