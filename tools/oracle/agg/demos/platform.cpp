// A platform_support without a screen: it draws once and writes the window as a
// PNG to the path in AGG_PICTURE, then the program ends. Time stands still, and
// the PNG has the rows as they lie in memory: of a demo that draws y upwards,
// the lowest row on the screen is the first of its buffer and the last of the PNG.
// Images are read from the folder in AGG_IMAGES, as they are: nothing is made of
// their colours.
#include <cstdlib>
#include <cstring>
#include <stdexcept>
#include <string>
#include <vector>

#include <png.h>

#include "ctrl/agg_ctrl.h"

#include "platform/agg_platform_support.h"

namespace agg {

class platform_specific {
public:
    std::vector<unsigned char> window;
    std::vector<unsigned char> images[platform_support::max_images];
};

namespace {

// Bytes of a pixel of the formats that the demos draw in; 0 for the others.
unsigned bytes_of(pix_format_e format) {
    switch (format) {
    case pix_format_gray8:
    case pix_format_sgray8: return 1;
    case pix_format_rgb555:
    case pix_format_rgb565: return 2;
    case pix_format_rgb24:
    case pix_format_srgb24:
    case pix_format_bgr24:
    case pix_format_sbgr24: return 3;
    case pix_format_rgba32:
    case pix_format_srgba32:
    case pix_format_bgra32:
    case pix_format_sbgra32: return 4;
    default: return 0;
    }
}

void append_rgba(std::vector<unsigned char>& out, pix_format_e format, const unsigned char* p) {
    unsigned char rgba[4] = {0, 0, 0, 255};
    switch (format) {
    case pix_format_rgb24:
    case pix_format_srgb24: rgba[0] = p[0]; rgba[1] = p[1]; rgba[2] = p[2]; break;
    case pix_format_bgr24:
    case pix_format_sbgr24: rgba[0] = p[2]; rgba[1] = p[1]; rgba[2] = p[0]; break;
    case pix_format_rgba32:
    case pix_format_srgba32: std::memcpy(rgba, p, 4); break;
    case pix_format_bgra32:
    case pix_format_sbgra32: rgba[0] = p[2]; rgba[1] = p[1]; rgba[2] = p[0]; rgba[3] = p[3]; break;
    case pix_format_gray8:
    case pix_format_sgray8: rgba[0] = rgba[1] = rgba[2] = p[0]; break;
    // The upper bits stand in for the lower ones, so that white is white.
    case pix_format_rgb555: {
        const unsigned v = p[0] | p[1] << 8;
        const unsigned part[3] = {v >> 10 & 31, v >> 5 & 31, v & 31};
        for (int i = 0; i < 3; ++i) rgba[i] = part[i] << 3 | part[i] >> 2;
        break;
    }
    case pix_format_rgb565: {
        const unsigned v = p[0] | p[1] << 8;
        const unsigned r = v >> 11, g = v >> 5 & 63, b = v & 31;
        rgba[0] = r << 3 | r >> 2; rgba[1] = g << 2 | g >> 4; rgba[2] = b << 3 | b >> 2;
        break;
    }
    default: break;
    }
    out.insert(out.end(), rgba, rgba + 4);
}

void put_rgb(unsigned char* p, pix_format_e format, const unsigned char* rgb) {
    switch (format) {
    case pix_format_bgr24:
    case pix_format_sbgr24: p[0] = rgb[2]; p[1] = rgb[1]; p[2] = rgb[0]; break;
    case pix_format_rgba32:
    case pix_format_srgba32: std::memcpy(p, rgb, 3); p[3] = 255; break;
    case pix_format_bgra32:
    case pix_format_sbgra32: p[0] = rgb[2]; p[1] = rgb[1]; p[2] = rgb[0]; p[3] = 255; break;
    default: std::memcpy(p, rgb, 3); break;
    }
}

// A negative stride makes row 0 of the buffer the lowest row.
void attach(rendering_buffer& buffer, std::vector<unsigned char>& bytes, unsigned width,
            unsigned height, unsigned pixel_bytes, bool flip_y) {
    const int stride = int(width * pixel_bytes);
    bytes.assign(std::size_t(stride) * height, 255);
    buffer.attach(bytes.data(), width, height, flip_y ? -stride : stride);
}

} // namespace

platform_support::platform_support(pix_format_e format, bool flip_y)
    : m_specific(new platform_specific), m_format(format), m_bpp(bytes_of(format) * 8),
      m_window_flags(0), m_wait_mode(true), m_flip_y(flip_y), m_initial_width(10),
      m_initial_height(10) {
    m_caption[0] = 0;
}

platform_support::~platform_support() { delete m_specific; }

void platform_support::caption(const char*) {}
void platform_support::message(const char*) {}
void platform_support::force_redraw() {}
void platform_support::update_window() {}
void platform_support::start_timer() {}
double platform_support::elapsed_time() const { return 0; }
void* platform_support::raw_display_handler() { return nullptr; }
const char* platform_support::full_file_name(const char* file_name) { return file_name; }
const char* platform_support::img_ext() const { return ".png"; }
bool platform_support::save_img(unsigned, const char*) { return false; }

bool platform_support::load_img(unsigned idx, const char* file) {
    const char* folder = std::getenv("AGG_IMAGES");
    if (!folder || idx >= max_images) return false;
    png_image image;
    std::memset(&image, 0, sizeof image);
    image.version = PNG_IMAGE_VERSION;
    const std::string path = std::string(folder) + "/" + file + img_ext();
    if (!png_image_begin_read_from_file(&image, path.c_str())) return false;
    image.format = PNG_FORMAT_RGB;
    std::vector<unsigned char> rgb(PNG_IMAGE_SIZE(image));
    if (!png_image_finish_read(&image, nullptr, rgb.data(), 0, nullptr)) return false;
    const unsigned pixel_bytes = m_bpp / 8;
    std::vector<unsigned char>& bytes = m_specific->images[idx];
    attach(m_rbuf_img[idx], bytes, image.width, image.height, pixel_bytes, m_flip_y);
    for (std::size_t i = 0; i < rgb.size() / 3; ++i) {
        put_rgb(&bytes[i * pixel_bytes], m_format, &rgb[i * 3]);
    }
    return true;
}

bool platform_support::create_img(unsigned idx, unsigned width, unsigned height) {
    if (idx >= max_images) return false;
    if (width == 0) width = rbuf_window().width();
    if (height == 0) height = rbuf_window().height();
    attach(m_rbuf_img[idx], m_specific->images[idx], width, height, m_bpp / 8, m_flip_y);
    return true;
}

bool platform_support::init(unsigned width, unsigned height, unsigned flags) {
    if (m_bpp == 0) throw std::runtime_error("this pixel format cannot be written");
    m_window_flags = flags;
    m_initial_width = int(width);
    m_initial_height = int(height);
    attach(m_rbuf_window, m_specific->window, width, height, m_bpp / 8, m_flip_y);
    on_init();
    trans_affine_resizing(int(width), int(height));
    on_resize(int(width), int(height));
    return true;
}

int platform_support::run() {
    on_draw();
    std::vector<unsigned char> rgba;
    const std::vector<unsigned char>& window = m_specific->window;
    for (std::size_t i = 0; i < window.size(); i += m_bpp / 8) {
        append_rgba(rgba, m_format, &window[i]);
    }
    png_image image;
    std::memset(&image, 0, sizeof image);
    image.version = PNG_IMAGE_VERSION;
    image.width = m_rbuf_window.width();
    image.height = m_rbuf_window.height();
    image.format = PNG_FORMAT_RGBA;
    const char* path = std::getenv("AGG_PICTURE");
    return path && png_image_write_to_file(&image, path, 0, rgba.data(), 0, nullptr) ? 0 : 1;
}

void platform_support::on_init() {}
void platform_support::on_resize(int, int) {}
void platform_support::on_idle() {}
void platform_support::on_mouse_move(int, int, unsigned) {}
void platform_support::on_mouse_button_down(int, int, unsigned) {}
void platform_support::on_mouse_button_up(int, int, unsigned) {}
void platform_support::on_key(int, int, unsigned, unsigned) {}
void platform_support::on_ctrl_change() {}
void platform_support::on_draw() {}
void platform_support::on_post_draw(void*) {}

} // namespace agg

int agg_main(int argc, char* argv[]);

int main(int argc, char* argv[]) { return agg_main(argc, argv); }
