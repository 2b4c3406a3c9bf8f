//! What people ask for beside the usual: legends of all kinds, modes of axes, cycles, gaps, places of
//! labels.

use agg_core::{Cap, Color};
use figure::colormap::Colormap;
use figure::norm::Norm;
use figure::{
    Axes, AxisMode, Figure, HAlign, Hexbin, Legend, LineStyle, Named, Pie, Stage, Style, TitleSide,
};
use figure::ticker::{Bins, MaxNLocator, MultipleLocator};

use super::{Done, axes, axes_of, figure_of};
use crate::random::Random;
use crate::scene::Scene;

pub(super) fn scenes() -> Vec<Scene> {
    let mut scenes = legends();
    scenes.extend(legends_of_figures());
    scenes.extend(modes());
    scenes.extend(looks());
    scenes.extend(hexagons());
    scenes.extend(others());
    scenes.extend(stages());
    scenes
}

fn names(ax: &mut Axes) -> Done {
    let x = [0.0, 1.0, 2.0];
    ax.plot(x, [1.0, 3.0, 2.0])?.fmt("o-")?.label("first line");
    ax.plot(x, [2.0, 1.0, 3.0])?.linestyle("--").label("2nd");
    ax.scatter([0.5, 1.5], [2.5, 1.5])?.sizes([20.0, 80.0])?.label("points");
    ax.bar([0.2, 1.8], [0.5, 0.7])?.width(0.2).label("bars");
    Ok(())
}

fn legend(name: &str, how: impl Fn(&mut Legend) + 'static) -> Scene {
    axes(format!("legend_{name}"), move |ax| {
        names(ax)?;
        how(ax.legend());
        Ok(())
    })
}

fn legends() -> Vec<Scene> {
    vec![
        legend("expanded", |legend| {
            legend.expand().columns(2).location("lower left");
            legend.anchor([0.0, 1.02, 1.0, 0.102]).borderaxespad(0.0);
        }),
        legend("reversed", |legend| {
            legend.reverse().location("upper left");
        }),
        legend("marker_last", |legend| {
            legend.markerfirst(false).title("right").alignment(HAlign::Right);
            legend.columns(2).location("center");
        }),
        legend("title_left", |legend| {
            legend.title("a longer title than that").alignment(HAlign::Left);
            legend.title_fontsize(14.0).location("lower right");
        }),
        legend("points", |legend| {
            legend.numpoints(3).scatterpoints(3).markerscale(1.5);
            legend.location("upper center");
        }),
        legend("many_points", |legend| {
            legend.numpoints(2).scatterpoints(5).handlelength(4.0);
            legend.location("upper center");
        }),
        legend("wide", |legend| {
            legend.borderpad(1.5).labelspacing(1.2).handletextpad(2.0);
            legend.handleheight(1.5).handlelength(3.0).columnspacing(4.0);
            legend.borderaxespad(2.0).columns(2).fancybox(false).location("right");
        }),
        legend("bold_edge", |legend| {
            legend.linewidth(3.0).edgecolor("C3").fontsize(8.0).location("best");
        }),
        axes("legend_of_some", |ax| {
            let line = ax.plot_y([1.0, 3.0, 2.0])?.label("unseen").handle();
            let bars = ax.bar([0.0, 1.0, 2.0], [2.0, 1.0, 3.0])?.alpha(0.5).handle();
            ax.plot_y([3.0, 1.0, 2.0])?.label("unseen too");
            ax.legend().entry(bars, "counted").entry(line, "expected");
            Ok(())
        }),
        axes("legend_beside_an_arrow", |ax| {
            ax.plot_y([1.0, 3.0, 2.0])?.label("data");
            ax.annotate("note", (1.0, 3.0))?.xytext(1.2, 1.5).arrow("->");
            ax.legend();
            Ok(())
        }),
    ]
}

fn of_figure(name: &str, how: impl Fn(&mut Legend) + 'static) -> Scene {
    figure_of(name, (5.0, 3.0), 100.0, move |figure| {
        for i in 0..2 {
            let ax = figure.add_subplot(1, 2, i + 1)?;
            let line = ax.plot_y([1.0, 3.0, 2.0])?;
            line.color(format!("C{i}")).label(format!("line {i}"));
            let bars = ax.bar([0.0, 1.0], [1.0, 2.0])?;
            bars.facecolor(format!("C{}", i + 2)).label(format!("bars {i}"));
            if i == 1 {
                ax.legend();
            }
        }
        how(figure.legend());
        Ok(())
    })
}

fn legends_of_figures() -> Vec<Scene> {
    vec![
        of_figure("legend_of_figure", |_| {}),
        of_figure("legend_of_figure_below", |legend| {
            legend.location("lower center").columns(4).fontsize(8.0);
        }),
        of_figure("legend_of_figure_anchored", |legend| {
            legend.location("upper left").anchor([0.1, 0.9, 0.0, 0.0]).title("all");
        }),
    ]
}

fn modes() -> impl Iterator<Item = Scene> {
    let modes = [
        ("auto", AxisMode::Auto),
        ("equal", AxisMode::Equal),
        ("scaled", AxisMode::Scaled),
        ("tight", AxisMode::Tight),
        ("image", AxisMode::Image),
        ("square", AxisMode::Square),
    ];
    modes.into_iter().map(|(name, mode)| {
        axes(format!("axis_mode_{name}"), move |ax| {
            ax.plot([0.0, 3.0, 1.0], [0.0, 1.0, 2.0])?;
            ax.set_xlim(-5.0, 9.0)?;
            ax.set_axis_mode(mode);
            ax.plot([0.0, 4.0], [3.0, 0.5])?;
            Ok(())
        })
    })
}

fn looks() -> Vec<Scene> {
    let values = [1.0, f64::NAN, 3.0, f64::INFINITY, 2.0];
    let x = [0.0, 1.0, 2.0, 3.0, 4.0];
    vec![
        axes("cycles_of_a_plot", |ax| {
            ax.plot_y([0.0, 1.0])?;
            ax.set_prop_cycle(["red", "0.5"]);
            for i in 0..3 {
                let i = f64::from(i);
                ax.plot_y([1.0 + i, 2.0])?;
                ax.fill_between([0.0, 1.0], [-1.0 - i, -1.0], [-i, -i])?;
            }
            ax.set_prop_cycle(figure::PropCycle::default());
            ax.plot_y([2.0, 3.0])?;
            Ok(())
        }),
        axes("gaps_between_dashes", |ax| {
            let uneven = LineStyle::Pattern {
                offset: 2.0,
                lengths: vec![5.0, 2.0, 1.0, 2.0],
            };
            let styles = [
                LineStyle::Dashed,
                LineStyle::DashDot,
                LineStyle::Dotted,
                uneven,
                LineStyle::Solid,
            ];
            for (i, style) in (0_i32..).zip(styles) {
                let y = f64::from(i);
                let line = ax.plot([0.0, 1.0, 2.0], [y, y + 0.7, y])?;
                line.linestyle(style).gapcolor(format!("C{}", i + 3)).linewidth(4.0);
            }
            let line = ax.step([0.0, 1.0, 2.0], [6.0, 5.0, 7.0])?.linestyle("--");
            line.gapcolor("orange").alpha(0.5).dash_capstyle(Cap::Round).linewidth(6.0);
            Ok(())
        }),
        axes("scatter_with_gaps", move |ax| {
            let red = Color::from_rgb8(255, 0, 0);
            let map = Colormap::named("viridis").map(|map| map.with_bad(red));
            let map = map.unwrap_or_default();
            let points = ax.scatter(x, [0.0, 1.0, 0.0, 1.0, 0.0])?.size(200.0);
            points.values_with_gaps(values)?.cmap(map.clone());
            let points = ax.scatter(x, [2.0, 3.0, 2.0, 3.0, 2.0])?.size(200.0);
            points.values(values)?.cmap(map);
            Ok(())
        }),
        figure_of("labels_at_the_ends", (5.0, 3.0), 100.0, |figure| {
            let left = figure.add_subplot(1, 2, 1)?;
            left.set_xlabel("from the left");
            left.xaxis().set_label_place(HAlign::Left);
            left.set_ylabel("at the top");
            left.yaxis().set_label_place(HAlign::Right);
            left.set_title("title in it");
            left.set_title_y(0.8);
            let right = figure.add_subplot(1, 2, 2)?;
            right.set_xlabel("at the right");
            right.xaxis().set_label_place(HAlign::Right);
            right.set_ylabel("at the bottom");
            right.yaxis().set_label_place(HAlign::Left);
            right.set_title_at(TitleSide::Left, "left");
            right.set_title("high");
            right.set_title_y(1.05);
            Ok(())
        }),
        figure_of("settings_of_titles_and_grids", (4.0, 3.0), 100.0, |figure| {
            let mut style = Style::default();
            style.parse(
                "axes.titlelocation: left\naxes.titley: 1.02\nxaxis.labellocation: right\n\
                 yaxis.labellocation: top\naxes.grid: True\naxes.grid.axis: y\n\
                 axes.grid.which: both\nytick.minor.visible: True\nlegend.loc: lower center",
            )?;
            *figure = Figure::new((4.0, 3.0), 100.0).with_style(style);
            let ax = figure.add_subplot(1, 1, 1)?;
            ax.plot_y([1.0, 3.0, 2.0])?.label("data");
            ax.set_title("Title");
            ax.set_xlabel("x label");
            ax.set_ylabel("y label");
            ax.legend();
            Ok(())
        }),
    ]
}

fn crowd() -> (Vec<f64>, Vec<f64>, Vec<f64>) {
    let mut random = Random::new(5);
    let x: Vec<f64> = (0..400).map(|_| random.between(0.0, 4.0)).collect();
    let y: Vec<f64> = (0..400).map(|_| random.unit() + random.unit()).collect();
    let values = x.iter().zip(&y).map(|(x, y)| x * y).collect();
    (x, y, values)
}

fn hexagons() -> Vec<Scene> {
    vec![
        axes("hexbin_marginals", |ax| {
            let (x, y, _) = crowd();
            ax.hexbin(&x, &y, &Hexbin::new().gridsize(12).marginals())?;
            Ok(())
        }),
        axes("hexbin_marginals_of_values", |ax| {
            let (x, y, values) = crowd();
            let how = Hexbin::new().values(&values).gridsize_xy(9, 6).marginals().mincnt(2);
            let largest = how.reduce(|all| all.iter().copied().fold(f64::NEG_INFINITY, f64::max));
            ax.hexbin(&x, &y, &largest)?.cmap("magma");
            Ok(())
        }),
        axes("hexbin_marginals_logarithmic_norm", |ax| {
            let (x, y, values) = crowd();
            let how = Hexbin::new().values(&values).gridsize(10).marginals();
            ax.hexbin(&x, &y, &how)?.norm(Norm::log());
            Ok(())
        }),
    ]
}

fn others() -> Vec<Scene> {
    vec![
        axes("stems_that_lie", |ax| {
            ax.stemh_from([1.0, 2.0, 4.0], [0.5, -1.0, 2.0], 0.25)?;
            Ok(())
        }),
        axes("pie_that_is_open", |ax| {
            let how = Pie::new().unnormalized().labels(["a", "b", "c"]).percent(1);
            ax.pie([0.2, 0.3, 0.15], &how)?;
            Ok(())
        }),
        axes("contours_by_a_locator", |ax| {
            let value = |x: i32, y: i32| f64::from(x * x + 3 * y) - 20.0;
            let rows: Vec<Vec<f64>> = (0..8)
                .map(|y| (0..10).map(|x| value(x, y)).collect())
                .collect();
            let (xs, ys) = (0..10, 0..8);
            let layers = ax.contourf(xs.clone(), ys.clone(), &rows)?;
            layers.locator(MultipleLocator::new(12.5)?);
            let lines = ax.contour(xs, ys, &rows)?.colors("k");
            lines.locator(MaxNLocator::new(Bins::Fixed(3))?);
            Ok(())
        }),
    ]
}

fn stages() -> Vec<Scene> {
    let staged = |name: &str, stage: Stage, interpolation: &'static str| {
        axes(name, move |ax| {
            let rows = [[1.0, 5.0, 2.0], [7.0, f64::NAN, 3.0], [2.0, 9.0, 4.0]];
            let image = ax.imshow(rows)?;
            image.interpolation(interpolation).interpolation_stage(stage);
            Ok(())
        })
    };
    vec![
        staged("image_stage_rgba", Stage::Rgba, "bilinear"),
        staged("image_stage_data", Stage::Data, "bicubic"),
        axes_of("image_stage_data_shrunk", (2.0, 2.0), 100.0, |ax| {
            let mut random = Random::new(3);
            let row = |_| (0..300).map(|_| random.unit()).collect::<Vec<f64>>();
            let rows: Vec<Vec<f64>> = (0..300).map(row).collect();
            let image = ax.imshow(rows)?.interpolation_stage(Stage::Data);
            image.interpolation("hanning");
            Ok(())
        }),
    ]
}
