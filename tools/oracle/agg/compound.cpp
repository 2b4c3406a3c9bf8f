// Many styles in one pass. Each of the four channels holds the coverage of one style.
#include "agg_conv_curve.h"
#include "agg_ellipse.h"
#include "agg_pixfmt_gray.h"
#include "agg_rasterizer_compound_aa.h"
#include "agg_scanline_u.h"
#include "agg_span_allocator.h"
#include "path.h"
#include "scenes.h"
#include "stroke.h"

namespace {

using Compound = agg::rasterizer_compound_aa<agg::rasterizer_sl_clip_dbl>;

template <unsigned Channel> void draw_channel(Picture& picture, const agg::scanline32_u8& scanline) {
    typedef agg::pixfmt_alpha_blend_gray<agg::blender_gray8, agg::rendering_buffer, 4, Channel> Format;
    Format format(picture.buffer());
    agg::renderer_base<Format> renderer(format);
    agg::render_scanline_aa_solid(scanline, renderer, agg::gray8(255, 255));
}

void draw_style(Picture& picture, unsigned style, const agg::scanline32_u8& scanline) {
    switch (style) {
    case 0: return draw_channel<0>(picture, scanline);
    case 1: return draw_channel<1>(picture, scanline);
    case 2: return draw_channel<2>(picture, scanline);
    case 3: return draw_channel<3>(picture, scanline);
    }
}

void draw(Picture& picture, Compound& compound) {
    if (!compound.rewind_scanlines()) {
        return;
    }
    agg::scanline32_u8 scanline;
    scanline.reset(compound.min_x(), compound.max_x());
    while (unsigned styles = compound.sweep_styles()) {
        for (unsigned i = 0; i < styles; ++i) {
            if (compound.sweep_scanline(scanline, i)) {
                draw_style(picture, compound.style(i), scanline);
            }
        }
    }
}

void add_line(Compound& compound, int left, int right, std::initializer_list<Point> points) {
    compound.styles(left, right);
    auto path = polyline(points);
    compound.add_path(path);
}

// Four quarters around a point, each edge between two of them drawn once.
void quarters(Compound& compound) {
    const Point middle = {30.3, 33.7};
    const Point top = {35.1, 4.2}, right = {60.4, 29.9}, bottom = {24.8, 59.6}, left = {3.9, 37.2};
    add_line(compound, 3, 0, {middle, top});
    add_line(compound, 0, 1, {middle, right});
    add_line(compound, 1, 2, {middle, bottom});
    add_line(compound, 2, 3, {middle, left});
    add_line(compound, -1, 0, {top, {58.8, 6.3}, right});
    add_line(compound, -1, 1, {right, {57.7, 58.1}, bottom});
    add_line(compound, -1, 2, {bottom, {5.5, 57.4}, left});
    add_line(compound, -1, 3, {left, {6.6, 5.1}, top});
}

// Closed shapes that overlap.
void layers(Compound& compound) {
    agg::ellipse a(24.4, 26.1, 20.3, 18.7), b(38.2, 30.5, 17.7, 21.9), c(30.6, 42.3, 24.1, 11.4);
    compound.styles(0, -1);
    compound.add_path(a);
    compound.styles(-1, 1);
    compound.add_path(b);
    compound.styles(2, -1);
    compound.add_path(c);
}

// Curved boundaries that leave the surface on all sides.
void across(Compound& compound) {
    agg::path_storage path;
    path.move_to(-20, 30);
    path.curve4(20, -30, 50, 110, 90, 20);
    agg::conv_curve<agg::path_storage> curve(path);
    compound.styles(0, 1);
    compound.add_path(curve);
    add_line(compound, -1, 0, {{-20, 30}, {-25, -40}, {95, -30}, {90, 20}});
    add_line(compound, -1, 1, {{90, 20}, {100, 95}, {-30, 90}, {-20, 30}});
}

// Strips that get steeper, some of them thinner than a pixel at one end.
void slivers(Compound& compound) {
    const auto y = [](int i) { return 2.3 + 4.9 * i; };
    const auto end = [&](int i) { return y(i) + 0.4 * i - 4.7 * (i % 2); };
    for (int i = 0; i <= 11; ++i) {
        const int above = i == 0 ? -1 : i % 4, below = i == 11 ? -1 : (i + 1) % 4;
        add_line(compound, above, below, {{2.2, y(i)}, {61.7, end(i)}});
        if (i < 11) {
            add_line(compound, -1, below, {{61.7, end(i)}, {61.7, end(i + 1)}});
            add_line(compound, below, -1, {{2.2, y(i)}, {2.2, y(i + 1)}});
        }
    }
}

// Each style has a channel of its own, so the picture holds what each gets of a pixel, and alpha
// the sum.
struct Channels {
    agg::rgba8 color(unsigned style) const {
        return agg::rgba8(style == 0 ? 255 : 0, style == 1 ? 255 : 0, style == 2 ? 255 : 0, 255);
    }
    bool is_solid(unsigned) const { return true; }
    void generate_span(agg::rgba8*, int, int, unsigned, unsigned) {}
};

void draw_layered(Picture& picture, Compound& compound) {
    agg::pixfmt_rgba32_pre format(picture.buffer());
    agg::renderer_base<agg::pixfmt_rgba32_pre> renderer(format);
    agg::scanline_u8 scanline;
    agg::span_allocator<agg::rgba8> allocator;
    Channels channels;
    agg::render_scanlines_compound_layered(compound, scanline, renderer, allocator, channels);
}

// Three sectors around a point.
void sectors(Compound& compound) {
    const Point middle = {30.3, 33.7}, a = {35.1, 4.2}, b = {60.4, 49.9}, c = {6.8, 51.6};
    add_line(compound, 2, 0, {middle, a});
    add_line(compound, 0, 1, {middle, b});
    add_line(compound, 1, 2, {middle, c});
    add_line(compound, -1, 0, {a, {58.8, 6.3}, b});
    add_line(compound, -1, 1, {b, {30.7, 61.1}, c});
    add_line(compound, -1, 2, {c, {5.5, 7.4}, a});
}

// A fan of thin sectors: many pixels hold all three styles.
void fan(Compound& compound) {
    const auto rim = [](int i) { return Point{1.5 + 2.6 * i, 60.5 + 0.1 * i}; };
    for (int i = 0; i <= 23; ++i) {
        const int left = i == 0 ? -1 : (i - 1) % 3, right = i == 23 ? -1 : i % 3;
        add_line(compound, left, right, {rim(i), {32.4, 2.3}});
        if (i < 23) {
            add_line(compound, right, -1, {rim(i), rim(i + 1)});
        }
    }
}

} // namespace

void add_compound_scenes(Scenes& scenes) {
    const Named<agg::layer_order_e> ORDERS[] = {{"unsorted", agg::layer_unsorted},
                                                {"direct", agg::layer_direct},
                                                {"inverse", agg::layer_inverse}};
    const Named<void (*)(Compound&)> LAYERED[] = {
        {"layers", layers}, {"sectors", sectors}, {"across", across}, {"fan", fan}};
    for (const auto& build : LAYERED) {
        for (const auto& order : ORDERS) {
            const std::string name = std::string(build.name) + "_" + order.name;
            scenes.push_back({"compound_layered_" + name, 64, 64, [=](Picture& picture) {
                Compound compound;
                compound.clip_box(0, 0, 64, 64);
                compound.layer_order(order.value);
                build.value(compound);
                draw_layered(picture, compound);
            }});
        }
    }
    const auto add = [&](const std::string& name, void (*build)(Compound&), agg::filling_rule_e rule) {
        scenes.push_back({"compound_" + name, 64, 64, [=](Picture& picture) {
            Compound compound;
            compound.clip_box(0, 0, 64, 64);
            compound.filling_rule(rule);
            build(compound);
            draw(picture, compound);
        }});
    };
    add("quarters", quarters, agg::fill_non_zero);
    add("layers", layers, agg::fill_non_zero);
    add("layers_evenodd", layers, agg::fill_even_odd);
    add("across", across, agg::fill_non_zero);
    add("slivers", slivers, agg::fill_non_zero);
}
