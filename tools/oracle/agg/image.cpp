// Images: every filter, the edges, and images made smaller.
//
// The image and the surface are premultiplied. Every pixel centre is mapped on its own; where AGG
// has only the interpolator that steps along a span, the map is one that steps exactly.
#include "agg_image_accessors.h"
#include "agg_image_filters.h"
#include "agg_pixfmt_rgba.h"
#include "agg_scanline_u.h"
#include "agg_span_allocator.h"
#include "agg_span_image_filter_rgba.h"
#include "agg_span_interpolator_linear.h"
#include "agg_span_interpolator_trans.h"
#include "agg_trans_affine.h"
#include "agg_trans_perspective.h"
#include "path.h"
#include "random.h"
#include "scenes.h"

namespace {

using Format = agg::pixfmt_rgba32_pre;
using Clip = agg::image_accessor_clip<Format>;
using Clamp = agg::image_accessor_clone<Format>;
using Repeat = agg::image_accessor_wrap<Format, agg::wrap_mode_repeat, agg::wrap_mode_repeat>;
using Reflect = agg::image_accessor_wrap<Format, agg::wrap_mode_reflect, agg::wrap_mode_reflect>;
using Interpolator = agg::span_interpolator_trans<agg::trans_affine>;
using Stepping = agg::span_interpolator_linear<agg::trans_affine>;

// Random colours and alphas, premultiplied.
class Texture {
public:
    Texture(unsigned width, unsigned height)
        : pixels_(width * height * 4), buffer_(pixels_.data(), width, height, int(width) * 4), format_(buffer_) {
        Random random(7);
        for (unsigned i = 0; i < width * height; ++i) {
            const unsigned r = random.below(256), g = random.below(256), b = random.below(256);
            agg::rgba8 color(r, g, b, 128 + random.below(128));
            color.premultiply();
            format_.copy_pixel(int(i % width), int(i / width), color);
        }
    }
    Format& format() { return format_; }

private:
    std::vector<unsigned char> pixels_;
    agg::rendering_buffer buffer_;
    Format format_;
};

template <class Span> void render(Picture& picture, Span& span) {
    auto path = polygon({{2.3, 3.1}, {61.4, 1.7}, {58.2, 60.9}, {4.6, 57.5}});
    agg::rasterizer_scanline_aa<agg::rasterizer_sl_clip_dbl> rasterizer;
    rasterizer.clip_box(0, 0, 64, 64);
    rasterizer.add_path(path);
    agg::span_allocator<agg::rgba8> allocator;
    Format format(picture.buffer());
    agg::renderer_base<Format> base(format);
    agg::scanline32_u8 scanline;
    agg::render_scanlines_aa(rasterizer, scanline, base, allocator, span);
}

// From the surface to an image of 12 by 9 pixels, enlarged about four times and turned.
agg::trans_affine enlarged() {
    agg::trans_affine matrix;
    matrix *= agg::trans_affine_translation(-6, -4.5);
    matrix *= agg::trans_affine_scaling(4.3, 3.7);
    matrix *= agg::trans_affine_rotation(0.35);
    matrix *= agg::trans_affine_translation(32, 31);
    matrix.invert();
    return matrix;
}

template <class Source> void nearest(Picture& picture) {
    Texture texture(12, 9);
    Source source(texture.format());
    auto matrix = enlarged();
    Interpolator interpolator(matrix);
    agg::span_image_filter_rgba_nn<Source, Interpolator> span(source, interpolator);
    render(picture, span);
}

template <class Source> void bilinear(Picture& picture) {
    Texture texture(12, 9);
    Source source(texture.format());
    auto matrix = enlarged();
    Interpolator interpolator(matrix);
    agg::span_image_filter_rgba_bilinear<Source, Interpolator> span(source, interpolator);
    render(picture, span);
}

void clipped(Picture& picture) {
    Texture texture(12, 9);
    Clip source(texture.format(), agg::rgba8(40, 60, 20, 90));
    auto matrix = enlarged();
    Interpolator interpolator(matrix);
    agg::span_image_filter_rgba_bilinear<Clip, Interpolator> span(source, interpolator);
    render(picture, span);
}

template <class Filter> void filtered(Picture& picture, Filter filter) {
    agg::image_filter_lut table(filter, true);
    Texture texture(12, 9);
    Clamp source(texture.format());
    auto matrix = enlarged();
    Interpolator interpolator(matrix);
    agg::span_image_filter_rgba<Clamp, Interpolator> span(source, interpolator, table);
    render(picture, span);
}

template <class Filter> void resampled(Picture& picture, Filter filter) {
    agg::image_filter_lut table(filter, true);
    Texture texture(200, 150);
    Repeat source(texture.format());
    // Steps of 2.5 and 1.75 pixels, and 0.5 across: whole numbers of 1/256.
    agg::trans_affine matrix(2.5, 0.5, -0.25, 1.75, 3, -2);
    Stepping interpolator(matrix);
    agg::span_image_resample_rgba_affine<Repeat> span(source, interpolator, table);
    render(picture, span);
}

// The map from a quadrilateral on the surface to an image of 12 by 9 pixels, and the rows of a map
// that steps exactly and says how many image pixels a step passes.
agg::trans_perspective leaning(double width, double height) {
    const double quad[] = {6.5, 9.25, 58.5, 3.5, 61.25, 60.5, 14.75, 48.25};
    return agg::trans_perspective(quad, 0, 0, width, height);
}

class Leaning : public agg::span_interpolator_trans<agg::trans_perspective> {
public:
    typedef agg::span_interpolator_trans<agg::trans_perspective> base_type;
    explicit Leaning(agg::trans_perspective& map) : base_type(map) {}
    void begin(double x, double y, unsigned len) {
        x_ = x;
        y_ = y;
        base_type::begin(x, y, len);
    }
    void operator++() {
        x_ += 1;
        base_type::operator++();
    }
    // The lengths of what one pixel to the right and one downwards pass, along each axis.
    void local_scale(int* x, int* y) const {
        double at_x = x_, at_y = y_, right_x = x_ + 1, right_y = y_, down_x = x_, down_y = y_ + 1;
        transformer().transform(&at_x, &at_y);
        transformer().transform(&right_x, &right_y);
        transformer().transform(&down_x, &down_y);
        *x = subpixels(right_x - at_x, down_x - at_x);
        *y = subpixels(right_y - at_y, down_y - at_y);
    }

private:
    static int subpixels(double a, double b) { return int(std::sqrt(a * a + b * b) * 256 + 0.5); }
    double x_ = 0, y_ = 0;
};

template <class Span, class Source> void leaning_plain(Picture& picture) {
    Texture texture(12, 9);
    Source source(texture.format());
    auto map = leaning(12, 9);
    Leaning interpolator(map);
    Span span(source, interpolator);
    render(picture, span);
}

template <class Filter> void leaning_filtered(Picture& picture, Filter filter) {
    agg::image_filter_lut table(filter, true);
    Texture texture(12, 9);
    Clamp source(texture.format());
    auto map = leaning(12, 9);
    Leaning interpolator(map);
    agg::span_image_filter_rgba<Clamp, Leaning> span(source, interpolator, table);
    render(picture, span);
}

template <class Filter> void leaning_resampled(Picture& picture, Filter filter) {
    agg::image_filter_lut table(filter, true);
    Texture texture(200, 150);
    Repeat source(texture.format());
    auto map = leaning(200, 150);
    Leaning interpolator(map);
    agg::span_image_resample_rgba<Repeat, Leaning> span(source, interpolator, table);
    render(picture, span);
}

template <class Source> void spline16(Picture& picture) {
    agg::image_filter_lut table(agg::image_filter_spline16(), true);
    Texture texture(12, 9);
    Source source(texture.format());
    auto matrix = enlarged();
    Interpolator interpolator(matrix);
    agg::span_image_filter_rgba<Source, Interpolator> span(source, interpolator, table);
    render(picture, span);
}

void nearest_clipped(Picture& picture) {
    Texture texture(12, 9);
    Clip source(texture.format(), agg::rgba8(40, 60, 20, 90));
    auto matrix = enlarged();
    Interpolator interpolator(matrix);
    agg::span_image_filter_rgba_nn<Clip, Interpolator> span(source, interpolator);
    render(picture, span);
}

void spline16_clipped(Picture& picture) {
    agg::image_filter_lut table(agg::image_filter_spline16(), true);
    Texture texture(12, 9);
    Clip source(texture.format(), agg::rgba8(40, 60, 20, 90));
    auto matrix = enlarged();
    Interpolator interpolator(matrix);
    agg::span_image_filter_rgba<Clip, Interpolator> span(source, interpolator, table);
    render(picture, span);
}

template <class Filter> void add(Scenes& scenes, const std::string& name, Filter filter) {
    scenes.push_back({"image_" + name, 64, 64, [=](Picture& p) { filtered(p, filter); }});
}

} // namespace

void add_image_scenes(Scenes& scenes) {
    const Scene table[] = {
        {"image_nearest_clamp", 64, 64, nearest<Clamp>},
        {"image_nearest_repeat", 64, 64, nearest<Repeat>},
        {"image_nearest_reflect", 64, 64, nearest<Reflect>},
        {"image_bilinear_clamp", 64, 64, bilinear<Clamp>},
        {"image_bilinear_repeat", 64, 64, bilinear<Repeat>},
        {"image_bilinear_reflect", 64, 64, bilinear<Reflect>},
        {"image_bilinear_clip", 64, 64, clipped},
        {"image_nearest_clip", 64, 64, nearest_clipped},
        {"image_spline16_clip", 64, 64, spline16_clipped},
        {"image_spline16_repeat", 64, 64, spline16<Repeat>},
        {"image_spline16_reflect", 64, 64, spline16<Reflect>},
        {"image_perspective_nearest", 64, 64,
         leaning_plain<agg::span_image_filter_rgba_nn<Clamp, Leaning>, Clamp>},
        {"image_perspective_bilinear", 64, 64,
         leaning_plain<agg::span_image_filter_rgba_bilinear<Repeat, Leaning>, Repeat>},
        {"image_perspective_spline36", 64, 64,
         [](Picture& p) { leaning_filtered(p, agg::image_filter_spline36()); }},
        {"image_perspective_resampled_bilinear", 64, 64,
         [](Picture& p) { leaning_resampled(p, agg::image_filter_bilinear()); }},
        {"image_perspective_resampled_hanning", 64, 64,
         [](Picture& p) { leaning_resampled(p, agg::image_filter_hanning()); }},
        {"image_resampled_bilinear", 64, 64, [](Picture& p) { resampled(p, agg::image_filter_bilinear()); }},
        {"image_resampled_hanning", 64, 64, [](Picture& p) { resampled(p, agg::image_filter_hanning()); }},
        {"image_resampled_spline16", 64, 64, [](Picture& p) { resampled(p, agg::image_filter_spline16()); }},
        {"image_resampled_lanczos", 64, 64, [](Picture& p) { resampled(p, agg::image_filter_lanczos(3)); }},
    };
    scenes.insert(scenes.end(), std::begin(table), std::end(table));
    add(scenes, "bilinear", agg::image_filter_bilinear());
    add(scenes, "hanning", agg::image_filter_hanning());
    add(scenes, "hamming", agg::image_filter_hamming());
    add(scenes, "hermite", agg::image_filter_hermite());
    add(scenes, "quadric", agg::image_filter_quadric());
    add(scenes, "bicubic", agg::image_filter_bicubic());
    add(scenes, "kaiser", agg::image_filter_kaiser());
    add(scenes, "catmull_rom", agg::image_filter_catrom());
    add(scenes, "mitchell", agg::image_filter_mitchell());
    add(scenes, "spline16", agg::image_filter_spline16());
    add(scenes, "spline36", agg::image_filter_spline36());
    add(scenes, "gaussian", agg::image_filter_gaussian());
    add(scenes, "bessel", agg::image_filter_bessel());
    add(scenes, "sinc_4", agg::image_filter_sinc(4));
    add(scenes, "lanczos_3", agg::image_filter_lanczos(3));
    add(scenes, "blackman_5", agg::image_filter_blackman(5));
}
