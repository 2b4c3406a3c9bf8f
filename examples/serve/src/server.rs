//! The addresses, and what is answered.

use std::io;
use std::num::NonZero;
use std::sync::Arc;
use std::thread::available_parallelism;
use std::time::{Duration, Instant};

use agg_core::{CancelToken, Limits};
use axum::Router;
use axum::body::Body;
use axum::extract::{RawQuery, Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH, RETRY_AFTER};
use axum::http::{HeaderMap, HeaderName, Method, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use figure::FigureCanvasAgg;
use figure::colormap::Colormap;
use tokio::net::TcpListener;

use crate::chart::{Chart, Sizes};
use crate::lately::Lately;
use crate::listener::Patient;
use crate::metrics::Metrics;
use crate::ocean::Ocean;
use crate::pipe::{Chunks, Writer, pipe};
use crate::pool::Pool;

/// How long a browser may show a picture without asking: the same query gives the same picture for
/// as long as the program is the same.
const CACHE: (HeaderName, &str) = (CACHE_CONTROL, "public, max-age=3600");
const TEXT: (HeaderName, &str) = (CONTENT_TYPE, "text/plain; charset=utf-8");
/// Seconds after which a client that found no room may come again.
const LATER: (HeaderName, &str) = (RETRY_AFTER, "1");
/// Origins whose travel times are kept; each takes about half a megabyte at one cell a degree.
const ORIGINS: usize = 32;

/// What the server allows itself and others.
#[derive(Clone, Debug)]
pub struct Config {
    /// Pictures that are drawn at a time.
    pub workers: usize,
    /// Pictures that may wait for that.
    pub queue: usize,
    /// Bytes that may be unsent before requests are refused.
    pub unsent: u64,
    /// Connections at a time; more wait to be taken.
    pub connections: usize,
    /// How long nothing may move on a connection. Longer than `deadline`.
    pub patience: Duration,
    /// How long a picture may take.
    pub deadline: Duration,
    /// Cells of the ocean to a degree.
    pub cells: u32,
    /// What sizes pictures may have.
    pub sizes: Sizes,
}

impl Default for Config {
    /// A worker for each processor, room for 256 to wait, 64 MiB unsent.
    fn default() -> Self {
        Self {
            workers: available_parallelism().map_or(1, NonZero::get),
            queue: 256,
            unsent: 64 << 20,
            connections: 1024,
            patience: Duration::from_secs(30),
            deadline: Duration::from_secs(10),
            cells: 1,
            sizes: Sizes::default(),
        }
    }
}

/// What all requests share.
struct App {
    ocean: Ocean,
    lately: Lately,
    pool: Pool,
    metrics: Arc<Metrics>,
    page: String,
    deadline: Duration,
    sizes: Sizes,
}

/// Serves until `stop` is done; then takes no more connections, and returns when the requests under
/// way are answered.
///
/// # Errors
///
/// What the system says of the listener.
pub async fn serve(
    listener: TcpListener,
    config: Config,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let metrics = Arc::new(Metrics::default());
    let (workers, queue) = (config.workers.max(1), config.queue);
    let app = Arc::new(App {
        ocean: Ocean::new(config.cells),
        lately: Lately::new(ORIGINS),
        pool: Pool::new(workers, queue, config.unsent, Arc::clone(&metrics)),
        metrics: Arc::clone(&metrics),
        page: page(),
        deadline: config.deadline,
        sizes: config.sizes,
    });
    let router = Router::new()
        .route(
            "/",
            get(|State(app): State<Arc<App>>| async move { Html(app.page.clone()) }),
        )
        .route("/contour.png", get(contour))
        .route("/healthz", get(|| async { "ok\n" }))
        .route(
            "/metrics",
            get(|State(app): State<Arc<App>>| async move { app.metrics.text() }),
        )
        .layer(from_fn_with_state(Arc::clone(&app), count))
        .with_state(app);
    let listener = Patient::new(listener, config.connections, config.patience, metrics);
    axum::serve(listener, router)
        .with_graceful_shutdown(stop)
        .await
}

/// The page, with all colormaps to choose from.
fn page() -> String {
    let options = Colormap::names().filter(|name| !name.ends_with("_r"));
    let options = options.map(|name| {
        let selected = if name == "viridis" { " selected" } else { "" };
        format!("<option{selected}>{name}</option>")
    });
    include_str!("page.html").replace("<!-- colormaps -->", &options.collect::<String>())
}

async fn count(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    app.metrics.answer(response.status().as_u16());
    response
}

/// A picture, or why there is none.
async fn contour(
    State(app): State<Arc<App>>,
    method: Method,
    headers: HeaderMap,
    RawQuery(query): RawQuery,
) -> Response {
    let query = query.unwrap_or_default();
    let chart = match Chart::parse(&query, &app.ocean, app.sizes) {
        Ok(chart) => chart,
        Err(bad) => return message(StatusCode::BAD_REQUEST, &bad.to_string()),
    };
    let about = [(ETAG, chart.tag()), (CACHE.0, CACHE.1.to_owned())];
    if has(&headers, &chart.tag()) {
        app.metrics.unmodified.count();
        return (StatusCode::NOT_MODIFIED, about).into_response();
    }
    let picture = if method == Method::HEAD {
        Body::empty()
    } else {
        match begin(app, chart).await {
            Ok(chunks) => Body::from_stream(chunks),
            Err(refused) => return refused,
        }
    };
    (about, [(CONTENT_TYPE, "image/png")], picture).into_response()
}

/// Starts a picture and waits for its first bytes, so that whatever goes wrong before can still be
/// said in the status.
///
/// A client that leaves takes this future with it, or the chunks that came out of it; both hold the
/// reading end of the pipe, which cancels the drawing.
async fn begin(app: Arc<App>, chart: Chart) -> Result<Chunks, Response> {
    let full = || {
        app.metrics.refused.count();
        let answer = message(StatusCode::SERVICE_UNAVAILABLE, "all workers are busy");
        ([LATER], answer).into_response()
    };
    let ticket = app.pool.enter().map_err(|_| full())?;
    let end = Instant::now() + app.deadline;
    let token = CancelToken::when(move || Instant::now() > end);
    let (writer, mut chunks) = pipe(&app.metrics, token.clone());
    let worker = Arc::clone(&app);
    let work = ticket
        .start(move || worker.draw(&chart, token, writer))
        .await;
    let work = work.map_err(|_| full())?;
    if chunks.begin().await {
        return Ok(chunks);
    }
    Err(match work.await {
        Ok(Err(Fault::Cancelled)) => (
            [LATER],
            message(StatusCode::SERVICE_UNAVAILABLE, "the picture took too long"),
        )
            .into_response(),
        _ => message(
            StatusCode::INTERNAL_SERVER_ERROR,
            "the picture could not be drawn",
        ),
    })
}

/// Whether a client has a picture already.
fn has(headers: &HeaderMap, tag: &str) -> bool {
    let known = headers.get_all(IF_NONE_MATCH).iter();
    known
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(|one| one.trim())
        .any(|one| one == "*" || one.strip_prefix("W/").unwrap_or(one) == tag)
}

fn message(status: StatusCode, text: &str) -> Response {
    (status, [TEXT], format!("{text}\n")).into_response()
}

/// Why a picture was not finished.
enum Fault {
    /// Nobody waits for it any more, or it took too long.
    Cancelled,
    Failed,
}

impl App {
    /// Draws a picture into a pipe.
    fn draw(&self, chart: &Chart, token: CancelToken, writer: Writer) -> Result<(), Fault> {
        let started = Instant::now();
        let drawn = self.drawn(chart, &token, writer);
        match &drawn {
            Ok(()) => self.metrics.picture(started.elapsed()),
            Err(_) if token.is_cancelled() => {
                self.metrics.cancelled.count();
                return Err(Fault::Cancelled);
            }
            Err(error) => eprintln!("{chart:?}: {error}"),
        }
        drawn.map_err(|_| Fault::Failed)
    }

    fn drawn(&self, chart: &Chart, token: &CancelToken, mut writer: Writer) -> figure::Result<()> {
        let hours = self.lately.hours(&self.ocean, chart.origin, token);
        let hours = hours.ok_or(io::Error::from(io::ErrorKind::Interrupted))?;
        let figure = chart.figure(&self.ocean, hours)?;
        let limits = Limits {
            cancel: Some(token.clone()),
            ..Limits::default()
        };
        let mut canvas = FigureCanvasAgg::new(&figure).with_limits(limits);
        canvas.print_png(&mut writer)?;
        Ok(writer.finish()?)
    }
}
