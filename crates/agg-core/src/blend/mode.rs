//! Blend modes: how the colours of two layers mix, and which of them is seen where.
//!
//! With S the source and D what is there, both premultiplied, `sa` and `da` their alphas, and
//! `B(d, s)` the mix of the straight colours, as the W3C's Compositing and Blending Level 1 has it:
//!
//! ```text
//! S' = (1 − da)·S + sa·da·B                 the mix shows where there is something to mix with
//! result = Fa·S' + Fb·D                     Porter and Duff's factors, for colour and alpha
//! ```
//!
//! Everything is reckoned in f64 and rounded once, when the pixel is stored. Coverage takes the
//! result that far from D; the modes that add light (plus, minus and their kin) scale S instead,
//! so that a sum is not cut off before it is weighted.

use crate::pixel::{ColorSpace, Premultiplied, unit};

/// How the colours of the source and of what is there become one where both are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Mix {
    /// The source's.
    #[default]
    Normal,
    /// Their product: never lighter than either.
    Multiply,
    /// The product of their complements: never darker than either.
    Screen,
    /// Multiply where it is dark below, screen where it is light.
    Overlay,
    /// The darker one, channel by channel.
    Darken,
    /// The lighter one, channel by channel.
    Lighten,
    /// Lightens what is there to show the source.
    ColorDodge,
    /// Darkens what is there to show the source.
    ColorBurn,
    /// Multiply where the source is dark, screen where it is light.
    HardLight,
    /// Darkens or lightens softly, by the source.
    SoftLight,
    /// Their distance.
    Difference,
    /// Their distance with less contrast.
    Exclusion,
    /// The hue of the source, all else from below.
    Hue,
    /// The saturation of the source, all else from below.
    Saturation,
    /// Hue and saturation of the source, luminosity from below.
    Color,
    /// The luminosity of the source, all else from below.
    Luminosity,
}

/// Which of source and what is there is seen where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Compose {
    /// Neither.
    Clear,
    /// The source alone.
    Source,
    /// What is there alone.
    Destination,
    /// The source over what is there.
    #[default]
    SourceOver,
    /// What is there over the source.
    DestinationOver,
    /// The source, where something is there.
    SourceIn,
    /// What is there, where the source is.
    DestinationIn,
    /// The source, where nothing is there.
    SourceOut,
    /// What is there, where the source is not.
    DestinationOut,
    /// The source over what is there, only where something is.
    SourceAtop,
    /// What is there over the source, only where the source is.
    DestinationAtop,
    /// Either, where the other is not.
    Xor,
    /// Their sum, cut off at white.
    Plus,
    /// What is there less the source, cut off at black.
    Minus,
    /// What is there with its contrast raised where the source is light, lowered where it is dark.
    Contrast,
    /// What is there inverted, by the source's alpha.
    Invert,
    /// What is there inverted, each channel by the source's.
    InvertRgb,
}

/// How a source is blended: a mix of colours and a rule of who is seen.
///
/// ```
/// use agg_core::{BlendMode, Compose, Mix};
///
/// assert_eq!(BlendMode::Multiply, BlendMode::new(Mix::Multiply, Compose::SourceOver));
/// assert_eq!(BlendMode::default(), BlendMode::SourceOver);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct BlendMode {
    /// What becomes of the colours.
    pub mix: Mix,
    /// What is seen.
    pub compose: Compose,
}

macro_rules! modes {
    ($($name:ident = $mix:ident, $compose:ident;)*) => {
        #[expect(non_upper_case_globals, reason = "they read as the variants they combine")]
        impl BlendMode {
            $(
                #[doc = concat!("[`Mix::", stringify!($mix), "`] with [`Compose::", stringify!($compose), "`].")]
                pub const $name: Self = Self::new(Mix::$mix, Compose::$compose);
            )*

            /// Every mode that has a name of its own.
            pub const NAMED: &[(&str, Self)] = &[$((stringify!($name), Self::$name),)*];
        }
    };
}

modes! {
    Clear           = Normal, Clear;
    Source          = Normal, Source;
    Destination     = Normal, Destination;
    SourceOver      = Normal, SourceOver;
    DestinationOver = Normal, DestinationOver;
    SourceIn        = Normal, SourceIn;
    DestinationIn   = Normal, DestinationIn;
    SourceOut       = Normal, SourceOut;
    DestinationOut  = Normal, DestinationOut;
    SourceAtop      = Normal, SourceAtop;
    DestinationAtop = Normal, DestinationAtop;
    Xor             = Normal, Xor;
    Plus            = Normal, Plus;
    Minus           = Normal, Minus;
    Contrast        = Normal, Contrast;
    Invert          = Normal, Invert;
    InvertRgb       = Normal, InvertRgb;
    Multiply        = Multiply, SourceOver;
    Screen          = Screen, SourceOver;
    Overlay         = Overlay, SourceOver;
    Darken          = Darken, SourceOver;
    Lighten         = Lighten, SourceOver;
    ColorDodge      = ColorDodge, SourceOver;
    ColorBurn       = ColorBurn, SourceOver;
    HardLight       = HardLight, SourceOver;
    SoftLight       = SoftLight, SourceOver;
    Difference      = Difference, SourceOver;
    Exclusion       = Exclusion, SourceOver;
    Hue             = Hue, SourceOver;
    Saturation      = Saturation, SourceOver;
    Color           = Color, SourceOver;
    Luminosity      = Luminosity, SourceOver;
}

impl From<Mix> for BlendMode {
    fn from(mix: Mix) -> Self {
        Self::new(mix, Compose::SourceOver)
    }
}

impl From<Compose> for BlendMode {
    fn from(compose: Compose) -> Self {
        Self::new(Mix::Normal, compose)
    }
}

impl BlendMode {
    /// The mode of these two.
    #[must_use]
    pub const fn new(mix: Mix, compose: Compose) -> Self {
        Self { mix, compose }
    }

    /// What is there after the source was blended into it with a coverage from 0 to 1.
    #[must_use]
    pub fn blend(self, under: Premultiplied, source: Premultiplied, cover: f64) -> Premultiplied {
        let (d, s) = (under, source);
        match self.compose {
            Compose::Destination => d,
            Compose::Plus => bounded(plus(d, self.mixed(d, s).scaled(cover))),
            Compose::Minus => bounded(minus(d, self.mixed(d, s).scaled(cover))),
            Compose::Contrast => bounded(contrast(d, self.mixed(d, s).scaled(cover))),
            Compose::Invert => {
                let sa = s.a * cover;
                bounded(invert(d, Premultiplied::new(sa, sa, sa, sa)))
            }
            Compose::InvertRgb => bounded(invert(d, self.mixed(d, s).scaled(cover))),
            // The same as the way below but for rounding.
            Compose::SourceOver => bounded(self.porter_duff(d, s.scaled(cover))),
            _ => {
                let result = bounded(self.porter_duff(d, s));
                zip(d, result, |from, to| from + (to - from) * cover)
            }
        }
    }

    /// The same with the colours of both in another space while they are mixed.
    pub(crate) fn blend_in(
        self,
        space: ColorSpace,
        under: Premultiplied,
        source: Premultiplied,
        cover: f64,
    ) -> Premultiplied {
        if space == ColorSpace::Srgb {
            return self.blend(under, source, cover);
        }
        let light = |c: Premultiplied| c.to_color().map_rgb(|v| space.decode(v)).premultiplied();
        let mixed = self.blend(light(under), light(source), cover);
        mixed
            .to_color()
            .map_rgb(|v| space.encode(v))
            .premultiplied()
    }

    fn porter_duff(self, d: Premultiplied, s: Premultiplied) -> Premultiplied {
        let (fa, fb) = self.compose.factors(s.a, d.a);
        let mixed = self.mixed(d, s);
        zip(mixed, d, |s, d| fa * s + fb * d)
    }

    /// The source with its colours mixed with what is there.
    fn mixed(self, d: Premultiplied, s: Premultiplied) -> Premultiplied {
        if self.mix == Mix::Normal || s.a <= 0.0 || d.a <= 0.0 {
            return s;
        }
        let (rest, both) = (1.0 - d.a, s.a * d.a);
        let [r, g, b] = match self.mix {
            Mix::ColorDodge => each(d, s, |dc, sc| both * color_dodge(dc, d.a, sc, s.a)),
            Mix::ColorBurn => each(d, s, |dc, sc| both * color_burn(dc, d.a, sc, s.a)),
            mix => {
                let straight = |c: Premultiplied| [c.r / c.a, c.g / c.a, c.b / c.a];
                mix.colors(straight(d), straight(s)).map(|v| both * v)
            }
        };
        Premultiplied::new(rest * s.r + r, rest * s.g + g, rest * s.b + b, s.a)
    }
}

impl Compose {
    /// How much of the source and of what is there shows, by their alphas.
    #[rustfmt::skip]
    fn factors(self, sa: f64, da: f64) -> (f64, f64) {
        match self {
            Self::Clear           => (0.0,      0.0),
            Self::Source          => (1.0,      0.0),
            Self::Destination     => (0.0,      1.0),
            Self::SourceOver      => (1.0,      1.0 - sa),
            Self::DestinationOver => (1.0 - da, 1.0),
            Self::SourceIn        => (da,       0.0),
            Self::DestinationIn   => (0.0,      sa),
            Self::SourceOut       => (1.0 - da, 0.0),
            Self::DestinationOut  => (0.0,      1.0 - sa),
            Self::SourceAtop      => (da,       1.0 - sa),
            Self::DestinationAtop => (1.0 - da, sa),
            Self::Xor             => (1.0 - da, 1.0 - sa),
            // These have no factors; `blend` treats them on their own.
            Self::Plus | Self::Minus | Self::Contrast | Self::Invert | Self::InvertRgb => (1.0, 1.0),
        }
    }
}

impl Mix {
    /// The straight colour that comes of the colour below and the source's.
    fn colors(self, d: [f64; 3], s: [f64; 3]) -> [f64; 3] {
        let [dr, dg, db] = d;
        let [sr, sg, sb] = s;
        match self {
            Self::Hue => with_luminosity(with_saturation(s, saturation(d)), luminosity(d)),
            Self::Saturation => with_luminosity(with_saturation(d, saturation(s)), luminosity(d)),
            Self::Color => with_luminosity(s, luminosity(d)),
            Self::Luminosity => with_luminosity(d, luminosity(s)),
            _ => [
                self.channel(dr, sr),
                self.channel(dg, sg),
                self.channel(db, sb),
            ],
        }
    }

    /// One channel of the separable mixes.
    #[rustfmt::skip]
    fn channel(self, d: f64, s: f64) -> f64 {
        match self {
            Self::Multiply   => d * s,
            Self::Screen     => d + s - d * s,
            Self::Overlay    => hard_light(s, d),
            Self::Darken     => d.min(s),
            Self::Lighten    => d.max(s),
            Self::ColorDodge => color_dodge(d, 1.0, s, 1.0),
            Self::ColorBurn  => color_burn(d, 1.0, s, 1.0),
            Self::HardLight  => hard_light(d, s),
            Self::SoftLight  => soft_light(d, s),
            Self::Difference => (d - s).abs(),
            Self::Exclusion  => d + s - 2.0 * d * s,
            Self::Normal | Self::Hue | Self::Saturation | Self::Color | Self::Luminosity => s,
        }
    }
}

/// Of premultiplied channels and their alphas, so that exact products stay exact.
fn color_dodge(d: f64, da: f64, s: f64, sa: f64) -> f64 {
    if d <= 0.0 {
        0.0
    } else if s >= sa {
        1.0
    } else {
        ((d / da) * sa / (sa - s)).min(1.0)
    }
}

/// Of premultiplied channels and their alphas.
fn color_burn(d: f64, da: f64, s: f64, sa: f64) -> f64 {
    if d >= da {
        1.0
    } else if s <= 0.0 {
        0.0
    } else {
        1.0 - ((1.0 - d / da) * sa / s).min(1.0)
    }
}

fn hard_light(d: f64, s: f64) -> f64 {
    if s <= 0.5 {
        2.0 * d * s
    } else {
        1.0 - 2.0 * (1.0 - d) * (1.0 - s)
    }
}

fn soft_light(d: f64, s: f64) -> f64 {
    if s <= 0.5 {
        return d - (1.0 - 2.0 * s) * d * (1.0 - d);
    }
    let lit = if d <= 0.25 {
        ((16.0 * d - 12.0) * d + 4.0) * d
    } else {
        d.sqrt()
    };
    d + (2.0 * s - 1.0) * (lit - d)
}

fn luminosity([r, g, b]: [f64; 3]) -> f64 {
    0.3 * r + 0.59 * g + 0.11 * b
}

fn saturation(c: [f64; 3]) -> f64 {
    let (low, high) = extremes(c);
    high - low
}

fn extremes([r, g, b]: [f64; 3]) -> (f64, f64) {
    (r.min(g).min(b), r.max(g).max(b))
}

/// The colour moved along gray to a luminosity, and towards gray as far as it must to stay a colour.
fn with_luminosity(c: [f64; 3], to: f64) -> [f64; 3] {
    let by = to - luminosity(c);
    let moved = c.map(|v| v + by);
    let (low, high) = extremes(moved);
    let light = luminosity(moved);
    moved.map(|v| {
        let v = if low < 0.0 {
            light + (v - light) * light / (light - low)
        } else {
            v
        };
        if high > 1.0 {
            light + (v - light) * (1.0 - light) / (high - light)
        } else {
            v
        }
    })
}

/// The colour with its channels spread over a saturation, the lowest at 0.
fn with_saturation(c: [f64; 3], to: f64) -> [f64; 3] {
    let (low, high) = extremes(c);
    if high > low {
        c.map(|v| (v - low) * to / (high - low))
    } else {
        [0.0; 3]
    }
}

/// The source over what is there.
pub(super) fn over(d: Premultiplied, s: Premultiplied) -> Premultiplied {
    zip(d, s, |d, source| source + d * (1.0 - s.a))
}

fn plus(d: Premultiplied, s: Premultiplied) -> Premultiplied {
    zip(d, s, |d, s| d + s)
}

fn minus(d: Premultiplied, s: Premultiplied) -> Premultiplied {
    let a = d.a + s.a - d.a * s.a;
    Premultiplied {
        a,
        ..zip(d, s, |d, s| d - s)
    }
}

fn contrast(d: Premultiplied, s: Premultiplied) -> Premultiplied {
    let (middle, half) = (d.a / 2.0, s.a / 2.0);
    let turned = zip(d, s, |d, s| {
        (d - middle) * ((s - half) * 2.0 + 1.0) + middle
    });
    Premultiplied { a: d.a, ..turned }
}

/// What is there turned towards its complement, each channel by the source's.
fn invert(d: Premultiplied, s: Premultiplied) -> Premultiplied {
    let turned = zip(d, s, |p, by| (d.a - p) * by + p * (1.0 - s.a));
    let a = d.a + s.a - d.a * s.a;
    Premultiplied { a, ..turned }
}

/// Red, green and blue of two colours together.
fn each(d: Premultiplied, s: Premultiplied, with: impl Fn(f64, f64) -> f64) -> [f64; 3] {
    [with(d.r, s.r), with(d.g, s.g), with(d.b, s.b)]
}

fn zip(a: Premultiplied, b: Premultiplied, with: impl Fn(f64, f64) -> f64) -> Premultiplied {
    Premultiplied::new(
        with(a.r, b.r),
        with(a.g, b.g),
        with(a.b, b.b),
        with(a.a, b.a),
    )
}

/// The nearest that is a colour: alpha at most 1, channels at most alpha.
fn bounded(c: Premultiplied) -> Premultiplied {
    let a = unit(c.a);
    let channel = |v: f64| unit(v).min(a);
    Premultiplied::new(channel(c.r), channel(c.g), channel(c.b), a)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pixel::{Color, PixelFormat, Rgba8};

    fn opaque(r: f64, g: f64, b: f64) -> Premultiplied {
        Premultiplied::new(r, g, b, 1.0)
    }

    /// Red, green and blue of two opaque colours mixed, out of 100.
    fn mixed(mix: Mix, d: [f64; 3], s: [f64; 3]) -> [f64; 3] {
        let premultiplied = |[r, g, b]: [f64; 3]| opaque(r, g, b);
        let c = BlendMode::from(mix).blend(premultiplied(d), premultiplied(s), 1.0);
        [c.r, c.g, c.b].map(|v| (v * 100.0).round())
    }

    #[test]
    fn separable_mixes_follow_their_formulas() {
        let (d, s) = ([0.25, 0.5, 1.0], [0.5, 0.75, 0.2]);
        assert_eq!(mixed(Mix::Normal, d, s), [50.0, 75.0, 20.0]);
        assert_eq!(mixed(Mix::Multiply, d, s), [13.0, 38.0, 20.0]);
        assert_eq!(mixed(Mix::Screen, d, s), [63.0, 88.0, 100.0]);
        assert_eq!(mixed(Mix::Overlay, d, s), [25.0, 75.0, 100.0]);
        assert_eq!(mixed(Mix::Darken, d, s), [25.0, 50.0, 20.0]);
        assert_eq!(mixed(Mix::Lighten, d, s), [50.0, 75.0, 100.0]);
        assert_eq!(mixed(Mix::ColorDodge, d, s), [50.0, 100.0, 100.0]);
        assert_eq!(mixed(Mix::ColorBurn, d, s), [0.0, 33.0, 100.0]);
        assert_eq!(mixed(Mix::HardLight, d, s), [25.0, 75.0, 40.0]);
        assert_eq!(mixed(Mix::SoftLight, d, s), [25.0, 60.0, 100.0]);
        assert_eq!(mixed(Mix::Difference, d, s), [25.0, 25.0, 80.0]);
        assert_eq!(mixed(Mix::Exclusion, d, s), [50.0, 50.0, 80.0]);
    }

    #[test]
    fn the_other_mixes_keep_what_they_say_they_keep() {
        let (d, s) = ([0.2, 0.5, 0.4], [0.6, 0.3, 0.3]);
        let color = |mix: Mix| mix.colors(d, s);
        let near = |a: f64, b: f64| assert!((a - b).abs() < 1e-12, "{a} {b}");
        near(luminosity(color(Mix::Hue)), luminosity(d));
        near(saturation(color(Mix::Hue)), saturation(d));
        near(luminosity(color(Mix::Saturation)), luminosity(d));
        near(luminosity(color(Mix::Color)), luminosity(d));
        near(luminosity(color(Mix::Luminosity)), luminosity(s));
        let [r, g, b] = color(Mix::Hue);
        assert!(
            r > g && (g - b).abs() < 1e-12,
            "the hue of the source is red"
        );
    }

    /// To a millionth.
    fn rounded([r, g, b]: [f64; 3]) -> [f64; 3] {
        [r, g, b].map(|v| (v * 1e6).round() / 1e6)
    }

    /// By a program of its own, written from the W3C's text. The first two leave the cube of colours
    /// on their way, and the third has a gray source.
    #[test]
    fn the_other_mixes_are_those_of_the_specification() {
        let pairs = [
            ([0.9, 0.8, 0.1], [0.1, 0.2, 0.95]),
            ([0.05, 0.1, 0.6], [0.9, 0.95, 0.2]),
            ([0.3, 0.6, 0.45], [0.5, 0.5, 0.5]),
        ];
        let mixed = |mix: Mix| pairs.map(|(d, s)| rounded(mix.colors(d, s)));
        assert_eq!(
            mixed(Mix::Hue),
            [
                [0.698996, 0.734409, 1.0],
                [0.150192, 0.16092, 0.0],
                [0.4935, 0.4935, 0.4935]
            ]
        );
        assert_eq!(
            mixed(Mix::Saturation),
            [
                [0.909188, 0.802938, 0.059188],
                [0.017273, 0.085455, 0.767273],
                [0.4935, 0.4935, 0.4935]
            ]
        );
        assert_eq!(
            mixed(Mix::Color),
            [
                [0.698996, 0.734409, 1.0],
                [0.150192, 0.16092, 0.0],
                [0.4935, 0.4935, 0.4935]
            ]
        );
        assert_eq!(
            mixed(Mix::Luminosity),
            [
                [0.309342, 0.270674, 0.0],
                [0.823641, 0.839674, 1.0],
                [0.3065, 0.6065, 0.4565]
            ]
        );
    }

    /// By the same program: half of what is below and a quarter of the source.
    #[test]
    fn translucent_colours_mix_as_far_as_both_are_there() {
        let expected = [
            (Mix::Normal, [0.3, 0.275, 0.2625]),
            (Mix::Multiply, [0.285, 0.195, 0.16125]),
            (Mix::Screen, [0.3525, 0.28, 0.26375]),
            (Mix::Overlay, [0.3175, 0.215, 0.1725]),
            (Mix::Darken, [0.3, 0.2, 0.1625]),
            (Mix::Lighten, [0.3375, 0.275, 0.2625]),
            (Mix::ColorDodge, [0.369643, 0.3, 0.275]),
            (Mix::ColorBurn, [0.2625, 0.175, 0.15]),
            (Mix::HardLight, [0.3075, 0.26, 0.2525]),
            (Mix::SoftLight, [0.3255, 0.2186, 0.1821]),
            (Mix::Difference, [0.3, 0.25, 0.25]),
            (Mix::Exclusion, [0.33, 0.26, 0.2525]),
            (Mix::Hue, [0.263521, 0.228104, 0.213521]),
            (Mix::Saturation, [0.344775, 0.197275, 0.157275]),
            (Mix::Color, [0.2625, 0.228497, 0.214197]),
            (Mix::Luminosity, [0.3815, 0.244, 0.2065]),
        ];
        let d = Premultiplied::new(0.3, 0.1, 0.05, 0.5);
        let s = Premultiplied::new(0.075, 0.2, 0.225, 0.25);
        for (mix, color) in expected {
            let c = BlendMode::from(mix).blend(d, s, 1.0);
            assert_eq!((rounded([c.r, c.g, c.b]), c.a), (color, 0.625), "{mix:?}");
        }
    }

    #[test]
    fn nothing_mixes_with_nothing() {
        let some = Premultiplied::new(0.3, 0.1, 0.05, 0.5);
        for &(name, mode) in BlendMode::NAMED {
            if mode.compose == Compose::SourceOver {
                let nothing = Premultiplied::TRANSPARENT;
                assert_eq!(mode.blend(some, nothing, 1.0), some, "{name}");
                assert_eq!(mode.blend(nothing, some, 1.0), some, "{name}");
            }
        }
    }

    #[test]
    fn black_stays_black_when_dodged_and_white_stays_white_when_burnt() {
        assert_eq!(color_dodge(0.0, 0.5, 0.25, 0.25), 0.0);
        assert_eq!(color_dodge(0.1, 0.5, 0.25, 0.25), 1.0);
        assert_eq!(color_burn(0.5, 0.5, 0.0, 0.25), 1.0);
        assert_eq!(color_burn(0.4, 0.5, 0.0, 0.25), 0.0);
        let between = [
            color_dodge(0.1, 0.5, 0.05, 0.25),
            color_burn(0.4, 0.5, 0.2, 0.25),
            0.0,
        ];
        assert_eq!(rounded(between), [0.25, 0.75, 0.0]);
    }

    #[test]
    fn contrast_and_inversion_turn_around_what_they_say() {
        let d = Premultiplied::new(0.5, 0.2, 0.4, 0.8);
        let s = Premultiplied::new(0.3, 0.1, 0.05, 0.4);
        let seen = |compose: Compose| {
            let c = BlendMode::from(compose).blend(d, s, 1.0);
            (rounded([c.r, c.g, c.b]), (c.a * 1e6).round() / 1e6)
        };
        assert_eq!(seen(Compose::Contrast), ([0.52, 0.24, 0.4], 0.8));
        assert_eq!(seen(Compose::InvertRgb), ([0.39, 0.18, 0.26], 0.88));
    }

    #[test]
    fn porter_and_duff_show_what_they_say() {
        let (d, s) = (
            Premultiplied::new(0.0, 0.0, 0.5, 0.5),
            Premultiplied::new(0.25, 0.0, 0.0, 0.25),
        );
        let seen = |compose: Compose| {
            let c = BlendMode::from(compose).blend(d, s, 1.0);
            [c.r, c.b, c.a].map(|v| v * 16.0)
        };
        assert_eq!(seen(Compose::Clear), [0.0, 0.0, 0.0]);
        assert_eq!(seen(Compose::Source), [4.0, 0.0, 4.0]);
        assert_eq!(seen(Compose::Destination), [0.0, 8.0, 8.0]);
        assert_eq!(seen(Compose::SourceOver), [4.0, 6.0, 10.0]);
        assert_eq!(seen(Compose::DestinationOver), [2.0, 8.0, 10.0]);
        assert_eq!(seen(Compose::SourceIn), [2.0, 0.0, 2.0]);
        assert_eq!(seen(Compose::DestinationIn), [0.0, 2.0, 2.0]);
        assert_eq!(seen(Compose::SourceOut), [2.0, 0.0, 2.0]);
        assert_eq!(seen(Compose::DestinationOut), [0.0, 6.0, 6.0]);
        assert_eq!(seen(Compose::SourceAtop), [2.0, 6.0, 8.0]);
        assert_eq!(seen(Compose::DestinationAtop), [2.0, 2.0, 4.0]);
        assert_eq!(seen(Compose::Xor), [2.0, 6.0, 8.0]);
        assert_eq!(seen(Compose::Plus), [4.0, 8.0, 12.0]);
        assert_eq!(seen(Compose::Minus), [0.0, 8.0, 10.0]);
        assert_eq!(seen(Compose::Invert), [2.0, 6.0, 10.0]);
    }

    #[test]
    fn no_coverage_changes_nothing_and_every_result_is_a_colour() {
        let pixels = [[0; 4], [255; 4], [10, 20, 30, 40], [128, 0, 128, 128]].map(Rgba8::load);
        for (name, mode) in BlendMode::NAMED {
            for d in pixels {
                for s in pixels {
                    let stays = mode.blend(d, s, 0.0);
                    assert_eq!(Rgba8::store(stays), Rgba8::store(d), "{name}");
                    let c = mode.blend(d, s, 0.7);
                    let most = c.r.max(c.g).max(c.b);
                    assert!(most <= c.a + 1e-12 && c.a <= 1.0, "{name}: {c:?}");
                }
            }
        }
    }

    #[test]
    fn light_adds_up_in_linear_space() {
        let half = BlendMode::SourceOver.blend_in(
            ColorSpace::Linear,
            Color::BLACK.premultiplied(),
            Color::WHITE.premultiplied(),
            0.5,
        );
        assert_eq!(Rgba8::store(half), [188, 188, 188, 255]);
    }
}
