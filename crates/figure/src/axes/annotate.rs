//! Text about a point of the plot.

use crate::artist::{Artist, Note, Text};
use crate::axes::Axes;
use crate::data::Coord;
use crate::error::Result;

impl Axes {
    /// Adds text about a point, at the point unless it is moved ([`Artist::xytext`]), with an arrow
    /// from one to the other if there is to be one ([`Artist::arrow`]).
    ///
    /// ![A curve with words and arrows](../../../docs/gallery/figure/annotate.png)
    ///
    /// It is left out while the point is outside the frame.
    ///
    /// # Errors
    ///
    /// None yet; as for the plots.
    ///
    /// ```
    /// use figure::PointUnit;
    ///
    /// # let mut figure = figure::Figure::default();
    /// let ax = figure.add_subplot(1, 1, 1)?;
    /// ax.plot_y([1, 3, 2])?;
    /// let note = ax.annotate("the peak", (1, 3))?;
    /// note.xytext(20, -30).textcoords(PointUnit::OffsetPoints);
    /// note.bbox("round").facecolor("w");
    /// note.arrow("->").connection("arc3, rad=0.2");
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn annotate(
        &mut self,
        string: impl Into<String>,
        (x, y): (impl Coord, impl Coord),
    ) -> Result<&mut Artist<Text>> {
        let at = (x.to_coord(), y.to_coord());
        let mut text = Text::placed(at, string);
        text.note = Some(Box::new(Note::new(at)));
        let artist = self.add(text)?;
        artist.common.unclipped = true;
        Ok(artist)
    }
}
