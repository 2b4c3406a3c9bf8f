//! The scenes that the real matplotlib draws, drawn by `figure`.

/// The topics: a module each, named as its Python half.
macro_rules! topics {
    ($($topic:ident)*) => {
        $(mod $topic;)*

        fn all_scenes() -> Vec<Scene> {
            [$($topic::scenes()),*].into_iter().flatten().collect()
        }
    };
}

topics! {
    annotate
    bar
    barred
    between
    boxes
    category
    clabel
    colorbar
    configured
    contour
    cycles
    dates
    errorbar
    extras
    fixtures
    formulas
    givingway
    handles
    hatch
    hexbin
    hists
    image
    layout
    leftovers
    legend
    lines
    log
    looks
    markers
    matrix
    mesh
    opacity
    pie
    quiver
    random
    reference
    remainders
    room
    saving
    scatter
    settings
    shared
    spines
    steps
    styles
    subplots
    ticks
    typefaces
    verges
    wishes
}

use std::rc::Rc;

use figure::{Axes, Figure, FigureCanvasAgg, Format, SaveOptions};
use golden::Image;

use crate::judge::Half;
use crate::scene::{Drawing, Scene};

/// Every scene of `tools/oracle/matplotlib`.
pub fn half() -> Half {
    Half {
        folder: "matplotlib",
        remake: "tools/oracle/matplotlib/make",
        scenes: all_scenes(),
    }
}

type Done = figure::Result<()>;

/// A scene of one axes in a figure of `size` inches.
fn axes_of(
    name: impl Into<String>,
    size: (f64, f64),
    dpi: f64,
    fill: impl Fn(&mut Axes) -> Done + 'static,
) -> Scene {
    figure_of(name, size, dpi, move |figure| {
        fill(figure.add_subplot(1, 1, 1)?)
    })
}

/// A scene of one axes in a figure of 4 × 3 inches at 100 dots per inch.
fn axes(name: impl Into<String>, fill: impl Fn(&mut Axes) -> Done + 'static) -> Scene {
    axes_of(name, (4.0, 3.0), 100.0, fill)
}

/// A scene that puts its own axes into the figure.
fn figure_of(
    name: impl Into<String>,
    size: (f64, f64),
    dpi: f64,
    fill: impl Fn(&mut Figure) -> Done + 'static,
) -> Scene {
    let build = Rc::new(move || {
        let mut figure = Figure::new(size, dpi);
        fill(&mut figure).map_err(|error| error.to_string())?;
        Ok(figure)
    });
    let drawn = Rc::clone(&build);
    let scene = Scene::new(name, move || {
        picture(&drawn()?).map_err(|error| error.to_string())
    });
    scene.of_figure(move || build())
}

/// A scene as [`figure_of`], as its file shows it.
fn saved(
    name: impl Into<String>,
    size: (f64, f64),
    how: SaveOptions,
    fill: impl Fn(&mut Figure) -> Done + 'static,
) -> Scene {
    Scene::new(name, move || {
        let mut figure = Figure::new(size, 100.0);
        fill(&mut figure).map_err(|error| error.to_string())?;
        let file = figure.to_bytes(Format::Png, &how);
        let file = file.map_err(|error| error.to_string())?;
        let picture = Image::from_png(&file).map_err(|error| error.to_string())?;
        Ok(Drawing {
            picture,
            stages: Vec::new(),
        })
    })
}

fn picture(figure: &Figure) -> Result<Drawing, Box<dyn std::error::Error>> {
    let mut canvas = FigureCanvasAgg::new(figure);
    canvas.draw()?;
    let (width, height) = canvas.get_width_height();
    let picture = Image::new(width, height, canvas.buffer_rgba())?;
    Ok(Drawing {
        picture,
        stages: Vec::new(),
    })
}
