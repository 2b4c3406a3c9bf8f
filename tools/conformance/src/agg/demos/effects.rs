//! Demos of masks, meshes, modes and blurs.

use super::Draw;

pub(super) const DEMOS: &[(&str, Draw)] = &[];
