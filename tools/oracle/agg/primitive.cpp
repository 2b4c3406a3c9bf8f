// Lines, rectangles and ellipses in whole pixels.
#include "agg_rasterizer_outline.h"
#include "agg_renderer_markers.h"
#include "agg_renderer_primitives.h"
#include "path.h"
#include "scenes.h"

namespace {

using Primitives = agg::renderer_primitives<Picture::Renderer>;
using Outline = agg::rasterizer_outline<Primitives>;

const agg::rgba8 HALF(0, 0, 0, 100);

const agg::rgba8 BLACK(0, 0, 0, 255);

void add(Scenes& scenes, const char* name, void (*draw)(Primitives&), agg::rgba8 color = HALF) {
    scenes.push_back({std::string("primitive_") + name, 64, 64, [=](Picture& picture) {
        Primitives primitives(picture.renderer());
        primitives.line_color(color);
        primitives.fill_color(color);
        draw(primitives);
    }});
}

void draw_line(Primitives& primitives, Point a, Point b, bool last) {
    const auto fixed = [](double v) { return Primitives::coord(v); };
    primitives.line(fixed(a.x), fixed(a.y), fixed(b.x), fixed(b.y), last);
}

// All around the clock, so that every octant and both halves are there.
void lines(Primitives& primitives) {
    const Point ends[] = {{62.3, 31.9}, {60.2, 41.7}, {53.6, 53.1}, {44.8, 60.2}, {32.4, 62.5},
                          {20.1, 59.3}, {9.9, 52.2},  {3.7, 43.6},  {1.2, 30.5},  {4.4, 18.8},
                          {11.1, 9.7},  {22.6, 3.3},  {31.5, 1.6},  {43.9, 4.1},  {53.3, 10.2},
                          {59.9, 21.4}};
    for (const Point& end : ends) {
        draw_line(primitives, {32.2, 31.7}, end, false);
    }
}

void lines_with_last(Primitives& primitives) {
    draw_line(primitives, {5.5, 5.5}, {5.5, 5.5}, true);
    draw_line(primitives, {9.2, 5.8}, {9.9, 5.1}, true);
    draw_line(primitives, {5.5, 12.5}, {30.5, 20.5}, true);
    draw_line(primitives, {30.5, 30.5}, {12.5, 60.5}, true);
    draw_line(primitives, {-20.5, 40.2}, {90.7, 50.1}, true);
    draw_line(primitives, {50.3, -33.3}, {40.9, 95.2}, true);
}

void polyline(Primitives& primitives) {
    Outline outline(primitives);
    auto path = ::polyline({{5.3, 60.1}, {12.2, 6.4}, {19.9, 58.5}, {30.1, 12.7}, {41.4, 50.2}});
    outline.add_path(path);
}

void rectangles(Primitives& primitives) {
    primitives.rectangle(5, 7, 30, 22);
    primitives.rectangle(40, 40, 90, 55);
}

void ellipses(Primitives& primitives) {
    primitives.ellipse(20, 20, 15, 9);
    primitives.ellipse(45, 30, 7, 23);
    primitives.ellipse(10, 50, 4, 4);
    primitives.ellipse(60, 60, 12, 12);
}

void solid_ellipses(Primitives& primitives) {
    primitives.solid_ellipse(20, 20, 15, 9);
    primitives.solid_ellipse(45, 30, 7, 23);
    primitives.solid_ellipse(10, 50, 4, 4);
    primitives.solid_ellipse(60, 60, 12, 12);
    primitives.solid_ellipse(30, 55, 1, 1);
}

const char* const MARKERS[] = {
    "square", "diamond", "circle", "crossed_circle", "semiellipse_left", "semiellipse_right",
    "semiellipse_up", "semiellipse_down", "triangle_left", "triangle_right", "triangle_up",
    "triangle_down", "four_rays", "cross", "x", "dash", "dot", "pixel"};

// Opaque, because AGG draws some pixels of a marker twice.
void markers(Picture& picture, agg::marker_e marker) {
    agg::renderer_markers<Picture::Renderer> renderer(picture.renderer());
    renderer.line_color(BLACK);
    renderer.fill_color(BLUE);
    renderer.marker(3, 3, 0, marker);
    renderer.marker(8, 4, 1, marker);
    renderer.marker(16, 5, 2, marker);
    renderer.marker(26, 7, 3, marker);
    renderer.marker(40, 8, 5, marker);
    renderer.marker(14, 26, 8, marker);
    renderer.marker(44, 36, 13, marker);
    renderer.marker(3, 60, 11, marker);
}

} // namespace

void add_primitive_scenes(Scenes& scenes) {
    for (int i = 0; i < int(agg::end_of_markers); ++i) {
        scenes.push_back({std::string("marker_") + MARKERS[i], 64, 64, [=](Picture& picture) {
            markers(picture, agg::marker_e(i));
        }});
    }
    add(scenes, "lines", lines);
    add(scenes, "lines_with_last", lines_with_last);
    add(scenes, "polyline", polyline);
    add(scenes, "rectangles", rectangles);
    // Opaque, because AGG draws some pixels of an ellipse twice.
    add(scenes, "ellipses", ellipses, BLACK);
    add(scenes, "solid_ellipses", solid_ellipses);
}
