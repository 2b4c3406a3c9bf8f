//! What is answered to whom.

mod common;

use std::sync::Arc;

use agg_core::CancelToken;
use common::{Server, pixels};
use serve::Config;
use serve::chart::{Chart, Sizes};
use serve::ocean::Ocean;

#[test]
fn the_picture_is_the_figure_of_the_same_parameters() {
    let server = Server::start(Config::default());
    let query = "lon=282&lat=-20&levels=7&cmap=magma&width=500&height=400";
    let answer = server.get(&format!("/contour.png?{query}"));
    assert_eq!(answer.header("content-type"), Some("image/png"));
    assert_eq!(answer.header("transfer-encoding"), Some("chunked"));

    let ocean = Ocean::new(1);
    let chart = Chart::parse(query, &ocean, Sizes::default()).unwrap();
    let hours = ocean.field(chart.origin, &CancelToken::new()).unwrap();
    let figure = chart.figure(&ocean, Arc::new(hours)).unwrap();
    assert_eq!(answer.picture(), pixels(&figure.to_png().unwrap()));
    assert_eq!(answer.picture().0, 500);
}

#[test]
fn the_page_and_the_service_addresses_answer() {
    let server = Server::start(Config::default());
    let page = server.get("/");
    assert_eq!(page.status, 200);
    assert!(
        page.header("content-type")
            .unwrap()
            .starts_with("text/html")
    );
    assert!(page.text().contains("<option selected>viridis</option>"));
    assert_eq!(server.get("/healthz").text(), "ok\n");
    assert_eq!(server.get("/nothing").status, 404);
    assert_eq!(server.metric("serve_answers_total{class=\"2xx\"}"), 2.0);
    assert_eq!(server.metric("serve_answers_total{class=\"4xx\"}"), 1.0);
}

#[test]
fn a_client_that_has_the_picture_is_not_sent_it_again() {
    let server = Server::start(Config::default());
    let target = "/contour.png?width=300&height=300";
    let first = server.get(target);
    let tag = first.header("etag").unwrap();
    assert!(first.header("cache-control").unwrap().contains("max-age="));
    for known in [tag.to_owned(), format!("\"x\", W/{tag}"), "*".to_owned()] {
        let again = server.get_with(target, &format!("If-None-Match: {known}"));
        assert_eq!((again.status, again.body.len()), (304, 0), "{known}");
        assert_eq!(again.header("etag"), Some(tag));
    }
    // The same picture by another name, and another picture.
    let same = server.get_with(
        "/contour.png?height=300&width=300&levels=12",
        &format!("If-None-Match: {tag}"),
    );
    assert_eq!(same.status, 304);
    let other = server.get_with(
        "/contour.png?width=301&height=300",
        &format!("If-None-Match: {tag}"),
    );
    assert_eq!(other.status, 200);
    server.wait_for("serve_picture_seconds_count", |count| count == 2.0);
}

#[test]
fn a_question_about_a_picture_draws_none() {
    let server = Server::start(Config::default());
    let head = server.send("HEAD /contour.png HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assert_eq!((head.status, head.body.len()), (200, 0));
    assert!(head.header("etag").is_some());
    assert_eq!(server.metric("serve_picture_seconds_count"), 0.0);
}

#[test]
fn bad_parameters_are_named() {
    let server = Server::start(Config::default());
    for (query, words) in [
        ("lon=x", "lon is no number"),
        ("lat=NaN", "lat is not within -60 and 60"),
        ("lon=inf", "lon is not within 120 and 290"),
        ("levels=1e9", "levels is no number"),
        ("levels=41", "levels is not within 2 and 40"),
        ("width=100000", "width is not within 200 and 2000"),
        ("height=-1", "height is no number"),
        ("cmap=../../etc/passwd", "cmap is no colormap that is known"),
        (
            "lon=133&lat=-25",
            "lon and lat are on land; a wave starts in water",
        ),
        ("width=300&width=300", "width is given twice"),
        ("size=300", "unknown parameter \"size\""),
    ] {
        let answer = server.get(&format!("/contour.png?{query}"));
        assert_eq!(
            (answer.status, answer.text().trim()),
            (400, words),
            "{query}"
        );
    }
    let long = server.get(&format!("/contour.png?cmap={}", "x".repeat(600)));
    assert_eq!(
        (long.status, long.text().trim()),
        (400, "the query is longer than 500 bytes")
    );
}
