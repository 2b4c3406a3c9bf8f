//! Colours along a gradient.

use crate::pixel::{Color, ColorSpace};

/// Colours at places from 0 to 1, in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Stops {
    stops: Vec<(f64, Color)>,
    /// Where colours between two stops are mixed.
    pub(super) space: ColorSpace,
}

impl Stops {
    pub(super) fn set(&mut self, stops: &[(f64, Color)]) {
        let mut before = 0.0_f64;
        let ordered = stops.iter().filter(|(at, _)| !at.is_nan());
        self.stops = ordered
            .map(|&(at, color)| {
                before = before.max(at.clamp(0.0, 1.0));
                (before, color)
            })
            .collect();
    }

    /// `size` colours in even steps: the first stands at 0, the last at 1.
    pub(super) fn table(&self, size: usize) -> Vec<Color> {
        if self.stops.is_empty() {
            return Vec::new();
        }
        (0..size.max(2)).map(|i| self.step(i, size)).collect()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.stops.is_empty()
    }

    /// One of the colours of such a table.
    pub(super) fn step(&self, index: usize, size: usize) -> Color {
        let last = size.max(2) - 1;
        self.color(index as f64 / last as f64)
    }

    fn color(&self, at: f64) -> Color {
        let next = self.stops.partition_point(|&(place, _)| place <= at);
        let before = next.checked_sub(1).and_then(|i| self.stops.get(i));
        match (before, self.stops.get(next)) {
            (Some(&(from, a)), Some(&(to, b))) => self.mix(a, b, (at - from) / (to - from)),
            (Some(&(_, color)), None) | (None, Some(&(_, color))) => color,
            (None, None) => Color::TRANSPARENT,
        }
    }

    fn mix(&self, a: Color, b: Color, t: f64) -> Color {
        let space = self.space;
        if space == ColorSpace::Srgb {
            return a.lerp(b, t);
        }
        let light = |c: Color| c.map_rgb(|v| space.decode(v));
        light(a).lerp(light(b), t).map_rgb(|v| space.encode(v))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stops(list: &[(f64, Color)]) -> Stops {
        let mut stops = Stops::default();
        stops.set(list);
        stops
    }

    fn gray(v: f64) -> Color {
        Color::new(v, v, v, 1.0)
    }

    #[test]
    fn both_end_colours_are_reached() {
        let table = stops(&[(0.0, Color::BLACK), (1.0, Color::WHITE)]).table(256);
        assert_eq!(table.len(), 256);
        for (i, color) in table.iter().enumerate() {
            assert_eq!(color.to_rgba8()[0], i as u8);
        }
    }

    #[test]
    fn stops_that_make_no_sense_are_put_right() {
        let wild = [
            (f64::NAN, gray(0.9)),
            (0.5, gray(0.2)),
            (0.25, gray(0.4)),
            (f64::INFINITY, gray(0.6)),
        ];
        let stops = stops(&wild);
        let places: Vec<f64> = stops.stops.iter().map(|s| s.0).collect();
        assert_eq!(places, [0.5, 0.5, 1.0]);
        assert_eq!(stops.color(0.0), gray(0.2));
        assert_eq!(
            stops.color(0.5),
            gray(0.4),
            "an edge shows its later colour"
        );
        assert_eq!(stops.color(1.0), gray(0.6));
        assert!(super::Stops::default().table(256).is_empty());
    }

    #[test]
    fn linear_light_is_brighter_in_the_middle() {
        let mut stops = stops(&[(0.0, Color::BLACK), (1.0, Color::WHITE)]);
        assert_eq!(stops.color(0.5).to_rgba8(), [128, 128, 128, 255]);
        stops.space = ColorSpace::Linear;
        assert_eq!(stops.color(0.5).to_rgba8(), [188, 188, 188, 255]);
    }
}
