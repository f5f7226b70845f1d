//! Mentions against mentions, by class: exactly the same words, or some of them.

use std::collections::BTreeSet;

use galley_engine::MentionKind;
use galley_text::Span;

use crate::Reading;
use crate::figures::{Count, Overlap};

/// Small words that a date or an amount may open with or not.
const SMALL: [&str; 6] = ["the", "on", "in", "about", "some", "last"];

/// What is counted of one class in one article.
pub(crate) struct Class {
    pub(crate) exact: Count,
    pub(crate) overlap: Overlap,
}

/// Compares the named mentions of these kinds, taken as one class.
pub(crate) fn compare(text: &str, gold: &Reading, found: &Reading, kinds: &[MentionKind]) -> Class {
    let [gold, found] = [gold, found].map(|reading| spans(text, reading, kinds));
    let met = |one: &BTreeSet<Span>, other: &BTreeSet<Span>| {
        one.iter().filter(|span| other.iter().any(|it| it.overlaps(**span))).count()
    };
    Class {
        exact: Count::shared(&gold, &found),
        overlap: Overlap {
            right: met(&found, &gold),
            found: found.len(),
            met: met(&gold, &found),
            gold: gold.len(),
        },
    }
}

fn spans(text: &str, reading: &Reading, kinds: &[MentionKind]) -> BTreeSet<Span> {
    let named = reading.mentions.iter().filter(|it| it.is_named() && kinds.contains(&it.kind));
    named.map(|mention| bare(text, mention.span, mention.kind)).collect()
}

/// A mention without what may stand at its edges or not: "the" and a possessive at names, one small
/// word before dates and amounts.
pub(crate) fn bare(text: &str, span: Span, kind: MentionKind) -> Span {
    use MentionKind::{Date, Duration, Money, Percent, Quantity, Time};
    let span = span.trimmed(text);
    if matches!(kind, Date | Time | Duration | Money | Percent | Quantity) {
        return without(text, span, &SMALL).unwrap_or(span);
    }
    let mut name = span;
    while let Some(rest) = without(text, name, &["the"]) {
        name = rest;
    }
    let words = name.of(text);
    let bare = words.strip_suffix(['s', 'S']).map_or(words, str::trim_end);
    let bare = [bare, words].into_iter().find_map(|words| words.strip_suffix(['\'', '’']));
    match bare.map(str::trim_end) {
        Some(bare) if !bare.is_empty() => Span::new(name.start(), name.start() + bare.len()),
        _ => name,
    }
}

/// The span without its first word, where it is one of `words` and another follows.
fn without(text: &str, span: Span, words: &[&str]) -> Option<Span> {
    let (first, rest) = span.of(text).split_once(char::is_whitespace)?;
    let is_small = words.iter().any(|word| word.eq_ignore_ascii_case(first));
    let rest = rest.trim_start();
    (is_small && !rest.is_empty()).then(|| Span::new(span.end() - rest.len(), span.end()))
}

#[cfg(test)]
mod tests {
    use galley_engine::Form;

    use super::*;
    use crate::Mention;

    fn reading(mentions: &[(usize, usize, MentionKind)]) -> Reading {
        let mention = |&(start, end, kind)| Mention {
            span: Span::new(start, end),
            kind,
            form: Form::Name,
            entity: None,
        };
        Reading { mentions: mentions.iter().map(mention).collect(), quotes: Vec::new() }
    }

    #[test]
    fn an_article_and_a_possessive_do_not_count_at_a_names_edge() {
        for (words, kind, expected) in [
            ("the the Tamar’s", MentionKind::Place, "Tamar"),
            ("the Hendersons'", MentionKind::Person, "Hendersons"),
            ("’s", MentionKind::Person, "’s"),
            ("the", MentionKind::Person, "the"),
            ("on the 5th", MentionKind::Date, "the 5th"),
            ("about 5 miles", MentionKind::Quantity, "5 miles"),
        ] {
            assert_eq!(bare(words, Span::new(0, words.len()), kind).of(words), expected);
        }
    }

    #[test]
    fn exact_wants_the_same_words_and_overlap_one_of_them() {
        use MentionKind::{Person, Place};
        let text = "Ruth Lund met the Moor’s men at Port Ellery";
        let gold = reading(&[(0, 9, Person), (18, 22, Place), (34, 45, Place)]);
        let found = reading(&[(5, 9, Person), (14, 26, Place), (34, 45, Person)]);
        let persons = compare(text, &gold, &found, &[Person]);
        assert_eq!(persons.exact, Count { right: 0, found: 2, gold: 1 });
        assert_eq!(persons.overlap, Overlap { right: 1, found: 2, met: 1, gold: 1 });
        let places = compare(text, &gold, &found, &[Place]);
        assert_eq!(places.exact, Count { right: 1, found: 1, gold: 2 });
    }
}
