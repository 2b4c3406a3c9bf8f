// Curves flattened by subdivision: with and without an angle tolerance and a
// cusp limit, at two approximation scales, filled and stroked.
#include "agg_conv_curve.h"
#include "path.h"
#include "scenes.h"
#include "stroke.h"

namespace {

using Flattened = agg::conv_curve<agg::path_storage>;

struct Tolerance {
    const char* name;
    double angle; // radians
    double cusp;  // radians
};

void add_cubic(agg::path_storage& path, Point a, Point b, Point c, Point d) {
    path.move_to(a.x, a.y);
    path.curve4(b.x, b.y, c.x, c.y, d.x, d.y);
}

void add_quad(agg::path_storage& path, Point a, Point b, Point c) {
    path.move_to(a.x, a.y);
    path.curve3(b.x, b.y, c.x, c.y);
}

agg::path_storage smooth_cubics() {
    agg::path_storage path;
    add_cubic(path, {6, 40}, {20, -20}, {60, 70}, {90, 8});
    add_cubic(path, {10, 60}, {110, 50}, {-15, 95}, {86, 88});
    path.close_polygon();
    return path;
}

// A loop, a cusp, a hairpin, and a start that is also the end.
agg::path_storage sharp_cubics() {
    agg::path_storage path;
    add_cubic(path, {10, 40}, {90, 2}, {2, 2}, {44, 44});
    add_cubic(path, {56, 40}, {92, 4}, {56, 4}, {92, 40});
    add_cubic(path, {8, 60}, {60, 61}, {60, 62}, {9, 66});
    add_cubic(path, {30, 76}, {90, 50}, {90, 110}, {30, 76});
    return path;
}

// Control points on the chord, inside it and beyond it, or on an end.
agg::path_storage degenerate_cubics() {
    agg::path_storage path;
    add_cubic(path, {6, 10}, {30, 18}, {60, 28}, {90, 38});
    add_cubic(path, {6, 30}, {120, 68}, {-24, 20}, {90, 58});
    add_cubic(path, {6, 50}, {6, 50}, {40, 90}, {90, 66});
    add_cubic(path, {6, 70}, {40, 96}, {90, 76}, {90, 76});
    add_cubic(path, {6, 86}, {6, 86}, {90, 90}, {90, 90});
    add_cubic(path, {70, 10}, {90, 20}, {50, 0}, {70, 10});
    return path;
}

agg::path_storage smooth_quads() {
    agg::path_storage path;
    add_quad(path, {6, 50}, {40, -30}, {90, 40});
    path.curve3(60, 120, 6, 50);
    path.close_polygon();
    add_quad(path, {20, 80}, {80, 60}, {60, 92});
    return path;
}

agg::path_storage degenerate_quads() {
    agg::path_storage path;
    add_quad(path, {6, 10}, {40, 20}, {90, 38});
    add_quad(path, {6, 30}, {120, 68}, {60, 48});
    add_quad(path, {10, 60}, {86, 61}, {10, 62});
    add_quad(path, {6, 74}, {6, 74}, {90, 86});
    add_quad(path, {30, 84}, {50, 94}, {30, 84});
    return path;
}

const Tolerance PLAIN = {"plain", 0, 0};
const Tolerance ANGLE = {"angle", 0.1, 0};
const Tolerance ANGLE_AND_CUSP = {"angle_cusp", 0.1, 0.3};
const Tolerance CUSP_ALONE = {"cusp", 0, 0.3};

void add(Scenes& scenes, const std::string& shape, agg::path_storage (*path)(),
         const Tolerance& tolerance, int scale) {
    const auto flatten = [=](Flattened& curve) {
        curve.approximation_scale(scale);
        curve.angle_tolerance(tolerance.angle);
        curve.cusp_limit(tolerance.cusp);
    };
    const std::string name =
        "curve_" + shape + "_" + tolerance.name + "_scale_" + std::to_string(scale);
    scenes.push_back({name, 96, 96, [=](Picture& picture) {
        auto source = path();
        Flattened curve(source);
        flatten(curve);
        picture.dump("flattened", curve);
        picture.fill(curve, agg::fill_even_odd, BLUE);
    }});
    scenes.push_back({name + "_stroked", 96, 96, [=](Picture& picture) {
        auto source = path();
        Flattened curve(source);
        flatten(curve);
        Stroke style;
        style.width = 3;
        style.join = agg::round_join;
        style.approximation_scale = scale;
        Stroked<Flattened> stroke(curve, style);
        picture.dump("stroked", stroke);
        picture.fill(stroke, agg::fill_non_zero, BLUE);
    }});
}

} // namespace

void add_curve_scenes(Scenes& scenes) {
    for (int scale : {1, 4}) {
        for (const auto& tolerance : {PLAIN, ANGLE, ANGLE_AND_CUSP, CUSP_ALONE}) {
            add(scenes, "smooth_cubics", smooth_cubics, tolerance, scale);
            add(scenes, "sharp_cubics", sharp_cubics, tolerance, scale);
            add(scenes, "degenerate_cubics", degenerate_cubics, tolerance, scale);
        }
        for (const auto& tolerance : {PLAIN, ANGLE}) {
            add(scenes, "smooth_quads", smooth_quads, tolerance, scale);
            add(scenes, "degenerate_quads", degenerate_quads, tolerance, scale);
        }
    }
}
