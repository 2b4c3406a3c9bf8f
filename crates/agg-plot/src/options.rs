//! What a renderer does beyond matplotlib's, or refuses with it.

use std::num::NonZeroUsize;

/// Choices that change what is drawn, or whether. The default is matplotlib's renderer to the
/// byte, without its limit.
///
/// ```
/// use agg_plot::{MarkerPlaces, Options, Renderer};
///
/// let options = Options { marker_places: MarkerPlaces::Exact, ..Options::default() };
/// let renderer = Renderer::new(300, 200, 100.0)?.with_options(options);
/// assert_eq!(renderer.options().cell_limit, None);
/// # Ok::<(), agg_plot::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// A shape that takes more cells than this is an [`Error::CellLimit`](crate::Error::CellLimit)
    /// and not drawn: [`MATPLOTLIB_CELLS`](Self::MATPLOTLIB_CELLS) for what matplotlib refuses.
    /// `None`, the default, draws everything. Counting costs a second walk along every edge.
    ///
    /// Cells are counted as AGG keeps them: a pixel counts each time that an outline enters it and
    /// leaves something there. Level edges are left out, so where an outline leaves a pixel by one
    /// and comes back by another, AGG counts one more.
    pub cell_limit: Option<usize>,
    /// Whether the faces of a collection or a mesh let through what is below where they meet.
    pub seams: Seams,
    /// Where markers go.
    pub marker_places: MarkerPlaces,
    /// How many threads draw a shape of many edges, or one on a large surface, each a band of
    /// rows. The pixels are the same for any number; 1, the default, starts none.
    pub threads: NonZeroUsize,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            cell_limit: None,
            seams: Seams::default(),
            marker_places: MarkerPlaces::default(),
            threads: NonZeroUsize::MIN,
        }
    }
}

impl Options {
    /// How many cells matplotlib's renderer has room for: 32 768 blocks of 4096.
    pub const MATPLOTLIB_CELLS: usize = 32_768 * 4096;
}

/// What is seen between faces of a collection or a mesh that share an edge.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Seams {
    /// A little of what is below: each face is laid over the last, and two that cover half of a
    /// pixel together cover three quarters. That is what matplotlib does.
    #[default]
    Open,
    /// Nothing: all faces of a call are laid down at once, and those that share a pixel are mixed
    /// by how much of it each has. Where faces overlap, the later one hides the earlier, be it
    /// translucent or not. Faces are smoothed, whatever their antialiasing; hatches and strokes
    /// come after all of them.
    Closed,
}

/// Where the markers of a line go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum MarkerPlaces {
    /// To whole pixels, as in matplotlib: all look the same, and stand off by up to half a pixel.
    #[default]
    WholePixels,
    /// To where the data is. Nothing is snapped, and clip rectangles cut markers as they cut
    /// paths.
    Exact,
}
