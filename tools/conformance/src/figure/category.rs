//! Names as coordinates.

use figure::{DrawStyle, Errors};

use super::axes;
use crate::scene::Scene;

const DRINKS: [&str; 4] = ["tea", "coffee", "water", "milk"];
const CUPS: [f64; 4] = [3.0, 5.0, 1.0, 2.0];

pub(super) fn scenes() -> Vec<Scene> {
    vec![
        axes("category_bars", |ax| {
            ax.bar(DRINKS, CUPS)?;
            Ok(())
        }),
        axes("category_bars_lying", |ax| {
            ax.barh(DRINKS, CUPS)?;
            ax.barh(["milk", "soup"], [1.0, 4.0])?.facecolor("C3").width(0.3);
            Ok(())
        }),
        axes("category_lines_share_names", |ax| {
            ax.plot(DRINKS, [1.0, 3.0, 2.0, 2.5])?.marker("o");
            let names = ["water", "tea", "juice"].map(String::from);
            let line = ax.plot(names, [1.5, 0.5, 3.0])?;
            line.marker("s").linestyle("--");
            Ok(())
        }),
        axes("category_both_axes", |ax| {
            let x = ["a", "b", "c", "a", "b"];
            ax.scatter(x, ["low", "high", "high", "high", "low"])?.size(80.0);
            ax.grid(true);
            Ok(())
        }),
        axes("category_of_y_alone", |ax| {
            ax.plot_y(["high", "low", "low", "middle"])?;
            ax.axhline("low")?.color("k");
            Ok(())
        }),
        axes("category_errors_and_text", |ax| {
            let errors = Errors::new().y([0.5]).capsize(3.0);
            ax.errorbar(DRINKS, CUPS, &errors)?.marker("o").linestyle("none");
            ax.vlines(["coffee"], [0], [6])?;
            ax.text("water", 4.0, "here")?;
            Ok(())
        }),
        axes("category_repeated_and_long", |ax| {
            let line = ax.plot(["x", "y", "x", "y", "z"], [1, 2, 3, 4, 5])?;
            line.drawstyle(DrawStyle::StepsMid);
            ax.fill_between(["x", "y", "z"], [0.0, 1.0, 0.0], [0])?.alpha(0.3);
            ax.set_xlim(-1, 4)?;
            Ok(())
        }),
        axes("category_one", |ax| {
            ax.bar(["only"], [2.0])?;
            ax.set_ylabel("count");
            Ok(())
        }),
    ]
}
