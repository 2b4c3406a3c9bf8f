//! Reads the oracle's files and the names of locators and formatters in them.

use figure::ticker::{
    AutoLocator, AutoMinorLocator, AxisContext, Bins, EngFormatter, FixedFormatter, FixedLocator,
    FormatStrFormatter, Formatter, LinearLocator, Locator, MaxNLocator, MultipleLocator, Notation,
    NullFormatter, NullLocator, Offset, PercentFormatter, Prune, ScalarFormatter,
    StrMethodFormatter,
};

/// The cases of an oracle file, each as its fields.
pub(crate) fn cases(file: &str) -> Vec<Vec<String>> {
    let folder = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../reference-images/matplotlib/ticker/"
    );
    let text = std::fs::read_to_string(format!("{folder}{file}")).unwrap();
    text.lines()
        .map(|line| line.split('\t').map(str::to_owned).collect())
        .collect()
}

pub(crate) fn number(text: &str) -> f64 {
    match text.strip_prefix('x') {
        Some(bits) => f64::from_bits(u64::from_str_radix(bits, 16).unwrap()),
        None => text.parse().unwrap(),
    }
}

pub(crate) fn numbers(text: &str) -> Vec<f64> {
    text.split_whitespace().map(number).collect()
}

pub(crate) fn pair(text: &str) -> (f64, f64) {
    let [low, high] = numbers(text)[..] else {
        panic!("{text:?} is no pair")
    };
    (low, high)
}

pub(crate) fn bits(values: &[f64]) -> Vec<u64> {
    values.iter().map(|value| value.to_bits()).collect()
}

pub(crate) fn axis(context: &str, view: &str) -> AxisContext<'static> {
    let fields: Vec<&str> = context.split(' ').collect();
    let start = if fields[0] == "x" {
        AxisContext::x(pair(view))
    } else {
        AxisContext::y(pair(view))
    };
    start
        .with_length(number(fields[1]))
        .with_label_size(number(fields[2]))
}

/// Fails with every difference found, not only the first.
pub(crate) fn report(differences: &[String], total: usize) {
    let shown: Vec<&str> = differences.iter().take(40).map(String::as_str).collect();
    assert!(
        differences.is_empty(),
        "{} of {total} differ:\n{}",
        differences.len(),
        shown.join("\n")
    );
}

/// A difference between what was expected and what came, if there is one.
pub(crate) fn difference<T: PartialEq + std::fmt::Debug>(
    what: &str,
    expected: &T,
    actual: &T,
) -> Option<String> {
    (expected != actual)
        .then(|| format!("{what}\n  matplotlib {expected:?}\n  here       {actual:?}"))
}

/// The locator that a name in the oracle file stands for.
pub(crate) fn locator(name: &str) -> Box<dyn Locator> {
    let (kind, rest) = name.split_once(' ').unwrap_or((name, ""));
    let words: Vec<&str> = rest.split(' ').collect();
    match kind {
        "auto" => Box::new(AutoLocator::new()),
        "null" => Box::new(NullLocator),
        "linear" => Box::new(LinearLocator::new(rest.parse().unwrap())),
        "multiple" => Box::new(
            MultipleLocator::new(number(words[0]))
                .unwrap()
                .with_offset(number(words[1])),
        ),
        "fixed" => {
            let all = FixedLocator::new(words[1].split(',').map(number).collect::<Vec<_>>());
            if words[0] == "0" {
                Box::new(all)
            } else {
                Box::new(all.with_bins(words[0].parse().unwrap()))
            }
        }
        "minor" if rest.is_empty() => Box::new(AutoMinorLocator::new()),
        "minor" => Box::new(AutoMinorLocator::new().with_divisions(rest.parse().unwrap())),
        _ => Box::new(max_n(&words)),
    }
}

fn max_n(words: &[&str]) -> MaxNLocator {
    words
        .iter()
        .fold(MaxNLocator::new(Bins::Auto).unwrap(), |locator, word| {
            let (name, value) = word.split_once('=').unwrap_or((word, ""));
            match (name, value) {
                ("bins", "auto") => locator,
                ("bins", count) => MaxNLocator::new(Bins::Fixed(count.parse().unwrap())).unwrap(),
                ("steps", steps) => locator
                    .with_steps(&steps.split(',').map(number).collect::<Vec<_>>())
                    .unwrap(),
                ("min", count) => locator.with_min_ticks(count.parse().unwrap()),
                ("whole", _) => locator.whole_numbers(),
                ("symmetric", _) => locator.symmetric(),
                ("prune", "lower") => locator.with_prune(Prune::Lower),
                ("prune", "upper") => locator.with_prune(Prune::Upper),
                ("prune", _) => locator.with_prune(Prune::Both),
                _ => panic!("{word:?} is no option"),
            }
        })
}

/// The formatter that a name in the oracle file stands for.
pub(crate) fn formatter(name: &str) -> Box<dyn Formatter> {
    let (kind, rest) = name.split_once(' ').unwrap_or((name, ""));
    match kind {
        "null" => Box::new(NullFormatter),
        "fixed" => Box::new(FixedFormatter::new(rest.split(','))),
        "scalar" => Box::new(scalar(rest)),
        "percent" => Box::new(percent(rest)),
        "eng" => Box::new(eng(rest)),
        "printf" => Box::new(FormatStrFormatter::new(rest).unwrap()),
        "brace" => Box::new(StrMethodFormatter::new(rest).unwrap()),
        _ => panic!("{name:?} is no formatter"),
    }
}

fn scalar(option: &str) -> ScalarFormatter {
    let formatter = ScalarFormatter::new();
    match option.split_once('=').unwrap_or((option, "")) {
        ("", _) => formatter,
        ("plain", _) => formatter.with_notation(Notation::Plain),
        ("offset", "never") => formatter.with_offset(Offset::Never),
        ("offset", value) => formatter.with_offset(Offset::Value(number(value))),
        (_, limits) => {
            let (low, high) = limits.split_once(',').unwrap();
            formatter.with_power_limits(low.parse().unwrap(), high.parse().unwrap())
        }
    }
}

fn percent(options: &str) -> PercentFormatter {
    let (whole, option) = options.split_once(' ').unwrap_or((options, ""));
    let formatter = PercentFormatter::new(number(whole));
    match option.split_once('=') {
        Some(("decimals", count)) => formatter.with_decimals(count.parse().unwrap()),
        Some((_, symbol)) => formatter.with_symbol(symbol),
        None => formatter,
    }
}

fn eng(options: &str) -> EngFormatter {
    let (unit, option) = options.split_once(' ').unwrap_or((options, ""));
    let formatter = EngFormatter::new(unit);
    match option.split_once('=').unwrap_or((option, "")) {
        ("places", count) => formatter.with_places(count.parse().unwrap()),
        ("sep", _) => formatter.with_places(0).with_separator(""),
        ("offset", "") => formatter.with_offset(Offset::Auto),
        ("offset", value) => formatter.with_offset(Offset::Value(number(value))),
        _ => formatter,
    }
}

pub(crate) fn points(text: &str) -> Vec<(f64, f64)> {
    let point = |point: &str| {
        point
            .split_once(',')
            .map(|(x, y)| (number(x), number(y)))
            .unwrap()
    };
    text.split_whitespace().map(point).collect()
}
