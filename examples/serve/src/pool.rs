//! Who may draw, and who may wait for it.
//!
//! ```text
//!  enter ─► a place ─► waiting ─► a worker ─► drawing on a thread of its own ─► both given back
//!    └─ no place free, or too much unsent: refused at once
//! ```
//!
//! Drawing keeps a processor busy, so as many pictures are drawn at a time as there are workers; a
//! few more requests may wait, and any beyond are told to come back rather than made to wait for
//! longer than anybody would.

use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::{JoinHandle, spawn_blocking};

use crate::metrics::Metrics;

/// How many draw and how many wait.
#[derive(Clone, Debug)]
pub(crate) struct Pool {
    places: Arc<Semaphore>,
    workers: Arc<Semaphore>,
    unsent: u64,
    metrics: Arc<Metrics>,
}

/// There is no room.
#[derive(Debug)]
pub(crate) struct Full;

/// A place in the queue; the place is free again when this is dropped.
#[derive(Debug)]
pub(crate) struct Ticket {
    place: OwnedSemaphorePermit,
    pool: Pool,
}

impl Pool {
    /// A pool of so many workers, with room for so many more to wait, that lets nobody in while more
    /// than so many bytes of pictures are unsent.
    pub(crate) fn new(workers: usize, queue: usize, unsent: u64, metrics: Arc<Metrics>) -> Self {
        Self {
            places: Arc::new(Semaphore::new(workers + queue)),
            workers: Arc::new(Semaphore::new(workers)),
            unsent,
            metrics,
        }
    }

    /// A place in the queue, if there is one.
    pub(crate) fn enter(&self) -> Result<Ticket, Full> {
        if self.metrics.unsent.level() > self.unsent as i64 {
            return Err(Full);
        }
        let place = Arc::clone(&self.places).try_acquire_owned();
        Ok(Ticket {
            place: place.map_err(|_| Full)?,
            pool: self.clone(),
        })
    }
}

/// Counts up while it lives.
struct Counted<'a>(&'a crate::metrics::Gauge);

impl<'a> Counted<'a> {
    fn new(gauge: &'a crate::metrics::Gauge) -> Self {
        gauge.change(1);
        Self(gauge)
    }
}

impl Drop for Counted<'_> {
    fn drop(&mut self) {
        self.0.change(-1);
    }
}

impl Ticket {
    /// Waits for a worker and starts the work; whoever stops waiting leaves the queue.
    pub(crate) async fn start<T: Send + 'static>(
        self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<JoinHandle<T>, Full> {
        let waiting = Counted::new(&self.pool.metrics.waiting);
        let worker = Arc::clone(&self.pool.workers).acquire_owned().await;
        drop(waiting);
        let (worker, place) = (worker.map_err(|_| Full)?, self.place);
        let metrics = self.pool.metrics;
        Ok(spawn_blocking(move || {
            let drawing = Counted::new(&metrics.drawing);
            let made = work();
            drop((drawing, worker, place));
            made
        }))
    }
}
