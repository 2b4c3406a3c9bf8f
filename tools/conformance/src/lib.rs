//! Draws every oracle scene and reports which bytes differ.
#![forbid(unsafe_code)]
