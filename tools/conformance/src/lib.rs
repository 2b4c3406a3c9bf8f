//! Draws every oracle scene there is and says which bytes differ.
//!
//! ```text
//! tools/oracle/agg/fill.cpp ──► the real AGG ──► reference-images/agg/star_nonzero.png
//!                                                          │ judge
//! src/agg/fill.rs ────────────► agg-core ─────► Drawing ───┴──► one row of the table
//! ```
//!
//! A scene here makes the same calls as the scene of the same name in
//! `tools/oracle`, in the module of the same name. A reference without a scene
//! and a scene without a reference are rows too, and they count as unexplained:
//! nothing can be skipped in silence.
//!
//! To add a scene, write it on both sides and run the oracle's `make`. To add a
//! topic, add a file on both sides.
#![forbid(unsafe_code)]

pub mod random;
pub mod scene;

pub mod explain;
pub mod judge;

pub mod agg;
pub mod figure;

/// The examples of the project's front page, so that they cannot rot.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;

/// The pages of the guide, likewise.
#[cfg(doctest)]
mod guide {
    #[doc = include_str!("../../../docs/guide/src/figure.md")]
    mod figure {}

    #[doc = include_str!("../../../docs/guide/src/shape.md")]
    mod shape {}

    #[doc = include_str!("../../../docs/guide/src/output.md")]
    mod output {}

    #[doc = include_str!("../../../docs/guide/src/from-matplotlib.md")]
    mod from_matplotlib {}

    #[doc = include_str!("../../../docs/guide/src/from-agg.md")]
    mod from_agg {}
}
