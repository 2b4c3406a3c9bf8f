//! Settings of legends.

use crate::artist::{LabelColor, Location, TextSize};
use crate::color::ColorSpec;
use crate::name::ByName;

/// `legend.*`; lengths are multiples of the font's size.
#[non_exhaustive]
#[derive(Clone, Debug)]
pub struct LegendStyle {
    /// Where it goes.
    pub loc: ByName<Location>,
    /// The size of the entries' text.
    pub fontsize: TextSize,
    /// The size of the title; unset, as the entries.
    pub title_fontsize: Option<TextSize>,
    /// The colour of the text; unset, the text's.
    pub labelcolor: Option<LabelColor>,
    /// Whether there is a box around it.
    pub frameon: bool,
    /// The opacity of the box; unset, its colour's own.
    pub framealpha: Option<f64>,
    /// Whether the box has round corners.
    pub fancybox: bool,
    /// Whether the box casts a shadow.
    pub shadow: bool,
    /// The box; unset, as the axes.
    pub facecolor: Option<ColorSpec>,
    /// Its edge; unset, as the axes.
    pub edgecolor: Option<ColorSpec>,
    /// Its edge's width; unset, as patches.
    pub linewidth: Option<f64>,
    /// How many markers show a line.
    pub numpoints: usize,
    /// How many markers show a scatter plot.
    pub scatterpoints: usize,
    /// The size of markers, to those of the plot.
    pub markerscale: f64,
    /// From the box to what is in it.
    pub borderpad: f64,
    /// Between entries.
    pub labelspacing: f64,
    /// How long the samples are.
    pub handlelength: f64,
    /// How high.
    pub handleheight: f64,
    /// From a sample to its text.
    pub handletextpad: f64,
    /// From the frame of the plot to the box.
    pub borderaxespad: f64,
    /// Between columns.
    pub columnspacing: f64,
}

impl Default for LegendStyle {
    fn default() -> Self {
        Self {
            loc: Location::Best.into(),
            fontsize: TextSize::MEDIUM,
            title_fontsize: None,
            labelcolor: None,
            frameon: true,
            framealpha: Some(0.8),
            fancybox: true,
            shadow: false,
            facecolor: None,
            edgecolor: Some(ColorSpec::from("0.8")),
            linewidth: None,
            numpoints: 1,
            scatterpoints: 1,
            markerscale: 1.0,
            borderpad: 0.4,
            labelspacing: 0.5,
            handlelength: 2.0,
            handleheight: 0.7,
            handletextpad: 0.8,
            borderaxespad: 0.5,
            columnspacing: 2.0,
        }
    }
}
