//! [`use_autosave`]: brings storage up to the session a moment after each change.

use galley_notebook::stored::Write;
use galley_notebook::{Action, Session};
use gloo::events::EventListener;
use gloo::timers::callback::{Interval, Timeout};
use gloo::utils::{document, window};
use yew::prelude::*;

use crate::shell::storage::{self, Failure};

/// Milliseconds between a change and its saving: long enough to gather what is typed in one go.
const PAUSE: u32 = 400;
/// Milliseconds between attempts while saving fails.
const RETRY: u32 = 10_000;

/// Whether the reader's work is safe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SaveState {
    /// Storage holds all of it.
    Saved,
    /// It will in a moment.
    Saving,
    /// It does not, and why.
    Failed(Failure),
}

/// Saves what changes in `session`, and says how that stands. Saves at once when the page is left
/// or hidden, tries again while saving fails, and asks before a page with unsaved work is closed.
#[hook]
pub(crate) fn use_autosave(session: &Session, act: Callback<Action>) -> SaveState {
    let failure = use_state_eq(|| None::<Failure>);
    let latest = use_mut_ref(Session::default);
    *latest.borrow_mut() = session.clone();
    use_recall(session, act.clone());
    let kept = use_mut_ref(Session::default);
    let save = {
        let (latest, failure) = (latest.clone(), failure.setter());
        use_callback((), move |(), ()| {
            let session = latest.borrow().clone();
            if session.is_saved() {
                return failure.set(None);
            }
            // Stops at the first failure: to do all of it again later does no harm.
            match carry_out(&session.unsaved()) {
                Ok(()) => {
                    failure.set(None);
                    let before = kept.replace(session.clone());
                    // Without it only what was done before a reload can no longer be undone.
                    let _ =
                        session.histories_since(&before).iter().try_for_each(storage::carry_out);
                    act.emit(Action::Saved(session.library().clone()));
                }
                Err(why) => failure.set(Some(why)),
            }
        })
    };
    use_effect_with(session.library().clone(), {
        let save = save.clone();
        move |_| {
            let timeout = Timeout::new(PAUSE, move || save.emit(()));
            move || drop(timeout)
        }
    });
    use_effect_with((), {
        let (save, latest) = (save.clone(), latest.clone());
        move |()| {
            let listeners = on_leaving(&save, move || latest.borrow().is_saved());
            move || drop(listeners)
        }
    });
    use_effect_with(failure.is_some(), move |failing| {
        let interval = failing.then(|| Interval::new(RETRY, move || save.emit(())));
        move || drop(interval)
    });
    match *failure {
        _ if session.is_saved() => SaveState::Saved,
        Some(why) => SaveState::Failed(why),
        None => SaveState::Saving,
    }
}

/// Where storage is full, what can be undone in the articles gives way to the reader's words.
fn carry_out(writes: &[Write]) -> Result<(), Failure> {
    let all = || writes.iter().try_for_each(storage::carry_out);
    match all() {
        Err(Failure::Full) => storage::forget_histories().and_then(|()| all()),
        other => other,
    }
}

/// Reads what storage holds of the open article's history.
#[hook]
fn use_recall(session: &Session, act: Callback<Action>) {
    use_effect_with(session.current().map(|it| it.id()), move |current| {
        if let Some((id, history)) = current.and_then(|id| Some((id, storage::history(id)?))) {
            act.emit(Action::Recall { id, history });
        }
    });
}

fn on_leaving(save: &Callback<()>, is_saved: impl Fn() -> bool + 'static) -> [EventListener; 3] {
    let (hide, hidden, ask) = (save.clone(), save.clone(), save.clone());
    [
        EventListener::new(&window(), "pagehide", move |_| hide.emit(())),
        EventListener::new(&document(), "visibilitychange", move |_| {
            if document().hidden() {
                hidden.emit(());
            }
        }),
        EventListener::new_with_options(
            &window(),
            "beforeunload",
            gloo::events::EventListenerOptions::enable_prevent_default(),
            move |event| {
                ask.emit(());
                if !is_saved() {
                    event.prevent_default();
                }
            },
        ),
    ]
}
