//! [`note_card`]: one of the reader's own marks, with room for a note.

use galley_notebook::Annotation;
use galley_text::Span;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::hooks::Reviewed;
use crate::same::Same;
use crate::ui::correct::Edges;
use crate::ui::label::{self, Label};
use crate::ui::prose::written;
use crate::ui::words::{in_marks, straight};

/// What the card needs.
pub(super) struct Note<'a> {
    /// The reader's mark.
    pub(super) annotation: &'a Annotation,
    /// The article.
    pub(super) text: &'a Same<str>,
    /// The article as it was read.
    pub(super) review: &'a Reviewed,
    /// Where its words stand, if they are still in the text.
    pub(super) place: Option<Span>,
    /// Whether the reader points at it.
    pub(super) lit: bool,
    /// Whether the note may be written in.
    pub(super) writable: bool,
    /// The reader's labels.
    pub(super) labels: &'a [Label],
    /// Called with the tags that it is to have.
    pub(super) on_tags: Callback<Vec<String>>,
    /// Called when the reader chooses this mark.
    pub(super) choose: Callback<()>,
    /// Called with the note as it is written.
    pub(super) on_note: Callback<String>,
    /// Called with where its words are to stand.
    pub(super) on_move: Callback<Span>,
    /// Called when the mark is to go.
    pub(super) on_remove: Callback<()>,
}

/// The inside of the card.
pub(super) fn note_card(note: &Note) -> Html {
    let Annotation { anchor, body, .. } = note.annotation;
    let words = straight(&anchor.exact);
    let onclick = note.choose.reform(|_: MouseEvent| ());
    let shown = note.choose.reform(|_: MouseEvent| ());
    // Where it is chosen already, choosing it again would forget where it was pointed at.
    let onfocus = (!note.lit).then(|| note.choose.reform(|_: FocusEvent| ()));
    let oninput = note.on_note.reform(|event: InputEvent| {
        let field = event.target_dyn_into::<HtmlTextAreaElement>();
        field.map(|field| field.value()).unwrap_or_default()
    });
    let remove = note.on_remove.reform(|_: MouseEvent| ());
    let name = format!("Note on {}", in_marks(&words));
    html! {
        <>
            <button class="card-head" {onclick}>
                <span class="note-quote">{ words }</span>
            </button>
            if !body.note.is_empty() {
                <div class="note-shown" onclick={shown}>{ written(&body.note) }</div>
            }
            if !body.tags.is_empty() {
                <p class="note-tags">{ for body.tags.iter().map(|tag| tagged(note.labels, tag)) }</p>
            }
            if note.place.is_none() {
                <p class="card-cue">{ "These words are not in the text any more." }</p>
            }
            <textarea
                class="note-text"
                rows="1"
                placeholder="Write a note"
                aria-label={name}
                readonly={!note.writable}
                value={body.note.clone()}
                {onfocus}
                {oninput}
            />
            if note.writable {
                { tagging(note) }
                <div class="card-actions">
                    <button class="link" onclick={remove}>{ "Remove" }</button>
                    if let Some(span) = note.place {
                        <details>
                            <summary class="link">{ "Start and end" }</summary>
                            <Edges text={note.text.clone()} review={note.review.clone()} {span} on_extent={note.on_move.clone()} />
                        </details>
                    }
                </div>
            }
        </>
    }
}

/// A tag, in the colour of its label.
fn tagged(labels: &[Label], tag: &str) -> Html {
    let label = labels.iter().find(|label| label.name == tag);
    let class = classes!("tag", label.map(|it| classes!("m-mine", it.tint.class())));
    html! { <span {class}>{ tag.to_owned() }</span> }
}

/// Where tags are written, and labels put on and taken off.
fn tagging(note: &Note) -> Html {
    let Annotation { anchor, body, .. } = note.annotation;
    let onchange = note.on_tags.reform(|event: Event| {
        let field = event.target_dyn_into::<HtmlInputElement>();
        let written = field.map(|field| field.value()).unwrap_or_default();
        written.split(',').map(str::to_owned).collect()
    });
    let labels = note.labels.iter().map(|label| {
        let (tags, name) = (body.tags.clone(), label.name.clone());
        let pressed = tags.contains(&name);
        let onclick = note.on_tags.reform(move |_: MouseEvent| label::toggled(&tags, &name));
        html! {
            <button
                class="label-toggle"
                aria-pressed={pressed.to_string()}
                title={label.name.clone()}
                {onclick}
            >
                <span class={classes!("swatch", "m-mine", label.tint.class())} aria-hidden="true">
                    { label.sign() }
                </span>
                <span class="label-name">{ label.name.clone() }</span>
            </button>
        }
    });
    html! {
        <div class="tagging">
            { for labels }
            <input
                class="field"
                type="text"
                aria-label={format!("Tags of {}, between commas", in_marks(&straight(&anchor.exact)))}
                placeholder="Tags, between commas"
                value={body.tags.join(", ")}
                {onchange}
            />
        </div>
    }
}
