//! [`use_settled`]: what was read in an article is taken in and shown in several tasks, so that the page
//! hears the reader between them.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::goes::FRAME;
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

/// Which findings are being taken in, and in which task.
type Task = (Reviewed, u8);

/// How far `reading` and its findings are taken in by now.
#[hook]
pub(crate) fn use_settled(reading: Reading, review: Reviewed) -> Settled {
    let now = use_mut_ref(|| Settled {
        coming: review.clone(),
        shown: review.clone(),
        reading: reading.clone(),
    });
    let task = use_state(|| (review.clone(), TASKS));
    let here = now.borrow_mut().take_in(&task, reading, review);
    use_effect_with(here, move |here| {
        let next = next(here);
        let timeout = next.map(|next| Timeout::new(FRAME, move || task.set(next)));
        move || drop(timeout)
    });
    now.borrow().clone()
}

impl Settled {
    /// Takes in as much as is due after `task`, and gives the task that this is. Other findings than those of
    /// `task` begin anew, or come at once where a reading has been taken in before.
    fn take_in(&mut self, task: &Task, reading: Reading, review: Reviewed) -> Task {
        let has_ended = matches!((&self.reading, &reading), (Reading::Waiting, Reading::Done(_)));
        let at = match task {
            (of, at) if *of == review => *at,
            _ if has_ended => 0,
            _ => TASKS,
        };
        if at > 0 {
            self.coming = review.clone();
        }
        if at > 1 {
            self.shown = review.clone();
        }
        if at == TASKS {
            self.reading = reading;
        }
        (review, at)
    }
}

/// The task after one, if there is any.
fn next((review, at): &Task) -> Option<Task> {
    (*at < TASKS).then(|| (review.clone(), at + 1))
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use galley_engine::Findings;
    use galley_review::{Remarks, review};

    use super::*;
    use crate::same::{Found, Same};

    fn found() -> (Reading, Reviewed) {
        let review = Same::new(review("", &Findings::default(), Remarks::default()));
        (Reading::Done(Found::from(Rc::clone(&review.findings))), review)
    }

    /// Nothing was read yet, and nothing is due.
    fn waiting() -> (Settled, Task) {
        let (_, nothing) = found();
        let reading = Reading::Waiting;
        let settled = Settled { coming: nothing.clone(), shown: nothing.clone(), reading };
        (settled, (nothing, TASKS))
    }

    #[test]
    fn a_reading_is_drawn_before_it_is_shown_and_shown_before_it_is_listed() {
        let (mut settled, mut task) = waiting();
        let (reading, new) = found();
        let mut seen = Vec::new();
        loop {
            let here = settled.take_in(&task, reading.clone(), new.clone());
            let listed = settled.reading == reading;
            seen.push([settled.coming == new, settled.shown == new, listed]);
            let Some(due) = next(&here) else { break };
            task = due;
        }
        assert_eq!(seen, [[false; 3], [true, false, false], [true, true, false], [true; 3]]);
    }

    #[test]
    fn findings_that_come_while_others_are_taken_in_are_the_ones_that_stay() {
        for overtaken_in in 0..TASKS {
            let (mut settled, mut task) = waiting();
            let ((older, old), (newer, new)) = (found(), found());
            for _ in 0..=overtaken_in {
                task = next(&settled.take_in(&task, older.clone(), old.clone())).expect("a task");
            }
            // The task of the older findings that was due may still come, and is theirs no more.
            let mut here = settled.take_in(&task, newer.clone(), new.clone());
            assert_eq!(here.1, 0, "they are taken in from the first task");
            while let Some(due) = next(&here) {
                here = settled.take_in(&due, newer.clone(), new.clone());
            }
            assert!(settled == Settled { coming: new.clone(), shown: new, reading: newer });
        }
    }

    #[test]
    fn what_the_reader_says_after_that_is_shown_at_once() {
        let (mut settled, task) = waiting();
        let ((reading, _), (corrected, review)) = (found(), found());
        settled.reading = reading;
        let here = settled.take_in(&task, corrected.clone(), review.clone());
        assert!(next(&here).is_none());
        let all = Settled { coming: review.clone(), shown: review, reading: corrected };
        assert!(settled == all);
    }
}
