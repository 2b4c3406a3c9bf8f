// What happens to coverage between rasterizer and pixels: gamma, fills without anti-aliasing,
// stored scanlines, clipping to many rectangles and to a mask, and three-fold resolution.
#include "agg_alpha_mask_u8.h"
#include "agg_ellipse.h"
#include "agg_gamma_functions.h"
#include "agg_pixfmt_gray.h"
#include "agg_renderer_mclip.h"
#include "agg_scanline_bin.h"
#include "agg_scanline_storage_aa.h"
#include "agg_scanline_storage_bin.h"
#include "agg_scanline_u.h"
#include "path.h"
#include "scenes.h"
#include "stroke.h"

namespace {

using Rasterizer = agg::rasterizer_scanline_aa<agg::rasterizer_sl_clip_dbl>;
const agg::rgba8 BLACK(0, 0, 0, 255);

agg::path_storage star() {
    return polygon({{32, 3}, {49.5, 57.25}, {3.5, 23.75}, {60.5, 23.75}, {14.5, 57.25}});
}

// Thin triangles, so that most pixels are partly covered.
agg::path_storage fan() {
    agg::path_storage path;
    for (int i = 0; i < 16; ++i) {
        add_polygon(path, {{3.0, 32.0}, {61.0, 1.5 + 3.9 * i}, {61.0, 3.2 + 3.9 * i}});
    }
    return path;
}

template <class Source> void add(Rasterizer& rasterizer, Source source) {
    rasterizer.clip_box(0, 0, 64, 64);
    rasterizer.add_path(source);
}

template <class Gamma> void draw_gamma(Picture& picture, const Gamma& gamma) {
    Rasterizer rasterizer;
    rasterizer.gamma(gamma);
    add(rasterizer, fan());
    agg::scanline32_p8 scanline;
    agg::render_scanlines_aa_solid(rasterizer, scanline, picture.renderer(), BLACK);
}

template <class Gamma> void draw_aliased(Picture& picture, const Gamma& gamma, agg::path_storage path) {
    Rasterizer rasterizer;
    rasterizer.gamma(gamma);
    add(rasterizer, path);
    agg::scanline32_bin scanline;
    agg::render_scanlines_bin_solid(rasterizer, scanline, picture.renderer(), BLACK);
}

const int PLACES[][2] = {{0, 0}, {-20, 5}, {30, -25}, {28, 31}, {500, 3}};

void replay_coverage(Picture& picture) {
    Rasterizer rasterizer;
    agg::ellipse shape(17.3, 16.1, 14.4, 9.7);
    rasterizer.add_path(shape);
    agg::scanline32_p8 scanline;
    agg::scanline_storage_aa8 storage;
    agg::render_scanlines(rasterizer, scanline, storage);
    std::vector<agg::int8u> bytes(storage.byte_size());
    storage.serialize(bytes.data());
    for (const auto& place : PLACES) {
        agg::serialized_scanlines_adaptor_aa8 replay(bytes.data(), bytes.size(), place[0], place[1]);
        agg::render_scanlines_aa_solid(replay, scanline, picture.renderer(), BLACK);
    }
}

void replay_binary(Picture& picture) {
    Rasterizer rasterizer;
    rasterizer.gamma(agg::gamma_threshold(0.5));
    agg::ellipse shape(17.3, 16.1, 14.4, 9.7);
    rasterizer.add_path(shape);
    agg::scanline32_bin scanline;
    agg::scanline_storage_bin storage;
    agg::render_scanlines(rasterizer, scanline, storage);
    std::vector<agg::int8u> bytes(storage.byte_size());
    storage.serialize(bytes.data());
    for (const auto& place : PLACES) {
        agg::serialized_scanlines_adaptor_bin replay(bytes.data(), bytes.size(), place[0], place[1]);
        agg::render_scanlines_bin_solid(replay, scanline, picture.renderer(), BLACK);
    }
}

void many_rectangles(Picture& picture) {
    agg::renderer_mclip<Picture::Format> renderer(picture.renderer().ren());
    renderer.reset_clipping(false);
    // Corners that belong to the rectangle.
    renderer.add_clip_box(2, 3, 20, 18);
    renderer.add_clip_box(21, 3, 40, 10);
    renderer.add_clip_box(24, 15, 60, 44);
    renderer.add_clip_box(5, 30, 17, 63);
    renderer.add_clip_box(50, 50, 90, 90);
    Rasterizer rasterizer;
    rasterizer.filling_rule(agg::fill_even_odd);
    add(rasterizer, star());
    agg::ellipse ring(32, 32, 31.5, 31.5), hole(32, 32, 27.3, 29.1);
    rasterizer.add_path(ring);
    rasterizer.add_path(hole);
    agg::scanline32_p8 scanline;
    agg::render_scanlines_aa_solid(rasterizer, scanline, renderer, BLACK);
}

void through_a_mask(Picture& picture) {
    std::vector<agg::int8u> gray(64 * 64);
    agg::rendering_buffer buffer(gray.data(), 64, 64, 64);
    agg::pixfmt_gray8 format(buffer);
    agg::renderer_base<agg::pixfmt_gray8> renderer(format);
    Rasterizer rasterizer;
    agg::scanline32_p8 scanline;
    add(rasterizer, fan());
    agg::render_scanlines_aa_solid(rasterizer, scanline, renderer, agg::gray8(255, 255));
    rasterizer.reset();
    agg::ellipse disc(40.2, 22.2, 17.3, 15.1);
    rasterizer.add_path(disc);
    agg::render_scanlines_aa_solid(rasterizer, scanline, renderer, agg::gray8(255, 255));
    rasterizer.reset();
    add(rasterizer, star());
    agg::alpha_mask_gray8 mask(buffer);
    agg::scanline_u8_am<agg::alpha_mask_gray8> masked(mask);
    agg::render_scanlines_aa_solid(rasterizer, masked, picture.renderer(), BLACK);
}

// Three times as many columns, as a screen of red, green and blue stripes has.
void three_fold(Picture& picture) {
    agg::rasterizer_scanline_aa<agg::rasterizer_sl_clip_dbl_3x> rasterizer;
    rasterizer.clip_box(0, 0, 64, 64);
    auto path = star();
    rasterizer.add_path(path);
    agg::scanline32_p8 scanline;
    agg::render_scanlines_aa_solid(rasterizer, scanline, picture.renderer(), BLACK);
}

} // namespace

void add_coverage_scenes(Scenes& scenes) {
    const auto add = [&](const std::string& name, std::function<void(Picture&)> draw) {
        scenes.push_back({name, 64, 64, std::move(draw)});
    };
    add("gamma_none", [](Picture& p) { draw_gamma(p, agg::gamma_none()); });
    add("gamma_power_0.45", [](Picture& p) { draw_gamma(p, agg::gamma_power(0.45)); });
    add("gamma_power_2.2", [](Picture& p) { draw_gamma(p, agg::gamma_power(2.2)); });
    add("gamma_threshold_0.5", [](Picture& p) { draw_gamma(p, agg::gamma_threshold(0.5)); });
    add("gamma_threshold_0.2", [](Picture& p) { draw_gamma(p, agg::gamma_threshold(0.2)); });
    add("gamma_linear", [](Picture& p) { draw_gamma(p, agg::gamma_linear(0.2, 0.8)); });
    add("gamma_multiply_0.6", [](Picture& p) { draw_gamma(p, agg::gamma_multiply(0.6)); });
    add("gamma_multiply_3", [](Picture& p) { draw_gamma(p, agg::gamma_multiply(3)); });
    add("aliased_star", [](Picture& p) { draw_aliased(p, agg::gamma_none(), star()); });
    add("aliased_fan", [](Picture& p) { draw_aliased(p, agg::gamma_none(), fan()); });
    add("aliased_star_threshold", [](Picture& p) { draw_aliased(p, agg::gamma_threshold(0.5), star()); });
    add("aliased_fan_threshold", [](Picture& p) { draw_aliased(p, agg::gamma_threshold(0.5), fan()); });
    add("scanlines_replayed", replay_coverage);
    add("scanlines_binary_replayed", replay_binary);
    add("clip_many_rectangles", many_rectangles);
    add("clip_mask", through_a_mask);
    scenes.push_back({"three_fold", 192, 64, three_fold});
}
