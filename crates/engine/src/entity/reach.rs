//! [`Reach`]: the tokens of one sentence, with nothing before and after them.

use std::ops::Range;

use crate::article::Article;
use crate::token::TokenKind;

/// What a pattern may look at: words inside one sentence, the empty word outside.
pub(super) struct Reach<'a, 't> {
    article: &'a Article<'t>,
    tokens: Range<usize>,
}

impl<'a, 't> Reach<'a, 't> {
    /// A reach over `tokens` of `article`.
    pub(super) fn new(article: &'a Article<'t>, tokens: Range<usize>) -> Self {
        Self { article, tokens }
    }

    /// The text of token `at`.
    pub(super) fn word(&self, at: usize) -> &'t str {
        if self.tokens.contains(&at) { self.article.word(at) } else { "" }
    }

    /// The text of the token before `at`.
    pub(super) fn before(&self, at: usize) -> &'t str {
        at.checked_sub(1).map_or("", |before| self.word(before))
    }

    /// Whether token `at` is of `kind`.
    pub(super) fn is(&self, at: usize, kind: TokenKind) -> bool {
        self.tokens.contains(&at) && self.article.tokens[at].kind == kind
    }

    /// Whether token `at` is one of `words`, whatever its case. Not written out, as [`one_of`].
    #[inline(never)]
    pub(super) fn any(&self, at: usize, words: &[&str]) -> bool {
        one_of(self.word(at), words)
    }

    /// Whether token `at` stands right after the one before it, without a space.
    pub(super) fn touches(&self, at: usize) -> bool {
        self.tokens.contains(&at)
            && at > self.tokens.start
            && self.article.tokens[at - 1].span.end() == self.article.tokens[at].span.start()
    }
}

/// Whether `word` is one of `words`, whatever its case.
///
/// Not written out at its hundreds of callers, which few words come to: that alone would weigh 1 % of the worker.
#[inline(never)]
pub(super) fn one_of(word: &str, words: &[&str]) -> bool {
    words.iter().any(|one| one.eq_ignore_ascii_case(word))
}
