// Paths built and rearranged, and AGG's stroke font: arcs, verbs, joining,
// turning round, mirroring, bounds and lengths, all as vertices.
#include "agg_arrowhead.h"
#include "agg_bezier_arc.h"
#include "agg_bounding_rect.h"
#include "agg_conv_curve.h"
#include "agg_gsv_text.h"
#include "agg_path_length.h"
#include "path.h"
#include "scenes.h"
#include "stroke.h"

namespace {

using Path = agg::path_storage;

void keep(Picture& picture, Path& path) {
    agg::conv_curve<Path> flattened(path);
    picture.dump("flattened", flattened);
    Stroke style;
    style.width = 1.5;
    Stroked<agg::conv_curve<Path>> stroke(flattened, style);
    picture.fill(stroke, agg::fill_non_zero, BLUE);
}

void bezier_arc(Picture& picture, double start, double sweep) {
    agg::bezier_arc arc(48.5, 47.25, 41, 27, start, sweep);
    Path path;
    path.concat_path(arc);
    keep(picture, path);
}

void svg_arc(Picture& picture, double rx, double ry, double angle, bool large, bool sweep) {
    Path path;
    path.move_to(30, 40);
    path.arc_to(rx, ry, angle, large, sweep, 66.5, 54.25);
    path.line_to(90, 90);
    keep(picture, path);
}

void verbs(Picture& picture) {
    Path path;
    path.move_to(8, 10);
    path.line_rel(20.5, 3.25);
    path.hline_to(50);
    path.hline_rel(7.1);
    path.vline_to(40);
    path.vline_rel(-3.3);
    path.curve3_rel(10, 20, 20, 0);
    path.curve3_rel(9.7, 4);
    path.curve3(90, 30);
    path.move_rel(-70, 20);
    path.curve4_rel(10, 20, 20, 20, 30, 0.1);
    path.curve4_rel(20, 20, 25, -5);
    path.curve4(80, 90, 90, 60);
    keep(picture, path);
}

void join(Picture& picture) {
    Path path = polyline({{8, 10}, {30, 14}});
    Path same_start = polyline({{30, 14}, {50, 40}});
    Path apart = polyline({{60, 44}, {80, 20}});
    add_polyline(apart, {{86, 60}, {50, 86}});
    path.join_path(same_start);
    path.join_path(apart);
    keep(picture, path);
}

Path letters() {
    Path path;
    path.move_to(10, 10);
    path.curve4(40, -10, 60, 40, 84, 12);
    path.line_to(80, 40);
    path.curve3(40, 60, 12, 36);
    path.close_polygon();
    path.move_to(20, 60);
    path.line_to(24, 86);
    path.line_to(70, 84);
    path.line_to(66, 58);
    path.close_polygon();
    return path;
}

void invert(Picture& picture) {
    Path path = letters();
    path.invert_polygon(0);
    path.invert_polygon(8);
    keep(picture, path);
}

void arrange(Picture& picture, agg::path_flags_e orientation) {
    Path path = letters();
    path.arrange_orientations_all_paths(orientation);
    keep(picture, path);
}

void flip(Picture& picture) {
    Path path = letters();
    path.flip_x(3.3, 90.1);
    path.flip_y(1.7, 95.9);
    keep(picture, path);
}

// The corners of the rectangle as one line, the length as another one's end.
void measure(Picture& picture) {
    Path path = letters();
    agg::conv_curve<Path> flattened(path);
    double x1, y1, x2, y2;
    agg::bounding_rect_single(flattened, 0, &x1, &y1, &x2, &y2);
    Path numbers = polyline({{x1, y1}, {x2, y2}});
    add_polyline(numbers, {{0, 0}, {agg::path_length(flattened), 0}});
    keep(picture, numbers);
}

void arrow(Picture& picture) {
    agg::arrowhead shape;
    shape.head(20, 8, 17, 5.5);
    Path path;
    path.concat_path(shape, 1);
    path.translate(40, 40);
    keep(picture, path);
}

void text(Picture& picture, const char* string, double height, double width, double space) {
    agg::gsv_text source;
    source.start_point(4, 20);
    source.size(height, width);
    source.space(space);
    source.line_space(3.5);
    source.flip(true);
    source.text(string);
    Path path;
    path.concat_path(source);
    keep(picture, path);
}

void text_upwards(Picture& picture) {
    agg::gsv_text source;
    source.start_point(4, 60);
    source.size(17);
    source.text("Agg\n2.6");
    Path path;
    path.concat_path(source);
    keep(picture, path);
}

} // namespace

void add_path_scenes(Scenes& scenes) {
    const auto add = [&](const std::string& name, std::function<void(Picture&)> draw) {
        scenes.push_back({name, 96, 96, std::move(draw)});
    };
    const struct {
        const char* name;
        double start, sweep;
    } arcs[] = {
        {"quarter", 0.3, agg::pi / 2},     {"long", -1.25, 4.8},         {"backwards", 2.5, -3.3},
        {"whole", 1.0, 2 * agg::pi},       {"more_than_whole", 9.0, 11}, {"small", 0.7, 0.05},
        {"little_more_than_quarter", 0.2, agg::pi / 2 + 0.009},
    };
    for (const auto& arc : arcs) {
        const double start = arc.start, sweep = arc.sweep;
        add(std::string("bezier_arc_") + arc.name, [=](Picture& p) { bezier_arc(p, start, sweep); });
    }
    for (const bool large : {false, true}) {
        for (const bool sweep : {false, true}) {
            const std::string name = std::string(large ? "_large" : "_small") + (sweep ? "_positive" : "_negative");
            add("svg_arc" + name, [=](Picture& p) { svg_arc(p, 30, 22, 0, large, sweep); });
            add("svg_arc_turned" + name, [=](Picture& p) { svg_arc(p, 36, 20, 0.6, large, sweep); });
            add("svg_arc_too_small" + name, [=](Picture& p) { svg_arc(p, 11, 16, -0.3, large, sweep); });
        }
    }
    add("verbs", verbs);
    add("join", join);
    add("invert", invert);
    add("arrange_positive", [](Picture& p) { arrange(p, agg::path_flags_ccw); });
    add("arrange_negative", [](Picture& p) { arrange(p, agg::path_flags_cw); });
    add("flip", flip);
    add("measure", measure);
    add("arrow", arrow);
    const char* lines[] = {
        " !\"#$%&'()*+,-./", "0123456789:;<=>?", "@ABCDEFGHIJKLMNO",
        "PQRSTUVWXYZ[\\]^_", "`abcdefghijklmno", "pqrstuvwxyz{|}~",
    };
    for (int i = 0; i < 6; ++i) {
        const char* line = lines[i];
        add("stroke_font_" + std::to_string(i), [=](Picture& p) { text(p, line, 12, 7, 0); });
    }
    add("stroke_font_lines", [](Picture& p) { text(p, "AGG:\nlines,\nspaced", 14.5, 0, 1.75); });
    add("stroke_font_upwards", text_upwards);
}
