//! A web server of tsunami travel-time maps, made for each request and streamed, without a file.
//!
//! ```text
//!  GET /contour.png?lon=…  ─► chart ─► pool ─► worker ─────────────────────────► pipe ─► client
//!                    400 ◄──┘ 304 ◄─┘ 503 ◄─┘ ocean, eikonal, figure, PNG
//! ```
//!
//! It shows what a server that draws needs, in one file for each need: parameters that strangers
//! send ([`chart`]), a bounded queue in front of the processors (`pool`), answers that are sent
//! while they are encoded and hold no worker (`pipe`), connections on which nothing moves
//! (`listener`), numbers to watch ([`metrics`]).

pub mod chart;
pub mod eikonal;
mod lately;
mod listener;
pub mod metrics;
pub mod ocean;
mod pipe;
mod pool;
mod server;

pub use server::{Config, serve};
