//! [`apart`]: persons that stand side by side with nothing between them, as when a paste has lost
//! its line ends: "Regards, Anna Wexmoor Anna, please call".
//!
//! It refuses to part names of three words or fewer, unless a word comes twice.

use std::ops::Range;

use crate::article::Article;
use crate::lexicon::{Classes, classes};

/// The persons among `tokens`, which were read as one.
pub(super) fn apart(article: &Article, tokens: Range<usize>) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = tokens.start;
    for at in tokens.start + 1..tokens.end {
        let is_again = (start..at).any(|before| article.word(before) == article.word(at));
        if is_again || (tokens.len() > 3 && begins_another(article, start, at, tokens.end)) {
            out.push(start..at);
            start = at;
        }
    }
    out.push(start..tokens.end);
    out
}

/// Whether a full name ends before `at` and another begins there.
fn begins_another(article: &Article, start: usize, at: usize, end: usize) -> bool {
    let is = |at: usize, list: Classes| classes(article.word(at)).meets(list);
    at >= start + 2
        && at + 1 < end
        && is(start, Classes::GIVEN)
        && is(at, Classes::GIVEN)
        && !is(at, Classes::FAMILY)
        && !is(at - 1, Classes::PARTICLE)
        && is(at - 1, Classes::FAMILY)
        && is(at + 1, Classes::FAMILY)
}
