//! Few colours for many: boxes of colours are cut in two where they are longest, until there are
//! enough, and each is replaced by its mean (Heckbert's median cut).

use std::collections::HashMap;

/// Most colours of a palette.
const MOST: usize = 256;

/// A colour and how many pixels have it.
type Counted = ([u8; 3], usize);

/// The colours of a palette, and which of them stands for each of the given ones.
pub(super) fn palette(
    colors: impl Iterator<Item = [u8; 3]>,
) -> (Vec<[u8; 3]>, HashMap<[u8; 3], u8>) {
    let mut counts: HashMap<[u8; 3], usize> = HashMap::new();
    colors.for_each(|color| *counts.entry(color).or_default() += 1);
    let mut all: Vec<Counted> = counts.into_iter().collect();
    all.sort_unstable();
    let mut boxes = vec![all];
    while boxes.len() < MOST {
        let longest = (0..boxes.len()).max_by_key(|&i| boxes.get(i).map_or(0, |b| extent(b).0));
        let Some(longest) = longest.filter(|&i| boxes.get(i).is_some_and(|b| b.len() > 1)) else {
            break;
        };
        let (near, far) = halves(boxes.swap_remove(longest));
        boxes.extend([near, far]);
    }
    boxes.retain(|colors| !colors.is_empty());
    let of = boxes.iter().zip(0..=u8::MAX);
    let of = of.flat_map(|(colors, i)| colors.iter().map(move |&(color, _)| (color, i)));
    (
        boxes.iter().map(|colors| mean(colors)).collect(),
        of.collect(),
    )
}

/// The longest side of a box, and which channel that is.
fn extent(colors: &[Counted]) -> (u8, usize) {
    let side = |channel: usize| {
        let values = || colors.iter().filter_map(|(color, _)| color.get(channel));
        let (low, high) = (values().min(), values().max());
        high.zip(low).map_or(0, |(high, low)| high - low)
    };
    let sides = (0..3).map(|channel| (side(channel), channel));
    sides.max().unwrap_or_default()
}

/// A box cut across its longest side, so that half of its pixels are on each.
fn halves(mut colors: Vec<Counted>) -> (Vec<Counted>, Vec<Counted>) {
    let (_, channel) = extent(&colors);
    colors.sort_by_key(|(color, _)| color.get(channel).copied());
    let pixels: usize = colors.iter().map(|(_, count)| count).sum();
    let mut before = 0;
    let middle = colors.iter().position(|(_, count)| {
        before += count;
        before * 2 >= pixels
    });
    let middle = middle.unwrap_or(0) + 1;
    let far = colors.split_off(middle.clamp(1, colors.len() - 1));
    (colors, far)
}

fn mean(colors: &[Counted]) -> [u8; 3] {
    let pixels = colors.iter().map(|(_, count)| count).sum::<usize>().max(1);
    [0, 1, 2].map(|channel| {
        let share = |(color, count): &Counted| usize::from(color[channel]) * count;
        let sum: usize = colors.iter().map(share).sum();
        ((sum + pixels / 2) / pixels) as u8
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_colors_stay_as_they_are() {
        let colors = [[1, 2, 3], [9, 9, 9], [1, 2, 3], [255, 0, 7]];
        let (palette, of) = palette(colors.into_iter());
        assert_eq!(palette.len(), 3);
        assert!(colors.iter().all(|c| palette[usize::from(of[c])] == *c));
    }

    #[test]
    fn many_colors_become_near_ones() {
        let colors = (0..4096_u32).map(|i| [i % 16, i / 16 % 16, i / 256].map(|v| (v * 17) as u8));
        let (palette, of) = palette(colors.clone());
        assert_eq!(palette.len(), 256);
        for c in colors {
            let near = palette[usize::from(of[&c])];
            let apart = c.iter().zip(near).map(|(a, b)| a.abs_diff(b)).max();
            assert!(apart < Some(40), "{c:?} {near:?}");
        }
    }
}
