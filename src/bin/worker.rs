//! The worker: reads articles with the engine, away from the page, so that the page never waits.
//!
//! It keeps nothing between requests but the engine; the page may end it at any time.

use galley::protocol::{MODEL, Reply, Request, decode, encode};
use galley_engine::Reader;
use js_sys::{ArrayBuffer, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

fn main() {
    spawn_local(listen());
}

async fn listen() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let file = model().await.ok().map(|file| file.to_vec());
    // What a file that cannot be used lacks is of no help to a reader; each reply says that it
    // was made by rules alone.
    let reader = file.and_then(|file| Reader::new(&file).ok()).unwrap_or_default();
    let answering = scope.clone();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let bytes = event.data().dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec());
        if let Some(request) = bytes.ok().as_deref().and_then(decode::<Request>) {
            post(&answering, &answer(&reader, request));
        }
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    post(&scope, &Reply::Ready);
}

/// The model's file, which the program that started this worker has asked for already.
///
/// Errors: it could not be fetched.
async fn model() -> Result<Uint8Array, JsValue> {
    let asked: Promise = Reflect::get(&js_sys::global(), &MODEL.into())?.dyn_into()?;
    let file: ArrayBuffer = JsFuture::from(asked).await?.dyn_into()?;
    Ok(Uint8Array::new(&file))
}

fn answer(reader: &Reader, Request { ticket, text, quotations }: Request) -> Reply {
    Reply::Findings { ticket, findings: reader.analyse_with_quotations(&text, &quotations) }
}

fn post(scope: &DedicatedWorkerGlobalScope, reply: &Reply) {
    let Some(message) = encode(reply) else { return };
    // Posting bytes fails only when the worker is being ended: nobody is left to tell.
    let _ = scope.post_message(&Uint8Array::from(&message[..]));
}
