//! Starts the worker in a page whose policy demands trusted types.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Worker, WorkerOptions, WorkerType};

/// The one address that the page ever makes a worker of.
const ADDRESS: &str = "./worker_loader.js";

/// A new worker, not ready yet.
///
/// Errors: the browser has no workers, or the policy forbids this one.
pub(super) fn worker() -> Result<Worker, JsValue> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let constructor: Function = Reflect::get(&js_sys::global(), &"Worker".into())?.dyn_into()?;
    // web-sys passes a plain string, which a page that requires trusted types refuses.
    let arguments = Array::of2(&trusted_address()?, &options);
    Reflect::construct(&constructor, &arguments)?.dyn_into()
}

/// The worker's address as a `TrustedScriptURL`, or as a string where browsers know no such thing.
fn trusted_address() -> Result<JsValue, JsValue> {
    thread_local! {
        static TRUSTED: Result<JsValue, JsValue> = trust(ADDRESS);
    }
    TRUSTED.with(Clone::clone)
}

fn trust(address: &'static str) -> Result<JsValue, JsValue> {
    let factory = Reflect::get(&js_sys::global(), &"trustedTypes".into())?;
    if factory.is_undefined() {
        return Ok(address.into());
    }
    let rules = Object::new();
    let only_ours = Closure::<dyn Fn() -> JsValue>::new(move || address.into());
    Reflect::set(&rules, &"createScriptURL".into(), only_ours.as_ref())?;
    let policy = call(&factory, "createPolicy", &[&"galley-worker".into(), &rules])?;
    call(&policy, "createScriptURL", &[&address.into()])
}

fn call(object: &JsValue, method: &str, arguments: &[&JsValue]) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(object, &method.into())?.dyn_into()?;
    method.apply(object, &arguments.iter().copied().collect::<Array>())
}
