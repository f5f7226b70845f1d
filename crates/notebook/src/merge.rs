//! [`merge()`]: what another tab wrote, brought into this session.
//!
//! A three-way merge of each record on its own. What storage was known to hold is the base: where
//! this tab has not changed a record, theirs is taken; where only this tab has, ours is kept (and
//! is written again, since storage now has theirs); where both have, the later one wins, a change
//! outlives a removal, and of a note that both wrote nothing is dropped.

use std::rc::Rc;

use crate::stored::{self, Key, Record, Unreadable};
use crate::{
    Access, Annotation, AnnotationId, Article, ArticleId, Header, History, Millis, Notebook,
    Session,
};

/// Brings in the value that another tab put under `key`, or its removal. `None` where that is no
/// concern of this session.
pub(crate) fn merge(session: &mut Session, key: &str, value: Option<&str>) -> Option<()> {
    let key: Key = key.parse().ok()?;
    let id = key.article()?;
    let record = match value.map(|value| stored::read(&key, value)).transpose() {
        Ok(record) => record,
        Err(Unreadable::Newer { .. }) => {
            session.library.change(id, |notebook| notebook.access = Access::ReadOnly);
            session.stored.change(id, |notebook| notebook.access = Access::ReadOnly);
            return Some(());
        }
        Err(_) => return None,
    };
    match (key, record) {
        (Key::Text(id), None) => forget_article(session, id),
        (Key::Text(_), Some(Record::Text(article))) => add_article(session, article),
        (Key::Header(id), Some(Record::Header(theirs))) => merge_header(session, id, theirs)?,
        (Key::Annotation(id, annotation), None) => {
            merge_annotation(session, id, annotation, None)?;
        }
        (Key::Annotation(id, _), Some(Record::Annotation(theirs))) => {
            merge_annotation(session, id, theirs.id, Some(Rc::new(theirs)))?;
        }
        _ => return None,
    }
    Some(())
}

/// The text is the first record written of an article. Its header follows.
fn add_article(session: &mut Session, article: Article) {
    let notebook = Notebook::from_text(article);
    if session.library.get(notebook.id()).is_none() {
        session.library.put(notebook.clone());
        session.stored.put(notebook);
    }
}

/// An article that this tab has changed in the meantime stays, and is written again.
fn forget_article(session: &mut Session, id: ArticleId) {
    if session.library.get(id) == session.stored.get(id) {
        session.library.take(id);
        session.forget_all(id);
    }
    session.stored.take(id);
}

fn merge_header(session: &mut Session, id: ArticleId, theirs: Header) -> Option<()> {
    let base = Rc::clone(&session.stored.get(id)?.header);
    let ours = Rc::clone(&session.library.get(id)?.header);
    let theirs = Rc::new(theirs);
    let merged = pick(&base, &ours, &theirs, |header| header.modified);
    if merged != ours {
        session.library.change(id, |notebook| notebook.header = merged);
        session.forget(id, History::forget_header);
    }
    session.stored.change(id, |notebook| notebook.header = theirs);
    Some(())
}

fn merge_annotation(
    session: &mut Session,
    id: ArticleId,
    annotation: AnnotationId,
    theirs: Option<Rc<Annotation>>,
) -> Option<()> {
    let base = session.stored.get(id)?.annotation(annotation).cloned();
    let ours = session.library.get(id)?.annotation(annotation).cloned();
    let mut merged = pick(&base, &ours, &theirs, |it| it.as_ref().map(|it| it.modified));
    if let (Some(base), Some(ours), Some(theirs)) = (&base, &ours, &theirs) {
        merged = merged.map(|later| keep_both_notes(base, ours, theirs, later));
    }
    let set = |value: Option<Rc<Annotation>>| {
        move |notebook: &mut Notebook| match value {
            Some(value) => notebook.put(value),
            None => notebook.take(annotation),
        }
    };
    if merged != ours {
        session.library.change(id, set(merged));
        session.forget(id, |history| history.forget_annotation(annotation));
    }
    session.stored.change(id, set(theirs));
    Some(())
}

/// Where both tabs have written the same note, what each wrote stays, the earlier first.
fn keep_both_notes(
    base: &Annotation,
    ours: &Annotation,
    theirs: &Annotation,
    later: Rc<Annotation>,
) -> Rc<Annotation> {
    let is_later = |it: &Annotation| it.body.note == later.body.note;
    let early = if is_later(ours) { &theirs.body.note } else { &ours.body.note };
    let (base, late) = (&base.body.note, &later.body.note);
    if early == base || late == base || late.contains(early.as_str()) {
        return later;
    }
    let note = match (early.strip_prefix(base.as_str()), late.strip_prefix(base.as_str())) {
        (Some(early), Some(late)) => format!("{base}{early}\n{late}"),
        _ => format!("{early}\n{late}"),
    };
    let mut both = Annotation::clone(&later);
    both.body.note = note;
    Rc::new(both)
}

/// `None` dates a removal, and is earlier than any time.
fn pick<T: Clone + PartialEq, M: Into<Option<Millis>>>(
    base: &T,
    ours: &T,
    theirs: &T,
    modified: impl Fn(&T) -> M,
) -> T {
    let keep_ours =
        ours != base && (theirs == base || modified(ours).into() >= modified(theirs).into());
    if keep_ours { ours.clone() } else { theirs.clone() }
}
