//! Points counted in hexagons and in rectangles.

use figure::norm::Norm;
use figure::{Artist, Collection, Hexbin, Hist2d, Mesh};

use super::{axes, figure_of};
use crate::random::Random;
use crate::scene::Scene;

const NAN: f64 = f64::NAN;

/// Points around (1, 2), denser in the middle.
fn cloud(count: usize) -> (Vec<f64>, Vec<f64>) {
    let mut random = Random::new(1);
    let mut lump = || (0..4).map(|_| random.unit()).fold(0.0, |sum, v| sum + v) - 2.0;
    let points = (0..count).map(|_| (1.0 + lump(), 2.0 + 3.0 * lump()));
    points.collect::<Vec<_>>().into_iter().unzip()
}

fn gathered(
    name: &'static str,
    how: Hexbin,
    set: fn(&mut Artist<Collection>),
) -> Scene {
    axes(format!("hexbin_{name}"), move |ax| {
        let (x, y) = cloud(2000);
        set(ax.hexbin(x, y, &how)?);
        Ok(())
    })
}

fn products() -> Vec<f64> {
    let (x, y) = cloud(2000);
    x.iter().zip(&y).map(|(x, y)| x * y).collect()
}

fn hexagons() -> Vec<Scene> {
    let how = Hexbin::new;
    let means = || how().gridsize(15).values(products());
    let largest = |all: &[f64]| all.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    vec![
        gathered("default", how(), |_| {}),
        gathered("coarse", how().gridsize(15), |c| {
            c.cmap("magma");
        }),
        gathered("oblong", how().gridsize_xy(12, 5), |c| {
            c.edgecolor("w").linewidth(0.5);
        }),
        gathered("sparse", how().gridsize(20).mincnt(1), |_| {}),
        gathered("dense_only", how().gridsize(20).mincnt(6), |c| {
            c.alpha(0.6);
        }),
        gathered("logarithmic", how().gridsize(20).mincnt(1), |c| {
            c.norm(Norm::log());
        }),
        gathered("levels", how().gridsize(20).bins(4), |_| {}),
        gathered(
            "within",
            how().gridsize(15).extent(0.0, 2.0, -2.0, 4.0),
            |_| {},
        ),
        gathered("means", means(), |_| {}),
        gathered("means_of_three", means().mincnt(3), |_| {}),
        gathered("largest", means().reduce(largest), |_| {}),
        figure_of("hexbin_with_gaps", (4.0, 3.0), 100.0, |figure| {
            let ax = figure.add_subplot(1, 1, 1)?;
            let (x, y) = ([1.0, NAN, 3.0, 3.0], [1.0, 1.0, NAN, 2.0]);
            let handle = ax.hexbin(x, y, &Hexbin::new().gridsize(5))?.handle();
            figure.colorbar(handle)?;
            Ok(())
        }),
        axes("hexbin_of_one_point", |ax| {
            ax.hexbin([2], [0], &Hexbin::new().gridsize(4))?;
            Ok(())
        }),
    ]
}

fn counted(name: &'static str, how: Hist2d, set: fn(&mut Artist<Mesh>)) -> Scene {
    axes(format!("hist2d_{name}"), move |ax| {
        let (x, y) = cloud(2000);
        set(ax.hist2d(x, y, &how)?);
        Ok(())
    })
}

fn rectangles() -> Vec<Scene> {
    let how = Hist2d::new;
    vec![
        counted("default", how(), |_| {}),
        counted("bins", how().bins(20, 5), |mesh| {
            mesh.cmap("Blues");
        }),
        counted(
            "edges",
            how().bins([-1.0, 0.0, 0.5, 1.0, 1.5, 3.0], [-4.0, 0.0, 2.0, 4.0, 8.0]),
            |_| {},
        ),
        counted(
            "range",
            how().bins(12, 12).range((0.0, 2.0), (-1.0, 5.0)),
            |_| {},
        ),
        counted("density", how().density(), |_| {}),
        counted("bounded", how().bins(15, 15).cmin(2.0).cmax(20.0), |_| {}),
        figure_of("hist2d_weighted", (4.0, 3.0), 100.0, |figure| {
            let (x, y) = cloud(300);
            let how = Hist2d::new().bins(8, 8).weights(y.iter().map(|v| v.abs()));
            let ax = figure.add_subplot(1, 1, 1)?;
            let handle = ax.hist2d(&x, &y, &how)?.handle();
            figure.colorbar(handle)?;
            Ok(())
        }),
    ]
}

pub(super) fn scenes() -> Vec<Scene> {
    [hexagons(), rectangles()].into_iter().flatten().collect()
}
