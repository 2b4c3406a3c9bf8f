//! The letters that mathematics is set in, and their characters.
//!
//! Letters lean, capital Greek ones and all that is no letter stand upright; sums and integrals come
//! from a face of large signs, and roots and brackets as high as what is in them from five faces of
//! ever larger ones. What DejaVu Sans lacks comes from other fonts (`stix.rs`).

use std::collections::HashMap;

use agg_text::{Font, FontSize, GlyphBox, GlyphId};

use crate::error::{Error, Result};
use crate::layout::math::stix;
pub(super) use crate::typeface::SIZES;
use crate::typeface::{self, Face, Slant, Weight};

/// Letters by the name that asks for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Name {
    /// As text outside of mathematics has them.
    Text(Face),
    /// As mathematics has them: letters lean.
    Usual,
    Upright,
    Leaning,
    Bold,
    BoldLeaning,
    Sans,
    Typewriter,
    Calligraphic,
    Script,
    Fraktur,
    Blackboard,
    /// The usual size of a sign that has others, and the others.
    Sized(usize),
}

/// How heavy letters are and whether they lean, for alphabets that have several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Shape {
    Usual,
    Upright,
    Leaning,
    Bold,
    BoldLeaning,
}

/// What letters are set in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Letters {
    pub(super) name: Name,
    /// The last one that was asked for.
    pub(super) shape: Shape,
}

impl Letters {
    /// At the start of a formula.
    pub(super) const USUAL: Self = Self {
        name: Name::Usual,
        shape: Shape::Usual,
    };
    /// Functions and units.
    pub(super) const UPRIGHT: Self = Self {
        name: Name::Upright,
        shape: Shape::Upright,
    };

    /// Outside of mathematics.
    pub(super) fn text(face: Face) -> Self {
        Self {
            name: Name::Text(face),
            shape: Shape::Upright,
        }
    }

    /// A sign that has several sizes, in one of them.
    pub(super) fn sized(size: usize) -> Self {
        Self {
            name: Name::Sized(size),
            shape: Shape::Upright,
        }
    }

    /// Others from here on.
    pub(super) fn set(self, name: Name) -> Self {
        let shape = match name {
            Name::Usual => Shape::Usual,
            Name::Upright => Shape::Upright,
            Name::Leaning => Shape::Leaning,
            Name::Bold => Shape::Bold,
            Name::BoldLeaning => Shape::BoldLeaning,
            _ => self.shape,
        };
        Self { name, shape }
    }

    /// The face of a character, and whether scripts have to stand clear of its top; `None` for letters
    /// of another font.
    fn face(self, c: char) -> Option<(Face, bool)> {
        use Slant::{Italic, Upright};
        use Weight::{Bold, Normal};
        Some(match self.name {
            Name::Text(face) => (face, false),
            Name::Usual if is_letter(c) => (Face::Sans(Normal, Italic), true),
            Name::Leaning => (Face::Sans(Normal, Italic), true),
            Name::Usual | Name::Upright | Name::Sans | Name::Sized(0) => (Face::USUAL, false),
            Name::Sized(size) => (Face::Sized(size - 1), false),
            Name::Bold => (Face::Sans(Bold, Upright), false),
            Name::BoldLeaning => (Face::Sans(Bold, Italic), false),
            Name::Typewriter => (Face::Mono(Normal, Upright), false),
            Name::Calligraphic | Name::Script | Name::Fraktur | Name::Blackboard => return None,
        })
    }
}

/// Whether it is a letter that leans in mathematics.
pub(super) fn is_letter(c: char) -> bool {
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
    /// The character that was asked for.
    pub(super) asked: char,
}

impl Glyph {
    pub(super) fn letters(&self) -> Letters {
        self.letters
    }

    /// From this character to the next, beside their advances: where both were asked for alike, even
    /// if they come from two faces.
    pub(super) fn kern(&self, next: &Self) -> f64 {
        if self.letters.name == next.letters.name {
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

/// The faces of mathematics, and the characters that were looked up.
#[derive(Debug)]
pub(crate) struct Faces {
    faces: typeface::Faces,
    /// Characters that were looked up, by the bits of their size in points.
    known: HashMap<(char, Letters, u64), Option<Glyph>>,
    /// A face that was needed and is not there.
    pub(super) missing: Option<Error>,
}

impl Faces {
    pub(crate) fn new(faces: typeface::Faces) -> Self {
        Self {
            faces,
            known: HashMap::new(),
            missing: None,
        }
    }

    /// A face of text.
    pub(crate) fn font(&mut self, face: Face) -> Result<Font> {
        self.faces.font(face)
    }

    /// A character, or `None` where no face has it.
    pub(super) fn glyph(&mut self, c: char, letters: Letters, size: FontSize) -> Option<Glyph> {
        let key = (c, letters, size.points().to_bits());
        if let Some(Some(known)) = self.known.get(&key) {
            return Some(known.clone());
        }
        let found = self.found(c, letters, size);
        self.known.insert(key, found.clone());
        found
    }

    fn found(&mut self, c: char, letters: Letters, size: FontSize) -> Option<Glyph> {
        if let Some(large) = self.glyph_in(Face::Display, c, letters, size) {
            return Some(large);
        }
        if let Some((face, leans)) = letters.face(c)
            && let Some(glyph) = self.glyph_in(face, c, letters, size)
        {
            return Some(Glyph { leans, ..glyph });
        }
        stix::places(letters, c).find_map(|(face, at, leans)| {
            let glyph = self.glyph_in(face, at, letters, size)?;
            Some(Glyph {
                leans,
                asked: c,
                ..glyph
            })
        })
    }

    pub(super) fn glyph_in(
        &mut self,
        face: Face,
        c: char,
        letters: Letters,
        size: FontSize,
    ) -> Option<Glyph> {
        let font = match self.faces.font(face) {
            Ok(font) => font,
            Err(error) => {
                self.missing.get_or_insert(error);
                return None;
            }
        };
        let id = font.glyph_for(c)?;
        let ink = font.glyph_box(id, size)?;
        Some(Glyph {
            font,
            id,
            character: c,
            size,
            ink,
            leans: false,
            letters,
            asked: c,
        })
    }
}
