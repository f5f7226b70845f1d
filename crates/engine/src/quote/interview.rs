//! [`interview`]: turns that stand behind the name of whose they are, or behind "Q" and "A", with the
//! paragraphs that they run on over.
//!
//! It refuses to decide whom "Q" and "A" stand for.

use std::collections::HashSet;
use std::ops::Range;

use galley_text::Span;

use super::clause::trim;
use super::in_order;
use super::voice::{ends_sentence, has_word, is_first_person};
use super::words::{Tag, Words};
use crate::article::Article;
use crate::lexicon::{Classes, classes, speech};
use crate::{Confidence, Quote, Rule};

/// The most words of a label: "Dr. Anna Maria Lund:".
const LONGEST: usize = 5;

/// How sure a turn is. Not counted on any set: none has interviews.
const SURE: f32 = 0.8;

/// The same of one that runs on over paragraphs without a label.
const SURE_ON: f32 = 0.7;

/// How many turns back a label is looked for that comes again.
const PARTIES: usize = 8;

/// The most paragraphs of one turn: more are no answer but an article between two labels.
const MOST: usize = 12;

/// Whose turn it is, where the label is no name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// Whoever asks.
    Asks,
    /// Whoever is asked.
    Answers,
}

impl Part {
    /// What `label` says, if it is no name.
    pub(crate) fn of(label: &str) -> Option<Self> {
        match fold(label).trim_end_matches('.') {
            "q" | "question" | "interviewer" => Some(Self::Asks),
            "a" | "answer" | "interviewee" => Some(Self::Answers),
            _ => None,
        }
    }
}

/// Puts the turns of an interview in the place of what else was found in them. One paragraph with a
/// label makes none, since "Voss: Talks Will Go On" is a headline; nor do those of a list, which end
/// like no sentence: "Ana Ruiz: The Queen".
pub(super) fn interview(words: &Words, blocks: &[Range<usize>], quotes: Vec<Quote>) -> Vec<Quote> {
    let mut labels = labels(words, blocks);
    if labels.len() < 2 {
        return quotes;
    }
    let named = named(words.article, &labels);
    labels.retain(|label| {
        let last = words.article.word(label.tokens.end - 1);
        // "Lund: 547." is a count of votes.
        let rest = label.end()..blocks[label.block].end;
        (rest.is_empty() || has_word(words, &rest))
            && (Part::of(last).is_some()
                || classes(last).meets(Classes::PERSON)
                || named.contains(&*fold(last)))
    });
    let is_list = !labels.iter().any(|label| ends_sentence(words, &blocks[label.block]));
    let turns = turns(words, blocks, &labels);
    if is_list || turns.len() < 2 { quotes } else { in_place(quotes, turns) }
}

/// `quotes` with `turns`, which are in order, in the place of those that share words with them.
pub(super) fn in_place(mut quotes: Vec<Quote>, turns: Vec<Quote>) -> Vec<Quote> {
    if turns.is_empty() {
        return quotes;
    }
    let taken: Vec<Span> = turns.iter().flat_map(|turn| turn.content.clone()).collect();
    let is_taken = |piece: &Span| {
        let from = taken.partition_point(|it| it.end() <= piece.start());
        taken.get(from).is_some_and(|it| it.overlaps(*piece))
    };
    quotes.retain(|quote| !quote.content.iter().any(is_taken));
    quotes.extend(turns);
    in_order(&mut quotes);
    quotes
}

/// What stands before a turn.
struct Label {
    /// Which paragraph it opens.
    block: usize,
    tokens: Range<usize>,
    /// The colon behind it, if it has one.
    colon: Option<usize>,
}

impl Label {
    /// Where the words behind it begin.
    fn end(&self) -> usize {
        self.colon.map_or(self.tokens.end, |colon| colon + 1)
    }
}

/// The paragraphs that open with a label, in order. A letter with a stop is one where a "Q." is among
/// them: else "A. Lund" is somebody's name.
fn labels(words: &Words, blocks: &[Range<usize>]) -> Vec<Label> {
    let opens = |block: &Range<usize>, letter: &str| words.article.word(block.start) == letter;
    let has_dots = blocks.iter().any(|block| opens(block, "Q."));
    let label = |(block, tokens): (usize, &Range<usize>)| {
        let (start, colon) = (tokens.start, colon(words, tokens));
        let is_dotted = has_dots && (opens(tokens, "Q.") || opens(tokens, "A."));
        let end = colon.or(is_dotted.then_some(start + 1))?;
        Some(Label { block, tokens: start..end, colon })
    };
    blocks.iter().enumerate().filter_map(label).collect()
}

/// The colon behind the capitalised words that open a block.
fn colon(words: &Words, block: &Range<usize>) -> Option<usize> {
    let word = |at: usize| words.article.word(at);
    let most = block.end.min(block.start + LONGEST + 1);
    let colon = (block.start..most).find(|at| word(*at) == ":")?;
    let is_capital = |at: usize| word(at).starts_with(char::is_uppercase);
    let fits = |at: usize| is_capital(at) || classes(word(at)).meets(Classes::PARTICLE);
    let is_name = colon > block.start
        && is_capital(block.start)
        && !speech::is_reporting(&fold(word(block.start)))
        && is_capital(colon - 1)
        && (block.start..colon).all(fits);
    is_name.then_some(colon)
}

/// The words in small letters that are capitalised where they open no sentence: names, for the most
/// part. Labels do not count.
fn named(article: &Article, labels: &[Label]) -> HashSet<String> {
    let mut labels = labels.iter().peekable();
    let inner = article.sentences.iter().flat_map(|one| one.tokens.clone().skip(1));
    inner
        .filter(|at| {
            while labels.next_if(|label| label.tokens.end <= *at).is_some() {}
            labels.peek().is_none_or(|label| *at < label.tokens.start)
        })
        .map(|at| article.word(at))
        .filter(|word| word.starts_with(char::is_uppercase))
        .map(fold)
        .collect()
}

fn fold(word: &str) -> String {
    word.to_lowercase()
}

/// What stands behind each label, as words of whom it names.
fn turns(words: &Words, blocks: &[Range<usize>], labels: &[Label]) -> Vec<Quote> {
    let is_talk = is_talk(words, labels);
    let end = |at: usize| labels.get(at + 1).map_or(blocks.len(), |next| next.block);
    let turn = |(at, label): (usize, &Label)| {
        let between = &blocks[label.block + 1..end(at)];
        let first = trim(words, label.end()..blocks[label.block].end);
        // The first paragraph is the headline.
        let rest = match (is_talk && label.block > 0) || first.is_none() {
            true => runs_on(words, between, first.is_none(), at + 1 == labels.len()),
            false => 0,
        };
        let rest = between[..rest].iter().filter_map(|block| trim(words, block.clone()));
        quote(words, label, first.into_iter().chain(rest).collect())
    };
    labels.iter().enumerate().filter_map(turn).collect()
}

/// Whether the labels are of people who talk by turns: one comes again, or a question is asked.
fn is_talk(words: &Words, labels: &[Label]) -> bool {
    let label = |label: &Label| words.article.span_of(label.tokens.clone()).of(words.article.text);
    let comes_again = |(at, it): (usize, &Label)| {
        labels[at.saturating_sub(PARTIES)..at].iter().any(|earlier| label(earlier) == label(it))
    };
    labels.iter().any(|it| Part::of(label(it)).is_some())
        || labels.iter().enumerate().any(comes_again)
}

/// How many of the paragraphs behind a turn go on with it. Stage directions in brackets do not. Behind the last one of all only those that
/// "I" or "we" write, since the article may go on; `is_alone` says that the label has its line to itself.
fn runs_on(words: &Words, between: &[Range<usize>], is_alone: bool, is_last: bool) -> usize {
    let goes_on = |(at, block): &(usize, &Range<usize>)| {
        (is_alone && *at == 0)
            || (ends_sentence(words, block)
                && has_word(words, block)
                && words.tag(block.start) != Tag::Open
                && (!is_last || is_first_person(words, block)))
    };
    let count = between.iter().enumerate().take(MOST + 1).take_while(goes_on).count();
    if count > MOST { usize::from(is_alone) } else { count }
}

fn quote(words: &Words, label: &Label, content: Vec<Range<usize>>) -> Option<Quote> {
    let article = words.article;
    if content.is_empty() {
        return None;
    }
    Some(Quote {
        cue: label.colon.map(|at| article.span_of(at..at + 1)),
        source: Some(article.span_of(label.tokens.clone())),
        speakers: Vec::new(),
        inner: Vec::new(),
        kind: words.kind(&content),
        confidence: Confidence::new(if content.len() > 1 { SURE_ON } else { SURE }),
        content: content.into_iter().map(|piece| article.span_of(piece)).collect(),
        rule: Rule::QuoteTurn,
    })
}
