//! Settings by matplotlib's names, as text: one line for each that a drawing reads.

use super::cycler::cycle;
use super::read::{
    aspect, autolimit, below, bins, cap, color, count, direction, divisions, fill, flag, grid_axis,
    grid_which, halign, join, label_color, named, names, number, numbers, origin, pair, place,
    shading, size, sketch, stage, tight, unless, valign, whole,
};
use super::{BoxStyle, GridChanges, Sides, Style, TickStyle};
use crate::name::Named;
use crate::ticker::DateFormats;
use crate::typeface::{Slant, Weight};

/// Why a setting was not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// No drawing reads a setting of this name.
    Key,
    /// It cannot have this value.
    Value,
}

/// Makes one setting.
pub(super) fn set(style: &mut Style, key: &str, value: &str) -> Result<(), Refused> {
    let (group, name) = key.split_once('.').ok_or(Refused::Key)?;
    match group {
        "axes" => axes(style, name, value),
        "xtick" => tick(&mut style.xtick, ("bottom", "top"), name, value),
        "ytick" => tick(&mut style.ytick, ("left", "right"), name, value),
        "lines" => lines(style, name, value),
        "legend" => legend(style, name, value),
        "figure" => figure(style, name, value),
        "patch" | "grid" | "hatch" => shapes(style, key, value),
        "date" => date(&mut style.date.autoformatter, name, value),
        "boxplot" => boxplot(&mut style.boxplot, name, value),
        "hist" | "errorbar" | "image" | "contour" => plots(style, key, value),
        _ => others(style, key, value),
    }
}

/// Puts a value that was read into its place.
fn put<T>(place: &mut T, value: Option<T>) -> Result<(), Refused> {
    *place = value.ok_or(Refused::Value)?;
    Ok(())
}

fn axes(style: &mut Style, name: &str, value: &str) -> Result<(), Refused> {
    let axes = &mut style.axes;
    match name {
        "facecolor" => put(&mut axes.facecolor, color(value)),
        "edgecolor" => put(&mut axes.edgecolor, color(value)),
        "linewidth" => put(&mut axes.linewidth, number(value)),
        "grid" => put(&mut axes.grid, flag(value)),
        "axisbelow" => put(&mut axes.axisbelow, below(value)),
        "labelcolor" => put(&mut axes.labelcolor, color(value)),
        "labelpad" => put(&mut axes.labelpad, number(value)),
        "labelsize" => put(&mut axes.labelsize, size(value)),
        "labelweight" => put(&mut axes.labelweight, Weight::named(value)),
        "titleweight" => put(&mut axes.titleweight, Weight::named(value)),
        "titlecolor" => put(&mut axes.titlecolor, unless("auto", value, color)),
        "titlepad" => put(&mut axes.titlepad, number(value)),
        "titlelocation" => put(&mut axes.titlelocation, place(value)),
        "titley" => put(&mut axes.titley, unless("none", value, number)),
        "grid.which" => put(&mut axes.grid_which, grid_which(value)),
        "grid.axis" => put(&mut axes.grid_axis, grid_axis(value)),
        "titlesize" => put(&mut axes.titlesize, size(value)),
        "xmargin" => put(&mut axes.xmargin, number(value)),
        "ymargin" => put(&mut axes.ymargin, number(value)),
        "prop_cycle" => put(&mut axes.prop_cycle, cycle(value)),
        "spines.left" => put(&mut axes.spines.left, flag(value)),
        "spines.right" => put(&mut axes.spines.right, flag(value)),
        "spines.bottom" => put(&mut axes.spines.bottom, flag(value)),
        "spines.top" => put(&mut axes.spines.top, flag(value)),
        "formatter.limits" => put(&mut axes.formatter.limits, pair(value, whole)),
        "formatter.offset_threshold" => put(&mut axes.formatter.offset_threshold, whole(value)),
        "formatter.useoffset" => put(&mut axes.formatter.useoffset, flag(value)),
        "formatter.use_mathtext" => put(&mut axes.formatter.use_mathtext, flag(value)),
        "formatter.min_exponent" => put(&mut axes.formatter.min_exponent, value.parse().ok()),
        "autolimit_mode" => put(&mut axes.autolimit_mode, autolimit(value)),
        "unicode_minus" => put(&mut axes.unicode_minus, flag(value)),
        _ => Err(Refused::Key),
    }
}

fn tick(
    tick: &mut TickStyle,
    (first, second): (&str, &str),
    name: &str,
    value: &str,
) -> Result<(), Refused> {
    match name {
        "color" => put(&mut tick.color, color(value)),
        "labelcolor" => put(&mut tick.labelcolor, unless("inherit", value, color)),
        "labelsize" => put(&mut tick.labelsize, size(value)),
        "direction" => put(&mut tick.direction, direction(value)),
        "minor.visible" => put(&mut tick.minor_visible, flag(value)),
        "alignment" if first == "bottom" => put(&mut tick.halign, halign(value).map(Some)),
        "alignment" => put(&mut tick.valign, valign(value).map(Some)),
        "minor.ndivs" => put(&mut tick.minor_ndivs, unless("auto", value, divisions)),
        "major.size" => put(&mut tick.major.size, number(value)),
        "major.width" => put(&mut tick.major.width, number(value)),
        "major.pad" => put(&mut tick.major.pad, number(value)),
        "minor.size" => put(&mut tick.minor.size, number(value)),
        "minor.width" => put(&mut tick.minor.width, number(value)),
        "minor.pad" => put(&mut tick.minor.pad, number(value)),
        _ => {
            let (sides, name) = if let Some(name) = name.strip_prefix("label") {
                (&mut tick.labels, name)
            } else if let Some(name) = name.strip_prefix("major.") {
                (&mut tick.major_marks, name)
            } else if let Some(name) = name.strip_prefix("minor.") {
                (&mut tick.minor_marks, name)
            } else {
                (&mut tick.marks, name)
            };
            let shown = flag(value);
            let sides_with = |first: bool, second: bool| match (first, second) {
                (false, false) => Sides::Neither,
                (true, false) => Sides::First,
                (false, true) => Sides::Second,
                (true, true) => Sides::Both,
            };
            let now = *sides;
            if name == first {
                put(
                    sides,
                    shown.map(|shown| sides_with(shown, now.has_second())),
                )
            } else if name == second {
                put(sides, shown.map(|shown| sides_with(now.has_first(), shown)))
            } else {
                Err(Refused::Key)
            }
        }
    }
}

fn lines(style: &mut Style, name: &str, value: &str) -> Result<(), Refused> {
    let lines = &mut style.lines;
    match name {
        "color" => put(&mut lines.color, color(value)),
        "linewidth" => put(&mut lines.linewidth, number(value)),
        "linestyle" => put(&mut lines.linestyle, named(value)),
        "marker" => put(&mut lines.marker, named(value)),
        "markersize" => put(&mut lines.markersize, number(value)),
        "markeredgewidth" => put(&mut lines.markeredgewidth, number(value)),
        "markerfacecolor" => put(&mut lines.markerfacecolor, unless("auto", value, color)),
        "markeredgecolor" => put(&mut lines.markeredgecolor, unless("auto", value, color)),
        "dashed_pattern" => put(&mut lines.dashed_pattern, numbers(value)),
        "dashdot_pattern" => put(&mut lines.dashdot_pattern, numbers(value)),
        "dotted_pattern" => put(&mut lines.dotted_pattern, numbers(value)),
        "scale_dashes" => put(&mut lines.scale_dashes, flag(value)),
        "solid_capstyle" => put(&mut lines.solid_capstyle, cap(value)),
        "solid_joinstyle" => put(&mut lines.solid_joinstyle, join(value)),
        "dash_capstyle" => put(&mut lines.dash_capstyle, cap(value)),
        "dash_joinstyle" => put(&mut lines.dash_joinstyle, join(value)),
        "antialiased" => put(&mut lines.antialiased, flag(value)),
        _ => Err(Refused::Key),
    }
}

fn legend(style: &mut Style, name: &str, value: &str) -> Result<(), Refused> {
    let legend = &mut style.legend;
    match name {
        "loc" => put(&mut legend.loc, named(value)),
        "fontsize" => put(&mut legend.fontsize, size(value)),
        "title_fontsize" => put(&mut legend.title_fontsize, unless("none", value, size)),
        "labelcolor" => put(&mut legend.labelcolor, unless("none", value, label_color)),
        "frameon" => put(&mut legend.frameon, flag(value)),
        "framealpha" => put(&mut legend.framealpha, unless("none", value, number)),
        "fancybox" => put(&mut legend.fancybox, flag(value)),
        "shadow" => put(&mut legend.shadow, flag(value)),
        "facecolor" => put(&mut legend.facecolor, unless("inherit", value, color)),
        "edgecolor" => put(&mut legend.edgecolor, unless("inherit", value, color)),
        "linewidth" => put(&mut legend.linewidth, unless("none", value, number)),
        "numpoints" => put(&mut legend.numpoints, count(value)),
        "scatterpoints" => put(&mut legend.scatterpoints, count(value)),
        "markerscale" => put(&mut legend.markerscale, number(value)),
        "borderpad" => put(&mut legend.borderpad, number(value)),
        "labelspacing" => put(&mut legend.labelspacing, number(value)),
        "handlelength" => put(&mut legend.handlelength, number(value)),
        "handleheight" => put(&mut legend.handleheight, number(value)),
        "handletextpad" => put(&mut legend.handletextpad, number(value)),
        "borderaxespad" => put(&mut legend.borderaxespad, number(value)),
        "columnspacing" => put(&mut legend.columnspacing, number(value)),
        _ => Err(Refused::Key),
    }
}

fn figure(style: &mut Style, name: &str, value: &str) -> Result<(), Refused> {
    let figure = &mut style.figure;
    match name {
        "figsize" => put(&mut figure.figsize, pair(value, number)),
        "dpi" => put(&mut figure.dpi, number(value)),
        "facecolor" => put(&mut figure.facecolor, color(value)),
        "edgecolor" => put(&mut figure.edgecolor, color(value)),
        "titlesize" => put(&mut figure.titlesize, size(value)),
        "titleweight" => put(&mut figure.titleweight, Weight::named(value)),
        "labelsize" => put(&mut figure.labelsize, size(value)),
        "labelweight" => put(&mut figure.labelweight, Weight::named(value)),
        "frameon" => put(&mut figure.frameon, flag(value)),
        "autolayout" => put(&mut figure.autolayout, flag(value)),
        "constrained_layout.use" => put(&mut figure.constrained_layout.used, flag(value)),
        "constrained_layout.w_pad" => put(&mut figure.constrained_layout.w_pad, number(value)),
        "constrained_layout.h_pad" => put(&mut figure.constrained_layout.h_pad, number(value)),
        "constrained_layout.wspace" => put(&mut figure.constrained_layout.wspace, number(value)),
        "constrained_layout.hspace" => put(&mut figure.constrained_layout.hspace, number(value)),
        "subplot.left" => put(&mut figure.subplot.left, number(value)),
        "subplot.right" => put(&mut figure.subplot.right, number(value)),
        "subplot.bottom" => put(&mut figure.subplot.bottom, number(value)),
        "subplot.top" => put(&mut figure.subplot.top, number(value)),
        "subplot.wspace" => put(&mut figure.subplot.wspace, number(value)),
        "subplot.hspace" => put(&mut figure.subplot.hspace, number(value)),
        _ => Err(Refused::Key),
    }
}

fn shapes(style: &mut Style, key: &str, value: &str) -> Result<(), Refused> {
    match key {
        "patch.facecolor" => put(&mut style.patch.facecolor, color(value)),
        "patch.edgecolor" => put(&mut style.patch.edgecolor, color(value)),
        "patch.linewidth" => put(&mut style.patch.linewidth, number(value)),
        "patch.force_edgecolor" => put(&mut style.patch.force_edgecolor, flag(value)),
        "patch.antialiased" => put(&mut style.patch.antialiased, flag(value)),
        "grid.major.color" | "grid.minor.color" => {
            put(&mut changes(style, key).color, unless("none", value, color))
        }
        "grid.major.linestyle" | "grid.minor.linestyle" => put(
            &mut changes(style, key).linestyle,
            unless("none", value, named),
        ),
        "grid.major.linewidth" | "grid.minor.linewidth" => put(
            &mut changes(style, key).linewidth,
            unless("none", value, number),
        ),
        "grid.major.alpha" | "grid.minor.alpha" => put(
            &mut changes(style, key).alpha,
            unless("none", value, number),
        ),
        "grid.color" => put(&mut style.grid.color, color(value)),
        "grid.linestyle" => put(&mut style.grid.linestyle, named(value)),
        "grid.linewidth" => put(&mut style.grid.linewidth, number(value)),
        "grid.alpha" => put(&mut style.grid.alpha, number(value)),
        "hatch.color" => put(&mut style.hatch.color, unless("edge", value, color)),
        "hatch.linewidth" => put(&mut style.hatch.linewidth, number(value)),
        _ => Err(Refused::Key),
    }
}

/// What is different at major or at minor ticks.
fn changes<'s>(style: &'s mut Style, key: &str) -> &'s mut GridChanges {
    if key.starts_with("grid.major") {
        &mut style.grid.major
    } else {
        &mut style.grid.minor
    }
}

fn boxplot(style: &mut BoxStyle, name: &str, value: &str) -> Result<(), Refused> {
    match name {
        "boxprops.color" => put(&mut style.boxcolor, color(value)),
        "boxprops.linestyle" => put(&mut style.boxes.linestyle, named(value)),
        "boxprops.linewidth" => put(&mut style.boxes.linewidth, number(value)),
        "whiskerprops.color" => put(&mut style.whiskercolor, color(value)),
        "whiskerprops.linestyle" => put(&mut style.whiskers.linestyle, named(value)),
        "whiskerprops.linewidth" => put(&mut style.whiskers.linewidth, number(value)),
        "capprops.color" => put(&mut style.capcolor, color(value)),
        "capprops.linestyle" => put(&mut style.caps.linestyle, named(value)),
        "capprops.linewidth" => put(&mut style.caps.linewidth, number(value)),
        "medianprops.color" => put(&mut style.mediancolor, color(value)),
        "medianprops.linestyle" => put(&mut style.medians.linestyle, named(value)),
        "medianprops.linewidth" => put(&mut style.medians.linewidth, number(value)),
        "meanprops.color" => put(&mut style.meancolor, color(value)),
        "meanprops.linestyle" => put(&mut style.means.linestyle, named(value)),
        "meanprops.linewidth" => put(&mut style.means.linewidth, number(value)),
        "meanprops.marker" => put(&mut style.meanmarks.marker, named(value)),
        "meanprops.markersize" => put(&mut style.meanmarks.markersize, number(value)),
        "meanprops.markerfacecolor" => {
            let face = unless("auto", value, color);
            put(&mut style.meanmarks.markerfacecolor, face)
        }
        "meanprops.markeredgecolor" => {
            put(&mut style.meanmarks.markeredgecolor, color(value).map(Some))
        }
        "flierprops.marker" => put(&mut style.fliers.marker, named(value)),
        "flierprops.markersize" => put(&mut style.fliers.markersize, number(value)),
        "flierprops.markeredgewidth" => {
            put(&mut style.fliers.markeredgewidth, number(value).map(Some))
        }
        "flierprops.markeredgecolor" => put(&mut style.fliercolor, color(value)),
        "flierprops.markerfacecolor" => {
            let face = unless("auto", value, color);
            put(&mut style.fliers.markerfacecolor, face)
        }
        "whiskers" => put(&mut style.reach, number(value)),
        "vertical" => put(&mut style.vertical, flag(value)),
        "notch" => put(&mut style.notch, flag(value)),
        "patchartist" => put(&mut style.patchartist, flag(value)),
        "showmeans" => put(&mut style.showmeans, flag(value)),
        "meanline" => put(&mut style.meanline, flag(value)),
        "showbox" => put(&mut style.showbox, flag(value)),
        "showcaps" => put(&mut style.showcaps, flag(value)),
        "showfliers" => put(&mut style.showfliers, flag(value)),
        _ => Err(Refused::Key),
    }
}

fn date(formats: &mut DateFormats, name: &str, value: &str) -> Result<(), Refused> {
    let format = match name {
        "autoformatter.year" => &mut formats.year,
        "autoformatter.month" => &mut formats.month,
        "autoformatter.day" => &mut formats.day,
        "autoformatter.hour" => &mut formats.hour,
        "autoformatter.minute" => &mut formats.minute,
        "autoformatter.second" => &mut formats.second,
        "autoformatter.microsecond" => &mut formats.microsecond,
        _ => return Err(Refused::Key),
    };
    value.clone_into(format);
    Ok(())
}

/// What plots read when they are added, and what pictures and contours read.
fn plots(style: &mut Style, key: &str, value: &str) -> Result<(), Refused> {
    match key {
        "hist.bins" => put(&mut style.hist.bins, bins(value)),
        "errorbar.capsize" => put(&mut style.errorbar.capsize, number(value)),
        "errorbar.capthick" => put(&mut style.errorbar.capthick, unless("none", value, number)),
        "errorbar.elinewidth" => put(
            &mut style.errorbar.elinewidth,
            unless("none", value, number),
        ),
        "image.cmap" => put(&mut style.image.cmap, named(value)),
        "image.interpolation" => put(&mut style.image.interpolation, named(value)),
        "image.interpolation_stage" => put(&mut style.image.interpolation_stage, stage(value)),
        "image.origin" => put(&mut style.image.origin, origin(value)),
        "image.aspect" => put(&mut style.image.aspect, aspect(value)),
        "contour.linewidth" => put(&mut style.contour.linewidth, unless("none", value, number)),
        "contour.negative_linestyle" => put(&mut style.contour.negative_linestyle, named(value)),
        "contour.corner_mask" => put(&mut style.contour.corner_mask, flag(value)),
        _ => Err(Refused::Key),
    }
}

fn others(style: &mut Style, key: &str, value: &str) -> Result<(), Refused> {
    match key {
        "savefig.dpi" => put(&mut style.savefig.dpi, unless("figure", value, number)),
        "savefig.transparent" => put(&mut style.savefig.transparent, flag(value)),
        "savefig.bbox" => put(&mut style.savefig.tight, tight(value)),
        "savefig.pad_inches" => put(&mut style.savefig.pad_inches, number(value)),
        "xaxis.labellocation" => put(&mut style.xaxis.labellocation, place(value)),
        "yaxis.labellocation" => put(&mut style.yaxis.labellocation, place(value)),
        "font.family" => put(&mut style.font.family, names(value)),
        "font.sans-serif" => put(&mut style.font.sans_serif, names(value)),
        "font.serif" => put(&mut style.font.serif, names(value)),
        "font.monospace" => put(&mut style.font.monospace, names(value)),
        "font.weight" => put(&mut style.font.weight, Weight::named(value)),
        "font.style" => put(&mut style.font.style, Slant::named(value)),
        "font.size" => put(&mut style.font.size, number(value)),
        "text.color" => put(&mut style.text.color, color(value)),
        "_internal.classic_mode" => put(&mut style.classic, flag(value)),
        "path.simplify" => put(&mut style.path.simplify, flag(value)),
        "path.simplify_threshold" => put(&mut style.path.simplify_threshold, number(value)),
        "path.sketch" => put(&mut style.path.sketch, unless("none", value, sketch)),
        "path.snap" => put(&mut style.path.snap, flag(value)),
        "scatter.marker" => put(&mut style.scatter.marker, named(value)),
        "scatter.edgecolors" => put(&mut style.scatter.edgecolors, unless("face", value, color)),
        "markers.fillstyle" => put(&mut style.markers.fillstyle, fill(value)),
        "pcolor.shading" => put(&mut style.pcolor.shading, shading(value)),
        "savefig.facecolor" => put(&mut style.savefig.facecolor, unless("auto", value, color)),
        "pcolormesh.snap" => put(&mut style.pcolormesh.snap, flag(value)),
        _ => Err(Refused::Key),
    }
}
