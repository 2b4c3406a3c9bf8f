// Lines drawn by their profile, and the geometry of lines of a pattern.
#include "agg_color_rgba.h"
#include "agg_conv_curve.h"
#include "agg_ellipse.h"
#include "agg_gamma_functions.h"
#include "agg_rasterizer_outline_aa.h"
#include "agg_renderer_outline_aa.h"
#include "agg_renderer_outline_image.h"
#include "path.h"
#include "scenes.h"
#include "stroke.h"

namespace {

const Named<agg::outline_aa_join_e> OUTLINE_JOINS[] = {
    {"none", agg::outline_no_join},
    {"miter", agg::outline_miter_join},
    {"round", agg::outline_round_join},
    {"miter_accurate", agg::outline_miter_accurate_join},
};

const agg::rgba8 BLACK(0, 0, 0, 255);

struct Look {
    agg::outline_aa_join_e join = agg::outline_round_join;
    double width = 2;
    bool round_cap = false;
    double smoother = 1;
    double least = 1;
    double gamma = 1;
};

template <class Source> void draw(Picture& picture, Source& source, const Look& look) {
    agg::line_profile_aa profile;
    profile.min_width(look.least);
    profile.smoother_width(look.smoother);
    profile.gamma(agg::gamma_power(look.gamma));
    profile.width(look.width);
    agg::renderer_outline_aa<Picture::Renderer> renderer(picture.renderer(), profile);
    renderer.color(BLACK);
    agg::rasterizer_outline_aa<agg::renderer_outline_aa<Picture::Renderer>> rasterizer(renderer);
    rasterizer.line_join(look.join);
    rasterizer.round_cap(look.round_cap);
    rasterizer.add_path(source);
}

agg::path_storage zigzag() {
    return polyline({{5.3, 60.1}, {12.2, 6.4}, {19.9, 58.5}, {30.1, 12.7}, {41.4, 50.2},
                     {59.6, 30.3}, {38.8, 24.9}, {70.5, 3.2}});
}

agg::path_storage star() {
    return polygon({{32.2, 3.1}, {49.5, 57.25}, {3.5, 23.75}, {60.5, 23.75}, {14.5, 57.25}});
}

agg::path_storage two_segments() { return polyline({{6.5, 10.2}, {50.1, 20.7}, {58.3, 55.9}}); }

agg::path_storage one_segment() { return polyline({{6.5, 10.2}, {50.1, 47.7}}); }

agg::path_storage far_ends() {
    return polyline({{-2000.3, -1400.1}, {40.2, 30.7}, {2500.9, 60.3}, {20.5, 50.1}, {31.1, -3000.7}});
}

agg::path_storage far_triangle() {
    return polygon({{-1500.5, 20.25}, {1800.75, 12.5}, {40.5, 2600.5}});
}

// Many segments shorter than 1.5 pixels.
void draw_ring(Picture& picture, const Look& look) {
    agg::ellipse ring(32.3, 31.1, 26.5, 18.25, 150);
    draw(picture, ring, look);
}

void draw_curve(Picture& picture, const Look& look) {
    agg::path_storage path;
    path.move_to(6, 40);
    path.curve4(20, -20, 60, 90, 58, 8);
    agg::conv_curve<agg::path_storage> curve(path);
    draw(picture, curve, look);
}

// Too short for AGG, which drops them.
agg::path_storage short_lines() {
    agg::path_storage path;
    add_polyline(path, {{10.5, 10.5}, {11.5, 10.5}});
    add_polygon(path, {{30.2, 30.4}, {31.0, 30.4}, {30.6, 31.1}});
    add_polyline(path, {{50.5, 50.5}, {50.5, 50.5}});
    add_polygon(path, {{10.5, 40.5}, {25.5, 52.5}});
    return path;
}

// A pattern's filter whose colours say where it was asked.
struct Places {
    typedef agg::rgba8 color_type;
    static unsigned dilation() { return 0; }
    static void pixel_high_res(agg::rgba8 const* const*, agg::rgba8* p, int x, int y) {
        const int u = x - 256, v = y - 256 + 256;
        *p = agg::rgba8(u >> 8, u & 255, v >> 4, 255);
    }
};

struct Image {
    typedef agg::rgba8 color_type;
    double w, h;
    double width() const { return w; }
    double height() const { return h; }
    agg::rgba8 pixel(int, int) const { return agg::rgba8(0, 0, 0, 0); }
};

template <class Source>
void draw_pattern(Picture& picture, Source& source, Image image, double scale, double start) {
    typedef agg::line_image_pattern<Places> Pattern;
    typedef agg::renderer_outline_image<Picture::Renderer, Pattern> Renderer;
    Places places;
    Pattern pattern(places, image);
    Renderer renderer(picture.renderer(), pattern);
    renderer.scale_x(scale);
    renderer.start_x(start);
    agg::rasterizer_outline_aa<Renderer> rasterizer(renderer);
    rasterizer.add_path(source);
}

} // namespace

void add_outline_scenes(Scenes& scenes) {
    const auto add = [&](const std::string& name, agg::path_storage (*path)(), const Look& look) {
        scenes.push_back({"outline_" + name, 64, 64, [=](Picture& picture) {
            auto source = path();
            draw(picture, source, look);
        }});
    };
    for (const auto& join : OUTLINE_JOINS) {
        const std::string suffix = std::string("_") + join.name;
        Look look;
        look.join = join.value;
        for (const auto& width : {Named<double>{"0.4", 0.4}, {"1", 1}, {"2.5", 2.5}, {"9", 9}}) {
            look.width = width.value;
            add("open" + suffix + "_" + width.name, zigzag, look);
            add("closed" + suffix + "_" + width.name, star, look);
        }
        look.width = 3;
        add("two_segments" + suffix, two_segments, look);
        add("far" + suffix, far_ends, look);
        add("far_closed" + suffix, far_triangle, look);
        scenes.push_back({"outline_ring" + suffix, 64, 64, [=](Picture& p) { draw_ring(p, look); }});
        scenes.push_back({"outline_curve" + suffix, 64, 64, [=](Picture& p) { draw_curve(p, look); }});
        look.width = 6;
        look.round_cap = true;
        add("caps" + suffix, zigzag, look);
        add("caps_two_segments" + suffix, two_segments, look);
        look.width = 30;
        add("wide" + suffix, zigzag, look);
        add("wide_one_segment" + suffix, one_segment, look);
    }
    Look look;
    look.smoother = 4;
    look.width = 6;
    add("smoother_4", zigzag, look);
    look.width = 1;
    add("smoother_4_thin", zigzag, look);
    look = Look();
    look.least = 3;
    add("least_3", zigzag, look);
    look = Look();
    look.gamma = 0.5;
    add("gamma_0.5", zigzag, look);
    look = Look();
    look.round_cap = true;
    add("short_lines", short_lines, look);

    const auto add_pattern = [&](const std::string& name, agg::path_storage (*path)(), Image image,
                                 double scale, double start) {
        scenes.push_back({"pattern_line_" + name, 64, 64, [=](Picture& picture) {
            auto source = path();
            draw_pattern(picture, source, image, scale, start);
        }});
    };
    add_pattern("open", zigzag, {16, 8}, 1, 0);
    add_pattern("closed", star, {13, 4}, 1, 0);
    add_pattern("one_segment", one_segment, {16, 8}, 1, 0);
    add_pattern("two_segments", two_segments, {16, 8}, 1, 0);
    add_pattern("scaled", zigzag, {16, 6}, 2.5, 0);
    add_pattern("started", zigzag, {16, 6}, 1, 5.5);
    add_pattern("far", far_ends, {20, 10}, 1.5, 3);
    add_pattern("fractional", star, {9.5, 5.25}, 0.75, 0);
}
