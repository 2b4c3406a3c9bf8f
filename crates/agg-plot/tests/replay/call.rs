//! From a recorded call to a call of the renderer.

use agg_core::{Affine, Cap, Color, Dash, Join, Path, PathEl, Point, Rect};
use agg_plot::{
    Antialiasing, ClipPath, Collection, GlyphImage, GraphicsContext, Hatch, Image, PathSource,
    QuadMesh, Renderer, Sketch, Snap, Styles,
};
use serde_json::Value;
use std::collections::HashMap;
use std::sync::Arc;

pub(crate) struct Player {
    renderer: Renderer,
    /// Clip paths by their JSON: one that comes again is the same one.
    clip_paths: HashMap<String, Arc<Path>>,
}

impl Player {
    pub(crate) fn new((width, height): (u32, u32), dpi: f64) -> Self {
        Self {
            renderer: Renderer::new(width, height, dpi).unwrap(),
            clip_paths: HashMap::new(),
        }
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        self.renderer.pixmap().bytes()
    }

    pub(crate) fn play(&mut self, call: &Value) {
        match call["op"].as_str().unwrap() {
            "new" => self.begin(call),
            "draw_text" | "text_glyphs" => {}
            "clear" => self.renderer.clear(),
            "draw_path" => self.path(call),
            "draw_markers" => self.markers(call),
            "draw_text_image" => self.text_image(call),
            "draw_image" => self.image(call),
            "draw_path_collection" => self.collection(call),
            "draw_quad_mesh" => self.mesh(call),
            "draw_gouraud_triangles" => self.triangles(call),
            other => panic!("no player for {other}"),
        }
    }

    /// A renderer of another size or resolution: a figure may be laid out on one and saved by the next.
    fn begin(&mut self, call: &Value) {
        let side = |name: &str| call[name].as_u64().map(|side| side as u32);
        if let (Some(width), Some(height), Some(dpi)) =
            (side("width"), side("height"), call["dpi"].as_f64())
        {
            self.renderer = Renderer::new(width, height, dpi).unwrap();
        }
    }

    fn path(&mut self, call: &Value) {
        let gc = self.context(&call["gc"]);
        let face = face(&call["face"], &call["gc"]);
        let path = Source::new(&call["path"]);
        self.renderer
            .draw_path(&gc, &path, affine(&call["transform"]), face)
            .unwrap();
    }

    fn markers(&mut self, call: &Value) {
        let gc = self.context(&call["gc"]);
        let marker = Source::new(&call["marker_path"]);
        let path = Source::new(&call["path"]);
        self.renderer
            .draw_markers(
                &gc,
                (&marker, affine(&call["marker_transform"])),
                (&path, affine(&call["transform"])),
                face(&call["face"], &call["gc"]),
            )
            .unwrap();
    }

    fn text_image(&mut self, call: &Value) {
        let gc = self.context(&call["gc"]);
        let (shape, covers) = image(&call["image"]);
        let glyph = GlyphImage {
            left: number(&call["x"]) as i32,
            top: number(&call["y"]) as i32 - shape[0] as i32,
            width: shape[1],
            height: shape[0],
            covers: &covers,
        };
        self.renderer
            .draw_rotated_glyph(&gc, glyph, number(&call["angle"]))
            .unwrap();
    }

    fn image(&mut self, call: &Value) {
        let gc = self.context(&call["gc"]);
        let (shape, pixels) = image(&call["image"]);
        let image = Image {
            width: shape[1],
            height: shape[0],
            pixels: &pixels,
        };
        let corner = (number(&call["x"]), number(&call["y"]));
        self.renderer.draw_image(&gc, corner, image).unwrap();
    }

    fn collection(&mut self, call: &Value) {
        let gc = self.context(&call["gc"]);
        let list = |name: &str| items(&call[name]).iter();
        let collection = Collection {
            paths: &list("paths").map(Source::new).collect::<Vec<_>>(),
            transforms: &list("transforms").map(affine).collect::<Vec<_>>(),
            offsets: &list("offsets").map(point).collect::<Vec<_>>(),
            offset_transform: affine(&call["offset_transform"]),
            style: Styles {
                face_colors: &list("facecolors").map(color).collect::<Vec<_>>(),
                edge_colors: &list("edgecolors").map(color).collect::<Vec<_>>(),
                hatch_colors: &list("hatchcolors").map(color).collect::<Vec<_>>(),
                line_widths: &list("linewidths").map(number).collect::<Vec<_>>(),
                dashes: &list("dashes").map(dashes).collect::<Vec<_>>(),
                antialiasing: &list("antialiaseds").map(antialiasing).collect::<Vec<_>>(),
            },
        };
        self.renderer
            .draw_path_collection(&gc, affine(&call["master_transform"]), &collection)
            .unwrap();
    }

    fn mesh(&mut self, call: &Value) {
        let gc = self.context(&call["gc"]);
        let list = |name: &str| items(&call[name]).iter();
        let rows = list("coordinates").flat_map(|row| items(row).iter().map(point));
        let mesh = QuadMesh {
            columns: call["mesh_width"].as_u64().unwrap() as usize,
            rows: call["mesh_height"].as_u64().unwrap() as usize,
            corners: &rows.collect::<Vec<_>>(),
            offsets: &list("offsets").map(point).collect::<Vec<_>>(),
            offset_transform: affine(&call["offset_transform"]),
            face_colors: &list("facecolors").map(color).collect::<Vec<_>>(),
            edge_colors: &list("edgecolors").map(color).collect::<Vec<_>>(),
            antialiasing: antialiasing(&call["antialiased"]),
        };
        self.renderer
            .draw_quad_mesh(&gc, affine(&call["master_transform"]), &mesh)
            .unwrap();
    }

    fn triangles(&mut self, call: &Value) {
        let gc = self.context(&call["gc"]);
        let triangles = items(&call["points"]).iter().zip(items(&call["colors"]));
        let triangles = triangles
            .map(|(points, colors)| [0, 1, 2].map(|i| (point(&points[i]), color(&colors[i]))));
        self.renderer
            .draw_gouraud_triangles(&gc, affine(&call["transform"]), triangles)
            .unwrap();
    }

    fn context(&mut self, gc: &Value) -> GraphicsContext {
        GraphicsContext {
            line_width: number(&gc["linewidth_pt"]),
            color: color(&gc["rgb"]),
            antialiasing: antialiasing(&gc["antialiased"]),
            cap: match gc["capstyle"].as_str().unwrap() {
                "butt" => Cap::Butt,
                "round" => Cap::Round,
                _ => Cap::Square,
            },
            join: match gc["joinstyle"].as_str().unwrap() {
                "miter" => Join::MiterRevert,
                "round" => Join::Round,
                _ => Join::Bevel,
            },
            dashes: dashes(&gc["dashes"]),
            clip_rect: clip_rect(&gc["cliprect"]),
            clip_path: self.clip_path(gc),
            snap: match gc["snap"] {
                Value::Null => Snap::Auto,
                Value::Bool(false) => Snap::Off,
                _ => Snap::On,
            },
            hatch: hatch(gc),
            sketch: sketch(&gc["sketch"]),
        }
    }

    fn clip_path(&mut self, gc: &Value) -> Option<ClipPath> {
        let path = &gc["clippath"];
        if path.is_null() {
            return None;
        }
        let kept = self.clip_paths.entry(path.to_string());
        let kept = kept.or_insert_with(|| Arc::new(Source::new(path).to_path()));
        Some(ClipPath::new(
            kept.clone(),
            affine(&gc["clippath_transform"]),
        ))
    }
}

/// A recorded path: vertices with or without codes.
pub(crate) struct Source {
    elements: Vec<PathEl>,
    vertices: usize,
    is_polyline: bool,
    simplify_threshold: Option<f64>,
}

impl Source {
    pub(crate) fn new(path: &Value) -> Self {
        let points: Vec<Point> = items(&path["vertices"]).iter().map(point).collect();
        let codes: Option<Vec<u64>> = path["codes"]
            .as_array()
            .map(|codes| codes.iter().map(|c| c.as_u64().unwrap()).collect());
        let simplifies = path["should_simplify"].as_bool().unwrap_or(false);
        Self {
            vertices: points.len(),
            is_polyline: codes.is_none(),
            simplify_threshold: simplifies.then(|| number(&path["simplify_threshold"])),
            elements: match codes {
                Some(codes) => with_codes(&points, &codes),
                None => Path::polyline(points).elements().collect(),
            },
        }
    }

    pub(crate) fn to_path(&self) -> Path {
        self.elements.iter().copied().collect()
    }
}

impl PathSource for Source {
    fn elements(&self) -> impl Iterator<Item = PathEl> {
        self.elements.iter().copied()
    }

    fn vertex_count(&self) -> usize {
        self.vertices
    }

    fn is_polyline(&self) -> bool {
        self.is_polyline
    }

    fn simplify_threshold(&self) -> Option<f64> {
        self.simplify_threshold
    }
}

fn with_codes(points: &[Point], codes: &[u64]) -> Vec<PathEl> {
    let mut vertices = points.iter().copied().zip(codes.iter().copied());
    let mut elements = Vec::new();
    while let Some((p, code)) = vertices.next() {
        let mut next = || vertices.next().unwrap().0;
        elements.push(match code {
            0 => break,
            1 => PathEl::MoveTo(p),
            2 => PathEl::LineTo(p),
            3 => PathEl::QuadTo(p, next()),
            4 => PathEl::CurveTo(p, next(), next()),
            79 => PathEl::Close,
            other => panic!("path code {other}"),
        });
    }
    elements
}

pub(crate) fn items(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

pub(crate) fn number(value: &Value) -> f64 {
    match value.as_str() {
        Some(name) => name.parse().unwrap(),
        None => value.as_f64().unwrap(),
    }
}

pub(crate) fn point(value: &Value) -> Point {
    Point::new(number(&value[0]), number(&value[1]))
}

pub(crate) fn affine(m: &Value) -> Affine {
    let at = |row: usize, column: usize| number(&m[row][column]);
    Affine::new([at(0, 0), at(1, 0), at(0, 1), at(1, 1), at(0, 2), at(1, 2)])
}

pub(crate) fn color(value: &Value) -> Color {
    let [r, g, b] = [0, 1, 2].map(|i| number(&value[i]));
    Color::new(r, g, b, value[3].as_f64().unwrap_or(1.0))
}

/// A face takes the alpha of the context if it is forced to, or has none itself.
fn face(face: &Value, gc: &Value) -> Option<Color> {
    if face.is_null() {
        return None;
    }
    let alpha = gc["forced_alpha"].as_bool().unwrap() || face[3].is_null();
    let color = color(face);
    Some(if alpha {
        color.with_alpha(number(&gc["alpha"]))
    } else {
        color
    })
}

pub(crate) fn antialiasing(value: &Value) -> Antialiasing {
    match value.as_bool() {
        Some(true) => Antialiasing::On,
        _ => Antialiasing::Off,
    }
}

pub(crate) fn dashes(value: &Value) -> Option<Dash> {
    let lengths: Vec<f64> = value[1].as_array()?.iter().map(number).collect();
    Some(Dash::new(number(&value[0]), &lengths))
}

fn clip_rect(value: &Value) -> Option<Rect> {
    let corners = value.as_array()?;
    let (a, b) = (point(&corners[0]), point(&corners[1]));
    Some(Rect {
        x0: a.x,
        y0: a.y,
        x1: b.x,
        y1: b.y,
    })
}

fn hatch(gc: &Value) -> Option<Hatch> {
    let path = &gc["hatchpath"];
    (!path.is_null()).then(|| Hatch {
        path: Arc::new(Source::new(path).to_path()),
        color: color(&gc["hatch_color"]),
        line_width: number(&gc["hatch_linewidth"]),
    })
}

fn sketch(value: &Value) -> Option<Sketch> {
    let values = value.as_array()?;
    let [scale, length, randomness] = [0, 1, 2].map(|i| number(&values[i]));
    Some(Sketch {
        scale,
        length,
        randomness,
    })
}

/// The shape of an array of bytes, and the bytes.
pub(crate) fn image(value: &Value) -> (Vec<u32>, Vec<u8>) {
    let shape = items(&value["shape"]).iter();
    let shape = shape.map(|v| v.as_u64().unwrap() as u32).collect();
    (shape, base64(value["b64"].as_str().unwrap()))
}

fn base64(text: &str) -> Vec<u8> {
    let value = |c: u8| match c {
        b'A'..=b'Z' => u32::from(c - b'A'),
        b'a'..=b'z' => u32::from(c - b'a') + 26,
        b'0'..=b'9' => u32::from(c - b'0') + 52,
        b'+' => 62,
        _ => 63,
    };
    let digits = text.trim_end_matches('=').as_bytes();
    let mut bytes = Vec::new();
    for group in digits.chunks(4) {
        let bits = group.iter().fold(0, |bits, &c| bits << 6 | value(c));
        let bits = bits << (6 * (4 - group.len()));
        bytes.extend_from_slice(&bits.to_be_bytes()[1..group.len()]);
    }
    bytes
}
