//! Arrows, hexagons, rectangles and matrices: what they refuse, and that any numbers draw.

use figure::{Angles, ArrowUnits, Axes, Error, Figure, Hexbin, Hist2d, Pivot, Result};

fn drawn(fill: impl FnOnce(&mut Axes) -> Result<()>) -> Result<Vec<u8>> {
    let mut fig = Figure::new((3.0, 2.0), 50.0);
    fill(fig.add_subplot(1, 1, 1)?)?;
    fig.to_png()
}

const ODD: [f64; 9] = [
    0.0,
    -1.0,
    1.0,
    1e300,
    -1e308,
    1e-320,
    f64::NAN,
    f64::INFINITY,
    f64::NEG_INFINITY,
];

#[test]
fn arrows_need_points_and_vectors_that_fit() {
    let refused = |result: Result<Vec<u8>>| matches!(result, Err(Error::LengthMismatch { .. }));
    assert!(refused(drawn(|ax| ax
        .quiver([1], [2], [3, 4], [5, 6])
        .map(drop))));
    assert!(refused(drawn(|ax| ax
        .quiver([1, 2], [2, 3], [3, 4], [5])
        .map(drop))));
    assert!(refused(drawn(|ax| {
        ax.quiver([1, 2], [2, 3], [3, 4], [5, 6])?.values([1])?;
        Ok(())
    })));
    assert!(refused(drawn(|ax| {
        let degrees = Angles::Degrees(vec![1.0, 2.0, 3.0]);
        ax.quiver([1, 2], [2, 3], [3, 4], [5, 6])?.angles(degrees)?;
        Ok(())
    })));
    let mut fig = Figure::default();
    let arrows = fig.add_subplot(1, 2, 1).unwrap().quiver([1], [2], [3], [4]);
    let arrows = arrows.unwrap().handle();
    let other = fig.add_subplot(1, 2, 2).unwrap();
    assert!(matches!(
        other.quiverkey(arrows, (0, 0), 1.0, "key"),
        Err(Error::Handle)
    ));
}

#[test]
fn vectors_on_a_grid_are_given_row_after_row() {
    let picture = |grid: bool| {
        drawn(|ax| {
            let (u, v) = ([1, 2, 3, 4, 5, 6], [6, 5, 4, 3, 2, 1]);
            if grid {
                ax.quiver([0, 1, 2], [0, 1], u, v)?;
            } else {
                ax.quiver([0, 1, 2, 0, 1, 2], [0, 0, 0, 1, 1, 1], u, v)?;
            }
            Ok(())
        })
        .unwrap()
    };
    assert_eq!(picture(true), picture(false));
}

#[test]
fn any_arrows_draw() {
    let units = [
        ArrowUnits::Width,
        ArrowUnits::Height,
        ArrowUnits::Dots,
        ArrowUnits::Inches,
        ArrowUnits::X,
        ArrowUnits::Y,
        ArrowUnits::Xy,
    ];
    for (i, &a) in ODD.iter().enumerate() {
        for units in units {
            let b = ODD[(i + 4) % ODD.len()];
            let picture = drawn(|ax| {
                let arrows = ax.quiver([0.0, 1.0, a], [0.0, 1.0, 2.0], [a, b, 1.0], [b, a, 2.0])?;
                arrows.units(units).scale_units(units).pivot(Pivot::Tip);
                let arrows = arrows.angles(Angles::Xy)?.handle();
                ax.quiverkey(arrows, (0.5, 0.5), a, "key")?.angle(b);
                let odd = ax.quiver([0.0], [0.0], [1.0], [1.0])?;
                odd.scale(a)
                    .width(b)
                    .headwidth(a)
                    .headlength(b)
                    .minshaft(a)
                    .minlength(b);
                Ok(())
            });
            // Limits that are too far apart to be divided are an error of their own.
            let known = matches!(picture, Ok(_) | Err(Error::TickRange { .. }));
            assert!(known, "{a} {b} {units:?}: {picture:?}");
        }
    }
    let none = [0.0; 0];
    assert!(drawn(|ax| ax.quiver(none, none, none, none).map(drop)).is_ok());
}

#[test]
fn hexagons_need_a_number_and_an_extent() {
    let hexbin = |how: Hexbin| drawn(|ax| ax.hexbin([1.0, 2.0], [3.0, 4.0], &how).map(drop));
    for none in [Hexbin::new().gridsize(0), Hexbin::new().gridsize_xy(3, 0)] {
        assert!(matches!(hexbin(none), Err(Error::BinCount(0))));
    }
    assert!(matches!(
        hexbin(Hexbin::new().gridsize(1 << 20)),
        Err(Error::BinCount(_))
    ));
    for (low, high) in [(2.0, 1.0), (f64::NAN, 1.0), (0.0, f64::INFINITY)] {
        let how = Hexbin::new().extent(low, high, 0.0, 1.0);
        assert!(matches!(hexbin(how), Err(Error::BinRange { .. })));
    }
    let few = Hexbin::new().values([1.0]);
    assert!(matches!(
        hexbin(few),
        Err(Error::LengthMismatch { x: 2, y: 1 })
    ));
}

#[test]
fn any_points_are_counted() {
    for &a in &ODD {
        for &b in &ODD {
            let how = Hexbin::new().gridsize(7).bins(3);
            let picture = drawn(|ax| ax.hexbin([a, b, 1.0], [b, 2.0, a], &how).map(drop));
            let known = matches!(
                picture,
                Ok(_) | Err(Error::TickRange { .. } | Error::BinRange { .. })
            );
            assert!(known, "{a} {b}: {picture:?}");
        }
    }
    let none = [0.0; 0];
    assert!(drawn(|ax| ax.hexbin(none, none, &Hexbin::new().gridsize(5)).map(drop)).is_ok());
    assert!(drawn(|ax| ax.hist2d(none, none, &Hist2d::new()).map(drop)).is_ok());
}

#[test]
fn rectangles_refuse_what_histograms_refuse() {
    let hist2d = |how: Hist2d| drawn(|ax| ax.hist2d([1.0, 2.0], [3.0, 4.0], &how).map(drop));
    assert!(matches!(
        hist2d(Hist2d::new().bins(0, 3)),
        Err(Error::BinCount(0))
    ));
    let falling = Hist2d::new().bins(3, [2.0, 1.0]);
    assert!(matches!(hist2d(falling), Err(Error::BinEdges(_))));
    let few = Hist2d::new().weights([1.0]);
    assert!(matches!(
        hist2d(few),
        Err(Error::LengthMismatch { x: 2, y: 1 })
    ));
}

#[test]
fn matrices_without_entries_draw() {
    let none: [[f64; 0]; 0] = [];
    assert!(drawn(|ax| ax.matshow(none).map(drop)).is_ok());
    assert!(drawn(|ax| ax.spy(none, 0.0).map(drop)).is_ok());
    assert!(drawn(|ax| ax.spy_markers([[0.0, f64::NAN]], 0.0).map(drop)).is_ok());
    assert!(drawn(|ax| ax.matshow([vec![1], vec![2, 3]]).map(drop)).is_err());
}
