//! The style sheets that matplotlib ships.

use ::figure::{Axes, BoxPlot, Figure, Location, MeanMark, Style};

use super::boxes::columns;
use super::{Done, picture};
use crate::scene::Scene;

/// Settings of one's own, as text.
const SETTINGS: &str = "
axes.prop_cycle: cycler('color', ['k', 'm', '80ff00'])
axes.spines.top: false
axes.spines.right: no
xtick.top: True
xtick.labeltop: on
xtick.minor.visible: 1
ytick.direction: inout
lines.linestyle: -.
lines.marker: s  # square
axes.axisbelow: False
axes.grid: True
grid.alpha: 0.5
figure.subplot.left: 0.2
legend.edgecolor: r
legend.framealpha: 1.0
font.size: 8.0
";

pub(super) fn scenes() -> Vec<Scene> {
    let name = |sheet: &str| format!("style_{}", sheet.to_lowercase().replace('-', "_"));
    let sheets = Style::sheets().map(|sheet| {
        styled(name(sheet), move || Style::sheet(sheet), everything)
    });
    let boxes = |ax: &mut Axes| {
        ax.boxplot(&BoxPlot::new(columns()).means(MeanMark::Point))?;
        let filled = BoxPlot::new(columns()).positions([5, 6, 7]).filled();
        ax.boxplot(&filled)?;
        Ok(())
    };
    let dark = || Style::sheet("dark_background");
    let own = || {
        let mut style = Style::default();
        style.parse(SETTINGS)?;
        Ok(style)
    };
    let others = [
        styled("style_dark_boxplot".to_owned(), dark, boxes),
        styled("style_by_settings".to_owned(), own, everything),
    ];
    sheets.chain(others).collect()
}

pub(super) fn styled(
    name: String,
    style: impl Fn() -> ::figure::Result<Style> + 'static,
    fill: impl Fn(&mut Axes) -> Done + 'static,
) -> Scene {
    Scene::new(name, move || {
        let draw = || {
            let mut figure = Figure::new((4.0, 3.0), 100.0).with_style(style()?);
            fill(figure.add_subplot(1, 1, 1)?)?;
            Ok(figure)
        };
        let figure = draw().map_err(|error: ::figure::Error| error.to_string())?;
        picture(&figure).map_err(|error| error.to_string())
    })
}

fn everything(ax: &mut Axes) -> Done {
    let x = [0, 1, 2, 3];
    ax.plot(x, [1.0, 3.0, 2.0, 2.5])?.label("line");
    let marks = ax.plot(x, [2.0, 0.5, 1.0, 3.0])?.label("marks");
    marks.marker("o").linestyle("--");
    ax.bar([0.5, 1.5, 2.5], [0.5, 1.0, 0.8])?.width(0.4).label("bars");
    ax.scatter([0.2, 1.2, 2.2], [2.8, 1.8, 0.4])?.label("points");
    ax.set_title("title");
    ax.set_xlabel("x");
    ax.set_ylabel("y");
    ax.legend().location(Location::UpperCenter);
    Ok(())
}
