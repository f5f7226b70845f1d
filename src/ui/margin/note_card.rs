//! [`note_card`]: one of the reader's own marks, with room for a note.

use galley_notebook::Annotation;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// What the card needs.
pub(super) struct Note<'a> {
    /// The reader's mark.
    pub(super) annotation: &'a Annotation,
    /// Whether its words are no longer in the text.
    pub(super) orphan: bool,
    /// Whether the note may be written in.
    pub(super) writable: bool,
    /// Called when the reader chooses this mark.
    pub(super) choose: Callback<()>,
    /// Called with the note as it is written.
    pub(super) on_note: Callback<String>,
    /// Called when the mark is to go.
    pub(super) on_remove: Callback<()>,
}

/// The inside of the card.
pub(super) fn note_card(note: &Note) -> Html {
    let Annotation { anchor, body, .. } = note.annotation;
    let onclick = note.choose.reform(|_: MouseEvent| ());
    let onfocus = note.choose.reform(|_: FocusEvent| ());
    let oninput = note.on_note.reform(|event: InputEvent| {
        let field = event.target_dyn_into::<HtmlTextAreaElement>();
        field.map(|field| field.value()).unwrap_or_default()
    });
    let remove = note.on_remove.reform(|_: MouseEvent| ());
    html! {
        <>
            <button class="card-head" {onclick}>
                <span class="note-quote">{ anchor.exact.clone() }</span>
            </button>
            if note.orphan {
                <p class="card-cue">{ "These words are not in the text any more." }</p>
            }
            <textarea
                class="note-text"
                rows="1"
                placeholder="Write a note"
                aria-label={format!("Note on “{}”", anchor.exact)}
                readonly={!note.writable}
                value={body.note.clone()}
                {onfocus}
                {oninput}
            />
            if note.writable {
                <div class="card-actions">
                    <button class="link" onclick={remove}>{ "Remove" }</button>
                </div>
            }
        </>
    }
}
