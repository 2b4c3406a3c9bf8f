//! How soon work ends that nobody waits for any more. Each test runs alone, since it looks at a clock.

mod common;

use std::io::Read;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::sleep;
use std::time::Duration;

use common::{DRAWING, HUGE, Server, WAITING, large, slow};

const CANCELLED: &str = "serve_pictures_cancelled_total";
/// As soon as this.
const SOON: Duration = Duration::from_millis(100);

fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Fails unless one of five tries ends soon: a machine that is busy with other things may be late.
fn ends_soon(mut took: impl FnMut() -> Duration) {
    let _alone = alone();
    let tries: Vec<Duration> = (0..5)
        .map(|_| took())
        .take_while(|took| *took >= SOON)
        .collect();
    println!("late: {tries:?}");
    assert!(tries.len() < 5, "{tries:?}");
}

#[test]
fn a_client_that_leaves_while_times_are_computed_stops_the_work() {
    ends_soon(|| {
        let server = Server::start(slow());
        let client = server.ask("/contour.png");
        server.wait_for(DRAWING, |level| level == 1.0);
        sleep(Duration::from_millis(50));
        assert_eq!(server.metric(DRAWING), 1.0, "not slow enough for the test");
        drop(client);
        let took = server.wait_for(DRAWING, |level| level == 0.0);
        assert_eq!(server.metric(CANCELLED), 1.0);
        took
    });
}

#[test]
fn a_client_that_leaves_in_the_middle_of_the_picture_stops_the_work() {
    ends_soon(|| {
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
        assert_eq!(server.metric(CANCELLED), 1.0);
        server.wait_for("serve_unsent_bytes", |level| level == 0.0);
        took
    });
}

#[test]
fn a_client_that_leaves_the_queue_is_not_drawn_for() {
    ends_soon(|| {
        let server = Server::start(slow());
        let first = server.ask("/contour.png");
        server.wait_for(DRAWING, |level| level == 1.0);
        let second = server.ask("/contour.png?levels=5");
        server.wait_for(WAITING, |level| level == 1.0);
        drop(second);
        let took = server.wait_for(WAITING, |level| level == 0.0);
        drop(first);
        server.wait_for(DRAWING, |level| level == 0.0);
        assert_eq!(server.metric(CANCELLED), 1.0);
        took
    });
}
