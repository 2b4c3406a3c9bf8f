//! Random calls on a plot, and a save. It gives an error or a picture, and drawing twice gives it
//! twice.

use crate::Coordinate;
use arbitrary::Arbitrary;
use figure::{Axes, Errors, Figure, Location, Pie};

#[derive(Debug, Arbitrary)]
pub struct Script {
    size: [u8; 2],
    calls: Vec<Call>,
}

#[derive(Debug, Arbitrary)]
pub enum Call {
    Plot(Vec<(Coordinate, Coordinate)>, Look),
    Scatter(Vec<(Coordinate, Coordinate)>, Coordinate),
    Bar(Vec<Coordinate>, Coordinate),
    Fill(Vec<Coordinate>, Vec<Coordinate>),
    Hist(Vec<Coordinate>, u8),
    ErrorBar(Vec<Coordinate>, Coordinate),
    Pie(Vec<Coordinate>),
    Image(Vec<Coordinate>, u8),
    Lines(Coordinate, Coordinate),
    Text(Coordinate, Coordinate, String, Coordinate),
    Limits(Coordinate, Coordinate),
    Margins(Coordinate, Coordinate),
    Ticks(Vec<Coordinate>),
    Title(String),
    Grid,
    Legend,
}

#[derive(Debug, Arbitrary)]
pub struct Look {
    width: Coordinate,
    style: u8,
    marker: u8,
    color: String,
    label: String,
}

pub fn run(script: &Script) {
    let [width, height] = script.size.map(|v| f64::from(v % 100) / 50.0 + 0.1);
    let mut figure = Figure::new((width, height), 50.0);
    let Ok(axes) = figure.add_subplot(1, 1, 1) else {
        return;
    };
    for call in script.calls.iter().take(8) {
        // An error is an answer.
        let _ = make(axes, call);
    }
    let (once, twice) = (figure.to_png().ok(), figure.to_png().ok());
    assert!(once == twice, "drawing changed the figure");
}

fn columns(points: &[(Coordinate, Coordinate)]) -> (Vec<f64>, Vec<f64>) {
    points
        .iter()
        .take(50)
        .map(|&(x, y)| (f64::from(x), f64::from(y)))
        .unzip()
}

fn column(values: &[Coordinate]) -> Vec<f64> {
    values.iter().take(50).map(|&v| v.into()).collect()
}

fn short(text: &str) -> String {
    text.chars().take(30).collect()
}

fn make(axes: &mut Axes, call: &Call) -> figure::Result<()> {
    match call {
        Call::Plot(points, look) => {
            let (xs, ys) = columns(points);
            let line = axes.plot(xs, ys)?;
            line.linewidth(look.width.into()).label(short(&look.label));
            let styles = ["-", "--", ":", "-.", "none"];
            line.linestyle(styles[usize::from(look.style) % 5]);
            let markers = ["o", "s", "x", ".", "none", "^"];
            line.marker(markers[usize::from(look.marker) % 6]);
            if look.color.len() > 3 {
                line.color(short(&look.color));
            }
        }
        Call::Scatter(points, size) => {
            let (xs, ys) = columns(points);
            axes.scatter(xs, ys)?.size((*size).into());
        }
        Call::Bar(heights, width) => {
            let heights = column(heights);
            axes.bar(0..heights.len(), heights)?.width((*width).into());
        }
        Call::Fill(xs, ys) => {
            let (xs, ys) = (column(xs), column(ys));
            axes.fill_between(xs, ys, [0.0])?.hatch("/");
        }
        Call::Hist(values, bins) => {
            axes.hist(column(values), usize::from(*bins))?;
        }
        Call::ErrorBar(ys, error) => {
            let ys = column(ys);
            let errors = Errors::new().y([f64::from(*error)]);
            axes.errorbar(0..ys.len(), ys, &errors)?;
        }
        Call::Pie(shares) => {
            axes.pie(column(shares), &Pie::new())?;
        }
        Call::Image(values, width) => {
            let values = column(values);
            axes.imshow(values.chunks(usize::from(width % 8) + 1))?
                .cmap("viridis");
        }
        Call::Lines(x, y) => {
            axes.axhline(f64::from(*y))?;
            axes.axvspan(f64::from(*x), f64::from(*y))?;
        }
        Call::Text(x, y, text, degrees) => {
            axes.text(f64::from(*x), f64::from(*y), short(text))?
                .rotation((*degrees).into());
        }
        Call::Limits(low, high) => {
            axes.set_xlim(f64::from(*low), f64::from(*high))?
                .set_ylim(f64::from(*high), f64::from(*low))?;
        }
        Call::Margins(x, y) => {
            axes.margins((*x).into(), (*y).into())?;
        }
        Call::Ticks(values) => {
            axes.xaxis().set_ticks(column(values));
        }
        Call::Title(text) => {
            axes.set_title(short(text));
        }
        Call::Grid => {
            axes.grid(true);
        }
        Call::Legend => {
            axes.legend().location(Location::Best);
        }
    }
    Ok(())
}
