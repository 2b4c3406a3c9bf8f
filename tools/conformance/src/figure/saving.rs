//! Figures as their files show them: cut to what is seen, without backgrounds, at other
//! resolutions.

use figure::norm::Extend;
use figure::{Aspect, Axes, Figure, HAlign, Location, SaveOptions, Unit};

use super::{Done, saved};
use crate::scene::Scene;

fn page(
    name: &str,
    how: SaveOptions,
    fill: impl Fn(&mut Figure) -> Done + 'static,
) -> Scene {
    saved(name, (4.0, 3.0), how, fill)
}

fn label(ax: &mut Axes) -> Done {
    ax.plot([0, 1, 2], [0, 20000, 10000])?;
    ax.set_xlabel("x label");
    ax.set_ylabel("y label");
    ax.set_title("title");
    Ok(())
}

fn labelled(figure: &mut Figure) -> Done {
    label(figure.add_subplot(1, 1, 1)?)
}

pub(super) fn scenes() -> Vec<Scene> {
    let mut scenes = tight();
    scenes.extend(tight_around());
    scenes.extend([
        page("saved_transparent", SaveOptions::new().transparent(), labelled),
        page("saved_on_another_page", SaveOptions::new().facecolor("wheat"), |figure| {
            figure.set_facecolor("C0");
            labelled(figure)
        }),
        page("saved_at_another_dpi", SaveOptions::new().dpi(61.5), labelled),
    ]);
    scenes
}

fn tight() -> Vec<Scene> {
    let how = SaveOptions::new;
    vec![
        page("saved_tight", how().tight(), labelled),
        page("saved_tight_with_pad", how().tight_with(0.37), labelled),
        page("saved_tight_without_pad", how().tight_with(0.0), |figure| {
            label(figure.add_subplot(2, 2, 4)?)
        }),
        page("saved_tight_at_another_dpi", how().tight().dpi(143.0), |figure| {
            labelled(figure)?;
            figure.suptitle("over all").position(0.2, 0.98);
            figure.text(1.1, 0.4, "beside");
            Ok(())
        }),
        page("saved_tight_transparent", how().tight().transparent(), |figure| {
            labelled(figure)?;
            if let [ax, ..] = figure.axes_mut() {
                ax.set_facecolor("C3");
                ax.inset_axes([0.6, 0.6, 0.3, 0.3])?.plot_y([1, 2])?;
            }
            Ok(())
        }),
        page("saved_tight_constrained", how().tight(), |figure| {
            figure.constrained_layout();
            label(figure.add_subplot(1, 2, 1)?)?;
            label(figure.add_subplot(1, 2, 2)?)?;
            figure.suptitle("over all");
            Ok(())
        }),
        page("saved_tight_empty", how().tight(), |figure| {
            figure.set_facecolor("0.8");
            figure.add_subplot(1, 1, 1)?.set_axis_on(false);
            Ok(())
        }),
    ]
}

fn tight_around() -> Vec<Scene> {
    let how = SaveOptions::new().tight();
    vec![
        saved("saved_tight_around", (6.0, 4.0), how.clone(), |figure| {
            let ax = figure.add_subplot(1, 2, 1)?;
            label(ax)?;
            ax.set_aspect(Aspect::Ratio(1e-4));
            ax.text(1.5, 24000, "out of the plot")?
                .horizontalalignment(HAlign::Center);
            ax.annotate("arrow", (1, 1000))?
                .xytext(-1.4, -4000)
                .arrow("->");
            ax.plot([0.5, 3.0], [5000, 6000])?.marker("o").set_clip_on(false);
            let ax = figure.add_subplot(1, 2, 2)?;
            ax.plot_y([3, 1])?.label("a line outside");
            let legend = ax.legend().location(Location::UpperLeft);
            legend.anchor([1.0, 1.0, 0.0, 0.0]);
            ax.twinx().set_ylabel("twin");
            Ok(())
        }),
        page("saved_tight_around_what_runs_out", how.clone(), |figure| {
            labelled(figure)?;
            let Some(ax) = figure.axes_mut().first_mut() else {
                return Ok(());
            };
            let area = ax.fill_between([0.0, 2.5, 3.0], [0.0, 1000.0, 30000.0], [0.0; 3])?;
            area.set_clip_on(false);
            let image = ax.imshow([[1.0, 2.0]])?.set_clip_on(false);
            image.extent(-1.2, -0.7, 5000.0, 15000.0);
            ax.set_aspect(Aspect::Auto);
            ax.scatter([-2.0], [0.0])?.set_clip_on(false);
            ax.set_xlim(0.0, 2.0)?.set_ylim(0.0, 20000.0)?;
            Ok(())
        }),
        page("saved_tight_with_colorbar", how, |figure| {
            let ax = figure.add_subplot(1, 1, 1)?;
            let image = ax.imshow([[1.0, 2.0], [3.0, 4.0]])?.handle();
            let inset = ax.inset_axes_in([1.0, 3.0, 1.5, 0.5], Unit::Data)?;
            inset.set_title("inset");
            let bar = figure.colorbar(image)?.extend(Extend::Max);
            bar.set_label("values");
            Ok(())
        }),
    ]
}
