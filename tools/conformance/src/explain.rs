//! The differences that are known and meant, each with its reason.
//!
//! An entry allows exactly what was measured: another count of bytes, or a
//! coordinate further away, is unexplained again, and so is an entry that is no
//! longer needed.

use golden::Ulps;

/// A difference from an oracle that has a reason.
#[derive(Clone, Copy, Debug)]
pub struct Explanation {
    /// How many bytes of the picture differ.
    pub bytes: usize,
    /// How far a coordinate may be from the oracle's.
    pub ulps: Ulps,
    /// Why this is right.
    pub reason: &'static str,
}

/// The explanation of a scene's difference, if it has one; `scene` as the table
/// prints it.
pub fn explanation(scene: &str) -> Option<Explanation> {
    let known = KNOWN
        .iter()
        .find(|(name, _)| *name == scene)
        .map(|(_, entry)| *entry);
    known.or_else(|| {
        let &(_, ulps) = LIBM.iter().find(|(name, _)| *name == scene)?;
        Some(Explanation {
            bytes: 0,
            ulps: Ulps(ulps),
            reason: LIBM_REASON,
        })
    })
}

/// Bugs of the oracles that we do not have.
const KNOWN: &[(&str, Explanation)] = &[
    known(
        "agg/random_strokes",
        8,
        "AGG draws nearly straight round and bevel joins as one point only if the width is \
         positive; agg-core does so for both signs (one cell of 400)",
    ),
    known("agg/outline_two_segments_none", 3, NO_JOIN),
    known("agg/outline_caps_two_segments_none", 9, NO_JOIN),
    known(
        "agg/outline_short_lines",
        96,
        "AGG drops lines shorter than 1.5 pixels and closed ones of two points; agg-core draws them",
    ),
    known(
        "agg/primitive_rectangles",
        45,
        "AGG takes a colour's alpha for the coverage of vertical lines, so translucent ones are \
         too pale",
    ),
    known(
        "matplotlib/reference_line_as_an_upright_band_of_nothing",
        24,
        "matplotlib takes the limits of axvspan through the pixels and back, which changes their \
         last bit, and here the side to which half a pixel is rounded",
    ),
    known("agg/compound_layered_sectors_unsorted", 10, SEAM),
    known("agg/compound_layered_sectors_direct", 10, SEAM),
    known("agg/compound_layered_sectors_inverse", 10, SEAM),
    known("agg/compound_layered_fan_unsorted", 182, SEAM),
    known("agg/compound_layered_fan_direct", 182, SEAM),
    known("agg/compound_layered_fan_inverse", 182, SEAM),
    known(
        "agg/compound_layered_across_unsorted",
        6,
        "AGG's order depends on cells without coverage; agg-core's on the first covered column",
    ),
    known("agg/boolean_star_and", 6, FULL_PIXEL),
    known("agg/boolean_neighbours_and", 8, FULL_PIXEL),
    known("agg/demo_scanline_boolean2", 4321, FULL_PIXEL),
    known(
        "agg/demo_alpha_gradient",
        12252,
        "AGG takes the roots of its gradient from a table of ten bits and the steps of both as long \
         as they are scaled, and cuts no lines at the sides of the picture",
    ),
    known(
        "agg/demo_alpha_mask2",
        13838,
        "AGG takes the roots of its gradients from a table of ten bits and their steps as long as \
         the gradients are scaled, and draws some pixels of a symbol twice",
    ),
    known(
        "agg/demo_alpha_mask3",
        3,
        "AGG's mask takes a run of partly covered pixels for a full one (one pixel)",
    ),
    known(
        "agg/demo_compositing",
        20959,
        "AGG takes the steps of its gradients as long as the gradients are scaled, steps along a \
         row by whole 1/256, and rounds colours once more before it lays them on",
    ),
    known(
        "agg/demo_compositing2",
        42269,
        "AGG takes the roots of its gradients from a table of ten bits and their steps as long as \
         the gradients are scaled, and rounds colours once more before it lays them on",
    ),
    known(
        "agg/demo_distortions",
        83339,
        "AGG steps along a row by whole 1/256, distorts and rounds down from there, rounds a \
         clipped image down (bug 3.13), and takes roots from a table of ten bits",
    ),
    known(
        "agg/demo_flash_rasterizer",
        5,
        "in AGG a style that covers all of a pixel wipes out those that came before it",
    ),
    known("agg/demo_gouraud", 86163, GOURAUD),
    known("agg/demo_gouraud_mesh", 153_213, GOURAUD),
    known(
        "agg/demo_simple_blur",
        108,
        "AGG takes the pixels along the left side of its blurred picture for black, and the lines \
         beyond that side are rounded as they are cut off there",
    ),
    known(
        "agg/demo_multi_clip",
        2932,
        "AGG takes the roots of its gradient from a table of ten bits and steps along a row by \
         whole 1/256, and draws some pixels of a symbol twice",
    ),
    known(
        "agg/demo_gradient_focal",
        132_137,
        "AGG's gradient table reaches no end of its pieces (bug 3.10) and rounds colours down; \
         agg-core's does neither",
    ),
    known(
        "agg/demo_gradients",
        31_197,
        "AGG takes the roots of its gradient from a table of ten bits, and its control bends a \
         straight profile",
    ),
    known(
        "agg/demo_gradients_contour",
        151_841,
        "AGG measures to drawn pixels, in 1/255 of the largest distance; agg-core's distances \
         from a contour are exact",
    ),
    known(
        "agg/demo_image_alpha",
        111_400,
        "AGG steps through the image by whole 1/256 of a pixel, and rounds what lies between \
         pixels without alpha down (bug 3.13)",
    ),
    known(
        "agg/demo_line_patterns",
        54_743,
        "AGG mixes colours that are not premultiplied, so what is transparent bleeds its colour",
    ),
    known(
        "agg/demo_rasterizers2",
        10_346,
        "AGG takes the rows of a pattern that it makes smaller from two thirds of a row below",
    ),
    known(
        "agg/demo_image_filters2",
        21_412,
        "AGG steps through the image by whole 1/256 of a pixel, and plots a table of weights \
         with a dent in the middle",
    ),
    known("agg/demo_image_perspective", 31_288, TWO_BY_TWO),
    known("agg/demo_pattern_perspective", 63_131, TWO_BY_TWO),
    known(
        "agg/gradient_contour",
        21_362,
        "AGG's distances are those to the middle of drawn pixels, in 1/255 of their largest, and \
         in whole pixels; agg-core's are those to the outline",
    ),
    known("agg/effect_recursive_blur_0.7", 4869, CUT_OFF),
    known("agg/effect_recursive_blur_3", 8397, CUT_OFF),
    known("agg/effect_recursive_blur_12.5", 14_531, CUT_OFF),
    known("agg/effect_recursive_blur_60", 13_506, CUT_OFF),
    known("agg/mesh_three_colors", 5184, STEPPED),
    known("agg/mesh_translucent", 6193, STEPPED),
    known(
        "agg/mesh_cells",
        16_599,
        "AGG draws triangles one by one, each grown by half a pixel to hide the seams; agg-core \
         draws them as one shape that has none",
    ),
    known("agg/wide_rgba64", 384, OVERFLOW),
    known("agg/wide_gray16", 161, OVERFLOW),
    known("agg/wide_shapes", 56, OVERFLOW),
    known("agg/gradient_sqrt_xy", 954, TABLE_ROOT),
    known("agg/gradient_sqrt_xy_askew", 1025, TABLE_ROOT),
    known("agg/gradient_sqrt_xy_repeat", 1219, TABLE_ROOT),
    known("agg/gradient_sqrt_xy_reflect", 1162, TABLE_ROOT),
    known(
        "agg/mode_SourceAtop",
        57736,
        "AGG takes what is there for blue from green (bug 3.7); agg-core takes it from blue",
    ),
    known(
        "agg/mode_ColorBurn",
        448,
        "AGG asks whether a channel is above its alpha, which it never is, so that full channels \
         under black burn; agg-core leaves them full, as the W3C has it",
    ),
    known(
        "agg/mode_SoftLight",
        118_290,
        "AGG follows a draft whose soft light depends on alpha; agg-core follows the W3C",
    ),
];

const GOURAUD: &str = "AGG steps colours along edges and spans in whole numbers, and draws its \
                       triangles one by one, grown to hide their seams";
const CUT_OFF: &str = "AGG cuts the blurred values off, once along each axis, which loses up to 2; \
                       agg-core rounds them";
const STEPPED: &str = "AGG steps colours along edges and rows in whole numbers, from a row too far \
                       down (by up to 2); agg-core's are exact at each pixel";
const OVERFLOW: &str = "AGG's 16-bit sums overflow 32 bits, so that some are 1 too low (bug 3.21); \
                        agg-core's do not";
const TABLE_ROOT: &str = "AGG takes square roots from a table of ten bits; agg-core's are exact";
const TWO_BY_TWO: &str = "AGG's filter over two by two pixels is 1/256 of a pixel away from its \
                          general one; agg-core has the general one alone";
const SEAM: &str = "AGG leaves up to 2/255 of a pixel in which three styles meet; agg-core \
                    leaves nothing";
const FULL_PIXEL: &str = "AGG takes 1 off where a full pixel that is not in a run meets another \
                          shape; agg-core leaves the other's coverage as it is";
const NO_JOIN: &str = "AGG joins two segments even if it was told not to; agg-core joins nothing";

const fn known(
    scene: &'static str,
    bytes: usize,
    reason: &'static str,
) -> (&'static str, Explanation) {
    let ulps = Ulps(0);
    (
        scene,
        Explanation {
            bytes,
            ulps,
            reason,
        },
    )
}

const LIBM_REASON: &str = "last bits of sin, cos, acos and atan2: the libm crate, not glibc";

/// Arcs whose points are a few ulps away, because AGG took its trigonometry from
/// glibc and agg-core takes it from the libm crate, the same on every machine.
/// With glibc's functions in their place not one coordinate differs.
const LIBM: &[(&str, u64)] = &[
    ("agg/stroke_miter_bevel_round", 2),
    ("agg/stroke_miter_miter_round", 2),
    ("agg/stroke_miter_jag_round", 2),
    ("agg/stroke_miter_round_round", 2),
    ("agg/stroke_miter_revert_bevel_round", 2),
    ("agg/stroke_miter_revert_miter_round", 2),
    ("agg/stroke_miter_revert_jag_round", 2),
    ("agg/stroke_miter_revert_round_round", 2),
    ("agg/stroke_miter_round_bevel_round", 2),
    ("agg/stroke_miter_round_miter_round", 2),
    ("agg/stroke_miter_round_jag_round", 2),
    ("agg/stroke_miter_round_round_round", 2),
    ("agg/stroke_round_bevel_round", 2),
    ("agg/stroke_round_miter_round", 2),
    ("agg/stroke_round_jag_round", 2),
    ("agg/stroke_round_round_round", 2),
    ("agg/stroke_bevel_bevel_round", 2),
    ("agg/stroke_bevel_miter_round", 2),
    ("agg/stroke_bevel_jag_round", 2),
    ("agg/stroke_bevel_round_round", 2),
    ("agg/stroke_open_miter_minus_9", 1),
    ("agg/stroke_open_miter_revert_minus_9", 1),
    ("agg/stroke_open_miter_round_minus_9", 1),
    ("agg/stroke_closed_round_8", 2),
    ("agg/stroke_closed_round_30", 2),
    ("agg/stroke_open_round_minus_9", 1),
    ("agg/stroke_open_bevel_minus_9", 1),
    ("agg/stroke_open_minus_9_round", 1),
    ("agg/stroke_turn_back_askew_miter_round", 1),
    ("agg/stroke_turn_back_askew_round", 1),
    ("agg/stroke_repeated_points", 1),
    ("agg/stroke_approximation_scale_8", 1),
    ("agg/stroke_approximation_scale_0.25", 1),
    ("agg/stroke_then_transform", 1),
    ("agg/transform_then_stroke", 1),
    ("agg/dash_cap_round", 1),
    ("agg/curve_smooth_cubics_plain_scale_4_stroked", 1),
    ("agg/curve_sharp_cubics_plain_scale_4_stroked", 1),
    ("agg/curve_smooth_cubics_angle_scale_4_stroked", 1),
    ("agg/curve_smooth_cubics_angle_cusp_scale_4_stroked", 1),
    ("agg/curve_smooth_cubics_cusp_scale_4_stroked", 1),
    ("agg/curve_sharp_cubics_cusp_scale_4_stroked", 1),
    ("agg/clip_stroke", 1),
    ("agg/circle", 2),
    ("agg/circle_large", 8),
    ("agg/ellipse", 2),
    ("agg/ellipse_scale_8", 2),
    ("agg/rounded_rect_elliptic", 1),
    ("agg/circle_stroked", 3),
    ("agg/arc_clockwise", 5),
    ("agg/arc_elliptic", 1),
    ("agg/arc_negative_angles", 4),
    ("agg/contour_round_grown", 3),
    ("agg/bezier_arc_more_than_whole", 1),
    ("agg/bezier_arc_little_more_than_quarter", 2),
    ("agg/svg_arc_turned_small_negative", 1),
    ("agg/svg_arc_too_small_small_negative", 2),
    ("agg/svg_arc_too_small_small_positive", 2),
    ("agg/svg_arc_too_small_large_negative", 2),
    ("agg/svg_arc_too_small_large_positive", 2),
    ("agg/affine_along_segment", 1024),
    ("agg/affine_along_segment_unscaled", 40),
];
