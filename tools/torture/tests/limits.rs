//! Each limit is reached by each road that can reach it, and the error says which it was.

#![expect(
    clippy::panic,
    reason = "a test fails by panicking, in its helpers too"
)]

use agg_core::{
    CancelToken, Canvas, Color, FillRule, Limit, Limits, Meter, Path, Pixmap, Rasterizer, Rect,
    Stroke,
};
use agg_text::{Font, FontSize, GlyphCache};
use figure::{Figure, FigureCanvasAgg, Format, SaveOptions};

/// Draws a bit of everything with a meter: what the meter says then.
fn drawn(limits: &Limits) -> Result<(), Limit> {
    let meter = Meter::new(limits);
    let mut pixmap = Pixmap::new(64, 64).unwrap_or_else(|error| panic!("{error}"));
    let mut canvas = Canvas::new(&mut pixmap);
    let mut canvas = canvas.with_meter(&meter);
    let pen = Stroke::new(2.0).with_dashes(0.0, &[3.0, 2.0]);
    canvas.stroke(
        &Path::polyline([(2.0, 2.0), (60.0, 60.0)]),
        &pen,
        Color::BLACK,
    );
    let _ = canvas.with_layer(0.5, |layer| {
        layer.fill(
            &Path::circle((30.0, 30.0), 20.0),
            FillRule::NonZero,
            Color::BLACK,
        );
    });
    meter.check()
}

#[test]
fn a_canvas_says_which_limit_was_reached() {
    assert_eq!(drawn(&Limits::default()), Ok(()));
    for (limits, reached) in [
        (
            Limits {
                pixels: Some(4095),
                ..Limits::default()
            },
            Limit::Pixels,
        ),
        (
            Limits {
                elements: Some(60),
                ..Limits::default()
            },
            Limit::Elements,
        ),
        (
            Limits {
                dashes: Some(5),
                ..Limits::default()
            },
            Limit::Dashes,
        ),
        (
            Limits {
                layers: Some(0),
                ..Limits::default()
            },
            Limit::Layers,
        ),
        (
            Limits {
                cancel: Some(CancelToken::when(|| true)),
                ..Limits::default()
            },
            Limit::Time,
        ),
    ] {
        assert_eq!(drawn(&limits), Err(reached));
    }
    let enough = Limits {
        pixels: Some(4096),
        elements: Some(1000),
        dashes: Some(100),
        layers: Some(1),
        ..Limits::default()
    };
    assert_eq!(drawn(&enough), Ok(()));
}

#[test]
fn a_limit_stops_drawing_and_lets_stand_what_was_drawn_before() {
    let meter = Meter::new(&Limits {
        elements: Some(10),
        ..Limits::default()
    });
    let mut pixmap = Pixmap::new(20, 20).unwrap_or_else(|error| panic!("{error}"));
    let mut canvas = Canvas::new(&mut pixmap);
    let mut metered = canvas.with_meter(&meter);
    let square = |at: f64| Path::rectangle(Rect::new(at, at, at + 4.0, at + 4.0));
    for at in [1.0, 6.0, 11.0] {
        metered.fill(&square(at), FillRule::NonZero, Color::BLACK);
    }
    // Without the meter all is as before.
    canvas.fill(&square(16.0), FillRule::NonZero, Color::BLACK);
    assert_eq!(meter.check(), Err(Limit::Elements));
    let alphas = [2, 7, 12, 17].map(|at| pixmap.pixel(at, at).map(|p| p[3]));
    assert_eq!(alphas, [Some(255), Some(255), Some(0), Some(255)]);
}

#[test]
fn a_token_that_is_cancelled_while_rows_come_ends_them() {
    let token = CancelToken::new();
    let meter = Meter::new(&Limits {
        cancel: Some(token.clone()),
        ..Limits::default()
    });
    for shape in [
        Path::rectangle(Rect::new(0.0, 0.0, 9.0, 1e6)),
        Path::circle((5000.0, 5000.0), 5000.0),
    ] {
        let mut rasterizer = Rasterizer::new(10_000, 1_000_000);
        rasterizer.set_meter(Some(&meter));
        rasterizer.add(&shape);
        let mut rows = 0;
        rasterizer.for_each_span(FillRule::NonZero, |_| {
            rows += 1;
            token.cancel();
        });
        assert!(rows < 500, "{rows} spans came");
    }
}

#[test]
fn a_text_has_no_more_glyphs_than_allowed() {
    let size = FontSize::from_points(12.0, 100.0).unwrap_or_else(|error| panic!("{error}"));
    let shaped = |glyphs| {
        let mut cache = GlyphCache::new();
        cache.set_meter(Some(&Meter::new(&Limits {
            glyphs: Some(glyphs),
            ..Limits::default()
        })));
        cache
            .shape(&Font::dejavu_sans(), "hi mom", size)
            .map(|line| line.glyphs().len())
    };
    assert_eq!(shaped(6), Ok(6));
    assert_eq!(shaped(5), Err(agg_text::Error::Limit(Limit::Glyphs)));
}

fn figure(limits: Limits) -> Result<(), figure::Error> {
    let mut figure = Figure::new((2.0, 1.0), 100.0);
    let axes = figure.add_subplot(1, 1, 1)?;
    axes.plot_y([1.0, 3.0, 2.0])?.linestyle("--");
    FigureCanvasAgg::new(&figure).with_limits(limits).draw()
}

/// A tight box was made as large as what is on it before anyone counted: a text far away took
/// gigabytes, whatever the limit was. Found by the fuzz target `figure`.
#[test]
fn a_tight_box_around_a_far_text_is_counted_before_it_is_made() {
    let mut figure = Figure::new((2.0, 1.0), 100.0);
    let text = figure
        .add_subplot(1, 1, 1)
        .map(|axes| axes.text(200, 200, "far").map(drop));
    assert!(matches!(text, Ok(Ok(()))));
    let saved = |pixels| {
        let limits = Limits {
            pixels: Some(pixels),
            ..Limits::default()
        };
        figure.to_bytes(Format::Png, &SaveOptions::new().tight().limits(limits))
    };
    for pixels in [20_000, 1_000_000] {
        let found = saved(pixels).err();
        let is_limit = matches!(found, Some(figure::Error::Limit(Limit::Pixels)));
        assert!(is_limit, "{found:?}");
    }
}

#[test]
fn a_figure_says_which_limit_was_reached() {
    assert!(figure(Limits::default()).is_ok());
    for (limits, reached) in [
        (
            Limits {
                pixels: Some(19_999),
                ..Limits::default()
            },
            Limit::Pixels,
        ),
        (
            Limits {
                elements: Some(3),
                ..Limits::default()
            },
            Limit::Elements,
        ),
        (
            Limits {
                dashes: Some(1),
                ..Limits::default()
            },
            Limit::Dashes,
        ),
        (
            Limits {
                glyphs: Some(1),
                ..Limits::default()
            },
            Limit::Glyphs,
        ),
        (
            Limits {
                cancel: Some(CancelToken::when(|| true)),
                ..Limits::default()
            },
            Limit::Time,
        ),
    ] {
        let limit = figure(limits).err();
        assert!(
            matches!(limit, Some(figure::Error::Limit(found)) if found == reached),
            "{limit:?}"
        );
    }
}
