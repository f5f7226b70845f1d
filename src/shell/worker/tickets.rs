//! [`Tickets`]: which request is open, and what to do when the worker answers, dies or is silent.
//!
//! Pure, so that every turn of events is tested without a browser.

use std::rc::Rc;

use galley_engine::Findings;
use galley_text::Span;

use crate::protocol::{Reply, Request, Ticket};
use crate::same::Same;

/// How often a worker is started anew for one request before the page gives up on it.
const RESTARTS: u8 = 2;

/// What is to be read.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Asked {
    /// All of it.
    pub(crate) text: Same<str>,
    /// Its paragraphs that are set as quotations, in order.
    pub(crate) quotations: Rc<[Span]>,
}

/// What has happened.
pub(super) enum Event {
    /// The page wants this read.
    Ask(Asked),
    /// The worker said something.
    Heard(Reply),
    /// The worker has ended with an error, or could not be started.
    Crashed,
    /// The time given to a request is over.
    TimedOut(Ticket),
    /// The reader does not want to wait any longer.
    Stop,
}

/// What is to be done about it, in order.
#[derive(Debug, PartialEq)]
pub(super) enum Step {
    /// End the worker, if there is one, and start another, which has only so long to be ready for
    /// this request.
    Start(Ticket),
    /// Send the request, and wait for its reply only so long.
    Send(Request),
    /// Let the worker practise on this text until something is sent.
    Practise(Same<str>),
    /// Hand the findings to the page.
    Deliver(Findings),
    /// Tell the page that this text cannot be read.
    GiveUp,
    /// End the worker, and tell the page that the text is not read.
    End,
}

#[derive(Default)]
enum Worker {
    #[default]
    None,
    Starting,
    Ready,
}

/// The worker's state and the one open request: a newer request takes the place of an older one.
#[derive(Default)]
pub(super) struct Tickets {
    worker: Worker,
    issued: u32,
    open: Option<(Ticket, Asked)>,
    restarts: u8,
}

impl Tickets {
    /// Takes in an event and says what to do.
    pub(super) fn turn(&mut self, event: Event) -> Vec<Step> {
        match event {
            Event::Ask(asked) => self.ask(asked),
            Event::Heard(Reply::Ready) => self.ready(),
            Event::Heard(Reply::Findings { ticket, findings }) => self.deliver(ticket, findings),
            Event::TimedOut(ticket) if !self.is_open(ticket) => Vec::new(),
            Event::TimedOut(_) | Event::Crashed => self.start_again(),
            Event::Stop => self.stop(),
        }
    }

    fn ask(&mut self, asked: Asked) -> Vec<Step> {
        self.issued += 1;
        self.restarts = 0;
        let overtaken = self.open.replace((Ticket(self.issued), asked)).is_some();
        match self.worker {
            // A worker that still reads an older article is ended rather than waited for.
            Worker::Ready if overtaken => self.start(),
            Worker::Ready => self.send(),
            Worker::Starting => Vec::new(),
            Worker::None => self.start(),
        }
    }

    /// What one that was ended said before is heard after that.
    fn ready(&mut self) -> Vec<Step> {
        if matches!(self.worker, Worker::None) {
            return Vec::new();
        }
        self.worker = Worker::Ready;
        self.send()
    }

    /// What has been read is not taken back.
    fn stop(&mut self) -> Vec<Step> {
        if self.open.take().is_none() {
            return Vec::new();
        }
        self.worker = Worker::None;
        vec![Step::End]
    }

    fn deliver(&mut self, ticket: Ticket, findings: Findings) -> Vec<Step> {
        let read = self.open.take_if(|(open, _)| *open == ticket);
        read.map_or_else(Vec::new, |(_, Asked { text, .. })| {
            vec![Step::Practise(text), Step::Deliver(findings)]
        })
    }

    fn start_again(&mut self) -> Vec<Step> {
        self.worker = Worker::None;
        if self.restarts == RESTARTS {
            return self.open.take().map(|_| Step::GiveUp).into_iter().collect();
        }
        self.restarts += 1;
        self.start()
    }

    fn start(&mut self) -> Vec<Step> {
        let Some((ticket, _)) = self.open else { return Vec::new() };
        self.worker = Worker::Starting;
        vec![Step::Start(ticket)]
    }

    fn send(&self) -> Vec<Step> {
        let Some((ticket, Asked { text, quotations })) = &self.open else { return Vec::new() };
        let (text, quotations) = (text.to_string(), quotations.to_vec());
        vec![Step::Send(Request { ticket: *ticket, text, quotations })]
    }

    fn is_open(&self, ticket: Ticket) -> bool {
        self.open.as_ref().is_some_and(|(open, _)| *open == ticket)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(text: &str) -> Event {
        Event::Ask(Asked { text: Same::from(Rc::from(text)), quotations: Rc::from([]) })
    }

    fn start(ticket: u32) -> Step {
        Step::Start(Ticket(ticket))
    }

    fn request(ticket: u32, text: &str) -> Step {
        Step::Send(Request { ticket: Ticket(ticket), text: text.into(), quotations: Vec::new() })
    }

    fn findings(ticket: u32) -> Event {
        Event::Heard(Reply::Findings { ticket: Ticket(ticket), findings: Findings::default() })
    }

    fn delivers(steps: &[Step]) -> bool {
        matches!(steps, [Step::Practise(_), Step::Deliver(_)])
    }

    fn waiting_for_a_reply() -> Tickets {
        let mut tickets = Tickets::default();
        assert_eq!(tickets.turn(ask("a")), [start(1)]);
        assert_eq!(tickets.turn(Event::Heard(Reply::Ready)), [request(1, "a")]);
        tickets
    }

    #[test]
    fn a_request_waits_until_the_worker_is_ready() {
        let mut tickets = waiting_for_a_reply();
        assert!(delivers(&tickets.turn(findings(1))));
        assert_eq!(tickets.turn(ask("b")), [request(2, "b")]);
    }

    #[test]
    fn only_the_newest_request_is_answered() {
        let mut tickets = waiting_for_a_reply();
        assert_eq!(tickets.turn(ask("b")), [start(2)]);
        assert_eq!(tickets.turn(findings(1)), []);
        assert_eq!(tickets.turn(Event::Heard(Reply::Ready)), [request(2, "b")]);
        assert!(delivers(&tickets.turn(findings(2))));
        assert_eq!(tickets.turn(findings(2)), [], "a reply counts once");
    }

    #[test]
    fn after_a_crash_the_request_is_sent_to_a_new_worker() {
        let mut tickets = waiting_for_a_reply();
        assert_eq!(tickets.turn(Event::Crashed), [start(1)]);
        assert_eq!(tickets.turn(Event::Heard(Reply::Ready)), [request(1, "a")]);
    }

    #[test]
    fn a_text_that_always_ends_the_worker_is_given_up_and_the_next_one_is_read() {
        let mut tickets = waiting_for_a_reply();
        for _ in 0..RESTARTS {
            assert_eq!(tickets.turn(Event::TimedOut(Ticket(1))), [start(1)]);
        }
        assert_eq!(tickets.turn(Event::Crashed), [Step::GiveUp]);
        assert_eq!(tickets.turn(ask("b")), [start(2)]);
    }

    #[test]
    fn a_reading_that_is_stopped_ends_the_worker_and_the_next_text_starts_another() {
        let mut tickets = waiting_for_a_reply();
        assert_eq!(tickets.turn(Event::Stop), [Step::End]);
        assert_eq!(tickets.turn(findings(1)), []);
        assert_eq!(tickets.turn(Event::Heard(Reply::Ready)), [], "it is ended");
        assert_eq!(tickets.turn(Event::TimedOut(Ticket(1))), []);
        assert_eq!(tickets.turn(Event::Stop), [], "there is nothing to stop");
        assert_eq!(tickets.turn(ask("b")), [start(2)]);
        assert_eq!(tickets.turn(Event::Heard(Reply::Ready)), [request(2, "b")]);
    }

    #[test]
    fn time_outs_of_answered_requests_and_idle_crashes_change_nothing() {
        let mut tickets = waiting_for_a_reply();
        tickets.turn(findings(1));
        assert_eq!(tickets.turn(Event::TimedOut(Ticket(1))), []);
        assert_eq!(tickets.turn(Event::Crashed), []);
        assert_eq!(tickets.turn(ask("b")), [start(2)]);
    }
}
