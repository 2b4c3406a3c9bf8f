// AGG's own shapes, which it emits as polygons.
#include "agg_arc.h"
#include "agg_ellipse.h"
#include "agg_rounded_rect.h"
#include "path.h"
#include "scenes.h"
#include "stroke.h"

namespace {

template <class Shape> void draw(Picture& picture, Shape& shape) {
    picture.dump("flattened", shape);
    picture.fill(shape, agg::fill_non_zero, BLUE);
}

void ellipse(Picture& picture, double x, double y, double rx, double ry, double scale = 1.0) {
    agg::ellipse shape(x, y, rx, ry);
    shape.approximation_scale(scale);
    draw(picture, shape);
}

void arc(Picture& picture, double rx, double ry, double from, double to, bool ccw) {
    agg::arc shape(32, 32, rx, ry, from, to, ccw);
    Stroke style;
    style.width = 3;
    Stroked<agg::arc> stroke(shape, style);
    picture.dump("flattened", shape);
    picture.dump("stroked", stroke);
    picture.fill(stroke, agg::fill_non_zero, BLUE);
}

void rectangle(Picture& picture) {
    auto path = polygon({{9.3, 12.6}, {54.7, 12.6}, {54.7, 51.1}, {9.3, 51.1}});
    draw(picture, path);
}

void rounded_rect(Picture& picture) {
    agg::rounded_rect shape(6.5, 10.25, 58, 52, 9);
    draw(picture, shape);
}

void rounded_rect_elliptic(Picture& picture) {
    agg::rounded_rect shape(6.5, 10.25, 58, 52, 0);
    shape.radius(18, 7);
    draw(picture, shape);
}

void rounded_rect_corners(Picture& picture) {
    agg::rounded_rect shape(6.5, 10.25, 58, 52, 0);
    shape.radius(4, 4, 10, 14, 20, 12, 2, 9);
    draw(picture, shape);
}

void rounded_rect_stroked(Picture& picture) {
    agg::rounded_rect shape(6.5, 10.25, 58, 52, 9);
    Stroke style;
    style.width = 4;
    Stroked<agg::rounded_rect> stroke(shape, style);
    picture.dump("stroked", stroke);
    picture.fill(stroke, agg::fill_non_zero, BLUE);
}

void circle_stroked(Picture& picture) {
    agg::ellipse shape(32, 32, 24, 24);
    Stroke style;
    style.width = 5;
    Stroked<agg::ellipse> stroke(shape, style);
    picture.dump("stroked", stroke);
    picture.fill(stroke, agg::fill_non_zero, BLUE);
}

} // namespace

void add_shape_scenes(Scenes& scenes) {
    const auto add = [&](const std::string& name, std::function<void(Picture&)> draw) {
        scenes.push_back({name, 64, 64, std::move(draw)});
    };
    add("rectangle", rectangle);
    add("circle", [](Picture& p) { ellipse(p, 32, 32, 27, 27); });
    add("circle_small", [](Picture& p) { ellipse(p, 31.7, 32.4, 1.25, 1.25); });
    add("circle_tiny", [](Picture& p) { ellipse(p, 31.7, 32.4, 0.05, 0.05); });
    add("circle_large", [](Picture& p) { ellipse(p, -900, 300, 980, 980); });
    add("circle_stroked", circle_stroked);
    add("ellipse", [](Picture& p) { ellipse(p, 31.5, 33.25, 28.5, 11.75); });
    add("ellipse_scale_8", [](Picture& p) { ellipse(p, 31.5, 33.25, 28.5, 11.75, 8); });
    add("arc", [](Picture& p) { arc(p, 26, 26, 0.3, 4.1, true); });
    add("arc_clockwise", [](Picture& p) { arc(p, 26, 26, 0.3, 4.1, false); });
    add("arc_elliptic", [](Picture& p) { arc(p, 28, 14, -2.5, 1.75, true); });
    add("arc_negative_angles", [](Picture& p) { arc(p, 20, 24, -1.0, -5.5, true); });
    add("rounded_rect", rounded_rect);
    add("rounded_rect_elliptic", rounded_rect_elliptic);
    add("rounded_rect_corners", rounded_rect_corners);
    add("rounded_rect_stroked", rounded_rect_stroked);
}
