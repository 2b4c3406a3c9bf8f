// Included before the first line of each demo: sliders and boxes keep their
// values and answer the demo, but do not draw themselves. What only looks like a
// control, such as the bent slider of trans_polar, is drawn.
#pragma once

#include <type_traits>

#include "ctrl/agg_ctrl.h"

namespace agg {

template <class Rasterizer, class Scanline, class Renderer, class Control>
void render_other(Rasterizer& ras, Scanline& sl, Renderer& ren, Control& control, std::false_type) {
    render_ctrl(ras, sl, ren, control);
}

template <class Rasterizer, class Scanline, class Renderer, class Control>
void render_other(Rasterizer&, Scanline&, Renderer&, Control&, std::true_type) {}

template <class Rasterizer, class Scanline, class Renderer, class Control>
void render_other_than_ctrl(Rasterizer& ras, Scanline& sl, Renderer& ren, Control& control) {
    render_other(ras, sl, ren, control, std::is_base_of<ctrl, Control>());
}

} // namespace agg

#define render_ctrl render_other_than_ctrl
#define render_ctrl_rs render_other_than_ctrl
