//! [`Identity`]: whom a mention names, as the reader says.
//!
//! Like a correction it names what was found by place and words, so that it holds again for the next
//! reading of the same text. This module refuses to know what was found.

use std::rc::Rc;

use galley_text::Span;
use serde::{Deserialize, Serialize};

use crate::correction::place;
use crate::{Anchor, Change, IdentityId, Millis, Notebook, Step, Transaction};

/// Who somebody is: the same as somebody else in the article, or not the one that the machine thinks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// Its id.
    pub id: IdentityId,
    /// The mention that the reader spoke of.
    pub mention: Anchor,
    /// Of which mentions it is said.
    pub reach: Reach,
    /// Who that is.
    pub who: Who,
    /// When it was made.
    pub created: Millis,
    /// When it last changed.
    pub modified: Millis,
}

/// Of which mentions something is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// Of this one alone.
    One,
    /// Of all mentions of the same, in the same words.
    Alias,
    /// Of all mentions of the same.
    All,
}

/// Who somebody is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Who {
    /// Whoever is mentioned here.
    SameAs(Anchor),
    /// Nobody else in the article.
    SomeoneElse,
}

/// Says of a mention who it is: whoever is mentioned at `other`, else nobody else in the article.
pub(crate) fn identify(
    notebook: &Notebook,
    id: IdentityId,
    mention: Span,
    reach: Reach,
    other: Option<Span>,
    now: Millis,
) -> Option<Transaction> {
    let text = notebook.article().text();
    let mention = place(text, mention)?;
    let who = match other {
        Some(other) => Who::SameAs(place(text, other)?),
        None => Who::SomeoneElse,
    };
    let name = match &who {
        Who::SameAs(other) => format!("Take “{}” for “{}”", mention.exact, other.exact),
        Who::SomeoneElse => format!("Take “{}” for another", mention.exact),
    };
    let new = Identity { id, mention, reach, who, created: now, modified: now };
    let is_new = notebook.identities().iter().all(|it| it.id != id);
    let change = Change::Identity((None, Some(Rc::new(new))));
    is_new.then(|| Transaction { step: Step::Correct(name.into()), changes: vec![change] })
}

/// Takes back what was said of who somebody is.
pub(crate) fn unidentify(notebook: &Notebook, id: IdentityId) -> Option<Transaction> {
    let gone = notebook.identities().iter().find(|it| it.id == id)?;
    let change = Change::Identity((Some(Rc::clone(gone)), None));
    let name = format!("Take back who “{}” is", gone.mention.exact);
    Some(Transaction { step: Step::Correct(name.into()), changes: vec![change] })
}
