//! The browser's local storage, one string a key, with its failures by name.

use galley_notebook::ArticleId;
use galley_notebook::stored::{self, Key, Record, Unreadable, Write};
use gloo::events::EventListener;
use gloo::storage::{LocalStorage, Storage};
use gloo::utils::window;
use wasm_bindgen::prelude::*;
use web_sys::{DomException, StorageEvent};
use yew::Callback;

/// Why something could not be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    /// The browser gives this page no storage: a private window, or a setting.
    Forbidden,
    /// The page's share of storage is used up. What was there before is still there.
    Full,
    /// Something else went wrong.
    Unknown,
}

/// Every key that begins with `prefix`, with its value.
pub(crate) fn records(prefix: &str) -> Result<Vec<(String, String)>, Failure> {
    let storage = open()?;
    let length = storage.length().map_err(|error| name(&error))?;
    let keys = (0..length).filter_map(|index| storage.key(index).ok().flatten());
    let ours = keys.filter(|key| key.starts_with(prefix));
    Ok(ours
        .filter_map(|key| Some((storage.get_item(&key).ok()??, key)))
        .map(|(v, k)| (k, v))
        .collect())
}

/// A setting's value, if it was ever set.
pub(crate) fn setting(name: &str) -> Option<String> {
    let key = Key::Setting(name.to_owned());
    let value = get(&key.to_string()).ok()??;
    match stored::read(&key, &value) {
        Ok(Record::Setting(value)) => Some(value),
        _ => None,
    }
}

/// Sets a setting. One that is damaged is set aside first, and one that a newer Galley has set is
/// left as it is.
pub(crate) fn set_setting(name: &str, value: &str) -> Result<(), Failure> {
    let key = Key::Setting(name.to_owned());
    let address = key.to_string();
    match get(&address)?.map(|found| stored::read(&key, &found)) {
        Some(Err(Unreadable::Newer { .. })) => return Ok(()),
        Some(Err(_)) => set_aside(&address)?,
        Some(Ok(_)) | None => {}
    }
    let write = stored::setting(name, value);
    carry_out(&write).or_else(|why| match why {
        // What can be undone in the articles gives way.
        Failure::Full => forget_histories().and_then(|()| carry_out(&write)),
        _ => Err(why),
    })
}

/// Moves what lies under `key` to the first name for damaged records that holds nothing else.
///
/// Errors: it is still where it was.
pub(crate) fn set_aside(key: &str) -> Result<(), Failure> {
    let Some(found) = get(key)? else { return Ok(()) };
    let mut aside = Key::Damaged(key.to_owned()).to_string();
    while get(&aside)?.is_some_and(|other| other != found) {
        aside.push_str("/again");
    }
    put(&aside, &found)?;
    remove(key)
}

/// Every record that was set aside, under its key.
pub(crate) fn aside() -> Result<Vec<(String, String)>, Failure> {
    records(&Key::Damaged(String::new()).to_string())
}

/// Does what the notebook says is to be written.
pub(crate) fn carry_out(write: &Write) -> Result<(), Failure> {
    match write {
        Write::Put { key, value } => put(key, value),
        Write::Remove { key } => remove(key),
        Write::RemoveAll { prefix } => records(prefix)?.iter().try_for_each(|(key, _)| remove(key)),
    }
}

/// What is kept of what can be undone in an article.
pub(crate) fn history(article: ArticleId) -> Option<String> {
    get(&Key::History(article).to_string()).ok()?
}

/// Forgets what can be undone in every article.
pub(crate) fn forget_histories() -> Result<(), Failure> {
    let is_history = |key: &str| matches!(key.parse(), Ok(Key::History(_)));
    let all = records("galley/article/")?;
    all.iter().filter(|(key, _)| is_history(key)).try_for_each(|(key, _)| remove(key))
}

/// Keeps `value` under `key`, and makes sure that it can be read back.
pub(crate) fn put(key: &str, value: &str) -> Result<(), Failure> {
    open()?.set_item(key, value).map_err(|error| name(&error))?;
    let kept = get(key)?;
    if kept.as_deref() == Some(value) { Ok(()) } else { Err(Failure::Unknown) }
}

fn get(key: &str) -> Result<Option<String>, Failure> {
    open()?.get_item(key).map_err(|error| name(&error))
}

/// Forgets `key`.
pub(crate) fn remove(key: &str) -> Result<(), Failure> {
    open()?.remove_item(key).map_err(|error| name(&error))
}

/// Tells of each key that another tab writes (with its new value) or removes (with `None`).
pub(crate) fn listen(heard: Callback<(String, Option<String>)>) -> EventListener {
    EventListener::new(&window(), "storage", move |event| {
        if let Some(event) = event.dyn_ref::<StorageEvent>()
            && let Some(key) = event.key()
        {
            heard.emit((key, event.new_value()));
        }
    })
}

/// gloo's own `raw` panics where storage is forbidden, so it is asked for only when it is there.
fn open() -> Result<web_sys::Storage, Failure> {
    match window().local_storage() {
        Ok(Some(_)) => Ok(LocalStorage::raw()),
        Ok(None) | Err(_) => Err(Failure::Forbidden),
    }
}

/// Browsers name a full storage in three ways.
fn name(error: &JsValue) -> Failure {
    let Some(exception) = error.dyn_ref::<DomException>() else { return Failure::Unknown };
    match exception.name().as_str() {
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" | "QUOTA_EXCEEDED_ERR" => Failure::Full,
        "SecurityError" => Failure::Forbidden,
        _ => Failure::Unknown,
    }
}
