//! Every scene that the real matplotlib drew comes out of figure with the same bytes.

mod common;

#[test]
fn every_figure_scene_is_identical_or_explained() {
    common::assert_explained(&conformance::figure::half());
}
