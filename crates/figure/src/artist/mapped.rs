//! Values that take their colours from a colormap.

use crate::artist::Artist;
use crate::colormap::Colormap;
use crate::error::{Error, Result};
use crate::name::ByName;
use crate::norm::{Norm, ScaledNorm};

/// Values, the norm that makes shares of them, and the map that has colours for these.
#[derive(Clone, Debug, Default)]
pub struct Mapped {
    pub(crate) values: Vec<f64>,
    pub(crate) cmap: Option<ByName<Colormap>>,
    pub(crate) norm: Norm,
    /// Whether a colorbar shows the range, which has to have a length then.
    pub(crate) barred: bool,
}

impl Mapped {
    /// Values in the style's map, over their own range.
    pub(crate) fn new(values: Vec<f64>) -> Self {
        Self {
            values,
            ..Self::default()
        }
    }

    /// The map and the norm with its range.
    pub(crate) fn resolve(&self, default: &ByName<Colormap>) -> Result<(Colormap, ScaledNorm)> {
        let map = self.cmap.as_ref().unwrap_or(default).resolve();
        let norm = self.norm.scaled(&self.values)?;
        let norm = if self.barred { norm.widened() } else { norm };
        Ok((map.map_err(Error::UnknownColormap)?, norm))
    }
}

/// What takes its colours from a colormap, and so has the setters for it and can have a colorbar.
pub trait Mappable {
    #[doc(hidden)]
    fn mapped(&self) -> Option<&Mapped>;
    #[doc(hidden)]
    fn mapped_mut(&mut self) -> &mut Mapped;
}

impl<T: Mappable> Artist<T> {
    /// Sets the map: a [`Colormap`] or its name, such as `"magma_r"`.
    pub fn cmap(&mut self, map: impl Into<ByName<Colormap>>) -> &mut Self {
        self.kind.mapped_mut().cmap = Some(map.into());
        self
    }

    /// Sets how values become shares of their range.
    pub fn norm(&mut self, norm: Norm) -> &mut Self {
        self.kind.mapped_mut().norm = norm;
        self
    }

    /// Sets the value at the start of the map; unset, the smallest.
    pub fn vmin(&mut self, vmin: f64) -> &mut Self {
        let norm = &mut self.kind.mapped_mut().norm;
        *norm = norm.clone().with_vmin(vmin);
        self
    }

    /// Sets the value at the end of the map; unset, the largest.
    pub fn vmax(&mut self, vmax: f64) -> &mut Self {
        let norm = &mut self.kind.mapped_mut().norm;
        *norm = norm.clone().with_vmax(vmax);
        self
    }
}
