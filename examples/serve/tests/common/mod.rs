//! A server on a free port, and a client that knows just enough of HTTP to see what it does.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::panic,
    clippy::unwrap_used,
    reason = "no test needs all of it, and a test fails by panicking"
)]

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::thread::{JoinHandle, sleep, spawn};
use std::time::{Duration, Instant};

use serve::chart::Sizes;
use serve::{Config, serve};
use tokio::net::TcpSocket;
use tokio::sync::oneshot;

pub const DRAWING: &str = "serve_pictures_drawing";
pub const WAITING: &str = "serve_pictures_waiting";

/// A picture that the buffers of the system do not swallow.
pub const HUGE: &str = "/contour.png?width=6000&height=6000&levels=40&cmap=prism";

/// One worker, over an ocean so fine that its travel times take a second.
pub fn slow() -> Config {
    Config {
        workers: 1,
        cells: 12,
        deadline: Duration::from_secs(60),
        patience: Duration::from_secs(120),
        ..Config::default()
    }
}

/// One worker, for pictures that are as large as asked for.
pub fn large() -> Config {
    Config {
        workers: 1,
        sizes: Sizes {
            least: 1,
            most: 20_000,
        },
        ..Config::default()
    }
}

/// A server that stops when it is dropped.
pub struct Server {
    pub address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    pub fn start(config: Config) -> Self {
        Self::of(config, TcpSocket::new_v4().unwrap())
    }

    /// A server whose system keeps next to nothing of what is sent.
    pub fn narrow(config: Config) -> Self {
        let socket = TcpSocket::new_v4().unwrap();
        socket.set_send_buffer_size(4096).unwrap();
        Self::of(config, socket)
    }

    fn of(config: Config, socket: TcpSocket) -> Self {
        let (stop, stopped) = oneshot::channel();
        let (told, address) = std::sync::mpsc::channel();
        let thread = spawn(move || {
            let runtime = tokio::runtime::Runtime::new().unwrap();
            runtime.block_on(async {
                socket.bind(SocketAddr::from(([127, 0, 0, 1], 0))).unwrap();
                let listener = socket.listen(1024).unwrap();
                told.send(listener.local_addr().unwrap()).unwrap();
                let stop = async move { stopped.await.unwrap_or_default() };
                serve(listener, config, stop).await.unwrap();
            });
        });
        Self {
            address: address.recv().unwrap(),
            stop: Some(stop),
            thread: Some(thread),
        }
    }

    /// Asks it to end; whoever waits for its thread sees when it does.
    pub fn stop(&mut self) -> JoinHandle<()> {
        drop(self.stop.take());
        self.thread.take().unwrap()
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        stream
            .set_read_timeout(Some(Duration::from_secs(60)))
            .unwrap();
        stream
    }

    /// A connection on which a request was sent.
    pub fn ask(&self, target: &str) -> TcpStream {
        let mut stream = self.connect();
        stream.write_all(request(target).as_bytes()).unwrap();
        stream
    }

    /// The same on a connection that has next to no room for the answer.
    pub fn ask_and_take_little(&self, target: &str) -> TcpStream {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let stream = runtime.block_on(async {
            let socket = TcpSocket::new_v4().unwrap();
            socket.set_recv_buffer_size(4096).unwrap();
            socket
                .connect(self.address)
                .await
                .unwrap()
                .into_std()
                .unwrap()
        });
        stream.set_nonblocking(false).unwrap();
        (&stream).write_all(request(target).as_bytes()).unwrap();
        stream
    }

    pub fn get(&self, target: &str) -> Answer {
        Answer::read(self.ask(target))
    }

    pub fn get_with(&self, target: &str, header: &str) -> Answer {
        self.send(&format!(
            "GET {target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{header}\r\n\r\n"
        ))
    }

    pub fn send(&self, request: &str) -> Answer {
        let mut stream = self.connect();
        stream.write_all(request.as_bytes()).unwrap();
        Answer::read(stream)
    }

    /// A number of `/metrics`.
    pub fn metric(&self, name: &str) -> f64 {
        let text = self.get("/metrics").text();
        let line = text.lines().find_map(|line| line.strip_prefix(name));
        let value = line.unwrap_or_else(|| panic!("no {name} in {text}"));
        value.trim().parse().unwrap()
    }

    /// How long it took a number of `/metrics` to become what it should be.
    pub fn wait_for(&self, name: &str, wanted: impl Fn(f64) -> bool) -> Duration {
        let started = Instant::now();
        while !wanted(self.metric(name)) {
            assert!(
                started.elapsed() < Duration::from_secs(30),
                "{name} is {}",
                self.metric(name)
            );
            sleep(Duration::from_millis(1));
        }
        started.elapsed()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if self.thread.is_some() {
            let _ = self.stop().join();
        }
    }
}

fn request(target: &str) -> String {
    format!("GET {target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    head: String,
    /// With the frame of chunks taken off.
    pub body: Vec<u8>,
    /// Whether all of it came.
    pub is_whole: bool,
}

impl Answer {
    pub fn read(mut stream: TcpStream) -> Self {
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        Self::parse(&bytes)
    }

    pub fn parse(bytes: &[u8]) -> Self {
        let end = bytes.windows(4).position(|w| w == b"\r\n\r\n");
        let end = end.unwrap_or_else(|| panic!("{:?}", String::from_utf8_lossy(bytes)));
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let mut answer = Self {
            status: head.split(' ').nth(1).unwrap().parse().unwrap(),
            head,
            body: bytes[end + 4..].to_vec(),
            is_whole: true,
        };
        if answer.header("transfer-encoding") == Some("chunked") {
            (answer.body, answer.is_whole) = unchunked(&answer.body);
        }
        answer
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self
            .head
            .lines()
            .skip(1)
            .filter_map(|line| line.split_once(": "));
        lines.find_map(|(found, value)| found.eq_ignore_ascii_case(name).then_some(value))
    }

    pub fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }

    /// The picture's width, height and pixels.
    pub fn picture(&self) -> (u32, u32, Vec<u8>) {
        assert!(
            self.is_whole && self.status == 200,
            "{} {}",
            self.status,
            self.head
        );
        pixels(&self.body)
    }
}

/// The pixels of a PNG file.
pub fn pixels(file: &[u8]) -> (u32, u32, Vec<u8>) {
    let mut reader = png::Decoder::new(std::io::Cursor::new(file))
        .read_info()
        .unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    (info.width, info.height, pixels)
}

fn unchunked(mut rest: &[u8]) -> (Vec<u8>, bool) {
    let mut body = Vec::new();
    loop {
        let Some(line) = rest.windows(2).position(|w| w == b"\r\n") else {
            return (body, false);
        };
        let length = std::str::from_utf8(&rest[..line]).unwrap();
        let length = usize::from_str_radix(length, 16).unwrap();
        let data = &rest[line + 2..];
        if length == 0 {
            return (body, true);
        }
        if data.len() < length + 2 {
            body.extend(data);
            return (body, false);
        }
        body.extend(&data[..length]);
        rest = &data[length + 2..];
    }
}
