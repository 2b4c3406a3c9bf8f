//! A collection of many like items, which are drawn by what is known of one, covers the same
//! pixels as its items one by one, which are not.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use agg_core::{Affine, Color, Join, Path, Point, Rect};
use agg_plot::{Antialiasing, ClipPath, Collection, GraphicsContext, Renderer, Snap, Styles};
use std::sync::Arc;

const SIZE: (u32, u32) = (90, 70);

/// Numbers from 0 to 1, the same every time.
struct Random(u64);

impl Random {
    fn next(&mut self) -> f64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn pick<T: Clone>(&mut self, list: &[T]) -> T {
        list[(self.next() * list.len() as f64) as usize].clone()
    }
}

/// Shapes of about the size of a pixel: smooth, cornered, open, with several subpaths, with points
/// on a line, and with a gap.
#[cfg(test)]
fn shapes() -> Vec<Path> {
    let star = (0..10).map(|i| {
        let (angle, radius) = (f64::from(i) * 0.6283, if i % 2 == 0 { 1.0 } else { 0.4 });
        (radius * f64::sin(angle), radius * f64::cos(angle))
    });
    let mut plus = Path::polyline([(-1.0, 0.0), (1.0, 0.0)]);
    plus.move_to((0.0, -1.0)).line_to((0.0, 1.0));
    let mut cross = Path::polyline([(-1.0, -1.0), (1.0, 1.0)]);
    cross.move_to((-1.0, 1.0)).line_to((1.0, -1.0));
    let mut doubled = Path::circle((0.0, 0.0), 1.0);
    doubled
        .move_to((1.5, 0.0))
        .line_to((2.5, 0.3))
        .line_to((2.0, 1.0));
    vec![
        Path::circle((0.0, 0.0), 1.0),
        Path::polygon([(0.0, 1.0), (-1.0, -1.0), (1.0, -1.0)]),
        Path::polygon(star),
        Path::rectangle(Rect::new(-1.0, -1.0, 1.0, 1.0)),
        Path::polyline([(-1.0, -1.0), (0.0, 0.0), (1.0, 1.0), (1.0, 0.3)]),
        Path::polyline([(-1.0, 0.2), (f64::NAN, 0.0), (1.0, 1.0), (0.5, 0.3)]),
        plus,
        cross,
        doubled,
    ]
}

#[cfg(test)]
fn contexts(random: &mut Random) -> GraphicsContext {
    let circle = ClipPath::new(Arc::new(Path::circle((40.0, 30.0), 25.0)), Affine::IDENTITY);
    GraphicsContext {
        join: random.pick(&[Join::Round, Join::MiterRevert, Join::Bevel]),
        snap: random.pick(&[Snap::Auto, Snap::Auto, Snap::Off, Snap::On]),
        clip_rect: random.pick(&[None, Some(Rect::new(10.0, 12.0, 70.5, 60.2))]),
        clip_path: random.pick(&[None, None, Some(circle)]),
        ..Default::default()
    }
}

#[cfg(test)]
fn list<T: Clone>(random: &mut Random, most: usize, entry: impl Fn(&mut Random) -> T) -> Vec<T> {
    let len = (random.next() * (most + 1) as f64) as usize;
    (0..len).map(|_| entry(random)).collect()
}

#[cfg(test)]
fn color(random: &mut Random) -> Color {
    let alpha = random.pick(&[1.0, 0.5, 0.0]);
    Color::new(random.next(), random.next(), random.next(), alpha)
}

/// The entry that an item takes, as a list.
#[cfg(test)]
fn one<T>(list: &[T], i: usize) -> &[T] {
    match list.len() {
        0 => &[],
        n => &list[i % n..=i % n],
    }
}

#[test]
fn many_like_items_are_the_same_pixels_as_one_by_one() {
    let shapes = shapes();
    let mut random = Random(1);
    for round in 0..120 {
        let gc = contexts(&mut random);
        let paths = list(&mut random, 2, |r| r.pick(&shapes));
        let grow = 1.5 + random.next() * 6.0;
        let transforms = list(&mut random, 3, |r| Affine::scale(0.5 + r.next()));
        let transform = Affine::scale(grow).then(Affine::rotate(random.pick(&[0.0, 0.0, 0.4])));
        let place = |r: &mut Random| Point::new(r.next() * 110.0 - 10.0, r.next() * 90.0 - 10.0);
        let offsets: Vec<Point> = (0..300).map(|_| place(&mut random)).collect();
        let faces = list(&mut random, 3, color);
        let edges = list(&mut random, 3, color);
        let widths = list(&mut random, 2, |r| r.pick(&[0.0, 0.5, 1.0, 1.5, 3.3]));
        let antialiasing = list(&mut random, 2, |r| {
            r.pick(&[Antialiasing::On, Antialiasing::On, Antialiasing::Off])
        });
        let draw = |renderer: &mut Renderer, items: std::ops::Range<usize>| {
            let single = items.len() == 1;
            let i = items.start;
            fn part<T>(list: &[T], i: usize, single: bool) -> &[T] {
                if single { one(list, i) } else { list }
            }
            let collection = Collection {
                paths: part(&paths, i, single),
                transforms: part(&transforms, i, single),
                offsets: part(&offsets, i, single),
                offset_transform: Affine::IDENTITY,
                style: Styles {
                    face_colors: part(&faces, i, single),
                    edge_colors: part(&edges, i, single),
                    line_widths: part(&widths, i, single),
                    antialiasing: part(&antialiasing, i, single),
                    ..Styles::default()
                },
            };
            renderer
                .draw_path_collection(&gc, transform, &collection)
                .unwrap();
        };
        let fresh = || Renderer::new(SIZE.0, SIZE.1, 100.0).unwrap();
        let (mut all, mut each) = (fresh(), fresh());
        draw(&mut all, 0..300);
        (0..300).for_each(|i| draw(&mut each, i..i + 1));
        assert_eq!(all.pixmap(), each.pixmap(), "round {round}");
    }
}
