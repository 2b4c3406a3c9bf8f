//! matplotlib's Agg renderer on agg-core.
#![forbid(unsafe_code)]
