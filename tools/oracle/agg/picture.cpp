#include "picture.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <stdexcept>

#include <png.h>

void VertexDump::append_vertex(unsigned cmd, double x, double y) {
    if (agg::is_end_poly(cmd)) {
        if (agg::is_close(cmd)) {
            text_ += "Z\n";
        }
        return;
    }
    if (!agg::is_move_to(cmd) && !agg::is_line_to(cmd)) {
        throw std::runtime_error("only flattened paths can be dumped");
    }
    std::uint64_t x_bits, y_bits;
    std::memcpy(&x_bits, &x, sizeof x);
    std::memcpy(&y_bits, &y, sizeof y);
    char line[128];
    std::snprintf(line, sizeof line, "%c %016llx %016llx # %.17g %.17g\n",
                  agg::is_move_to(cmd) ? 'M' : 'L', static_cast<unsigned long long>(x_bits),
                  static_cast<unsigned long long>(y_bits), x, y);
    text_ += line;
}

Picture::Picture(unsigned width, unsigned height)
    : width_(width), height_(height), pixels_(std::size_t(width) * height * 4, 0),
      buffer_(pixels_.data(), width, height, int(width) * 4), format_(buffer_),
      renderer_(format_) {}

void Picture::clear(agg::rgba8 color) { renderer_.clear(color); }

void Picture::copy_from(const Picture& other, unsigned x, unsigned y) {
    const std::size_t row_bytes = std::size_t(other.width_) * 4;
    for (unsigned row = 0; row < other.height_; ++row) {
        const auto source = other.pixels_.begin() + std::ptrdiff_t(row * row_bytes);
        const std::size_t to = (std::size_t(y + row) * width_ + x) * 4;
        std::copy_n(source, row_bytes, pixels_.begin() + std::ptrdiff_t(to));
    }
}

// The buffer's bytes go into the file as they are, although PNG would call
// them straight alpha: the oracle is about bytes, not about viewing.
void Picture::save_png(const std::string& path) const {
    png_image image;
    std::memset(&image, 0, sizeof image);
    image.version = PNG_IMAGE_VERSION;
    image.width = width_;
    image.height = height_;
    image.format = PNG_FORMAT_RGBA;
    if (!png_image_write_to_file(&image, path.c_str(), 0, pixels_.data(), 0, nullptr)) {
        throw std::runtime_error(path + ": " + image.message);
    }
}
