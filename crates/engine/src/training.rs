//! What the name tagger sees of a text, for `training/tagger`, which learns its weights.

use galley_text::Span;

use crate::article::Article;
use crate::entity;
pub use crate::entity::{SPACE, TAGS};
use crate::lexicon::PEOPLES;

/// A token and its features.
pub type Example = (Span, Vec<u32>);

/// The sentences of `text`, as the tagger sees them.
pub fn examples(text: &str) -> Vec<Vec<Example>> {
    let article = Article::read(text);
    let mut features = entity::tagger_features(&article).into_iter();
    let sentence = |one: &crate::sentence::Sentence| {
        let tokens = &article.tokens[one.tokens.clone()];
        tokens.iter().map(|token| token.span).zip(features.by_ref()).collect()
    };
    article.sentences.iter().map(sentence).collect()
}

/// Whether `name` is a nationality, religion or party.
pub fn is_people(name: &str) -> bool {
    PEOPLES.has(name)
}
