//! The noun phrase that names who speaks, beside or around a cue.

use std::ops::Range;

use super::clause::{has_main_clause, is_time};
use super::cue::Cue;
use super::phrase;
use super::report::Report;
use super::words::{Tag, Words};

/// "Joan Tregear, who runs the ice house, said": the phrase with what its commas enclose.
pub(crate) fn subject(words: &Words, floor: usize, end: usize) -> Option<Range<usize>> {
    let last = end.checked_sub(1).filter(|last| *last >= floor)?;
    if words.tag(last) != Tag::Comma {
        // "Sanders on Tuesday said"
        let timed =
            last > floor + 1 && is_time(words, last) && words.tag(last - 1) == Tag::Preposition;
        let phrase = phrase::ending_at(words, floor, if timed { last - 1 } else { end });
        return phrase.map(|phrase| without_day(words, phrase));
    }
    let open = (floor..last).rev().take(30).find(|at| words.tag(*at) == Tag::Comma)?;
    let mut name = phrase::ending_at(words, floor, open)?;
    let comma = name.start.checked_sub(1).filter(|at| *at > floor && words.tag(*at) == Tag::Comma);
    if let Some(comma) = comma.filter(|_| words.tag(name.start) == Tag::Determiner) {
        // "Ana Ruiz, a builder, who owns two cranes, said"
        name.start = phrase::ending_at(words, floor, comma).map_or(name.start, |outer| outer.start);
    }
    let is_clause = clause_within(words, open + 1..last);
    if words.tag(open + 1) == Tag::Conjunction || is_clause {
        return None;
    }
    let adverbial =
        matches!(words.tag(open + 1), Tag::Adverb | Tag::Preposition | Tag::Subordinator);
    Some(if adverbial { name } else { name.start..last })
}

/// "Speaking | today Mr Lund said": the day is no part of who says it. "Today's Times" is.
fn without_day(words: &Words, phrase: Range<usize>) -> Range<usize> {
    let opens = words.is_one_of(phrase.start, &["today", "yesterday", "tonight"]);
    let is_owner = words.tag(phrase.start + 1) == Tag::Genitive;
    phrase.start + usize::from(opens && !is_owner && phrase.len() > 1)..phrase.end
}

/// Whether a verb stands between two commas with no "who" or "which" before it.
fn clause_within(words: &Words, mut between: Range<usize>) -> bool {
    let decides = between.find(|at| {
        matches!(
            words.tag(*at),
            Tag::Verb | Tag::Auxiliary | Tag::Relative | Tag::That | Tag::Subordinator
        )
    });
    decides.is_some_and(|at| matches!(words.tag(at), Tag::Verb | Tag::Auxiliary))
}

/// The noun phrase right before the cue, or right after it where verb and subject are turned.
pub(crate) fn beside(
    words: &Words,
    floor: usize,
    ceiling: usize,
    cue: &Cue,
) -> Option<Range<usize>> {
    let before = cue.tokens.start.checked_sub(1)?;
    let turned = || {
        phrase::starting_at(words, cue.tokens.end, ceiling)
            .map(|range| with_apposition(words, ceiling, range))
    };
    if before >= floor && words.passage(before).is_some() {
        return turned();
    }
    let after_comma = words.tag(before) == Tag::Comma;
    if after_comma && let Some(mut source) = turned() {
        if has_main_clause(words, floor..before) {
            source.end = past_relative(words, source.end, ceiling);
        }
        let last = matches!(words.tag(source.end), Tag::Stop | Tag::Comma | Tag::Close);
        if (last || source.end == ceiling) && !is_time(words, cue.tokens.end) {
            return Some(source);
        }
    }
    subject(words, floor, cue.tokens.start).or_else(|| after_comma.then(turned).flatten())
}

/// Past what says of somebody who they are, behind their phrase that ends at `from`: "people | briefed on
/// the deal", "an official | who declined to be named". `from` where something else follows.
pub(crate) fn past_relative(words: &Words, from: usize, ceiling: usize) -> usize {
    let verb = |at: usize| matches!(words.tag(at), Tag::Verb | Tag::Auxiliary);
    let stop = |at: &usize| {
        matches!(
            words.tag(*at),
            Tag::Stop | Tag::Comma | Tag::Mark | Tag::Dash | Tag::Semicolon | Tag::Colon
        )
    };
    let end = (from..ceiling).find(stop).unwrap_or(ceiling);
    let end = end - usize::from(end > from && words.tag(end - 1) == Tag::Conjunction);
    let is_relative = words.tag(from) == Tag::Relative && verb(from + 1);
    let is_participle = matches!(words.tag(from), Tag::Verb | Tag::Participle)
        && words.article.word(from).ends_with("ed")
        && words.tag(from + 1) == Tag::Preposition;
    let is_rest = is_relative || (is_participle && !(from + 1..end).any(verb));
    if is_rest { end } else { from }
}

pub(crate) fn with_apposition(words: &Words, ceiling: usize, name: Range<usize>) -> Range<usize> {
    if words.tag(name.end) != Tag::Comma {
        return name;
    }
    let opens = matches!(
        words.tag(name.end + 1),
        Tag::Determiner
            | Tag::Relative
            | Tag::Noun
            | Tag::Possessive
            | Tag::Adjective
            | Tag::Number
    ) || words.is_one_of(name.end + 1, &["of", "from"]);
    if !opens {
        return name;
    }
    let stop =
        |at: &usize| matches!(words.tag(*at), Tag::Stop | Tag::Comma | Tag::Mark | Tag::Semicolon);
    let end = (name.end + 1..ceiling).find(stop).unwrap_or(ceiling);
    name.start..end
}

/// The subject of a verb that has none of its own: "… and said", ", adding".
pub(crate) fn shared(
    words: &Words,
    frame: &Range<usize>,
    cue: &Cue,
    earlier: &[Report],
) -> Option<Range<usize>> {
    let before = |report: &&Report| report.cue.start < cue.tokens.start;
    if let Some(report) = earlier.iter().filter(before).max_by_key(|report| report.cue.start) {
        return report.source.clone();
    }
    (frame.start..cue.tokens.start).rev().find_map(|at| {
        let opens = at == frame.start || matches!(words.tag(at - 1), Tag::Comma | Tag::Conjunction);
        let source = opens.then(|| phrase::starting_at(words, at, cue.tokens.start)).flatten()?;
        let verb = matches!(words.tag(source.end), Tag::Verb | Tag::Auxiliary | Tag::Adverb);
        verb.then_some(source)
    })
}
