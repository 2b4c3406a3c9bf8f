//! Many styles in one pass. Each of the four channels holds the coverage of one style.

use agg_core::{CompoundRasterizer, FillRule, LayerOrder, Path, Sides};

use super::coverage::ellipse;
use super::picture::{AggScene, Picture};

type Build = fn(&mut CompoundRasterizer);

pub(super) fn scenes() -> Vec<AggScene> {
    let scenes: [(&str, Build, FillRule); 5] = [
        ("quarters", quarters, FillRule::NonZero),
        ("layers", layers, FillRule::NonZero),
        ("layers_evenodd", layers, FillRule::EvenOdd),
        ("across", across, FillRule::NonZero),
        ("slivers", slivers, FillRule::NonZero),
    ];
    let scene = |(name, build, rule): (&str, Build, FillRule)| {
        AggScene::new(format!("compound_{name}"), (64, 64), move |picture| {
            draw(picture, build, rule);
        })
    };
    scenes.into_iter().map(scene).chain(layered()).collect()
}

fn draw(picture: &mut Picture, build: Build, rule: FillRule) {
    let mut compound = CompoundRasterizer::new(64, 64);
    build(&mut compound);
    picture.fill_channels(|visit| compound.for_each_span(rule, LayerOrder::Direct, visit));
}

/// Each style has a channel of its own, so the picture holds what each gets of a pixel, and alpha
/// the sum.
fn layered() -> impl Iterator<Item = AggScene> {
    let builds: [(&str, Build); 4] = [
        ("layers", layers),
        ("sectors", sectors),
        ("across", across),
        ("fan", fan),
    ];
    let orders = [
        ("unsorted", LayerOrder::Unsorted),
        ("direct", LayerOrder::Direct),
        ("inverse", LayerOrder::Inverse),
    ];
    builds.into_iter().flat_map(move |(name, build)| {
        orders.into_iter().map(move |(order_name, order)| {
            let name = format!("compound_layered_{name}_{order_name}");
            AggScene::new(name, (64, 64), move |picture| {
                draw_layered(picture, build, order);
            })
        })
    })
}

fn draw_layered(picture: &mut Picture, build: Build, order: LayerOrder) {
    let mut compound = CompoundRasterizer::new(64, 64);
    build(&mut compound);
    picture.fill_channels(|visit| {
        compound.for_each_layered_span(FillRule::NonZero, order, visit);
    });
    picture.sum_channels();
}

fn line<const N: usize>(
    compound: &mut CompoundRasterizer,
    (left, right): (Option<u32>, Option<u32>),
    points: [(f64, f64); N],
) {
    compound.add(&Path::polyline(points), Sides { left, right });
}

/// Four quarters around a point, each edge between two of them drawn once.
fn quarters(compound: &mut CompoundRasterizer) {
    let middle = (30.3, 33.7);
    let (top, right, bottom, left) = ((35.1, 4.2), (60.4, 29.9), (24.8, 59.6), (3.9, 37.2));
    line(compound, (Some(3), Some(0)), [middle, top]);
    line(compound, (Some(0), Some(1)), [middle, right]);
    line(compound, (Some(1), Some(2)), [middle, bottom]);
    line(compound, (Some(2), Some(3)), [middle, left]);
    line(compound, (None, Some(0)), [top, (58.8, 6.3), right]);
    line(compound, (None, Some(1)), [right, (57.7, 58.1), bottom]);
    line(compound, (None, Some(2)), [bottom, (5.5, 57.4), left]);
    line(compound, (None, Some(3)), [left, (6.6, 5.1), top]);
}

/// Closed shapes that overlap.
fn layers(compound: &mut CompoundRasterizer) {
    let side = |left, right| Sides { left, right };
    compound.add(&ellipse((24.4, 26.1), (20.3, 18.7)), side(Some(0), None));
    compound.add(&ellipse((38.2, 30.5), (17.7, 21.9)), side(None, Some(1)));
    compound.add(&ellipse((30.6, 42.3), (24.1, 11.4)), side(Some(2), None));
}

/// Curved boundaries that leave the surface on all sides.
fn across(compound: &mut CompoundRasterizer) {
    let mut curve = Path::new();
    curve
        .move_to((-20.0, 30.0))
        .cubic_to((20.0, -30.0), (50.0, 110.0), (90.0, 20.0));
    let (left, right) = (Some(0), Some(1));
    compound.add(&curve, Sides { left, right });
    let above = [(-20.0, 30.0), (-25.0, -40.0), (95.0, -30.0), (90.0, 20.0)];
    let below = [(90.0, 20.0), (100.0, 95.0), (-30.0, 90.0), (-20.0, 30.0)];
    line(compound, (None, Some(0)), above);
    line(compound, (None, Some(1)), below);
}

/// Three sectors around a point.
fn sectors(compound: &mut CompoundRasterizer) {
    let (middle, a, b, c) = ((30.3, 33.7), (35.1, 4.2), (60.4, 49.9), (6.8, 51.6));
    line(compound, (Some(2), Some(0)), [middle, a]);
    line(compound, (Some(0), Some(1)), [middle, b]);
    line(compound, (Some(1), Some(2)), [middle, c]);
    line(compound, (None, Some(0)), [a, (58.8, 6.3), b]);
    line(compound, (None, Some(1)), [b, (30.7, 61.1), c]);
    line(compound, (None, Some(2)), [c, (5.5, 7.4), a]);
}

/// A fan of thin sectors: many pixels hold all three styles.
fn fan(compound: &mut CompoundRasterizer) {
    let rim = |i: u32| (1.5 + 2.6 * f64::from(i), 60.5 + 0.1 * f64::from(i));
    for i in 0..=23_u32 {
        let left = i.checked_sub(1).map(|before| before % 3);
        let right = (i < 23).then_some(i % 3);
        line(compound, (left, right), [rim(i), (32.4, 2.3)]);
        if right.is_some() {
            line(compound, (right, None), [rim(i), rim(i + 1)]);
        }
    }
}

/// Strips that get steeper, some of them thinner than a pixel at one end.
fn slivers(compound: &mut CompoundRasterizer) {
    let y = |i: u32| 2.3 + 4.9 * f64::from(i);
    let end = |i: u32| y(i) + 0.4 * f64::from(i) - 4.7 * f64::from(i % 2);
    for i in 0..=11 {
        let above = (i > 0).then_some(i % 4);
        let below = (i < 11).then_some((i + 1) % 4);
        line(compound, (above, below), [(2.2, y(i)), (61.7, end(i))]);
        if i < 11 {
            line(
                compound,
                (None, below),
                [(61.7, end(i)), (61.7, end(i + 1))],
            );
            line(compound, (below, None), [(2.2, y(i)), (2.2, y(i + 1))]);
        }
    }
}
