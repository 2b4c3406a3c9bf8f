//! From a thread that writes to a client that reads, without the one waiting for the other.
//!
//! ```text
//!  worker: io::Write ─► chunks ─► body of the answer ─► socket
//!                         │              └─ dropped: the token is cancelled
//!                         └─ counted as unsent
//! ```
//!
//! The writer never waits. A worker that waited for a slow client would be lost to all others; so
//! a picture is put into the pipe as fast as it is encoded, and the worker goes on to the next one.
//! What then lies in the pipe is bounded by the largest size that a picture may be asked for, and
//! what lies in all pipes together by the server taking no more requests above a limit
//! ([`Pool::enter`](crate::pool::Pool::enter)).
//!
//! A pipe whose writer is gone before it said that it is [done](Writer::finish) ends in an error,
//! so that half a picture is never taken for a whole one.

use std::io;
use std::mem;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use agg_core::CancelToken;
use axum::body::Bytes;
use futures_core::Stream;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use crate::metrics::Metrics;

/// Bytes that are gathered before they are handed on.
const CHUNK: usize = 16 * 1024;

/// A pipe; the token is cancelled once the reading end is gone.
pub(crate) fn pipe(metrics: &Arc<Metrics>, token: CancelToken) -> (Writer, Chunks) {
    let (sender, receiver) = unbounded_channel();
    let writer = Writer {
        sender,
        gathered: Vec::new(),
        metrics: Arc::clone(metrics),
    };
    let chunks = Chunks {
        receiver,
        first: None,
        is_whole: false,
        token,
        metrics: Arc::clone(metrics),
    };
    (writer, chunks)
}

/// The end that a picture is written to.
pub(crate) struct Writer {
    sender: UnboundedSender<Option<Bytes>>,
    gathered: Vec<u8>,
    metrics: Arc<Metrics>,
}

impl Writer {
    /// Says that all has been written.
    pub(crate) fn finish(mut self) -> io::Result<()> {
        self.hand_on()?;
        self.send(None)
    }

    fn hand_on(&mut self) -> io::Result<()> {
        let chunk = Bytes::from(mem::take(&mut self.gathered));
        if chunk.is_empty() {
            return Ok(());
        }
        self.metrics.unsent.change(chunk.len() as i64);
        self.send(Some(chunk))
    }

    fn send(&self, chunk: Option<Bytes>) -> io::Result<()> {
        self.sender.send(chunk).map_err(|unsent| {
            self.metrics
                .unsent
                .change(-unsent.0.map_or(0, |chunk| chunk.len() as i64));
            io::ErrorKind::BrokenPipe.into()
        })
    }
}

impl io::Write for Writer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.gathered.extend_from_slice(bytes);
        if self.gathered.len() >= CHUNK {
            self.hand_on()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.hand_on()
    }
}

/// The end that is sent to the client.
pub(crate) struct Chunks {
    receiver: UnboundedReceiver<Option<Bytes>>,
    first: Option<Bytes>,
    is_whole: bool,
    token: CancelToken,
    metrics: Arc<Metrics>,
}

impl Chunks {
    /// Waits for the first bytes; whether there are any.
    pub(crate) async fn begin(&mut self) -> bool {
        self.first = self.receiver.recv().await.flatten();
        self.first.is_some()
    }

    fn taken(&self, chunk: Bytes) -> Bytes {
        self.metrics.unsent.change(-(chunk.len() as i64));
        chunk
    }
}

impl Stream for Chunks {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if let Some(first) = self.first.take() {
            return Poll::Ready(Some(Ok(self.taken(first))));
        }
        Poll::Ready(match ready!(self.receiver.poll_recv(context)) {
            Some(Some(chunk)) => Some(Ok(self.taken(chunk))),
            Some(None) => {
                self.is_whole = true;
                None
            }
            None if self.is_whole => None,
            None => Some(Err(io::ErrorKind::UnexpectedEof.into())),
        })
    }
}

impl Drop for Chunks {
    fn drop(&mut self) {
        self.token.cancel();
        self.receiver.close();
        let mut left = self.first.take().map_or(0, |chunk| chunk.len());
        while let Ok(chunk) = self.receiver.try_recv() {
            left += chunk.map_or(0, |chunk| chunk.len());
        }
        self.metrics.unsent.change(-(left as i64));
    }
}

#[cfg(test)]
mod tests {
    use std::future::poll_fn;
    use std::io::Write;
    use std::pin::pin;

    use super::*;

    async fn read(chunks: Chunks) -> (usize, bool) {
        let mut chunks = pin!(chunks);
        let mut length = 0;
        loop {
            match poll_fn(|context| chunks.as_mut().poll_next(context)).await {
                Some(Ok(chunk)) => length += chunk.len(),
                Some(Err(_)) => return (length, false),
                None => return (length, true),
            }
        }
    }

    #[tokio::test]
    async fn what_is_written_arrives_and_is_counted_off() {
        let metrics = Arc::new(Metrics::default());
        let (mut writer, mut chunks) = pipe(&metrics, CancelToken::new());
        writer.write_all(&[7; 100_000]).unwrap();
        writer.finish().unwrap();
        assert_eq!(metrics.unsent.level(), 100_000);
        assert!(chunks.begin().await);
        assert_eq!(read(chunks).await, (100_000, true));
        assert_eq!(metrics.unsent.level(), 0);
    }

    #[tokio::test]
    async fn a_writer_that_gives_up_is_an_error() {
        let metrics = Arc::new(Metrics::default());
        let (mut writer, chunks) = pipe(&metrics, CancelToken::new());
        writer.write_all(&[7; CHUNK]).unwrap();
        drop(writer);
        assert_eq!(read(chunks).await, (CHUNK, false));
    }

    #[tokio::test]
    async fn a_reader_that_leaves_cancels() {
        let metrics = Arc::new(Metrics::default());
        let token = CancelToken::new();
        let (mut writer, chunks) = pipe(&metrics, token.clone());
        writer.write_all(&[7; CHUNK]).unwrap();
        drop(chunks);
        assert!(token.is_cancelled());
        assert!(writer.write_all(&[7; CHUNK]).is_err());
        assert_eq!(metrics.unsent.level(), 0);
    }
}
