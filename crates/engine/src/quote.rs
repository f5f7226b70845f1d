//! [`quotes`]: what somebody said, wrote or thought, with cue and source.
//!
//! [`marks`] pairs quotation marks into passages, [`words`] tells what each token can be, [`report`]
//! finds cue, source and content sentence by sentence. What remains in quotation marks goes on with
//! the quote before it, stands alone, or is not speech at all ([`Scare`]).
//!
//! It refuses to decide whom a source stands for.

#[cfg(feature = "ablation")]
mod ablation;
mod clause;
mod cue;
mod edges;
mod gather;
mod hearer;
mod interview;
mod link;
mod marked;
mod marks;
mod phrase;
mod report;
mod source;
mod tagged;
mod words;

use std::ops::Range;

use galley_text::Span;

use crate::article::Article;
use crate::model::Reading;
use crate::{Confidence, Quote, Scare};
#[cfg(feature = "ablation")]
pub use ablation::Steps;
use gather::gather;
pub(crate) use hearer::hearer;
use interview::interview;
use link::{Linker, link};
use marked::is_attribution;
use marks::{End, passages};
pub(crate) use words::{Tag, Words};

/// The quotes of `article` in order, without their speakers, and the passages that are no quotes.
pub(crate) fn quotes(article: &Article) -> (Vec<Quote>, Vec<Scare>) {
    let passages = passages(article.text, &article.blocks);
    let words = Words::read(article, &passages);
    let (quotes, scare) = gather(&words, &passages, &frames(&words));
    (interview(&words, quotes), scare)
}

/// Makes the quotes of an article from those that the rules found and from what the encoder read,
/// where there is one.
pub(crate) type Quoting = fn(&Article, Vec<Quote>, Option<&Reading>) -> Vec<Quote>;

/// The quotes of `article` by all that is known: where there is an encoder, it has the last word.
pub(crate) fn decided(article: &Article, found: Vec<Quote>, read: Option<&Reading>) -> Vec<Quote> {
    let mut quotes = match read {
        Some(read) => tagged(article, found, read, link),
        None => found,
    };
    doubt_unmarked(article, &mut quotes);
    quotes
}

/// How sure a quote can be at most that lacks a mark, so that the page asks.
const UNMARKED: f32 = 0.55;

/// Makes those of `quotes` less sure whose passage lacks a quotation mark: where it begins or ends is
/// a guess.
fn doubt_unmarked(article: &Article, quotes: &mut [Quote]) {
    let mut unmarked = passages(article.text, &article.blocks);
    unmarked.retain(|passage| passage.depth == 0 && passage.end == End::Missing);
    let lacks_mark = |piece: &Span| {
        let from = unmarked.partition_point(|passage| passage.span.end() <= piece.start());
        unmarked.get(from).is_some_and(|passage| passage.span.overlaps(*piece))
    };
    for quote in quotes.iter_mut().filter(|quote| quote.content.iter().any(lacks_mark)) {
        quote.confidence = Confidence::new(quote.confidence.value().min(UNMARKED));
    }
}

/// Drops those of `scare` that a quote's content has words of: they are said.
pub(crate) fn keep_unsaid(scare: &mut Vec<Scare>, quotes: &[Quote]) {
    let mut said: Vec<Span> = quotes.iter().flat_map(|quote| quote.content.clone()).collect();
    said.sort_unstable();
    // How far any content up to each reaches.
    let mut reach = 0;
    let reaches: Vec<usize> = said
        .iter()
        .map(|piece| {
            reach = piece.end().max(reach);
            reach
        })
        .collect();
    scare.retain(|one| {
        let before = said.partition_point(|piece| piece.start() < one.span.end());
        before == 0 || reaches[before - 1] <= one.span.start()
    });
}

fn tagged(article: &Article, found: Vec<Quote>, read: &Reading, linker: Linker) -> Vec<Quote> {
    let words = Words::read(article, &passages(article.text, &article.blocks));
    let quotes = tagged::merge(&words, found, read, linker);
    interview(&words, quotes)
}

/// The part of each token in its sentence, for the encoder.
pub(crate) struct Parts<'a>(Words<'a>);

/// Reads the parts of every token of `article`.
pub(crate) fn parts<'a>(article: &'a Article<'a>) -> Parts<'a> {
    Parts(Words::read(article, &passages(article.text, &article.blocks)))
}

impl Parts<'_> {
    /// The part of token `at`, as a number below 32.
    pub(crate) fn part(&self, at: usize) -> u16 {
        self.0.tag(at) as u16
    }

    /// Whether token `at` lies in quotation marks.
    pub(crate) fn is_quoted(&self, at: usize) -> bool {
        self.0.passage(at).is_some()
    }
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
