// Draws scenes with AGG, as its own demos do: packed scanlines into premultiplied RGBA.
#include "scene.h"

#include <agg_conv_curve.h>
#include <agg_conv_stroke.h>
#include <agg_path_storage.h>
#include <agg_pixfmt_rgba.h>
#include <agg_rasterizer_scanline_aa.h>
#include <agg_renderer_scanline.h>
#include <agg_scanline_p.h>
#include <agg_span_allocator.h>
#include <agg_span_gradient.h>
#include <agg_span_interpolator_linear.h>

#include <algorithm>
#include <cmath>

using Pixels = agg::pixfmt_rgba32_pre;
using Curves = agg::conv_curve<agg::path_storage>;

int main() {
    Scene scene = read_scene();
    std::vector<agg::path_storage> paths(scene.shapes.size());
    for (size_t i = 0; i < paths.size(); i++) {
        for (const Element& e : scene.shapes[i].elements) {
            const double* p = e.at;
            switch (e.kind) {
            case 'M': paths[i].move_to(p[0], p[1]); break;
            case 'L': paths[i].line_to(p[0], p[1]); break;
            case 'Q': paths[i].curve3(p[0], p[1], p[2], p[3]); break;
            case 'C': paths[i].curve4(p[0], p[1], p[2], p[3], p[4], p[5]); break;
            default: paths[i].close_polygon();
            }
        }
    }
    std::vector<unsigned char> bytes(size_t(scene.width) * scene.height * 4);
    agg::rendering_buffer buffer(bytes.data(), scene.width, scene.height, int(scene.width * 4));
    Pixels pixels(buffer);
    agg::renderer_base<Pixels> base(pixels);
    agg::rasterizer_scanline_aa<agg::rasterizer_sl_clip_dbl> rasterizer;
    rasterizer.clip_box(0, 0, scene.width, scene.height);
    agg::scanline_p8 scanline;
    agg::span_allocator<agg::rgba8> allocator;

    auto color = [](const unsigned* c) {
        return agg::rgba8(c[0], c[1], c[2], c[3]).premultiply();
    };
    auto diagonal = [&](const Shape& shape) {
        using Interpolator = agg::span_interpolator_linear<>;
        using Table = agg::pod_auto_array<agg::rgba8, 256>;
        Table table;
        agg::rgba8 from(shape.from[0], shape.from[1], shape.from[2], shape.from[3]);
        agg::rgba8 to(shape.to[0], shape.to[1], shape.to[2], shape.to[3]);
        for (int i = 0; i < 256; i++) {
            table[i] = from.gradient(to, i / 255.0);
            table[i].premultiply();
        }
        double length = std::hypot(scene.width, scene.height);
        agg::trans_affine map =
            agg::trans_affine_rotation(std::atan2(double(scene.height), double(scene.width)));
        map.invert();
        Interpolator interpolator(map);
        agg::gradient_x function;
        agg::span_gradient<agg::rgba8, Interpolator, agg::gradient_x, Table> spans(
            interpolator, function, table, 0, length);
        agg::render_scanlines_aa(rasterizer, scanline, base, allocator, spans);
    };
    auto draw = [&] {
        for (size_t i = 0; i < paths.size(); i++) {
            const Shape& shape = scene.shapes[i];
            rasterizer.reset();
            rasterizer.filling_rule(shape.even_odd ? agg::fill_even_odd : agg::fill_non_zero);
            Curves curves(paths[i]);
            if (shape.stroked) {
                agg::conv_stroke<Curves> stroke(curves);
                stroke.width(shape.width);
                rasterizer.add_path(stroke);
            } else {
                rasterizer.add_path(curves);
            }
            if (shape.diagonal)
                diagonal(shape);
            else
                agg::render_scanlines_aa_solid(rasterizer, scanline, base, color(shape.from));
        }
    };
    answer(scene, draw, [&](size_t i, unsigned char* rgba) {
        std::copy_n(&bytes[i * 4], 4, rgba);
    });
}
