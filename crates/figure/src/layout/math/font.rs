//! The faces that mathematics is set in, and their characters.
//!
//! Letters lean, capital Greek ones and all that is no letter stand upright; sums and integrals come
//! from a face of large signs, and roots and brackets as high as what is in them from four faces of
//! ever larger ones.

use std::collections::HashMap;

use agg_text::{Font, FontSize, GlyphBox, GlyphId};

/// DejaVu Sans as matplotlib ships it, leaning.
static OBLIQUE: &[u8] = include_bytes!("../../../fonts/DejaVuSans-Oblique.ttf");
/// Large signs.
static DISPLAY: &[u8] = include_bytes!("../../../fonts/DejaVuSansDisplay.ttf");
/// The prime that stands as a script does.
static SYMBOLS: &[u8] = include_bytes!("../../../fonts/cmsy10.ttf");
/// Roots, brackets and wide accents, from small to large.
static SIZED: [&[u8]; 5] = [
    include_bytes!("../../../fonts/STIXSizOneSymReg.ttf"),
    include_bytes!("../../../fonts/STIXSizTwoSymReg.ttf"),
    include_bytes!("../../../fonts/STIXSizThreeSymReg.ttf"),
    include_bytes!("../../../fonts/STIXSizFourSymReg.ttf"),
    include_bytes!("../../../fonts/STIXSizFiveSymReg.ttf"),
];
/// How many sizes of a sign there are beside the usual one.
pub(super) const SIZES: usize = SIZED.len();

/// A face.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Face {
    Sans,
    Oblique,
    Display,
    Symbols,
    /// The larger signs, by size.
    Sized(usize),
}

/// What letters are set in, as it is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Letters {
    /// Outside of mathematics.
    Text,
    /// As mathematics has them: letters lean.
    Usual,
    Upright,
    Leaning,
    /// The usual size of a sign that has others, and the others.
    Sized(usize),
}

impl Letters {
    /// The face of a character.
    fn face(self, c: char) -> Face {
        match self {
            Self::Text | Self::Upright | Self::Sized(0) => Face::Sans,
            Self::Usual if is_letter(c) => Face::Oblique,
            Self::Usual => Face::Sans,
            Self::Leaning => Face::Oblique,
            Self::Sized(size) => Face::Sized(size - 1),
        }
    }
}

/// Whether it is a letter that leans in mathematics.
fn is_letter(c: char) -> bool {
    let number = matches!(c, '\u{2160}'..='\u{2188}' | '\u{24b6}'..='\u{24e9}');
    let greek = matches!(c, '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}');
    let capital = greek && c.is_uppercase() && !matches!(c, '\u{3d2}'..='\u{3d4}');
    c.is_alphabetic() && !number && !capital
}

/// A character of a face at a size.
#[derive(Clone, Debug)]
pub(super) struct Glyph {
    pub(super) font: Font,
    pub(super) id: GlyphId,
    pub(super) character: char,
    pub(super) size: FontSize,
    pub(super) ink: GlyphBox,
    /// Whether scripts have to stand clear of its top.
    pub(super) leans: bool,
    letters: Letters,
}

impl Glyph {
    /// From this character to the next, beside their advances: where both were asked for alike, even
    /// if they come from two faces.
    pub(super) fn kern(&self, next: &Self) -> f64 {
        if self.letters == next.letters {
            self.font.kerning(self.id, next.id, self.size)
        } else {
            0.0
        }
    }

    /// The same at another size in points; as it is where that is no size.
    pub(super) fn at(&self, points: f64) -> Self {
        let resized = FontSize::from_points(points, self.size.dpi()).ok();
        let ink = resized.and_then(|size| Some((size, self.font.glyph_box(self.id, size)?)));
        match ink {
            Some((size, ink)) => Self {
                size,
                ink,
                ..self.clone()
            },
            None => self.clone(),
        }
    }
}

/// The faces, read when they are needed.
#[derive(Debug)]
pub(crate) struct Faces {
    sans: Font,
    others: Vec<(Face, Font)>,
    /// Characters that were looked up, by the bits of their size in points.
    known: HashMap<(char, Letters, u64), Option<Glyph>>,
}

impl Faces {
    pub(crate) fn new(sans: Font) -> Self {
        Self {
            sans,
            others: Vec::new(),
            known: HashMap::new(),
        }
    }

    fn font(&mut self, face: Face) -> Option<Font> {
        let bytes = match face {
            Face::Sans => return Some(self.sans.clone()),
            Face::Oblique => OBLIQUE,
            Face::Display => DISPLAY,
            Face::Symbols => SYMBOLS,
            Face::Sized(size) => SIZED.get(size)?,
        };
        if let Some((_, font)) = self.others.iter().find(|(other, _)| *other == face) {
            return Some(font.clone());
        }
        let font = Font::from_static(bytes, 0).ok()?;
        self.others.push((face, font.clone()));
        Some(font)
    }

    /// A character, or `None` where its face lacks it.
    pub(super) fn glyph(&mut self, c: char, letters: Letters, size: FontSize) -> Option<Glyph> {
        let key = (c, letters, size.points().to_bits());
        if let Some(known) = self.known.get(&key) {
            return known.clone();
        }
        let found = self.found(c, letters, size);
        self.known.insert(key, found.clone());
        found
    }

    fn found(&mut self, c: char, letters: Letters, size: FontSize) -> Option<Glyph> {
        let large = self.font(Face::Display)?.glyph_for(c).is_some();
        let face = if large {
            Face::Display
        } else {
            letters.face(c)
        };
        self.glyph_in(face, c, letters, size)
    }

    pub(super) fn glyph_in(
        &mut self,
        face: Face,
        c: char,
        letters: Letters,
        size: FontSize,
    ) -> Option<Glyph> {
        let font = self.font(face)?;
        let id = font.glyph_for(c)?;
        let ink = font.glyph_box(id, size)?;
        Some(Glyph {
            font,
            id,
            character: c,
            size,
            ink,
            leans: face == Face::Oblique,
            letters,
        })
    }
}
