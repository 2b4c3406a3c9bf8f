//! Spines moved, bounded and hidden; ticks on other sides; frames that give way.

use figure::{Adjustable, Anchor, Aspect, End, Side, SpinePosition, TickDirection, Which};

use super::axes;
use crate::scene::Scene;

pub(super) fn scenes() -> Vec<Scene> {
    let mut scenes = moved();
    scenes.extend(sides_and_ticks());
    scenes.extend(limits());
    scenes.extend(frames());
    scenes
}

fn moved() -> Vec<Scene> {
    use SpinePosition::{Axes, Data, Outward};
    let places = [
        ("spines_at_zero", SpinePosition::ZERO, SpinePosition::ZERO),
        ("spines_in_the_middle", SpinePosition::CENTER, SpinePosition::CENTER),
        ("spines_at_values", Data(1.5), Data(-0.5)),
        ("spines_at_shares", Axes(0.25), Axes(0.75)),
        ("spines_moved_outward", Outward(10.0), Outward(-15.0)),
    ];
    let scene = |(name, left, bottom)| {
        axes(name, move |ax| {
            ax.plot([-2, 0, 3], [4, -1, 2])?;
            ax.spine(Side::Left).set_position(left);
            ax.spine(Side::Bottom).set_position(bottom);
            ax.spine(Side::Top).set_visible(false);
            ax.spine(Side::Right).set_visible(false);
            ax.set_xlabel("x");
            ax.set_ylabel("y");
            Ok(())
        })
    };
    places.into_iter().map(scene).collect()
}

fn sides_and_ticks() -> Vec<Scene> {
    vec![
        axes("spines_of_the_far_sides", |ax| {
            ax.plot([-2, 0, 3], [4, -1, 2])?;
            let right = ax.spine(Side::Right);
            right.set_position(SpinePosition::Data(1.0));
            right.color("C3").linewidth(2.0);
            let top = ax.spine(Side::Top);
            top.set_position(SpinePosition::CENTER);
            ax.spine(Side::Left).set_bounds(0, 3);
            ax.yaxis().set_ticks_position(End::Second);
            ax.xaxis().set_ticks_position(End::Second);
            Ok(())
        }),
        axes("ticks_minor_and_grids", |ax| {
            ax.plot([0, 10], [0, 5])?;
            ax.minorticks_on();
            ax.xaxis().grid(Which::Minor).linestyle(":");
            let grid = ax.yaxis().grid(Which::Major);
            grid.color("C1").linewidth(2.0);
            let minor = ax.xaxis().tick_params(Which::Minor);
            minor.direction(TickDirection::In).length(6.0).color("C3");
            let minor = ax.yaxis().tick_params(Which::Minor);
            minor.direction(TickDirection::In).length(6.0).color("C3");
            let major = ax.xaxis().tick_params(Which::Major);
            major.labelrotation(30.0).labelcolor("C2").pad(8.0);
            Ok(())
        }),
    ]
}

fn limits() -> Vec<Scene> {
    vec![
        axes("limits_set_on_one_end", |ax| {
            ax.plot([1, 2, 3], [20, 30, 25])?;
            ax.set_bottom(0)?.set_right(5)?.invert_xaxis();
            Ok(())
        }),
        axes("ticks_beyond_the_data", |ax| {
            ax.plot([1, 2, 3], [20, 30, 25])?;
            ax.xaxis().set_ticks([0, 2, 6]);
            ax.yaxis().set_ticks([25, 40]);
            Ok(())
        }),
    ]
}

fn frames() -> Vec<Scene> {
    vec![
        axes("aspect_by_limits", |ax| {
            ax.plot([0, 1, 1, 0, 0], [0, 0, 1, 1, 0])?;
            ax.set_aspect(Aspect::EQUAL)
                .set_adjustable(Adjustable::Datalim);
            Ok(())
        }),
        axes("aspect_anchored", |ax| {
            ax.plot([0, 1], [0, 1])?;
            ax.set_aspect(Aspect::Ratio(2.0)).set_anchor(Anchor::W);
            Ok(())
        }),
        axes("aspect_of_the_box", |ax| {
            ax.plot([0, 100], [0, 1])?;
            ax.set_box_aspect(0.5).set_anchor(Anchor::N);
            Ok(())
        }),
        axes("frame_off", |ax| {
            ax.plot([0, 1], [0, 1])?;
            ax.set_frame_on(false);
            Ok(())
        }),
    ]
}
