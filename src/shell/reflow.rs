//! [`on_reflow`]: what stands beside words moves with them.

use wasm_bindgen::prelude::*;
use web_sys::{Element, ResizeObserver};

/// Calls `arrange` now and whenever the article, or `also`, changes its size. Gives what ends that.
pub(crate) fn on_reflow<F: Fn() + 'static>(
    also: Option<&Element>,
    arrange: F,
) -> impl FnOnce() + use<F> {
    arrange();
    let callback = Closure::<dyn Fn()>::new(arrange);
    let observer = ResizeObserver::new(callback.as_ref().unchecked_ref()).ok();
    let article = gloo::utils::document().query_selector(".article").ok().flatten();
    if let Some(observer) = &observer {
        article.iter().chain(also).for_each(|element| observer.observe(element));
    }
    move || {
        if let Some(observer) = observer {
            observer.disconnect();
        }
        drop(callback);
    }
}
