//! Names for things that have a type: a value, or the name of one that is looked up when drawing.
//!
//! Setters take either (`.marker("o")`, `.marker(Marker::Circle)`) and cannot fail; a name that
//! means nothing is reported when the figure is drawn.

/// A type whose values have names.
pub trait Named: Sized {
    /// The value that a name means.
    fn named(name: &str) -> Option<Self>;
}

/// A value, or a name that means none.
#[derive(Clone, Debug, PartialEq)]
pub struct ByName<T>(Result<T, String>);

impl<T: Clone> ByName<T> {
    /// The value, or the name that means none.
    pub(crate) fn resolve(&self) -> Result<T, String> {
        self.0.clone()
    }
}

impl<T: Named> From<T> for ByName<T> {
    fn from(value: T) -> Self {
        Self(Ok(value))
    }
}

impl<T: Named> From<&str> for ByName<T> {
    fn from(name: &str) -> Self {
        Self(T::named(name).ok_or_else(|| name.to_owned()))
    }
}

impl<T: Named> From<String> for ByName<T> {
    fn from(name: String) -> Self {
        Self::from(name.as_str())
    }
}
