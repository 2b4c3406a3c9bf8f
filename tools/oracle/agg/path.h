// Small ways to write down the polylines that scenes start from.
#pragma once

#include <initializer_list>

#include "agg_path_storage.h"

struct Point {
    double x;
    double y;
};

// Appends one subpath of straight lines.
inline void add_polyline(agg::path_storage& path, std::initializer_list<Point> points) {
    bool first = true;
    for (const Point& point : points) {
        if (first) {
            path.move_to(point.x, point.y);
        } else {
            path.line_to(point.x, point.y);
        }
        first = false;
    }
}

inline void add_polygon(agg::path_storage& path, std::initializer_list<Point> points) {
    add_polyline(path, points);
    path.close_polygon();
}

inline agg::path_storage polyline(std::initializer_list<Point> points) {
    agg::path_storage path;
    add_polyline(path, points);
    return path;
}

inline agg::path_storage polygon(std::initializer_list<Point> points) {
    agg::path_storage path;
    add_polygon(path, points);
    return path;
}
