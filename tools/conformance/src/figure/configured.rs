//! Settings that are read when a plot is made, or when it is drawn.

use figure::{
    Axes, BoxPlot, DateTime, Errors, Figure, Format, Hist, Matrix, SaveOptions, Sketch, Style,
    Subplots,
};
use figure::contour::Field;
use figure::ticker::MultipleLocator;
use golden::Image;

use super::Done;
use crate::scene::{Drawing, Scene};

pub(super) fn scenes() -> Vec<Scene> {
    let mut scenes = numbers();
    scenes.extend(lines());
    scenes.extend(pages());
    scenes.extend(pictures());
    scenes.extend(statistics());
    scenes.extend(rounded());
    scenes.extend(classic());
    scenes.extend(dates());
    scenes.extend(shaken());
    scenes
}

/// A figure in a style of these settings.
fn build(settings: &str, fill: impl Fn(&mut Figure) -> Done) -> figure::Result<Figure> {
    let mut style = Style::default();
    let unread = style.parse(settings)?;
    if let Some(unread) = unread.first() {
        return Err(figure::Error::UnknownSetting(unread.key.clone()));
    }
    let mut figure = Figure::new((4.0, 3.0), 100.0).with_style(style);
    fill(&mut figure)?;
    Ok(figure)
}

fn of_figure(
    name: &str,
    settings: &'static str,
    fill: impl Fn(&mut Figure) -> Done + 'static,
) -> Scene {
    Scene::new(format!("set_{name}"), move || {
        let figure = build(settings, &fill).map_err(|error| error.to_string())?;
        super::picture(&figure).map_err(|error| error.to_string())
    })
}

fn of_axes(
    name: &str,
    settings: &'static str,
    fill: impl Fn(&mut Axes) -> Done + 'static,
) -> Scene {
    of_figure(name, settings, move |figure| {
        fill(figure.add_subplot(1, 1, 1)?)
    })
}

/// A figure as the style saves it.
fn saved(name: &str, settings: &'static str) -> Scene {
    Scene::new(format!("set_{name}"), move || {
        let save = || {
            let figure = build(settings, four)?;
            let how = SaveOptions::of(&figure.style().savefig);
            figure.to_bytes(Format::Png, &how)
        };
        let file = save().map_err(|error| error.to_string())?;
        let picture = Image::from_png(&file).map_err(|error| error.to_string())?;
        Ok(Drawing {
            picture,
            stages: Vec::new(),
        })
    })
}

fn far(ax: &mut Axes) -> Done {
    ax.plot([0.0, 1e6, 3e6], [1_000_000.1, 1_000_000.2, 1_000_000.35])?;
    Ok(())
}

fn numbers() -> Vec<Scene> {
    const MATH: &str = "axes.formatter.use_mathtext: True";
    vec![
        of_axes("use_mathtext", MATH, far),
        of_axes("use_mathtext_small", MATH, |ax| {
            ax.plot([-2e-7, 1e-7, 3e-7], [5e9, -1e9, 2e9])?;
            Ok(())
        }),
        of_axes("use_mathtext_plain", MATH, |ax| {
            ax.plot_y([-1.0, 0.5, 2.0])?;
            Ok(())
        }),
        of_axes(
            "formatter_limits",
            "axes.formatter.limits: -1, 2\naxes.formatter.useoffset: False",
            far,
        ),
        of_axes("min_exponent", "axes.formatter.min_exponent: 2", |ax| {
            ax.loglog([0.01, 1.0, 1e4], [0.1, 1.0, 2.0])?;
            Ok(())
        }),
    ]
}

fn marked(ax: &mut Axes) -> Done {
    ax.plot([0, 1, 2], [0, 2, 1])?.marker("o").markersize(12.0);
    ax.hlines([0.5, 1.5], [0.0], [2.0])?;
    ax.axline_slope((0.0, 0.1), 0.5)?;
    Ok(())
}

const GRID: &str = "
axes.grid: True
axes.grid.which: both
xtick.minor.visible: True
ytick.minor.visible: True
grid.major.color: r
grid.major.linewidth: 2.0
grid.minor.linestyle: :
grid.minor.alpha: 0.5
xtick.minor.ndivs: 4
";

const TICKS: &str = "
xtick.top: True
ytick.right: True
xtick.major.top: False
ytick.minor.left: False
xtick.minor.visible: True
ytick.minor.visible: True
ytick.minor.ndivs: 2
";

fn lines() -> Vec<Scene> {
    let three = |ax: &mut Axes| {
        ax.plot_y([0, 1, 2])?;
        Ok(())
    };
    vec![
        of_axes("lines_aliased", "lines.antialiased: False", marked),
        of_axes("markers_left", "markers.fillstyle: left", marked),
        of_axes("markers_hollow", "markers.fillstyle: none", marked),
        of_axes("grid_by_kind", GRID, three),
        of_axes("ticks_by_kind", TICKS, three),
        of_axes(
            "tick_alignment",
            "xtick.alignment: right\nytick.alignment: top",
            three,
        ),
    ]
}

fn four(figure: &mut Figure) -> Done {
    for ax in figure.subplots(Subplots::new(2, 2)?)? {
        ax.plot_y([0, 1])?;
        ax.set_xlabel("x label");
        ax.set_ylabel("y label");
    }
    Ok(())
}

const CONSTRAINED: &str = "
figure.constrained_layout.use: True
figure.constrained_layout.w_pad: 0.1
figure.constrained_layout.hspace: 0.2
";

const TIGHT: &str = "savefig.bbox: tight\nsavefig.pad_inches: 0.3\nsavefig.dpi: 60";

fn pages() -> Vec<Scene> {
    vec![
        of_figure("autolayout", "figure.autolayout: True", four),
        of_figure("constrained", CONSTRAINED, four),
        of_figure("frameless", "figure.frameon: False", four),
        saved("save_facecolor", "savefig.facecolor: y"),
        saved("save_tight", TIGHT),
        saved("save_transparent", "savefig.transparent: True"),
    ]
}

fn picture(ax: &mut Axes) -> Done {
    let row = |r: usize| (0..6).map(move |c| ((3 * r + 5 * c) % 11) as f64);
    let rows: Vec<Vec<f64>> = (0..4).map(|r| row(r).collect()).collect();
    ax.imshow(rows)?;
    Ok(())
}

fn pictures() -> Vec<Scene> {
    vec![
        of_axes("image_auto", "image.aspect: auto\nimage.origin: lower", picture),
        of_axes("image_ratio", "image.aspect: 2.5\nimage.cmap: magma", picture),
        of_axes(
            "image_rgba",
            "image.interpolation: bicubic\nimage.interpolation_stage: rgba",
            picture,
        ),
        of_axes("pcolor_gouraud", "pcolor.shading: gouraud", |ax| {
            let values = [[1.0, 2.0, 3.0], [2.0, 4.0, 1.0]];
            ax.pcolormesh([0, 1, 3], [0, 1], values)?;
            Ok(())
        }),
        of_axes("contour_corner_mask", "contour.corner_mask: False", |ax| {
            let row = |y: u8| (0..6).map(|x: u8| f64::from(x) * f64::from(y)).collect();
            let mut rows: Vec<Vec<f64>> = (0..6).map(row).collect();
            rows[2][3] = f64::NAN;
            ax.contourf(0..6, 0..6, rows)?;
            Ok(())
        }),
    ]
}

const BOXES: &str = "
boxplot.notch: True
boxplot.vertical: False
boxplot.whiskers: 0.7
boxplot.patchartist: True
boxplot.showmeans: True
boxplot.showcaps: False
boxplot.boxprops.linewidth: 2.0
boxplot.boxprops.linestyle: --
boxplot.whiskerprops.linestyle: :
boxplot.whiskerprops.color: C3
boxplot.medianprops.linewidth: 3.0
boxplot.flierprops.marker: s
boxplot.flierprops.markerfacecolor: C4
boxplot.flierprops.markersize: 9.0
boxplot.meanprops.marker: D
boxplot.meanprops.markeredgecolor: k
";

const MEAN_LINES: &str = "
boxplot.showmeans: True
boxplot.meanline: True
boxplot.meanprops.linestyle: -.
boxplot.meanprops.linewidth: 2.5
boxplot.capprops.linewidth: 3.0
boxplot.capprops.color: C2
boxplot.showfliers: False
";

const BARS: &str = "errorbar.capsize: 5\nerrorbar.capthick: 3.0\nerrorbar.elinewidth: 0.5";

fn boxes(ax: &mut Axes) -> Done {
    let columns = [
        vec![1.0, 2.0, 3.0, 4.0, 9.0],
        vec![2.0, 3.0, 3.5, 4.0, 5.0, -3.0],
        vec![0.0, 1.0, 1.0, 2.0, 8.0],
    ];
    ax.boxplot(&BoxPlot::new(columns))?;
    Ok(())
}

fn values() -> Vec<f64> {
    (0..60).map(|i| f64::from((7 * i) % 23).powf(1.5)).collect()
}

fn statistics() -> Vec<Scene> {
    vec![
        of_axes("boxplot", BOXES, boxes),
        of_axes("boxplot_mean_lines", MEAN_LINES, boxes),
        of_axes("errorbar", BARS, |ax| {
            ax.errorbar([1, 2, 3], [2, 1, 3], &Errors::new().x([0.2]).y([0.5]))?;
            Ok(())
        }),
        of_axes("errorbar_of_bars", "errorbar.capsize: 4", |ax| {
            let bars = ax.bar([1, 2], [3, 2])?.handle();
            ax.bar_errors(bars, &Errors::new().y([0.5]))?;
            Ok(())
        }),
        of_axes("hist_count", "hist.bins: 5", |ax| {
            ax.hist_plot(&Hist::new([values()]))?;
            Ok(())
        }),
        of_axes("hist_rule", "hist.bins: sturges", |ax| {
            let half = values().into_iter().take(30).collect();
            ax.hist_plot(&Hist::new([values(), half]))?;
            Ok(())
        }),
    ]
}

fn uneven(ax: &mut Axes) -> Done {
    ax.plot([0.3, 2.2, 7.7], [-13.0, 4.1, 22.9])?;
    Ok(())
}

fn rounded() -> Vec<Scene> {
    const ROUND: &str = "axes.autolimit_mode: round_numbers";
    const FAR: &str = "axes.autolimit_mode: round_numbers\naxes.xmargin: 0\naxes.ymargin: 0";
    vec![
        of_axes("round_numbers", ROUND, uneven),
        of_axes("round_numbers_bars", ROUND, |ax| {
            ax.bar([1, 2, 3], [3.3, 7.2, 5.1])?;
            Ok(())
        }),
        of_axes("round_numbers_log", ROUND, |ax| {
            ax.loglog([0.3, 20.0, 700.0], [2.0, 3.0, 50.0])?;
            Ok(())
        }),
        of_axes("round_numbers_far", FAR, far),
        of_axes("round_numbers_fixed", ROUND, |ax| {
            uneven(ax)?;
            ax.set_xlim(0.7, 5.3)?;
            let locator = MultipleLocator::new(7.0)?;
            ax.yaxis().set_major_locator(locator);
            Ok(())
        }),
    ]
}

/// A figure in the sheet `classic`.
fn in_classic(name: &str, fill: impl Fn(&mut Axes) -> Done + 'static) -> Scene {
    let style = || Style::sheet("classic");
    super::styles::styled(format!("set_classic_{name}"), style, fill)
}

fn classic() -> Vec<Scene> {
    vec![
        in_classic("boxes", |ax| {
            boxes(ax)?;
            let errors = Errors::new().y([0.5]);
            let points = ax.errorbar([1, 2, 3], [-2, -1, -2], &errors)?;
            points.linestyle("none").marker("s").label("errors");
            ax.legend();
            Ok(())
        }),
        in_classic("image", picture),
        in_classic("lines", |ax| {
            ax.plot([0, 1, 2], [0, 2, 1])?.linestyle("--").label("dashed");
            ax.plot([0, 1, 2], [1, 2, 3])?.linestyle(":").label("dotted");
            let both = ax.plot([0.0, 1.0, 2.0], [2.0, 2.5, 3.0])?.linestyle("-.");
            both.marker("v").label("both");
            let points = ax.plot([0.0, 1.0, 2.0], [3.0, 2.7, 3.6])?.linestyle("none");
            points.marker(".").markersize(14.0).label("points");
            ax.fill_between([0, 1, 2], [0.0, 1.0, 0.5], [0, 0, 0])?.label("area");
            ax.grid(true).set_title("classic");
            ax.legend().location("upper left");
            Ok(())
        }),
    ]
}

/// A line over days after a date.
fn from(ax: &mut Axes, (month, day): (u32, u32), days: [f64; 3]) -> Done {
    let start = DateTime::new(2024, month, day)?.days();
    let at = |day: f64| DateTime::from_unix_seconds((start + day) * 86_400.0);
    let days: figure::Result<Vec<DateTime>> = days.into_iter().map(at).collect();
    ax.plot(days?, [1, 3, 2])?;
    Ok(())
}

fn dates() -> Vec<Scene> {
    const DATES: &str = "date.autoformatter.day: %d. %b\ndate.autoformatter.month: %B";
    let days = |ax: &mut Axes| from(ax, (2, 24), [0.0, 3.0, 9.0]);
    let months = |ax: &mut Axes| from(ax, (1, 5), [0.0, 40.0, 130.0]);
    vec![
        of_axes("dates_days", DATES, days),
        of_axes("dates_months", DATES, months),
        in_classic("dates", months),
    ]
}

/// Paths by a shaky hand.
fn shaken() -> Vec<Scene> {
    vec![
        of_axes("sketch", "path.sketch: (1, 100, 2)", |ax| {
            ax.bar([0, 1, 2], [3, 1, 2])?.label("bars");
            let line = ax.plot([0.0, 0.7, 2.0], [0.5, 3.0, 1.5])?;
            line.linestyle("--").marker("o").label("line");
            ax.fill_between([0, 1, 2], [0.5, 0.2, 1.0], [0, 0, 0])?
                .alpha(0.5);
            ax.axvspan(1.4, 1.6)?.color("y");
            ax.grid(true);
            ax.legend().shadow(true).location("upper right");
            Ok(())
        }),
        of_axes("sketch_field", "path.sketch: 2, 60, 8", |ax| {
            let heights = (0..5).flat_map(|y| (0..6).map(move |x| f64::from(y + x * x)));
            ax.contour_field(Field::over_indices(Matrix::new(heights, 6)?)?)?;
            ax.scatter([1, 2, 4], [1, 3, 2])?.sizes([40, 90, 200])?;
            let own = Sketch {
                scale: 3.0,
                length: 30.0,
                randomness: 4.0,
            };
            ax.plot([0, 5], [4, 0])?.linewidth(4.0).sketch(own);
            Ok(())
        }),
    ]
}
