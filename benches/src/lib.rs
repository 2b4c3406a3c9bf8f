//! Scenes that the benchmarks draw.
#![forbid(unsafe_code)]
