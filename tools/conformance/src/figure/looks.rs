//! What settings and single properties change of texts, grids and lines, and where notes and
//! colorbars end.

use ::figure::{
    Artist, Axes, End, Figure, HAlign, PointUnit, RotationMode, SaveOptions, Side, Style, Subplots,
    Text, VAlign,
};

use super::{Done, axes, axes_of, figure_of, saved};
use crate::scene::Scene;

pub(super) fn scenes() -> Vec<Scene> {
    let mut scenes = tight_boxes();
    scenes.extend(single());
    scenes.extend(settings());
    scenes.extend(notes());
    scenes.extend(bars());
    scenes
}

fn tight(name: &str, fill: fn(&mut Axes) -> Done, then: fn(&mut Figure)) -> Scene {
    let name = format!("saved_tight_around_{name}");
    saved(name, (3.0, 2.0), SaveOptions::new().tight(), move |figure| {
        fill(figure.add_axes([0.3, 0.3, 0.4, 0.4])?)?;
        then(figure);
        Ok(())
    })
}

fn labels(ax: &mut Axes) -> Done {
    ax.set_xlabel("x label\nof two lines");
    ax.set_ylabel("y label\nof two lines");
    Ok(())
}

fn tight_boxes() -> Vec<Scene> {
    vec![
        tight(
            "hidden_axes_with_labels",
            |ax| {
                ax.xaxis().set_visible(false);
                ax.yaxis().set_visible(false);
                labels(ax)
            },
            |_| (),
        ),
        tight("axes_that_are_off_with_labels", |ax| labels(ax.set_axis_off()), |_| ()),
        tight(
            "a_text_turned_back",
            |_| Ok(()),
            |figure| {
                figure.text(0.95, 0.5, "turned back").rotation(150.0);
            },
        ),
        tight(
            "a_text_turned_down",
            |_| Ok(()),
            |figure| {
                figure.text(0.95, 0.5, "turned down").rotation(-30.0);
            },
        ),
        tight(
            "a_text_turned_around",
            |_| Ok(()),
            |figure| {
                let text = figure.text(0.5, 0.95, "two\nlines").rotation(200.0);
                text.horizontalalignment(HAlign::Right);
            },
        ),
    ]
}

fn ten(ax: &mut Axes) -> figure::Result<&mut Axes> {
    ax.set_xlim(0, 10)?.set_ylim(0, 10)
}

fn single() -> Vec<Scene> {
    vec![
        axes_of("texts_centered_on_their_baselines", (5.0, 4.0), 100.0, |ax| {
            ten(ax)?;
            let angles = [0.0, 30.0, 90.0, 200.0];
            for (x, angle) in (0..).map(|i| 2.5 * f64::from(i) + 0.5).zip(angles) {
                let look = |text: &mut Artist<Text>| {
                    text.verticalalignment(VAlign::CenterBaseline).rotation(angle);
                };
                look(ax.text(x, 7, "gap")?);
                look(ax.text(x, 4, "two\ngaps")?);
                look(ax.text(x, 1, "two\ngaps")?.rotation_mode(RotationMode::Anchor));
            }
            Ok(())
        }),
        figure_of("sharing_in_a_chain", (4.0, 4.0), 100.0, |figure| {
            let plots = figure.subplots(Subplots::new(3, 1)?)?;
            let mut before = None;
            for (i, ax) in (0..).zip(plots.iter_mut()) {
                if let Some(before) = before {
                    ax.sharex(before)?;
                }
                before = Some(ax.id());
                ax.plot([i * i, 3 + i], [1, 2 - i])?;
            }
            if let [_, middle, _] = plots {
                middle.set_xlim(-2, 9)?;
            }
            Ok(())
        }),
        axes("lines_and_markers_without_size", |ax| {
            ax.plot_y([1, 3, 2])?.fmt("--")?.linewidth(0.0);
            ax.plot_y([2, 1, 3])?.fmt("o-")?.markersize(0.0);
            let line = ax.plot_y([3, 2, 1])?.fmt("s:")?;
            line.linewidth(0.0).markersize(5.0);
            Ok(())
        }),
    ]
}

fn styled(figure: &mut Figure, settings: &str) -> Done {
    let mut style = Style::default();
    style.parse(settings)?;
    *figure = figure.clone().with_style(style);
    Ok(())
}

fn settings() -> Vec<Scene> {
    let grid = |name: &str, settings: &'static str| {
        let name = format!("settings_of_the_grid_{name}");
        figure_of(name, (3.0, 2.0), 100.0, move |figure| {
            let all = "axes.grid: True\nxtick.minor.visible: True\nytick.minor.visible: True\n";
            styled(figure, &format!("{all}{settings}"))?;
            figure.add_subplot(1, 1, 1)?.plot_y([1, 3, 2])?;
            Ok(())
        })
    };
    vec![
        grid("x_minor", "axes.grid.axis: x\naxes.grid.which: minor"),
        grid("y_minor", "axes.grid.axis: y\naxes.grid.which: minor"),
        grid("x_major", "axes.grid.axis: x\naxes.grid.which: major"),
        grid("y_both", "axes.grid.axis: y\naxes.grid.which: both"),
        figure_of("settings_of_titles_and_offsets", (4.0, 3.0), 100.0, |figure| {
            styled(
                figure,
                "axes.titlecolor: C2\nxtick.labelsize: 14\nxtick.labelcolor: C3\n\
                 ytick.labelsize: 7\nytick.color: C4\ntext.color: C1",
            )?;
            let ax = figure.add_subplot(1, 1, 1)?;
            ax.plot([1e6 + 1.0, 1e6 + 2.0], [1e-9, 3e-9])?;
            ax.set_title("coloured");
            Ok(())
        }),
    ]
}

fn notes() -> Vec<Scene> {
    vec![
        axes_of("annotate_in_points_and_pixels", (5.0, 4.0), 120.0, |ax| {
            ten(ax)?;
            let units = [
                ("axes pixels", PointUnit::AxesPixels),
                ("axes points", PointUnit::AxesPoints),
                ("figure points", PointUnit::FigurePoints),
                ("figure pixels", PointUnit::FigurePixels),
            ];
            for (i, (name, unit)) in (0..).zip(units) {
                let note = ax.annotate(name, (150 + 20 * i, 60 + 55 * i))?;
                let note = note.xycoords(unit).xytext(-60, 25 - 3 * i);
                note.textcoords(PointUnit::OffsetPixels).arrow("->");
            }
            let note = ax.annotate("text in pixels of the axes", (5, 8))?;
            let note = note.xytext(20, 330).textcoords(PointUnit::AxesPixels);
            note.arrow("->");
            let note = ax.annotate("text in points of the figure", (5, 5))?;
            let note = note.xytext(70, 40).textcoords(PointUnit::FigurePoints);
            note.arrow("->");
            Ok(())
        }),
        axes_of("annotate_with_blocks_from_the_middle", (5.0, 4.0), 100.0, |ax| {
            ten(ax)?;
            let note = ax.annotate("above what it names", (5, 5))?.xytext(4, 8);
            note.arrow("block, shrink=0.1");
            let note = ax.annotate("beside", (8, 2.1))?.xytext(1, 2);
            note.arrow("block, shrink=0.2, width=2");
            let note = ax.annotate("hidden", (9, 9))?.xytext(1, 9);
            note.arrow("->").set_visible(false);
            Ok(())
        }),
    ]
}

fn bars() -> Vec<Scene> {
    let ticked = |name: &str, side: Side, end: End| {
        let name = format!("constrained_bar_at_the_{name}_ticked_inside");
        figure_of(name, (4.0, 3.0), 100.0, move |figure| {
            figure.constrained_layout();
            let ax = figure.add_subplot(1, 1, 1)?;
            let mesh = ax.pcolormesh(0..3, 0..3, [[1, 2], [3, 400]])?.handle();
            let bar = figure.colorbar(mesh)?.location(side);
            bar.axis().set_ticks_position(end);
            Ok(())
        })
    };
    vec![
        ticked("right", Side::Right, End::First),
        ticked("left", Side::Left, End::Second),
        ticked("top", Side::Top, End::First),
        ticked("bottom", Side::Bottom, End::Second),
        figure_of("colorbar_of_part_of_its_range", (4.0, 3.0), 100.0, |figure| {
            let ax = figure.add_subplot(1, 1, 1)?;
            let filled = ax.contourf(0..3, 0..3, [[0, 1, 2], [1, 2, 3], [2, 3, 4]])?;
            let filled = filled.levels([0, 1, 2, 3, 4]).handle();
            let bar = figure.colorbar(filled)?.drawedges();
            bar.axis().set_limits(0.5, 3.5)?;
            Ok(())
        }),
    ]
}
