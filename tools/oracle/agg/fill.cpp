// Filled polygons: both rules, both directions, and what happens inside one pixel.
#include "path.h"
#include "random.h"
#include "scenes.h"

namespace {

using agg::fill_even_odd;
using agg::fill_non_zero;

agg::path_storage triangle() { return polygon({{8.3, 5.7}, {58.1, 22.4}, {20.6, 59.2}}); }

// Five points of a pentagram; its middle is wound twice.
agg::path_storage star() {
    return polygon({{32, 3}, {49.5, 57.25}, {3.5, 23.75}, {60.5, 23.75}, {14.5, 57.25}});
}

agg::path_storage random_polygon(unsigned count, double width, double height) {
    agg::path_storage path;
    Random random;
    for (unsigned i = 0; i < count; ++i) {
        const double x = random.unit() * width;
        const double y = random.unit() * height;
        if (i == 0) {
            path.move_to(x, y);
        } else {
            path.line_to(x, y);
        }
    }
    path.close_polygon();
    return path;
}

void triangle_opaque(Picture& picture) {
    auto path = triangle();
    picture.fill(path, fill_non_zero, BLUE);
}

void triangle_translucent(Picture& picture) {
    auto path = triangle();
    picture.fill(path, fill_non_zero, TRANSLUCENT_GREEN);
}

void triangle_nearly_transparent(Picture& picture) {
    auto path = triangle();
    picture.fill(path, fill_non_zero, agg::rgba8(255, 128, 7, 1));
}

// Every translucent layer rounds again, so twenty of them show the rounding.
void triangle_layers(Picture& picture) {
    for (int i = 0; i < 20; ++i) {
        const double d = i * 1.3;
        auto path = polygon({{2 + d, 4 + d}, {60 - d, 10}, {20, 60 - d}});
        picture.fill(path, fill_non_zero, agg::rgba8(200 - i * 9, 40 + i * 7, i * 12, 37 + i));
    }
}

void triangle_on_white(Picture& picture) {
    picture.clear(agg::rgba8(255, 255, 255, 255));
    auto path = triangle();
    picture.fill(path, fill_non_zero, TRANSLUCENT_GREEN);
}

void triangle_clockwise(Picture& picture) {
    auto path = polygon({{20.6, 59.2}, {58.1, 22.4}, {8.3, 5.7}});
    picture.fill(path, fill_non_zero, BLUE);
}

void star_nonzero(Picture& picture) {
    auto path = star();
    picture.fill(path, fill_non_zero, BLUE);
}

void star_evenodd(Picture& picture) {
    auto path = star();
    picture.fill(path, fill_even_odd, BLUE);
}

// Three squares wound once, twice and back to nothing.
agg::path_storage nested_squares() {
    agg::path_storage path;
    add_polygon(path, {{4.5, 4.5}, {59.5, 4.5}, {59.5, 59.5}, {4.5, 59.5}});
    add_polygon(path, {{14.25, 14.25}, {49.75, 14.25}, {49.75, 49.75}, {14.25, 49.75}});
    add_polygon(path, {{24.1, 24.1}, {24.1, 39.9}, {39.9, 39.9}, {39.9, 24.1}});
    return path;
}

void nested_squares_nonzero(Picture& picture) {
    auto path = nested_squares();
    picture.fill(path, fill_non_zero, BLUE);
}

void nested_squares_evenodd(Picture& picture) {
    auto path = nested_squares();
    picture.fill(path, fill_even_odd, BLUE);
}

void open_contours_are_closed(Picture& picture) {
    agg::path_storage path;
    add_polyline(path, {{6, 8}, {56, 12}, {30, 30}});
    add_polyline(path, {{10, 58}, {32, 36}, {60, 52}});
    picture.fill(path, fill_non_zero, BLUE);
}

void slivers(Picture& picture) {
    agg::path_storage path;
    for (int i = 0; i < 15; ++i) {
        const double y = 2.0 + i * 4.1;
        add_polygon(path, {{1.5, y}, {62.5, y + i * 0.37}, {62.5, y + i * 0.37 + 0.02 * (i + 1)}});
    }
    picture.fill(path, fill_non_zero, BLUE);
}

void specks(Picture& picture) {
    agg::path_storage path;
    for (int row = 0; row < 8; ++row) {
        for (int column = 0; column < 8; ++column) {
            const double x = column * 8 + 3 + row * 0.11;
            const double y = row * 8 + 3 + column * 0.13;
            add_polygon(path, {{x, y}, {x + 0.1 * (column + 1), y}, {x, y + 0.1 * (row + 1)}});
        }
    }
    picture.fill(path, fill_non_zero, BLUE);
}

void random_polygon_nonzero(Picture& picture) {
    auto path = random_polygon(60, 256, 192);
    picture.fill(path, fill_non_zero, TRANSLUCENT_GREEN);
}

void random_polygon_evenodd(Picture& picture) {
    auto path = random_polygon(60, 256, 192);
    picture.fill(path, fill_even_odd, TRANSLUCENT_GREEN);
}

} // namespace

void add_fill_scenes(Scenes& scenes) {
    const Scene table[] = {
        {"triangle_opaque", 64, 64, triangle_opaque},
        {"triangle_translucent", 64, 64, triangle_translucent},
        {"triangle_nearly_transparent", 64, 64, triangle_nearly_transparent},
        {"triangle_layers", 64, 64, triangle_layers},
        {"triangle_on_white", 64, 64, triangle_on_white},
        {"triangle_clockwise", 64, 64, triangle_clockwise},
        {"star_nonzero", 64, 64, star_nonzero},
        {"star_evenodd", 64, 64, star_evenodd},
        {"nested_squares_nonzero", 64, 64, nested_squares_nonzero},
        {"nested_squares_evenodd", 64, 64, nested_squares_evenodd},
        {"open_contours_are_closed", 64, 64, open_contours_are_closed},
        {"slivers", 64, 64, slivers},
        {"specks", 64, 64, specks},
        {"random_polygon_nonzero", 256, 192, random_polygon_nonzero},
        {"random_polygon_evenodd", 256, 192, random_polygon_evenodd},
    };
    scenes.insert(scenes.end(), std::begin(table), std::end(table));
}
