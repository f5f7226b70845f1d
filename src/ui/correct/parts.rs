//! Small parts of both sets of controls.

use galley_engine::{Confidence, MentionKind};
use galley_notebook::Say;
use galley_review::Standing;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::Saying;
use crate::ui::command::{Command, Hint, Keymap};
use crate::ui::words;

/// What is unfolded of the controls.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Fold {
    /// Nothing.
    #[default]
    Closed,
    /// All that can be changed.
    Change,
    /// Who it is.
    Who,
    /// Why the engine thinks so.
    Why,
}

/// A button that folds a part of the controls in or out.
pub(super) fn fold_button(fold: &UseStateHandle<Fold>, part: Fold, label: &'static str) -> Html {
    let open = **fold == part;
    let fold = fold.clone();
    let onclick =
        Callback::from(move |_: MouseEvent| fold.set(if open { Fold::Closed } else { part }));
    html! { <button class="link" aria-expanded={open.to_string()} {onclick}>{ label }</button> }
}

/// A button that does the same as a command's key.
pub(super) fn keyed(
    keymap: &Keymap,
    command: Command,
    label: &'static str,
    onclick: Callback<MouseEvent>,
) -> Html {
    let Hint { title, keys } = keymap.hint(command, label);
    html! { <button class="verdict" aria-keyshortcuts={keys} {title} {onclick}>{ label }</button> }
}

/// Accept and reject, or, where the reader has spoken, take that back.
pub(super) fn verdict(
    keymap: &Keymap,
    standing: Standing,
    on_say: &Callback<Say>,
    on_saying: &Callback<Saying>,
) -> Html {
    let accept = || {
        let onclick = on_say.reform(|_: MouseEvent| Say::Accept);
        keyed(keymap, Command::Accept, "Accept", onclick)
    };
    let reject = || {
        let onclick = on_say.reform(|_: MouseEvent| Say::Reject);
        keyed(keymap, Command::Reject, "Reject", onclick)
    };
    let on_saying = on_saying.clone();
    let take_back = Callback::from(move |_: MouseEvent| {
        Saying::take_back(standing).into_iter().for_each(|it| on_saying.emit(it));
    });
    match standing {
        Standing::Found => html! {
            <>
                { accept() }
                { reject() }
            </>
        },
        Standing::Ruled(_) | Standing::Confirmed(_) | Standing::Corrected(_) => html! {
            <>
                { reject() }
                <button class="verdict" onclick={take_back}>
                    { if matches!(standing, Standing::Ruled(_)) { "Remove rule" } else { "Take back" } }
                </button>
            </>
        },
        Standing::Own(_) => {
            html! { <button class="verdict" onclick={take_back}>{ "Remove" }</button> }
        }
    }
}

/// How sure the engine is, or whose word it is.
pub(super) fn sureness(standing: Standing, confidence: Confidence) -> String {
    let said = words::standing(standing).map(str::to_owned);
    said.map_or_else(|| words::sureness(confidence), |said| capital(&said))
}

fn capital(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// A kind of name, date or amount, for words that have none yet.
pub(crate) fn choose_kind(label: &'static str, on_kind: &Callback<MentionKind>) -> Html {
    let on_kind = on_kind.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(kind) = MentionKind::from_word(&value(&event)) {
            on_kind.emit(kind);
        }
    });
    let kinds = MentionKind::ALL.iter().map(|&kind| {
        html! { <option value={kind.word()}>{ words::mention_kind(kind) }</option> }
    });
    html! {
        <select class="field" aria-label="Mark as" {onchange}>
            <option selected=true>{ label }</option>
            { for kinds }
        </select>
    }
}

fn value(event: &Event) -> String {
    let select = event.target().and_then(|it| it.dyn_into::<HtmlSelectElement>().ok());
    select.map(|select| select.value()).unwrap_or_default()
}

/// One of several words, by its value and how it is shown.
pub(super) fn choice(
    label: &'static str,
    options: impl Iterator<Item = (AttrValue, AttrValue)>,
    chosen: &str,
    on_choice: &Callback<String>,
) -> Html {
    let onchange = on_choice.reform(|event: Event| value(&event));
    let options = options.map(|(value, shown)| {
        let selected = &*value == chosen;
        html! { <option key={value.to_string()} {value} {selected}>{ shown }</option> }
    });
    html! {
        <label class="control">
            <span class="control-label">{ label }</span>
            <select class="field" aria-label={label} {onchange}>{ for options }</select>
        </label>
    }
}
