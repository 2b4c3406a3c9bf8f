//! Holds a draw list against the recorded calls of the real matplotlib.

use agg_core::{Affine, Cap, Color, Join, Path, PathEl, Point, Rect, Transform};
use agg_plot::{Antialiasing, GraphicsContext, Snap};
use figure::{DrawList, Item, Outline};
use serde_json::Value;

/// How far a coordinate may be from matplotlib's, in its own units; twice this for the largest
/// magnitudes that occur is still far below 1/64 px, the grid that text is placed on.
const CLOSE: f64 = 1e-9;

/// The calls that are held against items.
const COMPARED: [&str; 5] = [
    "draw_path",
    "draw_markers",
    "draw_path_collection",
    "draw_quad_mesh",
    "draw_text",
];

/// A trace from its text, without its calls from number `end` on.
pub(crate) fn trace_before(text: &str, end: usize) -> Value {
    let mut trace: Value = serde_json::from_str(text).unwrap_or_default();
    if let Some(calls) = trace["calls"].as_array_mut() {
        calls.truncate(end);
    }
    trace
}

/// What differs between a draw list and a trace, call by call; nothing if they agree.
pub(crate) fn differences(list: &DrawList<'_>, trace: &Value) -> Vec<String> {
    let calls = trace["calls"].as_array().into_iter().flatten();
    let calls: Vec<&Value> = calls
        .filter(|call| COMPARED.contains(&op(call)) && !is_empty_collection(call))
        .collect();
    let mut faults = Vec::new();
    for (number, (item, call)) in list.items().iter().zip(&calls).enumerate() {
        let mut check = Check {
            faults: &mut faults,
            call: format!("{number} {}", op(call)),
        };
        check.item(item, call, f64::from(list.pixels().1));
    }
    if list.items().len() != calls.len() {
        faults.push(format!(
            "{} items, but {} calls",
            list.items().len(),
            calls.len()
        ));
    }
    faults
}

fn op(call: &Value) -> &str {
    call["op"].as_str().unwrap_or_default()
}

/// matplotlib also draws collections that hold nothing.
fn is_empty_collection(call: &Value) -> bool {
    op(call) == "draw_path_collection" && call["paths"].as_array().is_some_and(Vec::is_empty)
}

struct Check<'a> {
    faults: &'a mut Vec<String>,
    call: String,
}

impl Check<'_> {
    fn item(&mut self, item: &Item<'_>, call: &Value, height: f64) {
        match item {
            Item::Path {
                gc,
                outline,
                transform,
                face,
            } if op(call) == "draw_path" => {
                self.gc(gc, &call["gc"]);
                self.outline(outline, &call["path"]);
                self.affine("transform", transform, &call["transform"]);
                self.color("face", *face, &call["face"]);
            }
            Item::Markers {
                gc,
                marker,
                marker_transform,
                outline,
                transform,
                face,
            } if op(call) == "draw_markers" => {
                self.gc(gc, &call["gc"]);
                self.points("marker", &flat(marker), &call["marker_path"]);
                self.affine(
                    "marker transform",
                    marker_transform,
                    &call["marker_transform"],
                );
                self.outline(outline, &call["path"]);
                self.affine("transform", transform, &call["transform"]);
                self.color("face", Some(*face), &call["face"]);
            }
            Item::Collection(paths) if op(call) == "draw_path_collection" => {
                self.clip(paths.gc.clip_rect, &call["gc"]["cliprect"]);
                self.affine("transform", &paths.transform, &call["master_transform"]);
                self.colors("faces", &paths.face_colors, &call["facecolors"]);
                self.colors("edges", &paths.edge_colors, &call["edgecolors"]);
                for (ours, theirs) in paths.line_widths.iter().zip(all(&call["linewidths"])) {
                    self.close("width", *ours, theirs);
                }
                let theirs = all(&call["paths"]);
                self.same("paths", paths.paths.len(), theirs.len());
                for (ours, theirs) in paths.paths.iter().zip(theirs) {
                    self.points("path", &flat(ours), theirs);
                }
            }
            Item::Mesh(quads) if op(call) == "draw_quad_mesh" => {
                self.clip(quads.gc.clip_rect, &call["gc"]["cliprect"]);
                self.colors("faces", &quads.face_colors, &call["facecolors"]);
                let theirs: Vec<&Value> = all(&call["coordinates"]).iter().flat_map(all).collect();
                self.same("corners", quads.corners.len(), theirs.len());
                for (corner, theirs) in quads.corners.iter().zip(theirs) {
                    let ours = quads.transform.apply(*corner);
                    self.close("corner", ours.x, &theirs[0]);
                    self.close("corner", ours.y, &theirs[1]);
                }
            }
            Item::Text {
                line,
                string,
                x,
                y,
                angle,
                ..
            } if op(call) == "draw_text" => {
                self.same("string", &**string, call["s"].as_str().unwrap_or_default());
                self.close("x", *x, &call["x"]);
                self.close("y", height - y, &call["y"]);
                self.close("angle", *angle, &call["angle"]);
                self.close("size", line.size().points(), &call["size_pt"]);
                self.close("width", line.width(), &call["whd"][0]);
                self.close("height", line.height(), &call["whd"][1]);
                self.close("descent", line.descent(), &call["whd"][2]);
            }
            other => self.faults.push(format!("{}: {other:?}", self.call)),
        }
    }

    fn same<T: PartialEq + std::fmt::Debug + Copy>(&mut self, what: &str, ours: T, theirs: T) {
        if ours != theirs {
            self.faults.push(format!(
                "{}: {what} is {ours:?}, should be {theirs:?}",
                self.call
            ));
        }
    }

    fn close(&mut self, what: &str, ours: f64, theirs: &Value) {
        let Some(theirs) = number(theirs) else {
            return self.faults.push(format!(
                "{}: {what} is {ours:?}, should be {theirs}",
                self.call
            ));
        };
        let scale = 1.0_f64.max(theirs.abs());
        let agree = ours == theirs
            || (ours.is_nan() && theirs.is_nan())
            || (ours - theirs).abs() <= CLOSE * scale;
        if !agree {
            self.faults.push(format!(
                "{}: {what} is {ours:?}, should be {theirs:?}",
                self.call
            ));
        }
    }

    fn gc(&mut self, gc: &GraphicsContext, call: &Value) {
        self.close("line width", gc.line_width, &call["linewidth_pt"]);
        self.color("colour", Some(gc.color), &call["rgb"]);
        self.same("forced alpha", Some(false), call["forced_alpha"].as_bool());
        self.same(
            "antialiased",
            Some(gc.antialiasing == Antialiasing::On),
            call["antialiased"].as_bool(),
        );
        let cap = match gc.cap {
            Cap::Butt => "butt",
            Cap::Square => "projecting",
            Cap::Round => "round",
        };
        self.same("cap", Some(cap), call["capstyle"].as_str());
        let join = match gc.join {
            Join::MiterRevert => "miter",
            Join::Round => "round",
            Join::Bevel => "bevel",
            _ => "one that matplotlib does not have",
        };
        self.same("join", Some(join), call["joinstyle"].as_str());
        let snap = match gc.snap {
            Snap::Auto => Value::Null,
            Snap::On => Value::Bool(true),
            Snap::Off => Value::Bool(false),
        };
        self.same("snap", &snap, &call["snap"]);
        self.clip(gc.clip_rect, &call["cliprect"]);
        self.dashes(gc, &call["dashes"]);
    }

    fn dashes(&mut self, gc: &GraphicsContext, call: &Value) {
        let lengths = call[1].as_array();
        self.same("dashed", gc.dashes.is_some(), lengths.is_some());
        if let (Some(ours), Some(theirs)) = (gc.dashes.as_ref(), lengths) {
            self.close("dash offset", ours.offset(), &call[0]);
            self.same("dashes", ours.lengths().len(), theirs.len());
            ours.lengths()
                .iter()
                .zip(theirs)
                .for_each(|(ours, theirs)| self.close("dash", *ours, theirs));
        }
    }

    fn clip(&mut self, ours: Option<Rect>, theirs: &Value) {
        self.same("clipped", ours.is_some(), !theirs.is_null());
        if let Some(Rect { x0, y0, x1, y1 }) = ours {
            for (i, ours) in [x0, y0, x1, y1].into_iter().enumerate() {
                self.close("clip", ours, &theirs[i / 2][i % 2]);
            }
        }
    }

    fn color(&mut self, what: &str, ours: Option<Color>, theirs: &Value) {
        self.same(what, ours.is_some(), !theirs.is_null());
        if let Some(Color { r, g, b, a }) = ours {
            let ours = [r, g, b, a];
            ours.into_iter()
                .enumerate()
                .for_each(|(i, ours)| self.close(what, ours, &theirs[i]));
        }
    }

    fn colors(&mut self, what: &str, ours: &[Color], theirs: &Value) {
        let theirs = all(theirs);
        self.same(what, ours.len(), theirs.len());
        for (ours, theirs) in ours.iter().zip(theirs) {
            self.color(what, Some(*ours), theirs);
        }
    }

    fn affine(&mut self, what: &str, ours: &Affine, theirs: &Value) {
        let rows = [[ours.sx, ours.shx, ours.tx], [ours.shy, ours.sy, ours.ty]];
        for (row, theirs) in rows.iter().zip(theirs.as_array().into_iter().flatten()) {
            row.iter()
                .enumerate()
                .for_each(|(i, ours)| self.close(what, *ours, &theirs[i]));
        }
    }

    fn outline(&mut self, ours: &Outline<'_>, theirs: &Value) {
        let (points, simplify) = match ours {
            Outline::Path(path) => (flat(path), None),
            Outline::Polyline(line) => (line.points.iter().collect(), line.simplify),
            Outline::Bent(line) => (flat(&line.path), line.simplify),
        };
        self.same(
            "simplified",
            Some(simplify.is_some()),
            theirs["should_simplify"].as_bool(),
        );
        if let Some(threshold) = simplify {
            self.close("threshold", threshold, &theirs["simplify_threshold"]);
        }
        self.points("path", &points, theirs);
    }

    fn points(&mut self, what: &str, ours: &[Point], theirs: &Value) {
        let codes = theirs["codes"].as_array();
        let Some(vertices) = theirs["vertices"].as_array() else {
            return self.same(
                what,
                Some(ours.len() as u64),
                theirs["vertex_count"].as_u64(),
            );
        };
        // The vertex of a closing code is no point.
        let drawn = |i: &usize| codes.is_none_or(|codes| codes[*i].as_u64() != Some(79));
        let vertices: Vec<&Value> = (0..vertices.len())
            .filter(drawn)
            .map(|i| &vertices[i])
            .collect();
        self.same(what, ours.len(), vertices.len());
        for (ours, theirs) in ours.iter().zip(vertices) {
            self.close(what, ours.x, &theirs[0]);
            self.close(what, ours.y, &theirs[1]);
        }
    }
}

/// A number; JSON has infinities and NaN as strings.
fn number(value: &Value) -> Option<f64> {
    match value.as_str() {
        Some(name) => name.parse().ok(),
        None => value.as_f64(),
    }
}

/// The entries of a list.
fn all(list: &Value) -> &[Value] {
    list.as_array().map_or(&[], Vec::as_slice)
}

fn flat(path: &Path) -> Vec<Point> {
    path.elements()
        .flat_map(|element| match element {
            PathEl::MoveTo(p) | PathEl::LineTo(p) => vec![p],
            PathEl::QuadTo(a, p) => vec![a, p],
            PathEl::CurveTo(a, b, p) => vec![a, b, p],
            PathEl::Close => vec![],
        })
        .collect()
}
