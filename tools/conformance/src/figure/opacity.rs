//! Opacities of points, cells and pixels, one by one.

use figure::{Artist, Axes, Image, Origin, Shading, Stage};

use super::{Done, axes, figure_of};
use crate::scene::Scene;

pub(super) fn scenes() -> Vec<Scene> {
    let mut scenes = pictures();
    scenes.extend(meshes());
    scenes.extend(points());
    scenes
}

fn table(rows: usize, columns: usize, at: impl Fn(usize, usize) -> f64) -> Vec<Vec<f64>> {
    let row = |r| (0..columns).map(|c| at(r, c)).collect();
    (0..rows).map(row).collect()
}

fn field(rows: usize, columns: usize) -> Vec<Vec<f64>> {
    table(rows, columns, |r, c| ((3 * r + 5 * c) % 11) as f64)
}

fn shares(rows: usize, columns: usize) -> Vec<Vec<f64>> {
    table(rows, columns, |r, c| ((7 * r + 2 * c) % 10) as f64 / 9.0)
}

fn show(ax: &mut Axes, rows: usize, columns: usize) -> figure::Result<&mut Artist<Image>> {
    ax.set_facecolor("0.7");
    let image = ax.imshow(field(rows, columns))?;
    image.alphas(shares(rows, columns))
}

fn pictures() -> Vec<Scene> {
    let named = |name: &'static str| {
        axes(format!("alphas_imshow_{name}"), move |ax| {
            show(ax, 6, 8)?.interpolation(name);
            Ok(())
        })
    };
    let mut scenes: Vec<Scene> = ["auto", "nearest", "bilinear", "lanczos"].map(named).into();
    scenes.extend([
        axes("alphas_imshow_as_colours", |ax| {
            let image = show(ax, 6, 8)?.interpolation("bicubic");
            image.interpolation_stage(Stage::Rgba).origin(Origin::Lower);
            Ok(())
        }),
        axes("alphas_imshow_small", |ax| {
            show(ax, 300, 500)?;
            Ok(())
        }),
        figure_of("alphas_imshow_with_gaps", (4.0, 3.0), 100.0, |figure| {
            let ax = figure.add_subplot(1, 1, 1)?;
            ax.set_facecolor("0.7");
            let mut data = field(5, 5);
            data[1][1] = f64::NAN;
            data[3][4] = f64::NAN;
            let image = ax.imshow(data)?.interpolation("bilinear").cmap("magma");
            let image = image.alphas(shares(5, 5))?.handle();
            figure.colorbar(image)?;
            Ok(())
        }),
        axes("alphas_imshow_of_colours", |ax| {
            ax.set_facecolor("0.7");
            let pixel = |i: u8| {
                let (r, c) = (i / 8, i % 8);
                [40 * r, 30 * c, 255 - 20 * c, 255 - 25 * r]
            };
            let pixels: Vec<[u8; 4]> = (0..48).map(pixel).collect();
            let image = ax.imshow_rgba(&pixels, 8)?.interpolation("bilinear");
            image.alphas(shares(6, 8))?;
            Ok(())
        }),
        axes("alpha_imshow_one_for_all", |ax| {
            ax.imshow(field(5, 5))?.interpolation("bilinear").alpha(0.7);
            Ok(())
        }),
    ]);
    scenes
}

fn numbers(count: i32) -> Vec<i32> {
    (0..count).collect()
}

fn mesh(ax: &mut Axes, rows: i32, columns: i32) -> figure::Result<&mut Artist<figure::Mesh>> {
    let (r, c) = (rows as usize, columns as usize);
    let mesh = ax.pcolormesh(numbers(columns + 1), numbers(rows + 1), field(r, c))?;
    mesh.alphas(shares(r, c))
}

fn meshes() -> Vec<Scene> {
    vec![
        axes("alphas_pcolormesh", |ax| {
            mesh(ax, 5, 6)?;
            Ok(())
        }),
        axes("alphas_pcolormesh_edges", |ax| {
            mesh(ax, 3, 4)?.edgecolor("k").linewidth(2.0);
            Ok(())
        }),
        axes("alphas_pcolormesh_edges_as_faces", |ax| {
            mesh(ax, 3, 4)?.edgecolor_face().linewidth(4.0);
            Ok(())
        }),
        axes("alphas_pcolormesh_gouraud", |ax| {
            let (x, y) = (numbers(5), numbers(4));
            ax.pcolormesh_shaded(x, y, field(4, 5), Shading::Gouraud)?
                .alphas(shares(4, 5))?;
            Ok(())
        }),
    ]
}

fn x() -> [f64; 10] {
    std::array::from_fn(|i| i as f64)
}

fn y() -> [f64; 10] {
    std::array::from_fn(|i| ((4 * i) % 7) as f64)
}

fn a() -> [f64; 10] {
    std::array::from_fn(|i| i as f64 / 9.0)
}

fn points() -> Vec<Scene> {
    vec![
        axes("alphas_scatter", |ax| {
            ax.scatter(x(), y())?.size(300.0).alphas(a())?.label("points");
            ax.legend();
            Ok(())
        }),
        figure_of("alphas_scatter_values", (4.0, 3.0), 100.0, |figure| {
            let ax = figure.add_subplot(1, 1, 1)?;
            let points = ax.scatter(x(), y())?.values(y())?.size(300.0);
            let points = points.alphas(a())?.edgecolor("k").linewidth(3.0).handle();
            figure.colorbar(points)?;
            Ok(())
        }),
        axes("alphas_scatter_colours", colours),
    ]
}

fn colours(ax: &mut Axes) -> Done {
    let points = ax.scatter(x(), y())?.size(300.0).marker("s");
    let five = ["r", "g", "b", "c", "m"];
    points.facecolors([five, five].concat()).alphas(a())?;
    ax.scatter(x(), y())?.marker("x").facecolor("k").alphas(a())?;
    Ok(())
}
