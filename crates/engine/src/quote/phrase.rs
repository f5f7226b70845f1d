//! Noun phrases by the tags of their words.

use std::ops::Range;

use super::words::{Tag, Words};

/// Words that a noun phrase may hold before or as its head.
fn is_nominal(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Noun
            | Tag::Name
            | Tag::Number
            | Tag::Adjective
            | Tag::Genitive
            | Tag::Possessive
            | Tag::Determiner
            | Tag::Other
    )
}

fn is_head(tag: Tag) -> bool {
    matches!(tag, Tag::Noun | Tag::Name | Tag::Number | Tag::Determiner | Tag::Adjective)
}

/// Longest noun phrase, in tokens.
const LONGEST: usize = 40;

/// The noun phrase that ends right before token `end`, at or after `floor`: "a spokesman for the
/// harbour trust", "she".
pub(crate) fn ending_at(words: &Words, floor: usize, end: usize) -> Option<Range<usize>> {
    let last = end.checked_sub(1).filter(|last| *last >= floor)?;
    if matches!(words.tag(last), Tag::Subject | Tag::Relative | Tag::That | Tag::Object) {
        return Some(last..end);
    }
    if words.tag(last) == Tag::Close {
        let open = (floor..last).rev().take(8).find(|at| words.tag(*at) == Tag::Open)?;
        let head = ending_at(words, floor, open)?;
        return Some(head.start..end);
    }
    let article = words.is_one_of(last, &["the", "a", "an"]);
    if article || !is_head(words.tag(last)) || words.passage(last).is_some() {
        return None;
    }
    let floor = floor.max(end.saturating_sub(LONGEST));
    if let Some(start) = clause_subject(words, floor, end) {
        return Some(start..end);
    }
    let mut start = run_start(words, floor, last);
    while let Some(before) = start.checked_sub(1).filter(|before| *before >= floor) {
        let joined = match words.tag(before) {
            Tag::Preposition | Tag::To => joins_nouns(words, before),
            Tag::Conjunction => words.is(before, "and") && pairs(words, floor, before),
            _ => false,
        };
        if !joined || before == floor || !is_head(words.tag(before - 1)) {
            break;
        }
        start = run_start(words, floor, before - 1);
    }
    Some(start..end)
}

/// Where the clause begins that `end` is the verb of, if all between is one phrase: "a study by two
/// colleges of the north".
fn clause_subject(words: &Words, floor: usize, end: usize) -> Option<usize> {
    let inside = |tag: Tag| {
        is_nominal(tag)
            || matches!(
                tag,
                Tag::Preposition | Tag::Participle | Tag::Gerund | Tag::To | Tag::Adverb
            )
    };
    let mut start = end;
    while start > floor {
        let tag = words.tag(start - 1);
        let and = tag == Tag::Conjunction && words.is(start - 1, "and");
        if !(inside(tag) || and) || words.passage(start - 1).is_some() {
            break;
        }
        start -= 1;
    }
    while start < end
        && (words.is(start, "and")
            || words.tag(start) == Tag::Adverb && words.tag(start + 1) != Tag::Number)
    {
        start += 1;
    }
    let opens = start == 0
        || matches!(
            words.tag(start - 1),
            Tag::Stop
                | Tag::Comma
                | Tag::Mark
                | Tag::Conjunction
                | Tag::That
                | Tag::Subordinator
                | Tag::Semicolon
                | Tag::Adverb
                | Tag::Close
                | Tag::Dash
        );
    let nominal = is_nominal(words.tag(start)) || words.tag(start + 1) == Tag::Number;
    (opens && nominal && start < end).then_some(start)
}

/// Prepositions that tie one noun to another more often than to the verb.
fn joins_nouns(words: &Words, at: usize) -> bool {
    words.is_one_of(at, &["of", "for", "at", "from", "in", "with", "to", "on"])
}

/// Whether "and" ties two subjects and not two clauses: names, or bare nouns at a clause's start.
fn pairs(words: &Words, floor: usize, and: usize) -> bool {
    if is_name_like(words, and + 1) {
        return true;
    }
    and > floor && is_head(words.tag(and - 1)) && {
        let start = run_start(words, floor, and - 1);
        start == floor || matches!(words.tag(start - 1), Tag::Stop | Tag::Comma | Tag::Mark)
    }
}

fn is_name_like(words: &Words, at: usize) -> bool {
    matches!(words.tag(at), Tag::Name | Tag::Determiner | Tag::Possessive)
}

/// Where the unbroken run of nominal words that ends with `last` begins.
fn run_start(words: &Words, floor: usize, last: usize) -> usize {
    let mut start = last;
    while start > floor && is_nominal(words.tag(start - 1)) && words.passage(start - 1).is_none() {
        // A determiner opens its phrase, unless a genitive follows it.
        let opens = matches!(words.tag(start), Tag::Determiner | Tag::Possessive);
        if opens && words.tag(start - 1) != Tag::Determiner {
            break;
        }
        start -= 1;
        // "tracking poll", "restructuring experts"
        let gerund = start > floor && matches!(words.tag(start - 1), Tag::Gerund | Tag::Participle);
        if gerund && start > floor + 1 && is_nominal(words.tag(start - 2)) {
            start -= 1;
        }
    }
    while start < last && words.tag(start) == Tag::Genitive {
        start += 1;
    }
    start
}

/// The noun phrase that begins at `start`, before `ceiling`.
pub(crate) fn starting_at(words: &Words, start: usize, ceiling: usize) -> Option<Range<usize>> {
    let first = words.tag(start);
    if start >= ceiling {
        return None;
    }
    if matches!(first, Tag::Subject | Tag::Object | Tag::Relative) {
        return Some(start..start + 1);
    }
    let ceiling = ceiling.min(start + LONGEST);
    let mut end = run_end(words, start, ceiling)?;
    while end + 1 < ceiling {
        if words.tag(end) == Tag::Open {
            // "Rep. Ana Ruiz (D-Ore.)"
            let close = (end..ceiling).take(8).find(|at| words.tag(*at) == Tag::Close);
            let Some(close) = close else { break };
            end = close + 1;
            continue;
        }
        let common = words.tag(end - 1) == Tag::Noun;
        let joined = match words.tag(end) {
            Tag::Preposition if common && words.is_one_of(end, &["on", "in", "with", "by"]) => {
                !super::clause::is_time(words, end + 1)
            }
            Tag::Preposition => words.is_one_of(end, &["of", "for", "at", "from", "with"]),
            Tag::Conjunction => words.is(end, "and") && is_name_like(words, end + 1),
            _ => false,
        };
        let Some(next) = joined.then(|| run_end(words, end + 1, ceiling)).flatten() else { break };
        end = next;
    }
    Some(start..end).filter(|range| !is_number(words, range))
}

/// Whether a phrase is a bare number, which says nothing: "2022".
fn is_number(words: &Words, range: &Range<usize>) -> bool {
    range.clone().all(|at| words.tag(at) == Tag::Number)
}

fn run_end(words: &Words, start: usize, ceiling: usize) -> Option<usize> {
    let mut end = start;
    while end < ceiling && is_nominal(words.tag(end)) && words.passage(end).is_none() {
        if end > start
            && matches!(words.tag(end), Tag::Determiner | Tag::Possessive)
            && words.tag(end - 1) != Tag::Determiner
        {
            break;
        }
        end += 1;
    }
    (end > start && is_head(words.tag(end - 1))).then_some(end)
}
