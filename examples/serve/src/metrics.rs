//! What happened so far, in the words of Prometheus.

use std::fmt::Write;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::time::Duration;

/// Upper ends of the classes that drawing times are counted in, in seconds.
const CLASSES: [f64; 8] = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0];

/// A number that only grows.
#[derive(Debug, Default)]
pub struct Counter(AtomicU64);

impl Counter {
    /// Counts one more.
    pub fn count(&self) {
        self.add(1);
    }

    fn add(&self, more: u64) {
        self.0.fetch_add(more, Ordering::Relaxed);
    }

    /// How many there were.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// A number that rises and falls.
#[derive(Debug, Default)]
pub struct Gauge(AtomicI64);

impl Gauge {
    /// Adds to it, or takes away from it.
    pub fn change(&self, by: i64) {
        self.0.fetch_add(by, Ordering::Relaxed);
    }

    /// Where it stands.
    #[must_use]
    pub fn level(&self) -> i64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// Everything that is counted.
#[derive(Debug, Default)]
pub struct Metrics {
    /// Answers by the first digit of their status.
    pub answers: [Counter; 6],
    /// Pictures that were drawn to the end.
    pub drawn: Counter,
    /// Pictures that nobody waited for any more, or that took too long.
    pub cancelled: Counter,
    /// Requests that found no room.
    pub refused: Counter,
    /// Requests whose picture the client already had.
    pub unmodified: Counter,
    /// Connections that were closed because nothing moved on them.
    pub stalled: Counter,
    /// Connections that are open.
    pub connections: Gauge,
    /// Pictures that wait to be drawn.
    pub waiting: Gauge,
    /// Pictures that are being drawn.
    pub drawing: Gauge,
    /// Bytes of pictures that clients have not taken yet.
    pub unsent: Gauge,
    classes: [Counter; CLASSES.len()],
    microseconds: Counter,
}

impl Metrics {
    /// Counts an answer.
    pub fn answer(&self, status: u16) {
        if let Some(counter) = self.answers.get(usize::from(status / 100)) {
            counter.count();
        }
    }

    /// Counts a picture that took so long to draw and to encode.
    pub fn picture(&self, took: Duration) {
        self.drawn.count();
        self.microseconds.add(took.as_micros() as u64);
        let seconds = took.as_secs_f64();
        let fitting = CLASSES.iter().zip(&self.classes);
        for (_, class) in fitting.filter(|(end, _)| seconds <= **end) {
            class.count();
        }
    }

    /// All of it as text.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::new();
        header(&mut text, "serve_answers_total", "counter");
        for (digit, counter) in self.answers.iter().enumerate().skip(1) {
            let total = counter.total();
            line(
                &mut text,
                &format!("serve_answers_total{{class=\"{digit}xx\"}}"),
                total,
            );
        }
        for (name, counter) in [
            ("serve_pictures_cancelled_total", &self.cancelled),
            ("serve_refused_total", &self.refused),
            ("serve_unmodified_total", &self.unmodified),
            ("serve_stalled_connections_total", &self.stalled),
        ] {
            header(&mut text, name, "counter");
            line(&mut text, name, counter.total());
        }
        for (name, gauge) in [
            ("serve_connections", &self.connections),
            ("serve_pictures_waiting", &self.waiting),
            ("serve_pictures_drawing", &self.drawing),
            ("serve_unsent_bytes", &self.unsent),
        ] {
            header(&mut text, name, "gauge");
            line(&mut text, name, gauge.level());
        }
        self.histogram(&mut text);
        text
    }

    fn histogram(&self, text: &mut String) {
        let name = "serve_picture_seconds";
        header(text, name, "histogram");
        for (end, class) in CLASSES.iter().zip(&self.classes) {
            line(
                text,
                &format!("{name}_bucket{{le=\"{end}\"}}"),
                class.total(),
            );
        }
        line(
            text,
            &format!("{name}_bucket{{le=\"+Inf\"}}"),
            self.drawn.total(),
        );
        line(
            text,
            &format!("{name}_sum"),
            self.microseconds.total() as f64 / 1e6,
        );
        line(text, &format!("{name}_count"), self.drawn.total());
    }
}

// Writing to a string does not fail.
fn header(text: &mut String, name: &str, kind: &str) {
    let _ = writeln!(text, "# TYPE {name} {kind}");
}

fn line(text: &mut String, name: &str, value: impl std::fmt::Display) {
    let _ = writeln!(text, "{name} {value}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_of_times_add_up() {
        let metrics = Metrics::default();
        metrics.picture(Duration::from_millis(7));
        metrics.picture(Duration::from_secs(3));
        let text = metrics.text();
        for line in [
            "serve_picture_seconds_bucket{le=\"0.005\"} 0",
            "serve_picture_seconds_bucket{le=\"0.01\"} 1",
            "serve_picture_seconds_bucket{le=\"1\"} 1",
            "serve_picture_seconds_bucket{le=\"+Inf\"} 2",
            "serve_picture_seconds_sum 3.007",
        ] {
            assert!(text.lines().any(|found| found == line), "{line}\n{text}");
        }
    }
}
