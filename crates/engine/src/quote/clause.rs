//! Where the reported words begin and end, clause by clause.

use std::ops::Range;

use super::cue::{Form, cues};
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
    if at >= ceiling {
        return true;
    }
    match words.tag(at) {
        Tag::That | Tag::Question => false,
        Tag::To => closes,
        Tag::Colon => false,
        Tag::Mark if words.passage(at).is_some() => false,
        _ if closes => true,
        Tag::Stop | Tag::Comma | Tag::Semicolon | Tag::Dash | Tag::Close | Tag::Mark => true,
        Tag::Preposition | Tag::Number | Tag::Subordinator | Tag::Gerund => {
            !(at..ceiling).take(9).any(|at| words.tag(at) == Tag::That)
        }
        _ => is_time(words, at),
    }
}

fn is_time(words: &Words, at: usize) -> bool {
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
    semicolon.map_or(start, |at| at + 1)
}

/// Where the content begins: past the addressee and past when and where it was said.
pub(crate) fn after_cue(words: &Words, ceiling: usize, from: usize) -> usize {
    let near = from..ceiling.min(from + 12);
    for at in near {
        match words.tag(at) {
            Tag::That => return at,
            Tag::Question if at > from => return at,
            Tag::Mark if words.passage(at).is_some() => return at,
            Tag::Colon => return at + 1,
            Tag::Comma if at > from && words.passage(at + 1).is_none() => break,
            Tag::Verb | Tag::Auxiliary | Tag::Stop | Tag::Semicolon | Tag::Subject => break,
            _ => {}
        }
    }
    if words.tag(from) == Tag::Comma { from + 1 } else { from }
}

/// Where the clause that begins at `start` ends.
pub(crate) fn clause_end(words: &Words, start: usize, ceiling: usize) -> usize {
    let mut at = start;
    while at < ceiling {
        if words.passage(at).is_some() {
            at += 1;
            continue;
        }
        let next = words.tag(at + 1);
        let ends = match words.tag(at) {
            Tag::Semicolon => true,
            Tag::Comma => {
                matches!(next, Tag::Gerund | Tag::Subordinator)
                    || words.is(at + 1, "but")
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

/// Whether a verb that reports, with or without a subject, begins at `from`.
fn opens_report(words: &Words, from: usize, ceiling: usize) -> bool {
    let near = from..ceiling.min(from + 4);
    let Some(cue) = cues(words, near).into_iter().next() else { return false };
    cue.strength > 0.5
        && cue.form == Form::Finite
        && (cue.tokens.start == from
            || subject(words, from, cue.tokens.start).is_some_and(|source| source.start == from))
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
