//! `serve [--listen ADDRESS] [--workers NUMBER] [--queue NUMBER]`

use std::env;
use std::error::Error;
use std::process::ExitCode;

use serve::{Config, serve};
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

const USAGE: &str = "usage: serve [--listen ADDRESS] [--workers NUMBER] [--queue NUMBER]";

#[tokio::main]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("serve: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), Box<dyn Error>> {
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
    let listener = TcpListener::bind(&address).await?;
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
