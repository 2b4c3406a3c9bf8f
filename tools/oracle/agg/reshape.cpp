// Paths reshaped: contours, smoothed corners, splines, segmentation, clipping,
// markers at both ends, subpaths closed and opened, curves by increments.
#include "agg_arrowhead.h"
#include "agg_conv_bspline.h"
#include "agg_conv_clip_polygon.h"
#include "agg_conv_clip_polyline.h"
#include "agg_conv_close_polygon.h"
#include "agg_conv_concat.h"
#include "agg_conv_contour.h"
#include "agg_conv_curve.h"
#include "agg_conv_marker.h"
#include "agg_conv_segmentator.h"
#include "agg_conv_shorten_path.h"
#include "agg_conv_smooth_poly1.h"
#include "agg_conv_unclose_polygon.h"
#include "agg_vcgen_markers_term.h"
#include "path.h"
#include "scenes.h"
#include "stroke.h"

namespace {

using Path = agg::path_storage;
using MakePath = Path (*)();

// Goes round from x towards y.
Path arrow() {
    return polygon({{48, 8}, {84, 44}, {62, 46}, {64, 84}, {34, 88}, {36, 44}, {10, 40}});
}

Path arrow_backwards() {
    return polygon({{10, 40}, {36, 44}, {34, 88}, {64, 84}, {62, 46}, {84, 44}, {48, 8}});
}

Path arrow_open() {
    return polyline({{48, 8}, {84, 44}, {62, 46}, {64, 84}, {34, 88}, {36, 44}, {10, 40}});
}

// The hole goes the other way.
Path ring() {
    Path path = polygon({{12, 14}, {84, 10}, {80, 86}, {16, 80}});
    add_polygon(path, {{30, 30}, {32, 64}, {64, 66}, {66, 28}});
    return path;
}

Path zigzag() {
    return polyline({{6, 20}, {30, 76}, {40.5, 12.25}, {52, 80}, {53, 30}, {90, 40}});
}

Path zigzag_closed() {
    return polygon({{6, 20}, {30, 76}, {40.5, 12.25}, {52, 80}, {53, 30}, {90, 40}});
}

Path repeated_points() {
    return polyline({{6, 20}, {6, 20}, {30, 76}, {60, 12}, {60, 12}, {88, 70}});
}

Path triangle() { return polygon({{12, 16}, {86, 30}, {38, 84}}); }

Path segment() { return polyline({{12, 16}, {86, 70}}); }

Path two_subpaths() {
    Path path = polyline({{-20, 12}, {50, 30}, {120, 20}, {60, 44}, {50, -30}});
    add_polygon(path, {{20, 40}, {140, 60}, {40, 130}, {-30, 90}});
    return path;
}

// Around the corners, along the sides, and far away.
Path around() {
    Path path = polygon({{10, 10}, {48, -30}, {110, 20}, {130, 120}, {60, 84}, {-40, 140}, {-60, -80}});
    add_polygon(path, {{20, 50}, {76, 50}, {76, 80}, {20, 80}});
    add_polygon(path, {{-200, -200}, {-100, 300}, {300, 300}, {300, -200}});
    return path;
}

template <class Source> void keep_and_fill(Picture& picture, const char* stage, Source& source) {
    picture.dump(stage, source);
    picture.fill(source, agg::fill_non_zero, BLUE);
}

template <class Source> void keep_and_stroke(Picture& picture, const char* stage, Source& source) {
    picture.dump(stage, source);
    Stroke style;
    style.width = 1.5;
    Stroked<Source> stroke(source, style);
    picture.fill(stroke, agg::fill_non_zero, BLUE);
}

enum class Turn { As_told, Detect };

void contour(Picture& picture, Path path, double width, agg::line_join_e join,
             agg::inner_join_e inner, Turn turn) {
    agg::conv_contour<Path> shape(path);
    shape.width(width);
    shape.line_join(join);
    shape.inner_join(inner);
    shape.auto_detect_orientation(turn == Turn::Detect);
    keep_and_fill(picture, "contoured", shape);
}

void smooth(Picture& picture, Path path, double amount) {
    agg::conv_smooth_poly1_curve<Path> shape(path);
    shape.smooth_value(amount);
    keep_and_stroke(picture, "flattened", shape);
}

void spline(Picture& picture, Path path, double step) {
    agg::conv_bspline<Path> shape(path);
    shape.interpolation_step(step);
    keep_and_stroke(picture, "splined", shape);
}

void segmentate(Picture& picture, Path path, double scale) {
    agg::conv_segmentator<Path> shape(path);
    shape.approximation_scale(scale);
    keep_and_stroke(picture, "segmented", shape);
}

void clip_polygon(Picture& picture, Path path) {
    agg::conv_clip_polygon<Path> shape(path);
    shape.clip_box(14.5, 12.25, 80, 78.75);
    keep_and_fill(picture, "clipped", shape);
}

void clip_polyline(Picture& picture, Path path) {
    agg::conv_clip_polyline<Path> shape(path);
    shape.clip_box(14.5, 12.25, 80, 78.75);
    keep_and_stroke(picture, "clipped", shape);
}

void markers(Picture& picture, Path path) {
    using Line = agg::conv_adaptor_vcgen<Path, agg::vcgen_stroke, agg::vcgen_markers_term>;
    Line line(path);
    line.generator().width(1.5);
    picture.fill(line, agg::fill_non_zero, BLUE);
    agg::arrowhead arrow;
    arrow.head(6, 4, 5, 3);
    arrow.tail(5, 4, 3.5, 2);
    agg::conv_marker<agg::vcgen_markers_term, agg::arrowhead> shapes(line.markers(), arrow);
    keep_and_fill(picture, "marked", shapes);
}

void close(Picture& picture, Path path) {
    agg::conv_close_polygon<Path> shape(path);
    keep_and_stroke(picture, "closed", shape);
}

void unclose(Picture& picture, Path path) {
    agg::conv_unclose_polygon<Path> shape(path);
    keep_and_stroke(picture, "unclosed", shape);
}

void shorten(Picture& picture, Path path, double by) {
    agg::conv_shorten_path<Path> shape(path);
    shape.shorten(by);
    keep_and_stroke(picture, "shortened", shape);
}

void concatenate(Picture& picture, Path path) {
    Path second = zigzag();
    agg::conv_concat<Path, Path> shape(path, second);
    keep_and_stroke(picture, "concatenated", shape);
}

Path curves() {
    Path path;
    path.move_to(6, 40);
    path.curve4(20, -20, 60, 70, 90, 8);
    path.curve3(120, 50, 60, 60);
    path.close_polygon();
    path.move_to(10, 60);
    path.curve4(110, 50, -15, 95, 86, 88);
    path.move_to(30, 90);
    path.curve3(31, 91, 33, 90);
    return path;
}

void increments(Picture& picture, double scale) {
    Path path = curves();
    agg::conv_curve<Path, agg::curve3_inc, agg::curve4_inc> shape(path);
    shape.approximation_method(agg::curve_inc);
    shape.approximation_scale(scale);
    keep_and_stroke(picture, "flattened", shape);
}

template <class Draw> void add(Scenes& scenes, const std::string& name, Draw draw) {
    scenes.push_back({name, 96, 96, draw});
}

void add_contours(Scenes& scenes) {
    for (const auto& join : JOINS) {
        for (const auto& width : {Named<double>{"grown", 9}, Named<double>{"shrunk", -9}}) {
            const std::string name = std::string("contour_") + join.name + "_" + width.name;
            add(scenes, name, [=](Picture& picture) {
                contour(picture, arrow(), width.value, join.value, agg::inner_miter, Turn::As_told);
            });
        }
    }
    for (const auto& inner : INNER_JOINS) {
        add(scenes, std::string("contour_inner_") + inner.name, [=](Picture& picture) {
            contour(picture, arrow(), 22, agg::miter_join, inner.value, Turn::As_told);
        });
    }
    const Named<MakePath> paths[] = {
        {"arrow", arrow},
        {"backwards", arrow_backwards},
        {"open", arrow_open},
        {"ring", ring},
        {"repeated_points", repeated_points},
    };
    for (const auto& path : paths) {
        const std::string name = std::string("contour_") + path.name;
        add(scenes, name + "_detected", [=](Picture& picture) {
            contour(picture, path.value(), 8, agg::bevel_join, agg::inner_miter, Turn::Detect);
        });
        add(scenes, name + "_as_told", [=](Picture& picture) {
            contour(picture, path.value(), 8, agg::bevel_join, agg::inner_miter, Turn::As_told);
        });
    }
}

} // namespace

void add_reshape_scenes(Scenes& scenes) {
    add_contours(scenes);
    const Named<MakePath> lines[] = {
        {"open", zigzag},       {"closed", zigzag_closed}, {"triangle", triangle},
        {"segment", segment},   {"repeated_points", repeated_points},
        {"two_subpaths", two_subpaths},
    };
    for (const auto& line : lines) {
        const auto path = line.value;
        const std::string name = std::string("_") + line.name;
        add(scenes, "smooth" + name, [=](Picture& p) { smooth(p, path(), 1.0); });
        add(scenes, "smooth_half" + name, [=](Picture& p) { smooth(p, path(), 0.5); });
        add(scenes, "spline" + name, [=](Picture& p) { spline(p, path(), 1.0 / 50.0); });
        add(scenes, "spline_coarse" + name, [=](Picture& p) { spline(p, path(), 1.0 / 7.0); });
        add(scenes, "segmentator" + name, [=](Picture& p) { segmentate(p, path(), 1.0); });
        add(scenes, "segmentator_coarse" + name, [=](Picture& p) { segmentate(p, path(), 0.13); });
        add(scenes, "clip_polyline" + name, [=](Picture& p) { clip_polyline(p, path()); });
        add(scenes, "clip_polygon" + name, [=](Picture& p) { clip_polygon(p, path()); });
    }
    add(scenes, "clip_polygon_around", [](Picture& p) { clip_polygon(p, around()); });
    add(scenes, "clip_polyline_around", [](Picture& p) { clip_polyline(p, around()); });
    add(scenes, "markers_open", [](Picture& p) { markers(p, zigzag()); });
    add(scenes, "markers_segment", [](Picture& p) { markers(p, segment()); });
    add(scenes, "close_zigzag", [](Picture& p) { close(p, zigzag()); });
    add(scenes, "unclose_two_subpaths", [](Picture& p) { unclose(p, two_subpaths()); });
    add(scenes, "shorten_open", [](Picture& p) { shorten(p, zigzag(), 75); });
    add(scenes, "shorten_closed", [](Picture& p) { shorten(p, zigzag_closed(), 15.5); });
    add(scenes, "concatenate", [](Picture& p) { concatenate(p, ring()); });
    add(scenes, "increments_scale_1", [](Picture& p) { increments(p, 1); });
    add(scenes, "increments_scale_4", [](Picture& p) { increments(p, 4); });
}
