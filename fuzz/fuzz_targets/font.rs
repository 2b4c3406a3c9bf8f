//! Broken fonts.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: fuzz::font::Damage| fuzz::font::run(&input));
