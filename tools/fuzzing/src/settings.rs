//! The names of all settings that a style has.
//!
//! They are written down once, where `figure` reads them. That source is taken apart here: every
//! text in it is the name of a group, of a setting of a group, or a piece of one, and what `figure`
//! does not refuse is a name.

use figure::{Error, Style};
use std::collections::BTreeSet;
use std::sync::LazyLock;

const SOURCE: &str = include_str!("../../../crates/figure/src/style/keys.rs");

static NAMES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let words: BTreeSet<&str> = SOURCE.split('"').skip(1).step_by(2).collect();
    let alone = words.iter().map(|&word| word.to_owned());
    let grouped = words.iter().flat_map(|group| {
        let of_group = words.iter().map(move |word| format!("{group}.{word}"));
        let pieces = ["label", "major.", "minor."].into_iter();
        let of_pieces = pieces.flat_map(move |piece| {
            let sides = ["left", "right", "bottom", "top"].into_iter();
            sides.map(move |side| format!("{group}.{piece}{side}"))
        });
        of_group.chain(of_pieces)
    });
    let mut style = Style::default();
    let mut is_one = |name: &str| !matches!(style.set(name, ""), Err(Error::UnknownSetting(_)));
    let names: BTreeSet<String> = alone.chain(grouped).filter(|name| is_one(name)).collect();
    names.into_iter().collect()
});

/// A setting's name by a number.
pub(crate) fn name(by: u16) -> &'static str {
    let names = NAMES.as_slice();
    let at = usize::from(by) % names.len().max(1);
    names.get(at).map_or("", String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_of_every_kind_are_found_where_figure_reads_them() {
        let expected = [
            "axes.prop_cycle",
            "axes.spines.left",
            "xtick.minor.top",
            "ytick.labelleft",
            "legend.loc",
            "grid.major.alpha",
            "boxplot.flierprops.markersize",
            "date.autoformatter.year",
            "contour.corner_mask",
            "savefig.bbox",
            "path.snap",
            "_internal.classic_mode",
        ];
        for name in expected {
            assert!(NAMES.iter().any(|found| found == name), "{name}");
        }
        assert!(NAMES.len() > 200, "{}", NAMES.len());
    }

    #[test]
    fn every_setting_of_the_shipped_sheets_that_is_read_is_found() {
        let sheets = include_str!("../../../crates/figure/src/style/sheets.txt");
        let settings = sheets.lines().filter_map(|line| line.split_once(" = "));
        let read = settings.filter(|(name, value)| Style::default().set(name, value).is_ok());
        let missing: Vec<&str> = read
            .map(|(name, _)| name)
            .filter(|name| !NAMES.iter().any(|found| found == name))
            .collect();
        assert_eq!(missing, [""; 0]);
    }
}
