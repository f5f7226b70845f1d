//! [`use_keys`], [`use_label_keys`] and [`use_history_keys`]: what keys do while no field is being
//! written in, and [`SHORTCUTS`], all of them for the reader.

use std::rc::Rc;

use galley_notebook::Action;
use galley_text::Way;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::document;
use wasm_bindgen::prelude::*;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

/// What the reader does with a selection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gesture {
    /// Mark it.
    Highlight,
    /// Mark it and write about it.
    Note,
}

/// The marks that a key goes through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    /// All of them.
    Any,
    /// What somebody said.
    Quote,
    /// People.
    Person,
    /// Organizations.
    Organization,
    /// Places.
    Place,
    /// Dates, times and amounts.
    Number,
    /// The reader's own.
    Mine,
    /// What the engine is not sure of.
    Question,
}

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Command {
    /// To go to the next or the previous mark.
    Go(Sort, Way),
    /// To do something with the selection.
    With(Gesture),
    /// To accept what is pointed at.
    Accept,
    /// To reject it.
    Reject,
    /// To see all keys.
    Help,
    /// To point at nothing, and to close what is open.
    Close,
}

/// Every key of the desk and what it does.
pub(crate) const SHORTCUTS: &[(&[&str], &str)] = &[
    (&["J", "K"], "Next mark, previous mark"),
    (&["Q", "⇧Q"], "Next quote, previous quote"),
    (&["P", "⇧P"], "Next person, previous person"),
    (&["O", "⇧O"], "Organizations"),
    (&["L", "⇧L"], "Places"),
    (&["D", "⇧D"], "Dates and numbers"),
    (&["M", "⇧M"], "My marks"),
    (&["U", "⇧U"], "Marks that the engine is not sure of"),
    (&["Enter"], "Open the mark that is gone to"),
    (&["A", "X"], "Accept it, reject it"),
    (&["H", "N"], "Highlight the selection, write a note on it"),
    (&["Ctrl Z", "Ctrl ⇧Z"], "Undo, redo"),
    (&["Esc"], "Close what is open"),
    (&["?"], "These keys"),
];

/// Hands on what keys ask for. Escape is heard even where a field is being written in.
#[hook]
pub(crate) fn use_keys(on_command: Callback<Command>) {
    use_key_listener(on_command, |event, on_command| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return false;
        }
        let Some(command) = command(&event.key()) else { return false };
        if is_field(event) && command != Command::Close {
            return false;
        }
        on_command.emit(command);
        command != Command::Close
    });
}

/// Each of `keys` marks what is selected with its label, where something is.
#[hook]
pub(crate) fn use_label_keys(keys: Rc<[char]>, on_label: Option<Callback<char>>) {
    use_key_listener((keys, on_label), |event, (keys, on_label)| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() || is_field(event) {
            return false;
        }
        let mut pressed = event.key().chars().collect::<Vec<_>>().into_iter();
        let (Some(on_label), Some(key), None) = (on_label, pressed.next(), pressed.next()) else {
            return false;
        };
        if keys.contains(&key) {
            on_label.emit(key);
        }
        keys.contains(&key)
    });
}

fn command(key: &str) -> Option<Command> {
    let sort = match key {
        "Escape" => return Some(Command::Close),
        "?" => return Some(Command::Help),
        "a" | "A" => return Some(Command::Accept),
        "x" | "X" => return Some(Command::Reject),
        "h" | "H" => return Some(Command::With(Gesture::Highlight)),
        "n" | "N" => return Some(Command::With(Gesture::Note)),
        "j" => return Some(Command::Go(Sort::Any, Way::On)),
        "k" => return Some(Command::Go(Sort::Any, Way::Back)),
        "q" | "Q" => Sort::Quote,
        "p" | "P" => Sort::Person,
        "o" | "O" => Sort::Organization,
        "l" | "L" => Sort::Place,
        "d" | "D" => Sort::Number,
        "m" | "M" => Sort::Mine,
        "u" | "U" => Sort::Question,
        _ => return None,
    };
    let back = key.chars().all(char::is_uppercase);
    Some(Command::Go(sort, if back { Way::Back } else { Way::On }))
}

/// Control or Command with `Z` undoes, with Shift and `Z`, or with `Y`, does again.
#[hook]
pub(crate) fn use_history_keys(act: Callback<Action>) {
    use_key_listener(act, |event, act| {
        if !(event.ctrl_key() || event.meta_key()) || event.alt_key() || is_field(event) {
            return false;
        }
        let action = match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
            ("z", false) => Action::Undo,
            ("z", true) | ("y", false) => Action::Redo,
            _ => return false,
        };
        act.emit(action);
        true
    });
}

/// Hands each key that is pressed outside of dialogs, and that no other listener has used, to
/// `on_key`, which says whether it was used.
#[hook]
fn use_key_listener<D: PartialEq + Clone + 'static>(
    with: D,
    on_key: fn(&KeyboardEvent, &D) -> bool,
) {
    use_effect_with(with, move |with| {
        let with = with.clone();
        let options = EventListenerOptions::enable_prevent_default();
        let listener =
            EventListener::new_with_options(&document(), "keydown", options, move |event| {
                if let Some(key) = event.dyn_ref::<KeyboardEvent>()
                    && !event.default_prevented()
                    && !is_in_dialog(event)
                    && on_key(key, &with)
                {
                    event.prevent_default();
                }
            });
        move || drop(listener)
    });
}

/// Whether the event goes to an open dialog, which has keys of its own: Escape closes it.
fn is_in_dialog(event: &web_sys::Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|it| it.closest("dialog").is_ok_and(|dialog| dialog.is_some()))
}

/// Whether the event goes to a field, which has its own keys and its own undo.
pub(crate) fn is_field(event: &web_sys::Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target
        .is_some_and(|it| it.matches("input, textarea, select, [contenteditable]").unwrap_or(false))
}
