//! Axes that plots share, twins, insets, aligned labels.

use figure::{
    Aspect, End, Figure, Share, Side, SpinePosition, Subplots, TextSize, TitleSide, Unit, Which,
};

use super::{Done, axes, axes_of, figure_of};
use crate::scene::Scene;

fn page(name: &str, size: (f64, f64), fill: impl Fn(&mut Figure) -> Done + 'static) -> Scene {
    figure_of(name, size, 100.0, fill)
}

pub(super) fn scenes() -> Vec<Scene> {
    let mut scenes = shared();
    scenes.extend(shared_between_two());
    scenes.extend(twins());
    scenes.extend(more_twins());
    scenes.extend(insets());
    scenes.extend(aligned());
    scenes
}

fn shared() -> Vec<Scene> {
    let kinds = [
        ("shared_all", Share::All, Share::All),
        ("shared_rows_and_columns", Share::Col, Share::Row),
        ("shared_columns_and_rows", Share::Row, Share::Col),
        ("shared_x_only", Share::All, Share::None),
    ];
    let scene = |(name, sharex, sharey)| {
        page(name, (5.0, 4.0), move |figure| {
            let plots = Subplots::new(2, 2)?.sharex(sharex).sharey(sharey);
            for (i, ax) in (0..).zip(figure.subplots(plots)?) {
                ax.plot([i, 2 * i + 1, i + 3], [1, i * i + 1, -i])?;
                ax.set_xlabel("x");
                ax.set_ylabel("y");
            }
            Ok(())
        })
    };
    kinds.into_iter().map(scene).collect()
}

fn shared_between_two() -> Vec<Scene> {
    let above_each_other = || Subplots::new(2, 1).map(|plots| plots.sharex(Share::All));
    let side_by_side = || Subplots::new(1, 2).map(|plots| plots.sharey(Share::All));
    vec![
        page("shared_limits_set_on_one", (5.0, 4.0), move |figure| {
            if let [above, below] = figure.subplots(above_each_other()?)? {
                above.plot([0, 5], [0, 1])?;
                below.plot([-20, 30], [2, 1])?;
                below.set_xlim(-1, 12)?;
            }
            Ok(())
        }),
        page("shared_limits_set_last_win", (5.0, 4.0), move |figure| {
            if let [above, below] = figure.subplots(above_each_other()?)? {
                below.set_xlim(-1, 12)?;
                above.set_xlim(3, 4)?;
                above.plot([0, 5], [0, 1])?;
            }
            Ok(())
        }),
        page("shared_by_any_two", (5.0, 4.0), |figure| {
            let ax = figure.add_subplot(2, 2, 1)?;
            ax.plot([0, 1000], [0, 7])?;
            let first = ax.id();
            let ax = figure.add_subplot(2, 2, 4)?;
            ax.sharex(first)?.plot([500, 1500], [3, 1])?;
            let ax = figure.add_subplot(2, 2, 2)?;
            ax.sharey(first)?.plot([1, 2], [-9, 3])?;
            Ok(())
        }),
        page("shared_axes_of_different_widths", (6.0, 3.0), |figure| {
            let grid = figure::GridSpec::new(1, 2)?.width_ratios([4, 1])?;
            let plots = Subplots::of(grid).sharex(Share::All);
            if let [wide, _] = figure.subplots(plots)? {
                wide.plot([0, 10], [0, 1])?;
            }
            Ok(())
        }),
        page("shared_ticks_set_on_one", (5.0, 4.0), move |figure| {
            if let [above, below] = figure.subplots(above_each_other()?)? {
                above.plot([0, 5], [0, 1])?;
                below
                    .xaxis()
                    .set_ticks_labeled([0, 2, 8], ["zero", "two", "eight"])?;
            }
            Ok(())
        }),
        page("shared_and_inverted", (5.0, 4.0), move |figure| {
            if let [left, right] = figure.subplots(side_by_side()?)? {
                left.plot([0, 1], [3, 9])?;
                right.plot([0, 1], [5, 14])?;
                right.invert_yaxis();
            }
            Ok(())
        }),
        page("shared_bars_stick", (5.0, 4.0), move |figure| {
            if let [left, right] = figure.subplots(side_by_side()?)? {
                left.plot([0, 1], [3, 9])?;
                right.bar([0, 1], [5, 14])?;
            }
            Ok(())
        }),
        page("outer_labels", (5.0, 4.0), |figure| {
            for ax in figure.subplots(Subplots::new(2, 2)?)? {
                ax.plot([1e6, 3e6], [1e-7, 5e-7])?;
                ax.set_xlabel("x");
                ax.set_ylabel("y");
                ax.label_outer();
            }
            Ok(())
        }),
    ]
}

fn twins() -> Vec<Scene> {
    vec![
        axes("twin_x", |ax| {
            ax.plot([0, 1, 2], [1, 3, 2])?;
            ax.set_ylabel("left");
            ax.set_xlabel("both");
            ax.set_title("two scales");
            let twin = ax.twinx();
            twin.plot([0, 1, 4], [300, 100, 200])?.color("C1");
            twin.set_ylabel("right").color("C1");
            let ticks = twin.yaxis().tick_params(Which::Major);
            ticks.labelcolor("C1").color("C1");
            Ok(())
        }),
        axes("twin_y", |ax| {
            ax.plot([0, 1, 2], [1, 3, 2])?;
            ax.grid(true);
            ax.set_title("above the label at the top");
            let twin = ax.twiny();
            twin.plot([100, 300], [4, 0])?;
            twin.set_xlabel("top");
            Ok(())
        }),
        axes("twin_x_with_offset_text", |ax| {
            ax.plot([0, 1], [1e7, 3e7])?;
            ax.twinx().plot([0, 1], [2e-6, 1e-6])?;
            ax.set_title_at(TitleSide::Right, "between the two");
            Ok(())
        }),
        axes("twin_y_with_offset_text", |ax| {
            ax.plot([0, 1], [1, 3])?;
            ax.twiny().plot([0.0, 4e7], [2, 1])?;
            Ok(())
        }),
    ]
}

fn more_twins() -> Vec<Scene> {
    vec![
        page("twins_of_three", (5.0, 3.0), |figure| {
            figure.subplots_adjust(figure::SubplotParams {
                right: 0.7,
                ..Default::default()
            })?;
            let ax = figure.add_subplot(1, 1, 1)?;
            ax.plot([0, 1, 2], [0, 1, 2])?.color("C0");
            let second = ax.twinx();
            second.plot([0, 1, 2], [0, 3, 2])?.color("C1");
            second.set_ylabel("second");
            let third = ax.twinx();
            let spine = third.spine(Side::Right);
            spine.set_position(SpinePosition::Axes(1.25));
            third.plot([0, 1, 2], [50, 30, 15])?.color("C2");
            third.set_ylabel("third");
            Ok(())
        }),
        axes("twin_below", |ax| {
            ax.fill_between([0, 1, 2], [1, 3, 2], [0])?;
            ax.twinx().bar([0, 1, 2], [5, 6, 7])?;
            ax.zorder(1.0).set_facecolor("none");
            Ok(())
        }),
        axes("twin_with_aspect", |ax| {
            ax.plot([0, 1, 2], [1, 3, 2])?;
            ax.set_aspect(Aspect::EQUAL);
            ax.twinx().plot([0, 1], [5, 9])?;
            Ok(())
        }),
    ]
}

fn insets() -> Vec<Scene> {
    vec![
        axes_of("inset_of_shares", (5.0, 4.0), 100.0, |ax| {
            ax.plot_y([1, 9, 2, 8, 3])?;
            ax.set_title("with an inset");
            let inset = ax.inset_axes([0.6, 0.6, 0.35, 0.3])?;
            inset.plot_y([1, 9, 2, 8, 3])?.color("C1");
            inset.set_xlim(0.9, 1.1)?.set_ylim(8, 9.5)?;
            Ok(())
        }),
        axes_of("inset_of_data", (5.0, 4.0), 100.0, |ax| {
            ax.plot([0, 10], [0, 5])?;
            let inset = ax.inset_axes_in([6.0, 0.5, 3.0, 1.5], Unit::Data)?;
            inset.imshow(vec![vec![1, 2], vec![3, 4]])?;
            inset.xaxis().set_ticks([0.0; 0]);
            inset.yaxis().set_ticks([0.0; 0]);
            Ok(())
        }),
        axes_of("inset_with_a_title_outside", (5.0, 4.0), 100.0, |ax| {
            ax.plot([0, 10], [0, 5])?;
            ax.inset_axes([0.2, 0.9, 0.3, 0.3])?.plot_y([1, 2])?;
            ax.set_title("lifted by the inset");
            Ok(())
        }),
    ]
}

fn aligned() -> Vec<Scene> {
    vec![
        page("labels_aligned", (6.0, 4.0), |figure| {
            let plots = figure.subplots(Subplots::new(2, 2)?)?;
            if let [first, second, _, fourth] = plots {
                first.plot([0, 1], [0, 100_000])?;
                fourth.plot([0.0, 1.0], [0.0, 0.001])?;
                let ticks = second.xaxis().tick_params(Which::Major);
                ticks.labelrotation(45.0);
            }
            for ax in plots {
                ax.set_xlabel("x label");
                ax.set_ylabel("y label");
            }
            figure.align_labels();
            Ok(())
        }),
        page("xlabels_aligned_at_the_top", (6.0, 4.0), |figure| {
            let plots = figure.subplots(Subplots::new(1, 3)?)?;
            for ax in &mut *plots {
                ax.xaxis().set_ticks_position(End::Second);
                ax.xaxis().set_label_position(End::Second);
                ax.set_xlabel("top");
            }
            if let [first, second, _] = plots {
                second.xaxis().set_label_position(End::First);
                let ticks = first.xaxis().tick_params(Which::Major);
                ticks.labelsize(TextSize::Points(20.0));
            }
            figure.align_xlabels();
            Ok(())
        }),
    ]
}
