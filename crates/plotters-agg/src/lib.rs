#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

mod text;

use agg_core::{Affine, Canvas, Cap, Color, FillRule, Join, Path, Pixmap, Rect, Stroke};
use agg_text::GlyphCache;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};

type Done = Result<(), DrawingErrorKind<agg_text::Error>>;

/// Draws what plotters says on a surface.
///
/// It borrows the surface: what was on it stays below, and when the drawing area is gone, the
/// picture is the caller's.
#[derive(Debug)]
pub struct AggBackend<'p> {
    pixmap: &'p mut Pixmap,
    cache: GlyphCache,
}

impl<'p> AggBackend<'p> {
    /// A backend of the surface's size.
    #[must_use]
    pub fn new(pixmap: &'p mut Pixmap) -> Self {
        let cache = GlyphCache::new();
        Self { pixmap, cache }
    }

    fn canvas(&mut self) -> Canvas<'_> {
        Canvas::new(&mut *self.pixmap)
    }

    fn fill(&mut self, path: &Path, style: &impl BackendStyle) -> Done {
        let color = color(style.color());
        self.canvas().fill(path, FillRule::NonZero, color);
        Ok(())
    }

    fn stroke(&mut self, path: &Path, style: &impl BackendStyle) -> Done {
        let stroke = Stroke::new(f64::from(style.stroke_width()))
            .with_cap(Cap::Butt)
            .with_join(Join::MiterRound);
        self.canvas().stroke(path, &stroke, color(style.color()));
        Ok(())
    }
}

fn color(BackendColor { alpha, rgb }: BackendColor) -> Color {
    Color::from_rgb8(rgb.0, rgb.1, rgb.2).with_alpha(alpha)
}

/// The middle of a pixel.
fn middle((x, y): BackendCoord) -> (f64, f64) {
    (f64::from(x) + 0.5, f64::from(y) + 0.5)
}

/// A rectangle of whole pixels, those of both corners among them.
fn pixels(a: BackendCoord, b: BackendCoord) -> Rect {
    let (left, right) = (a.0.min(b.0), a.0.max(b.0));
    let (top, bottom) = (a.1.min(b.1), a.1.max(b.1));
    Rect::new(
        f64::from(left),
        f64::from(top),
        f64::from(right) + 1.0,
        f64::from(bottom) + 1.0,
    )
}

impl DrawingBackend for AggBackend<'_> {
    type ErrorType = agg_text::Error;

    fn get_size(&self) -> (u32, u32) {
        (self.pixmap.width(), self.pixmap.height())
    }

    fn ensure_prepared(&mut self) -> Done {
        Ok(())
    }

    fn present(&mut self) -> Done {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Done {
        self.fill(&Path::rectangle(pixels(point, point)), &color)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Done {
        self.stroke(&Path::polyline([middle(from), middle(to)]), style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Done {
        let rect = pixels(upper_left, bottom_right);
        if fill {
            self.fill(&Path::rectangle(rect), style)
        } else {
            self.stroke(&Path::rectangle(rect.inflated(-0.5)), style)
        }
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Done {
        self.stroke(&Path::polyline(path.into_iter().map(middle)), style)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Done {
        let circle = Path::circle(middle(center), f64::from(radius));
        if fill {
            self.fill(&circle, style)
        } else {
            self.stroke(&circle, style)
        }
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vert: I,
        style: &S,
    ) -> Done {
        self.fill(&Path::polygon(vert.into_iter().map(middle)), style)
    }

    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, pos: BackendCoord) -> Done {
        let set = text::Set::new(text, style, &mut self.cache)?;
        let mut path = set.path(&mut self.cache)?;
        path.transform(Affine::translate(f64::from(pos.0), f64::from(pos.1)));
        self.fill(&path, &style.color())
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<agg_text::Error>> {
        let set = text::Set::new(text, style, &mut GlyphCache::new())?;
        Ok(set.size())
    }

    fn blit_bitmap(&mut self, pos: BackendCoord, (width, _): (u32, u32), src: &[u8]) -> Done {
        let (colors, _) = src.as_chunks::<3>();
        for (row, y) in colors.chunks(width.max(1) as usize).zip(pos.1..) {
            let (pixels, skipped) = self.pixmap.row_mut(pos.0, y, row.len());
            let seen = row.iter().skip(skipped);
            for (pixel, &[r, g, b]) in pixels.iter_mut().zip(seen) {
                *pixel = [r, g, b, 255];
            }
        }
        Ok(())
    }
}
