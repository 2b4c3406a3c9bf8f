//! Annotations: arrows, ways, boxes, coordinates.

use figure::{Axes, HAlign, PointUnit, RotationMode, VAlign};

use super::axes_of;
use crate::scene::Scene;

const CURVES: [&str; 13] = [
    "-", "->", "<-", "<->", "-|>", "<|-", "<|-|>", "]-", "-[", "]-[", "|-|", "]->", "<-[",
];

const NUMBERS: [&str; 5] = [
    "->, head_length=1.2, head_width=0.6",
    "-|>, head_length=1.5",
    "-[, widthB=2, lengthB=0.5",
    "|-|, widthA=0.5, angleA=30, angleB=-20",
    "]-[, widthA=1.5, angleB=45",
];

const FILLED: [&str; 6] = [
    "simple",
    "fancy",
    "wedge",
    "simple, tail_width=0.6, head_width=1.5",
    "fancy, head_length=1, tail_width=0.8",
    "wedge, tail_width=1",
];

const WAYS: [&str; 12] = [
    "arc3",
    "arc3, rad=0.5",
    "arc3, rad=-0.3",
    "angle3, angleA=90, angleB=0",
    "angle, angleA=0, angleB=90, rad=10",
    "angle, angleA=-90, angleB=180",
    "arc, angleA=0, angleB=-90, armA=30, armB=30, rad=7",
    "arc, angleA=0, armA=40",
    "arc, angleB=90, armB=25, rad=5",
    "bar",
    "bar, fraction=-0.2",
    "bar, angle=180, fraction=-0.1, armA=10",
];

const BOXES: [&str; 15] = [
    "square",
    "circle",
    "ellipse",
    "rarrow",
    "larrow",
    "darrow",
    "round",
    "round4",
    "sawtooth",
    "roundtooth",
    "round, pad=0.8, rounding_size=0.2",
    "rarrow, head_width=2, head_angle=60",
    "square, pad=0",
    "round4, rounding_size=0.5",
    "sawtooth, tooth_size=0.4, pad=0.6",
];

fn limits(ax: &mut Axes, x: f64, y: f64) -> figure::Result<()> {
    ax.set_xlim(0, x)?.set_ylim(0, y).map(|_| ())
}

const SHORT: [&str; 10] = [
    "simple",
    "fancy",
    "wedge",
    "->",
    "-|>",
    "<|-|>",
    "-[",
    "]-[",
    "|-|",
    "simple, head_length=1.5, tail_width=0.7",
];

/// Each style, in five directions, so many pixels long.
fn short(name: &str, length: f64, bend: Option<f64>) -> Scene {
    axes_of(name, (4.0, 4.0), 100.0, move |ax| {
        limits(ax, 10.0, 10.0)?;
        for (i, style) in (0..).map(f64::from).zip(SHORT) {
            for j in (0..5).map(f64::from) {
                let angle = (72.0 * j + 7.0 * i).to_radians();
                let note = ax.annotate("", (1.0 + 2.0 * j, i + 0.5))?.fontsize(13.0);
                note.xytext(length * angle.cos(), length * angle.sin());
                let arrow = note.textcoords(PointUnit::OffsetPixels).arrow(style);
                arrow.shrink(0.0, 0.0);
                if let Some(rad) = bend {
                    arrow.connection(figure::Connection::Arc3 { rad });
                }
            }
        }
        Ok(())
    })
}

pub(super) fn scenes() -> Vec<Scene> {
    let mut scenes = arrows();
    scenes.extend(ends());
    scenes.push(coordinates());
    scenes.extend([
        short("annotate_short_arrows", 4.0, None),
        short("annotate_arrows_as_long_as_heads", 9.0, None),
        short("annotate_short_arrows_bent", 14.0, Some(0.4)),
        short("annotate_arrows_hardly_bent", 30.0, Some(-0.05)),
    ]);
    scenes.push(bars());
    scenes.extend(boxes());
    scenes
}

/// Connections by bars that are not along the line between their ends.
fn bars() -> Scene {
    axes_of("annotate_bars_at_angles", (4.0, 4.0), 100.0, |ax| {
        limits(ax, 10.0, 10.0)?;
        let ways = [
            (Some(0.0), 0.0, 0.0),
            (Some(30.0), 0.0, 0.0),
            (Some(-75.0), 3.0, 0.0),
            (Some(160.0), 0.0, 9.0),
            (None, 5.0, 2.0),
        ];
        for (i, (angle, arm_a, arm_b)) in (0..).map(f64::from).zip(ways) {
            for j in (0..5).map(f64::from) {
                let turn = (72.0 * j + 17.0 * i).to_radians();
                let note = ax.annotate("", (1.0 + 2.0 * j, 2.0 * i + 1.0))?;
                note.xytext(25.0 * turn.cos(), 25.0 * turn.sin());
                let arrow = note.textcoords(PointUnit::OffsetPixels).arrow("->");
                arrow.shrink(0.0, 0.0).connection(figure::Connection::Bar {
                    arm_a,
                    arm_b,
                    fraction: 0.3,
                    angle,
                });
            }
        }
        Ok(())
    })
}

fn arrows() -> Vec<Scene> {
    vec![
        axes_of("annotate_curves", (5.0, 5.0), 100.0, |ax| {
            limits(ax, 10.0, 14.0)?;
            for (i, style) in (0..).map(f64::from).zip(CURVES) {
                let note = ax.annotate(style, (8, i + 0.5))?;
                note.xytext(1, i + 1.0).arrow(style);
            }
            Ok(())
        }),
        axes_of("annotate_curves_with_numbers", (5.0, 4.0), 100.0, |ax| {
            limits(ax, 10.0, 6.0)?;
            for (i, style) in (0..).zip(NUMBERS) {
                let y = f64::from(i);
                let note = ax.annotate("text", (8, y + 0.5))?;
                let arrow = note.xytext(1, y + 1.0).arrow(style);
                arrow.linewidth(y + 1.0).color(format!("C{i}"));
            }
            Ok(())
        }),
        axes_of("annotate_filled_arrows", (5.0, 4.0), 100.0, |ax| {
            limits(ax, 10.0, 8.0)?;
            for (i, style) in (0..).zip(FILLED) {
                let y = f64::from(i);
                let note = ax.annotate("text", (8, y + 0.5))?;
                note.xytext(1, y + 1.5).fontsize(14.0);
                let arrow = note.arrow(style).connection(figure::Connection::Arc3 {
                    rad: 0.1 * y,
                });
                arrow.facecolor(format!("C{i}")).edgecolor("k");
            }
            Ok(())
        }),
        axes_of("annotate_block_arrows", (5.0, 4.0), 100.0, |ax| {
            limits(ax, 10.0, 10.0)?;
            ax.annotate("right", (8, 9))?.xytext(1, 8).arrow("block");
            let note = ax.annotate("shrunk", (8, 6))?.xytext(1, 3);
            note.arrow("block, shrink=0.05").facecolor("black");
            let note = ax.annotate("narrow", (1, 1))?.xytext(6, 1.5);
            note.arrow("block, width=1, headwidth=6, headlength=20")
                .color("C3");
            Ok(())
        }),
        axes_of("annotate_ways", (6.0, 5.0), 100.0, |ax| {
            limits(ax, 12.0, 12.0)?;
            for (i, way) in (0..).zip(WAYS) {
                let (x, y) = (f64::from(i % 3 * 4) + 0.5, f64::from(i / 3 * 3) + 0.5);
                let note = ax.annotate("A", (x + 2.5, y + 1.5))?;
                note.xytext(x, y).arrow("->").connection(way);
            }
            Ok(())
        }),
    ]
}

fn ends() -> Vec<Scene> {
    vec![
        axes_of("annotate_shrink_and_start", (5.0, 4.0), 100.0, |ax| {
            limits(ax, 10.0, 10.0)?;
            let note = ax.annotate("shrunk", (8, 9))?.xytext(1, 8);
            note.arrow("->").shrink(20.0, 15.0);
            let note = ax.annotate("not shrunk", (8, 6))?.xytext(1, 5);
            note.arrow("->").shrink(0.0, 0.0).linestyle("--");
            let note = ax.annotate("from its corner", (8, 3))?.xytext(1, 1);
            note.arrow("->").from(1.0, 1.0);
            let note = ax.annotate("", (9, 1))?.xytext(6, 1);
            note.arrow("<->").alpha(0.5);
            let note = ax.annotate("larger", (4, 4))?.xytext(6, 3);
            note.arrow("-|>").mutation_scale(30.0);
            Ok(())
        }),
        axes_of("annotate_with_boxes", (5.0, 4.0), 100.0, |ax| {
            ax.plot([0, 5, 10], [0, 8, 4])?;
            let note = ax.annotate("boxed", (5, 8))?.xytext(7, 2);
            note.bbox("square").facecolor("0.9");
            note.arrow("->");
            let note = ax.annotate("round box", (5, 8))?.xytext(0.5, 5);
            note.bbox("round").facecolor("w").edgecolor("none");
            note.arrow("-|>").connection("arc3, rad=-0.3");
            Ok(())
        }),
    ]
}

fn coordinates() -> Scene {
    use PointUnit::{
        AxesFraction, AxesPoints, Data, FigureFraction, FigurePixels, OffsetFontsize, OffsetPixels,
        OffsetPoints,
    };
    axes_of("annotate_coordinates", (5.0, 4.0), 100.0, |ax| {
        ax.plot([0, 5, 10], [0, 8, 4])?;
        let offsets = [
            ("offset points", (5, 8), (20, -30), OffsetPoints),
            ("offset pixels", (10, 4), (-90, -10), OffsetPixels),
            ("offset fontsize", (5, 8), (-8, -5), OffsetFontsize),
        ];
        for (name, at, (x, y), unit) in offsets {
            let note = ax.annotate(name, at)?;
            note.xytext(x, y).textcoords(unit).arrow("->");
        }
        let note = ax.annotate("axes", (0.1, 0.1))?.xycoords(AxesFraction);
        note.xytext(0.3, 0.3).textcoords(FigureFraction).arrow("->");
        let note = ax.annotate("points", (150, 20))?.xycoords(AxesPoints);
        note.color("C1");
        let note = ax.annotate("pixels", (3, 280))?.xycoords(FigurePixels);
        note.color("C2");
        let note = ax.annotate("mixed", (8, 0.9))?;
        note.xycoords((Data, AxesFraction)).color("C3");
        ax.annotate("left out", (20, 4))?.arrow("->");
        let note = ax.annotate("outside", (10.6, 1))?;
        note.annotation_clip(false).rotation(90.0);
        Ok(())
    })
}

fn boxes() -> Vec<Scene> {
    vec![
        axes_of("boxes_around_text", (6.0, 4.0), 100.0, |ax| {
            limits(ax, 9.0, 8.0)?;
            for (i, style) in (0..).zip(BOXES) {
                let name = style.split(',').next().unwrap_or_default();
                let (x, y) = (f64::from(i % 3 * 3) + 0.6, f64::from(i / 3) * 1.6 + 0.6);
                let boxed = ax.text(x, y, name)?.bbox(style);
                boxed.facecolor(format!("C{}", i % 10)).alpha(0.5);
            }
            Ok(())
        }),
        axes_of("boxes_turned_and_aligned", (5.0, 4.0), 100.0, |ax| {
            ax.plot([0, 1], [0, 1])?;
            ax.text(0.2, 0.7, "plain box")?.bbox("plain");
            let text = ax.text(0.5, 0.5, "two lines\nof text")?;
            text.horizontalalignment(HAlign::Center);
            text.verticalalignment(VAlign::Center).rotation(30.0);
            let boxed = text.bbox("round").facecolor("w").edgecolor("C3");
            boxed.linewidth(2.0).linestyle("--");
            let text = ax.text(0.9, 0.1, "right")?.fontsize(16.0).color("w");
            text.horizontalalignment(HAlign::Right);
            text.verticalalignment(VAlign::Top);
            text.bbox("larrow").facecolor("k");
            let text = ax.text(0.1, 0.1, "anchor")?.rotation(-45.0);
            text.rotation_mode(RotationMode::Anchor);
            text.bbox("plain").facecolor("none").edgecolor("C2");
            Ok(())
        }),
    ]
}
