//! [`transaction()`]: what an edit changes in a notebook.

mod correct;
mod many;

use std::rc::Rc;

use galley_text::Span;

pub use self::correct::kind_in_words;
pub(crate) use self::correct::retractions;
use self::correct::{correct, retract};
use self::many::{label, remove_all, tag, untag};
use crate::action::Edit;
use crate::correction::place;
use crate::identity::{identify, unidentify};
use crate::{
    Anchor, Annotation, AnnotationId, Change, Details, Header, Millis, Notebook, Step, Transaction,
};

/// The transaction that carries out `edit`; `None` where it changes nothing or cannot be done.
pub(crate) fn transaction(notebook: &Notebook, edit: Edit) -> Option<Transaction> {
    let (step, change) = match edit {
        Edit::AddHighlight { id, span, now } => {
            (Step::AddHighlight, add_highlight(notebook, id, span, now)?)
        }
        Edit::SetNote { id, note, now } => {
            (Step::EditNote, replace(notebook, id, now, |it| it.body.note = note)?)
        }
        Edit::SetTags { id, tags, now } => {
            (Step::EditTags, replace(notebook, id, now, |it| it.body.tags = each_once(&tags))?)
        }
        Edit::Move { id, span, now } => {
            let place = free_place(notebook, span)?;
            let change = replace(notebook, id, now, |it| it.anchor = place)?;
            (Step::MoveEdge("Move edge of mark".into()), change)
        }
        Edit::Remove(id) => {
            let gone = Rc::clone(notebook.annotation(id)?);
            (Step::RemoveAnnotation, Change::Annotation((Some(gone), None)))
        }
        Edit::Label { id, span, tag, now } => return label(notebook, id, span, &tag, now),
        Edit::Tag { ids, tag: it, now } => return tag(notebook, &ids, &it, now),
        Edit::Untag { ids, tag, now } => return untag(notebook, &ids, &tag, now),
        Edit::RemoveAll(ids) => return remove_all(notebook, &ids),
        Edit::Correct { findings, say, now } => return correct(notebook, &findings, &say, now),
        Edit::Retract(ids) => return retract(notebook, &ids),
        Edit::Identify { id, mention, reach, other, now } => {
            return identify(notebook, id, mention, reach, other, now);
        }
        Edit::Unidentify(id) => return unidentify(notebook, id),
        Edit::Describe { details, now } => (Step::EditDetails, describe(notebook, details, now)?),
    };
    Some(Transaction { step, changes: vec![change] })
}

fn add_highlight(notebook: &Notebook, id: AnnotationId, span: Span, now: Millis) -> Option<Change> {
    let span = free_place(notebook, span)?.span;
    let highlight = || Rc::new(Annotation::highlight(notebook.article().text(), span, id, now));
    let new = notebook.annotation(id).is_none();
    new.then(|| Change::Annotation((None, Some(highlight()))))
}

/// The words there, where none of the annotations is yet: on exactly the same place one is enough.
fn free_place(notebook: &Notebook, span: Span) -> Option<Anchor> {
    let place = place(notebook.article().text(), span)?;
    let is_free = notebook.annotations().iter().all(|it| it.anchor.span != place.span);
    is_free.then_some(place)
}

fn replace(
    notebook: &Notebook,
    id: AnnotationId,
    now: Millis,
    edit: impl FnOnce(&mut Annotation),
) -> Option<Change> {
    edited(notebook.annotation(id)?, now, edit)
}

fn edited(
    before: &Rc<Annotation>,
    now: Millis,
    edit: impl FnOnce(&mut Annotation),
) -> Option<Change> {
    let mut after = Annotation::clone(before);
    edit(&mut after);
    if after == **before {
        return None;
    }
    after.modified = now;
    Some(Change::Annotation((Some(Rc::clone(before)), Some(Rc::new(after)))))
}

fn each_once(tags: &[String]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for tag in tags.iter().map(|tag| tag.trim()).filter(|tag| !tag.is_empty()) {
        if !out.iter().any(|known| known == tag) {
            out.push(tag.to_owned());
        }
    }
    out
}

/// An article keeps its title until it gets another.
fn describe(notebook: &Notebook, details: Details, now: Millis) -> Option<Change> {
    let before = &notebook.header;
    if details == before.details || details.title.trim().is_empty() {
        return None;
    }
    let after = Header { details, modified: now, ..Header::clone(before) };
    Some(Change::Header(Rc::clone(before), Rc::new(after)))
}
