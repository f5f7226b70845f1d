//! [`use_route`]: a reload, and the browser's own back and forward, find the article again.

use galley_notebook::{Action, ArticleId};
use gloo::events::EventListener;
use gloo::utils::window;
use yew::prelude::*;

use crate::shell::address;

/// Keeps the page's address and `current` in step.
#[hook]
pub(crate) fn use_route(current: Option<ArticleId>, act: Callback<Action>) {
    use_effect_with((), move |()| {
        let listener = EventListener::new(&window(), "hashchange", move |_| {
            if let Some(asked) = address::asked() {
                act.emit(Action::Show(asked));
            }
        });
        move || drop(listener)
    });
    use_effect_with(current, |current| address::show(*current));
}
