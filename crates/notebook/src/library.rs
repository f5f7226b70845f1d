//! [`Library`]: every notebook there is.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::{ArticleId, Header, Notebook};

/// All notebooks by id. Cloning is cheap, and so is comparing two that share their past.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Library(Rc<BTreeMap<ArticleId, Rc<Notebook>>>);

impl Library {
    /// One notebook.
    pub fn get(&self, id: ArticleId) -> Option<&Rc<Notebook>> {
        self.0.get(&id)
    }

    /// Every notebook, in order of their ids.
    pub fn notebooks(&self) -> impl Iterator<Item = &Rc<Notebook>> {
        self.0.values()
    }

    /// The headers of the articles that are not in the trash, the newest first.
    pub fn shelf(&self) -> Vec<&Header> {
        let mut shelf: Vec<&Header> = self.notebooks().map(|notebook| notebook.header()).collect();
        shelf.retain(|header| header.discarded.is_none());
        shelf.sort_by_key(|header| (std::cmp::Reverse(header.added), header.id));
        shelf
    }

    /// Puts a notebook in place of the one of its id, if there is one.
    pub(crate) fn put(&mut self, notebook: Notebook) {
        Rc::make_mut(&mut self.0).insert(notebook.id(), Rc::new(notebook));
    }

    /// Takes a notebook away.
    pub(crate) fn take(&mut self, id: ArticleId) {
        Rc::make_mut(&mut self.0).remove(&id);
    }

    /// Changes a notebook, if there is one of this id.
    pub(crate) fn change(&mut self, id: ArticleId, change: impl FnOnce(&mut Notebook)) {
        if let Some(notebook) = Rc::make_mut(&mut self.0).get_mut(&id) {
            change(Rc::make_mut(notebook));
        }
    }

    /// Adds the notebooks of `other` whose ids are new.
    pub(crate) fn extend(&mut self, other: &Library) {
        let own = Rc::make_mut(&mut self.0);
        for (id, notebook) in other.0.iter() {
            own.entry(*id).or_insert_with(|| Rc::clone(notebook));
        }
    }
}
