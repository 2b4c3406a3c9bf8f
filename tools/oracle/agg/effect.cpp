// Blurs, and shapes drawn through masks.
#include <cstdio>
#include <vector>

#include "agg_alpha_mask_u8.h"
#include "agg_renderer_base.h"
// The blur needs the renderer to be known.
#include "agg_blur.h"
#include "agg_path_storage.h"
#include "agg_pixfmt_amask_adaptor.h"
#include "agg_pixfmt_gray.h"
#include "agg_pixfmt_rgba.h"
#include "agg_scanline_u.h"
#include "path.h"
#include "scenes.h"

namespace {

agg::path_storage star() {
    return polygon({{32, 3}, {49.5, 57.25}, {3.5, 23.75}, {60.5, 23.75}, {14.5, 57.25}});
}

agg::path_storage triangle() { return polygon({{8.3, 5.7}, {58.1, 22.4}, {20.6, 59.2}}); }

void shapes(Picture& picture) {
    auto a = star();
    picture.fill(a, agg::fill_even_odd, BLUE);
    auto b = triangle();
    picture.fill(b, agg::fill_non_zero, TRANSLUCENT_GREEN);
}

void stack_blur(Picture& picture, unsigned rx, unsigned ry) {
    shapes(picture);
    agg::pixfmt_rgba32 format(picture.buffer());
    agg::stack_blur_rgba32(format, rx, ry);
}

void recursive_blur(Picture& picture, double radius) {
    shapes(picture);
    agg::pixfmt_rgba32 format(picture.buffer());
    agg::recursive_blur<agg::rgba8, agg::recursive_blur_calc_rgba<>> blur;
    blur.blur(format, radius);
}

// Through a mask of one byte a pixel that a star was drawn into.
void masked(Picture& picture) {
    std::vector<unsigned char> bytes(64 * 64);
    agg::rendering_buffer buffer(bytes.data(), 64, 64, 64);
    agg::pixfmt_gray8 gray(buffer);
    agg::renderer_base<agg::pixfmt_gray8> base(gray);
    agg::rasterizer_scanline_aa<agg::rasterizer_sl_clip_dbl> rasterizer;
    rasterizer.clip_box(0, 0, 64, 64);
    auto shape = star();
    rasterizer.add_path(shape);
    agg::scanline_u8 scanline;
    agg::render_scanlines_aa_solid(rasterizer, scanline, base, agg::gray8(255, 200));

    using Mask = agg::alpha_mask_gray8;
    Mask mask(buffer);
    using Format = agg::pixfmt_amask_adaptor<agg::pixfmt_rgba32, Mask>;
    agg::pixfmt_rgba32 plain(picture.buffer());
    Format format(plain, mask);
    agg::renderer_base<Format> through(format);
    rasterizer.reset();
    auto inside = triangle();
    rasterizer.add_path(inside);
    agg::render_scanlines_aa_solid(rasterizer, scanline, through, agg::rgba8(214, 39, 40, 230));
}

// Through the lightness of colours that fade along both axes.
void masked_by_light(Picture& picture) {
    std::vector<unsigned char> bytes(64 * 64 * 3);
    for (unsigned i = 0; i < 64 * 64; ++i) {
        bytes[3 * i] = static_cast<unsigned char>(i % 64 * 4);
        bytes[3 * i + 1] = static_cast<unsigned char>(i / 64 * 4);
        bytes[3 * i + 2] = static_cast<unsigned char>(255 - i % 64 * 4);
    }
    agg::rendering_buffer buffer(bytes.data(), 64, 64, 64 * 3);
    using Mask = agg::alpha_mask_rgb24gray;
    Mask mask(buffer);
    using Format = agg::pixfmt_amask_adaptor<agg::pixfmt_rgba32, Mask>;
    agg::pixfmt_rgba32 plain(picture.buffer());
    Format format(plain, mask);
    agg::renderer_base<Format> through(format);
    agg::rasterizer_scanline_aa<agg::rasterizer_sl_clip_dbl> rasterizer;
    rasterizer.clip_box(0, 0, 64, 64);
    agg::scanline_u8 scanline;
    auto inside = triangle();
    rasterizer.add_path(inside);
    agg::render_scanlines_aa_solid(rasterizer, scanline, through, agg::rgba8(214, 39, 40, 230));
    auto above = star();
    rasterizer.reset();
    rasterizer.add_path(above);
    agg::render_scanlines_aa_solid(rasterizer, scanline, through, agg::rgba8(31, 119, 180, 255));
}

} // namespace

void add_effect_scenes(Scenes& scenes) {
    const struct {
        const char* name;
        unsigned rx, ry;
    } blurs[] = {{"effect_stack_blur_1", 1, 1},   {"effect_stack_blur_2_5", 2, 5}, {"effect_stack_blur_10", 10, 10},
                 {"effect_stack_blur_40", 40, 40}, {"effect_stack_blur_254", 254, 254}, {"effect_stack_blur_7_0", 7, 0}};
    for (const auto& blur : blurs) {
        const unsigned rx = blur.rx, ry = blur.ry;
        scenes.push_back({blur.name, 64, 64, [rx, ry](Picture& p) { stack_blur(p, rx, ry); }});
    }
    for (const double radius : {0.7, 3.0, 12.5, 60.0}) {
        char name[64];
        std::snprintf(name, sizeof name, "effect_recursive_blur_%g", radius);
        scenes.push_back({name, 64, 64, [radius](Picture& p) { recursive_blur(p, radius); }});
    }
    scenes.push_back({"effect_mask", 64, 64, masked});
    scenes.push_back({"effect_mask_light", 64, 64, masked_by_light});
}
