//! Typefaces: families by name, and the faces that figures carry with them.
//!
//! DejaVu Sans in four cuts is what most pictures need, so its upright, leaning and bold faces are
//! always there. All others that matplotlib ships come with the feature `fonts`, and any face can be
//! added to a style from its bytes.

use agg_text::Font;

use crate::error::{Error, Result};
use crate::name::Named;

/// How heavy letters are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Weight {
    /// As usual; names and numbers up to `"medium"` (500).
    #[default]
    Normal,
    /// Heavier; names and numbers from `"semibold"` (600) on.
    Bold,
}

impl Named for Weight {
    fn named(name: &str) -> Option<Self> {
        match name {
            "ultralight" | "light" | "normal" | "regular" | "book" | "medium" | "roman" => {
                Some(Self::Normal)
            }
            "semibold" | "demibold" | "demi" | "bold" | "heavy" | "extra bold" | "black" => {
                Some(Self::Bold)
            }
            number => {
                let number = number.parse::<u16>().ok().filter(|n| *n <= 1000)?;
                Some(if number > 550 {
                    Self::Bold
                } else {
                    Self::Normal
                })
            }
        }
    }
}

/// Whether letters lean.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Slant {
    /// `"normal"`.
    #[default]
    Upright,
    /// `"italic"` or `"oblique"`.
    Italic,
}

impl Named for Slant {
    fn named(name: &str) -> Option<Self> {
        match name {
            "normal" | "roman" | "upright" => Some(Self::Upright),
            "italic" | "oblique" => Some(Self::Italic),
            _ => None,
        }
    }
}

/// A face, by what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Face {
    Sans(Weight, Slant),
    Serif(Weight, Slant),
    Mono(Weight, Slant),
    /// Letters of mathematics, and the signs that DejaVu Sans lacks.
    Stix(Weight, Slant),
    /// Those of them that have no number of their own.
    StixOdd(Weight, Slant),
    /// Large signs.
    Display,
    /// The prime that stands as a script does.
    Symbols,
    /// Roots, brackets and wide accents, from small to large.
    Sized(usize),
    /// One that was added to the style, by its number.
    Added(usize),
}

/// How many sizes of brackets there are beside the usual one.
pub(crate) const SIZES: usize = 5;

/// The bytes of a face that is always there.
macro_rules! always {
    ($file:literal) => {
        Some(include_bytes!(concat!("../fonts/", $file)).as_slice())
    };
}

/// The bytes of a face that comes with a feature.
#[cfg(feature = "fonts")]
macro_rules! optional {
    ($file:literal) => {
        always!($file)
    };
}
#[cfg(not(feature = "fonts"))]
macro_rules! optional {
    ($file:literal) => {
        None
    };
}

impl Face {
    /// The usual face of text.
    pub(crate) const USUAL: Self = Self::Sans(Weight::Normal, Slant::Upright);

    /// Its name, and its bytes if it is there; `None` for one that has no bytes here.
    fn file(self) -> Option<(&'static str, Option<&'static [u8]>)> {
        use Slant::{Italic, Upright};
        use Weight::{Bold, Normal};
        Some(match self {
            Self::Sans(Normal, Upright) | Self::Added(_) => return None,
            Self::Sans(Normal, Italic) => {
                ("DejaVu Sans Oblique", always!("DejaVuSans-Oblique.ttf"))
            }
            Self::Sans(Bold, Upright) => ("DejaVu Sans Bold", always!("DejaVuSans-Bold.ttf")),
            Self::Sans(Bold, Italic) => (
                "DejaVu Sans Bold Oblique",
                optional!("DejaVuSans-BoldOblique.ttf"),
            ),
            Self::Serif(Normal, Upright) => ("DejaVu Serif", optional!("DejaVuSerif.ttf")),
            Self::Serif(Normal, Italic) => {
                ("DejaVu Serif Italic", optional!("DejaVuSerif-Italic.ttf"))
            }
            Self::Serif(Bold, Upright) => ("DejaVu Serif Bold", optional!("DejaVuSerif-Bold.ttf")),
            Self::Serif(Bold, Italic) => (
                "DejaVu Serif Bold Italic",
                optional!("DejaVuSerif-BoldItalic.ttf"),
            ),
            Self::Mono(Normal, Upright) => ("DejaVu Sans Mono", optional!("DejaVuSansMono.ttf")),
            Self::Mono(Normal, Italic) => (
                "DejaVu Sans Mono Oblique",
                optional!("DejaVuSansMono-Oblique.ttf"),
            ),
            Self::Mono(Bold, Upright) => (
                "DejaVu Sans Mono Bold",
                optional!("DejaVuSansMono-Bold.ttf"),
            ),
            Self::Mono(Bold, Italic) => (
                "DejaVu Sans Mono Bold Oblique",
                optional!("DejaVuSansMono-BoldOblique.ttf"),
            ),
            Self::Stix(Normal, Upright) => ("STIXGeneral", optional!("STIXGeneral.ttf")),
            Self::Stix(Normal, Italic) => {
                ("STIXGeneral Italic", optional!("STIXGeneralItalic.ttf"))
            }
            Self::Stix(Bold, Upright) => ("STIXGeneral Bold", optional!("STIXGeneralBol.ttf")),
            Self::Stix(Bold, Italic) => (
                "STIXGeneral Bold Italic",
                optional!("STIXGeneralBolIta.ttf"),
            ),
            Self::StixOdd(Normal, Upright) => ("STIXNonUnicode", optional!("STIXNonUni.ttf")),
            Self::StixOdd(Normal, Italic) => {
                ("STIXNonUnicode Italic", optional!("STIXNonUniIta.ttf"))
            }
            Self::StixOdd(Bold, _) => ("STIXNonUnicode Bold", optional!("STIXNonUniBol.ttf")),
            Self::Display => ("DejaVu Sans Display", always!("DejaVuSansDisplay.ttf")),
            Self::Symbols => ("cmsy10", always!("cmsy10.ttf")),
            Self::Sized(0) => ("STIXSizeOneSym", always!("STIXSizOneSymReg.ttf")),
            Self::Sized(1) => ("STIXSizeTwoSym", always!("STIXSizTwoSymReg.ttf")),
            Self::Sized(2) => ("STIXSizeThreeSym", always!("STIXSizThreeSymReg.ttf")),
            Self::Sized(3) => ("STIXSizeFourSym", always!("STIXSizFourSymReg.ttf")),
            Self::Sized(_) => ("STIXSizeFiveSym", always!("STIXSizFiveSymReg.ttf")),
        })
    }
}

/// A face that was added to a style.
#[derive(Clone, Debug)]
pub(crate) struct Added {
    pub(crate) family: String,
    pub(crate) weight: Weight,
    pub(crate) slant: Slant,
    pub(crate) font: Font,
}

/// The face of an added family that is nearest to what is asked for.
pub(crate) fn nearest(
    added: &[Added],
    family: &str,
    (weight, slant): (Weight, Slant),
) -> Option<Face> {
    let of_family = |added: &&(usize, &Added)| added.1.family.eq_ignore_ascii_case(family);
    let faces: Vec<(usize, &Added)> = added.iter().enumerate().collect();
    let apart = |face: &Added| 2 * u8::from(face.slant != slant) + u8::from(face.weight != weight);
    let found = faces
        .iter()
        .filter(of_family)
        .min_by_key(|(_, face)| apart(face));
    found.map(|(number, _)| Face::Added(*number))
}

/// A face of a family that figures carry with them, by the family's name.
pub(crate) fn carried(family: &str, (weight, slant): (Weight, Slant)) -> Option<Face> {
    let families = [
        ("DejaVu Sans", Face::Sans(weight, slant)),
        ("DejaVu Serif", Face::Serif(weight, slant)),
        ("DejaVu Sans Mono", Face::Mono(weight, slant)),
        ("STIXGeneral", Face::Stix(weight, slant)),
    ];
    let found = families
        .into_iter()
        .find(|(name, _)| name.eq_ignore_ascii_case(family));
    found.map(|(_, face)| face)
}

/// The faces of a drawing, read when they are needed.
#[derive(Debug)]
pub(crate) struct Faces {
    read: Vec<(Face, Font)>,
}

impl Faces {
    /// With those that were added.
    pub(crate) fn new(added: &[Added]) -> Self {
        let added = added.iter().enumerate();
        let added = added.map(|(number, added)| (Face::Added(number), added.font.clone()));
        Self {
            read: added.collect(),
        }
    }

    /// A face.
    ///
    /// # Errors
    ///
    /// [`Error::MissingFace`] for one that comes with the feature `fonts`, without it.
    pub(crate) fn font(&mut self, face: Face) -> Result<Font> {
        if let Some((_, font)) = self.read.iter().find(|(other, _)| *other == face) {
            return Ok(font.clone());
        }
        let font = match face.file() {
            None => Font::dejavu_sans(),
            Some((name, bytes)) => {
                let bytes = bytes.ok_or(Error::MissingFace(name))?;
                Font::from_static(bytes, 0)?
            }
        };
        self.read.push((face, font.clone()));
        Ok(font)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_and_slants_have_matplotlibs_names() {
        assert_eq!(Weight::named("semibold"), Some(Weight::Bold));
        assert_eq!(Weight::named("500"), Some(Weight::Normal));
        assert_eq!(Weight::named("700"), Some(Weight::Bold));
        assert_eq!(Weight::named("thick"), None);
        assert_eq!(Slant::named("oblique"), Some(Slant::Italic));
        assert_eq!(Slant::named("bent"), None);
    }

    #[test]
    fn of_an_added_family_the_slant_counts_before_the_weight() {
        let face = |weight, slant| Added {
            family: "Mine".to_owned(),
            weight,
            slant,
            font: Font::dejavu_sans(),
        };
        let added = [
            face(Weight::Bold, Slant::Upright),
            face(Weight::Normal, Slant::Italic),
        ];
        let found = |weight, slant| nearest(&added, "mine", (weight, slant));
        assert_eq!(found(Weight::Normal, Slant::Upright), Some(Face::Added(0)));
        assert_eq!(found(Weight::Bold, Slant::Italic), Some(Face::Added(1)));
        assert_eq!(nearest(&added, "other", Default::default()), None);
    }

    #[cfg(feature = "fonts")]
    #[test]
    fn every_carried_face_is_read() {
        let cuts = [
            (Weight::Normal, Slant::Upright),
            (Weight::Normal, Slant::Italic),
            (Weight::Bold, Slant::Upright),
            (Weight::Bold, Slant::Italic),
        ];
        let mut faces = Faces::new(&[]);
        for (weight, slant) in cuts {
            let all = [
                Face::Sans(weight, slant),
                Face::Serif(weight, slant),
                Face::Mono(weight, slant),
                Face::Stix(weight, slant),
                Face::StixOdd(weight, slant),
            ];
            for face in all {
                assert!(faces.font(face).is_ok(), "{face:?}");
            }
        }
    }
}
