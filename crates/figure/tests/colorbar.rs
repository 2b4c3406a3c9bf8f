//! Colorbars: what they refuse, and that any of their settings draw.

use figure::norm::Extend;
use figure::{Error, Figure, Handle, Mesh, Side};

#[expect(clippy::unwrap_used, reason = "a test's helper")]
fn figure_with_mesh() -> (Figure, Handle<Mesh>) {
    let mut fig = Figure::new((3.0, 2.0), 50.0);
    let ax = fig.add_subplot(1, 1, 1).unwrap();
    let mesh = ax.pcolormesh(0..3, 0..3, [[1, 2], [3, 4]]).unwrap();
    let handle = mesh.handle();
    (fig, handle)
}

#[test]
fn a_colorbar_needs_an_artist_with_values() {
    let mut fig = Figure::default();
    let ax = fig.add_subplot(1, 1, 1).unwrap();
    let points = ax.scatter([1, 2], [3, 4]).unwrap().handle();
    let picture = ax.imshow_rgba(&[[1, 2, 3, 4]], 1).unwrap().handle();
    assert!(matches!(fig.colorbar(points), Err(Error::Unmapped)));
    assert!(matches!(fig.colorbar(picture), Err(Error::Unmapped)));
    assert_eq!(fig.axes().len(), 1);
}

#[test]
fn a_colorbar_needs_an_artist_and_plots_of_its_own_figure() {
    let (mut fig, mesh) = figure_with_mesh();
    let mut other = Figure::default();
    for _ in 0..3 {
        other.add_subplot(1, 1, 1).unwrap();
    }
    let (here, elsewhere) = (fig.axes()[0].id(), other.axes()[2].id());
    assert!(matches!(other.colorbar(mesh), Err(Error::Handle)));
    assert!(matches!(
        fig.colorbar_in(mesh, elsewhere),
        Err(Error::Handle)
    ));
    assert!(matches!(
        fig.colorbar_of_many(mesh, [here, elsewhere]),
        Err(Error::Handle)
    ));
    assert!(matches!(fig.colorbar_of_many(mesh, []), Err(Error::Handle)));
    assert_eq!(fig.axes().len(), 1);
}

#[test]
fn boundaries_have_to_increase_and_ends_to_have_lengths() {
    let (mut fig, mesh) = figure_with_mesh();
    let bar = fig.colorbar(mesh).unwrap();
    for bad in [&[1.0][..], &[1.0, 1.0], &[2.0, 1.0], &[1.0, f64::NAN]] {
        assert!(matches!(bar.boundaries(bad), Err(Error::BarBoundaries(_))));
    }
    for (low, high) in [(-0.1, 0.1), (0.1, f64::NAN), (f64::INFINITY, 0.1)] {
        assert!(matches!(
            bar.extendfrac(low, high),
            Err(Error::BarEnds { .. })
        ));
    }
    assert!(bar.format("%q{").is_err());
}

#[test]
fn any_place_of_a_colorbar_draws() {
    for bad in [0.0, -1.0, 1.0, 2.0, 1e300, f64::NAN, f64::INFINITY] {
        for side in [Side::Left, Side::Right, Side::Bottom, Side::Top] {
            let (mut fig, mesh) = figure_with_mesh();
            let bar = fig.colorbar(mesh).unwrap().location(side);
            bar.extend(Extend::Both).drawedges().set_label("label");
            bar.fraction(bad);
            fig.colorbar(mesh).unwrap().location(side).pad(bad);
            fig.colorbar(mesh).unwrap().location(side).shrink(bad);
            let all: Vec<_> = fig.axes().iter().map(|axes| axes.id()).collect();
            fig.colorbar_of_many(mesh, all).unwrap().aspect(bad);
            fig.to_png().unwrap();
        }
    }
}

#[test]
fn setters_may_come_in_any_order() {
    let picture = |first: bool| {
        let (mut fig, mesh) = figure_with_mesh();
        if first {
            fig.axes_mut()[0]
                .artist(mesh)
                .unwrap()
                .cmap("magma")
                .vmax(9.0);
        }
        let bar = fig.colorbar(mesh).unwrap();
        bar.set_label("late");
        bar.location(Side::Top);
        if !first {
            fig.axes_mut()[0]
                .artist(mesh)
                .unwrap()
                .cmap("magma")
                .vmax(9.0);
        }
        fig.to_png().unwrap()
    };
    assert_eq!(picture(true), picture(false));
}
