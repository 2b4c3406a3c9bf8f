//! Style sheets: those that matplotlib ships, and `.mplstyle` text of one's own.

use std::path::Path;

use super::Style;
use super::keys::{Refused, set};
use crate::error::{Error, Result};

/// What the shipped sheets change.
const SHEETS: &str = include_str!("sheets.txt");

/// A setting of a style sheet that no drawing here reads: of another backend, or of no name that
/// means anything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// The line, counted from 1.
    pub line: usize,
    /// The setting's name.
    pub key: String,
}

impl Style {
    /// The default style as a shipped sheet changes it: `"ggplot"`, `"dark_background"`, …
    ///
    /// ![Five waves in the style fivethirtyeight](../../../docs/gallery/figure/styles.png)
    ///
    /// # Errors
    ///
    /// [`Error::UnknownStyle`] for a name that is none of [`sheets`](Self::sheets).
    ///
    /// ```
    /// use figure::{Figure, Style};
    ///
    /// let figure = Figure::default().with_style(Style::sheet("ggplot")?);
    /// assert!(Style::sheet("gplot").is_err());
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn sheet(name: &str) -> Result<Self> {
        let mut style = Self::default();
        style.apply(name)?;
        Ok(style)
    }

    /// The names of the shipped sheets.
    pub fn sheets() -> impl Iterator<Item = &'static str> {
        let sections = sections().map(|(name, _, _)| name);
        sections.filter(|name| !name.ends_with('*'))
    }

    /// Makes the settings of a shipped sheet; all others stay.
    ///
    /// # Errors
    ///
    /// As for [`sheet`](Self::sheet).
    pub fn apply(&mut self, name: &str) -> Result<&mut Self> {
        if name == "default" {
            *self = Self::default();
            return Ok(self);
        }
        let known = !name.ends_with('*') && self.apply_section(name);
        known
            .then_some(self)
            .ok_or_else(|| Error::UnknownStyle(name.to_owned()))
    }

    /// Makes the settings of a section, and of that it starts from.
    fn apply_section(&mut self, name: &str) -> bool {
        let Some((_, base, body)) = sections().find(|(section, _, _)| *section == name) else {
            return false;
        };
        if let Some(base) = base {
            self.apply_section(base);
        }
        for line in body.lines() {
            if let Some((key, value)) = line.split_once(" = ") {
                // A test holds every line of the table.
                let _ = set(self, key, value);
            }
        }
        true
    }

    /// Makes one setting by matplotlib's name, its value as in a style sheet.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownSetting`] for a name that no drawing here reads, [`Error::Setting`] for a
    /// value that it cannot have.
    ///
    /// ```
    /// let mut style = figure::Style::default();
    /// style.set("axes.grid", "true")?.set("axes.prop_cycle", "cycler('color', ['k', 'r'])")?;
    /// assert!(style.axes.grid && style.axes.prop_cycle.len() == 2);
    /// assert!(style.set("lines.linewidth", "thick").is_err());
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn set(&mut self, key: &str, value: &str) -> Result<&mut Self> {
        match set(self, key, value) {
            Ok(()) => Ok(self),
            Err(Refused::Key) => Err(Error::UnknownSetting(key.to_owned())),
            Err(Refused::Value) => Err(Error::Setting {
                line: 0,
                key: key.to_owned(),
                value: value.to_owned(),
            }),
        }
    }

    /// Makes the settings of a style sheet's text (`name: value` on each line, comments from `#`),
    /// and gives back those that no drawing here reads. After an error, the style is as before.
    ///
    /// # Errors
    ///
    /// [`Error::StyleLine`] for a line that is no setting, [`Error::Setting`] for a value that a
    /// setting cannot have; both with the line.
    ///
    /// ```
    /// let mut style = figure::Style::default();
    /// let unread = style.parse("lines.linewidth: 4  # thick\nsvg.fonttype: none\n")?;
    /// assert_eq!(style.lines.linewidth, 4.0);
    /// assert_eq!((unread[0].line, unread[0].key.as_str()), (2, "svg.fonttype"));
    /// let error = style.parse("\naxes.grid: perhaps").unwrap_err();
    /// assert_eq!(error.to_string(), "line 2: the setting axes.grid cannot be \"perhaps\"");
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn parse(&mut self, text: &str) -> Result<Vec<Unread>> {
        let mut changed = self.clone();
        let mut unread = Vec::new();
        for (line, text) in (1..).zip(text.trim_start_matches('\u{feff}').lines()) {
            let text = without_comment(text).trim();
            if text.is_empty() {
                continue;
            }
            let Some((key, value)) = text.split_once(':') else {
                let text = text.to_owned();
                return Err(Error::StyleLine { line, text });
            };
            let (key, value) = (key.trim().to_owned(), unquoted(value.trim()));
            match set(&mut changed, &key, value) {
                Ok(()) => {}
                Err(Refused::Key) => unread.push(Unread { line, key }),
                Err(Refused::Value) => {
                    let value = value.to_owned();
                    return Err(Error::Setting { line, key, value });
                }
            }
        }
        *self = changed;
        Ok(unread)
    }

    /// Makes the settings of a style sheet's file; see [`parse`](Self::parse).
    ///
    /// # Errors
    ///
    /// [`Error::Io`] where the file cannot be read as UTF-8, and as for [`parse`](Self::parse).
    pub fn load(&mut self, path: impl AsRef<Path>) -> Result<Vec<Unread>> {
        let path = path.as_ref();
        let text = std::fs::read_to_string(path).map_err(|source| Error::Io {
            path: Some(path.to_owned()),
            source,
        })?;
        self.parse(&text)
    }
}

/// The sections of the shipped sheets: name, what each starts from, settings.
fn sections() -> impl Iterator<Item = (&'static str, Option<&'static str>, &'static str)> {
    SHEETS.split("\n[").skip(1).filter_map(|section| {
        let (head, body) = section.split_once('\n')?;
        let (name, base) = head.split_once(']')?;
        Some((name, base.trim().strip_prefix("< "), body))
    })
}

/// A line up to the number sign that stands outside of double quotes.
fn without_comment(line: &str) -> &str {
    let mut quoted = false;
    let end = line.char_indices().find(|(_, c)| {
        quoted ^= *c == '"';
        *c == '#' && !quoted
    });
    end.and_then(|(end, _)| line.get(..end)).unwrap_or(line)
}

fn unquoted(value: &str) -> &str {
    let inside = value.strip_prefix('"').and_then(|v| v.strip_suffix('"'));
    inside.unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_setting_of_the_shipped_sheets_can_be_made() {
        let unread = ["boxplot.flierprops.color"];
        for (name, _, body) in sections() {
            for line in body.lines().filter(|line| !line.is_empty()) {
                let (key, value) = line.split_once(" = ").unwrap();
                let made = set(&mut Style::default(), key, value);
                assert!(made.is_ok() || unread.contains(&key), "{name}: {line}");
            }
        }
        assert_eq!(Style::sheets().count(), 28);
    }

    #[test]
    fn a_number_sign_in_quotes_starts_no_comment() {
        let mut style = Style::default();
        let parsed = style.parse("axes.facecolor: \"#ff0000\" # red");
        assert_eq!(parsed.map_err(|error| error.to_string()), Ok(Vec::new()));
        assert_eq!(style.axes.facecolor, "r".into());
    }

    #[test]
    fn a_broken_sheet_changes_nothing() {
        let mut style = Style::default();
        assert!(style.parse("lines.linewidth: 9\nnonsense").is_err());
        assert_eq!(style.lines.linewidth, 1.5);
    }
}
