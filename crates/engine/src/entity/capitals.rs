//! [`add`]: people in lines of capitals throughout, where nothing but the rest of the article tells a
//! name from a word: "MACRON MEETS LUNDGREN".
//!
//! It refuses words of a letter or three, plain words, and people whose full name the article gives in capitals
//! alone.

use std::collections::HashSet;

use super::{Found, overlapping};
use crate::article::Article;
use crate::lexicon::{Classes, classes};
use crate::sentence::Sentence;
use crate::{MentionKind, Rule};

/// How sure it is that such a word is that name.
const SURE: f32 = 0.7;

/// Fewest letters of a word that is looked for.
const SHORTEST: usize = 4;

/// Adds to `named`, which are in order, the family names that stand in lines of capitals.
pub(super) fn add(article: &Article, named: &mut Vec<Found>) {
    let sentences = article.sentences.iter().filter(|one| !article.is_furniture(one));
    let lines: Vec<&Sentence> = sentences.filter(|one| is_in_capitals(article, one)).collect();
    if lines.is_empty() {
        return;
    }
    let is_full = |one: &&Found| one.kind == MentionKind::Person && one.end > one.from + 1;
    let families = named.iter().filter(is_full).map(|one| article.word(one.end - 1));
    let is_told =
        |word: &&str| word.contains(char::is_lowercase) && !classes(word).meets(Classes::COMMON);
    let families: HashSet<String> = families.filter(is_told).map(str::to_uppercase).collect();
    let missed = |at: &usize| {
        let word = article.word(*at);
        word.chars().count() >= SHORTEST
            && families.contains(word)
            && overlapping(named, &(*at..*at + 1)).is_empty()
    };
    let found: Vec<usize> =
        lines.iter().flat_map(|line| line.tokens.clone()).filter(missed).collect();
    named.extend(found.into_iter().map(|at| Found {
        from: at,
        end: at + 1,
        kind: MentionKind::Person,
        value: None,
        rule: Rule::NamePart,
        confidence: SURE,
    }));
    named.sort_by_key(|one| one.from);
}

/// Whether a sentence of several words has no small letter.
fn is_in_capitals(article: &Article, sentence: &Sentence) -> bool {
    let mut words = sentence.tokens.clone().map(|at| article.word(at));
    sentence.tokens.len() > 1 && words.all(|word| !word.contains(char::is_lowercase))
}
