//! [`merge()`]: what another tab wrote, brought into this session.
//!
//! A three-way merge of each record on its own. What storage was known to hold is the base: where
//! this tab has not changed a record, theirs is taken; where only this tab has, ours is kept (and
//! is written again, since storage now has theirs); where both have, the later one wins, a change
//! outlives a removal, and of a note that both wrote nothing is dropped.

use std::rc::Rc;

use crate::entry::Entry;
use crate::stored::{self, Key, Record, Unreadable};
use crate::{
    Access, Annotation, Article, ArticleId, Correction, Header, History, HouseRuleId, Identity,
    Millis, Notebook, Session,
};

/// Brings in the value that another tab put under `key`, or its removal. `None` where that is no
/// concern of this session.
pub(crate) fn merge(session: &mut Session, key: &str, value: Option<&str>) -> Option<()> {
    let key: Key = key.parse().ok()?;
    if matches!(key, Key::History(_)) {
        // Each tab undoes what was done in it.
        return None;
    }
    let read = value.map(|value| stored::read(&key, value)).transpose();
    if let Key::HouseRule(id) = key {
        return merge_rule(session, id, read);
    }
    let id = key.article()?;
    let record = match read {
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
        (Key::Annotation(id, it), None) => merge_entry::<Annotation>(session, id, it, None)?,
        (Key::Annotation(id, it), Some(Record::Annotation(theirs))) => {
            merge_entry(session, id, it, Some(Rc::new(theirs)))?;
        }
        (Key::Correction(id, it), None) => merge_entry::<Correction>(session, id, it, None)?,
        (Key::Correction(id, it), Some(Record::Correction(theirs))) => {
            merge_entry::<Correction>(session, id, it, Some(Rc::from(theirs)))?;
        }
        (Key::Identity(id, it), None) => merge_entry::<Identity>(session, id, it, None)?,
        (Key::Identity(id, it), Some(Record::Identity(theirs))) => {
            merge_entry::<Identity>(session, id, it, Some(Rc::from(theirs)))?;
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
        if merged.discarded != ours.discarded {
            session.forget_place(id);
        }
        session.library.change(id, |notebook| notebook.header = merged);
        session.forget(id, History::forget_header);
    }
    session.stored.change(id, |notebook| notebook.header = theirs);
    Some(())
}

fn merge_entry<T: Entry>(
    session: &mut Session,
    id: ArticleId,
    entry: T::Id,
    theirs: Option<Rc<T>>,
) -> Option<()> {
    let base = T::all(session.stored.get(id)?).get(entry).cloned();
    let ours = T::all(session.library.get(id)?).get(entry).cloned();
    let mut merged = pick(&base, &ours, &theirs, |it| it.as_ref().map(|it| it.modified()));
    if let (Some(base), Some(ours), Some(theirs)) = (&base, &ours, &theirs) {
        merged = merged.map(|later| T::keep_both(base, ours, theirs, later));
    }
    let set = |value: Option<Rc<T>>| {
        move |notebook: &mut Notebook| T::all_mut(notebook).set(entry, value)
    };
    if merged != ours {
        session.library.change(id, set(merged));
        let concerns = |change: &_| T::changed_by(change) == Some(entry);
        session.forget(id, |history| history.forget(concerns));
    }
    session.stored.change(id, set(theirs));
    Some(())
}

fn merge_rule(
    session: &mut Session,
    id: HouseRuleId,
    read: Result<Option<Record>, Unreadable>,
) -> Option<()> {
    let theirs = match read {
        Ok(Some(Record::HouseRule(rule))) => Some(Rc::new(rule)),
        Ok(_) => None,
        Err(Unreadable::Newer { .. }) => {
            // It is not ours to carry out or to write any more.
            Rc::make_mut(&mut session.library.rules).set(id, None);
            Rc::make_mut(&mut session.stored.rules).set(id, None);
            session.forget_rule(id, |_| true);
            return Some(());
        }
        Err(_) => return None,
    };
    let base = session.stored.rule(id).cloned();
    let ours = session.library.rule(id).cloned();
    let merged = pick(&base, &ours, &theirs, |it| it.as_ref().map(|it| it.modified));
    if merged != ours {
        Rc::make_mut(&mut session.library.rules).set(id, merged);
        session.forget_rule(id, |_| true);
    }
    Rc::make_mut(&mut session.stored.rules).set(id, theirs);
    Some(())
}

/// Where both tabs have written the same note, what each wrote stays, the earlier first.
pub(crate) fn keep_both_notes(
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
