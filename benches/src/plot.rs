//! What matplotlib asks of its renderer, one kind of call a scene, on 640 × 480 pixels at 100 dpi.

use crate::random::Random;
use agg_core::{Affine, Color, Dash, Path, Point};
use agg_plot::{
    Antialiasing, Collection, Error, GlyphImage, GraphicsContext, Image, Polyline, QuadMesh,
    Renderer, Snap, Styles,
};

/// A scene: its name, what its time is made of, how to draw it, and the checksum of its pixels.
pub type Scene = (&'static str, Draw, u64);

/// Draws a scene, prepared beforehand.
pub type Draw = Box<dyn Fn(&mut Renderer) -> Result<(), Error>>;

/// A surface to draw a scene on.
///
/// # Errors
///
/// None in practice: the size and the resolution are valid.
pub fn surface() -> Result<Renderer, Error> {
    Renderer::new(640, 480, 100.0)
}

const BLUE: Color = Color::new(0.122, 0.467, 0.706, 1.0);

fn pen() -> GraphicsContext {
    GraphicsContext {
        line_width: 1.5,
        color: BLUE,
        ..GraphicsContext::default()
    }
}

/// All scenes.
#[must_use]
pub fn scenes() -> Vec<Scene> {
    vec![
        // Cells: nearly every segment crosses most rows, and simplification saves little.
        (
            "noise line, 100000 points",
            line(|r, _| r.unit()),
            5_885_273_252_724_292_131,
        ),
        // The stages before the stroke: almost all points are merged by simplification.
        (
            "random walk, 100000 points",
            line(|r, y| y + (r.unit() - 0.5) * 0.01),
            10_630_813_381_362_664_468,
        ),
        // The repeated outline: like circles at unlike places between pixels.
        (
            "scatter, 10000 like circles",
            scatter(false),
            16_124_553_093_092_499_855,
        ),
        // Flattening and stroking of small shapes, of which no two are alike.
        (
            "scatter, 10000 circles of all sizes",
            scatter(true),
            11_432_127_268_459_218_930,
        ),
        // Stamps: blending of short runs and nothing else.
        (
            "markers, 10000 circles",
            markers(),
            11_615_834_108_681_372_069,
        ),
        // Whole pixels: what a cell costs that has no edges.
        (
            "mesh, 100 x 100 upright cells",
            mesh(0.0),
            17_378_778_863_824_440_826,
        ),
        // Small aliased polygons.
        (
            "mesh, 100 x 100 sheared cells",
            mesh(0.3),
            13_192_905_910_144_845_601,
        ),
        // Colour by pixel within small polygons.
        (
            "gouraud, 5000 triangles",
            gouraud(),
            6_744_977_077_192_017_798,
        ),
        // Filling a polygon of many vertices.
        ("area, 10000 vertices", area(), 3_690_877_359_690_214_987),
        // Copying.
        ("image, 370 x 370", image(), 11_824_682_360_493_538_481),
        // Blending covers that are given.
        ("text, 1000 glyphs", glyphs(), 9_008_270_631_607_155_639),
        // What a call costs that draws little.
        ("100 short paths", short_paths(), 3_168_874_499_275_325_151),
        // Dashes, snapped to the grid.
        ("grid, 60 dashed lines", grid(), 13_748_177_037_516_984_174),
    ]
}

fn line(next: impl Fn(&mut Random, f64) -> f64) -> Draw {
    let mut random = Random::new(1);
    let x: Vec<f64> = (0..100_000).map(|i| f64::from(i) * 0.0055 + 45.0).collect();
    let mut y = 0.5;
    let heights = x.iter().map(|_| {
        y = next(&mut random, y);
        240.0 + (y - 0.5) * 380.0
    });
    let y: Vec<f64> = heights.collect();
    Box::new(move |renderer| {
        let line = Polyline::new(&x, &y);
        renderer.draw_path(&pen(), line, Affine::IDENTITY, None)
    })
}

fn places(random: &mut Random, count: usize) -> Vec<Point> {
    let place = |_| Point::new(20.0 + random.unit() * 600.0, 20.0 + random.unit() * 440.0);
    (0..count).map(place).collect()
}

fn colors(random: &mut Random, count: usize) -> Vec<Color> {
    let color = |_| Color::new(random.unit(), random.unit(), random.unit(), 1.0);
    (0..count).map(color).collect()
}

fn scatter(all_sizes: bool) -> Draw {
    let mut random = Random::new(1);
    let (offsets, colors) = (places(&mut random, 10_000), colors(&mut random, 10_000));
    let sizes = if all_sizes { 10_000 } else { 1 };
    let size = |_| {
        Affine::scale(if all_sizes {
            1.0 + random.unit() * 5.0
        } else {
            4.17
        })
    };
    let transforms: Vec<Affine> = (0..sizes).map(size).collect();
    let circle = [Path::circle((0.0, 0.0), 1.0)];
    Box::new(move |renderer| {
        let collection = Collection {
            paths: &circle,
            transforms: &transforms,
            offsets: &offsets,
            offset_transform: Affine::IDENTITY,
            style: Styles {
                face_colors: &colors,
                edge_colors: &colors,
                line_widths: &[1.5],
                ..Styles::default()
            },
        };
        renderer.draw_path_collection(&GraphicsContext::default(), Affine::IDENTITY, &collection)
    })
}

fn markers() -> Draw {
    let places = Path::polyline(places(&mut Random::new(1), 10_000));
    let circle = Path::circle((0.0, 0.0), 4.17);
    Box::new(move |renderer| {
        let marker = (&circle, Affine::IDENTITY);
        renderer.draw_markers(&pen(), marker, (&places, Affine::IDENTITY), Some(BLUE))
    })
}

fn mesh(shear: f64) -> Draw {
    let corner = |x: f64, y: f64| Point::new(60.0 + 4.1 * (x + shear * y), 50.0 + 3.7 * y);
    let ticks = || (0..=100).map(f64::from);
    let corners: Vec<Point> = ticks()
        .flat_map(|y| ticks().map(move |x| corner(x, y)))
        .collect();
    let faces = colors(&mut Random::new(1), 10_000);
    Box::new(move |renderer| {
        let mesh = QuadMesh {
            columns: 100,
            rows: 100,
            corners: &corners,
            offsets: &[],
            offset_transform: Affine::IDENTITY,
            face_colors: &faces,
            edge_colors: &[],
            antialiasing: Antialiasing::Off,
        };
        let gc = GraphicsContext {
            snap: Snap::On,
            ..GraphicsContext::default()
        };
        renderer.draw_quad_mesh(&gc, Affine::IDENTITY, &mesh)
    })
}

fn gouraud() -> Draw {
    let mut random = Random::new(1);
    let corners = places(&mut random, 5_000);
    let triangle = |p: &Point| {
        let mut near = || Point::new(p.x + random.unit() * 15.0, p.y + random.unit() * 15.0);
        [near(), near(), near()]
    };
    let triangles: Vec<[Point; 3]> = corners.iter().map(triangle).collect();
    let shades = colors(&mut random, 15_000);
    Box::new(move |renderer| {
        let shades = shades.as_chunks::<3>().0.iter();
        let shaded = triangles.iter().zip(shades);
        let shaded = shaded.map(|(t, s)| [(t[0], s[0]), (t[1], s[1]), (t[2], s[2])]);
        renderer.draw_gouraud_triangles(&GraphicsContext::default(), Affine::IDENTITY, shaded)
    })
}

fn area() -> Draw {
    let x = |i: i32| 50.0 + f64::from(i) * 0.108;
    // Arches and not sines, which differ from machine to machine.
    let arch = |t: f64| 4.0 * t * (1.0 - t);
    let wave = |i: i32, phase: f64| 100.0 + 250.0 * arch((f64::from(i) * 0.0007 + phase).fract());
    let upper = (0..5000).map(|i| (x(i), wave(i, 0.0)));
    let lower = (0..5000).rev().map(|i| (x(i), wave(i, 0.4)));
    let area = Path::polygon(upper.chain(lower).collect::<Vec<_>>());
    Box::new(move |renderer| {
        let gc = GraphicsContext {
            line_width: 0.0,
            ..GraphicsContext::default()
        };
        renderer.draw_path(&gc, &area, Affine::IDENTITY, Some(BLUE.with_alpha(0.4)))
    })
}

fn image() -> Draw {
    let pixels: Vec<u8> = (0..370_u32 * 370)
        .flat_map(|i| [(i % 256) as u8, (i / 370 % 256) as u8, 99, 255])
        .collect();
    Box::new(move |renderer| {
        let image = Image {
            width: 370,
            height: 370,
            pixels: &pixels,
        };
        renderer.draw_image(&GraphicsContext::default(), (140.0, 50.0), image)
    })
}

fn glyphs() -> Draw {
    let corners = places(&mut Random::new(1), 1000);
    let covers: Vec<u8> = (0..9 * 11).map(|i| (i * 37 % 256) as u8).collect();
    Box::new(move |renderer| {
        corners.iter().try_for_each(|p| {
            let glyph = GlyphImage {
                left: p.x as i32,
                top: p.y as i32,
                width: 9,
                height: 11,
                covers: &covers,
            };
            renderer.draw_glyph(&GraphicsContext::default(), glyph)
        })
    })
}

fn short_paths() -> Draw {
    let corners = places(&mut Random::new(1), 400);
    let paths: Vec<Path> = corners
        .as_chunks::<4>()
        .0
        .iter()
        .map(|four| Path::polyline(four.iter().copied()))
        .collect();
    Box::new(move |renderer| {
        let mut paths = paths.iter();
        paths.try_for_each(|path| renderer.draw_path(&pen(), path, Affine::IDENTITY, None))
    })
}

fn grid() -> Draw {
    let upright = (0..30).map(|i| f64::from(i) * 19.3 + 40.2);
    let upright = upright.map(|x| Path::polyline([(x, 30.0), (x, 450.0)]));
    let level = (0..30).map(|i| f64::from(i) * 13.9 + 30.4);
    let level = level.map(|y| Path::polyline([(40.0, y), (600.0, y)]));
    let lines: Vec<Path> = upright.chain(level).collect();
    Box::new(move |renderer| {
        let gc = GraphicsContext {
            line_width: 0.8,
            color: Color::from_rgb8(176, 176, 176),
            dashes: Some(Dash::new(0.0, &[2.96, 1.28])),
            ..GraphicsContext::default()
        };
        let mut lines = lines.iter();
        lines.try_for_each(|line| renderer.draw_path(&gc, line, Affine::IDENTITY, None))
    })
}
