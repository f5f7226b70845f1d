//! Where the reported words begin and end, clause by clause.

use std::ops::Range;

use super::cue::{Form, cues};
use super::hearer;
use super::source::subject;
use super::words::{Tag, Words};

/// Whether nothing that `group` governs follows it.
pub(crate) fn ends_clause(
    words: &Words,
    ceiling: usize,
    group: &Range<usize>,
    closes: bool,
) -> bool {
    let at = group.end;
    if at >= ceiling || (!closes && hearer::clause_end(words, at, ceiling).is_some()) {
        return true;
    }
    match words.tag(at) {
        Tag::That | Tag::Question => false,
        Tag::To => closes,
        Tag::Colon => false,
        Tag::Mark if words.passage(at).is_some() => false,
        Tag::Subject | Tag::Name | Tag::Determiner | Tag::Possessive
            if closes && !hearer::tells(words, group) =>
        {
            // "On “Fox News Sunday,” she said the plan was dead": the clause after is the content.
            let near = (at..ceiling).take(8).map(|at| words.tag(at));
            let mut clause = near.take_while(|tag| !matches!(tag, Tag::Comma | Tag::Stop));
            !clause.any(|tag| matches!(tag, Tag::Verb | Tag::Auxiliary))
        }
        _ if closes => true,
        Tag::Stop | Tag::Comma | Tag::Semicolon | Tag::Dash | Tag::Close | Tag::Mark => true,
        Tag::Preposition | Tag::Number | Tag::Subordinator | Tag::Gerund => {
            !(at..ceiling).take(9).any(|at| words.tag(at) == Tag::That)
        }
        _ => is_time(words, at),
    }
}

pub(crate) fn is_time(words: &Words, at: usize) -> bool {
    const TIMES: &[&str] = &[
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "yesterday",
        "today",
        "last",
        "this",
        "earlier",
        "late",
        "early",
    ];
    words.is_one_of(at, TIMES)
}

/// Where the content that ends before `end` begins: the frame's start, or after a semicolon.
pub(crate) fn content_start(words: &Words, start: usize, end: usize) -> usize {
    let semicolon = (start..end)
        .rev()
        .find(|at| words.tag(*at) == Tag::Semicolon && words.passage(*at).is_none());
    let start = semicolon.map_or(start, |at| at + 1);
    // "However, CONTENT", "In addition, CONTENT"
    let comma = (start..end).take(3).find(|at| words.tag(*at) == Tag::Comma);
    match comma {
        Some(at) if words.tag(start) == Tag::Adverb || words.is(start + 1, "addition") => at + 1,
        _ => start,
    }
}

/// Where the content of the cue at `head` begins: past the hearer and past when and where it was said.
pub(crate) fn after_cue(words: &Words, ceiling: usize, head: usize, from: usize) -> usize {
    let first = words.tag(from);
    let hearer = hearer::is_telling(words, head);
    if first == Tag::Comma {
        return after_aside(words, from, ceiling);
    }
    let aside = matches!(first, Tag::Preposition | Tag::Adverb | Tag::Subordinator)
        || is_time(words, from)
        || words.is(from, "reporters");
    let marked = || marked_start(words, from..ceiling.min(from + 14));
    if (hearer || aside)
        && let Some(start) = marked()
    {
        return start;
    }
    match first {
        Tag::That | Tag::Question => from,
        Tag::Colon => from + 1,
        _ if hearer => hearer::past(words, from, ceiling),
        _ => past_time(words, from),
    }
}

/// Past the comma at `from`, and past an aside that ends with a comma before "that".
fn after_aside(words: &Words, from: usize, ceiling: usize) -> usize {
    let that = (from + 1..ceiling.min(from + 18))
        .find(|at| words.tag(*at) == Tag::That && words.tag(*at - 1) == Tag::Comma);
    that.unwrap_or(from + 1)
}

/// Where "that", a question word, a passage or a colon opens the content among the tokens `near`.
fn marked_start(words: &Words, near: Range<usize>) -> Option<usize> {
    for at in near.clone() {
        match words.tag(at) {
            Tag::That => return Some(at),
            Tag::Question if at > near.start => return Some(at),
            Tag::Mark if words.passage(at).is_some() => return Some(at),
            Tag::Colon => return Some(at + 1),
            Tag::Verb
            | Tag::Auxiliary
            | Tag::Gerund
            | Tag::Stop
            | Tag::Semicolon
            | Tag::Subject => return None,
            _ => {}
        }
    }
    None
}

/// Past "Friday", "on Friday" and "last month".
fn past_time(words: &Words, from: usize) -> usize {
    let at = from + usize::from(words.is_one_of(from, &["on", "late", "early"]));
    if !is_time(words, at) || words.is(at, "this") {
        return from;
    }
    let step = if words.is(at, "last") { 2 } else { 1 };
    let end = at
        + step
        + usize::from(words.is_one_of(at + step, &["morning", "afternoon", "evening", "night"]));
    if matches!(words.tag(end), Tag::Stop | Tag::Comma) { from } else { end }
}

/// Where the clause that begins at `start` ends.
pub(crate) fn clause_end(words: &Words, start: usize, ceiling: usize) -> usize {
    let mut at = start;
    while at < ceiling {
        if words.passage(at).is_some() {
            at += 1;
            if closes_sentence(words, at) && at < ceiling {
                return at;
            }
            continue;
        }
        let next = words.tag(at + 1);
        let ends = match words.tag(at) {
            Tag::Semicolon => true,
            Tag::Comma => {
                matches!(next, Tag::Gerund | Tag::Subordinator | Tag::Participle)
                    || words.is(at + 1, "but")
                    || (next == Tag::Verb && opens_report(words, at + 1, ceiling))
                    || words.is(at + 1, "according")
                    || (words.is(at + 1, "and") && opens_report(words, at + 2, ceiling))
            }
            Tag::Conjunction => at > start && opens_report(words, at + 1, ceiling),
            _ => false,
        };
        if ends {
            return at;
        }
        at += 1;
    }
    ceiling
}

/// Whether a passage ends before token `at` and its words end a sentence, or a comma inside it
/// hands over to another clause.
fn closes_sentence(words: &Words, at: usize) -> bool {
    if words.passage(at) == words.passage(at - 1) || at < 2 {
        return false;
    }
    match words.article.word(at - 2) {
        "." | "?" | "!" => true,
        "," => matches!(
            words.tag(at),
            Tag::Subordinator | Tag::Conjunction | Tag::Gerund | Tag::Relative
        ),
        _ => false,
    }
}

/// Whether a verb that reports, with or without a subject, begins at `from`.
fn opens_report(words: &Words, from: usize, ceiling: usize) -> bool {
    let near = from..ceiling.min(from + 4);
    let Some(cue) = cues(words, near).into_iter().next() else { return false };
    cue.strength > 0.5
        && cue.form == Form::Finite
        && (cue.tokens.start == from
            || subject(words, from, cue.tokens.start).is_some_and(|source| source.start == from))
}

/// Whether a clause of its own stands among `tokens`, and not only "As she left" or "who sails".
pub(crate) fn has_main_clause(words: &Words, tokens: Range<usize>) -> bool {
    let mut start = tokens.start;
    let commas = tokens.clone().filter(|at| words.tag(*at) == Tag::Comma);
    for end in commas.chain([tokens.end]) {
        let is_verb = |at: usize| matches!(words.tag(at), Tag::Verb | Tag::Auxiliary);
        let depends = matches!(
            words.tag(start),
            Tag::Subordinator | Tag::Relative | Tag::Gerund | Tag::Participle
        );
        if !depends && (start..end).any(is_verb) {
            return true;
        }
        start = end + 1;
    }
    false
}

/// Without the stops and commas at either edge.
pub(crate) fn trim(words: &Words, range: Range<usize>) -> Option<Range<usize>> {
    let edge = |at: usize| {
        words.passage(at).is_none()
            && matches!(
                words.tag(at),
                Tag::Comma | Tag::Stop | Tag::Colon | Tag::Semicolon | Tag::Dash
            )
    };
    let (mut start, mut end) = (range.start, range.end);
    while start < end && edge(start) {
        start += 1;
    }
    while start < end && edge(end - 1) {
        end -= 1;
    }
    (start < end).then_some(start..end)
}
