//! Whose voice a paragraph without quotation marks is in, as far as its words tell.

use std::ops::Range;

use super::words::Words;
use crate::token::TokenKind;

/// What only somebody who speaks for themselves says.
const FIRST_PERSON: &[&str] = &[
    "i", "we", "me", "us", "my", "our", "i’m", "i'm", "we’re", "we're", "i’ve", "i've", "we’ve",
    "we've", "i’ll", "i'll", "we’ll", "we'll", "i’d", "i'd", "we’d", "we'd",
];

/// Whether "I" or "we" write the tokens of `block`, outside quotation marks. "US" is no "us".
pub(super) fn is_first_person(words: &Words, block: &Range<usize>) -> bool {
    block.clone().any(|at| {
        let is_shouted = matches!(words.article.word(at), "US" | "ME" | "WE");
        words.passage(at).is_none() && !is_shouted && words.is_one_of(at, FIRST_PERSON)
    })
}

/// Whether `block` opens with what only somebody who speaks for themselves says.
pub(super) fn opens_in_first_person(words: &Words, block: &Range<usize>) -> bool {
    is_first_person(words, &(block.start..(block.start + 1).min(block.end)))
}

/// Whether `block` ends like a sentence, as headings and captions seldom do.
pub(super) fn ends_sentence(words: &Words, block: &Range<usize>) -> bool {
    let last = words.article.word(block.end - 1);
    matches!(last, "." | "!" | "?" | "…" | "..." | ")" | "”" | "\"")
}

/// Whether there is a word among `tokens`, and not only numbers and signs.
pub(super) fn has_word(words: &Words, tokens: &Range<usize>) -> bool {
    tokens.clone().any(|at| words.article.tokens[at].kind == TokenKind::Word)
}
