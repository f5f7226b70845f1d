//! What the reader says of findings, and the controls to say it with.

mod edges;
mod mention;
mod parts;
mod quote;
mod same;
mod scare;
mod speaker;
mod who;

use galley_notebook::{
    Action, CorrectionId, Edit, Finding, HouseRuleId, IdentityId, Marking, RuleEdit, SET_APART,
    Say, What,
};
use galley_review::Standing;
use galley_text::Span;
use yew::prelude::*;

pub(crate) use self::edges::{Edges, edge_name, moved, room};
pub(crate) use self::mention::{MentionCard, saying};
pub(crate) use self::parts::{choose_kind, kinds};
pub(crate) use self::quote::{QuoteControls, with_piece};
pub(crate) use self::same::{Reach, use_reach};
pub(crate) use self::scare::{ScareCard, quoted};
pub(crate) use self::who::{Who, same_as};
use crate::shell::clock;

/// What the reader says.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Saying {
    /// The same of all these findings, each with the correction that it comes from, if any.
    Of(Vec<(Finding, Option<CorrectionId>)>, Say),
    /// Nothing any more: the correction is taken back.
    TakeBack(CorrectionId),
    /// The mention there, and others as far as that goes, names whoever is named elsewhere, or else
    /// nobody else in the article.
    Identify(Span, galley_notebook::Reach, Option<Span>),
    /// What was said of who somebody is counts no more.
    Unidentify(IdentityId),
    /// How these words are marked in every article, instead of what these corrections say of them.
    Everywhere(String, Marking, Vec<CorrectionId>),
    /// The house rule counts no more.
    RemoveRule(HouseRuleId),
}

impl Saying {
    /// What takes back what is behind this standing, if the reader is behind it.
    fn take_back(standing: Standing) -> Option<Self> {
        match standing {
            Standing::Ruled(id) => Some(Saying::RemoveRule(id)),
            _ => standing.correction().map(Saying::TakeBack),
        }
    }
}

/// Takes in what the reader says, and tells that it was done.
#[hook]
pub(crate) fn use_correcting(
    act: &Callback<Action>,
    tell: &Callback<AttrValue>,
) -> Callback<Saying> {
    use_callback((act.clone(), tell.clone()), |saying, (act, tell)| {
        tell.emit(done(&saying));
        let now = clock::now();
        act.emit(match saying {
            Saying::TakeBack(id) => Action::Edit(Edit::Retract(vec![id])),
            Saying::Of(findings, say) => {
                let new = || CorrectionId::from_random(clock::random());
                let findings = findings.into_iter();
                let findings =
                    findings.map(|(finding, id)| (id.unwrap_or_else(new), finding)).collect();
                Action::Edit(Edit::Correct { findings, say, now })
            }
            Saying::Everywhere(words, marking, instead) => {
                let id = HouseRuleId::from_random(clock::random());
                Action::Rule(RuleEdit::Make { id, words, marking, instead, now })
            }
            Saying::Identify(mention, reach, other) => {
                let id = IdentityId::from_random(clock::random());
                Action::Edit(Edit::Identify { id, mention, reach, other, now })
            }
            Saying::Unidentify(id) => Action::Edit(Edit::Unidentify(id)),
            Saying::RemoveRule(id) => Action::Rule(RuleEdit::Remove(id)),
        });
    })
}

/// What was done, and in how many places where it is more than one.
fn done(saying: &Saying) -> AttrValue {
    let told = match saying {
        Saying::TakeBack(_) | Saying::Unidentify(_) => "Correction taken back",
        Saying::Identify(_, _, Some(_)) => "Taken for the same",
        Saying::Identify(_, _, None) => "Taken for another",
        Saying::Everywhere(..) => "Remembered for every article",
        Saying::RemoveRule(_) => "Rule removed",
        Saying::Of(_, Say::Accept) => "Accepted",
        Saying::Of(_, Say::Reject) => "Rejected",
        Saying::Of(_, Say::Mark) => "Marked",
        Saying::Of(findings, Say::Kind(_)) if is_set_apart(findings) => "Marked as a quote",
        Saying::Of(_, Say::Kind(_)) => "Kind changed",
        Saying::Of(_, Say::Extent(_) | Say::Pieces(_)) => "Edge moved",
        Saying::Of(_, Say::Speaker(_)) => "Speaker changed",
        Saying::Of(_, Say::Cue(_)) => "Cue changed",
    };
    match saying {
        Saying::Of(findings, _) if findings.len() > 1 => {
            format!("{told} in {} places", findings.len()).into()
        }
        _ => told.into(),
    }
}

fn is_set_apart(findings: &[(Finding, Option<CorrectionId>)]) -> bool {
    findings.iter().all(|(it, _)| it.what == What::Quote && it.kind == SET_APART)
}
