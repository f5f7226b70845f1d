//! [`Palette`]: a field that finds commands, people and articles by their names.

mod items;

use std::rc::Rc;

use gloo::utils::document;
use web_sys::{HtmlInputElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

use self::items::matching;
pub(crate) use self::items::{Item, Jump, articles, commands, labels, people};
use super::parts::{Dialog, close};
use super::words::count;

/// What it offers.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// What can be chosen, the first first.
    pub(crate) items: Rc<[Item]>,
    /// The words that commands are carried out on, if any.
    pub(crate) about: Option<AttrValue>,
    /// Called when it has closed, with what was chosen.
    pub(crate) on_close: Callback<Option<Jump>>,
}

/// The field with its list. It remembers nothing of what is looked for.
#[component]
pub(crate) fn Palette(props: &Props) -> Html {
    let node = use_node_ref();
    let query = use_state_eq(String::new);
    let at = use_state_eq(|| 0);
    let chosen = use_mut_ref(|| None::<Jump>);
    let found =
        use_memo((props.items.clone(), (*query).clone()), |(items, query)| matching(items, query));
    use_effect_with((found.clone(), *at), |(_, at)| bring_into_view(*at));
    let choose = {
        let (node, chosen, items, found) =
            (node.clone(), chosen.clone(), props.items.clone(), found.clone());
        Callback::from(move |at: usize| {
            if let Some(index) = found.get(at) {
                *chosen.borrow_mut() = Some(items[*index].jump.clone());
                close(&node);
            }
        })
    };
    let oninput = {
        let (query, at) = (query.clone(), at.clone());
        Callback::from(move |event: InputEvent| {
            let field = event.target_dyn_into::<HtmlInputElement>();
            query.set(field.map(|field| field.value()).unwrap_or_default());
            at.set(0);
        })
    };
    let onkeydown = {
        let (at, choose, length) = (at.clone(), choose.clone(), found.len());
        Callback::from(move |event: KeyboardEvent| {
            match event.key().as_str() {
                "ArrowDown" => at.set((*at + 1) % length.max(1)),
                "ArrowUp" => at.set((*at + length.max(1) - 1) % length.max(1)),
                "Enter" if !event.is_composing() => choose.emit(*at),
                _ => return,
            }
            event.prevent_default();
        })
    };
    let options = found.iter().enumerate().map(|(place, index)| {
        option(&props.items[*index], place, place == *at, choose.reform(move |_: MouseEvent| place))
    });
    let on_close = props.on_close.reform(move |()| chosen.take());
    let active = found.get(*at).map(|_| option_id(*at));
    html! {
        <Dialog {node} id="palette" title="Commands" {on_close}>
            if let Some(about) = &props.about {
                <p id="palette-about" class="pane-told palette-about">{ format!("With “{about}”") }</p>
            }
            <input
                class="field palette-field"
                type="text"
                role="combobox"
                aria-label="Command, person or article"
                aria-expanded="true"
                aria-autocomplete="list"
                aria-controls="palette-list"
                aria-describedby={props.about.as_ref().map(|_| "palette-about")}
                aria-activedescendant={active}
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                autofocus=true
                {oninput}
                {onkeydown}
            />
            <ul id="palette-list" role="listbox" aria-label="Commands" class="palette-list">
                { for options }
            </ul>
            <p class="palette-count" role="status">
                { if found.is_empty() { "Nothing is called that".to_owned() } else { count(found.len(), "entry", "entries") } }
            </p>
        </Dialog>
    }
}

fn option(item: &Item, place: usize, is_active: bool, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <li
            id={option_id(place)}
            role="option"
            aria-selected={is_active.to_string()}
            class="palette-option"
            {onclick}
        >
            <span dir="auto">{ item.name.clone() }</span>
            <span class="palette-side">
                { item.kind }
                { for item.keys.iter().map(|key| html! { <kbd>{ key.clone() }</kbd> }) }
            </span>
        </li>
    }
}

fn option_id(place: usize) -> String {
    format!("palette-{place}")
}

fn bring_into_view(place: usize) {
    if let Some(option) = document().get_element_by_id(&option_id(place)) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        option.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
