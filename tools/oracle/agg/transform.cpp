// Transforms of one grid of lines: affine maps made to fit, perspective,
// bilinear, viewports, along a path, between two paths, a magnifier, polar.
#include <cmath>

#include "agg_conv_curve.h"
#include "agg_conv_segmentator.h"
#include "agg_conv_transform.h"
#include "agg_trans_affine.h"
#include "agg_trans_bilinear.h"
#include "agg_trans_double_path.h"
#include "agg_trans_perspective.h"
#include "agg_trans_single_path.h"
#include "agg_trans_viewport.h"
#include "agg_trans_warp_magnifier.h"
#include "path.h"
#include "scenes.h"
#include "stroke.h"

namespace {

using Path = agg::path_storage;
using Segmented = agg::conv_segmentator<Path>;

// Lines along x and y, from (x, y) on, `step` apart.
Path grid(double x, double y, double width, double height, double step) {
    Path path;
    for (double at = 0; at <= height; at += step) {
        add_polyline(path, {{x, y + at}, {x + width, y + at}});
    }
    for (double at = 0; at <= width; at += step) {
        add_polyline(path, {{x + at, y}, {x + at, y + height}});
    }
    return path;
}

template <class Map> void draw(Picture& picture, Path path, double scale, Map map) {
    Segmented pieces(path);
    pieces.approximation_scale(scale);
    agg::conv_transform<Segmented, Map> transformed(pieces, map);
    picture.dump("transformed", transformed);
    using Transformed = agg::conv_transform<Segmented, Map>;
    Stroked<Transformed> stroke(transformed, Stroke());
    picture.fill(stroke, agg::fill_non_zero, BLUE);
}

template <class Map> void draw_square(Picture& picture, const Map& map) {
    draw(picture, grid(10, 20, 60, 60, 15), 0.2, map);
}

const double QUAD[] = {12, 8, 88, 20, 76, 84, 6, 60};
const double OTHER_QUAD[] = {10, 20, 70, 24, 64, 90, 16, 70};
const double PARALLELOGRAM[] = {12, 14, 80, 30, 88, 84};

template <class Map> Map rect_to_quad() {
    Map map;
    map.rect_to_quad(10, 20, 70, 80, QUAD);
    return map;
}

template <class Map> Map quad_to_quad() {
    Map map;
    map.quad_to_quad(OTHER_QUAD, QUAD);
    return map;
}

template <class Map> Map quad_to_rect() {
    Map map;
    map.quad_to_rect(QUAD, 8.5, 9, 90, 85);
    return map;
}

agg::trans_perspective parallelogram() {
    const double quad[] = {12, 14, 70, 24, 80, 84, 22, 74};
    agg::trans_perspective map;
    map.rect_to_quad(10, 20, 70, 80, quad);
    return map;
}

agg::trans_perspective chained() {
    agg::trans_perspective map = rect_to_quad<agg::trans_perspective>();
    map *= agg::trans_affine_rotation(0.2);
    map *= agg::trans_affine_scaling(0.9);
    return map;
}

agg::trans_perspective inverse() {
    agg::trans_perspective map;
    map.rect_to_quad(8, 9, 90, 86, OTHER_QUAD);
    map.invert();
    return map;
}

agg::trans_viewport viewport(agg::aspect_ratio_e aspect, double align_x, double align_y) {
    agg::trans_viewport map;
    map.preserve_aspect_ratio(align_x, align_y, aspect);
    map.world_viewport(10, 20, 70, 80);
    map.device_viewport(6, 30, 90, 77.5);
    return map;
}

agg::trans_affine reflected(const agg::trans_affine& reflection) {
    return agg::trans_affine_translation(-48, -48) * reflection * agg::trans_affine_translation(48, 48);
}

// What is found in a map, as the ends of lines.
void parts(Picture& picture) {
    const agg::trans_affine map = agg::trans_affine_scaling(1.5, -0.75) * agg::trans_affine_rotation(0.6);
    double x, y, x_abs, y_abs;
    map.scaling(&x, &y);
    map.scaling_abs(&x_abs, &y_abs);
    Path path = polyline({{map.rotation(), map.determinant()}, {x, y}, {x_abs, y_abs}});
    picture.dump("transformed", path);
    Stroked<Path> stroke(path, Stroke());
    picture.fill(stroke, agg::fill_non_zero, BLUE);
}

// Two lines to stand on; the last segment of each is so short that it is given
// to the one before.
Path track(int which) {
    Path path;
    path.move_to(8, which ? 70 : 30);
    path.curve4(30, which ? 90 : -30, 50, which ? 20 : 90, 90, which ? 88 : 24);
    path.line_to(90.25, which ? 88.25 : 24.25);
    return path;
}

void along(Picture& picture, double base_length, bool keep_scale) {
    Path path = track(0);
    agg::conv_curve<Path> curve(path);
    agg::trans_single_path map;
    map.add_path(curve);
    map.base_length(base_length);
    map.preserve_x_scale(keep_scale);
    draw(picture, grid(-10, -8, 120, 24, 8), 0.3, map);
}

void between(Picture& picture, double base_length, bool keep_scale) {
    Path paths[] = {track(0), track(1)};
    agg::conv_curve<Path> first(paths[0]), second(paths[1]);
    agg::trans_double_path map;
    map.add_paths(first, second);
    map.base_length(base_length);
    map.base_height(24);
    map.preserve_x_scale(keep_scale);
    draw(picture, grid(-10, -4, 120, 32, 8), 0.3, map);
}

struct Unmagnified {
    agg::trans_warp_magnifier glass;
    void transform(double* x, double* y) const { glass.inverse_transform(x, y); }
};

agg::trans_warp_magnifier magnifier(double magnification, double radius) {
    agg::trans_warp_magnifier map;
    map.center(45, 52);
    map.magnification(magnification);
    map.radius(radius);
    return map;
}

// AGG's demo trans_polar defines this map.
struct Polar {
    double angle, spiral;
    void transform(double* x, double* y) const {
        const double turn = (*x + 2.5) * angle;
        const double distance = (*y - 10) * 0.6 + *x * spiral;
        *x = std::cos(turn) * distance + 48;
        *y = std::sin(turn) * distance + 46;
    }
};

} // namespace

void add_transform_scenes(Scenes& scenes) {
    const auto add = [&](const std::string& name, auto map) {
        scenes.push_back({name, 96, 96, [=](Picture& picture) { draw_square(picture, map); }});
    };
    const auto add_drawn = [&](const std::string& name, std::function<void(Picture&)> draw) {
        scenes.push_back({name, 96, 96, std::move(draw)});
    };
    agg::trans_affine fitted;
    add("affine_between_triangles", fitted.parl_to_parl(OTHER_QUAD, PARALLELOGRAM));
    add("affine_from_rect", fitted.rect_to_parl(10, 20, 70, 80, PARALLELOGRAM));
    add("affine_to_rect", fitted.parl_to_rect(PARALLELOGRAM, 8.5, 9, 90, 85));
    add("affine_reflect", reflected(agg::trans_affine_reflection(0.4)));
    add("affine_reflect_at", reflected(agg::trans_affine_reflection(3.0, 5.0)));
    add("affine_skew", agg::trans_affine(agg::trans_affine_skewing(0.2, -0.1)));
    for (const double length : {75, 0}) {
        // In one piece each: whether a straight join turns left or right is decided by the last
        // bits of sin and cos.
        add_drawn(length ? "affine_along_segment" : "affine_along_segment_unscaled", [=](Picture& p) {
            const agg::trans_affine map = agg::trans_affine_line_segment(10.3, 6.1, 60.7, 40.9, length);
            draw(p, grid(10, 20, 60, 60, 15), 0.01, map);
        });
    }
    add_drawn("affine_parts", parts);
    add("perspective_rect_to_quad", rect_to_quad<agg::trans_perspective>());
    add("perspective_quad_to_quad", quad_to_quad<agg::trans_perspective>());
    add("perspective_quad_to_rect", quad_to_rect<agg::trans_perspective>());
    add("perspective_parallelogram", parallelogram());
    add("perspective_chained", chained());
    add("perspective_inverse", inverse());
    add("bilinear_rect_to_quad", rect_to_quad<agg::trans_bilinear>());
    add("bilinear_quad_to_quad", quad_to_quad<agg::trans_bilinear>());
    add("bilinear_quad_to_rect", quad_to_rect<agg::trans_bilinear>());
    add("viewport_stretch", viewport(agg::aspect_ratio_stretch, 0.5, 0.5));
    add("viewport_meet", viewport(agg::aspect_ratio_meet, 0.3, 0.5));
    add("viewport_slice", viewport(agg::aspect_ratio_slice, 0.5, 0.9));
    add_drawn("along_path", [](Picture& p) { along(p, 0, true); });
    add_drawn("along_path_base_length", [](Picture& p) { along(p, 80, true); });
    add_drawn("along_path_by_vertices", [](Picture& p) { along(p, 0, false); });
    add_drawn("between_paths", [](Picture& p) { between(p, 0, true); });
    add_drawn("between_paths_base_length", [](Picture& p) { between(p, 100, true); });
    add_drawn("between_paths_by_vertices", [](Picture& p) { between(p, 0, false); });
    add("magnifier", magnifier(2.5, 12));
    add("magnifier_shrinking", magnifier(0.5, 20));
    add("magnifier_undone", Unmagnified{magnifier(2.5, 12)});
    add("polar", Polar{2 * agg::pi / 75, 0});
    add("polar_spiral", Polar{2 * agg::pi / 40, 0.3});
}
