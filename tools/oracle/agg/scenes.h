// The topics. Each adds its scenes to the table; a new topic is one line here,
// one in main.cpp and one file.
#pragma once

#include "picture.h"

void add_fill_scenes(Scenes& scenes);
void add_stroke_scenes(Scenes& scenes);
void add_dash_scenes(Scenes& scenes);
void add_curve_scenes(Scenes& scenes);
void add_clip_scenes(Scenes& scenes);
void add_shape_scenes(Scenes& scenes);
void add_random_scenes(Scenes& scenes);
void add_reshape_scenes(Scenes& scenes);
void add_outline_scenes(Scenes& scenes);
void add_coverage_scenes(Scenes& scenes);
void add_boolean_scenes(Scenes& scenes);
void add_compound_scenes(Scenes& scenes);
void add_path_scenes(Scenes& scenes);
void add_transform_scenes(Scenes& scenes);
void add_blending_scenes(Scenes& scenes);
void add_mode_scenes(Scenes& scenes);
void add_gradient_scenes(Scenes& scenes);
void add_image_scenes(Scenes& scenes);
void add_primitive_scenes(Scenes& scenes);
void add_effect_scenes(Scenes& scenes);
void add_mesh_scenes(Scenes& scenes);
void add_wide_scenes(Scenes& scenes);
void add_pattern_scenes(Scenes& scenes);
