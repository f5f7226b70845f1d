//! [`Transaction`]: a step of the reader's that can be taken back exactly.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::entry::{Entries, Item, Swap};
use crate::{Annotation, ArticleId, Correction, Header, HouseRule, Identity, Millis, Notebook};

/// One change to a notebook, to the house rules or to the shelf. It holds what was before, so that it knows its own inverse.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// An annotation before and after: absent before it is made, and after it is removed.
    Annotation((Option<Rc<Annotation>>, Option<Rc<Annotation>>)),
    /// A correction, likewise.
    Correction((Option<Rc<Correction>>, Option<Rc<Correction>>)),
    /// What was said of who somebody is, likewise.
    Identity((Option<Rc<Identity>>, Option<Rc<Identity>>)),
    /// A house rule, likewise.
    HouseRule((Option<Rc<HouseRule>>, Option<Rc<HouseRule>>)),
    /// The article's header before and after.
    Header(Rc<Header>, Rc<Header>),
    /// An article's place, on the shelf or in the trash, before and after.
    Place(ArticleId, Place, Place),
}

/// Since when an article lies in the trash, if it does, and when its header was changed for that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Since when it lies in the trash.
    pub discarded: Option<Millis>,
    /// When its header was changed.
    pub modified: Millis,
}

impl Place {
    /// Where the article of that header lies.
    pub(crate) fn of(header: &Header) -> Self {
        Self { discarded: header.discarded, modified: header.modified }
    }

    /// The header, with its article there.
    pub(crate) fn put(self, header: &Header) -> Rc<Header> {
        let Place { discarded, modified } = self;
        Rc::new(Header { discarded, modified, ..header.clone() })
    }
}

impl Change {
    /// The change that takes this one back.
    pub fn inverse(&self) -> Change {
        match self.clone() {
            Change::Annotation((before, after)) => Change::Annotation((after, before)),
            Change::Correction((before, after)) => Change::Correction((after, before)),
            Change::Identity((before, after)) => Change::Identity((after, before)),
            Change::HouseRule((before, after)) => Change::HouseRule((after, before)),
            Change::Header(before, after) => Change::Header(after, before),
            Change::Place(id, before, after) => Change::Place(id, after, before),
        }
    }

    /// Changes `notebook`; `None` where it is not as it was before the change.
    fn apply(&self, notebook: &mut Notebook) -> Option<()> {
        match self {
            Change::Annotation(swap) => notebook.annotations.swap(swap),
            Change::Correction(swap) => notebook.corrections.swap(swap),
            Change::Identity(swap) => notebook.identities.swap(swap),
            Change::HouseRule(_) | Change::Place(..) => Some(()),
            Change::Header(before, after) => {
                (notebook.header == *before).then(|| notebook.header = Rc::clone(after))
            }
        }
    }

    /// This change and `next` as one, where `next` goes on with the same thing soon after.
    fn joined(&self, next: &Change) -> Option<Change> {
        let soon = |a: Millis, b: Millis| b.0.saturating_sub(a.0) <= PAUSE;
        match (self, next) {
            (Change::Annotation((first, Some(a))), Change::Annotation((Some(b), Some(last)))) => {
                let goes_on = first.is_some() && a == b && soon(a.modified, last.modified);
                goes_on.then(|| Change::Annotation((first.clone(), Some(Rc::clone(last)))))
            }
            (Change::Correction((first, Some(a))), Change::Correction((Some(b), Some(last)))) => {
                let goes_on = a == b && soon(a.modified, last.modified);
                goes_on.then(|| Change::Correction((first.clone(), Some(Rc::clone(last)))))
            }
            _ => None,
        }
    }
}

/// The name of a step that depends on what was done.
pub(crate) type StepName = Rc<str>;

/// What a transaction is called where it can be undone.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
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
    /// Annotations were labelled, or many were changed at once. Called by what was done.
    Annotate(Rc<str>),
    /// What a machine found was corrected. Called by what the reader said of it.
    Correct(Rc<str>),
    /// A house rule was made, changed or removed. Called by what it says.
    Rule(Rc<str>),
    /// An edge of what a machine found was moved. Called by what it was.
    MoveEdge(Rc<str>),
    /// An article was removed or put back. Called by its title.
    Shelve(Rc<str>),
}

impl Step {
    /// The name that the reader sees after "Undo" and "Redo".
    pub fn label(&self) -> &str {
        match self {
            Step::AddHighlight => "Add highlight",
            Step::EditNote => "Edit note",
            Step::EditTags => "Edit tags",
            Step::RemoveAnnotation => "Remove annotation",
            Step::EditDetails => "Edit details",
            Step::Annotate(name)
            | Step::Correct(name)
            | Step::Rule(name)
            | Step::MoveEdge(name)
            | Step::Shelve(name) => name,
        }
    }
}

/// Changes that are made and taken back together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transaction {
    /// What the reader did.
    pub step: Step,
    /// How the notebook changes, in order.
    pub changes: Vec<Change>,
}

/// Edits of one note, or of one extent, that follow each other within this many milliseconds are one step.
const PAUSE: u64 = 1_500;

impl Transaction {
    /// The transaction that takes this one back: applied after it, it gives the same notebook.
    pub fn inverse(&self) -> Transaction {
        let changes = self.changes.iter().rev().map(Change::inverse).collect();
        Transaction { step: self.step.clone(), changes }
    }

    /// The notebook after all changes; `None` where one of them does not fit, and then none is made.
    pub fn apply(&self, notebook: &Notebook) -> Option<Notebook> {
        let mut next = notebook.clone();
        self.changes.iter().try_for_each(|change| change.apply(&mut next))?;
        Some(next)
    }

    /// The house rules after all changes of them; `None` where one does not fit.
    pub(crate) fn apply_to_rules(&self, rules: &Entries<HouseRule>) -> Option<Entries<HouseRule>> {
        let mut next = rules.clone();
        self.rule_changes().try_for_each(|swap| next.swap(swap))?;
        Some(next)
    }

    /// The annotations that it holds, as they were before and are after.
    pub(crate) fn annotations(&self) -> impl Iterator<Item = &Rc<Annotation>> {
        let swaps = self.changes.iter().filter_map(Annotation::swap);
        swaps.flat_map(|(before, after)| before.iter().chain(after))
    }

    /// What it does to house rules.
    pub(crate) fn rule_changes(&self) -> impl Iterator<Item = &Swap<HouseRule>> {
        self.changes.iter().filter_map(HouseRule::swap)
    }

    /// This one and `next` as one step, where `next` goes on typing the same note or moving the
    /// edges of the same finding.
    pub(crate) fn joined(&self, next: &Transaction) -> Option<Transaction> {
        let grows = matches!(self.step, Step::EditNote | Step::MoveEdge(_));
        let ([first], [last]) = (&self.changes[..], &next.changes[..]) else { return None };
        let change = (grows && self.step == next.step).then(|| first.joined(last))??;
        Some(Transaction { step: self.step.clone(), changes: vec![change] })
    }
}
