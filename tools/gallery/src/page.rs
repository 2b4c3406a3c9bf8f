//! The page: static HTML without scripts.

use crate::Example;
use std::fmt::Write;

const HEAD: &str = r#"<!DOCTYPE html>
<!-- Made by `cargo run -p gallery`. -->
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Gallery</title>
<style>
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 76rem; padding: 0 1rem; }
h2 { margin-top: 3rem; }
nav a { margin-right: .6rem; }
section { display: grid; gap: 0 2rem; grid-template-columns: 22rem minmax(0, 1fr); margin-top: 2rem; }
section > div { position: sticky; top: 1rem; align-self: start; }
h3, p { margin: 0 0 .5rem; }
img { max-width: 100%; border: 1px solid #8884; background: #fff; }
pre { font-size: .75rem; line-height: 1.35; max-height: 34rem; overflow: auto; margin: 0; padding: 1rem;
  background: #8881; border-radius: .3rem; }
@media (max-width: 60rem) { section { grid-template-columns: minmax(0, 1fr); } section > div { position: static; } }
</style>
</head>
<body>
<h1>Gallery</h1>
<p>Every example, and what it draws. The examples of <code>agg-core</code> that are named like one of Anti-Grain
Geometry's demo programs draw that program's picture.</p>
"#;

/// The whole page for these examples.
#[must_use]
pub fn page(examples: &[Example]) -> String {
    let mut page = HEAD.to_owned();
    let mut before = "";
    for example in examples {
        if example.of != before {
            before = example.of;
            let of_crate = examples.iter().filter(|other| other.of == before);
            page += &heading(before, of_crate);
        }
        page += &section(example);
    }
    page + "</body>\n</html>\n"
}

/// Whether a page shows an example as it is.
#[must_use]
pub fn shows(page: &str, example: &Example) -> bool {
    page.contains(&section(example))
}

fn heading<'a>(of: &str, examples: impl Iterator<Item = &'a Example>) -> String {
    let mut heading = format!("<h2 id=\"{of}\">{of}</h2>\n<nav>\n");
    for Example { name, .. } in examples {
        // Writing to a string cannot fail.
        let _ = writeln!(heading, "<a href=\"#{of}-{name}\">{name}</a>");
    }
    heading + "</nav>\n"
}

fn section(example: &Example) -> String {
    let Example {
        of,
        name,
        program,
        source,
    } = example;
    let (title, code) = parted(source);
    format!(
        "<section id=\"{of}-{name}\">\n<div>\n<h3>{name}</h3>\n<p>{}</p>\n\
         <img src=\"{}\" alt=\"{name}\" loading=\"lazy\">\n\
         <p><code>cargo run -p {of} --example {program}</code></p>\n</div>\n\
         <pre><code>{}</code></pre>\n</section>\n",
        prose(&title),
        example.picture(),
        escaped(code.trim()),
    )
}

/// The first paragraph of a source's documentation, and the code after all of it.
fn parted(source: &str) -> (String, &str) {
    let end = source
        .split_inclusive('\n')
        .take_while(|line| line.starts_with("//!"))
        .map(str::len)
        .sum();
    let (about, code) = source.split_at(end);
    let lines = about
        .lines()
        .map(|line| line.trim_start_matches("//!").trim());
    let first: Vec<&str> = lines.take_while(|line| !line.is_empty()).collect();
    (first.join(" "), code)
}

/// Markdown's code marks as HTML's.
fn prose(text: &str) -> String {
    let mut html = String::new();
    for (i, part) in text.split('`').enumerate() {
        if i > 0 {
            html += if i % 2 == 1 { "<code>" } else { "</code>" };
        }
        html += &escaped(part);
    }
    html
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_example_shows_its_title_its_picture_and_its_code() {
        let source = "//! Draws `a < b`\n//! twice.\n//!\n//! More.\n\nfn main() { 1 & 2; }\n";
        let example = Example {
            of: "agg-core",
            name: "less".into(),
            program: "less".into(),
            source: source.into(),
        };
        let page = page(std::slice::from_ref(&example));
        assert!(
            page.contains("<p>Draws <code>a &lt; b</code> twice.</p>"),
            "{page}"
        );
        assert!(page.contains("<img src=\"agg-core/less.png\""));
        assert!(page.contains("<pre><code>fn main() { 1 &amp; 2; }</code></pre>"));
        assert!(page.contains("<a href=\"#agg-core-less\">less</a>"));
        assert!(!page.contains("More."));
        assert!(shows(&page, &example));
        let changed = Example {
            source: source.replace('2', "3"),
            ..example
        };
        assert!(!shows(&page, &changed));
    }
}
