//! Legends: places, columns, titles, samples of every kind.

use figure::{Axes, HAlign, Legend, Location, TextSize};

use super::lines::random_walk;
use super::{axes, axes_of};
use crate::random::Random;
use crate::scene::Scene;

fn two_lines(ax: &mut Axes) -> figure::Result<()> {
    ax.plot([0, 1, 2], [0, 2, 1])?.label("first");
    ax.plot([0, 1, 2], [1.0, 0.5, 2.0])?
        .linestyle("--")
        .marker("o")
        .label("a longer second");
    Ok(())
}

pub(super) fn scenes() -> Vec<Scene> {
    let mut scenes = places();
    scenes.extend(looks());
    scenes.extend(best());
    scenes.extend(uneven());
    scenes
}

const BOX: [f64; 4] = [0.15, 0.1, 0.6, 0.7];
const WIDE: &str = "a title that is wider than all that is under it";

/// Entries of which each has another height.
fn uneven() -> Vec<Scene> {
    type How = fn(&mut Legend) -> &mut Legend;
    let ways: [(&str, How); 14] = [
        ("columns", |l| l.columns(3).title("title")),
        ("markers_last", |l| {
            l.columns(2).markerfirst(false).location(Location::LowerCenter)
        }),
        ("left", |l| {
            let legend = l.alignment(HAlign::Left).title(WIDE);
            legend.location(Location::UpperLeft)
        }),
        ("right", |l| {
            let legend = l.alignment(HAlign::Right).title(WIDE);
            legend.location(Location::LowerRight)
        }),
        ("narrow_left", |l| l.alignment(HAlign::Left).title("title").columns(2)),
        ("narrow_right", |l| l.alignment(HAlign::Right).title("title").columns(2)),
        ("expanded", |l| l.expand().columns(3).location(Location::LowerLeft)),
        ("expanded_in_a_box", |l| {
            let legend = l.expand().columns(2).anchor(BOX).title("title");
            legend.location(Location::UpperLeft)
        }),
        ("expanded_in_one_column", |l| {
            l.expand().location(Location::LowerLeft).title("title")
        }),
        ("expanded_right", |l| {
            let legend = l.expand().columns(2).markerfirst(false);
            legend.alignment(HAlign::Right).title("title")
        }),
        ("at_a_place", |l| l.location(Location::At(0.2, 0.3))),
        ("at_a_place_in_a_box", |l| l.location(Location::At(0.25, 0.4)).anchor(BOX)),
        ("centered_in_a_box", |l| {
            l.location(Location::Center).anchor(BOX).borderaxespad(2.0)
        }),
        ("pads", |l| {
            let legend = l.handletextpad(2.5).labelspacing(1.5).borderpad(1.2);
            legend.handleheight(2.5).handlelength(3.5)
        }),
    ];
    let scenes = ways.map(|(name, how)| {
        axes(format!("legend_uneven_{name}"), move |ax| {
            let labels = [
                "one\ntwo\nthree",
                "$\\int_0^1 x$",
                "glyphs",
                "a name of some length",
                "$x_{j_k}$",
            ];
            for (i, label) in (0..).zip(labels) {
                ax.plot([0, 1], [i, i + 1])?.label(label);
            }
            how(ax.legend());
            Ok(())
        })
    });
    scenes.into()
}

fn places() -> Vec<Scene> {
    let places = [
        ("upper_right", Location::UpperRight),
        ("upper_left", Location::UpperLeft),
        ("lower_left", Location::LowerLeft),
        ("lower_right", Location::LowerRight),
        ("center_left", Location::CenterLeft),
        ("center_right", Location::CenterRight),
        ("lower_center", Location::LowerCenter),
        ("upper_center", Location::UpperCenter),
        ("center", Location::Center),
        ("plain", Location::Best),
    ];
    let scene = |(name, location)| {
        axes(format!("legend_{name}"), move |ax| {
            two_lines(ax)?;
            ax.legend().location(location);
            Ok(())
        })
    };
    places.into_iter().map(scene).collect()
}

fn looks() -> Vec<Scene> {
    vec![
        axes_of("legend_columns_and_title", (5.0, 4.0), 100.0, |ax| {
            for i in 0..5 {
                ax.plot([0, 1], [i, i + 1])?.label(format!("line {i}"));
            }
            let legend = ax.legend().columns(3).title("five lines");
            legend.location(Location::UpperLeft);
            Ok(())
        }),
        axes_of("legend_of_every_kind", (5.0, 4.0), 100.0, every_kind),
        axes("legend_looks", |ax| {
            two_lines(ax)?;
            ax.legend()
                .fontsize(TextSize::Points(8.0))
                .labelcolor("C3")
                .facecolor("C7")
                .edgecolor("k")
                .framealpha(0.3);
            Ok(())
        }),
        axes("legend_without_frame_outside", |ax| {
            two_lines(ax)?;
            ax.legend()
                .set_frame_on(false)
                .location(Location::LowerLeft)
                .anchor([0.0, 1.0, 0.0, 0.0]);
            Ok(())
        }),
        axes("legend_of_several_lines_of_text", |ax| {
            ax.plot([0, 1], [0, 1])?.label("one\ntwo");
            ax.plot([0, 1], [1, 0])?.label("glyphs");
            ax.legend().location(Location::Center);
            Ok(())
        }),
        axes("legend_of_nothing", |ax| {
            ax.plot([0, 1], [0, 1])?;
            ax.legend();
            Ok(())
        }),
    ]
}

fn every_kind(ax: &mut Axes) -> figure::Result<()> {
    ax.plot([0, 1, 2], [0, 2, 1])?
        .marker("s")
        .linestyle(":")
        .markersize(9.0)
        .label("line");
    ax.scatter([0, 1, 2], [2, 1, 0])?
        .sizes([20.0, 80.0, 140.0])?
        .label("points");
    ax.bar([3, 4], [1, 2])?.hatch("/").label("bars");
    ax.fill_between([5, 6], [1, 2], [0])?
        .label("area")
        .alpha(0.4);
    ax.hlines([1, 2], [3], [6])?
        .edgecolor("r")
        .linestyle("--")
        .label("lines");
    ax.stairs([1, 2], [6, 7, 8])?.label("stairs");
    ax.axvspan(7, 8)?.alpha(0.2).label("span");
    ax.legend().location(Location::CenterLeft);
    Ok(())
}

fn best() -> Vec<Scene> {
    vec![
        axes("legend_best_among_points", |ax| {
            let mut random = Random::new(4);
            let x: Vec<f64> = (0..200).map(|_| random.unit()).collect();
            let y: Vec<f64> = x.iter().map(|v| random.unit() * (0.3 + v)).collect();
            ax.scatter(x, y)?.label("points");
            ax.legend();
            Ok(())
        }),
        axes("legend_best_among_lines", |ax| {
            ax.plot_y(random_walk(500))?.label("walk");
            ax.bar([400], [3])?.width(150.0).label("bar");
            ax.legend();
            Ok(())
        }),
    ]
}
