//! [`write_backup`], [`read_backup`]: a whole library as one file, which holds the very records that
//! storage holds.

use serde::{Deserialize, Serialize};

use super::{Key, Loaded, Record, Write, changes, load, read, setting};
use crate::Library;

#[derive(Serialize, Deserialize)]
struct Entry {
    key: String,
    value: String,
}

/// Every record of `library` and of the settings, by name, with its key, as JSON. Read-only notebooks are
/// left out: only the newer Galley that wrote them can write them.
pub fn write_backup(library: &Library, settings: &[(&str, String)]) -> String {
    let puts = changes(&Library::default(), library).into_iter();
    let settings = settings.iter().map(|(name, value)| setting(name, value));
    let records: Vec<Entry> = puts
        .chain(settings)
        .filter_map(|write| match write {
            Write::Put { key, value } => Some(Entry { key, value }),
            Write::Remove { .. } | Write::RemoveAll { .. } => None,
        })
        .collect();
    let Ok(backup) = serde_json::to_string(&records) else {
        unreachable!("strings are plain JSON")
    };
    backup
}

/// Reads what [`write_backup`] wrote; `None` where the text is no backup. A record that is damaged
/// costs nothing but itself.
pub fn read_backup(text: &str) -> Option<Loaded> {
    let records: Vec<Entry> = serde_json::from_str(text).ok()?;
    let mut loaded = load(records.iter().map(|entry| (entry.key.as_str(), entry.value.as_str())));
    loaded.settings = records.iter().filter_map(setting_of).collect();
    (loaded != Loaded::default()).then_some(loaded)
}

fn setting_of(entry: &Entry) -> Option<(String, String)> {
    let key = entry.key.parse().ok()?;
    match (read(&key, &entry.value), key) {
        (Ok(Record::Setting(value)), Key::Setting(name)) => Some((name, value)),
        _ => None,
    }
}
