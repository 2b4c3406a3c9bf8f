//! Format strings of lines: colour, marker and line style in a few characters.

use crate::artist::{Artist, Line, LineStyle, Marker};
use crate::color::ColorSpec;
use crate::error::{Error, Result};
use crate::name::Named;

/// What a format string asks for.
#[derive(Debug, Default, PartialEq)]
struct Format {
    color: Option<ColorSpec>,
    marker: Option<Marker>,
    linestyle: Option<LineStyle>,
}

impl Artist<Line> {
    /// Sets colour, marker and line style by matplotlib's short form: `"ro--"`, `"k:"`, `"C2s"`,
    /// or a colour alone, such as `"green"`. A marker alone leaves no line.
    ///
    /// # Errors
    ///
    /// [`Error::PlotFormat`] for characters that mean nothing, or two that mean the same.
    ///
    /// ```
    /// # let mut figure = figure::Figure::default();
    /// let ax = figure.add_subplot(1, 1, 1)?;
    /// ax.plot([1, 2, 3], [1, 4, 2])?.fmt("C1o-")?;
    /// assert!(ax.plot_y([1, 2])?.fmt("rg").is_err());
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn fmt(&mut self, format: &str) -> Result<&mut Self> {
        let refused = || Error::PlotFormat(format.to_owned());
        let Format {
            color,
            marker,
            linestyle,
        } = parse(format).ok_or_else(refused)?;
        if let Some(color) = color {
            self.color(color);
        }
        if linestyle.is_none() && marker.is_none() {
            return Ok(self);
        }
        self.linestyle(linestyle.unwrap_or(LineStyle::None));
        Ok(self.marker(marker.unwrap_or(Marker::None)))
    }
}

fn parse(format: &str) -> Option<Format> {
    let known = |text: &str| {
        let spec = ColorSpec::from(text);
        let cycle = [ColorSpec::from("k")];
        spec.resolve(&cycle, None).is_ok().then_some(spec)
    };
    // `"0"` and `"1"` are no greys here: the second is a marker.
    if !matches!(format, "0" | "1")
        && let Some(color) = known(format)
    {
        return Some(Format {
            color: Some(color),
            ..Format::default()
        });
    }
    let mut found = Format::default();
    let mut rest = format;
    while let Some(first) = rest.chars().next() {
        let one = rest.get(..first.len_utf8())?;
        let taken = if let Some(style) = rest.get(..2).filter(|s| matches!(*s, "--" | "-.")) {
            put(&mut found.linestyle, LineStyle::named(style))?;
            style
        } else if matches!(one, "-" | ":" | " ") {
            put(&mut found.linestyle, LineStyle::named(one))?;
            one
        } else if let Some(marker) = Marker::named(one) {
            put(&mut found.marker, Some(marker))?;
            one
        } else if "bgrcmykw".contains(first) {
            put(&mut found.color, known(one))?;
            one
        } else {
            let digits = rest.strip_prefix('C')?;
            let end = digits.find(|c: char| !c.is_ascii_digit());
            let place = rest.get(..1 + end.unwrap_or(digits.len()))?;
            put(&mut found.color, known(place).filter(|_| place.len() > 1))?;
            place
        };
        rest = rest.strip_prefix(taken)?;
    }
    Some(found)
}

/// Fills a place that is empty with something.
fn put<T>(place: &mut Option<T>, value: Option<T>) -> Option<()> {
    if place.is_some() {
        return None;
    }
    *place = Some(value?);
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(format: &str) -> (Option<ColorSpec>, Option<Marker>, Option<LineStyle>) {
        let Format {
            color,
            marker,
            linestyle,
        } = parse(format).unwrap();
        (color, marker, linestyle)
    }

    #[test]
    fn parts_are_found_in_any_order() {
        let red_dashes = (
            Some("r".into()),
            Some(Marker::Circle),
            Some(LineStyle::Dashed),
        );
        for format in ["ro--", "--or", "o--r"] {
            assert_eq!(parts(format), red_dashes);
        }
        assert_eq!(
            parts("C10^"),
            (Some("C10".into()), Some(Marker::TriangleUp), None)
        );
        assert_eq!(parts("green"), (Some("green".into()), None, None));
        assert_eq!(parts("-."), (None, None, Some(LineStyle::DashDot)));
        assert_eq!(parts("1"), (None, Some(Marker::TriDown), None));
        assert_eq!(parts(""), (None, None, None));
    }

    #[test]
    fn what_is_said_twice_or_means_nothing_is_refused() {
        for format in ["oo", "rb", "---", "-:", "q", "Co", "ö", "r\u{1f600}"] {
            assert_eq!(parse(format), None, "{format}");
        }
    }
}
