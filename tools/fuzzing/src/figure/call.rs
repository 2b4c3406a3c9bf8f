//! One call, or a few that belong together.

use super::words::Words;
use crate::{Coordinate, Outline, Pen, pick};
use agg_core::Affine;
use arbitrary::Arbitrary;
use figure::norm::Norm;
use figure::scale::{AsinhScale, LogScale, LogitScale, SymmetricalLogScale};
use figure::{
    Artist, Aspect, Axes, Bins, BoxPlot, DrawStyle, Errors, Events, Figure, Hexbin, Hist, Hist2d,
    Legend, Location, Pie, PropCycle, Shape, Side, SpinePosition, ViolinPlot, Which,
};
use std::sync::Arc;

type Column = Vec<Coordinate>;
type Points = Vec<(Coordinate, Coordinate)>;

#[derive(Debug, Arbitrary)]
pub(crate) enum Call {
    Plot(Points, Look),
    Step(Points, u8),
    Scatter(Points, Coordinate, Column),
    Bar(Column, Coordinate, Words),
    Stacked(Points, u8),
    Fill(Column, Column),
    Hist(Vec<Column>, u8, u8),
    Hist2d(Points, u8),
    Hexbin(Points, u8),
    BoxPlot(Vec<Column>, u8),
    Violin(Vec<Column>, u8),
    ErrorBar(Column, Coordinate, Coordinate),
    Events(Vec<Column>, Coordinate),
    Pie(Column, Coordinate, Words),
    Stem(Points, Coordinate),
    Stairs(Column, Column),
    Image(Column, u8, Map),
    Mesh(Column, Column, Column, Map),
    Contour(Column, u8, Column, bool),
    Quiver(Points, Points, Coordinate),
    Patch(Outline, Pen),
    Lines([Coordinate; 4]),
    Text(Coordinate, Coordinate, Words, Coordinate),
    Note(Coordinate, Coordinate, Words, u8, u8),
    Limits(Coordinate, Coordinate),
    Margins(Coordinate, Coordinate),
    Scale(u8, Coordinate),
    Aspect(Coordinate, bool),
    Ticks(Column, bool),
    TickLook([Coordinate; 4], u8),
    Spine(u8, u8, Coordinate),
    Title(u8, Words),
    Grid(u8),
    Legend(u8, u8, Words),
    Twin(u8, Column),
    Inset([Coordinate; 4], Column),
    Secondary(Coordinate, bool),
    Sizes(Coordinate, Coordinate),
    Alphas(Points, Column),
    Veil(Column, u8, Column),
    Mask(Column, u8, bool),
    Wrapped(Coordinate, Coordinate, Words, Coordinate),
    Cycle(Column, u8, u8),
    Handles(u8, Words, Look),
    FigureLegend(u8, u8, Words),
}

/// How a line looks.
#[derive(Debug, Arbitrary)]
pub(crate) struct Look {
    width: Coordinate,
    style: u8,
    marker: u8,
    size: Coordinate,
    color: String,
    label: Words,
}

/// How values become colours, and the bar that says so.
#[derive(Debug, Arbitrary)]
pub(crate) struct Map {
    norm: u8,
    low: Coordinate,
    high: Coordinate,
    bar: bool,
    side: u8,
    label: Words,
}

/// So many values of a column are kept.
const MOST: usize = 50;

fn column(values: &[Coordinate]) -> Vec<f64> {
    values.iter().take(MOST).map(|&v| v.into()).collect()
}

fn columns(points: &[(Coordinate, Coordinate)]) -> (Vec<f64>, Vec<f64>) {
    let points = points.iter().take(MOST);
    points.map(|&(x, y)| (f64::from(x), f64::from(y))).unzip()
}

fn several(columns: &[Column]) -> Vec<Vec<f64>> {
    columns
        .iter()
        .take(5)
        .map(|values| column(values))
        .collect()
}

fn rows(values: &[Coordinate], width: u8) -> Vec<Vec<f64>> {
    let width = usize::from(width % 8) + 1;
    let values = column(values);
    values.chunks_exact(width).map(<[f64]>::to_vec).collect()
}

impl Map {
    fn norm(&self) -> figure::Result<Norm> {
        let (low, high) = (f64::from(self.low), f64::from(self.high));
        Ok(match self.norm % 8 {
            0 => Norm::linear().with_vmin(low),
            1 => Norm::linear().with_vmin(low).with_vmax(high),
            2 => Norm::log(),
            3 => Norm::symlog(low, high)?,
            4 => Norm::power(low),
            5 => Norm::two_slope(low),
            6 => Norm::boundaries(&[low, high, 0.0, 1.0], figure::norm::Extend::Both)?,
            _ => Norm::linear(),
        })
    }
}

impl Call {
    /// Makes the call on the plot of a number.
    pub(crate) fn make(&self, figure: &mut Figure, plot: usize) -> figure::Result<()> {
        if self.whole(figure, plot)? {
            return Ok(());
        }
        match figure.axes_mut().get_mut(plot) {
            Some(axes) => self.data(axes).and_then(|()| self.look(axes)),
            None => Ok(()),
        }
    }

    /// The calls that concern more than one plot; whether it was one.
    fn whole(&self, figure: &mut Figure, plot: usize) -> figure::Result<bool> {
        let Some(axes) = figure.axes_mut().get_mut(plot) else {
            return Ok(true);
        };
        match self {
            Self::Image(values, width, map) => {
                let image = axes.imshow(rows(values, *width))?;
                let image = image.cmap("viridis").norm(map.norm()?).handle();
                bar(figure, map, |figure| figure.colorbar(image))?;
            }
            Self::Mesh(xs, ys, values, map) => {
                let (xs, ys) = (column(xs), column(ys));
                let values = rows(values, xs.len().max(1) as u8 - 1);
                let mesh = axes.pcolormesh(xs, ys, values)?;
                let mesh = mesh.norm(map.norm()?).handle();
                bar(figure, map, |figure| figure.colorbar(mesh))?;
            }
            Self::Contour(values, width, levels, filled) => {
                let values = rows(values, *width);
                let across = values.first().map_or(0, Vec::len);
                let (xs, ys) = (0..across, 0..values.len());
                let lines = if *filled {
                    axes.contourf(xs, ys, values)?
                } else {
                    axes.contour(xs, ys, values)?
                };
                if !levels.is_empty() {
                    lines.levels(column(levels));
                }
                let lines = lines.handle();
                axes.clabel(lines)?;
                figure.colorbar(lines)?;
            }
            Self::Title(place, words) if place % 5 > 2 => {
                match place % 5 {
                    3 => figure.suptitle(words.text()),
                    _ => figure.supxlabel(words.text()),
                };
            }
            Self::FigureLegend(place, columns, title) => {
                let places = ["outside right upper", "outside lower center", "center"];
                let shown = figure.legend();
                legend(shown, 1, *columns, title);
                shown.location(pick(places, *place));
            }
            Self::Sizes(dpi, size) => {
                // Of a size that fits into a second.
                let sound = |v: f64, most: f64| if v.abs() < most { v } else { v.signum() };
                figure.set_dpi(sound((*dpi).into(), 200.0));
                figure.set_size(sound((*size).into(), 5.0), 1.0);
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn data(&self, axes: &mut Axes) -> figure::Result<()> {
        match self {
            Self::Plot(points, look) => line(axes, points, look)?,
            Self::Step(points, how) => {
                let (xs, ys) = columns(points);
                let steps = [
                    DrawStyle::StepsPre,
                    DrawStyle::StepsMid,
                    DrawStyle::StepsPost,
                ];
                axes.step(xs, ys)?.drawstyle(pick(steps, *how));
            }
            Self::Scatter(points, size, values) => {
                let (xs, ys) = columns(points);
                let dots = axes.scatter(xs, ys)?.size((*size).into());
                if !values.is_empty() {
                    dots.values(column(values))?;
                }
            }
            Self::Bar(heights, width, label) => {
                let heights = column(heights);
                let bars = axes.bar(0..heights.len(), heights)?.width((*width).into());
                let bars = bars.label(label.text()).handle();
                axes.bar_label(bars, &figure::BarLabels::new())?;
            }
            Self::Stacked(points, by) => {
                let (a, b) = columns(points);
                if by % 2 == 0 {
                    axes.stackplot(0..a.len(), [a, b])?;
                } else {
                    axes.barh(0..a.len(), a)?;
                }
            }
            Self::Fill(xs, ys) => {
                let (xs, ys) = (column(xs), column(ys));
                axes.fill_between(xs, ys, [0.0])?.hatch("/o*");
            }
            Self::Hist(values, bins, how) => {
                let hist = Hist::new(several(values)).bins(usize::from(*bins));
                let hist = match how % 4 {
                    0 => hist.density(),
                    1 => hist.stacked(),
                    2 => hist.log(),
                    _ => hist,
                };
                axes.hist_plot(&hist)?;
            }
            Self::Hist2d(points, bins) => {
                let (xs, ys) = columns(points);
                let bins = || Bins::from(usize::from(*bins));
                axes.hist2d(xs, ys, &Hist2d::new().bins(bins(), bins()))?;
            }
            Self::Hexbin(points, size) => {
                let (xs, ys) = columns(points);
                axes.hexbin(xs, ys, &Hexbin::new().gridsize(usize::from(*size)))?;
            }
            Self::BoxPlot(values, how) => {
                let plot = BoxPlot::new(several(values));
                let plot = if how % 2 == 0 {
                    plot.notched()
                } else {
                    plot.filled()
                };
                axes.boxplot(&plot)?;
            }
            Self::Violin(values, points) => {
                let plot = ViolinPlot::new(several(values));
                axes.violinplot(&plot.points(usize::from(*points)))?;
            }
            Self::ErrorBar(ys, error, cap) => {
                let ys = column(ys);
                let errors = Errors::new().y([f64::from(*error)]).capsize((*cap).into());
                axes.errorbar(0..ys.len(), ys, &errors)?;
            }
            Self::Events(values, length) => {
                let how = Events::new().lengths([f64::from(*length)]);
                axes.eventplot(several(values), &how)?;
            }
            Self::Pie(shares, angle, label) => {
                let shares = column(shares);
                let labels = vec![label.text(); shares.len()];
                let pie = Pie::new().startangle((*angle).into()).labels(labels);
                axes.pie(shares, &pie.percent(1))?;
            }
            Self::Stem(points, base) => {
                let (xs, ys) = columns(points);
                axes.stem_from(xs, ys, (*base).into())?;
            }
            Self::Stairs(values, edges) => {
                axes.stairs_filled(column(values), column(edges))?;
            }
            Self::Quiver(places, arrows, scale) => {
                let ((xs, ys), (us, vs)) = (columns(places), columns(arrows));
                let arrows = axes.quiver(xs, ys, us, vs)?;
                let arrows = arrows.scale((*scale).into()).handle();
                axes.quiverkey(arrows, (0.5, 0.5), 1.0, "$1$ m")?;
            }
            Self::Patch(outline, pen) => {
                let shape = Shape::Path(Arc::new(outline.path()), Affine::IDENTITY);
                let patch = axes.add_patch(Artist::patch(shape))?;
                patch.linewidth(pen.stroke().width()).hatch("\\x.");
            }
            Self::Alphas(points, alphas) => {
                let (xs, ys) = columns(points);
                axes.scatter(xs, ys)?.alphas(column(alphas))?;
            }
            Self::Veil(values, width, alphas) => {
                let image = axes.imshow(rows(values, *width))?;
                image.alphas(rows(alphas, *width))?;
            }
            Self::Mask(values, width, cut) => {
                let gap = |v: f64| if v == 0.0 { f64::NAN } else { v };
                let values = rows(values, *width).into_iter();
                let values: Vec<Vec<f64>> = values
                    .map(|row| row.into_iter().map(gap).collect())
                    .collect();
                let across = values.first().map_or(0, Vec::len);
                axes.contourf(0..across, 0..values.len(), values)?
                    .corner_mask(*cut);
            }
            Self::Cycle(widths, marker, style) => {
                let turns = PropCycle::linewidths(column(widths));
                let marks = [pick(["o", "^", "none"], *marker); 4];
                let lines = PropCycle::linestyles([pick(["-", "--", ":"], *style), "-."]);
                let turns = turns.times(&lines)?.and(&PropCycle::markers(marks))?;
                axes.set_prop_cycle(turns.repeated(2));
            }
            Self::Lines([a, b, c, d]) => {
                let [a, b, c, d] = [*a, *b, *c, *d].map(f64::from);
                axes.axhline(a)?;
                axes.axvspan(b, c)?;
                axes.axline((a, b), (c, d))?;
                axes.hlines([a, b], [c], [d])?;
            }
            _ => {}
        }
        Ok(())
    }

    fn look(&self, axes: &mut Axes) -> figure::Result<()> {
        match self {
            Self::Text(x, y, words, degrees) => {
                axes.text(f64::from(*x), f64::from(*y), words.text())?
                    .rotation((*degrees).into());
            }
            Self::Wrapped(x, y, words, degrees) => {
                let text = axes.text(f64::from(*x), f64::from(*y), words.text())?;
                text.wrap(true).rotation((*degrees).into());
            }
            Self::Handles(place, name, look) => {
                let shown = axes.legend();
                let line = shown.line(name.text());
                line.linewidth(look.width.into())
                    .markersize(look.size.into());
                line.marker(pick(["o", "s", "none"], look.marker));
                shown.patch(name.text()).hatch("/o");
                shown.markerscale(look.size.into()).reverse();
                legend(shown, *place, look.style, name);
            }
            Self::Note(x, y, words, arrow, frame) => {
                let note = axes.annotate(words.text(), (f64::from(*x), f64::from(*y)))?;
                note.xytext(0.5, 0.5);
                let arrows = ["->", "<|-|>", "simple", "fancy", "wedge", "]-["];
                note.arrow(pick(arrows, *arrow));
                let boxes = ["round", "circle", "sawtooth", "larrow", "square"];
                note.bbox(pick(boxes, *frame));
            }
            Self::Limits(low, high) => {
                axes.set_xlim(f64::from(*low), f64::from(*high))?
                    .set_ylim(f64::from(*high), f64::from(*low))?;
            }
            Self::Margins(x, y) => {
                axes.margins((*x).into(), (*y).into())?;
            }
            Self::Scale(kind, v) => scale(axes, *kind, (*v).into())?,
            Self::Aspect(ratio, equal) => {
                let ratio = Aspect::Ratio((*ratio).into());
                axes.set_aspect(if *equal { Aspect::EQUAL } else { ratio });
            }
            Self::Ticks(values, minor) => {
                axes.xaxis().set_ticks(column(values));
                if *minor {
                    axes.minorticks_on();
                }
            }
            Self::TickLook([length, width, pad, degrees], size) => {
                let params = axes.yaxis().tick_params(Which::Major);
                params.length((*length).into()).width((*width).into());
                params.pad((*pad).into()).labelrotation((*degrees).into());
                params.labelsize(f64::from(*size) / 4.0);
            }
            Self::Spine(side, kind, at) => {
                let at = (*at).into();
                let positions = [
                    SpinePosition::Data(at),
                    SpinePosition::Axes(at),
                    SpinePosition::Outward(at),
                ];
                axes.spine(side_of(*side))
                    .set_position(pick(positions, *kind));
            }
            Self::Title(place, words) => {
                match place % 5 {
                    0 => axes.set_title(words.text()),
                    1 => axes.set_xlabel(words.text()),
                    _ => axes.set_ylabel(words.text()),
                };
            }
            Self::Grid(which) => {
                let which = pick([Which::Major, Which::Minor], *which);
                axes.yaxis().grid(which).alpha(0.5);
            }
            Self::Legend(place, columns, title) => legend(axes.legend(), *place, *columns, title),
            Self::Twin(way, values) => {
                let twin = if way % 2 == 0 {
                    axes.twinx()
                } else {
                    axes.twiny()
                };
                twin.plot_y(column(values))?;
            }
            Self::Inset(bounds, values) => {
                let inset = axes.inset_axes(bounds.map(f64::from))?;
                inset.plot_y(column(values))?;
                let inset = inset.id();
                axes.indicate_inset_zoom(inset)?;
            }
            Self::Secondary(at, inverted) => {
                let at = f64::from(*at);
                if *inverted {
                    axes.secondary_xaxis(at, |v| 1.0 / v, |v| 1.0 / v)?;
                } else {
                    axes.secondary_yaxis(at, |v| v * 2.0 + 1.0, |v| (v - 1.0) / 2.0)?;
                }
            }
            _ => {}
        }
        Ok(())
    }
}

fn line(axes: &mut Axes, points: &Points, look: &Look) -> figure::Result<()> {
    let (xs, ys) = columns(points);
    let line = axes.plot(xs, ys)?;
    line.linewidth(look.width.into()).label(look.label.text());
    line.linestyle(pick(["-", "--", ":", "-.", "none"], look.style));
    line.marker(pick(["o", "s", "x", ".", "none", "^"], look.marker));
    line.markersize(look.size.into());
    if look.color.len() > 3 {
        line.color(look.color.chars().take(30).collect::<String>());
    }
    Ok(())
}

fn bar<'f>(
    figure: &'f mut Figure,
    map: &Map,
    make: impl FnOnce(&'f mut Figure) -> figure::Result<&'f mut figure::Colorbar>,
) -> figure::Result<()> {
    if map.bar {
        let bar = make(figure)?;
        bar.location(side_of(map.side)).set_label(map.label.text());
    }
    Ok(())
}

fn scale(axes: &mut Axes, kind: u8, v: f64) -> figure::Result<()> {
    match kind % 5 {
        0 => axes.set_yscale(LogScale::new(v)?),
        1 => axes.set_yscale(LogScale::default()),
        2 => axes.set_yscale(SymmetricalLogScale::new(v)?),
        3 => axes.set_yscale(AsinhScale::new(v)?),
        _ => axes.set_xscale(LogitScale::new()),
    };
    Ok(())
}

fn legend(legend: &mut Legend, place: u8, columns: u8, title: &Words) {
    let places = [Location::Best, Location::UpperRight, Location::Center];
    legend.location(pick(places, place)).columns(columns.into());
    legend.title(title.text());
}

fn side_of(by: u8) -> Side {
    pick([Side::Left, Side::Right, Side::Bottom, Side::Top], by)
}
