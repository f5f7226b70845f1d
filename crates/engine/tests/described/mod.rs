//! The mentions of a text in words, for tests to compare.

use galley_engine::{Mention, analyse};

/// The mentions of `text` as "words = kind by rule", one a line.
fn described(text: &str) -> String {
    let line = |mention: &Mention| {
        let kind = format!("{:?}", mention.kind).to_lowercase();
        let value = mention.value.as_ref().map_or(String::new(), |value| format!(" ({value})"));
        let words = mention.span.of(text);
        format!("{words} = {kind}{value} by {}", mention.rule.id())
    };
    analyse(text).mentions.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Holds that `text` has the mentions of `expected`, one a line.
#[track_caller]
pub(crate) fn check(text: &str, expected: &str) {
    let expected: Vec<&str> =
        expected.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(described(text), expected.join("\n"), "{text}");
}
