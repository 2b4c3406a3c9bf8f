//! Meshes of coloured cells.

use figure::Shading;
use figure::norm::{Extend, Norm};

use super::axes;
use crate::random::Random;
use crate::scene::Scene;

const NAN: f64 = f64::NAN;

fn values(rows: usize, columns: usize, seed: u64) -> Vec<Vec<f64>> {
    let mut random = Random::new(seed);
    let mut row = |_| (0..columns).map(|_| random.unit()).collect();
    (0..rows).map(&mut row).collect()
}

pub(super) fn scenes() -> Vec<Scene> {
    let mut scenes = vec![
        axes("mesh_flat", |ax| {
            let (x, y) = ([0.0, 1.0, 2.5, 3.0, 5.0], [0.0, 0.5, 2.0, 3.0]);
            ax.pcolormesh(x, y, values(3, 4, 1))?;
            Ok(())
        }),
        axes("mesh_nearest", |ax| {
            let (x, y) = ([0.0, 1.0, 2.5, 3.0], [0.0, 0.5, 2.0]);
            ax.pcolormesh(x, y, values(3, 4, 1))?
                .cmap("RdBu_r")
                .alpha(0.7);
            Ok(())
        }),
        axes("mesh_gouraud", |ax| {
            let (x, y) = ([0.0, 1.0, 2.5, 3.0], [0.0, 0.5, 2.0]);
            ax.pcolormesh_shaded(x, y, values(3, 4, 1), Shading::Gouraud)?
                .cmap("magma");
            Ok(())
        }),
        axes("mesh_distorted_with_edges", |ax| {
            let grid = |of: fn(f64) -> f64| -> Vec<Vec<f64>> {
                let row = |j: i32| {
                    let at = move |i: i32| of(0.3 * f64::from(i)) * (1.0 + f64::from(j));
                    (0..6).map(at).collect()
                };
                (0..4).map(row).collect()
            };
            let (x, y) = (grid(f64::cos), grid(f64::sin));
            ax.pcolormesh_distorted(x, y, values(3, 5, 1), Shading::Flat)?
                .edgecolor("k")
                .linewidth(0.5);
            Ok(())
        }),
        axes("mesh_with_holes", |ax| {
            let mut z = values(5, 6, 7);
            (z[1][2], z[4][5]) = (NAN, NAN);
            ax.pcolormesh(0..7, 0..6, z)?
                .vmin(0.3)
                .vmax(0.6)
                .cmap("coolwarm");
            ax.plot([0, 6], [0, 5])?.color("k");
            Ok(())
        }),
    ];
    let steps = [-4.0, -1.0, 0.0, 3.0, 7.0];
    let norms = [
        ("log", Ok(Norm::log())),
        ("symlog", Norm::symlog(0.5, 1.0)),
        ("power", Ok(Norm::power(0.4))),
        (
            "two_slope",
            Ok(Norm::two_slope(0.0).with_vmin(-3.0).with_vmax(8.0)),
        ),
        ("boundary", Norm::boundaries(&steps, Extend::Neither)),
        ("boundary_extended", Norm::boundaries(&steps, Extend::Both)),
    ];
    for (name, norm) in norms {
        scenes.push(axes(format!("mesh_norm_{name}"), move |ax| {
            let Ok(norm) = &norm else { return Ok(()) };
            let value = |i: i32, j: i32| f64::from(8 * i + j - 20) / 3.0;
            let row = |i| (0..8).map(move |j| value(i, j)).collect::<Vec<_>>();
            ax.pcolormesh(0..9, 0..7, (0..6).map(row))?
                .norm(norm.clone());
            Ok(())
        }));
    }
    scenes
}
