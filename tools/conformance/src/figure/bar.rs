//! Bar charts.

use figure::{Align, Artist, HAlign, Shape, Unit, VAlign};

use super::axes;
use crate::scene::Scene;

pub(super) fn scenes() -> Vec<Scene> {
    vec![
        axes("bar_plain", |ax| {
            ax.bar([1, 2, 3, 4], [3.0, 7.0, 1.5, 5.0])?;
            Ok(())
        }),
        axes("bar_stacked", |ax| {
            let (lower, middle) = ([1.2, 2.3, 0.7], [2.0, 1.1, 3.3]);
            ax.bar([0, 1, 2], lower)?;
            ax.bar([0, 1, 2], middle)?
                .bottoms(lower)?
                .edgecolor("k")
                .linewidth(2.0);
            let top = lower.iter().zip(middle).map(|(a, b)| a + b);
            ax.bar([0, 1, 2], [0.5])?
                .bottoms(top)?
                .colors(["r", "g", "b"])
                .edgecolor("none")
                .alpha(0.5);
            Ok(())
        }),
        axes("bar_grouped_by_edge", |ax| {
            let x = [0.1, 1.1, 2.1];
            ax.bar(x, [3, -2, 4])?.width(0.3).align(Align::Edge);
            ax.bar(x, [2, -3, 1])?
                .width(-0.3)
                .align(Align::Edge)
                .linestyle("--")
                .edgecolor("C3");
            Ok(())
        }),
        axes("bar_widths", |ax| {
            ax.bar([0.3, 1.7, 4.1], [1, 3, 2])?
                .widths([0.5, 1.3, 2.1])?;
            Ok(())
        }),
        axes("bar_horizontal", |ax| {
            ax.barh([0, 1, 2, 3], [3, -1, 4, 2])?
                .bottoms([0.0, 1.0, 2.0, 0.5])?
                .facecolor("C2");
            ax.barh([0, 1, 2, 3], [0.5])?.width(0.4);
            Ok(())
        }),
        axes("bar_with_nan", |ax| {
            ax.bar([0, 1, 2, 3], [1.0, f64::NAN, 3.0, 2.0])?;
            Ok(())
        }),
        axes("bar_empty_and_zero", |ax| {
            ax.bar([0.0; 0], [0.0; 0])?;
            ax.bar([1, 2], [0, 0])?;
            Ok(())
        }),
        axes("bar_and_line", |ax| {
            ax.bar([1, 2, 3], [2, 3, 1])?.zorder(3.0);
            ax.plot([1, 2, 3], [1.0, 2.5, 3.0])?;
            Ok(())
        }),
        axes("patches_turned_and_polygons", |ax| {
            ax.plot([0, 4], [0, 3])?;
            ax.add_patch(Artist::patch(Shape::Rectangle {
                corner: (0.5, 0.5).into(),
                width: 1.5,
                height: 0.7,
                angle: 30.0,
            }))?
            .facecolor("C1")
            .edgecolor("k");
            let corners = [(2.0, 1.0), (3.0, 0.5), (3.5, 2.0)];
            ax.add_patch(Artist::patch(Shape::polygon(corners)))?
                .facecolor("none")
                .edgecolor("C3")
                .linewidth(3.0);
            let shares = Shape::rectangle((0.7, 0.1), 0.2, 0.5);
            ax.add_patch(Artist::patch(shares))?
                .coords(Unit::Axes)
                .alpha(0.4);
            ax.text(1, 2.5, "a text\nof two lines")?
                .color("C4")
                .fontsize(14.0)
                .rotation(20.0);
            ax.text(0.95, 0.9, "corner")?
                .coords(Unit::Axes)
                .horizontalalignment(HAlign::Right)
                .verticalalignment(VAlign::Top);
            Ok(())
        }),
    ]
}
