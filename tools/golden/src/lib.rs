//! Compares what we draw with what it should be, byte for byte, and shows the
//! difference when there is one.
//!
//! There are two kinds of reference. An *oracle* was made by another program
//! (the real AGG, the real matplotlib); nothing here ever writes one. A
//! *snapshot* is our own earlier output, and `UPDATE_IMAGES=1` replaces it.
//!
//! ```text
//! actual picture ─┐
//!                 ├─► compare all four channels ─► same: nothing is left behind
//! reference PNG ──┘              │
//!                                └─► a miss: expected | actual | difference as a PNG,
//!                                    a line in target/golden/index.html, and a message
//! ```
//!
//! The list of vertices that a geometry stage puts out is compared in the same
//! spirit, by the bits of each `f64`: see [`compare_vertices`].
//!
//! # Examples
//!
//! ```
//! use golden::{Image, compare};
//!
//! let expected = Image::new(1, 1, vec![10, 20, 30, 255])?;
//! let actual = Image::new(1, 1, vec![10, 21, 30, 255])?;
//! let difference = compare(&expected, &actual).expect("one byte differs");
//! assert_eq!(difference.to_string(),
//!     "1 of 4 bytes differ, by at most 0 1 0 0 in red, green, blue, alpha; first at x 0, y 0");
//! # Ok::<(), golden::Error>(())
//! ```
#![forbid(unsafe_code)]

mod error;
mod image;

mod compare;
mod vertices;

mod report;

mod check;

pub use check::{assert_oracle, assert_snapshot, check_oracle, check_snapshot, reference_images};
pub use compare::{Difference, compare};
pub use error::Error;
pub use image::Image;
pub use vertices::{
    Ulps, Vertex, VertexDifference, compare_vertices, parse_vertices, read_vertices,
};
