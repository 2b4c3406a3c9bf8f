// What becomes of one pixel, for whole tables of pixels, colours and coverages.
//
// A picture holds a hash for each pair of two of them; the third runs through all its values in
// the hash. One wrong byte anywhere changes a pixel.
#include <cstdint>
#include <cstring>

#include "agg_color_gray.h"
#include "agg_pixfmt_gray.h"
#include "agg_pixfmt_rgb.h"
#include "agg_pixfmt_rgb_packed.h"
#include "agg_pixfmt_rgba.h"
#include "scenes.h"

namespace {

// FNV-1a of 32 bits.
class Hash {
public:
    void add(const void* bytes, std::size_t count) {
        const auto* byte = static_cast<const unsigned char*>(bytes);
        for (std::size_t i = 0; i < count; ++i) {
            state_ = (state_ ^ byte[i]) * 16777619u;
        }
    }
    void store(unsigned char* pixel) const {
        for (int i = 0; i < 4; ++i) {
            pixel[i] = static_cast<unsigned char>(state_ >> (8 * i));
        }
    }

private:
    std::uint32_t state_ = 2166136261u;
};

// A surface of one pixel.
template <class Format, class Pixel> Pixel blended(Pixel pixel, typename Format::color_type color, unsigned cover) {
    agg::rendering_buffer buffer(reinterpret_cast<unsigned char*>(&pixel), 1, 1, sizeof pixel);
    Format format(buffer);
    format.blend_pixel(0, 0, color, static_cast<agg::int8u>(cover));
    return pixel;
}

template <class T, int N> struct Channels {
    T value[N];
};
using Bytes4 = Channels<std::uint8_t, 4>;
using Bytes3 = Channels<std::uint8_t, 3>;
using Words4 = Channels<std::uint16_t, 4>;
using Floats4 = Channels<float, 4>;

unsigned char inverse(unsigned v) { return static_cast<unsigned char>(255 - v); }

template <class Draw> void each_pair(Picture& picture, Draw draw) {
    for (unsigned y = 0; y < 256; ++y) {
        for (unsigned x = 0; x < 256; ++x) {
            Hash hash;
            draw(hash, x, y);
            hash.store(picture.buffer().row_ptr(y) + 4 * x);
        }
    }
}

template <class T> void add(Hash& hash, T pixel) { hash.add(&pixel, sizeof pixel); }

// Every byte there, every opacity, every byte of the colour.
void rgba32(Picture& picture) {
    each_pair(picture, [](Hash& hash, unsigned p, unsigned alpha) {
        const Bytes4 pixel = {{std::uint8_t(p), inverse(p), std::uint8_t(p ^ 85), std::uint8_t(p)}};
        for (unsigned q = 0; q < 256; ++q) {
            add(hash, blended<agg::pixfmt_rgba32>(pixel, agg::rgba8(q, 255 - q, q ^ 51, alpha), 255));
        }
    });
}

// Every coverage, every opacity, a grid of bytes.
void rgba32_covers(Picture& picture) {
    each_pair(picture, [](Hash& hash, unsigned cover, unsigned alpha) {
        for (unsigned i = 0; i < 256; ++i) {
            const unsigned p = i % 16 * 17, q = i / 16 * 17;
            const Bytes4 pixel = {{std::uint8_t(p), inverse(p), std::uint8_t(p), std::uint8_t(p)}};
            add(hash, blended<agg::pixfmt_rgba32>(pixel, agg::rgba8(q, 255 - q, q, alpha), cover));
        }
    });
}

// Premultiplied colours: every byte there, every opacity, every byte up to the opacity.
void rgba32_pre(Picture& picture) {
    each_pair(picture, [](Hash& hash, unsigned p, unsigned alpha) {
        const Bytes4 pixel = {{std::uint8_t(p), inverse(p), std::uint8_t(p ^ 85), std::uint8_t(p)}};
        for (unsigned q = 0; q <= alpha; ++q) {
            add(hash, blended<agg::pixfmt_rgba32_pre>(pixel, agg::rgba8(q, alpha - q, q / 2, alpha), 255));
        }
    });
}

void rgba32_pre_covers(Picture& picture) {
    each_pair(picture, [](Hash& hash, unsigned cover, unsigned alpha) {
        for (unsigned i = 0; i < 256; ++i) {
            const unsigned p = i % 16 * 17, q = i / 16 * alpha / 15;
            const Bytes4 pixel = {{std::uint8_t(p), inverse(p), std::uint8_t(p), std::uint8_t(p)}};
            add(hash, blended<agg::pixfmt_rgba32_pre>(pixel, agg::rgba8(q, alpha - q, q, alpha), cover));
        }
    });
}

void rgb24(Picture& picture) {
    each_pair(picture, [](Hash& hash, unsigned p, unsigned alpha) {
        const Bytes3 pixel = {{std::uint8_t(p), inverse(p), std::uint8_t(p ^ 85)}};
        for (unsigned q = 0; q < 256; ++q) {
            add(hash, blended<agg::pixfmt_rgb24>(pixel, agg::rgba8(q, 255 - q, q ^ 51, alpha), 255));
        }
    });
}

void gray8(Picture& picture) {
    each_pair(picture, [](Hash& hash, unsigned p, unsigned alpha) {
        for (unsigned q = 0; q < 256; ++q) {
            add(hash, blended<agg::pixfmt_gray8>(std::uint8_t(p), agg::gray8(q, alpha), 255));
            add(hash, blended<agg::pixfmt_gray8>(std::uint8_t(p), agg::gray8(255, alpha), q));
        }
    });
}

// The lightness of colours.
void gray8_luma(Picture& picture) {
    each_pair(picture, [](Hash& hash, unsigned r, unsigned g) {
        for (unsigned b = 0; b < 256; ++b) {
            add(hash, blended<agg::pixfmt_gray8>(std::uint8_t(0), agg::gray8(agg::rgba8(r, g, b)), 255));
        }
    });
}

void rgb565(Picture& picture) {
    each_pair(picture, [](Hash& hash, unsigned p, unsigned alpha) {
        const auto pixel = std::uint16_t(p * 257 ^ alpha << 3);
        for (unsigned q = 0; q < 256; ++q) {
            add(hash, blended<agg::pixfmt_rgb565>(pixel, agg::rgba8(q, 255 - q, q ^ 51, alpha), 255));
            add(hash, blended<agg::pixfmt_rgb565>(pixel, agg::rgba8(90, 200, 33, alpha), q));
        }
    });
}

void rgba64_pre(Picture& picture) {
    each_pair(picture, [](Hash& hash, unsigned p, unsigned a) {
        const auto wide = std::uint16_t(p * 257), alpha = std::uint16_t(a * 257);
        const Words4 pixel = {{wide, std::uint16_t(65535 - wide), std::uint16_t(wide / 3), wide}};
        for (unsigned q = 0; q < 256; q += 5) {
            const agg::rgba16 color(alpha * q / 255, alpha / 2, alpha / 7, alpha);
            add(hash, blended<agg::pixfmt_rgba64_pre>(pixel, color, q));
            add(hash, blended<agg::pixfmt_rgba64_pre>(pixel, color, 255));
        }
    });
}

void rgba128(Picture& picture) {
    each_pair(picture, [](Hash& hash, unsigned p, unsigned a) {
        const float there = float(p) / 255, alpha = float(a) / 255;
        const Floats4 pixel = {{there, 1 - there, there / 3, there}};
        for (unsigned q = 0; q < 256; q += 5) {
            const agg::rgba32 color(float(q) / 255, 1 - float(q) / 255, 0.3f, alpha);
            add(hash, blended<agg::pixfmt_rgba128>(pixel, color, q));
            add(hash, blended<agg::pixfmt_rgba128>(pixel, color, 255));
        }
    });
}

} // namespace

void add_blending_scenes(Scenes& scenes) {
    const Scene table[] = {
        {"blending_rgba32", 256, 256, rgba32},
        {"blending_rgba32_covers", 256, 256, rgba32_covers},
        {"blending_rgba32_pre", 256, 256, rgba32_pre},
        {"blending_rgba32_pre_covers", 256, 256, rgba32_pre_covers},
        {"blending_rgb24", 256, 256, rgb24},
        {"blending_gray8", 256, 256, gray8},
        {"blending_gray8_luma", 256, 256, gray8_luma},
        {"blending_rgb565", 256, 256, rgb565},
        {"blending_rgba64_pre", 256, 256, rgba64_pre},
        {"blending_rgba128", 256, 256, rgba128},
    };
    scenes.insert(scenes.end(), std::begin(table), std::end(table));
}
