//! [`SelectionBar`]: what can be done with the words that are selected.

use yew::prelude::*;

use super::parts::Floating;
use crate::hooks::Gesture;
use crate::shell::page_text::{Place, Selected};

/// Where the bar stands.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// What is selected.
    pub(crate) selected: Selected,
    /// Called with what is to be done.
    pub(crate) on_gesture: Callback<Gesture>,
}

/// The bar. Pressing a button must not take the selection away before it is used.
#[component]
pub(crate) fn SelectionBar(props: &Props) -> Html {
    let keep_selection = Callback::from(|event: MouseEvent| event.prevent_default());
    let button = |gesture: Gesture, label: &'static str, key: &'static str| {
        let onclick = props.on_gesture.reform(move |_: MouseEvent| gesture);
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
    let place: Place = props.selected.place;
    html! {
        <Floating {place} class="is-bar" label="Mark the selection" role="toolbar">
            { button(Gesture::Highlight, "Highlight", "H") }
            { button(Gesture::Note, "Note", "N") }
        </Floating>
    }
}
