//! Reads one news article and says what is in it: quotes with the person behind them, names,
//! dates and amounts, page furniture.
//!
//! [`analyse`] takes any text and gives [`Findings`]. It is total (no text makes it panic), pure and
//! deterministic, natively and in wasm alike. Phases take finished products of earlier ones:
//! tokens, sentences, furniture, quotes, mentions, chains, speakers.
//!
//! It refuses to do I/O, to read a clock, and to decide for the reader: every finding carries a
//! [`Confidence`] and the [`Rule`] that made it.

mod article;
mod chain;
mod entity;
mod findings;
mod furniture;
pub mod lexicon;
pub mod model;
mod quote;
mod rule;
mod sentence;
mod speaker;
mod token;
#[cfg(feature = "training")]
pub mod training;

pub use findings::{
    Confidence, Entity, EntityId, Findings, Form, Furniture, Mention, MentionKind, Quote,
    QuoteKind, Scare,
};
pub use rule::Rule;

use galley_text::Span;

/// Reads `text` and returns what it finds, each list in order of its first span.
pub fn analyse(text: &str) -> Findings {
    let article = article::Article::read(text);
    let (mut quotes, scare) = quote::quotes(&article);
    let mut mentions = entity::mentions(&article);
    let mut cast = chain::Cast::read(&article, &mut mentions);
    let pronouns = cast.pronouns(&article, &mentions, &spoken(&quotes));
    mentions.extend(pronouns);
    mentions.sort_by_key(|mention| mention.span);
    speaker::speakers(&article, &mut cast, &mut mentions, &mut quotes);
    let (entities, furniture) = (cast.entities, article.furniture);
    Findings { mentions, entities, quotes, scare, furniture }
}

/// The words inside quotation marks that somebody is reported to have said, in order.
fn spoken(quotes: &[Quote]) -> Vec<Span> {
    let direct = quotes.iter().filter(|quote| quote.kind == QuoteKind::Direct);
    let mut spans: Vec<Span> = direct.flat_map(|quote| quote.content.iter().copied()).collect();
    spans.sort_unstable();
    spans
}
