// What a scene draws on: a premultiplied RGBA8 surface, and the lists of
// vertices that the stages of its pipeline produced on the way.
//
// The surface is AGG's pixfmt_rgba32, which blends plain colours into a
// premultiplied buffer. It starts transparent. Every rasterizer clips to the
// surface in f64, so a coordinate may be any finite number.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "agg_color_rgba.h"
#include "agg_pixfmt_rgba.h"
#include "agg_rasterizer_scanline_aa.h"
#include "agg_rasterizer_sl_clip.h"
#include "agg_renderer_base.h"
#include "agg_renderer_scanline.h"
#include "agg_rendering_buffer.h"
#include "agg_scanline_p.h"

// One line per vertex: `M x y`, `L x y` or `Z`, where x and y are the sixteen
// hexadecimal digits of the f64, and the decimals follow after a `#`.
class VertexDump {
public:
    template <class VertexSource> void append(VertexSource& source) {
        source.rewind(0);
        double x = 0, y = 0;
        for (unsigned cmd; !agg::is_stop(cmd = source.vertex(&x, &y));) {
            append_vertex(cmd, x, y);
        }
    }
    const std::string& text() const { return text_; }

private:
    void append_vertex(unsigned cmd, double x, double y);
    std::string text_;
};

class Picture {
public:
    using Format = agg::pixfmt_rgba32;
    using Renderer = agg::renderer_base<Format>;

    Picture(unsigned width, unsigned height);

    unsigned width() const { return width_; }
    unsigned height() const { return height_; }
    Renderer& renderer() { return renderer_; }
    agg::rendering_buffer& buffer() { return buffer_; }

    void clear(agg::rgba8 color);

    // Overwrites the pixels from column x and row y on with those of a smaller picture.
    void copy_from(const Picture& other, unsigned x, unsigned y);

    template <class VertexSource>
    void fill(VertexSource& source, agg::filling_rule_e rule, agg::rgba8 color) {
        agg::rasterizer_scanline_aa<agg::rasterizer_sl_clip_dbl> rasterizer;
        rasterizer.clip_box(0, 0, width_, height_);
        rasterizer.filling_rule(rule);
        rasterizer.add_path(source);
        agg::scanline32_p8 scanline;
        agg::render_scanlines_aa_solid(rasterizer, scanline, renderer_, color);
    }

    // Keeps the vertices of `source` as `vertices/<scene>.<stage>.txt`.
    template <class VertexSource> void dump(const char* stage, VertexSource& source) {
        dumps_[stage].append(source);
    }

    void save_png(const std::string& path) const;
    const std::map<std::string, VertexDump>& dumps() const { return dumps_; }

private:
    unsigned width_;
    unsigned height_;
    std::vector<unsigned char> pixels_;
    agg::rendering_buffer buffer_;
    Format format_;
    Renderer renderer_;
    std::map<std::string, VertexDump> dumps_;
};

struct Scene {
    std::string name;
    unsigned width;
    unsigned height;
    std::function<void(Picture&)> draw;
};

using Scenes = std::vector<Scene>;

// Colours that the scenes share.
const agg::rgba8 BLUE(31, 119, 180, 255);
const agg::rgba8 RED(214, 39, 40, 255);
const agg::rgba8 TRANSLUCENT_GREEN(44, 160, 44, 102);
