//! Where the keyboard is, and that what it is at can go.

use gloo::events::EventListener;
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// What the keyboard came to last.
#[derive(Clone)]
pub(crate) struct At {
    element: Element,
    /// Whether in a pane.
    pub(crate) in_pane: bool,
}

/// Tells what the keyboard comes to in the desk, and not what a pointer presses.
pub(crate) fn on_coming(come: impl Fn(At) + 'static) -> EventListener {
    EventListener::new(&document(), "focusin", move |event| {
        let element = event.target().and_then(|it| it.dyn_into::<Element>().ok());
        let by_key = |it: &Element| it.matches(":focus-visible").unwrap_or_default();
        if let Some(element) = element.filter(by_key) {
            let within = |it: &str| element.closest(it).is_ok_and(|found| found.is_some());
            let in_pane = within(".pane");
            come(At { element, in_pane });
        }
    })
}

impl At {
    /// Whether it is on the page no more, and the keyboard nowhere.
    pub(crate) fn is_lost(&self) -> bool {
        let is_nowhere = document().active_element().is_none_or(|it| it.tag_name() == "BODY");
        is_nowhere && !self.element.is_connected()
    }
}
