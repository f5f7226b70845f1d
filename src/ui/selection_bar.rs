//! [`selection_bar`]: what can be done with the words that are selected.

use yew::prelude::*;

use super::parts::Floating;
use crate::hooks::Gesture;
use crate::shell::page_text::Place;

/// The bar beside a selection. Pressing a button must not take the selection away before it is used.
pub(crate) fn selection_bar(place: Place, on_gesture: &Callback<Gesture>) -> Html {
    let keep_selection = Callback::from(|event: MouseEvent| event.prevent_default());
    let button = |gesture: Gesture, label: &'static str, key: &'static str| {
        let onclick = on_gesture.reform(move |_: MouseEvent| gesture);
        html! {
            <button
                class="button is-quiet"
                aria-keyshortcuts={key}
                title={format!("{label} ({key})")}
                onmousedown={keep_selection.clone()}
                {onclick}
            >
                { label }
            </button>
        }
    };
    html! {
        <Floating {place} class="is-bar" label="Mark the selection" role="toolbar">
            { button(Gesture::Highlight, "Highlight", "H") }
            { button(Gesture::Note, "Note", "N") }
        </Floating>
    }
}
