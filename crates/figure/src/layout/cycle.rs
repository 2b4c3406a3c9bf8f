//! Colours for artists that have none: from their cycles in turn, or as another's.

use crate::artist::Cycle;
use crate::axes::Axes;
use crate::color::ColorSpec;
use crate::style::Style;

/// The colour that each artist takes where it has none, hidden ones too.
pub(crate) fn automatic_colors(axes: &Axes, style: &Style) -> Vec<Option<ColorSpec>> {
    let colors = &style.axes.prop_cycle;
    let (mut lines, mut fills) = (0_isize, 0_isize);
    let next = |taken: &mut isize, turn: isize| {
        let count = isize::try_from(colors.len()).unwrap_or(0);
        let index = taken.saturating_add(turn).checked_rem_euclid(count)?;
        *taken += 1;
        colors.get(usize::try_from(index).ok()?)
    };
    let mut taken: Vec<Option<&ColorSpec>> = Vec::with_capacity(axes.artists.len());
    for artist in &axes.artists {
        let turn = artist.common().turn;
        let own = match artist.cycle() {
            Some(Cycle::Lines) => next(&mut lines, turn),
            Some(Cycle::Fills) => next(&mut fills, turn),
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
