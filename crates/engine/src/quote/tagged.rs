//! [`tagged`]: quotes as the encoder reads them, with the rules' reasons where both agree.
//!
//! The encoder tags sources, cues and contents; [`super::link`] says which belong together. The
//! rules keep what only they see: passages in quotation marks, and whoever spoke last.

use std::ops::Range;

use galley_text::Span;

use super::edges;
use super::hearer;
use super::in_order;
use super::link::{Link, Linker, Roles};
use super::pieces::Pieces;
use super::words::{Tag, Words};
use crate::model::Reading;
use crate::tags::{self, Run};
use crate::{Confidence, Quote, QuoteKind, Rule};

/// The quotes of an article: those that the encoder `read`, put together by `linker`, then what only
/// the rules `found`.
pub(super) fn merge(
    words: &Words,
    found: Vec<Quote>,
    read: &Reading,
    linker: Linker,
) -> Vec<Quote> {
    let mut out: Vec<Draft> = Vec::new();
    let mut loose: Vec<Run> = Vec::new();
    for block in words.article.prose() {
        let runs = tags::runs(read, block);
        let runs: Vec<Run> = runs.into_iter().filter_map(|run| trimmed(words, run)).collect();
        let (drafts, alone) = drafts(words, &runs, linker);
        out.extend(drafts);
        loose.extend(alone);
    }
    let rules = Rules::new(&found);
    loose.extend(out.iter_mut().flat_map(|draft| draft.others(words, &rules)));
    let mut quotes: Vec<Quote> =
        out.into_iter().filter_map(|draft| draft.quote(words, &rules)).collect();
    loose.retain(|run| !is_scrap(words, run));
    attach(words, &mut quotes, &rules, &loose);
    let said = Pieces::contents(&quotes);
    let kept: Vec<Quote> = found.into_iter().filter_map(|rule| left(rule, &said)).collect();
    quotes.extend(kept);
    in_order(&mut quotes);
    quotes
}

/// What the rules found, by where it lies.
struct Rules<'a> {
    found: &'a [Quote],
    cues: Pieces,
    contents: Pieces,
}

impl<'a> Rules<'a> {
    fn new(found: &'a [Quote]) -> Self {
        let cues = found.iter().zip(0..).filter_map(|(rule, at)| Some((rule.cue?, at)));
        Self { found, cues: cues.collect(), contents: Pieces::contents(found) }
    }
}

/// A cue with what was linked to it.
struct Draft {
    cue: Run,
    source: Option<Run>,
    content: Vec<Run>,
}

/// The reports of one paragraph, and the contents that belong to none of its cues.
fn drafts(words: &Words, runs: &[Run], linker: Linker) -> (Vec<Draft>, Vec<Run>) {
    let of = |class| runs.iter().filter(move |run| run.class == class).cloned();
    let (sources, cues): (Vec<Run>, Vec<Run>) = (of(SOURCE).collect(), of(CUE).collect());
    let contents: Vec<Run> = of(CONTENT).collect();
    let roles =
        Roles { cues: ranges(&cues), sources: ranges(&sources), contents: ranges(&contents) };
    let mut drafts: Vec<Draft> = (cues.into_iter())
        .map(|cue| {
            let source = linker(words, &roles, Link::Source, &cue.tokens);
            Draft { source: source.map(|at| sources[at].clone()), cue, content: Vec::new() }
        })
        .collect();
    let mut alone = Vec::new();
    for mut content in contents {
        let at = linker(words, &roles, Link::Content, &content.tokens);
        let cue = at.map(|at| &drafts[at].cue.tokens);
        content.tokens = edges::content(words, cue, content.tokens);
        at.map_or(&mut alone, |at| &mut drafts[at].content).push(content);
    }
    (drafts, alone)
}

fn ranges(runs: &[Run]) -> Vec<Range<usize>> {
    runs.iter().map(|run| run.tokens.clone()).collect()
}

const SOURCE: usize = 0;
const CUE: usize = 1;
const CONTENT: usize = 2;

impl Draft {
    /// Takes out what somebody else said, where anything is left then, and all that nobody did.
    fn others(&mut self, words: &Words, rules: &Rules) -> Vec<Run> {
        if self.is_denied(words) {
            return std::mem::take(&mut self.content);
        }
        let is_others = |run: &Run| is_others(words, rules, &self.cue, run);
        if self.content.len() < 2 || self.content.iter().all(is_others) {
            return Vec::new();
        }
        let (others, own) = self.content.iter().cloned().partition(is_others);
        self.content = own;
        others
    }

    /// "“You can’t land a catch here.” Nobody has claimed it.": the words in quotation marks are somebody's.
    fn is_denied(&self, words: &Words) -> bool {
        let Some(source) = &self.source else { return false };
        let is_nobody = words.is_one_of(source.tokens.start, &["nobody", "none", "no-one"])
            || words.is(source.tokens.start, "no") && words.is(source.tokens.start + 1, "one");
        let is_before = |run: &Run| run.tokens.end <= source.tokens.start;
        let is_marked = |run: &Run| words.passage(run.tokens.start).is_some();
        let mut content = self.content.iter().filter(|run| !is_scrap(words, run));
        is_nobody && content.all(|run| is_before(run) && is_marked(run))
    }

    /// The quote that it makes. None without a content, and none of thoughts that are hardly told of
    /// and nobody's.
    fn quote(self, words: &Words, rules: &Rules) -> Option<Quote> {
        let span = |run: &Run| words.article.span_of(run.tokens.clone());
        let cue = span(&self.cue);
        let same = rules.cues.first_over(cue).map(|at| &rules.found[at]);
        let source = self.source.as_ref().map(span).or_else(|| same.and_then(|rule| rule.source));
        let mut content = self.content;
        content.retain(|run| !is_scrap(words, run));
        // What the rules know for the source is no content: "said people | briefed on the deal".
        let is_source = |run: &Run| source.is_some_and(|source| source.overlaps(span(run)));
        if !content.iter().all(is_source) {
            content.retain(|run| !is_source(run));
        }
        let pieces: Vec<Span> = content.iter().map(span).collect();
        let kind = words.kind(&ranges(&content));
        let is_other = |rule: &Quote| {
            rule.kind == QuoteKind::Direct && !pieces.iter().any(|piece| covers(rule, *piece))
        };
        let weakest = content.iter().map(|run| run.margin).min().unwrap_or(0);
        let margin = self.cue.margin.min(weakest);
        let is_nobodys = source.is_none()
            && same.is_none()
            && kind == QuoteKind::Indirect
            && margin < NOBODYS_MARGIN;
        let words: usize = content.iter().map(|run| run.tokens.len()).sum();
        let is_short = same.is_none() && kind == QuoteKind::Indirect && words <= SHORT;
        if pieces.is_empty() || is_nobodys || is_short || same.is_some_and(is_other) {
            return None;
        }
        Some(Quote {
            content: pieces,
            cue: Some(cue),
            source,
            speakers: Vec::new(),
            inner: Vec::new(),
            kind,
            confidence: confidence(margin, same.is_some()),
            rule: same.map_or(Rule::QuoteRead, |rule| rule.rule),
        })
    }
}

/// Whether `run` stands in another sentence than `cue`, in quotation marks, and the rules see it with a
/// cue of its own: "in the words of Lund, “…”".
fn is_others(words: &Words, rules: &Rules, cue: &Run, run: &Run) -> bool {
    let span = |run: &Run| words.article.span_of(run.tokens.clone());
    let sentence = |run: &Run| words.article.sentence_of(run.tokens.start);
    words.passage(run.tokens.start).is_some()
        && sentence(run) != sentence(cue)
        && (rules.contents.first_over(span(run)))
            .and_then(|at| rules.found[at].cue)
            .is_some_and(|own| !own.overlaps(span(cue)))
}

/// Of indirect quotes of so few words that only the encoder sees fewer than half are right: "voted against | the
/// plan".
const SHORT: usize = 3;

/// An indirect quote for which nobody is named is left out below this margin.
const NOBODYS_MARGIN: i32 = 2000;

/// Whether a content is one word outside quotation marks, what is left of a clause that was cut; or
/// only who was told.
fn is_scrap(words: &Words, run: &Run) -> bool {
    let is_word = run.tokens.len() == 1 && words.passage(run.tokens.start).is_none();
    is_word || hearer::is_all(words, &run.tokens)
}

/// Without the commas and dashes at its ends, which belong to the sentence around it.
fn trimmed(words: &Words, mut run: Run) -> Option<Run> {
    let is_edge =
        |at: usize| matches!(words.tag(at), Tag::Comma | Tag::Dash | Tag::Semicolon | Tag::Colon);
    let (mut start, mut end) = (run.tokens.start, run.tokens.end);
    while start < end && is_edge(end - 1) {
        end -= 1;
    }
    while start < end && is_edge(start) {
        start += 1;
    }
    run.tokens = match run.class {
        SOURCE => edges::source(words, start..end),
        CUE => edges::cue(words, start..end),
        _ => start..end,
    };
    (start < end).then_some(run)
}

/// Gives contents without a cue to the quotes that the rules see them in.
fn attach(words: &Words, quotes: &mut Vec<Quote>, rules: &Rules, loose: &[Run]) {
    let read = Pieces::contents(&*quotes);
    let in_rule = |rule: &Quote| rule.content.iter().flat_map(|piece| read.over(*piece)).min();
    // The quote in which the content of each rule begins to be.
    let mut quote_of: Vec<Option<usize>> = rules.found.iter().map(in_rule).collect();
    for run in loose {
        let span = words.article.span_of(run.tokens.clone());
        let Some(rule) = rules.contents.first_over(span) else {
            quotes.push(nobodys(words, run));
            continue;
        };
        let at = quote_of[rule].unwrap_or(quotes.len());
        match quotes.get_mut(at) {
            Some(quote) => quote.content.push(span),
            None => quotes.push(Quote { content: vec![span], ..rules.found[rule].clone() }),
        }
        for rule in rules.contents.over(span) {
            quote_of[rule] = Some(quote_of[rule].map_or(at, |before| before.min(at)));
        }
    }
    for quote in quotes {
        quote.content.sort_unstable();
    }
}

/// A content that nothing tells the cue or source of.
fn nobodys(words: &Words, run: &Run) -> Quote {
    Quote {
        content: vec![words.article.span_of(run.tokens.clone())],
        cue: None,
        source: None,
        speakers: Vec::new(),
        inner: Vec::new(),
        kind: words.kind(std::slice::from_ref(&run.tokens)),
        confidence: confidence(run.margin / 2, false),
        rule: Rule::QuoteRead,
    }
}

fn covers(quote: &Quote, span: Span) -> bool {
    quote.content.iter().any(|piece| piece.overlaps(span))
}

/// What is left of a quote of the rules that the encoder has nothing of: one in quotation marks, or
/// one that the rules are sure of. Whom "according to" names between a quote and what it led to has
/// said the second ("a plan that, according to Lund, made her laugh").
fn left(mut rule: Quote, said: &Pieces) -> Option<Quote> {
    let is_free = |piece: &Span| said.over(*piece).next().is_none();
    if rule.rule == Rule::QuoteAccordingTo {
        rule.content.retain(is_free);
    }
    let sure = if rule.rule == Rule::QuoteTrailing { SURE_TRAILING } else { SURE };
    let is_sure = rule.kind != QuoteKind::Indirect || rule.confidence.value() >= sure;
    let is_left = !rule.content.is_empty() && rule.content.iter().all(is_free);
    (is_sure && is_left).then_some(rule)
}

/// How sure the rules must be of an indirect quote that the encoder has nothing of.
const SURE: f32 = 0.6;

/// The same where the cue ends the sentence: "The plan has failed, they say."
const SURE_TRAILING: f32 = 0.5;

/// The share of right quotes among those with this margin, as measured on PolNeAR dev.
fn confidence(margin: i32, is_told: bool) -> Confidence {
    let told = if is_told { 0.1 } else { 0.0 };
    let value = match margin {
        ..1000 => 0.5,
        1000..2000 => 0.6,
        2000..3500 => 0.7,
        3500..6000 => 0.8,
        _ => 0.88,
    };
    Confidence::new(value + told)
}
