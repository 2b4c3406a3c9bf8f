//! SVG 1.1: text is text in a font that comes with it, pictures are PNG files within.

use std::collections::HashMap;
use std::fmt::Write;

use agg_core::{Affine, Cap, Color, Join, Path, PathEl, Point};
use agg_plot::{Antialiasing, Hatch};

use crate::draw_list::DrawList;
use crate::vector::glyphs::Used;
use crate::vector::shape::{Clip, Glyphs, Look, Pen, Raster};
use crate::vector::{Drawn, Sheet};

/// A document that grows. Its unit is the list's pixel.
#[derive(Debug)]
pub(super) struct Svg {
    /// Inches.
    size: (f64, f64),
    pixels: (f64, f64),
    /// The side of a hatch's tile.
    tile: f64,
    /// Pixels to the point.
    scale: f64,
    /// Shapes, clips and hatches by what they hold, and their numbers.
    known: HashMap<String, usize>,
    definitions: String,
    body: String,
    /// The clip that the body is within.
    clip: Clip,
    /// Groups that are open.
    open: usize,
    used: Used,
}

impl Svg {
    pub(super) fn new(list: &DrawList<'_>) -> Self {
        Self {
            size: (list.width() / list.dpi(), list.height() / list.dpi()),
            pixels: (list.width(), list.height()),
            tile: list.dpi().floor(),
            scale: list.dpi() / 72.0,
            known: HashMap::new(),
            definitions: String::new(),
            body: String::new(),
            clip: Clip::default(),
            open: 0,
            used: Used::default(),
        }
    }

    /// The document.
    pub(super) fn finish(mut self) -> String {
        self.close();
        let (width, height) = self.size;
        let (columns, rows) = self.pixels;
        let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        let _ = writeln!(
            out,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" \
             xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\" \
             width=\"{}pt\" height=\"{}pt\" viewBox=\"0 0 {} {}\">",
            Number(width * 72.0),
            Number(height * 72.0),
            Number(columns),
            Number(rows),
        );
        out.push_str("<defs>\n");
        if let Some(font) = self.used.subset() {
            let _ = writeln!(
                out,
                "<style>@font-face{{font-family:\"{FAMILY}\";\
                 src:url(data:font/ttf;base64,{})format(\"truetype\")}}</style>",
                base64(font.bytes()),
            );
        }
        let _ = write!(
            out,
            "{}</defs>\n<g font-family=\"{FAMILY}\">\n{}</g>\n</svg>\n",
            self.definitions, self.body
        );
        out
    }

    fn close(&mut self) {
        for _ in 0..std::mem::take(&mut self.open) {
            self.body.push_str("</g>\n");
        }
    }

    /// The number of a definition, which `write` adds if it is new.
    fn define(&mut self, content: String, write: impl FnOnce(&mut String, usize, &str)) -> usize {
        let next = self.known.len();
        if let Some(&known) = self.known.get(&content) {
            return known;
        }
        write(&mut self.definitions, next, &content);
        self.known.insert(content, next);
        next
    }

    fn within(&mut self, data: &str) {
        let content = format!("<path d=\"{data}\"/>");
        let id = self.define(content, |out, id, content| {
            let _ = writeln!(out, "<clipPath id=\"c{id}\">{content}</clipPath>");
        });
        let _ = writeln!(self.body, "<g clip-path=\"url(#c{id})\">");
        self.open += 1;
    }

    fn hatch(&mut self, hatch: &Hatch) -> usize {
        let tile = self.tile;
        let to_tile = Affine::scale_xy(tile, -tile).then(Affine::translate(0.0, tile));
        let mut path = (*hatch.path).clone();
        path.transform(to_tile);
        let mut content = format!("<path d=\"{}\" stroke-linecap=\"square\"", data(&path));
        paint(&mut content, "fill", hatch.color);
        paint(&mut content, "stroke", hatch.color);
        let width = Number(hatch.line_width * self.scale);
        let _ = write!(content, " stroke-width=\"{width}\"/>");
        self.define(content, |out, id, content| {
            let _ = writeln!(
                out,
                "<pattern id=\"h{id}\" patternUnits=\"userSpaceOnUse\" width=\"{tile}\" \
                 height=\"{tile}\">{content}</pattern>"
            );
        })
    }
}

/// The name of the font that comes with the document. Where that cannot be read, one of the system
/// with the same name will do.
const FAMILY: &str = "DejaVu Sans";

impl Sheet for Svg {
    fn clip(&mut self, clip: &Clip) {
        if *clip == self.clip {
            return;
        }
        self.close();
        if let Some(rect) = clip.rect {
            self.within(&data(&Path::rectangle(rect)));
        }
        if let Some(path) = &clip.path {
            self.within(&data(path));
        }
        self.clip = clip.clone();
    }

    fn path(&mut self, path: &Path, look: &Look<'_>) {
        let data = data(path);
        let attributes = attributes(look);
        if let Some(hatch) = look.hatch {
            let bare = Look {
                pen: None,
                ..look.clone()
            };
            if look.face.is_some() {
                let face = self::attributes(&bare);
                let _ = writeln!(self.body, "<path d=\"{data}\"{face}/>");
            }
            let id = self.hatch(hatch);
            let _ = writeln!(self.body, "<path d=\"{data}\" fill=\"url(#h{id})\"/>");
            let bare = Look {
                face: None,
                ..look.clone()
            };
            if look.pen.is_some() {
                let pen = self::attributes(&bare);
                let _ = writeln!(self.body, "<path d=\"{data}\"{pen}/>");
            }
            return;
        }
        let _ = writeln!(self.body, "<path d=\"{data}\"{attributes}/>");
    }

    fn stamps(&mut self, path: &Path, places: &[Point], look: &Look<'_>) {
        let id = self.define(data(path), |out, id, data| {
            let _ = writeln!(out, "<path id=\"s{id}\" d=\"{data}\"/>");
        });
        let _ = write!(self.body, "<g{}>", attributes(look));
        for place in places {
            let (x, y) = (Number(place.x), Number(place.y));
            let _ = write!(
                self.body,
                "<use xlink:href=\"#s{id}\" x=\"{x}\" y=\"{y}\"/>"
            );
        }
        self.body.push_str("</g>\n");
    }

    fn picture(&mut self, raster: &Raster<'_>) {
        let Some(file) = png(raster) else {
            return;
        };
        let _ = writeln!(
            self.body,
            "<image x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" preserveAspectRatio=\"none\" \
             xlink:href=\"data:image/png;base64,{}\"/>",
            Number(raster.x),
            Number(raster.y),
            raster.width,
            raster.height,
            base64(&file),
        );
    }

    fn text(&mut self, glyphs: &Glyphs<'_>) -> Drawn {
        let Some(characters) = self.used.characters(glyphs) else {
            return Drawn::NotKnown;
        };
        let m = glyphs.transform;
        let _ = write!(self.body, "<text xml:space=\"preserve\" transform=\"");
        let _ = if (m.sx, m.shy) == (1.0, 0.0) {
            write!(self.body, "translate({} {})", Number(m.tx), Number(m.ty))
        } else {
            let [a, b, c, d] = [m.sx, m.shy, m.shx, m.sy].map(Fine);
            let (x, y) = (Number(m.tx), Number(m.ty));
            write!(self.body, "matrix({a} {b} {c} {d} {x} {y})")
        };
        let _ = write!(self.body, "\" font-size=\"{}\"", Number(glyphs.size));
        paint(&mut self.body, "fill", glyphs.color);
        self.body.push_str(" x=\"");
        for (i, glyph) in glyphs.glyphs.iter().enumerate() {
            let gap = if i == 0 { "" } else { " " };
            let _ = write!(self.body, "{gap}{}", Number(glyph.x));
        }
        self.body.push_str("\">");
        for c in characters {
            match c {
                '<' => self.body.push_str("&lt;"),
                '&' => self.body.push_str("&amp;"),
                '>' => self.body.push_str("&gt;"),
                c => self.body.push(c),
            }
        }
        self.body.push_str("</text>\n");
        Drawn::Done
    }
}

/// A number in thousandths, without zeros at its end.
#[derive(Clone, Copy)]
struct Number(f64);

impl std::fmt::Display for Number {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        trimmed(f, &format!("{:.3}", self.0))
    }
}

/// A number in millionths.
#[derive(Clone, Copy)]
struct Fine(f64);

impl std::fmt::Display for Fine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        trimmed(f, &format!("{:.6}", self.0))
    }
}

fn trimmed(f: &mut std::fmt::Formatter<'_>, digits: &str) -> std::fmt::Result {
    let short = digits.trim_end_matches('0').trim_end_matches('.');
    f.write_str(if short == "-0" { "0" } else { short })
}

/// The path as SVG path data in thousandths of a pixel.
fn data(path: &Path) -> String {
    let mut out = String::new();
    let mut command = |letter: char, points: &[Point]| {
        let mut before = letter;
        for p in points {
            let _ = write!(out, "{before}{} {}", Number(p.x), Number(p.y));
            before = ' ';
        }
        if points.is_empty() {
            out.push(letter);
        }
    };
    for element in path.elements() {
        match element {
            PathEl::MoveTo(p) => command('M', &[p]),
            PathEl::LineTo(p) => command('L', &[p]),
            PathEl::QuadTo(a, p) => command('Q', &[a, p]),
            PathEl::CurveTo(a, b, p) => command('C', &[a, b, p]),
            PathEl::Close => command('Z', &[]),
        }
    }
    out
}

/// ` fill="#rrggbb" fill-opacity="…"`, or the same for strokes.
fn paint(out: &mut String, what: &str, color: Color) {
    let [r, g, b, _] = color.to_rgba8();
    let _ = write!(out, " {what}=\"#{r:02x}{g:02x}{b:02x}\"");
    if color.a < 1.0 {
        let _ = write!(out, " {what}-opacity=\"{}\"", Number(color.a.max(0.0)));
    }
}

fn attributes(look: &Look<'_>) -> String {
    let mut out = String::new();
    match look.face {
        Some(face) => paint(&mut out, "fill", face),
        None => out.push_str(" fill=\"none\""),
    }
    if let Some(pen) = &look.pen {
        stroke(&mut out, pen);
    }
    if look.antialiasing == Antialiasing::Off {
        out.push_str(" shape-rendering=\"crispEdges\"");
    }
    out
}

fn stroke(out: &mut String, pen: &Pen) {
    paint(out, "stroke", pen.color);
    let _ = write!(out, " stroke-width=\"{}\"", Number(pen.width));
    match pen.cap {
        Cap::Butt => {}
        Cap::Square => out.push_str(" stroke-linecap=\"square\""),
        Cap::Round => out.push_str(" stroke-linecap=\"round\""),
    }
    match pen.join {
        Join::Bevel => out.push_str(" stroke-linejoin=\"bevel\""),
        Join::Round => out.push_str(" stroke-linejoin=\"round\""),
        Join::Miter | Join::MiterRevert | Join::MiterRound => {
            let _ = write!(out, " stroke-miterlimit=\"{}\"", Number(pen.miter_limit));
        }
    }
    if !pen.dashes.is_empty() {
        let lengths: Vec<String> = pen.dashes.iter().map(|&v| Number(v).to_string()).collect();
        let _ = write!(out, " stroke-dasharray=\"{}\"", lengths.join(" "));
        if pen.dash_offset != 0.0 {
            let _ = write!(out, " stroke-dashoffset=\"{}\"", Number(pen.dash_offset));
        }
    }
}

/// A picture as a PNG file; `None` for one of no size, which has none.
fn png(raster: &Raster<'_>) -> Option<Vec<u8>> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, raster.width, raster.height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(raster.pixels.as_flattened()).ok()?;
    writer.finish().ok()?;
    Some(file)
}

/// The bytes in an alphabet of 64 letters, six bits each.
pub(crate) fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let byte = |i: usize| u32::from(chunk.get(i).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            let letter = LETTERS.get((bits >> (18 - 6 * place)) as usize & 63);
            let is_there = place <= chunk.len();
            out.push(char::from(*letter.filter(|_| is_there).unwrap_or(&b'=')));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use agg_core::Rect;

    #[test]
    fn base64_pads_what_is_no_multiple_of_three() {
        for (bytes, text) in [
            ("", ""),
            ("M", "TQ=="),
            ("Ma", "TWE="),
            ("Man", "TWFu"),
            ("Man\u{ff}", "TWFuw78="),
        ] {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }

    #[test]
    fn numbers_are_as_short_as_they_can_be() {
        let written = [0.0, -0.0001, 10.0, -1.25, 0.1239].map(|v| Number(v).to_string());
        assert_eq!(written, ["0", "0", "10", "-1.25", "0.124"]);
    }

    #[test]
    fn data_has_all_elements() {
        let mut path = Path::new();
        path.move_to((0.0, 1.0)).line_to((2.0, 3.5));
        path.quad_to((1.0, 1.0), (2.0, 2.0));
        path.cubic_to((1.0, 1.0), (2.0, 2.0), (3.0, 3.0)).close();
        assert_eq!(data(&path), "M0 1L2 3.5Q1 1 2 2C1 1 2 2 3 3Z");
        let square = Path::rectangle(Rect::new(0.0, 0.0, 1.0, 1.0));
        assert_eq!(data(&square), "M0 0L1 0L1 1L0 1Z");
    }
}
