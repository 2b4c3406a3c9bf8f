//! Cases that are no path on a surface: each a function that draws, decodes or lays out something
//! hostile and looks at what came of it. An error is as good as a picture unless the function says
//! otherwise; that the process ends, in time and within its memory, is seen from outside.

mod decoder;
mod font;
mod image;
mod plot;
mod surface;
mod text;

/// Something to do, and what must come of it.
#[derive(Debug)]
pub struct Deed {
    /// What it is called, in one word.
    pub name: &'static str,
    /// Which way it goes.
    pub road: &'static str,
    /// How many bytes its surfaces take, which do not count as its memory.
    pub surface: u64,
    /// Whether it takes long without optimization.
    pub is_slow: bool,
    /// Does it.
    ///
    /// # Errors
    ///
    /// Says what is wrong with the result.
    pub run: fn() -> Result<(), String>,
}

impl Deed {
    const fn new(road: &'static str, name: &'static str, run: fn() -> Result<(), String>) -> Self {
        Self {
            name,
            road,
            surface: 16 << 20,
            is_slow: false,
            run,
        }
    }

    const fn slow(self) -> Self {
        Self {
            is_slow: true,
            ..self
        }
    }

    /// With surfaces of so many bytes.
    const fn on(self, surface: u64) -> Self {
        Self { surface, ..self }
    }
}

/// All of them.
pub fn all() -> impl Iterator<Item = &'static Deed> {
    let lists: [&'static [Deed]; 6] = [
        surface::DEEDS,
        image::DEEDS,
        font::DEEDS,
        text::DEEDS,
        decoder::DEEDS,
        plot::DEEDS,
    ];
    lists.into_iter().flatten()
}

/// Whether something is so.
fn check(is_so: bool, what: &str) -> Result<(), String> {
    if is_so { Ok(()) } else { Err(what.to_string()) }
}

/// Whether something was refused.
fn refused<T, E>(result: Result<T, E>, what: &str) -> Result<(), String> {
    result
        .ok()
        .map_or(Ok(()), |_| Err(format!("{what} was accepted")))
}

/// What must not fail.
fn done<T, E: std::error::Error>(result: Result<T, E>) -> Result<T, String> {
    result.map_err(|error| match error.source() {
        Some(source) => format!("{error}: {source}"),
        None => error.to_string(),
    })
}
