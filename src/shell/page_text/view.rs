//! [`on_view`]: which part of the article is in view.

use std::rc::Rc;

use galley_text::Span;
use gloo::events::EventListener;
use gloo::utils::window;

use super::Paragraphs;
use crate::same::Same;

/// Calls `tell` now, and as the reader scrolls, with the part of `text` that is in view, and with the part
/// that is at most one height of the window away from that. Gives what ends that.
pub(crate) fn on_view(text: Same<str>, tell: impl Fn([Span; 2]) + 'static) -> impl FnOnce() {
    let look = Rc::new(move || {
        let paragraphs = Paragraphs::of_page();
        tell([0.0, 1.0].map(|heights| paragraphs.within(&text, heights)));
    });
    look();
    let listeners = ["scroll", "resize"].map(|name| {
        let look = Rc::clone(&look);
        EventListener::new(&window(), name, move |_| look())
    });
    move || drop(listeners)
}
