//! The guide shows examples as they are, and its links and pages exist.

#![expect(
    clippy::panic,
    reason = "a test fails by panicking, in its helpers too"
)]

use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The code of an example, without what it says about itself.
fn code(example: &str) -> String {
    let text = read(&root().join(example));
    let lines = text.lines().skip_while(|line| line.starts_with("//!"));
    let code: Vec<&str> = lines.collect();
    code.join("\n").trim().to_owned()
}

#[test]
fn the_guide_shows_its_examples_as_they_are() {
    for (page, example) in [
        ("figure", "crates/figure/examples/panels.rs"),
        ("shape", "crates/agg-core/examples/masked_gradient.rs"),
    ] {
        let page = read(&root().join(format!("docs/guide/src/{page}.md")));
        assert!(page.contains(&code(example)), "{example}");
    }
}

#[test]
fn every_link_of_the_guide_leads_somewhere() {
    let folder = root().join("docs/guide/src");
    let mut count = 0;
    for page in std::fs::read_dir(&folder).expect("a folder") {
        let page = page.expect("a page").path();
        let text = read(&page);
        let links = text.split("](").skip(1);
        for link in links.filter_map(|rest| rest.split(')').next()) {
            if !link.starts_with("http") {
                assert!(folder.join(link).exists(), "{}: {link}", page.display());
                count += 1;
            }
        }
    }
    assert!(count > 20, "{count} links");
}
