//! Colour names held against the real matplotlib's answers, to the bit.
//!
//! The file comes from `tools/oracle/matplotlib/ticker.py`; strings in it are escaped as Python
//! does.

use agg_core::Color;
use figure::Error;
use figure::color::ColorSpec;
use proptest::prelude::*;

const TAB10: [&str; 10] = [
    "#1f77b4", "#ff7f0e", "#2ca02c", "#d62728", "#9467bd", "#8c564b", "#e377c2", "#7f7f7f",
    "#bcbd22", "#17becf",
];

fn resolve(spec: impl Into<ColorSpec>) -> Result<[f64; 4], Error> {
    let color = spec.into().resolve(&TAB10.map(ColorSpec::from), None)?;
    Ok([color.r, color.g, color.b, color.a])
}

fn unescaped(text: &str) -> String {
    text.replace("\\t", "\t")
        .replace("\\n", "\n")
        .replace("\\u0663", "\u{663}")
}

#[test]
fn every_colour_string_means_what_it_means_to_matplotlib() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../reference-images/matplotlib/ticker/colors.txt"
    );
    let text = std::fs::read_to_string(path).unwrap();
    let bits = |number: &str| match number.strip_prefix('x') {
        Some(bits) => u64::from_str_radix(bits, 16).unwrap(),
        None => number.parse::<f64>().unwrap().to_bits(),
    };
    assert!(text.lines().count() > 200);
    for line in text.lines() {
        let (name, answer) = line.split_once('\t').unwrap();
        let color = resolve(unescaped(name))
            .ok()
            .map(|channels| channels.map(f64::to_bits).to_vec());
        let expected = (answer != "!").then(|| answer.split(' ').map(bits).collect::<Vec<_>>());
        assert_eq!(color, expected, "{line}");
    }
}

#[test]
fn an_opacity_replaces_the_colours_own() {
    assert_eq!(resolve(("#ff000080", 0.25)).unwrap(), [1.0, 0.0, 0.0, 0.25]);
    assert_eq!(resolve(("C0", 0.5)).unwrap()[3], 0.5);
    assert_eq!(resolve(("none", 0.5)).unwrap(), [0.0; 4]);
    let color = ColorSpec::from(("red", 0.5))
        .resolve(&[], Some(0.75))
        .unwrap();
    assert_eq!(
        color,
        Color {
            r: 1.0,
            g: 0.0,
            b: 0.0,
            a: 0.75
        }
    );
}

#[test]
fn channels_are_taken_as_they_are_and_checked() {
    assert_eq!(resolve([0.1, 0.2, 0.3]).unwrap(), [0.1, 0.2, 0.3, 1.0]);
    assert_eq!(resolve((0.1, 0.2, 0.3, 0.4)).unwrap(), [0.1, 0.2, 0.3, 0.4]);
    for bad in [-0.1, 1.1, f64::NAN, f64::INFINITY] {
        assert!(matches!(
            resolve([bad, 0.0, 0.0]),
            Err(Error::ColorChannel(_))
        ));
        assert!(matches!(resolve(("red", bad)), Err(Error::ColorChannel(_))));
    }
}

#[test]
fn a_place_in_the_cycle_means_nothing_inside_the_cycle() {
    let cycle = ["red".into(), "C0".into()];
    assert!(ColorSpec::from("C0").resolve(&cycle, None).is_ok());
    assert!(matches!(
        ColorSpec::from("C1").resolve(&cycle, None),
        Err(Error::UnknownColor(_))
    ));
    assert_eq!(
        ColorSpec::from("C7").resolve(&[], None).unwrap(),
        Color {
            r: 0.0,
            g: 0.0,
            b: 0.0,
            a: 1.0
        }
    );
}

proptest! {
    #[test]
    fn any_string_is_a_colour_with_channels_in_range_or_an_error(text in "\\PC{0,12}") {
        if let Ok(channels) = resolve(text) {
            prop_assert!(channels.iter().all(|channel| (0.0..=1.0).contains(channel)));
        }
    }

    #[test]
    fn every_hex_colour_is_its_bytes(r in any::<u8>(), g in any::<u8>(), b in any::<u8>()) {
        let channels = [r, g, b].map(|byte| f64::from(byte) / 255.0);
        let resolved = resolve(format!("#{r:02x}{g:02X}{b:02x}")).unwrap();
        prop_assert_eq!(&resolved[..3], &channels[..]);
    }
}
