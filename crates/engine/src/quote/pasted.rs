//! [`pasted`]: block quotes and lists without quotation marks, behind a line that says whose they are and
//! ends with a colon: "Lund said in a statement:".
//!
//! A list ends with its last item. A block quote is one paragraph, and goes on to the last in which "I" or
//! "we" write; it ends at the latest with a paragraph that says again who says something and does not open
//! with "I" or "we".

use std::ops::Range;

use galley_text::Span;

use super::clause::trim;
use super::cue::{Cue, Form, cues};
use super::interview::in_place;
use super::marked::is_bullet;
use super::source::subject;
use super::voice::{ends_sentence, is_first_person, opens_in_first_person};
use super::words::{Tag, Words};
use crate::lexicon::speech;
use crate::{Confidence, Quote, Rule};

/// How sure a pasted quote is, so that the page asks: where it ends is a guess.
const SURE: f32 = 0.55;

/// The most paragraphs of a block quote.
const MOST: usize = 12;

/// The most items of a list.
const MOST_ITEMS: usize = 40;

/// Verbs that lead to a text or a list as those of speech do.
const LEADING: &[&str] = &[
    "demanded",
    "demands",
    "listed",
    "lists",
    "pledged",
    "pledges",
    "posted",
    "posts",
    "promised",
    "promises",
    "proposed",
    "proposes",
    "published",
    "read",
    "reads",
    "vowed",
    "vows",
];

/// Puts what is pasted behind a colon in the place of what else was found there. `blocks` are the
/// paragraphs of the article.
pub(super) fn pasted(words: &Words, blocks: &[Range<usize>], quotes: Vec<Quote>) -> Vec<Quote> {
    let ends = |block: &Range<usize>| words.article.word(block.end - 1) == ":";
    if !blocks.iter().any(ends) {
        return quotes;
    }
    let mut gone: Vec<usize> = Vec::new();
    let mut out: Vec<Quote> = Vec::new();
    // Where the last one ends: none lies in another.
    let mut floor = 0;
    for (at, block) in blocks.iter().enumerate().filter(|(_, block)| ends(block)) {
        if block.start < floor {
            continue;
        }
        let Some((cue, source)) = introduction(words, block) else { continue };
        let behind = &blocks[at + 1..];
        let cue = words.article.span_of(cue);
        let earlier = by_cue(&quotes, words.article.span_of(block.clone()), cue);
        let begun = earlier.iter().find_map(|quote| begun(words, &quotes[*quote], block.end - 1));
        // "Lund noted that nobody came:" has said it, and what follows may be the article's own.
        let prose = || letter(words, behind, &quotes).filter(|_| begun.is_none());
        let Some(pasted) = list(words, behind).or_else(prose) else { continue };
        gone.extend(&earlier);
        floor = pasted.last().map_or(floor, |piece| piece.end);
        let content: Vec<Range<usize>> = begun.into_iter().chain(pasted).collect();
        out.push(Quote {
            kind: words.kind(&content),
            content: content.into_iter().map(|piece| words.article.span_of(piece)).collect(),
            cue: Some(cue),
            source: Some(words.article.span_of(source)),
            speakers: Vec::new(),
            inner: Vec::new(),
            confidence: Confidence::new(SURE),
            rule: Rule::QuotePasted,
        });
    }
    in_place(without(quotes, &gone), out)
}

/// `quotes` without those at the places `gone`, which are in order.
fn without(mut quotes: Vec<Quote>, gone: &[usize]) -> Vec<Quote> {
    let mut at = 0..;
    quotes.retain(|_| at.next().is_none_or(|at| gone.binary_search(&at).is_err()));
    quotes
}

/// How many quotes near a line are looked at.
const NEAR: usize = 40;

/// Those of `quotes`, which are in order, with their cue in `span`, as indices; their content stands in
/// `block`.
fn by_cue(quotes: &[Quote], block: Span, span: Span) -> Vec<usize> {
    let from = quotes.partition_point(|quote| quote.content[0].end() <= block.start());
    let near = quotes.iter().enumerate().skip(from).take(NEAR);
    let near = near.take_while(|(_, quote)| quote.content[0].start() < block.end());
    let has_cue = |quote: &Quote| quote.cue.is_some_and(|cue| cue.overlaps(span));
    near.filter(|(_, quote)| has_cue(quote)).map(|(at, _)| at).collect()
}

/// The cue and the source of the sentence that ends `block` with a colon, if it leads to what somebody
/// says or wrote.
fn introduction(words: &Words, block: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let colon = block.end - 1;
    let start = words.article.sentences[words.article.sentence_of(colon)].tokens.start;
    let leads = |at: usize| {
        let word = words.article.word(at);
        speech::is_reporting(word) || LEADING.contains(&word)
    };
    let is_cue = |cue: &Cue| cue.form == Form::Finite && leads(cue.head);
    let cue = cues(words, start..colon).into_iter().rfind(is_cue).map(|cue| cue.tokens);
    let is_verb = |at: usize| words.tag(at) == Tag::Verb && words.passage(at).is_none();
    let verb = || (start..colon).rfind(|at| is_verb(*at) && leads(*at)).map(|at| at..at + 1);
    let cue = cue.or_else(verb)?;
    let source = subject(words, start, cue.start)?;
    Some((cue, source))
}

/// The items of the list that `behind` opens with, without their bullets.
fn list(words: &Words, behind: &[Range<usize>]) -> Option<Vec<Range<usize>>> {
    let items = behind.iter().take(MOST_ITEMS).map_while(|block| item(words, block));
    let items: Vec<Range<usize>> = items.collect();
    (items.len() > 1).then_some(items)
}

/// What stands behind the bullet or the number that opens `block`; nothing in quotation marks, which
/// tell themselves where they end.
fn item(words: &Words, block: &Range<usize>) -> Option<Range<usize>> {
    let start = block.start;
    let is_numbered =
        words.tag(start) == Tag::Number && matches!(words.article.word(start + 1), "." | ")");
    let first = match is_numbered {
        true => start + 2,
        false => is_bullet(words.article.word(start)).then_some(start + 1)?,
    };
    trim(words, first..block.end).filter(|item| words.passage(item.start).is_none())
}

/// The paragraphs of the block quote that `behind` opens with.
fn letter(words: &Words, behind: &[Range<usize>], quotes: &[Quote]) -> Option<Vec<Range<usize>>> {
    let reports = |block: &Range<usize>| {
        let block = words.article.span_of(block.clone());
        let inside = by_cue(quotes, block, block);
        inside.iter().filter_map(|at| quotes[*at].source).any(|source| {
            let source = words.article.tokens_in(source);
            !is_first_person(words, &source)
        })
    };
    // "I welcome the report, which found that …" is all theirs.
    let is_theirs = |block: &Range<usize>| opens_in_first_person(words, block) || !reports(block);
    let is_plain = |block: &&Range<usize>| {
        words.passage(block.start).is_none()
            && !is_bullet(words.article.word(block.start))
            && words.article.word(block.end - 1) != ":"
            && is_theirs(block)
    };
    let mut all: Vec<Range<usize>> =
        behind.iter().take(MOST).take_while(is_plain).cloned().collect();
    // What stands between two paragraphs that "I" or "we" write is theirs, too.
    let last = all.iter().rposition(|block| is_first_person(words, block)).unwrap_or(0);
    all.truncate(last + 1);
    let is_prose = all.iter().take(2).any(|block| ends_sentence(words, block));
    let pieces = all.into_iter().filter_map(|block| trim(words, block));
    is_prose.then(|| pieces.collect()).filter(|pieces: &Vec<_>| !pieces.is_empty())
}

/// The piece of `quote` that ends at the colon and is not only how or to whom it was said.
fn begun(words: &Words, quote: &Quote, colon: usize) -> Option<Range<usize>> {
    let piece = words.article.tokens_in(*quote.content.last()?);
    let is_how = matches!(words.tag(piece.start), Tag::Preposition | Tag::To | Tag::Gerund);
    (piece.end == colon && !is_how).then_some(piece)
}
