//! The worker as the head of `index.html` starts it: from a blob, so that it is under the page's
//! policy (docs/decisions/0100-worker-from-a-blob.md), and before the page's own program has come.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Event, Worker};

/// A new worker, not ready yet.
///
/// Errors: the browser has no workers, or the page has no such head, as in tests of the mounted
/// page.
pub(super) fn worker() -> Result<Worker, JsValue> {
    let start: Function = own("galleyWorker")?.dyn_into()?;
    start.call0(&JsValue::UNDEFINED)?.dyn_into()
}

/// The worker that was started with the page, once, with what it has said so far.
pub(super) fn ahead() -> Option<(Worker, Vec<Event>)> {
    let ahead = own("galleyAhead").ok()?;
    let worker: Worker = Reflect::get(&ahead, &"worker".into()).ok()?.dyn_into().ok()?;
    let heard: Array = Reflect::get(&ahead, &"heard".into()).ok()?.dyn_into().ok()?;
    Reflect::delete_property(&js_sys::global(), &"galleyAhead".into()).ok()?;
    worker.set_onmessage(None);
    worker.set_onerror(None);
    Some((worker, heard.iter().filter_map(|event| event.dyn_into().ok()).collect()))
}

fn own(name: &str) -> Result<JsValue, JsValue> {
    Reflect::get(&js_sys::global(), &name.into())
}
