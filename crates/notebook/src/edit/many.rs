//! [`label`], [`tag`], [`untag`], [`remove_all`]: annotations labelled, and changed many at once,
//! each as one step.

use std::rc::Rc;

use galley_text::Span;

use super::{add_highlight, each_once, edited};
use crate::{Annotation, AnnotationId, Change, Lookup, Millis, Notebook, Step, Transaction};

/// Highlights a place with a tag; on a place that is taken, the tag is put on or taken off.
pub(super) fn label(
    notebook: &Notebook,
    id: AnnotationId,
    span: Span,
    name: &str,
    now: Millis,
) -> Option<Transaction> {
    let text = notebook.article().text();
    let place = span.on_graphemes(text).trimmed(text);
    let known = notebook.annotations().iter().find(|it| it.anchor.span == place);
    if let Some(known) = known {
        let has = known.body.tags.iter().any(|it| it == name.trim());
        return if has { untag } else { tag }(notebook, &[known.id], name, now);
    }
    let Change::Annotation((None, Some(new))) = add_highlight(notebook, id, span, now)? else {
        return None;
    };
    let mut labelled = Annotation::clone(&new);
    labelled.body.tags = each_once(&[name.to_owned()]);
    let step = Step::Annotate(format!("Mark as “{}”", name.trim()).into());
    let change = Change::Annotation((None, Some(Rc::new(labelled))));
    Some(Transaction { step, changes: vec![change] })
}

pub(super) fn tag(
    notebook: &Notebook,
    ids: &[AnnotationId],
    tag: &str,
    now: Millis,
) -> Option<Transaction> {
    let changes = changes(notebook, ids, now, |annotation| {
        annotation.body.tags.push(tag.to_owned());
        annotation.body.tags = each_once(&annotation.body.tags);
    });
    named(format!("Tag {} “{}”", marks(changes.len()), tag.trim()), changes)
}

pub(super) fn untag(
    notebook: &Notebook,
    ids: &[AnnotationId],
    tag: &str,
    now: Millis,
) -> Option<Transaction> {
    let changes = changes(notebook, ids, now, |annotation| {
        annotation.body.tags.retain(|it| it != tag.trim());
    });
    named(format!("Take “{}” off {}", tag.trim(), marks(changes.len())), changes)
}

pub(super) fn remove_all(notebook: &Notebook, ids: &[AnnotationId]) -> Option<Transaction> {
    let gone = each_of(notebook, ids).map(|it| Change::Annotation((Some(Rc::clone(it)), None)));
    let changes: Vec<Change> = gone.collect();
    named(format!("Remove {}", marks(changes.len())), changes)
}

fn changes(
    notebook: &Notebook,
    ids: &[AnnotationId],
    now: Millis,
    edit: impl Fn(&mut Annotation),
) -> Vec<Change> {
    each_of(notebook, ids).filter_map(|it| edited(it, now, &edit)).collect()
}

/// The annotations of these ids, each once however often it is named.
fn each_of<'a>(
    notebook: &'a Notebook,
    ids: &'a [AnnotationId],
) -> impl Iterator<Item = &'a Rc<Annotation>> {
    let ids: Vec<u128> = ids.iter().map(|id| id.bits()).collect();
    let wanted = Lookup::of(&ids);
    notebook.annotations().iter().filter(move |it| wanted.get(it.id.bits()).is_some())
}

fn named(name: String, changes: Vec<Change>) -> Option<Transaction> {
    (!changes.is_empty()).then(|| Transaction { step: Step::Annotate(name.into()), changes })
}

fn marks(count: usize) -> String {
    if count == 1 { "1 mark".into() } else { format!("{count} marks") }
}
