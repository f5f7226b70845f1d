//! Mentions: the names, dates and amounts of an article.
//!
//! [`mentions`] reads dates and amounts first and then names in what is left. It does not say
//! which mentions name the same entity; [`crate::chain`] does.

mod amount;
mod candidate;
mod dateline;
mod decimal;
mod evidence;
mod feature;
mod name;
mod numeral;
mod reach;
mod tagged;
mod tagger;
mod temporal;

use std::ops::Range;

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
    let mut named = dateline::place(article, &numeric, named);
    named.retain(|name| {
        overlapping(&numeric, &(name.from..name.end)).iter().all(|one| gives_way(one, name))
    });
    let is_free = |one: &Found| overlapping(&named, &(one.from..one.end)).is_empty();
    let mut out: Vec<Mention> = numeric
        .iter()
        .filter(|one| is_free(one))
        .map(|one| mention(article, one, form(one)))
        .collect();
    out.extend(named.iter().map(|one| mention(article, one, Form::Name)));
    out.sort_by_key(|mention| mention.span);
    out
}

/// Those of `all`, which are in order and do not overlap, that share some of `tokens`.
fn overlapping<'f>(all: &'f [Found], tokens: &Range<usize>) -> &'f [Found] {
    let start = all.partition_point(|other| other.end <= tokens.start);
    let end = all.partition_point(|other| other.from < tokens.end);
    &all[start..end.max(start)]
}

/// Whether a date is only a part of `name`: "Harbour Act of 2015". Amounts never are.
fn gives_way(numeric: &Found, name: &Found) -> bool {
    let is_inside = name.from <= numeric.from && numeric.end <= name.end;
    let is_part = numeric.end - numeric.from < name.end - name.from;
    numeric.kind == MentionKind::Date && is_inside && is_part
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
    let writing = temporal::Writing::of(article);
    let mut found = Vec::new();
    for sentence in article.sentences.iter().filter(|one| !article.is_furniture(one)) {
        let reach = Reach::new(article, sentence.tokens.clone());
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let one = amount::read(&reach, at).or_else(|| temporal::read(&reach, at, writing));
            at = one.as_ref().map_or(at, |one| one.end - 1) + 1;
            found.extend(one);
        }
    }
    found
}

/// How a date or an amount refers. One told from another date describes a day and does not name it.
fn form(found: &Found) -> Form {
    match found.rule {
        Rule::DateRelative => Form::Nominal,
        _ => Form::Numeric,
    }
}

fn mention(article: &Article, found: &Found, form: Form) -> Mention {
    Mention {
        span: article.span_of(found.from..found.end),
        kind: found.kind,
        form,
        entity: None,
        value: found.value.clone(),
        confidence: Confidence::new(found.confidence),
        rule: found.rule,
    }
}
