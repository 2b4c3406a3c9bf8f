//! The rasterizer against a slow exact integral.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: fuzz::exact::Polygon| fuzz::exact::run(&input));
