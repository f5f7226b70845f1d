//! Who is told, behind a cue that has a hearer: "told Reuters", "tells them", "assured the council".

use std::ops::Range;

use super::clause::is_time;
use super::phrase;
use super::words::{Tag, Words};

/// Forms of the verb whose object is a hearer, unless it is a [`STORIES`].
const TELL: &[&str] = &["told", "tell", "tells", "telling"];

/// More verbs whose first object is the hearer, if it is somebody: one can urge calm, too.
const TELLING: &[&str] = &[
    "asked",
    "asks",
    "asking",
    "ask",
    "assured",
    "assures",
    "warned",
    "warns",
    "warning",
    "reminded",
    "reminds",
    "informed",
    "urged",
    "urges",
    "urging",
    "promised",
    "convinced",
    "persuaded",
    "advised",
    "notified",
];

/// What can be told, and hears nothing.
const STORIES: &[&str] =
    &["story", "stories", "tale", "tales", "truth", "lie", "lies", "joke", "jokes"];

/// Whether `group` has a verb whose first object is the hearer.
pub(super) fn tells(words: &Words, group: &Range<usize>) -> bool {
    group.clone().any(|at| is_telling(words, at))
}

/// Whether the first object of the word at `at` is the hearer.
pub(super) fn is_telling(words: &Words, at: usize) -> bool {
    words.is_one_of(at, TELL) || words.is_one_of(at, TELLING)
}

/// Past the one who is told, where the content is a clause or an infinitive of its own.
pub(super) fn past(words: &Words, from: usize, ceiling: usize) -> usize {
    let Some(hearer) = phrase::starting_at(words, from, ceiling) else { return from };
    match words.tag(hearer.end) {
        Tag::Subject | Tag::Determiner | Tag::Possessive => hearer.end,
        Tag::Comma if words.passage(hearer.end + 1).is_some() => hearer.end + 1,
        _ => from,
    }
}

/// The stop or comma at which a clause ends that only says to whom and when, if the verb before `from`
/// is one of telling: "told Reuters", "told the BBC on Friday".
pub(super) fn clause_end(words: &Words, from: usize, ceiling: usize) -> Option<usize> {
    let hearer = hearer(words, from, ceiling)?;
    let ends = |at: &usize| matches!(words.tag(*at), Tag::Stop | Tag::Comma | Tag::Close);
    let end = (hearer.end..ceiling).take(LONGEST_TAIL).find(ends);
    let end = end.or((ceiling < hearer.end + LONGEST_TAIL).then_some(ceiling))?;
    is_when_or_where(words, hearer.end..end).then_some(end)
}

/// Longest tail that says when and where somebody was told, in tokens.
const LONGEST_TAIL: usize = 12;

/// Whether a content is only to whom something is told.
pub(super) fn is_all(words: &Words, content: &Range<usize>) -> bool {
    words.passage(content.start).is_none()
        && hearer(words, content.start, content.end)
            .is_some_and(|hearer| is_when_or_where(words, hearer.end..content.end))
}

/// The hearer at `from`, if the verb before it has one.
pub(crate) fn hearer(words: &Words, from: usize, ceiling: usize) -> Option<Range<usize>> {
    let verb = from.checked_sub(1).filter(|verb| is_telling(words, *verb))?;
    // "her" looks like "her boat" to the tags.
    let alone = words.is(from, "her").then_some(from..from + 1);
    let hearer = phrase::starting_at(words, from, ceiling).or(alone)?;
    let is_somebody = |at: usize| match words.tag(at) {
        Tag::Name | Tag::Object | Tag::Determiner | Tag::Genitive => true,
        Tag::Possessive => hearer.len() == 1,
        _ => words.is(at, "reporters"),
    };
    let hears = match words.is_one_of(verb, TELL) {
        true => !hearer.clone().any(|at| words.is_one_of(at, STORIES)),
        false => hearer.clone().all(is_somebody),
    };
    hears.then_some(hearer)
}

/// Whether words only say when or where: "on Friday", "in an interview". No words do too.
fn is_when_or_where(words: &Words, tail: Range<usize>) -> bool {
    let opens =
        tail.is_empty() || words.tag(tail.start) == Tag::Preposition || is_time(words, tail.start);
    let is_plain = |at: usize| {
        matches!(
            words.tag(at),
            Tag::Noun
                | Tag::Name
                | Tag::Number
                | Tag::Adjective
                | Tag::Adverb
                | Tag::Determiner
                | Tag::Possessive
                | Tag::Genitive
                | Tag::Preposition
        )
    };
    opens && tail.into_iter().all(is_plain)
}
