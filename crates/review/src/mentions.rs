//! Names, dates and amounts under the house rules and the reader's corrections.

use std::rc::Rc;

use galley_engine::{Confidence, EntityId, Form, Mention, MentionKind, Rule};
use galley_notebook::{Correction, CorrectionId, HouseRule, HouseRuleId};
use galley_text::{Span, order};

use crate::casting::Casting;
use crate::placed::Placed;
use crate::rules::say;
use crate::{Review, Standing, Trace, is_rejected};

/// What becomes of a mention that the machine found.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Fate {
    /// It stands as it is.
    Stands,
    /// A correction or a rule has it.
    Spoken,
    /// What the reader marked takes its place.
    Displaced,
}

/// A mention as the reader says it is.
pub(crate) struct Said {
    pub(crate) by: By,
    pub(crate) about: Span,
    pub(crate) extent: Span,
    pub(crate) kind: MentionKind,
    /// The machine's, if it found it.
    pub(crate) base: Option<usize>,
}

/// By what the reader says so.
pub(crate) enum By {
    Correction(CorrectionId),
    Rule(HouseRuleId),
}

/// Carries out house rules.
pub(crate) fn rule(
    text: &str,
    rules: &[Rc<HouseRule>],
    review: &mut Review,
    casting: &mut Casting,
) {
    let found = &review.findings.mentions;
    let mut fates = vec![Fate::Stands; found.len()];
    let said = say(text, rules, found, &mut fates);
    carry_out(text, &said, fates, review, casting);
}

/// Carries out corrections of mentions, the latest first.
pub(crate) fn correct(
    text: &str,
    corrections: &[&Correction],
    review: &mut Review,
    casting: &mut Casting,
) {
    let findings = Rc::clone(&review.findings);
    let mut fates = vec![Fate::Stands; findings.mentions.len()];
    let said = sort_out(text, corrections, &findings.mentions, &mut fates, review);
    drop(findings);
    carry_out(text, &said, fates, review, casting);
}

/// Puts what is `said` among the mentions that stand.
fn carry_out(
    text: &str,
    said: &[Said],
    mut fates: Vec<Fate>,
    review: &mut Review,
    casting: &mut Casting,
) {
    let found = std::mem::take(&mut Rc::make_mut(&mut review.findings).mentions);
    let traces = std::mem::take(&mut review.mentions);
    for it in said {
        displace(it, &found, &mut fates);
    }
    recast(said, &found, &fates, casting);
    let mut placed: Vec<(Mention, Trace)> = Vec::with_capacity(found.len());
    for it in said {
        let mention = mention(text, it, &found, casting);
        placed.push((mention, Trace { standing: standing(it, &found), origin: it.about }));
    }
    let all = found.into_iter().zip(traces).zip(fates);
    placed.extend(all.filter(|(_, fate)| *fate == Fate::Stands).map(|(it, _)| it));
    let by_place =
        order(placed.iter().map(|(it, _)| [it.span.start() as u64, it.span.end() as u64, 0]));
    let in_order = by_place.into_iter().map(|index| placed[index].clone());
    (Rc::make_mut(&mut review.findings).mentions, review.mentions) = in_order.unzip();
}

/// Finds what each correction is about, and notes which of them do nothing.
fn sort_out(
    text: &str,
    corrections: &[&Correction],
    found: &[Mention],
    fates: &mut [Fate],
    review: &mut Review,
) -> Vec<Said> {
    let mut said: Vec<Said> = Vec::new();
    for &correction in corrections {
        let told = MentionKind::from_word(&correction.about.kind);
        let placed = Placed::find(text, correction);
        let base = placed.as_ref().and_then(|placed| find(found, placed.about, told));
        let overruled = base.is_some_and(|index| fates[index] != Fate::Stands);
        let amended = correction.amends.kind.as_deref().map_or(told, MentionKind::from_word);
        match (placed, amended) {
            (Some(_), _) if is_rejected(correction) => {
                let fits = |index: &usize| Some(found[*index].kind) == told && !overruled;
                if let Some(index) = base.filter(fits) {
                    fates[index] = Fate::Spoken;
                    review.rejections.push(correction.id);
                } else {
                    review.idle.push(correction.id);
                }
            }
            (Some(placed), Some(kind))
                if !overruled && said.iter().all(|other| other.extent != placed.extent) =>
            {
                if let Some(index) = base {
                    fates[index] = Fate::Spoken;
                }
                let Placed { about, extent, .. } = placed;
                said.push(Said { by: By::Correction(correction.id), about, extent, kind, base });
            }
            _ => review.idle.push(correction.id),
        }
    }
    said
}

/// The mention at exactly this place, of this kind if there is one.
fn find(found: &[Mention], span: Span, kind: Option<MentionKind>) -> Option<usize> {
    let first = found.partition_point(|mention| mention.span < span);
    let mut here = (first..found.len()).take_while(|&index| found[index].span == span);
    here.clone().find(|&index| Some(found[index].kind) == kind).or_else(|| here.next())
}

/// A mention that the reader marked takes the place of those that would stand for the same.
fn displace(it: &Said, found: &[Mention], fates: &mut [Fate]) {
    for index in over(found, it.extent) {
        let (a, b) = (found[index].span, it.extent);
        let nested = a != b && (a.contains(b) || b.contains(a));
        if (found[index].kind == it.kind || !nested) && fates[index] == Fate::Stands {
            fates[index] = Fate::Displaced;
        }
    }
}

/// No mention is longer than this many bytes.
const FAR: usize = 1_000;

/// The mentions that overlap `span`, the last first.
pub(crate) fn over(found: &[Mention], span: Span) -> impl Iterator<Item = usize> {
    let end = found.partition_point(|mention| mention.span.start() < span.end());
    // Mentions are short: what reaches into this place begins not far before it.
    let near = (0..end).rev().take_while(move |&at| found[at].span.end() + FAR >= span.start());
    near.filter(move |&at| found[at].span.overlaps(span))
}

/// Somebody whose every name the reader has given another kind is of that kind, pronouns and all.
fn recast(said: &[Said], found: &[Mention], fates: &[Fate], casting: &mut Casting) {
    for it in said {
        let Some(id) = it.base.and_then(|index| found[index].entity) else { continue };
        if casting.get(id).is_none_or(|entity| entity.kind == it.kind) {
            continue;
        }
        let mut names = found.iter().zip(fates).enumerate().filter(|(_, (mention, fate))| {
            mention.entity == Some(id) && mention.form == Form::Name && **fate != Fate::Displaced
        });
        let all = names.all(|(index, _)| {
            said.iter().any(|other| other.base == Some(index) && other.kind == it.kind)
        });
        if all {
            casting.recast(id, it.kind);
        }
    }
}

fn mention(text: &str, it: &Said, found: &[Mention], casting: &mut Casting) -> Mention {
    let words = it.extent.of(text);
    let base = it.base.map(|index| &found[index]);
    let same = base.filter(|base| base.kind == it.kind);
    let form = match same {
        Some(same) => same.form,
        None if it.kind.is_numeric() => Form::Numeric,
        None => Form::Name,
    };
    let entity = match form {
        Form::Numeric => None,
        _ => Some(entity(words, it, base, found, casting)),
    };
    Mention {
        span: it.extent,
        kind: it.kind,
        form,
        entity,
        value: same.filter(|same| same.span == it.extent).and_then(|same| same.value.clone()),
        confidence: Confidence::new(1.0),
        rule: base.map_or(Rule::ReaderSays, |base| base.rule),
    }
}

/// Whom it stands for: whom the machine says, where that is of this kind; else whom it reached into
/// before; else whoever goes by these words.
fn entity(
    words: &str,
    it: &Said,
    base: Option<&Mention>,
    found: &[Mention],
    casting: &mut Casting,
) -> EntityId {
    let of_kind = |id: &EntityId| casting.get(*id).is_some_and(|entity| entity.kind == it.kind);
    let machine = base.and_then(|base| base.entity).filter(of_kind);
    let near = || over(found, it.extent).find_map(|at| found[at].entity.filter(of_kind));
    machine.or_else(near).unwrap_or_else(|| casting.of_kind(words, it.kind, found))
}

fn standing(it: &Said, found: &[Mention]) -> Standing {
    let id = match it.by {
        By::Correction(id) => id,
        By::Rule(id) => return Standing::Ruled(id),
    };
    match it.base.map(|index| &found[index]) {
        None => Standing::Own(id),
        Some(base) if base.span == it.extent && base.kind == it.kind => Standing::Confirmed(id),
        Some(_) => Standing::Corrected(id),
    }
}
