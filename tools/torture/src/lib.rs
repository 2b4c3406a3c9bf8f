//! Hostile input, and what becomes of it.
//!
//! A *case* is something to draw and what must be seen then; a *road* is a public way to draw it.
//! Each case goes down each road that it can enter, in a process of its own with a limit on its
//! time and its memory, so that a case that never ends or aborts harms no other.
//!
//! ```text
//! cases.jsonl ─► case ─┐
//!       (long ones: made)├─► task ─► process of its own ─► road ─► probes ─► verdict
//! deeds: fn() ─────────┘
//! ```
//!
//! The raster cases are data, in a file of one JSON object a line that further files can follow;
//! what is no path on a surface (fonts, texts, figures, decoders) is code, in [`deed`].
#![forbid(unsafe_code)]

pub mod case;
mod json;
mod made;

pub mod deed;
pub mod road;

pub mod task;

pub mod process;

pub mod hash;

pub mod long;

pub use case::Case;
pub use process::Verdict;
pub use road::Road;
pub use task::Task;
