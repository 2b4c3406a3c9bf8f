//! Any string at any size.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: fuzz::text::Words| fuzz::text::run(&input));
