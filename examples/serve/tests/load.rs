//! What clients that dawdle, crowd in or talk nonsense do to the server: nothing.

mod common;

use std::io::Write;
use std::net::TcpStream;
use std::time::{Duration, Instant};

use common::{Answer, DRAWING, HUGE, Server, WAITING, large, slow};
use serve::Config;

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
        started.elapsed() < deadline + Duration::from_secs(1),
        "{:?}",
        started.elapsed()
    );
}

#[test]
fn clients_that_take_nothing_hold_no_worker_and_are_dropped() {
    // Longer than two pictures take on a busy machine: nothing moves while one is waited for, either.
    let patience = Duration::from_secs(8);
    let server = Server::narrow(Config {
        patience,
        ..large()
    });
    let slow: Vec<TcpStream> = (0..2).map(|_| server.ask_and_take_little(HUGE)).collect();
    server.wait_for("serve_picture_seconds_count", |count| count == 2.0);
    assert!(
        server.metric("serve_unsent_bytes") > 0.0,
        "not large enough for the test"
    );
    let quick = server.get("/contour.png?width=300&height=300");
    assert_eq!(quick.picture().0, 300);

    server.wait_for("serve_stalled_connections_total", |count| count >= 2.0);
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
