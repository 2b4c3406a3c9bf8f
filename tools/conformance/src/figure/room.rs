//! Titles over all plots, and layouts that make room for what stands around plots.

use figure::{Axes, Figure, GridSpec, HAlign, Location, Mosaic, Share, Subplots};

use super::{Done, figure_of};
use crate::scene::Scene;

fn page(name: &str, size: (f64, f64), fill: impl Fn(&mut Figure) -> Done + 'static) -> Scene {
    figure_of(name, size, 100.0, fill)
}

fn crowd(axs: &mut [Axes]) -> Done {
    for (i, ax) in (0..).zip(axs) {
        ax.plot([0, 10_i64.pow(i)], [0, 3 * i + 1])?;
        ax.set_title(format!("title {i}"));
        ax.set_xlabel("x label");
        ax.set_ylabel("y label");
    }
    Ok(())
}

fn crowded(figure: &mut Figure, nrows: usize, ncols: usize) -> Done {
    crowd(figure.subplots(Subplots::new(nrows, ncols)?)?)
}

fn one(figure: &mut Figure) -> Done {
    let ax = figure.add_subplot(1, 1, 1)?;
    ax.plot([0, 1], [0, 20000])?;
    ax.set_xlabel("x");
    ax.set_ylabel("y");
    Ok(())
}

fn titled(figure: &mut Figure) {
    figure.suptitle("over all");
    figure.supxlabel("below");
    figure.supylabel("left");
}

pub(super) fn scenes() -> Vec<Scene> {
    let mut scenes = texts();
    scenes.extend(tight());
    scenes.extend(tight_around());
    scenes.extend(constrained());
    scenes.extend(constrained_around());
    scenes
}

fn texts() -> Vec<Scene> {
    vec![
        page("texts_of_the_figure", (5.0, 4.0), |figure| {
            figure.subplots(Subplots::new(2, 2)?)?;
            figure.suptitle("over all plots");
            figure.supxlabel("below all");
            figure.supylabel("left of all");
            figure.text(0.5, 0.5, "anywhere").color("C3");
            Ok(())
        }),
        page("suptitle_moved", (5.0, 4.0), |figure| {
            figure.add_subplot(1, 1, 1)?;
            let title = figure.suptitle("two\nlines");
            title.position(0.1, 0.9).horizontalalignment(HAlign::Left);
            title.fontsize(16.0).color("C1");
            Ok(())
        }),
    ]
}

fn tight() -> Vec<Scene> {
    vec![
        page("tight_one", (5.0, 4.0), |figure| {
            one(figure)?;
            figure.tight_layout();
            Ok(())
        }),
        page("tight_grid", (6.0, 5.0), |figure| {
            crowded(figure, 2, 2)?;
            figure.tight_layout();
            Ok(())
        }),
        page("tight_with_pads", (6.0, 5.0), |figure| {
            crowded(figure, 2, 2)?;
            figure.tight_layout().pad(0.4).w_pad(2.5).h_pad(1.0);
            Ok(())
        }),
        page("tight_in_a_rectangle", (6.0, 5.0), |figure| {
            crowded(figure, 2, 2)?;
            figure.tight_layout().rect([0.1, 0.0, 1.0, 0.9])?;
            Ok(())
        }),
        page("tight_with_suptitle", (6.0, 5.0), |figure| {
            crowded(figure, 2, 1)?;
            titled(figure);
            figure.tight_layout();
            Ok(())
        }),
        page("tight_without_room", (1.0, 1.0), |figure| {
            crowded(figure, 3, 3)?;
            figure.tight_layout();
            Ok(())
        }),
    ]
}

fn tight_around() -> Vec<Scene> {
    vec![
        page("tight_spans", (6.0, 5.0), |figure| {
            let mut plots = figure.subplot_mosaic(&Mosaic::new("AAB\nCDB\nEEE")?)?;
            for name in ["A", "B", "C", "D", "E"] {
                let ax = plots.axes(name)?;
                ax.set_title(name);
                ax.set_ylabel("y");
            }
            plots.axes("B")?.twinx().set_ylabel("twin");
            figure.tight_layout();
            Ok(())
        }),
        page("tight_shared", (6.0, 5.0), |figure| {
            let plots = Subplots::new(2, 2)?.sharex(Share::All).sharey(Share::All);
            if let [first, _, _, last] = figure.subplots(plots)? {
                first.plot([0, 1000], [0.0, -0.001])?;
                first.text(1200, 0, "out to the right")?;
                // Its own line is not to be seen.
                last.plot([f64::NAN], [f64::NAN])?.label("a");
                last.legend().location(Location::UpperLeft);
            }
            figure.tight_layout();
            Ok(())
        }),
        page("tight_with_equal_aspect", (6.0, 4.0), |figure| {
            for ax in figure.subplots(Subplots::new(1, 2)?)? {
                ax.imshow([[1, 2, 3], [4, 5, 6]])?;
            }
            figure.tight_layout();
            Ok(())
        }),
    ]
}

fn constrained() -> Vec<Scene> {
    vec![
        page("constrained_one", (5.0, 4.0), |figure| {
            one(figure)?;
            figure.constrained_layout();
            Ok(())
        }),
        page("constrained_grid", (6.0, 5.0), |figure| {
            crowded(figure, 2, 2)?;
            figure.constrained_layout();
            Ok(())
        }),
        page("constrained_ratios_and_pads", (6.0, 5.0), |figure| {
            let grid = GridSpec::new(2, 3)?.width_ratios([1, 2, 1])?;
            crowd(figure.subplots(Subplots::of(grid.height_ratios([3, 2])?))?)?;
            let room = figure.constrained_layout();
            room.w_pad(0.1).h_pad(0.2).wspace(0.3).hspace(0.0);
            Ok(())
        }),
        page("constrained_mosaic", (6.0, 5.0), |figure| {
            let mut plots = figure.subplot_mosaic(&Mosaic::new("AAAB\nCCDD\nEFFF")?)?;
            for name in ["A", "B", "C", "D", "E", "F"] {
                plots.axes(name)?.set_title(name);
            }
            plots.axes("A")?.set_ylabel("long y label");
            plots.axes("D")?.set_ylabel("y");
            figure.constrained_layout();
            Ok(())
        }),
        page("constrained_in_a_rectangle", (6.0, 4.0), |figure| {
            crowded(figure, 1, 2)?;
            figure.constrained_layout().rect([0.1, 0.2, 0.6, 0.7])?;
            Ok(())
        }),
    ]
}

fn constrained_around() -> Vec<Scene> {
    vec![
        page("constrained_nested", (6.0, 5.0), |figure| {
            let mosaic = Mosaic::of([["left", "right"], ["low", "low"]])?;
            let mosaic = mosaic.nested("right", Mosaic::new("ab;cc")?);
            let mut plots = figure.subplot_mosaic(&mosaic)?;
            let names: Vec<String> = plots.names().map(String::from).collect();
            for name in names {
                plots.axes(&name)?.set_xlabel(name);
            }
            plots.axes("c")?.set_ylabel("y");
            figure.constrained_layout();
            Ok(())
        }),
        page("constrained_with_suptitle", (6.0, 5.0), |figure| {
            let plots = Subplots::new(2, 2)?.sharex(Share::All);
            crowd(figure.subplots(plots)?)?;
            titled(figure);
            figure.suptitle("over all").fontsize(18.0);
            figure.constrained_layout();
            Ok(())
        }),
        page("constrained_twins", (6.0, 3.0), |figure| {
            if let [left, right] = figure.subplots(Subplots::new(1, 2)?)? {
                left.plot_y([1, 2])?;
                let twin = left.twinx();
                twin.plot_y([1000, 20000])?;
                twin.set_ylabel("twin");
                right.twiny().set_xlabel("top");
                right.set_title("title");
            }
            figure.constrained_layout();
            Ok(())
        }),
    ]
}
