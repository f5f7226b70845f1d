//! What the name tagger sees of a text, for `training/tagger`, which learns its weights.

use galley_text::Span;

use crate::article::Article;
use crate::entity;

/// Features are numbers below this.
pub const SPACE: u32 = entity::SPACE;
/// How many tags a token may have.
pub const TAGS: usize = entity::TAGS;

/// A token and its features.
pub type Example = (Span, Vec<u32>);

/// The sentences of `text`, as the tagger sees them.
pub fn examples(text: &str) -> Vec<Vec<Example>> {
    let article = Article::read(text);
    let mut features = entity::Names::read(&article).features().into_iter();
    let sentence = |one: &crate::sentence::Sentence| {
        let tokens = &article.tokens[one.tokens.clone()];
        tokens.iter().map(|token| token.span).zip(features.by_ref()).collect()
    };
    article.sentences.iter().map(sentence).collect()
}

pub use crate::sight::Sight;

/// The tokens of `text` as the encoder sees them, and where each block of text begins among them.
pub fn sights(text: &str) -> (Vec<Sight>, Vec<Span>, Vec<usize>) {
    let article = Article::read(text);
    let names = entity::Names::read(&article);
    let (quotes, _) = crate::quote::quotes(&article);
    let sights = crate::sight::sights(&article, &quotes, &names.numeric, &names.named);
    let mut starts: Vec<usize> = Vec::new();
    let mut block = usize::MAX;
    for sentence in &article.sentences {
        if sentence.block != block {
            block = sentence.block;
            starts.push(sentence.tokens.start);
        }
    }
    (sights, article.tokens.iter().map(|token| token.span).collect(), starts)
}

/// How many tags of names the encoder tells apart.
pub const NAME_TAGS: usize = entity::NAME_TAGS;

/// What the linear tagger says of each token of `text`, tag by tag of the encoder's, as the engine adds
/// it to the encoder's own scores.
pub fn linear(text: &str) -> Vec<[i32; NAME_TAGS]> {
    entity::Names::read(&Article::read(text)).linear()
}

/// The same of tags that follow each other.
pub fn linear_pairs() -> Vec<i32> {
    entity::linear_pairs()
}
