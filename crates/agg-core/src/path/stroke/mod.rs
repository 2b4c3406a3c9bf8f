//! Lines to outlines: what a pen of a given width leaves behind.
//!
//! The outline of an open subpath is one closed contour: along one side, around the end, back
//! along the other side, around the start. A closed subpath gives two contours, the outer and the
//! inner, in opposite directions. They overlap themselves at sharp or crowded places; the
//! non-zero rule fills them right.
//!
//! ```text
//!        ┌───────────────────────╲              cap(v0→v1)   two points, or an arc
//!   v0 ● ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ● v1 ╲           join(v0,v1,v2) on each side:
//!        └───────────────────┐    ╲ ╲             outer (miter, round, bevel …)
//!                             ╲     ● v2          inner (where the two offset lines cross)
//! ```
//!
//! Every formula is in f64 in a fixed order, so the vertices are AGG's to the last bit but for
//! the four trigonometric functions (see `docs/stroking.md`).

mod contour;
mod corner;
mod outline;
mod side;

use crate::geometry::Rect;
use crate::limits::Meter;
use crate::path::dash::Straight;
use crate::path::expand::Sink;
use crate::path::reshape::{Reshape, Reshaped};
use crate::path::subpath::{Merge, Subpath, SubpathReader};
use crate::path::{Dash, Flattener, Path, PathEl};
pub(crate) use contour::Contourer;
pub use contour::{Contour, Contoured};
use outline::Outliner;

/// How two segments are joined on the outer side of their corner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Join {
    /// Extended to a point; past the miter limit the point is cut off at the limit.
    #[default]
    Miter,
    /// Extended to a point; past the miter limit a bevel.
    MiterRevert,
    /// Extended to a point; past the miter limit an arc.
    MiterRound,
    /// An arc about the vertex.
    Round,
    /// Cut straight across.
    Bevel,
}

/// How two segments are joined on the inner side of their corner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum InnerJoin {
    /// Cut straight across, which shows beyond the stroke at sharp corners of wide lines.
    Bevel,
    /// Where the two inner lines cross, as long as the segments are long enough.
    #[default]
    Miter,
    /// Through the vertex itself where the segments are shorter than the corner.
    Jag,
    /// Through the vertex and around an arc where the segments are shorter than the corner.
    Round,
}

/// How an open subpath ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Cap {
    /// Cut off at the end point.
    #[default]
    Butt,
    /// Cut off half a width beyond it.
    Square,
    /// Half a disc about it.
    Round,
}

/// What happens to a subpath whose segments all have no length.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
enum Dots {
    #[default]
    Draw,
    Skip,
}

/// A pen: width, joins, caps, limits, and the dashes that the canvas applies first.
///
/// A width of zero and anything non-finite draw nothing. A negative width swaps the two sides.
/// A subpath without length is a dot with round caps, a square with square caps and nothing with
/// butt caps.
///
/// ```
/// use agg_core::{Cap, Join, Stroke};
///
/// let pen = Stroke::new(6.0).with_join(Join::Round).with_cap(Cap::Round).with_dashes(0.0, &[12.0, 9.0]);
/// assert_eq!(pen.width(), 6.0);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Stroke {
    width: f64,
    join: Join,
    inner_join: InnerJoin,
    cap: Cap,
    miter_limit: f64,
    inner_miter_limit: f64,
    scale: f64,
    shorten: f64,
    dots: Dots,
    straight: f64,
    merge: Merge,
    dash: Option<Dash>,
}

impl Stroke {
    /// A solid pen of a width in the path's units, with miter joins (limit 4) and butt caps.
    #[must_use]
    pub const fn new(width: f64) -> Self {
        Self {
            width,
            join: Join::Miter,
            inner_join: InnerJoin::Miter,
            cap: Cap::Butt,
            miter_limit: 4.0,
            inner_miter_limit: 1.01,
            scale: 1.0,
            shorten: 0.0,
            dots: Dots::Draw,
            straight: 0.0,
            merge: Merge::Coincident,
            dash: None,
        }
    }

    /// With another join on outer sides.
    #[must_use]
    pub fn with_join(mut self, join: Join) -> Self {
        self.join = join;
        self
    }

    /// With another join on inner sides.
    #[must_use]
    pub fn with_inner_join(mut self, join: InnerJoin) -> Self {
        self.inner_join = join;
        self
    }

    /// With another cap at both ends.
    #[must_use]
    pub fn with_cap(mut self, cap: Cap) -> Self {
        self.cap = cap;
        self
    }

    /// With another miter limit: how far a miter may reach from the vertex, in half widths. 4 cuts
    /// corners sharper than 29°. NaN counts as 4.
    #[must_use]
    pub fn with_miter_limit(mut self, limit: f64) -> Self {
        self.miter_limit = if limit.is_nan() { 4.0 } else { limit };
        self
    }

    /// With another limit for inner joins, in half widths; 1.01 lets them reach only a little
    /// further than the pen itself. NaN counts as 1.01.
    #[must_use]
    pub fn with_inner_miter_limit(mut self, limit: f64) -> Self {
        self.inner_miter_limit = if limit.is_nan() { 1.01 } else { limit };
        self
    }

    /// With arcs as fine as a later magnification by `scale` needs: they keep within 1/8 unit
    /// divided by it. 1 for a path in pixels; zero, negative and non-finite count as 1.
    #[must_use]
    pub fn with_approximation_scale(mut self, scale: f64) -> Self {
        self.scale = if scale.is_finite() && scale > 0.0 {
            scale
        } else {
            1.0
        };
        self
    }

    /// With a length removed from the end of each subpath.
    #[must_use]
    pub fn with_shorten(mut self, length: f64) -> Self {
        self.shorten = length;
        self
    }

    /// Drawing nothing, with any cap, for a subpath without length, as AGG does.
    #[must_use]
    pub fn without_dots(mut self) -> Self {
        self.dots = Dots::Skip;
        self
    }

    /// With corners taken as outer ones on both sides where the cross product of their segments is
    /// no further than this from 0, in square units; 0 for exactly straight ones only, as in AGG.
    /// matplotlib has 1e-14.
    #[must_use]
    pub fn with_straight_within(mut self, cross_product: f64) -> Self {
        self.straight = cross_product;
        self
    }

    /// With vertices merged that are no further apart than this; AGG has 1e-14, wherever they are.
    /// Without it, those are merged whose distance is lost in the rounding of their coordinates.
    #[must_use]
    pub fn with_coincident_within(mut self, distance: f64) -> Self {
        self.merge = Merge::Within(distance);
        self
    }

    /// With dashes: lengths that are drawn and skipped in turn, from `offset` into the pattern;
    /// see [`Dash`].
    #[must_use]
    pub fn with_dashes(mut self, offset: f64, lengths: &[f64]) -> Self {
        self.dash = Some(Dash::new(offset, lengths));
        self
    }

    /// The width of the pen.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.width
    }

    /// The dashes, if the line is not solid.
    #[must_use]
    pub fn dash(&self) -> Option<&Dash> {
        self.dash.as_ref()
    }

    /// How short dashes may be, each with the gap after it, before shorter ones look the same, for a
    /// pixel of a size in the path's units: see
    /// [`no_finer_than`](crate::path::Dashed::no_finer_than).
    ///
    /// That is about 1/160 of a pixel, and 1/30 for pens of more than eight pixels. Caps reach over
    /// what is shorter than a 2048th of the width; of pens of more than a million pixels, whose round
    /// caps have thousands of points each, a 256th.
    #[must_use]
    pub fn finest_dash(&self, pixel: f64) -> f64 {
        const GIANT: f64 = 1_048_576.0;
        let width = self.width.abs();
        // Corners are rounded to 256ths. A whole number of them would round all dashes of a stretch
        // alike; with the golden section beside it, what is rounded up and down evens out.
        let steps = if width > 8.0 * pixel { 8.618 } else { 1.618 };
        let finest = steps * pixel / 256.0;
        match self.cap {
            Cap::Butt => finest,
            Cap::Round if width > GIANT * pixel => width / 256.0,
            Cap::Square | Cap::Round => finest.max(width / 2048.0),
        }
    }

    /// How far the outline can reach from the path: half the width, times what a miter or a
    /// square cap adds.
    #[must_use]
    pub fn reach(&self) -> f64 {
        let miter = match self.join {
            Join::Miter | Join::MiterRevert | Join::MiterRound => self.miter_limit.abs(),
            Join::Round | Join::Bevel => 1.0,
        };
        let corner = self.width.abs() / 2.0 * miter.max(self.inner_miter_limit.abs());
        corner.max(self.straight_reach())
    }

    /// How far the outline can reach from a straight path: half the width, times what a square cap
    /// adds.
    fn straight_reach(&self) -> f64 {
        self.width.abs() / 2.0 * 1.5
    }

    /// From where straight dashes cover something of a rectangle. A dash without length is a dot,
    /// which lies along x, whatever the way: its caps reach all around.
    pub(crate) fn straight_within(&self, visible: Rect) -> Straight {
        let reach = self.straight_reach();
        Straight {
            visible,
            aside: reach,
            beyond: match self.cap {
                Cap::Butt => 0.0,
                Cap::Square | Cap::Round => reach,
            },
        }
    }
}

/// The adaptor behind [`PathIterator::stroked`](crate::PathIterator::stroked).
///
/// Yields closed contours of straight segments.
pub type Stroked<'a, I> = Reshaped<I, Stroker<'a>>;

/// A stroke with its derived numbers, if it draws anything.
#[derive(Clone, Debug)]
pub struct Stroker<'a>(Option<Outliner<'a>>);

impl<'a> Stroker<'a> {
    pub(crate) fn new(stroke: &'a Stroke) -> Self {
        Self(Outliner::new(stroke))
    }
}

/// What a pen can follow.
pub(crate) trait Line {
    /// Sends all of it through a reader.
    fn read(self, reader: &mut SubpathReader, each: impl FnMut(&mut Subpath));
}

/// Straight elements.
impl<I: Iterator<Item = PathEl>> Line for I {
    #[inline(always)]
    fn read(self, reader: &mut SubpathReader, mut each: impl FnMut(&mut Subpath)) {
        self.for_each(
            #[inline(always)]
            |element| reader.take(element, &mut each),
        );
    }
}

/// A path whose curves are flattened on the way.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FlatLine<'a> {
    pub(crate) path: &'a Path,
    pub(crate) flattener: Flattener,
    /// Who says when it is enough.
    pub(crate) meter: Option<&'a Meter>,
}

impl Line for FlatLine<'_> {
    #[inline(always)]
    fn read(self, reader: &mut SubpathReader, each: impl FnMut(&mut Subpath)) {
        reader.take_path(self.path, &self.flattener, self.meter, each);
    }
}

/// Hands the outlines of the subpaths of `line` to `sink`: what [`Stroked`] gives, lines together.
/// The reader lends its memory.
pub(crate) fn stroke_into(
    line: impl Line,
    pen: &Stroke,
    reader: &mut SubpathReader,
    sink: &mut impl Sink,
) {
    let Some(outliner) = Outliner::new(pen) else {
        return;
    };
    reader.restart(outliner.merge());
    line.read(reader, |subpath| outliner.trace(subpath, sink));
    reader.finish(|subpath| outliner.trace(subpath, sink));
    reader.restart(Merge::default());
}

impl Reshape for Stroker<'_> {
    fn merge(&self) -> Merge {
        self.0.as_ref().map_or(Merge::default(), Outliner::merge)
    }

    fn reshape(&self, subpath: &mut Subpath, sink: &mut impl FnMut(PathEl)) {
        if let Some(outliner) = &self.0 {
            outliner.trace(subpath, sink);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::path::PathIterator;

    #[test]
    fn a_path_that_turns_back_has_its_outer_join_for_both_signs_of_the_width() {
        let line = Path::polyline([(0.0, 0.0), (10.0, 0.0), (3.0, 0.0)]);
        let bounds = |width: f64, join: Join| {
            let pen = Stroke::new(width)
                .with_join(join)
                .with_inner_join(InnerJoin::Bevel);
            let outline: Path = line.elements().stroked(&pen).collect();
            outline.elements().bounding_box()
        };
        for join in [Join::Miter, Join::MiterRevert, Join::Round] {
            assert_eq!(bounds(4.0, join), bounds(-4.0, join), "{join:?}");
        }
        assert!(bounds(-4.0, Join::Miter).is_some_and(|b| b.x1 > 12.0));
    }

    /// The corners of a square cap are as far from the end of the line.
    #[test]
    fn caps_reach_no_further_than_is_said() {
        for width in [0.5, 3.0, 500.0] {
            let reach = Stroke::new(width).straight_reach();
            assert!((width / 2.0_f64.sqrt()..width).contains(&reach), "{reach}");
        }
    }

    fn outline(path: &Path, stroke: &Stroke) -> Vec<PathEl> {
        path.elements()
            .stroked(stroke)
            .fold(Vec::new(), |mut v, e| {
                v.push(e);
                v
            })
    }

    fn points(elements: &[PathEl]) -> Vec<(f64, f64)> {
        elements
            .iter()
            .filter_map(PathEl::end)
            .map(|p| (p.x, p.y))
            .collect()
    }

    #[test]
    fn a_giant_pen_with_round_caps_has_few_dashes() {
        let finest = |width, cap| Stroke::new(width).with_cap(cap).finest_dash(1.0);
        assert_eq!(finest(1e81, Cap::Round), 1e81 / 256.0);
        assert_eq!(finest(-1e81, Cap::Square), 1e81 / 2048.0);
        // A pixel may be as large as the pen.
        let pen = Stroke::new(1e81).with_cap(Cap::Round);
        assert!(pen.finest_dash(1e81) < 1e81 / 100.0);
        assert_eq!(finest(2048.0, Cap::Round), 1.0);
    }

    #[test]
    fn the_finest_dash_is_a_part_of_a_pixel_and_coarser_for_wide_pens() {
        let finest = |width, pixel| Stroke::new(width).finest_dash(pixel);
        assert_eq!(finest(1.0, 1.0), 1.618 / 256.0);
        assert_eq!(finest(8.0, 1.0), 1.618 / 256.0);
        assert_eq!(finest(-8.5, 1.0), 8.618 / 256.0);
        assert_eq!(finest(12.0, 2.0), 2.0 * 1.618 / 256.0);
        assert_eq!(finest(20.0, 2.0), 2.0 * 8.618 / 256.0);
    }

    #[test]
    fn a_pen_reaches_as_far_as_its_miters_or_its_caps() {
        let pen = Stroke::new(-6.0);
        assert_eq!(pen.reach(), 12.0);
        assert_eq!(pen.clone().with_join(Join::Bevel).reach(), 4.5);
        assert_eq!(pen.clone().with_inner_miter_limit(-9.0).reach(), 27.0);
        assert_eq!(pen.with_miter_limit(0.1).reach(), 4.5);
    }

    #[test]
    fn arcs_are_as_fine_as_a_scale_needs_that_is_one() {
        let line = Path::polyline([(0.0, 0.0), (9.0, 0.0)]);
        let points = |scale| {
            let pen = Stroke::new(20.0).with_cap(Cap::Round);
            outline(&line, &pen.with_approximation_scale(scale)).len()
        };
        assert!(points(16.0) > 2 * points(1.0));
        for scale in [0.0, -1.0, f64::INFINITY, f64::NAN] {
            assert_eq!(points(scale), points(1.0), "{scale}");
        }
    }

    #[test]
    fn vertices_within_a_distance_are_one_corner() {
        let line = Path::polyline([(0.0, 0.0), (5.0, 0.0), (5.0, 0.25), (5.0, 9.0)]);
        let pen = Stroke::new(2.0);
        let corners = |pen: &Stroke| outline(&line, pen).len();
        assert!(corners(&pen.clone().with_coincident_within(0.5)) < corners(&pen));
    }

    #[test]
    fn a_width_is_told_as_it_was_said() {
        assert_eq!(Stroke::new(-2.5).width(), -2.5);
    }

    #[test]
    fn a_horizontal_line_becomes_a_rectangle() {
        let line = Path::polyline([(10.0, 20.0), (30.0, 20.0)]);
        let butt = outline(&line, &Stroke::new(4.0));
        assert_eq!(
            points(&butt),
            [(10.0, 22.0), (10.0, 18.0), (30.0, 18.0), (30.0, 22.0)]
        );
        let square = outline(&line, &Stroke::new(4.0).with_cap(Cap::Square));
        assert_eq!(
            points(&square),
            [(8.0, 22.0), (8.0, 18.0), (32.0, 18.0), (32.0, 22.0)]
        );
        assert_eq!(square.last(), Some(&PathEl::Close));
    }

    #[test]
    fn a_closed_path_gives_two_contours() {
        let triangle = Path::polygon([(0.0, 0.0), (30.0, 0.0), (0.0, 30.0)]);
        let closes = outline(&triangle, &Stroke::new(2.0))
            .iter()
            .filter(|e| **e == PathEl::Close)
            .count();
        assert_eq!(closes, 2);
    }

    #[test]
    fn dots_have_the_shape_of_their_cap() {
        let dot = Path::polyline([(5.0, 5.0), (5.0, 5.0)]);
        let pen = Stroke::new(2.0);
        assert_eq!(outline(&dot, &pen), []);
        let square = points(&outline(&dot, &pen.clone().with_cap(Cap::Square)));
        assert_eq!(square, [(4.0, 6.0), (4.0, 4.0), (6.0, 4.0), (6.0, 6.0)]);
        let round = pen.with_cap(Cap::Round);
        assert!(outline(&dot, &round).len() > 4);
        assert_eq!(outline(&dot, &round.without_dots()), []);
        let only_moved = Path::polyline([(5.0, 5.0)]);
        assert_eq!(
            outline(&only_moved, &Stroke::new(2.0).with_cap(Cap::Round)),
            []
        );
    }

    #[test]
    fn widths_that_mean_nothing_draw_nothing() {
        let line = Path::polyline([(10.0, 20.0), (30.0, 20.0)]);
        for width in [0.0, f64::NAN, f64::INFINITY] {
            assert_eq!(outline(&line, &Stroke::new(width)), []);
        }
    }

    #[test]
    fn arcs_of_giant_pens_stay_bounded() {
        let line = Path::polyline([(10.0, 20.0), (30.0, 20.0), (10.0, 21.0)]);
        let pen = Stroke::new(1e300)
            .with_join(Join::Round)
            .with_cap(Cap::Round);
        assert!(outline(&line, &pen).len() < 200_000);
    }

    #[test]
    fn points_a_rounding_apart_make_no_spike() {
        // AGG joins them as if the path turned back there.
        let next = 200.0_f64.next_up().next_up();
        let line = Path::polyline([(100.0, 50.0), (next, 50.0), (200.0, 50.0), (300.0, 50.0)]);
        let bounds = line
            .elements()
            .stroked(&Stroke::new(10.0))
            .bounding_box()
            .unwrap();
        assert_eq!((bounds.y0, bounds.y1), (45.0, 55.0));
    }

    #[test]
    fn nearly_straight_corners_are_one_point_for_both_signs_of_the_width() {
        // AGG compares with a negative number where the width is negative.
        let bend = Path::polyline([(0.0, 0.0), (50.0, 0.0), (100.0, 1e-3)]);
        for width in [9.0, -9.0] {
            let pen = Stroke::new(width).with_join(Join::Round);
            assert_eq!(outline(&bend, &pen).len(), 7, "{width}");
        }
    }
}
