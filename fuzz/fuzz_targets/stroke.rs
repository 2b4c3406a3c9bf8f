//! Pens and dashes, alone and culled to what is seen.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: fuzz::stroke::Line| fuzz::stroke::run(&input));
