//! Contours: what they refuse, where lines run, and that any field draws.

use figure::contour::Field;
use figure::norm::Extend;
use figure::{Axes, Error, Figure, Matrix, Result};

fn drawn(fill: impl FnOnce(&mut Axes) -> Result<()>) -> Result<Vec<u8>> {
    let mut fig = Figure::new((3.0, 2.0), 50.0);
    fill(fig.add_subplot(1, 1, 1)?)?;
    fig.to_png()
}

const SLOPE: [[i32; 3]; 2] = [[0, 1, 2], [1, 2, 3]];

#[test]
fn coordinates_that_do_not_fit_the_values_are_refused() {
    let mut fig = Figure::default();
    let ax = fig.add_subplot(1, 1, 1).unwrap();
    let refused = ax.contour(0..4, 0..2, SLOPE).map(drop);
    assert!(matches!(refused, Err(Error::LengthMismatch { .. })));
    let refused = ax.contourf(0..3, 0..1, SLOPE).map(drop);
    assert!(matches!(refused, Err(Error::LengthMismatch { .. })));
    let refused = ax.contour(0..3, 0..1, [[1, 2, 3]]).map(drop);
    assert!(matches!(
        refused,
        Err(Error::FieldSize {
            rows: 1,
            columns: 3
        })
    ));
    let none: [[f64; 0]; 0] = [];
    let refused = ax.contour([0.0; 0], [0.0; 0], none).map(drop);
    assert!(matches!(refused, Err(Error::FieldSize { .. })));
    assert!(ax.contour(0..2, 0..2, vec![vec![1, 2], vec![3]]).is_err());
}

#[test]
fn levels_have_to_increase_and_layers_need_two() {
    for bad in [vec![2.0, 1.0], vec![1.0, 1.0], vec![0.0, f64::NAN]] {
        let refused = drawn(|ax| ax.contour(0..3, 0..2, SLOPE)?.levels(&bad).map_to_unit());
        assert!(matches!(refused, Err(Error::ContourLevels(levels)) if levels.len() == 2));
    }
    let refused = drawn(|ax| ax.contourf(0..3, 0..2, SLOPE)?.levels([1]).map_to_unit());
    assert!(matches!(refused, Err(Error::ContourLevels(_))));
}

#[test]
fn labels_need_levels_that_there_are_and_a_pattern() {
    let labelled = |levels: &[f64], pattern: &str| {
        drawn(|ax| {
            let lines = ax.contour(0..3, 0..2, SLOPE)?.levels([1, 2]).handle();
            ax.clabel(lines)?.levels(levels).fmt(pattern);
            Ok(())
        })
    };
    assert!(labelled(&[1.0], "%g").is_ok());
    assert!(matches!(
        labelled(&[1.5], "%g"),
        Err(Error::ContourLevels(_))
    ));
    assert!(matches!(labelled(&[1.0], "%"), Err(Error::TickFormat(_))));
    let mut fig = Figure::default();
    let lines = fig.add_subplot(1, 2, 1).unwrap().contour(0..3, 0..2, SLOPE);
    let lines = lines.unwrap().handle();
    let other = fig.add_subplot(1, 2, 2).unwrap();
    assert!(matches!(other.clabel(lines), Err(Error::Handle)));
}

#[test]
fn a_line_keeps_what_is_above_on_its_left() {
    let field = Field::over_indices(Matrix::new([0, 0, 2, 2], 2).unwrap()).unwrap();
    let lines = field.lines(1.0);
    let ends: Vec<(f64, f64)> = lines[0].points().iter().map(|p| (p.x, p.y)).collect();
    assert_eq!(ends, [(0.0, 0.5), (1.0, 0.5)]);
    assert!(!lines[0].is_closed());
}

#[test]
fn a_hole_belongs_to_the_region_around_it() {
    let values = [
        0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 1, 9, 1, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0,
    ];
    let field = Field::over_indices(Matrix::new(values, 5).unwrap()).unwrap();
    let regions = field.regions(0.5, 5.0);
    assert_eq!(regions.len(), 1);
    assert_eq!(regions[0].holes().len(), 1);
    assert_eq!(field.regions(10.0, 11.0), []);
}

/// The picture of a field, drawn in every way, and searched between every two of its values.
#[test]
fn any_field_draws() {
    let odd = [
        0.0,
        -0.0,
        1.0,
        -1.0,
        1e300,
        -1e308,
        1e-320,
        f64::NAN,
        f64::INFINITY,
    ];
    let mut state = 7_u64;
    for size in [2, 3, 5, 9] {
        for _ in 0..6 {
            let mut value = || {
                state = state
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1);
                odd[(state >> 33) as usize % odd.len()]
            };
            let rows: Vec<Vec<f64>> = (0..size)
                .map(|_| (0..size).map(|_| value()).collect())
                .collect();
            let picture = drawn(|ax| {
                let levels = [-0.5, 0.0, 0.5];
                ax.contourf(0..size, 0..size, &rows)?
                    .levels(levels)
                    .extend(Extend::Both);
                let lines = ax.contour(0..size, 0..size, &rows)?.levels(levels);
                let lines = lines.handle();
                ax.clabel(lines)?;
                ax.clabel(lines)?.near([(0.0, 1.0), (f64::NAN, 2.0)]);
                Ok(())
            });
            assert!(picture.is_ok(), "{rows:?}: {picture:?}");
        }
    }
}

/// Drops what a setter gives back.
trait MapToUnit {
    fn map_to_unit(&mut self) -> Result<()>;
}

impl<T> MapToUnit for T {
    fn map_to_unit(&mut self) -> Result<()> {
        Ok(())
    }
}
