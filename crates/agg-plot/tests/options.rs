//! What the options change, and that they change nothing else.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use agg_core::{Affine, Color, Path, Point};
use agg_plot::{
    Antialiasing, ClipPath, Error, GraphicsContext, MarkerPlaces, Options, Polyline, Renderer,
};
use std::num::NonZeroUsize;
use std::sync::Arc;

#[cfg(test)]
fn surface(options: Options) -> Renderer {
    Renderer::new(200, 100, 100.0)
        .unwrap()
        .with_options(options)
}

/// A line that goes up and down so many times.
#[cfg(test)]
fn comb(teeth: u32) -> (Vec<f64>, Vec<f64>) {
    let x = (0..2 * teeth).map(|i| f64::from(i) * 100.0 / f64::from(teeth));
    let y = (0..2 * teeth).map(|i| if i % 2 == 0 { 2.25 } else { 97.5 });
    (x.collect(), y.collect())
}

#[test]
fn a_shape_of_too_many_cells_is_refused_and_the_next_is_drawn() {
    let options = Options {
        cell_limit: Some(2000),
        ..Options::default()
    };
    let mut renderer = surface(options);
    let gc = GraphicsContext::default();
    let mut draw = |teeth| {
        let (x, y) = comb(teeth);
        renderer.draw_path(&gc, Polyline::new(&x, &y), Affine::IDENTITY, None)
    };
    assert!(draw(3).is_ok());
    let error = draw(50).unwrap_err();
    assert!(matches!(error, Error::CellLimit));
    assert_eq!(error.to_string(), "Exceeded cell block limit");
    assert!(draw(3).is_ok());
    let mut fresh = surface(Options::default());
    for _ in 0..2 {
        let (x, y) = comb(3);
        fresh
            .draw_path(&gc, Polyline::new(&x, &y), Affine::IDENTITY, None)
            .unwrap();
    }
    assert_eq!(renderer.pixmap(), fresh.pixmap());
}

#[test]
fn cells_are_counted_as_matplotlib_does() {
    // An upright bar of 10 rows off the grid leaves one cell a row on each of its sides.
    let bar = Path::polygon([(10.5, 20.0), (15.5, 20.0), (15.5, 30.0), (10.5, 30.0)]);
    let gc = GraphicsContext {
        line_width: 0.0,
        snap: agg_plot::Snap::Off,
        ..GraphicsContext::default()
    };
    let draw = |limit| {
        let options = Options {
            cell_limit: Some(limit),
            ..Options::default()
        };
        surface(options).draw_path(&gc, &bar, Affine::IDENTITY, Some(Color::BLACK))
    };
    assert!(draw(20).is_ok());
    assert!(matches!(draw(19), Err(Error::CellLimit)));
}

/// The middle of what was drawn, weighted by opacity.
#[cfg(test)]
fn middle(renderer: &Renderer) -> (f64, f64) {
    let (mut sum, mut x, mut y) = (0.0, 0.0, 0.0);
    for (i, pixel) in renderer.pixmap().pixels().iter().enumerate() {
        let alpha = f64::from(pixel[3]);
        sum += alpha;
        x += alpha * ((i % 200) as f64 + 0.5);
        y += alpha * (99.5 - (i / 200) as f64);
    }
    (x / sum, y / sum)
}

#[test]
fn exact_markers_are_where_the_data_is() {
    let gc = GraphicsContext::default();
    let place = Path::polyline([(50.31, 40.77), (50.31, 40.77)]);
    let circle = Path::circle((0.0, 0.0), 4.0);
    let drawn = |marker_places| {
        let mut renderer = surface(Options {
            marker_places,
            ..Options::default()
        });
        renderer
            .draw_markers(
                &gc,
                (&circle, Affine::IDENTITY),
                (&place, Affine::IDENTITY),
                Some(Color::BLACK),
            )
            .unwrap();
        middle(&renderer)
    };
    let off = |(x, y): (f64, f64)| Point::new(x, y).distance(Point::new(50.31, 40.77));
    // A flattened circle is not quite symmetric.
    assert!(off(drawn(MarkerPlaces::Exact)) < 0.05);
    assert!(off(drawn(MarkerPlaces::WholePixels)) > 0.1);
}

#[test]
fn any_number_of_threads_gives_the_same_pixels() {
    let (x, y) = comb(3000);
    let area: Path = Path::polygon(x.iter().copied().zip(y.iter().copied()));
    let circle = ClipPath::new(Arc::new(Path::circle((60.0, 50.0), 45.0)), Affine::IDENTITY);
    let drawn = |threads| {
        let mut renderer = surface(Options {
            threads: NonZeroUsize::new(threads).unwrap(),
            ..Options::default()
        });
        for clip_path in [None, Some(circle.clone())] {
            for antialiasing in [Antialiasing::On, Antialiasing::Off] {
                let gc = GraphicsContext {
                    clip_path: clip_path.clone(),
                    antialiasing,
                    color: Color::new(0.1, 0.4, 0.7, 0.3),
                    ..GraphicsContext::default()
                };
                let face = Some(Color::new(0.9, 0.2, 0.1, 0.2));
                renderer
                    .draw_path(&gc, &area, Affine::rotate(0.1), face)
                    .unwrap();
            }
        }
        renderer
    };
    let one = drawn(1);
    for threads in [2, 3, 7, 200] {
        assert_eq!(drawn(threads).pixmap(), one.pixmap(), "{threads} threads");
    }
}
