//! Travel times that were computed lately: many look at the wave of the same quake.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use agg_core::CancelToken;
use figure::contour::Field;

use crate::ocean::Ocean;

/// A cell of the ocean.
type Origin = (usize, usize);

/// The last few origins that were asked for, with their times.
pub(crate) struct Lately {
    most: usize,
    /// The one asked for last is at the end.
    known: Mutex<VecDeque<(Origin, Arc<Field>)>>,
}

impl Lately {
    /// Keeps so many.
    pub(crate) fn new(most: usize) -> Self {
        Self {
            most,
            known: Mutex::default(),
        }
    }

    /// The times from an origin, computed unless they are known; `None` once the token is cancelled.
    ///
    /// Nobody waits while another computes, so two that ask at the same time may both compute.
    pub(crate) fn hours(
        &self,
        ocean: &Ocean,
        origin: Origin,
        token: &CancelToken,
    ) -> Option<Arc<Field>> {
        if let Some(field) = self.find(origin) {
            return Some(field);
        }
        let field = Arc::new(ocean.field(origin, token)?);
        let mut known = self.lock();
        known.push_back((origin, Arc::clone(&field)));
        if known.len() > self.most {
            known.pop_front();
        }
        Some(field)
    }

    /// Moves what is found to the end.
    fn find(&self, origin: Origin) -> Option<Arc<Field>> {
        let mut known = self.lock();
        let place = known.iter().position(|(other, _)| *other == origin)?;
        let (_, field) = known.remove(place)?;
        known.push_back((origin, Arc::clone(&field)));
        Some(field)
    }

    fn lock(&self) -> MutexGuard<'_, VecDeque<(Origin, Arc<Field>)>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
