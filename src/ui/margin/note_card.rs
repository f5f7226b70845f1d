//! [`NoteCard`]: one of the reader's own marks, with room for a note.

use std::rc::Rc;

use galley_notebook::Annotation;
use web_sys::{FocusOptions, HtmlTextAreaElement};
use yew::prelude::*;

use crate::ui::drawing::Target;

/// What the card shows.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// The reader's mark.
    pub(crate) annotation: Rc<Annotation>,
    /// Whether the reader points at it.
    pub(crate) lit: bool,
    /// Whether its words are no longer in the text.
    pub(crate) orphan: bool,
    /// Whether the note may be written in.
    pub(crate) writable: bool,
    /// Called with this mark when the reader chooses it.
    pub(crate) on_choose: Callback<Target>,
    /// Called with the note as it is written.
    pub(crate) on_note: Callback<String>,
    /// Called when the mark is to go.
    pub(crate) on_remove: Callback<()>,
}

/// The card. Choosing a mark puts the cursor into its note.
#[component]
pub(crate) fn NoteCard(props: &Props) -> Html {
    let field = use_node_ref();
    let Annotation { id, anchor, body, .. } = &*props.annotation;
    let target = Target::Annotation(*id);
    {
        let field = field.clone();
        use_effect_with(props.lit, move |lit| {
            if let Some(field) = field.cast::<HtmlTextAreaElement>().filter(|_| *lit) {
                let options = FocusOptions::new();
                // The card is still on its way to its place, where it will be in view.
                options.set_prevent_scroll(true);
                // Focus fails on elements that are gone, and then there is nothing to write in.
                let _ = field.focus_with_options(&options);
            }
        });
    }
    let choose = props.on_choose.reform(move |_: MouseEvent| target);
    let on_focus = props.on_choose.reform(move |_: FocusEvent| target);
    let oninput = props.on_note.reform(|event: InputEvent| {
        event
            .target_dyn_into::<HtmlTextAreaElement>()
            .map(|field| field.value())
            .unwrap_or_default()
    });
    let remove = props.on_remove.reform(|_: MouseEvent| ());
    html! {
        <>
            <button class="card-head" onclick={choose}>
                <span class="note-quote">{ anchor.exact.clone() }</span>
            </button>
            if props.orphan {
                <p class="card-cue">{ "These words are not in the text any more." }</p>
            }
            <textarea
                ref={field}
                class="note-text"
                rows="1"
                placeholder="Write a note"
                aria-label={format!("Note on “{}”", anchor.exact)}
                readonly={!props.writable}
                value={body.note.clone()}
                onfocus={on_focus}
                {oninput}
            />
            if props.writable {
                <div class="card-actions">
                    <button class="link" onclick={remove}>{ "Remove" }</button>
                </div>
            }
        </>
    }
}
