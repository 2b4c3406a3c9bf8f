//! Random calls on a plot, and a save.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzzing::figure(bytes));
