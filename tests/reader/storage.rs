//! The browser's storage as a test sees it.

use gloo::utils::window;
use js_sys::{Function, Object, Reflect};
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

/// Takes storage away from the page, as a private window may, until it is dropped.
pub(crate) struct Forbidden(Object);

impl Forbidden {
    pub(crate) fn from_now_on() -> Self {
        let own = Object::get_own_property_descriptor(&window(), &"localStorage".into());
        let refuse = "throw new DOMException('no storage here', 'SecurityError')";
        let refused = Object::new();
        Reflect::set(&refused, &"get".into(), &Function::new_no_args(refuse)).unwrap();
        Reflect::set(&refused, &"configurable".into(), &true.into()).unwrap();
        Object::define_property(&window(), &"localStorage".into(), &refused);
        Self(own.into())
    }
}

impl Drop for Forbidden {
    fn drop(&mut self) {
        Object::define_property(&window(), &"localStorage".into(), &self.0);
    }
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
