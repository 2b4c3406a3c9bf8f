//! Tick labels: where they stand, how many digits, offsets and powers of ten.

use super::axes_of;
use crate::scene::Scene;

const USUAL: (f64, f64) = (4.0, 3.0);

/// A name, the size of the figure in inches, x and y.
type Data = (&'static str, (f64, f64), &'static [f64], &'static [f64]);

const DATA: [Data; 18] = [
    (
        "offset_1e6",
        USUAL,
        &[0.0, 1.0, 2.0],
        &[1000000.0, 1000001.0, 1000002.5],
    ),
    (
        "offset_negative",
        USUAL,
        &[0.0, 1.0, 2.0],
        &[-1000000.0, -1000001.0, -1000002.5],
    ),
    (
        "offset_both",
        USUAL,
        &[50000.125, 50000.25, 50000.5],
        &[1e8 + 1.0, 1e8 + 3.0, 1e8 + 2.0],
    ),
    (
        "offset_1e15",
        USUAL,
        &[0.0, 1.0, 2.0],
        &[1e15, 1e15 + 1.0, 1e15 + 2.0],
    ),
    (
        "offset_and_power",
        USUAL,
        &[0.0, 1.0, 2.0],
        &[1.0000001, 1.0000003, 1.0000002],
    ),
    ("1e_minus_5", USUAL, &[0.0, 1.0, 2.0], &[0.0, 1e-5, 3e-5]),
    ("1e_minus_4", USUAL, &[0.0, 1.0, 2.0], &[0.0, 1e-4, 3e-4]),
    ("1e10", USUAL, &[0.0, 1e10, 3e10], &[1e10, 3e10, 2e10]),
    (
        "1e5",
        USUAL,
        &[0.0, 50000.0, 99999.0],
        &[100000.0, 250000.0, 380000.0],
    ),
    (
        "1e6",
        USUAL,
        &[0.0, 500000.0, 1000000.0],
        &[-2000000.0, 0.0, 3000000.0],
    ),
    (
        "negative",
        USUAL,
        &[-7.0, -3.0, -1.0],
        &[-0.75, -0.25, -0.5],
    ),
    (
        "around_zero",
        USUAL,
        &[-3.0, 0.0, 3.0],
        &[-0.002, 0.001, 0.003],
    ),
    ("fractions", USUAL, &[0.1, 0.2, 0.35], &[0.333, 0.667, 0.5]),
    (
        "hundreds",
        USUAL,
        &[0.0, 360.0, 720.0],
        &[99.0, 101.0, 100.0],
    ),
    (
        "years",
        USUAL,
        &[1990.0, 2010.0, 2026.0],
        &[12345.5, 12350.25, 12347.0],
    ),
    (
        "narrow_figure",
        (2.0, 2.0),
        &[0.0, 1234.0],
        &[0.0, 0.0001234],
    ),
    ("wide_figure", (9.0, 2.0), &[0.0, 1234.0], &[0.0, 5.5]),
    ("tall_figure", (2.0, 7.0), &[0.0, 1.0], &[-1e-7, 1e-7]),
];

const LIMITS: [(&str, f64, f64); 16] = [
    ("a", 0.0, 7.0),
    ("b", -1.0, 1.0),
    ("c", 0.001, 0.00175),
    ("d", 3.0, 1003.0),
    ("e", -250.0, -249.5),
    ("f", 1e-12, 9e-12),
    ("g", 123456.0, 123457.0),
    ("h", 0.0, 0.3),
    ("i", -1e5, 1e5),
    ("j", 9.99e5, 1.001e6),
    ("k", -0.0625, 0.0625),
    ("l", 1e20, 3e20),
    ("m", 6.02e23, 6.03e23),
    ("n", 0.0, 25.0),
    ("o", 0.0, 1.0000000001),
    ("p", -3e-9, 5e-7),
];

pub(super) fn scenes() -> Vec<Scene> {
    let data = DATA.into_iter().map(|(name, size, x, y)| {
        axes_of(format!("ticks_{name}"), size, 100.0, move |ax| {
            ax.plot(x, y)?;
            Ok(())
        })
    });
    let limits = LIMITS.into_iter().map(|(name, low, high)| {
        axes_of(format!("limits_{name}"), (3.0, 2.0), 100.0, move |ax| {
            ax.set_xlim(low, high)?;
            ax.set_ylim(low, high)?;
            Ok(())
        })
    });
    data.chain(limits).collect()
}
