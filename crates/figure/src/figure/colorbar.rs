//! Colorbars: a plot of their own, in room that other plots make.

use crate::artist::{Handle, Kind, Mappable};
use crate::axes::{AxesId, Colorbar, Parent, Place};
use crate::error::{Error, Result};
use crate::figure::Figure;

impl Figure {
    /// Adds a bar that says what the colours of an artist mean, to the right of its plot, which
    /// makes room for it.
    ///
    /// ![Bars beside a picture and below a mesh](../../../docs/gallery/figure/colorbar.png)
    ///
    /// The values of an artist that has a colorbar never cover a single point: their range grows by
    /// a tenth each way instead.
    ///
    /// # Errors
    ///
    /// [`Error::Handle`] where the artist is in another figure, [`Error::Unmapped`] where it takes
    /// no colours from a colormap.
    ///
    /// ```
    /// use figure::{Figure, Side};
    ///
    /// let mut fig = Figure::default();
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let picture = ax.imshow([[1, 2], [3, 4]])?.handle();
    /// fig.colorbar(picture)?.location(Side::Left).shrink(0.8).set_label("metres");
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn colorbar<T: Kind + Mappable>(&mut self, of: Handle<T>) -> Result<&mut Colorbar> {
        self.mark(of)?;
        let parents = vec![self.parent(AxesId(of.place.axes))?];
        self.add_bar(Colorbar::new(of.place, parents))
    }

    /// Adds a bar as [`colorbar`](Self::colorbar) does, for which several plots make room.
    ///
    /// # Errors
    ///
    /// As for [`colorbar`](Self::colorbar), and [`Error::Handle`] for no plots, or plots of another
    /// figure.
    ///
    /// ```
    /// let mut fig = figure::Figure::default();
    /// let left = fig.add_subplot(1, 2, 1)?.imshow([[1, 2], [3, 4]])?.handle();
    /// fig.add_subplot(1, 2, 2)?.imshow([[4, 3], [2, 1]])?;
    /// let both: Vec<_> = fig.axes().iter().map(|axes| axes.id()).collect();
    /// fig.colorbar_of_many(left, both)?;
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn colorbar_of_many<T: Kind + Mappable>(
        &mut self,
        of: Handle<T>,
        plots: impl IntoIterator<Item = AxesId>,
    ) -> Result<&mut Colorbar> {
        let parents = plots.into_iter().map(|plot| self.parent(plot));
        let parents = parents.collect::<Result<Vec<_>>>()?;
        if parents.is_empty() {
            return Err(Error::Handle);
        }
        self.mark(of)?;
        self.add_bar(Colorbar::new(of.place, parents))
    }

    /// Turns a plot into a bar that says what the colours of an artist mean. It fills the plot's
    /// place.
    ///
    /// # Errors
    ///
    /// As for [`colorbar`](Self::colorbar), and [`Error::Handle`] for a plot of another figure.
    pub fn colorbar_in<T: Kind + Mappable>(
        &mut self,
        of: Handle<T>,
        plot: AxesId,
    ) -> Result<&mut Colorbar> {
        self.ax(plot)?;
        self.mark(of)?;
        let axes = self.ax(plot)?;
        Ok(axes.hold(Colorbar::new(of.place, Vec::new())))
    }

    /// What a bar keeps of a plot that makes room for it.
    fn parent(&mut self, plot: AxesId) -> Result<Parent> {
        let axes = self.ax(plot)?;
        Ok(Parent {
            id: axes.id,
            artists: axes.artists.len(),
        })
    }

    /// Notes that an artist has a colorbar.
    fn mark<T: Kind + Mappable>(&mut self, of: Handle<T>) -> Result<()> {
        let artist = self.ax(AxesId(of.place.axes))?.artist(of)?;
        if artist.kind.mapped().is_none() {
            return Err(Error::Unmapped);
        }
        artist.kind.mapped_mut().barred = true;
        Ok(())
    }

    fn add_bar(&mut self, bar: Colorbar) -> Result<&mut Colorbar> {
        Ok(self.add_axes_in(Place::Bar).hold(bar))
    }
}
