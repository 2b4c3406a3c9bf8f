//! Every scene that the real AGG drew comes out of agg-core with the same bytes.

mod common;

#[test]
fn every_agg_scene_is_identical_or_explained() {
    common::assert_explained(&conformance::agg::half());
}
