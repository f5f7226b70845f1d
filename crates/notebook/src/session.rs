//! [`Session`]: everything the page knows about the reader's work.

use std::rc::Rc;

use crate::action::{Action, Edit};
use crate::entry::Item;
use crate::stored::{self, Key, Write};
use crate::{
    Access, Annotation, Article, ArticleId, Change, Draft, History, HouseRule, HouseRuleId,
    Library, Millis, Notebook, Place, RuleEdit, Step, Transaction, edit, house_rule, merge,
};

/// The library as it is and as storage has it, the notebook that is open, and what can be undone in
/// each. A value: [`Session::update`] makes the next one. Cloning is cheap.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Session {
    pub(crate) library: Library,
    pub(crate) stored: Library,
    /// Of each notebook that has been edited, once, and of the shelf.
    histories: Vec<(Option<ArticleId>, Rc<History>)>,
    current: Option<ArticleId>,
}

impl Session {
    /// The session after `action`; `None` where it changes nothing.
    pub fn update(&self, action: Action) -> Option<Session> {
        let mut next = self.clone();
        match action {
            Action::Open { draft, id, now } => next.open(draft, id, now)?,
            Action::Show(id) => next.show(id)?,
            Action::Edit(edit) => next.edit(edit)?,
            Action::Rule(edit) => next.rule(edit)?,
            Action::Retag(retag) => next.retag(&retag)?,
            Action::Undo => next.travel(History::undo)?,
            Action::Redo => next.travel(History::redo)?,
            Action::Discard { id, now } => next.set_discarded(id, Some(now), now)?,
            Action::Recover { id, now } => next.set_discarded(id, None, now)?,
            Action::Erase(id) => next.erase(id)?,
            Action::Load(read) => {
                next.library.extend(&read);
                next.stored.extend(&read);
            }
            Action::Recall { id, history } => next.recall(id, &history)?,
            Action::Add(found) => next.library.add(&found),
            Action::Saved(written) => next.set_stored(written),
            Action::Merge { key, value } => merge::merge(&mut next, &key, value.as_deref())?,
        }
        (next != *self).then_some(next)
    }

    /// Every notebook.
    pub fn library(&self) -> &Library {
        &self.library
    }

    /// The notebook that is open.
    pub fn current(&self) -> Option<&Rc<Notebook>> {
        self.library.get(self.current?)
    }

    /// What can be undone and redone in the notebook that is open, or else on the shelf.
    pub fn history(&self) -> Option<&History> {
        self.histories.iter().find(|(id, _)| *id == self.current).map(|(_, history)| &**history)
    }

    /// What must be written for storage to hold this session, as far as that is allowed. After it
    /// is written, [`Action::Saved`] with this session's library says so.
    pub fn unsaved(&self) -> Vec<Write> {
        stored::changes(&self.stored, &self.library)
    }

    /// What must be written for storage to hold what can be undone here and could not be in `before`.
    /// It comes after all that is unsaved; where there is no room for it, nothing is lost.
    pub fn histories_since(&self, before: &Session) -> Vec<Write> {
        let known = |history| before.histories.iter().any(|(_, it)| Rc::ptr_eq(it, history));
        let new = self.histories.iter().filter(|(_, history)| !known(history));
        let of_articles = new.filter_map(|(id, history)| Some((self.writable((*id)?)?, history)));
        let writes = of_articles.map(|(notebook, history)| Write::Put {
            key: Key::History(notebook.id()).to_string(),
            value: stored::history::write(history),
        });
        writes.collect()
    }

    /// Whether storage holds all of it.
    pub fn is_saved(&self) -> bool {
        self.stored == self.library
    }

    /// Gives each annotation that is known to a history to `each`.
    pub(crate) fn each_in_histories(&self, each: impl FnMut(&Rc<Annotation>)) {
        let steps = self.histories.iter().flat_map(|(_, history)| history.all());
        steps.flat_map(Transaction::annotations).for_each(each);
    }

    /// Puts what `change` gives for an annotation in its place, in what may be changed and wherever a step
    /// that can be undone or redone holds it.
    pub(crate) fn each_annotation(
        &mut self,
        change: impl Fn(&Rc<Annotation>) -> Option<Rc<Annotation>>,
    ) {
        let ids = self.library.notebooks().filter(|it| it.access() == Access::ReadWrite);
        let of_any = |it: &&Rc<Notebook>| it.annotations().iter().any(|it| change(it).is_some());
        let ids: Vec<ArticleId> = ids.filter(of_any).map(|it| it.id()).collect();
        for id in ids {
            self.library.change(id, |notebook| notebook.annotations.replace(&change));
        }
        for (_, history) in &mut self.histories {
            if history.all().flat_map(Transaction::annotations).any(|it| change(it).is_some()) {
                Rc::make_mut(history).replace(&change);
            }
        }
    }

    fn open(&mut self, draft: Draft, id: ArticleId, now: Millis) -> Option<()> {
        if draft.is_empty() || self.library.get(id).is_some() {
            return None;
        }
        let (article, header) = Article::open(draft, id, now);
        self.library.put(Notebook::new(article, header));
        self.current = Some(id);
        Some(())
    }

    fn show(&mut self, id: Option<ArticleId>) -> Option<()> {
        if let Some(id) = id {
            self.library.get(id)?;
        }
        self.current = id;
        Some(())
    }

    fn recall(&mut self, id: ArticleId, history: &str) -> Option<()> {
        if self.history_of(Some(id)).is_some() {
            return None;
        }
        let notebook = self.writable(id)?;
        let history = stored::history::read(history, notebook, &self.library.rules);
        self.histories.push((Some(id), Rc::new(history)));
        Some(())
    }

    fn edit(&mut self, edit: Edit) -> Option<()> {
        let transaction = edit::transaction(self.current()?, edit)?;
        self.record(transaction)
    }

    fn rule(&mut self, edit: RuleEdit) -> Option<()> {
        let open = self.current().map(Rc::as_ref);
        let transaction = house_rule::transaction(&self.library, open, edit)?;
        self.record(transaction)
    }

    fn record(&mut self, transaction: Transaction) -> Option<()> {
        self.record_in(self.current, transaction)
    }

    /// Does it, as a step of that notebook or of the shelf.
    fn record_in(&mut self, of: Option<ArticleId>, transaction: Transaction) -> Option<()> {
        self.apply(&transaction)?;
        if self.history_of(of).is_none() {
            self.histories.push((of, Rc::default()));
        }
        self.history_of(of)?.record(transaction);
        Some(())
    }

    fn travel(&mut self, way: fn(&mut History) -> Option<Transaction>) -> Option<()> {
        let transaction = way(self.history_of(self.current)?)?;
        self.apply(&transaction)
    }

    /// Applies to the house rules, to the shelf and to the notebook that is open, unless that is read-only.
    fn apply(&mut self, transaction: &Transaction) -> Option<()> {
        let of_rules = transaction.rule_changes().count();
        let moves = transaction.changes.iter().filter(|it| matches!(it, Change::Place(..)));
        if of_rules + moves.clone().count() < transaction.changes.len() {
            let open = self.current().filter(|open| open.access() == Access::ReadWrite)?;
            let next = transaction.apply(open)?;
            self.library.put(next);
        }
        if of_rules > 0 {
            self.library.rules = Rc::new(transaction.apply_to_rules(&self.library.rules)?);
            let ids = transaction.changes.iter().filter_map(HouseRule::changed_by);
            let current = self.current;
            ids.for_each(|id| self.forget_rule(id, |of| of != current));
        }
        moves.cloned().try_for_each(|change| self.place(&change))
    }

    /// Puts an article into the trash, or back. What was edited of its header can be undone afterwards too.
    fn place(&mut self, change: &Change) -> Option<()> {
        let &Change::Place(id, before, after) = change else { return Some(()) };
        let header = self.writable(id)?.header();
        (header.discarded == before.discarded).then_some(())?;
        let header = after.put(header);
        self.library.change(id, |notebook| notebook.header = header);
        self.forget(id, |history| history.put_headers(after));
        if after.discarded.is_some() {
            self.leave(id);
        }
        Some(())
    }

    /// Drops the steps on a house rule that no longer apply, from these histories.
    pub(crate) fn forget_rule(&mut self, id: HouseRuleId, of: impl Fn(Option<ArticleId>) -> bool) {
        for (_, history) in self.histories.iter_mut().filter(|(it, _)| of(*it)) {
            Rc::make_mut(history).forget(|change| HouseRule::changed_by(change) == Some(id));
        }
    }

    fn set_discarded(
        &mut self,
        id: ArticleId,
        discarded: Option<Millis>,
        now: Millis,
    ) -> Option<()> {
        let header = self.writable(id)?.header();
        if header.discarded.is_some() == discarded.is_some() {
            return None;
        }
        let verb = if discarded.is_some() { "Remove" } else { "Put back" };
        let name = format!("{verb} “{}”", header.details.title);
        let change = Change::Place(id, Place::of(header), Place { discarded, modified: now });
        let step = Step::Shelve(name.into());
        self.record_in(None, Transaction { step, changes: vec![change] })
    }

    fn erase(&mut self, id: ArticleId) -> Option<()> {
        self.writable(id)?;
        self.library.take(id);
        self.forget_all(id);
        Some(())
    }

    /// What a newer Galley in another tab has locked was not written, whatever was changed before.
    fn set_stored(&mut self, mut written: Library) {
        for locked in self.stored.notebooks().filter(|it| it.access() == Access::ReadOnly) {
            if written.get(locked.id()) != Some(locked) {
                written.put(Notebook::clone(locked));
            }
        }
        self.stored = written;
    }

    fn writable(&self, id: ArticleId) -> Option<&Rc<Notebook>> {
        self.library.get(id).filter(|notebook| notebook.access() == Access::ReadWrite)
    }

    /// Drops what no longer applies from a notebook's history.
    pub(crate) fn forget(&mut self, id: ArticleId, forget: impl FnOnce(&mut History)) {
        if let Some(history) = self.history_of(Some(id)) {
            forget(history);
        }
    }

    /// Drops what no longer applies of an article's place from the shelf's history.
    pub(crate) fn forget_place(&mut self, id: ArticleId) {
        if let Some(history) = self.history_of(None) {
            history.forget(|change| matches!(change, Change::Place(it, ..) if *it == id));
        }
    }

    /// Drops a notebook's history, and leaves the notebook.
    pub(crate) fn forget_all(&mut self, id: ArticleId) {
        self.forget_place(id);
        self.histories.retain(|(of, _)| *of != Some(id));
        self.leave(id);
    }

    fn history_of(&mut self, id: Option<ArticleId>) -> Option<&mut History> {
        let found = self.histories.iter_mut().find(|(of, _)| *of == id);
        found.map(|(_, history)| Rc::make_mut(history))
    }

    /// Goes back to the shelf if `id` is open.
    pub(crate) fn leave(&mut self, id: ArticleId) {
        self.current = self.current.filter(|&open| open != id);
    }
}
