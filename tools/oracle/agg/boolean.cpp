// Boolean algebra of shapes: each operation on three pairs, for coverage and for binary shapes.
#include "agg_ellipse.h"
#include "agg_scanline_bin.h"
#include "agg_scanline_boolean_algebra.h"
#include "path.h"
#include "scenes.h"
#include "stroke.h"

namespace {

const Named<agg::sbool_op_e> OPERATIONS[] = {
    {"or", agg::sbool_or},
    {"and", agg::sbool_and},
    {"xor", agg::sbool_xor},
    {"xor_saddle", agg::sbool_xor_saddle},
    {"xor_abs_diff", agg::sbool_xor_abs_diff},
    {"a_minus_b", agg::sbool_a_minus_b},
    {"b_minus_a", agg::sbool_b_minus_a},
};

using Rasterizer = agg::rasterizer_scanline_aa<agg::rasterizer_sl_clip_dbl>;
const agg::rgba8 BLACK(0, 0, 0, 255);

struct Pair {
    const char* name;
    void (*add)(Rasterizer& a, Rasterizer& b);
};

void circles(Rasterizer& a, Rasterizer& b) {
    agg::ellipse left(24.3, 30.7, 20.5, 20.5), right(40.1, 34.2, 19.25, 22.5);
    a.add_path(left);
    b.add_path(right);
}

void star_and_band(Rasterizer& a, Rasterizer& b) {
    auto star = polygon({{32, 3}, {49.5, 57.25}, {3.5, 23.75}, {60.5, 23.75}, {14.5, 57.25}});
    auto band = polygon({{-4.5, 20.2}, {70.3, 36.4}, {69.1, 47.7}, {-3.3, 30.1}});
    a.filling_rule(agg::fill_even_odd);
    a.add_path(star);
    b.add_path(band);
}

// Both share an edge, and both have coverages everywhere: the second is a fan of slivers.
void neighbours(Rasterizer& a, Rasterizer& b) {
    auto left = polygon({{5.5, 6.25}, {30.3, 4.75}, {36.6, 58.5}, {7.75, 56.25}});
    agg::path_storage right;
    add_polygon(right, {{30.3, 4.75}, {58.5, 9.5}, {54.25, 55.5}, {36.6, 58.5}});
    for (int i = 0; i < 9; ++i) {
        const double y = 8 + i * 5.7;
        add_polygon(right, {{2.5, y}, {61.0, y + 3.1}, {61.0, y + 3.8}});
    }
    a.add_path(left);
    b.add_path(right);
}

const Pair PAIRS[] = {{"circles", circles}, {"star", star_and_band}, {"neighbours", neighbours}};

void draw_coverage(Picture& picture, const Pair& pair, agg::sbool_op_e operation) {
    Rasterizer a, b;
    pair.add(a, b);
    agg::scanline_p8 scanline, scanline_a, scanline_b;
    agg::renderer_scanline_aa_solid<Picture::Renderer> renderer(picture.renderer());
    renderer.color(BLACK);
    agg::sbool_combine_shapes_aa(operation, a, b, scanline_a, scanline_b, scanline, renderer);
}

void draw_binary(Picture& picture, const Pair& pair, agg::sbool_op_e operation) {
    Rasterizer a, b;
    pair.add(a, b);
    agg::scanline_bin scanline, scanline_a, scanline_b;
    agg::renderer_scanline_bin_solid<Picture::Renderer> renderer(picture.renderer());
    renderer.color(BLACK);
    agg::sbool_combine_shapes_bin(operation, a, b, scanline_a, scanline_b, scanline, renderer);
}

} // namespace

void add_boolean_scenes(Scenes& scenes) {
    for (const Pair& pair : PAIRS) {
        for (const auto& operation : OPERATIONS) {
            const std::string name = std::string(pair.name) + "_" + operation.name;
            scenes.push_back({"boolean_" + name, 64, 64, [&](Picture& picture) {
                draw_coverage(picture, pair, operation.value);
            }});
            scenes.push_back({"boolean_binary_" + name, 64, 64, [&](Picture& picture) {
                draw_binary(picture, pair, operation.value);
            }});
        }
    }
}
