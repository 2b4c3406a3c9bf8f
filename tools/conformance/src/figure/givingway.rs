//! Limits that give way for an aspect, room for texts longer than what they stand beside, and tight
//! boxes around what alone runs out of its plot on one side.

use ::figure::scale::LogScale;
use ::figure::{
    Adjustable, Artist, Aspect, Axes, Figure, SaveOptions, Shape, Share, Side, Sides,
    SpinePosition, Subplots, Unit, Which,
};

use super::{Done, axes_of, figure_of, saved};
use crate::scene::Scene;

type Data = [[f64; 3]; 2];
type Ends = (f64, f64);

const WIDE: Data = [[0.0, 4.0, 10.0], [0.0, 1.0, 0.5]];
const TALL: Data = [[0.0, 1.0, 0.5], [0.0, 4.0, 10.0]];
const SQUARE: Data = [[0.0, 10.0, 3.0], [0.0, 20.0, 9.0]];

pub(super) fn scenes() -> Vec<Scene> {
    let mut scenes = giving();
    scenes.extend(giving_otherwise());
    scenes.extend(beside_texts());
    scenes.extend(running_out());
    scenes.extend(room());
    scenes.extend(borders());
    scenes
}

fn giving() -> Vec<Scene> {
    let cases: [(&str, Data, Option<[Ends; 2]>, f64); 11] = [
        ("of_wide_data", WIDE, None, 1.0),
        ("of_tall_data", TALL, None, 1.0),
        ("of_y_for_three", SQUARE, None, 3.0),
        ("x_within_loose_limits", WIDE, Some([(-20.0, 30.0), (-5.0, 6.0)]), 1.0),
        ("y_as_x_has_no_room", WIDE, Some([(-20.0, 30.0), (-1.0, 2.0)]), 1.0),
        ("y_as_it_has_room", WIDE, Some([(-5.0, 16.0), (-20.0, 30.0)]), 1.0),
        ("x_as_y_has_no_room", SQUARE, Some([(-5.0, 16.0), (-10.0, 35.0)]), 1.0),
        ("with_margins_of_x_alone", WIDE, Some([(-20.0, 30.0), (0.0, 1.0)]), 1.0),
        ("with_margins_of_y_alone", WIDE, Some([(0.0, 10.0), (-20.0, 30.0)]), 1.0),
        ("nearly_right_limits", WIDE, Some([(0.0, 10.0), (0.0, 6.63)]), 1.0),
        ("one_way_of_all", WIDE, Some([(30.0, -20.0), (11.0, -5.0)]), 1.0),
    ];
    let scene = |(name, [x, y], limits, aspect): (&str, Data, Option<[Ends; 2]>, f64)| {
        axes_of(format!("giving_way_{name}"), (3.0, 2.0), 100.0, move |ax| {
            ax.plot(x, y)?;
            if let Some([(left, right), (bottom, top)]) = limits {
                ax.set_xlim(left, right)?.set_ylim(bottom, top)?;
            }
            ax.set_aspect(Aspect::Ratio(aspect))
                .set_adjustable(Adjustable::Datalim);
            Ok(())
        })
    };
    cases.into_iter().map(scene).collect()
}

fn square(ax: &mut Axes) -> Done {
    let [x, y] = SQUARE;
    ax.plot(x, y)?;
    Ok(())
}

fn sharing(name: &str, how: impl Fn() -> figure::Result<Subplots> + 'static) -> Scene {
    figure_of(name, (4.0, 4.0), 100.0, move |figure| {
        let plots = figure.subplots(how()?)?;
        for ax in &mut *plots {
            square(ax)?;
        }
        if let [first, ..] = plots {
            first
                .set_aspect(Aspect::EQUAL)
                .set_adjustable(Adjustable::Datalim);
        }
        Ok(())
    })
}

fn giving_otherwise() -> Vec<Scene> {
    vec![
        sharing("giving_way_sharing_x", || Ok(Subplots::new(2, 1)?.sharex(Share::All))),
        sharing("giving_way_sharing_y", || Ok(Subplots::new(1, 2)?.sharey(Share::All))),
        axes_of("giving_way_in_a_box", (3.0, 3.0), 100.0, |ax| {
            square(ax)?;
            ax.set_box_aspect(0.4).set_aspect(Aspect::EQUAL);
            ax.set_adjustable(Adjustable::Datalim);
            Ok(())
        }),
        axes_of("giving_way_on_logarithmic_axes", (4.0, 3.0), 100.0, |ax| {
            ax.plot([1, 10, 1000], [2, 7, 5])?;
            ax.set_xscale(LogScale::default());
            ax.set_yscale(LogScale::default());
            ax.set_aspect(Aspect::EQUAL)
                .set_adjustable(Adjustable::Datalim);
            Ok(())
        }),
    ]
}

fn long_texts(figure: &mut Figure) -> Done {
    for ax in figure.subplots(Subplots::new(2, 2)?)? {
        square(ax)?;
        ax.set_title("a title far longer than its plot is wide");
        ax.set_xlabel("an x label far longer than its plot is wide");
        ax.set_ylabel("a y label far longer than its plot is tall");
    }
    Ok(())
}

fn beside_texts() -> Vec<Scene> {
    let page = |name: &str, fill: fn(&mut Figure) -> Done| figure_of(name, (4.0, 3.0), 100.0, fill);
    vec![
        page("tight_beside_long_texts", |figure| {
            long_texts(figure)?;
            figure.tight_layout();
            Ok(())
        }),
        page("constrained_beside_long_texts", |figure| {
            figure.constrained_layout();
            long_texts(figure)
        }),
        page("tight_without_labels", |figure| {
            let plots = figure.subplots(Subplots::new(2, 2)?)?;
            for (i, ax) in plots.iter_mut().enumerate() {
                square(ax)?;
                let on = |on| if on { Sides::First } else { Sides::Neither };
                let left = ax.yaxis().tick_params(Which::Major);
                left.labels(on(i % 2 == 0)).marks(on(i > 1));
                let bottom = ax.xaxis().tick_params(Which::Major);
                bottom.labels(on(i / 2 == 0)).marks(on(i != 3));
                let place = SpinePosition::Axes(0.3 * i as f64);
                ax.spine(Side::Left).set_position(place);
            }
            figure.tight_layout();
            Ok(())
        }),
    ]
}

fn out(name: &str, draw: fn(&mut Axes) -> Done) -> Scene {
    let name = format!("saved_tight_around_{name}");
    saved(name, (3.0, 2.0), SaveOptions::new().tight(), move |figure| {
        let ax = figure.add_axes([0.3, 0.3, 0.4, 0.4])?;
        draw(ax)?;
        ax.set_xlim(0.0, 1.0)?.set_ylim(0.0, 1.0)?.set_axis_off();
        Ok(())
    })
}

fn running_out() -> Vec<Scene> {
    fn patch() -> Shape {
        Shape::rectangle((-0.4, 0.2), 0.8, 1.3)
    }
    vec![
        out("a_line_left_and_up", |ax| {
            let line = ax.plot([-0.5, 0.5], [0.5, 1.7])?.marker("o");
            line.markersize(20.0).set_clip_on(false);
            Ok(())
        }),
        out("a_line_right_and_down", |ax| {
            let line = ax.plot([1.6, 0.5], [0.5, -0.6])?.marker("s");
            line.markersize(9.0).set_clip_on(false);
            Ok(())
        }),
        out("a_line_without_markers", |ax| {
            ax.plot([1.6, 0.5, -0.4], [1.3, -0.6, 0.5])?.set_clip_on(false);
            Ok(())
        }),
        out("a_line_that_is_cut", |ax| {
            ax.plot([1.6, 0.5, -0.4], [1.3, -0.6, 0.5])?.marker("o");
            Ok(())
        }),
        out("a_hidden_line", |ax| {
            let line = ax.plot([1.6, 0.5], [1.3, -0.6])?;
            line.set_clip_on(false).set_visible(false);
            Ok(())
        }),
        out("a_patch", |ax| {
            let patch = ax.add_patch(Artist::patch(patch()))?;
            patch.facecolor("C1").set_clip_on(false);
            Ok(())
        }),
        out("a_patch_that_is_cut", |ax| {
            ax.add_patch(Artist::patch(patch()))?.facecolor("C1");
            Ok(())
        }),
        out("bars", |ax| {
            let bars = ax.bar([0.2, 1.1], [-0.4, 1.3])?;
            bars.width(0.4).set_clip_on(false);
            Ok(())
        }),
        out("text", |ax| {
            ax.text(0.9, 1.2, "beyond the plot")?;
            Ok(())
        }),
        out("text_that_is_cut", |ax| {
            ax.text(0.9, 1.2, "beyond the plot")?.set_clip_on(true);
            Ok(())
        }),
    ]
}

fn room() -> Vec<Scene> {
    let mut scenes = vec![
        figure_of("tight_of_grids_within", (5.0, 4.0), 100.0, |figure| {
            for (rows, columns, i) in [(1, 2, 1), (2, 2, 2), (4, 2, 6), (4, 4, 15), (4, 4, 16)] {
                let ax = figure.add_subplot(rows, columns, i)?;
                square(ax)?;
                ax.set_xlabel("x");
                ax.set_ylabel(format!("y {i}"));
            }
            figure.tight_layout();
            Ok(())
        }),
        figure_of("tight_with_colorbars", (5.0, 4.0), 100.0, |figure| {
            let plots = figure.subplots(Subplots::new(2, 2)?)?;
            let mut meshes = Vec::new();
            for (i, ax) in (0..).map(f64::from).zip(plots) {
                meshes.push(ax.pcolormesh(0..3, 0..3, [[1.0, 2.0 + i], [3.0, 400.0]])?.handle());
            }
            let sides = [Side::Right, Side::Bottom, Side::Left, Side::Top];
            for (mesh, side) in meshes.into_iter().zip(sides) {
                figure.colorbar(mesh)?.location(side);
            }
            figure.tight_layout();
            Ok(())
        }),
    ];
    let little = [
        ("narrow", (0.7, 3.0), 1, 1),
        ("flat", (3.0, 0.7), 1, 1),
        ("columns", (2.0, 2.0), 1, 5),
        ("rows", (2.0, 2.0), 4, 1),
    ];
    scenes.extend(little.map(|(name, size, rows, columns)| {
        let name = format!("tight_in_little_room_{name}");
        figure_of(name, size, 100.0, move |figure| {
            for ax in figure.subplots(Subplots::new(rows, columns)?)? {
                square(ax)?;
                ax.set_xlabel("x");
                ax.set_ylabel("y");
                ax.set_title("title");
            }
            figure.tight_layout();
            Ok(())
        })
    }));
    scenes
}

fn borders() -> Vec<Scene> {
    vec![
        figure_of("annotations_on_the_border", (3.0, 3.0), 100.0, |figure| {
            let ax = figure.add_axes([0.2, 0.2, 0.5, 0.5])?;
            for (x, y) in [
                (0.0, 0.3),
                (1.0, 0.4),
                (0.4, 0.0),
                (0.5, 1.0),
                (1.004, 0.6),
                (1.002, 0.8),
                (-0.004, 0.7),
                (0.2, -0.02),
                (0.7, 1.003),
            ] {
                ax.annotate(format!("{x} {y}"), (x, y))?.fontsize(7.0);
            }
            Ok(())
        }),
        figure_of("limits_before_a_picture", (4.0, 3.0), 100.0, |figure| {
            let picture = [[1, 2, 3], [4, 5, 6]];
            if let [left, right] = figure.subplots(Subplots::new(1, 2)?)? {
                left.set_xlim(-1.0, 2.0)?.imshow(picture)?;
                right.plot([0, 5], [0, 1])?;
                right.set_ylim(-2.0, 3.0)?.imshow(picture)?;
                right.set_aspect(Aspect::Auto);
            }
            Ok(())
        }),
        figure_of("inset_in_pixels", (4.0, 3.0), 100.0, |figure| {
            let ax = figure.add_subplot(1, 1, 1)?;
            square(ax)?;
            ax.inset_axes_in([90.0, 130.5, 100.0, 70.0], Unit::Pixels)?.plot_y([1, 2])?;
            ax.inset_axes_in([4.0, 2.0, 3.0, 5.0], Unit::Data)?.plot_y([2, 1])?;
            Ok(())
        }),
    ]
}
