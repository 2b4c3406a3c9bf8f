//! `serve [--listen ADDRESS] [--workers NUMBER] [--queue NUMBER]`

use std::env;
use std::error::Error;
use std::process::ExitCode;

use serve::{Config, serve};
use tokio::net::TcpListener;
use tokio::runtime;
use tokio::signal::unix::{SignalKind, signal};

const USAGE: &str = "usage: serve [--listen ADDRESS] [--workers NUMBER] [--queue NUMBER]";

fn main() -> ExitCode {
    match start() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("serve: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Reads the arguments, and serves until a signal comes.
fn start() -> Result<(), Box<dyn Error>> {
    let mut address = "127.0.0.1:8080".to_owned();
    let mut config = Config::default();
    let mut arguments = env::args().skip(1);
    while let Some(name) = arguments.next() {
        let value = arguments.next().ok_or(USAGE)?;
        match &*name {
            "--listen" => address = value,
            "--workers" => config.workers = value.parse()?,
            "--queue" => config.queue = value.parse()?,
            _ => return Err(USAGE.into()),
        }
    }
    // No more threads that draw than draw at a time: each keeps some memory to itself.
    let mut runtime = runtime::Builder::new_multi_thread();
    let runtime = runtime.max_blocking_threads(config.workers.max(1));
    let runtime = runtime.enable_all().build()?;
    runtime.block_on(run(&address, config))
}

async fn run(address: &str, config: Config) -> Result<(), Box<dyn Error>> {
    let listener = TcpListener::bind(address).await?;
    eprintln!("serving on http://{}", listener.local_addr()?);
    let (mut interrupt, mut end) = (
        signal(SignalKind::interrupt())?,
        signal(SignalKind::terminate())?,
    );
    let stop = async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = end.recv() => {}
        }
        eprintln!("finishing what is under way");
    };
    Ok(serve(listener, config, stop).await?)
}
