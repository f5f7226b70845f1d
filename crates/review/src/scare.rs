//! Words in quotation marks that are no quote, under the reader's corrections.

use std::rc::Rc;

use galley_engine::{QuoteKind, Scare};
use galley_notebook::{Correction, SET_APART};
use galley_text::order;

use crate::placed::Placed;
use crate::{Review, Standing, Trace, is_rejected};

/// Whether it is about words set apart, and leaves them so. Where the reader says that they are a quote,
/// it is a correction of a quote, which only the reader found.
pub(crate) fn is_of(correction: &Correction) -> bool {
    let kind = correction.amends.kind.as_deref();
    let is_quote = kind.and_then(QuoteKind::from_word).is_some() && !is_rejected(correction);
    correction.about.kind == SET_APART && !is_quote
}

/// Carries out corrections of words set apart, the latest first.
pub(crate) fn correct(text: &str, corrections: &[&Correction], review: &mut Review) {
    let found = std::mem::take(&mut Rc::make_mut(&mut review.findings).scare);
    let mut spoken = vec![false; found.len()];
    let mut placed: Vec<(Scare, Trace)> = Vec::with_capacity(found.len());
    for correction in corrections {
        let at = Placed::find(text, correction);
        let base = at.as_ref().and_then(|at| found.iter().position(|it| it.span == at.about));
        let base = base.filter(|&index| !spoken[index]);
        let Some((at, index)) = at.zip(base) else {
            review.idle.push(correction.id);
            continue;
        };
        spoken[index] = true;
        if is_rejected(correction) {
            review.rejections.push(correction.id);
            continue;
        }
        let standing = if at.extent == at.about {
            Standing::Confirmed(correction.id)
        } else {
            Standing::Corrected(correction.id)
        };
        let scare = Scare { span: at.extent, ..found[index].clone() };
        placed.push((scare, Trace { standing, origin: at.about }));
    }
    let rest = found.into_iter().zip(spoken).filter(|(_, spoken)| !spoken);
    placed.extend(rest.map(|(scare, _)| {
        let trace = Trace::found(scare.span);
        (scare, trace)
    }));
    let by_place =
        order(placed.iter().map(|(it, _)| [it.span.start() as u64, it.span.end() as u64, 0]));
    let in_order = by_place.into_iter().map(|index| placed[index].clone());
    (Rc::make_mut(&mut review.findings).scare, review.scare) = in_order.unzip();
}
