//! [`use_desk`]: the session, read from storage at the start and kept in step with other tabs.

use std::rc::Rc;

use galley_notebook::stored::{self, Key, Loaded, Unreadable};
use galley_notebook::{Action, Session};
use yew::prelude::*;

use crate::shell::address;
use crate::shell::storage::{self, Failure};

/// The session as Yew's state.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Desk {
    /// What the reader has.
    pub(crate) session: Session,
    /// What could not be read at the start.
    pub(crate) notices: Vec<Notice>,
    /// Whether storage has never held anything of Galley's.
    pub(crate) first_use: bool,
}

/// Something that the reader should know about what storage held.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Notice {
    /// Storage cannot be read at all.
    Closed(Failure),
    /// Records were damaged, now or before. They are kept under these keys, and can be downloaded.
    SetAside(Vec<(String, String)>),
    /// A damaged record could not be set aside. It is left alone, and its article is read-only.
    Stuck(Failure),
    /// A record is left alone: a newer Galley wrote it, or its article is gone.
    LeftAlone(String),
}

impl Reducible for Desk {
    type Action = Action;

    /// What changes nothing gives back the same pointer, and then nothing is drawn.
    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        match self.session.update(action) {
            Some(session) => Rc::new(Desk { session, ..Desk::clone(&self) }),
            None => self,
        }
    }
}

/// The desk, and how to act on it.
#[hook]
pub(crate) fn use_desk() -> UseReducerHandle<Desk> {
    let desk = use_reducer(open);
    let dispatcher = desk.dispatcher();
    use_effect_with((), move |()| {
        let listener = storage::listen(Callback::from(move |(key, value)| {
            dispatcher.dispatch(Action::Merge { key, value });
        }));
        move || drop(listener)
    });
    desk
}

/// Reads all that storage holds. What is damaged is set aside before anything is written.
fn open() -> Desk {
    let records = match storage::records("galley/") {
        Ok(records) => records,
        Err(failure) => {
            return Desk {
                notices: vec![Notice::Closed(failure)],
                first_use: true,
                ..Desk::default()
            };
        }
    };
    let mut loaded =
        stored::load(records.iter().map(|(key, value)| (key.as_str(), value.as_str())));
    let mut notices = Vec::new();
    for (key, why) in std::mem::take(&mut loaded.unreadable) {
        if let Some(notice) = keep(&mut loaded, &key, &why)
            && !notices.contains(&notice)
        {
            notices.push(notice);
        }
    }
    notices.extend(storage::aside().ok().filter(|aside| !aside.is_empty()).map(Notice::SetAside));
    let asked = Action::Show(address::asked().flatten());
    let session = [Action::Load(loaded.library), asked]
        .into_iter()
        .fold(Session::default(), |session, action| session.update(action).unwrap_or(session));
    Desk { session, notices, first_use: records.is_empty() }
}

/// Keeps what could not be read: it is set aside, or else nothing is written over it.
fn keep(loaded: &mut Loaded, key: &Key, why: &Unreadable) -> Option<Notice> {
    if !matches!(why, Unreadable::Damaged { .. }) {
        return Some(Notice::LeftAlone(why.to_string()));
    }
    let failure = storage::set_aside(&key.to_string()).err()?;
    if let Some(id) = key.article() {
        loaded.lock(id);
    }
    Some(Notice::Stuck(failure))
}
