//! [`Transaction`]: a step of the reader's that can be taken back exactly.

use std::rc::Rc;

use crate::{Annotation, Header, Notebook};

/// One change to a notebook. It holds what was before, so that it knows its own inverse.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// An annotation that was not there.
    Add(Rc<Annotation>),
    /// An annotation that was there.
    Remove(Rc<Annotation>),
    /// The same annotation before and after.
    Replace(Rc<Annotation>, Rc<Annotation>),
    /// The article's header before and after.
    Header(Rc<Header>, Rc<Header>),
}

impl Change {
    /// The change that takes this one back.
    pub fn inverse(&self) -> Change {
        match self.clone() {
            Change::Add(annotation) => Change::Remove(annotation),
            Change::Remove(annotation) => Change::Add(annotation),
            Change::Replace(before, after) => Change::Replace(after, before),
            Change::Header(before, after) => Change::Header(after, before),
        }
    }

    /// Changes `notebook`; `None` where it is not as it was before the change.
    fn apply(&self, notebook: &mut Notebook) -> Option<()> {
        match self {
            Change::Add(annotation) => {
                notebook.annotation(annotation.id).is_none().then_some(())?;
                notebook.put(Rc::clone(annotation));
            }
            Change::Remove(annotation) => {
                (notebook.annotation(annotation.id)? == annotation).then_some(())?;
                notebook.take(annotation.id);
            }
            Change::Replace(before, after) => {
                (before.id == after.id).then_some(())?;
                (notebook.annotation(before.id)? == before).then_some(())?;
                notebook.put(Rc::clone(after));
            }
            Change::Header(before, after) => {
                (notebook.header == *before).then_some(())?;
                notebook.header = Rc::clone(after);
            }
        }
        Some(())
    }
}

/// What a transaction is called where it can be undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// A highlight was made.
    AddHighlight,
    /// A note was written.
    EditNote,
    /// Tags were set.
    EditTags,
    /// An annotation was removed.
    RemoveAnnotation,
    /// Title, byline, outlet, date or address were edited.
    EditDetails,
}

impl Step {
    /// The name that the reader sees after "Undo" and "Redo".
    pub const fn label(self) -> &'static str {
        match self {
            Step::AddHighlight => "Add highlight",
            Step::EditNote => "Edit note",
            Step::EditTags => "Edit tags",
            Step::RemoveAnnotation => "Remove annotation",
            Step::EditDetails => "Edit details",
        }
    }
}

/// Changes that are made and taken back together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transaction {
    /// What the reader did.
    pub step: Step,
    /// How the notebook changes, in order.
    pub changes: Vec<Change>,
}

/// Edits of one note that follow each other within this many milliseconds are one step.
const PAUSE: u64 = 1_500;

impl Transaction {
    /// The transaction that takes this one back: applied after it, it gives the same notebook.
    pub fn inverse(&self) -> Transaction {
        let changes = self.changes.iter().rev().map(Change::inverse).collect();
        Transaction { step: self.step, changes }
    }

    /// The notebook after all changes; `None` where one of them does not fit, and then none is made.
    pub fn apply(&self, notebook: &Notebook) -> Option<Notebook> {
        let mut next = notebook.clone();
        self.changes.iter().try_for_each(|change| change.apply(&mut next))?;
        Some(next)
    }

    /// This one and `next` as one step, where `next` goes on typing the same note.
    pub(crate) fn joined(&self, next: &Transaction) -> Option<Transaction> {
        let (Step::EditNote, Step::EditNote) = (self.step, next.step) else {
            return None;
        };
        let ([Change::Replace(first, a)], [Change::Replace(b, last)]) =
            (&self.changes[..], &next.changes[..])
        else {
            return None;
        };
        let goes_on = a == b && last.modified.0.saturating_sub(a.modified.0) <= PAUSE;
        let change = Change::Replace(Rc::clone(first), Rc::clone(last));
        goes_on.then(|| Transaction { step: Step::EditNote, changes: vec![change] })
    }
}
