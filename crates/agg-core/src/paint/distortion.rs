//! Any map, as a part of paint.

use crate::geometry::{Point, Transform};
use std::fmt;
use std::sync::Arc;

/// A map from where paint is seen to where its colours are taken from.
#[derive(Clone)]
pub(super) struct Distortion(Arc<dyn Transform + Send + Sync>);

impl Distortion {
    pub(super) fn new(map: impl Transform + Send + Sync + 'static) -> Self {
        Self(Arc::new(map))
    }

    pub(super) fn apply(&self, at: Point) -> Point {
        self.0.apply(at)
    }
}

impl fmt::Debug for Distortion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Distortion")
    }
}

/// Equal only to its own copies.
impl PartialEq for Distortion {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}
