//! Text that belongs to the figure: titles and labels over all plots, and words anywhere.

use crate::artist::{Artist, HAlign, Text, Unit, VAlign};
use crate::axes::Legend;
use crate::data::Coord;
use crate::figure::Figure;

/// Which text over all plots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Super {
    Title,
    XLabel,
    YLabel,
}

/// A text of the figure.
#[derive(Clone, Debug)]
pub(crate) struct FigureText {
    /// What it is, where it is over all plots.
    pub(crate) role: Option<Super>,
    pub(crate) text: Artist<Text>,
}

impl Figure {
    /// Sets the title over all plots; at half the width and 0.98 of the height, unless it is moved
    /// ([`Artist::position`]).
    ///
    /// ```
    /// let mut fig = figure::Figure::default();
    /// fig.add_subplot(1, 1, 1)?;
    /// fig.suptitle("over all").fontsize(16.0);
    /// fig.supxlabel("below all");
    /// fig.supylabel("left of all");
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn suptitle(&mut self, string: impl Into<String>) -> &mut Artist<Text> {
        self.super_text(Super::Title, string.into())
    }

    /// Sets the label below all plots.
    pub fn supxlabel(&mut self, string: impl Into<String>) -> &mut Artist<Text> {
        self.super_text(Super::XLabel, string.into())
    }

    /// Sets the label to the left of all plots, turned.
    pub fn supylabel(&mut self, string: impl Into<String>) -> &mut Artist<Text> {
        self.super_text(Super::YLabel, string.into())
    }

    /// Adds text at a place in shares of the figure's width and height, its baseline's start there
    /// unless it is aligned otherwise.
    pub fn text(
        &mut self,
        x: impl Coord,
        y: impl Coord,
        string: impl Into<String>,
    ) -> &mut Artist<Text> {
        let text = Artist::of(Text::placed((x.to_coord(), y.to_coord()), string));
        self.add_text(None, text)
    }

    /// Shows a legend of all plots' artists that have a label, in the upper right corner of the page
    /// unless it is placed otherwise. An [anchor](Legend::anchor) is in shares of the page. A figure
    /// without plots shows none.
    ///
    /// ![One legend for two plots](../../../docs/gallery/figure/figure_legend.png)
    ///
    /// ```
    /// let mut fig = figure::Figure::default();
    /// for i in 1..=2 {
    ///     fig.add_subplot(1, 2, i)?.plot_y([i, 3 - i])?.label(format!("line {i}"));
    /// }
    /// fig.legend().location("lower center").columns(2);
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn legend(&mut self) -> &mut Legend {
        self.legend.insert(Legend::default())
    }

    fn super_text(&mut self, role: Super, string: String) -> &mut Artist<Text> {
        let known = self.texts.iter().position(|text| text.role == Some(role));
        if let Some(known) = known {
            // What was just found is there.
            return self.texts[known].text.set_text(string);
        }
        let (at, halign, valign) = match role {
            Super::Title => ((0.5, 0.98), HAlign::Center, VAlign::Top),
            Super::XLabel => ((0.5, 0.01), HAlign::Center, VAlign::Bottom),
            Super::YLabel => ((0.02, 0.5), HAlign::Left, VAlign::Center),
        };
        let mut text = Artist::of(Text::placed(at, string));
        text.horizontalalignment(halign).verticalalignment(valign);
        if role == Super::YLabel {
            text.rotation(90.0);
        }
        text.kind.fixed = false;
        self.add_text(Some(role), text)
    }

    fn add_text(&mut self, role: Option<Super>, mut text: Artist<Text>) -> &mut Artist<Text> {
        text.coords(Unit::Figure);
        let number = self.texts.len();
        self.texts.push(FigureText { role, text });
        // What was just pushed is there.
        &mut self.texts[number].text
    }
}
