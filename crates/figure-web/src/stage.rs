//! The server of one figure: a page, and a WebSocket for each page that is open.

use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::io;
use std::net::{SocketAddr, TcpListener, TcpStream, ToSocketAddrs};
use std::process::{Command as Process, Stdio};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread::{scope, sleep};
use std::time::Duration;

use figure::Figure;
use tungstenite::handshake::derive_accept_key;
use tungstenite::protocol::{Role, WebSocketConfig};
use tungstenite::{Bytes, Message, WebSocket};

use crate::command::Command;
use crate::error::{Error, Result};
use crate::http::{Head, answer};
use crate::session::{Answer, Session};

/// How long a client may take to say what it wants.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long a page may be gone for before it is taken to be closed, and not loaded again.
const ABSENCE: Duration = Duration::from_secs(2);
/// No command is longer, in bytes.
const LONGEST: usize = 1024;
/// Connections at a time.
const MOST: usize = 64;

/// A figure that can be shown in the browser.
pub trait Show {
    /// Prints an address, opens it in the desktop's browser if there is one, and comes back when the
    /// last page of it is closed.
    ///
    /// # Errors
    ///
    /// [`Error::Figure`] where the figure cannot be drawn, [`Error::Io`] where the system lets
    /// nobody listen.
    fn show(&self) -> Result<()>;
}

impl Show for Figure {
    fn show(&self) -> Result<()> {
        let stage = Stage::bind(("127.0.0.1", 0))?;
        eprintln!("showing the figure on {}", stage.url());
        stage.open();
        stage.show(self)
    }
}

/// An address at which figures can be shown.
#[derive(Debug)]
pub struct Stage {
    listener: TcpListener,
    address: SocketAddr,
    /// The first part of all paths, which nobody can guess.
    secret: String,
}

impl Stage {
    /// A stage at an address; port 0 is any that is free.
    ///
    /// # Errors
    ///
    /// [`Error::Io`] where the address is taken, or not this machine's.
    pub fn bind(address: impl ToSocketAddrs) -> Result<Self> {
        let listener = TcpListener::bind(address)?;
        // The standard library's hashers start from random keys.
        let random = || RandomState::new().hash_one(0);
        Ok(Self {
            address: listener.local_addr()?,
            listener,
            secret: format!("{:016x}{:016x}", random(), random()),
        })
    }

    /// The address of the page. Whoever knows it may look.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}/{}/", self.address, self.secret)
    }

    /// Opens the page in the desktop's browser; without one nothing happens.
    pub fn open(&self) {
        let mut opener = if cfg!(target_os = "windows") {
            Process::new("explorer")
        } else if cfg!(target_os = "macos") {
            Process::new("open")
        } else {
            Process::new("xdg-open")
        };
        opener.arg(self.url()).stdin(Stdio::null());
        opener.stdout(Stdio::null()).stderr(Stdio::null());
        if let Ok(mut child) = opener.spawn() {
            // Waited for by a thread of its own, so that it leaves nothing behind.
            std::thread::spawn(move || child.wait());
        }
    }

    /// Shows a figure, and comes back when a page of it was open and the last one is closed.
    ///
    /// # Errors
    ///
    /// [`Error::Figure`] where the figure cannot be drawn, before anything is waited for.
    pub fn show(&self, figure: &Figure) -> Result<()> {
        Session::new(figure)?.begin()?;
        let hall = Hall {
            stage: self,
            figure,
            pages: AtomicUsize::new(0),
            connections: AtomicUsize::new(0),
            is_over: AtomicBool::new(false),
        };
        scope(|threads| {
            for stream in self.listener.incoming() {
                if hall.is_over.load(Ordering::SeqCst) {
                    break;
                }
                // One that did not come about is tried again by who wanted it.
                let Ok(stream) = stream else { continue };
                let hall = &hall;
                if hall.connections.fetch_add(1, Ordering::SeqCst) < MOST {
                    threads.spawn(move || {
                        // A connection that breaks is the end of that page and of nothing else.
                        let _ = hall.receive(&stream);
                        hall.connections.fetch_sub(1, Ordering::SeqCst);
                    });
                } else {
                    hall.connections.fetch_sub(1, Ordering::SeqCst);
                }
            }
        });
        Ok(())
    }
}

/// A figure on a stage.
struct Hall<'a> {
    stage: &'a Stage,
    figure: &'a Figure,
    /// Pages that are open.
    pages: AtomicUsize,
    connections: AtomicUsize,
    is_over: AtomicBool,
}

impl Hall<'_> {
    /// Answers a connection: with the page, or with pictures for as long as the page is open.
    fn receive(&self, stream: &TcpStream) -> Result<()> {
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_write_timeout(Some(PATIENCE))?;
        stream.set_nodelay(true)?;
        let head = Head::read(stream)?;
        let path = head.target.strip_prefix('/').unwrap_or_default();
        let known = path.split_once('/');
        let name = known.filter(|(secret, _)| *secret == self.stage.secret);
        match (&*head.method, name, head.websocket_key()) {
            ("GET", Some((_, "")), _) => {
                answer(stream, "200 OK", "text/html", include_str!("page.html"))?;
            }
            ("GET", Some((_, "live")), Some(key)) => {
                self.pages.fetch_add(1, Ordering::SeqCst);
                let played = self.play(stream, key);
                self.leave()?;
                return played;
            }
            ("GET", Some((_, "live")), None) => {
                answer(stream, "403 Forbidden", "text/plain", "Not for you.\n")?;
            }
            _ => answer(stream, "404 Not Found", "text/plain", "Nothing is here.\n")?,
        }
        Ok(())
    }

    /// Ends the show a moment after the last page left, unless one comes back.
    fn leave(&self) -> Result<()> {
        if self.pages.fetch_sub(1, Ordering::SeqCst) == 1 {
            sleep(ABSENCE);
            if self.pages.load(Ordering::SeqCst) == 0 {
                self.is_over.store(true, Ordering::SeqCst);
                // Whoever waits for connections has to see it.
                TcpStream::connect(self.stage.address)?;
            }
        }
        Ok(())
    }

    fn play(&self, stream: &TcpStream, key: &str) -> Result<()> {
        let accept = derive_accept_key(key.as_bytes());
        let head = format!(
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
             Sec-WebSocket-Accept: {accept}\r\n\r\n"
        );
        io::Write::write_all(&mut &*stream, head.as_bytes())?;
        stream.set_read_timeout(None)?;
        let config = WebSocketConfig::default().max_message_size(Some(LONGEST));
        let mut socket = WebSocket::from_raw_socket(stream, Role::Server, Some(config));
        let mut session = Session::new(self.figure)?;
        send(&mut socket, session.begin()?)?;
        loop {
            match socket.read().map_err(broken)? {
                Message::Text(text) => {
                    if let Some(command) = Command::parse(text.as_str()) {
                        send(&mut socket, session.answer(command)?)?;
                    }
                }
                Message::Close(_) => return Ok(()),
                _ => {}
            }
        }
    }
}

/// Sends an answer: text for a place, and otherwise bytes, of which the first says what they are.
fn send(socket: &mut WebSocket<&TcpStream>, answer: Answer) -> Result<()> {
    let message = match answer {
        Answer::Place(text) => Message::text(text),
        Answer::Picture(None) => Message::binary(Bytes::from_static(&[NOTHING])),
        Answer::Picture(Some(patch)) => Message::binary(patch.message().map_err(io::Error::other)?),
        Answer::File(png) => Message::binary([&[FILE], &*png].concat()),
    };
    socket.send(message).map_err(broken)
}

/// The picture did not change.
const NOTHING: u8 = 2;
/// A file to keep.
const FILE: u8 = 3;

fn broken(error: tungstenite::Error) -> Error {
    Error::Io(match error {
        tungstenite::Error::Io(error) => error,
        other => io::Error::other(other),
    })
}
