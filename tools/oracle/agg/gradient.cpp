// Gradients: every shape, with the ways to go on beyond the end, straight and under a transform.
//
// The interpolator maps every pixel centre on its own, and the colours come from tables whose last
// entry is the last colour.
#include "agg_ellipse.h"
#include "agg_gradient_lut.h"
#include "agg_path_storage.h"
#include "agg_scanline_u.h"
#include "agg_span_allocator.h"
#include "agg_span_converter.h"
#include "agg_span_gradient.h"
#include "agg_span_gradient_alpha.h"
#include "agg_span_gradient_contour.h"
#include "agg_span_interpolator_trans.h"
#include "agg_trans_affine.h"
#include "path.h"
#include "scenes.h"

namespace {

using Interpolator = agg::span_interpolator_trans<agg::trans_affine>;

// 256 colours through three stops, the middle one translucent.
class Colors {
public:
    Colors() {
        const agg::rgba stops[] = {agg::rgba(0.8, 0.2, 0.1), agg::rgba(1, 1, 0.6, 0.5), agg::rgba(0.12, 0.3, 0.7)};
        const double middle = 0.4;
        for (unsigned i = 0; i < 256; ++i) {
            const double at = i / 255.0;
            colors_[i] = agg::rgba8(at < middle ? stops[0].gradient(stops[1], at / middle)
                                                : stops[1].gradient(stops[2], (at - middle) / (1 - middle)));
        }
    }
    static unsigned size() { return 256; }
    const agg::rgba8& operator[](unsigned i) const { return colors_[i]; }

private:
    agg::rgba8 colors_[256];
};

template <class Shape>
void paint(Picture& picture, Shape shape, agg::trans_affine matrix, double extent) {
    auto path = polygon({{3.2, 4.1}, {95.7, 9.4}, {90.3, 92.6}, {8.8, 86.5}});
    agg::rasterizer_scanline_aa<agg::rasterizer_sl_clip_dbl> rasterizer;
    rasterizer.clip_box(0, 0, 100, 100);
    rasterizer.add_path(path);
    matrix.invert();
    Interpolator interpolator(matrix);
    Colors colors;
    agg::span_gradient<agg::rgba8, Interpolator, Shape, Colors> span(interpolator, shape, colors, 0, extent);
    agg::span_allocator<agg::rgba8> allocator;
    agg::pixfmt_rgba32 format(picture.buffer());
    agg::renderer_base<agg::pixfmt_rgba32> base(format);
    agg::scanline32_u8 scanline;
    agg::render_scanlines_aa(rasterizer, scanline, base, allocator, span);
}

agg::trans_affine at(double x, double y) { return agg::trans_affine_translation(x, y); }

agg::trans_affine askew() {
    agg::trans_affine matrix;
    matrix *= agg::trans_affine_scaling(1.25, 0.8);
    matrix *= agg::trans_affine_rotation(0.4);
    matrix *= agg::trans_affine_translation(47.3, 52.9);
    return matrix;
}

template <class Shape>
void add(Scenes& scenes, const std::string& name, Shape shape, double extent) {
    using Repeat = agg::gradient_repeat_adaptor<Shape>;
    using Reflect = agg::gradient_reflect_adaptor<Shape>;
    const auto scene = [&](const char* how, std::function<void(Picture&)> draw) {
        scenes.push_back({"gradient_" + name + how, 100, 100, std::move(draw)});
    };
    scene("", [=](Picture& p) { paint(p, shape, at(50, 50), extent); });
    scene("_askew", [=](Picture& p) { paint(p, shape, askew(), extent); });
    scene("_repeat", [=](Picture& p) { paint(p, Repeat(shape), at(50, 50), extent); });
    scene("_reflect", [=](Picture& p) { paint(p, Reflect(shape), askew(), extent); });
}

// A line at an angle, as a user gives it: by its two ends.
void line(Picture& picture) {
    agg::trans_affine matrix;
    matrix *= agg::trans_affine_rotation(std::atan2(50.0, 70.0));
    matrix *= agg::trans_affine_translation(15, 25);
    paint(picture, agg::gradient_x(), matrix, std::sqrt(50.0 * 50 + 70.0 * 70));
}

// Opacities from 0 to 255.
struct Alphas {
    static unsigned size() { return 256; }
    agg::int8u operator[](unsigned i) const { return agg::int8u(i); }
};

// Opaque colours.
struct Opaque {
    static unsigned size() { return 256; }
    agg::rgba8 operator[](unsigned i) const { return agg::rgba8(i, 255 - i, 80); }
};

// Colours along x, opacities from a centre outwards.
void with_alpha(Picture& picture) {
    auto path = polygon({{3.2, 4.1}, {95.7, 9.4}, {90.3, 92.6}, {8.8, 86.5}});
    agg::rasterizer_scanline_aa<agg::rasterizer_sl_clip_dbl> rasterizer;
    rasterizer.clip_box(0, 0, 100, 100);
    rasterizer.add_path(path);
    auto across = at(10, 0), around = at(50, 50);
    across.invert();
    around.invert();
    Interpolator color_interpolator(across), alpha_interpolator(around);
    agg::gradient_x x;
    agg::gradient_radial_d radial;
    Opaque colors;
    Alphas alphas;
    agg::span_gradient<agg::rgba8, Interpolator, agg::gradient_x, Opaque> color_span(color_interpolator, x, colors, 0,
                                                                                     80);
    agg::span_gradient_alpha<agg::rgba8, Interpolator, agg::gradient_radial_d, Alphas> alpha_span(
        alpha_interpolator, radial, alphas, 0, 45);
    agg::span_converter<decltype(color_span), decltype(alpha_span)> span(color_span, alpha_span);
    agg::span_allocator<agg::rgba8> allocator;
    agg::scanline32_u8 scanline;
    agg::render_scanlines_aa(rasterizer, scanline, picture.renderer(), allocator, span);
}

// Distances from a square. AGG has them for the square and ten pixels around it.
void contour(Picture& picture) {
    auto square = polygon({{20, 20}, {80, 20}, {80, 80}, {20, 80}});
    agg::gradient_contour distances(0, 100);
    distances.contour_create(&square);
    auto all = polygon({{12, 12}, {88, 12}, {88, 88}, {12, 88}});
    agg::rasterizer_scanline_aa<agg::rasterizer_sl_clip_dbl> rasterizer;
    rasterizer.clip_box(0, 0, 100, 100);
    rasterizer.add_path(all);
    auto matrix = at(10, 10);
    matrix.invert();
    Interpolator interpolator(matrix);
    Colors colors;
    agg::span_gradient<agg::rgba8, Interpolator, agg::gradient_contour, Colors> span(interpolator, distances, colors, 0,
                                                                                     100);
    agg::span_allocator<agg::rgba8> allocator;
    agg::scanline32_u8 scanline;
    agg::render_scanlines_aa(rasterizer, scanline, picture.renderer(), allocator, span);
}

} // namespace

void add_gradient_scenes(Scenes& scenes) {
    scenes.push_back({"gradient_line", 100, 100, line});
    add(scenes, "x", agg::gradient_x(), 35);
    add(scenes, "radial", agg::gradient_radial_d(), 35);
    add(scenes, "diamond", agg::gradient_diamond(), 35);
    add(scenes, "xy", agg::gradient_xy(), 35);
    add(scenes, "sqrt_xy", agg::gradient_sqrt_xy(), 35);
    add(scenes, "focal", agg::gradient_radial_focus(35, 12, -20), 35);
    add(scenes, "focal_edge", agg::gradient_radial_focus(35, 21, 28), 35);
    scenes.push_back({"gradient_alpha", 100, 100, with_alpha});
    scenes.push_back({"gradient_contour", 100, 100, contour});
    add(scenes, "conic", agg::gradient_conic(), 65536);
}
