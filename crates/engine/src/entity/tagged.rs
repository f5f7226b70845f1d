//! [`merge`]: names as the tagger reads them, with the rules' reasons where both agree.

use std::collections::HashMap;
use std::ops::Range;

use super::Found;
use super::{glued, nickname, other};
use crate::article::Article;
use crate::lexicon::cue;
use crate::tags::Run;
use crate::{MentionKind, Rule};

/// Replaces the names that the rules `named` by the `runs` that a tagger reads, which sees both the
/// text and the rules' names. What it is not sure of is settled by the rest of the article.
pub(super) fn merge(
    article: &Article,
    named: Vec<Found>,
    runs: impl Iterator<Item = Run>,
) -> Vec<Found> {
    let mut read = Vec::new();
    for (run, tokens) in nickname::joined(article, runs).iter().flat_map(|run| parted(article, run))
    {
        let at = named.partition_point(|one| one.from < tokens.start);
        // The rules may have what a part leaves out: "Tom Holt MP".
        let ends = |one: &&Found| one.end == tokens.end || one.end == run.tokens.end;
        let same = named.get(at).filter(|one| one.from == tokens.start).filter(ends);
        read.push((found(article, tokens, &run, same), run.margin));
    }
    let mut out = settle(article, read, named);
    let mut behind = None;
    out.retain(|one| {
        let is_letters = behind.is_some_and(|end| stands_behind(article, end, one));
        if !is_letters {
            behind = (one.kind == MentionKind::Person).then_some(one.end);
        }
        !is_letters
    });
    out
}

/// Whether `one` is what stands behind the name of a person that ends before token `end` and is nobody
/// and nowhere: "Tom Holt, QC", "Tim Lund (R-Ohio)".
fn stands_behind(article: &Article, end: usize, one: &Found) -> bool {
    let word = article.word(one.from);
    let is_near = one.from == end || one.from == end + 1 && matches!(article.word(end), "," | "(");
    is_near && one.end == one.from + 1 && (cue::is_letters(word) || cue::is_seat(word))
}

/// A run with its tokens; once for each name where several were read as one.
fn parted(article: &Article, run: &Run) -> Vec<(Run, Range<usize>)> {
    let parts = match run.class {
        0 => glued::persons(article, run.tokens.clone()),
        2 => glued::places(article, run.tokens.clone()),
        _ => vec![run.tokens.clone()],
    };
    parts.into_iter().map(|tokens| (run.clone(), tokens)).collect()
}

/// What a name is where the tagger is sure of it, and each word of a sure person's name; as [`folded`].
type Known = HashMap<String, MentionKind>;

/// A name as it is looked up: capitals tell headlines from text, and no name from another, but for short ones
/// ("US", "us").
fn folded(name: &str) -> String {
    if name.chars().nth(SHORT).is_some() { name.to_lowercase() } else { name.to_owned() }
}

/// A name of so many letters is short.
const SHORT: usize = 4;

/// Gives what the tagger was not sure of the kind that the same name surely has elsewhere, and
/// leaves out what has none. Names that only the rules saw stay when they are known so.
fn settle(article: &Article, read: Vec<(Found, i32)>, named: Vec<Found>) -> Vec<Found> {
    let name = |one: &Found| folded(article.span_of(one.from..one.end).of(article.text));
    let mut known = Known::new();
    for (one, _) in read.iter().filter(|(_, margin)| *margin >= SURE_MARGIN) {
        known.entry(name(one)).or_insert(one.kind);
        if one.kind == MentionKind::Person && one.end > one.from + 1 {
            for word in (one.from..one.end).map(|at| article.word(at)) {
                known.entry(folded(word)).or_insert(one.kind);
            }
        }
    }
    let is_told = |one: &Found| known.get(&name(one)) == Some(&one.kind) || stands_alone(one);
    let mut out: Vec<Found> = Vec::with_capacity(read.len());
    let mut rest = named.into_iter().peekable();
    for (mut one, margin) in read {
        while let Some(mut missed) = rest.next_if(|missed| missed.from < one.end) {
            let is_free =
                missed.end <= one.from && out.last().is_none_or(|last| last.end <= missed.from);
            missed.confidence = missed.confidence.min(DOUBTED);
            out.extend((is_free && is_told(&missed)).then_some(missed));
        }
        let sure = known.get(&name(&one)).filter(|_| margin < SURE_MARGIN);
        if let Some(kind) = sure {
            one.rule = if one.kind == *kind { one.rule } else { Rule::NameTagger };
            (one.kind, one.confidence) = (*kind, one.confidence.max(0.7));
        }
        let is_kept = sure.is_some() || margin >= LEAST_MARGIN || stands_alone(&one);
        out.extend(is_kept.then_some(one));
    }
    let end = out.last().map_or(0, |last| last.end);
    out.extend(rest.filter(|one| one.from >= end && is_told(one)));
    out
}

/// Whether a rule's word is enough where the tagger has doubts: a full name by its parts, or a
/// place or a nationality of the lists, a hall by its last word, or whoever speaks.
fn stands_alone(one: &Found) -> bool {
    match one.rule {
        Rule::PersonGiven | Rule::PersonFamily | Rule::PersonTitle | Rule::PersonShape => {
            one.end > one.from + 1
        }
        Rule::PlaceList | Rule::NationalityList => true,
        Rule::FacilityWord | Rule::PersonSpeaks => true,
        _ => false,
    }
}

fn found(article: &Article, tokens: Range<usize>, run: &Run, same: Option<&Found>) -> Found {
    // The tagger takes many a hall for who meets there. A house and a museum can be either.
    let is_body = cue::heads_organization(article.word(tokens.end - 1));
    let kind = match same {
        Some(one) if one.rule == Rule::FacilityWord && !is_body => one.kind,
        _ => kind(article, tokens.clone(), run.class),
    };
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

fn kind(article: &Article, tokens: Range<usize>, class: usize) -> MentionKind {
    let last = article.word(tokens.end - 1);
    match class {
        0 => MentionKind::Person,
        1 => MentionKind::Organization,
        2 if tokens.len() > 1 && cue::ends_facility(last) => MentionKind::Facility,
        2 => MentionKind::Place,
        3 => MentionKind::Nationality,
        5 => MentionKind::Facility,
        _ => other::kind(&tokens.map(|at| article.word(at)).collect::<Vec<_>>()),
    }
}

/// Names of this margin tell what the same name is elsewhere.
const SURE_MARGIN: i32 = 4300;

/// Names of a smaller margin are left out unless they are known: two in three of them are wrong.
const LEAST_MARGIN: i32 = 700;

/// How sure a name is that the rules see and the tagger does not.
const DOUBTED: f32 = 0.6;

/// The share of right names among those with this margin: between that on WW dev, where it is
/// higher, and that on CrossNER and UNER-EWT dev, text unlike what was learned from.
fn confidence(margin: i32) -> f32 {
    match margin {
        ..1536 => 0.45,
        1536..2048 => 0.54,
        2048..2730 => 0.6,
        2730..3413 => 0.7,
        3413..4266 => 0.8,
        4266..5120 => 0.84,
        5120..7680 => 0.92,
        _ => 0.96,
    }
}
