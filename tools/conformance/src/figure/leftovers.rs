//! Rows of events, markers in halves and of own paths, shadows, marks of insets, fields over
//! extents, titles in boxes.

use agg_core::Path;
use figure::contour::Field;
use figure::scale::{LogScale, LogitScale};
use figure::{
    Axes, Events, Figure, FillStyle, HAlign, Hexbin, Location, Marker, Matrix, Orientation, Pie, SubplotParams, Subplots,
    TitleSide,
};

use super::{Done, axes, axes_of, figure_of};
use crate::scene::Scene;

const HALVES: [(&str, FillStyle); 5] = [
    ("left", FillStyle::Left),
    ("right", FillStyle::Right),
    ("top", FillStyle::Top),
    ("bottom", FillStyle::Bottom),
    ("none", FillStyle::None),
];

const FIELD: [[f64; 4]; 3] = [[0.0, 1.0, 2.0, 1.0], [1.0, 3.0, 4.0, 2.0], [2.0, 2.0, 1.0, 0.0]];

pub(super) fn scenes() -> Vec<Scene> {
    let mut scenes = events();
    scenes.extend(markers());
    scenes.extend(shadows());
    scenes.extend(marks());
    scenes.extend(marks_at_places());
    scenes.extend(words());
    scenes.extend(second_axes());
    scenes.extend(logits());
    scenes.extend(hexagons());
    scenes.push(figure_of("contour_over_extents", (6.0, 4.0), 100.0, extents));
    scenes
}

fn events() -> Vec<Scene> {
    vec![
        axes("eventplot_rows", |ax| {
            let rows = [vec![1.0, 2.5, 2.0], vec![0.5, 3.0, 4.0, 4.2], vec![]];
            let rows = ax.eventplot(rows, &Events::new())?;
            for (row, color) in rows.into_iter().zip(["C0", "C1", "C2"]) {
                ax.artist(row)?.color(color);
            }
            Ok(())
        }),
        axes("eventplot_upright", |ax| {
            let how = Events::new().orientation(Orientation::Vertical);
            let how = how.offsets([2.0, 5.0]).lengths([0.5, 3.0]);
            for row in ax.eventplot([vec![1.0, 2.0], vec![3.0]], &how)? {
                ax.artist(row)?.linewidth(3.0);
            }
            Ok(())
        }),
        axes("eventplot_one_row", |ax| {
            ax.eventplot([[1.0, 2.0, 4.0]], &Events::new()).map(drop)
        }),
    ]
}

fn markers() -> Vec<Scene> {
    let mut scenes: Vec<Scene> = HALVES
        .map(|(name, fill)| {
            axes_of(format!("markers_filled_{name}"), (6.0, 2.4), 100.0, move |ax| {
                for (i, marker) in (0..).map(f64::from).zip("o.v^<>sDdp*hH8PX+".chars()) {
                    let large = ax.plot([i], [0.0])?.marker(marker.to_string());
                    large.fillstyle(fill).markersize(21.0);
                    large.markerfacecoloralt("wheat").markeredgecolor("brown");
                    let small = ax.plot([i], [1.0])?.marker(marker.to_string());
                    small.fillstyle(fill).markersize(8.0).alpha(0.5);
                }
                ax.margins(0.05, 0.5)?;
                Ok(())
            })
        })
        .into();
    scenes.push(axes("markers_of_paths", |ax| {
        let kite = Path::polygon([(0.0, 3.0), (-1.0, 0.0), (0.0, -1.0), (1.0, 0.0)]);
        let line = ax.plot([0.0, 1.0, 2.0], [0.0, 1.0, 0.0])?.label("kite");
        line.marker_path(kite).markersize(25.0);
        for (i, (corners, style)) in
            (0..).map(f64::from).zip([(3, 0), (7, 0), (5, 1), (9, 1), (5, 2), (8, 2)])
        {
            let angle = 10.0 * i;
            let marker = match style {
                0 => Marker::Polygon { corners, angle },
                1 => Marker::Spikes { corners, angle },
                _ => Marker::Asterisk { corners, angle },
            };
            ax.plot([0.4 * i], [0.7])?.marker(marker).markersize(15.0);
        }
        ax.legend();
        Ok(())
    }));
    scenes
}

fn line(ax: &mut Axes) -> Done {
    ax.plot_y([1.0, 2.0])?.label("line");
    Ok(())
}

fn shadows() -> Vec<Scene> {
    vec![
        axes_of("pie_with_shadow", (4.0, 4.0), 100.0, |ax| {
            let how = Pie::new().explode([0.0, 0.2, 0.0]).labels(["a", "b", "c"]);
            ax.pie([3.0, 5.0, 2.0], &how.shadow()).map(drop)
        }),
        axes("legend_with_shadow", |ax| {
            line(ax)?;
            ax.legend().shadow(true);
            Ok(())
        }),
        axes("legend_square_with_shadow", |ax| {
            line(ax)?;
            let legend = ax.legend().shadow(true).location(Location::LowerRight);
            legend.facecolor("lightyellow").framealpha(0.5).edgecolor("C3");
            Ok(())
        }),
        axes("stem_in_legend", |ax| {
            let stems = ax.stem([0.1, 1.0, 2.0, 3.5], [1.0, -2.0, 3.0, 0.5])?;
            ax.artist(stems.markers)?.label("stems");
            ax.legend();
            Ok(())
        }),
    ]
}

fn marked(ax: &mut Axes, place: [f64; 4]) -> Done {
    let y = [1.0, 3.0, 2.0, 5.0];
    ax.plot([0.0, 1.0, 2.0, 3.0], y)?;
    let inset = ax.inset_axes(place)?;
    inset.plot([0.0, 1.0, 2.0, 3.0], y)?.color("C1");
    inset.set_xlim(0.8, 1.3)?.set_ylim(2.5, 3.0)?;
    let inset = inset.id();
    ax.indicate_inset_zoom(inset)?;
    Ok(())
}

const PLACES: [(&str, [f64; 4]); 4] = [
    ("lower_left", [0.05, 0.05, 0.3, 0.3]),
    ("lower_right", [0.6, 0.05, 0.3, 0.3]),
    ("upper_left", [0.05, 0.6, 0.3, 0.3]),
    ("upper_right", [0.6, 0.6, 0.3, 0.3]),
];

fn marks_at_places() -> impl Iterator<Item = Scene> {
    PLACES.into_iter().flat_map(|(name, place)| {
        let turned = format!("inset_marked_turned_{name}");
        let within_one = format!("inset_marked_within_one_{name}");
        [
            axes_of(turned, (4.5, 3.5), 100.0, move |ax| {
                ax.invert_yaxis().invert_xaxis();
                marked(ax, place)
            }),
            axes_of(within_one, (4.5, 3.5), 100.0, move |ax| {
                ax.set_xlim(0.0, 1.0)?.set_ylim(0.0, 1.0)?;
                let inset = ax.inset_axes(place)?;
                let inset = inset.set_xlim(0.2, 0.7)?.set_ylim(0.2, 0.7)?.id();
                ax.indicate_inset_zoom(inset)?;
                Ok(())
            }),
        ]
    })
}

fn marks() -> Vec<Scene> {
    let page = |name: &'static str, fill: fn(&mut Axes) -> Done| axes_of(name, (4.5, 3.5), 100.0, fill);
    vec![
        page("inset_marked_below", |ax| marked(ax, [0.6, 0.1, 0.35, 0.3])),
        page("inset_marked_above", |ax| marked(ax, [0.05, 0.75, 0.3, 0.2])),
        page("inset_marked_beside", |ax| {
            ax.set_yscale(LogScale::default());
            marked(ax, [0.7, 0.4, 0.25, 0.3])
        }),
        page("inset_marked_upside_down", |ax| {
            ax.invert_yaxis();
            marked(ax, [0.6, 0.1, 0.35, 0.3])
        }),
        axes("rectangle_marked", |ax| {
            ax.plot_y([0.0, 1.0, 2.0])?;
            let mark = ax.indicate_inset([0.5, 0.25, 1.0, 0.5])?;
            mark.edgecolor("C3").linewidth(2.0).linestyle("--");
            Ok(())
        }),
    ]
}

fn words() -> Vec<Scene> {
    vec![
        axes("titles_placed", |ax| {
            ax.plot_y([1.0, 2.0])?;
            let title = ax.set_title("from the left").position(0.1, 1);
            title.horizontalalignment(HAlign::Left).color("C1");
            ax.set_title_at(TitleSide::Right, "right").fontsize(8.0);
            Ok(())
        }),
        figure_of("titles_in_boxes", (4.0, 3.0), 100.0, |figure| {
            let ax = figure.add_subplot(1, 1, 1)?;
            ax.plot_y([1.0, 2.0])?;
            ax.set_title("boxed").bbox("round").facecolor("wheat");
            let left = ax.set_title_at(TitleSide::Left, "left").bbox("square");
            left.facecolor("none").edgecolor("C3");
            let text = figure.text(0.02, 0.05, "figure").bbox("sawtooth");
            text.facecolor("C2").alpha(0.5);
            let title = figure.suptitle("over all").fontsize(9.0);
            title.position(0.8, 0.98).bbox("round4");
            Ok(())
        }),
    ]
}

fn logits() -> Vec<Scene> {
    let scene = |name: &'static str, low: f64, high: f64| {
        axes(name, move |ax| {
            ax.plot([0.0, 1.0, 2.0, 3.0, 4.0], [1e-5, 0.02, 0.5, 0.93, 0.9999])?;
            ax.set_yscale(LogitScale::new());
            ax.set_ylim(low, high)?;
            ax.grid(true);
            Ok(())
        })
    };
    vec![
        scene("logit_wide", 1e-6, 1.0 - 1e-5),
        scene("logit_narrow", 0.02, 0.95),
        scene("logit_middle", 0.3, 0.7),
        scene("logit_near_one", 0.9, 0.9995),
        scene("logit_far", 1e-14, 1.0 - 1e-12),
        axes("logit_of_data", |ax| {
            ax.plot([0.0, 1.0, 2.0, 3.0], [-0.5, 0.25, 0.75, 0.5])?;
            ax.set_xscale(LogitScale::new());
            ax.set_yscale(LogitScale::new());
            ax.set_xlim(0.1, 0.9)?.set_ylim(0.2, 0.8)?;
            Ok(())
        }),
    ]
}

/// Points along a spiral.
fn spiral() -> (Vec<f64>, Vec<f64>) {
    let points = (0..400).map(f64::from);
    let point = |i: f64| ((i * 0.75) % 7.0 + 0.5, (i * i * 0.01) % 90.0 + 1.0);
    points.map(point).unzip()
}

fn hexagons() -> Vec<Scene> {
    let scene = |name: &'static str, how: Hexbin| {
        axes(name, move |ax| {
            let (x, y) = spiral();
            ax.hexbin(x, y, &how).map(drop)
        })
    };
    let how = || Hexbin::new().gridsize(12);
    vec![
        scene("hexbin_log_x", how().logarithmic_x()),
        scene("hexbin_log_y", how().logarithmic_y().mincnt(1)),
        scene("hexbin_log_both", how().logarithmic_x().logarithmic_y()),
    ]
}

fn second_axes() -> Vec<Scene> {
    vec![
        axes("secondary_top", |ax| {
            ax.plot([0.0, 90.0, 180.0], [0.0, 1.0, 0.0])?;
            ax.set_title("title");
            let radians = ax.secondary_xaxis(1.0, f64::to_radians, f64::to_degrees)?;
            radians.set_xlabel("radians");
            Ok(())
        }),
        figure_of("secondary_below", (4.0, 3.0), 100.0, |figure| {
            figure.subplots_adjust(SubplotParams {
                bottom: 0.35,
                ..SubplotParams::default()
            })?;
            let ax = figure.add_subplot(1, 1, 1)?;
            ax.plot([0.0, 10.0], [0.0, 1.0])?;
            let second = ax.secondary_xaxis(-0.3, |x| x * 1.8 + 32.0, |x| (x - 32.0) / 1.8)?;
            second.set_xlabel("fahrenheit");
            second.minorticks_on();
            Ok(())
        }),
        axes_of("secondary_right_and_left", (5.0, 4.0), 100.0, |ax| {
            ax.plot([1.0, 2.0, 3.0], [1.0, 4.0, 9.0])?;
            ax.set_ylim(1.0, 9.0)?.invert_yaxis();
            let root = ax.secondary_yaxis(1.0, f64::sqrt, |root| root * root)?;
            root.set_ylabel("root");
            ax.secondary_yaxis(0.4, |y| 100.0 / y, |y| 100.0 / y)?;
            Ok(())
        }),
    ]
}

fn extents(figure: &mut Figure) -> Done {
    let field = || Matrix::new(FIELD.into_iter().flatten(), 4);
    if let [a, b, c, d] = figure.subplots(Subplots::new(2, 2)?)? {
        a.contour_field(Field::over_extent(field()?, [1.0, 3.0, -1.0, 2.5])?)?;
        b.contour_field(Field::over_pixels(field()?, None)?)?;
        c.contourf_field(Field::over_image(field()?, Some([0.0, 3.0, 1.0, 2.0]))?)?;
        d.contour_field(Field::over_indices(field()?)?)?;
    }
    Ok(())
}
