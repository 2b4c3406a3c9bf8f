//! Pictures as paint, whole and in parts.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: fuzz::image::Tiling| fuzz::image::run(&input));
