//! A gradient of colours, seen through rays that fade outwards.

use agg_core::{
    Affine, Canvas, Color, ConicGradient, FillRule, Gray8, Path, Pixmap, RadialGradient,
};

fn main() -> Result<(), agg_core::Error> {
    // What lets through: rays, lighter in the middle, on black.
    let mut mask = Pixmap::<Gray8>::with_format(400, 300)?;
    let mut canvas = Canvas::new(&mut mask);
    let light = RadialGradient::new((200.0, 150.0), 150.0)
        .with_stops(&[(0.0, Color::WHITE), (1.0, Color::BLACK)]);
    let ray = Path::polygon([(200.0, 150.0), (360.0, 136.0), (360.0, 164.0)]);
    for turn in 0..24 {
        let angle = f64::from(turn) * std::f64::consts::TAU / 24.0;
        let about = Affine::translate(-200.0, -150.0)
            .then(Affine::rotate(angle))
            .then(Affine::translate(200.0, 150.0));
        let mut ray = ray.clone();
        ray.transform(about);
        canvas.fill(&ray, FillRule::NonZero, light.clone());
    }

    // What is seen: all colours around the middle.
    let mut pixmap = Pixmap::new(400, 300)?;
    let mut canvas = Canvas::new(&mut pixmap);
    canvas.clear(Color::from_rgb8(16, 24, 48));
    let colors = ["gold", "tomato", "orchid", "deepskyblue", "gold"];
    let rgb = |name| match name {
        "gold" => Color::from_rgb8(255, 215, 0),
        "tomato" => Color::from_rgb8(255, 99, 71),
        "orchid" => Color::from_rgb8(218, 112, 214),
        _ => Color::from_rgb8(0, 191, 255),
    };
    let stops: Vec<(f64, Color)> = (0..)
        .zip(colors)
        .map(|(i, c)| (f64::from(i) / 4.0, rgb(c)))
        .collect();
    let wheel = ConicGradient::new((200.0, 150.0), 0.0).with_stops(&stops);
    canvas.with_mask(mask.luminance_mask()?).fill_all(wheel);
    pixmap.save_png("masked_gradient.png")
}
