//! Holds the `use` lines of every crate against the table of stations in `ARCHITECTURE.md`.

#![expect(
    clippy::expect_used,
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

/// The rows of the table: a crate and its stations in order.
fn stations() -> Vec<(String, Vec<String>)> {
    let text = read(&root().join("ARCHITECTURE.md"));
    let (_, table) = text
        .split_once("| crate | stations |")
        .expect("a table of stations");
    let rows = table
        .lines()
        .skip(2)
        .take_while(|line| line.starts_with('|'));
    rows.map(|row| {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let order = cells[2]
            .split('→')
            .map(|name| name.trim().to_owned())
            .collect();
        (cells[1].trim_matches('`').to_owned(), order)
    })
    .collect()
}

fn sources(dir: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(dir)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path());
    let found = entries.flat_map(|path| {
        if path.is_dir() {
            sources(&path)
        } else {
            vec![path]
        }
    });
    found
        .filter(|path| path.extension().is_some_and(|e| e == "rs"))
        .collect()
}

/// The modules that code names behind `crate::`, also in braces; tests at the end of a file are
/// left out.
fn imports(code: &str) -> Vec<String> {
    let code = code.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = code
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    let code: String = lines.collect::<Vec<_>>().join("\n");
    let mut found = Vec::new();
    for rest in code.split("crate::").skip(1) {
        let names = match rest.strip_prefix('{') {
            Some(group) => top_level(group),
            None => vec![rest],
        };
        let ident = |name: &str| {
            name.chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect()
        };
        found.extend(names.into_iter().map(|name| ident(name.trim())));
    }
    found
}

/// The entries of a brace group, without what is nested in them.
fn top_level(group: &str) -> Vec<&str> {
    let (mut depth, mut start, mut entries) = (0, 0, Vec::new());
    for (i, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                entries.push(&group[start..i]);
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                entries.push(&group[start..i]);
                start = i + 1;
            }
            _ => {}
        }
    }
    entries
}

/// What a `lib.rs` exports again: each name with the module it comes from.
fn exports(lib: &str) -> Vec<(String, String)> {
    let statements = lib
        .split("pub use ")
        .skip(1)
        .filter_map(|rest| rest.split_once(';'));
    let modules = statements.filter_map(|(statement, _)| statement.split_once("::"));
    modules
        .flat_map(|(module, names)| {
            let names = names.trim_matches(|c| c == '{' || c == '}').split(',');
            names.map(move |name| (name.trim().to_owned(), module.to_owned()))
        })
        .collect()
}

#[test]
fn modules_import_only_stations_before_their_own() {
    let mut wrong = Vec::new();
    for (name, order) in stations() {
        let src = root().join("crates").join(&name).join("src");
        let exports = exports(&read(&src.join("lib.rs")));
        for file in sources(&src) {
            let station = file.strip_prefix(&src).unwrap().iter().next().unwrap();
            let station = station.to_str().unwrap().trim_end_matches(".rs").to_owned();
            let Some(place) = order.iter().position(|s| *s == station) else {
                if station != "lib" {
                    wrong.push(format!("{name}: {station} is not in the table"));
                }
                continue;
            };
            for import in imports(&read(&file)) {
                let exported = exports.iter().find(|(name, _)| *name == import);
                let import = exported.map_or(import, |(_, module)| module.clone());
                match order.iter().position(|s| *s == import) {
                    Some(other) if other <= place => {}
                    Some(_) => {
                        wrong.push(format!("{}: {station} imports {import}", file.display()));
                    }
                    None => wrong.push(format!("{}: {import} is no station", file.display())),
                }
            }
        }
    }
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn lib_files_declare_stations_in_order() {
    for (name, order) in stations() {
        let lib = read(&root().join("crates").join(&name).join("src/lib.rs"));
        let declared = lib.lines().filter_map(|line| {
            let line = line
                .trim_start_matches("pub ")
                .trim_start_matches("pub(crate) ");
            line.strip_prefix("mod ")?
                .strip_suffix(';')
                .map(str::to_owned)
        });
        assert_eq!(declared.collect::<Vec<_>>(), order, "{name}");
    }
}

#[test]
fn a_grouped_import_is_seen() {
    let code = "use crate::{geometry::{Point, Rect}, raster::Span};\nfn f() { crate::path::g() }";
    assert_eq!(imports(code), ["geometry", "raster", "path"]);
}
