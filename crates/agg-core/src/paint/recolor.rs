//! Colours made of other colours.

use crate::pixel::Color;
use std::fmt;
use std::sync::Arc;

/// What becomes of each colour of a paint; see [`Paint::recolored`](crate::Paint::recolored).
#[derive(Clone)]
pub struct Recoloring(Arc<dyn Fn(Color) -> Color + Send + Sync>);

impl Recoloring {
    pub(super) fn new(change: impl Fn(Color) -> Color + Send + Sync + 'static) -> Self {
        Self(Arc::new(change))
    }

    /// What becomes of a colour.
    pub(crate) fn of(&self, color: Color) -> Color {
        (self.0)(color)
    }
}

impl fmt::Debug for Recoloring {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Recoloring")
    }
}

/// Functions are equal only to themselves.
impl PartialEq for Recoloring {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}
