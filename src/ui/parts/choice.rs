//! [`Choice`]: one of several words, in a list that the browser draws.
//!
//! Where the list is closed, most browsers change it at each arrow, and so would say three things on the way
//! to the third. What keys lead to is held until Enter, or until the keyboard goes on.

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::shell::platform;

/// From what is chosen.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// What the choice is called.
    pub(crate) label: AttrValue,
    /// What stands beside it, if anything.
    #[prop_or_default]
    pub(crate) shown: Option<&'static str>,
    /// Each by its value, with how it is shown.
    pub(crate) options: Vec<(AttrValue, AttrValue)>,
    /// The value of now.
    pub(crate) chosen: AttrValue,
    /// Called with the value that is chosen.
    pub(crate) on_choice: Callback<String>,
}

/// The list.
#[component]
pub(crate) fn Choice(props: &Props) -> Html {
    let list = use_node_ref();
    let by_key = use_mut_ref(|| false);
    let held = use_state_eq(|| None::<String>);
    let onkeydown = {
        let (by_key, held, list) = (by_key.clone(), held.clone(), list.clone());
        let (chosen, on_choice) = (props.chosen.clone(), props.on_choice.clone());
        Callback::from(move |event: KeyboardEvent| {
            *by_key.borrow_mut() = moves(&event);
            let Some(value) = Option::clone(&held) else { return };
            match event.key().as_str() {
                "Enter" => on_choice.emit(value),
                "Escape" => put_back(&list, &chosen),
                _ => return,
            }
            held.set(None);
            // Used up here, or it would close the card too.
            event.prevent_default();
        })
    };
    let onpointerdown = {
        let by_key = by_key.clone();
        Callback::from(move |_: PointerEvent| *by_key.borrow_mut() = false)
    };
    let onchange = {
        let (held, on_choice) = (held.clone(), props.on_choice.clone());
        let chosen = props.chosen.clone();
        Callback::from(move |event: Event| {
            let value = value(&event);
            if *by_key.borrow() {
                held.set(Some(value).filter(|value| *value != *chosen));
            } else {
                held.set(None);
                on_choice.emit(value);
            }
        })
    };
    let onblur = {
        let (held, on_choice) = (held.clone(), props.on_choice.clone());
        Callback::from(move |_: FocusEvent| {
            if let Some(value) = Option::clone(&held) {
                held.set(None);
                on_choice.emit(value);
            }
        })
    };
    let options = props.options.iter().map(|(value, shown)| {
        let selected = *value == props.chosen;
        html! { <option key={value.to_string()} {value} {selected}>{ shown }</option> }
    });
    html! {
        <>
            <label class="control">
                if let Some(shown) = props.shown {
                    <span class="control-label">{ shown }</span>
                }
                <select
                    ref={list}
                    class="field"
                    aria-label={&props.label}
                    {onkeydown}
                    {onpointerdown}
                    {onchange}
                    {onblur}
                >
                    { for options }
                </select>
            </label>
            if held.is_some() {
                <p class="control-help" role="status">{ "Enter chooses it, Escape leaves it." }</p>
            }
        </>
    }
}

/// Whether the key goes to another word of a closed list, and does not open it.
fn moves(event: &KeyboardEvent) -> bool {
    let key = event.key();
    let writes = key.chars().count() == 1 && key != " ";
    let is_bare = !(event.ctrl_key() || event.meta_key() || event.alt_key());
    let is_far = ["Home", "End", "PageUp", "PageDown"].contains(&&*key);
    is_bare && (writes || is_far || key.starts_with("Arrow") && !platform::is_apple())
}

fn put_back(list: &NodeRef, chosen: &str) {
    if let Some(list) = list.cast::<HtmlSelectElement>() {
        list.set_value(chosen);
    }
}

fn value(event: &Event) -> String {
    let list = event.target().and_then(|it| it.dyn_into::<HtmlSelectElement>().ok());
    list.map(|list| list.value()).unwrap_or_default()
}
