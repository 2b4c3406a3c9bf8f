// Surfaces of 16 bits a channel: a pixel of theirs is two of the picture's, byte by byte.
#include <cstdint>

#include "agg_image_accessors.h"
#include "agg_image_filters.h"
#include "agg_pixfmt_gray.h"
#include "agg_pixfmt_rgba.h"
#include "agg_scanline_u.h"
#include "agg_span_allocator.h"
#include "agg_span_image_filter_rgba.h"
#include "agg_span_interpolator_trans.h"
#include "agg_trans_affine.h"
#include "path.h"
#include "random.h"
#include "scenes.h"

namespace {

// The rows of the picture as the memory of a format of 8 bytes a pixel.
template <class Format> class Surface {
public:
    explicit Surface(Picture& picture)
        : buffer_(picture.buffer().buf(), picture.width() / 2, picture.height(), int(picture.width()) * 4),
          format_(buffer_), base_(format_) {}
    Format& format() { return format_; }
    agg::renderer_base<Format>& base() { return base_; }

private:
    agg::rendering_buffer buffer_;
    Format format_;
    agg::renderer_base<Format> base_;
};

using Premultiplied = agg::pixfmt_rgba64_pre;

// Every byte there stretched over 16 bits, sixty-four opacities, colours and coverages by turns.
template <class Format> void pixels(Picture& picture) {
    Surface<Format> surface(picture);
    for (unsigned y = 0; y < 64; ++y) {
        for (unsigned x = 0; x < 256; ++x) {
            auto* pixel = reinterpret_cast<std::uint16_t*>(surface.format().pix_ptr(int(x), int(y)));
            const unsigned there = x * 257;
            pixel[0] = std::uint16_t(there);
            pixel[1] = std::uint16_t(65535 - there);
            pixel[2] = std::uint16_t(there / 3);
            pixel[3] = std::uint16_t(there);
            // Not above alpha, so that they may be multiplied by it already.
            const unsigned alpha = y * 1040, most = alpha + 1;
            const agg::rgba16 color((x * 7919 + y * 104729) % most, (x * 31 + y * 4001) % most, alpha / 2, alpha);
            surface.format().blend_pixel(int(x), int(y), color, agg::int8u((x * 13 + y * 29) % 256));
        }
    }
}

void gray16(Picture& picture) {
    agg::rendering_buffer buffer(picture.buffer().buf(), 256, 64, int(picture.width()) * 4);
    agg::pixfmt_gray16 format(buffer);
    for (unsigned y = 0; y < 64; ++y) {
        for (unsigned x = 0; x < 256; ++x) {
            *reinterpret_cast<std::uint16_t*>(format.pix_ptr(int(x), int(y))) = std::uint16_t(x * 257);
            const agg::gray16 color((x * 7919 + y * 104729) % 65536, y * 1040);
            format.blend_pixel(int(x), int(y), color, agg::int8u((x * 13 + y * 29) % 256));
        }
    }
}

// Shapes over each other, with smooth edges.
void shapes(Picture& picture) {
    Surface<agg::pixfmt_rgba64> surface(picture);
    agg::rasterizer_scanline_aa<agg::rasterizer_sl_clip_dbl> rasterizer;
    rasterizer.clip_box(0, 0, 64, 64);
    agg::scanline_u8 scanline;
    auto star = polygon({{32, 3}, {49.5, 57.25}, {3.5, 23.75}, {60.5, 23.75}, {14.5, 57.25}});
    rasterizer.add_path(star);
    agg::render_scanlines_aa_solid(rasterizer, scanline, surface.base(), agg::rgba16(20000, 30000, 45000, 65535));
    auto triangle = polygon({{8.3, 5.7}, {58.1, 22.4}, {20.6, 59.2}});
    rasterizer.reset();
    rasterizer.add_path(triangle);
    agg::render_scanlines_aa_solid(rasterizer, scanline, surface.base(), agg::rgba16(1000, 22000, 9000, 30000));
}

// The image of 8 bits that the other image scenes have, each channel stretched over 16.
class Texture {
public:
    Texture(unsigned width, unsigned height)
        : pixels_(width * height * 4),
          buffer_(reinterpret_cast<unsigned char*>(pixels_.data()), width, height, int(width) * 8), format_(buffer_) {
        Random random(7);
        for (unsigned i = 0; i < width * height; ++i) {
            const unsigned r = random.below(256), g = random.below(256), b = random.below(256);
            agg::rgba8 color(r, g, b, 128 + random.below(128));
            color.premultiply();
            const agg::rgba16 wide(color.r * 257, color.g * 257, color.b * 257, color.a * 257);
            format_.copy_pixel(int(i % width), int(i / width), wide);
        }
    }
    Premultiplied& format() { return format_; }

private:
    std::vector<std::uint16_t> pixels_;
    agg::rendering_buffer buffer_;
    Premultiplied format_;
};

using Source = agg::image_accessor_clone<Premultiplied>;
using Interpolator = agg::span_interpolator_trans<agg::trans_affine>;

agg::trans_affine enlarged() {
    agg::trans_affine matrix;
    matrix *= agg::trans_affine_translation(-6, -4.5);
    matrix *= agg::trans_affine_scaling(4.3, 3.7);
    matrix *= agg::trans_affine_rotation(0.35);
    matrix *= agg::trans_affine_translation(32, 31);
    matrix.invert();
    return matrix;
}

template <class Span> void render(Picture& picture, Span& span) {
    Surface<Premultiplied> surface(picture);
    auto path = polygon({{2.3, 3.1}, {61.4, 1.7}, {58.2, 60.9}, {4.6, 57.5}});
    agg::rasterizer_scanline_aa<agg::rasterizer_sl_clip_dbl> rasterizer;
    rasterizer.clip_box(0, 0, 64, 64);
    rasterizer.add_path(path);
    agg::span_allocator<agg::rgba16> allocator;
    agg::scanline32_u8 scanline;
    agg::render_scanlines_aa(rasterizer, scanline, surface.base(), allocator, span);
}

void bilinear(Picture& picture) {
    Texture texture(12, 9);
    Source source(texture.format());
    auto matrix = enlarged();
    Interpolator interpolator(matrix);
    agg::span_image_filter_rgba_bilinear<Source, Interpolator> span(source, interpolator);
    render(picture, span);
}

template <class Filter> void filtered(Picture& picture, Filter filter) {
    agg::image_filter_lut table(filter, true);
    Texture texture(12, 9);
    Source source(texture.format());
    auto matrix = enlarged();
    Interpolator interpolator(matrix);
    agg::span_image_filter_rgba<Source, Interpolator> span(source, interpolator, table);
    render(picture, span);
}

} // namespace

void add_wide_scenes(Scenes& scenes) {
    const Scene table[] = {
        {"wide_rgba64", 512, 64, pixels<agg::pixfmt_rgba64>},
        {"wide_rgba64_pre", 512, 64, pixels<agg::pixfmt_rgba64_pre>},
        {"wide_gray16", 128, 64, gray16},
        {"wide_shapes", 128, 64, shapes},
        {"wide_image_bilinear", 128, 64, bilinear},
        {"wide_image_spline16", 128, 64, [](Picture& p) { filtered(p, agg::image_filter_spline16()); }},
        {"wide_image_lanczos", 128, 64, [](Picture& p) { filtered(p, agg::image_filter_lanczos(3)); }},
    };
    scenes.insert(scenes.end(), std::begin(table), std::end(table));
}
