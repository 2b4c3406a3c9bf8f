//! Markers in two halves.
//!
//! Each half is a path of its own. Some markers have one half that is turned to be the other, some
//! are cut differently in each direction.

use agg_core::{Affine, Path};

use crate::artist::FillStyle;
use crate::artist::marker::{
    ARM, CENTERED, HALF, Marker, MarkerShape, QUARTER_TURN, degrees, on_circle,
};

type Corner = (f64, f64);

impl Marker {
    /// The filled half and the other one; `None` for markers that are not filled, or filled whole.
    pub(crate) fn halves(self, fill: FillStyle) -> Option<[MarkerShape; 2]> {
        use Marker as M;
        if matches!(fill, FillStyle::Full | FillStyle::None) {
            return None;
        }
        let whole = self.shape()?;
        let triangle = |turn, skip| {
            pair(
                &whole,
                halved_triangle(fill, skip),
                HALF.then(degrees(turn)),
            )
        };
        Some(match self {
            M::Circle => turned(
                &whole,
                right_half(),
                Affine::scale(0.5),
                by(fill, [0, 90, 180, 270]),
            ),
            M::Point => turned(
                &whole,
                right_half(),
                Affine::scale(0.25),
                by(fill, [0, 90, 180, 270]),
            ),
            M::TriangleUp => triangle(0.0, 0),
            M::TriangleDown => triangle(180.0, 2),
            M::TriangleLeft => triangle(90.0, 3),
            M::TriangleRight => triangle(270.0, 1),
            M::Square => {
                let low = [(0.0, 0.0), (1.0, 0.0), (1.0, 0.5), (0.0, 0.5), (0.0, 0.0)];
                let high = [(0.0, 0.5), (1.0, 0.5), (1.0, 1.0), (0.0, 1.0), (0.0, 0.5)];
                let turn = CENTERED.then(degrees(by(fill, [90, 180, 270, 0])));
                pair(&whole, [open(&low), open(&high)], turn)
            }
            M::Diamond => halved_diamond(&whole, fill, Affine::IDENTITY),
            M::ThinDiamond => halved_diamond(&whole, fill, Affine::scale_xy(0.6, 1.0)),
            M::Pentagon => pair(&whole, halved_pentagon(fill), HALF),
            M::Star => pair(&whole, halved_star(fill), HALF),
            M::Hexagon1 => pair(&whole, halved_hexagon(fill), HALF),
            M::Hexagon2 => pair(&whole, halved_lying_hexagon(fill), HALF.then(degrees(30.0))),
            M::Octagon => {
                let x = 2_f64.sqrt() / 4.0;
                let half = [
                    (0.0, -1.0),
                    (0.0, 1.0),
                    (-x, 1.0),
                    (-1.0, x),
                    (-1.0, -x),
                    (-x, -1.0),
                    (0.0, -1.0),
                ];
                turned(&whole, open(&half), HALF, by(fill, [180, 270, 0, 90]))
            }
            M::PlusFilled => {
                let half = [
                    (3.0, 0.0),
                    (3.0, 1.0),
                    (1.0, 1.0),
                    (1.0, 3.0),
                    (-1.0, 3.0),
                    (-1.0, 1.0),
                    (-3.0, 1.0),
                    (-3.0, 0.0),
                ];
                let half = Path::polygon(half.map(|(x, y)| (x / 6.0, y / 6.0)));
                turned(&whole, half, Affine::IDENTITY, by(fill, [270, 0, 90, 180]))
            }
            M::CrossFilled => {
                let half = [
                    (1.0, 0.0),
                    (2.0, 1.0),
                    (1.0, 2.0),
                    (0.0, 1.0),
                    (-1.0, 2.0),
                    (-2.0, 1.0),
                    (-1.0, 0.0),
                ];
                let half = Path::polygon(half.map(|(x, y)| (x / 4.0, y / 4.0)));
                turned(&whole, half, Affine::IDENTITY, by(fill, [270, 0, 90, 180]))
            }
            _ => return None,
        })
    }
}

/// The number for the right, top, left or bottom half.
fn by(fill: FillStyle, [right, top, left, bottom]: [i32; 4]) -> f64 {
    f64::from(match fill {
        FillStyle::Right => right,
        FillStyle::Top => top,
        FillStyle::Left => left,
        FillStyle::Bottom => bottom,
        FillStyle::Full | FillStyle::None => 0,
    })
}

/// Of the top and bottom, and of the left and right: the filled one first.
fn chosen<T>(fill: FillStyle, [top, bottom]: [T; 2], [left, right]: [T; 2]) -> [T; 2] {
    match fill {
        FillStyle::Bottom => [bottom, top],
        FillStyle::Left => [left, right],
        FillStyle::Right => [right, left],
        FillStyle::Top | FillStyle::Full | FillStyle::None => [top, bottom],
    }
}

fn with(whole: &MarkerShape, path: Path, transform: Affine) -> MarkerShape {
    MarkerShape {
        path,
        transform,
        ..whole.clone()
    }
}

/// Two halves in one place.
fn pair(whole: &MarkerShape, [filled, other]: [Path; 2], transform: Affine) -> [MarkerShape; 2] {
    [
        with(whole, filled, transform),
        with(whole, other, transform),
    ]
}

/// A half and the same turned half around.
fn turned(whole: &MarkerShape, half: Path, transform: Affine, angle: f64) -> [MarkerShape; 2] {
    let first = transform.then(degrees(angle));
    [
        with(whole, half.clone(), first),
        with(whole, half, first.then(degrees(180.0))),
    ]
}

fn open(corners: &[Corner]) -> Path {
    Path::polyline(corners.iter().copied())
}

/// The right half of the unit circle, closed.
fn right_half() -> Path {
    let (d, arm) = (std::f64::consts::FRAC_1_SQRT_2, ARM);
    let (far, near) = (d + arm * d, d - arm * d);
    let octants = [
        [(arm, -1.0), (near, -far), (d, -d)],
        [(far, -near), (1.0, -arm), (1.0, 0.0)],
        [(1.0, arm), (far, near), (d, d)],
        [(near, far), (arm, 1.0), (0.0, 1.0)],
    ];
    let mut path = Path::new();
    path.move_to((0.0, -1.0));
    for [a, b, end] in octants {
        path.cubic_to(a, b, end);
    }
    path.close();
    path
}

fn halved_triangle(fill: FillStyle, skip: usize) -> [Path; 2] {
    let up = [(0.0, 1.0), (-0.6, -0.2), (0.6, -0.2)];
    let down = [(-0.6, -0.2), (0.6, -0.2), (1.0, -1.0), (-1.0, -1.0)];
    let left = [(0.0, 1.0), (0.0, -1.0), (-1.0, -1.0)];
    let right = [(0.0, 1.0), (0.0, -1.0), (1.0, -1.0)];
    let parts = [
        Path::polygon(up),
        Path::polygon(left),
        Path::polygon(down),
        Path::polygon(right),
    ];
    let first = by(fill, [3, 0, 1, 2]) as usize + skip;
    let part = |i: usize| parts.get(i % 4).cloned().unwrap_or_default();
    [part(first), part(first + 2)]
}

fn halved_diamond(whole: &MarkerShape, fill: FillStyle, narrowed: Affine) -> [MarkerShape; 2] {
    let right = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 0.0)];
    let left = [(0.0, 0.0), (0.0, 1.0), (1.0, 1.0), (0.0, 0.0)];
    let turn = CENTERED.then(degrees(45.0));
    let turn = turn.then(degrees(by(fill, [0, 90, 180, 270])));
    // Only the filled half is narrowed where the marker is thin: matplotlib's other half has the
    // transform that there was before.
    [
        with(whole, open(&right), turn.then(narrowed)),
        with(whole, open(&left), turn.then(narrowed)),
    ]
}

/// The corners of a polygon or star, the first at the top.
fn corners(count: u32, inner: f64) -> Vec<Corner> {
    let step = std::f64::consts::TAU / f64::from(count);
    let corner = |i: u32| {
        let radius = if i % 2 == 1 { inner } else { 1.0 };
        on_circle(step * f64::from(i) + QUARTER_TURN, radius)
    };
    (0..count).map(corner).collect()
}

fn picked(corners: &[Corner], numbers: &[usize]) -> Vec<Corner> {
    numbers
        .iter()
        .filter_map(|i| corners.get(*i).copied())
        .collect()
}

fn halved_pentagon(fill: FillStyle) -> [Path; 2] {
    let all = corners(5, 1.0);
    let foot = (0.0, -(1.0 + 5_f64.sqrt()) / 4.0);
    let side = |numbers: &[usize]| {
        let mut side = picked(&all, numbers);
        side.push(foot);
        side.extend(all.first());
        open(&side)
    };
    let (top, bottom) = (picked(&all, &[0, 1, 4, 0]), picked(&all, &[1, 2, 3, 4, 1]));
    chosen(
        fill,
        [open(&top), open(&bottom)],
        [side(&[0, 1, 2]), side(&[0, 4, 3])],
    )
}

fn halved_star(fill: FillStyle) -> [Path; 2] {
    let all = corners(10, 0.381_966);
    let part = |numbers: &[usize]| open(&picked(&all, numbers));
    chosen(
        fill,
        [part(&[0, 1, 2, 3, 7, 8, 9, 0]), part(&[3, 4, 5, 6, 7, 3])],
        [part(&[0, 1, 2, 3, 4, 5, 0]), part(&[0, 5, 6, 7, 8, 9, 0])],
    )
}

fn halved_hexagon(fill: FillStyle) -> [Path; 2] {
    let all = corners(6, 1.0);
    let x = (5.0 * std::f64::consts::PI / 6.0).cos().abs();
    let between = |numbers: &[usize]| {
        let mut part = vec![(-x, 0.0)];
        part.extend(picked(&all, numbers));
        part.push((x, 0.0));
        open(&part)
    };
    let part = |numbers: &[usize]| open(&picked(&all, numbers));
    chosen(
        fill,
        [between(&[1, 0, 5]), between(&[2, 3, 4])],
        [part(&[0, 1, 2, 3]), part(&[0, 5, 4, 3])],
    )
}

fn halved_lying_hexagon(fill: FillStyle) -> [Path; 2] {
    let all = corners(6, 1.0);
    let (x, y) = (3_f64.sqrt() / 4.0, 0.75);
    let part = |numbers: &[usize]| open(&picked(&all, numbers));
    let side = |numbers: &[usize], closed: bool| {
        let mut side = vec![(x, y)];
        side.extend(picked(&all, numbers));
        side.push((-x, -y));
        side.extend(closed.then_some((x, y)));
        open(&side)
    };
    chosen(
        fill,
        [part(&[1, 0, 5, 4, 1]), part(&[1, 2, 3, 4])],
        [side(&[0, 1, 2], true), side(&[5, 4, 3], false)],
    )
}
