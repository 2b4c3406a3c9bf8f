//! Grids of subplots, spans, mosaics, and plots at places of their own.

use figure::{Figure, GridSpec, HAlign, Mosaic, SubplotParams, Subplots, VAlign};

use super::{Done, figure_of};
use crate::scene::Scene;

fn page(name: &str, size: (f64, f64), fill: impl Fn(&mut Figure) -> Done + 'static) -> Scene {
    figure_of(name, size, 100.0, fill)
}

pub(super) fn scenes() -> Vec<Scene> {
    let mut scenes = grids();
    scenes.extend(mosaics());
    scenes
}

fn grids() -> Vec<Scene> {
    vec![
        page("subplots_with_ratios", (5.0, 4.0), |figure| {
            let grid = GridSpec::new(2, 3)?.width_ratios([1.0, 2.0, 0.5])?;
            let plots = Subplots::of(grid.height_ratios([3, 1])?);
            for (i, ax) in figure.subplots(plots)?.iter_mut().enumerate() {
                ax.plot_y([0, i, 1])?;
            }
            Ok(())
        }),
        page("subplots_adjusted", (5.0, 4.0), |figure| {
            figure.subplots(Subplots::new(2, 2)?)?;
            figure.subplots_adjust(SubplotParams {
                left: 0.2,
                right: 0.95,
                bottom: 0.05,
                top: 0.8,
                wspace: 0.7,
                hspace: 0.05,
            })?;
            Ok(())
        }),
        page("gridspec_spans", (6.0, 5.0), |figure| {
            let grid = GridSpec::new(3, 3)?.width_ratios([2, 1, 1])?.hspace(0.4);
            let grid = grid.horizontal(0.08, 0.9)?.vertical(0.11, 0.97)?;
            let cells = [
                grid.at(0, ..)?,
                grid.at(1, ..2)?,
                grid.at(1.., 2)?,
                grid.at(2, 0)?,
                grid.at(2, 1)?,
            ];
            for cells in cells {
                figure.add_subplot_at(cells).plot_y([1, 3, 2])?;
            }
            Ok(())
        }),
        page("gridspec_within_gridspec", (6.0, 4.0), |figure| {
            let grid = GridSpec::new(1, 2)?.wspace(0.3);
            let left = grid.at(0, 0)?.subgridspec(3, 3)?.hspace(0.5);
            let left = left.width_ratios([1, 2, 1])?;
            let right = grid.at(0, 1)?.subgridspec(2, 1)?;
            let cells = [
                left.at(..2, ..)?,
                left.at(2, ..2)?,
                left.at(2, 2)?,
                right.at(0, 0)?,
                right.at(1, 0)?,
            ];
            for cells in cells {
                figure.add_subplot_at(cells);
            }
            Ok(())
        }),
        page("gridspec_with_edges", (5.0, 4.0), |figure| {
            let grid = GridSpec::new(2, 1)?.hspace(0.6).horizontal(0.15, 0.45)?;
            let grid = grid.vertical(0.2, 0.9)?;
            let other = GridSpec::new(1, 1)?.horizontal(0.6, 0.98)?;
            for cells in [grid.at(0, 0)?, grid.at(1, 0)?, other.at(0, 0)?] {
                figure.add_subplot_at(cells);
            }
            Ok(())
        }),
        page("axes_at_places_of_their_own", (5.0, 4.0), |figure| {
            figure
                .add_axes([0.1, 0.15, 0.5, 0.7])?
                .plot_y([1, 4, 2])?;
            figure.add_axes([0.35, 0.55, 0.6, 0.4])?.plot_y([3, 1])?;
            figure
                .add_axes([0.7, 0.1, 0.25, 0.25])?
                .bar([1, 2], [3, 5])?;
            Ok(())
        }),
    ]
}

fn mosaics() -> Vec<Scene> {
    vec![
        page("mosaic_of_letters", (6.0, 5.0), |figure| {
            let mut plots = figure.subplot_mosaic(&Mosaic::new("AAB\nC.B\nCDD")?)?;
            for name in ["A", "B", "C", "D"] {
                plots.axes(name)?.set_title(name);
            }
            Ok(())
        }),
        page("mosaic_with_ratios", (6.0, 4.0), |figure| {
            let mosaic = Mosaic::new("AB;CC")?;
            let mosaic = mosaic.width_ratios([3, 1])?.height_ratios([1, 2])?;
            let mut plots = figure.subplot_mosaic(&mosaic)?;
            plots.axes("C")?.plot_y([1, 5, 2])?;
            plots.axes("A")?.plot_y([3, 2])?;
            Ok(())
        }),
        page("mosaic_nested", (6.0, 4.0), |figure| {
            let mosaic = Mosaic::of([["left", "right"], ["low", "low"]])?;
            let mosaic = mosaic.nested("right", Mosaic::new("ab;cc")?);
            let mut plots = figure.subplot_mosaic(&mosaic)?;
            let names: Vec<String> = plots.names().map(String::from).collect();
            for name in names {
                let text = plots.axes(&name)?.text(0.5, 0.5, name.as_str())?;
                text.horizontalalignment(HAlign::Center).verticalalignment(VAlign::Center);
            }
            Ok(())
        }),
        page("mosaic_sharing", (6.0, 4.0), |figure| {
            let mosaic = Mosaic::new("AAB;CDD")?.sharex().sharey();
            let mut plots = figure.subplot_mosaic(&mosaic)?;
            plots.axes("A")?.plot([0, 3], [5, 8])?;
            plots.axes("D")?.plot([2, 7], [4, 2])?;
            Ok(())
        }),
    ]
}
