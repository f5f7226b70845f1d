//! [`sights`]: what the encoder sees of each token.
//!
//! The word itself, its affixes and shape, its part in the sentence, the lists, what the rules say
//! of it, and what they say of the same word elsewhere in the article. The encoder's weights are
//! learned from exactly this, so that a change here asks for new weights.
//!
//! It refuses to weigh: whatever may matter is told, and the encoder decides.

use std::collections::HashMap;

use galley_text::Span;

use crate::article::Article;
use crate::entity::{self, Found};
use crate::lexicon::{Classes, classes, runs, speech};
use crate::quote::{Parts, parts};
use crate::{MentionKind, Quote, QuoteKind};

/// How many small embeddings a token selects.
pub(crate) const IDS: usize = 6;

/// The number of rows of each small embedding.
pub(crate) const ROWS: [usize; IDS] = [2048, 2048, 8192, 512, 32, 256];

/// One token as the encoder sees it.
#[cfg_attr(not(feature = "training"), expect(unreachable_pub, reason = "only training sees it"))]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sight {
    /// The word in small letters, by which its vector is found.
    pub word: String,
    /// Prefix, suffix, word, shape, part and rule, each as a row of its embedding.
    pub ids: [u16; IDS],
    /// What is true of it, one bit each.
    pub flags: u64,
}

/// The tokens of `article`, in order.
pub(crate) fn sights(
    article: &Article,
    quotes: &[Quote],
    numeric: &[Found],
    named: &[Found],
) -> Vec<Sight> {
    let parts = parts(article);
    let mut out: Vec<Sight> =
        (0..article.tokens.len()).map(|at| sight(article, &parts, at)).collect();
    places(article, &mut out);
    phrases(article, &mut out);
    rules(&mut out, numeric, named);
    reported(article, quotes, &mut out);
    elsewhere(article, named, &mut out);
    out
}

fn bit(at: u32, is_true: bool) -> u64 {
    u64::from(is_true) << at
}

fn sight(article: &Article, parts: &Parts, at: usize) -> Sight {
    let word = article.word(at);
    let lower = if word.len() < 40 { word.to_lowercase() } else { String::new() };
    let is_capital = word.starts_with(char::is_uppercase);
    let is_all_capital =
        is_capital && word.chars().nth(1).is_some() && !word.chars().any(char::is_lowercase);
    let flags = u64::from(classes(word).bits())
        | bit(33, is_capital)
        | bit(34, is_all_capital)
        | bit(38, parts.is_quoted(at))
        | bit(40, speech::is_reporting(word));
    let ids = [
        row(0, head(&lower, 3)),
        row(1, tail(&lower, 3)),
        row(2, &lower),
        row(3, &shape(word)),
        parts.part(at),
        0,
    ];
    Sight { word: lower, ids, flags }
}

/// The row of `text` in embedding `id`. Row 0 is for what is absent.
fn row(id: usize, text: &str) -> u16 {
    let mut hash = 0x811c_9dc5_u32 ^ id as u32;
    for byte in text.bytes() {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    hash ^= hash >> 15;
    hash = hash.wrapping_mul(0x2c1b_3c6d);
    hash ^= hash >> 12;
    let rows = ROWS[id] as u32 - 1;
    (hash % rows + 1) as u16
}

/// Capitals as "X", small letters as "x", digits as "0", runs shortened to two.
fn shape(word: &str) -> String {
    let mut out = String::new();
    for c in word.chars().take(40) {
        let class = match c {
            _ if c.is_uppercase() => 'X',
            _ if c.is_alphabetic() => 'x',
            _ if c.is_numeric() => '0',
            _ => c,
        };
        if !out.ends_with(class) || !out.ends_with([class, class].as_slice()) {
            out.push(class);
        }
    }
    out
}

/// Where in its sentence and block a token stands.
fn places(article: &Article, sights: &mut [Sight]) {
    let mut block = usize::MAX;
    for sentence in &article.sentences {
        let is_headline = entity::is_headline(article, sentence.tokens.clone());
        let opens_block = sentence.block != block;
        block = sentence.block;
        for (index, sight) in sights[sentence.tokens.clone()].iter_mut().enumerate() {
            sight.flags |= bit(35, index == 0)
                | bit(36, is_headline)
                | bit(37, opens_block)
                | bit(39, article.is_furniture(sentence));
        }
    }
}

/// Longest listed name that is looked for, in tokens.
const LONGEST: usize = 5;

/// Lists of names that may be of several words.
const PHRASES: Classes = Classes::ANY_PLACE.or(Classes::ANY_ORGANIZATION);

/// Marks the tokens of listed names of several words.
fn phrases(article: &Article, sights: &mut [Sight]) {
    for sentence in &article.sentences {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let words = (at..sentence.tokens.end.min(at + LONGEST)).map(|at| article.word(at));
            let names = runs(words).filter(|(taken, known)| *taken > 1 && known.meets(PHRASES));
            let Some((taken, known)) = names.last() else {
                at += 1;
                continue;
            };
            let is_place = known.meets(Classes::ANY_PLACE);
            for (index, sight) in sights[at..at + taken].iter_mut().enumerate() {
                sight.flags |= bit(29, is_place && index == 0)
                    | bit(30, is_place && index > 0)
                    | bit(31, !is_place && index == 0)
                    | bit(32, !is_place && index > 0);
            }
            at += taken;
        }
    }
}

/// What the rules say of each token: kind, place in the mention, and of names which rule.
fn rules(sights: &mut [Sight], numeric: &[Found], named: &[Found]) {
    let numeric =
        numeric.iter().map(|found| (found, if is_date(found.kind) { "date" } else { "amount" }));
    for (found, rule) in numeric.chain(named.iter().map(|found| (found, found.rule.id()))) {
        for (index, sight) in sights[found.from..found.end].iter_mut().enumerate() {
            let place = if index == 0 { "begin" } else { "inside" };
            let kind = class(found.kind).unwrap_or(9);
            sight.ids[5] = row(5, &format!("{place} {kind} {rule}"));
            sight.flags |= bit(41, true) | bit(42, index == 0);
        }
    }
}

fn is_date(kind: MentionKind) -> bool {
    matches!(kind, MentionKind::Date | MentionKind::Time | MentionKind::Duration)
}

/// The kinds that the rules tell apart here.
fn class(kind: MentionKind) -> Option<u32> {
    Some(match kind {
        MentionKind::Person => 0,
        MentionKind::Organization => 1,
        MentionKind::Place | MentionKind::Facility => 2,
        MentionKind::Nationality => 3,
        MentionKind::Event | MentionKind::Law | MentionKind::Product | MentionKind::Work => 4,
        _ => return None,
    })
}

/// What the rules for quotes say of each token.
fn reported(article: &Article, quotes: &[Quote], sights: &mut [Sight]) {
    let mut mark = |span: Span, begins: u32, inside: u32| {
        for (index, at) in article.tokens_in(span).enumerate() {
            sights[at].flags |= bit(begins, index == 0) | bit(inside, true);
        }
    };
    for quote in quotes {
        for piece in &quote.content {
            mark(*piece, 43, 44);
            if quote.kind == QuoteKind::Direct {
                mark(*piece, 49, 49);
            }
        }
        quote.cue.into_iter().for_each(|cue| mark(cue, 45, 46));
        quote.source.into_iter().for_each(|source| mark(source, 47, 48));
    }
}

/// What the rules say of the same word over the whole article: of each kind, whether ever and
/// whether mostly.
fn elsewhere(article: &Article, named: &[Found], sights: &mut [Sight]) {
    let mut votes: HashMap<&str, [u32; 6]> = HashMap::new();
    let mut kinds = vec![5_usize; article.tokens.len()];
    for found in named {
        let kind = class(found.kind).unwrap_or(4) as usize;
        kinds[found.from..found.end].fill(kind);
    }
    for (at, kind) in kinds.iter().enumerate() {
        let word = article.word(at);
        if word.starts_with(char::is_uppercase) {
            votes.entry(word).or_default()[*kind] += 1;
        }
    }
    let mut small: HashMap<&str, u32> = HashMap::new();
    for at in 0..article.tokens.len() {
        if article.word(at).starts_with(char::is_lowercase) {
            *small.entry(article.word(at)).or_default() += 1;
        }
    }
    for (at, sight) in sights.iter_mut().enumerate() {
        let Some(votes) = votes.get(article.word(at)) else { continue };
        let total: u32 = votes.iter().sum();
        for (kind, count) in (0..).zip(votes) {
            sight.flags |= bit(50 + kind, *count > 0) | bit(56 + kind, 2 * *count > total);
        }
        sight.flags |= bit(62, total > 3) | bit(63, small.contains_key(sight.word.as_str()));
    }
}

fn head(word: &str, length: usize) -> &str {
    word.char_indices().nth(length).map_or(word, |(end, _)| &word[..end])
}

fn tail(word: &str, length: usize) -> &str {
    word.char_indices().rev().nth(length - 1).map_or(word, |(start, _)| &word[start..])
}
