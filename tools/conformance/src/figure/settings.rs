//! Settings: ticks, spines, titles, colours, drawing order, and what else can be asked for.

use super::{axes, axes_of, figure_of};
use crate::scene::Scene;
use ::figure::Which::*;
use ::figure::ticker::*;
use ::figure::*;
use agg_core::{Cap, Join};

const NAN: f64 = f64::NAN;
pub(super) fn scenes() -> Vec<Scene> {
    let p = |ax: &mut Axes| -> Result<()> {
        ax.plot([0, 1, 2], [0, 3, 1])?;
        Ok(())
    };
    let mut v = vec![
        axes("minor_ticks", move |ax| {
            p(ax)?;
            ax.xaxis().set_minor_locator(AutoMinorLocator::new());
            ax.yaxis()
                .set_minor_locator(AutoMinorLocator::new().with_divisions(3));
            ax.yaxis().grid(Minor);
            ax.set_xlabel("x");
            ax.set_ylabel("y");
            Ok(())
        }),
        axes("ticks_in", move |ax| {
            p(ax)?;
            ax.xaxis()
                .tick_params(Major)
                .direction(TickDirection::In)
                .length(8.0)
                .width(2.0)
                .color("r");
            ax.yaxis()
                .tick_params(Major)
                .direction(TickDirection::InOut)
                .length(10.0)
                .pad(8.0)
                .labelsize(7.0)
                .labelcolor("C2");
            ax.set_xlabel("x");
            ax.set_ylabel("y");
            Ok(())
        }),
        axes("ticks_both_sides", move |ax| {
            p(ax)?;
            for a in [0, 1] {
                let x = if a == 0 { ax.xaxis() } else { ax.yaxis() };
                x.tick_params(Major).marks(Sides::Both).labels(Sides::Both);
            }
            Ok(())
        }),
        axes("no_labels", move |ax| {
            ax.plot([0, 1, 2], [0.0, 3e7, 1.0])?;
            ax.xaxis().tick_params(Major).labels(Sides::Neither);
            ax.yaxis().tick_params(Major).labels(Sides::Neither);
            ax.set_xlabel("x");
            ax.set_ylabel("y");
            Ok(())
        }),
        axes("null_formatter", move |ax| {
            p(ax)?;
            ax.xaxis().set_major_formatter(NullFormatter);
            ax.yaxis().set_major_formatter(NullFormatter);
            ax.set_xlabel("x");
            ax.set_ylabel("y");
            Ok(())
        }),
        axes("null_locator", move |ax| {
            p(ax)?;
            ax.xaxis().set_major_locator(NullLocator);
            ax.yaxis().set_major_locator(NullLocator);
            ax.set_xlabel("x");
            ax.set_ylabel("y");
            Ok(())
        }),
        axes("rotated_labels", move |ax| {
            p(ax)?;
            ax.xaxis().tick_params(Major).labelrotation(45.0);
            ax.yaxis().tick_params(Major).labelrotation(30.0);
            ax.set_xlabel("x").rotation(10.0);
            ax.set_ylabel("y label").rotation(0.0);
            Ok(())
        }),
        axes("spines_hidden", move |ax| {
            p(ax)?;
            ax.spine(Side::Top).set_visible(false);
            ax.spine(Side::Right).set_visible(false);
            ax.spine(Side::Left).color("C3");
            ax.spine(Side::Bottom).linewidth(3.0);
            Ok(())
        }),
        axes("spines_outward", move |ax| {
            p(ax)?;
            ax.spine(Side::Left).outward(10.0);
            ax.spine(Side::Bottom).outward(7.0);
            ax.spine(Side::Top).outward(-7.0);
            ax.set_xlabel("x");
            ax.set_ylabel("y");
            Ok(())
        }),
        axes("titles_three", move |ax| {
            p(ax)?;
            ax.set_title_at(TitleSide::Left, "left");
            ax.set_title("center").fontsize(20.0).color("C1");
            ax.set_title_at(TitleSide::Right, "right\nlow").alpha(0.5);
            Ok(())
        }),
        axes("title_over_offset", move |ax| {
            ax.plot([0, 1, 2], [0.0, 3e7, 1.0])?;
            ax.set_title("a very wide title that meets the offset text");
            Ok(())
        }),
        axes("title_over_offset_left", move |ax| {
            ax.plot([0, 1, 2], [0.0, 3e7, 1.0])?;
            ax.set_title_at(TitleSide::Left, "left title");
            ax.set_title("center");
            Ok(())
        }),
        axes("title_pad_zero", move |ax| {
            p(ax)?;
            ax.set_title("gypsy");
            ax.set_titlepad(0.0);
            Ok(())
        }),
        axes("title_pad_negative", move |ax| {
            p(ax)?;
            ax.set_title("gypsy");
            ax.set_titlepad(-30.0);
            Ok(())
        }),
        axes("axis_off", move |ax| {
            p(ax)?;
            ax.set_title("t");
            ax.set_axis_on(false);
            Ok(())
        }),
        axes("axis_invisible", move |ax| {
            p(ax)?;
            ax.set_title("t");
            ax.xaxis().set_visible(false);
            ax.set_ylabel("y");
            Ok(())
        }),
        figure_of("facecolors", (4.0, 3.0), 100.0, move |f| {
            f.set_facecolor("lightyellow");
            let ax = f.add_subplot(1, 1, 1)?;
            ax.set_facecolor("#e0e0ff80");
            p(ax)
        }),
        figure_of("facecolor_none", (4.0, 3.0), 100.0, move |f| {
            f.set_facecolor("none");
            let ax = f.add_subplot(1, 1, 1)?;
            ax.set_facecolor("none");
            p(ax)
        }),
        axes("zorders", move |ax| {
            ax.plot([0, 1, 2], [0, 3, 1])?.linewidth(10.0).zorder(2.6);
            ax.plot([0, 1, 2], [3, 0, 1])?.linewidth(10.0).zorder(1.0);
            ax.plot([0, 1, 2], [1, 1, 1])?.linewidth(10.0).zorder(-1.0);
            ax.grid(true);
            Ok(())
        }),
        axes("axisbelow_all", move |ax| {
            ax.plot([0, 1, 2], [0, 3, 1])?.linewidth(10.0);
            ax.grid(true);
            ax.set_axisbelow(AxisBelow::Nothing);
            Ok(())
        }),
        axes("grid_style", move |ax| {
            p(ax)?;
            ax.xaxis()
                .grid(Major)
                .color("C1")
                .linestyle("--")
                .linewidth(1.2)
                .alpha(0.4);
            ax.yaxis().grid(Major).color("#00ff0080").linestyle(":");
            Ok(())
        }),
        axes("dashes_custom", move |ax| {
            let d = |o, l: &[f64]| LineStyle::Pattern {
                offset: o,
                lengths: l.to_vec(),
            };
            ax.plot([0, 1, 2], [0, 3, 1])?
                .linestyle(d(1.5, &[3.0, 1.0, 2.0, 2.0]))
                .linewidth(3.0);
            ax.plot([0, 1, 2], [3, 0, 1])?
                .linestyle(d(0.0, &[5.0, 2.0, 1.0]))
                .linewidth(2.0);
            ax.plot([0, 1, 2], [1, 1, 2])?
                .linestyle(d(-2.0, &[4.0, 1.0]))
                .linewidth(2.0);
            Ok(())
        }),
        axes("unclipped", move |ax| {
            ax.plot([0, 1, 2, 3], [0, 3, 1, 8])?
                .set_clip_on(false)
                .marker("o");
            ax.set_xlim(0.5, 2.5)?;
            ax.set_ylim(0, 3)?;
            Ok(())
        }),
        axes("aliased", move |ax| {
            ax.plot([0, 1, 2, 3], [0, 3, 1, 8])?
                .set_antialiased(false)
                .marker("o");
            ax.plot([0, 1, 2, 3], [3, 1, 2, 0])?
                .set_antialiased(false)
                .linestyle("--");
            Ok(())
        }),
        axes("caps_joins", move |ax| {
            for (i, (c, j)) in [
                (Cap::Butt, Join::MiterRevert),
                (Cap::Round, Join::Bevel),
                (Cap::Square, Join::Round),
            ]
            .into_iter()
            .enumerate()
            {
                ax.plot([0, 1, 2], [i, i + 1, i])?
                    .linewidth(12.0)
                    .solid_capstyle(c)
                    .solid_joinstyle(j);
                ax.plot([3, 4, 5], [i, i + 1, i])?
                    .linewidth(6.0)
                    .linestyle("--")
                    .dash_capstyle(c)
                    .dash_joinstyle(j);
            }
            Ok(())
        }),
        axes("marker_colors", move |ax| {
            let x = [0, 1, 2];
            ax.plot(x, [0; 3])?
                .marker("o")
                .markersize(14.0)
                .markerfacecolor("C1")
                .markeredgecolor("k")
                .markeredgewidth(2.0);
            ax.plot(x, [1; 3])?
                .marker("s")
                .markersize(14.0)
                .markerfacecolor("none");
            ax.plot(x, [2; 3])?
                .marker("^")
                .markersize(14.0)
                .markeredgecolor("none")
                .alpha(0.5);
            ax.plot(x, [3; 3])?
                .marker("D")
                .markersize(14.0)
                .markerfacecolor((1.0, 0.0, 0.0, 0.25));
            ax.plot(x, [4; 3])?
                .marker("o")
                .markersize(14.0)
                .color((0.0, 0.0, 1.0, 0.25))
                .markeredgewidth(4.0);
            ax.plot(x, [5; 3])?.marker("x").markersize(0.0);
            Ok(())
        }),
        axes("marker_ticks", move |ax| {
            for (i, m) in [
                Marker::TickLeft,
                Marker::TickRight,
                Marker::TickUp,
                Marker::TickDown,
            ]
            .into_iter()
            .enumerate()
            {
                let i = i as f64;
                ax.plot([0, 1, 2], [i, i + 0.5, i])?
                    .marker(m)
                    .markersize(10.0)
                    .linestyle("none");
            }
            Ok(())
        }),
        axes("set_ticks", move |ax| {
            p(ax)?;
            ax.xaxis()
                .set_ticks_labeled([0.0, 1.5, 2.0], ["zero", "one and a half", "two"])?;
            ax.yaxis()
                .set_major_locator(MultipleLocator::new(0.75)?)
                .set_major_formatter(PercentFormatter::new(3.0));
            Ok(())
        }),
        axes("inverted", move |ax| {
            p(ax)?;
            ax.xaxis().set_inverted(true);
            ax.yaxis().set_inverted(true);
            Ok(())
        }),
        figure_of("subplots_adjust", (5.0, 4.0), 80.0, move |f| {
            for i in 1..7 {
                f.add_subplot(2, 3, i)?.plot_y([1, 2, 3])?;
            }
            f.subplots_adjust(SubplotParams {
                left: 0.07,
                right: 0.97,
                bottom: 0.08,
                top: 0.95,
                wspace: 0.35,
                hspace: 0.3,
            })?;
            Ok(())
        }),
        axes("long_zoomed", move |ax| {
            ax.plot(
                (0..5000).map(|i| i as f64 * 0.01),
                (0..5000).map(|i| (i as f64 * 0.05).sin()),
            )?
            .linestyle("--");
            ax.set_xlim(20.005, 22.3)?;
            Ok(())
        }),
        axes("long_zoomed_nan_x", move |ax| {
            ax.plot(
                (0..3000).map(|i| if i % 7 == 3 { NAN } else { i as f64 * 0.01 }),
                (0..3000).map(|i| (i as f64 * 0.05).sin()),
            )?;
            ax.set_xlim(20.005, 22.3)?;
            Ok(())
        }),
        axes("long_unsorted", move |ax| {
            ax.plot(
                (0..3000).map(|i| (i as f64 * 0.013).cos() * 3.0),
                (0..3000).map(|i| (i as f64 * 0.017).sin() * 2.0),
            )?
            .linewidth(1.0)
            .marker(".")
            .markersize(3.0);
            ax.set_xlim(-1, 2)?;
            Ok(())
        }),
        axes("dollar_text", move |ax| {
            ax.plot_y([0, 1])?;
            ax.set_title("costs \\$5 and more");
            ax.set_xlabel("100 % of $");
            Ok(())
        }),
        axes("empty_label_and_spaces", move |ax| {
            ax.plot_y([0, 1])?;
            ax.set_title(" ");
            ax.set_xlabel("a\n\nb");
            ax.set_ylabel("  y  ");
            Ok(())
        }),
        axes("big_fonts", move |ax| {
            ax.plot_y([0, 1])?;
            ax.set_title("Big").fontsize(40.0);
            ax.set_xlabel("small").fontsize(5.0);
            ax.set_ylabel("mid").fontsize(15.5);
            ax.xaxis().tick_params(Major).labelsize(16.0);
            ax.yaxis().tick_params(Major).labelsize(16.0);
            Ok(())
        }),
        axes("linespacing", move |ax| {
            ax.plot_y([0, 1])?;
            ax.set_title("one\ntwo\nthree").linespacing(2.0);
            ax.set_xlabel("left\naligned more")
                .horizontalalignment(HAlign::Left)
                .verticalalignment(VAlign::Bottom)
                .linespacing(0.8);
            Ok(())
        }),
        axes("labelpads", move |ax| {
            ax.plot_y([0, 1])?;
            ax.set_xlabel("x");
            ax.set_ylabel("y");
            ax.xaxis().set_labelpad(12.0);
            ax.yaxis().set_labelpad(-5.0);
            Ok(())
        }),
        axes("linewidth_zero", move |ax| {
            ax.plot_y([0, 1, 0])?.linewidth(0.0).marker("o");
            ax.plot_y([1, 0, 1])?.linewidth(0.1);
            ax.plot_y([1, 0, 0])?.linewidth(0.0).linestyle("--");
            Ok(())
        }),
        axes("hidden_things", move |ax| {
            ax.plot_y([0, 10, 0])?.set_visible(false);
            ax.plot_y([1, 0, 1])?;
            ax.set_title("t");
            ax.set_xlabel("hidden").set_visible(false);
            Ok(())
        }),
    ];
    for (name, ms, ls) in [("6", 6.0, "none"), ("13", 13.3, "-"), ("2", 2.0, "none")] {
        v.push(axes_of(
            format!("markers_all_{name}"),
            (6.0, 4.0),
            100.0,
            move |ax| {
                for (i, m) in ".,ov^<>12348sp*hH+xDd|_PX".chars().enumerate() {
                    let x = i as f64;
                    let y = (i % 5) as f64;
                    ax.plot([x, x + 0.37, x + 0.71], [y, y + 1.3, y + 0.6])?
                        .marker(m.to_string())
                        .markersize(ms)
                        .linestyle(ls);
                }
                Ok(())
            },
        ));
    }
    v
}
