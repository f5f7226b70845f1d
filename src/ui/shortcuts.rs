//! [`shortcuts`]: the sheet of all keys.

use yew::prelude::*;

use super::command::{Entry, Group, Keymap, TABLE};
use super::label::Label;
use super::parts::Dialog;
use crate::hooks::Chord;

/// What the sheet shows.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// The keys as the reader has them.
    pub(crate) keymap: Keymap,
    /// The reader's labels, which have keys too.
    pub(crate) labels: Vec<Label>,
    /// Called when it has closed.
    pub(crate) on_close: Callback<()>,
}

/// Every command with its keys, those without one too.
#[component]
pub(crate) fn Shortcuts(props: &Props) -> Html {
    let Props { keymap, labels, .. } = props;
    let node = use_node_ref();
    let groups = Group::ALL.iter().map(|&group| {
        let entries = TABLE.iter().filter(|entry| entry.group == group);
        let own = labels.iter().filter(|_| group == Group::Words);
        html! {
            <section class="keys-group" aria-label={group.label()}>
                <h3 class="pane-title">{ group.label() }</h3>
                <dl class="key-list">
                    { for entries.map(|entry| row(entry.name, &told(keymap, entry))) }
                    { for own.map(|label| row(&format!("Mark as “{}”", label.name), &label_key(keymap, label))) }
                </dl>
            </section>
        }
    });
    html! {
        <Dialog {node} id="keys" title="Keys" on_close={props.on_close.clone()}>
            if !keymap.has_letters() {
                <p class="pane-told">{ "Letters, digits and signs are switched off in the settings." }</p>
            }
            <div class="keys-groups">{ for groups }</div>
            <p class="pane-told">{ "Every key can be changed in the settings." }</p>
        </Dialog>
    }
}

fn told(keymap: &Keymap, entry: &Entry) -> Vec<Vec<String>> {
    keymap.keys(entry).iter().map(Chord::shown).collect()
}

fn label_key(keymap: &Keymap, label: &Label) -> Vec<Vec<String>> {
    let key = label.key.filter(|_| keymap.has_letters());
    key.map(|key| vec![key.to_string()]).into_iter().collect()
}

fn row(name: &str, keys: &[Vec<String>]) -> Html {
    html! {
        <>
            <dt>{ name.to_owned() }</dt>
            <dd>
                { for keys.iter().map(|key| chord(key)) }
                if keys.is_empty() {
                    <span class="is-none">{ "no key" }</span>
                }
            </dd>
        </>
    }
}

/// A key as it is shown.
pub(crate) fn chord(parts: &[String]) -> Html {
    html! { <span class="chord">{ for parts.iter().map(|part| html! { <kbd>{ part.clone() }</kbd> }) }</span> }
}
