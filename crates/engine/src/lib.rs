//! Reads one news article and says what is in it: quotes with the person behind them, names,
//! dates and amounts, page furniture.
//!
//! [`analyse`] takes any text and gives [`Findings`]. It is total (no text makes it panic), pure and
//! deterministic, natively and in wasm alike. Phases take finished products of earlier ones:
//! tokens, sentences, furniture, mentions, quotes, speakers, chains.
//!
//! It refuses to do I/O, to read a clock, and to decide for the reader: every finding carries a
//! [`Confidence`] and the [`Rule`] that made it.

mod article;
mod entity;
mod findings;
mod furniture;
mod lexicon;
mod quote;
mod rule;
mod sentence;
mod token;

pub use findings::{
    Confidence, Entity, EntityId, Findings, Form, Furniture, Mention, MentionKind, Quote,
    QuoteKind, Scare,
};
pub use rule::Rule;

/// Reads `text` and returns what it finds, each list in order of its first span.
pub fn analyse(text: &str) -> Findings {
    let article = article::Article::read(text);
    let (quotes, scare) = quote::quotes(&article);
    let mentions = entity::mentions(&article);
    Findings { mentions, quotes, scare, furniture: article.furniture, ..Findings::default() }
}
