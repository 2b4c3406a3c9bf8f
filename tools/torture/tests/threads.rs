//! What the crates offer may go to other threads and be read from several, and drawing from many
//! threads gives the pictures that drawing from one gives.

#![expect(
    clippy::expect_used,
    reason = "a test fails by panicking, in its helpers too"
)]

use std::collections::BTreeSet;
use std::num::NonZeroUsize;

/// Compiles for what may be shared between threads.
const fn is_shared<T: Send + Sync>() {}

macro_rules! shared {
    ($($crate_name:ident: $($shared:ty),* $(,)?;)*) => {
        $(
            mod $crate_name {
                use super::is_shared;
                use ::$crate_name::*;

                const _: () = {
                    $(is_shared::<$shared>();)*
                };

                pub(super) const NAMES: &[&str] = &[$(stringify!($shared)),*];
            }
        )*

        /// The types that the compiler has found to be `Send` and `Sync`, by crate.
        const SHARED: &[(&str, &[&str])] = &[$((stringify!($crate_name), $crate_name::NAMES)),*];
    };
}

shared! {
    agg_core: Affine, AlongPath, Arc, ArcSize, Arrow, Aspect, BetweenPaths, Bilinear,
        Blender<Rgba8>, CancelToken, Canvas<'static, Rgba8>, BlendMode, BooleanOp, Cap, ChannelOrder,
        Color, ColorSpace, Compose, CompoundRasterizer, ConicGradient, Contour, ContourGradient,
        Coverage<'static>, Dash, DiamondGradient, Direction, Edge, Ellipse, Error, FillRule, Filter,
        Flatten, FocalGradient, Gamma, Gradient, Gray8, A8, Image, InnerJoin, IntRect, Join, Limit,
        Limits, Meter, LayerOrder, LcdFilter, LcdRasterizer, LcdSpan<'static>, LinePattern,
        LinearGradient, Magnifier, Marker, MarkerPart, Mask, Measure, Mesh, Mix, Orientation, Outline,
        OutlineCap, OutlineJoin, Pace, Paint, Path, PathEl, PatternPixel, PatternStroke, Perspective,
        Pixmap<Rgba8>, PixmapMut<'static, Rgba8>, Place, Point, Polar, Premultiplied, RadialGradient,
        Rasterizer, Rect, Region, Rgb8, Rgb565, Rgba8, Rgba16, RgbaF32, RoundedRect, RowOrder, Sampling,
        Scanlines, Shadow, Sides, SimdLevel, Span<'static>, Spans<'static>, Spline, Spread, SqrtXyGradient,
        StraightRgba8, Stroke, StrokeFont, Sweep<'static>, Texture, Viewport, XyGradient;
    agg_plot: Antialiasing, ClipPath, Collection<'static, ::agg_core::Path>, Error,
        GlyphImage<'static>, GraphicsContext, Hatch, Image<'static>, MarkerPlaces, Options,
        Polyline<'static>, QuadMesh<'static>, Region, Renderer, Seams, Sketch, Snap, Styles<'static>;
    agg_text: Error, Extent, Font, FontSize, GlyphBox, GlyphCache, GlyphCoverage, GlyphId, GlyphMeasures,
        Hinting, Line, LineMetrics, PlacedGlyph, Placement, Subset;
    figure: Adjustable, Align, Anchor, AnyArtist, Area, Events, Format, AxesId, Colorbar, End, GridSpec, Mosaic,
        NamedAxes<'static>, Share, Spacing, SpinePosition, SubplotSpec, Subplots,
        Bandwidth, BarLabels, BoxPart, BoxParts, BoxPlot, BoxStats, ConstrainedLayout, ContourLabels,
        ContourStyle, Contours, Cumulative, Hist, HistAlign, HistParts, HistType, LabelRotation,
        MeanMark, OneOrMany<f64>, TightLayout, ViolinMark, ViolinParts, ViolinPlot, ViolinSide,
        Whiskers, Artist<Line>,
        Aspect, Axes, AxesStyle, Axis, AxisBelow, Bars, Bent, Between, Bins, ByName<Line>, Collection,
        ColorSpec, Coords, DrawList<'static>, DrawStyle, Error, Errors, Figure,
        FigureCanvasAgg<'static>, FigureStyle, FontStyle, FormatterStyle, GridParams, GridStyle, HAlign,
        Handle<Line>, HatchStyle, Histogram, Image, ImageStyle, Interpolation, Item<'static>, Legend,
        LegendStyle, Line, Line2D, LineDefaults, LineStyle, Location, MarkEvery, Marker, Matrix, Mesh,
        MeshStyle, Orientation, Origin, Outline<'static>, Paint, Patch, PatchStyle, PathStyle,
        Paths<'static>, Picture, Pie, PieParts, Pixels, Points<'static>, PointsIter<'static>,
        Polyline<'static>, Quads, RotationMode, ScatterStyle, Shading, Shape, Shapes, Side, Sides,
        Sketch, Spine, SpinesShown, Stems, Style, SubplotParams, Text, TextSize, TextStyle,
        TickDirection, TickParams, TickSizes, TickStyle, TitleSide, Unit, VAlign, Which;
}

/// Names that crates offer and that are no types.
const TRAITS: [&str; 15] = [
    "Blend",
    "Coord",
    "IntoMatrix",
    "Kind",
    "Mappable",
    "Mapped",
    "Named",
    "Painted",
    "PathIterator",
    "PathSource",
    "PixelFormat",
    "Result",
    "Series",
    "Texel",
    "Transform",
];

/// The names in a crate's `pub use` lines.
fn offered(lib: &str) -> BTreeSet<String> {
    let uses = lib.split("\npub use ").skip(1);
    let lists = uses.filter_map(|text| text.split(';').next());
    let names = lists.flat_map(|list| list.split([':', '{', '}', ',', ' ', '\n']));
    let is_type =
        |name: &&str| name.starts_with(char::is_uppercase) && name.chars().any(char::is_lowercase);
    let formats = |name: &&str| matches!(*name, "A8");
    names
        .filter(|name| is_type(name) || formats(name))
        .map(String::from)
        .collect()
}

#[test]
fn every_public_type_is_send_and_sync() {
    // What a figure is made of is held by `Figure`, so there is no need to name each part of it.
    for (name, shared) in SHARED.iter().filter(|(name, _)| *name != "figure") {
        let folder = name.replace('_', "-");
        let lib = format!(
            "{}/../../crates/{folder}/src/lib.rs",
            env!("CARGO_MANIFEST_DIR")
        );
        let lib = std::fs::read_to_string(lib).expect("the crate has a library");
        for offered in offered(&lib) {
            let offered = offered.as_str();
            let is_named = shared
                .iter()
                .any(|ty| ty.split('<').next() == Some(offered));
            assert!(
                is_named || TRAITS.contains(&offered),
                "{name}::{offered} is not in the list"
            );
        }
    }
}

/// A figure of its own for each number.
fn picture(number: u32) -> Vec<u8> {
    let mut figure = ::figure::Figure::new((3.0, 2.0), 60.0);
    let axes = figure.add_subplot(1, 1, 1).expect("a plot");
    let ys = (0..200).map(|i| f64::from(i * (number + 3) % 17));
    axes.plot_y(ys)
        .expect("a line")
        .label(format!("line {number}"));
    axes.set_title("Affinity");
    axes.legend();
    figure.to_png().expect("a picture")
}

#[test]
fn figures_drawn_by_64_threads_at_once_are_those_drawn_one_after_the_other() {
    let alone: Vec<_> = (0..64).map(picture).collect();
    let together: Vec<_> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..64)
            .map(|number| scope.spawn(move || picture(number)))
            .collect();
        threads
            .into_iter()
            .map(|thread| thread.join().expect("it draws"))
            .collect()
    });
    assert!(alone == together, "a picture differs");
}

#[test]
fn one_figure_drawn_by_many_threads_at_once_is_the_same_each_time() {
    let mut figure = ::figure::Figure::default();
    let axes = figure.add_subplot(1, 1, 1).expect("a plot");
    axes.plot_y([1, 3, 2]).expect("a line");
    let once = figure.to_png().expect("a picture");
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| assert!(figure.to_png().is_ok_and(|png| png == once)));
        }
    });
}

#[test]
fn any_number_of_threads_of_one_renderer_gives_the_same_bytes() {
    let draw = |threads: usize| {
        let options = ::agg_plot::Options {
            threads: NonZeroUsize::new(threads).unwrap_or(NonZeroUsize::MIN),
            ..::agg_plot::Options::default()
        };
        let renderer = ::agg_plot::Renderer::new(800, 600, 72.0).expect("a surface");
        let mut renderer = renderer.with_options(options);
        let star = (0..5000_u32).map(|i| {
            let angle = f64::from(i) * 2.4;
            (400.0 + 390.0 * angle.cos(), 300.0 + 290.0 * angle.sin())
        });
        let gc = ::agg_plot::GraphicsContext::default();
        let face = Some(::agg_core::Color::from_rgba8(200, 30, 90, 100));
        renderer
            .draw_path(
                &gc,
                ::agg_core::Path::polygon(star),
                ::agg_core::Affine::IDENTITY,
                face,
            )
            .expect("it is drawn");
        renderer.into_pixmap()
    };
    let alone = draw(1);
    for threads in [2, 3, 8] {
        assert!(draw(threads) == alone, "{threads} threads");
    }
}

/// Every source file below a folder.
fn sources(folder: &std::path::Path, found: &mut Vec<std::path::PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        match path.extension().and_then(|extension| extension.to_str()) {
            None => sources(&path, found),
            Some("rs") => found.push(path),
            Some(_) => {}
        }
    }
}

/// The one lock there is hands each thread its rows, and is let go before they are drawn.
#[test]
fn no_lock_is_known_to_what_draws() {
    let crates = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../crates");
    let mut found = Vec::new();
    for name in ["agg-core", "agg-plot", "agg-text", "figure"] {
        sources(&crates.join(name).join("src"), &mut found);
    }
    assert!(found.len() > 300, "only {} files", found.len());
    let locks = found.iter().filter(|file| {
        let text = std::fs::read_to_string(file).expect("a text");
        ["Mutex", "RwLock", "Condvar", "thread_local!"]
            .iter()
            .any(|lock| text.contains(lock))
    });
    let names: Vec<_> = locks
        .filter_map(|file| file.strip_prefix(&crates).ok())
        .collect();
    assert_eq!(
        names,
        [std::path::Path::new("agg-plot/src/renderer/ink.rs")]
    );
}
