//! [`lay_out`]: the paragraphs of a large text, which the browser at first lays out only where they are seen.

use std::cell::Cell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::paragraphs::numbered;

/// Milliseconds from one go to the next.
const PAUSE: u32 = 20;

/// So many bytes of the text are laid out in one go.
const ROOM: usize = 8_192;

/// Those that are not laid out for good.
const LEFT: &str = ".is-long .paragraph:not([data-laid])";

/// Has all paragraphs laid out for good, in goes from the top: a screen reader is told of no others. Gives what
/// ends that.
pub(crate) fn lay_out() -> impl FnOnce() {
    let is_wanted = Rc::new(Cell::new(true));
    go(Rc::clone(&is_wanted));
    move || is_wanted.set(false)
}

fn go(is_wanted: Rc<Cell<bool>>) {
    Timeout::new(PAUSE, move || {
        if is_wanted.get() && lay_some() {
            go(is_wanted);
        }
    })
    .forget();
}

/// Whether there were any left.
fn lay_some() -> bool {
    let Ok(left) = document().query_selector_all(LEFT) else { return false };
    let ahead = (0..left.length()).filter_map(|at| numbered(left.get(at)?.dyn_into().ok()?));
    let mut first = None;
    let is_near = |(_, start): &(Element, usize)| *start < *first.get_or_insert(*start) + ROOM;
    for (paragraph, _) in ahead.take_while(is_near) {
        // The name of an attribute of data is always legal.
        let _ = paragraph.set_attribute("data-laid", "");
    }
    left.length() > 0
}
