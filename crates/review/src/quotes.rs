//! Quotes under the reader's corrections.

use std::rc::Rc;

use galley_engine::{Confidence, Form, Mention, Quote, QuoteKind, Rule};
use galley_notebook::{Correction, CorrectionId, Speaker};
use galley_text::{Span, order};

use crate::casting::Casting;
use crate::placed::Placed;
use crate::report::BETWEEN;
use crate::{Review, Standing, Trace, extent, is_rejected};

/// Carries out corrections of quotes, the latest first.
pub(crate) fn correct(
    text: &str,
    corrections: &[&Correction],
    review: &mut Review,
    casting: &mut Casting,
) {
    let found = std::mem::take(&mut Rc::make_mut(&mut review.findings).quotes);
    let mut spoken = vec![false; found.len()];
    let mut placed: Vec<(Quote, Trace)> = Vec::with_capacity(found.len());
    for correction in corrections {
        let at = Placed::find(text, correction);
        let base = at.as_ref().and_then(|at| find(&found, at.about));
        let overruled = base.is_some_and(|index| spoken[index]);
        let said = at.filter(|_| !overruled && (base.is_some() || !is_rejected(correction)));
        let Some(at) = said else {
            review.idle.push(correction.id);
            continue;
        };
        if let Some(index) = base {
            spoken[index] = true;
        }
        if is_rejected(correction) {
            review.rejections.push(correction.id);
            continue;
        }
        let base = base.map(|index| &found[index]);
        let quote = quote(correction, &at, base, &review.findings.mentions, casting);
        let standing = standing(correction.id, &quote, base);
        let origin = base.map_or(at.about, extent);
        placed.push((quote, Trace { standing, origin }));
    }
    let own = placed.iter().filter(|(_, trace)| matches!(trace.standing, Standing::Own(_)));
    let own: Vec<[Span; 2]> = own.map(|(quote, trace)| [extent(quote), trace.origin]).collect();
    let findings = Rc::make_mut(&mut review.findings);
    let is_said = |span: Span| own.iter().any(|[own, at]| own.contains(span) || *at == span);
    findings.scare.retain(|scare| !is_said(scare.span));
    let rest = found.into_iter().zip(spoken).filter(|(_, spoken)| !spoken);
    placed.extend(rest.map(|(quote, _)| {
        let trace = Trace::found(extent(&quote));
        (quote, trace)
    }));
    let by_place = order(placed.iter().map(|(quote, _)| [extent(quote).start() as u64, 0, 0]));
    let in_order = by_place.into_iter().map(|index| placed[index].clone());
    (findings.quotes, review.quotes) = in_order.unzip();
}

/// The quote at this place: the very one, else the one that shares more than half of all that the
/// two hold, of which there is only one.
fn find(found: &[Quote], span: Span) -> Option<usize> {
    let exact = found.iter().position(|quote| extent(quote) == span);
    exact.or_else(|| {
        found.iter().position(|quote| {
            let other = extent(quote);
            let shared = span.intersection(other).map_or(0, Span::len);
            2 * shared > span.cover(other).len()
        })
    })
}

fn quote(
    correction: &Correction,
    at: &Placed,
    base: Option<&Quote>,
    mentions: &[Mention],
    casting: &mut Casting,
) -> Quote {
    let amends = &correction.amends;
    let kind = amends.kind.as_ref().or(base.is_none().then_some(&correction.about.kind));
    let mut quote = base.cloned().unwrap_or_else(|| Quote {
        content: vec![at.extent],
        cue: None,
        source: None,
        speakers: Vec::new(),
        inner: Vec::new(),
        kind: QuoteKind::Direct,
        confidence: Confidence::new(1.0),
        rule: Rule::ReaderSays,
    });
    if let Some(kind) = kind.and_then(|kind| QuoteKind::from_word(kind)) {
        quote.kind = kind;
    }
    if amends.extent.is_some() {
        quote.content = match &at.pieces[..] {
            [] => fitted(&quote.content, at.extent),
            pieces => pieces.to_vec(),
        };
        quote.inner.retain(|inner| inner.content.iter().all(|piece| at.extent.contains(*piece)));
    }
    if let Some(cue) = at.cue {
        quote.cue = cue;
    }
    if let Some(speaker) = &amends.speaker {
        say_speaker(&mut quote, speaker, mentions, casting);
        quote.confidence = Confidence::new(1.0);
    }
    quote
}

/// The pieces inside `extent`, of which the first and the last reach to its edges.
fn fitted(content: &[Span], extent: Span) -> Vec<Span> {
    let mut pieces: Vec<Span> =
        content.iter().filter_map(|piece| piece.intersection(extent)).collect();
    let (Some(first), Some(last)) = (pieces.first().copied(), pieces.last().copied()) else {
        return vec![extent];
    };
    let count = pieces.len();
    pieces[0] = Span::new(extent.start(), first.end());
    let last = if count == 1 { pieces[0] } else { last };
    pieces[count - 1] = Span::new(last.start(), extent.end());
    pieces
}

/// A source that names somebody else, and not the speaker, is not the source.
fn say_speaker(quote: &mut Quote, speaker: &Speaker, mentions: &[Mention], casting: &mut Casting) {
    let found = std::mem::take(&mut quote.speakers);
    let named = match speaker {
        Speaker::Named(names) => names.split(BETWEEN),
        Speaker::Nobody => "".split(BETWEEN),
    };
    for name in named.map(str::trim).filter(|name| !name.is_empty()) {
        let entity = casting.speaker(name, mentions);
        let why = found.iter().find(|it| it.entity == entity);
        if !quote.is_said_by(entity) {
            let rule = why.map_or(Rule::ReaderSays, |it| it.rule);
            quote.speakers.push(galley_engine::Speaker { entity, rule });
        }
    }
    let said = &quote.speakers;
    let is_own = |entity| said.iter().any(|it| it.entity == entity);
    quote.inner.retain(|inner| !inner.speakers.iter().any(|it| is_own(it.entity)));
    let names_only_others = |source: &Span| {
        let near = mentions.iter().filter(|it| it.form == Form::Name && it.span.overlaps(*source));
        let mut named = near.filter_map(|mention| mention.entity).peekable();
        named.peek().is_some() && named.all(|id| !is_own(id))
    };
    quote.source = quote.source.filter(|source| !names_only_others(source));
}

fn standing(id: CorrectionId, quote: &Quote, base: Option<&Quote>) -> Standing {
    let Some(base) = base else { return Standing::Own(id) };
    let same = quote.content == base.content
        && (quote.kind, &quote.speakers, quote.cue) == (base.kind, &base.speakers, base.cue);
    if same { Standing::Confirmed(id) } else { Standing::Corrected(id) }
}
