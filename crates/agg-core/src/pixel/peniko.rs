//! From and to the colours of the crate `peniko`.

use crate::pixel::Color;

impl From<peniko::Color> for Color {
    /// ```
    /// let red = agg_core::Color::from(peniko::Color::from_rgba8(255, 0, 0, 51));
    /// assert_eq!(red.to_rgba8(), [255, 0, 0, 51]);
    /// assert_eq!(peniko::Color::from(red).to_rgba8().to_u8_array(), [255, 0, 0, 51]);
    /// ```
    fn from(color: peniko::Color) -> Self {
        let [r, g, b, a] = color.components.map(f64::from);
        Self::new(r, g, b, a)
    }
}

impl From<Color> for peniko::Color {
    fn from(color: Color) -> Self {
        Self::new([color.r, color.g, color.b, color.a].map(|v| v as f32))
    }
}
