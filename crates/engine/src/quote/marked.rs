//! Attributions that stand on marks and not on verbs: a colon before the words, a dash after them.

use std::ops::Range;

use super::clause::{ends_clause, trim};
use super::cue::cues;
use super::phrase;
use super::report::Report;
use super::source::{subject, with_apposition};
use super::words::{Tag, Words};
use crate::Rule;
use crate::lexicon::speech;

/// The outer passages of `frame` that no report claims, by their tokens.
pub(crate) fn unclaimed(
    words: &Words,
    frame: &Range<usize>,
    reports: &[Report],
) -> Vec<Range<usize>> {
    let mut out = words.passages_in(frame);
    out.retain(|passage| !reports.iter().any(|report| report.claims(passage.start)));
    out
}

/// “CONTENT” — Joan Tregear, in a list too
pub(crate) fn signed(
    words: &Words,
    frame: &Range<usize>,
    passage: &Range<usize>,
) -> Option<Report> {
    let dash = passage.end;
    let opens = frame.start + usize::from(is_bullet(words.article.word(frame.start)));
    if words.tag(dash) != Tag::Dash || words.tag(dash + 1) != Tag::Name || passage.start != opens {
        return None;
    }
    let source = phrase::starting_at(words, dash + 1, frame.end)?;
    let rest = source.end..frame.end;
    let ends = rest.len() <= 1 || words.tag(source.end) == Tag::Comma;
    ends.then(|| Report {
        cue: dash..dash + 1,
        source: Some(with_apposition(words, frame.end, source)),
        content: vec![passage.clone()],
        strength: 0.9,
        rule: Rule::QuoteSigned,
    })
}

/// Whether a token at the start of a line makes it one of a list.
pub(crate) fn is_bullet(word: &str) -> bool {
    matches!(word, "•" | "·" | "*" | "-" | "–")
}

/// "Her answer to them was short: “CONTENT”"
pub(crate) fn introduced(
    words: &Words,
    frame: &Range<usize>,
    passage: &Range<usize>,
) -> Option<Report> {
    let colon = passage
        .start
        .checked_sub(1)
        .filter(|at| frame.contains(at) && words.tag(*at) == Tag::Colon)?;
    let report = introduction(words, frame, colon)?;
    Some(Report { content: vec![passage.clone()], ..report })
}

/// What stands before a colon: its subject is the source, the rest from its verb on is the cue.
pub(crate) fn introduction(words: &Words, frame: &Range<usize>, colon: usize) -> Option<Report> {
    let verb = (frame.start..colon).find(|at| {
        matches!(words.tag(*at), Tag::Verb | Tag::Auxiliary) && words.passage(*at).is_none()
    })?;
    let source = phrase::starting_at(words, frame.start, verb)
        .or_else(|| subject(words, frame.start, verb))?;
    let owner = source.clone().find(|at| words.tag(*at) == Tag::Genitive).unwrap_or(source.end);
    // "wrote to the crew:" is "wrote"; "was short:" is all of it.
    let end = if speech::is_reporting(words.article.word(verb)) { verb + 1 } else { colon };
    Some(Report {
        cue: verb..end,
        source: Some(source.start..owner),
        content: Vec::new(),
        strength: 0.6,
        rule: Rule::QuoteColon,
    })
}

/// Last words before a colon that say what kind of piece it is, and not who speaks.
const RUBRICS: &[&str] = &[
    "analysis",
    "bombshell",
    "boom",
    "breaking",
    "comment",
    "commentary",
    "correction",
    "corrections",
    "editorial",
    "email",
    "exclusive",
    "explainer",
    "factbox",
    "gallery",
    "live",
    "note",
    "opinion",
    "photos",
    "pictures",
    "podcast",
    "recap",
    "review",
    "update",
    "updated",
    "video",
    "watch",
    "week",
    "wow",
];

/// "Voss: Talks Will Go On", "Voss: “We go on.”". An article may open with a headline that ends with a stop.
pub(crate) fn named(words: &Words, frame: &Range<usize>) -> Option<Report> {
    let source = phrase::starting_at(words, frame.start, frame.end)?;
    let colon = source.end;
    let name = source.clone().all(|at| words.tag(at) == Tag::Name);
    let opens = words.article.sentences.iter().take_while(|it| it.block == 0);
    let alone = words.tag(frame.end - 1) != Tag::Stop
        || (frame.start == 0 && opens.count() == 1)
        || words.passage(colon + 1).is_some()
        || source.clone().all(|at| !words.article.word(at).contains(char::is_lowercase));
    let is_label = words.tag(colon) == Tag::Colon && source.len() <= 5;
    if !name || !alone || !is_label || words.is_one_of(colon - 1, RUBRICS) {
        return None;
    }
    // "Lund: we sail" is a headline, "Anna Lund: The Queen" a line of a list.
    let fewest = if frame.start == 0 { 2 } else { 3 };
    let content = trim(words, colon + 1..frame.end).filter(|content| content.len() >= fewest)?;
    Some(Report {
        cue: colon..colon + 1,
        source: Some(source),
        content: vec![content],
        strength: 0.6,
        rule: Rule::QuoteColon,
    })
}

/// Whether `sentence` does nothing but say whose words stand before it: "she asked the crowd.",
/// "— Joan Tregear".
pub(crate) fn is_attribution(words: &Words, sentence: &Range<usize>) -> bool {
    let start = sentence.start;
    if words.tag(start) == Tag::Dash {
        return words.tag(start + 1) == Tag::Name && sentence.len() <= 16;
    }
    let near = start..sentence.end.min(start + 24);
    let Some(cue) = cues(words, near).into_iter().next() else { return false };
    let source = subject(words, start, cue.tokens.start);
    let turned = cue.tokens.start == start;
    (turned || source.is_some_and(|source| source.start == start))
        && ends_clause(words, sentence.end, &cue.tokens, true)
}
