//! The lab figure for a browser: its pixels for a canvas, and its documents to be downloaded.
#![forbid(unsafe_code)]

use figure::{Figure, FigureCanvasAgg};
use wasm_bindgen::Clamped;
use wasm_bindgen::prelude::*;

/// A drawn figure.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Picture {
    width: u32,
    height: u32,
    rgba: Vec<u8>,
}

#[wasm_bindgen]
impl Picture {
    /// Columns.
    #[wasm_bindgen(getter)]
    pub fn width(&self) -> u32 {
        self.width
    }

    /// Rows.
    #[wasm_bindgen(getter)]
    pub fn height(&self) -> u32 {
        self.height
    }

    /// Red, green, blue and straight alpha of every pixel, row 0 on top: what `ImageData` takes.
    #[wasm_bindgen(getter)]
    pub fn rgba(&self) -> Clamped<Vec<u8>> {
        Clamped(self.rgba.clone())
    }
}

/// The lab figure's pixels.
///
/// # Errors
///
/// What drawing said.
#[wasm_bindgen]
pub fn lab() -> Result<Picture, JsError> {
    let figure = lab_figure()?;
    let mut canvas = FigureCanvasAgg::new(&figure);
    canvas.draw()?;
    let (width, height) = canvas.get_width_height();
    Ok(Picture {
        width,
        height,
        rgba: canvas.buffer_rgba().to_vec(),
    })
}

/// The lab figure as an SVG document.
///
/// # Errors
///
/// What drawing said.
#[wasm_bindgen]
pub fn lab_svg() -> Result<String, JsError> {
    Ok(lab_figure()?.to_svg()?)
}

fn lab_figure() -> figure::Result<Figure> {
    let mut fig = Figure::new((5.0, 4.0), 100.0);
    let ax = fig.add_subplot(1, 1, 1)?;
    ax.plot_y([1, 2, 3])?;
    Ok(fig)
}
