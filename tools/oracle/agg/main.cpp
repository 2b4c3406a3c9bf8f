// Draws every scene with AGG and writes `<out>/<scene>.png` and
// `<out>/vertices/<scene>.<stage>.txt`.
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>
#include <stdexcept>

#include "scenes.h"

namespace {

Scenes all_scenes() {
    Scenes scenes;
    add_fill_scenes(scenes);
    add_stroke_scenes(scenes);
    add_dash_scenes(scenes);
    add_curve_scenes(scenes);
    add_clip_scenes(scenes);
    add_shape_scenes(scenes);
    add_random_scenes(scenes);
    add_reshape_scenes(scenes);
    add_outline_scenes(scenes);
    add_coverage_scenes(scenes);
    add_boolean_scenes(scenes);
    add_compound_scenes(scenes);
    add_path_scenes(scenes);
    add_transform_scenes(scenes);
    add_blending_scenes(scenes);
    add_mode_scenes(scenes);
    add_gradient_scenes(scenes);
    add_image_scenes(scenes);
    add_primitive_scenes(scenes);
    add_effect_scenes(scenes);
    add_mesh_scenes(scenes);
    add_wide_scenes(scenes);
    add_pattern_scenes(scenes);
    return scenes;
}

void write_scene(const Scene& scene, const std::filesystem::path& out) {
    Picture picture(scene.width, scene.height);
    scene.draw(picture);
    picture.save_png((out / (scene.name + ".png")).string());
    for (const auto& [stage, dump] : picture.dumps()) {
        std::ofstream file(out / "vertices" / (scene.name + "." + stage + ".txt"));
        file << dump.text();
        if (!file.flush()) {
            throw std::runtime_error("cannot write the vertices of " + scene.name);
        }
    }
}

} // namespace

int main(int argc, char** argv) try {
    if (argc != 2) {
        std::cerr << "usage: agg-oracle OUT_DIR\n";
        return 2;
    }
    const std::filesystem::path out = argv[1];
    std::filesystem::create_directories(out / "vertices");
    std::set<std::string> names;
    for (const Scene& scene : all_scenes()) {
        if (!names.insert(scene.name).second) {
            throw std::runtime_error("two scenes are named " + scene.name);
        }
        write_scene(scene, out);
    }
    std::cout << names.size() << " scenes written to " << out.string() << '\n';
    return 0;
} catch (const std::exception& error) {
    std::cerr << "agg-oracle: " << error.what() << '\n';
    return 1;
}
