//! [`use_reading`]: what the engine finds in the article that is open.

use std::cell::RefCell;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::same::{Found, Same};
use crate::shell::worker::{Asked, Outcome, Reader};

/// How the reading of an article stands.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Reading {
    /// The worker is at it.
    Waiting,
    /// It is done.
    Done(Found),
    /// It cannot be read. The reader's own marks work all the same.
    Failed,
    /// The reader did not want to wait.
    Stopped,
}

/// What the reader wants of the reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wish {
    /// That the article is read once more.
    Again,
    /// That it is not read on.
    Stop,
}

impl Reading {
    /// What was found, once it is.
    pub(crate) fn found(&self) -> Option<Found> {
        match self {
            Reading::Done(found) => Some(found.clone()),
            Reading::Waiting | Reading::Failed | Reading::Stopped => None,
        }
    }
}

/// Reads an article where it is asked to, instead of in the worker. The browser tests, which are
/// served without a worker, bring their own.
pub type ReadHere = Callback<Same<str>, Found>;

/// Reads what is asked for in the worker; when its text changes, reads that instead.
#[hook]
pub(crate) fn use_reading(wanted: Asked, here: Option<ReadHere>) -> (Reading, Callback<Wish>) {
    let text = wanted.text.clone();
    let ended = use_state(|| None::<(Same<str>, Outcome)>);
    let asked = use_memo((), |()| RefCell::new(text.clone()));
    let reader = {
        let (ended, asked) = (ended.setter(), asked.clone());
        use_memo((), move |()| {
            Reader::new(Callback::from(move |outcome| {
                // To take the reply in is work enough for one go.
                let (ended, text) = (ended.clone(), asked.borrow().clone());
                Timeout::new(0, move || ended.set(Some((text, outcome)))).forget();
            }))
        })
    };
    let worker = reader.clone();
    let read = use_callback((), {
        let (asked, ended) = (asked, ended.setter());
        move |wanted: Asked, ()| {
            let text = wanted.text.clone();
            *asked.borrow_mut() = text.clone();
            match &here {
                Some(here) => ended.set(Some((text.clone(), Outcome::Read(here.emit(text))))),
                None => {
                    ended.set(None);
                    reader.read(wanted);
                }
            }
        }
    });
    use_effect_with(wanted.clone(), {
        let read = read.clone();
        move |wanted| read.emit(wanted.clone())
    });
    let reading = match &*ended {
        Some((of, Outcome::Read(findings))) if *of == text => Reading::Done(findings.clone()),
        Some((of, Outcome::Failed)) if *of == text => Reading::Failed,
        Some((of, Outcome::Stopped)) if *of == text => Reading::Stopped,
        _ => Reading::Waiting,
    };
    let on_wish = use_callback((wanted, read), move |wish, (wanted, read)| match wish {
        Wish::Again => read.emit(wanted.clone()),
        Wish::Stop => worker.stop(),
    });
    (reading, on_wish)
}
