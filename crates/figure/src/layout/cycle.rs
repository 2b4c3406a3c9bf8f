//! Colours for artists that have none: from their cycles in turn, or as another's.

use crate::artist::Cycle;
use crate::axes::Axes;
use crate::color::ColorSpec;
use crate::style::Style;

/// The colour that each artist takes where it has none, hidden ones too.
pub(crate) fn automatic_colors(axes: &Axes, style: &Style) -> Vec<Option<ColorSpec>> {
    let mut colors: &[ColorSpec] = &style.axes.prop_cycle;
    let mut others = axes.cycles.iter().peekable();
    let (mut lines, mut fills) = (0_isize, 0_isize);
    let mut taken: Vec<Option<&ColorSpec>> = Vec::with_capacity(axes.artists.len());
    for (number, artist) in axes.artists.iter().enumerate() {
        while let Some((_, cycle)) = others.next_if(|(from, _)| *from <= number) {
            colors = if cycle.is_empty() {
                &style.axes.prop_cycle
            } else {
                cycle
            };
            (lines, fills) = (0, 0);
        }
        let turn = artist.common().turn;
        let own = match artist.cycle() {
            Some(Cycle::Lines) => next(colors, &mut lines, turn),
            Some(Cycle::Fills) => next(colors, &mut fills, turn),
            None => None,
        };
        let color = match artist.common().color_of {
            Some(leader) => {
                let set = axes
                    .artists
                    .get(leader)
                    .and_then(|leader| leader.own_color());
                set.or_else(|| taken.get(leader).copied().flatten())
            }
            None => own,
        };
        taken.push(color);
    }
    taken.into_iter().map(|color| color.cloned()).collect()
}

/// The next colour of a cycle, so many turns on.
fn next<'c>(colors: &'c [ColorSpec], taken: &mut isize, turn: isize) -> Option<&'c ColorSpec> {
    let count = isize::try_from(colors.len()).unwrap_or(0);
    let index = taken.saturating_add(turn).checked_rem_euclid(count)?;
    *taken += 1;
    colors.get(usize::try_from(index).ok()?)
}
