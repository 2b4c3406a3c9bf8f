//! A page without a browser: it talks to a stage as `page.html` does, and puts patches together.

#![expect(
    clippy::unwrap_used,
    reason = "a test fails by panicking, in its helpers too"
)]

use std::io::{Cursor, Read, Write};
use std::net::TcpStream;
use std::thread::{JoinHandle, spawn};
use std::time::{Duration, Instant};

use figure::{Figure, FigureCanvasAgg};
use figure_web::Stage;
use tungstenite::client::IntoClientRequest;
use tungstenite::{Message, WebSocket};

fn plot() -> Figure {
    let mut fig = Figure::new((4.0, 3.0), 100.0);
    let ax = fig.add_subplot(1, 1, 1).unwrap();
    ax.plot([0, 5, 10], [0, 80, 100]).unwrap();
    ax.set_xlim(0, 10).unwrap().set_ylim(0, 100).unwrap();
    fig
}

fn pixels(fig: &Figure) -> Vec<u8> {
    let mut canvas = FigureCanvasAgg::new(fig);
    canvas.draw().unwrap();
    canvas.buffer_rgba().to_vec()
}

/// A stage with a show on it, and its address without `http://`.
fn stage(fig: Figure) -> (String, JoinHandle<()>) {
    let stage = Stage::bind("127.0.0.1:0").unwrap();
    let url = stage.url().trim_start_matches("http://").to_owned();
    (url, spawn(move || stage.show(&fig).unwrap()))
}

fn host(url: &str) -> &str {
    url.split('/').next().unwrap()
}

/// What a connection says to a request.
fn said(url: &str, request: &str) -> String {
    let mut stream = TcpStream::connect(host(url)).unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    let mut text = String::new();
    let _ = stream.read_to_string(&mut text);
    text
}

struct Page {
    socket: WebSocket<TcpStream>,
    canvas: Vec<u8>,
    width: usize,
}

impl Page {
    fn open(url: &str) -> Self {
        let mut request = format!("ws://{url}live").into_client_request().unwrap();
        let origin = format!("http://{}", host(url)).parse().unwrap();
        request.headers_mut().insert("origin", origin);
        let stream = TcpStream::connect(host(url)).unwrap();
        let (socket, _) = tungstenite::client(request, stream).unwrap();
        let mut page = Self {
            socket,
            canvas: Vec::new(),
            width: 0,
        };
        page.receive();
        page
    }

    fn ask(&mut self, command: &str) -> Message {
        self.socket.send(Message::text(command)).unwrap();
        self.receive()
    }

    fn receive(&mut self) -> Message {
        let message = self.socket.read().unwrap();
        if let Message::Binary(bytes) = &message
            && bytes[0] < 2
        {
            self.draw(bytes);
        }
        message
    }

    /// Puts a patch onto the canvas.
    fn draw(&mut self, message: &[u8]) {
        let offset = |at: usize| u32::from_le_bytes(message[at..at + 4].try_into().unwrap());
        let (x, y) = (offset(1) as usize, offset(5) as usize);
        let (width, patch) = decoded(&message[9..]);
        if message[0] == 0 {
            (self.width, self.canvas) = (width, patch);
            return;
        }
        for (row, line) in patch.chunks_exact(width * 4).enumerate() {
            for (column, pixel) in line.chunks_exact(4).enumerate() {
                let at = ((y + row) * self.width + x + column) * 4;
                self.canvas[at..at + 4].copy_from_slice(pixel);
            }
        }
    }
}

fn decoded(file: &[u8]) -> (usize, Vec<u8>) {
    let mut reader = png::Decoder::new(Cursor::new(file)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    (info.width as usize, pixels)
}

#[test]
fn patches_add_up_to_the_figure_with_the_same_limits() {
    let mut fig = plot();
    let (url, show) = stage(fig.clone());
    let mut page = Page::open(&url);
    assert_eq!(page.canvas, pixels(&fig));

    let area = fig.areas().unwrap().remove(0);
    let (x, y) = area.pixel_of(2.0, 50.0);
    let reply = page.ask(&format!("zoom {x} {y} 2"));
    fig.axes_mut()[0]
        .set_xlim(1.0, 6.0)
        .unwrap()
        .set_ylim(25.0, 75.0)
        .unwrap();
    assert_eq!(page.canvas, pixels(&fig));
    assert!(
        reply.len() < 9 + fig.to_png().unwrap().len(),
        "{}",
        reply.len()
    );

    assert_eq!(page.ask("at 1 1").to_text().unwrap(), "");
    assert_eq!(
        page.ask(&format!("at {x} {y}")).to_text().unwrap(),
        "x = 2.00  y = 50.0"
    );
    let file = page.ask("save").into_data();
    assert_eq!((file[0], decoded(&file[1..]).1), (3, pixels(&fig)));

    page.ask("home");
    assert_eq!(page.canvas, pixels(&plot()));
    assert_eq!(page.ask("back").into_data()[0], 1);
    assert_eq!(page.canvas, pixels(&fig));
    page.socket.close(None).unwrap();
    drop(page);
    show.join().unwrap();
}

#[test]
fn each_page_has_a_view_of_its_own_and_the_last_one_ends_the_show() {
    let (url, show) = stage(plot());
    let (mut one, mut other) = (Page::open(&url), Page::open(&url));
    one.ask("zoom 200 150 3");
    other.ask("zoom 200 150 1");
    assert_eq!(other.canvas, pixels(&plot()));
    assert_ne!(one.canvas, other.canvas);
    drop(one);
    other.ask("zoom 200 150 3");
    // Gone and back within a moment, as when a page is loaded again.
    drop(other);
    let again = Page::open(&url);
    std::thread::sleep(Duration::from_secs(3));
    assert!(!show.is_finished());
    let left = Instant::now();
    drop(again);
    show.join().unwrap();
    assert!(
        left.elapsed() < Duration::from_secs(5),
        "{:?}",
        left.elapsed()
    );
}

#[test]
fn those_who_do_not_know_the_address_are_told_nothing() {
    let (url, show) = stage(plot());
    let path = &url[host(&url).len()..];
    let page = said(&url, &format!("GET {path} HTTP/1.1\r\nHost: x\r\n\r\n"));
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("<canvas"));
    for target in ["/", "/live", "/0123/live", "//", "*"] {
        let answer = said(&url, &format!("GET {target} HTTP/1.1\r\nHost: x\r\n\r\n"));
        assert!(answer.starts_with("HTTP/1.1 404"), "{target}: {answer}");
    }
    let foreign = format!(
        "GET {path}live HTTP/1.1\r\nHost: {}\r\nOrigin: http://evil\r\nUpgrade: websocket\r\n\
         Sec-WebSocket-Key: x\r\n\r\n",
        host(&url)
    );
    assert!(said(&url, &foreign).starts_with("HTTP/1.1 403"));
    drop(Page::open(&url));
    show.join().unwrap();
}

#[test]
fn nonsense_changes_nothing() {
    let (url, show) = stage(plot());
    said(&url, "\r\n\r\n");
    said(&url, "GET\r\n\r\n");
    let mut page = Page::open(&url);
    for nonsense in ["", "zoom", "zoom 1 2 NaN", "jump 3", "grab 1e999 1"] {
        page.socket.send(Message::text(nonsense)).unwrap();
    }
    page.socket.send(Message::binary(vec![1, 2, 3])).unwrap();
    assert_eq!(page.ask("drag 5 5").into_data()[0], 2);
    assert_eq!(page.canvas, pixels(&plot()));
    drop(page);
    show.join().unwrap();
}

#[test]
fn a_figure_that_cannot_be_drawn_is_not_waited_for() {
    let stage = Stage::bind("127.0.0.1:0").unwrap();
    let shown = stage.show(&Figure::new((0.0, 1.0), 100.0));
    assert!(matches!(shown, Err(figure_web::Error::Figure(_))));
}
