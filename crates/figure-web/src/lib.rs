#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

mod error;

mod patch;

mod command;

mod session;

mod http;

mod stage;

pub use error::{Error, Result};
pub use stage::{Show, Stage};
