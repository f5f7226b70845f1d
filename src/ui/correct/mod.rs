//! What the reader says of findings, and the controls to say it with.

mod edges;
mod mention;
mod parts;
mod quote;
mod same;
mod speaker;

use galley_notebook::{Action, CorrectionId, Edit, Finding, Say};
use yew::prelude::*;

pub(crate) use self::mention::MentionCard;
pub(crate) use self::parts::choose_kind;
pub(crate) use self::quote::QuoteControls;
use crate::shell::clock;

/// What the reader says.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Saying {
    /// The same of all these findings, each with the correction that it comes from, if any.
    Of(Vec<(Finding, Option<CorrectionId>)>, Say),
    /// Nothing any more: the correction is taken back.
    TakeBack(CorrectionId),
}

/// Takes in what the reader says, and tells that it was done.
#[hook]
pub(crate) fn use_correcting(
    act: &Callback<Action>,
    tell: &Callback<&'static str>,
) -> Callback<Saying> {
    use_callback((act.clone(), tell.clone()), |saying, (act, tell)| {
        tell.emit(done(&saying));
        act.emit(Action::Edit(match saying {
            Saying::TakeBack(id) => Edit::Retract(vec![id]),
            Saying::Of(findings, say) => {
                let new = || CorrectionId::from_random(clock::random());
                let findings = findings.into_iter();
                let findings =
                    findings.map(|(finding, id)| (id.unwrap_or_else(new), finding)).collect();
                Edit::Correct { findings, say, now: clock::now() }
            }
        }));
    })
}

const fn done(saying: &Saying) -> &'static str {
    match saying {
        Saying::TakeBack(_) => "Correction taken back",
        Saying::Of(_, Say::Accept) => "Accepted",
        Saying::Of(_, Say::Reject) => "Rejected",
        Saying::Of(_, Say::Mark) => "Marked",
        Saying::Of(_, Say::Kind(_)) => "Kind changed",
        Saying::Of(_, Say::Extent(_)) => "Edge moved",
        Saying::Of(_, Say::Speaker(_)) => "Speaker changed",
        Saying::Of(_, Say::Cue(_)) => "Cue changed",
    }
}
