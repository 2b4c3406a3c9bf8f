//! What a chart shows, as a query says it, and the figure of it.
//!
//! A query is read strictly: a parameter that is unknown, there twice, out of range or no number
//! is a fault of the one who asks, and the message says which. What was asked for is put into one
//! canonical form, so that two queries for the same picture have the same [`tag`](Chart::tag).

use std::fmt;
use std::sync::Arc;

use figure::Figure;
use figure::colormap::Colormap;
use figure::contour::Field;

use crate::ocean::Ocean;

/// Pixels to the inch; texts keep their size in pixels whatever the picture's.
const DPI: f64 = 100.0;
/// A query is no longer, in bytes.
const LONGEST: usize = 500;

/// How large a picture may be asked for, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sizes {
    /// The least width and height.
    pub least: u32,
    /// The most width and height.
    pub most: u32,
}

impl Default for Sizes {
    fn default() -> Self {
        Self {
            least: 200,
            most: 2000,
        }
    }
}

/// A chart of travel times.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// Where the wave starts: a cell of the ocean that is water.
    pub origin: (usize, usize),
    /// About how many layers of times.
    pub levels: usize,
    /// The name of the colormap.
    pub cmap: &'static str,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

/// What is wrong with a query.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum BadQuery {
    /// It is longer than any that makes sense.
    Long,
    /// A parameter that charts do not have.
    Unknown(String),
    /// A parameter twice.
    Twice(&'static str),
    /// A value that is no number where one should be.
    Number(&'static str),
    /// A number out of the range that is given.
    Range(&'static str, f64, f64),
    /// A colormap that there is not.
    Colormap,
    /// A wave that starts on land.
    Land,
}

impl fmt::Display for BadQuery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Long => write!(f, "the query is longer than {LONGEST} bytes"),
            Self::Unknown(name) => write!(f, "unknown parameter {name:?}"),
            Self::Twice(name) => write!(f, "{name} is given twice"),
            Self::Number(name) => write!(f, "{name} is no number"),
            Self::Range(name, low, high) => write!(f, "{name} is not within {low} and {high}"),
            Self::Colormap => f.write_str("cmap is no colormap that is known"),
            Self::Land => f.write_str("lon and lat are on land; a wave starts in water"),
        }
    }
}

impl std::error::Error for BadQuery {}

/// The parameters, as they came.
#[derive(Default)]
struct Given {
    lon: Option<String>,
    lat: Option<String>,
    levels: Option<String>,
    cmap: Option<String>,
    width: Option<String>,
    height: Option<String>,
}

impl Given {
    fn read(query: &str) -> Result<Self, BadQuery> {
        if query.len() > LONGEST {
            return Err(BadQuery::Long);
        }
        let mut given = Self::default();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            let (slot, name) = match &*name {
                "lon" => (&mut given.lon, "lon"),
                "lat" => (&mut given.lat, "lat"),
                "levels" => (&mut given.levels, "levels"),
                "cmap" => (&mut given.cmap, "cmap"),
                "width" => (&mut given.width, "width"),
                "height" => (&mut given.height, "height"),
                other => return Err(BadQuery::Unknown(other.to_owned())),
            };
            if slot.replace(value.into_owned()).is_some() {
                return Err(BadQuery::Twice(name));
            }
        }
        Ok(given)
    }
}

/// A number within a range, or what stands for it where none is given.
fn number(
    name: &'static str,
    given: Option<&str>,
    default: f64,
    (low, high): (f64, f64),
) -> Result<f64, BadQuery> {
    let value = given.map_or(Ok(default), str::parse);
    let value = value.map_err(|_| BadQuery::Number(name))?;
    let within = (low..=high).contains(&value);
    within
        .then_some(value)
        .ok_or(BadQuery::Range(name, low, high))
}

/// A whole number within a range.
fn whole(
    name: &'static str,
    given: Option<&str>,
    default: u32,
    (low, high): (u32, u32),
) -> Result<u32, BadQuery> {
    let value = given.map_or(Ok(default), str::parse);
    let value = value.map_err(|_| BadQuery::Number(name))?;
    let within = (low..=high).contains(&value);
    let range = || BadQuery::Range(name, f64::from(low), f64::from(high));
    within.then_some(value).ok_or_else(range)
}

impl Chart {
    /// The chart that a query asks for: `lon`, `lat` (degrees), `levels` (2 to 40), `cmap`,
    /// `width`, `height` (pixels), each with a default.
    ///
    /// The origin is moved to the nearest point of the ocean's grid.
    ///
    /// # Errors
    ///
    /// What is wrong with the query.
    pub fn parse(query: &str, ocean: &Ocean, sizes: Sizes) -> Result<Self, BadQuery> {
        let given = Given::read(query)?;
        let (west, east, south, north) = ocean.bounds();
        let lon = number("lon", given.lon.as_deref(), 145.0, (west, east))?;
        let lat = number("lat", given.lat.as_deref(), 38.0, (south, north))?;
        let origin = ocean.cell(lon, lat).filter(|cell| !ocean.is_land(*cell));
        let side = (sizes.least, sizes.most);
        let name = given.cmap.as_deref().unwrap_or("viridis");
        Ok(Self {
            origin: origin.ok_or(BadQuery::Land)?,
            levels: whole("levels", given.levels.as_deref(), 12, (2, 40))? as usize,
            cmap: Colormap::names()
                .find(|known| *known == name)
                .ok_or(BadQuery::Colormap)?,
            width: whole("width", given.width.as_deref(), 800, side)?,
            height: whole("height", given.height.as_deref(), 500, side)?,
        })
    }

    /// A name of the picture that no other picture has, with quotes: what HTTP calls a strong
    /// entity tag. It holds all that the picture depends on, this program's version included, so
    /// that nothing needs to be drawn or hashed to know it.
    #[must_use]
    pub fn tag(&self) -> String {
        let Self {
            origin: (column, row),
            levels,
            cmap,
            width,
            height,
        } = self;
        let version = env!("CARGO_PKG_VERSION");
        format!("\"{version}/{column}.{row}/{levels}/{cmap}/{width}x{height}\"")
    }

    /// The figure of the hours that a wave takes.
    ///
    /// # Errors
    ///
    /// None for charts that were [parsed](Self::parse).
    pub fn figure(&self, ocean: &Ocean, hours: Arc<Field>) -> figure::Result<Figure> {
        let (lon, lat) = ocean.place(self.origin).unwrap_or_default();
        let size = (f64::from(self.width) / DPI, f64::from(self.height) / DPI);
        let mut fig = Figure::new(size, DPI);
        let ax = fig.add_subplot(1, 1, 1)?;
        ax.set_facecolor("0.8");
        let layers = ax.contourf_field(Arc::clone(&hours))?.cmap(self.cmap);
        let layers = layers.level_count(self.levels).handle();
        let lines = ax.contour_field(hours)?.colors("k").linewidths(0.5);
        let lines = lines.level_count(self.levels).handle();
        ax.clabel(lines)?.fmt("%g").fontsize(8.0);
        ax.plot([lon], [lat])?
            .color("r")
            .marker("*")
            .markersize(12.0);
        ax.set_title(format!("Travel time of a tsunami from {lon}°, {lat}°"));
        ax.set_xlabel("longitude");
        ax.set_ylabel("latitude");
        fig.colorbar(layers)?.set_label("hours");
        Ok(fig)
    }
}
