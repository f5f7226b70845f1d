//! The browser's storage as a test sees it.

use gloo::utils::window;
use web_sys::Storage;

fn local() -> Storage {
    window().local_storage().unwrap().unwrap()
}

/// Forgets everything.
pub(crate) fn clear() {
    local().clear().unwrap();
}

/// Puts a value.
pub(crate) fn put(key: &str, value: &str) {
    local().set_item(key, value).unwrap();
}

/// Gets a value that must be there.
pub(crate) fn get(key: &str) -> String {
    local().get_item(key).unwrap().unwrap_or_else(|| panic!("nothing under {key}"))
}

/// Removes a value.
pub(crate) fn remove(key: &str) {
    local().remove_item(key).unwrap();
}

fn keys() -> Vec<String> {
    let storage = local();
    (0..storage.length().unwrap()).map(|index| storage.key(index).unwrap().unwrap()).collect()
}

/// How many keys hold `part`.
pub(crate) fn keys_with(part: &str) -> usize {
    keys().iter().filter(|key| key.contains(part)).count()
}

/// The one key that holds `part`.
pub(crate) fn key_with(part: &str) -> String {
    keys().into_iter().find(|key| key.contains(part)).unwrap_or_else(|| panic!("no key {part}"))
}

/// Fills the storage to the last character; gives the key to remove.
pub(crate) fn fill() -> String {
    let key = "filler".to_owned();
    let (mut fits, mut too_much) = (0, 6_000_000);
    while too_much - fits > 1 {
        let middle = usize::midpoint(fits, too_much);
        match local().set_item(&key, &"x".repeat(middle)) {
            Ok(()) => fits = middle,
            Err(_) => too_much = middle,
        }
    }
    key
}
