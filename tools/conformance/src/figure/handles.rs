//! Legends of samples made by hand, names in their samples' colours, legends beside all plots.

use figure::{Axes, ColorSpec, Errors, Figure, FillStyle, LabelColor, Location, Subplots, TextSize};

use super::{Done, axes, axes_of, figure_of};
use crate::scene::Scene;

pub(super) fn scenes() -> Vec<Scene> {
    let mut scenes = handles();
    scenes.extend(colors());
    scenes.extend(beside());
    scenes
}

fn handles() -> Vec<Scene> {
    vec![
        axes("legend_of_handles", |ax| {
            ax.plot([0, 1, 2], [0, 2, 1])?.label("left out");
            let legend = ax.legend().location(Location::UpperLeft).columns(2);
            legend.title("by hand");
            legend.line("expected").color("0.5").linestyle("--");
            let measured = legend.line("measured").linestyle("none");
            measured.marker("o").markersize(9.0);
            let both = legend.line("both").color("k").linewidth(3.0).marker("D");
            both.markerfacecolor("C1").markeredgecolor("C3");
            legend.patch("area").facecolor("C3").alpha(0.3);
            let hatched = legend.patch("hatched").facecolor("none").edgecolor("C2");
            hatched.hatch("//").linewidth(2.0);
            legend.patch("as it comes");
            Ok(())
        }),
        axes("legend_of_handles_among_artists", |ax| {
            let line = ax.plot([0, 1, 2], [0, 2, 1])?.color("C4").linestyle(":").handle();
            let bars = ax.bar([0, 1], [1, 2])?.facecolor("C5").handle();
            let legend = ax.legend().location("lower right").reverse();
            legend.line("made").color("r");
            legend.entry(line, "drawn");
            legend.patch("filled").color("g");
            legend.entry(bars, "bars");
            Ok(())
        }),
        figure_of("legend_of_handles_of_figure", (5.0, 3.0), 100.0, |figure| {
            for (i, ax) in figure.subplots(Subplots::new(1, 2)?)?.iter_mut().enumerate() {
                ax.plot([0.0, 1.0], [i as f64, 1.0 - i as f64])?;
            }
            let legend = figure.legend().location("lower center").columns(2);
            legend.markerscale(1.5);
            legend.line("squares").marker("s").color("C3").linewidth(0.0);
            legend.patch("boxes").facecolor("0.8").edgecolor("k");
            Ok(())
        }),
    ]
}

fn every_kind(ax: &mut Axes) -> Done {
    ax.plot([0, 1], [0, 1])?.label("line");
    let marked = ax.plot([0, 1], [1, 2])?.marker("o").label("marked");
    marked.markerfacecolor("C6").markeredgecolor("C8");
    let hollow = ax.plot([0, 1], [2, 3])?.linestyle("none").marker("s");
    hollow.fillstyle(FillStyle::None).color("C9").label("hollow");
    let clear = ax.plot([0, 1], [2, 4])?.linestyle("none").marker("D");
    clear.markerfacecolor("none").markeredgecolor("none").color("C4").label("clear");
    let points = ax.scatter([0.5, 0.7], [1, 2])?.facecolor("r");
    points.edgecolor("b").label("points");
    let two = ax.scatter([0.5, 0.7], [2, 3])?.facecolors(["r", "g"]);
    two.edgecolor("m").label("two");
    ax.scatter([0.5, 0.7], [3, 4])?.values([1.0, 2.0])?.label("mapped");
    let rings = ax.scatter([0.2, 0.3], [3, 4])?.facecolor("none");
    rings.edgecolor("c").label("rings");
    ax.bar([2], [2])?.facecolor("orange").edgecolor("k").label("bars");
    ax.bar([3], [2])?.facecolor("none").edgecolor("purple").label("empty");
    let area = ax.fill_between([4, 5], [1, 2], [0, 0])?.color("teal");
    area.alpha(0.4).label("area");
    ax.stairs([1, 2], [5, 6, 7])?.edgecolor("brown").label("stairs");
    ax.hlines([1], [2], [4])?.color("g").label("lines");
    let errors = Errors::new().y([0.5]).color("gold").capsize(3.0);
    ax.errorbar([6, 7], [2, 3], &errors)?.color("C7").label("errors");
    ax.axvspan(7, 8)?.color("olive").alpha(0.5).label("span");
    ax.set_xlim(0, 16)?;
    Ok(())
}

fn colors() -> Vec<Scene> {
    let followed = |name: &'static str| {
        axes_of(format!("legend_labelcolor_{name}"), (5.0, 5.0), 100.0, move |ax| {
            every_kind(ax)?;
            ax.legend().labelcolor(name).title("a title");
            Ok(())
        })
    };
    let mut scenes: Vec<Scene> = ["linecolor", "mfc", "markeredgecolor"].map(followed).into();
    scenes.push(axes("legend_labelcolor_list", |ax| {
        for i in 0..4 {
            ax.plot([0, 1], [i, i + 1])?.label(format!("line {i}"));
        }
        let colors = ["r".into(), "0.5".into(), ColorSpec::from(("b", 0.3))];
        ax.legend().labelcolors(colors).title("colours").reverse();
        Ok(())
    }));
    scenes.push(axes("legend_labelcolor_none", |ax| {
        ax.plot_y([0, 1])?.label("unseen");
        ax.legend().labelcolor(LabelColor::One("none".into())).title("seen");
        Ok(())
    }));
    scenes
}

fn beside() -> Vec<Scene> {
    let places = [
        "outside upper left",
        "outside upper center",
        "outside upper right",
        "outside lower right",
        "outside left upper",
        "outside left lower",
        "outside right upper",
        "outside right lower",
        "outside center right",
    ];
    let scene = |place: &'static str| {
        let name = format!("legend_{}", place.replace(' ', "_"));
        figure_of(name, (5.0, 4.0), 100.0, move |figure| {
            figure.constrained_layout();
            for (i, ax) in figure.subplots(Subplots::new(2, 2)?)?.iter_mut().enumerate() {
                let line = ax.plot([0.0, 1.0], [i as f64, 1.0 - i as f64])?;
                line.color(format!("C{i}")).label(format!("line {i}"));
                ax.set_xlabel("x");
            }
            figure.legend().location(place).columns(2);
            Ok(())
        })
    };
    let mut scenes: Vec<Scene> = places.map(scene).into();
    scenes.extend(odd());
    scenes
}

fn walk(ax: &mut Axes) -> Done {
    ax.plot([0, 1, 2], [3, 1, 2])?.label("walk");
    Ok(())
}

fn odd() -> Vec<Scene> {
    let one = |name, fill: fn(&mut Figure)| {
        figure_of(name, (4.0, 3.0), 100.0, move |figure| {
            walk(figure.add_subplot(1, 1, 1)?)?;
            fill(figure);
            Ok(())
        })
    };
    vec![
        figure_of(
            "legend_outside_with_title_over_all",
            (5.0, 4.0),
            100.0,
            |figure| {
                figure.constrained_layout();
                for ax in figure.subplots(Subplots::new(1, 2)?)? {
                    walk(ax)?;
                    ax.set_title("plot");
                }
                figure.suptitle("over all");
                figure.supylabel("left of all");
                let legend = figure.legend().location("outside upper right");
                legend.fontsize(TextSize::Points(14.0)).title("big");
                Ok(())
            },
        ),
        one("legend_outside_unfitted", |figure| {
            figure.legend().location("outside right lower");
        }),
        one("legend_outside_anchored", |figure| {
            figure.constrained_layout();
            let legend = figure.legend().location("outside upper right");
            legend.anchor([0.9, 0.9, 0.0, 0.0]);
        }),
    ]
}
