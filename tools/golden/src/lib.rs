//! Compares rendered pictures and paths with oracle files, byte for byte.
#![forbid(unsafe_code)]
