//! Bytes that pretend to be pictures, scanlines, paths, styles.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: fuzz::decode::Bytes| fuzz::decode::run(&input));
