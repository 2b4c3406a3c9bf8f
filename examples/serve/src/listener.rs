//! Connections, of which there are only so many, and on which something has to move.
//!
//! A client that opens a connection and then says nothing, or asks for a picture and does not take
//! it, costs no thread, but it does cost memory. So a connection is closed when nothing moves on it
//! for a time, and a client that is being sent something has to take at least [`LEAST`] bytes in
//! that time. (One clock for both directions: while a client waits for its picture nothing
//! moves either, so the time must be longer than any picture takes.)

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::serve::Listener;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, Sleep, sleep};

use crate::metrics::Metrics;

/// What a client has to take in the time given.
const LEAST: usize = 16 * 1024;
/// How long to wait after an error of the system, such as too many open files.
const BREATH: Duration = Duration::from_millis(50);

/// Takes connections.
pub(crate) struct Patient {
    inner: TcpListener,
    room: Arc<Semaphore>,
    patience: Duration,
    metrics: Arc<Metrics>,
}

impl Patient {
    /// A listener that takes so many connections at a time and closes those on which nothing moves
    /// for so long.
    pub(crate) fn new(
        inner: TcpListener,
        connections: usize,
        patience: Duration,
        metrics: Arc<Metrics>,
    ) -> Self {
        Self {
            inner,
            room: Arc::new(Semaphore::new(connections)),
            patience,
            metrics,
        }
    }
}

impl Listener for Patient {
    type Io = Connection;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Connection, SocketAddr) {
        loop {
            let room = Arc::clone(&self.room).acquire_owned().await;
            let (Ok(room), Ok((stream, address))) = (room, self.inner.accept().await) else {
                sleep(BREATH).await;
                continue;
            };
            // Without it, only the end of an answer may be late.
            let _ = stream.set_nodelay(true);
            self.metrics.connections.change(1);
            let connection = Connection {
                stream,
                clock: Box::pin(sleep(self.patience)),
                patience: self.patience,
                moved: 0,
                sending: false,
                metrics: Arc::clone(&self.metrics),
                _room: room,
            };
            return (connection, address);
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.inner.local_addr()
    }
}

/// A connection with a clock.
pub(crate) struct Connection {
    stream: TcpStream,
    clock: Pin<Box<Sleep>>,
    patience: Duration,
    /// Bytes since the clock was set.
    moved: usize,
    /// Whether the client has yet to take what was sent last.
    sending: bool,
    metrics: Arc<Metrics>,
    _room: OwnedSemaphorePermit,
}

impl Connection {
    /// Looks at the clock while nothing moves.
    fn wait<T>(&mut self, context: &mut Context<'_>) -> Poll<io::Result<T>> {
        let least = if self.sending { LEAST } else { 1 };
        while self.clock.as_mut().poll(context).is_ready() {
            if self.moved < least {
                self.metrics.stalled.count();
                return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
            }
            self.moved = 0;
            self.clock.as_mut().reset(Instant::now() + self.patience);
        }
        Poll::Pending
    }

    /// What a write came to, if it came to anything.
    fn sent(
        &mut self,
        written: Poll<io::Result<usize>>,
        context: &mut Context<'_>,
    ) -> Poll<io::Result<usize>> {
        self.sending = written.is_pending();
        match written {
            Poll::Pending => self.wait(context),
            Poll::Ready(written) => Poll::Ready(written.inspect(|length| self.moved += length)),
        }
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.metrics.connections.change(-1);
    }
}

impl AsyncRead for Connection {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        match Pin::new(&mut self.stream).poll_read(context, buffer) {
            Poll::Pending => self.wait(context),
            ready => {
                self.moved += buffer.filled().len() - before;
                ready
            }
        }
    }
}

impl AsyncWrite for Connection {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.sent(written, context)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(context, slices);
        self.sent(written, context)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
