//! An artist of any kind. A new kind is one line here, its file beside this one, and its drawing.

use crate::artist::{
    Artist, Bars, Collection, Common, Content, ContourLabels, Contours, Cycle, Image, InsetMark,
    Line, Mappable, Mapped, Mesh, Patch, Quiver, QuiverKey, Text, Unit,
};
use crate::color::ColorSpec;
use crate::limits::DataLimits;

/// A kind of artist that a plot can hold.
pub trait Kind: sealed::Sealed + Sized + 'static {
    #[doc(hidden)]
    fn find(any: &AnyArtist) -> Option<&Artist<Self>>;
    #[doc(hidden)]
    fn find_mut(any: &mut AnyArtist) -> Option<&mut Artist<Self>>;
}

mod sealed {
    pub trait Sealed {}
}

macro_rules! kinds {
    ($($kind:ident)*) => {
        /// An artist of any kind.
        #[doc(hidden)]
        #[derive(Clone, Debug)]
        pub enum AnyArtist {
            $($kind(Artist<$kind>),)*
        }

        impl AnyArtist {
            pub(crate) fn common(&self) -> &Common {
                match self {
                    $(Self::$kind(artist) => &artist.common,)*
                }
            }

            fn content(&self) -> &dyn DynContent {
                match self {
                    $(Self::$kind(artist) => &artist.kind,)*
                }
            }
        }

        $(
            impl sealed::Sealed for $kind {}

            impl Kind for $kind {
                fn find(any: &AnyArtist) -> Option<&Artist<Self>> {
                    match any {
                        AnyArtist::$kind(artist) => Some(artist),
                        _ => None,
                    }
                }

                fn find_mut(any: &mut AnyArtist) -> Option<&mut Artist<Self>> {
                    match any {
                        AnyArtist::$kind(artist) => Some(artist),
                        _ => None,
                    }
                }
            }

            impl From<Artist<$kind>> for AnyArtist {
                fn from(artist: Artist<$kind>) -> Self {
                    Self::$kind(artist)
                }
            }
        )*
    };
}

kinds! { Line Patch Bars Collection Mesh Image Contours ContourLabels Quiver QuiverKey InsetMark Text }

/// [`Content`] as a trait object.
trait DynContent {
    fn zorder(&self) -> f64;
    fn add_limits(&self, data: &mut DataLimits);
    fn sticky(&self) -> [Vec<f64>; 2];
    fn cycle(&self) -> Option<Cycle>;
}

impl<T: Content> DynContent for T {
    fn zorder(&self) -> f64 {
        T::ZORDER
    }

    fn add_limits(&self, data: &mut DataLimits) {
        Content::add_limits(self, data);
    }

    fn sticky(&self) -> [Vec<f64>; 2] {
        [self.sticky_x(), self.sticky_y()]
    }

    fn cycle(&self) -> Option<Cycle> {
        Content::cycle(self)
    }
}

impl AnyArtist {
    /// The place in the drawing order.
    pub(crate) fn zorder(&self) -> f64 {
        let kind = self.content().zorder();
        self.common().zorder.unwrap_or(kind)
    }

    /// Includes what it covers where its coordinates are those of the data.
    pub(crate) fn add_limits(&self, data: &mut DataLimits) {
        let coords = self.common().coords;
        let mut own = DataLimits::default();
        self.content().add_limits(&mut own);
        data.include(own, (coords.x == Unit::Data, coords.y == Unit::Data));
    }

    /// Where margins of x and of y stop.
    pub(crate) fn sticky(&self) -> [Vec<f64>; 2] {
        self.content().sticky()
    }

    /// The colour that others take from it, where it was set.
    pub(crate) fn own_color(&self) -> Option<&ColorSpec> {
        Line::find(self)?.color.as_ref()
    }

    /// What gives it its colours by values, where something does.
    pub(crate) fn mapped(&self) -> Option<&Mapped> {
        match self {
            Self::Collection(artist) => artist.kind.mapped(),
            Self::Mesh(artist) => artist.kind.mapped(),
            Self::Image(artist) => artist.kind.mapped(),
            Self::Contours(artist) => artist.kind.mapped(),
            Self::Quiver(artist) => artist.kind.mapped(),
            Self::Line(_)
            | Self::Patch(_)
            | Self::Bars(_)
            | Self::ContourLabels(_)
            | Self::QuiverKey(_)
            | Self::InsetMark(_)
            | Self::Text(_) => None,
        }
    }

    /// The cycle that it takes its colour from.
    pub(crate) fn cycle(&self) -> Option<Cycle> {
        self.content().cycle()
    }
}
