//! Mentions: the names, dates and amounts of an article.
//!
//! [`Names`] reads dates and amounts first and then names in what is left. It does not say
//! which mentions name the same entity; [`crate::chain`] does.

mod amount;
mod candidate;
mod capitals;
mod dateline;
mod decimal;
mod evidence;
mod feature;
mod glued;
mod name;
mod nickname;
mod numeral;
mod opener;
mod other;
mod reach;
mod tagged;
mod tagger;
mod temporal;

use std::ops::Range;

use crate::article::Article;
use crate::model::Reading;
use crate::sentence::Sentence;
use crate::tags::{self, Run};
use crate::{Confidence, Form, Mention, MentionKind, Rule};
pub(crate) use candidate::is_headline;
use feature::Features;
#[cfg(feature = "training")]
pub(crate) use feature::SPACE;
use opener::may_open;
use reach::Reach;
#[cfg(feature = "training")]
pub(crate) use tagger::TAGS;
pub(crate) use tagger::Tagger;

/// A mention before it is placed in the text: tokens `from..end` of its kind.
pub(crate) struct Found {
    pub(crate) from: usize,
    pub(crate) end: usize,
    pub(crate) kind: MentionKind,
    value: Option<String>,
    pub(crate) rule: Rule,
    confidence: f32,
}

/// How many tags the encoder tells names by: outside, then begin and inside of person,
/// organization, place, nationality, other, facility.
pub(crate) const NAME_TAGS: usize = 13;

/// The tag of the linear tagger for each of the encoder's; it takes facilities for places.
const LINEAR_TAGS: [usize; NAME_TAGS] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 5, 6];

/// What one of the linear tagger's scores is worth beside the encoder's: a third of what it says,
/// from 24ths into 1024ths.
const LINEAR_SHARE: i32 = 14;

/// One of the linear tagger's margins in units of the encoder's.
const LINEAR_UNIT: i32 = 43;

/// What the linear tagger says of tags that follow each other, for the encoder.
pub(crate) fn linear_pairs(tagger: &Tagger) -> Vec<i32> {
    let pairs = tagger.pairs();
    let from = |from: usize| LINEAR_TAGS.map(|to| pairs[from][to] * LINEAR_SHARE);
    LINEAR_TAGS.into_iter().flat_map(from).collect()
}

/// What the rules find: dates and amounts, and names.
pub(crate) struct Names<'t> {
    pub(crate) numeric: Vec<Found>,
    pub(crate) named: Vec<Found>,
    features: Features,
    tagger: &'t Tagger,
}

impl<'t> Names<'t> {
    /// Reads `article` by rules, for the tagger.
    pub(crate) fn read(article: &Article, tagger: &'t Tagger) -> Self {
        let numeric = numeric(article);
        let named = name::find(article, &numeric);
        let features = Features::read(article, &numeric, &named);
        Self { numeric, named, features, tagger }
    }

    /// What the linear tagger sees of every token.
    #[cfg(feature = "training")]
    pub(crate) fn features(self) -> Vec<Vec<u32>> {
        self.features.each().map(<[u32]>::to_vec).collect()
    }

    /// What the linear tagger says of each token, for the encoder.
    pub(crate) fn linear(&self) -> Vec<[i32; NAME_TAGS]> {
        let scores = self.features.each().map(|features| self.tagger.score(features));
        scores.map(|scores| LINEAR_TAGS.map(|tag| scores[tag] * LINEAR_SHARE)).collect()
    }

    /// The names by sentence, as the linear tagger reads them without an encoder.
    fn runs(&self, sentence: &Sentence) -> Vec<Run> {
        let start = sentence.tokens.start;
        let mut runs = self.tagger.runs(sentence.tokens.clone().map(|at| self.features.of(at)));
        for run in &mut runs {
            run.tokens = start + run.tokens.start..start + run.tokens.end;
            run.margin *= LINEAR_UNIT;
        }
        runs
    }

    /// Every mention, in order and without overlap. No mention crosses a sentence. `read` is what
    /// the encoder says.
    pub(crate) fn mentions(self, article: &Article, read: Option<&Reading>) -> Vec<Mention> {
        let sentences = article.sentences.iter().filter(|one| !article.is_furniture(one));
        let runs = sentences.flat_map(|sentence| match read {
            Some(reading) => tags::runs(reading, sentence.tokens.clone()),
            None => self.runs(sentence),
        });
        let runs: Vec<Run> = runs.collect();
        let named = tagged::merge(article, self.named, runs.into_iter());
        let mut named = dateline::place(article, &self.numeric, named);
        capitals::add(article, &mut named);
        named.retain(|name| {
            overlapping(&self.numeric, &(name.from..name.end))
                .iter()
                .all(|one| gives_way(one, name))
        });
        let is_free = |one: &Found| overlapping(&named, &(one.from..one.end)).is_empty();
        let mut out: Vec<Mention> = (self.numeric.iter())
            .filter(|one| is_free(one))
            .map(|one| mention(article, one, form(one)))
            .collect();
        out.extend(named.iter().map(|one| mention(article, one, Form::Name)));
        out.sort_by_key(|mention| mention.span);
        out
    }
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

/// Dates and amounts.
fn numeric(article: &Article) -> Vec<Found> {
    let writing = temporal::Writing::of(article);
    let mut found = Vec::new();
    for sentence in article.sentences.iter().filter(|one| !article.is_furniture(one)) {
        let reach = Reach::new(article, sentence.tokens.clone());
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let read = || amount::read(&reach, at).or_else(|| temporal::read(&reach, at, writing));
            let one = if may_open(&reach, at) { read() } else { None };
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
