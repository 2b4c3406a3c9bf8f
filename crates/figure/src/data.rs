//! Data as people hold it, turned into columns of `f64`.
//!
//! Anything that can be iterated over and yields a primitive number, a reference to one, or an
//! `Option` of either is a column: `&[1.0, 2.0]`, `vec![1_u8, 2]`, `0..10`,
//! `readings.iter().map(|r| r.volts)`. A missing value (`None`, NaN) is a gap in the plot. Names
//! (`["tea", "coffee"]`) are columns too; the axis that they are drawn along gives them places.

use crate::error::{Error, Result};

/// What the items of a column are.
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantity {
    /// Numbers, which are their own places.
    Number,
    /// Names, which an axis puts at 0, 1, 2 … in the order in which it first meets them.
    Name,
    /// Times, which have their own places: days since 1970.
    Date,
}

/// One number or name of a column of data.
///
/// Integers beyond 2⁵³ lose their last digits, as `as f64` does; `None` becomes NaN, a gap.
pub trait Coord: Sized {
    /// What it is.
    const QUANTITY: Quantity = Quantity::Number;

    /// The number as `f64`; NaN for a name, which has none by itself.
    fn to_coord(self) -> f64;

    /// The name; empty for a number.
    fn into_name(self) -> String {
        String::new()
    }
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

impl<T: Coord + Clone> Coord for &T {
    const QUANTITY: Quantity = T::QUANTITY;

    fn to_coord(self) -> f64 {
        self.clone().to_coord()
    }

    fn into_name(self) -> String {
        self.clone().into_name()
    }
}

impl<T: Coord> Coord for Option<T> {
    const QUANTITY: Quantity = T::QUANTITY;

    fn to_coord(self) -> f64 {
        self.map_or(f64::NAN, T::to_coord)
    }

    /// No name is the empty one.
    fn into_name(self) -> String {
        self.map_or_else(String::new, T::into_name)
    }
}

impl Coord for &str {
    const QUANTITY: Quantity = Quantity::Name;

    fn to_coord(self) -> f64 {
        f64::NAN
    }

    fn into_name(self) -> String {
        self.to_owned()
    }
}

impl Coord for String {
    const QUANTITY: Quantity = Quantity::Name;

    fn to_coord(self) -> f64 {
        f64::NAN
    }

    fn into_name(self) -> String {
        self
    }
}

/// A column, by what its items are.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq)]
pub enum Values {
    /// Numbers.
    Numbers(Vec<f64>),
    /// Names.
    Names(Vec<String>),
    /// Times, as days since 1970.
    Dates(Vec<f64>),
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
    /// The numbers, in order; NaN for each name.
    fn into_column(self) -> Vec<f64>;

    /// The numbers or names, in order.
    fn into_values(self) -> Values
    where
        Self: Sized,
    {
        Values::Numbers(self.into_column())
    }
}

impl<I> Series for I
where
    I: IntoIterator,
    I::Item: Coord,
{
    fn into_column(self) -> Vec<f64> {
        self.into_iter().map(Coord::to_coord).collect()
    }

    fn into_values(self) -> Values {
        match I::Item::QUANTITY {
            Quantity::Number => Values::Numbers(self.into_column()),
            Quantity::Date => Values::Dates(self.into_column()),
            Quantity::Name => Values::Names(self.into_iter().map(Coord::into_name).collect()),
        }
    }
}

/// A column that has one number for each of `count` things, or one for all of them.
pub(crate) fn one_or_all(column: Vec<f64>, count: usize) -> Result<Vec<f64>> {
    if column.len() == 1 || column.len() == count {
        Ok(column)
    } else {
        Err(Error::LengthMismatch {
            x: count,
            y: column.len(),
        })
    }
}

/// Two columns of the same length.
pub(crate) fn pair(xs: impl Series, ys: impl Series) -> Result<(Vec<f64>, Vec<f64>)> {
    let (xs, ys) = (xs.into_column(), ys.into_column());
    if xs.len() == ys.len() {
        Ok((xs, ys))
    } else {
        Err(Error::LengthMismatch {
            x: xs.len(),
            y: ys.len(),
        })
    }
}

/// The height at `x` of the line through points of increasing x; beyond its ends, as high as there.
/// NaN where there is no line.
pub(crate) fn interpolated(x: f64, xs: &[f64], ys: &[f64]) -> f64 {
    let after = xs.partition_point(|p| *p <= x);
    let at = |i: usize| Some((*xs.get(i)?, *ys.get(i)?));
    match (after.checked_sub(1).and_then(at), at(after)) {
        _ if x.is_nan() => x,
        (Some((x0, y0)), Some((x1, y1))) if x != x0 => (y1 - y0) / (x1 - x0) * (x - x0) + y0,
        (Some((_, y)), _) | (None, Some((_, y))) => y,
        (None, None) => f64::NAN,
    }
}

/// The sum as numpy adds up: eight at a time, halves of what is long by themselves.
pub(crate) fn pairwise_sum(numbers: &[f64]) -> f64 {
    let count = numbers.len();
    if count < 8 {
        return numbers.iter().fold(0.0, |sum, number| sum + number);
    }
    if count > 128 {
        let half = count / 2 - (count / 2) % 8;
        let (a, b) = numbers.split_at(half);
        return pairwise_sum(a) + pairwise_sum(b);
    }
    let (eights, rest) = numbers.as_chunks::<8>();
    let mut sums = [0.0; 8];
    for (i, eight) in eights.iter().enumerate() {
        for (sum, number) in sums.iter_mut().zip(eight) {
            *sum = if i == 0 { *number } else { *sum + number };
        }
    }
    let [a, b, c, d, e, f, g, h] = sums;
    let sum = ((a + b) + (c + d)) + ((e + f) + (g + h));
    rest.iter().fold(sum, |sum, number| sum + number)
}

/// Numbers in rows and columns.
///
/// ```
/// use figure::{IntoMatrix, Matrix};
///
/// let matrix = Matrix::new([1, 2, 3, 4, 5, 6], 3)?;
/// assert_eq!((matrix.rows(), matrix.columns()), (2, 3));
/// assert_eq!([[1, 2, 3], [4, 5, 6]].into_matrix()?, matrix);
/// assert!(Matrix::new([1, 2, 3, 4, 5], 3).is_err());
/// # Ok::<(), figure::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Matrix {
    rows: usize,
    columns: usize,
    values: Vec<f64>,
}

impl Matrix {
    /// Numbers row after row, `columns` in each.
    ///
    /// # Errors
    ///
    /// [`Error::Shape`] unless all rows are full.
    pub fn new(values: impl Series, columns: usize) -> Result<Self> {
        let values = values.into_column();
        let rows = values.len().checked_div(columns).unwrap_or(0);
        if rows * columns != values.len() {
            return Err(Error::Shape {
                count: values.len(),
                rows,
                columns,
            });
        }
        Ok(Self {
            rows,
            columns,
            values,
        })
    }

    /// How many rows there are.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// How many columns there are.
    #[must_use]
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// The numbers, row after row.
    #[must_use]
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// The numbers, row after row, without a copy.
    #[must_use]
    pub fn into_values(self) -> Vec<f64> {
        self.values
    }
}

/// What can be read as rows and columns: a [`Matrix`], or anything iterable over rows that are
/// [`Series`].
pub trait IntoMatrix {
    /// The numbers in rows and columns.
    ///
    /// # Errors
    ///
    /// [`Error::Shape`] unless all rows are as long as the first.
    fn into_matrix(self) -> Result<Matrix>;
}

impl IntoMatrix for Matrix {
    fn into_matrix(self) -> Result<Matrix> {
        Ok(self)
    }
}

impl IntoMatrix for &Matrix {
    fn into_matrix(self) -> Result<Matrix> {
        Ok(self.clone())
    }
}

impl<I> IntoMatrix for I
where
    I: IntoIterator,
    I::Item: Series,
{
    fn into_matrix(self) -> Result<Matrix> {
        let mut matrix = Matrix::default();
        for row in self {
            let row = row.into_column();
            if matrix.rows == 0 {
                matrix.columns = row.len();
            }
            matrix.rows += 1;
            matrix.values.extend(&row);
            if row.len() != matrix.columns {
                return Err(Error::Shape {
                    count: matrix.values.len(),
                    rows: matrix.rows,
                    columns: matrix.columns,
                });
            }
        }
        Ok(matrix)
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
