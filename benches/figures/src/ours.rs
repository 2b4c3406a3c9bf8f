//! The figures by `figure`.

use crate::{Data, Result};
use figure::contour::Field;
use figure::{Figure, LineStyle, Marker, Matrix, Subplots};

pub fn draw(name: &str, data: &Data) -> Result<Vec<u8>> {
    let mut figure = match name {
        "lab" => Figure::new((5.0, 4.0), 100.0),
        "subplots" => Figure::new((8.0, 6.0), 100.0),
        _ => Figure::default(),
    };
    if name == "subplots" {
        for ax in figure.subplots(Subplots::new(3, 3)?)? {
            ax.plot_y(data.column(0))?;
            ax.set_title("title");
        }
        return Ok(figure.to_png()?);
    }
    let ax = figure.add_subplot(1, 1, 1)?;
    match name {
        "lab" | "line" | "noise" => {
            ax.plot_y(data.column(0))?;
        }
        "scatter" => {
            ax.scatter(data.column(0), data.column(1))?
                .values(data.column(2))?;
        }
        "markers" => {
            ax.plot(data.column(0), data.column(1))?
                .marker(Marker::Circle)
                .linestyle(LineStyle::None);
        }
        "contourf" => {
            ax.contourf_field(Field::over_indices(Matrix::new(data.column(0), 200)?)?)?
                .level_count(20);
        }
        "imshow" => {
            ax.imshow(Matrix::new(data.column(0), 1000)?)?;
        }
        _ => return Err(format!("no figure is called {name}").into()),
    }
    Ok(figure.to_png()?)
}
