//! [`Library`]: every notebook there is, and the house rules.

use std::rc::Rc;

use galley_text::order;

use crate::entry::{Entries, Entry};
use crate::{
    Access, Annotation, ArticleId, Correction, Header, HouseRule, HouseRuleId, Identity, Notebook,
};

/// All notebooks, in order of their ids, and all house rules. Cloning is cheap, and so is comparing two that share their
/// past.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Library {
    notebooks: Rc<Vec<Rc<Notebook>>>,
    pub(crate) rules: Rc<Entries<HouseRule>>,
}

impl Library {
    /// One notebook.
    pub fn get(&self, id: ArticleId) -> Option<&Rc<Notebook>> {
        self.find(id).ok().map(|index| &self.notebooks[index])
    }

    /// Every notebook, in order of their ids.
    pub fn notebooks(&self) -> impl Iterator<Item = &Rc<Notebook>> {
        self.notebooks.iter()
    }

    /// Every house rule, in order of their ids.
    pub fn rules(&self) -> &[Rc<HouseRule>] {
        self.rules.as_slice()
    }

    /// One house rule.
    pub fn rule(&self, id: HouseRuleId) -> Option<&Rc<HouseRule>> {
        self.rules.get(id)
    }

    /// The house rules without the notebooks, to be handed on.
    pub fn of_rules(&self) -> Library {
        Library { rules: Rc::clone(&self.rules), ..Library::default() }
    }

    /// The headers of the articles that are not in the trash, the newest first.
    pub fn shelf(&self) -> Vec<&Header> {
        let headers = self.notebooks().map(|notebook| notebook.header());
        let kept: Vec<&Header> = headers.filter(|header| header.discarded.is_none()).collect();
        let newest_first = order(kept.iter().map(|header| [u64::MAX - header.added.0, 0, 0]));
        newest_first.into_iter().map(|index| kept[index]).collect()
    }

    /// Puts a notebook in place of the one of its id, if there is one.
    pub(crate) fn put(&mut self, notebook: Notebook) {
        let at = self.find(notebook.id());
        let own = Rc::make_mut(&mut self.notebooks);
        match at {
            Ok(index) => own[index] = Rc::new(notebook),
            Err(index) => own.insert(index, Rc::new(notebook)),
        }
    }

    /// Takes a notebook away.
    pub(crate) fn take(&mut self, id: ArticleId) {
        if let Ok(index) = self.find(id) {
            Rc::make_mut(&mut self.notebooks).remove(index);
        }
    }

    /// Changes a notebook, if there is one of this id.
    pub(crate) fn change(&mut self, id: ArticleId, change: impl FnOnce(&mut Notebook)) {
        if let Ok(index) = self.find(id) {
            change(Rc::make_mut(&mut Rc::make_mut(&mut self.notebooks)[index]));
        }
    }

    /// Adds what `other` has and this has not: notebooks, what is in notebooks that may be
    /// changed, and rules for words that no rule here is for.
    pub(crate) fn add(&mut self, other: &Library) {
        self.extend_notebooks(other);
        let new = |rule: &&Rc<HouseRule>| self.rules().iter().all(|it| it.words != rule.words);
        let new: Vec<Rc<HouseRule>> = other.rules().iter().filter(new).cloned().collect();
        self.extend_rules(&new);
        for theirs in other.notebooks() {
            self.change(theirs.id(), |ours| {
                if ours.access() == Access::ReadWrite {
                    add_missing::<Annotation>(ours, theirs);
                    add_missing::<Correction>(ours, theirs);
                    add_missing::<Identity>(ours, theirs);
                }
            });
        }
    }

    /// Adds the notebooks and rules of `other` whose ids are new.
    pub(crate) fn extend(&mut self, other: &Library) {
        self.extend_notebooks(other);
        self.extend_rules(other.rules());
    }

    fn extend_rules(&mut self, others: &[Rc<HouseRule>]) {
        for rule in others {
            if self.rules.get(rule.id).is_none() {
                Rc::make_mut(&mut self.rules).put(Rc::clone(rule));
            }
        }
    }

    fn extend_notebooks(&mut self, other: &Library) {
        for notebook in other.notebooks() {
            if let Err(index) = self.find(notebook.id()) {
                Rc::make_mut(&mut self.notebooks).insert(index, Rc::clone(notebook));
            }
        }
    }

    fn find(&self, id: ArticleId) -> Result<usize, usize> {
        self.notebooks.binary_search_by_key(&id, |notebook| notebook.id())
    }
}

fn add_missing<T: Entry>(ours: &mut Notebook, theirs: &Notebook) {
    for entry in T::all(theirs).as_slice() {
        if T::all(ours).get(entry.id()).is_none() {
            T::all_mut(ours).put(Rc::clone(entry));
        }
    }
}
