//! A drawing that is not ours to hand on, read from a file: the tiger of Ghostscript, for example.

use crate::scene::{Ink, Paint, Scene, Shape};
use crate::scenes::NON_ZERO;
use agg_core::{Affine, Path};
use roxmltree::{Document, Node};

/// What groups hand on to what is in them.
#[derive(Clone, Copy)]
struct Style<'a> {
    fill: &'a str,
    stroke: &'a str,
    width: f64,
    map: Affine,
}

/// The drawing of an SVG file at the sizes of the lion, as high as the surface.
///
/// What is read is what such drawings are made of: groups and paths, colours in hexadecimal, widths
/// of lines, matrices, and the box of the file.
///
/// # Errors
///
/// Says what in the file is something else.
pub fn drawing(file: &str, sizes: &[(u32, u32)]) -> Result<Vec<Scene>, String> {
    let document = Document::parse(file).map_err(|error| error.to_string())?;
    let root = document.root_element();
    let view = numbers(root.attribute("viewBox").unwrap_or_default())?;
    let [x, y, _, height] = view[..] else {
        return Err("the file has no viewBox of four numbers".into());
    };
    let scenes = sizes.iter().map(|&size| {
        let scale = Affine::scale(f64::from(size.1) / height);
        let style = Style {
            fill: "#000",
            stroke: "none",
            width: 1.0,
            map: Affine::translate(-x, -y).then(scale),
        };
        let mut shapes = Vec::new();
        read(root, style, &mut shapes)?;
        Ok(Scene {
            class: "drawing",
            name: format!("{} × {}", size.0, size.1),
            size,
            shapes,
        })
    });
    scenes.collect()
}

fn read<'a>(node: Node<'a, '_>, above: Style<'a>, shapes: &mut Vec<Shape>) -> Result<(), String> {
    let mut style = above;
    for attribute in node.attributes() {
        let value = attribute.value();
        match attribute.name() {
            "fill" => style.fill = value,
            "stroke" => style.stroke = value,
            "stroke-width" => style.width = number(value)?,
            "transform" => style.map = matrix(value)?.then(style.map),
            "d" | "id" | "version" | "viewBox" | "width" | "height" => {}
            other => return Err(format!("{other} is not known")),
        }
    }
    if node.has_tag_name((SVG, "path")) {
        let data = node.attribute("d").unwrap_or_default();
        let mut path = Path::from_svg(data).map_err(|error| error.to_string())?;
        path.transform(style.map);
        let pen = Ink::Stroke(style.width * style.map.mean_scale());
        for (color, ink) in [(style.fill, NON_ZERO), (style.stroke, pen)] {
            if color != "none" {
                shapes.push(Shape {
                    path: path.clone(),
                    ink,
                    paint: solid(color)?,
                });
            }
        }
    } else if !["svg", "g"]
        .iter()
        .any(|name| node.has_tag_name((SVG, *name)))
    {
        return Err(format!("<{}> is not known", node.tag_name().name()));
    }
    let mut parts = node.children().filter(Node::is_element);
    parts.try_for_each(|part| read(part, style, shapes))
}

const SVG: &str = "http://www.w3.org/2000/svg";

fn number(text: &str) -> Result<f64, String> {
    text.parse().map_err(|_| format!("{text:?} is no number"))
}

fn numbers(text: &str) -> Result<Vec<f64>, String> {
    let words = text.split([' ', ',']).filter(|word| !word.is_empty());
    words.map(number).collect()
}

fn matrix(text: &str) -> Result<Affine, String> {
    let inside = text
        .strip_prefix("matrix(")
        .and_then(|rest| rest.strip_suffix(')'));
    let terms = numbers(inside.ok_or_else(|| format!("{text:?} is no matrix"))?)?;
    let terms = <[f64; 6]>::try_from(terms).map_err(|_| format!("{text:?} has not six numbers"))?;
    Ok(Affine::new(terms))
}

/// `#rgb` or `#rrggbb`.
fn solid(text: &str) -> Result<Paint, String> {
    let digits: Option<Vec<u8>> = text.strip_prefix('#').and_then(|digits| {
        digits
            .chars()
            .map(|c| Some(c.to_digit(16)? as u8))
            .collect()
    });
    match digits.unwrap_or_default()[..] {
        [r, g, b] => Ok(Paint::Solid([r * 17, g * 17, b * 17, 255])),
        [r, s, g, h, b, c] => Ok(Paint::Solid([r * 16 + s, g * 16 + h, b * 16 + c, 255])),
        _ => Err(format!("{text:?} is no colour in hexadecimal")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use agg_core::PathIterator;

    #[test]
    fn groups_hand_on_their_style() {
        let file = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="1 2 30 40">
            <g fill="none" stroke="#0f0" transform="matrix(2,0,0,2,1,2)">
                <path d="M0 0h5" stroke-width="1.5"/><path fill="#102030" d="M0 0h5v5z"/>
            </g></svg>"##;
        let [small, large] = &drawing(file, &[(60, 80), (120, 160)]).unwrap()[..] else {
            panic!("two sizes");
        };
        let inks =
            |scene: &Scene| -> Vec<_> { scene.shapes.iter().map(|s| (s.ink, s.paint)).collect() };
        let green = Paint::Solid([0, 255, 0, 255]);
        let dark = Paint::Solid([16, 32, 48, 255]);
        assert_eq!(
            inks(small),
            [
                (Ink::Stroke(6.0), green),
                (NON_ZERO, dark),
                (Ink::Stroke(4.0), green)
            ]
        );
        assert_eq!(
            large.shapes[1].path.elements().bounding_box().unwrap().x1,
            40.0
        );
    }

    #[test]
    fn what_is_not_known_is_said() {
        let says = |inside: &str| {
            let file = format!(r#"<svg xmlns="{SVG}" viewBox="0 0 9 9">{inside}</svg>"#);
            drawing(&file, &[(9, 9)]).unwrap_err()
        };
        assert_eq!(says("<rect/>"), "<rect> is not known");
        assert_eq!(says("<g opacity='1'/>"), "opacity is not known");
        assert_eq!(
            says("<path fill='red' d=''/>"),
            "\"red\" is no colour in hexadecimal"
        );
        assert_eq!(
            says("<g transform='scale(2)'/>"),
            "\"scale(2)\" is no matrix"
        );
    }
}
