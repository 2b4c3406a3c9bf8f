//! Demos of gradients, images and patterns.

use super::Draw;

pub(super) const DEMOS: &[(&str, Draw)] = &[];
