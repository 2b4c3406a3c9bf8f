// Many styles in one pass. Each of the four channels holds the coverage of one style.
#include "agg_conv_curve.h"
#include "agg_ellipse.h"
#include "agg_pixfmt_gray.h"
#include "agg_rasterizer_compound_aa.h"
#include "agg_scanline_u.h"
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

} // namespace

void add_compound_scenes(Scenes& scenes) {
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
