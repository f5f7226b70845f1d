//! [`use_settled`]: what was read in an article is taken in and shown in several tasks, so that the page
//! hears the reader between them.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::{Reading, Reviewed};

/// A reading and its findings as far as they are taken in.
#[derive(Clone, PartialEq)]
pub(crate) struct Settled {
    /// What is to be drawn in a moment.
    pub(crate) coming: Reviewed,
    /// What is shown in the text and beside it.
    pub(crate) shown: Reviewed,
    /// What the pane shows.
    pub(crate) reading: Reading,
}

/// The tasks in which a reading that has just ended is taken in: it is corrected, drawn, shown with its
/// cards, and listed in the pane. What the reader says later is shown at once.
const TASKS: u8 = 3;

/// How far `reading` and its findings are taken in by now.
#[hook]
pub(crate) fn use_settled(reading: Reading, review: Reviewed) -> Settled {
    let now = use_mut_ref(|| Settled {
        coming: review.clone(),
        shown: review.clone(),
        reading: reading.clone(),
    });
    let task = use_state(|| (review.clone(), TASKS));
    let has_ended =
        matches!((&now.borrow().reading, &reading), (Reading::Waiting, Reading::Done(_)));
    let at = match &*task {
        (of, at) if *of == review => *at,
        _ if has_ended => 0,
        _ => TASKS,
    };
    let mut settled = now.borrow_mut();
    if at > 0 {
        settled.coming = review.clone();
    }
    if at > 1 {
        settled.shown = review.clone();
    }
    if at == TASKS {
        settled.reading = reading;
    }
    use_effect_with((review, at), move |(review, at)| {
        let next = (review.clone(), at + 1);
        let timeout = (*at < TASKS).then(|| Timeout::new(0, move || task.set(next)));
        move || drop(timeout)
    });
    settled.clone()
}
