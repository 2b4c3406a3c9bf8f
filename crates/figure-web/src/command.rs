//! What a page asks for: a word and some numbers, in pixels from the upper left corner, y down.

/// Something that a pointer, a key or a button did.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Command {
    /// `at x y`: the pointer is here.
    At(f64, f64),
    /// `grab x y`: a drag of the plot here begins.
    Grab(f64, f64),
    /// `drag dx dy`: so far from where it began.
    Drag(f64, f64),
    /// `box x0 y0 x1 y1`: shows what is in a rectangle, in all of the frame.
    Box([f64; 4]),
    /// `zoom x y factor`: makes the distances from here so many times as long.
    Zoom(f64, f64, f64),
    /// `home`: all plots as they were.
    Home,
    /// `back`: the view before.
    Back,
    /// `forward`: the view after, once back.
    Forward,
    /// `save`: the picture as a file.
    Save,
}

impl Command {
    /// The command of a message; `None` for anything else, and for numbers that are not finite.
    pub(crate) fn parse(message: &str) -> Option<Self> {
        let mut words = message.split(' ');
        let word = words.next()?;
        let numbers: Result<Vec<f64>, _> = words.map(str::parse).collect();
        let numbers = numbers.ok()?;
        if !numbers.iter().all(|number| number.is_finite()) {
            return None;
        }
        Some(match (word, numbers.as_slice()) {
            ("at", &[x, y]) => Self::At(x, y),
            ("grab", &[x, y]) => Self::Grab(x, y),
            ("drag", &[dx, dy]) => Self::Drag(dx, dy),
            ("box", &[x0, y0, x1, y1]) => Self::Box([x0, y0, x1, y1]),
            ("zoom", &[x, y, factor]) if factor > 0.0 => Self::Zoom(x, y, factor),
            ("home", &[]) => Self::Home,
            ("back", &[]) => Self::Back,
            ("forward", &[]) => Self::Forward,
            ("save", &[]) => Self::Save,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_numbers_make_commands() {
        assert_eq!(Command::parse("at 1 2.5"), Some(Command::At(1.0, 2.5)));
        assert_eq!(
            Command::parse("zoom 1 2 0.5"),
            Some(Command::Zoom(1.0, 2.0, 0.5))
        );
        assert_eq!(Command::parse("home"), Some(Command::Home));
        let wrong = [
            "",
            "at",
            "at 1",
            "at 1 2 3",
            "at 1 NaN",
            "at 1 inf",
            "zoom 1 2 0",
            "home 1",
            "x 1 2",
            "at  1 2",
        ];
        for wrong in wrong {
            assert_eq!(Command::parse(wrong), None, "{wrong:?}");
        }
    }
}
