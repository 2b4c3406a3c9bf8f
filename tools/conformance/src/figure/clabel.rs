//! Labels on contour lines.

use figure::contour::Field;
use figure::{Artist, ContourLabels, Contours, LabelRotation, Matrix, Side};

use super::contour::peaks;
use super::{axes, axes_of, figure_of};
use crate::scene::Scene;

type SetLines = fn(&mut Artist<Contours>);
type SetLabels = fn(&mut Artist<ContourLabels>);

fn labelled(
    name: &'static str,
    size: (f64, f64),
    set_lines: SetLines,
    set_labels: SetLabels,
) -> Scene {
    axes_of(format!("clabel_{name}"), size, 100.0, move |ax| {
        let (x, y, z) = peaks(61, 49);
        let lines = ax.contour(x, y, z)?;
        set_lines(lines);
        let handle = lines.handle();
        set_labels(ax.clabel(handle)?);
        Ok(())
    })
}

fn slope(factor: f64) -> figure::Result<Field> {
    let points = (0..9_i32).flat_map(|j| (0..12_i32).map(move |i| (i, j)));
    let values = points.map(|(i, j)| factor * f64::from(i + 3 * j));
    Field::over_indices(Matrix::new(values, 12)?)
}

pub(super) fn scenes() -> Vec<Scene> {
    let small = (4.0, 3.0);
    let straight = |name, factor: f64| {
        axes(name, move |ax| {
            let lines = ax.contour_field(slope(factor)?)?.handle();
            ax.clabel(lines)?;
            Ok(())
        })
    };
    vec![
        labelled("default", small, |_| {}, |_| {}),
        labelled(
            "over_lines",
            small,
            |_| {},
            |labels| {
                labels.over_lines();
            },
        ),
        labelled(
            "pattern",
            small,
            |lines| {
                lines.levels([-3, 1, 4]);
            },
            |labels| {
                labels.fmt("%.2f m").fontsize(7.0);
            },
        ),
        labelled(
            "one_color",
            small,
            |lines| {
                lines.colors("k").linewidths(0.7);
            },
            |labels| {
                labels.colors("r").inline_spacing(1.0);
            },
        ),
        labelled(
            "colors",
            small,
            |lines| {
                lines.levels([-3, 1, 4]);
            },
            |labels| {
                labels.colors(["r", "g", "b"]);
            },
        ),
        labelled(
            "some_levels",
            small,
            |lines| {
                lines.levels([-3, -1, 1, 4]);
            },
            |labels| {
                labels.levels([-1, 4]);
            },
        ),
        labelled(
            "along_lines",
            small,
            |lines| {
                lines.level_count(4);
            },
            |labels| {
                labels.rotation(LabelRotation::AsLine);
            },
        ),
        labelled(
            "near",
            small,
            |lines| {
                lines.levels([-3, -1, 1, 4]);
            },
            |labels| {
                labels.near([(-1.0, 0.0), (0.0, 2.0), (0.5, -2.0), (2.0, 0.5)]);
            },
        ),
        labelled(
            "alpha",
            small,
            |lines| {
                lines.alpha(0.5);
            },
            |labels| {
                labels.zorder(5.0);
            },
        ),
        labelled(
            "short_lines",
            small,
            |lines| {
                lines.levels([6.0, 7.0, 8.0, 8.05]);
            },
            |labels| {
                labels.fmt("%f");
            },
        ),
        labelled(
            "wide",
            (8.0, 4.0),
            |lines| {
                lines.level_count(12);
            },
            |_| {},
        ),
        straight("clabel_of_straight_lines", 1.0),
        straight("clabel_of_small_numbers", 1e-6),
        figure_of("clabel_before_colorbar", small, 100.0, |figure| {
            let ax = figure.add_subplot(1, 1, 1)?;
            let (x, y, z) = peaks(31, 25);
            let layers = ax.contourf(&x, &y, &z)?.level_count(6).handle();
            let lines = ax.contour(&x, &y, &z)?.level_count(6);
            let lines = lines.colors("k").linewidths(0.7).handle();
            ax.clabel(lines)?.fmt("%g h").fontsize(8.0);
            figure.colorbar(layers)?.set_label("hours");
            Ok(())
        }),
        figure_of("clabel_after_colorbar", small, 100.0, |figure| {
            let ax = figure.add_subplot(1, 1, 1)?;
            let (x, y, z) = peaks(31, 25);
            let lines = ax.contour(&x, &y, &z)?.handle();
            figure.colorbar(lines)?.location(Side::Left);
            if let Some(ax) = figure.axes_mut().first_mut() {
                ax.clabel(lines)?;
            }
            Ok(())
        }),
        axes("clabel_twice", |ax| {
            let (x, y, z) = peaks(61, 49);
            let lines = ax.contour(x, y, z)?.levels([-3, -1, 1, 4]).handle();
            ax.clabel(lines)?.levels([-3, 1]).fontsize(6.0);
            ax.clabel(lines)?.levels([1, 4]).colors("k");
            Ok(())
        }),
    ]
}
