//! [`use_keys`]: hands on the keys that are pressed anywhere on the page.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::document;
use wasm_bindgen::prelude::*;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

use super::Chord;

/// A chord, and where.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Pressed {
    /// What was pressed.
    pub(crate) chord: Chord,
    /// Whether in a field that has such keys of its own.
    pub(crate) in_field: bool,
}

/// Hands each chord that is pressed outside of dialogs, and that nothing else has used, to `on_key`,
/// which says whether it has used it.
#[hook]
pub(crate) fn use_keys(on_key: Callback<Pressed, bool>) {
    use_effect_with(on_key, move |on_key| {
        let on_key = on_key.clone();
        let options = EventListenerOptions::enable_prevent_default();
        let listener =
            EventListener::new_with_options(&document(), "keydown", options, move |event| {
                let unused = !event.default_prevented() && !is_in(event, "dialog");
                let key =
                    event.dyn_ref::<KeyboardEvent>().filter(|it| unused && !it.is_composing());
                let Some(chord) = key.and_then(chord_of) else { return };
                let in_field =
                    if chord.is_with_control() { is_written(event) } else { is_field(event) };
                if on_key.emit(Pressed { chord, in_field }) {
                    event.prevent_default();
                }
            });
        move || drop(listener)
    });
}

/// What was pressed.
pub(crate) fn chord_of(event: &KeyboardEvent) -> Option<Chord> {
    // AltGr writes signs, and some systems report it as Control and Alt.
    let writes = event.get_modifier_state("AltGraph");
    let [control, alt] =
        [event.ctrl_key() || event.meta_key(), event.alt_key()].map(|it| it && !writes);
    Chord::pressed(&event.key(), &event.code(), [control, alt, event.shift_key()])
}

/// Whether the event goes to a field.
pub(crate) fn is_field(event: &web_sys::Event) -> bool {
    is_in(event, "input, textarea, select, [contenteditable]")
}

/// Whether it goes to a field that is written in. Lists and boxes have letters and arrows of their own, but no
/// undo.
fn is_written(event: &web_sys::Event) -> bool {
    is_field(event) && !is_in(event, "select, [type=checkbox], [type=radio], [type=file]")
}

/// Whether the event goes to such an element or into one.
fn is_in(event: &web_sys::Event, selector: &str) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|it| it.closest(selector).is_ok_and(|found| found.is_some()))
}
