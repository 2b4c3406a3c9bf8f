// Strokes: every join, inner join and cap, both signs of the width, limits, and
// the awkward polylines.
#include <cstdlib>

#include "agg_conv_transform.h"
#include "agg_trans_affine.h"
#include "path.h"
#include "scenes.h"
#include "stroke.h"

namespace {

// The second corner is sharp and its legs are shorter than the stroke is wide,
// so that the four inner joins differ.
agg::path_storage hook() { return polyline({{9, 52}, {46, 17}, {41, 25}, {57, 55}}); }

agg::path_storage closed_triangle() { return polygon({{14, 15}, {52, 24}, {24, 50}}); }

void draw(Picture& picture, agg::path_storage path, const Stroke& style) {
    Stroked<agg::path_storage> stroke(path, style);
    picture.dump("stroked", stroke);
    picture.fill(stroke, agg::fill_non_zero, BLUE);
}

std::string joined(std::initializer_list<std::string> words) {
    std::string name;
    for (const std::string& word : words) {
        name += (name.empty() ? "" : "_") + word;
    }
    return name;
}

// 12.5 becomes "12.5", and -8 becomes "minus_8".
std::string number(double value) {
    std::string text = std::to_string(std::abs(value));
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') {
        text.pop_back();
    }
    return (value < 0 ? "minus_" : "") + text;
}

void add(Scenes& scenes, std::string name, agg::path_storage (*path)(), const Stroke& style) {
    scenes.push_back({std::move(name), 64, 64,
                      [=](Picture& picture) { draw(picture, path(), style); }});
}

void add_every_join_and_cap(Scenes& scenes) {
    for (const auto& join : JOINS) {
        for (const auto& inner : INNER_JOINS) {
            for (const auto& cap : CAPS) {
                Stroke style;
                style.width = 11;
                style.join = join.value;
                style.inner_join = inner.value;
                style.cap = cap.value;
                add(scenes, joined({"stroke", join.name, inner.name, cap.name}), hook, style);
            }
        }
    }
}

void add_widths(Scenes& scenes) {
    for (const auto& join : JOINS) {
        for (double width : {0.75, 8.0, 30.0, -8.0}) {
            Stroke style;
            style.width = width;
            style.join = join.value;
            add(scenes, joined({"stroke_closed", join.name, number(width)}), closed_triangle, style);
        }
        Stroke style;
        style.width = -9;
        style.join = join.value;
        style.cap = agg::round_cap;
        add(scenes, joined({"stroke_open", join.name, "minus_9"}), hook, style);
    }
    for (const auto& cap : CAPS) {
        Stroke style;
        style.width = -9;
        style.cap = cap.value;
        add(scenes, joined({"stroke_open_minus_9", cap.name}), hook, style);
        style.width = 0.3;
        add(scenes, joined({"stroke_hairline", cap.name}), hook, style);
    }
}

agg::path_storage zigzag() {
    return polyline({{5, 60}, {12, 6}, {19, 58}, {30, 12}, {41, 50}, {59, 30}, {38, 24}});
}

void add_limits(Scenes& scenes) {
    for (const auto& join : JOINS) {
        if (join.value == agg::round_join || join.value == agg::bevel_join) {
            continue;
        }
        for (double limit : {1.0, 2.5, 10.0}) {
            Stroke style;
            style.width = 5;
            style.join = join.value;
            style.miter_limit = limit;
            add(scenes, joined({"stroke_limit", join.name, number(limit)}), zigzag, style);
        }
    }
    for (double limit : {1.01, 3.0}) {
        Stroke style;
        style.width = 14;
        style.inner_miter_limit = limit;
        add(scenes, joined({"stroke_inner_limit", number(limit)}), hook, style);
    }
}

agg::path_storage turn_back() { return polyline({{8, 32}, {52, 32}, {20, 32}}); }
agg::path_storage turn_back_askew() { return polyline({{7.3, 41.9}, {51.1, 20.2}, {20.7, 35.25}}); }

agg::path_storage nearly_straight() {
    return polyline({{4, 30}, {16, 30.001}, {28, 30.1}, {40, 30.1}, {52, 31}, {60, 33}});
}

agg::path_storage repeated_points() {
    return polyline({{10, 10}, {10, 10}, {50, 14}, {50, 14}, {50, 14}, {20, 50}, {20, 50}});
}

agg::path_storage closed_onto_its_start() {
    return polygon({{12, 12}, {50, 16}, {30, 50}, {12, 12}});
}

agg::path_storage two_points_closed() { return polygon({{15, 20}, {48, 44}}); }

agg::path_storage several_subpaths() {
    agg::path_storage path;
    add_polyline(path, {{6, 10}, {30, 14}, {10, 26}});
    add_polygon(path, {{38, 8}, {58, 12}, {46, 28}});
    add_polyline(path, {{20, 40}});
    add_polyline(path, {{10, 56}, {54, 40}});
    return path;
}

void add_awkward_lines(Scenes& scenes) {
    for (const auto& join : JOINS) {
        Stroke style;
        style.width = 10;
        style.join = join.value;
        style.cap = agg::square_cap;
        add(scenes, joined({"stroke_turn_back", join.name}), turn_back, style);
        add(scenes, joined({"stroke_turn_back_askew", join.name}), turn_back_askew, style);
        add(scenes, joined({"stroke_nearly_straight", join.name}), nearly_straight, style);
    }
    Stroke style;
    style.width = 7;
    style.join = agg::round_join;
    style.cap = agg::round_cap;
    add(scenes, "stroke_repeated_points", repeated_points, style);
    add(scenes, "stroke_closed_onto_its_start", closed_onto_its_start, style);
    add(scenes, "stroke_two_points_closed", two_points_closed, style);
    add(scenes, "stroke_several_subpaths", several_subpaths, style);
    style.approximation_scale = 8;
    add(scenes, "stroke_approximation_scale_8", hook, style);
    style.approximation_scale = 0.25;
    add(scenes, "stroke_approximation_scale_0.25", hook, style);
}

const Stroke TRANSFORMED = [] {
    Stroke style;
    style.width = 6;
    style.join = agg::round_join;
    style.cap = agg::round_cap;
    return style;
}();

// Rotation, then unequal scales, then a shift; each step multiplies from the left.
agg::trans_affine askew() {
    return agg::trans_affine_rotation(0.4) * agg::trans_affine_scaling(1.3, 0.6) *
           agg::trans_affine_translation(9.5, -3.25);
}

void stroke_then_transform(Picture& picture) {
    auto path = hook();
    Stroked<agg::path_storage> stroke(path, TRANSFORMED);
    agg::trans_affine affine = askew();
    agg::conv_transform<Stroked<agg::path_storage>> transformed(stroke, affine);
    picture.dump("stroked", stroke);
    picture.dump("transformed", transformed);
    picture.fill(transformed, agg::fill_non_zero, BLUE);
}

void transform_then_stroke(Picture& picture) {
    auto path = hook();
    agg::trans_affine affine = askew();
    agg::conv_transform<agg::path_storage> transformed(path, affine);
    Stroked<agg::conv_transform<agg::path_storage>> stroke(transformed, TRANSFORMED);
    picture.dump("transformed", transformed);
    picture.dump("stroked", stroke);
    picture.fill(stroke, agg::fill_non_zero, BLUE);
}

} // namespace

void add_stroke_scenes(Scenes& scenes) {
    add_every_join_and_cap(scenes);
    add_widths(scenes);
    add_limits(scenes);
    add_awkward_lines(scenes);
    scenes.push_back({"stroke_then_transform", 64, 64, stroke_then_transform});
    scenes.push_back({"transform_then_stroke", 64, 64, transform_then_stroke});
}
