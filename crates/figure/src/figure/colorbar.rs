//! Colorbars: a plot of their own, in room that other plots make.

use crate::artist::{Handle, Kind, Mappable};
use crate::axes::{AxesId, Colorbar, Place};
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
        let parent = self.mark(of)?;
        self.add_bar(Colorbar::new(of.place, vec![parent]))
    }

    /// Adds a bar as [`colorbar`](Self::colorbar) does, for which several plots make room: those
    /// with these numbers in [`axes`](Self::axes).
    ///
    /// # Errors
    ///
    /// As for [`colorbar`](Self::colorbar), and [`Error::Handle`] for no numbers, or numbers that
    /// are no plots'.
    ///
    /// ```
    /// let mut fig = figure::Figure::default();
    /// let left = fig.add_subplot(1, 2, 1)?.imshow([[1, 2], [3, 4]])?.handle();
    /// fig.add_subplot(1, 2, 2)?.imshow([[4, 3], [2, 1]])?;
    /// fig.colorbar_of_many(left, [0, 1])?;
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn colorbar_of_many<T: Kind + Mappable>(
        &mut self,
        of: Handle<T>,
        numbers: impl IntoIterator<Item = usize>,
    ) -> Result<&mut Colorbar> {
        self.mark(of)?;
        let ids = numbers.into_iter();
        let ids = ids.map(|number| Ok(self.axes.get(number).ok_or(Error::Handle)?.id));
        let parents: Vec<u64> = ids.collect::<Result<_>>()?;
        if parents.is_empty() {
            return Err(Error::Handle);
        }
        self.add_bar(Colorbar::new(of.place, parents))
    }

    /// Turns a plot, by its number in [`axes`](Self::axes), into a bar that says what the colours of
    /// an artist mean. It fills the plot's place.
    ///
    /// # Errors
    ///
    /// As for [`colorbar`](Self::colorbar), and [`Error::Handle`] for a number that is no plot's.
    pub fn colorbar_in<T: Kind + Mappable>(
        &mut self,
        of: Handle<T>,
        number: usize,
    ) -> Result<&mut Colorbar> {
        self.mark(of)?;
        let axes = self.axes.get_mut(number).ok_or(Error::Handle)?;
        Ok(axes.hold(Colorbar::new(of.place, Vec::new())))
    }

    /// Notes that an artist has a colorbar, and gives back its plot's name.
    fn mark<T: Kind + Mappable>(&mut self, of: Handle<T>) -> Result<u64> {
        let artist = self.ax(AxesId(of.place.axes))?.artist(of)?;
        if artist.kind.mapped().is_none() {
            return Err(Error::Unmapped);
        }
        artist.kind.mapped_mut().barred = true;
        Ok(of.place.axes)
    }

    fn add_bar(&mut self, bar: Colorbar) -> Result<&mut Colorbar> {
        Ok(self.add_axes_in(Place::Bar).hold(bar))
    }
}
