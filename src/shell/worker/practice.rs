//! [`Practice`]: reads an article on, unseen, until the browser keeps what it has made of the engine.
//!
//! A browser first runs a program in a version that is quickly made, and makes a fast one of what
//! is used much. Chromium keeps the fast one for the next visit once it is a megabyte, which takes
//! about ten thousand words read in one visit: docs/decisions/0111-practice.md. So it is done once
//! for each build, in half a second of work, bit by bit while the reader reads.

use std::iter;
use std::rc::Rc;
use std::time::Duration;

use gloo::utils::document;
use js_sys::Uint8Array;
use web_sys::Worker;
use yew::platform::{spawn_local, time};

use crate::protocol::{Request, Ticket, encode};
use crate::shell::storage;

/// Bytes of text that are enough, with half as many to spare.
const ENOUGH: usize = 90_000;

/// The shortest text to practise on, and what is taken of a longer one: nothing that the reader
/// wants read waits for more.
const BYTES: [usize; 2] = [1_000, 8_000];

/// Between one reading and the next.
const PAUSE: Duration = Duration::from_millis(300);

/// The setting that holds the last build that has practised.
const PRACTISED: &str = "practised";

/// What nobody has asked for: the page drops the reply.
const NOBODY: Ticket = Ticket(0);

/// Goes on until it is done or dropped.
pub(super) struct Practice {
    _wanted: Rc<()>,
}

impl Practice {
    /// Begins, unless this build has practised here or the text is too short for it.
    pub(super) fn begin(worker: &Worker, text: &str) -> Option<Self> {
        let text = &text[..text.floor_char_boundary(BYTES[1])];
        let build = build()?;
        if text.len() < BYTES[0] || storage::setting(PRACTISED).as_ref() == Some(&build) {
            return None;
        }
        let request =
            encode(&Request { ticket: NOBODY, text: text.to_owned(), quotations: Vec::new() })?;
        let (worker, times) = (worker.clone(), ENOUGH.div_ceil(text.len()));
        let wanted = Rc::new(());
        let dropped = Rc::downgrade(&wanted);
        spawn_local(async move {
            for request in iter::repeat_n(request, times) {
                time::sleep(PAUSE).await;
                if dropped.upgrade().is_none() {
                    return;
                }
                // Bytes that cannot be posted are noticed when the worker is asked in earnest.
                let _ = worker.post_message(&Uint8Array::from(&request[..]));
            }
            // Where it cannot be kept, the next visit practises again.
            let _ = storage::set_setting(PRACTISED, &build);
        });
        Some(Self { _wanted: wanted })
    }
}

/// The build's name, which `cargo xtask policy` has written into the page.
fn build() -> Option<String> {
    document().query_selector("meta[name=galley-build]").ok()??.get_attribute("content")
}
