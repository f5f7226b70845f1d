//! The noun phrase that names who speaks, beside or around a cue.

use std::ops::Range;

use super::cue::Cue;
use super::phrase;
use super::report::Report;
use super::words::{Tag, Words};

/// "Joan Tregear, who runs the ice house, said": the phrase with what its commas enclose.
pub(crate) fn subject(words: &Words, floor: usize, end: usize) -> Option<Range<usize>> {
    let last = end.checked_sub(1).filter(|last| *last >= floor)?;
    if words.tag(last) != Tag::Comma {
        return phrase::ending_at(words, floor, end);
    }
    let open = (floor..last).rev().take(30).find(|at| words.tag(*at) == Tag::Comma)?;
    let name = phrase::ending_at(words, floor, open)?;
    let adverbial =
        matches!(words.tag(open + 1), Tag::Adverb | Tag::Preposition | Tag::Subordinator);
    Some(if adverbial { name } else { name.start..last })
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
    subject(words, floor, cue.tokens.start)
        .or_else(|| (words.tag(before) == Tag::Comma).then(turned).flatten())
}

pub(crate) fn with_apposition(words: &Words, ceiling: usize, name: Range<usize>) -> Range<usize> {
    if words.tag(name.end) != Tag::Comma {
        return name;
    }
    let opens = matches!(
        words.tag(name.end + 1),
        Tag::Determiner | Tag::Relative | Tag::Noun | Tag::Possessive
    );
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
