//! [`merge`]: names as the tagger reads them, with the rules' reasons where both agree.

use super::Found;
use super::evidence;
use super::feature::features;
use super::tagger::{Run, Tagger};
use crate::article::Article;
use crate::lexicon::cue;
use crate::{MentionKind, Rule};

/// Replaces the names that the rules `named` by those that the tagger reads, which sees both the
/// text and the rules' names.
pub(super) fn merge(article: &Article, numeric: &[Found], named: Vec<Found>) -> Vec<Found> {
    let features = features(article, numeric, &named);
    let tagger = Tagger::shipped();
    let mut out = Vec::new();
    for sentence in article.sentences.iter().filter(|one| !article.is_furniture(one)) {
        let start = sentence.tokens.start;
        let runs = tagger.runs(&features[sentence.tokens.clone()]);
        for run in runs.into_iter().filter(|run| run.margin >= LEAST_MARGIN) {
            let (from, end) = (start + run.tokens.start, start + run.tokens.end);
            let at = named.partition_point(|one| one.from < from);
            let same = named.get(at).filter(|one| one.from == from && one.end == end);
            out.push(found(article, from..end, &run, same));
        }
    }
    out
}

fn found(
    article: &Article,
    tokens: std::ops::Range<usize>,
    run: &Run,
    same: Option<&Found>,
) -> Found {
    let kind = kind(article, tokens.clone(), run.class);
    let same = same.filter(|one| one.kind == kind || is_other(one.kind) && run.class == 4);
    Found {
        from: tokens.start,
        end: tokens.end,
        kind: same.map_or(kind, |one| one.kind),
        value: None,
        rule: same.map_or(Rule::NameTagger, |one| one.rule),
        confidence: confidence(run.margin),
    }
}

fn is_other(kind: MentionKind) -> bool {
    matches!(kind, MentionKind::Event | MentionKind::Law | MentionKind::Product | MentionKind::Misc)
}

fn kind(article: &Article, tokens: std::ops::Range<usize>, class: usize) -> MentionKind {
    let last = article.word(tokens.end - 1);
    match class {
        0 => MentionKind::Person,
        1 => MentionKind::Organization,
        2 if tokens.len() > 1 && cue::ends_facility(last) => MentionKind::Facility,
        2 => MentionKind::Place,
        3 => MentionKind::Nationality,
        _ => evidence::other_kind(last),
    }
}

/// Names of a smaller margin are left out: two in three of them are wrong.
const LEAST_MARGIN: i32 = 16;

/// The share of right names among those with this margin, as measured on WW dev.
fn confidence(margin: i32) -> f32 {
    match margin {
        ..36 => 0.43,
        36..48 => 0.55,
        48..64 => 0.63,
        64..80 => 0.75,
        80..100 => 0.8,
        100..120 => 0.89,
        120..180 => 0.96,
        _ => 0.98,
    }
}
