//! Notebooks: a figure as the value of a cell.

use std::io::{self, Write};

use crate::error::Result;
use crate::figure::Figure;
use crate::vector::base64;

impl Figure {
    /// Shows the figure below the cell of a notebook that runs Rust by
    /// [evcxr](https://github.com/evcxr/evcxr), which calls this where a cell ends with a figure.
    ///
    /// It prints the PNG in a block that names its kind; a figure that cannot be drawn, as text,
    /// what is wrong with it.
    pub fn evcxr_display(&self) {
        // Whoever reads a notebook's output and is gone will not miss this.
        let _ = show(self.to_png(), io::stdout().lock());
    }
}

fn show(png: Result<Vec<u8>>, mut out: impl Write) -> io::Result<()> {
    let (kind, content) = match png {
        Ok(png) => ("image/png", base64(&png)),
        Err(error) => ("text/plain", error.to_string()),
    };
    writeln!(
        out,
        "EVCXR_BEGIN_CONTENT {kind}\n{content}\nEVCXR_END_CONTENT"
    )?;
    out.flush()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Error;

    #[test]
    fn a_picture_is_shown_between_two_lines() {
        let mut out = Vec::new();
        show(Ok(b"Man".to_vec()), &mut out).unwrap();
        assert_eq!(
            out,
            b"EVCXR_BEGIN_CONTENT image/png\nTWFu\nEVCXR_END_CONTENT\n"
        );
    }

    #[test]
    fn an_error_is_shown_as_text() {
        let mut out = Vec::new();
        show(Err(Error::Unmapped), &mut out).unwrap();
        let out = String::from_utf8(out).unwrap();
        assert!(out.starts_with("EVCXR_BEGIN_CONTENT text/plain\nthe artist"));
    }
}
