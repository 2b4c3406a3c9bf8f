//! Where layout decides one way or the other: tight boxes of what has no width, ticks and titles at
//! the same edge, grids that have room in one direction alone, plots beyond the page.

use std::sync::Arc;

use ::figure::contour::Field;
use ::figure::norm::Extend;
use ::figure::{Matrix, Orientation,
    Adjustable, Artist, Aspect, Axes, AxisMode, BarLabels, End, Figure, GridSpec,
    Mosaic, SaveOptions, Shape, Share, Side, Sides, SpinePosition, Style, Subplots, TickDirection, TitleSide, Unit, Which,
};
use agg_core::{Affine, Cap, Path};

use super::{Done, axes, axes_of, figure_of, saved};
use crate::scene::Scene;

pub(super) fn scenes() -> Vec<Scene> {
    let mut scenes = verging();
    scenes.extend(tight_boxes());
    scenes.extend(above());
    scenes.extend(raised());
    scenes.extend(titles());
    scenes.extend(constrained());
    scenes.extend(tight_grids());
    scenes.extend(limits());
    scenes.extend(paints());
    scenes
}

fn verging() -> Vec<Scene> {
    let (usual, low) = (
        ([100, 104, 110], [50.0, 51.0, 50.5]),
        ([100, 104, 102], [50.0, 60.0, 55.0]),
    );
    let cases = [
        ("both_loose", (80.0, 130.0), (45.0, 56.0), usual),
        ("both_loose_and_flat", (90.0, 121.0), (30.0, 70.0), usual),
        ("x_loose", (60.0, 140.0), (50.0, 51.0), usual),
        ("y_loose", (100.0, 110.0), (20.0, 80.0), usual),
        ("both_close", (99.0, 111.0), (49.9, 51.1), usual),
        ("wide_but_low", (95.0, 115.0), (51.0, 59.0), low),
    ];
    type Case<'a> = (&'a str, (f64, f64), (f64, f64), ([i32; 3], [f64; 3]));
    let scene = |(name, x, y, data): Case<'_>| {
        let name = format!("giving_way_far_from_0_{name}");
        axes_of(name, (3.0, 2.0), 100.0, move |ax| {
            ax.plot(data.0, data.1)?;
            ax.set_xlim(x.0, x.1)?.set_ylim(y.0, y.1)?;
            ax.set_aspect(Aspect::EQUAL)
                .set_adjustable(Adjustable::Datalim);
            Ok(())
        })
    };
    cases.into_iter().map(scene).collect()
}

fn tight(name: &str, fill: fn(&mut Axes) -> Done, then: fn(&mut Figure) -> Done) -> Scene {
    let name = format!("saved_tight_around_{name}");
    saved(name, (3.0, 2.0), SaveOptions::new().tight(), move |figure| {
        fill(figure.add_axes([0.3, 0.3, 0.4, 0.4])?)?;
        then(figure)
    })
}

fn ticks_alone(ax: &mut Axes) -> Done {
    let ticks = ax.xaxis().tick_params(Which::Major);
    ticks.length(15.0).labels(Sides::Neither);
    let ticks = ax.yaxis().tick_params(Which::Major);
    ticks.length(15.0).labels(Sides::Neither);
    Ok(())
}

fn tight_boxes() -> Vec<Scene> {
    vec![
        tight(
            "upright_and_level_lines",
            |ax| {
                ax.plot([1.8, 1.8], [0.2, 0.6])?.set_clip_on(false);
                ax.plot([0.2, 0.6], [-0.9, -0.9])?.set_clip_on(false);
                ax.plot([-0.9], [1.9])?.set_clip_on(false);
                ax.set_xlim(0, 1)?.set_ylim(0, 1)?;
                Ok(())
            },
            |_| Ok(()),
        ),
        tight("ticks_alone", ticks_alone, |_| Ok(())),
        tight(
            "ticks_beyond",
            |ax| {
                ticks_alone(ax)?;
                ax.xaxis().tick_params(Which::Major).marks(Sides::Second);
                ax.yaxis().tick_params(Which::Major).marks(Sides::Second);
                Ok(())
            },
            |_| Ok(()),
        ),
        tight(
            "ticks_without_a_frame",
            |ax| ticks_alone(ax.set_frame_on(false)),
            |_| Ok(()),
        ),
        tight("ticks_without_axes", |ax| ticks_alone(ax.set_axis_off()), |_| Ok(())),
        tight(
            "words_that_are_hidden",
            |_| Ok(()),
            |figure| {
                figure.text(0.9, 0.9, "not to be seen").set_visible(false);
                figure.text(0.02, 0.5, "");
                Ok(())
            },
        ),
        tight(
            "words_in_pixels",
            |_| Ok(()),
            |figure| {
                figure.text(20, 190, "in pixels").coords(Unit::Pixels);
                Ok(())
            },
        ),
        tight(
            "a_plot_below_the_page",
            |_| Ok(()),
            |figure| {
                let other = figure.add_axes([0.3, -0.9, 0.4, 0.5])?;
                other.xaxis().set_ticks_position(End::Second);
                other.set_title("not raised");
                Ok(())
            },
        ),
    ]
}

fn above() -> Vec<Scene> {
    let cases: [(&str, Sides, Sides, bool); 7] = [
        ("both", Sides::Both, Sides::First, false),
        ("and_labels_of_both", Sides::Both, Sides::Both, false),
        ("alone", Sides::Second, Sides::First, false),
        ("without_labels", Sides::Both, Sides::Neither, false),
        ("inwards_alone", Sides::Second, Sides::First, true),
        ("of_the_bottom_and_labels_of_both", Sides::First, Sides::Both, false),
        ("of_nothing_and_labels_of_both", Sides::Neither, Sides::Both, false),
    ];
    let scene = |(name, marks, labels, inwards)| {
        let name = format!("title_above_ticks_{name}");
        axes_of(name, (3.0, 2.0), 100.0, move |ax| {
            ax.plot_y([1, 3, 2])?;
            let ticks = ax.xaxis().tick_params(Which::Major);
            ticks.length(18.0).marks(marks).labels(labels);
            if inwards {
                ticks.direction(TickDirection::In);
            }
            ax.set_title("title");
            Ok(())
        })
    };
    cases.into_iter().map(scene).collect()
}

fn raised() -> Vec<Scene> {
    use Sides::{Both, First, Neither, Second};
    let cases = [
        ("as_usual", First, First, false),
        ("without_marks", Neither, First, false),
        ("marked_twice", Both, First, false),
        ("and_minor_ticks", First, First, true),
        ("marked_twice_and_minor_ticks", Both, First, true),
        ("and_minor_ticks_marked_twice", First, Both, true),
        ("all_marked_twice", Both, Both, true),
        ("with_no_minor_ticks_marked_twice", First, Both, false),
        ("with_marks_above", Second, First, false),
    ];
    let scene = |(name, major, minor, ticks)| {
        let name = format!("title_and_a_raised_axis_{name}");
        figure_of(name, (3.0, 2.0), 100.0, move |figure| {
            let ax = figure.add_axes([0.2, 0.2, 0.7, 0.5])?;
            ax.plot_y([1, 3, 2])?;
            ax.spine(Side::Bottom).set_position(SpinePosition::Axes(1.3));
            ax.xaxis().tick_params(Which::Major).marks(major);
            ax.xaxis().tick_params(Which::Minor).marks(minor);
            if ticks {
                ax.minorticks_on();
            }
            ax.set_title("title");
            Ok(())
        })
    };
    cases.into_iter().map(scene).collect()
}

fn styled(figure: &mut Figure, settings: &str) -> Done {
    let mut style = Style::default();
    style.parse(settings)?;
    *figure = figure.clone().with_style(style);
    Ok(())
}

fn titles() -> Vec<Scene> {
    let located = |name: &str, location: &'static str, other| {
        figure_of(name, (4.0, 2.0), 100.0, move |figure| {
            styled(figure, location)?;
            let ax = figure.add_subplot(1, 1, 1)?;
            ax.set_title("usual");
            ax.set_title_at(other, "other");
            Ok(())
        })
    };
    vec![
        located("titles_at_the_left_and_right", "axes.titlelocation: left", TitleSide::Right),
        located("titles_at_the_right_and_left", "axes.titlelocation: right", TitleSide::Left),
        figure_of("title_beside_an_inset_of_another", (4.0, 2.5), 100.0, |figure| {
            let plots = figure.subplots(Subplots::new(1, 2)?)?;
            for (ax, title) in plots.iter_mut().zip(["left", "right"]) {
                ax.set_title(title);
            }
            if let [_, right] = plots {
                let inset = right.inset_axes([0.2, 0.7, 0.6, 0.5])?;
                inset.xaxis().set_ticks_position(End::Second);
            }
            Ok(())
        }),
        axes("best_beside_a_polygon", |ax| {
            ax.plot([0, 1], [0.1, 0.1])?.label("a line");
            let filled = [(0.75, 0.7), (1.0, 0.7), (1.0, 1.0), (0.75, 1.0)];
            ax.add_patch(Artist::patch(Shape::polygon(filled)))?;
            let open = Path::polyline([(0.0, 0.7), (0.2, 0.9), (0.0, 1.0)]);
            ax.add_patch(Artist::patch(Shape::Path(Arc::new(open), Affine::IDENTITY)))?
                .facecolor("none")
                .edgecolor("k");
            ax.set_xlim(0, 1)?.set_ylim(0, 1)?;
            ax.legend().location("best");
            Ok(())
        }),
    ]
}

fn constrained() -> Vec<Scene> {
    let crowd = |name: &str, mosaic: &'static str| {
        figure_of(name, (6.0, 5.0), 100.0, move |figure| {
            figure.constrained_layout();
            let mut plots = figure.subplot_mosaic(&Mosaic::new(mosaic)?)?;
            for (i, name) in ('A'..='J').enumerate() {
                let ax = plots.axes(&name.to_string())?;
                ax.plot_y([1, 3, 2])?;
                let second = if i % 2 == 1 { "\nof two lines" } else { "" };
                ax.set_xlabel(format!("x {i}{second}"));
                ax.set_ylabel(format!("y {i}")).fontsize(8.0 + 3.0 * i as f64);
            }
            Ok(())
        })
    };
    let roomless = |name: &str, fill: fn(&mut Axes) -> Done| {
        figure_of(name, (4.0, 3.0), 100.0, move |figure| {
            figure.constrained_layout();
            figure.subplots(Subplots::new(2, 2)?)?.iter_mut().try_for_each(fill)
        })
    };
    let two_sizes = |name: &str, turned: bool| {
        let size = if turned { (8.0, 6.0) } else { (6.0, 8.0) };
        figure_of(name, size, 100.0, move |figure| {
            figure.constrained_layout();
            let grid = if turned { GridSpec::new(2, 6)? } else { GridSpec::new(6, 2)? };
            let place = |span: std::ops::Range<usize>, across: usize| {
                let across = across..across + 1;
                if turned { grid.at(across, span) } else { grid.at(span, across) }
            };
            figure.add_subplot_at(place(0..3, 0)?).plot_y([1, 3, 2])?;
            figure.add_subplot_at(place(3..6, 0)?).plot_y([2, 1, 3])?;
            for i in 0..6 {
                let ax = figure.add_subplot_at(place(i..i + 1, 1)?);
                ax.xaxis().tick_params(Which::Major).labels(Sides::Neither);
                ax.yaxis().tick_params(Which::Major).labels(Sides::Neither);
                if i < 3 {
                    ax.set_title("title");
                    ax.set_xlabel("x");
                    ax.set_ylabel("y\ny");
                    if turned {
                        ax.yaxis().tick_params(Which::Major).labels(Sides::Second);
                    }
                }
            }
            Ok(())
        })
    };
    vec![
        two_sizes("constrained_spans_beside_rows_of_two_sizes", false),
        two_sizes("constrained_spans_above_columns_of_two_sizes", true),
        crowd("constrained_spans_of_three", "AAAB;CDDD;EFGH;IIJJ"),
        crowd("constrained_spans_of_three_rows", "ACEI;ADFI;ADGJ;BDHJ"),
        roomless("constrained_without_room_down", |ax| {
            ax.set_title("a\nb\nc\nd\ne").fontsize(20.0);
            Ok(())
        }),
        roomless("constrained_without_room_across", |ax| {
            ax.set_ylabel("a\nb\nc\nd\ne").fontsize(25.0);
            Ok(())
        }),
        figure_of("constrained_without_room_within", (4.0, 3.0), 100.0, |figure| {
            figure.constrained_layout();
            let grid = GridSpec::new(1, 2)?.width_ratios([3, 1])?;
            figure.add_subplot_at(grid.at(0, 0)?).plot_y([1, 2])?;
            let inner = grid.at(0, 1)?.subgridspec(1, 2)?;
            for column in 0..2 {
                let ax = figure.add_subplot_at(inner.at(0, column)?);
                ax.set_ylabel("a\nb\nc\nd").fontsize(12.0);
            }
            Ok(())
        }),
    ]
}

fn tight_grids() -> Vec<Scene> {
    vec![
        figure_of("tight_in_a_rectangle_on_all_sides", (4.0, 3.0), 100.0, |figure| {
            for ax in figure.subplots(Subplots::new(2, 2)?)? {
                ax.plot_y([1, 3, 2])?;
                ax.set_xlabel("x");
                ax.set_ylabel("y");
            }
            figure.tight_layout().rect([0.1, 0.15, 0.9, 0.8])?;
            Ok(())
        }),
        figure_of("tight_beside_a_grid_of_its_own_place", (4.0, 3.0), 100.0, |figure| {
            let grid = GridSpec::new(2, 1)?;
            figure.add_subplot_at(grid.at(0, 0)?).plot_y([1, 2])?;
            let other = GridSpec::new(1, 2)?.horizontal(0.2, 0.9)?.vertical(0.1, 0.4)?;
            for column in 0..2 {
                figure.add_subplot_at(other.at(0, column)?).plot_y([2, 1])?;
            }
            figure.tight_layout();
            Ok(())
        }),
        figure_of("tight_beside_a_grid_upwards_of_its_own_place", (4.0, 3.0), 100.0, |figure| {
            let grid = GridSpec::new(1, 2)?;
            figure.add_subplot_at(grid.at(0, 0)?).plot_y([1, 2])?;
            let other = GridSpec::new(2, 1)?.horizontal(0.6, 0.9)?.vertical(0.1, 0.9)?;
            for row in 0..2 {
                figure.add_subplot_at(other.at(row, 0)?).plot_y([2, 1])?;
            }
            figure.tight_layout();
            Ok(())
        }),
        figure_of("tight_of_two_grids", (6.0, 6.0), 100.0, |figure| {
            let grid = GridSpec::new(2, 2)?;
            for i in [0, 2, 3] {
                let ax = figure.add_subplot_at(grid.at(i / 2, i % 2)?);
                ax.set_ylabel("y\n".repeat(i) + "y");
                ax.set_xlabel("x".to_owned() + &"\nx".repeat(i));
            }
            let grid = GridSpec::new(4, 4)?;
            for row in 0..2 {
                let ax = figure.add_subplot_at(grid.at(row, 2..4)?);
                ax.set_ylabel("z");
                ax.set_xlabel("w\nw");
            }
            figure.tight_layout();
            Ok(())
        }),
    ]
}

fn limits() -> Vec<Scene> {
    let squared = |name: &str, x: [f64; 3], y: [f64; 3]| {
        axes_of(name, (3.0, 2.0), 100.0, move |ax| {
            ax.plot(x, y)?;
            ax.set_axis_mode(AxisMode::Square);
            Ok(())
        })
    };
    let (short, long) = ([1.0, 2.0, 1.5], [15.0, 19.0, 18.0]);
    let reference = |name: &str, draw: fn(&mut Axes) -> Done| {
        axes_of(name, (3.0, 2.0), 100.0, draw)
    };
    let margined = |name: &str, margins: [Option<f64>; 2]| {
        figure_of(name, (4.0, 2.0), 100.0, move |figure| {
            let plots = figure.subplots(Subplots::new(1, 2)?.sharex(Share::All))?;
            for (ax, margin) in plots.iter_mut().zip(margins) {
                ax.plot_y([1, 3, 2])?;
                if let Some(margin) = margin {
                    ax.xaxis().set_margin(margin)?;
                }
            }
            Ok(())
        })
    };
    vec![
        figure_of("round_limits_of_small_plots", (3.0, 3.0), 80.0, |figure| {
            styled(figure, "axes.autolimit_mode: round_numbers")?;
            for ax in figure.subplots(Subplots::new(2, 2)?)? {
                ax.plot([0.3, 7.7, 3.0], [23.0, 31.2, 26.0])?;
                ax.xaxis().tick_params(Which::Major).labelsize(14.0);
                ax.yaxis().tick_params(Which::Major).labelsize(14.0);
            }
            Ok(())
        }),
        figure_of("round_limits_and_margins", (3.0, 2.0), 100.0, |figure| {
            styled(figure, "axes.autolimit_mode: round_numbers")?;
            let ax = figure.add_subplot(1, 1, 1)?;
            ax.plot([0.3, 7.7, 3.0], [23.0, 31.2, 26.0])?;
            ax.margins(0.1, 0.2)?;
            Ok(())
        }),
        figure_of("classic_between", (3.0, 2.0), 100.0, |figure| {
            *figure = figure.clone().with_style(Style::sheet("classic")?);
            let ax = figure.add_subplot(1, 1, 1)?;
            ax.fill_between([0, 1, 2], [1, 3, 2], [0])?;
            ax.fill_between([0, 1, 2], [-1, -3, -2], [0])?;
            Ok(())
        }),
        margined("margins_of_the_second_that_shares", [None, Some(0.3)]),
        margined("margins_of_the_first_that_shares", [Some(0.3), None]),
        margined("margins_of_both_that_share", [Some(0.3), Some(0.0)]),
        squared("square_axes_of_tall_data", short, long),
        squared("square_axes_of_wide_data", long, short),
        reference("reference_line_at_the_left_of_nothing", |ax| ax.axvline(0).map(drop)),
        reference("reference_line_at_the_right_of_nothing", |ax| ax.axvline(1).map(drop)),
        reference("reference_line_at_the_bottom_and_top_of_nothing", |ax| {
            ax.axhline(0)?;
            ax.axhline(1).map(drop)
        }),
        reference("reference_line_beyond_of_nothing", |ax| ax.axvline(1.001).map(drop)),
        reference("reference_line_as_an_upright_band_of_nothing", |ax| {
            ax.axvspan(2, 3).map(drop)
        }),
        reference("reference_line_as_a_level_band_of_nothing", |ax| {
            ax.axhspan(2, 3).map(drop)
        }),
        reference("inverted_once_more", |ax| {
            ax.plot_y([1, 3, 2])?;
            ax.set_xlim(3, -1)?.invert_xaxis();
            ax.set_ylim(5, 0)?;
            ax.yaxis().set_inverted(true);
            Ok(())
        }),
    ]
}

fn paints() -> Vec<Scene> {
    let limited = |name: &str, across: bool| {
        figure_of(name, (4.0, 3.0), 100.0, move |figure| {
            let values = [0.0, 1.0, 2.0, 1.0, 2.0, 3.0, 2.0, 3.0, 4.0];
            let field = Field::over_indices(Matrix::new(values, 3)?)?;
            let filled = figure.add_subplot(1, 1, 1)?.contourf_field(field)?;
            filled.levels([1.0, 2.0, 2.5, 3.0]).extend(Extend::Both);
            let filled = filled.handle();
            let bar = figure.colorbar(filled)?;
            bar.drawedges();
            if across {
                bar.orientation(Orientation::Horizontal);
            }
            bar.axis().set_limits(1.5, 2.7)?;
            Ok(())
        })
    };
    vec![
        axes("quiver_in_an_inset", |ax| {
            let inset = ax.inset_axes([0.3, 0.4, 0.5, 0.5])?;
            inset.quiver([0, 1, 2], [0, 1, 0], [1, 0, 1], [0, 1, 1])?;
            Ok(())
        }),
        axes("quiver_of_coloured_edges", |ax| {
            let arrows = ax.quiver([0, 1, 2], [0, 1, 0], [1, 0, 1], [0, 1, 1])?;
            arrows.values([1, 2, 3])?.facecolor("none").linewidth(1.0);
            ax.set_xlim(-1, 4)?;
            Ok(())
        }),
        axes("scatter_of_values_without_faces", |ax| {
            let points = ax.scatter([0, 1, 2], [0, 1, 0])?;
            points.size(200.0).values([1, 2, 3])?.facecolor("none");
            let points = ax.scatter([0.5, 1.5, 2.5], [0, 1, 0])?;
            points.size(200.0).values([1, 2, 3])?.facecolor("none").edgecolor("k");
            Ok(())
        }),
        limited("colorbar_edges_beyond_its_limits", false),
        limited("colorbar_edges_beyond_its_limits_across", true),
        axes_of("labels_of_contours_in_an_inset", (4.0, 3.0), 100.0, |ax| {
            let inset = ax.inset_axes([0.2, 0.3, 0.7, 0.5])?;
            let values = [0, 1, 2, 3, 1, 3, 3, 2, 2, 3, 2, 1].map(f64::from);
            let field = Field::over_indices(Matrix::new(values, 4)?)?;
            let lines = inset.contour_field(field)?.levels([1.5, 2.5]).handle();
            inset.clabel(lines)?;
            Ok(())
        }),
        axes_of("patches_without_partly_covered_pixels", (4.0, 3.0), 100.0, |ax| {
            let bars = ax.bar([1, 2], [2.2, 3.3])?.set_antialiased(false);
            bars.edgecolor("k").linewidth(2.5).label("bars");
            let triangle = Shape::polygon([(3.0, 1.0), (4.0, 1.5), (3.5, 3.0)]);
            ax.add_patch(Artist::patch(triangle))?.set_antialiased(false);
            ax.set_xlim(0.3, 4.5)?;
            Ok(())
        }),
        axes_of("patches_of_dashes_with_caps", (4.0, 3.0), 100.0, |ax| {
            let caps = [Cap::Butt, Cap::Round, Cap::Square];
            for (x, cap) in [0.0, 1.0, 2.0].into_iter().zip(caps) {
                let corners = [(x, 1.0), (x + 0.7, 1.5), (x + 0.4, 3.0)];
                let patch = ax.add_patch(Artist::patch(Shape::polygon(corners)))?;
                patch.facecolor("none").edgecolor("k").linestyle("--");
                patch.linewidth(5.0).capstyle(cap);
            }
            ax.set_xlim(-0.5, 3.5)?.set_ylim(0.5, 3.5)?;
            Ok(())
        }),
        axes_of("labels_larger_than_their_lines", (4.0, 3.0), 100.0, |ax| {
            let mut peak = [0.0; 16];
            (peak[5], peak[11]) = (3.0, 2.0);
            let field = Field::over_indices(Matrix::new(peak, 4)?)?;
            let lines = ax.contour_field(field)?.levels([1.0, 2.5]).handle();
            let labels = ax.clabel(lines)?.fontsize(60.0);
            labels.near([(1.1, 1.0), (2.5, 2.0)]);
            Ok(())
        }),
        axes_of("bars_labelled_in_the_middle_with_padding", (4.0, 3.0), 130.0, |ax| {
            let bars = ax.bar([1, 2, 3], [3, 5, 4])?.handle();
            ax.bar_label(bars, &BarLabels::new().centered().padding([9.0]))?;
            let bars = ax.barh([6, 7], [-2, 3])?.handle();
            ax.bar_label(bars, &BarLabels::new().centered().padding([7.0]))?;
            Ok(())
        }),
    ]
}
