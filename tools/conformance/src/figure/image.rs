//! Pictures in plots.

use figure::{Aspect, Origin};

use super::{axes, axes_of};
use crate::random::Random;
use crate::scene::Scene;

fn values(rows: usize, columns: usize) -> Vec<Vec<f64>> {
    let mut random = Random::default();
    let mut row = |_| (0..columns).map(|_| random.unit()).collect();
    (0..rows).map(&mut row).collect()
}

const INTERPOLATIONS: [&str; 17] = [
    "nearest", "bilinear", "bicubic", "spline16", "spline36", "hanning", "hamming", "hermite",
    "kaiser", "quadric", "catrom", "gaussian", "bessel", "mitchell", "sinc", "lanczos", "blackman",
];

pub(super) fn scenes() -> Vec<Scene> {
    let mut scenes = vec![
        axes("image_auto_large_pixels", |ax| {
            ax.imshow(values(6, 8))?;
            Ok(())
        }),
        axes("image_lower_with_extent", |ax| {
            ax.imshow(values(5, 7))?
                .origin(Origin::Lower)
                .extent(-1.0, 6.0, 2.0, 4.0)
                .cmap("magma");
            ax.set_aspect(Aspect::Auto);
            Ok(())
        }),
        axes("image_with_holes_and_alpha", |ax| {
            let mut z = values(6, 6);
            z[2][3] = f64::NAN;
            ax.imshow(z)?.alpha(0.5).vmin(0.2).vmax(0.8);
            Ok(())
        }),
        axes("image_then_line", |ax| {
            ax.imshow(values(4, 4))?;
            ax.plot([-1, 5], [0, 3])?.color("r");
            Ok(())
        }),
        axes("image_zoomed", |ax| {
            ax.imshow(values(10, 10))?;
            ax.set_xlim(2.2, 7.1)?;
            ax.set_ylim(6.9, 3.3)?;
            Ok(())
        }),
        axes("image_small_pixels", |ax| {
            ax.imshow(values(120, 150))?.cmap("gray");
            Ok(())
        }),
        axes_of("image_shrunk", (2.0, 2.0), 80.0, |ax| {
            ax.imshow(values(300, 260))?.cmap("gray");
            Ok(())
        }),
        axes("image_rgba", |ax| {
            let rows = values(5, 24);
            let bytes: Vec<u8> = rows.iter().flatten().map(|v| (v * 255.0) as u8).collect();
            let (pixels, _) = bytes.as_chunks::<4>();
            ax.imshow_rgba(pixels, 6)?.interpolation("nearest");
            Ok(())
        }),
    ];
    for name in INTERPOLATIONS {
        scenes.push(axes(format!("image_{name}"), move |ax| {
            ax.imshow(values(6, 8))?.interpolation(name);
            Ok(())
        }));
    }
    scenes
}
