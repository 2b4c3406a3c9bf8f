//! Filled polygons: both rules, both directions, and what happens inside one pixel.

use agg_core::{FillRule, Path};

use super::picture::{AggScene, BLUE, Picture, TRANSLUCENT_GREEN};
use crate::random::Random;

pub(super) fn scenes() -> Vec<AggScene> {
    let small = |name, draw: fn(&mut Picture)| AggScene::new(name, (64, 64), draw);
    let large = |name, draw: fn(&mut Picture)| AggScene::new(name, (256, 192), draw);
    vec![
        small("triangle_opaque", |p| {
            p.fill(&triangle(), FillRule::NonZero, BLUE);
        }),
        small("triangle_translucent", |p| {
            p.fill(&triangle(), FillRule::NonZero, TRANSLUCENT_GREEN);
        }),
        small("triangle_nearly_transparent", |p| {
            p.fill(&triangle(), FillRule::NonZero, [255, 128, 7, 1]);
        }),
        small("triangle_layers", triangle_layers),
        small("triangle_on_white", |p| {
            p.clear([255; 4]);
            p.fill(&triangle(), FillRule::NonZero, TRANSLUCENT_GREEN);
        }),
        small("triangle_clockwise", |p| {
            let path = Path::polygon([(20.6, 59.2), (58.1, 22.4), (8.3, 5.7)]);
            p.fill(&path, FillRule::NonZero, BLUE);
        }),
        small("star_nonzero", |p| p.fill(&star(), FillRule::NonZero, BLUE)),
        small("star_evenodd", |p| p.fill(&star(), FillRule::EvenOdd, BLUE)),
        small("nested_squares_nonzero", |p| {
            p.fill(&nested_squares(), FillRule::NonZero, BLUE);
        }),
        small("nested_squares_evenodd", |p| {
            p.fill(&nested_squares(), FillRule::EvenOdd, BLUE);
        }),
        small("open_contours_are_closed", open_contours_are_closed),
        small("slivers", slivers),
        small("specks", specks),
        large("random_polygon_nonzero", |p| {
            p.fill(&random_polygon(), FillRule::NonZero, TRANSLUCENT_GREEN);
        }),
        large("random_polygon_evenodd", |p| {
            p.fill(&random_polygon(), FillRule::EvenOdd, TRANSLUCENT_GREEN);
        }),
    ]
}

fn triangle() -> Path {
    Path::polygon([(8.3, 5.7), (58.1, 22.4), (20.6, 59.2)])
}

fn star() -> Path {
    Path::polygon([
        (32.0, 3.0),
        (49.5, 57.25),
        (3.5, 23.75),
        (60.5, 23.75),
        (14.5, 57.25),
    ])
}

/// Every translucent layer rounds again, so twenty of them show the rounding.
fn triangle_layers(picture: &mut Picture) {
    for i in 0..20_u8 {
        let d = f64::from(i) * 1.3;
        let path = Path::polygon([(2.0 + d, 4.0 + d), (60.0 - d, 10.0), (20.0, 60.0 - d)]);
        picture.fill(
            &path,
            FillRule::NonZero,
            [200 - i * 9, 40 + i * 7, i * 12, 37 + i],
        );
    }
}

/// Three squares wound once, twice and back to nothing.
fn nested_squares() -> Path {
    let mut path = Path::new();
    path.extend(Path::polygon([(4.5, 4.5), (59.5, 4.5), (59.5, 59.5), (4.5, 59.5)]).elements());
    path.extend(
        Path::polygon([
            (14.25, 14.25),
            (49.75, 14.25),
            (49.75, 49.75),
            (14.25, 49.75),
        ])
        .elements(),
    );
    path.extend(Path::polygon([(24.1, 24.1), (24.1, 39.9), (39.9, 39.9), (39.9, 24.1)]).elements());
    path
}

fn open_contours_are_closed(picture: &mut Picture) {
    let mut path = Path::polyline([(6.0, 8.0), (56.0, 12.0), (30.0, 30.0)]);
    path.extend(Path::polyline([(10.0, 58.0), (32.0, 36.0), (60.0, 52.0)]).elements());
    picture.fill(&path, FillRule::NonZero, BLUE);
}

fn slivers(picture: &mut Picture) {
    let mut path = Path::new();
    for i in 0..15 {
        let i = f64::from(i);
        let y = 2.0 + i * 4.1;
        path.extend(
            Path::polygon([
                (1.5, y),
                (62.5, y + i * 0.37),
                (62.5, y + i * 0.37 + 0.02 * (i + 1.0)),
            ])
            .elements(),
        );
    }
    picture.fill(&path, FillRule::NonZero, BLUE);
}

fn specks(picture: &mut Picture) {
    let mut path = Path::new();
    for (row, column) in (0..8).flat_map(|row| (0..8).map(move |column| (row, column))) {
        let (row, column) = (f64::from(row), f64::from(column));
        let x = column * 8.0 + 3.0 + row * 0.11;
        let y = row * 8.0 + 3.0 + column * 0.13;
        path.extend(
            Path::polygon([
                (x, y),
                (x + 0.1 * (column + 1.0), y),
                (x, y + 0.1 * (row + 1.0)),
            ])
            .elements(),
        );
    }
    picture.fill(&path, FillRule::NonZero, BLUE);
}

fn random_polygon() -> Path {
    let mut random = Random::default();
    Path::polygon((0..60).map(|_| {
        let x = random.unit() * 256.0;
        let y = random.unit() * 192.0;
        (x, y)
    }))
}
