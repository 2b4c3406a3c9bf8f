//! SVG and PDF documents. That other programs draw them as we draw pixels is for
//! `tools/vector-check` to show; here is what the files say.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use agg_core::{Limit, Limits};
use figure::{Error, Figure, Format, SaveOptions, Shading};

fn everything() -> Figure {
    let mut fig = Figure::new((4.0, 3.0), 100.0);
    let ax = fig.add_subplot(1, 2, 1).unwrap();
    ax.plot_y([1, 2, 3]).unwrap().marker("o").linestyle("--");
    ax.bar([0.5, 1.0], [1.5, 1.2])
        .unwrap()
        .hatch("//")
        .alpha(0.5);
    ax.scatter([0.0, 1.0], [0.5, 0.7]).unwrap();
    ax.set_title("find α < β & γ");
    ax.set_ylabel("سلام");
    let ax = fig.add_subplot(1, 2, 2).unwrap();
    ax.imshow([[1.0, 2.0], [3.0, 4.0]]).unwrap();
    let field = [[1.0, 2.0], [3.0, 4.0]];
    ax.pcolormesh_shaded([0, 1], [0, 1], field, Shading::Gouraud)
        .unwrap();
    fig
}

fn attributes<'a>(svg: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    let start = format!(" {name}=\"");
    let found = svg.match_indices(start.as_str()).map(|(at, _)| at);
    let starts: Vec<usize> = found.collect();
    starts.into_iter().map(move |at| {
        let rest = &svg[at + name.len() + 3..];
        rest.split('"').next().unwrap_or_default()
    })
}

#[test]
fn text_is_text_and_its_font_comes_along() {
    let svg = everything().to_svg().unwrap();
    // The ligature is a character of its own; the spaces count.
    assert!(svg.contains(">ﬁnd α &lt; β &amp; γ</text>"));
    assert_eq!(svg.matches("@font-face").count(), 1);
    // Arabic letters change with their neighbours, for which a font of parts has no rules.
    assert!(!svg.contains('س'));
}

#[test]
fn every_character_has_a_place() {
    let svg = everything().to_svg().unwrap();
    let texts: Vec<&str> = svg.split("<text ").skip(1).collect();
    assert!(texts.len() > 15);
    for text in texts {
        let places = attributes(text, "x").next().unwrap().split(' ').count();
        let (_, shown) = text.split_once('>').unwrap();
        let shown = shown.split("</text>").next().unwrap();
        let shown = shown.replace("&lt;", "<").replace("&amp;", "&");
        assert_eq!(shown.chars().count(), places, "{shown}");
    }
}

#[test]
fn what_is_referred_to_is_defined_once() {
    let svg = everything().to_svg().unwrap();
    let ids: Vec<&str> = attributes(&svg, "id").collect();
    let links = attributes(&svg, "xlink:href").filter_map(|link| link.strip_prefix('#'));
    let clips = attributes(&svg, "clip-path").chain(attributes(&svg, "fill"));
    let clips = clips.filter_map(|link| link.strip_prefix("url(#")?.strip_suffix(')'));
    let mut count = 0;
    for link in links.chain(clips) {
        assert_eq!(ids.iter().filter(|id| **id == link).count(), 1, "{link}");
        count += 1;
    }
    assert!(count > 20);
    assert_eq!(svg.matches("<g").count(), svg.matches("</g>").count());
}

#[test]
fn coordinates_are_numbers_whatever_the_data() {
    let mut fig = Figure::new((2.0, 2.0), 100.0);
    let ax = fig.add_subplot(1, 1, 1).unwrap();
    let wild = [0.0, f64::NAN, 1e300, -1e300, f64::INFINITY, 1.0, 2.0];
    ax.plot(wild, wild).unwrap().marker("s");
    ax.fill_between(wild, wild, [0.5]).unwrap();
    ax.scatter(wild, wild).unwrap();
    ax.set_xlim(0.0, 1e-3).unwrap();
    let svg = fig.to_svg().unwrap();
    let numbers = ["d", "x", "y", "width", "transform"];
    for value in numbers.iter().flat_map(|name| attributes(&svg, name)) {
        for word in ["NaN", "inf", "e"] {
            let number = value.replace("translate", "");
            assert!(!number.contains(word), "{value}");
        }
    }
}

#[test]
fn a_document_is_as_large_as_the_figure_at_any_resolution() {
    let fig = everything();
    for (dpi, view) in [(100.0, "0 0 400 300"), (50.0, "0 0 200 150")] {
        let how = SaveOptions::new().dpi(dpi);
        let svg = fig.to_bytes(Format::Svg, &how).unwrap();
        let svg = String::from_utf8(svg).unwrap();
        assert!(svg.contains("width=\"288pt\" height=\"216pt\""));
        assert_eq!(attributes(&svg, "viewBox").next(), Some(view));
    }
}

/// Triangles of mixed colours are a picture, which is no larger than the plot that they are in.
#[test]
fn pictures_take_the_pixels_of_their_plot_and_not_of_the_page() {
    let mut fig = Figure::new((2.0, 2.0), 50.0);
    let ax = fig.add_subplot(1, 1, 1).unwrap();
    let field = [[1.0, 2.0], [3.0, 4.0]];
    ax.pcolormesh_shaded([0, 1], [0, 1], field, Shading::Gouraud)
        .unwrap();
    ax.set_axis_off();
    // A page of 30 100 pixels by 30 100.
    let save = |pixels| {
        let limits = Limits {
            pixels: Some(pixels),
            ..Limits::default()
        };
        fig.to_bytes(
            Format::Svg,
            &SaveOptions::new().tight_with(300.0).limits(limits),
        )
    };
    let svg = String::from_utf8(save(10_000).unwrap()).unwrap();
    let (_, image) = svg.split_once("<image").unwrap();
    let number = |name| {
        attributes(image, name)
            .next()
            .unwrap()
            .parse::<f64>()
            .unwrap()
    };
    assert!((77.0..=82.0).contains(&number("width")));
    for (at, from) in [(number("x"), 15_000.0), (number("y"), 15_000.0)] {
        assert!((from - 2.0..from + 2.0).contains(&at), "{at}");
    }
    assert!(matches!(save(1000), Err(Error::Limit(Limit::Pixels))));
}

#[test]
fn a_clear_ground_leaves_the_page_out() {
    let white = |how: &SaveOptions| {
        let svg = everything().to_bytes(Format::Svg, how).unwrap();
        let svg = String::from_utf8(svg).unwrap();
        svg.matches("fill=\"#ffffff\"").count()
    };
    let painted = white(&SaveOptions::new());
    assert_eq!(white(&SaveOptions::new().transparent()), painted - 3);
}

#[test]
fn an_unwritable_sink_is_an_error() {
    struct Full;
    impl std::io::Write for Full {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::ErrorKind::StorageFull.into())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let refused = everything().write(Full, Format::Svg, &SaveOptions::new());
    assert!(matches!(refused, Err(Error::Io { path: None, .. })));
}

#[cfg(feature = "pdf")]
mod pdf {
    use super::*;

    #[test]
    fn a_document_is_the_same_each_time() {
        let pdf = everything().to_pdf().unwrap();
        assert!(pdf.starts_with(b"%PDF-1.7"));
        assert!(pdf.ends_with(b"%%EOF"));
        assert!(pdf == everything().to_pdf().unwrap());
    }

    #[test]
    fn the_page_is_as_large_as_the_figure() {
        let pdf = everything().to_pdf().unwrap();
        let text = String::from_utf8_lossy(&pdf);
        assert!(text.contains("/MediaBox [0 0 288 216]"));
        assert!(text.contains("/BaseFont /FIGURE+DejaVuSans"));
    }
}
