use super::*;
use proptest::prelude::*;
use std::collections::BTreeMap;

#[derive(Default, PartialEq, Debug)]
struct Cells(BTreeMap<(i32, i32), (i32, i32)>);

impl Cells {
    fn add(&mut self, edge: &Edge, rows: &Range<i32>) {
        for (row, piece) in edge.walk_in(rows) {
            piece.walk(&mut |column, cover, area| {
                let cell = self.0.entry((row, column)).or_default();
                cell.0 += cover;
                cell.1 += area;
            });
        }
    }
}

fn whole(edge: Edge) -> Cells {
    cells(edge, &[Range { start: 0, end: 79 }])
}

fn cells(edge: Edge, bands: &[Range<i32>]) -> Cells {
    let mut cells = Cells::default();
    bands
        .iter()
        .for_each(|rows| edge.split(&mut |part| cells.add(&part, rows)));
    cells.0.retain(|_, v| *v != (0, 0));
    cells
}

proptest! {
    #[test]
    fn a_walk_in_bands_equals_the_whole_walk(
        (x1, y1, x2, y2) in (0..20_000i32, 0..20_000i32, 0..20_000i32, 0..20_000i32),
        cuts in prop::collection::btree_set(1..79i32, 0..6),
    ) {
        let edge = Edge { x1, y1, x2, y2 };
        let mut bounds = vec![0];
        bounds.extend(cuts);
        bounds.push(79);
        let bands: Vec<_> = bounds.windows(2).map(|w| w[0]..w[1]).collect();
        prop_assert_eq!(cells(edge, &bands), whole(edge));
    }

    #[test]
    fn covers_of_a_row_sum_to_the_height_crossed(
        (x1, y1, x2, y2) in (0..20_000i32, 0..20_000i32, 0..20_000i32, 0..20_000i32),
    ) {
        let total: i32 = whole(Edge { x1, y1, x2, y2 }).0.values().map(|v| v.0).sum();
        prop_assert_eq!(total, y2 - y1);
    }
}

proptest! {
    #[test]
    fn two_rows_get_what_the_walk_leaves_in_them(
        (x1, y1, y2) in (-20_000..20_000i32, 0..256i32, 256..512i32),
        dx in prop_oneof![-600..600i32, -WIDEST_SHARE..=WIDEST_SHARE],
        (up, whole) in (any::<bool>(), any::<bool>()),
    ) {
        let y1 = if whole { 0 } else { y1 };
        let (y1, y2) = if up { (y2, y1) } else { (y1, y2) };
        let edge = Edge { x1, y1, x2: x1 + dx, y2 };
        let walked: Vec<_> = edge.walk().map(|(_, piece)| piece).collect();
        prop_assert_eq!(edge.in_two_rows().map(Vec::from), Some(walked));
    }
}

#[test]
fn edges_of_more_rows_or_too_wide_are_not_cut_in_two() {
    let edge = Edge {
        x1: 0,
        y1: 200,
        x2: 16_383,
        y2: 300,
    };
    assert!(edge.in_two_rows().is_some());
    for other in [
        Edge { x2: 16_384, ..edge },
        Edge {
            x2: -16_384,
            ..edge
        },
        Edge { y2: 512, ..edge },
        Edge {
            y1: 512,
            y2: 255,
            ..edge
        },
    ] {
        assert_eq!(other.in_two_rows(), None);
    }
}

/// The largest numerators, at both ends of what is allowed.
#[test]
fn reciprocals_of_wide_edges_divide_like_a_division() {
    for divisor in 1..512 {
        for room in 0..=256 {
            for width in [
                -WIDEST_SHARE,
                1 - WIDEST_SHARE,
                WIDEST_SHARE - 1,
                WIDEST_SHARE,
            ] {
                assert_eq!(
                    floor_share(room, width, divisor),
                    floor_div(room * width, divisor).0,
                    "{room} {width} {divisor}"
                );
            }
        }
    }
}

#[test]
fn reciprocals_divide_like_a_division() {
    for dx in 1..512 {
        for room in 0..=256 {
            for height in -256..=256 {
                assert_eq!(
                    floor_share(room, height, dx),
                    floor_div(room * height, dx).0,
                    "{room} {height} {dx}"
                );
            }
        }
    }
}

#[test]
fn whole_rows_leave_what_pieces_of_that_height_leave() {
    for (x1, x2) in (0..256).flat_map(|a| (0..512).map(move |b| (a, b))) {
        let piece = |x1, x2, height| Piece { x1, x2, height };
        let there = (piece(x1, x2, 256), piece(x1, x2, -256));
        let back = (piece(x2, x1, 256), piece(x2, x1, -256));
        let up = |shares: [i32; 3]| shares.map(|share| -share);
        if x2 < 256 {
            let [here, next] = whole_in_one_column(x1, x2);
            assert_eq!(there.0.in_one_column(), [here, next]);
            assert_eq!(there.1.in_one_column(), [-here, -next]);
        } else {
            let down = whole_in_two_columns::<true, 1>(x1, x2);
            assert_eq!(there.0.in_two_columns::<true>(), down);
            let upwards = up(whole_in_two_columns::<true, -1>(x1, x2));
            assert_eq!(there.1.in_two_columns::<true>(), upwards);
            let down = whole_in_two_columns::<false, 1>(x2, x1);
            assert_eq!(back.0.in_two_columns::<false>(), down);
            let upwards = up(whole_in_two_columns::<false, -1>(x2, x1));
            assert_eq!(back.1.in_two_columns::<false>(), upwards);
        }
    }
}

/// Every fourth border is met in a whole step.
#[test]
fn carried_remainders_step_exactly_when_they_are_whole() {
    let ends = |edge: Edge| edge.walk().map(|(_, piece)| piece.x2).collect::<Vec<_>>();
    let down = Edge {
        x1: 0,
        y1: 0,
        x2: 6,
        y2: 2048,
    };
    // A piece of no height in the row at its lower end comes last, and first upwards.
    assert_eq!(ends(down), [0, 1, 2, 3, 3, 4, 5, 6, 6]);
    let up = Edge {
        x1: 6,
        y1: 2048,
        x2: 0,
        y2: 0,
    };
    assert_eq!(ends(up), [6, 5, 4, 3, 3, 2, 1, 0, 0]);
    let piece = Piece {
        x1: 0,
        x2: 2047,
        height: 6,
    };
    let mut covers = Vec::new();
    piece.walk(&mut |_, cover, _| covers.push(cover));
    let exact = |column: i32| 6 * 256 * column / 2047;
    let steps = (0..7).map(|column| exact(column + 1) - exact(column));
    assert_eq!(covers[..7], steps.collect::<Vec<_>>());
    let whole = Piece { x2: 2048, ..piece };
    covers.clear();
    whole.walk(&mut |_, cover, _| covers.push(cover));
    assert_eq!(covers, [0, 1, 1, 1, 0, 1, 1, 1, 0]);
    let mut cells = [0; 10];
    whole.in_many_columns(&mut cells, |cell, share| *cell += share);
    assert_eq!(cells, *shares(&whole));
}

#[test]
fn an_edge_knows_its_rows_and_whether_it_is_level_wide_or_within() {
    let edge = |width, y1, y2| Edge {
        x1: -5,
        y1,
        x2: width - 5,
        y2,
    };
    assert_eq!(
        [edge(9, -300, 700).rows(), edge(9, 511, 256).rows()],
        [-2..3, 1..2]
    );
    assert_eq!(
        [edge(9, 3, 3).is_level(), edge(9, 3, 4).is_level()],
        [true, false]
    );
    let widest = WIDEST as i32;
    let wide = |width| edge(width, 0, 1).is_wide();
    assert_eq!([wide(widest - 1), wide(1 - widest)], [false; 2]);
    assert_eq!([wide(widest), wide(-widest)], [true; 2]);
    let within = |y1, y2| edge(9, y1, y2).is_within(&(1..3));
    assert_eq!([within(256, 767), within(767, 256)], [true; 2]);
    assert_eq!(
        [within(255, 767), within(256, 768), within(768, 256)],
        [false; 3]
    );
}

/// What the walk leaves in each cell, from left to right.
fn shares(piece: &Piece) -> Vec<i32> {
    let columns = (piece.x1 >> 8).abs_diff(piece.x2 >> 8) as usize + 1;
    let first = (piece.x1 >> 8).min(piece.x2 >> 8);
    let mut shares = vec![0; columns + 1];
    piece.walk(&mut |column, cover, area| {
        let at = (column - first) as usize;
        shares[at] += (cover << 9) - area;
        shares[at + 1] += area;
    });
    shares
}

proptest! {
    #[test]
    fn columns_get_what_the_walk_leaves_in_them(
        (x1, x2, height) in (0..4000i32, -1500..1500i32, -256..=256i32),
    ) {
        let x2 = (x1 + x2).max(0);
        let piece = Piece { x1, x2, height };
        let expected = shares(&piece);
        match expected.len() {
            2 => prop_assert_eq!(expected, piece.in_one_column()),
            3 if x2 > x1 => prop_assert_eq!(expected, piece.in_two_columns::<true>()),
            3 => prop_assert_eq!(expected, piece.in_two_columns::<false>()),
            len => {
                let mut cells = vec![0; len];
                let add = |cell: &mut i32, share| *cell += share;
                piece.in_many_columns(&mut cells, add);
                prop_assert_eq!(expected, cells);
            }
        }
    }
}

#[test]
fn an_edge_wider_than_the_widest_is_walked_once() {
    let width = 20_000 << 8;
    let total: i32 = cells(
        Edge {
            x1: 0,
            y1: 0,
            x2: width,
            y2: 256,
        },
        &[Range { start: 0, end: 2 }],
    )
    .0
    .values()
    .map(|v| v.0)
    .sum();
    assert_eq!(total, 256);
}

proptest! {
    /// Changes along columns and whole rows in turns leave what all rows leave.
    #[test]
    fn changes_along_a_column_add_up_to_its_rows(
        x in 0..2000_i32, dx in -110..110_i32, y in 0..700_i32, dy in -30_000..30_000_i32,
    ) {
        let edge = Edge { x1: x + 200, y1: y + 30_000, x2: x + 200 + dx, y2: y + 30_000 + dy };
        let (rows, columns) = (240, 12);
        let add = |cells: &mut Vec<i32>, row: i32, column: i32, shares: [i32; 2]| {
            for (at, share) in (column as usize..).zip(shares) {
                cells[row as usize * columns + at] += share;
            }
        };
        let mut walked = vec![0; rows * columns];
        let whole = |row: i32, x1: i32, x2: i32, cells: &mut Vec<i32>| {
            // What crosses a border is the same either way; here it only must not be forgotten.
            let shares = if x1 >> 8 == x2 >> 8 { whole_in_one_column(x1, x2) } else { [x1, x2] };
            add(cells, row, x1 >> 8, shares.map(|s| dy.signum() * s));
        };
        let mut pieces = edge.walk();
        pieces.first();
        while let Some((row, x1, x2)) = pieces.whole() {
            whole(row, x1, x2, &mut walked);
        }
        let last = pieces.last();
        let (mut changes, mut together) = (vec![0; rows * columns], vec![0; rows * columns]);
        let mut pieces = edge.walk();
        pieces.first();
        loop {
            if pieces.is_steep() {
                let column = pieces.column();
                pieces.along_column(|row, shares| add(&mut changes, row, column, shares));
            }
            let Some((row, x1, x2)) = pieces.whole() else {
                break;
            };
            prop_assert!(x1 >> 8 != x2 >> 8 || !pieces.is_steep());
            whole(row, x1, x2, &mut together);
        }
        let mut sums = vec![0; columns];
        for (cells, changes) in together.chunks_mut(columns).zip(changes.chunks(columns)) {
            for ((cell, sum), change) in cells.iter_mut().zip(&mut sums).zip(changes) {
                *sum += change;
                *cell += *sum;
            }
        }
        prop_assert_eq!(together, walked);
        prop_assert_eq!(pieces.last(), last);
    }
}

/// What an edge through a row leaves in columns 0 to 3, by asking in how many columns it is.
fn whole_by_columns<const DOWN: i32>(x1: i32, x2: i32) -> [i32; 4] {
    let mut cells = [0; 4];
    let first = (x1 >> 8).min(x2 >> 8) as usize;
    let shares = match (x2 >> 8) - (x1 >> 8) {
        0 => whole_in_one_column(x1, x2).to_vec(),
        1 => whole_in_two_columns::<true, DOWN>(x1, x2).to_vec(),
        _ => whole_in_two_columns::<false, DOWN>(x1, x2).to_vec(),
    };
    cells[first..first + shares.len()].copy_from_slice(&shares);
    cells
}

fn holds_a_leaning_edge<const RIGHTWARDS: bool, const DOWN: i32>(x1: i32, x2: i32) {
    let mut cells = [0; 4];
    let (back, shares) = whole_leaning::<RIGHTWARDS, DOWN>(x1, x2);
    let at = (x1 >> 8) as usize - back;
    cells[at..at + 3].copy_from_slice(&shares);
    assert_eq!(cells, whole_by_columns::<DOWN>(x1, x2), "{x1} {x2} {DOWN}");
}

#[test]
fn a_leaning_edge_leaves_the_same_without_asking_where_it_crosses() {
    for x1 in 256..512 {
        for dx in 0..=256 {
            holds_a_leaning_edge::<true, 1>(x1, x1 + dx);
            holds_a_leaning_edge::<true, -1>(x1, x1 + dx);
            holds_a_leaning_edge::<false, 1>(x1, x1 - dx);
            holds_a_leaning_edge::<false, -1>(x1, x1 - dx);
        }
    }
}
