//! [`opener`]: where an article comes in, by pasting, typing, dropping or opening a file.

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlTextAreaElement};
use yew::prelude::*;

use crate::shell::paste::{self, Copied, Incoming};

/// The opener. What is pasted into its field is read at once; what is typed, with the button.
pub(super) fn opener(on_incoming: &Callback<Incoming>, on_sample: &Callback<()>) -> Html {
    let onsubmit = {
        let on_incoming = on_incoming.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let form = event.target_dyn_into::<Element>();
            let field = form.and_then(|form| form.query_selector("textarea").ok().flatten());
            if let Some(field) = field.and_then(|it| it.dyn_into::<HtmlTextAreaElement>().ok()) {
                Copied::written(field.value()).hand_on(&on_incoming);
            }
        })
    };
    let on_file = {
        let on_incoming = on_incoming.clone();
        Callback::from(move |event: Event| paste::read_chosen(&event, on_incoming.clone()))
    };
    let on_sample = on_sample.reform(|_: MouseEvent| ());
    html! {
        <form class="opener" {onsubmit}>
            <h1 class="opener-label"><label for="opener">{ "Paste an article" }</label></h1>
            <textarea
                id="opener"
                class="opener-field"
                rows="5"
                placeholder="Paste the text or the page here, drop a file, or type."
            />
            <div class="opener-actions">
                <button class="button is-main" type="submit">{ "Read it" }</button>
                <label class="button">
                    { "Open a file" }
                    <input
                        class="visually-hidden"
                        type="file"
                        accept=".txt,.md,.html,.htm,.json,text/plain,text/html"
                        onchange={on_file}
                    />
                </label>
                <button class="button is-quiet" type="button" onclick={on_sample}>
                    { "Look at the sample article" }
                </button>
            </div>
            <p class="opener-promise">
                { "Nothing you paste leaves this device. Everything is kept in this browser." }
            </p>
        </form>
    }
}
