// Shapes that leave the surface on each side and corner, a little or by far.
#include "path.h"
#include "random.h"
#include "scenes.h"
#include "stroke.h"

namespace {

struct Direction {
    const char* name;
    double x;
    double y;
};

const Direction DIRECTIONS[] = {
    {"left", -1, 0.1},          {"right", 1, -0.13},
    {"top", 0.11, -1},          {"bottom", -0.12, 1},
    {"top_left", -1, -0.9},     {"top_right", 0.95, -1},
    {"bottom_left", -0.9, 1},   {"bottom_right", 1, 0.97},
};

const Named<double> REACHES[] = {
    {"near", 60}, {"1e3", 1e3}, {"1e5", 1e5}, {"1e7", 1e7}, {"1e9", 1e9}};

void fill(Picture& picture, agg::path_storage path) {
    picture.fill(path, agg::fill_non_zero, TRANSLUCENT_GREEN);
}

// A spike that starts inside the surface and ends `reach` away.
agg::path_storage spike(const Direction& towards, double reach) {
    const double ax = 32.3 + 14 * towards.y, ay = 31.6 - 14 * towards.x;
    const double bx = 32.3 - 14 * towards.y, by = 31.6 + 14 * towards.x;
    return polygon({{ax, ay}, {32 + reach * towards.x, 32 + reach * towards.y}, {bx, by}});
}

// A band that passes through the surface with both ends far away.
agg::path_storage band(const Direction& along, double reach) {
    const double dx = reach * along.x, dy = reach * along.y;
    const double nx = 9 * along.y, ny = -9 * along.x;
    return polygon({{32 - dx + nx, 32 - dy + ny},
                    {32 + dx + nx, 32 + dy + ny},
                    {32 + dx - nx, 32 + dy - ny},
                    {32 - dx - nx, 32 - dy - ny}});
}

agg::path_storage all_around(double reach) {
    return polygon({{32 + reach, 32 + 0.3 * reach},
                    {32 - 0.1 * reach, 32 + reach},
                    {32 - reach, 32 + 0.1 * reach},
                    {32 - 0.4 * reach, 32 - reach},
                    {32 + 0.6 * reach, 32 - 0.8 * reach}});
}

// Passes by every side and corner without touching the surface.
void clip_outside(Picture& picture) {
    agg::path_storage path;
    for (const Direction& away : DIRECTIONS) {
        const double x = 32 + 90 * away.x, y = 32 + 90 * away.y;
        add_polygon(path, {{x - 20, y - 15}, {x + 18, y - 5}, {x + 3, y + 21}});
    }
    fill(picture, path);
}

// Goes round the outside of each corner, so the outline is pushed to the border.
void clip_around_the_corners(Picture& picture) {
    fill(picture, polygon({{32, 20}, {-30, 10}, {-25, -40}, {90, -20}, {100, 30}, {110, 95},
                           {50, 120}, {-40, 80}, {-10, 50}, {20, 44}}));
}

void clip_random(Picture& picture, double spread) {
    Random random;
    const auto next = [&] { return random.unit() - 0.5; };
    agg::path_storage path;
    for (int i = 0; i < 40; ++i) {
        const double x = 32 + next() * spread;
        const double y = 32 + next() * spread;
        if (i == 0) {
            path.move_to(x, y);
        } else {
            path.line_to(x, y);
        }
    }
    path.close_polygon();
    picture.fill(path, agg::fill_even_odd, BLUE);
}

void clip_stroke(Picture& picture) {
    auto path = polyline({{-20, 10}, {80, 18}, {75, 70}, {30, 40}, {20, 90}, {-9, 40}, {30, -12}});
    Stroke style;
    style.width = 9;
    style.join = agg::round_join;
    style.cap = agg::round_cap;
    Stroked<agg::path_storage> stroke(path, style);
    picture.dump("stroked", stroke);
    picture.fill(stroke, agg::fill_non_zero, BLUE);
}

} // namespace

void add_clip_scenes(Scenes& scenes) {
    const auto add = [&](const std::string& name, std::function<void(Picture&)> draw) {
        scenes.push_back({name, 64, 64, std::move(draw)});
    };
    for (const auto& [reach_name, reach] : REACHES) {
        const std::string suffix = std::string("_") + reach_name;
        for (const Direction& direction : DIRECTIONS) {
            const double distance = reach;
            add("clip_" + (direction.name + suffix), [=](Picture& picture) {
                fill(picture, spike(direction, distance));
            });
        }
        const double distance = reach;
        add("clip_through_horizontally" + suffix, [=](Picture& picture) {
            fill(picture, band({"", 1, 0.23}, distance));
        });
        add("clip_through_vertically" + suffix, [=](Picture& picture) {
            fill(picture, band({"", -0.17, 1}, distance));
        });
        add("clip_through_diagonally" + suffix, [=](Picture& picture) {
            fill(picture, band({"", 0.8, -0.9}, distance));
        });
        add("clip_all_around" + suffix,
            [=](Picture& picture) { fill(picture, all_around(distance)); });
    }
    add("clip_outside", clip_outside);
    add("clip_around_the_corners", clip_around_the_corners);
    add("clip_random_300", [](Picture& picture) { clip_random(picture, 300); });
    add("clip_random_3e3", [](Picture& picture) { clip_random(picture, 3e3); });
    add("clip_stroke", clip_stroke);
}
