//! Names, dates and amounts under the reader's corrections.

use std::rc::Rc;

use galley_engine::{Confidence, EntityId, Form, Mention, MentionKind, Rule};
use galley_notebook::Correction;
use galley_text::{Span, order};

use crate::casting::Casting;
use crate::placed::Placed;
use crate::{Review, Standing, Trace, is_rejected};

/// What becomes of a mention that the machine found.
#[derive(Clone, Copy, PartialEq)]
enum Fate {
    /// It stands as it is.
    Stands,
    /// A correction has it.
    Spoken,
    /// What the reader marked takes its place.
    Displaced,
}

/// A mention as the reader says it is.
struct Said<'c> {
    correction: &'c Correction,
    about: Span,
    extent: Span,
    kind: MentionKind,
    /// The machine's, if it found it.
    base: Option<usize>,
}

/// Carries out corrections of mentions, the latest first.
pub(crate) fn correct(
    text: &str,
    corrections: &[&Correction],
    review: &mut Review,
    casting: &mut Casting,
) {
    let found = std::mem::take(&mut Rc::make_mut(&mut review.findings).mentions);
    let mut fates = vec![Fate::Stands; found.len()];
    let said = sort_out(text, corrections, &found, &mut fates, review);
    for it in &said {
        displace(it, &found, &mut fates);
    }
    recast(&said, &found, &fates, casting);
    let mut placed: Vec<(Mention, Trace)> = Vec::with_capacity(found.len());
    for it in &said {
        let mention = mention(text, it, &found, casting);
        placed.push((mention, Trace { standing: standing(it, &found), origin: it.about }));
    }
    let stands = found.into_iter().zip(fates).filter(|(_, fate)| *fate == Fate::Stands);
    placed.extend(stands.map(|(mention, _)| {
        let trace = Trace::found(mention.span);
        (mention, trace)
    }));
    let by_place =
        order(placed.iter().map(|(it, _)| [it.span.start() as u64, it.span.end() as u64, 0]));
    let in_order = by_place.into_iter().map(|index| placed[index].clone());
    (Rc::make_mut(&mut review.findings).mentions, review.mentions) = in_order.unzip();
}

/// Finds what each correction is about, and notes which of them do nothing.
fn sort_out<'c>(
    text: &str,
    corrections: &[&'c Correction],
    found: &[Mention],
    fates: &mut [Fate],
    review: &mut Review,
) -> Vec<Said<'c>> {
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
                said.push(Said { correction, about, extent, kind, base });
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
    let end = found.partition_point(|mention| mention.span.start() < it.extent.end());
    // Mentions are short: what reaches into this one begins not far before it.
    for (mention, fate) in found[..end].iter().zip(fates).rev() {
        if mention.span.end() + FAR < it.extent.start() {
            break;
        }
        let (a, b) = (mention.span, it.extent);
        let nested = a != b && (a.contains(b) || b.contains(a));
        if a.overlaps(b) && (mention.kind == it.kind || !nested) && *fate == Fate::Stands {
            *fate = Fate::Displaced;
        }
    }
}

/// No mention is longer than this many bytes.
const FAR: usize = 1_000;

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
    let end = found.partition_point(|mention| mention.span.start() < it.extent.end());
    let mut near = found[..end].iter().rev();
    let near = near
        .by_ref()
        .take_while(|mention| mention.span.end() + FAR >= it.extent.start())
        .filter(|mention| mention.span.overlaps(it.extent))
        .find_map(|mention| mention.entity.filter(of_kind));
    machine.or(near).unwrap_or_else(|| casting.of_kind(words, it.kind, found))
}

fn standing(it: &Said, found: &[Mention]) -> Standing {
    let id = it.correction.id;
    match it.base.map(|index| &found[index]) {
        None => Standing::Own(id),
        Some(base) if base.span == it.extent && base.kind == it.kind => Standing::Confirmed(id),
        Some(_) => Standing::Corrected(id),
    }
}
