//! The tables of the maps that come with the crate, read from `maps.bin`.

use agg_core::Color;

/// One record a map; the writer, `tools/oracle/matplotlib/colormaps.py`, says how.
const MAPS: &[u8] = include_bytes!("maps.bin");

/// How many colours a map that blends is made of.
pub(super) const STEPS: usize = 256;

/// The colours of a map that comes with the crate, in so many steps where it blends.
pub(super) fn find(name: &str, steps: usize) -> Option<Vec<Color>> {
    if let Some(record) = records().find(|record| record.name == name) {
        return record.colors(steps);
    }
    let original = name.strip_suffix("_r")?;
    let record = records().find(|record| record.name == original)?;
    match record.source()? {
        Body::Corners(corners) => Some(corners.reversed().colors(steps)),
        _ => {
            let mut colors = record.colors(steps)?;
            colors.reverse();
            Some(colors)
        }
    }
}

/// The names of the maps, without those that end in `_r`.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    records()
        .map(|record| record.name)
        .filter(|name| !name.ends_with("_r"))
}

/// A map's colours in another number of steps.
pub(super) fn resampled(name: &str, colors: &[Color], count: usize) -> Vec<Color> {
    let blends = |name: &str| {
        records().any(|r| r.name == name && matches!(r.source(), Some(Body::Corners(_))))
    };
    if colors.len() == STEPS
        && (blends(name) || name.strip_suffix("_r").is_some_and(blends))
        && let Some(found) = find(name, count)
    {
        return found;
    }
    let last = colors.len().saturating_sub(1);
    shares(count)
        .map(|share| {
            let place = (share * colors.len() as f64) as usize;
            colors.get(place.min(last)).copied().unwrap_or(Color::BLACK)
        })
        .collect()
}

/// A table that runs evenly through some colours.
pub(super) fn blended(ends: &[Color]) -> Vec<Color> {
    let channel = |value: fn(&Color) -> f64| {
        shares(ends.len())
            .zip(ends)
            .map(|(x, color)| [x, value(color), value(color)])
            .collect::<Vec<_>>()
    };
    let channels = [channel(|c| c.r), channel(|c| c.g), channel(|c| c.b)];
    let alpha = sampled(&channel(|c| c.a), 1.0, STEPS);
    let colors = Corners {
        gamma: 1.0,
        channels,
    }
    .colors(STEPS);
    colors
        .into_iter()
        .zip(alpha)
        .map(|(color, a)| Color { a, ..color })
        .collect()
}

/// `count` numbers from 0 to 1, evenly.
fn shares(count: usize) -> impl Iterator<Item = f64> {
    let step = 1.0 / (count.saturating_sub(1)) as f64;
    (0..count).map(move |i| match i {
        0 => 0.0,
        _ if i + 1 == count => 1.0,
        _ => i as f64 * step,
    })
}

/// A map as it is stored.
struct Record {
    name: &'static str,
    #[cfg(test)]
    count: usize,
    kind: u8,
    body: &'static [u8],
}

/// What a map is made from.
enum Body {
    Colors(Vec<Color>),
    Corners(Corners),
    Other(&'static str),
}

/// Channels that are straight between corners: x, the value up to it and the value from it on.
struct Corners {
    gamma: f64,
    channels: [Vec<[f64; 3]>; 3],
}

impl Record {
    fn colors(&self, steps: usize) -> Option<Vec<Color>> {
        match self.body()? {
            Body::Colors(colors) => Some(colors),
            Body::Corners(corners) => Some(corners.colors(steps)),
            Body::Other(name) => find(name, steps),
        }
    }

    /// What the map is made from, through the name of another map.
    fn source(&self) -> Option<Body> {
        match self.body()? {
            Body::Other(name) => records().find(|record| record.name == name)?.body(),
            body => Some(body),
        }
    }

    fn body(&self) -> Option<Body> {
        let mut bytes = self.body;
        match self.kind {
            0 => Some(Body::Colors(colors(bytes.chunks_exact(3).map(
                |chunk| match *chunk {
                    [a, b, c] => f64::from(u32::from_le_bytes([a, b, c, 0])) / 1e6,
                    _ => 0.0,
                },
            )))),
            1 => Some(Body::Colors(colors(
                bytes
                    .as_chunks::<8>()
                    .0
                    .iter()
                    .map(|b| f64::from_le_bytes(*b)),
            ))),
            2 => {
                let gamma = number(&mut bytes)?;
                let channels = [
                    channel(&mut bytes)?,
                    channel(&mut bytes)?,
                    channel(&mut bytes)?,
                ];
                Some(Body::Corners(Corners { gamma, channels }))
            }
            _ => Some(Body::Other(word(&mut bytes)?)),
        }
    }
}

fn colors(numbers: impl Iterator<Item = f64>) -> Vec<Color> {
    let numbers: Vec<f64> = numbers.collect();
    let (triples, _) = numbers.as_chunks::<3>();
    triples
        .iter()
        .map(|&[r, g, b]| Color { r, g, b, a: 1.0 })
        .collect()
}

impl Corners {
    fn colors(&self, steps: usize) -> Vec<Color> {
        let [r, g, b] = &self.channels;
        let channel = |corners: &[[f64; 3]]| sampled(corners, self.gamma, steps);
        let (r, g, b) = (channel(r), channel(g), channel(b));
        r.into_iter()
            .zip(g)
            .zip(b)
            .map(|((r, g), b)| Color { r, g, b, a: 1.0 })
            .collect()
    }

    fn reversed(self) -> Self {
        let turn = |corners: Vec<[f64; 3]>| {
            let turned = corners.into_iter().rev();
            turned.map(|[x, y0, y1]| [1.0 - x, y1, y0]).collect()
        };
        Self {
            gamma: self.gamma,
            channels: self.channels.map(turn),
        }
    }
}

/// A channel's values at `steps` even places.
fn sampled(corners: &[[f64; 3]], gamma: f64, steps: usize) -> Vec<f64> {
    let (Some(first), Some(last)) = (corners.first(), corners.last()) else {
        return Vec::new();
    };
    if steps <= 1 {
        return vec![last[1]; steps];
    }
    let length = (steps - 1) as f64;
    let values = shares(steps).enumerate().map(|(i, share)| {
        if i == 0 {
            return first[2];
        }
        if i + 1 == steps {
            return last[1];
        }
        let share = if gamma == 1.0 {
            share
        } else {
            libm::pow(share, gamma)
        };
        let place = length * share;
        let right = corners.partition_point(|corner| corner[0] * length < place);
        let (Some(a), Some(b)) = (corners.get(right.wrapping_sub(1)), corners.get(right)) else {
            return last[1];
        };
        let (x0, x1) = (a[0] * length, b[0] * length);
        let share = (place - x0) / (x1 - x0);
        share * (b[1] - a[2]) + a[2]
    });
    values.map(|value| value.clamp(0.0, 1.0)).collect()
}

fn records() -> impl Iterator<Item = Record> {
    let mut bytes = MAPS;
    std::iter::from_fn(move || record(&mut bytes))
}

fn record(bytes: &mut &'static [u8]) -> Option<Record> {
    let name = word(bytes)?;
    let kind = byte(bytes)?;
    let count = usize::from(u16::from_le_bytes([byte(bytes)?, byte(bytes)?]));
    let length = match kind {
        0 => count * 9,
        1 => count * 24,
        2 => corners_length(bytes)?,
        _ => 1 + usize::from(*bytes.first()?),
    };
    Some(Record {
        name,
        #[cfg(test)]
        count,
        kind,
        body: take(bytes, length)?,
    })
}

/// The bytes that gamma and three channels take.
fn corners_length(bytes: &[u8]) -> Option<usize> {
    (0..3).try_fold(8, |at, _| Some(at + 1 + 24 * usize::from(*bytes.get(at)?)))
}

fn take(bytes: &mut &'static [u8], count: usize) -> Option<&'static [u8]> {
    let (head, tail) = bytes.split_at_checked(count)?;
    *bytes = tail;
    Some(head)
}

fn byte(bytes: &mut &'static [u8]) -> Option<u8> {
    take(bytes, 1)?.first().copied()
}

fn word(bytes: &mut &'static [u8]) -> Option<&'static str> {
    let length = usize::from(byte(bytes)?);
    std::str::from_utf8(take(bytes, length)?).ok()
}

fn number(bytes: &mut &'static [u8]) -> Option<f64> {
    let bytes = take(bytes, 8)?.try_into().ok()?;
    Some(f64::from_le_bytes(bytes))
}

fn channel(bytes: &mut &'static [u8]) -> Option<Vec<[f64; 3]>> {
    let count = byte(bytes)?;
    (0..count)
        .map(|_| Some([number(bytes)?, number(bytes)?, number(bytes)?]))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// FNV-1a over the numbers of all colours.
    fn checksum(colors: &[Color]) -> u64 {
        let numbers = colors.iter().flat_map(|c| [c.r, c.g, c.b]);
        numbers
            .flat_map(f64::to_le_bytes)
            .fold(0xcbf2_9ce4_8422_2325, |sum, byte| {
                (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
            })
    }

    #[test]
    fn every_map_has_the_colours_of_matplotlibs_to_the_bit() {
        let oracle = include_str!("../../../../reference-images/matplotlib/colormaps.txt");
        let lines: Vec<Vec<&str>> = oracle.lines().map(|l| l.split(' ').collect()).collect();
        assert_eq!(lines.len(), 182);
        for line in lines {
            let colors = find(line[0], STEPS).unwrap_or_default();
            let ours = format!("{} {:016x}", colors.len(), checksum(&colors));
            assert_eq!(ours, format!("{} {}", line[1], line[2]), "{}", line[0]);
        }
    }

    #[test]
    fn every_record_has_the_count_it_says() {
        for record in records() {
            let steps = record.colors(STEPS).map(|colors| colors.len());
            assert_eq!(steps, Some(record.count), "{}", record.name);
        }
    }
}
