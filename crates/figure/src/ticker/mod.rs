//! Where ticks sit and what they say.
//!
//! ```text
//!            AxisContext (view, length, label size …)
//!              │                        │
//!   Locator ───┴──► tick values ──► Formatter ──► a label for each tick + one offset text
//!   "where"                         "what it says"
//! ```
//!
//! The two halves know nothing of each other: any [`Locator`] goes with any [`Formatter`], and both
//! are open traits with one required method. Both are pure: the same context gives the same ticks,
//! and nothing is remembered between calls. A tick may lie just outside the view (the automatic
//! locators enclose it); [`AxisContext::shows`] says which ticks are drawn, but a formatter sees
//! them all, because precision and offset depend on the whole set.
//!
//! Positions and texts are those of matplotlib 3.11 to the bit and to the letter; the numeric facts
//! behind that are in `number` (floored division, `log10`, powers of ten) and `spec` (Python's
//! number formatting).

mod number;

mod interval;

mod context;

mod edge;
mod locate;
mod max_n;

mod log;

mod spec;
mod syntax;

mod text;

mod pattern;
mod scalar;
mod units;

mod log_text;
mod logit;

mod calendar;
mod date;
#[cfg(feature = "jiff")]
mod jiff;

pub use calendar::DateTime;
pub use context::{AxisContext, Direction};
pub use date::{
    AutoDateFormatter, AutoDateLocator, ConciseDateFormatter, DateFormats, DateFormatter,
};
pub use interval::{Expansion, nonsingular};
pub(crate) use interval::{contains_close, increasing};
pub use locate::{
    AutoMinorLocator, FixedLocator, LinearLocator, Locator, MultipleLocator, NullLocator,
    TICK_LIMIT, without_overlaps,
};
pub use log::{AsinhLocator, LogLocator, Subs, SymmetricalLogLocator};
pub(crate) use log::{checked_base, log_to};
pub use log_text::LogFormatter;
pub use logit::{LogitFormatter, LogitLocator};
pub use max_n::{AutoLocator, Bins, MaxNLocator, Prune};
pub(crate) use number::log10;
pub use pattern::{FormatStrFormatter, StrMethodFormatter};
pub use scalar::{Notation, Offset, ScalarFormatter, Script};
pub use text::{
    CategoryFormatter, FixedFormatter, Formatter, FuncFormatter, Minus, NullFormatter, TickLabels,
};
pub use units::{EngFormatter, PercentFormatter};
