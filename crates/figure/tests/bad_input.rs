//! Bad input is an error that says what was wrong, and nothing is left half-written.

use std::fs;
use std::path::{Path, PathBuf};

use figure::{Axes, Error, Figure, Line2D, LineStyle, Result, SubplotParams};

fn figure(fill: impl FnOnce(&mut Axes) -> Result<()>) -> Result<Figure> {
    let mut fig = Figure::new((2.0, 1.5), 72.0);
    fill(fig.add_subplot(1, 1, 1)?)?;
    Ok(fig)
}

/// Adds a line and sets something of it.
fn looks(ax: &mut Axes, set: impl FnOnce(&mut Line2D) -> &mut Line2D) -> Result<()> {
    set(ax.plot_y([1, 2])?);
    Ok(())
}

#[expect(clippy::unwrap_used, reason = "a test's helper")]
fn lab() -> Figure {
    figure(|ax| ax.plot_y([1, 2, 3]).map(drop)).unwrap()
}

/// A folder of a test's own, empty.
#[expect(clippy::unwrap_used, reason = "a test's helper")]
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

#[expect(clippy::unwrap_used, reason = "a test's helper")]
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect()
}

#[test]
fn plots_and_artists_of_two_figures_are_told_apart() {
    let (mut first, mut second) = (Figure::default(), Figure::default());
    let ax = first.add_subplot(1, 1, 1).unwrap();
    let (id, line) = (ax.id(), ax.plot_y([1, 2]).unwrap().handle());
    let other = second.add_subplot(1, 1, 1).unwrap();
    assert_ne!(id, other.id());
    other.plot_y([1, 2]).unwrap();
    assert!(matches!(other.artist(line), Err(Error::Handle)));
    other.legend().entry(line, "of another figure");
    assert!(matches!(second.to_png(), Err(Error::Handle)));
    assert!(matches!(second.ax(id), Err(Error::Handle)));
    // A copy is the same figure with the same plots.
    assert!(first.clone().ax(id).is_ok());
}

#[test]
fn a_place_of_a_legend_that_there_is_not_is_reported_when_drawn() {
    let mut fig = Figure::default();
    let ax = fig.add_subplot(1, 1, 1).unwrap();
    ax.plot_y([1, 2]).unwrap().label("line");
    ax.legend().location("outer space");
    assert!(matches!(fig.to_png(), Err(Error::UnknownLocation(name)) if name == "outer space"));
}

#[test]
fn a_long_formula_is_quoted_about_its_mistake() {
    let mut fig = Figure::default();
    let long = format!("${}\\foo {}$", "x".repeat(5000), "y".repeat(5000));
    fig.suptitle(long);
    let error = fig.to_png().unwrap_err().to_string();
    assert!(
        error.contains("\\foo") && error.chars().count() < 120,
        "{error}"
    );
}

#[cfg(not(feature = "fonts"))]
#[test]
fn a_face_that_is_not_there_names_the_feature_that_brings_it() {
    for (string, family) in [("serif", "serif"), ("$\\mathbb{R}$", "sans-serif")] {
        let mut fig = Figure::default();
        fig.text(0.5, 0.5, string).fontfamily(family);
        let error = fig.to_png().unwrap_err();
        assert!(matches!(error, Error::MissingFace(_)), "{error}");
        assert!(error.to_string().contains("\"fonts\""));
    }
}

#[test]
fn columns_of_different_lengths_are_refused_and_leave_no_line() {
    let mut fig = Figure::default();
    let ax = fig.add_subplot(1, 1, 1).unwrap();
    let refused = ax.plot([1, 2, 3], [1.0, 2.0]).map(drop);
    assert!(matches!(refused, Err(Error::LengthMismatch { x: 3, y: 2 })));
    assert!(ax.lines().is_empty());
}

#[test]
fn figures_without_pixels_or_with_too_many_are_refused_when_drawn() {
    let (nan, inf) = (f64::NAN, f64::INFINITY);
    let sizes = [
        ((0.0, 4.0), 100.0),
        ((5.0, -4.0), 100.0),
        ((nan, 4.0), 100.0),
        ((5.0, inf), 100.0),
        ((5.0, 4.0), 0.0),
        ((5.0, 4.0), -100.0),
        ((-5.0, -4.0), -100.0),
        ((5.0, 4.0), nan),
        ((0.001, 4.0), 100.0),
        ((83_886.08, 4.0), 100.0),
        ((1e300, 1e300), 1e300),
    ];
    for (size, dpi) in sizes {
        let refused = Figure::new(size, dpi).to_png();
        assert!(
            matches!(refused, Err(Error::FigureSize { .. })),
            "{size:?} {dpi}: {refused:?}"
        );
    }
    let huge = Figure::new((83_886.07, 83_886.07), 100.0).to_png();
    assert!(matches!(huge, Err(Error::Render(_))), "{huge:?}");
}

#[test]
fn subplots_outside_their_grid_are_refused() {
    let mut fig = Figure::default();
    for (nrows, ncols, index) in [
        (1, 1, 0),
        (1, 1, 2),
        (0, 1, 1),
        (2, 0, 1),
        (usize::MAX, usize::MAX, 1),
    ] {
        let refused = fig.add_subplot(nrows, ncols, index).map(drop);
        assert!(
            matches!(refused, Err(Error::SubplotIndex { .. })),
            "{nrows} {ncols} {index}"
        );
    }
    assert!(fig.axes().is_empty());
    let inside_out = SubplotParams {
        left: 0.9,
        right: 0.1,
        ..SubplotParams::default()
    };
    assert!(matches!(
        fig.subplots_adjust(inside_out),
        Err(Error::SubplotParams { .. })
    ));
}

#[test]
fn limits_and_margins_that_show_nothing_are_refused() {
    let mut fig = Figure::default();
    let ax = fig.add_subplot(1, 1, 1).unwrap();
    assert!(matches!(
        ax.set_xlim(0.0, f64::NAN),
        Err(Error::Limits { .. })
    ));
    assert!(matches!(
        ax.set_ylim(f64::INFINITY, 1),
        Err(Error::Limits { .. })
    ));
    assert!(matches!(ax.margins(-0.5, 0.0), Err(Error::Margin(_))));
    assert!(matches!(ax.margins(0.0, f64::NAN), Err(Error::Margin(_))));
}

#[test]
fn unknown_names_are_reported_when_drawn() {
    let drawn = |fill: fn(&mut Axes) -> Result<()>| figure(fill).unwrap().draw_list().map(drop);
    let color = drawn(|ax| looks(ax, |line| line.color("bleu")));
    assert!(matches!(color, Err(Error::UnknownColor(name)) if name == "bleu"));
    let marker = drawn(|ax| looks(ax, |line| line.marker("heart")));
    assert!(matches!(marker, Err(Error::UnknownMarker(name)) if name == "heart"));
    let letters = drawn(|ax| looks(ax, |line| line.marker("$\\heart$")));
    assert!(matches!(letters, Err(Error::Mathematics { text, at: 1 }) if text == "$\\heart$"));
    assert!(drawn(|ax| looks(ax, |line| line.marker("$\\ $"))).is_ok());
    let style = drawn(|ax| looks(ax, |line| line.linestyle("-- -")));
    assert!(matches!(style, Err(Error::UnknownLineStyle(name)) if name == "-- -"));
    let dashes = LineStyle::Pattern {
        offset: 0.0,
        lengths: vec![0.0, 0.0],
    };
    let fig = figure(|ax| looks(ax, |line| line.linestyle(dashes))).unwrap();
    assert!(matches!(fig.draw_list(), Err(Error::Dashes(_))));
}

#[test]
fn an_unknown_extension_is_refused_and_makes_no_file() {
    let folder = folder("unknown_extension");
    for name in ["plot.gif", "plot", "plot.png.zip"] {
        let refused = lab().savefig(folder.join(name));
        assert!(matches!(refused, Err(Error::UnknownExtension(_))), "{name}");
    }
    assert_eq!(names(&folder), [""; 0]);
}

#[test]
fn a_figure_that_cannot_be_drawn_leaves_the_old_file() {
    let folder = folder("old_file");
    let file = folder.join("plot.png");
    fs::write(&file, "what was there").unwrap();
    assert!(Figure::new((0.0, 0.0), 100.0).savefig(&file).is_err());
    assert_eq!(fs::read(&file).unwrap(), b"what was there");
    lab().savefig(&file).unwrap();
    assert!(fs::read(&file).unwrap().starts_with(b"\x89PNG"));
    assert_eq!(names(&folder), ["plot.png"]);
}

#[test]
fn a_path_that_cannot_be_written_is_named() {
    let folder = folder("unwritable");
    let missing = folder.join("no such folder").join("plot.png");
    let refused = lab().savefig(&missing);
    assert!(matches!(refused, Err(Error::Io { path: Some(path), .. }) if path == missing));
    let directory = folder.join("folder.png");
    fs::create_dir(&directory).unwrap();
    assert!(matches!(lab().savefig(&directory), Err(Error::Io { .. })));
    assert_eq!(names(&folder), ["folder.png"]);
}

#[test]
fn a_protected_file_is_not_replaced() {
    let file = folder("protected").join("plot.bmp");
    fs::write(&file, "mine").unwrap();
    let mut permissions = fs::metadata(&file).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&file, permissions).unwrap();
    assert!(matches!(lab().savefig(&file), Err(Error::Io { .. })));
    assert_eq!(fs::read(&file).unwrap(), b"mine");
}

#[cfg(unix)]
#[test]
fn a_link_is_followed_and_stays_a_link() {
    let folder = folder("link");
    let (file, link) = (folder.join("plot.ppm"), folder.join("latest.ppm"));
    fs::write(&file, "old").unwrap();
    std::os::unix::fs::symlink(&file, &link).unwrap();
    lab().savefig(&link).unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(fs::read(&file).unwrap().starts_with(b"P6"));
}

#[test]
fn a_failing_writer_is_reported() {
    struct Full;
    impl std::io::Write for Full {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::ErrorKind::StorageFull.into())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let fig = lab();
    let refused = figure::FigureCanvasAgg::new(&fig).print_png(Full);
    assert!(
        matches!(refused, Err(Error::Io { path: None, .. })),
        "{refused:?}"
    );
}

#[test]
fn figures_can_be_sent_and_shared() {
    fn both<T: Send + Sync>() {}
    both::<Figure>();
    both::<figure::Error>();
    both::<figure::DrawList<'_>>();
    both::<figure::FigureCanvasAgg<'_>>();
}

#[test]
fn bases_and_thresholds_without_logarithms_are_refused() {
    use figure::scale::{LogScale, SymmetricalLogScale};
    use figure::ticker::{LogFormatter, LogLocator};
    for base in [0.0, 1.0, -2.0, f64::NAN, f64::INFINITY] {
        assert!(matches!(LogScale::new(base), Err(Error::LogBase(_))));
        assert!(LogLocator::new(base).is_err() && LogFormatter::plain(base).is_err());
        let symmetrical = SymmetricalLogScale::default().with_base(base);
        assert!(matches!(symmetrical, Err(Error::LogBase(_))));
    }
    for threshold in [0.0, -1.0, f64::NAN] {
        let scale = SymmetricalLogScale::new(threshold);
        assert!(matches!(scale, Err(Error::LogThreshold(_))));
    }
}

#[test]
fn a_logarithmic_locator_on_a_linear_axis_that_reaches_zero_is_an_error() {
    let mut figure = Figure::default();
    let ax = figure.add_subplot(1, 1, 1).unwrap();
    ax.plot_y([0, 1, 2]).unwrap();
    ax.set_ylim(-1.0, 2.0).unwrap();
    let locator = figure::ticker::LogLocator::default();
    ax.yaxis().set_major_locator(locator);
    let error = figure.to_png().unwrap_err();
    assert!(matches!(error, Error::LogRange { .. }), "{error}");
}

#[test]
fn boxes_and_violins_that_cannot_be_placed_are_refused() {
    use figure::{Bandwidth, BoxPlot, BoxStats, ViolinPlot, Whiskers};
    let mut figure = Figure::default();
    let ax = figure.add_subplot(1, 1, 1).unwrap();
    let columns = || BoxPlot::new([[1, 2, 3], [2, 3, 4]]);
    let lengths = [
        columns().positions([1.0]),
        columns().labels(["only one"]),
        columns().widths([1.0, 2.0, 3.0]),
    ];
    for plot in lengths {
        let refused = ax.boxplot(&plot);
        assert!(matches!(refused, Err(Error::LengthMismatch { .. })));
    }
    for whiskers in [
        Whiskers::Percentiles(-1.0, 50.0),
        Whiskers::Lengths(f64::NAN),
    ] {
        let refused = BoxStats::new([1.0], whiskers);
        assert!(matches!(refused, Err(Error::Quantile(_))));
    }
    let columns = || ViolinPlot::new([[1, 2, 3], [2, 3, 4]]);
    assert!(ax.violinplot(&columns().positions([1])).is_err());
    assert!(ax.violinplot(&columns().quantiles([[0.5]])).is_err());
    assert!(ax.violinplot(&columns().quantiles([[0.5], [1.5]])).is_err());
    let flat = columns().bandwidth(Bandwidth::Factor(0.0));
    assert!(matches!(ax.violinplot(&flat), Err(Error::Quantile(_))));
}

#[test]
fn weights_need_a_value_each_and_bins_without_a_rule() {
    use figure::{BarLabels, Bins, Hist, Histogram};
    let short = Histogram::weighted([1.0, 2.0], [1.0], 3);
    assert!(matches!(short, Err(Error::LengthMismatch { x: 2, y: 1 })));
    let rule = Histogram::weighted([1.0, 2.0], [1.0, 2.0], Bins::Auto);
    assert!(matches!(rule, Err(Error::WeighedBins)));
    let mut figure = Figure::default();
    let ax = figure.add_subplot(1, 1, 1).unwrap();
    assert!(
        ax.hist_plot(&Hist::new([[1.0]]).weights([[1.0], [2.0]]))
            .is_err()
    );
    assert!(
        ax.hist_plot(&Hist::new([[1.0]]).bottom([1.0, 2.0]))
            .is_err()
    );
    let bars = ax.bar([1, 2], [1, 2]).unwrap().handle();
    assert!(
        ax.bar_label(bars, &BarLabels::new().texts(["a", "b", "c"]))
            .is_err()
    );
    assert!(BarLabels::new().format("no number").is_err());
    let mut other = Figure::default();
    let other = other.add_subplot(1, 1, 1).unwrap();
    assert!(matches!(
        other.bar_label(bars, &BarLabels::new()),
        Err(Error::Handle)
    ));
}

#[test]
fn style_sheets_say_where_they_are_wrong() {
    use figure::Style;
    let mut style = Style::default();
    let unknown = Style::sheet("seaborn-v0_8-*");
    assert!(matches!(unknown, Err(Error::UnknownStyle(_))));
    let parsed = style.parse("axes.grid: true\n\nlines.color: nocolor");
    assert!(matches!(parsed, Err(Error::Setting { line: 3, .. })));
    let parsed = style.parse("# a comment\nnot a setting");
    assert!(matches!(parsed, Err(Error::StyleLine { line: 2, .. })));
    assert!(matches!(
        style.set("axes.gird", "true"),
        Err(Error::UnknownSetting(_))
    ));
    assert!(!style.axes.grid);
    let missing = style.load("no such file.mplstyle");
    assert!(matches!(missing, Err(Error::Io { path: Some(_), .. })));
}

#[test]
fn names_and_numbers_that_do_not_pair_are_refused() {
    let mut figure = Figure::default();
    let ax = figure.add_subplot(1, 1, 1).unwrap();
    let refused = ax.plot(["a", "b"], [1.0]);
    assert!(matches!(refused, Err(Error::LengthMismatch { x: 2, y: 1 })));
    assert!(ax.bar(["a", "b", "c"], [1.0, 2.0]).is_err());
}

#[test]
fn times_outside_of_the_calendar_and_the_clock_are_refused() {
    use figure::DateTime;
    for (year, month, day) in [
        (2023, 2, 29),
        (2024, 13, 1),
        (2024, 0, 1),
        (0, 1, 1),
        (10_000, 1, 1),
    ] {
        let refused = DateTime::new(year, month, day);
        assert!(
            matches!(refused, Err(Error::Date { .. })),
            "{year}-{month}-{day}"
        );
    }
    let day = DateTime::new(2024, 1, 1).unwrap();
    assert!(day.at(24, 0, 0.0).is_err() && day.at(0, 60, 0.0).is_err());
    assert!(day.at(0, 0, 60.0).is_err() && day.at(0, 0, f64::NAN).is_err());
    for seconds in [f64::NAN, 1e30, -1e12] {
        let refused = DateTime::from_unix_seconds(seconds);
        assert!(matches!(refused, Err(Error::UnixSeconds(_))));
    }
}

#[test]
fn dates_draw_however_far_the_view_reaches() {
    use figure::DateTime;
    for (low, high) in [
        (-1e9, 1e9),
        (0.0, 1e-9),
        (19_000.0, 19_000.0),
        (-719_162.0, 2_932_896.0),
    ] {
        let mut figure = Figure::new((2.0, 1.5), 72.0);
        let ax = figure.add_subplot(1, 1, 1).unwrap();
        let days = [1, 2].map(|day| DateTime::new(2024, 1, day).unwrap());
        ax.plot(days, [1.0, 2.0]).unwrap();
        ax.set_xlim(low, high).unwrap();
        assert!(figure.to_png().is_ok(), "{low} to {high}");
    }
}

#[test]
fn a_save_at_an_impossible_resolution_leaves_no_file() {
    use figure::SaveOptions;
    let figure = Figure::default();
    let path = std::env::temp_dir().join(format!("impossible-{}.png", std::process::id()));
    let how = SaveOptions::new().dpi(f64::NAN);
    let refused = figure.savefig_as(&path, &how);
    assert!(matches!(refused, Err(Error::FigureSize { .. })));
    assert!(!path.exists());
}

#[test]
fn marks_of_limits_are_one_for_each_point_or_for_all() {
    use figure::Errors;
    let mut figure = Figure::default();
    let ax = figure.add_subplot(1, 1, 1).unwrap();
    let errors = Errors::new().y([0.1]).uplims([true, false]);
    let refused = ax.errorbar([1, 2, 3], [1, 2, 3], &errors);
    assert!(matches!(refused, Err(Error::LengthMismatch { x: 3, y: 2 })));
    assert!(ax.axline_slope((0.0, f64::NAN), 1.0).is_err());
    ax.semilogy([1, 2], [1, 10]).unwrap();
    ax.axline_slope((1.0, 1.0), 2.0).unwrap();
    assert!(matches!(figure.to_png(), Err(Error::Axline)));
}
