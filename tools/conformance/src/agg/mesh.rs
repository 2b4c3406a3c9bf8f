//! Triangles with a colour at each corner.

use agg_core::{Canvas, Color, Mesh};

use super::picture::{AggScene, BLUE, Picture};

pub(super) fn scenes() -> Vec<AggScene> {
    let scene = |name, colors: [[u8; 4]; 3]| {
        AggScene::new(name, (100, 100), move |picture| {
            let corners = [(5.3, 8.1), (91.7, 22.4), (30.2, 93.6)];
            let colored = corners.into_iter().zip(colors.map(color));
            fill(picture, &Mesh::new(colored, [[0, 1, 2]]));
        })
    };
    vec![
        scene("mesh_one_color", [BLUE; 3]),
        scene(
            "mesh_three_colors",
            [[255, 0, 0, 255], [0, 255, 0, 255], [0, 0, 255, 255]],
        ),
        scene(
            "mesh_translucent",
            [[255, 0, 0, 20], [0, 255, 0, 255], [0, 0, 255, 120]],
        ),
        AggScene::new("mesh_cells", (100, 100), |picture| fill(picture, &cells())),
    ]
}

fn color([r, g, b, a]: [u8; 4]) -> Color {
    Color::from_rgba8(r, g, b, a)
}

fn fill(picture: &mut Picture, mesh: &Mesh) {
    Canvas::new(picture.pixmap()).fill_mesh(mesh);
}

/// Four by four cells of two triangles.
fn cells() -> Mesh {
    let places = (0..5_u8).flat_map(|y| (0..5_u8).map(move |x| (x, y)));
    let corners = places.map(|(x, y)| {
        let blue = ((u16::from(x) * 37 + u16::from(y) * 91) % 256) as u8;
        let (right, down) = (f64::from(x), f64::from(y));
        let at = (
            6.0 + right * 21.3 + down * 1.7,
            5.0 + down * 20.9 - right * 0.8,
        );
        (at, color([x * 60, y * 60, blue, 255]))
    });
    let cells = (0..20).filter(|i| i % 5 < 4);
    let triangles = cells.flat_map(|i| [[i, i + 1, i + 5], [i + 1, i + 5, i + 6]]);
    Mesh::new(corners, triangles)
}
