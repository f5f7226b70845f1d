//! [`selection_bar`]: what can be done with the words that are selected.

use yew::prelude::*;

use super::label::Label;
use super::parts::Floating;
use crate::hooks::Gesture;
use crate::shell::page_text::Place;

/// The bar beside a selection. Pressing a button must not take the selection away before it is used.
///
/// `on_label` is called with the name of the label that is chosen.
pub(crate) fn selection_bar(
    place: Place,
    on_gesture: &Callback<Gesture>,
    labels: &[Label],
    on_label: &Callback<String>,
) -> Html {
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
    let labels = labels.iter().map(|label| {
        let Label { name, tint, key } = label.clone();
        let title = key.map_or_else(|| name.clone(), |key| format!("{name} ({key})"));
        let onclick = on_label.reform({
            let name = name.clone();
            move |_: MouseEvent| name.clone()
        });
        html! {
            <button
                class="button is-quiet is-label"
                aria-keyshortcuts={key.map(String::from)}
                {title}
                onmousedown={keep_selection.clone()}
                {onclick}
            >
                <span class={classes!("swatch", "m-mine", tint.class())} aria-hidden="true">
                    { label.sign() }
                </span>
                <span class="visually-hidden">{ format!("Mark as {name}") }</span>
            </button>
        }
    });
    html! {
        <Floating {place} class="is-bar" label="Mark the selection" role="toolbar">
            { button(Gesture::Highlight, "Highlight", "H") }
            { button(Gesture::Note, "Note", "N") }
            { for labels }
        </Floating>
    }
}
