//! Stand-ins until the renderer crate is there.
use agg_core::{Affine, Cap, Color, Join, Path, Rect};

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Antialias { On, Off }
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Snap { Auto, On, Off }
#[derive(Clone, Debug)]
pub struct GraphicsContext {
    pub line_width: f64, pub color: Color, pub antialiased: Antialias, pub cap: Cap, pub join: Join,
    pub dashes: Option<(f64, Vec<f64>)>, pub clip_rect: Option<Rect>, pub clip_path: Option<(Path, Affine)>, pub snap: Snap,
}
impl Default for GraphicsContext {
    fn default() -> Self { Self { line_width: 1.0, color: Color::BLACK, antialiased: Antialias::On, cap: Cap::Butt, join: Join::Round, dashes: None, clip_rect: None, clip_path: None, snap: Snap::Auto } }
}
