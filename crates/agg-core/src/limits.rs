//! What a picture may cost, and how to stop it.
//!
//! [`Limits`] say how much may be spent, a [`Meter`] counts what has been. Whoever draws asks the
//! meter as it goes; once a limit is reached nothing more is drawn with that meter, and
//! [`Meter::check`] says which limit it was. Copies of a meter count together, so that one picture
//! made of many layers, canvases and texts has one account.
//!
//! ```text
//! Limits ─► Meter ─┬─► canvas, rasterizer: pixels, layers, elements, dashes
//!                  └─► text: glyphs                 CancelToken ─► all of them
//! ```

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU8, AtomicU64, Ordering};

/// What can be limited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Limit {
    /// Pixels of surfaces, masks and layers.
    Pixels,
    /// Straight pieces of outlines, after curves, dashes and pens.
    Elements,
    /// Dashes of lines.
    Dashes,
    /// Glyphs of texts.
    Glyphs,
    /// Layers.
    Layers,
    /// Time: the token was cancelled.
    Time,
}

/// All that is counted, in the order of their numbers.
const COUNTED: [Limit; 5] = [
    Limit::Pixels,
    Limit::Elements,
    Limit::Dashes,
    Limit::Glyphs,
    Limit::Layers,
];

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Pixels => "more pixels than allowed",
            Self::Elements => "more path elements than allowed",
            Self::Dashes => "more dashes than allowed",
            Self::Glyphs => "more glyphs than allowed",
            Self::Layers => "more layers than allowed",
            Self::Time => "cancelled",
        })
    }
}

impl std::error::Error for Limit {}

/// How much of each thing one picture may take in all; `None`, the default, bounds nothing.
///
/// ```
/// use agg_core::{Canvas, Color, FillRule, Limit, Limits, Meter, Path, Pixmap};
///
/// let meter = Meter::new(&Limits { elements: Some(50), ..Limits::default() });
/// let mut pixmap = Pixmap::new(20, 20)?;
/// let mut canvas = Canvas::new(&mut pixmap);
/// let star = Path::polygon((0..100).map(|i| (f64::from(i * 7 % 20), f64::from(i * 11 % 20))));
/// canvas.with_meter(&meter).fill(&star, FillRule::NonZero, Color::BLACK);
/// assert_eq!(meter.check(), Err(Limit::Elements));
/// assert_eq!(pixmap.pixel(10, 10), Some([0; 4]), "no part of a shape is drawn");
/// # Ok::<(), agg_core::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Limits {
    /// Pixels of surfaces, masks and layers, looked at before there is memory for them.
    pub pixels: Option<u64>,
    /// Straight pieces of outlines, after curves, dashes and pens, as far as they can be seen.
    pub elements: Option<u64>,
    /// Dashes of lines.
    pub dashes: Option<u64>,
    /// Glyphs of texts.
    pub glyphs: Option<u64>,
    /// Layers.
    pub layers: Option<u64>,
    /// What ends the drawing from outside: after some time, or when nobody waits for it any more.
    pub cancel: Option<CancelToken>,
}

/// Ends a drawing from outside: from another thread, or by a question that is asked as it goes.
///
/// It is looked at between path elements, rows, glyphs and calls.
///
/// ```
/// use agg_core::CancelToken;
/// use std::time::{Duration, Instant};
///
/// let token = CancelToken::new();
/// let other = token.clone();
/// std::thread::spawn(move || other.cancel()).join().unwrap();
/// assert!(token.is_cancelled());
///
/// let end = Instant::now() + Duration::from_secs(2);
/// let timed = CancelToken::when(move || Instant::now() > end);
/// assert!(!timed.is_cancelled());
/// ```
#[derive(Clone, Default)]
pub struct CancelToken {
    cancelled: Arc<AtomicBool>,
    question: Option<Arc<dyn Fn() -> bool + Send + Sync>>,
}

impl CancelToken {
    /// A token that goes on until [`cancel`](Self::cancel).
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A token that also ends once a question is answered by yes. It is asked often: it should be
    /// cheap, like a look at a clock.
    #[must_use]
    pub fn when(is_over: impl Fn() -> bool + Send + Sync + 'static) -> Self {
        Self {
            question: Some(Arc::new(is_over)),
            ..Self::default()
        }
    }

    /// Ends whatever is drawn with this token or a clone of it.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether it is over.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        if self.cancelled.load(Ordering::Relaxed) {
            return true;
        }
        let is_over = self.question.as_ref().is_some_and(|is_over| is_over());
        if is_over {
            self.cancel();
        }
        is_over
    }
}

/// Whether to cancel one is to cancel the other: clones are equal, and nothing else.
impl PartialEq for CancelToken {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.cancelled, &other.cancelled)
    }
}

impl fmt::Debug for CancelToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let cancelled = self.cancelled.load(Ordering::Relaxed);
        f.debug_struct("CancelToken")
            .field("cancelled", &cancelled)
            .finish_non_exhaustive()
    }
}

/// What has been spent of some [`Limits`]. Clones count together, in any thread.
#[derive(Clone, Debug)]
pub struct Meter(Arc<Account>);

#[derive(Debug)]
struct Account {
    /// What is left, in the order of [`COUNTED`].
    left: [AtomicU64; COUNTED.len()],
    /// One more than the place of the limit that was reached first; 0 before.
    over: AtomicU8,
    cancel: Option<CancelToken>,
}

/// So many elements go by between two looks at the token.
const PATIENCE: u64 = 256;

impl Meter {
    /// A meter with nothing spent yet.
    #[must_use]
    pub fn new(limits: &Limits) -> Self {
        let all = [
            limits.pixels,
            limits.elements,
            limits.dashes,
            limits.glyphs,
            limits.layers,
        ];
        Self(Arc::new(Account {
            left: all.map(|limit| AtomicU64::new(limit.unwrap_or(u64::MAX))),
            over: AtomicU8::new(0),
            cancel: limits.cancel.clone(),
        }))
    }

    /// Counts so many of a thing, and says whether that is still allowed. [`Limit::Time`] is not
    /// counted but asked for.
    pub fn spend(&self, what: Limit, count: u64) -> bool {
        let place = COUNTED.iter().position(|&counted| counted == what);
        let left = place.and_then(|place| Some((place, self.0.left.get(place)?)));
        let Some((place, left)) = left else {
            return !self.is_over();
        };
        let before = left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| {
            left.checked_sub(count)
        });
        match before {
            Ok(left) if left / PATIENCE != (left - count) / PATIENCE => !self.is_over(),
            Ok(_) => self.0.over.load(Ordering::Relaxed) == 0,
            Err(_) => {
                self.end(place);
                false
            }
        }
    }

    /// Counts the pixels of a surface that is about to be made.
    ///
    /// # Errors
    ///
    /// The limit that has been reached.
    pub fn spend_pixels(&self, width: u32, height: u32) -> Result<(), Limit> {
        self.spend(Limit::Pixels, u64::from(width) * u64::from(height));
        self.check()
    }

    /// Whether a limit has been reached, or the token cancelled.
    #[must_use]
    pub fn is_over(&self) -> bool {
        if self.0.over.load(Ordering::Relaxed) != 0 {
            return true;
        }
        let cancelled = self
            .0
            .cancel
            .as_ref()
            .is_some_and(CancelToken::is_cancelled);
        if cancelled {
            self.end(COUNTED.len());
        }
        cancelled
    }

    /// Whether all is well so far.
    ///
    /// # Errors
    ///
    /// The limit that was reached first.
    pub fn check(&self) -> Result<(), Limit> {
        if !self.is_over() {
            return Ok(());
        }
        let place = usize::from(self.0.over.load(Ordering::Relaxed)).saturating_sub(1);
        Err(COUNTED.get(place).copied().unwrap_or(Limit::Time))
    }

    /// Keeps the first reason.
    fn end(&self, place: usize) {
        let reason = place as u8 + 1;
        let order = Ordering::Relaxed;
        let _ = self.0.over.compare_exchange(0, reason, order, order);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_limit_that_is_reached_is_named() {
        let meter = Meter::new(&Limits {
            dashes: Some(2),
            glyphs: Some(0),
            ..Limits::default()
        });
        assert!(meter.spend(Limit::Dashes, 2));
        assert_eq!(meter.check(), Ok(()));
        assert!(!meter.clone().spend(Limit::Dashes, 1));
        assert!(!meter.spend(Limit::Glyphs, 1));
        assert_eq!(meter.check(), Err(Limit::Dashes));
    }

    #[test]
    fn no_limit_is_ever_reached_without_one() {
        let meter = Meter::new(&Limits::default());
        for what in COUNTED {
            assert!(meter.spend(what, u64::MAX / 2));
        }
        assert!(meter.spend(Limit::Time, 1));
        assert_eq!(meter.check(), Ok(()));
    }

    /// What was left used to be looked at only where it was a multiple: never, going by twos from
    /// an odd number.
    #[test]
    fn a_token_is_seen_whatever_is_counted_at_a_time() {
        for count in [1, 2, 3, 4, PATIENCE, PATIENCE + 1, 1000] {
            let token = CancelToken::new();
            let meter = Meter::new(&Limits {
                cancel: Some(token.clone()),
                ..Limits::default()
            });
            token.cancel();
            let late = (0..=PATIENCE).take_while(|_| meter.spend(Limit::Elements, count));
            assert!(late.count() as u64 * count <= PATIENCE, "{count} at a time");
        }
    }

    #[test]
    fn clones_of_a_token_are_equal_and_others_are_not() {
        let token = CancelToken::new();
        assert_eq!(token, token.clone());
        assert_ne!(token, CancelToken::new());
    }

    #[test]
    fn a_token_is_seen_before_long() {
        let token = CancelToken::new();
        let meter = Meter::new(&Limits {
            cancel: Some(token.clone()),
            ..Limits::default()
        });
        assert!(meter.spend(Limit::Elements, 1));
        token.cancel();
        let late = (0..=PATIENCE).take_while(|_| meter.spend(Limit::Elements, 1));
        assert!(late.count() as u64 <= PATIENCE);
        assert_eq!(meter.check(), Err(Limit::Time));
    }
}
