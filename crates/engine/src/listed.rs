//! [`listed`]: places and organizations of several words that the lists know.

use std::ops::Range;

use crate::article::Article;
use crate::lexicon::{Classes, runs};

/// Longest listed name that is looked for, in tokens.
const LONGEST: usize = 5;

/// Lists of names that may be of several words.
const LISTS: Classes = Classes::ANY_PLACE.or(Classes::ANY_ORGANIZATION);

/// The tokens of a listed name of several words, and whether it is a place's.
pub(crate) struct Listed {
    pub(crate) tokens: Range<usize>,
    pub(crate) is_place: bool,
}

/// The listed names of several words, the longest first at each place, without overlap; of those that
/// begin with a capital or of all.
pub(crate) fn listed(article: &Article, are_all: bool) -> Vec<Listed> {
    let mut out = Vec::new();
    for sentence in &article.sentences {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let found = longest(article, at..sentence.tokens.end.min(at + LONGEST), are_all);
            at = found.as_ref().map_or(at + 1, |found| found.tokens.end);
            out.extend(found);
        }
    }
    out
}

/// The longest listed name that begins `tokens`.
fn longest(article: &Article, tokens: Range<usize>, are_all: bool) -> Option<Listed> {
    let first = article.spelling(tokens.start);
    let joins = article.word(tokens.start + 1).starts_with(['\'', '’']);
    if !(first.begins_run || joins) || !(are_all || first.is_capital) {
        return None;
    }
    let start = tokens.start;
    let names = runs(tokens.map(|at| article.word(at)));
    let (taken, lists) = names.filter(|(taken, lists)| *taken > 1 && lists.meets(LISTS)).last()?;
    Some(Listed { tokens: start..start + taken, is_place: lists.meets(Classes::ANY_PLACE) })
}
