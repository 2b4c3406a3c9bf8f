//! The legend: a box with a sample and the label of each artist that has one.

use std::borrow::Cow;

use crate::artist::{
    Artist, HAlign, Handle, Kind, LabelColor, Line, Location, Patch, Place, Shape, TextSize,
};
use crate::axes::Axes;
use crate::color::ColorSpec;
use crate::name::ByName;
use crate::style::{LegendStyle, Style};

/// The legend of a plot or of a figure; what is not set comes from the style.
#[derive(Clone, Debug, Default)]
pub struct Legend {
    pub(crate) location: Option<ByName<Location>>,
    pub(crate) anchor: Option<[f64; 4]>,
    pub(crate) columns: usize,
    pub(crate) title: String,
    pub(crate) fontsize: Option<TextSize>,
    pub(crate) frame: Option<bool>,
    pub(crate) framealpha: Option<f64>,
    pub(crate) facecolor: Option<ColorSpec>,
    pub(crate) edgecolor: Option<ColorSpec>,
    pub(crate) labelcolor: Option<LabelColor>,
    pub(crate) shadow: Option<bool>,
    /// Whether columns share the whole width.
    pub(crate) expanded: bool,
    pub(crate) reversed: bool,
    /// Whether samples stand after their names.
    pub(crate) markers_last: bool,
    /// How the narrower of title and entries stands.
    pub(crate) alignment: Option<HAlign>,
    /// The artists that it shows, with their names, in place of all that have one.
    pub(crate) entries: Vec<(Sample, String)>,
    /// Samples of no artist.
    pub(crate) lines: Vec<Artist<Line>>,
    pub(crate) patches: Vec<Artist<Patch>>,
    title_size: Option<TextSize>,
    numpoints: Option<usize>,
    scatterpoints: Option<usize>,
    fancybox: Option<bool>,
    linewidth: Option<f64>,
    changes: Vec<Change>,
}

/// What a sample shows.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Sample {
    /// An artist of a plot.
    Artist(Place),
    /// One of the legend's own lines, by its number.
    Line(usize),
    /// One of its own shapes.
    Patch(usize),
}

/// A length of the style that this legend has another value for.
#[derive(Clone, Copy)]
struct Change(fn(&mut LegendStyle) -> &mut f64, f64);

impl std::fmt::Debug for Change {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Change({})", self.1)
    }
}

impl Legend {
    /// Sets where it goes: a [`Location`], or its name (`"upper left"`).
    pub fn location(&mut self, location: impl Into<ByName<Location>>) -> &mut Self {
        self.location = Some(location.into());
        self
    }

    /// Shows an artist by a name, after those that were named so before; all others are left out.
    ///
    /// ```
    /// # let mut figure = figure::Figure::default();
    /// let ax = figure.add_subplot(1, 1, 1)?;
    /// let line = ax.plot_y([1, 3, 2])?.handle();
    /// let bars = ax.bar([0, 1, 2], [2, 1, 3])?.label("never seen").handle();
    /// ax.legend().entry(bars, "counted").entry(line, "expected");
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn entry<T: Kind>(&mut self, artist: Handle<T>, name: impl Into<String>) -> &mut Self {
        self.entries
            .push((Sample::Artist(artist.place), name.into()));
        self
    }

    /// Shows a sample of a line by a name, as [`entry`](Self::entry) does; no plot has the line,
    /// which is given back to be told its looks. With `linestyle("none")` and a marker, the sample
    /// is the marker.
    ///
    /// ![Samples by hand, and names in their colours](../../../docs/gallery/figure/handles.png)
    ///
    /// ```
    /// # let mut figure = figure::Figure::default();
    /// let ax = figure.add_subplot(1, 1, 1)?;
    /// let legend = ax.legend();
    /// legend.line("expected").color("0.5").linestyle("--");
    /// legend.line("measured").linestyle("none").marker("o").markersize(9.0);
    /// legend.patch("forbidden").facecolor("C3").alpha(0.3);
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn line(&mut self, name: impl Into<String>) -> &mut Artist<Line> {
        let number = self.lines.len();
        self.entries.push((Sample::Line(number), name.into()));
        let line = Line::new(None, Vec::new()).outside_the_cycle();
        self.lines.push(Artist::of(line));
        // What was just pushed is there.
        &mut self.lines[number]
    }

    /// Shows a filled rectangle by a name, as [`line`](Self::line) shows a line.
    pub fn patch(&mut self, name: impl Into<String>) -> &mut Artist<Patch> {
        let number = self.patches.len();
        self.entries.push((Sample::Patch(number), name.into()));
        let patch = Artist::patch(Shape::rectangle((0.0, 0.0), 1.0, 1.0));
        self.patches.push(patch);
        // What was just pushed is there.
        &mut self.patches[number]
    }

    /// Lets the columns share the whole width of what it is placed in.
    pub fn expand(&mut self) -> &mut Self {
        self.expanded = true;
        self
    }

    /// Shows the last entry first.
    pub fn reverse(&mut self) -> &mut Self {
        self.reversed = true;
        self
    }

    /// Puts samples before their names, as they are unless told otherwise, or after them.
    pub fn markerfirst(&mut self, first: bool) -> &mut Self {
        self.markers_last = !first;
        self
    }

    /// Sets how the narrower of title and entries stands; unset, in the middle.
    pub fn alignment(&mut self, align: HAlign) -> &mut Self {
        self.alignment = Some(align);
        self
    }

    /// Sets the size of the title.
    pub fn title_fontsize(&mut self, size: impl Into<TextSize>) -> &mut Self {
        self.title_size = Some(size.into());
        self
    }

    /// Sets how many points a line's sample has markers at.
    pub fn numpoints(&mut self, count: usize) -> &mut Self {
        self.numpoints = Some(count);
        self
    }

    /// Sets how many points a scatter plot's sample has.
    pub fn scatterpoints(&mut self, count: usize) -> &mut Self {
        self.scatterpoints = Some(count);
        self
    }

    /// Draws the box with round corners, or with sharp ones.
    pub fn fancybox(&mut self, round: bool) -> &mut Self {
        self.fancybox = Some(round);
        self
    }

    /// Sets the width of the box's edge in points.
    pub fn linewidth(&mut self, points: f64) -> &mut Self {
        self.linewidth = Some(points);
        self
    }

    /// Sets how large markers are, to those in the plot.
    pub fn markerscale(&mut self, factor: f64) -> &mut Self {
        self.change(|style| &mut style.markerscale, factor)
    }

    /// Sets the space inside the box, in font sizes, as all lengths below.
    pub fn borderpad(&mut self, sizes: f64) -> &mut Self {
        self.change(|style| &mut style.borderpad, sizes)
    }

    /// Sets the space between entries.
    pub fn labelspacing(&mut self, sizes: f64) -> &mut Self {
        self.change(|style| &mut style.labelspacing, sizes)
    }

    /// Sets how long samples are.
    pub fn handlelength(&mut self, sizes: f64) -> &mut Self {
        self.change(|style| &mut style.handlelength, sizes)
    }

    /// Sets how high samples are.
    pub fn handleheight(&mut self, sizes: f64) -> &mut Self {
        self.change(|style| &mut style.handleheight, sizes)
    }

    /// Sets the space between sample and name.
    pub fn handletextpad(&mut self, sizes: f64) -> &mut Self {
        self.change(|style| &mut style.handletextpad, sizes)
    }

    /// Sets the space between the box and what it is placed in.
    pub fn borderaxespad(&mut self, sizes: f64) -> &mut Self {
        self.change(|style| &mut style.borderaxespad, sizes)
    }

    /// Sets the space between columns.
    pub fn columnspacing(&mut self, sizes: f64) -> &mut Self {
        self.change(|style| &mut style.columnspacing, sizes)
    }

    fn change(&mut self, place: fn(&mut LegendStyle) -> &mut f64, value: f64) -> &mut Self {
        self.changes.push(Change(place, value));
        self
    }

    /// The style with what this legend changes of it.
    pub(crate) fn restyled<'s>(&self, style: &'s Style) -> Cow<'s, Style> {
        let counts = [self.numpoints, self.scatterpoints];
        let plain = self.changes.is_empty()
            && counts == [None; 2]
            && self.fancybox.is_none()
            && self.linewidth.is_none()
            && self.title_size.is_none();
        if plain {
            return Cow::Borrowed(style);
        }
        let mut style = style.clone();
        let legend = &mut style.legend;
        for Change(place, value) in &self.changes {
            *place(legend) = *value;
        }
        legend.numpoints = self.numpoints.unwrap_or(legend.numpoints);
        legend.scatterpoints = self.scatterpoints.unwrap_or(legend.scatterpoints);
        legend.fancybox = self.fancybox.unwrap_or(legend.fancybox);
        legend.linewidth = self.linewidth.or(legend.linewidth);
        legend.title_fontsize = self.title_size.or(legend.title_fontsize);
        Cow::Owned(style)
    }

    /// Sets what it is placed in, in place of the whole plot: left, bottom, width and height, in
    /// shares of the plot's. With no width and no height, its corner or side goes to a point.
    pub fn anchor(&mut self, [left, bottom, width, height]: [f64; 4]) -> &mut Self {
        self.anchor = Some([left, bottom, width, height]);
        self
    }

    /// Puts a shadow below the box, or none. A box with a shadow is opaque unless its opacity is set.
    pub fn shadow(&mut self, shadow: bool) -> &mut Self {
        self.shadow = Some(shadow);
        self
    }

    /// Sets how many entries stand beside each other; 0 counts as 1.
    pub fn columns(&mut self, columns: usize) -> &mut Self {
        self.columns = columns;
        self
    }

    /// Sets what stands above the entries.
    pub fn title(&mut self, title: impl Into<String>) -> &mut Self {
        self.title = title.into();
        self
    }

    /// Sets the size of the text, which all distances follow.
    pub fn fontsize(&mut self, size: impl Into<TextSize>) -> &mut Self {
        self.fontsize = Some(size.into());
        self
    }

    /// Draws the box around it, or does not.
    pub fn set_frame_on(&mut self, on: bool) -> &mut Self {
        self.frame = Some(on);
        self
    }

    /// Sets the opacity of the box.
    pub fn framealpha(&mut self, alpha: f64) -> &mut Self {
        self.framealpha = Some(alpha);
        self
    }

    /// Sets what the box is filled with.
    pub fn facecolor(&mut self, color: impl Into<ColorSpec>) -> &mut Self {
        self.facecolor = Some(color.into());
        self
    }

    /// Sets the colour of the box's edge.
    pub fn edgecolor(&mut self, color: impl Into<ColorSpec>) -> &mut Self {
        self.edgecolor = Some(color.into());
        self
    }

    /// Sets the colour of the names; `"linecolor"`, for one, gives each that of its sample
    /// ([`LabelColor`]).
    ///
    /// ```
    /// # let mut figure = figure::Figure::default();
    /// let ax = figure.add_subplot(1, 1, 1)?;
    /// ax.plot_y([1, 3, 2])?.label("as blue as its line");
    /// ax.legend().labelcolor("linecolor");
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn labelcolor(&mut self, color: impl Into<LabelColor>) -> &mut Self {
        self.labelcolor = Some(color.into());
        self
    }

    /// Sets the colours of the names, in turn.
    pub fn labelcolors<C: Into<ColorSpec>>(
        &mut self,
        colors: impl IntoIterator<Item = C>,
    ) -> &mut Self {
        let colors = colors.into_iter().map(Into::into).collect();
        self.labelcolor = Some(LabelColor::Each(colors));
        self
    }
}

impl Axes {
    /// Shows a legend of the artists that have a label, bars after all others. Labels that start
    /// with an underscore are left out, as are images, meshes and text.
    ///
    /// ![Names in two columns, with a title](../../../docs/gallery/figure/legend.png)
    ///
    /// ```
    /// use figure::Location;
    ///
    /// # let mut figure = figure::Figure::default();
    /// let ax = figure.add_subplot(1, 1, 1)?;
    /// ax.plot_y([1, 3, 2])?.label("measured");
    /// ax.plot_y([1, 2, 3])?.label("expected").linestyle("--");
    /// ax.legend().location(Location::UpperLeft).title("volts");
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn legend(&mut self) -> &mut Legend {
        self.legend.insert(Legend::default())
    }
}
