//! The reader's own marks: [`own`], where they stand, [`use_edits`], what is done to them.

use galley_notebook::{Action, AnnotationId, Edit, Notebook};
use galley_text::Span;
use yew::prelude::*;

use crate::shell::clock;
use crate::ui::drawing::{Badge, Own};
use crate::ui::label::{self, Label};

/// The marks that still have a place.
pub(super) fn own(notebook: &Notebook, labels: &[Label]) -> Vec<Own> {
    let text = notebook.article().text();
    let placed = notebook.annotations().iter().filter_map(|annotation| {
        let span = annotation.anchor.resolve(text).span()?;
        let body = &annotation.body;
        let label = label::of(labels, &body.tags);
        let badge = label.map(|label| Badge { tint: label.tint, sign: label.sign() });
        Some(Own { id: annotation.id, span, noted: !body.note.is_empty(), badge })
    });
    placed.collect()
}

/// What is done to marks that are there.
#[derive(Clone)]
pub(super) struct Edits {
    /// Writes a note.
    pub(super) on_note: Callback<(AnnotationId, String)>,
    /// Sets tags.
    pub(super) on_tags: Callback<(AnnotationId, Vec<String>)>,
    /// Moves the edges of a mark.
    pub(super) on_move: Callback<(AnnotationId, Span)>,
    /// Removes a mark.
    pub(super) on_remove: Callback<AnnotationId>,
}

#[hook]
pub(super) fn use_edits(act: &Callback<Action>, say: &Callback<&'static str>) -> Edits {
    let on_note = use_callback(act.clone(), |(id, note), act| {
        act.emit(Action::Edit(Edit::SetNote { id, note, now: clock::now() }));
    });
    let on_tags = use_callback(act.clone(), |(id, tags), act| {
        act.emit(Action::Edit(Edit::SetTags { id, tags, now: clock::now() }));
    });
    let on_move = use_callback(act.clone(), |(id, span), act| {
        act.emit(Action::Edit(Edit::Move { id, span, now: clock::now() }));
    });
    let on_remove = use_callback((act.clone(), say.clone()), |id, (act, say)| {
        act.emit(Action::Edit(Edit::Remove(id)));
        say.emit("Mark removed");
    });
    Edits { on_note, on_tags, on_move, on_remove }
}
