//! [`reports`]: who says what in one frame, by cue.
//!
//! A frame is one sentence, or several where a passage runs over their ends. For each cue the
//! source is the noun phrase beside it, and the content is the clause after it or, where the cue
//! trails behind a comma or a closing mark, what stands before.

use std::ops::Range;

use super::clause::{after_cue, clause_end, content_start, ends_clause, has_main_clause, trim};
use super::cue::{Cue, Form, cues};
use super::hearer;
use super::marked::{introduced, introduction, named, signed, unclaimed};
use super::phrase;
use super::source::{beside, past_relative, shared, subject};
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
        let floor = i.checked_sub(1).map_or(frame.start, |before| cues[before].tokens.end);
        let Some(ceiling) = room(&out, &frame, cue.head) else { continue };
        let inner = ceiling < frame.end;
        let report = leading(words, &(frame.start..ceiling), floor, cue, &out);
        let sourced = |report: &Report| report.source.is_some() || cue.form == Form::Passive;
        out.extend(
            report.filter(|report| holds_passage(words, report) || (!inner && sourced(report))),
        );
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

/// How far a report with its cue at `head` may reach: to the end of the frame, or of the trailing
/// report around it ("Kim praised it as “useful”, the radio reported"); nowhere inside other reports.
fn room(reports: &[Report], frame: &Range<usize>, head: usize) -> Option<usize> {
    let mut end = frame.end;
    for report in reports {
        if report.cue.contains(&head) {
            return None;
        }
        let Some(piece) = report.content.iter().find(|piece| piece.contains(&head)) else {
            continue;
        };
        if report.rule == Rule::QuoteLeading {
            return None;
        }
        end = end.min(piece.end);
    }
    Some(end)
}

/// Whether the content of `report` has words in quotation marks.
fn holds_passage(words: &Words, report: &Report) -> bool {
    report.content.iter().flat_map(Range::clone).any(|at| words.passage(at).is_some())
}

/// "CONTENT, she said", "CONTENT, said she, CONTENT", "CONTENT, according to her".
fn trailing(words: &Words, frame: &Range<usize>, floor: usize, cue: &Cue) -> Option<Report> {
    let (source, rule) = match cue.form {
        Form::Preposition => (authority(words, frame.end, cue)?, Rule::QuoteAccordingTo),
        Form::Finite => (
            beside(words, floor_of(words, frame, floor, cue), frame.end, cue)?,
            Rule::QuoteTrailing,
        ),
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
    let verb = |at: usize| matches!(words.tag(at), Tag::Verb | Tag::Auxiliary);
    let told = hearer::clause_end(words, group.end, frame.end).filter(|_| !closes);
    if told.is_some() && !has_main_clause(words, first.clone()) {
        return None;
    }
    let after = told.unwrap_or(group.end);
    let goes_on = content_goes_on(words, frame.end, after);
    // The marks of other countries have the comma behind them: « Oui », said Lund.
    let is_quoted = words.is_passage(&first);
    // Whoever goes by somebody's word has said a clause, whatever its verb looks like.
    let is_clause = is_quoted || cue.form == Form::Preposition || first.clone().any(verb);
    if !closes && (!(is_clause || goes_on) || is_setting(words, frame, after)) {
        return None;
    }
    let breaks_off = closes && before > 0 && words.article.word(before - 1) == ",";
    let rest = resumed(words, frame.end, after, breaks_off);
    // "In seven years, she said, CONTENT": what has no verb only sets the scene.
    let scene = rest.is_some() && !closes && !is_clause && opens_scene(words, &first);
    let content = (!scene).then_some(first).into_iter().chain(rest).collect();
    Some(Report {
        cue: cue.tokens.clone(),
        source: Some(source),
        content,
        strength: cue.strength,
        rule,
    })
}

/// Whom "according to" names: all up to the next comma or stop, if it is a phrase at all, with what says
/// who they are ("people | briefed on the deal").
fn authority(words: &Words, ceiling: usize, cue: &Cue) -> Option<Range<usize>> {
    let phrase = phrase::starting_at(words, cue.tokens.end, ceiling)?;
    let verb = |at: usize| matches!(words.tag(at), Tag::Verb | Tag::Auxiliary);
    // Right up to a passage all says who it is: "according to the mayor, Ana Ruiz, “…”".
    let opens = (phrase.end..ceiling.min(phrase.end + 12)).find(|at| words.passage(*at).is_some());
    let comma = opens.and_then(|at| at.checked_sub(1));
    let is_led_to = |comma: &usize| {
        words.tag(*comma) == Tag::Comma && *comma >= phrase.end && !(phrase.end..*comma).any(verb)
    };
    if let Some(comma) = comma.filter(is_led_to) {
        return Some(phrase.start..comma);
    }
    let ends = |at: &usize| {
        matches!(words.tag(*at), Tag::Comma | Tag::Stop | Tag::Semicolon | Tag::Dash | Tag::Colon)
    };
    let end = (phrase.end..ceiling.min(phrase.end + 20)).find(ends);
    let end = end.filter(|end| !(phrase.end..*end).any(verb));
    Some(phrase.start..end.unwrap_or_else(|| past_relative(words, phrase.end, ceiling)))
}

/// "Asked about the vote, she said, “…”": the first part is no content but the occasion.
fn is_setting(words: &Words, frame: &Range<usize>, after: usize) -> bool {
    let speech = words.tag(after) == Tag::Comma && words.passage(after + 1).is_some();
    let opens = words.tag(frame.start);
    let scene = matches!(opens, Tag::Participle | Tag::Verb | Tag::Gerund | Tag::Preposition);
    speech && (scene || opens == Tag::Subordinator)
}

fn opens_scene(words: &Words, first: &Range<usize>) -> bool {
    matches!(words.tag(first.start), Tag::Preposition | Tag::Subordinator)
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
    // "recalled Lund, the harbour's former master": without a verb it only says who that is.
    let verb = |at: usize| matches!(words.tag(at), Tag::Verb | Tag::Auxiliary);
    let rest = content_goes_on(words, ceiling, from).then(|| rest(from + 1)).flatten();
    rest.filter(|rest| rest.clone().any(verb))
}

/// Whether the comma at `from` leads back to the content.
fn content_goes_on(words: &Words, ceiling: usize, from: usize) -> bool {
    from + 1 < ceiling
        && words.tag(from) == Tag::Comma
        && !matches!(
            words.tag(from + 1),
            Tag::Relative | Tag::Gerund | Tag::Subordinator | Tag::Preposition | Tag::Participle
        )
        && !words.is_one_of(from + 1, &["according", "but"])
}

/// "She said (that) CONTENT", "he told them CONTENT", "they plan to CONTENT", "according to her, CONTENT".
fn leading(
    words: &Words,
    frame: &Range<usize>,
    floor: usize,
    cue: &Cue,
    earlier: &[Report],
) -> Option<Report> {
    if cue.form == Form::Gerund && cue.tokens.start == frame.start {
        return opening(words, frame, cue);
    }
    let (source, from) = origin(words, frame, floor, cue, earlier)?;
    let start = after_cue(words, frame.end, cue.head, from);
    let end = match clause_end(words, start, frame.end) {
        // "said that, as it was late, they would sail": the clause comes behind an aside.
        end if end == start + 1 && words.tag(start) == Tag::That => frame.end,
        end => end,
    };
    let content = trim(words, start..end);
    let bare = |content: &Range<usize>| {
        content.len() == 1 && matches!(words.tag(content.start), Tag::Object | Tag::Subject)
    };
    if content.as_ref().is_some_and(|it| bare(it) || hearer::is_all(words, it)) {
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
        rule: match cue.form {
            Form::Preposition => Rule::QuoteAccordingTo,
            _ => Rule::QuoteLeading,
        },
    })
}

/// The source of a cue that leads, if it names one, and the token after both.
fn origin(
    words: &Words,
    frame: &Range<usize>,
    floor: usize,
    cue: &Cue,
    earlier: &[Report],
) -> Option<(Option<Range<usize>>, usize)> {
    if cue.tokens.start == frame.start && words.tag(cue.head) == Tag::Verb {
        // "Said Lund: …"
        let source = phrase::starting_at(words, cue.tokens.end, frame.end)?;
        let end = source.end;
        let opens = matches!(words.tag(end), Tag::Colon | Tag::Mark | Tag::That);
        return opens.then_some((Some(source), end));
    }
    let source = match cue.form {
        Form::Preposition => {
            let source = authority(words, frame.end, cue)?;
            let end = source.end;
            return Some((Some(source), end));
        }
        // Who expects is not said: the subject is whom it is expected of.
        Form::Passive => None,
        Form::Gerund => shared(words, frame, cue, earlier),
        Form::Finite => subject(words, floor_of(words, frame, floor, cue), cue.tokens.start)
            .or_else(|| shared(words, frame, cue, earlier)),
    };
    Some((source, cue.tokens.end))
}

/// How far back the subject of a cue may stand: to the cue before, or over it where a comma closes
/// an aside ("Okafor, who thinks it wrong, argued").
fn floor_of(words: &Words, frame: &Range<usize>, floor: usize, cue: &Cue) -> usize {
    let aside = cue.tokens.start > floor && words.tag(cue.tokens.start - 1) == Tag::Comma;
    if aside { frame.start } else { floor }
}

/// "Citing CONTENT, Lund went on": the subject is the one of the clause after the comma.
fn opening(words: &Words, frame: &Range<usize>, cue: &Cue) -> Option<Report> {
    let start = after_cue(words, frame.end, cue.head, cue.tokens.end);
    let (comma, source) = (start..frame.end).find_map(|at| {
        let is_comma = words.tag(at) == Tag::Comma && words.passage(at).is_none();
        let source = is_comma.then(|| phrase::starting_at(words, at + 1, frame.end)).flatten()?;
        let next = words.tag(source.end);
        matches!(next, Tag::Verb | Tag::Auxiliary | Tag::Adverb).then_some((at, source))
    })?;
    Some(Report {
        cue: cue.tokens.clone(),
        source: Some(source),
        content: vec![trim(words, start..comma)?],
        strength: cue.strength,
        rule: Rule::QuoteLeading,
    })
}
