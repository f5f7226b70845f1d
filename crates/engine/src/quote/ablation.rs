//! [`Steps`]: quotes by some of what finds them, so that it can be measured what each part is worth.
//!
//! The encoder sees of every token what the rules say of it, in all of these: "without the rules"
//! means that nothing they found becomes a quote.

use std::ops::Range;

use super::link::{Link, Roles};
use super::{Passage, Quoting, Words, decided, tagged};
use crate::model::Reading;
use crate::token::TokenKind;
use crate::{Confidence, Quote, QuoteKind, Rule};

/// Which parts find quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Steps {
    /// Every passage in quotation marks of more than three words is one; nobody says it.
    Marks,
    /// What the encoder tags, contents and sources each with the nearest cue; no rules.
    Encoder,
    /// The same with the learned linker in the place of the nearest.
    Linker,
    /// All that the engine has, but the nearest in the place of the linker.
    Nearest,
}

impl Steps {
    /// By the name that a command line has for it.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "marks" => Self::Marks,
            "encoder" => Self::Encoder,
            "linker" => Self::Linker,
            "nearest" => Self::Nearest,
            _ => return None,
        })
    }

    pub(crate) fn quoting(self) -> Quoting {
        match self {
            Self::Marks => |words, _, _| marks(words),
            Self::Encoder => |words, _, read| by_nearest(words, Vec::new(), read),
            Self::Linker => |words, _, read| decided(words, Vec::new(), read),
            Self::Nearest => by_nearest,
        }
    }
}

/// The fewest words of a passage that is taken for speech by its marks alone, less one.
const FEW: usize = 3;

fn marks(words: &Words) -> Vec<Quote> {
    let article = words.article;
    let outer = words.passages.iter().filter(|it| it.depth == 0);
    let is_word = |at: &usize| article.tokens[*at].kind == TokenKind::Word;
    let long = outer.filter(|it| article.tokens_in(it.span).filter(is_word).count() > FEW);
    let quote = |passage: &Passage| Quote {
        content: vec![passage.span],
        cue: None,
        source: None,
        speakers: Vec::new(),
        inner: Vec::new(),
        kind: QuoteKind::Direct,
        confidence: Confidence::new(0.5),
        rule: Rule::QuoteUnattributed,
    };
    long.map(quote).collect()
}

fn by_nearest(words: &Words, found: Vec<Quote>, read: Option<&Reading>) -> Vec<Quote> {
    read.map_or_else(Vec::new, |read| tagged(words, found, read, nearest))
}

/// The candidate with the fewest tokens between; of two, the one before.
fn nearest(_: &Words, roles: &Roles, link: Link, one: &Range<usize>) -> Option<usize> {
    let gap = |other: &Range<usize>| {
        one.start.saturating_sub(other.end).max(other.start.saturating_sub(one.end))
    };
    let candidates = roles.candidates(link).iter().enumerate();
    candidates.min_by_key(|(_, other)| gap(other)).map(|(at, _)| at)
}
