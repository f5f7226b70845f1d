//! What the name tagger sees of a text, for `training/tagger`, which learns its weights, and what the
//! chains see of a pronoun, for `training/pronouns`.

use galley_text::Span;

use crate::article::Article;
use crate::chain::{self, Cast, Weights};
use crate::entity::{self, Tagger};
use crate::quote;
use crate::{Marked, Reader};

/// Features are numbers below this.
pub const SPACE: u32 = entity::SPACE;
/// How many tags a token may have.
pub const TAGS: usize = entity::TAGS;

/// A token and its features.
pub type Example = (Span, Vec<u32>);

/// The sentences of `text`, as the tagger sees them.
pub fn examples(text: &str) -> Vec<Vec<Example>> {
    let article = Article::read(text);
    let mut features = entity::Names::read(&article, Tagger::shipped()).features().into_iter();
    let sentence = |one: &crate::sentence::Sentence| {
        let tokens = &article.tokens[one.tokens.clone()];
        tokens.iter().map(|token| token.span).zip(features.by_ref()).collect()
    };
    article.sentences.iter().map(sentence).collect()
}

pub use crate::sight::Sight;

/// The tokens of `text` as the encoder sees them, each with its word in small letters, and where each
/// block of text begins among them.
pub fn sights(text: &str) -> (Vec<(String, Sight)>, Vec<Span>, Vec<usize>) {
    let article = Article::read(text);
    let names = entity::Names::read(&article, Tagger::shipped());
    let words = quote::Words::read(&article);
    let (quotes, _) = quote::quotes(&words);
    let sights = crate::sight::sights(&words, &quotes, &names.numeric, &names.named);
    let mut starts: Vec<usize> = Vec::new();
    let mut block = usize::MAX;
    for sentence in &article.sentences {
        if sentence.block != block {
            block = sentence.block;
            starts.push(sentence.tokens.start);
        }
    }
    let word = |at: usize| article.spelling(at).lower.clone();
    let sights = sights.into_iter().enumerate().map(|(at, sight)| (word(at), sight)).collect();
    (sights, article.tokens.iter().map(|token| token.span).collect(), starts)
}

/// How many tags of names the encoder tells apart.
pub const NAME_TAGS: usize = entity::NAME_TAGS;

/// What the linear tagger says of each token of `text`, tag by tag of the encoder's, as the engine adds
/// it to the encoder's own scores.
pub fn linear(text: &str) -> Vec<[i32; NAME_TAGS]> {
    entity::Names::read(&Article::read(text), Tagger::shipped()).linear()
}

/// The same of tags that follow each other.
pub fn linear_pairs() -> Vec<i32> {
    entity::linear_pairs(Tagger::shipped())
}

/// Aspects of a name for a pronoun are numbers below this.
pub const ASPECTS: usize = chain::SPACE;

/// How many numbers each aspect has.
pub const VALUES: usize = chain::VALUES;

/// Whether the sexes that given names and titles tell are seen.
#[derive(Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Sexes {
    Seen,
    Hidden,
}

/// A name that a pronoun may stand for.
pub struct Candidate {
    /// Where it stands.
    pub span: Span,
    /// Whom it names, the same for all names of one entity.
    pub entity: u32,
    /// Whether its sex is told, and is the pronoun's.
    pub fits: Option<bool>,
    /// Whether it names a person.
    pub is_person: bool,
    /// What speaks for it.
    pub aspects: Vec<u16>,
}

/// A pronoun outside direct quotes.
pub struct Pronoun {
    /// Where it stands.
    pub span: Span,
    /// Whom it may stand for.
    pub candidates: Vec<Candidate>,
    /// Which of them was taken.
    pub best: usize,
}

/// The pronouns of `text` as `reader` finds its names and `weights` tell them, one weight for each
/// aspect.
pub fn pronouns(reader: &Reader, text: &str, weights: &[i16], sexes: Sexes) -> Vec<Pronoun> {
    let article = Article::read(text);
    let words = quote::Words::read(&article);
    let Marked { quotes, mut mentions, .. } = crate::marked(&words, reader);
    let mut cast = Cast::read(&article, &mut mentions);
    if sexes == Sexes::Hidden {
        cast.forget_sexes();
    }
    let choices = cast.choices(&words, &mentions, &quotes, &Weights::new(weights));
    let pronoun = |choice: chain::Choice| {
        let sex = chain::Sex::of_pronoun(choice.span.of(text));
        let candidates = choice.candidates.into_iter().map(|(span, entity, sheet)| Candidate {
            span,
            entity: entity.0,
            fits: cast.known_sex(entity).map(|told| Some(told) == sex),
            is_person: cast.is_person(entity),
            aspects: sheet.0,
        });
        Pronoun { span: choice.span, candidates: candidates.collect(), best: choice.best }
    };
    choices.list.into_iter().map(pronoun).collect()
}

/// `weights` as the lines that the engine reads.
pub fn lines(weights: &[i16]) -> String {
    Weights::write(weights)
}
