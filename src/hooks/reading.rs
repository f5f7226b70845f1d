//! [`use_reading`]: what the engine finds in the article that is open.

use std::cell::RefCell;

use yew::prelude::*;

use crate::same::{Found, Same};
use crate::shell::worker::{Outcome, Reader};

/// How the reading of an article stands.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Reading {
    /// The worker is at it.
    Waiting,
    /// It is done.
    Done(Found),
    /// It cannot be read. The reader's own marks work all the same.
    Failed,
}

impl Reading {
    /// What was found, once it is.
    pub(crate) fn found(&self) -> Option<Found> {
        match self {
            Reading::Done(found) => Some(found.clone()),
            Reading::Waiting | Reading::Failed => None,
        }
    }
}

/// Reads an article where it is asked to, instead of in the worker. The browser tests, which are
/// served without a worker, bring their own.
pub type ReadHere = Callback<Same<str>, Found>;

/// Reads `text` in the worker; when the text changes, reads that instead. The callback reads it
/// once more.
#[hook]
pub(crate) fn use_reading(text: Same<str>, here: Option<ReadHere>) -> (Reading, Callback<()>) {
    let ended = use_state(|| None::<(Same<str>, Outcome)>);
    let asked = use_memo((), |()| RefCell::new(text.clone()));
    let reader = {
        let (ended, asked) = (ended.setter(), asked.clone());
        use_memo((), move |()| {
            Reader::new(Callback::from(move |outcome| {
                ended.set(Some((asked.borrow().clone(), outcome)));
            }))
        })
    };
    let read = use_callback((), {
        let (asked, ended) = (asked, ended.setter());
        move |text: Same<str>, ()| {
            *asked.borrow_mut() = text.clone();
            match &here {
                Some(here) => ended.set(Some((text.clone(), Outcome::Read(here.emit(text))))),
                None => {
                    ended.set(None);
                    reader.read(text);
                }
            }
        }
    });
    use_effect_with(text.clone(), {
        let read = read.clone();
        move |text| read.emit(text.clone())
    });
    let reading = match &*ended {
        Some((of, Outcome::Read(findings))) if *of == text => Reading::Done(findings.clone()),
        Some((of, Outcome::Failed)) if *of == text => Reading::Failed,
        _ => Reading::Waiting,
    };
    (reading, use_callback((text, read), |(), (text, read)| read.emit(text.clone())))
}
