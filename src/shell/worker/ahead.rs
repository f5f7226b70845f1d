//! [`start`]: the worker that is started when the page is loaded, before there is a text for it. Its
//! program and its model come while the page draws.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use web_sys::{Event, Worker};

use super::spawn;

thread_local! {
    static AHEAD: RefCell<Option<Ahead>> = const { RefCell::new(None) };
}

/// A worker that nobody listens to yet.
struct Ahead {
    worker: Worker,
    heard: Rc<RefCell<Vec<Event>>>,
    _listeners: [EventListener; 2],
}

/// Starts a worker for [`take`]. One that cannot be started is tried again when there is a text.
pub fn start() {
    let Ok(worker) = spawn::worker() else { return };
    let heard = Rc::new(RefCell::new(Vec::new()));
    let listeners = ["message", "error"].map(|kind| {
        let heard = heard.clone();
        EventListener::new(&worker, kind, move |event| heard.borrow_mut().push(event.clone()))
    });
    let ahead = Ahead { worker, heard, _listeners: listeners };
    AHEAD.with(|place| place.replace(Some(ahead)));
}

/// The worker that was started ahead, once, with what it has said so far.
pub(super) fn take() -> Option<(Worker, Vec<Event>)> {
    let ahead = AHEAD.with(RefCell::take)?;
    Some((ahead.worker, ahead.heard.take()))
}
