//! [`interview`]: answers that stand behind the name of who gives them, paragraph by paragraph, and
//! questions behind a "Q".

use std::collections::HashSet;
use std::ops::Range;

use super::clause::trim;
use super::words::Words;
use crate::article::Article;
use crate::lexicon::{Classes, classes};
use crate::{Confidence, Quote, Rule};

/// The most words of a label: "Dr. Anna Maria Lund:".
const LONGEST: usize = 5;

/// How sure a turn is. Not counted on any set: none has interviews.
const SURE: f32 = 0.8;

/// Puts the turns of an interview in the place of what else was found in them. One paragraph with a
/// label makes none: "Voss: Talks Will Go On" is a headline.
pub(super) fn interview(words: &Words, quotes: Vec<Quote>) -> Vec<Quote> {
    let blocks = words.article.prose();
    let labels = blocks.iter().filter_map(|block| Some((block, label(words, block)?)));
    let labels: Vec<(&Range<usize>, Range<usize>)> = labels.collect();
    let named = named(words.article, &labels);
    let is_speaker = |label: &Range<usize>| {
        let last = words.article.word(label.end - 1);
        is_letter(last) || classes(last).meets(Classes::PERSON) || named.contains(&*fold(last))
    };
    let turns: Vec<Quote> = (labels.iter())
        .filter(|(_, label)| is_speaker(label))
        .filter_map(|(block, label)| turn(words, block, label))
        .collect();
    if turns.len() < 2 {
        return quotes;
    }
    let is_outside = |quote: &Quote| {
        let overlaps = |turn: &Quote| quote.content.iter().any(|it| it.overlaps(turn.content[0]));
        !turns.iter().any(overlaps)
    };
    let mut out: Vec<Quote> = quotes.into_iter().filter(is_outside).collect();
    out.extend(turns);
    out.sort_by_key(|quote| quote.content[0]);
    out
}

/// The capitalised words before a colon that open a block.
fn label(words: &Words, block: &Range<usize>) -> Option<Range<usize>> {
    let word = |at: usize| words.article.word(at);
    let most = block.end.min(block.start + LONGEST + 1);
    let colon = (block.start..most).find(|at| word(*at) == ":")?;
    let opens = |at: usize| word(at).starts_with(char::is_uppercase);
    let is_name = colon > block.start && (block.start..colon).all(opens);
    is_name.then_some(block.start..colon)
}

/// "Q" and "A", and the words they stand for.
fn is_letter(word: &str) -> bool {
    matches!(&*fold(word), "q" | "a" | "question" | "answer")
}

/// The words in small letters that are capitalised where they open no sentence: names, for the most
/// part. Labels do not count.
fn named(article: &Article, labels: &[(&Range<usize>, Range<usize>)]) -> HashSet<String> {
    if labels.len() < 2 {
        return HashSet::new();
    }
    let inner = article.sentences.iter().flat_map(|one| one.tokens.clone().skip(1));
    inner
        .filter(|at| !labels.iter().any(|(_, label)| label.contains(at)))
        .map(|at| article.word(at))
        .filter(|word| word.starts_with(char::is_uppercase))
        .map(fold)
        .collect()
}

fn fold(word: &str) -> String {
    word.to_lowercase()
}

/// What stands behind a label, as words of whom it names.
fn turn(words: &Words, block: &Range<usize>, label: &Range<usize>) -> Option<Quote> {
    let article = words.article;
    let content = trim(words, label.end + 1..block.end)?;
    let kind = words.kind(std::slice::from_ref(&content));
    Some(Quote {
        content: vec![article.span_of(content)],
        cue: Some(article.span_of(label.end..label.end + 1)),
        source: Some(article.span_of(label.clone())),
        speaker: None,
        kind,
        confidence: Confidence::new(SURE),
        rule: Rule::QuoteColon,
    })
}
