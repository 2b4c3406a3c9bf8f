//! Where two matrices have entries: as pixels, and as markers.

use figure::Figure;

fn main() -> figure::Result<()> {
    let band = |i: i32, j: i32| (i - j).abs() < 3 || (i + j) % 11 == 0;
    let rows = |size: i32| {
        (0..size).map(move |i| (0..size).map(|j| u8::from(band(i, j))).collect::<Vec<_>>())
    };
    let mut fig = Figure::new((8.0, 4.0), 100.0);
    fig.add_subplot(1, 2, 1)?.spy(rows(60), 0.0)?;
    let right = fig.add_subplot(1, 2, 2)?;
    right
        .spy_markers(rows(24), 0.0)?
        .marker("o")
        .markersize(5.0);
    fig.savefig("spy.png")
}
