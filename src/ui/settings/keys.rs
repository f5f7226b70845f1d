//! [`KeysView`]: the keys of all commands, to be changed, cleared and set back.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::Changed;
use crate::hooks::{Chord, chord_of};
use crate::ui::command::{Entry, Group, Keymap, TABLE};
use crate::ui::label::Label;
use crate::ui::shortcuts::chord;

/// What is edited.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// The keys.
    pub(super) keymap: Keymap,
    /// The labels, whose keys are not to be taken.
    pub(super) labels: Vec<Label>,
    /// Called with the keys as they are stored, and with what was done.
    pub(super) on_change: Callback<Changed>,
}

/// The command whose key is being changed, and what came of it so far.
#[derive(Clone, PartialEq)]
struct Asked {
    id: &'static str,
    answer: Answer,
}

#[derive(Clone, PartialEq)]
enum Answer {
    /// A key is waited for.
    Waiting,
    /// That key cannot be had.
    Refused(Chord, String),
    /// That key is another command's.
    Taken(Chord, &'static Entry),
}

impl PartialEq for Entry {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

/// The list, folded.
#[component]
pub(super) fn KeysView(props: &Props) -> Html {
    let asked = use_state_eq(|| None::<Asked>);
    let set = |step: String| {
        props.on_change.reform(move |keymap: Keymap| Changed {
            after: keymap.write().into(),
            name: step.clone(),
            label: None,
        })
    };
    let on_reset = {
        let set = set("Set all keys back".to_owned());
        let (keymap, asked) = (props.keymap.clone(), asked.clone());
        Callback::from(move |_: MouseEvent| {
            asked.set(None);
            set.emit(keymap.all_reset());
        })
    };
    let groups = Group::ALL.iter().map(|&group| {
        let entries = TABLE.iter().filter(|entry| entry.group == group && !entry.is_fixed());
        html! {
            <>
                <h3 class="pane-title">{ group.label() }</h3>
                <ul>{ for entries.map(|entry| {
                    row(props, entry, &asked, &set(format!("Change the key of “{}”", entry.name)))
                }) }</ul>
            </>
        }
    });
    html! {
        <details class="choices key-settings">
            <summary>{ "Change keys" }</summary>
            <p class="pane-told">
                { "Press the button with a command’s key, then the key that it is to have. Escape keeps the old \
                   one." }
            </p>
            <button class="button" onclick={on_reset}>{ "Set all keys back" }</button>
            { for groups }
        </details>
    }
}

fn row(
    props: &Props,
    entry: &'static Entry,
    asked: &UseStateHandle<Option<Asked>>,
    set: &Callback<Keymap>,
) -> Html {
    let keymap = &props.keymap;
    let answer = asked.as_ref().filter(|it| it.id == entry.id).map(|it| &it.answer);
    let keys: Vec<Vec<String>> = keymap.all_keys(entry).iter().map(Chord::shown).collect();
    let told: Vec<String> = keys.iter().map(|parts| parts.join(" ")).collect();
    let told = if told.is_empty() { "none".to_owned() } else { told.join(" or ") };
    let change = {
        let (set, asked, keymap) = (set.clone(), asked.clone(), keymap.clone());
        move |change: fn(&Keymap, &'static Entry) -> Keymap| {
            let (set, asked, keymap) = (set.clone(), asked.clone(), keymap.clone());
            Callback::from(move |_: MouseEvent| {
                asked.set(None);
                set.emit(change(&keymap, entry));
            })
        }
    };
    let name = entry.name;
    let shown = match answer {
        Some(_) => html! { { "Press a key" } },
        None if keys.is_empty() => html! { <span class="is-none">{ "no key" }</span> },
        None => html! { <>{ for keys.iter().map(|key| chord(key)) }</> },
    };
    html! {
        <li class="key-row" key={entry.id}>
            <span>{ name }</span>
            <button
                class="button key-button"
                aria-label={format!("Key of “{name}”: {told}")}
                aria-pressed={answer.is_some().to_string()}
                onclick={ask(asked, entry)}
                onkeydown={hear(props, entry, asked, set)}
                onblur={leave(asked)}
            >
                { shown }
            </button>
            <button
                class="link"
                aria-label={format!("No key for “{name}”")}
                onclick={change(|keymap, entry| keymap.with(entry, None))}
            >
                { "Clear" }
            </button>
            <button
                class="link"
                aria-label={format!("Set the key of “{name}” back")}
                onclick={change(Keymap::reset)}
            >
                { "Set back" }
            </button>
            <p class="key-told" role="status">{ answered(answer, entry, keymap, asked, set) }</p>
        </li>
    }
}

/// What came of the key that was pressed; where another command has it, whether it is to be taken.
fn answered(
    answer: Option<&Answer>,
    entry: &'static Entry,
    keymap: &Keymap,
    asked: &UseStateHandle<Option<Asked>>,
    set: &Callback<Keymap>,
) -> Html {
    match answer {
        None => Html::default(),
        Some(Answer::Waiting) => html! { { "Press a key. Escape keeps the old one." } },
        Some(Answer::Refused(key, why)) => {
            html! { { format!("{} cannot be had. {why}", key.shown().join(" ")) } }
        }
        Some(Answer::Taken(key, holder)) => {
            let onclick = {
                let (key, keymap) = (key.clone(), keymap.clone());
                let (set, asked) = (set.clone(), asked.clone());
                Callback::from(move |_: MouseEvent| {
                    asked.set(None);
                    set.emit(keymap.with(entry, Some(key.clone())));
                })
            };
            // The button beside it must not lose the keyboard before this one is pressed.
            let keep = Callback::from(|event: MouseEvent| event.prevent_default());
            let key = key.shown().join(" ");
            html! {
                <>
                    { format!("{key} is the key of “{}”. ", holder.name) }
                    <button class="link" onmousedown={keep} {onclick}>{ format!("Take {key} from it") }</button>
                    { " Enter takes it, Escape leaves it." }
                </>
            }
        }
    }
}

fn ask(asked: &UseStateHandle<Option<Asked>>, entry: &'static Entry) -> Callback<MouseEvent> {
    let asked = asked.clone();
    Callback::from(move |event: MouseEvent| {
        // Safari gives a button that is clicked no focus.
        let target = event.target_dyn_into::<Element>();
        let button = target.and_then(|it| it.closest("button").ok().flatten());
        if let Some(button) = button.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
            // A button that was just clicked can have the focus.
            let _ = button.focus();
        }
        asked.set(Some(Asked { id: entry.id, answer: Answer::Waiting }));
    })
}

/// The keyboard went elsewhere: the key stays as it is.
fn leave(asked: &UseStateHandle<Option<Asked>>) -> Callback<FocusEvent> {
    let asked = asked.clone();
    Callback::from(move |_: FocusEvent| asked.set(None))
}

/// The key that the command is to have. Tab goes on, and so nobody is held here.
fn hear(
    props: &Props,
    entry: &'static Entry,
    asked: &UseStateHandle<Option<Asked>>,
    set: &Callback<Keymap>,
) -> Callback<KeyboardEvent> {
    let (keymap, labels) = (props.keymap.clone(), props.labels.clone());
    let (asked, set) = (asked.clone(), set.clone());
    Callback::from(move |event: KeyboardEvent| {
        let answer = asked.as_ref().filter(|it| it.id == entry.id).map(|it| &it.answer);
        let (Some(answer), Some(key)) = (answer, chord_of(&event)) else { return };
        if event.key() == "Tab" {
            return;
        }
        event.prevent_default();
        let answer = match (event.key().as_str(), answer) {
            ("Escape", _) => None,
            ("Enter", Answer::Taken(key, _)) => {
                set.emit(keymap.with(entry, Some(key.clone())));
                None
            }
            _ => {
                let answer = judge(&keymap, &labels, entry, &key);
                if answer.is_none() {
                    set.emit(keymap.with(entry, Some(key)));
                }
                answer
            }
        };
        asked.set(answer.map(|answer| Asked { id: entry.id, answer }));
    })
}

/// What stands against giving this key to a command, if anything.
fn judge(keymap: &Keymap, labels: &[Label], entry: &'static Entry, key: &Chord) -> Option<Answer> {
    let refused = |why: String| Some(Answer::Refused(key.clone(), why));
    if let Some(why) = key.reserved() {
        return refused(why.to_owned());
    }
    if let Some(label) = labels.iter().find(|it| it.key.is_some() && it.key == key.character()) {
        return refused(format!("It marks with the label “{}”: change that first.", label.name));
    }
    if !keymap.hears(key) {
        return refused("Letters, digits and signs are switched off above.".to_owned());
    }
    let holder = keymap.holder(key).filter(|holder| holder.id != entry.id)?;
    Some(Answer::Taken(key.clone(), holder))
}
