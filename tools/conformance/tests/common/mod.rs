//! What both halves assert.

use conformance::judge::{Half, Verdict, rows};

/// Fails with every row that is wrong.
#[expect(clippy::expect_used, reason = "an assertion for tests")]
pub(crate) fn assert_explained(half: &Half) {
    let rows: Vec<_> = rows(half, &[])
        .expect("the references are committed")
        .collect();
    assert!(!rows.is_empty());
    let wrong: Vec<String> = rows
        .iter()
        .filter(|row| matches!(row.verdict, Verdict::Unexplained(_)))
        .map(ToString::to_string)
        .collect();
    assert!(
        wrong.is_empty(),
        "{} of {} rows:\n{}",
        wrong.len(),
        rows.len(),
        wrong.join("\n")
    );
}
