//! [`use_keys`], [`use_label_keys`] and [`use_history_keys`]: what keys do while no field is being written in.

use std::rc::Rc;

use galley_notebook::Action;
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

/// `H` and `N` mark what is selected, where something is; Escape points at nothing.
#[hook]
pub(crate) fn use_keys(on_gesture: Option<Callback<Gesture>>, clear: Callback<()>) {
    use_key_listener((on_gesture, clear), |event, (on_gesture, clear)| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return false;
        }
        let gesture = match event.key().as_str() {
            "Escape" => {
                clear.emit(());
                return true;
            }
            "h" | "H" => Gesture::Highlight,
            "n" | "N" => Gesture::Note,
            _ => return false,
        };
        let Some(on_gesture) = on_gesture else { return false };
        on_gesture.emit(gesture);
        true
    });
}

/// Each of `keys` marks what is selected with its label, where something is.
#[hook]
pub(crate) fn use_label_keys(keys: Rc<[char]>, on_label: Option<Callback<char>>) {
    use_key_listener((keys, on_label), |event, (keys, on_label)| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
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

/// Control or Command with `Z` undoes, with Shift and `Z`, or with `Y`, does again.
#[hook]
pub(crate) fn use_history_keys(act: Callback<Action>) {
    use_key_listener(act, |event, act| {
        if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
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

/// Hands each key that is pressed outside of fields to `on_key`, which says whether it was used.
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
                    && !is_field(event)
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
