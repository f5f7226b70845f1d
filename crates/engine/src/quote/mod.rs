//! [`quotes`]: what somebody said, wrote or thought, with cue and source.
//!
//! [`marks`] pairs quotation marks into passages, [`words`] tells what each token can be, [`report`]
//! finds cue, source and content sentence by sentence. What remains in quotation marks goes on with
//! the quote before it, stands alone, or is not speech at all ([`Scare`]).
//!
//! It refuses to decide whom a source stands for.

mod clause;
mod cue;
mod marked;
mod marks;
mod phrase;
mod report;
mod source;
mod words;

use std::ops::Range;

use galley_text::Span;

use crate::article::Article;
use crate::{Confidence, Quote, QuoteKind, Rule, Scare};
use marked::is_attribution;
use marks::{End, Passage, passages};
use report::{Report, reports};
use words::{Tag, Words};

/// The quotes of `article` in order, without their speakers, and the passages that are no quotes.
pub(crate) fn quotes(article: &Article) -> (Vec<Quote>, Vec<Scare>) {
    let passages = passages(article.text, &article.blocks);
    let words = Words::read(article, &passages);
    let mut gathered = Gathered {
        words: &words,
        passages: &passages,
        out: Vec::new(),
        scare: Vec::new(),
        open: None,
        colon: None,
    };
    for (block, frames) in frames(&words) {
        gathered.block(block, &frames);
    }
    gathered.finish()
}

/// Longest frame, in tokens: what has no sentence ends is no prose.
const LONGEST: usize = 400;

/// The frames of each block: sentences, joined where a passage runs over their ends.
fn frames(words: &Words) -> Vec<(usize, Vec<Range<usize>>)> {
    let mut out: Vec<(usize, Vec<Range<usize>>)> = Vec::new();
    let article = words.article;
    for sentence in article.sentences.iter().filter(|one| !article.is_furniture(one)) {
        let tokens = sentence.tokens.clone();
        match out.last_mut() {
            Some((block, frames)) if *block == sentence.block => match frames.last_mut() {
                Some(last) if goes_on(words, last, &tokens) => last.end = tokens.end,
                _ => frames.push(tokens),
            },
            _ => out.push((sentence.block, vec![tokens])),
        }
    }
    for (_, frames) in &mut out {
        if frames.iter().any(|frame| frame.len() > LONGEST) {
            *frames = frames.iter().flat_map(|frame| cut(frame.clone())).collect();
        }
    }
    out
}

fn cut(frame: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let end = frame.end;
    frame.step_by(LONGEST).map(move |start| start..end.min(start + LONGEST))
}

/// Whether a sentence belongs to the frame before it: a passage runs over their border, or it says
/// whose words the passage before it are.
fn goes_on(words: &Words, frame: &Range<usize>, sentence: &Range<usize>) -> bool {
    frame.len() < LONGEST
        && (is_inside(words, sentence.start)
            || (awaits_attribution(words, frame) && is_attribution(words, sentence)))
}

/// Whether a frame ends with a passage that ends like a sentence whose speaker is yet to come.
fn awaits_attribution(words: &Words, frame: &Range<usize>) -> bool {
    words.passage(frame.end - 1).is_some()
        && frame.len() > 2
        && (matches!(words.article.word(frame.end - 2), "?" | "!" | ",")
            || words.tag(frame.end) == Tag::Dash)
}

/// Whether a passage goes on from the token before `at`.
fn is_inside(words: &Words, at: usize) -> bool {
    let passage = words.passage(at);
    passage.is_some() && at > 0 && words.passage(at - 1) == passage
}

/// Whether token `at` is the first of its sentence.
fn opens_sentence(words: &Words, at: usize) -> bool {
    words.article.sentences[words.article.sentence_of(at)].tokens.start == at
}

/// Whether token `at` is the first of its block.
fn opens_block(words: &Words, at: usize) -> bool {
    let block = |at: usize| words.article.sentences[words.article.sentence_of(at)].block;
    at == 0 || block(at - 1) != block(at)
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

struct Gathered<'a> {
    words: &'a Words<'a>,
    passages: &'a [Passage],
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
            let found = reports(self.words, frame.clone());
            let first = self.out.len();
            for report in found {
                if report.content.is_empty() {
                    self.colon = (i + 1 == frames.len()).then_some(report);
                    continue;
                }
                let speaks = report.content.last().is_some_and(|piece| self.is_passage(piece));
                self.out.push(Draft { block, report, speaks });
            }
            for (at, tokens) in self.passages_in(frame) {
                self.passage(block, first, at, tokens, previous, colon.as_ref().filter(|_| i == 0));
            }
            let speaking = self.out[first..].iter().rposition(|draft| draft.speaks);
            previous = speaking.map(|at| first + at).or(previous);
        }
    }

    fn is_passage(&self, piece: &Range<usize>) -> bool {
        let passage = self.words.passage(piece.start);
        passage.is_some() && self.words.passage(piece.end - 1) == passage
    }

    /// The outer passages of a frame with their tokens.
    fn passages_in(&self, frame: &Range<usize>) -> Vec<(usize, Range<usize>)> {
        let mut out: Vec<(usize, Range<usize>)> = Vec::new();
        for at in frame.clone() {
            let Some(passage) = self.words.passage(at) else { continue };
            match out.last_mut() {
                Some((last, tokens)) if *last == passage as usize => tokens.end = at + 1,
                _ => out.push((passage as usize, at..at + 1)),
            }
        }
        out
    }

    /// Finds a place for one passage: in a report already, with the quote before, on its own, or none.
    fn passage(
        &mut self,
        block: usize,
        first: usize,
        at: usize,
        tokens: Range<usize>,
        previous: Option<usize>,
        colon: Option<&Report>,
    ) {
        let passage = self.passages[at];
        let holder = self.out[first..].iter().position(|draft| {
            draft
                .report
                .content
                .iter()
                .any(|piece| piece.start < tokens.end && tokens.start < piece.end)
        });
        let open = self.open.take().filter(|_| passage.resumes);
        let draft = if let Some(holder) = holder.map(|holder| first + holder) {
            if let Some(open) = open {
                self.take_up(open, holder);
                open
            } else {
                holder
            }
        } else if let Some(open) = open {
            self.out[open].report.content.push(tokens);
            open
        } else if let Some(previous) = previous.filter(|_| {
            opens_sentence(self.words, tokens.start) && self.is_speech(&passage, &tokens)
        }) {
            self.out[previous].report.content.push(tokens);
            previous
        } else if let Some(report) = colon {
            let report = Report { content: vec![tokens], rule: Rule::QuoteColon, ..report.clone() };
            self.push(block, report)
        } else if self.is_speech(&passage, &tokens) {
            let report = Report {
                cue: 0..0,
                source: None,
                content: vec![tokens],
                strength: 0.4,
                rule: Rule::QuoteUnattributed,
            };
            self.push(block, report)
        } else {
            self.scare.push(Scare {
                span: passage.span,
                confidence: Confidence::new(0.7),
                rule: Rule::ScareShort,
            });
            return;
        };
        if passage.end == End::Carried {
            self.open = Some(draft);
        }
    }

    fn push(&mut self, block: usize, report: Report) -> usize {
        self.out.push(Draft { block, report, speaks: true });
        self.out.len() - 1
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
        quotes.sort_by_key(|quote| quote.content[0]);
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
        let kind = self.kind(&report.content);
        Some(Quote {
            content,
            cue: Some(&report.cue).filter(|cue| !cue.is_empty()).map(span),
            source: report.source.as_ref().map(span),
            speaker: None,
            kind,
            confidence: confidence(report.rule, kind, report.strength),
            rule: report.rule,
        })
    }

    fn kind(&self, content: &[Range<usize>]) -> QuoteKind {
        if content.iter().all(|piece| self.is_passage(piece)) {
            return QuoteKind::Direct;
        }
        let quoted =
            |piece: &Range<usize>| piece.clone().any(|at| self.words.passage(at).is_some());
        if content.iter().any(quoted) { QuoteKind::Mixed } else { QuoteKind::Indirect }
    }
}
