//! Each kind of plot refuses what it cannot show, and shows or refuses any numbers without a panic.

use figure::scale::{AsinhScale, LogScale, SymmetricalLogScale};
use figure::ticker::{AutoDateLocator, ConciseDateFormatter, LogFormatter, LogLocator};
use figure::{
    Axes, Bandwidth, BarLabels, Between, Bins, BoxPart, BoxPlot, Error, Errors, Figure, Hist,
    HistType, Histogram, Location, MarkEvery, MeanMark, Pie, Result, ViolinMark, ViolinPlot,
    Whiskers,
};
use proptest::prelude::*;

/// What adding a plot said.
fn added(add: impl FnOnce(&mut Axes) -> Result<()>) -> Result<()> {
    let mut figure = Figure::new((2.0, 1.5), 72.0);
    add(figure.add_subplot(1, 1, 1)?)
}

/// What drawing it said.
fn drawn(add: impl FnOnce(&mut Axes) -> Result<()>) -> Result<()> {
    let mut figure = Figure::new((2.0, 1.5), 72.0);
    add(figure.add_subplot(1, 1, 1)?)?;
    figure.to_png().map(drop)
}

#[test]
fn areas_whose_columns_do_not_fit_are_refused() {
    let short = added(|ax| ax.fill_between([0, 1, 2], [1, 2], [0]).map(drop));
    assert!(matches!(short, Err(Error::LengthMismatch { x: 3, y: 2 })));
    let marks = Between::all().only([true]);
    let marked = added(|ax| ax.fill_between_as([0, 1], [1, 2], [0], &marks).map(drop));
    assert!(matches!(marked, Err(Error::LengthMismatch { x: 2, y: 1 })));
    let stacked = added(|ax| ax.stackplot([0, 1], [[1, 2, 3]]).map(drop));
    assert!(matches!(stacked, Err(Error::LengthMismatch { x: 2, y: 3 })));
}

#[test]
fn stairs_need_one_edge_more_than_values() {
    let even = added(|ax| ax.stairs([1, 2], [0, 1]).map(drop));
    assert!(matches!(even, Err(Error::LengthMismatch { x: 3, y: 2 })));
    let unknown = added(|ax| ax.stairs([1, 2], [0.0, f64::NAN, 2.0]).map(drop));
    assert!(matches!(unknown, Err(Error::LengthMismatch { .. })));
}

#[test]
fn error_bars_are_not_negative() {
    let negative = Errors::new().y([0.1, -0.2]);
    let refused = added(|ax| ax.errorbar([1, 2], [1, 2], &negative).map(drop));
    assert!(matches!(refused, Err(Error::NegativeError(length)) if length == -0.2));
    let many = Errors::new().x([0.1, 0.2, 0.3]);
    let refused = added(|ax| ax.errorbar([1, 2], [1, 2], &many).map(drop));
    assert!(matches!(refused, Err(Error::LengthMismatch { x: 2, y: 3 })));
}

#[test]
fn a_pie_is_cut_into_what_is_there() {
    let none: [&[f64]; 4] = [&[], &[0.0, 0.0], &[1.0, -1.0], &[1.0, f64::NAN]];
    for shares in none {
        let refused = added(|ax| ax.pie(shares, &Pie::new()).map(drop));
        assert!(matches!(refused, Err(Error::Wedges(_))), "{shares:?}");
    }
    let labels = Pie::new().labels(["one"]);
    let refused = added(|ax| ax.pie([1, 2], &labels).map(drop));
    assert!(matches!(refused, Err(Error::LengthMismatch { x: 2, y: 1 })));
}

#[test]
fn an_unknown_hatch_is_reported_when_drawn() {
    let unknown = drawn(|ax| {
        ax.bar([1], [1])?.hatch("/?");
        Ok(())
    });
    assert!(matches!(unknown, Err(Error::UnknownHatch('?'))));
}

#[test]
fn a_bar_named_after_a_line_stands_below_it_in_the_legend() {
    let mut figure = Figure::default();
    let ax = figure.add_subplot(1, 1, 1).unwrap();
    ax.bar([1], [1]).unwrap().label("bar");
    ax.plot_y([1, 2]).unwrap().label("line");
    ax.plot_y([2, 1]).unwrap().label("_hidden");
    ax.legend();
    let list = figure.draw_list().unwrap();
    let words: Vec<String> = list
        .items()
        .iter()
        .filter_map(|item| match item {
            figure::Item::Text { string, .. } => Some(string.to_string()),
            _ => None,
        })
        .collect();
    assert_eq!(words[words.len() - 2..], ["line", "bar"]);
    assert!(!words.iter().any(|word| word == "_hidden"));
}

/// Every kind of float, the awkward ones often.
fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => -10.0..10.0,
        1 => any::<f64>(),
        1 => prop::sample::select(vec![0.0, f64::NAN, f64::INFINITY, f64::MAX, f64::MIN, 5e-324]),
    ]
}

fn column() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(number(), 0..20)
}

/// What numbers can be wrong for.
fn is_about_numbers(error: &Error) -> bool {
    matches!(
        error,
        Error::TickRange { .. }
            | Error::TooManyTicks { .. }
            | Error::Limits { .. }
            | Error::BinCount(_)
            | Error::BinEdges(_)
            | Error::BinRange { .. }
            | Error::Wedges(_)
            | Error::NegativeError(_)
            | Error::Text(_)
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_numbers_draw_or_are_refused(
        x in column(), y in column(), a in number(), b in number(), kind in 0..10,
    ) {
        let len = x.len().min(y.len());
        let (x, y) = (&x[..len], &y[..len]);
        let result = drawn(|ax| {
            ax.legend().location(Location::Best);
            match kind {
                0 => ax.fill_between(x, y, [a])?.hatch("/o").label("area").handle().eq(&ax.fill_between(x, y, [b])?.handle()),
                1 => ax.stackplot(x, [y, x])?.is_empty(),
                2 => ax.step(x, y)?.markevery(MarkEvery::Along { start: a, step: b }).marker("o").label("step").points().is_empty(),
                3 => ax.hist(y, Bins::Auto)?.label("bars").is_empty(),
                4 => ax.errorbar(x, y, &Errors::new().y([a]).x([b]).capsize(3.0))?.label("e").points().is_empty(),
                5 => ax.pie(x, &Pie::new().startangle(a).ring(b).percent(1))?.wedges.is_empty(),
                6 => ax.stem_from(x, y, a)?.markers == ax.stem(x, y)?.markers,
                7 => {
                    ax.axhline(a)?.label("across");
                    ax.axvspan(a, b)?.label("band");
                    ax.hlines(x, [a], [b])?.label("lines");
                    true
                }
                8 => ax.hist_of(&Histogram::new(y, 7)?.density().cumulative())?.is_empty(),
                _ => ax.stairs(y, x.iter().copied().chain([a]))?.label("stairs").handle().eq(&ax.stairs_filled(y, x.iter().copied().chain([b]))?.handle()),
            };
            Ok(())
        });
        if let Err(error) = result {
            prop_assert!(is_about_numbers(&error) || matches!(error, Error::LengthMismatch { .. }), "{error:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_numbers_are_counted_and_scaled_or_refused(
        x in column(), y in column(), a in number(), b in number(), kind in 0..12,
    ) {
        let result = drawn(|ax| {
            ax.xaxis().set_margin(0.1)?;
            match kind {
                0 => {
                    let plot = BoxPlot::new([&x, &y]).notched().means(MeanMark::Point);
                    ax.boxplot(&plot.positions([a, b]).filled())?;
                }
                1 => {
                    let plot = BoxPlot::new([&x, &y]).whiskers(Whiskers::Lengths(a));
                    ax.boxplot(&plot.widths([b]).without(BoxPart::Caps))?;
                }
                2 => {
                    let plot = ViolinPlot::new([&x, &y]).bandwidth(Bandwidth::Factor(a));
                    ax.violinplot(&plot.widths([b]).mark(ViolinMark::Mean))?;
                }
                3 => {
                    let plot = Hist::new([&x, &y]).bins(5).density().stacked();
                    ax.hist_plot(&plot.histtype(HistType::StepFilled).bottom([a]))?;
                }
                4 => {
                    let plot = Hist::new([&x, &y]).range(a, b).bins(Bins::Stone).log();
                    ax.hist_plot(&plot.rwidth(b))?;
                }
                5 => {
                    let bars = ax.bar(&x, [a])?.handle();
                    ax.bar_errors(bars, &Errors::new().y([b]).uplims([true]).capsize(a))?;
                    ax.bar_label(bars, &BarLabels::new().padding([b]).centered())?;
                }
                6 => {
                    ax.semilogy(&x, &x)?;
                    ax.set_ylim(a, b)?;
                }
                7 => {
                    ax.set_xscale(LogScale::new(a)?);
                    ax.set_yscale(SymmetricalLogScale::new(b)?.with_base(1.0 + a.abs())?);
                    ax.plot(&x, &x)?;
                }
                8 => {
                    ax.set_yscale(AsinhScale::new(a)?);
                    ax.plot(&y, &y)?;
                    ax.axline((a, b), (b, a))?;
                }
                9 => {
                    ax.xaxis().set_major_locator(LogLocator::new(a)?.with_count(usize::MAX));
                    ax.xaxis().set_major_formatter(LogFormatter::scientific(a)?);
                    ax.plot(&y, &y)?;
                }
                10 => {
                    ax.xaxis().set_major_locator(AutoDateLocator);
                    ax.xaxis().set_major_formatter(ConciseDateFormatter);
                    ax.plot(&y, &y)?;
                    ax.axline_slope((a, b), a)?;
                }
                _ => {
                    ax.plot(["a", "b"], [a, b])?.fmt("o")?;
                    ax.barh(["a", "c"], [b, a])?;
                }
            }
            Ok(())
        });
        let refused = matches!(
            result,
            Ok(())
                | Err(Error::LogBase(_)
                    | Error::LogThreshold(_)
                    | Error::LogRange { .. }
                    | Error::Quantile(_)
                    | Error::WeighedBins
                    | Error::Axline
                    | Error::LengthMismatch { .. })
        );
        if let Err(error) = result {
            prop_assert!(refused || is_about_numbers(&error), "{error:?}");
        }
    }
}

#[test]
fn arrays_of_ndarray_are_columns_and_matrices() -> figure::Result<()> {
    let (x, y) = (ndarray::arr1(&[1.0, 2.0]), ndarray::arr1(&[3.0_f32, 4.0]));
    let values = ndarray::arr2(&[[1, 2, 3], [4, 5, 6]]);
    let mut figure = figure::Figure::default();
    let ax = figure.add_subplot(1, 1, 1)?;
    ax.plot(&x, &y)?;
    ax.imshow(values.outer_iter())?;
    let points: Vec<_> = ax.lines()[0].points().iter().map(|p| (p.x, p.y)).collect();
    assert_eq!(points, [(1.0, 3.0), (2.0, 4.0)]);
    Ok(())
}
