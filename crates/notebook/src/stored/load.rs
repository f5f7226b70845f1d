//! [`load()`]: a library out of storage.

use std::rc::Rc;

use galley_text::order;

use super::{Key, Record, Unreadable, read};
use crate::{Access, ArticleId, Library, Notebook};

/// What storage held.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// All that could be read.
    pub library: Library,
    /// The keys of what could not, and why.
    pub unreadable: Vec<(Key, Unreadable)>,
    /// Of a backup, the settings, by name. In storage each is read when it is needed.
    pub settings: Vec<(String, String)>,
}

impl Loaded {
    /// Makes a notebook read-only: what storage holds of it is not to be written over.
    pub fn lock(&mut self, id: ArticleId) {
        self.library.change(id, |notebook| notebook.access = Access::ReadOnly);
    }
}

/// Reads the entries of a storage, in any order. Settings, histories, and entries that are not Galley's,
/// are passed over.
/// A header that is missing or unreadable is guessed anew from the text.
pub fn load<'a>(entries: impl IntoIterator<Item = (&'a str, &'a str)>) -> Loaded {
    let keyed: Vec<(Key, &str)> = entries
        .into_iter()
        .filter_map(|(key, value)| Some((key.parse().ok()?, value)))
        .filter(|(key, _): &(Key, &str)| {
            !matches!(key, Key::Setting(_) | Key::Damaged(_) | Key::History(_))
        })
        .collect();
    // Texts first, so that every other record finds its article there.
    let is_text = |key: &Key| u64::from(matches!(key, Key::Text(_)));
    let texts_first = order(keyed.iter().map(|(key, _)| [1 - is_text(key), 0, 0]));

    let mut loaded = Loaded::default();
    let mut newer = Vec::new();
    for (key, value) in texts_first.into_iter().map(|index| &keyed[index]) {
        let put = read(key, value).and_then(|record| put(&mut loaded.library, key, record));
        if let Err(why) = put {
            newer.extend(key.article().filter(|_| matches!(why, Unreadable::Newer { .. })));
            loaded.unreadable.push((key.clone(), why));
        }
    }
    newer.into_iter().for_each(|id| loaded.lock(id));
    loaded
}

fn put(library: &mut Library, key: &Key, record: Record) -> Result<(), Unreadable> {
    if let Record::HouseRule(rule) = record {
        Rc::make_mut(&mut library.rules).put(Rc::new(rule));
        return Ok(());
    }
    let id = key.article().ok_or(Unreadable::Alone)?;
    if let Record::Text(article) = record {
        library.put(Notebook::from_text(article));
        return Ok(());
    }
    library.get(id).ok_or(Unreadable::Alone)?;
    library.change(id, |notebook| match record {
        Record::Header(header) => notebook.header = Rc::new(header),
        Record::Annotation(annotation) => notebook.annotations.put(Rc::new(annotation)),
        Record::Correction(correction) => notebook.corrections.put(Rc::from(correction)),
        Record::Identity(identity) => notebook.identities.put(Rc::from(identity)),
        Record::Text(_) | Record::HouseRule(_) | Record::Setting(_) => {}
    });
    Ok(())
}
