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
mod listed;
pub mod model;
mod quote;
mod rule;
mod sentence;
mod sight;
mod speaker;
mod tags;
mod token;
#[cfg(feature = "training")]
pub mod training;
mod unfolded;
mod vocabulary;

pub use findings::{
    Confidence, Entity, EntityId, Findings, Form, Furniture, Inner, Means, Mention, MentionKind,
    Quote, QuoteKind, Scare, Speaker,
};
#[cfg(feature = "ablation")]
pub use quote::Steps;
pub use rule::Rule;

use entity::Tagger;
use galley_text::Span;
use model::{Model, ModelError};
use quote::Quoting;

/// Reads articles, with a language model or by rules alone.
pub struct Reader {
    model: Option<Model>,
    /// The linear tagger; where none is given the one that ships.
    tagger: Option<Tagger>,
    quoting: Quoting,
}

/// A reader by rules alone.
impl Default for Reader {
    fn default() -> Self {
        Self { model: None, tagger: None, quoting: quote::decided }
    }
}

impl Reader {
    /// A reader with the model in `file`, which has to tag names as this engine calls them.
    pub fn new(file: &[u8]) -> Result<Self, ModelError> {
        Self::default().with_model(file)
    }

    /// A reader with another model, and with another linear tagger, of the form in which
    /// `training/tagger` writes them. Damaged weights of a tagger give a poor one.
    pub fn with_tagger(file: &[u8], tagger: &[u8]) -> Result<Self, ModelError> {
        Self { tagger: Some(Tagger::decode(tagger)), ..Self::default() }.with_model(file)
    }

    fn with_model(self, file: &[u8]) -> Result<Self, ModelError> {
        let mut model = Model::parse(file)?;
        if model.head("name").is_none_or(|head| head.tags().len() != entity::NAME_TAGS) {
            return Err(ModelError::Shape("no head for names"));
        }
        model.join_pairs("name", &entity::linear_pairs(self.tagger()));
        Ok(Self { model: Some(model), ..self })
    }

    fn tagger(&self) -> &Tagger {
        self.tagger.as_ref().unwrap_or_else(|| Tagger::shipped())
    }

    /// A reader with the model that belongs to this engine.
    #[cfg(feature = "shipped-model")]
    pub fn shipped() -> Self {
        Self::new(include_bytes!("../model/encoder.bin")).unwrap_or_default()
    }

    /// The same reader, with only some of what finds quotes.
    #[cfg(feature = "ablation")]
    pub fn by(self, steps: Steps) -> Self {
        Self { quoting: steps.quoting(), ..self }
    }

    /// Reads `text` and returns what it finds, each list in order of its first span.
    pub fn analyse(&self, text: &str) -> Findings {
        read(text, &[], self)
    }

    /// The same, with the paragraphs of `text` that are set as `quotations`, in order: they are somebody's words
    /// without quotation marks too.
    pub fn analyse_with_quotations(&self, text: &str, quotations: &[Span]) -> Findings {
        read(text, quotations, self)
    }
}

/// Reads `text` by rules alone.
pub fn analyse(text: &str) -> Findings {
    read(text, &[], &Reader::default())
}

fn read(text: &str, quotations: &[Span], reader: &Reader) -> Findings {
    let unfolded = unfolded::Unfolded::read(text, quotations);
    let article = article::Article::of(&unfolded.text, unfolded.blocks.clone());
    let mut findings = findings(&article, reader);
    unfolded.bring_back(&mut findings);
    findings
}

fn findings(article: &article::Article, reader: &Reader) -> Findings {
    let words = quote::Words::read(article);
    let Marked { mut quotes, scare, mut mentions } = marked(&words, reader);
    let mut cast = chain::Cast::read(article, &mut mentions);
    let pronouns = cast.pronouns(&words, &mentions, &quotes);
    mentions.extend(pronouns);
    findings::in_order(&mut mentions);
    speaker::speakers(&words, &mut cast, &mut mentions, &mut quotes);
    let titles = chain::titles(article, &mentions);
    mentions.extend(titles);
    findings::in_order(&mut mentions);
    let (entities, furniture) = (cast.entities, article.furniture.clone());
    let means = if reader.model.is_some() { Means::Model } else { Means::Rules };
    let sentences = article.sentences.iter().map(|sentence| sentence.span).collect();
    Findings { mentions, entities, quotes, scare, furniture, sentences, means }
}

/// What stands in an article, before it is told who is who.
struct Marked {
    quotes: Vec<Quote>,
    scare: Vec<Scare>,
    mentions: Vec<Mention>,
}

fn marked(words: &quote::Words, reader: &Reader) -> Marked {
    let article = words.article;
    let (quotes, mut scare) = quote::quotes(words);
    let names = entity::Names::read(article, reader.tagger());
    let tags = reader.model.as_ref().and_then(|model| {
        let sights = sight::sights(words, &quotes, &names.numeric, &names.named);
        tags::read(model, article, &sights, &names.linear())
    });
    let read = tags.as_ref().and_then(|tags| tags.quotes.as_ref());
    let mut quotes = (reader.quoting)(words, quotes, read);
    quote::set_aside(article, &mut quotes, &mut scare);
    quote::keep_unsaid(&mut scare, &quotes);
    let mentions = names.mentions(article, tags.as_ref().map(|tags| &tags.names));
    quote::keep_unnamed(&mut scare, &mentions);
    Marked { quotes, scare, mentions }
}
