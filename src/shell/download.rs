//! Hands a file to the reader.

use galley_notebook::{Library, stored};
use gloo::utils::{body, document};
use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::settings;

/// Offers the whole library with the settings as a file that Galley can open again.
pub(crate) fn backup(library: &Library) {
    records("galley-backup.json", library, &settings::all());
}

/// Offers the house rules alone, likewise.
pub(crate) fn rules(library: &Library) {
    records("galley-rules.json", &library.of_rules(), &[]);
}

fn records(name: &str, library: &Library, settings: &[(&str, String)]) {
    // A browser that makes no file says so itself.
    let _ = offer(name, "application/json", &stored::write_backup(library, settings));
}

/// Offers `content` as a file called `name`. Nothing leaves the machine.
///
/// Errors: the browser refuses to make files.
pub(crate) fn offer(name: &str, media_type: &str, content: &str) -> Result<(), JsValue> {
    let address = address_of(media_type, content)?;
    hand_over(name, &address)?;
    Url::revoke_object_url(&address)
}

/// An address of `content`, within this page. It is to be revoked.
///
/// Errors: the browser refuses to make files.
pub(super) fn address_of(media_type: &str, content: &str) -> Result<String, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(&content.into());
    Url::create_object_url_with_blob(&Blob::new_with_str_sequence_and_options(&parts, &options)?)
}

/// Offers what lies at `address` as a file called `name`.
///
/// Errors: there is no page to click on.
pub(super) fn hand_over(name: &str, address: &str) -> Result<(), JsValue> {
    let link: HtmlAnchorElement = document().create_element("a")?.dyn_into()?;
    link.set_href(address);
    link.set_download(name);
    body().append_child(&link)?;
    link.click();
    link.remove();
    Ok(())
}
