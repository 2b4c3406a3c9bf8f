//! Fields of arrows.

use figure::norm::Extend;
use figure::{Angles, ArrowUnits, Artist, Axes, LabelPos, Pivot, Quiver, Unit};

use super::{Done, axes, figure_of};
use crate::random::Random;
use crate::scene::Scene;

const NAN: f64 = f64::NAN;

/// Points, and a whirl of vectors around (3.2, 2.1).
fn field() -> [Vec<f64>; 4] {
    let mut columns: [Vec<f64>; 4] = Default::default();
    for j in 0..6 {
        for i in 0..8 {
            let (x, y) = (f64::from(i), f64::from(j));
            for (column, value) in columns.iter_mut().zip([x, y, 2.1 - y + 0.1 * x, x - 3.2]) {
                column.push(value);
            }
        }
    }
    columns
}

fn arrows(ax: &mut Axes) -> figure::Result<&mut Artist<Quiver>> {
    let [x, y, u, v] = field();
    ax.quiver(x, y, u, v)
}

fn whirl(name: &'static str, set: fn(&mut Artist<Quiver>) -> Done) -> Scene {
    axes(format!("quiver_{name}"), move |ax| set(arrows(ax)?))
}

fn looks() -> Vec<Scene> {
    vec![
        whirl("default", |_| Ok(())),
        whirl("middle", |q| {
            q.pivot(Pivot::Middle).color("C1").edgecolor("none");
            Ok(())
        }),
        whirl("tip", |q| {
            q.pivot(Pivot::Tip).width(0.01).headwidth(4.0);
            q.headlength(3.0).headaxislength(2.5);
            Ok(())
        }),
        whirl("along_data", |q| {
            q.angles(Angles::Xy)?.scale_units(ArrowUnits::Xy).scale(4.0);
            Ok(())
        }),
        axes("quiver_along_data_scaled", |ax| {
            arrows(ax)?.angles(Angles::Xy)?;
            ax.set_xlim(9, -2)?;
            Ok(())
        }),
        whirl("in_units_of_x", |q| {
            q.units(ArrowUnits::X).scale(40.0).scale_units(ArrowUnits::Width);
            Ok(())
        }),
        whirl("in_units_of_xy", |q| {
            q.units(ArrowUnits::Xy).scale_units(ArrowUnits::Xy);
            Ok(())
        }),
        whirl("in_dots", |q| {
            q.units(ArrowUnits::Dots).width(3.0).scale(0.2);
            Ok(())
        }),
        whirl("in_inches", |q| {
            q.units(ArrowUnits::Inches).scale_units(ArrowUnits::Inches);
            q.scale(8.0);
            Ok(())
        }),
        whirl("in_heights", |q| {
            q.units(ArrowUnits::Height).scale_units(ArrowUnits::Y);
            Ok(())
        }),
        whirl("at_an_angle", |q| {
            q.angles(Angles::Degrees(vec![30.0]))?;
            Ok(())
        }),
        whirl("short", |q| {
            q.scale(1000.0).minlength(2.0);
            Ok(())
        }),
        whirl("shrunk", |q| {
            q.scale(60.0).minshaft(3.0);
            Ok(())
        }),
        axes("quiver_colored", |ax| {
            let [_, _, u, v] = field();
            let sums: Vec<f64> = u.iter().zip(&v).map(|(u, v)| u + v).collect();
            arrows(ax)?.values(sums)?.cmap("coolwarm").alpha(0.8);
            Ok(())
        }),
        whirl("outlined", |q| {
            q.facecolor("y").edgecolor("k").linewidth(0.5).zorder(3.0);
            Ok(())
        }),
    ]
}

fn odd() -> Vec<Scene> {
    vec![
        axes("quiver_with_gaps", |ax| {
            let [x, y, mut u, mut v] = field();
            (u[3], v[17], u[30]) = (NAN, NAN, f64::INFINITY);
            (u[8], v[8]) = (0.0, 0.0);
            ax.quiver(x, y, u, v)?;
            Ok(())
        }),
        figure_of(
            "quiver_with_missing_values",
            (4.0, 3.0),
            100.0,
            |figure| {
                let ax = figure.add_subplot(1, 1, 1)?;
                let mut c: Vec<f64> = (0..48).map(f64::from).collect();
                c[20] = NAN;
                let handle = arrows(ax)?.values(c)?.handle();
                figure.colorbar(handle)?.extend(Extend::Max);
                Ok(())
            },
        ),
        axes("quiver_of_one", |ax| {
            ax.quiver([1], [2], [3], [-1])?;
            Ok(())
        }),
        axes("quiver_of_many", |ax| {
            let mut random = Random::new(3);
            let mut column = || -> Vec<f64> { (0..700).map(|_| random.unit() - 0.5).collect() };
            let [x, y, u, v] = [column(), column(), column(), column()];
            ax.quiver(x, y, u, v)?.facecolors(["r", "g", "b"]);
            Ok(())
        }),
        axes("quiver_keys", |ax| {
            let q = arrows(ax)?.facecolor("C2").handle();
            ax.quiverkey(q, (0.5, 1.05), 5.0, "5 m/s")?;
            let right = ax.quiverkey(q, (0.8, 0.9), 5.0, "right")?;
            right.labelpos(LabelPos::E).color("r").labelcolor("b");
            let left = ax.quiverkey(q, (0.5, 0.5), 3.0, "left")?;
            left.labelpos(LabelPos::W).angle(40.0).coordinates(Unit::Figure);
            let below = ax.quiverkey(q, (2, 1), 2.0, "below")?;
            below.labelpos(LabelPos::S).coordinates(Unit::Data);
            below.labelsep(0.05).fontsize(7.0);
            Ok(())
        }),
    ]
}

pub(super) fn scenes() -> Vec<Scene> {
    [looks(), odd()].into_iter().flatten().collect()
}
