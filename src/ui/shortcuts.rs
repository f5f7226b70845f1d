//! [`Shortcuts`]: the sheet of all keys.

use web_sys::HtmlElement;
use yew::prelude::*;

use crate::hooks::SHORTCUTS;

/// What the sheet needs.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// Called when it is to go.
    pub(crate) on_close: Callback<()>,
}

/// The sheet. The keyboard's focus goes to its button, from which Escape, too, closes it.
#[component]
pub(crate) fn Shortcuts(props: &Props) -> Html {
    let button = use_node_ref();
    use_effect_with(button.clone(), |button| {
        if let Some(button) = button.cast::<HtmlElement>() {
            // Focus fails on elements that are gone, and then there is nothing to press.
            let _ = button.focus();
        }
    });
    let rows = SHORTCUTS.iter().map(|(keys, what)| {
        let keys = keys.iter().map(|key| html! { <kbd>{ *key }</kbd> });
        html! { <><dt>{ for keys }</dt><dd>{ *what }</dd></> }
    });
    let onclick = props.on_close.reform(|_: MouseEvent| ());
    html! {
        <section class="shortcuts" role="dialog" aria-labelledby="shortcuts-title">
            <h2 id="shortcuts-title" class="popover-name">{ "Keys" }</h2>
            <dl class="keys">{ for rows }</dl>
            <button ref={button} class="button" {onclick}>{ "Close" }</button>
        </section>
    }
}
