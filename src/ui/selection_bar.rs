//! [`selection_bar`]: what can be done with the words that are selected.

use galley_engine::MentionKind;
use galley_text::Span;
use yew::prelude::*;

use super::command::{Command, Gesture, Hint, Keymap};
use super::correct::choose_kind;
use super::label::Label;
use super::parts::Floating;
use crate::shell::page_text::Selected;

/// What the selected words are to become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Marking {
    /// A name, a date or an amount.
    Kind(MentionKind),
    /// Somebody's words.
    Quote,
    /// All of the finding that is pointed at.
    Extent,
    /// The cue of the quote that is pointed at.
    Cue,
}

/// What the reader points at, beside which words are selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Beside {
    /// A quote.
    Quote,
    /// A name, a date or an amount, or words set apart.
    Mention,
    /// Nothing whose edges can be moved.
    Nothing,
}

/// The bar beside a selection. Pressing a button must not take the selection away before it is used.
pub(crate) fn selection_bar(
    selected: &Selected,
    beside: Beside,
    on_gesture: &Callback<(Gesture, Span)>,
    on_marking: &Callback<(Marking, Span)>,
    labels: &[Label],
    on_label: &Callback<(String, Span)>,
    keymap: &Keymap,
) -> Html {
    let Selected { span, place } = *selected;
    let keep_selection = Callback::from(|event: MouseEvent| event.prevent_default());
    let button = |label: &'static str, command: Command, onclick: Callback<MouseEvent>| {
        let Hint { title, keys } = keymap.hint(command, label);
        html! {
            <button
                class="button is-quiet"
                aria-keyshortcuts={keys}
                {title}
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
            move |_: MouseEvent| (name.clone(), span)
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
                <span class="visually-hidden">{ "Mark as " }</span>
                <span class="label-name">{ name }</span>
            </button>
        }
    });
    let gesture = |label, gesture: Gesture| {
        let onclick = on_gesture.reform(move |_: MouseEvent| (gesture, span));
        button(label, Command::With(gesture), onclick)
    };
    let marking = |label, marking: Marking| {
        let onclick = on_marking.reform(move |_: MouseEvent| (marking, span));
        button(label, Command::Mark(marking), onclick)
    };
    html! {
        <section class="selection" aria-label="Selection">
            <Floating {place} class="is-bar" label="Mark the selection" role="toolbar">
                { gesture("Highlight", Gesture::Highlight) }
                { gesture("Note", Gesture::Note) }
                { for labels }
                if beside == Beside::Quote {
                    { marking("This is the quote", Marking::Extent) }
                    { marking("This is its cue", Marking::Cue) }
                } else {
                    if beside == Beside::Mention {
                        { marking("Move the mark here", Marking::Extent) }
                    }
                    { marking("Quote", Marking::Quote) }
                    { choose_kind("Mark as…", &on_marking.reform(move |kind| (Marking::Kind(kind), span))) }
                }
            </Floating>
        </section>
    }
}
