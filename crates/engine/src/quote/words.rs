//! [`Words`]: every token with its part in the sentence, as far as word lists and neighbours tell.
//!
//! A parser's place is held by closed word classes, a table of what English words can be, and the
//! word before. It refuses to build trees.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::marks::{Passage, passages};
use crate::QuoteKind;
use crate::article::Article;
use crate::token::TokenKind;

/// What a word is in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tag {
    Noun,
    Name,
    Number,
    /// I, he, she: what can only be a subject. "it" and "you" too.
    Subject,
    /// him, them.
    Object,
    /// who, which.
    Relative,
    /// whether, how, what, why.
    Question,
    That,
    Determiner,
    /// my, their.
    Possessive,
    /// 's
    Genitive,
    /// be, have, do, can, will.
    Auxiliary,
    Adverb,
    Adjective,
    Preposition,
    To,
    Conjunction,
    /// because, while, after.
    Subordinator,
    /// A verb with a subject: said, says, say.
    Verb,
    Gerund,
    Participle,
    Comma,
    Stop,
    Colon,
    Semicolon,
    Dash,
    Open,
    Close,
    /// A quotation mark that bounds a passage.
    Mark,
    Other,
}

/// One token and its part.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    pub(crate) tag: Tag,
    /// The outermost passage it lies in, as an index.
    pub(crate) passage: Option<u32>,
}

/// The tokens of an article with their parts; indices are those of the article's tokens.
pub(crate) struct Words<'a> {
    pub(crate) article: &'a Article<'a>,
    /// What stands in quotation marks, in order.
    pub(super) passages: Vec<Passage>,
    list: Vec<Word>,
}

impl<'a> Words<'a> {
    /// Reads every token.
    pub(crate) fn read(article: &'a Article<'a>) -> Self {
        let passages = passages(article.text, &article.blocks);
        let mut list: Vec<Word> = Vec::with_capacity(article.tokens.len());
        let mut lower = String::new();
        let mut at = 0;
        let titles = titles(article);
        for index in 0..article.tokens.len() {
            let span = article.tokens[index].span;
            while passages.get(at).is_some_and(|p| p.depth > 0 || p.span.end() <= span.start()) {
                at += 1;
            }
            let passage = passages.get(at).filter(|p| p.span.overlaps(span)).map(|_| at as u32);
            lower.clear();
            lower.extend(article.word(index).chars().flat_map(char::to_lowercase));
            let before = list.last().map_or(Tag::Stop, |word| word.tag);
            let title = titles[article.sentence_of(index)];
            let tag = tag(article, index, &lower, before, title);
            // Of two verbs side by side the first is a noun if it can be: "the report stated".
            if let Some(last) = list.last_mut()
                && last.tag == Tag::Verb
                && matches!(tag, Tag::Verb | Tag::Auxiliary)
                && TAGS.get(article.word(index - 1)).is_some_and(|kinds| kinds.contains('N'))
            {
                last.tag = Tag::Noun;
            }
            list.push(Word { tag, passage });
        }
        Self { article, passages, list }
    }

    /// The part of token `index`; a stop past either end.
    pub(crate) fn tag(&self, index: usize) -> Tag {
        self.list.get(index).map_or(Tag::Stop, |word| word.tag)
    }

    /// Whether a piece is one passage from mark to mark, or a part of one.
    pub(super) fn is_passage(&self, piece: &Range<usize>) -> bool {
        let passage = self.passage(piece.start);
        passage.is_some() && self.passage(piece.end - 1) == passage
    }

    /// How much of the pieces stands in quotation marks.
    pub(super) fn kind(&self, content: &[Range<usize>]) -> QuoteKind {
        if content.iter().all(|piece| self.is_passage(piece)) {
            return QuoteKind::Direct;
        }
        let quoted = |piece: &Range<usize>| piece.clone().any(|at| self.passage(at).is_some());
        if content.iter().any(quoted) { QuoteKind::Mixed } else { QuoteKind::Indirect }
    }

    /// The outermost passage that token `index` lies in.
    pub(crate) fn passage(&self, index: usize) -> Option<u32> {
        self.list.get(index).and_then(|word| word.passage)
    }

    /// The outermost passages among `tokens`, each by its own tokens there.
    pub(crate) fn passages_in(&self, tokens: &Range<usize>) -> Vec<Range<usize>> {
        let mut out: Vec<Range<usize>> = Vec::new();
        for at in tokens.clone().filter(|at| self.passage(*at).is_some()) {
            match out.last_mut() {
                Some(last) if last.end == at && self.passage(last.start) == self.passage(at) => {
                    last.end = at + 1;
                }
                _ => out.push(at..at + 1),
            }
        }
        out
    }

    /// Whether token `index` is `word`, whatever its capitals.
    pub(crate) fn is(&self, index: usize, word: &str) -> bool {
        self.article.word(index).eq_ignore_ascii_case(word)
    }

    /// Whether token `index` is one of `words`, whatever its capitals.
    pub(crate) fn is_one_of(&self, index: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(index, word))
    }
}

/// What each listed word can be, commonest first.
static TAGS: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    include_str!("data/tags.txt").lines().filter_map(|line| line.split_once(' ')).collect()
});

/// Which sentences are set as titles, nearly every word with a capital.
fn titles(article: &Article) -> Vec<bool> {
    let is_title = |tokens: Range<usize>| {
        let long = tokens.map(|at| article.word(at)).filter(|word| word.chars().count() > 3);
        let (mut capitals, mut all) = (0, 0);
        for word in long.filter(|word| word.starts_with(char::is_alphabetic)) {
            all += 1;
            capitals += usize::from(word.starts_with(char::is_uppercase));
        }
        all >= 3 && capitals * 5 >= all * 4
    };
    article.sentences.iter().map(|sentence| is_title(sentence.tokens.clone())).collect()
}

fn tag(article: &Article, index: usize, lower: &str, before: Tag, title: bool) -> Tag {
    match article.tokens[index].kind {
        TokenKind::Number => return Tag::Number,
        TokenKind::Possessive => return Tag::Genitive,
        TokenKind::QuoteMark => return Tag::Mark,
        TokenKind::Punctuation => return punctuation(lower),
        TokenKind::Symbol | TokenKind::Address => return Tag::Other,
        TokenKind::Word => {}
    }
    let word = article.word(index);
    let capital = word.starts_with(char::is_uppercase);
    let opens_sentence = matches!(before, Tag::Stop | Tag::Mark | Tag::Colon);
    // "Theresa May said"
    let is_name = capital && before == Tag::Name && matches!(lower, "may" | "will");
    if capital && lower == "united" {
        return Tag::Name;
    }
    let name_follows = article.word(index + 1).starts_with(char::is_uppercase);
    // "US" is not "us", "WHO" is not "who".
    let is_acronym = word.len() > 1 && !title && word.chars().all(|c| c.is_ascii_uppercase());
    if let Some(tag) = closed(lower).filter(|_| !is_name && !is_acronym) {
        return tag;
    }
    let kinds = TAGS.get(lower).copied().unwrap_or_else(|| by_ending(lower));
    let verb = title && TAGS.get(lower).is_some_and(|kinds| kinds.starts_with(['d', 'z', 'b']));
    let plain =
        opens_sentence && kinds != "N" && !(name_follows && kinds.starts_with(['j', 'r', 'N']));
    if capital && !verb && !plain {
        return Tag::Name;
    }
    in_context(kinds, before)
}

fn punctuation(mark: &str) -> Tag {
    match mark {
        "," | "，" | "、" => Tag::Comma,
        "." | "!" | "?" | "…" | "。" | "！" | "？" | "..." => Tag::Stop,
        ":" | "：" => Tag::Colon,
        ";" | "；" => Tag::Semicolon,
        "(" | "[" | "{" | "（" => Tag::Open,
        ")" | "]" | "}" | "）" => Tag::Close,
        "-" | "--" | "---" | "–" | "—" | "―" => Tag::Dash,
        _ => Tag::Other,
    }
}

fn closed(lower: &str) -> Option<Tag> {
    Some(match lower {
        "that" => Tag::That,
        "to" => Tag::To,
        "i" | "he" | "she" | "we" | "they" | "it" | "you" | "there" | "he’s" | "he's" | "she’s"
        | "she's" | "it’s" | "it's" | "i’m" | "i'm" | "they’re" | "they're" | "we’re" | "we're"
        | "he’d" | "he'd" | "she’d" | "she'd" | "i’ve" | "i've" | "we’ve" | "we've" => {
            Tag::Subject
        }
        "him" | "them" | "us" | "me" | "himself" | "herself" | "themselves" | "itself" => {
            Tag::Object
        }
        "who" | "which" | "whom" | "whose" => Tag::Relative,
        "whether" | "how" | "what" | "why" | "if" => Tag::Question,
        "a" | "an" | "the" | "this" | "these" | "those" | "some" | "any" | "no" | "every"
        | "each" | "another" | "many" | "several" | "few" | "both" | "all" | "most" | "such" => {
            Tag::Determiner
        }
        "my" | "your" | "his" | "her" | "its" | "our" | "their" => Tag::Possessive,
        "is" | "are" | "was" | "were" | "be" | "been" | "being" | "am" | "has" | "have" | "had"
        | "having" | "do" | "does" | "did" | "will" | "would" | "can" | "could" | "may"
        | "might" | "must" | "shall" | "should" | "cannot" | "isn’t" | "isn't" | "aren’t"
        | "aren't" | "wasn’t" | "wasn't" | "weren’t" | "weren't" | "don’t" | "don't"
        | "doesn’t" | "doesn't" | "didn’t" | "didn't" | "won’t" | "won't" | "wouldn’t"
        | "wouldn't" | "can’t" | "can't" | "couldn’t" | "couldn't" | "hasn’t" | "hasn't"
        | "haven’t" | "haven't" | "hadn’t" | "hadn't" => Tag::Auxiliary,
        "not" | "never" | "also" | "then" | "later" | "once" | "often" | "still" | "even"
        | "again" | "already" | "however" | "too" | "just" | "only" | "ever" | "now"
        | "further" | "first" | "meanwhile" => Tag::Adverb,
        "of" | "in" | "on" | "at" | "for" | "with" | "from" | "by" | "about" | "against"
        | "during" | "over" | "into" | "out" | "up" | "down" | "toward" | "towards" | "between"
        | "among" | "under" | "through" | "per" | "via" | "off" | "near" | "without" | "within"
        | "upon" | "despite" | "above" | "below" | "behind" | "beyond" | "outside" | "inside"
        | "across" | "like" => Tag::Preposition,
        "and" | "or" | "but" | "nor" | "&" => Tag::Conjunction,
        "because" | "while" | "when" | "after" | "before" | "as" | "although" | "though"
        | "unless" | "until" | "since" | "where" | "than" | "whereas" => Tag::Subordinator,
        _ => return None,
    })
}

/// What a word that is in no list can be, by its ending.
fn by_ending(lower: &str) -> &'static str {
    match lower {
        _ if lower.ends_with("ly") => "r",
        _ if lower.ends_with("ing") => "g",
        _ if lower.ends_with("ed") => "dn",
        _ => "N",
    }
}

fn in_context(kinds: &str, before: Tag) -> Tag {
    let can = |kind: char| kinds.contains(kind);
    let verb = kinds.chars().find(|kind| "dzb".contains(*kind));
    match before {
        Tag::Determiner | Tag::Possessive | Tag::Genitive if can('N') => Tag::Noun,
        // "an official said": what can be no noun is a verb even behind an adjective.
        Tag::Adjective if verb.is_some() && !can('N') && kinds.starts_with(['d', 'z']) => Tag::Verb,
        Tag::Determiner | Tag::Possessive | Tag::Genitive | Tag::Adjective if verb.is_some() => {
            if can('n') || can('j') {
                Tag::Adjective
            } else {
                Tag::Noun
            }
        }
        Tag::Auxiliary if can('n') && !can('b') => Tag::Participle,
        Tag::To | Tag::Auxiliary | Tag::Subject | Tag::Relative if verb.is_some() => Tag::Verb,
        Tag::Preposition if can('g') => Tag::Gerund,
        Tag::Preposition if can('N') => Tag::Noun,
        // "MSNBC host Ana Ruiz": one name takes no bare verb.
        Tag::Name if verb == Some('b') && can('N') => Tag::Noun,
        Tag::Name | Tag::Close | Tag::Adverb if verb.is_some() => Tag::Verb,
        _ => match kinds.chars().next() {
            Some('d' | 'z' | 'b') => Tag::Verb,
            Some('n') if can('d') => Tag::Verb,
            Some('n') => Tag::Participle,
            Some('g') => Tag::Gerund,
            Some('j') => Tag::Adjective,
            Some('r') => Tag::Adverb,
            _ => Tag::Noun,
        },
    }
}
