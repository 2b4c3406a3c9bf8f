//! Every method of a plot: wrong calls are errors, when they are made or when they are drawn, and odd
//! numbers are drawn or refused without a panic. A method that is not in the table fails the test.

use std::collections::BTreeSet;
use std::path::Path as File;

use agg_core::Path;
use figure::contour::Field;
use figure::{
    Artist, Axes, AxesId, BarLabels, Between, BoxPlot, Errors, Events, Figure, Hexbin, Hist,
    Hist2d, Histogram, Matrix, Patch, Pie, Result, Shading, Shape, ViolinPlot,
};

const NAN: f64 = f64::NAN;
const INF: f64 = f64::INFINITY;

/// A call that is to be refused.
type Wrong = fn(&mut Axes) -> Result<()>;
/// A call with a column of any numbers.
type Odd = fn(&mut Axes, &[f64]) -> Result<()>;

/// A method, calls of it that are wrong, and one with odd numbers.
type Method = (&'static str, &'static [Wrong], Odd);

/// Columns that nobody would plot.
const COLUMNS: [&[f64]; 12] = [
    &[],
    &[1.0],
    &[NAN],
    &[NAN, NAN, NAN],
    &[1.0, NAN, 3.0],
    &[INF, 1.0, -INF],
    &[1e308, -1e308, 0.0],
    &[5e-324, 0.0, -0.0],
    &[3.0, 2.0, 1.0],
    &[2.0, 2.0, 2.0],
    &[-1.0, -2.0, -4.0],
    &[1e300, 1e-300, 1.0, 2.0],
];

fn rows(column: &[f64]) -> Vec<Vec<f64>> {
    vec![column.to_vec(), column.to_vec()]
}

fn paths(column: &[f64]) -> Vec<Path> {
    vec![Path::polyline(column.iter().map(|&v| (v, v)))]
}

fn field(column: &[f64]) -> Result<Field> {
    let values = column.iter().chain(column).copied();
    Field::over_indices(Matrix::new(values, column.len())?)
}

/// The name of a plot that the figure does not have.
fn stranger() -> Result<AxesId> {
    Ok(Figure::default().add_subplot(1, 1, 1)?.id())
}

fn number(column: &[f64]) -> f64 {
    column.first().copied().unwrap_or(0.0)
}

#[rustfmt::skip]
const METHODS: &[Method] = &[
    ("plot", &[|a| a.plot([1, 2], [1]).map(drop)], |a, v| a.plot(v, v).map(drop)),
    ("plot_y", &[|a| a.plot_y([1, 2])?.fmt("z").map(drop)], |a, v| a.plot_y(v).map(drop)),
    ("step", &[|a| a.step([1, 2], [1]).map(drop)], |a, v| a.step(v, v).map(drop)),
    ("semilogx", &[|a| a.semilogx([1, 2], [1]).map(drop)], |a, v| a.semilogx(v, v).map(drop)),
    ("semilogy", &[|a| a.semilogy([1, 2], [1]).map(drop)], |a, v| a.semilogy(v, v).map(drop)),
    ("loglog", &[|a| a.loglog([1, 2], [1]).map(drop)], |a, v| a.loglog(v, v).map(drop)),
    ("scatter", &[
        |a| a.scatter([1, 2], [1]).map(drop),
        |a| a.scatter([1, 2], [1, 2])?.sizes([1, 2, 3]).map(drop),
        |a| a.scatter([1, 2], [1, 2])?.values([1]).map(drop),
        |a| a.scatter([1, 2], [1, 2])?.each_color(["r", "g", "b"]).map(drop),
        |a| a.scatter([1, 2], [1, 2])?.values_with_gaps([1]).map(drop),
        |a| { a.scatter([1], [1])?.marker("heart"); Ok(()) },
        |a| { a.scatter([1, 2], [1, 2])?.values([1, 2])?.cmap("rainbows"); Ok(()) },
    ], |a, v| { a.scatter(v, v)?.sizes(v)?.values(v)?; Ok(()) }),
    ("bar", &[
        |a| a.bar([1, 2, 3], [1, 2]).map(drop),
        |a| a.bar([1, 2], [1, 2])?.widths([1, 2, 3]).map(drop),
        |a| a.bar([1, 2], [1, 2])?.bottoms([1, 2, 3]).map(drop),
        |a| { a.bar([1], [1])?.hatch("?"); Ok(()) },
    ], |a, v| a.bar(v, v).map(drop)),
    ("barh", &[|a| a.barh([1, 2, 3], [1, 2]).map(drop)], |a, v| a.barh(v, v).map(drop)),
    ("bar_label", &[
        |a| { let b = a.bar([1], [1])?.handle(); a.bar_label(b, &BarLabels::new().texts(["a", "b"])).map(drop) },
    ], |a, v| { let b = a.bar(v, v)?.handle(); a.bar_label(b, &BarLabels::new()).map(drop) }),
    ("bar_tick_label", &[
        |a| { let b = a.bar([1, 2, 3], [1, 2, 3])?.handle(); a.bar_tick_label(b, ["a", "b"]).map(drop) },
    ], |a, v| { let b = a.bar(v, v)?.handle(); a.bar_tick_label(b, ["a"]).map(drop) }),
    ("bar_errors", &[
        |a| { let b = a.bar([1, 2], [1, 2])?.handle(); a.bar_errors(b, &Errors::new().y([1, 2, 3])) },
        |a| { let b = a.bar([1], [1])?.handle(); a.bar_errors(b, &Errors::new().y([-1.0])) },
    ], |a, v| { let b = a.bar(v, v)?.handle(); a.bar_errors(b, &Errors::new().y([0.5])) }),
    ("hist", &[|a| a.hist([1.0], [2.0, 1.0]).map(drop), |a| a.hist([1.0], 0).map(drop)],
        |a, v| a.hist(v, 4).map(drop)),
    ("hist_of", &[|a| a.hist_of(&Histogram::new([1.0], [1.0, 0.0])?).map(drop)],
        |a, v| a.hist_of(&Histogram::new(v, 3)?).map(drop)),
    ("hist_plot", &[
        |a| a.hist_plot(&Hist::new([[1.0]]).weights([[1.0], [2.0]])).map(drop),
        |a| a.hist_plot(&Hist::new([[1.0]]).bins([2.0, 1.0])).map(drop),
        |a| a.hist_plot(&Hist::new([[1.0]]).range(2.0, 1.0)).map(drop),
        |a| a.hist_plot(&Hist::new([[1.0]]).range(0.0, NAN)).map(drop),
    ], |a, v| a.hist_plot(&Hist::new([v, v]).density()).map(drop)),
    ("hist2d", &[
        |a| a.hist2d([1, 2], [1], &Hist2d::new()).map(drop),
        |a| a.hist2d([1.0], [1.0], &Hist2d::new().weights([1, 2])).map(drop),
        |a| a.hist2d([1.0], [1.0], &Hist2d::new().range((1.0, 0.0), (0.0, 1.0))).map(drop),
    ], |a, v| a.hist2d(v, v, &Hist2d::new()).map(drop)),
    ("hexbin", &[
        |a| a.hexbin([1, 2], [1], &Hexbin::new()).map(drop),
        |a| a.hexbin([1, 2], [1, 2], &Hexbin::new().values([1])).map(drop),
        |a| a.hexbin([1, 2], [1, 2], &Hexbin::new().gridsize(0)).map(drop),
        |a| a.hexbin([0, 2], [1, 2], &Hexbin::new().logarithmic_x()).map(drop),
        |a| a.hexbin([1, 2], [1, -2], &Hexbin::new().logarithmic_y()).map(drop),
        |a| a.hexbin([1, 2], [1, 2], &Hexbin::new().extent(1.0, 0.0, 0.0, 1.0)).map(drop),
        |a| a.hexbin([1, 2], [1], &Hexbin::new().marginals()).map(drop),
    ], |a, v| a.hexbin(v, v, &Hexbin::new().gridsize(5).marginals()).map(drop)),
    ("errorbar", &[
        |a| a.errorbar([1, 2], [1], &Errors::new()).map(drop),
        |a| a.errorbar([1, 2], [1, 2], &Errors::new().y([1, 2, 3])).map(drop),
        |a| a.errorbar([1, 2], [1, 2], &Errors::new().x([-1.0])).map(drop),
    ], |a, v| a.errorbar(v, v, &Errors::new().y([1.0])).map(drop)),
    ("fill_between", &[|a| a.fill_between([1, 2], [1], [0, 1, 2]).map(drop)],
        |a, v| a.fill_between(v, v, [0.0]).map(drop)),
    ("fill_between_as", &[|a| a.fill_between_as([1, 2], [1, 2], [0], &Between::all().only([true])).map(drop)],
        |a, v| a.fill_between_as(v, v, [0.0], &Between::all().interpolated()).map(drop)),
    ("fill_betweenx", &[|a| a.fill_betweenx([1, 2], [1, 2, 3], [0]).map(drop)],
        |a, v| a.fill_betweenx(v, v, [0.0]).map(drop)),
    ("fill_betweenx_as", &[|a| a.fill_betweenx_as([1, 2], [1, 2], [0], &Between::all().only([true])).map(drop)],
        |a, v| a.fill_betweenx_as(v, v, [0.0], &Between::all()).map(drop)),
    ("stackplot", &[|a| a.stackplot([1, 2], [[1, 2, 3]]).map(drop)],
        |a, v| a.stackplot(v, [v, v]).map(drop)),
    ("stairs", &[|a| a.stairs([1, 2], [0, 1]).map(drop), |a| a.stairs([1, 2], [0.0, NAN, 1.0]).map(drop)],
        |a, v| a.stairs(v.get(1..).unwrap_or_default(), v).map(drop)),
    ("stairs_filled", &[|a| a.stairs_filled([1, 2], [0, 1]).map(drop)],
        |a, v| a.stairs_filled(v.get(1..).unwrap_or_default(), v).map(drop)),
    ("stem", &[|a| a.stem([1, 2], [1]).map(drop)], |a, v| a.stem(v, v).map(drop)),
    ("stemh_from", &[|a| a.stemh_from([1, 2], [1], 0.0).map(drop)],
        |a, v| a.stemh_from(v, v, number(v)).map(drop)),
    ("stem_from", &[|a| a.stem_from([1, 2], [1], 0.0).map(drop)],
        |a, v| a.stem_from(v, v, number(v)).map(drop)),
    ("eventplot", &[
        |a| a.eventplot([[1.0]], &Events::new().offsets([1, 2])).map(drop),
        |a| a.eventplot([[1.0]], &Events::new().lengths([1, 2])).map(drop),
        |a| a.eventplot([[1.0]], &Events::new().offsets([0.0; 0])).map(drop),
    ], |a, v| a.eventplot([v, v], &Events::new().offsets([number(v)])).map(drop)),
    ("pie", &[
        |a| a.pie([1, -1], &Pie::new()).map(drop),
        |a| a.pie([0, 0], &Pie::new()).map(drop),
        |a| a.pie([1, 2], &Pie::new().labels(["a"])).map(drop),
        |a| a.pie([1, 2], &Pie::new().explode([1])).map(drop),
        |a| a.pie([1, 2], &Pie::new().radius(-1.0)).map(drop),
        |a| a.pie([1, 2], &Pie::new().startangle(NAN)).map(drop),
    ], |a, v| a.pie(v, &Pie::new().shadow()).map(drop)),
    ("boxplot", &[
        |a| a.boxplot(&BoxPlot::new([[1, 2]]).positions([1, 2])).map(drop),
        |a| a.boxplot(&BoxPlot::new([[1, 2]]).labels(["a", "b"])).map(drop),
    ], |a, v| a.boxplot(&BoxPlot::new([v, v]).notched()).map(drop)),
    ("violinplot", &[
        |a| a.violinplot(&ViolinPlot::new([[1, 2]]).positions([1, 2])).map(drop),
        |a| a.violinplot(&ViolinPlot::new([[1, 2]]).quantiles([[2.0]])).map(drop),
    ], |a, v| a.violinplot(&ViolinPlot::new([v, v])).map(drop)),
    ("imshow", &[
        |a| a.imshow(vec![vec![1, 2], vec![3]]).map(drop),
        |a| { a.imshow([[1, 2]])?.interpolation("fuzzy"); Ok(()) },
        |a| { a.imshow([[1, 2]])?.cmap("rainbows"); Ok(()) },
    ], |a, v| a.imshow(rows(v)).map(drop)),
    ("imshow_rgba", &[|a| a.imshow_rgba(&[[0; 4]; 3], 2).map(drop)],
        |a, v| a.imshow_rgba(&vec![[9; 4]; v.len()], 1).map(drop)),
    ("matshow", &[|a| a.matshow(vec![vec![1, 2], vec![3]]).map(drop)], |a, v| a.matshow(rows(v)).map(drop)),
    ("spy", &[|a| a.spy(vec![vec![1, 2], vec![3]], 0.0).map(drop)], |a, v| a.spy(rows(v), 0.0).map(drop)),
    ("spy_markers", &[|a| a.spy_markers(vec![vec![1, 2], vec![3]], 0.0).map(drop)],
        |a, v| a.spy_markers(rows(v), number(v)).map(drop)),
    ("pcolormesh", &[
        |a| a.pcolormesh(0..3, 0..3, [[1]]).map(drop),
        |a| a.pcolormesh(0..3, 0..2, vec![vec![1, 2], vec![3]]).map(drop),
    ], |a, v| a.pcolormesh(v, 0..2, rows(v)).map(drop)),
    ("pcolormesh_shaded", &[|a| a.pcolormesh_shaded(0..3, 0..2, [[1, 2]], Shading::Gouraud).map(drop)],
        |a, v| a.pcolormesh_shaded(v, 0..2, rows(v), Shading::Gouraud).map(drop)),
    ("pcolormesh_distorted", &[
        |a| a.pcolormesh_distorted([[0, 1], [0, 1]], [[0, 0, 0]], [[1]], Shading::Flat).map(drop),
    ], |a, v| a.pcolormesh_distorted(rows(v), rows(v), rows(v), Shading::Gouraud).map(drop)),
    ("contour", &[
        |a| a.contour(0..3, 0..3, [[0, 1, 2], [1, 2, 3]]).map(drop),
        |a| a.contour(0..1, 0..2, [[0], [1]]).map(drop),
        |a| { a.contour(0..2, 0..2, [[0, 1], [1, 2]])?.levels([2.0, 1.0]); Ok(()) },
    ], |a, v| a.contour(0..v.len(), 0..2, rows(v)).map(drop)),
    ("contourf", &[
        |a| a.contourf(0..3, 0..3, [[0, 1, 2], [1, 2, 3]]).map(drop),
        |a| { a.contourf(0..2, 0..2, [[0, 1], [1, 2]])?.levels([1.0]); Ok(()) },
    ], |a, v| a.contourf(0..v.len(), 0..2, rows(v)).map(drop)),
    ("contour_field", &[|a| { a.contour_field(field(&[1.0, 2.0])?)?.colors("bleu"); Ok(()) }],
        |a, v| a.contour_field(field(v)?).map(drop)),
    ("contourf_field", &[|a| { a.contourf_field(field(&[1.0, 2.0])?)?.cmap("rainbows"); Ok(()) }],
        |a, v| a.contourf_field(field(v)?).map(drop)),
    ("clabel", &[|a| {
        let mut other = Figure::default();
        let lines = other.add_subplot(1, 1, 1)?.contour(0..2, 0..2, [[0, 1], [1, 2]])?.handle();
        a.clabel(lines).map(drop)
    }], |a, v| { let lines = a.contour(0..v.len(), 0..2, rows(v))?.handle(); a.clabel(lines).map(drop) }),
    ("quiver", &[
        |a| a.quiver([1, 2], [1, 2], [1, 2, 3], [1, 2, 3]).map(drop),
        |a| a.quiver([1, 2], [1, 2], [1, 2], [1]).map(drop),
    ], |a, v| a.quiver(v, v, v, v).map(drop)),
    ("quiverkey", &[|a| {
        let mut other = Figure::default();
        let arrows = other.add_subplot(1, 1, 1)?.quiver([1], [1], [1], [1])?.handle();
        a.quiverkey(arrows, (0.5, 0.5), 1.0, "").map(drop)
    }], |a, v| { let q = a.quiver(v, v, v, v)?.handle(); a.quiverkey(q, (0.5, 0.5), number(v), "1").map(drop) }),
    ("axhline", &[|a| { a.axhline(1.0)?.color("bleu"); Ok(()) }], |a, v| a.axhline(number(v)).map(drop)),
    ("axhline_between", &[|a| { a.axhline_between(1.0, 0.0, 1.0)?.linestyle("~"); Ok(()) }],
        |a, v| a.axhline_between(number(v), number(v), 1.0).map(drop)),
    ("axvline", &[|a| { a.axvline(1.0)?.color("bleu"); Ok(()) }], |a, v| a.axvline(number(v)).map(drop)),
    ("axvline_between", &[|a| { a.axvline_between(1.0, 0.0, 1.0)?.linestyle("~"); Ok(()) }],
        |a, v| a.axvline_between(number(v), 0.0, number(v)).map(drop)),
    ("axline", &[|a| a.axline((0.0, 0.0), (0.0, 0.0)).map(drop)],
        |a, v| a.axline((0.0, 0.0), (number(v), 1.0)).map(drop)),
    ("axline_slope", &[|a| a.axline_slope((0.0, NAN), 1.0).map(drop)],
        |a, v| a.axline_slope((0.0, 0.0), number(v)).map(drop)),
    ("axhspan", &[|a| { a.axhspan(0.0, 1.0)?.hatch("?"); Ok(()) }], |a, v| a.axhspan(number(v), 1.0).map(drop)),
    ("axvspan", &[|a| { a.axvspan(0.0, 1.0)?.facecolor("bleu"); Ok(()) }], |a, v| a.axvspan(number(v), 1.0).map(drop)),
    ("hlines", &[|a| a.hlines([1, 2, 3], [0], [1, 2]).map(drop)], |a, v| a.hlines(v, v, [1.0]).map(drop)),
    ("vlines", &[|a| a.vlines([1, 2, 3], [0], [1, 2]).map(drop)], |a, v| a.vlines(v, v, [1.0]).map(drop)),
    ("add_lines", &[|a| { a.add_lines(paths(&[0.0, 1.0]))?.edgecolor("bleu"); Ok(()) }],
        |a, v| a.add_lines(paths(v)).map(drop)),
    ("add_areas", &[|a| { a.add_areas(paths(&[0.0, 1.0]))?.facecolor("bleu"); Ok(()) }],
        |a, v| a.add_areas(paths(v)).map(drop)),
    ("add_patch", &[|a| { a.add_patch(Artist::<Patch>::patch(Shape::rectangle((0.0, 0.0), 1.0, 1.0)))?.edgecolor("bleu"); Ok(()) }],
        |a, v| a.add_patch(Artist::<Patch>::patch(Shape::rectangle((number(v), 0.0), number(v), 1.0))).map(drop)),
    ("text", &[
        |a| a.text(0, 0, "$\\foo$").map(drop),
        |a| { a.text(0, 0, "x")?.color("bleu"); Ok(()) },
        |a| { a.text(0, 0, "x")?.fontfamily("No Such Face"); Ok(()) },
        |a| { a.text(0, 0, "x")?.fontweight("fat"); Ok(()) },
        |a| { a.text(0, 0, "x")?.fontstyle("bent"); Ok(()) },
    ], |a, v| a.text(number(v), 0.0, "text").map(drop)),
    ("annotate", &[
        |a| { a.annotate("x", (0, 0))?.xytext(1, 1).arrow("=>"); Ok(()) },
        |a| { a.annotate("x", (0, 0))?.bbox("cloud"); Ok(()) },
    ], |a, v| { a.annotate("x", (number(v), 0.0))?.xytext(1, number(v)).arrow("->"); Ok(()) }),
    ("inset_axes", &[|a| a.inset_axes([0.0, 0.0, -1.0, 1.0]).map(drop), |a| a.inset_axes([NAN; 4]).map(drop)],
        |a, v| a.inset_axes([number(v), 0.0, 0.5, 0.5]).map(drop)),
    ("inset_axes_in", &[|a| a.inset_axes_in([0.0, 0.0, INF, 1.0], figure::Unit::Data).map(drop)],
        |a, v| a.inset_axes_in([number(v), 0.0, 0.5, 0.5], figure::Unit::Data).map(drop)),
    ("indicate_inset", &[|a| { a.indicate_inset([0.0, 0.0, 1.0, 1.0])?.edgecolor("bleu"); Ok(()) }],
        |a, v| a.indicate_inset([number(v), 0.0, number(v), 1.0]).map(drop)),
    ("indicate_inset_zoom", &[|a| { let own = a.id(); a.indicate_inset_zoom(own).map(drop) }],
        |a, v| { a.plot(v, v)?; let inset = a.inset_axes([0.5; 4])?; inset.plot(v, v)?; let id = inset.id(); a.indicate_inset_zoom(id).map(drop) }),
    ("secondary_xaxis", &[
        |a| a.secondary_xaxis(NAN, |x| x, |x| x).map(drop),
        |a| a.secondary_xaxis(1.0, |_| NAN, |x| x).map(drop),
        |a| { a.set_xlim(0, 1)?; a.secondary_xaxis(1.0, |x| 1.0 / x, |x| 1.0 / x).map(drop) },
        |a| { a.set_xlim(1, 0)?; a.secondary_xaxis(1.0, |x| 1.0 / x, |x| 1.0 / x).map(drop) },
        |a| { a.semilogx([1, 10], [1, 2])?; a.secondary_xaxis(1.0, |x| x, |x| x).map(drop) },
    ], |a, v| { a.plot(v, v)?; a.secondary_xaxis(number(v), |x| 2.0 * x, |x| x / 2.0).map(drop) }),
    ("secondary_yaxis", &[|a| a.secondary_yaxis(INF, |y| y, |y| y).map(drop)],
        |a, v| { a.plot(v, v)?; a.secondary_yaxis(1.0, f64::sqrt, |y| y * y).map(drop) }),
    ("sharex", &[|a| { let other = stranger()?; a.sharex(other).map(drop) }],
        |a, v| { a.plot(v, v)?; let twin = a.twinx(); twin.plot(v, v).map(drop) }),
    ("sharey", &[|a| { let other = stranger()?; a.sharey(other).map(drop) }],
        |a, v| { a.plot(v, v)?; let twin = a.twiny(); twin.plot(v, v).map(drop) }),
    ("set_xlim", &[|a| a.set_xlim(NAN, 1.0).map(drop), |a| a.set_xlim(0.0, INF).map(drop)],
        |a, v| a.set_xlim(number(v), 1.0).map(drop)),
    ("set_ylim", &[|a| a.set_ylim(NAN, 1.0).map(drop), |a| a.set_ylim(0.0, -INF).map(drop)],
        |a, v| a.set_ylim(1.0, number(v)).map(drop)),
    ("set_left", &[|a| a.set_left(NAN).map(drop)], |a, v| a.set_left(number(v)).map(drop)),
    ("set_right", &[|a| a.set_right(INF).map(drop)], |a, v| a.set_right(number(v)).map(drop)),
    ("set_bottom", &[|a| a.set_bottom(NAN).map(drop)], |a, v| a.set_bottom(number(v)).map(drop)),
    ("set_top", &[|a| a.set_top(-INF).map(drop)], |a, v| a.set_top(number(v)).map(drop)),
    ("margins", &[|a| a.margins(-0.5, 0.0).map(drop), |a| a.margins(0.0, NAN).map(drop)],
        |a, v| { a.plot(v, v)?; a.margins(number(v), 0.1).map(drop) }),
    ("artist", &[|a| {
        let mut other = Figure::default();
        let line = other.add_subplot(1, 1, 1)?.plot_y([1])?.handle();
        a.artist(line).map(drop)
    }], |a, v| { let line = a.plot_y(v)?.handle(); a.artist(line)?.markersize(number(v)); Ok(()) }),
];

/// Adds to a plot and draws it.
fn drawn(add: impl FnOnce(&mut Axes) -> Result<()>) -> Result<()> {
    let mut figure = Figure::new((2.0, 1.5), 72.0);
    add(figure.add_subplot(1, 1, 1)?)?;
    figure.to_png().map(drop)
}

#[test]
fn wrong_calls_are_refused() {
    let mut taken = Vec::new();
    for (name, wrong, _) in METHODS {
        assert!(!wrong.is_empty(), "{name}");
        for (i, call) in wrong.iter().enumerate() {
            if drawn(call).is_ok() {
                taken.push((name, i));
            }
        }
    }
    assert!(taken.is_empty(), "drawn although they are wrong: {taken:?}");
}

#[test]
fn odd_columns_are_drawn_or_refused_with_a_reason() {
    for (name, _, odd) in METHODS {
        for column in COLUMNS {
            if let Err(error) = drawn(|axes| odd(axes, column)) {
                assert!(!error.to_string().is_empty(), "{name} {column:?}");
            }
        }
        // What is ordinary is drawn by all of them.
        let plain = drawn(|axes| odd(axes, &[0.25, 0.5, 0.75]));
        let result = plain.map_err(|error| error.to_string());
        assert_eq!(result, Ok(()), "{name}");
    }
}

#[test]
fn the_table_has_every_method() {
    let folder = File::new(env!("CARGO_MANIFEST_DIR")).join("src/axes");
    let mut methods = BTreeSet::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let source = std::fs::read_to_string(file.unwrap().path()).unwrap();
        for part in source.split("\nimpl Axes {\n").skip(1) {
            let own = part.split("\n}\n").next().unwrap();
            for method in own.split("\n    pub fn ").skip(1) {
                let signature = method.split('{').next().unwrap();
                if signature.contains("-> Result") {
                    let end = signature.find(['(', '<']).unwrap();
                    methods.insert(signature[..end].to_owned());
                }
            }
        }
    }
    // With the feature `image` only.
    methods.remove("imshow_picture");
    let listed = METHODS.iter().map(|(name, ..)| (*name).to_owned());
    assert_eq!(listed.collect::<BTreeSet<_>>(), methods);
}
