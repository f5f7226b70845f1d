//! [`gather`]: the reports of an article and the passages beside them, made into quotes.
//!
//! A passage that no report holds goes on with the quote before it, answers a colon, stands alone, or
//! is no speech at all.

use std::ops::Range;

use galley_text::Span;

use super::marked::is_bullet;
use super::marks::{End, Passage};
use super::report::{Report, reports};
use super::words::{Tag, Words};
use crate::{Confidence, Quote, QuoteKind, Rule, Scare};

/// The quotes of an article in order, without their speakers, and the passages that are no quotes.
/// `frames` are those of each block that has any.
pub(crate) fn gather(
    words: &Words,
    frames: &[(usize, Vec<Range<usize>>)],
) -> (Vec<Quote>, Vec<Scare>) {
    let (out, scare) = (Vec::new(), Vec::new());
    let mut gathered = Gathered { words, out, scare, open: None, colon: None };
    for (block, frames) in frames {
        gathered.block(*block, frames);
    }
    gathered.finish()
}

/// Whether token `at` is the first of its sentence.
fn opens_sentence(words: &Words, at: usize) -> bool {
    words.article.sentences[words.article.sentence_of(at)].tokens.start == at
}

/// Whether token `at` is the first of its block, the bullet of a list aside.
fn opens_block(words: &Words, at: usize) -> bool {
    let block = |at: usize| words.article.sentences[words.article.sentence_of(at)].block;
    let opens = |at: usize| at == 0 || block(at - 1) != block(at);
    opens(at) || (is_bullet(words.article.word(at - 1)) && opens(at - 1))
}

/// How sure a quote is, from its rule and the `strength` of its cue. The factors bring what is said
/// near what was right on the development part of PolNeAR; docs/ENGINE.md has the figures.
fn confidence(rule: Rule, kind: QuoteKind, strength: f32) -> Confidence {
    let value = match (rule, kind) {
        (Rule::QuoteTrailing, QuoteKind::Direct) => strength.max(0.95),
        (Rule::QuoteTrailing, _) => strength * 0.76,
        (Rule::QuoteLeading, QuoteKind::Indirect) => strength * 0.92,
        (Rule::QuoteAccordingTo, QuoteKind::Indirect) => strength * 0.85,
        _ => strength,
    };
    Confidence::new(value)
}

/// A quote in the making; ranges are of tokens.
struct Draft {
    block: usize,
    report: Report,
    /// Whether its last piece is a passage that more passages of the block may follow.
    speaks: bool,
}

/// Where the gathering stands.
struct Here<'r> {
    block: usize,
    /// The first draft of the frame.
    first: usize,
    /// The last draft of the block that speaks, before the frame.
    previous: Option<usize>,
    /// The report that the block before ended with a colon, if this is the first frame after it.
    colon: Option<&'r Report>,
}

/// Where a passage belongs.
enum Place {
    /// In a draft that has it already.
    Held(usize),
    /// At the end of a draft.
    Added(usize),
    /// In a report of its own.
    Own(Report),
    /// Nowhere: it is no speech.
    Scare,
}

struct Gathered<'a> {
    words: &'a Words<'a>,
    out: Vec<Draft>,
    scare: Vec<Scare>,
    /// The draft whose passage the next block may take up.
    open: Option<usize>,
    /// A report that ended its block with a colon and waits for its words.
    colon: Option<Report>,
}

impl Gathered<'_> {
    fn block(&mut self, block: usize, frames: &[Range<usize>]) {
        let colon = self.colon.take();
        let mut previous: Option<usize> = None;
        for (i, frame) in frames.iter().enumerate() {
            let first = self.out.len();
            for report in reports(self.words, frame.clone()) {
                if report.content.is_empty() {
                    self.colon = (i + 1 == frames.len()).then_some(report);
                    continue;
                }
                let speaks =
                    report.content.last().is_some_and(|piece| self.words.is_passage(piece));
                self.out.push(Draft { block, report, speaks });
            }
            let here = Here { block, first, previous, colon: colon.as_ref().filter(|_| i == 0) };
            for tokens in self.words.passages_in(frame) {
                self.settle(&here, tokens);
            }
            let speaking = self.out[first..].iter().rposition(|draft| draft.speaks);
            previous = speaking.map(|at| first + at).or(previous);
        }
    }

    /// Puts the passage at `tokens` where it belongs.
    fn settle(&mut self, here: &Here, tokens: Range<usize>) {
        let Some(passage) = self.words.passage(tokens.start) else { return };
        let passage = self.words.passages[passage as usize];
        let open = self.open.take().filter(|_| passage.resumes);
        let draft = match self.place(here, &passage, &tokens, open) {
            Place::Held(holder) => {
                open.inspect(|open| self.take_up(*open, holder)).unwrap_or(holder)
            }
            Place::Added(draft) => {
                self.out[draft].report.content.push(tokens);
                draft
            }
            Place::Own(report) => {
                self.give_up(&report.cue);
                self.out.push(Draft { block: here.block, report, speaks: true });
                self.out.len() - 1
            }
            Place::Scare => {
                let confidence = Confidence::new(0.7);
                self.scare.push(Scare { span: passage.span, confidence, rule: Rule::ScareShort });
                return;
            }
        };
        if passage.end == End::Carried {
            self.open = Some(draft);
        }
    }

    /// Empties the drafts of a cue for which words come later, where all they hold is to whom or how
    /// it was said: "Lund wrote to the crew:". They are among the last.
    fn give_up(&mut self, cue: &Range<usize>) {
        let words = self.words;
        let is_verb = |at: usize| matches!(words.tag(at), Tag::Verb | Tag::Auxiliary);
        let is_how = |piece: &Range<usize>| {
            matches!(words.tag(piece.start), Tag::Preposition | Tag::To | Tag::Gerund)
                && !piece.clone().any(is_verb)
        };
        for draft in self.out.iter_mut().rev().take(8).filter(|it| it.report.cue.start == cue.start)
        {
            draft.report.content.retain(|piece| !is_how(piece));
        }
    }

    fn place(
        &self,
        here: &Here,
        passage: &Passage,
        tokens: &Range<usize>,
        open: Option<usize>,
    ) -> Place {
        let shares = |piece: &Range<usize>| piece.start < tokens.end && tokens.start < piece.end;
        let holds = |draft: &Draft| draft.report.content.iter().any(shares);
        if let Some(holder) = self.out[here.first..].iter().position(holds) {
            return Place::Held(here.first + holder);
        }
        if let Some(open) = open {
            return Place::Added(open);
        }
        let speech = self.is_speech(passage, tokens);
        let goes_on = speech && opens_sentence(self.words, tokens.start);
        if let Some(previous) = here.previous.filter(|_| goes_on) {
            return Place::Added(previous);
        }
        let content = vec![tokens.clone()];
        match here.colon {
            Some(report) => {
                Place::Own(Report { content, rule: Rule::QuoteColon, ..report.clone() })
            }
            None if speech => {
                let rule = Rule::QuoteUnattributed;
                Place::Own(Report { cue: 0..0, source: None, content, strength: 0.4, rule })
            }
            None => Place::Scare,
        }
    }

    /// Joins a draft that an earlier paragraph opened with the one that its last paragraph made.
    fn take_up(&mut self, open: usize, holder: usize) {
        let report = self.out[holder].report.clone();
        let earlier = &mut self.out[open].report;
        earlier.content.extend(report.content.clone());
        if earlier.source.is_none() {
            let content = std::mem::take(&mut earlier.content);
            *earlier = Report { content, ..report };
        }
        self.out[holder].report.content.clear();
    }

    /// Whether a passage that no report claims is speech and not a word held with tongs.
    fn is_speech(&self, passage: &Passage, tokens: &Range<usize>) -> bool {
        if tokens.start > 0
            && matches!(
                self.words.tag(tokens.start - 1),
                Tag::Preposition | Tag::Genitive | Tag::Determiner | Tag::Possessive
            )
        {
            return false;
        }
        let inner = passage.inner.of(self.words.article.text).trim();
        let words = tokens.clone().filter(|at| self.words.tag(*at) != Tag::Mark).count();
        let sentence = inner.ends_with(['.', '!', '?', ',', '…'])
            && inner.starts_with(|c: char| !c.is_lowercase());
        (sentence && words >= 3) || words >= 8 || passage.end == End::Carried
    }

    fn finish(mut self) -> (Vec<Quote>, Vec<Scare>) {
        self.run_on();
        let mut quotes: Vec<Quote> = Vec::new();
        for draft in &self.out {
            quotes.extend(self.quote(draft));
        }
        super::in_order(&mut quotes);
        (quotes, self.scare)
    }

    /// Words that nobody is named for go to whoever spoke last, in their paragraph or the one before.
    fn run_on(&mut self) {
        let mut last: Option<(usize, Range<usize>)> = None;
        for draft in &mut self.out {
            let report = &mut draft.report;
            let opens =
                report.content.first().is_some_and(|piece| opens_block(self.words, piece.start));
            let near = last
                .clone()
                .filter(|(block, _)| draft.block == *block || (opens && draft.block == block + 1));
            if let (None, Rule::QuoteUnattributed, Some((_, source))) =
                (&report.source, report.rule, near)
            {
                report.source = Some(source);
                report.rule = Rule::QuoteRunning;
            }
            if let Some(source) = report.source.clone().filter(|_| !report.content.is_empty()) {
                last = Some((draft.block, source));
            }
        }
    }

    fn quote(&self, draft: &Draft) -> Option<Quote> {
        let article = self.words.article;
        let report = &draft.report;
        let span = |range: &Range<usize>| article.span_of(range.clone());
        let mut content: Vec<Span> = report.content.iter().map(span).collect();
        content.sort();
        content.dedup_by(|next, last| {
            let touches = next.start() < last.end();
            if touches {
                *last = last.cover(*next);
            }
            touches
        });
        if content.is_empty() {
            return None;
        }
        let kind = self.words.kind(&report.content);
        Some(Quote {
            content,
            cue: Some(&report.cue).filter(|cue| !cue.is_empty()).map(span),
            source: report.source.as_ref().map(span),
            speakers: Vec::new(),
            inner: Vec::new(),
            kind,
            confidence: confidence(report.rule, kind, report.strength),
            rule: report.rule,
        })
    }
}
