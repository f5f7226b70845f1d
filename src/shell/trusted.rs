//! Strings that the page's policy lets through: the two sinks that Galley needs, and no other.
//!
//! The policy, which `xtask/src/policy.rs` writes into the page, demands trusted types, so that no
//! pasted text can ever become markup of this page or a script. A browser that knows no trusted types takes plain strings.

use gloo::utils::document;
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, Url};

use crate::protocol::MODEL;

/// Milliseconds in which the model has to be there, on a poor line too.
const PATIENCE: u32 = 30_000;

thread_local! {
    static WORKER: Result<String, JsValue> = worker_program();
}

/// The worker's address, for `new Worker`. It is the only one that ever passes.
pub(super) fn worker_address() -> Result<JsValue, JsValue> {
    thread_local! {
        static POLICY: Result<JsValue, JsValue> = policy("galley-worker", "createScriptURL", |_| {
            WORKER.with(|address| address.as_deref().unwrap_or_default().into())
        });
    }
    let address = WORKER.with(Clone::clone)?;
    POLICY.with(|policy| admit(policy.as_ref()?, "createScriptURL", &address))
}

/// Puts the program that starts the worker into a blob and gives its address.
///
/// A worker fetched from the host is under the host's own policy, and a static host has none: its
/// engine could send words anywhere. A worker made of a blob is under the policy of this page.
/// The build's name in the addresses keeps a new page from starting an old worker out of a cache.
fn worker_program() -> Result<String, JsValue> {
    let document = document();
    let build = document.query_selector("meta[name=galley-build]")?;
    let build = build.and_then(|meta| meta.get_attribute("content")).unwrap_or_default();
    let base = document.base_uri()?.unwrap_or_default();
    let file = |name: &str| Url::new_with_base(&format!("{name}?v={build}"), &base);
    let (script, wasm) = (file("worker.js")?.href(), file("worker_bg.wasm")?.href());
    let model = file("encoder.bin")?.href();
    // The model comes beside the engine, not after it. Without it the engine reads by its rules.
    let program = format!(
        "import start from {script:?};\
         self.{MODEL} = fetch({model:?}, {{ signal: AbortSignal.timeout?.({PATIENCE}) }})\
         .then(it => it.ok ? it.arrayBuffer() : null).catch(() => null);\
         start({{ module_or_path: {wasm:?} }});"
    );
    let options = BlobPropertyBag::new();
    options.set_type("text/javascript");
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&program.into()), &options)?;
    Url::create_object_url_with_blob(&blob)
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
