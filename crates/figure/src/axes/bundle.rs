//! Bundles of lines and patchworks: many paths as one artist.

use std::sync::Arc;

use agg_core::Path;

use crate::artist::{Artist, Collection, Role};
use crate::axes::Axes;
use crate::error::Result;

impl Axes {
    /// Adds many lines that are drawn alike, above areas; limits include them once something else
    /// lets them follow the data.
    ///
    /// # Errors
    ///
    /// None yet; as for the plots.
    pub fn add_lines(&mut self, paths: impl Into<Arc<[Path]>>) -> Result<&mut Artist<Collection>> {
        let lines = self.add(Collection::paths(paths, Role::Lines))?;
        Ok(lines.zorder(2.0))
    }

    /// Adds many areas that are drawn alike; limits include them once something else lets them
    /// follow the data.
    ///
    /// # Errors
    ///
    /// None yet; as for the plots.
    pub fn add_areas(&mut self, paths: impl Into<Arc<[Path]>>) -> Result<&mut Artist<Collection>> {
        self.add(Collection::paths(paths, Role::Areas))
    }
}
