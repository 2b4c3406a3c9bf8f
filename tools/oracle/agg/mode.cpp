// Every compositing operation: columns are the pixels there, rows the colours laid over them.
//
// Sixteen alphas times sixteen colours each way; a pixel in a dark square of the chessboard is
// covered by 100/255 instead of all of it.
#include "agg_pixfmt_rgba.h"
#include "scenes.h"

namespace {

using Blender = agg::comp_op_adaptor_rgba<agg::rgba8, agg::order_rgba>;
using Format = agg::pixfmt_custom_blend_rgba<Blender, agg::rendering_buffer>;

agg::rgba8 color(unsigned index) {
    const unsigned value = index % 16 * 17;
    return agg::rgba8(value, 255 - value, value / 2, index / 16 * 17);
}

void compose(Picture& picture, unsigned operation) {
    Format format(picture.buffer(), operation);
    for (unsigned y = 0; y < 256; ++y) {
        for (unsigned x = 0; x < 256; ++x) {
            agg::rgba8 there = color(x);
            there.premultiply();
            unsigned char* pixel = picture.buffer().row_ptr(y) + 4 * x;
            pixel[0] = there.r;
            pixel[1] = there.g;
            pixel[2] = there.b;
            pixel[3] = there.a;
            format.blend_pixel(x, y, color(y), (x + y) % 2 ? 100 : 255);
        }
    }
}

} // namespace

void add_mode_scenes(Scenes& scenes) {
    const struct {
        const char* name;
        unsigned operation;
    } operations[] = {
        {"Clear", agg::comp_op_clear},
        {"Source", agg::comp_op_src},
        {"Destination", agg::comp_op_dst},
        {"SourceOver", agg::comp_op_src_over},
        {"DestinationOver", agg::comp_op_dst_over},
        {"SourceIn", agg::comp_op_src_in},
        {"DestinationIn", agg::comp_op_dst_in},
        {"SourceOut", agg::comp_op_src_out},
        {"DestinationOut", agg::comp_op_dst_out},
        {"SourceAtop", agg::comp_op_src_atop},
        {"DestinationAtop", agg::comp_op_dst_atop},
        {"Xor", agg::comp_op_xor},
        {"Plus", agg::comp_op_plus},
        {"Multiply", agg::comp_op_multiply},
        {"Screen", agg::comp_op_screen},
        {"Overlay", agg::comp_op_overlay},
        {"Darken", agg::comp_op_darken},
        {"Lighten", agg::comp_op_lighten},
        {"ColorDodge", agg::comp_op_color_dodge},
        {"ColorBurn", agg::comp_op_color_burn},
        {"HardLight", agg::comp_op_hard_light},
        {"SoftLight", agg::comp_op_soft_light},
        {"Difference", agg::comp_op_difference},
        {"Exclusion", agg::comp_op_exclusion},
    };
    for (const auto& entry : operations) {
        const unsigned operation = entry.operation;
        scenes.push_back({std::string("mode_") + entry.name, 256, 256,
                          [operation](Picture& picture) { compose(picture, operation); }});
    }
}
