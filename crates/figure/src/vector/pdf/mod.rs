//! PDF 1.7: one page, text in a subset of its font, pictures without loss.

mod font;
mod state;

use std::collections::BTreeMap;

use agg_core::{Affine, Path, PathEl, Point, Rect as Box};
use agg_plot::Hatch;
use miniz_oxide::deflate::compress_to_vec_zlib;
use pdf_writer::types::{PaintType, TilingType};
use pdf_writer::writers::ExtGraphicsState;
use pdf_writer::{Chunk, Content, Filter, Finish, Name, Rect, Ref, TextStr};

use crate::draw_list::DrawList;
use crate::vector::glyphs::Used;
use crate::vector::shape::{Clip, Glyphs, Look, Raster};
use crate::vector::{Drawn, Sheet};
use font::FONT;
use state::{State, opacity_name};

/// How hard streams are pressed, of 0 to 10.
const LEVEL: u8 = 6;

const CATALOG: i32 = 1;
const PAGES: i32 = 2;
const PAGE: i32 = 3;
const CONTENT: i32 = 4;
const INFO: i32 = 5;
/// The font and what it is made of are numbered from here.
const FONTS: i32 = 6;
const OTHERS: i32 = FONTS + font::OBJECTS;

/// A document that grows. Within its page the unit is the list's pixel.
pub(super) struct Pdf {
    /// Points.
    size: (f64, f64),
    /// From pixels, y down, to points, y up.
    to_page: Affine,
    /// The side of a hatch's tile, and pixels to the point.
    tile: f64,
    scale: f64,
    content: Content,
    clip: Clip,
    state: State,
    /// Forms, pictures and patterns.
    objects: Chunk,
    next: i32,
    forms: BTreeMap<Vec<u8>, Ref>,
    patterns: BTreeMap<Vec<u8>, Ref>,
    pictures: Vec<Ref>,
    used: Used,
}

impl Pdf {
    pub(super) fn new(list: &DrawList<'_>) -> Self {
        let scale = list.dpi() / 72.0;
        let size = (list.width() / scale, list.height() / scale);
        let to_page = Affine::scale_xy(1.0 / scale, -1.0 / scale);
        let to_page = to_page.then(Affine::translate(0.0, size.1));
        let mut content = Content::new();
        content.transform(matrix(to_page));
        content.save_state();
        Self {
            size,
            to_page,
            tile: list.dpi().floor(),
            scale,
            content,
            clip: Clip::default(),
            state: State::default(),
            objects: Chunk::new(),
            next: OTHERS,
            forms: BTreeMap::new(),
            patterns: BTreeMap::new(),
            pictures: Vec::new(),
            used: Used::default(),
        }
    }

    /// The document.
    pub(super) fn finish(mut self) -> Vec<u8> {
        self.content.restore_state();
        let content = std::mem::replace(&mut self.content, Content::new()).finish();
        let content = pressed(&content);
        let mut pdf = pdf_writer::Pdf::new();
        pdf.catalog(Ref::new(CATALOG)).pages(Ref::new(PAGES));
        let page = Ref::new(PAGE);
        pdf.pages(Ref::new(PAGES)).kids([page]).count(1);
        pdf.stream(Ref::new(CONTENT), &content)
            .filter(Filter::FlateDecode);
        let producer = concat!("figure ", env!("CARGO_PKG_VERSION"));
        pdf.document_info(Ref::new(INFO))
            .producer(TextStr(producer));
        let has_text = font::write(&mut pdf, &self.used, Ref::new(FONTS)).is_some();
        self.write_page(&mut pdf, has_text);
        pdf.extend(&self.objects);
        pdf.finish()
    }

    fn write_page(&self, pdf: &mut pdf_writer::Pdf, has_text: bool) {
        let mut page = pdf.page(Ref::new(PAGE));
        page.parent(Ref::new(PAGES));
        page.contents(Ref::new(CONTENT));
        page.media_box(Rect::new(0.0, 0.0, self.size.0 as f32, self.size.1 as f32));
        // Colours are mixed as they are, red with red.
        page.group().transparency().color_space().device_rgb();
        let mut resources = page.resources();
        if has_text {
            resources.fonts().pair(FONT, Ref::new(FONTS));
        }
        let mut opacities = resources.ext_g_states();
        for (number, &[fill, stroke]) in self.state.opacities().iter().enumerate() {
            let mut opacity = opacities
                .insert(Name(&opacity_name(number)))
                .start::<ExtGraphicsState<'_>>();
            opacity.non_stroking_alpha(fill).stroking_alpha(stroke);
        }
        opacities.finish();
        let mut shapes = resources.x_objects();
        for &id in self.forms.values().chain(&self.pictures) {
            shapes.pair(Name(&name(id)), id);
        }
        shapes.finish();
        let mut patterns = resources.patterns();
        for &id in self.patterns.values() {
            patterns.pair(Name(&name(id)), id);
        }
    }

    fn next(&mut self) -> Ref {
        self.next += 1;
        Ref::new(self.next)
    }

    fn within(&mut self, path: &Path) {
        trace(&mut self.content, path);
        self.content.clip_nonzero().end_path();
    }

    /// A hatch as a pattern that starts at the page's upper left corner.
    fn pattern(&mut self, hatch: &Hatch) -> Ref {
        let tile = self.tile;
        let to_tile = Affine::scale_xy(tile, -tile).then(Affine::translate(0.0, tile));
        let mut path = (*hatch.path).clone();
        path.transform(to_tile);
        let [r, g, b] = channels(hatch.color);
        // Opacity is set within: not every viewer heeds it around a pattern.
        let opacity = hatch.color.a.clamp(0.0, 1.0) as f32;
        let mut content = Content::new();
        content.set_parameters(Name(b"G"));
        content.set_fill_rgb(r, g, b).set_stroke_rgb(r, g, b);
        content.set_line_width((hatch.line_width * self.scale) as f32);
        content.set_line_cap(pdf_writer::types::LineCapStyle::ProjectingSquareCap);
        trace(&mut content, &path);
        content.fill_nonzero_and_stroke();
        let content = content.finish().into_vec();
        let key = [&content[..], &opacity.to_be_bytes()].concat();
        if let Some(&known) = self.patterns.get(&key) {
            return known;
        }
        let id = self.next();
        let side = tile as f32;
        let mut pattern = self.objects.tiling_pattern(id, &content);
        pattern
            .paint_type(PaintType::Colored)
            .tiling_type(TilingType::ConstantSpacing)
            .bbox(Rect::new(0.0, 0.0, side, side))
            .x_step(side)
            .y_step(side)
            .matrix(matrix(self.to_page));
        let mut resources = pattern.resources();
        let mut states = resources.ext_g_states();
        let mut state = states.insert(Name(b"G")).start::<ExtGraphicsState<'_>>();
        state.non_stroking_alpha(opacity).stroking_alpha(opacity);
        state.finish();
        states.finish();
        resources.finish();
        pattern.finish();
        self.patterns.insert(key, id);
        id
    }

    /// Fills and strokes a path in one step, or in two where the stroke lets the face through.
    fn paint(&mut self, path: &Path, look: &Look<'_>) {
        let state = &mut self.state;
        state.set(&mut self.content, look);
        paint(&mut self.content, path, look);
    }
}

impl Sheet for Pdf {
    fn clip(&mut self, clip: &Clip) {
        if *clip == self.clip {
            return;
        }
        self.content.restore_state().save_state();
        self.state.forget();
        if let Some(rect) = clip.rect {
            self.within(&Path::rectangle(rect));
        }
        if let Some(path) = &clip.path {
            self.within(path);
        }
        self.clip = clip.clone();
    }

    fn path(&mut self, path: &Path, look: &Look<'_>) {
        let Some(hatch) = look.hatch else {
            self.paint(path, look);
            return;
        };
        let face = Look {
            pen: None,
            hatch: None,
            ..look.clone()
        };
        if look.face.is_some() {
            self.paint(path, &face);
        }
        let id = self.pattern(hatch);
        self.state.set_opaque(&mut self.content);
        self.state.forget_face();
        self.content
            .set_fill_color_space(pdf_writer::types::ColorSpaceOperand::Pattern)
            .set_fill_pattern([], Name(&name(id)));
        trace(&mut self.content, path);
        self.content.fill_nonzero();
        if look.pen.is_some() {
            let pen = Look {
                face: None,
                hatch: None,
                ..look.clone()
            };
            self.paint(path, &pen);
        }
    }

    fn stamps(&mut self, path: &Path, places: &[Point], look: &Look<'_>) {
        let mut form = Content::new();
        paint(&mut form, path, look);
        let form = form.finish().into_vec();
        let id = match self.forms.get(&form) {
            Some(&known) => known,
            None => {
                let id = self.next();
                let reach = look
                    .pen
                    .as_ref()
                    .map_or(0.0, |pen| pen.width * pen.miter_limit);
                let around = path.control_box().unwrap_or_default().inflated(reach + 1.0);
                let mut object = self.objects.form_xobject(id, &form);
                object.bbox(bounds(around));
                object.resources();
                object.finish();
                self.forms.insert(form, id);
                id
            }
        };
        self.state.set(&mut self.content, look);
        for place in places {
            self.content
                .save_state()
                .transform([1.0, 0.0, 0.0, 1.0, place.x as f32, place.y as f32])
                .x_object(Name(&name(id)))
                .restore_state();
        }
    }

    fn picture(&mut self, raster: &Raster<'_>) {
        let (width, height) = (raster.width as i32, raster.height as i32);
        let is_opaque = raster.pixels.iter().all(|pixel| pixel[3] == 255);
        let mask = (!is_opaque).then(|| self.next());
        if let Some(mask) = mask {
            let opacity: Vec<u8> = raster.pixels.iter().map(|pixel| pixel[3]).collect();
            let opacity = pressed(&opacity);
            let mut object = self.objects.image_xobject(mask, &opacity);
            object.filter(Filter::FlateDecode);
            object.width(width).height(height).bits_per_component(8);
            object.color_space().device_gray();
        }
        let id = self.next();
        let colors = raster.pixels.iter().flat_map(|&[r, g, b, _]| [r, g, b]);
        let colors = pressed(&colors.collect::<Vec<u8>>());
        let mut object = self.objects.image_xobject(id, &colors);
        object.filter(Filter::FlateDecode);
        object.width(width).height(height).bits_per_component(8);
        object.color_space().device_rgb();
        if let Some(mask) = mask {
            object.s_mask(mask);
        }
        object.finish();
        self.pictures.push(id);
        self.state.set_opaque(&mut self.content);
        let (across, down) = (width as f32, height as f32);
        // A picture is a unit square whose upper edge is at 1; here y goes down.
        let place = [
            across,
            0.0,
            0.0,
            -down,
            raster.x as f32,
            raster.y as f32 + down,
        ];
        self.content
            .save_state()
            .transform(place)
            .x_object(Name(&name(id)))
            .restore_state();
    }

    fn text(&mut self, glyphs: &Glyphs<'_>) -> Drawn {
        let Some(numbers) = self.used.numbers(glyphs) else {
            return Drawn::NotKnown;
        };
        let look = Look {
            face: Some(glyphs.color),
            hatch: None,
            pen: None,
            antialiasing: agg_plot::Antialiasing::On,
        };
        self.state.set(&mut self.content, &look);
        let upright = Affine::scale_xy(1.0, -1.0).then(glyphs.transform);
        self.content
            .begin_text()
            .set_font(FONT, glyphs.size as f32)
            .set_text_matrix(matrix(upright));
        font::show(&mut self.content, glyphs, &numbers);
        self.content.end_text();
        Drawn::Done
    }
}

fn pressed(bytes: &[u8]) -> Vec<u8> {
    compress_to_vec_zlib(bytes, LEVEL)
}

/// The name of an object among the page's resources.
fn name(id: Ref) -> Vec<u8> {
    format!("X{}", id.get()).into_bytes()
}

fn matrix(m: Affine) -> [f32; 6] {
    [m.sx, m.shy, m.shx, m.sy, m.tx, m.ty].map(|v| v as f32)
}

fn bounds(rect: Box) -> Rect {
    Rect::new(
        rect.x0 as f32,
        rect.y0 as f32,
        rect.x1 as f32,
        rect.y1 as f32,
    )
}

fn channels(color: agg_core::Color) -> [f32; 3] {
    let [r, g, b, _] = color.to_rgba8();
    // To thousandths, which is all that 256 levels need.
    [r, g, b].map(|v| (f32::from(v) / 255.0 * 1000.0).round() / 1000.0)
}

/// Paints a path by the state that is set.
fn paint(content: &mut Content, path: &Path, look: &Look<'_>) {
    let seen_through = look.pen.as_ref().is_some_and(|pen| pen.color.a < 1.0);
    trace(content, path);
    match (look.face.is_some(), look.pen.is_some()) {
        (true, true) if seen_through => {
            content.fill_nonzero();
            trace(content, path);
            content.stroke();
        }
        (true, true) => drop(content.fill_nonzero_and_stroke()),
        (true, false) => drop(content.fill_nonzero()),
        (false, true) => drop(content.stroke()),
        (false, false) => drop(content.end_path()),
    }
}

/// The elements of a path.
fn trace(content: &mut Content, path: &Path) {
    // To thousandths of a pixel.
    let short = |p: Point| [p.x, p.y].map(|v| ((v * 1000.0).round() / 1000.0) as f32);
    let mut last = Point::ORIGIN;
    for element in path.elements() {
        match element {
            PathEl::MoveTo(p) => {
                let [x, y] = short(p);
                content.move_to(x, y);
            }
            PathEl::LineTo(p) => {
                let [x, y] = short(p);
                content.line_to(x, y);
            }
            PathEl::QuadTo(c, p) => {
                // A cubic's control points are two thirds of the way to the quadratic's.
                let toward = |from: Point| {
                    short(Point::new(
                        from.x + (c.x - from.x) * 2.0 / 3.0,
                        from.y + (c.y - from.y) * 2.0 / 3.0,
                    ))
                };
                let ([ax, ay], [bx, by], [x, y]) = (toward(last), toward(p), short(p));
                content.cubic_to(ax, ay, bx, by, x, y);
            }
            PathEl::CurveTo(a, b, p) => {
                let ([ax, ay], [bx, by], [x, y]) = (short(a), short(b), short(p));
                content.cubic_to(ax, ay, bx, by, x, y);
            }
            PathEl::Close => {
                content.close_path();
            }
        }
        last = element.end().unwrap_or(last);
    }
}
