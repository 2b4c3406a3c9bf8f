// Lines of a picture, in its colours. (`outline.cpp` has their geometry.)
#include <vector>

#include "agg_conv_curve.h"
#include "agg_pattern_filters_rgba.h"
#include "agg_pixfmt_rgba.h"
#include "agg_rasterizer_outline_aa.h"
#include "agg_renderer_outline_image.h"
#include "path.h"
#include "random.h"
#include "scenes.h"

namespace {

using Format = agg::pixfmt_rgba32_pre;
using Base = agg::renderer_base<Format>;
using Pattern = agg::line_image_pattern<agg::pattern_filter_bilinear_rgba8>;
using Renderer = agg::renderer_outline_image<Base, Pattern>;

// Random colours and alphas, premultiplied.
class Texture {
public:
    typedef agg::rgba8 color_type;
    Texture(unsigned width, unsigned height) : width_(width), height_(height) {
        Random random(7);
        for (unsigned i = 0; i < width * height; ++i) {
            const unsigned r = random.below(256), g = random.below(256), b = random.below(256);
            agg::rgba8 color(r, g, b, 128 + random.below(128));
            pixels_.push_back(color.premultiply());
        }
    }
    double width() const { return width_; }
    double height() const { return height_; }
    agg::rgba8 pixel(int x, int y) const { return pixels_[unsigned(y) * width_ + unsigned(x)]; }

private:
    unsigned width_, height_;
    std::vector<agg::rgba8> pixels_;
};

template <class Path> void draw(Picture& picture, Path& path, const Texture& texture, double scale, double start) {
    Format format(picture.buffer());
    Base base(format);
    agg::pattern_filter_bilinear_rgba8 filter;
    Pattern pattern(filter, texture);
    Renderer renderer(base, pattern);
    renderer.scale_x(scale);
    renderer.start_x(start);
    agg::rasterizer_outline_aa<Renderer> rasterizer(renderer);
    rasterizer.add_path(path);
}

void zigzag(Picture& picture) {
    auto path = polyline({{5.3, 60.1}, {12.2, 6.4}, {19.9, 58.5}, {41.4, 50.2}, {59.6, 30.3}, {38.8, 24.9}, {70.5, 3.2}});
    draw(picture, path, Texture(16, 8), 1, 0);
}

void stretched(Picture& picture) {
    auto path = polyline({{5.3, 60.1}, {22.2, 6.4}, {59.6, 30.3}});
    draw(picture, path, Texture(13, 5), 2.5, 5.5);
}

void closed(Picture& picture) {
    auto path = polygon({{32.2, 3.1}, {49.5, 57.25}, {3.5, 23.75}, {60.5, 23.75}, {14.5, 57.25}});
    draw(picture, path, Texture(9, 4), 0.75, 0);
}

void curved(Picture& picture) {
    agg::path_storage path;
    path.move_to(6, 40);
    path.curve4(20, -20, 60, 90, 58, 8);
    agg::conv_curve<agg::path_storage> curve(path);
    draw(picture, curve, Texture(16, 8), 1, 0);
}

} // namespace

void add_pattern_scenes(Scenes& scenes) {
    scenes.push_back({"pattern_zigzag", 64, 64, zigzag});
    scenes.push_back({"pattern_stretched", 64, 64, stretched});
    scenes.push_back({"pattern_closed", 64, 64, closed});
    scenes.push_back({"pattern_curved", 64, 64, curved});
}
