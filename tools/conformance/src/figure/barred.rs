//! Colorbars in constrained layouts: in the margins, beside what stands around their plots.

use figure::norm::Extend;
use figure::{Artist, Axes, AxesId, Figure, Handle, Mesh, Mosaic, Side, Subplots};

use super::{Done, figure_of};
use crate::scene::Scene;

const VALUES: [[f64; 3]; 2] = [[1.0, 2.0, 3.0], [4.0, 5.0, 9.0]];

/// A number whose label is long.
const LARGE: f64 = 123_456_789_012.0;

const SIDES: [(&str, Side); 4] = [
    ("left", Side::Left),
    ("right", Side::Right),
    ("top", Side::Top),
    ("bottom", Side::Bottom),
];

fn page(name: &str, size: (f64, f64), fill: impl Fn(&mut Figure) -> Done + 'static) -> Scene {
    figure_of(name, size, 100.0, move |figure| {
        figure.constrained_layout();
        fill(figure)
    })
}

fn mesh(ax: &mut Axes, factor: f64) -> figure::Result<&mut Artist<Mesh>> {
    ax.set_xlabel("x label");
    ax.set_ylabel("y label");
    ax.pcolormesh(0..4, 0..3, VALUES.map(|row| row.map(|v| factor * v)))
}

fn one(figure: &mut Figure) -> figure::Result<Handle<Mesh>> {
    Ok(mesh(figure.add_subplot(1, 1, 1)?, 1.0)?.handle())
}

/// The meshes of a grid of plots, and the plots' names.
fn grid(figure: &mut Figure) -> figure::Result<(Vec<Handle<Mesh>>, Vec<AxesId>)> {
    let plots = figure.subplots(Subplots::new(2, 2)?)?;
    let ids = plots.iter().map(|ax| ax.id()).collect();
    let meshes = plots.iter_mut().map(|ax| Ok(mesh(ax, 1.0)?.handle()));
    Ok((meshes.collect::<figure::Result<_>>()?, ids))
}

pub(super) fn scenes() -> Vec<Scene> {
    let mut scenes = singles();
    scenes.extend(many());
    scenes.extend(SIDES.into_iter().flat_map(|(name, side)| several(name, side)));
    scenes
}

/// Several bars on one side.
fn several(name: &str, side: Side) -> [Scene; 3] {
    let three = format!("constrained_three_colorbars_{name}");
    let of_all = format!("constrained_colorbars_of_all_{name}");
    let bare = format!("constrained_colorbars_of_the_bare_{name}");
    [
        page(&three, (6.0, 5.0), move |figure| {
            let mesh = one(figure)?;
            if let [ax, ..] = figure.axes_mut() {
                ax.set_title("title");
            }
            for label in ["one", "two", "three"] {
                let bar = figure.colorbar(mesh)?.location(side);
                bar.shrink(0.7).set_label(label);
            }
            Ok(())
        }),
        page(&of_all, (6.0, 5.0), move |figure| {
            let (meshes, ids) = grid(figure)?;
            if let [.., last] = *meshes {
                let bar = figure.colorbar_of_many(last, ids.clone())?;
                bar.location(side).set_label("one");
                let bar = figure.colorbar_of_many(last, ids)?;
                bar.location(side).extend(Extend::Both);
            }
            Ok(())
        }),
        page(&bare, (5.0, 4.0), move |figure| {
            let (mut ids, mut meshes) = (Vec::new(), Vec::new());
            for ax in figure.subplots(Subplots::new(2, 2)?)? {
                ax.set_axis_on(false);
                ids.push(ax.id());
                let values = [[0.0, 1e9, 3e9], [2e9, 4e9, LARGE]];
                meshes.push(ax.pcolormesh(0..4, 0..3, values)?.handle());
            }
            if let ([.., last], [_, second, ..]) = (&*meshes, &*ids) {
                let bar = figure.colorbar_of_many(*last, ids.clone())?.location(side);
                bar.set_ticks([0.0, LARGE]).format("%.3f")?;
                let bar = figure.colorbar_of_many(*last, [*second])?.location(side);
                bar.set_ticks([0.0, LARGE]).format("%.2f")?;
            }
            Ok(())
        }),
    ]
}

fn singles() -> Vec<Scene> {
    let mut scenes = vec![
        page("constrained_colorbar", (6.0, 4.0), |figure| {
            let mesh = one(figure)?;
            figure.colorbar(mesh)?.set_label("values");
            Ok(())
        }),
        page("constrained_two_colorbars", (6.0, 4.0), |figure| {
            let mesh = one(figure)?;
            figure.colorbar(mesh)?.set_label("one");
            let bar = figure.colorbar(mesh)?.extend(Extend::Both);
            bar.set_label("two");
            let bar = figure.colorbar(mesh)?.location(Side::Left);
            bar.pad(0.1).fraction(0.2);
            Ok(())
        }),
        page("constrained_colorbar_of_an_image", (8.0, 3.6), |figure| {
            let (mut image, mut cells) = (None, None);
            if let [left, right] = figure.subplots(Subplots::new(1, 2)?)? {
                image = Some(left.imshow(VALUES)?.handle());
                cells = Some(mesh(right, 1.0)?.handle());
            }
            if let (Some(image), Some(cells)) = (image, cells) {
                figure.colorbar(image)?.shrink(0.8).set_label("height");
                let bar = figure.colorbar(cells)?.location(Side::Bottom);
                bar.extend(Extend::Both);
            }
            Ok(())
        }),
        page("constrained_colorbar_wider_than_its_plot", (4.0, 3.0), |figure| {
            let ax = figure.add_subplot(1, 1, 1)?;
            ax.set_axis_on(false);
            let values = [[0.0, 1e9], [2e9, LARGE]];
            let mesh = ax.pcolormesh(0..3, 0..3, values)?.handle();
            let bar = figure.colorbar(mesh)?.location(Side::Bottom);
            bar.set_ticks([0.0, LARGE]).format("%.3f")?;
            Ok(())
        }),
    ];
    scenes.extend(SIDES.map(|(name, side)| {
        let name = format!("constrained_colorbar_{name}");
        page(&name, (6.0, 4.0), move |figure| {
            let mesh = one(figure)?;
            if let [ax, ..] = figure.axes_mut() {
                ax.set_title("title");
            }
            figure.colorbar(mesh)?.location(side).set_label("values");
            Ok(())
        })
    }));
    scenes
}

fn many() -> Vec<Scene> {
    vec![
        page("constrained_colorbars_of_a_grid", (7.0, 5.0), |figure| {
            let plots = figure.subplots(Subplots::new(2, 2)?)?.iter_mut();
            let meshes = (0..).zip(plots);
            let meshes = meshes.map(|(i, ax)| Ok(mesh(ax, 10_f64.powi(i))?.handle()));
            for mesh in meshes.collect::<figure::Result<Vec<_>>>()? {
                figure.colorbar(mesh)?;
            }
            figure.suptitle("over all");
            Ok(())
        }),
        page("constrained_colorbar_of_many", (7.0, 5.0), |figure| {
            let (meshes, ids) = grid(figure)?;
            if let ([.., last], [_, _, c, d]) = (&*meshes, &*ids) {
                figure.colorbar_of_many(*last, ids.clone())?.set_label("all");
                let bar = figure.colorbar_of_many(*last, [*c, *d])?;
                bar.location(Side::Bottom);
            }
            Ok(())
        }),
        page("constrained_colorbar_of_a_column", (7.0, 5.0), |figure| {
            let (meshes, ids) = grid(figure)?;
            if let ([.., last], [a, b, c, _]) = (&*meshes, &*ids) {
                figure.colorbar_of_many(*last, [*a, *c])?.shrink(0.6);
                let bar = figure.colorbar_of_many(*last, [*b])?;
                bar.location(Side::Top);
            }
            Ok(())
        }),
        page("constrained_colorbar_of_a_mosaic", (7.0, 5.0), |figure| {
            let mut plots = figure.subplot_mosaic(&Mosaic::new("AAB\nCCB")?)?;
            let mut ids = Vec::new();
            let mut last = None;
            for name in ["A", "B", "C"] {
                let ax = plots.axes(name)?;
                ids.push(ax.id());
                last = Some(mesh(ax, 1.0)?.handle());
            }
            if let (Some(last), [a, b, c]) = (last, &*ids) {
                figure.colorbar_of_many(last, [*b])?.aspect(10.0);
                let bar = figure.colorbar_of_many(last, [*a, *c])?;
                bar.location(Side::Left);
            }
            Ok(())
        }),
    ]
}
