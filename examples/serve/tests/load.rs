//! What clients that leave, dawdle, crowd in or talk nonsense do to the server: nothing.

mod common;

use std::io::{Read, Write};
use std::net::TcpStream;
use std::thread::sleep;
use std::time::{Duration, Instant};

use common::{Answer, Server};
use serve::Config;
use serve::chart::Sizes;

const DRAWING: &str = "serve_pictures_drawing";
const WAITING: &str = "serve_pictures_waiting";
const CANCELLED: &str = "serve_pictures_cancelled_total";
/// How soon work must end that nobody waits for any more.
const SOON: Duration = Duration::from_millis(100);

/// A picture that the buffers of the system do not swallow.
const HUGE: &str = "/contour.png?width=6000&height=6000&levels=40&cmap=prism";

/// One worker, over an ocean so fine that its travel times take a second.
fn slow() -> Config {
    Config {
        workers: 1,
        cells: 12,
        deadline: Duration::from_secs(60),
        patience: Duration::from_secs(120),
        ..Config::default()
    }
}

/// One worker, for pictures that are as large as asked for.
fn large() -> Config {
    Config {
        workers: 1,
        sizes: Sizes {
            least: 1,
            most: 20_000,
        },
        ..Config::default()
    }
}

#[test]
fn a_client_that_leaves_while_times_are_computed_stops_the_work() {
    let server = Server::start(slow());
    let client = server.ask("/contour.png");
    server.wait_for(DRAWING, |level| level == 1.0);
    sleep(Duration::from_millis(50));
    assert_eq!(server.metric(DRAWING), 1.0, "not slow enough for the test");
    drop(client);
    let took = server.wait_for(DRAWING, |level| level == 0.0);
    println!("the work ended {took:?} after the client left");
    assert!(took < SOON, "{took:?}");
    assert_eq!(server.metric(CANCELLED), 1.0);
}

#[test]
fn a_client_that_leaves_in_the_middle_of_the_picture_stops_the_work() {
    let server = Server::start(large());
    // Its pixels take a second to be pressed, and the first come long before the last.
    let mut client = server.ask(HUGE);
    let mut beginning = [0; 2000];
    client.read_exact(&mut beginning).unwrap();
    assert!(beginning.windows(4).any(|w| w == b"IHDR"));
    assert_eq!(
        server.metric(DRAWING),
        1.0,
        "the picture was finished before its first bytes were read"
    );
    drop(client);
    let took = server.wait_for(DRAWING, |level| level == 0.0);
    println!("the work ended {took:?} after the client left");
    assert!(took < SOON, "{took:?}");
    assert_eq!(server.metric(CANCELLED), 1.0);
    assert_eq!(
        server
            .wait_for("serve_unsent_bytes", |level| level == 0.0)
            .as_secs(),
        0
    );
}

#[test]
fn a_client_that_leaves_the_queue_is_not_drawn_for() {
    let server = Server::start(slow());
    let first = server.ask("/contour.png");
    server.wait_for(DRAWING, |level| level == 1.0);
    let second = server.ask("/contour.png?levels=5");
    server.wait_for(WAITING, |level| level == 1.0);
    drop(second);
    assert!(server.wait_for(WAITING, |level| level == 0.0) < SOON);
    drop(first);
    server.wait_for(DRAWING, |level| level == 0.0);
    assert_eq!(server.metric(CANCELLED), 1.0);
}

#[test]
fn a_full_queue_sends_the_next_one_away_for_now() {
    let server = Server::start(Config { queue: 1, ..slow() });
    let first = server.ask("/contour.png");
    server.wait_for(DRAWING, |level| level == 1.0);
    let second = server.ask("/contour.png");
    server.wait_for(WAITING, |level| level == 1.0);
    let third = server.get("/contour.png");
    assert_eq!(
        (third.status, third.header("retry-after")),
        (503, Some("1"))
    );
    // What needs no worker is still answered.
    assert_eq!(server.get("/contour.png?lon=x").status, 400);
    assert_eq!(server.get("/healthz").status, 200);
    drop((first, second));
}

#[test]
fn a_picture_that_takes_too_long_is_given_up() {
    let deadline = Duration::from_millis(200);
    let server = Server::start(Config { deadline, ..slow() });
    assert_eq!(server.get("/healthz").status, 200);
    let started = Instant::now();
    let answer = server.get("/contour.png");
    assert_eq!(
        (answer.status, answer.header("retry-after")),
        (503, Some("1"))
    );
    assert!(
        started.elapsed() < deadline + 10 * SOON,
        "{:?}",
        started.elapsed()
    );
}

#[test]
fn clients_that_take_nothing_hold_no_worker_and_are_dropped() {
    let patience = Duration::from_secs(2);
    let server = Server::narrow(Config {
        patience,
        ..large()
    });
    let slow: Vec<TcpStream> = (0..3).map(|_| server.ask_and_take_little(HUGE)).collect();
    server.wait_for("serve_picture_seconds_count", |count| count == 3.0);
    assert!(
        server.metric("serve_unsent_bytes") > 0.0,
        "not large enough for the test"
    );
    let quick = server.get("/contour.png?width=300&height=300");
    assert_eq!(quick.picture().0, 300);

    server.wait_for("serve_stalled_connections_total", |count| count >= 3.0);
    server.wait_for("serve_unsent_bytes", |level| level == 0.0);
    for client in slow {
        assert!(!Answer::read(client).is_whole);
    }
}

#[test]
fn what_is_unsent_is_bounded() {
    let server = Server::narrow(Config {
        unsent: 1000,
        ..large()
    });
    let slow = server.ask_and_take_little(HUGE);
    server.wait_for("serve_picture_seconds_count", |count| count == 1.0);
    assert_eq!(server.get("/contour.png").status, 503);
    drop(slow);
    server.wait_for("serve_unsent_bytes", |level| level == 0.0);
    assert_eq!(server.get("/contour.png").status, 200);
}

#[test]
fn requests_under_way_are_finished_before_the_end() {
    let mut server = Server::start(Config { cells: 8, ..slow() });
    let drawn = server.ask("/contour.png");
    server.wait_for(DRAWING, |level| level == 1.0);
    let queued = server.ask("/contour.png?levels=5");
    server.wait_for(WAITING, |level| level == 1.0);
    let address = server.address;
    let end = server.stop();
    assert_eq!(Answer::read(drawn).picture().0, 800);
    assert_eq!(Answer::read(queued).picture().0, 800);
    end.join().unwrap();
    assert!(TcpStream::connect(address).is_err());
}

/// Numbers that look random and are the same every time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % sides as u64) as usize
    }

    fn text(&mut self, alphabet: &[u8], most: usize) -> String {
        let length = 1 + self.roll(most);
        let letters = (0..length).map(|_| alphabet[self.roll(alphabet.len())]);
        letters.map(char::from).collect()
    }
}

/// A request that is wrong in one of ten ways.
fn nonsense(dice: &mut Dice) -> String {
    let names = ["lon", "lat", "levels", "width", "height", "cmap", "", "LON"];
    let name = names[dice.roll(names.len())];
    let junk = dice
        .text(b"abcxyz%+-=&;/\\<>.,*#'(){}[]~^|0123456789", 60)
        .replace('#', "");
    let target = match dice.roll(10) {
        0 => format!("/contour.png?{name}={junk}zz"),
        1 => format!("/contour.png?{name}=%ff%00%{junk}"),
        2 => format!("/contour.png?lon=1e{}", 3 + dice.roll(400)),
        3 => format!("/contour.png?width={}", 2001 + dice.roll(u32::MAX as usize)),
        4 => "/contour.png?levels=3&levels=3".to_owned(),
        5 => format!("/contour.png?cmap={}", "9".repeat(1 + dice.roll(60_000))),
        6 => format!("/{}", dice.text(b"abc./%20", 40)),
        7 => {
            let method = dice.text(b"POSTPUT", 8);
            return format!(
                "{method} /contour.png HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
            );
        }
        8 => {
            let header = dice.text(b"()<>@,; \"\x01", 20);
            return format!("GET /contour.png HTTP/1.1\r\nConnection: close\r\n{header}\r\n\r\n");
        }
        _ => {
            let target = dice.text(b"\x01\x02 <>\"", 30);
            return format!("GET {target} HTTP/1.1\r\nConnection: close\r\n\r\n");
        }
    };
    format!("GET {target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
}

#[test]
fn ten_thousand_malformed_requests_are_the_fault_of_the_client() {
    let server = Server::start(Config::default());
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    for number in 0..10_000 {
        let request = nonsense(&mut dice);
        let mut stream = server.connect();
        stream.write_all(request.as_bytes()).unwrap();
        let answer = Answer::read(stream);
        assert_eq!(answer.status / 100, 4, "{number}: {request:?}\n{answer:?}");
    }
    assert_eq!(
        server.get("/contour.png?width=300&height=300").picture().0,
        300
    );
    assert_eq!(server.metric("serve_answers_total{class=\"5xx\"}"), 0.0);
}
