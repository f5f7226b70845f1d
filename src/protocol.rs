//! What the page and the worker say to each other, as bytes in postcard's form both ways.
//!
//! The worker says [`Reply::Ready`] once, then answers every [`Request`] with a [`Reply::Findings`]
//! that bears its [`Ticket`]. Anything else (a crash, silence) is for the page to notice.

use galley_engine::Findings;
use galley_text::Span;
use serde::{Deserialize, Serialize};

/// What the program that starts the worker, in the head of `index.html`, calls the promise of the
/// model's file in the worker's global scope.
pub const MODEL: &str = "galleyModel";

/// The number of a request. A later request has a higher one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Ticket(pub u32);

/// What the page asks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Request {
    /// To be given back with the reply.
    pub ticket: Ticket,
    /// The article to read.
    pub text: String,
    /// Its paragraphs that are set as quotations, in order.
    pub quotations: Vec<Span>,
}

/// What the worker says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// It has started and listens.
    Ready,
    /// It has read the article of that request.
    Findings {
        /// The request's ticket.
        ticket: Ticket,
        /// What it found.
        findings: Findings,
    },
}

/// The message as bytes; `None` where it cannot be written, which no value of these types is.
pub fn encode(message: &impl Serialize) -> Option<Vec<u8>> {
    postcard::to_allocvec(message).ok()
}

/// The message in `bytes`; `None` where it is none.
pub fn decode<M: for<'de> Deserialize<'de>>(bytes: &[u8]) -> Option<M> {
    postcard::from_bytes(bytes).ok()
}
