//! Mentions: the names, dates and amounts of an article.
//!
//! [`mentions`] reads dates and amounts first and then names in what is left. It does not say
//! which mentions name the same entity; [`crate::chain`] does.

mod amount;
mod calendar;
mod candidate;
mod clock;
mod evidence;
mod feature;
mod name;
mod numeral;
mod reach;
mod tagged;
mod tagger;

use crate::article::Article;
use crate::{Confidence, Form, Mention, MentionKind, Rule};
#[cfg(feature = "training")]
pub(crate) use feature::SPACE;
use reach::Reach;
#[cfg(feature = "training")]
pub(crate) use tagger::TAGS;

/// A mention before it is placed in the text: tokens `from..end` of its kind.
struct Found {
    from: usize,
    end: usize,
    kind: MentionKind,
    value: Option<String>,
    rule: Rule,
    confidence: f32,
}

/// Finds every mention, in order and without overlap. No mention crosses a sentence.
pub(crate) fn mentions(article: &Article) -> Vec<Mention> {
    let numeric = numeric(article);
    let named = name::find(article, &numeric);
    let named = tagged::merge(article, &numeric, named);
    let is_free =
        |one: &Found| !named.iter().any(|name| name.from < one.end && one.from < name.end);
    let mut out: Vec<Mention> = numeric
        .into_iter()
        .filter(is_free)
        .map(|one| mention(article, one, Form::Numeric))
        .collect();
    out.extend(named.into_iter().map(|one| mention(article, one, Form::Name)));
    out.sort_by_key(|mention| mention.span);
    out
}

/// What the tagger sees of every token.
#[cfg(feature = "training")]
pub(crate) fn tagger_features(article: &Article) -> Vec<Vec<u32>> {
    let numeric = numeric(article);
    let named = name::find(article, &numeric);
    feature::features(article, &numeric, &named)
}

/// Dates and amounts.
fn numeric(article: &Article) -> Vec<Found> {
    let mut found = Vec::new();
    for sentence in article.sentences.iter().filter(|one| !article.is_furniture(one)) {
        let reach = Reach::new(article, sentence.tokens.clone());
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let one = clock::read(&reach, at)
                .or_else(|| calendar::read(&reach, at))
                .or_else(|| amount::read(&reach, at));
            at = one.as_ref().map_or(at, |one| one.end - 1) + 1;
            found.extend(one);
        }
    }
    found
}

fn mention(article: &Article, found: Found, form: Form) -> Mention {
    Mention {
        span: article.span_of(found.from..found.end),
        kind: found.kind,
        form,
        entity: None,
        value: found.value,
        confidence: Confidence::new(found.confidence),
        rule: found.rule,
    }
}
