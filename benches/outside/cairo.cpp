// Draws scenes with Cairo's image surface.
#include "scene.h"

#include <cairo.h>

int main() {
    Scene scene = read_scene();
    cairo_surface_t* surface =
        cairo_image_surface_create(CAIRO_FORMAT_ARGB32, int(scene.width), int(scene.height));
    cairo_t* cairo = cairo_create(surface);
    std::vector<cairo_path_t*> paths;
    std::vector<cairo_pattern_t*> paints;
    for (const Shape& shape : scene.shapes) {
        double x = 0, y = 0;
        cairo_new_path(cairo);
        for (const Element& e : shape.elements) {
            const double* p = e.at;
            switch (e.kind) {
            case 'M': cairo_move_to(cairo, p[0], p[1]); break;
            case 'L': cairo_line_to(cairo, p[0], p[1]); break;
            case 'Q':
                cairo_get_current_point(cairo, &x, &y);
                cairo_curve_to(cairo, x + (p[0] - x) * 2 / 3, y + (p[1] - y) * 2 / 3,
                               p[2] + (p[0] - p[2]) * 2 / 3, p[3] + (p[1] - p[3]) * 2 / 3, p[2], p[3]);
                break;
            case 'C': cairo_curve_to(cairo, p[0], p[1], p[2], p[3], p[4], p[5]); break;
            default: cairo_close_path(cairo);
            }
        }
        paths.push_back(cairo_copy_path(cairo));
        auto part = [](unsigned v) { return v / 255.0; };
        const unsigned *f = shape.from, *t = shape.to;
        if (shape.diagonal) {
            cairo_pattern_t* paint = cairo_pattern_create_linear(0, 0, scene.width, scene.height);
            cairo_pattern_add_color_stop_rgba(paint, 0, part(f[0]), part(f[1]), part(f[2]), part(f[3]));
            cairo_pattern_add_color_stop_rgba(paint, 1, part(t[0]), part(t[1]), part(t[2]), part(t[3]));
            paints.push_back(paint);
        } else {
            paints.push_back(cairo_pattern_create_rgba(part(f[0]), part(f[1]), part(f[2]), part(f[3])));
        }
    }
    auto draw = [&] {
        for (size_t i = 0; i < paths.size(); i++) {
            const Shape& shape = scene.shapes[i];
            cairo_new_path(cairo);
            cairo_append_path(cairo, paths[i]);
            cairo_set_source(cairo, paints[i]);
            if (shape.stroked) {
                cairo_set_line_width(cairo, shape.width);
                cairo_stroke(cairo);
            } else {
                cairo_set_fill_rule(
                    cairo, shape.even_odd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING);
                cairo_fill(cairo);
            }
        }
        cairo_surface_flush(surface);
    };
    answer(scene, draw, [&](size_t i, unsigned char* rgba) {
        size_t y = i / scene.width, x = i % scene.width;
        const unsigned char* p =
            cairo_image_surface_get_data(surface) + y * cairo_image_surface_get_stride(surface) + x * 4;
        rgba[0] = p[2], rgba[1] = p[1], rgba[2] = p[0], rgba[3] = p[3];
    });
}
