//! [`Reader`]: hands articles to the worker and hears what it found.
//!
//! Every text handed over ends in one [`Outcome`], unless a newer text overtakes it. A worker that
//! crashes or stays silent is started again; after a few times the page is told.

mod practice;
mod spawn;
mod tickets;

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, Worker};
use yew::Callback;

use self::practice::Practice;
pub(crate) use self::tickets::Asked;
use self::tickets::{Event, Step, Tickets};
use crate::protocol::{Reply, Request, Ticket, decode, encode};
use crate::same::Found;

/// How the reading of a text ended.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Outcome {
    /// It was read.
    Read(Found),
    /// The worker could not be started, or could not finish this text.
    Failed,
    /// The reader did not want to wait.
    Stopped,
}

/// The page's end of the worker. Dropping it ends the worker.
pub(crate) struct Reader(Rc<RefCell<Line>>);

struct Line {
    tickets: Tickets,
    worker: Option<Running>,
    deadline: Option<Timeout>,
    on_outcome: Callback<Outcome>,
}

/// A worker, what it practises and what listens to it; ended when dropped.
struct Running {
    worker: Worker,
    practice: Option<Practice>,
    _listeners: [EventListener; 2],
}

impl Drop for Running {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl Reader {
    /// A reader without a worker yet: the first text starts one.
    pub(crate) fn new(on_outcome: Callback<Outcome>) -> Self {
        let tickets = Tickets::default();
        Self(Rc::new(RefCell::new(Line { tickets, worker: None, deadline: None, on_outcome })))
    }

    /// Asks for a text to be read, instead of any text still being read.
    pub(crate) fn read(&self, asked: Asked) {
        turn(&self.0, Event::Ask(asked));
    }

    /// Ends the reading of a text, where one is being read.
    pub(crate) fn stop(&self) {
        turn(&self.0, Event::Stop);
    }
}

/// Takes in an event and does what it asks for. Steps that fail are events in turn.
fn turn(line: &Rc<RefCell<Line>>, event: Event) {
    let steps = line.borrow_mut().tickets.turn(event);
    for step in steps {
        match step {
            Step::Start(ticket) => start(line, ticket),
            Step::Send(request) => send(line, &request),
            Step::Practise(text) => practise(line, &text),
            Step::Deliver(findings) => finish(line, Outcome::Read(Found::new(findings))),
            Step::GiveUp => finish(line, Outcome::Failed),
            Step::End => {
                line.borrow_mut().worker = None;
                finish(line, Outcome::Stopped);
            }
        }
    }
}

fn start(line: &Rc<RefCell<Line>>, ticket: Ticket) {
    let deadline = wait(line, ticket, START);
    let started = spawn::ahead().or_else(|| Some((spawn::worker().ok()?, Vec::new())));
    let (worker, heard) = started.unzip();
    let running = worker.map(|worker| {
        let (on_message, on_error) = (Rc::downgrade(line), Rc::downgrade(line));
        let listeners = [
            EventListener::new(&worker, "message", move |event| hear(&on_message, event)),
            EventListener::new(&worker, "error", move |_| later(&on_error, Event::Crashed)),
        ];
        Running { worker, practice: None, _listeners: listeners }
    });
    for event in heard.into_iter().flatten() {
        match event.type_().as_str() {
            "message" => hear(&Rc::downgrade(line), &event),
            _ => later(&Rc::downgrade(line), Event::Crashed),
        }
    }
    let failed = running.is_none();
    {
        let mut line = line.borrow_mut();
        line.worker = running;
        line.deadline = Some(deadline);
    }
    if failed {
        later(&Rc::downgrade(line), Event::Crashed);
    }
}

fn hear(line: &Weak<RefCell<Line>>, event: &web_sys::Event) {
    let data = event.dyn_ref::<MessageEvent>().map(MessageEvent::data);
    let bytes = data.and_then(|data| data.dyn_into::<Uint8Array>().ok());
    if let Some(reply) = bytes.and_then(|bytes| decode::<Reply>(&bytes.to_vec())) {
        later(line, Event::Heard(reply));
    }
}

/// Takes the event in once the current call has ended: a listener must not end the worker that is
/// calling it.
fn later(line: &Weak<RefCell<Line>>, event: Event) {
    let line = line.clone();
    Timeout::new(0, move || {
        if let Some(line) = line.upgrade() {
            turn(&line, event);
        }
    })
    .forget();
}

fn send(line: &Rc<RefCell<Line>>, request: &Request) {
    let deadline = wait(line, request.ticket, patience(request.text.len()));
    let mut line = line.borrow_mut();
    line.deadline = Some(deadline);
    if let (Some(running), Some(message)) = (&mut line.worker, encode(request)) {
        // Bytes that cannot be posted are noticed at the deadline.
        let _ = running.worker.post_message(&Uint8Array::from(&message[..]));
        running.practice = None;
    }
}

fn practise(line: &Rc<RefCell<Line>>, text: &str) {
    if let Some(running) = &mut line.borrow_mut().worker {
        running.practice = Practice::begin(&running.worker, text);
    }
}

fn wait(line: &Rc<RefCell<Line>>, ticket: Ticket, millis: u32) -> Timeout {
    let line = Rc::downgrade(line);
    Timeout::new(millis, move || {
        if let Some(line) = line.upgrade() {
            turn(&line, Event::TimedOut(ticket));
        }
    })
}

/// Milliseconds to wait for a worker to be ready: its program and its model may have to come over a
/// poor line.
const START: u32 = 60_000;

/// Milliseconds to wait for `bytes` of text: far more than any machine needs.
fn patience(bytes: usize) -> u32 {
    10_000 + u32::try_from(bytes / 100).unwrap_or(u32::MAX / 2)
}

fn finish(line: &Rc<RefCell<Line>>, outcome: Outcome) {
    let mut borrowed = line.borrow_mut();
    borrowed.deadline = None;
    let on_outcome = borrowed.on_outcome.clone();
    drop(borrowed);
    on_outcome.emit(outcome);
}
