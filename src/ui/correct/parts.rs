//! Small parts of both sets of controls.

use std::iter;

use galley_engine::{Confidence, MentionKind};
use galley_notebook::Say;
use galley_review::Standing;
use yew::prelude::*;

use super::Saying;
use crate::ui::command::{Command, Hint, Keymap};
use crate::ui::parts::Choice;
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

/// Accept and reject; where the reader has spoken, taking that back stands in the place of accepting.
pub(super) fn verdict(
    keymap: &Keymap,
    standing: Standing,
    on_say: &Callback<Say>,
    on_saying: &Callback<Saying>,
) -> Html {
    let says = |say: Say| once(&on_say.reform(move |()| say.clone()));
    let accept = || keyed(keymap, Command::Accept, "Accept", says(Say::Accept));
    let reject = || keyed(keymap, Command::Reject, "Reject", says(Say::Reject));
    let take_back = |label: &'static str| {
        let on_saying = on_saying.clone();
        let onclick = once(&Callback::from(move |()| {
            Saying::take_back(standing).into_iter().for_each(|it| on_saying.emit(it));
        }));
        html! { <button class="verdict" {onclick}>{ label }</button> }
    };
    match standing {
        Standing::Found => html! { <>{ accept() }{ reject() }</> },
        Standing::Ruled(_) => html! { <>{ take_back("Remove rule") }{ reject() }</> },
        Standing::Confirmed(_) | Standing::Corrected(_) => {
            html! { <>{ take_back("Take back") }{ reject() }</> }
        }
        Standing::Own(_) => take_back("Remove"),
    }
}

/// A click does something, and the second of a double click nothing: by then another button may stand there.
fn once(act: &Callback<()>) -> Callback<MouseEvent> {
    let act = act.clone();
    Callback::from(move |event: MouseEvent| {
        if event.detail() < 2 {
            act.emit(());
        }
    })
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
    let on_choice = Callback::from(move |word: String| {
        MentionKind::from_word(&word).into_iter().for_each(|kind| on_kind.emit(kind));
    });
    let options = iter::once(("".into(), label.into())).chain(kinds()).collect::<Vec<_>>();
    html! { <Choice label="Mark as" {options} chosen="" {on_choice} /> }
}

/// Each kind of name, date or amount.
pub(crate) fn kinds() -> impl Iterator<Item = (AttrValue, AttrValue)> {
    let kinds = MentionKind::ALL.iter();
    kinds.map(|&kind| (kind.word().into(), words::mention_kind(kind).into()))
}

/// One of several words, by its value and how it is shown.
pub(super) fn choice(
    label: &'static str,
    options: impl Iterator<Item = (AttrValue, AttrValue)>,
    chosen: &str,
    on_choice: &Callback<String>,
) -> Html {
    let options: Vec<_> = options.collect();
    let chosen = AttrValue::from(chosen.to_owned());
    html! { <Choice {label} shown={label} {options} {chosen} on_choice={on_choice.clone()} /> }
}
