//! [`reports`]: who says what in one frame, by cue.
//!
//! A frame is one sentence, or several where a passage runs over their ends. For each cue the
//! source is the noun phrase beside it, and the content is the clause after it or, where the cue
//! trails behind a comma or a closing mark, what stands before.

use std::ops::Range;

use super::clause::{after_cue, clause_end, content_start, ends_clause, trim};
use super::cue::{Cue, Form, cues};
use super::marked::{introduced, introduction, named, signed, unclaimed};
use super::phrase;
use super::source::{beside, shared, subject};
use super::words::{Tag, Words};
use crate::Rule;

/// Something reported. Ranges are of the article's tokens.
#[derive(Clone, Debug)]
pub(crate) struct Report {
    pub(crate) cue: Range<usize>,
    pub(crate) source: Option<Range<usize>>,
    pub(crate) content: Vec<Range<usize>>,
    pub(crate) strength: f32,
    pub(crate) rule: Rule,
}

impl Report {
    pub(crate) fn claims(&self, at: usize) -> bool {
        self.content.iter().any(|piece| piece.contains(&at))
    }
}

/// The reports of `frame`, in order of their cues.
pub(crate) fn reports(words: &Words, frame: Range<usize>) -> Vec<Report> {
    if let Some(report) = named(words, &frame) {
        return vec![report];
    }
    let cues = cues(words, frame.clone());
    let mut out: Vec<Report> = Vec::new();
    // A trailing attribution governs all that stands before it: it is read first.
    for (i, cue) in cues.iter().enumerate() {
        let floor = i.checked_sub(1).map_or(frame.start, |before| cues[before].tokens.end);
        out.extend(trailing(words, &frame, floor, cue));
    }
    for (i, cue) in cues.iter().enumerate() {
        let taken = |at| out.iter().any(|r: &Report| r.claims(at) || r.cue.contains(&at));
        if taken(cue.head) {
            continue;
        }
        let floor = i.checked_sub(1).map_or(frame.start, |before| cues[before].tokens.end);
        let report = leading(words, &frame, floor, cue, &out);
        out.extend(report);
    }
    let marked: Vec<Range<usize>> = unclaimed(words, &frame, &out);
    for passage in marked {
        out.extend(signed(words, &frame, &passage).or_else(|| introduced(words, &frame, &passage)));
    }
    if out.iter().all(|report| !report.content.is_empty()) && words.tag(frame.end - 1) == Tag::Colon
    {
        out.extend(
            introduction(words, &frame, frame.end - 1)
                .map(|report| Report { content: Vec::new(), ..report }),
        );
    }
    out.sort_by_key(|report| report.cue.start);
    out
}

/// "CONTENT, she said", "CONTENT, said she, CONTENT", "CONTENT, according to her".
fn trailing(words: &Words, frame: &Range<usize>, floor: usize, cue: &Cue) -> Option<Report> {
    let (source, rule) = match cue.form {
        Form::Preposition => {
            (phrase::starting_at(words, cue.tokens.end, frame.end)?, Rule::QuoteAccordingTo)
        }
        Form::Finite => (beside(words, floor, frame.end, cue)?, Rule::QuoteTrailing),
        _ => return None,
    };
    let group = source.start.min(cue.tokens.start)..source.end.max(cue.tokens.end);
    let before = group.start.checked_sub(1).filter(|before| *before >= frame.start)?;
    let closes = words.passage(before).is_some();
    if !closes && words.tag(before) != Tag::Comma {
        return None;
    }
    if !ends_clause(words, frame.end, &group, closes) {
        return None;
    }
    let end = if closes { group.start } else { before };
    let start = content_start(words, frame.start, end);
    let first = trim(words, start..end)?;
    if first.len() < 2 && !closes {
        return None;
    }
    let mut content = vec![first];
    let breaks_off = closes && before > 0 && words.article.word(before - 1) == ",";
    content.extend(resumed(words, frame.end, group.end, breaks_off));
    Some(Report {
        cue: cue.tokens.clone(),
        source: Some(source),
        content,
        strength: cue.strength,
        rule,
    })
}

/// The rest of a content that an attribution interrupts: "…, he said, …". `breaks_off` says that
/// the first part is a passage that ends with a comma.
fn resumed(words: &Words, ceiling: usize, from: usize, breaks_off: bool) -> Option<Range<usize>> {
    let rest = |start: usize| trim(words, start..clause_end(words, start, ceiling));
    if breaks_off {
        let next = (from..ceiling).take(20).find(|at| words.passage(*at).is_some())?;
        let comma = words.tag(next - 1) == Tag::Comma || words.tag(next - 1) == Tag::Dash;
        let small = words.article.word(next + 1).starts_with(char::is_lowercase);
        return (comma || small).then(|| rest(next)).flatten();
    }
    let goes_on = words.tag(from) == Tag::Comma
        && (words.passage(from + 1).is_some()
            || matches!(
                words.tag(from + 1),
                Tag::Conjunction
                    | Tag::Subordinator
                    | Tag::Auxiliary
                    | Tag::Determiner
                    | Tag::Subject
            ));
    goes_on.then(|| rest(from + 1)).flatten()
}

/// "She said (that) CONTENT", "he told them CONTENT", "they plan to CONTENT", "according to her, CONTENT".
fn leading(
    words: &Words,
    frame: &Range<usize>,
    floor: usize,
    cue: &Cue,
    earlier: &[Report],
) -> Option<Report> {
    let (source, from, rule) = match cue.form {
        _ if cue.tokens.start == frame.start && words.tag(cue.head) == Tag::Verb => {
            // "Said Ellis: …"
            let source = phrase::starting_at(words, cue.tokens.end, frame.end)?;
            let end = source.end;
            (Some(source), end, Rule::QuoteLeading)
        }
        Form::Preposition => {
            let source = phrase::starting_at(words, cue.tokens.end, frame.end)?;
            let end = source.end;
            (Some(source), end, Rule::QuoteAccordingTo)
        }
        _ => {
            let own = (cue.form != Form::Gerund)
                .then(|| subject(words, floor, cue.tokens.start))
                .flatten();
            let source = own.or_else(|| shared(words, frame, cue, earlier));
            (source, cue.tokens.end, Rule::QuoteLeading)
        }
    };
    let start = after_cue(words, frame.end, from);
    let end = clause_end(words, start, frame.end);
    let content = trim(words, start..end);
    let bare = |content: &Range<usize>| {
        content.len() == 1 && matches!(words.tag(content.start), Tag::Object | Tag::Subject)
    };
    if content.as_ref().is_some_and(bare) {
        return None;
    }
    if content.is_none() && words.tag(frame.end - 1) != Tag::Colon {
        return None;
    }
    Some(Report {
        cue: cue.tokens.clone(),
        source,
        // Without content: a colon ends the paragraph, and the next one holds the words.
        content: content.into_iter().collect(),
        strength: cue.strength,
        rule,
    })
}
