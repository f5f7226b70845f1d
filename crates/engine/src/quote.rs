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
mod inner;
mod interview;
mod link;
mod marked;
mod marks;
mod pasted;
mod phrase;
mod pieces;
mod report;
mod source;
mod tagged;
mod voice;
mod words;
mod works;

use std::ops::Range;

use galley_text::Span;

use crate::model::Reading;
use crate::{Confidence, Mention, MentionKind, Quote, Rule, Scare};
#[cfg(feature = "ablation")]
pub use ablation::Steps;
use gather::gather;
pub(crate) use hearer::hearer;
pub(crate) use interview::Part;
use interview::interview;
use link::{Linker, link};
use marked::is_attribution;
use marks::{End, Passage};
use pasted::pasted;
use pieces::Pieces;
pub(crate) use words::{Tag, Words};
pub(crate) use works::set_aside;

/// The quotes of an article in order, without their speakers, and the passages that are no quotes.
pub(crate) fn quotes(words: &Words) -> (Vec<Quote>, Vec<Scare>) {
    let (quotes, scare) = gather(words, &frames(words));
    (beyond_marks(words, quotes), scare)
}

/// `quotes` with what paragraphs say of each other in their place: block quotes, lists and interviews.
fn beyond_marks(words: &Words, quotes: Vec<Quote>) -> Vec<Quote> {
    let blocks = words.article.prose();
    interview(words, &blocks, pasted(words, &blocks, quotes))
}

/// Puts quotes in the order of the text. One sort for all: each closure would bring its own code.
fn in_order(quotes: &mut [Quote]) {
    quotes.sort_by_key(|quote| quote.content[0]);
}

/// Makes the quotes of an article from those that the rules found and from what the encoder read,
/// where there is one.
pub(crate) type Quoting = fn(&Words, Vec<Quote>, Option<&Reading>) -> Vec<Quote>;

/// The quotes of an article by all that is known: where there is an encoder, it has the last word.
pub(crate) fn decided(words: &Words, found: Vec<Quote>, read: Option<&Reading>) -> Vec<Quote> {
    let mut quotes = match read {
        Some(read) => tagged(words, found, read, link),
        None => found,
    };
    doubt_unmarked(words, &mut quotes);
    inner::inner(words, &mut quotes);
    quotes
}

/// How sure a quote can be at most that lacks a mark, so that the page asks.
const UNMARKED: f32 = 0.55;

/// Makes those of `quotes` less sure whose passage lacks a quotation mark: where it begins or ends is
/// a guess.
fn doubt_unmarked(words: &Words, quotes: &mut [Quote]) {
    let lacks_end = |passage: &&Passage| passage.depth == 0 && passage.end == End::Missing;
    let unmarked: Vec<&Passage> = words.passages.iter().filter(lacks_end).collect();
    let lacks_mark = |piece: &Span| {
        let from = unmarked.partition_point(|passage| passage.span.end() <= piece.start());
        unmarked.get(from).is_some_and(|passage| passage.span.overlaps(*piece))
    };
    for quote in quotes.iter_mut().filter(|quote| quote.content.iter().any(lacks_mark)) {
        quote.confidence = Confidence::new(quote.confidence.value().min(UNMARKED));
        if !matches!(quote.rule, Rule::QuoteTurn | Rule::QuotePasted) {
            quote.rule = Rule::QuoteUnmarked;
        }
    }
}

/// Drops those of `scare` that a quote's content has words of: they are said.
pub(crate) fn keep_unsaid(scare: &mut Vec<Scare>, quotes: &[Quote]) {
    let said = Pieces::contents(quotes);
    scare.retain(|one| said.over(one.span).next().is_none());
}

/// Drops those of `scare` that stand inside a person's name: "Richard “Tex” Coe". Both are in order.
pub(crate) fn keep_unnamed(scare: &mut Vec<Scare>, mentions: &[Mention]) {
    scare.retain(|one| {
        let at = mentions.partition_point(|mention| mention.span.end() <= one.span.start());
        let around = mentions.get(at).filter(|it| it.kind == MentionKind::Person);
        around.is_none_or(|it| it.span.cover(one.span) != it.span)
    });
}

fn tagged(words: &Words, found: Vec<Quote>, read: &Reading, linker: Linker) -> Vec<Quote> {
    beyond_marks(words, tagged::merge(words, found, read, linker))
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
