//! The font of a document: its glyphs, their widths, and what they stand for.

use agg_text::FontSize;
use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Content, Filter, Name, Pdf, Rect, Ref, Str};

use crate::vector::glyphs::Used;
use crate::vector::pdf::pressed;
use crate::vector::shape::Glyphs;

/// The font's name among the page's resources.
pub(super) const FONT: Name<'static> = Name(b"F");

/// How many objects a font takes.
pub(super) const OBJECTS: i32 = 6;

/// The font's name; six letters before it say that it is a part.
const NAME: Name<'static> = Name(b"FIGURE+DejaVuSans");

const INFO: SystemInfo<'static> = SystemInfo {
    registry: Str(b"Adobe"),
    ordering: Str(b"Identity"),
    supplement: 0,
};

/// Shows glyphs by their numbers, each where the line has it.
pub(super) fn show(content: &mut Content, glyphs: &Glyphs<'_>, numbers: &[u16]) {
    let (font, size) = (glyphs.font, glyphs.size);
    let mut operation = content.show_positioned();
    let mut items = operation.items();
    let mut pen = 0.0;
    for (glyph, number) in glyphs.glyphs.iter().zip(numbers) {
        let back = (pen - glyph.x) / size * 1000.0;
        if back.abs() > 0.01 {
            items.adjust((back * 100.0).round() as f32 / 100.0);
        }
        items.show(Str(&number.to_be_bytes()));
        let units = font.advance(glyph.id);
        let em = f64::from(font.units_per_em().max(1));
        pen = glyph.x + f64::from(units) / em * size;
    }
}

/// Writes the font with the number `first`; `None` for a document without text.
pub(super) fn write(pdf: &mut Pdf, used: &Used, first: Ref) -> Option<()> {
    let (font, subset) = (used.font()?, used.subset()?);
    let id = |i: i32| Ref::new(first.get() + i);
    let [cid, descriptor, file, unicode, map] = [1, 2, 3, 4, 5].map(id);
    pdf.type0_font(first)
        .base_font(NAME)
        .encoding_predefined(Name(b"Identity-H"))
        .descendant_font(cid)
        .to_unicode(unicode);
    let em = f32::from(font.units_per_em().max(1));
    let width = |units: u16| f32::from(units) * 1000.0 / em;
    let widths = used.glyphs().iter().map(|(id, _)| width(font.advance(*id)));
    let mut cid_font = pdf.cid_font(cid);
    cid_font
        .subtype(CidFontType::Type2)
        .base_font(NAME)
        .system_info(INFO)
        .font_descriptor(descriptor)
        .cid_to_gid_map_stream(map);
    cid_font.widths().consecutive(1, widths);
    drop(cid_font);

    let thousand = FontSize::from_points(1000.0, 72.0).ok()?;
    let metrics = font.line_metrics(thousand);
    let (ascent, descent) = (metrics.ascent as f32, -metrics.descent as f32);
    pdf.font_descriptor(descriptor)
        .name(NAME)
        .flags(FontFlags::SYMBOLIC)
        .bbox(Rect::new(-1000.0, -500.0, 2000.0, 1500.0))
        .italic_angle(0.0)
        .ascent(ascent)
        .descent(descent)
        .cap_height(ascent)
        .stem_v(80.0)
        .font_file2(file);
    let bytes = pressed(subset.bytes());
    let mut stream = pdf.stream(file, &bytes);
    stream.filter(Filter::FlateDecode);
    stream.pair(Name(b"Length1"), subset.bytes().len() as i32);
    drop(stream);

    let mut strings = UnicodeCmap::<u16>::new(Name(b"Figure-Glyphs"), INFO);
    let mut places = vec![0, 0];
    for ((glyph, string), number) in used.glyphs().iter().zip(1..) {
        if !string.is_empty() {
            strings.pair_with_multiple(number, string.chars());
        }
        places.extend(subset.index_of(*glyph).unwrap_or(0).to_be_bytes());
    }
    pdf.cmap(unicode, &strings.finish());
    pdf.stream(map, &places);
    Some(())
}
