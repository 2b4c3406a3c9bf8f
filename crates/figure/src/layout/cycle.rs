//! Colours, and looks of lines, for artists that have none: from their cycles in turn, or as
//! another's.

use std::collections::HashMap;

use crate::artist::{AnyArtist, Cycle, Kind, Line, LineProps, Place, PropCycle};
use crate::axes::Axes;
use crate::color::ColorSpec;
use crate::figure::Figure;
use crate::layout::family::all_plots;
use crate::style::Style;

/// What an artist takes in its turn.
#[derive(Clone, Default)]
struct Turn<'c> {
    color: Option<ColorSpec>,
    line: Option<&'c LineProps>,
}

/// The looks of lines that take more than a colour, in all plots.
#[derive(Debug, Default)]
pub(crate) struct Turns(HashMap<Place, LineProps>);

impl Turns {
    pub(crate) fn new(figure: &Figure) -> Self {
        let style = figure.style();
        let mut turns = HashMap::new();
        for (axes, _) in all_plots(figure) {
            let own = axes.cycles.iter().map(|(_, cycle)| cycle);
            let mut cycles = own.chain([&style.axes.prop_cycle]);
            if cycles.all(|cycle| cycle.lines().is_empty()) {
                continue;
            }
            for (artist, turn) in axes.artists.iter().zip(taken(axes, style)) {
                let line = turn.line.cloned();
                turns.extend(line.map(|line| (artist.common().place, line)));
            }
        }
        Self(turns)
    }

    /// What the line at a place takes.
    pub(crate) fn of(&self, place: Place) -> Option<&LineProps> {
        self.0.get(&place)
    }
}

/// The colour that each artist takes where it has none, hidden ones too.
pub(crate) fn automatic_colors(axes: &Axes, style: &Style) -> Vec<Option<ColorSpec>> {
    let turns = taken(axes, style).into_iter();
    turns.map(|turn| turn.color).collect()
}

/// What each artist takes.
fn taken<'c>(axes: &'c Axes, style: &'c Style) -> Vec<Turn<'c>> {
    let mut cycle = &style.axes.prop_cycle;
    let mut others = axes.cycles.iter().peekable();
    let (mut lines, mut fills) = (0_isize, 0_isize);
    let mut taken: Vec<Turn<'c>> = Vec::with_capacity(axes.artists.len());
    for (number, artist) in axes.artists.iter().enumerate() {
        while let Some((_, own)) = others.next_if(|(from, _)| *from <= number) {
            cycle = if own.is_empty() {
                &style.axes.prop_cycle
            } else {
                own
            };
            (lines, fills) = (0, 0);
        }
        let turn = artist.common().turn;
        let mut own = match (wants_look(artist, cycle, lines), artist.cycle()) {
            (Some(true), _) => look(cycle, &mut lines),
            (Some(false), _) | (None, None) => Turn::default(),
            (None, Some(Cycle::Lines)) => color(cycle, &mut lines, turn),
            (None, Some(Cycle::Fills)) => color(cycle, &mut fills, turn),
        };
        if let Some(leader) = artist.common().color_of {
            let set = axes.artists.get(leader).and_then(AnyArtist::own_color);
            let followed = || taken.get(leader)?.color.clone();
            own.color = set.cloned().or_else(followed);
        }
        taken.push(own);
    }
    taken
}

/// Whether a line has not yet all that its next turn would give; `None` for what takes colours only.
fn wants_look(artist: &AnyArtist, cycle: &PropCycle, taken: isize) -> Option<bool> {
    let line = Line::find(artist).filter(|line| line.cycles)?;
    let next = cycle.lines().get(place(taken, cycle.lines().len())?)?;
    let uncolored = line.color.is_none() && !cycle.colors().is_empty();
    Some(uncolored || next.completes(line))
}

/// All that the next turn of a cycle gives.
fn look<'c>(cycle: &'c PropCycle, taken: &mut isize) -> Turn<'c> {
    let place = place(*taken, cycle.len()).unwrap_or(0);
    *taken += 1;
    Turn {
        color: cycle.colors().get(place).cloned(),
        line: cycle.lines().get(place),
    }
}

/// The colour of a cycle's next turn, so many turns on; black where none has a colour.
fn color<'c>(cycle: &'c PropCycle, taken: &mut isize, turn: isize) -> Turn<'c> {
    let colors = cycle.colors();
    let color = match place(taken.saturating_add(turn), colors.len()) {
        Some(place) => {
            *taken += 1;
            colors.get(place).cloned()
        }
        None => (!cycle.is_empty()).then(|| "k".into()),
    };
    Turn { color, line: None }
}

/// A place in a list that is counted around, both ways.
fn place(turn: isize, length: usize) -> Option<usize> {
    let place = turn.checked_rem_euclid(isize::try_from(length).ok()?)?;
    usize::try_from(place).ok()
}
