// Mosaics of 400 random shapes each, for the cases that nobody thought of. Cell
// number i, from the left and then from the top, is drawn with the seed i.
#include "random.h"

#include "agg_conv_curve.h"
#include "agg_conv_dash.h"
#include "path.h"
#include "scenes.h"
#include "stroke.h"

namespace {

const unsigned CELL = 48;
const unsigned CELLS = 20;

using Flattened = agg::conv_curve<agg::path_storage>;
using DrawCell = void (*)(Picture&, Random&);

agg::rgba8 random_color(Random& random) {
    const unsigned r = random.below(256), g = random.below(256), b = random.below(256);
    return agg::rgba8(r, g, b, random.below(256));
}

agg::filling_rule_e random_rule(Random& random) {
    return random.below(2) == 0 ? agg::fill_non_zero : agg::fill_even_odd;
}

// In the cell or up to `spread` around its middle.
Point random_point(Random& random, double spread) {
    const double x = 24 + (random.unit() - 0.5) * spread;
    return {x, 24 + (random.unit() - 0.5) * spread};
}

void add_line_to(agg::path_storage& path, Point point) {
    if (path.total_vertices() == 0) {
        path.move_to(point.x, point.y);
    } else {
        path.line_to(point.x, point.y);
    }
}

agg::path_storage random_polyline(Random& random, unsigned count, double spread) {
    agg::path_storage path;
    for (unsigned i = 0; i < count; ++i) {
        add_line_to(path, random_point(random, spread));
    }
    return path;
}

void polygons(Picture& cell, Random& random) {
    for (int i = 0; i < 2; ++i) {
        auto path = random_polyline(random, 3 + random.below(12), 72);
        path.close_polygon();
        const auto rule = random_rule(random);
        cell.fill(path, rule, random_color(random));
    }
}

// Half of the points are far away, each at a distance of its own magnitude.
void far_polygons(Picture& cell, Random& random) {
    const double spreads[] = {1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
    agg::path_storage path;
    const unsigned count = 3 + random.below(8);
    for (unsigned i = 0; i < count; ++i) {
        const double spread = random.below(2) == 0 ? 60 : spreads[random.below(8)];
        add_line_to(path, random_point(random, spread));
    }
    path.close_polygon();
    const auto rule = random_rule(random);
    cell.fill(path, rule, random_color(random));
}

Stroke random_stroke(Random& random) {
    Stroke style;
    style.width = random.between(0.1, 16);
    if (random.below(5) == 0) {
        style.width = -style.width;
    }
    style.join = JOINS[random.below(5)].value;
    style.inner_join = INNER_JOINS[random.below(4)].value;
    style.cap = CAPS[random.below(3)].value;
    style.miter_limit = random.between(1, 6);
    return style;
}

void strokes(Picture& cell, Random& random) {
    auto path = random_polyline(random, 2 + random.below(6), 50);
    if (random.below(3) == 0) {
        path.close_polygon();
    }
    const Stroke style = random_stroke(random);
    Stroked<agg::path_storage> stroke(path, style);
    cell.fill(stroke, agg::fill_non_zero, random_color(random));
}

void dashes(Picture& cell, Random& random) {
    auto path = random_polyline(random, 2 + random.below(6), 50);
    if (random.below(3) == 0) {
        path.close_polygon();
    }
    agg::conv_dash<agg::path_storage> dashed(path);
    for (int i = 0; i < 2; ++i) {
        const double dash = random.between(0.5, 12);
        dashed.add_dash(dash, random.between(0.5, 12));
    }
    dashed.dash_start(random.between(0, 40));
    Stroke style = random_stroke(random);
    style.width = random.between(0.2, 5);
    Stroked<agg::conv_dash<agg::path_storage>> stroke(dashed, style);
    cell.fill(stroke, agg::fill_non_zero, random_color(random));
}

agg::path_storage random_curves(Random& random) {
    agg::path_storage path;
    add_line_to(path, random_point(random, 50));
    const unsigned count = 1 + random.below(4);
    for (unsigned i = 0; i < count; ++i) {
        const Point a = random_point(random, 80), b = random_point(random, 50);
        if (random.below(2) == 0) {
            path.curve3(a.x, a.y, b.x, b.y);
        } else {
            const Point c = random_point(random, 50);
            path.curve4(a.x, a.y, b.x, b.y, c.x, c.y);
        }
    }
    return path;
}

void curves(Picture& cell, Random& random) {
    auto path = random_curves(random);
    Flattened flattened(path);
    const double scales[] = {0.5, 1, 4};
    flattened.approximation_scale(scales[random.below(3)]);
    flattened.angle_tolerance(random.below(2) == 0 ? 0 : 0.2);
    if (random.below(2) == 0) {
        const auto rule = random_rule(random);
        cell.fill(flattened, rule, random_color(random));
    } else {
        Stroke style = random_stroke(random);
        style.width = random.between(0.2, 6);
        Stroked<Flattened> stroke(flattened, style);
        cell.fill(stroke, agg::fill_non_zero, random_color(random));
    }
}

void mosaic(Picture& picture, DrawCell draw) {
    for (unsigned i = 0; i < CELLS * CELLS; ++i) {
        Picture cell(CELL, CELL);
        Random random(i);
        draw(cell, random);
        picture.copy_from(cell, i % CELLS * CELL, i / CELLS * CELL);
    }
}

} // namespace

void add_random_scenes(Scenes& scenes) {
    const Named<DrawCell> kinds[] = {
        {"polygons", polygons}, {"far_polygons", far_polygons}, {"strokes", strokes},
        {"dashes", dashes},     {"curves", curves},
    };
    for (const auto& kind : kinds) {
        const DrawCell draw = kind.value;
        scenes.push_back({std::string("random_") + kind.name, CELLS * CELL, CELLS * CELL,
                          [=](Picture& picture) { mosaic(picture, draw); }});
    }
}
