//! Terminals that show pictures: by the protocol of kitty, and as sixels.

mod palette;
mod sixel;

use std::io::Write;

use crate::canvas::FigureCanvasAgg;
use crate::error::Result;
use crate::figure::Figure;
use crate::vector::base64;

/// The longest piece that kitty takes at once.
const PIECE: usize = 4096;

impl Figure {
    /// Shows the figure in a terminal that knows
    /// [kitty's graphics protocol](https://sw.kovidgoyal.net/kitty/graphics-protocol/) (kitty,
    /// Ghostty, `WezTerm`, Konsole …): its PNG, where the cursor is.
    ///
    /// ```
    /// let mut fig = figure::Figure::new((2.0, 1.0), 100.0);
    /// fig.add_subplot(1, 1, 1)?.plot_y([1, 2, 3])?;
    /// let mut out = Vec::new(); // or std::io::stdout()
    /// fig.write_kitty(&mut out)?;
    /// assert!(out.starts_with(b"\x1b_Ga=T,f=100,q=2,m=1;"));
    /// # Ok::<(), figure::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`to_png`](Self::to_png), and [`Error::Io`](crate::Error::Io) where `out` fails.
    pub fn write_kitty(&self, mut out: impl Write) -> Result<()> {
        let text = base64(&self.to_png()?);
        let mut pieces = text.as_bytes().chunks(PIECE).peekable();
        // Shown at once, a PNG file, without an answer.
        let mut keys = "a=T,f=100,q=2,";
        while let Some(piece) = pieces.next() {
            let more = u8::from(pieces.peek().is_some());
            write!(out, "\x1b_G{keys}m={more};")?;
            out.write_all(piece)?;
            out.write_all(b"\x1b\\")?;
            keys = "";
        }
        out.write_all(b"\n")?;
        out.flush()?;
        Ok(())
    }

    /// Shows the figure in a terminal that knows sixels (xterm, foot, mlterm, Windows Terminal …),
    /// where the cursor is. It has at most 256 colours, the means of those that are near each
    /// other; what is less than half opaque is left out.
    ///
    /// # Errors
    ///
    /// As for [`to_png`](Self::to_png), and [`Error::Io`](crate::Error::Io) where `out` fails.
    pub fn write_sixel(&self, mut out: impl Write) -> Result<()> {
        let mut canvas = FigureCanvasAgg::new(self);
        let pixmap = canvas.drawn()?;
        let text = sixel::encode(pixmap.pixels(), pixmap.width() as usize);
        out.write_all(text.as_bytes())?;
        out.flush()?;
        Ok(())
    }
}
