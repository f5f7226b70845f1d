//! [`Opener`]: where an article comes in, by pasting, typing, dropping or opening a file.

use galley_notebook::Draft;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::shell::paste::{self, Incoming};

/// What the opener does.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// Called with what came in.
    pub(crate) on_incoming: Callback<Incoming>,
    /// Called when the sample article is wanted.
    pub(crate) on_sample: Callback<()>,
}

/// The opener. What is pasted into its field is read at once.
#[component]
pub(crate) fn Opener(props: &Props) -> Html {
    let field = use_node_ref();
    let filled = use_state_eq(|| false);
    let oninput = {
        let filled = filled.clone();
        Callback::from(move |event: InputEvent| {
            let field = event.target_dyn_into::<HtmlTextAreaElement>();
            filled.set(field.is_some_and(|field| !field.value().trim().is_empty()));
        })
    };
    let onsubmit = {
        let (field, on_incoming) = (field.clone(), props.on_incoming.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                on_incoming.emit(Incoming::Article(Draft::plain(&field.value())));
            }
        })
    };
    let on_file = {
        let on_incoming = props.on_incoming.clone();
        Callback::from(move |event: Event| {
            let input = event.target_dyn_into::<HtmlInputElement>();
            if let Some(file) = input.and_then(|input| input.files()?.get(0)) {
                paste::read_file(&file, on_incoming.clone());
            }
        })
    };
    let on_sample = props.on_sample.reform(|_: MouseEvent| ());
    html! {
        <form class="opener" {onsubmit}>
            <h1 class="opener-label"><label for="opener">{ "Paste an article" }</label></h1>
            <textarea
                id="opener"
                ref={field}
                class="opener-field"
                rows="5"
                placeholder="Paste the text or the page here, drop a file, or type."
                {oninput}
            />
            <div class="opener-actions">
                <button class="button is-main" type="submit" disabled={!*filled}>{ "Read it" }</button>
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
