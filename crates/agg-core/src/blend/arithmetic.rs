//! Arithmetic with bytes that stand for 0 to 1.

/// `a·b/255`, rounded to the nearest.
#[inline]
pub(crate) fn mul8(a: u8, b: u8) -> u8 {
    div255(u32::from(a) * u32::from(b))
}

/// `x/255` for x up to 255², rounded to the nearest.
#[inline]
pub(crate) fn div255(x: u32) -> u8 {
    let t = x + 128;
    ((t + (t >> 8)) >> 8) as u8
}

/// `p + (q − p)·a/255`, rounded to the nearest.
#[inline]
pub(crate) fn lerp(p: u8, q: u8, a: u8) -> u8 {
    div255(u32::from(p) * u32::from(255 - a) + u32::from(q) * u32::from(a))
}

/// `p·(1 − a/255) + q`, the product rounded to the nearest; cut off at 255, which only a q greater
/// than a reaches.
#[inline]
pub(crate) fn prelerp(p: u8, q: u8, a: u8) -> u8 {
    (p - mul8(p, a)).saturating_add(q)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_are_rounded_to_the_nearest() {
        for a in 0..=255u8 {
            for b in 0..=255u8 {
                let exact = f64::from(a) * f64::from(b) / 255.0;
                assert_eq!(f64::from(mul8(a, b)), exact.round(), "{a}·{b}");
            }
        }
    }

    #[test]
    fn lerp_is_the_nearest_for_every_triple() {
        for p in 0..=255u8 {
            for q in 0..=255u8 {
                for a in 0..=255u8 {
                    let (p32, q32, a32) = (i32::from(p), i32::from(q), i32::from(a));
                    let error = (i32::from(lerp(p, q, a)) - p32) * 255 - (q32 - p32) * a32;
                    assert!(error.abs() <= 127, "{p} {q} {a}");
                }
            }
        }
    }

    #[test]
    fn a_premultiplied_sum_stays_in_its_byte() {
        for p in 0..=255 {
            assert_eq!(prelerp(p, 0, 0), p);
            assert_eq!(prelerp(p, 255, 255), 255);
            assert_eq!(prelerp(p, 255, 0), 255);
        }
        assert_eq!(prelerp(200, 50, 100), 172);
    }
}
