// Dashes: four phases on an open and on a closed path, curves flattened first.
#include "agg_conv_curve.h"
#include "agg_conv_dash.h"
#include "path.h"
#include "scenes.h"
#include "stroke.h"

namespace {

using Flattened = agg::conv_curve<agg::path_storage>;
using Dashed = agg::conv_dash<Flattened>;

agg::path_storage open_path() {
    agg::path_storage path = polyline({{6, 70}, {28, 12}});
    path.curve4(50, 0, 20, 90, 64, 78);
    path.line_to(88, 20);
    return path;
}

agg::path_storage closed_path() {
    agg::path_storage path = polyline({{12, 14}, {70, 8}});
    path.curve3(110, 50, 60, 84);
    path.line_to(20, 80);
    path.close_polygon();
    return path;
}

// The pattern starts anew in each subpath.
agg::path_storage two_subpaths() {
    agg::path_storage path = polyline({{5, 20}, {90, 30}});
    add_polygon(path, {{20, 45}, {80, 50}, {40, 88}});
    return path;
}

void draw(Picture& picture, agg::path_storage path, double phase, agg::line_cap_e cap) {
    Flattened flattened(path);
    Dashed dashed(flattened);
    dashed.add_dash(20, 7);
    dashed.add_dash(3, 7);
    dashed.dash_start(phase);
    Stroke style;
    style.width = 5;
    style.cap = cap;
    Stroked<Dashed> stroke(dashed, style);
    picture.dump("flattened", flattened);
    picture.dump("dashed", dashed);
    picture.dump("stroked", stroke);
    picture.fill(stroke, agg::fill_non_zero, BLUE);
}

void add(Scenes& scenes, const std::string& name, agg::path_storage (*path)(), double phase,
         agg::line_cap_e cap) {
    scenes.push_back(
        {name, 96, 96, [=](Picture& picture) { draw(picture, path(), phase, cap); }});
}

} // namespace

void add_dash_scenes(Scenes& scenes) {
    const Named<double> phases[] = {{"0", 0}, {"5", 5}, {"17.5", 17.5}, {"40", 40}};
    for (const auto& phase : phases) {
        const std::string name = std::string("_phase_") + phase.name;
        add(scenes, "dash_open" + name, open_path, phase.value, agg::butt_cap);
        add(scenes, "dash_closed" + name, closed_path, phase.value, agg::butt_cap);
        add(scenes, "dash_two_subpaths" + name, two_subpaths, phase.value, agg::butt_cap);
    }
    for (const auto& cap : CAPS) {
        add(scenes, std::string("dash_cap_") + cap.name, closed_path, 5, cap.value);
    }
}
