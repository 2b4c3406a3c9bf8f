//! Random calls on a plot, and a save.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: fuzz::figure::Script| fuzz::figure::run(&input));
