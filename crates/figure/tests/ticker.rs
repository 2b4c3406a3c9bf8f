//! Ticks, labels and limits held against the real matplotlib's answers, to the bit and to the
//! letter.
//!
//! The files come from `tools/oracle/matplotlib/ticker.py`, which also describes their form.

#[cfg(test)]
mod oracle;

use figure::limits::{Autoscale, DataLimits, Extent, Fit, LinearScale, set_limits};
use figure::ticker::{
    AutoLocator, AxisContext, Bins, FormatStrFormatter, Formatter, LinearLocator, Locator,
    MaxNLocator, MultipleLocator, ScalarFormatter, StrMethodFormatter, without_overlaps,
};
use oracle::{
    axis, bits, cases, difference, formatter, locator, number, numbers, pair, points, report,
};
use proptest::prelude::*;

#[test]
fn automatic_ticks_and_labels_are_matplotlibs() {
    let cases = cases("auto.txt");
    let mut differences = Vec::new();
    for case in &cases {
        let axis = axis(&case[0], &case[1]);
        let ticks = AutoLocator::new().ticks(&axis);
        if case[2] == "!" {
            differences.extend(difference(&case.join(" "), &true, &ticks.is_err()));
            continue;
        }
        let ticks = ticks.unwrap();
        differences.extend(difference(
            &case.join(" "),
            &bits(&numbers(&case[2])),
            &bits(&ticks),
        ));
        if case[3] == "!" {
            continue;
        }
        let text = ScalarFormatter::new().format(&ticks, &axis);
        differences.extend(difference(
            &case.join(" "),
            &case[3],
            &text.labels.join("|"),
        ));
        differences.extend(difference(&case.join(" "), &case[4], &text.offset));
    }
    report(&differences, cases.len());
}

#[test]
fn every_locators_ticks_and_limits_are_matplotlibs() {
    let cases = cases("locators.txt");
    let mut differences = Vec::new();
    for case in &cases {
        let (name, locator) = (case.join(" "), locator(&case[0]));
        let axis = axis(&case[1], &case[2]);
        let (a, b) = locator.nonsingular(axis.view);
        let (c, d) = locator.view_limits(axis.view);
        differences.extend(difference(
            &name,
            &bits(&numbers(&case[3])),
            &bits(&[a, b, c, d]),
        ));
        let minor = case[0].starts_with("minor");
        let major = if minor {
            AutoLocator::new().ticks(&axis)
        } else {
            Ok(Vec::new())
        };
        let Ok(major) = major else {
            differences.extend(difference(&name, &"!", &case[4].as_str()));
            continue;
        };
        let axis = axis.with_major(&major);
        let ticks = locator.ticks(&axis);
        // Where the span overflows matplotlib raises, or gives NaN.
        if case[4] == "!" || numbers(&case[4]).iter().any(|tick| tick.is_nan()) {
            differences.extend(difference(&name, &true, &ticks.is_err()));
            continue;
        }
        let ticks = ticks.unwrap();
        differences.extend(difference(&name, &bits(&numbers(&case[4])), &bits(&ticks)));
        if let Some(free) = case.get(5) {
            differences.extend(difference(
                &name,
                &bits(&numbers(free)),
                &bits(&without_overlaps(ticks, &axis)),
            ));
        }
    }
    report(&differences, cases.len());
}

#[test]
fn every_formatters_labels_are_matplotlibs() {
    let cases = cases("formatters.txt");
    let mut differences = Vec::new();
    for case in &cases {
        // Where matplotlib raises, for a NaN label say, here a label is written all the same.
        if case[3] == "!" {
            continue;
        }
        let text = formatter(&case[0]).format(&numbers(&case[2]), &AxisContext::x(pair(&case[1])));
        differences.extend(difference(
            &case.join(" "),
            &case[3],
            &text.labels.join("\u{1f}"),
        ));
        differences.extend(difference(&case.join(" "), &case[4], &text.offset));
    }
    report(&differences, cases.len());
}

#[test]
fn autoscaled_limits_are_matplotlibs() {
    let cases = cases("limits.txt");
    let mut differences = Vec::new();
    for case in &cases {
        let mut data = DataLimits::default();
        data.update(points(&case[4]));
        let Extent {
            min,
            max,
            min_positive,
        } = data.y;
        differences.extend(difference(
            &case.join(" "),
            &bits(&numbers(&case[6])),
            &bits(&[min, max, min_positive]),
        ));
        let locator = locator(&case[0]);
        let before = pair(&case[3]);
        let after = Autoscale {
            data: data.y,
            margin: number(&case[1]),
            sticky: &numbers(&case[5]),
            fit: if case[2] == "tight" {
                Fit::Tight
            } else {
                Fit::Loose
            },
            locator: locator.as_ref(),
            scale: &LinearScale,
            rounded: None,
        }
        .limits(before)
        .unwrap();
        differences.extend(difference(
            &case.join(" "),
            &bits(&numbers(&case[7])),
            &bits(&[after.0, after.1]),
        ));
    }
    report(&differences, cases.len());
}

#[test]
fn limits_that_are_set_are_matplotlibs() {
    let cases = cases("set_limits.txt");
    let mut differences = Vec::new();
    for case in &cases {
        let ends: Vec<Option<f64>> = case[0]
            .split(' ')
            .map(|end| (end != "-").then(|| number(end)))
            .collect();
        let limits = set_limits((ends[0], ends[1]), (0.0, 1.0), &AutoLocator::new());
        let expected = (case[1] != "!").then(|| bits(&numbers(&case[1])));
        differences.extend(difference(
            &case.join(" "),
            &expected,
            &limits.ok().map(|(low, high)| bits(&[low, high])),
        ));
    }
    report(&differences, cases.len());
}

#[test]
fn a_step_far_below_the_view_is_an_error_instead_of_endless_ticks() {
    let axis = AxisContext::x((0.0, 1.0));
    for step in [1e-5, 1e-12, 1e-300, 5e-324] {
        assert!(
            MultipleLocator::new(step).unwrap().ticks(&axis).is_err(),
            "{step}"
        );
    }
    assert_eq!(
        MultipleLocator::new(1e-3)
            .unwrap()
            .ticks(&axis)
            .unwrap()
            .len(),
        1003
    );
    assert!(LinearLocator::new(usize::MAX).ticks(&axis).is_err());
    assert!(
        MaxNLocator::new(Bins::Fixed(usize::MAX))
            .unwrap()
            .ticks(&axis)
            .is_err()
    );
}

#[test]
fn wrong_parameters_are_errors() {
    assert!(MultipleLocator::new(0.0).is_err());
    assert!(MultipleLocator::new(f64::NAN).is_err());
    assert!(MaxNLocator::new(Bins::Fixed(0)).is_err());
    for steps in [&[][..], &[0.5, 1.0], &[2.0, 2.0], &[5.0, 11.0], &[f64::NAN]] {
        assert!(
            MaxNLocator::new(Bins::Auto)
                .unwrap()
                .with_steps(steps)
                .is_err(),
            "{steps:?}"
        );
    }
    for format in ["", "%", "%d %d", "%(x)f", "%x", "%*d", "%q", "%1001d"] {
        assert!(FormatStrFormatter::new(format).is_err(), "{format:?}");
    }
    for format in [
        "{",
        "}",
        "{}",
        "{y}",
        "{x!r}",
        "{x:{pos}}",
        "{x:d}",
        "{pos:.2}",
        "{pos:fd}",
        "{x:1001}",
    ] {
        assert!(StrMethodFormatter::new(format).is_err(), "{format:?}");
    }
}

fn any_locator() -> impl Strategy<Value = Box<dyn Locator>> {
    let names = [
        "auto",
        "linear 5",
        "minor",
        "multiple 0.3 0.1",
        "maxn bins=5 whole symmetric",
        "maxn bins=9 prune=both",
    ];
    prop::sample::select(names.to_vec()).prop_map(locator)
}

fn any_formatter() -> impl Strategy<Value = Box<dyn Formatter>> {
    let names = [
        "scalar",
        "scalar offset=1e308",
        "scalar limits=0,0",
        "scalar limits=400,400",
        "percent 0",
        "eng s",
        "eng s offset",
        "eng s offset=1e-300",
        "printf %08.3d",
        "printf %s",
        "brace {x:z#020,.3%}",
        "brace {pos:x<9}{x:.0e}",
    ];
    prop::sample::select(names.to_vec()).prop_map(formatter)
}

proptest! {
    #[test]
    fn any_view_gives_ticks_in_order_or_an_error(
        locator in any_locator(),
        (low, high) in any::<(f64, f64)>(),
        (length, size) in any::<(f64, f64)>(),
    ) {
        let axis = AxisContext::y((low, high)).with_length(length).with_label_size(size);
        let axis = axis.with_major(&[0.0, 1.0]);
        if let Ok(ticks) = locator.ticks(&axis) {
            prop_assert!(ticks.is_sorted());
        }
        let (low, high) = locator.nonsingular((low, high));
        prop_assert!(low < high);
    }

    #[test]
    fn any_ticks_get_one_label_each(
        formatter in any_formatter(),
        ticks in prop::collection::vec(any::<f64>(), 0..6),
        view in any::<(f64, f64)>(),
    ) {
        let text = formatter.format(&ticks, &AxisContext::x(view));
        prop_assert_eq!(text.labels.len(), ticks.len());
    }

    #[test]
    fn any_data_gives_limits_in_order(
        ys in prop::collection::vec(any::<f64>(), 0..5),
        margin in -0.49..3.0,
    ) {
        let mut data = DataLimits::default();
        data.update(ys.iter().map(|&y| (0.0, y)));
        let locator = AutoLocator::new();
        let autoscale = Autoscale::new(data.y, &locator).with_margin(margin).unwrap();
        let (low, high) = autoscale.limits((0.0, 1.0)).unwrap_or((0.0, 1.0));
        prop_assert!(low < high);
    }

    #[test]
    fn any_format_is_understood_or_refused(text in "[%{}x:pos.,_<>^=+\\-# 0-9dfegz]{0,12}") {
        let axis = AxisContext::x((0.0, 1.0));
        if let Ok(formatter) = FormatStrFormatter::new(&text) {
            prop_assert_eq!(formatter.format(&[-1.5, f64::NAN], &axis).labels.len(), 2);
        }
        if let Ok(formatter) = StrMethodFormatter::new(&text) {
            prop_assert_eq!(formatter.format(&[1.5, f64::INFINITY], &axis).labels.len(), 2);
        }
    }
}
