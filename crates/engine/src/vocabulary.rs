//! [`Vocabulary`]: the different words of an article, each looked at once.
//!
//! A word comes back two or three times in a page of news, and several phases ask the same of it.

use std::collections::HashMap;

use crate::lexicon::{Classes, opening};
use crate::token::Token;

/// One spelling of a word or a mark, and what it alone tells.
pub(crate) struct Spelling<'t> {
    /// As it stands in the text.
    pub(crate) word: &'t str,
    /// In small letters; empty where it is too long to be a word.
    pub(crate) lower: String,
    /// Its capitals, small letters and digits, as [`shape`] has them.
    pub(crate) shape: String,
    /// The lists that it is in.
    pub(crate) classes: Classes,
    /// Whether a listed name of several words begins with it.
    pub(crate) begins_run: bool,
    /// Whether it begins with a capital.
    pub(crate) is_capital: bool,
    /// Whether it has one anywhere.
    pub(crate) has_capital: bool,
}

/// Every spelling of an article.
pub(crate) struct Vocabulary<'t> {
    spellings: Vec<Spelling<'t>>,
    /// The spelling of each token.
    of_tokens: Vec<u32>,
    index: HashMap<&'t str, u32>,
}

impl<'t> Vocabulary<'t> {
    /// The words of `tokens`, which stand in `text`.
    pub(crate) fn read(text: &'t str, tokens: &[Token]) -> Self {
        let mut spellings = Vec::new();
        let mut index = HashMap::with_capacity(tokens.len() / 2);
        let mut number = |word: &'t str| {
            *index.entry(word).or_insert_with(|| {
                spellings.push(Spelling::read(word));
                spellings.len() as u32 - 1
            })
        };
        let of_tokens = tokens.iter().map(|token| number(token.span.of(text))).collect();
        Self { spellings, of_tokens, index }
    }

    /// All of them, by their numbers.
    pub(crate) fn spellings(&self) -> &[Spelling<'t>] {
        &self.spellings
    }

    /// The number of the spelling of token `at`.
    pub(crate) fn number(&self, at: usize) -> usize {
        self.of_tokens[at] as usize
    }

    /// The number of `word`, where the article has it.
    pub(crate) fn find(&self, word: &str) -> Option<usize> {
        self.index.get(word).map(|number| *number as usize)
    }

    /// The spelling of token `at`.
    pub(crate) fn spelling(&self, at: usize) -> &Spelling<'t> {
        &self.spellings[self.number(at)]
    }
}

/// Bytes of a word; what is longer is an address or no word at all.
const LONGEST: usize = 40;

impl<'t> Spelling<'t> {
    pub(crate) fn read(word: &'t str) -> Self {
        let (classes, begins_run) = opening(word);
        Self {
            word,
            lower: if word.len() < LONGEST { word.to_lowercase() } else { String::new() },
            shape: shape(word),
            classes,
            begins_run,
            is_capital: word.starts_with(char::is_uppercase),
            has_capital: word.chars().any(char::is_uppercase),
        }
    }

    /// The first letters in small, or all.
    pub(crate) fn head(&self, length: usize) -> &str {
        self.lower.char_indices().nth(length).map_or(&self.lower, |(end, _)| &self.lower[..end])
    }

    /// The last letters in small, or all.
    pub(crate) fn tail(&self, length: usize) -> &str {
        let start = self.lower.char_indices().rev().nth(length - 1);
        start.map_or(&self.lower, |(start, _)| &self.lower[start..])
    }
}

/// Capitals as "X", small letters as "x", digits as "0", runs shortened to one.
fn shape(word: &str) -> String {
    let mut out = String::new();
    for c in word.chars().take(LONGEST) {
        let class = match c {
            _ if c.is_uppercase() => 'X',
            _ if c.is_alphabetic() => 'x',
            _ if c.is_numeric() => '0',
            _ => c,
        };
        if !out.ends_with(class) {
            out.push(class);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Spelling, Vocabulary};
    use crate::token::tokens;

    #[test]
    fn each_spelling_has_one_number() {
        let text = "The ferry the ferry The";
        let vocabulary = Vocabulary::read(text, &tokens(text));
        let numbers: Vec<usize> = (0..5).map(|at| vocabulary.number(at)).collect();
        assert_eq!(numbers, [0, 1, 2, 1, 0]);
        assert_eq!(vocabulary.find("the"), Some(2));
        assert_eq!(vocabulary.find("quay"), None);
    }

    #[test]
    fn a_spelling_tells_its_ends_and_shape() {
        let spelling = Spelling::read("McÅsa-12th");
        assert_eq!((spelling.head(3), spelling.tail(3)), ("mcå", "2th"));
        assert_eq!(spelling.shape, "XxXx-0x");
    }
}
