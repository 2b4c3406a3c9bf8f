//! Any path, pen and transform through the whole chain.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzzing::pipeline(bytes));
