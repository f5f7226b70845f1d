//! [`sights`]: what the encoder sees of each token.
//!
//! The word itself, its affixes and shape, its part in the sentence, the lists, what the rules say
//! of it, and what they say of the same word elsewhere in the article. The encoder's weights are
//! learned from exactly this, so that a change here asks for new weights.
//!
//! It refuses to weigh: whatever may matter is told, and the encoder decides.

use galley_text::Span;

use crate::article::Article;
use crate::entity::{self, Found};
use crate::lexicon::speech;
use crate::listed::{Listed, listed};
use crate::quote::Words;
use crate::vocabulary::{Spelling, Vocabulary};
use crate::{MentionKind, Quote, QuoteKind};

/// How many small embeddings a token selects.
pub(crate) const IDS: usize = 6;

/// The number of rows of each small embedding.
pub(crate) const ROWS: [usize; IDS] = [2048, 2048, 8192, 512, 32, 256];

/// One token as the encoder sees it, but for its vector, which its word in small letters has.
#[cfg_attr(not(feature = "training"), expect(unreachable_pub, reason = "only training sees it"))]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sight {
    /// Prefix, suffix, word, shape, part and rule, each as a row of its embedding.
    pub ids: [u16; IDS],
    /// What is true of it, one bit each.
    pub flags: u64,
}

/// The tokens of an article, in order.
pub(crate) fn sights(
    words: &Words,
    quotes: &[Quote],
    numeric: &[Found],
    named: &[Found],
) -> Vec<Sight> {
    let article = words.article;
    let bases: Vec<Sight> = article.vocabulary.spellings().iter().map(base).collect();
    let sight = |at: usize| {
        let mut sight = bases[article.vocabulary.number(at)];
        sight.ids[4] = words.tag(at) as u16;
        sight.flags |= bit(38, words.passage(at).is_some());
        sight
    };
    let mut out: Vec<Sight> = (0..article.tokens.len()).map(sight).collect();
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

/// What a spelling shows wherever it stands.
fn base(spelling: &Spelling) -> Sight {
    let word = spelling.word;
    let is_all_capital = spelling.is_capital
        && word.chars().nth(1).is_some()
        && !word.chars().any(char::is_lowercase);
    let flags = u64::from(spelling.classes.bits())
        | bit(33, spelling.is_capital)
        | bit(34, is_all_capital)
        | bit(40, speech::is_reporting(word));
    let ids = [
        row(0, spelling.head(3)),
        row(1, spelling.tail(3)),
        row(2, &spelling.lower),
        row(3, &spelling.shape),
        0,
        0,
    ];
    Sight { ids, flags }
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

/// Marks the tokens of listed names of several words.
fn phrases(article: &Article, sights: &mut [Sight]) {
    for Listed { tokens, is_place } in listed(article, true) {
        for (index, sight) in sights[tokens].iter_mut().enumerate() {
            sight.flags |= bit(29, is_place && index == 0)
                | bit(30, is_place && index > 0)
                | bit(31, !is_place && index == 0)
                | bit(32, !is_place && index > 0);
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
    let vocabulary = &article.vocabulary;
    let mut kinds = vec![5_usize; article.tokens.len()];
    for found in named {
        let kind = class(found.kind).unwrap_or(4) as usize;
        kinds[found.from..found.end].fill(kind);
    }
    let mut votes = vec![[0_u32; 6]; vocabulary.spellings().len()];
    for (at, kind) in kinds.iter().enumerate() {
        votes[vocabulary.number(at)][*kind] += 1;
    }
    let told = |(spelling, votes): (&Spelling, &[u32; 6])| told(vocabulary, spelling, votes);
    let told: Vec<u64> = vocabulary.spellings().iter().zip(&votes).map(told).collect();
    for (at, sight) in sights.iter_mut().enumerate() {
        sight.flags |= told[vocabulary.number(at)];
    }
}

/// What the rules say of a spelling with a capital, so often of each kind.
fn told(vocabulary: &Vocabulary, spelling: &Spelling, votes: &[u32; 6]) -> u64 {
    if !spelling.is_capital {
        return 0;
    }
    let total: u32 = votes.iter().sum();
    let share = |(kind, count): (u32, &u32)| {
        bit(50 + kind, *count > 0) | bit(56 + kind, 2 * *count > total)
    };
    let small = vocabulary.find(&spelling.lower);
    let is_small =
        small.is_some_and(|at| vocabulary.spellings()[at].word.starts_with(char::is_lowercase));
    let shares = (0..).zip(votes).map(share).fold(0, |all, one| all | one);
    shares | bit(62, total > 3) | bit(63, is_small)
}
