//! Compound shapes and the algebra of scanlines.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: fuzz::boolean::Pair| fuzz::boolean::run(&input));
