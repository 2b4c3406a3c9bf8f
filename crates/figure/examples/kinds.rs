//! One small figure for each kind of plot that has no example of its own.
//!
//! Each function draws one and is shown in the gallery by itself; this program saves them all.

use agg_core::Path;
use figure::norm::{Extend, Norm};
use figure::{
    Align, Between, DrawStyle, Events, Figure, FillStyle, HAlign, Location, MarkEvery, Marker,
    Mosaic, Pie, PropCycle, RotationMode, Shading, Subplots, Unit, Which,
};

/// A kind's name, and what draws it.
type Kind = (&'static str, fn() -> figure::Result<Figure>);

/// All kinds.
const KINDS: [Kind; 28] = [
    ("scatter", scatter),
    ("bar", bar),
    ("barh", barh),
    ("pie", pie),
    ("imshow", imshow),
    ("pcolormesh", pcolormesh),
    ("fill_between", fill_between),
    ("fill_betweenx", fill_betweenx),
    ("step", step),
    ("stem", stem),
    ("stairs", stairs),
    ("stackplot", stackplot),
    ("eventplot", eventplot),
    ("markers", markers),
    ("spans", spans),
    ("hlines", hlines),
    ("legend", legend),
    ("handles", handles),
    ("figure_legend", figure_legend),
    ("prop_cycle", prop_cycle),
    ("alphas", alphas),
    ("typefaces", typefaces),
    ("text", text),
    ("mathematics", mathematics),
    ("subplot_mosaic", subplot_mosaic),
    ("inset_axes", inset_axes),
    ("secondary_xaxis", secondary_xaxis),
    ("norms", norms),
];

fn main() -> figure::Result<()> {
    for (name, draw) in KINDS {
        draw()?.savefig(format!("{name}.png"))?;
    }
    Ok(())
}

/// As many numbers as asked for, evenly from 0 to an end.
fn spread(count: u32, end: f64) -> Vec<f64> {
    let last = f64::from(count.max(2) - 1);
    (0..count).map(|i| f64::from(i) / last * end).collect()
}

/// Points with sizes and values of their own.
fn scatter() -> figure::Result<Figure> {
    let mut fig = Figure::default();
    let ax = fig.add_subplot(1, 1, 1)?;
    let turns = spread(120, 24.0);
    let x = turns.iter().map(|t| t.cos() * t.sqrt());
    let y = turns.iter().map(|t| t.sin() * t.sqrt());
    let points = ax.scatter(x, y)?;
    points
        .sizes(turns.iter().map(|t| 10.0 + 8.0 * t))?
        .values(&turns)?
        .cmap("plasma")
        .alpha(0.7);
    let points = points.handle();
    fig.colorbar(points)?.set_label("turned");
    Ok(fig)
}

/// Bars for names, on top of each other.
fn bar() -> figure::Result<Figure> {
    let mut fig = Figure::default();
    let ax = fig.add_subplot(1, 1, 1)?;
    let names = ["spring", "summer", "autumn", "winter"];
    let (rain, snow) = ([62, 71, 58, 35], [4, 0, 6, 38]);
    ax.bar(names, rain)?.label("rain").width(0.6);
    ax.bar(names, snow)?
        .bottoms(rain)?
        .label("snow")
        .width(0.6)
        .facecolor("lightsteelblue")
        .hatch("..");
    ax.set_ylabel("millimetres");
    ax.set_ylim(0, 90)?;
    ax.legend().location(Location::UpperLeft).columns(2);
    Ok(fig)
}

/// Bars that lie, two for each name.
fn barh() -> figure::Result<Figure> {
    let mut fig = Figure::default();
    let ax = fig.add_subplot(1, 1, 1)?;
    let before = ax.barh([0, 1, 2, 3], [4.1, 2.2, 3.0, 1.4])?;
    before.width(0.4).align(Align::Edge).label("before");
    let after = ax.barh([0, 1, 2, 3], [4.6, 3.9, 3.2, 2.8])?;
    after.width(-0.4).align(Align::Edge).label("after");
    let sides = ["north", "east", "south", "west"];
    ax.yaxis().set_ticks_labeled([0, 1, 2, 3], sides)?;
    ax.legend().location(Location::UpperRight);
    Ok(fig)
}

/// Shares of a whole, one pulled out, and a ring.
fn pie() -> figure::Result<Figure> {
    let mut fig = Figure::new((6.4, 3.6), 100.0);
    let shares = [35, 25, 22, 18];
    let how = Pie::new()
        .labels(["oak", "beech", "ash", "lime"])
        .explode([0.0, 0.12, 0.0, 0.0])
        .percent(0)
        .startangle(90.0)
        .shadow();
    fig.add_subplot(1, 2, 1)?.pie(shares, &how)?;
    let ring = Pie::new().ring(0.4).percent(1).pctdistance(0.8);
    fig.add_subplot(1, 2, 2)?.pie(shares, &ring)?;
    Ok(fig)
}

/// A matrix as a picture, with hard and with smooth pixels.
fn imshow() -> figure::Result<Figure> {
    let row = |y: i32| (0..12).map(move |x| f64::from(x * x + y * y).sqrt().sin());
    let values: Vec<Vec<f64>> = (0..9).map(|y| row(y).collect()).collect();
    let mut fig = Figure::new((6.4, 3.2), 100.0);
    let ax = fig.add_subplot(1, 2, 1)?;
    ax.imshow(&values)?;
    ax.set_title("nearest");
    let ax = fig.add_subplot(1, 2, 2)?;
    ax.imshow(&values)?
        .interpolation("bicubic")
        .extent(0.0, 6.0, 0.0, 4.5);
    ax.set_title("bicubic");
    Ok(fig)
}

/// Cells of any width and height, flat and mixed.
fn pcolormesh() -> figure::Result<Figure> {
    let x: Vec<f64> = spread(21, 3.0).iter().map(|x| x * x).collect();
    let y = spread(16, 4.0);
    let row = |y: &f64| x.iter().map(|x| (x - y).sin()).collect();
    let values: Vec<Vec<f64>> = y.iter().map(row).collect();
    let mut fig = Figure::new((6.4, 3.2), 100.0);
    let ax = fig.add_subplot(1, 2, 1)?;
    ax.pcolormesh(&x, &y, &values)?
        .edgecolor("w")
        .linewidth(0.3);
    let ax = fig.add_subplot(1, 2, 2)?;
    let mixed = ax.pcolormesh_shaded(&x, &y, &values, Shading::Gouraud)?;
    mixed.cmap("twilight");
    Ok(fig)
}

/// What lies between two curves, by which of them is above.
fn fill_between() -> figure::Result<Figure> {
    let mut fig = Figure::default();
    let ax = fig.add_subplot(1, 1, 1)?;
    let x = spread(60, 6.0);
    let wave: Vec<f64> = x.iter().map(|x| x.sin()).collect();
    let line: Vec<f64> = x.iter().map(|x| 0.8 - 0.3 * x).collect();
    for (above, color) in [(true, "C2"), (false, "C3")] {
        let marks = wave.iter().zip(&line);
        let marks = marks.map(|(wave, line)| (wave > line) == above);
        let how = Between::all().only(marks).interpolated();
        ax.fill_between_as(&x, &wave, &line, &how)?
            .facecolor(color)
            .alpha(0.4);
    }
    ax.plot(&x, &wave)?.color("k");
    ax.plot(&x, &line)?.color("k").linestyle("--");
    Ok(fig)
}

/// A band along an axis that runs upwards.
fn fill_betweenx() -> figure::Result<Figure> {
    let mut fig = Figure::new((4.0, 4.8), 100.0);
    let ax = fig.add_subplot(1, 1, 1)?;
    let depth = spread(50, 10.0);
    let middle: Vec<f64> = depth
        .iter()
        .map(|d| 4.0 + 16.0 * (-0.4 * d).exp())
        .collect();
    let low = middle.iter().map(|t| t - 1.5);
    let high = middle.iter().map(|t| t + 1.5);
    ax.fill_betweenx(&depth, low, high)?.alpha(0.3);
    ax.plot(&middle, &depth)?;
    ax.set_xlabel("degrees");
    ax.set_ylabel("metres below");
    ax.invert_yaxis();
    Ok(fig)
}

/// Values that hold until the next one.
fn step() -> figure::Result<Figure> {
    let mut fig = Figure::default();
    let ax = fig.add_subplot(1, 1, 1)?;
    let x = spread(12, 11.0);
    let y = |shift: f64| x.iter().map(move |x| (x / 2.0).sin() + shift);
    ax.step(&x, y(2.0))?.label("until the point");
    ax.plot(&x, y(1.0))?
        .fmt("o--")?
        .drawstyle(DrawStyle::StepsMid)
        .label("about the point");
    ax.plot(&x, y(0.0))?
        .drawstyle(DrawStyle::StepsPost)
        .label("from the point on");
    ax.legend();
    Ok(fig)
}

/// Values on stems.
fn stem() -> figure::Result<Figure> {
    let mut fig = Figure::default();
    let ax = fig.add_subplot(1, 1, 1)?;
    let x = spread(41, 20.0);
    let y = x.iter().map(|x| (-x / 8.0).exp() * x.cos());
    ax.stem(&x, y)?;
    Ok(fig)
}

/// Counts between edges, outlined and filled.
fn stairs() -> figure::Result<Figure> {
    let mut fig = Figure::default();
    let ax = fig.add_subplot(1, 1, 1)?;
    let edges = [0.0, 1.0, 1.5, 2.0, 3.0, 5.0];
    ax.stairs_filled([2, 5, 7, 4, 1], edges)?
        .alpha(0.4)
        .label("filled");
    ax.stairs([3, 4, 5, 6, 2], edges)?
        .linewidth(2.0)
        .label("outlined");
    ax.legend();
    Ok(fig)
}

/// Areas on top of each other.
fn stackplot() -> figure::Result<Figure> {
    let mut fig = Figure::default();
    let ax = fig.add_subplot(1, 1, 1)?;
    let hours = spread(49, 24.0);
    let bump = |at: f64, height: f64| {
        let hours = hours.iter();
        hours.map(move |hour| height * (-(hour - at).powi(2) / 12.0).exp() + 0.5)
    };
    let columns = [bump(8.0, 3.0), bump(13.0, 4.0), bump(19.0, 5.0)];
    let areas = ax.stackplot(&hours, columns)?;
    for (area, label) in areas.into_iter().zip(["trams", "trains", "buses"]) {
        ax.artist(area)?.label(label);
    }
    ax.set_xlim(0, 24)?;
    ax.legend().location(Location::UpperLeft);
    Ok(fig)
}

/// When things happened, row by row.
fn eventplot() -> figure::Result<Figure> {
    let mut fig = Figure::default();
    let ax = fig.add_subplot(1, 1, 1)?;
    let row = |speed: f64| {
        let times = spread(60, 10.0).into_iter();
        times.map(move |t| t + 0.5 * (speed * t).sin())
    };
    let rows = ax.eventplot(
        [row(1.0), row(2.0), row(3.0)],
        &Events::new().lengths([0.8]),
    )?;
    for (row, color) in rows.into_iter().zip(["C0", "C1", "C2"]) {
        ax.artist(row)?.color(color);
    }
    ax.set_xlabel("seconds");
    Ok(fig)
}

/// Markers: whole, in halves, hollow, of many corners, and of an own path.
fn markers() -> figure::Result<Figure> {
    let mut fig = Figure::new((6.4, 3.2), 100.0);
    let ax = fig.add_subplot(1, 1, 1)?;
    let fills = [
        FillStyle::Full,
        FillStyle::Left,
        FillStyle::Top,
        FillStyle::None,
    ];
    for (y, fill) in (0..).zip(fills) {
        for (x, marker) in (0..).zip(["o", "^", "s", "D", "p", "*", "h", "8", "P", "X"]) {
            let point = ax.plot([x], [y])?.marker(marker).markersize(16.0);
            point.fillstyle(fill).color("C0").markerfacecoloralt("C1");
        }
    }
    let heart = Path::polygon([
        (0.0, -1.0),
        (1.0, 0.3),
        (0.5, 1.0),
        (0.0, 0.5),
        (-0.5, 1.0),
        (-1.0, 0.3),
    ]);
    ax.plot([10], [0])?
        .marker_path(heart)
        .markersize(16.0)
        .color("C3");
    let many = [
        Marker::Polygon {
            corners: 7,
            angle: 0.0,
        },
        Marker::Spikes {
            corners: 9,
            angle: 0.0,
        },
        Marker::Asterisk {
            corners: 7,
            angle: 0.0,
        },
    ];
    for (y, marker) in (1..).zip(many) {
        ax.plot([10], [y])?
            .marker(marker)
            .markersize(16.0)
            .color("C3");
    }
    ax.margins(0.05, 0.15)?;
    Ok(fig)
}

/// Lines and bands through a whole plot.
fn spans() -> figure::Result<Figure> {
    let mut fig = Figure::default();
    let ax = fig.add_subplot(1, 1, 1)?;
    let x = spread(100, 10.0);
    ax.plot(&x, x.iter().map(|x| x.sin() + 0.3 * x))?;
    ax.axhspan(1.0, 2.0)?.alpha(0.2).facecolor("C1");
    ax.axvspan(6.0, 7.5)?.alpha(0.2).facecolor("C2");
    ax.axhline(0.0)?.color("0.5");
    ax.axvline(4.0)?.color("C3").linestyle(":");
    ax.axline_slope((0.0, 0.0), 0.3)?.color("k").linestyle("--");
    Ok(fig)
}

/// Many lines across and upwards, each with its own ends.
fn hlines() -> figure::Result<Figure> {
    let mut fig = Figure::default();
    let ax = fig.add_subplot(1, 1, 1)?;
    let y = spread(9, 8.0);
    let starts = y.iter().map(|y| y.sin());
    let ends = y.iter().map(|y| 4.0 + y.cos());
    ax.hlines(&y, starts, ends)?.linewidth(3.0).color("C0");
    ax.vlines([1.5, 2.5], [-0.5], [3.5, 8.5])?
        .linestyle("--")
        .color("C1");
    Ok(fig)
}

/// Names for what is drawn, in columns and with a title.
fn legend() -> figure::Result<Figure> {
    let mut fig = Figure::default();
    let ax = fig.add_subplot(1, 1, 1)?;
    let x = spread(30, 6.0);
    ax.plot(&x, x.iter().map(|x| x.sin()))?.label("sine");
    ax.plot(&x, x.iter().map(|x| x.cos()))?
        .fmt("s--")?
        .markevery(MarkEvery::Nth { start: 0, step: 4 })
        .label("cosine");
    ax.scatter([1, 2, 3, 4], [0.5, -0.5, 0.5, -0.5])?
        .label("points");
    ax.fill_between(&x, [-1.0], [-1.3])?
        .alpha(0.5)
        .label("ground");
    ax.set_ylim(-1.3, 2)?;
    let legend = ax.legend().location(Location::UpperCenter).columns(2);
    legend.title("All that is here");
    Ok(fig)
}

/// Text in the units of the data and of the plot, turned, coloured, boxed.
fn text() -> figure::Result<Figure> {
    let mut fig = Figure::default();
    let ax = fig.add_subplot(1, 1, 1)?;
    ax.plot([0, 1, 2], [0, 1, 4])?;
    ax.text(0.4, 0.6, "along the line")?
        .rotation(33.0)
        .color("C0");
    ax.text(0.05, 0.9, "top left of the plot")?
        .coords(Unit::Axes)
        .bbox("round")
        .facecolor("wheat");
    ax.text(1.9, 0.3, "two lines,\nlarge")?
        .horizontalalignment(HAlign::Right)
        .fontsize(16.0)
        .color("C3");
    Ok(fig)
}

/// Samples that no plot has, and names in their colours.
fn handles() -> figure::Result<Figure> {
    let mut fig = Figure::default();
    let ax = fig.add_subplot(1, 1, 1)?;
    let x = spread(80, 8.0);
    for (i, color) in ["C0", "C3"].into_iter().cycle().take(8).enumerate() {
        let line = ax.plot(&x, x.iter().map(|x| (x + i as f64 / 2.0).sin() * x))?;
        line.color(color).alpha(0.6);
    }
    ax.axvspan(3, 5)?.color("C2").alpha(0.2);
    let legend = ax.legend().location(Location::UpperLeft);
    legend.title("four of each").labelcolor("linecolor");
    legend.line("first").color("C0");
    legend.line("second").color("C3");
    legend.patch("between").color("C2").alpha(0.6);
    let marks = legend.line("not drawn").linestyle("none").color("C4");
    marks.marker("*").markersize(12.0);
    Ok(fig)
}

/// One legend for all plots, below them.
fn figure_legend() -> figure::Result<Figure> {
    let mut fig = Figure::new((6.4, 3.6), 100.0);
    let x = spread(100, 6.0);
    for i in 0..2 {
        let ax = fig.add_subplot(1, 2, i + 1)?;
        let shift = i as f64;
        let line = ax.plot(&x, x.iter().map(|x| (x + shift).sin()))?;
        line.color(format!("C{i}")).label(format!("shifted by {i}"));
        let line = ax.plot(&x, x.iter().map(|x| (x - shift).cos()))?;
        line.linestyle("--").linewidth(3.0).color("0.3");
        line.gapcolor(format!("C{}", i + 2))
            .label(format!("dashed {i}"));
    }
    fig.constrained_layout();
    let legend = fig.legend().location("outside lower center");
    legend.columns(2).handlelength(4.0);
    Ok(fig)
}

/// Styles and markers that lines take in turn, beside their colours.
fn prop_cycle() -> figure::Result<Figure> {
    let mut fig = Figure::default();
    let ax = fig.add_subplot(1, 1, 1)?;
    let colors = PropCycle::from(["C0", "C1", "C2"]);
    let styles = PropCycle::linestyles(["-", "--"]);
    let styles = styles.and(&PropCycle::markers(["o", "s"]))?;
    ax.set_prop_cycle(styles.times(&colors)?);
    let x = spread(12, 3.0);
    for i in 0..6 {
        let line = ax.plot(&x, x.iter().map(|x| f64::from(i) + (x * 2.0).sin()))?;
        line.label(format!("line {i}"));
    }
    ax.legend().columns(2);
    Ok(fig)
}

/// Opacities of pixels and of points, one by one.
fn alphas() -> figure::Result<Figure> {
    let mut fig = Figure::new((6.4, 3.2), 100.0);
    let height = |r: f64, c: f64| ((r - 4.0) / 3.0).sin() * ((c - 5.0) / 3.0).cos();
    let table = |at: &dyn Fn(f64, f64) -> f64| -> Vec<Vec<f64>> {
        let row = |r| (0..12).map(|c| at(f64::from(r), f64::from(c))).collect();
        (0..10).map(row).collect()
    };
    let ax = fig.add_subplot(1, 2, 1)?;
    let image = ax.imshow(table(&height))?.cmap("RdBu");
    image.alphas(table(&|r, c| height(r, c).abs()))?;
    let ax = fig.add_subplot(1, 2, 2)?;
    let turns = spread(60, 12.0);
    let x = turns.iter().map(|t| t.cos() * t);
    let points = ax.scatter(x, turns.iter().map(|t| t.sin() * t))?;
    points.size(120.0).alphas(spread(60, 1.0))?;
    Ok(fig)
}

/// Letters that are bold, that lean, labels that hang askew, lines that are broken.
fn typefaces() -> figure::Result<Figure> {
    let mut fig = Figure::default();
    let ax = fig.add_subplot(1, 1, 1)?;
    let fruit = ["apricots", "blackberries", "cherries", "damsons"];
    ax.bar(fruit, [3, 5, 4, 2])?;
    let title = "A bold title that has more to say than there is room for in one line";
    ax.set_title(title).fontweight("bold").wrap(true);
    let label = ax.set_xlabel("which fruit").fontstyle("italic");
    label.bbox("round").facecolor("lightyellow");
    ax.set_ylabel("baskets");
    ax.yaxis().set_label_place(HAlign::Right);
    let ticks = ax.xaxis().tick_params(Which::Major);
    ticks.labelrotation(30.0).labelalignment(HAlign::Right);
    ticks
        .labelrotation_mode(RotationMode::Anchor)
        .labelweight("bold");
    let lines = ax.text(1.6, 4.6, "a long line,\na short one")?;
    lines.multialignment(HAlign::Center).fontstyle("italic");
    fig.tight_layout();
    Ok(fig)
}

/// Formulas between dollar signs.
fn mathematics() -> figure::Result<Figure> {
    let mut fig = Figure::default();
    let ax = fig.add_subplot(1, 1, 1)?;
    let x = spread(200, 6.0);
    let damped = |x: &f64| (-x / 2.0).exp() * (4.0 * x).cos();
    ax.plot(&x, x.iter().map(damped))?
        .label(r"$\Re\left(e^{(i\omega - \frac{1}{2})t}\right)$");
    ax.plot(&x, x.iter().map(|x| (-x / 2.0).exp()))?
        .linestyle("--")
        .label(r"$\sqrt{e^{-t}}$");
    ax.set_title(r"$\frac{d^2 x}{dt^2} + 2\gamma\,\dot x + \omega_0^2 x = 0$");
    ax.set_xlabel(r"$t\ [\mathrm{s}]$");
    ax.set_ylabel(r"$\hat x_i$");
    ax.text(3.0, -0.4, r"$\sum_{k=0}^{\infty} \frac{x^k}{k!} = e^x$")?
        .fontsize(18.0);
    ax.legend();
    Ok(fig)
}

/// Plots laid out by a drawing of letters.
fn subplot_mosaic() -> figure::Result<Figure> {
    let mut fig = Figure::new((6.4, 4.4), 100.0);
    fig.constrained_layout();
    let mut plots = fig.subplot_mosaic(&Mosaic::new("AAB\nCDB")?)?;
    for (i, name) in (0..).map(f64::from).zip(["A", "B", "C", "D"]) {
        let ax = plots.axes(name)?;
        let x = spread(80, 10.0);
        ax.plot(&x, x.iter().map(|x| (x + i).sin() * (i + 1.0)))?
            .color(format!("C{i}"));
        ax.set_title(name);
    }
    Ok(fig)
}

/// A plot within a plot, which shows a part of it larger.
fn inset_axes() -> figure::Result<Figure> {
    let mut fig = Figure::default();
    let ax = fig.add_subplot(1, 1, 1)?;
    let x = spread(400, 10.0);
    let y: Vec<f64> = x
        .iter()
        .map(|x| x.sin() + 0.05 * (40.0 * x).sin())
        .collect();
    ax.plot(&x, &y)?;
    ax.set_ylim(-1.2, 2.6)?;
    let part = ax.inset_axes([0.55, 0.6, 0.4, 0.35])?;
    part.plot(&x, &y)?;
    part.set_xlim(1.2, 2.0)?.set_ylim(0.85, 1.1)?;
    let part = part.id();
    ax.indicate_inset_zoom(part)?.edgecolor("k");
    Ok(fig)
}

/// The same axis in other units.
fn secondary_xaxis() -> figure::Result<Figure> {
    let mut fig = Figure::default();
    fig.constrained_layout();
    let ax = fig.add_subplot(1, 1, 1)?;
    let degrees = spread(181, 360.0);
    ax.plot(&degrees, degrees.iter().map(|d| d.to_radians().sin()))?;
    ax.set_xlabel("degrees");
    let radians = ax.secondary_xaxis(1.0, f64::to_radians, f64::to_degrees)?;
    radians.set_xlabel("radians");
    Ok(fig)
}

/// The same values by four norms.
fn norms() -> figure::Result<Figure> {
    let row = |y: i32| (0..32).map(move |x| f64::from(x - 8) * f64::from(y + 1));
    let values: Vec<Vec<f64>> = (0..24).map(|y| row(y).collect()).collect();
    let norms = [
        ("linear", Norm::linear()),
        ("symlog", Norm::symlog(10.0, 1.0)?),
        ("two slopes", Norm::two_slope(0.0)),
        (
            "boundaries",
            Norm::boundaries(&[-150.0, 0.0, 50.0, 100.0, 400.0], Extend::Both)?,
        ),
    ];
    let mut fig = Figure::new((6.4, 4.8), 100.0);
    fig.constrained_layout();
    let mut shown = Vec::new();
    for (ax, (name, norm)) in fig.subplots(Subplots::new(2, 2)?)?.iter_mut().zip(norms) {
        ax.set_title(name);
        shown.push(
            ax.pcolormesh(0..33, 0..25, &values)?
                .norm(norm)
                .cmap("RdBu")
                .handle(),
        );
    }
    for mesh in shown {
        fig.colorbar(mesh)?;
    }
    Ok(fig)
}
