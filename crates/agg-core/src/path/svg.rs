//! Paths as text: the path data of SVG.
//!
//! Source: *Scalable Vector Graphics (SVG) 2*, chapter 9.

use crate::Error;
use crate::geometry::Point;
use crate::path::arc::ArcSize;
use crate::path::subpath::{Pen, Step};
use crate::path::{Orientation, Path, PathEl};
use std::fmt::Write;
use std::str::FromStr;

impl Path {
    /// The path that SVG path data describes: every command, absolute and relative. Empty for
    /// empty text.
    ///
    /// # Errors
    ///
    /// [`Error::PathData`] where the text is not path data.
    ///
    /// # Examples
    ///
    /// ```
    /// use agg_core::Path;
    ///
    /// let path = Path::from_svg("m10,20h5.5v-3 l1e1-2z")?;
    /// assert_eq!(path.to_svg(), "M10 20L15.5 20L15.5 17L25.5 15Z");
    /// assert!(Path::from_svg("M10").is_err());
    /// # Ok::<(), agg_core::Error>(())
    /// ```
    pub fn from_svg(data: &str) -> Result<Self, Error> {
        let mut reader = Reader { data, at: 0 };
        reader.path().ok_or(Error::PathData { at: reader.at })
    }

    /// The path as SVG path data, in absolute coordinates, each number as short as it can be read
    /// back exactly. An element with a non-finite coordinate is left out and breaks the path.
    #[must_use]
    pub fn to_svg(&self) -> String {
        let mut out = String::new();
        let mut pen = Pen::default();
        for element in self.elements() {
            match pen.step(element) {
                Step::Start(p) => write_command(&mut out, 'M', &[p]),
                Step::Segment(_, PathEl::QuadTo(a, p)) => write_command(&mut out, 'Q', &[a, p]),
                Step::Segment(_, PathEl::CurveTo(a, b, p)) => {
                    write_command(&mut out, 'C', &[a, b, p]);
                }
                Step::Segment(_, segment) => {
                    write_command(&mut out, 'L', segment.end().as_slice());
                }
                Step::Close => out.push('Z'),
                Step::Lift => {}
            }
        }
        out
    }
}

fn write_command(out: &mut String, letter: char, points: &[Point]) {
    let mut before = letter;
    for p in points {
        // Writing to a String cannot fail.
        let _ = write!(out, "{before}{} {}", p.x, p.y);
        before = ' ';
    }
}

impl FromStr for Path {
    type Err = Error;

    fn from_str(data: &str) -> Result<Self, Error> {
        Self::from_svg(data)
    }
}

/// Reads from a position on; what it cannot read it leaves, and gives `None`.
struct Reader<'a> {
    data: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn path(&mut self) -> Option<Path> {
        let mut path = Path::new();
        self.skip_space();
        while let Some(letter) = self.command() {
            if path.is_empty() && !matches!(letter, b'M' | b'm') {
                self.at -= 1;
                return None;
            }
            self.arguments(letter, &mut path)?;
        }
        (self.at == self.data.len()).then_some(path)
    }

    /// The arguments of a command, once or as often as they are repeated.
    fn arguments(&mut self, letter: u8, path: &mut Path) -> Option<()> {
        if letter.eq_ignore_ascii_case(&b'z') {
            path.close();
            self.skip_space();
            return Some(());
        }
        let mut letter = letter;
        loop {
            self.segment(letter, path)?;
            // More points after a move are lines.
            letter = match letter {
                b'M' => b'L',
                b'm' => b'l',
                other => other,
            };
            if !self.another() {
                return Some(());
            }
        }
    }

    fn segment(&mut self, letter: u8, path: &mut Path) -> Option<()> {
        let pen = path.current_point().unwrap_or_default();
        let origin = if letter.is_ascii_lowercase() {
            pen
        } else {
            Point::ORIGIN
        };
        match letter.to_ascii_uppercase() {
            b'M' => path.move_to(self.point(origin)?),
            b'L' => path.line_to(self.point(origin)?),
            b'H' => path.horizontal_to(origin.x + self.number()?),
            b'V' => path.vertical_to(origin.y + self.number()?),
            b'Q' => path.quad_to(self.point(origin)?, self.next_point(origin)?),
            b'T' => path.smooth_quad_to(self.point(origin)?),
            b'C' => path.cubic_to(
                self.point(origin)?,
                self.next_point(origin)?,
                self.next_point(origin)?,
            ),
            b'S' => path.smooth_cubic_to(self.point(origin)?, self.next_point(origin)?),
            b'A' => self.arc(origin, path)?,
            _ => return None,
        };
        Some(())
    }

    fn arc<'p>(&mut self, origin: Point, path: &'p mut Path) -> Option<&'p mut Path> {
        let radii = self.point(Point::ORIGIN)?;
        self.skip_comma();
        let degrees = self.number()?;
        let size = if self.flag()? {
            ArcSize::Large
        } else {
            ArcSize::Small
        };
        let direction = if self.flag()? {
            Orientation::Positive
        } else {
            Orientation::Negative
        };
        let end = self.next_point(origin)?;
        Some(path.arc_to(radii, degrees.to_radians(), size, direction, end))
    }

    fn next_point(&mut self, origin: Point) -> Option<Point> {
        self.skip_comma();
        self.point(origin)
    }

    fn point(&mut self, origin: Point) -> Option<Point> {
        let x = self.number()?;
        self.skip_comma();
        Some(origin + Point::new(x, self.number()?))
    }

    /// A single digit, which needs nothing between it and the next number.
    fn flag(&mut self) -> Option<bool> {
        self.skip_comma();
        let flag = match self.peek()? {
            b'0' => false,
            b'1' => true,
            _ => return None,
        };
        self.at += 1;
        Some(flag)
    }

    fn number(&mut self) -> Option<f64> {
        let start = self.at;
        self.skip_if(|c| matches!(c, b'+' | b'-'));
        let digits = self.skip_digits();
        let fraction = if self.skip_if(|c| c == b'.') {
            self.skip_digits()
        } else {
            0
        };
        if digits + fraction == 0 {
            self.at = start;
            return None;
        }
        let mantissa = self.at;
        if self.skip_if(|c| matches!(c, b'e' | b'E')) {
            self.skip_if(|c| matches!(c, b'+' | b'-'));
            if self.skip_digits() == 0 {
                self.at = mantissa;
            }
        }
        self.data.get(start..self.at)?.parse().ok()
    }

    fn command(&mut self) -> Option<u8> {
        let known = |c: &u8| b"MLHVCSQTAZ".contains(&c.to_ascii_uppercase());
        let letter = self.peek().filter(known)?;
        self.at += 1;
        self.skip_space();
        Some(letter)
    }

    /// Whether another number follows; goes to it.
    fn another(&mut self) -> bool {
        let end = self.at;
        self.skip_space();
        let comma = self.skip_if(|c| c == b',');
        self.skip_space();
        let found = self
            .peek()
            .is_some_and(|c| c.is_ascii_digit() || matches!(c, b'+' | b'-' | b'.'));
        if comma && !found {
            self.at = end;
        }
        found
    }

    fn skip_comma(&mut self) {
        self.skip_space();
        self.skip_if(|c| c == b',');
        self.skip_space();
    }

    fn skip_space(&mut self) {
        while self.skip_if(|c| matches!(c, b' ' | b'\t' | b'\n' | b'\r' | 0x0C)) {}
    }

    fn skip_digits(&mut self) -> usize {
        let start = self.at;
        while self.skip_if(|c| c.is_ascii_digit()) {}
        self.at - start
    }

    fn skip_if(&mut self, wanted: impl FnOnce(u8) -> bool) -> bool {
        let found = self.peek().is_some_and(wanted);
        self.at += usize::from(found);
        found
    }

    fn peek(&self) -> Option<u8> {
        self.data.as_bytes().get(self.at).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(data: &str) -> String {
        Path::from_svg(data).unwrap().to_svg()
    }

    fn fails_at(data: &str) -> usize {
        match Path::from_svg(data) {
            Err(Error::PathData { at }) => at,
            other => panic!("{data:?}: {other:?}"),
        }
    }

    #[test]
    fn numbers_need_no_more_between_them_than_sense_does() {
        assert_eq!(read("M1-2.5.5 1e1-.5-3"), "M1 -2.5L0.5 10L-0.5 -3");
        assert_eq!(read(" M 1 , 2 \n 3\t4,5 6 "), "M1 2L3 4L5 6");
        assert_eq!(read("M1e2,2.E-1+3-4"), "M100 0.2L3 -4");
    }

    #[test]
    fn every_command_is_read() {
        assert_eq!(read("M1 1h2v2H9V0z"), "M1 1L3 1L3 3L9 3L9 0Z");
        assert_eq!(read("m1 1 1 1zl1 0"), "M1 1L2 2ZL2 1");
        assert_eq!(
            read("M0 0q1 1 2 0t2 0Q5 5 6 6T8 8"),
            "M0 0Q1 1 2 0Q3 -1 4 0Q5 5 6 6Q7 7 8 8"
        );
        assert_eq!(
            read("M0 0c0 1 1 1 1 0s1 1 1 0S3 1 3 0"),
            "M0 0C0 1 1 1 1 0C1 -1 2 1 2 0C2 -1 3 1 3 0"
        );
        assert_eq!(read(""), "");
    }

    #[test]
    fn arc_flags_may_touch_the_number_after_them() {
        let spaced = read("M0 0A5 4 30 0 1 8 3");
        assert_eq!(read("M0 0A5 4 30 018 3"), spaced);
        assert_eq!(read("M0 0a5,4,30,0,1,8,3"), spaced);
        assert!(spaced.ends_with(" 8 3"), "{spaced}");
    }

    #[test]
    fn errors_say_where() {
        assert_eq!(fails_at("L1 1"), 0);
        assert_eq!(fails_at("M1"), 2);
        assert_eq!(fails_at("M1 1 2"), 6);
        assert_eq!(fails_at("M1 1,"), 4);
        assert_eq!(fails_at("M1 1X2 2"), 4);
        assert_eq!(fails_at("M1 1Z5"), 5);
        assert_eq!(fails_at("M0 0A1 1 0 2 0 5 5"), 11);
        assert_eq!(fails_at("M1 1 é"), 5);
    }

    #[test]
    fn what_was_written_is_read_back_exactly() {
        let data = "M0.1 -1e-7L123456789.125 3Q1 2 3 4C1 2 3 4 5 6ZM1 1";
        let path = Path::from_svg(data).unwrap();
        assert_eq!(Path::from_svg(&path.to_svg()).unwrap(), path);
    }

    #[test]
    fn non_finite_points_break_what_is_written() {
        let path = Path::polyline([
            (0.0, 0.0),
            (1.0, 1.0),
            (f64::NAN, 2.0),
            (3.0, 3.0),
            (4.0, 4.0),
        ]);
        assert_eq!(path.to_svg(), "M0 0L1 1M3 3L4 4");
    }
}
