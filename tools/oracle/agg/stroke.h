// Names and defaults of strokes, so that a scene says only what is special.
#pragma once

#include <string>

#include "agg_conv_stroke.h"

template <class Value> struct Named {
    const char* name;
    Value value;
};

const Named<agg::line_join_e> JOINS[] = {
    {"miter", agg::miter_join},
    {"miter_revert", agg::miter_join_revert},
    {"miter_round", agg::miter_join_round},
    {"round", agg::round_join},
    {"bevel", agg::bevel_join},
};

const Named<agg::inner_join_e> INNER_JOINS[] = {
    {"bevel", agg::inner_bevel},
    {"miter", agg::inner_miter},
    {"jag", agg::inner_jag},
    {"round", agg::inner_round},
};

const Named<agg::line_cap_e> CAPS[] = {
    {"butt", agg::butt_cap},
    {"square", agg::square_cap},
    {"round", agg::round_cap},
};

// Starts from AGG's own defaults.
struct Stroke {
    double width = 1.0;
    agg::line_join_e join = agg::miter_join;
    agg::inner_join_e inner_join = agg::inner_miter;
    agg::line_cap_e cap = agg::butt_cap;
    double miter_limit = 4.0;
    double inner_miter_limit = 1.01;
    double approximation_scale = 1.0;
};

// AGG's stroke converter with a style in one go.
template <class VertexSource> class Stroked : public agg::conv_stroke<VertexSource> {
public:
    Stroked(VertexSource& source, const Stroke& style) : agg::conv_stroke<VertexSource>(source) {
        this->width(style.width);
        this->line_join(style.join);
        this->inner_join(style.inner_join);
        this->line_cap(style.cap);
        this->miter_limit(style.miter_limit);
        this->inner_miter_limit(style.inner_miter_limit);
        this->approximation_scale(style.approximation_scale);
    }
};
