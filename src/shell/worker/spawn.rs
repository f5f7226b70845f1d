//! Starts a worker in a page whose policy demands trusted types.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Worker, WorkerOptions, WorkerType};

use crate::shell::trusted;

/// A new worker, not ready yet.
///
/// Errors: the browser has no workers, or the page's policy forbids this one.
pub(super) fn worker() -> Result<Worker, JsValue> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let constructor: Function = Reflect::get(&js_sys::global(), &"Worker".into())?.dyn_into()?;
    // web-sys passes a plain string, which a page that demands trusted types refuses.
    let arguments = Array::of2(&trusted::worker_address()?, &options);
    Reflect::construct(&constructor, &arguments)?.dyn_into()
}
