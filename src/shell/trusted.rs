//! Pasted markup, let through by the page's policy: one of the two sinks that Galley needs. The
//! other, a worker's address, is in the head of `index.html`.
//!
//! The policy, which `xtask/src/policy.rs` writes into the page, demands trusted types, so that no
//! pasted text can ever become markup of this page or a script. A browser that knows no trusted types takes plain strings.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::prelude::*;

/// Pasted markup, for `DOMParser`, whose documents are inert: no script runs, nothing is loaded.
pub(super) fn inert_markup(markup: &str) -> Result<JsValue, JsValue> {
    thread_local! {
        static POLICY: Result<JsValue, JsValue> = policy();
    }
    let policy = POLICY.with(Clone::clone)?;
    if policy.is_undefined() {
        return Ok(markup.into());
    }
    call(&policy, "createHTML", &[&markup.into()])
}

/// The policy that lets it through, or `undefined` where the browser has no trusted types.
fn policy() -> Result<JsValue, JsValue> {
    let factory = Reflect::get(&js_sys::global(), &"trustedTypes".into())?;
    if factory.is_undefined() {
        return Ok(factory);
    }
    let rules = Object::new();
    let rule = Closure::<dyn Fn(JsValue) -> JsValue>::new(|markup| markup);
    Reflect::set(&rules, &"createHTML".into(), &rule.into_js_value())?;
    call(&factory, "createPolicy", &[&"galley-paste".into(), &rules])
}

/// Calls a method by name: for what web-sys does not know, or types too narrowly.
pub(super) fn call(object: &JsValue, name: &str, with: &[&JsValue]) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(object, &name.into())?.dyn_into()?;
    method.apply(object, &with.iter().copied().collect::<Array>())
}
