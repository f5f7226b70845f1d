//! Strings that the page's policy lets through: the two sinks that Galley needs, and no other.
//!
//! The policy in index.html demands trusted types, so that no pasted text can ever become markup of
//! this page or a script. A browser that knows no trusted types takes plain strings.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::prelude::*;

/// The one address that a worker may be made of.
pub(super) const WORKER: &str = "./worker_loader.js";

/// The worker's address, for `new Worker`.
pub(super) fn worker_address() -> Result<JsValue, JsValue> {
    thread_local! {
        static POLICY: Result<JsValue, JsValue> =
            policy("galley-worker", "createScriptURL", |_| WORKER.into());
    }
    POLICY.with(|policy| admit(policy.as_ref()?, "createScriptURL", WORKER))
}

/// Pasted markup, for `DOMParser`, whose documents are inert: no script runs, nothing is loaded.
pub(super) fn inert_markup(markup: &str) -> Result<JsValue, JsValue> {
    thread_local! {
        static POLICY: Result<JsValue, JsValue> =
            policy("galley-paste", "createHTML", |markup| markup);
    }
    POLICY.with(|policy| admit(policy.as_ref()?, "createHTML", markup))
}

/// A policy object with one rule, or `undefined` where the browser has no trusted types.
fn policy(name: &str, kind: &str, rule: fn(JsValue) -> JsValue) -> Result<JsValue, JsValue> {
    let factory = Reflect::get(&js_sys::global(), &"trustedTypes".into())?;
    if factory.is_undefined() {
        return Ok(factory);
    }
    let rules = Object::new();
    let rule = Closure::<dyn Fn(JsValue) -> JsValue>::new(rule);
    Reflect::set(&rules, &kind.into(), &rule.into_js_value())?;
    call(&factory, "createPolicy", &[&name.into(), &rules])
}

fn admit(policy: &JsValue, kind: &str, value: &str) -> Result<JsValue, JsValue> {
    if policy.is_undefined() {
        return Ok(value.into());
    }
    call(policy, kind, &[&value.into()])
}

/// Calls a method by name: for what web-sys does not know, or types too narrowly.
pub(super) fn call(object: &JsValue, name: &str, with: &[&JsValue]) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(object, &name.into())?.dyn_into()?;
    method.apply(object, &with.iter().copied().collect::<Array>())
}
