//! The examples of a program that draws several figures.

use crate::Example;

/// How the line begins that opens a function of one of several examples, and how it ends.
const OPENS: (&str, &str) = ("fn ", "() -> figure::Result<Figure> {");

/// The examples of a program: one for each documented function that gives back a figure, or the
/// whole program where there is none.
pub(crate) fn parted(program: Example) -> Vec<Example> {
    let lines: Vec<&str> = program.source.lines().collect();
    let mut found = Vec::new();
    for (start, line) in lines.iter().enumerate() {
        let name = line.strip_prefix(OPENS.0);
        let Some(name) = name.and_then(|rest| rest.strip_suffix(OPENS.1)) else {
            continue;
        };
        let before = lines.iter().take(start).rev();
        let mut about: Vec<&str> = before.map_while(|line| line.strip_prefix("///")).collect();
        about.reverse();
        if about.is_empty() {
            continue;
        }
        let about = about.iter().map(|line| format!("//!{line}\n"));
        let code = lines.iter().skip(start);
        let code = code.scan(false, |over, line| {
            let shown = (!*over).then_some(line);
            *over = *line == "}";
            shown.map(|line| format!("{line}\n"))
        });
        found.push(Example {
            name: name.to_owned(),
            source: about.chain(code).collect(),
            ..program.clone()
        });
    }
    if found.is_empty() {
        vec![program]
    } else {
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documented_functions_that_give_figures_are_examples() {
        let source = "//! All.\n\nfn main() {\n}\n\n/// One\n/// thing.\n\
            fn one() -> figure::Result<Figure> {\n    1\n}\n\n\
            fn helper() -> figure::Result<Figure> {\n    2\n}\n";
        let program = Example {
            of: "figure",
            name: "all".into(),
            program: "all".into(),
            source: source.into(),
        };
        let one = Example {
            name: "one".into(),
            source: "//! One\n//! thing.\nfn one() -> figure::Result<Figure> {\n    1\n}\n".into(),
            ..program.clone()
        };
        assert_eq!(parted(program), [one]);
    }

    #[test]
    fn other_programs_are_one_example() {
        let program = Example {
            of: "figure",
            name: "lab".into(),
            program: "lab".into(),
            source: "//! Lab.\nfn main() {}\n".into(),
        };
        assert_eq!(parted(program.clone()), [program]);
    }
}
