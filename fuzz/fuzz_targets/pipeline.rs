//! Any path, pen and transform through the whole chain.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: fuzz::pipeline::Drawing| fuzz::pipeline::run(&input));
