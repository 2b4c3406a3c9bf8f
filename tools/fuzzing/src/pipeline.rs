//! Fills and strokes a drawing by both roads: the canvas, and the pipeline under it. By bands, twice,
//! or with a meter that is never full, it must be the same; a meter that is full must say so.

use crate::{Map, Outline, Pen, pick};
use agg_core::{
    BlendMode, Canvas, Color, Compose, FillRule, Limit, Limits, LinearGradient, Meter, Mix,
    PathIterator, Pixmap, RadialGradient, Rasterizer, Spread,
};
use arbitrary::Arbitrary;

#[derive(Debug, Arbitrary)]
pub(crate) struct Drawing {
    outline: Outline,
    clip: Option<Outline>,
    map: Map,
    pen: Pen,
    mode: u8,
    paint: u8,
    opacity: u8,
    bands: u8,
    elements: u16,
}

const WIDTH: u32 = 64;
const HEIGHT: u32 = 48;

pub(crate) fn run(drawing: &Drawing) {
    let whole = drawing.picture(|pixmap| drawing.draw(&mut Canvas::new(pixmap)));
    let bands = drawing.picture(|pixmap| {
        let mut canvas = Canvas::new(pixmap);
        for mut band in canvas.bands(usize::from(drawing.bands % 5) + 1) {
            drawing.draw(&mut band);
        }
    });
    assert!(whole == bands, "bands differ from the whole");
    drawing.metered(&whole);
    drawing.spans();
}

impl Drawing {
    fn picture(&self, draw: impl FnOnce(&mut Pixmap)) -> Option<Pixmap> {
        let mut pixmap = Pixmap::new(WIDTH, HEIGHT).ok()?;
        draw(&mut pixmap);
        Some(pixmap)
    }

    fn mode(&self) -> BlendMode {
        let mixes = [Mix::Normal, Mix::Multiply, Mix::SoftLight, Mix::ColorDodge];
        let composes = [
            Compose::SourceOver,
            Compose::SourceOver,
            Compose::Xor,
            Compose::Plus,
            Compose::SourceIn,
        ];
        BlendMode {
            mix: pick(mixes, self.mode),
            compose: pick(composes, self.mode / 4),
        }
    }

    fn draw(&self, canvas: &mut Canvas<'_>) {
        let (path, stroke, map) = (self.outline.path(), self.pen.stroke(), self.map.affine());
        let color = Color::from_rgba8(200, 100, 50, self.opacity);
        let stops = [(0.0, Color::BLACK), (0.4, color), (1.0, Color::WHITE)];
        let spread = pick(
            [Spread::Pad, Spread::Repeat, Spread::Reflect],
            self.paint / 3,
        );
        canvas.clear(Color::from_rgba8(10, 20, 30, 90));
        let mut canvas = canvas.with_blend_mode(self.mode());
        match self.paint % 3 {
            0 => canvas.fill(&path, FillRule::NonZero, color),
            1 => {
                let gradient = LinearGradient::new((3.0, 5.0), (50.0, 30.0));
                let gradient = gradient.with_stops(&stops).with_spread(spread);
                canvas.fill(&path, FillRule::EvenOdd, gradient.with_transform(map));
            }
            _ => {
                let gradient = RadialGradient::new((30.0, 20.0), 25.0);
                let gradient = gradient.with_stops(&stops).with_spread(spread);
                canvas.fill(&path, FillRule::EvenOdd, gradient);
            }
        }
        canvas.stroke(&path, &stroke, Color::WHITE);
        let clip = self.clip.as_ref().map(Outline::path);
        if let Some(mut clipped) =
            clip.and_then(|clip| canvas.with_clip(&clip, FillRule::NonZero).ok())
        {
            clipped.with_transform(map).stroke(&path, &stroke, color);
        }
        let _ = canvas.with_layer(f64::from(self.opacity) / 255.0, |layer| {
            layer
                .with_transform(map)
                .fill(&path, FillRule::NonZero, color);
        });
    }

    fn metered(&self, whole: &Option<Pixmap>) {
        let plenty = Meter::new(&Limits {
            elements: Some(u64::MAX / 2),
            ..Limits::default()
        });
        let few = Meter::new(&Limits {
            elements: Some(u64::from(self.elements)),
            ..Limits::default()
        });
        for meter in [plenty, few] {
            let metered = self.picture(|pixmap| {
                self.draw(&mut Canvas::new(pixmap).with_meter(&meter));
            });
            match meter.check() {
                Ok(()) => assert!(metered == *whole, "a meter changed the picture"),
                Err(limit) => assert_eq!(limit, Limit::Elements),
            }
        }
    }

    /// What the rasterizer says, twice.
    fn spans(&self) {
        let (path, map) = (self.outline.path(), self.map.affine());
        let mut rasterizer = Rasterizer::new(WIDTH, HEIGHT);
        rasterizer.add(path.elements().flattened(0.5).transformed(map));
        let spans = |rasterizer: &mut Rasterizer| -> Vec<String> {
            let spans = rasterizer.sweep(FillRule::EvenOdd);
            spans.map(|span| format!("{span:?}")).collect()
        };
        let once = spans(&mut rasterizer);
        assert_eq!(once, spans(&mut rasterizer));
    }
}
