// Triangles with a colour at each corner.
#include "agg_pixfmt_rgba.h"
#include "agg_scanline_u.h"
#include "agg_span_allocator.h"
#include "agg_span_gouraud_rgba.h"
#include "path.h"
#include "scenes.h"

namespace {

using Span = agg::span_gouraud_rgba<agg::rgba8>;

struct Corner {
    double x, y;
    agg::rgba8 color;
};

void draw(Picture& picture, const Corner& a, const Corner& b, const Corner& c, double dilation) {
    Span span(a.color, b.color, c.color, a.x, a.y, b.x, b.y, c.x, c.y, dilation);
    agg::rasterizer_scanline_aa<agg::rasterizer_sl_clip_dbl> rasterizer;
    rasterizer.clip_box(0, 0, picture.width(), picture.height());
    rasterizer.add_path(span);
    agg::span_allocator<agg::rgba8> allocator;
    agg::scanline32_u8 scanline;
    agg::render_scanlines_aa(rasterizer, scanline, picture.renderer(), allocator, span);
}

void triangle(Picture& picture, const agg::rgba8 (&colors)[3]) {
    draw(picture, {5.3, 8.1, colors[0]}, {91.7, 22.4, colors[1]}, {30.2, 93.6, colors[2]}, 0);
}

void one_color(Picture& picture) { triangle(picture, {BLUE, BLUE, BLUE}); }

void three_colors(Picture& picture) {
    triangle(picture, {agg::rgba8(255, 0, 0), agg::rgba8(0, 255, 0), agg::rgba8(0, 0, 255)});
}

void translucent(Picture& picture) {
    triangle(picture, {agg::rgba8(255, 0, 0, 20), agg::rgba8(0, 255, 0, 255), agg::rgba8(0, 0, 255, 120)});
}

// Four by four cells of two triangles, grown by half a pixel to hide the seams.
void cells(Picture& picture) {
    Corner corners[5][5];
    for (int y = 0; y < 5; ++y) {
        for (int x = 0; x < 5; ++x) {
            const agg::rgba8 color(x * 60, y * 60, (x * 37 + y * 91) % 256);
            corners[y][x] = {6 + x * 21.3 + y * 1.7, 5 + y * 20.9 - x * 0.8, color};
        }
    }
    for (int y = 0; y < 4; ++y) {
        for (int x = 0; x < 4; ++x) {
            draw(picture, corners[y][x], corners[y][x + 1], corners[y + 1][x], 0.5);
            draw(picture, corners[y][x + 1], corners[y + 1][x], corners[y + 1][x + 1], 0.5);
        }
    }
}

} // namespace

void add_mesh_scenes(Scenes& scenes) {
    scenes.push_back({"mesh_one_color", 100, 100, one_color});
    scenes.push_back({"mesh_three_colors", 100, 100, three_colors});
    scenes.push_back({"mesh_translucent", 100, 100, translucent});
    scenes.push_back({"mesh_cells", 100, 100, cells});
}
