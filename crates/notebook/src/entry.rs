//! [`Item`]: what there are many of, each a record of its own; [`Entry`], those that a notebook holds;
//! and [`Entries`], all of one sort.

use std::rc::Rc;

use galley_text::Span;
use serde::Serialize;

use crate::stored::Key;
use crate::{
    Annotation, AnnotationId, ArticleId, Change, Correction, CorrectionId, HouseRule, HouseRuleId,
    Identity, IdentityId, Millis, Notebook,
};

/// The before and after of an entry: absent before it is made, and after it is removed.
pub(crate) type Swap<T> = (Option<Rc<T>>, Option<Rc<T>>);

/// A record with an id, of which there are many.
pub(crate) trait Item: Sized + Clone + Eq + Serialize + 'static {
    /// The type of its ids.
    type Id: Copy + Ord;
    /// What its records are called in storage.
    const KIND: &'static str;

    /// Its id.
    fn id(&self) -> Self::Id;
    /// Where it stands in its article, if it belongs to one.
    fn place(&self) -> Option<Span>;
    /// When it last changed.
    fn modified(&self) -> Millis;
    /// What a change does to an item of this sort.
    fn swap(change: &Change) -> Option<&Swap<Self>>;

    /// The id of the item that a change is about, where it is one of this sort.
    fn changed_by(change: &Change) -> Option<Self::Id> {
        let (before, after) = Self::swap(change)?;
        before.as_ref().or(after.as_ref()).map(|it| it.id())
    }
}

/// An item that a notebook holds many of.
pub(crate) trait Entry: Item {
    /// Where its record lies.
    fn key(article: ArticleId, id: Self::Id) -> Key;
    /// All of a notebook.
    fn all(notebook: &Notebook) -> &Entries<Self>;
    /// The same, to be changed.
    fn all_mut(notebook: &mut Notebook) -> &mut Entries<Self>;
    /// The later of two versions, with what must not be lost of the earlier.
    fn keep_both(_base: &Self, _ours: &Self, _theirs: &Self, later: Rc<Self>) -> Rc<Self> {
        later
    }
}

macro_rules! item {
    ($type:ident, $id:ident, $kind:literal, $place:expr) => {
        impl Item for $type {
            type Id = $id;
            const KIND: &'static str = $kind;

            fn id(&self) -> $id {
                self.id
            }
            fn place(&self) -> Option<Span> {
                let place: fn(&$type) -> Option<Span> = $place;
                place(self)
            }
            fn modified(&self) -> Millis {
                self.modified
            }
            fn swap(change: &Change) -> Option<&Swap<Self>> {
                match change {
                    Change::$type(swap) => Some(swap),
                    _ => None,
                }
            }
        }
    };
}

macro_rules! entry {
    ($type:ident, $list:ident $(, $keep_both:path)?) => {
        impl Entry for $type {
            fn key(article: ArticleId, id: Self::Id) -> Key {
                Key::$type(article, id)
            }
            fn all(notebook: &Notebook) -> &Entries<Self> {
                &notebook.$list
            }
            fn all_mut(notebook: &mut Notebook) -> &mut Entries<Self> {
                &mut notebook.$list
            }
            $(fn keep_both(base: &Self, ours: &Self, theirs: &Self, later: Rc<Self>) -> Rc<Self> {
                $keep_both(base, ours, theirs, later)
            })?
        }
    };
}

item!(Annotation, AnnotationId, "annotation", |it| Some(it.anchor.span));
item!(Correction, CorrectionId, "correction", |it| Some(it.about.anchor.span));
item!(Identity, IdentityId, "identity", |it| Some(it.mention.span));
item!(HouseRule, HouseRuleId, "rule", |_| None);

entry!(Annotation, annotations, crate::merge::keep_both_notes);
entry!(Correction, corrections);
entry!(Identity, identities);

/// Items ordered by position, then id; each id once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entries<T>(Vec<Rc<T>>);

impl<T> Default for Entries<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Item> Entries<T> {
    /// All of them.
    pub(crate) fn as_slice(&self) -> &[Rc<T>] {
        &self.0
    }

    /// One of them.
    pub(crate) fn get(&self, id: T::Id) -> Option<&Rc<T>> {
        self.0.iter().find(|entry| entry.id() == id)
    }

    /// The one of the same id as `entry`, at once where it stands in the same place.
    pub(crate) fn twin(&self, entry: &T) -> Option<&Rc<T>> {
        self.index_of(entry).map(|at| &self.0[at])
    }

    fn index_of(&self, entry: &T) -> Option<usize> {
        let is_it = |it: &Rc<T>| it.id() == entry.id();
        let here = Some(self.place_of(entry)).filter(|at| self.0.get(*at).is_some_and(is_it));
        here.or_else(|| self.0.iter().position(is_it))
    }

    /// Puts `entry` in place of the one of its id, if there is one.
    pub(crate) fn put(&mut self, entry: Rc<T>) {
        self.set(entry.id(), Some(entry));
    }

    /// Puts `entry`, or nothing, in place of the one of this id, if there is one.
    pub(crate) fn set(&mut self, id: T::Id, entry: Option<Rc<T>>) {
        self.0.retain(|other| other.id() != id);
        let Some(entry) = entry else { return };
        self.0.insert(self.place_of(&entry), entry);
    }

    /// Puts what `change` gives for an item, which stands where that does, in its place.
    pub(crate) fn replace(&mut self, change: impl Fn(&Rc<T>) -> Option<Rc<T>>) {
        for item in &mut self.0 {
            if let Some(changed) = change(item) {
                *item = changed;
            }
        }
    }

    fn place_of(&self, entry: &T) -> usize {
        let order = |it: &T| (it.place(), it.id());
        self.0.partition_point(|other| order(other) < order(entry))
    }

    /// Carries out a swap; `None` where the list is not as it was before.
    pub(crate) fn swap(&mut self, (before, after): &Swap<T>) -> Option<()> {
        let either = before.as_ref().or(after.as_ref())?;
        let one_id = after.as_ref().is_none_or(|after| after.id() == either.id());
        let index = self.index_of(either);
        let fits = one_id && index.map(|at| &self.0[at]) == before.as_ref();
        fits.then(|| {
            index.into_iter().for_each(|at| drop(self.0.remove(at)));
            after.iter().for_each(|it| self.0.insert(self.place_of(it), Rc::clone(it)));
        })
    }
}
