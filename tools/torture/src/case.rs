//! A raster case: paths, what is done with them, and which pixels show that it was done right.

use agg_core::{Affine, Cap, FillRule, Join, Path, Spread};

/// Something to draw, and what must be seen.
#[derive(Clone, Debug)]
pub struct Case {
    /// What it is called, in one word.
    pub name: String,
    /// What it is about.
    pub group: String,
    /// Columns of the surface.
    pub width: u32,
    /// Rows of the surface.
    pub height: u32,
    /// The paths that operations name by their place.
    pub paths: Vec<Path>,
    /// What is done, in order.
    pub ops: Vec<Op>,
    /// What must be seen.
    pub probes: Vec<Probe>,
    /// How many elements each path has, where the file says only that; empty once they are made.
    pub missing: Vec<u64>,
}

/// A pixel and the alpha that it must have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Probe {
    /// Its column.
    pub x: u32,
    /// Its row.
    pub y: u32,
    /// The least alpha.
    pub low: u8,
    /// The largest alpha.
    pub high: u8,
}

/// A drawing call.
#[derive(Clone, Debug)]
pub enum Op {
    /// Fills the inside of a path.
    Fill {
        /// Which path.
        path: usize,
        /// What its inside is.
        rule: FillRule,
        /// From the path to pixels.
        map: Affine,
        /// With what.
        paint: Ink,
    },
    /// Draws along a path.
    Stroke {
        /// Which path.
        path: usize,
        /// By which pen.
        pen: Pen,
        /// From the path, and its pen, to pixels.
        map: Affine,
        /// With what.
        paint: Ink,
    },
    /// Cuts what follows to the inside of a path.
    Clip {
        /// Which path.
        path: usize,
        /// What its inside is.
        rule: FillRule,
        /// From the path to pixels.
        map: Affine,
    },
    /// Ends the last clip.
    Unclip,
}

/// A pen with its dashes.
#[derive(Clone, Debug)]
pub struct Pen {
    /// How wide, in the path's units.
    pub width: f64,
    /// How lines end.
    pub cap: Cap,
    /// How they are joined.
    pub join: Join,
    /// How long a miter may be.
    pub miter_limit: f64,
    /// Lengths drawn and left out; none for a solid line.
    pub dashes: Vec<f64>,
    /// How far into the dashes a line starts.
    pub dash_offset: f64,
}

/// What a shape is filled with.
#[derive(Clone, Debug)]
pub enum Ink {
    /// One colour: red, green, blue, alpha.
    Solid([u8; 4]),
    /// A gradient.
    Gradient(Gradient),
}

/// A gradient of any kind.
#[derive(Clone, Debug)]
pub struct Gradient {
    /// Its places.
    pub kind: GradientKind,
    /// Its colours.
    pub stops: Vec<(f64, [u8; 4])>,
    /// What is seen beyond its ends.
    pub spread: Spread,
    /// From the gradient to the path.
    pub map: Affine,
}

/// Where a gradient runs.
#[derive(Clone, Copy, Debug)]
pub enum GradientKind {
    /// From x, y to x, y.
    Linear([f64; 4]),
    /// From a circle of x, y, radius to another.
    Radial([f64; 6]),
    /// About x, y from one angle to another, in degrees.
    Sweep([f64; 4]),
}

impl Case {
    /// Whether every probed pixel has an alpha that the table allows.
    ///
    /// # Errors
    ///
    /// Says which pixel has which alpha, and which it must have.
    pub fn judge(&self, alpha: impl Fn(u32, u32) -> Option<u8>) -> Result<(), String> {
        for &Probe { x, y, low, high } in &self.probes {
            match alpha(x, y) {
                Some(found) if (low..=high).contains(&found) => {}
                Some(found) => {
                    return Err(format!("alpha {found} at ({x}, {y}), not {low} to {high}"));
                }
                None => return Err(format!("no pixel at ({x}, {y})")),
            }
        }
        Ok(())
    }

    /// How many bytes its surface takes, four a pixel.
    #[must_use]
    pub fn surface_bytes(&self) -> u64 {
        (u64::from(self.width) * u64::from(self.height)).saturating_mul(4)
    }

    /// Whether a surface of its size must exist, for there is something to be seen on it.
    #[must_use]
    pub fn must_be_drawn(&self) -> bool {
        !self.probes.is_empty()
    }

    /// Whether any shape is filled with a gradient.
    #[must_use]
    pub fn has_gradient(&self) -> bool {
        self.ops.iter().any(|op| {
            matches!(
                op,
                Op::Fill {
                    paint: Ink::Gradient(_),
                    ..
                } | Op::Stroke {
                    paint: Ink::Gradient(_),
                    ..
                }
            )
        })
    }

    /// Whether anything is clipped to a path.
    #[must_use]
    pub fn has_clip(&self) -> bool {
        self.ops.iter().any(|op| matches!(op, Op::Clip { .. }))
    }

    /// Whether anything is filled by the even-odd rule.
    #[must_use]
    pub fn has_even_odd(&self) -> bool {
        let even_odd = |op: &Op| {
            matches!(
                op,
                Op::Fill {
                    rule: FillRule::EvenOdd,
                    ..
                }
            )
        };
        self.ops.iter().any(even_odd)
    }
}
