// A scene as benches/src/scene.rs writes it, and the answers that benches/src/peer/outside.rs asks for.
#pragma once

#include <chrono>
#include <cstdio>
#include <functional>
#include <iostream>
#include <string>
#include <vector>

struct Element {
    char kind;
    double at[6];
};

struct Shape {
    bool stroked = false;
    bool even_odd = false;
    double width = 0;
    bool diagonal = false;
    unsigned from[4] = {}, to[4] = {};
    std::vector<Element> elements;
};

struct Scene {
    unsigned width = 0, height = 0;
    std::vector<Shape> shapes;
};

inline Scene read_scene() {
    Scene scene;
    std::string word;
    while (std::cin >> word && word != "draw") {
        if (word == "size") {
            std::cin >> scene.width >> scene.height;
            continue;
        }
        Shape shape;
        shape.stroked = word == "stroke";
        if (shape.stroked) {
            std::cin >> shape.width;
        } else {
            std::cin >> word;
            shape.even_odd = word == "evenodd";
        }
        std::cin >> word;
        shape.diagonal = word == "diagonal";
        for (unsigned& v : shape.from) std::cin >> v;
        if (shape.diagonal)
            for (unsigned& v : shape.to) std::cin >> v;
        while (std::cin >> word && word != "end") {
            Element element{word[0], {}};
            int numbers = word == "Z" ? 0 : word == "Q" ? 4 : word == "C" ? 6 : 2;
            for (int i = 0; i < numbers; i++) std::cin >> element.at[i];
            shape.elements.push_back(element);
        }
        scene.shapes.push_back(std::move(shape));
    }
    return scene;
}

// `pixel` gives the premultiplied red, green, blue and alpha of the pixel with a number.
inline void answer(const Scene& scene, const std::function<void()>& draw,
                   const std::function<void(size_t, unsigned char*)>& pixel) {
    std::string word;
    while (std::cin >> word) {
        if (word == "pixels") {
            unsigned char rgba[4];
            for (size_t i = 0; i < size_t(scene.width) * scene.height; i++) {
                pixel(i, rgba);
                std::printf("%02x%02x%02x%02x", rgba[0], rgba[1], rgba[2], rgba[3]);
            }
            std::printf("\n");
        } else {
            auto start = std::chrono::steady_clock::now();
            for (int times = std::stoi(word); times > 0; times--) draw();
            std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
            std::printf("%.9f\n", taken.count());
        }
        std::fflush(stdout);
    }
}
