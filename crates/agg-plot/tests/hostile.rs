//! Whatever the numbers: no call panics, none hangs, and what comes next is drawn as ever.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use agg_core::{Affine, Cap, Color, Dash, Path, Point, Rect};
use agg_plot::{
    Antialiasing, ClipPath, Collection, GlyphImage, GraphicsContext, Hatch, Image, Polyline,
    QuadMesh, Renderer, Sketch, Snap, Styles,
};
use std::sync::Arc;

const WILD: [f64; 9] = [
    0.0,
    -1.0,
    f64::NAN,
    f64::INFINITY,
    f64::NEG_INFINITY,
    1e300,
    -1e300,
    1e-300,
    1e9,
];

#[cfg(test)]
fn surface() -> Renderer {
    Renderer::new(40, 30, 100.0).unwrap()
}

/// Draws a square the plain way and holds it against one on a fresh surface.
#[cfg(test)]
fn assert_unharmed(mut renderer: Renderer) {
    let square = Path::rectangle(Rect::new(5.0, 5.0, 25.5, 20.0));
    let mut fresh = surface();
    for renderer in [&mut renderer, &mut fresh] {
        renderer.clear();
        let gc = GraphicsContext::default();
        renderer
            .draw_path(&gc, &square, Affine::IDENTITY, Some(Color::WHITE))
            .unwrap();
    }
    assert_eq!(renderer.pixmap(), fresh.pixmap());
}

fn wild_path(i: usize) -> Path {
    let at = |k: usize| {
        let (x, y) = (
            WILD[(i + k) % WILD.len()],
            WILD[(i + 3 * k + 1) % WILD.len()],
        );
        Point::new(x, y)
    };
    let mut path = Path::polyline([at(0), Point::new(3.0, 4.0), at(1)]);
    path.quad_to(at(2), (30.0, 3.0))
        .cubic_to(at(3), (9.0, 30.0), at(4))
        .close();
    path.line_to(at(5)).move_to(at(6)).close();
    path
}

#[test]
fn wild_coordinates_and_transforms() {
    let mut renderer = surface();
    let gc = GraphicsContext::default();
    for (i, &v) in WILD.iter().enumerate() {
        let path = wild_path(i);
        for transform in [
            Affine::IDENTITY,
            Affine::scale(v),
            Affine::translate(v, 1.0),
        ] {
            for face in [None, Some(Color::BLACK)] {
                renderer.draw_path(&gc, &path, transform, face).unwrap();
                renderer
                    .draw_markers(&gc, (&path, transform), (&path, transform), face)
                    .unwrap();
            }
        }
    }
    assert_unharmed(renderer);
}

#[test]
fn wild_pens() {
    let mut renderer = surface();
    let line = Path::polyline([(2.0, 2.0), (30.0, 9.0), (11.0, 25.0)]);
    for v in WILD {
        let plain = GraphicsContext {
            cap: Cap::Round,
            ..Default::default()
        };
        let contexts = [
            GraphicsContext {
                line_width: v,
                ..plain.clone()
            },
            GraphicsContext {
                dashes: Some(Dash::new(v, &[v, 1.0, 1e-300])),
                antialiasing: Antialiasing::Off,
                ..plain.clone()
            },
            GraphicsContext {
                sketch: Some(Sketch {
                    scale: v,
                    length: v,
                    randomness: v,
                }),
                ..plain.clone()
            },
            GraphicsContext {
                color: Color::new(v, v, v, v),
                snap: Snap::On,
                ..plain.clone()
            },
        ];
        for gc in contexts {
            renderer
                .draw_path(&gc, &line, Affine::IDENTITY, None)
                .unwrap();
            renderer
                .draw_markers(
                    &gc,
                    (&line, Affine::IDENTITY),
                    (&line, Affine::IDENTITY),
                    None,
                )
                .unwrap();
        }
    }
    assert_unharmed(renderer);
}

#[test]
fn wild_clips_and_hatches() {
    let mut renderer = surface();
    let disk = Path::circle((20.0, 15.0), 10.0);
    for (i, &v) in WILD.iter().enumerate() {
        let path = Arc::new(wild_path(i));
        let rect = Rect {
            x0: v,
            y0: 3.0,
            x1: 20.0,
            y1: WILD[(i + 4) % WILD.len()],
        };
        let gc = GraphicsContext {
            clip_rect: Some(rect),
            clip_path: Some(ClipPath::new(path.clone(), Affine::scale(v))),
            hatch: Some(Hatch {
                path,
                color: Color::BLACK,
                line_width: v,
            }),
            ..Default::default()
        };
        renderer
            .draw_path(&gc, &disk, Affine::IDENTITY, None)
            .unwrap();
        let glyph = GlyphImage {
            left: i32::MAX,
            top: i32::MIN,
            width: 1,
            height: 2,
            covers: &[255; 2],
        };
        renderer.draw_rotated_glyph(&gc, glyph, v).unwrap();
        let image = Image {
            width: 1,
            height: 2,
            pixels: &[255; 8],
        };
        renderer.draw_image(&gc, (v, v), image).unwrap();
        let corner = |x: f64| (Point::new(x, v), Color::new(v, 0.5, 0.5, 1.0));
        renderer
            .draw_gouraud_triangles(
                &gc,
                Affine::scale(v),
                [[corner(v), corner(1.0), corner(30.0)]],
            )
            .unwrap();
    }
    assert_unharmed(renderer);
}

#[test]
fn wild_collections_and_meshes() {
    let mut renderer = surface();
    let gc = GraphicsContext::default();
    for (i, &v) in WILD.iter().enumerate() {
        let paths = [wild_path(i), Path::new()];
        let style = Styles {
            face_colors: &[Color::BLACK],
            edge_colors: &[Color::WHITE, Color::BLACK],
            line_widths: &[v, 1.0],
            ..Default::default()
        };
        let collection = Collection {
            paths: &paths,
            transforms: &[Affine::scale(v)],
            offsets: &[Point::new(v, v); 5],
            offset_transform: Affine::scale(v),
            style,
        };
        renderer
            .draw_path_collection(&gc, Affine::IDENTITY, &collection)
            .unwrap();
        let mesh = QuadMesh {
            columns: 1,
            rows: 1,
            corners: &[(v, v), (20.0, 3.0), (5.0, v), (30.0, 20.0)].map(Point::from),
            offsets: &[],
            offset_transform: Affine::IDENTITY,
            face_colors: &[Color::BLACK],
            edge_colors: &[],
            antialiasing: Antialiasing::On,
        };
        renderer
            .draw_quad_mesh(&gc, Affine::scale(v), &mesh)
            .unwrap();
        let short = QuadMesh {
            rows: usize::MAX,
            ..mesh
        };
        assert!(
            renderer
                .draw_quad_mesh(&gc, Affine::IDENTITY, &short)
                .is_err()
        );
    }
    assert_unharmed(renderer);
}

#[test]
fn ten_million_points_are_drawn_from_where_they_are() {
    let mut renderer = surface();
    let x: Vec<f64> = (0..10_000_000).map(|i| f64::from(i) * 4e-6).collect();
    let line = Polyline::new(&x, &x);
    let gc = GraphicsContext::default();
    renderer
        .draw_path(&gc, line, Affine::IDENTITY, None)
        .unwrap();
    assert_unharmed(renderer);
}
