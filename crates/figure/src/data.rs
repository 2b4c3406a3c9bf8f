//! Data as people hold it, turned into columns of `f64`.
//!
//! Anything that can be iterated over and yields a primitive number, a reference to one, or an
//! `Option` of either is a column: `&[1.0, 2.0]`, `vec![1_u8, 2]`, `0..10`,
//! `readings.iter().map(|r| r.volts)`. A missing value (`None`, NaN) is a gap in the plot.

/// One number of a column of data.
///
/// Integers beyond 2⁵³ lose their last digits, as `as f64` does; `None` becomes NaN, a gap.
pub trait Coord {
    /// The number as `f64`.
    fn to_coord(self) -> f64;
}

macro_rules! coord {
    ($($number:ty)*) => {$(
        impl Coord for $number {
            fn to_coord(self) -> f64 {
                self as f64
            }
        }
    )*};
}

coord! { f32 f64 i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

impl<T: Coord + Copy> Coord for &T {
    fn to_coord(self) -> f64 {
        (*self).to_coord()
    }
}

impl<T: Coord> Coord for Option<T> {
    fn to_coord(self) -> f64 {
        self.map_or(f64::NAN, T::to_coord)
    }
}

/// A column of data: anything iterable over [`Coord`]s.
///
/// ```
/// use figure::Series;
///
/// assert_eq!([1, 2, 3].into_column(), [1.0, 2.0, 3.0]);
/// assert_eq!((&vec![0.5_f32]).into_column(), [0.5]);
/// assert!([Some(1), None].into_column()[1].is_nan());
/// ```
pub trait Series {
    /// The numbers, in order.
    fn into_column(self) -> Vec<f64>;
}

impl<I> Series for I
where
    I: IntoIterator,
    I::Item: Coord,
{
    fn into_column(self) -> Vec<f64> {
        self.into_iter().map(Coord::to_coord).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_primitive_and_references_to_it_are_numbers() {
        let total = [
            1_u8.to_coord(),
            2_i64.to_coord(),
            (&3.5_f32).to_coord(),
            (&&4_usize).to_coord(),
        ];
        assert_eq!(total, [1.0, 2.0, 3.5, 4.0]);
    }

    #[test]
    fn a_missing_value_is_nan() {
        assert!(None::<f64>.to_coord().is_nan());
        assert_eq!(Some(&2).to_coord(), 2.0);
    }

    #[test]
    fn iterators_slices_and_vectors_are_columns() {
        assert_eq!((0..3).into_column(), [0.0, 1.0, 2.0]);
        assert_eq!([1_u16, 2].as_slice().into_column(), [1.0, 2.0]);
        assert_eq!([1.5].iter().map(|v| v * 2.0).into_column(), [3.0]);
    }
}
