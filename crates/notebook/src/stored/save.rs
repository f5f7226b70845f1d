//! [`changes()`]: what has to be written.

use std::rc::Rc;

use super::record::{header, item, text};
use super::{Key, Record, write};
use crate::entry::{Entries, Entry, Item};
use crate::{Access, Annotation, Correction, Identity, Library, Notebook};

/// One call to the storage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Write {
    /// Put a value under a key.
    Put {
        /// The key.
        key: String,
        /// The value.
        value: String,
    },
    /// Remove a key.
    Remove {
        /// The key.
        key: String,
    },
    /// Remove every key that begins so.
    RemoveAll {
        /// What they begin with.
        prefix: String,
    },
}

/// What brings a storage that holds `stored` to hold `library`, in the order in which it is to be
/// done. Carrying it out twice does no harm. Nothing of a read-only notebook is written.
pub fn changes(stored: &Library, library: &Library) -> Vec<Write> {
    let mut out = Vec::new();
    for notebook in stored.notebooks() {
        if library.get(notebook.id()).is_none() && is_writable(notebook) {
            out.push(Write::RemoveAll { prefix: Key::prefix(notebook.id()) });
        }
    }
    for notebook in library.notebooks() {
        let before = stored.get(notebook.id());
        let unchanged = before.is_some_and(|before| Rc::ptr_eq(before, notebook));
        if !unchanged && is_writable(notebook) {
            notebook_changes(before.map(Rc::as_ref), notebook, &mut out);
        }
    }
    let key = |id| Key::HouseRule(id);
    item_changes(Some(&*stored.rules), &library.rules, key, &mut out);
    out
}

/// A setting as it is to be written.
pub fn setting(name: &str, value: &str) -> Write {
    put(&Key::Setting(name.into()), write(&Record::Setting(value.into())))
}

fn is_writable(notebook: &Notebook) -> bool {
    notebook.access() == Access::ReadWrite
}

/// The text goes first: whatever comes after belongs to it.
fn notebook_changes(before: Option<&Notebook>, after: &Notebook, out: &mut Vec<Write>) {
    let id = after.id();
    if before.is_none() {
        out.push(put(&Key::Text(id), text(after.article())));
    }
    if before.map(Notebook::header) != Some(after.header()) {
        out.push(put(&Key::Header(id), header(after.header())));
    }
    entry_changes::<Annotation>(before, after, out);
    entry_changes::<Correction>(before, after, out);
    entry_changes::<Identity>(before, after, out);
}

fn entry_changes<T: Entry>(before: Option<&Notebook>, after: &Notebook, out: &mut Vec<Write>) {
    item_changes(before.map(T::all), T::all(after), |id| T::key(after.id(), id), out);
}

fn item_changes<T: Item>(
    before: Option<&Entries<T>>,
    after: &Entries<T>,
    key: impl Fn(T::Id) -> Key,
    out: &mut Vec<Write>,
) {
    for new in after.as_slice() {
        if before.and_then(|before| before.twin(new)) != Some(new) {
            out.push(put(&key(new.id()), item(&**new)));
        }
    }
    for old in before.map_or(&[][..], |before| before.as_slice()) {
        if after.twin(old).is_none() {
            out.push(Write::Remove { key: key(old.id()).to_string() });
        }
    }
}

fn put(key: &Key, value: String) -> Write {
    Write::Put { key: key.to_string(), value }
}
