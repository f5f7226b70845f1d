//! The worker: reads articles with the engine, away from the page, so that the page never waits.
//!
//! It keeps nothing between requests; the page may end it at any time.

use galley::protocol::{Reply, Request, decode, encode};
use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

fn main() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let answering = scope.clone();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let bytes = event.data().dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec());
        if let Some(request) = bytes.ok().as_deref().and_then(decode::<Request>) {
            post(&answering, &answer(request));
        }
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    post(&scope, &Reply::Ready);
}

fn answer(Request { ticket, text }: Request) -> Reply {
    Reply::Findings { ticket, findings: galley_engine::analyse(&text) }
}

fn post(scope: &DedicatedWorkerGlobalScope, reply: &Reply) {
    let Some(message) = encode(reply) else { return };
    // Posting bytes fails only when the worker is being ended: nobody is left to tell.
    let _ = scope.post_message(&Uint8Array::from(&message[..]));
}
