//! [`Reader`]: somebody in front of a mounted page.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

pub(crate) mod storage;

use std::cell::RefCell;
use std::rc::Rc;

use galley::{App, AppProps, Found, ReadHere, Same};
use galley_engine::{Findings, Means};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::future::TimeoutFuture;
use gloo::utils::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    DataTransfer, Element, Event, EventInit, File, HtmlAnchorElement, HtmlElement,
    HtmlTextAreaElement, KeyboardEvent, KeyboardEventInit, Range,
};
use yew::{AppHandle, Callback, Renderer};

/// A short article with one quote.
pub(crate) const ARTICLE: &str = "Bridge in Nordvik to stay open\n\n\
    The council met on Monday.\n\n\
    “The bridge is safe,” said Maria Lund, the mayor of Nordvik.";

/// How often, every 20 ms, something is looked for before it counts as missing.
const LOOKS: usize = 250;

/// A page in an element of its own. Dropping it takes the page away, storage stays.
pub(crate) struct Reader {
    root: Element,
    page: Option<AppHandle<App>>,
}

impl Reader {
    /// Opens the page in a browser that has never seen it.
    pub(crate) async fn arrives() -> Self {
        forgets_everything().await;
        Self::mounts().await
    }

    /// Opens the page in a browser that has kept nothing but this.
    pub(crate) async fn arrives_with(key: &str, value: &str) -> Self {
        forgets_everything().await;
        storage::put(key, value);
        Self::mounts().await
    }

    /// Opens the page where its worker cannot be loaded, as here.
    pub(crate) async fn arrives_where_no_worker_is() -> Self {
        forgets_everything().await;
        Self::mounts_with(AppProps::default()).await
    }

    /// Closes the page and opens it again.
    pub(crate) async fn mounts_again(self) -> Self {
        drop(self);
        Self::mounts().await
    }

    async fn mounts() -> Self {
        // The rules are enough here, and nothing is to be said of the model that is not asked for.
        let read: ReadHere = Callback::from(|text: Same<str>| {
            Found::new(Findings { means: Means::Model, ..galley_engine::analyse(&text) })
        });
        Self::mounts_with(AppProps { read_here: Some(read) }).await
    }

    async fn mounts_with(props: AppProps) -> Self {
        let root = document().create_element("div").unwrap();
        document().body().unwrap().append_child(&root).unwrap();
        let page = Some(Renderer::<App>::with_root_and_props(root.clone(), props).render());
        let reader = Self { root, page };
        reader.sees(".bar").await;
        pause().await;
        reader
    }

    /// Pastes plain text anywhere.
    pub(crate) async fn pastes(&self, text: &str) {
        self.pastes_as("text/plain", text).await;
    }

    /// Pastes markup anywhere.
    pub(crate) async fn pastes_markup(&self, markup: &str) {
        self.pastes_as("text/html", markup).await;
    }

    async fn pastes_as(&self, kind: &str, data: &str) {
        let clipboard = DataTransfer::new().unwrap();
        clipboard.set_data(kind, data).unwrap();
        let event = transfer_event("ClipboardEvent", "paste", "clipboardData", &clipboard);
        self.root.dispatch_event(&event).unwrap();
        pause().await;
        // The names come with the findings, and until then drawing them would end a selection.
        let read = || self.count("aside.pane") > 0 && !self.is_waiting();
        self.waits(read, "the article, read").await;
    }

    fn is_waiting(&self) -> bool {
        self.all("aside.pane").iter().any(|pane| text(pane).contains("Reading the article"))
    }

    /// Drops plain text on the page.
    pub(crate) async fn drops(&self, text: &str) {
        let dropped = DataTransfer::new().unwrap();
        dropped.set_data("text/plain", text).unwrap();
        self.drops_all(&dropped).await;
    }

    /// Drops a file on the page.
    pub(crate) async fn drops_file(&self, name: &str, content: &str) {
        let dropped = DataTransfer::new().unwrap();
        let content = js_sys::Array::of1(&content.into());
        let file = File::new_with_str_sequence(&content, name).unwrap();
        dropped.items().add_with_file(&file).unwrap();
        self.drops_all(&dropped).await;
    }

    async fn drops_all(&self, dropped: &DataTransfer) {
        let event = transfer_event("DragEvent", "drop", "dataTransfer", dropped);
        self.root.dispatch_event(&event).unwrap();
        pause().await;
    }

    /// Selects characters of the first such element, and sees what can be done with them.
    pub(crate) async fn selects(&self, selector: &str, start: u32, end: u32) {
        // On a busy machine a late drawing may end a selection: a reader selects again.
        for _ in 0..10 {
            self.drags(selector, start, end).await;
            if self.count("[role=toolbar]") > 0 {
                return;
            }
        }
        self.sees("[role=toolbar]").await;
    }

    /// Selects characters of the first such element.
    pub(crate) async fn drags(&self, selector: &str, start: u32, end: u32) {
        let text = first_text(&self.element(selector)).unwrap();
        let range = Range::new().unwrap();
        range.set_start(&text, start).unwrap();
        range.set_end(&text, end).unwrap();
        let selection = window().get_selection().unwrap().unwrap();
        selection.remove_all_ranges().unwrap();
        selection.add_range(&range).unwrap();
        TimeoutFuture::new(300).await;
    }

    /// Presses the button with that name.
    pub(crate) async fn presses_button(&self, name: &str) {
        self.presses(|button| button_name(button) == name, name).await;
    }

    /// Presses the first button whose name begins so.
    pub(crate) async fn presses_button_that_begins(&self, name: &str) {
        self.presses(|button| button_name(button).starts_with(name), name).await;
    }

    async fn presses(&self, wanted: impl Fn(&HtmlElement) -> bool, name: &str) {
        let button = self.all("button").into_iter().find(wanted);
        button.unwrap_or_else(|| panic!("no button “{name}”")).click();
        pause().await;
    }

    /// Chooses what stands beside a radio button or a box.
    pub(crate) async fn presses_choice(&self, name: &str) {
        let choice = self.all("label").into_iter().find(|label| text(label).trim() == name);
        choice.unwrap_or_else(|| panic!("no choice “{name}”")).click();
        pause().await;
    }

    /// An attribute of the page itself.
    pub(crate) fn set_of_page(&self, attribute: &str) -> String {
        gloo::utils::document_element().get_attribute(attribute).unwrap_or_default()
    }

    /// Presses a key outside of fields, with Control or without.
    pub(crate) async fn types_key(&self, key: &str, control: bool) {
        let init = KeyboardEventInit::new();
        init.set_bubbles(true);
        init.set_key(key);
        init.set_ctrl_key(control);
        let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
        self.root.dispatch_event(&event).unwrap();
        pause().await;
    }

    /// Writes into a field.
    pub(crate) async fn writes(&self, selector: &str, text: &str) {
        let field: HtmlTextAreaElement = self.element(selector).unchecked_into();
        field.set_value(text);
        let init = EventInit::new();
        init.set_bubbles(true);
        field.dispatch_event(&Event::new_with_event_init_dict("input", &init).unwrap()).unwrap();
        pause().await;
    }

    /// Writes into a field and leaves it.
    pub(crate) async fn enters(&self, selector: &str, text: &str) {
        self.writes(selector, text).await;
        let init = EventInit::new();
        init.set_bubbles(true);
        let event = Event::new_with_event_init_dict("change", &init).unwrap();
        self.element(selector).dispatch_event(&event).unwrap();
        pause().await;
    }

    /// Clicks on the first such element that holds `words`.
    pub(crate) async fn clicks(&self, selector: &str, words: &str) {
        let found = self.all(selector).into_iter().find(|it| text(it).contains(words));
        found.unwrap_or_else(|| panic!("no {selector} with “{words}”")).click();
        pause().await;
    }

    /// Chooses among several words, by value.
    pub(crate) async fn chooses(&self, label: &str, value: &str) {
        let field = self.element(&format!("select[aria-label='{label}']"));
        field.unchecked_ref::<web_sys::HtmlSelectElement>().set_value(value);
        let init = EventInit::new();
        init.set_bubbles(true);
        field.dispatch_event(&Event::new_with_event_init_dict("change", &init).unwrap()).unwrap();
        pause().await;
    }

    /// Chooses among several words, by what is shown.
    pub(crate) async fn chooses_named(&self, label: &str, shown: &str) {
        let options = self.all(&format!("select[aria-label='{label}'] option"));
        let option = options.iter().find(|it| text(it) == shown);
        let value = option.and_then(|it| it.get_attribute("value"));
        self.chooses(label, &value.unwrap_or_else(|| panic!("no “{shown}” in {label}"))).await;
    }

    /// Presses a button that hands over a file, and takes it: its name and its address.
    pub(crate) async fn takes_file(&self, button: &str) -> (String, String) {
        let taken = Rc::new(RefCell::new(None));
        let (options, hand) = (EventListenerOptions::enable_prevent_default(), taken.clone());
        let listener =
            EventListener::new_with_options(&document(), "click", options, move |event| {
                let link = event.target().and_then(|it| it.dyn_into::<HtmlAnchorElement>().ok());
                if let Some(link) = link.filter(|it| !it.download().is_empty()) {
                    event.prevent_default();
                    *hand.borrow_mut() = Some((link.download(), link.href()));
                }
            });
        self.presses_button(button).await;
        self.waits(|| taken.borrow().is_some(), "a file").await;
        drop(listener);
        taken.take().unwrap()
    }

    /// The name of what the keyboard is at.
    pub(crate) fn is_at(&self) -> String {
        let active = document().active_element();
        active.and_then(|it| it.get_attribute("aria-label")).unwrap_or_default()
    }

    /// Waits until there is such an element.
    pub(crate) async fn sees(&self, selector: &str) {
        self.waits(|| self.count(selector) > 0, selector).await;
    }

    /// Waits until such an element holds `words`.
    pub(crate) async fn sees_text(&self, selector: &str, words: &str) {
        self.waits(|| self.all(selector).iter().any(|it| text(it).contains(words)), words).await;
    }

    /// Waits until that is so.
    pub(crate) async fn waits(&self, is_so: impl Fn() -> bool, what: &str) {
        for _ in 0..LOOKS {
            if is_so() {
                return;
            }
            TimeoutFuture::new(20).await;
        }
        panic!("not to be seen: {what}\n{}", text(self.root.unchecked_ref()));
    }

    /// Waits until there are so many such elements.
    pub(crate) async fn counts(&self, selector: &str, count: usize) {
        self.waits(|| self.count(selector) == count, selector).await;
    }

    /// How many such elements there are.
    pub(crate) fn count(&self, selector: &str) -> usize {
        self.all(selector).len()
    }

    /// The text of the first such element in the article, else on the page.
    pub(crate) fn text_of(&self, selector: &str) -> String {
        let in_article = self.all(&format!("article {selector}"));
        in_article.first().map_or_else(|| text(&self.element(selector)), text)
    }

    /// What stands in the first such field.
    pub(crate) fn value_of(&self, selector: &str) -> String {
        self.element(selector).unchecked_into::<HtmlTextAreaElement>().value()
    }

    /// The title of the window.
    pub(crate) fn page_title(&self) -> String {
        document().title()
    }

    fn element(&self, selector: &str) -> HtmlElement {
        self.all(selector).into_iter().next().unwrap_or_else(|| panic!("no {selector}"))
    }

    fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let found = self.root.query_selector_all(selector).unwrap();
        (0..found.length()).map(|index| found.get(index).unwrap().unchecked_into()).collect()
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        if let Some(page) = self.page.take() {
            page.destroy();
        }
        self.root.remove();
    }
}

async fn forgets_everything() {
    storage::clear();
    window().location().set_hash("").unwrap();
    pause().await;
}

/// Lets Yew draw, and effects and the quiet after a selection pass.
async fn pause() {
    TimeoutFuture::new(60).await;
}

fn text(element: &HtmlElement) -> String {
    element.text_content().unwrap_or_default()
}

/// The name that a screen reader gives the button.
fn button_name(button: &HtmlElement) -> String {
    button.get_attribute("aria-label").unwrap_or_else(|| text(button).trim().to_owned())
}

fn first_text(node: &web_sys::Node) -> Option<web_sys::Node> {
    if node.node_type() == web_sys::Node::TEXT_NODE {
        return Some(node.clone());
    }
    let children = node.child_nodes();
    (0..children.length()).find_map(|index| first_text(&children.get(index)?))
}

/// An event that brings data along, and bubbles. web-sys knows no constructor that takes data.
fn transfer_event(class: &str, kind: &str, member: &str, data: &DataTransfer) -> Event {
    let init = js_sys::Object::new();
    for (name, value) in
        [(member, JsValue::from(data)), ("bubbles", true.into()), ("cancelable", true.into())]
    {
        js_sys::Reflect::set(&init, &name.into(), &value).unwrap();
    }
    let constructor = js_sys::Reflect::get(&js_sys::global(), &class.into()).unwrap();
    let constructor: js_sys::Function = constructor.unchecked_into();
    let arguments = js_sys::Array::of2(&kind.into(), &init);
    js_sys::Reflect::construct(&constructor, &arguments).unwrap().unchecked_into()
}
