//! From the page to the text and back: what is selected, what was clicked, where a word stands.
//!
//! Paragraphs bear `data-start`, their first byte, and hold exactly the article's text. Where they
//! do not (a browser's translation replaces text nodes) nothing is said about them.

mod caret;
mod edges;
mod laying;
mod paragraphs;
mod sheet;
mod view;

use galley_text::{Offsets, Span, Utf16};
use gloo::timers::callback::Timeout;
use wasm_bindgen::prelude::*;
use web_sys::{DomRect, Element, FocusOptions, HtmlElement, Node, Range, Selection};

pub(crate) use self::caret::{caret_place, ends, select_between};
pub(crate) use self::edges::{edges_of, handle_room, offset_at};
pub(crate) use self::laying::lay_out;
use self::paragraphs::{Paragraph, Paragraphs, numbered};
pub(crate) use self::sheet::uncover;
pub(crate) use self::view::on_view;

/// A selection inside the article.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Selected {
    /// What is selected, without white space at its edges.
    pub(crate) span: Span,
    /// Where it ends on the page.
    pub(crate) place: Place,
}

/// A place on the page in CSS pixels from the page's top left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Place {
    /// Left edge.
    pub(crate) left: f64,
    /// Top edge.
    pub(crate) top: f64,
    /// Bottom edge.
    pub(crate) bottom: f64,
}

/// Why a selection cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unusable {
    /// Nothing of the article is selected.
    Nothing,
    /// The browser shows other words than the article's.
    Changed,
}

/// What the reader has selected of the article `text`.
pub(crate) fn selected(text: &str) -> Result<Selected, Unusable> {
    let selection = gloo::utils::window().get_selection().ok().flatten();
    let range = selection
        .filter(|selection| !is_empty(selection))
        .and_then(|selection| selection.get_range_at(0).ok())
        .ok_or(Unusable::Nothing)?;
    let edge = |node: Result<Node, _>, offset: Result<u32, _>| {
        let node = node.map_err(|_: JsValue| Unusable::Nothing)?;
        offset_of(text, &node, offset.map_err(|_: JsValue| Unusable::Nothing)?)
    };
    let start = edge(range.start_container(), range.start_offset())?;
    let end = edge(range.end_container(), range.end_offset())?;
    let span = Span::new(start, end).trimmed(text).on_graphemes(text);
    if span.is_empty() {
        return Err(Unusable::Nothing);
    }
    Ok(Selected { span, place: place(&range.get_bounding_client_rect()) })
}

/// The byte that the start of `element`, which stands in a paragraph, has in `text`.
pub(crate) fn start_of(text: &str, element: &Element) -> Option<usize> {
    // A screen reader clicks on the place before the words.
    let mark = element.closest("[data-start] :is(mark, .stop)").ok().flatten()?;
    offset_of(text, &mark, 0).ok()
}

/// To find more places than this to the pixel would make the browser lay out paragraphs far out of
/// view, which takes seconds in a long text.
const MOST_EXACT: usize = 400;

/// Where each byte offset of `text` is drawn; `None` where it is not shown. Of very many, the height
/// in its paragraph is estimated from how much text stands before it.
pub(crate) fn places_of(text: &str, offsets: &[usize]) -> Vec<Option<Place>> {
    let paragraphs = Paragraphs::of_page();
    let place = if offsets.len() > MOST_EXACT { estimate_of } else { place_of };
    let mut here = None::<Paragraph>;
    let places = offsets.iter().map(|&offset| {
        // Neighbours mostly stand in the same paragraph.
        let paragraph =
            here.take().filter(|it| it.holds(offset)).or_else(|| paragraphs.at(offset))?;
        place(text, offset, here.insert(paragraph))
    });
    places.collect()
}

fn estimate_of(text: &str, offset: usize, paragraph: &Paragraph) -> Option<Place> {
    let length = paragraph.next.unwrap_or(text.len()).saturating_sub(paragraph.start);
    let share = (offset - paragraph.start) as f64 / length.max(1) as f64;
    let whole = place(&paragraph.element.get_bounding_client_rect());
    Some(Place { top: whole.top + share * (whole.bottom - whole.top), ..whole })
}

fn place_of(text: &str, offset: usize, paragraph: &Paragraph) -> Option<Place> {
    let (node, at) = paragraph.node_at(text, offset)?;
    let range = Range::new().ok()?;
    range.set_start(&node, at).ok()?;
    range.set_end(&node, at + 1).ok()?;
    Some(place(&range.get_bounding_client_rect()))
}

/// The bar and the layers cover so much of the top of the window, in pixels.
const COVERED: f64 = 110.0;

/// Brings the byte at `offset` of `text` into view, unless it is in view already.
pub(crate) fn scroll_to(text: &str, offset: usize) {
    let Some(Some(place)) = places_of(text, &[offset]).pop() else { return };
    let window = gloo::utils::window();
    let number = |value: Result<JsValue, JsValue>| value.ok().and_then(|it| it.as_f64());
    let top = window.scroll_y().unwrap_or_default();
    let height = number(window.inner_height()).unwrap_or_default();
    let in_view = place.top > top + COVERED && place.bottom < top + height * 0.85;
    if !in_view {
        window.scroll_to_with_x_and_y(0.0, place.top - height * 0.3);
    }
}

/// Whether anything on the page is selected.
pub(crate) fn is_selecting() -> bool {
    let selection = gloo::utils::window().get_selection().ok().flatten();
    selection.is_some_and(|selection| !is_empty(&selection))
}

/// Whether it begins where it ends. To answer that the browser lays the page out, so it is not asked where
/// nothing at all is selected.
fn is_empty(selection: &Selection) -> bool {
    selection.type_() != "Range" || selection.is_collapsed()
}

/// Whether something is open that the page waits for.
pub(crate) fn is_dialog_open() -> bool {
    gloo::utils::document().query_selector("dialog[open]").is_ok_and(|dialog| dialog.is_some())
}

/// Puts the keyboard's focus on the first such element; `false` where there is none.
pub(crate) fn focus(selector: &str) -> bool {
    let found = gloo::utils::document().query_selector(selector).ok().flatten();
    let element = found.and_then(|found| found.dyn_into::<HtmlElement>().ok());
    element.is_some_and(|element| element.focus().is_ok())
}

/// The same once the page is drawn, without bringing it into view.
pub(crate) fn focus_soon(selector: &str) {
    let selector = selector.to_owned();
    Timeout::new(30, move || {
        let found = gloo::utils::document().query_selector(&selector).ok().flatten();
        if let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            // Focus fails on elements that are gone, and then there is nothing to go to.
            let _ = element.focus_with_options(&options);
        }
    })
    .forget();
}

/// Takes the keyboard out of the field that is being written in.
pub(crate) fn leave_field() {
    let active = gloo::utils::document().active_element();
    if let Some(element) = active.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot lose the focus has not got it.
        let _ = element.blur();
    }
}

/// The name of the place that the keyboard is at, if it is at one of a mark.
pub(crate) fn stop_at_keyboard() -> Option<String> {
    gloo::utils::document().active_element()?.get_attribute("data-stop")
}

/// The first byte of the first paragraph that is in view.
pub(crate) fn first_in_view() -> usize {
    let paragraphs = Paragraphs::of_page();
    let is_above = |element: &Element| element.get_bounding_client_rect().bottom() <= COVERED;
    let first = paragraphs.count_while(|paragraph, _| is_above(paragraph));
    paragraphs.get(first).map_or(0, |(_, start)| start)
}

/// Selects `span` of the article.
pub(crate) fn select(text: &str, span: Span) {
    let selection = gloo::utils::window().get_selection().ok().flatten();
    if let (Some(selection), Some(range)) = (selection, range_of(text, span)) {
        // A range of this document can always be selected.
        let _ = selection.remove_all_ranges();
        let _ = selection.add_range(&range);
    }
}

/// What shows `span`, which is not empty.
fn range_of(text: &str, span: Span) -> Option<Range> {
    let paragraphs = Paragraphs::of_page();
    let (first, from) = paragraphs.node_at(text, span.start())?;
    let (last, to) = paragraphs.node_at(text, span.end() - 1)?;
    let range = Range::new().ok()?;
    range.set_start(&first, from).ok()?;
    let wide = text[..span.end()].chars().next_back().map_or(1, char::len_utf16);
    range.set_end(&last, to + wide as u32).ok()?;
    Some(range)
}

/// Takes the selection away.
pub(crate) fn deselect() {
    if let Ok(Some(selection)) = gloo::utils::window().get_selection() {
        // Removing all ranges fails on no selection there is.
        let _ = selection.remove_all_ranges();
    }
}

/// The byte of `text` at a point between two characters, or between two nodes, of the page.
fn offset_of(text: &str, node: &Node, offset: u32) -> Result<usize, Unusable> {
    let found = paragraph_of(node).or_else(|| after(node, offset));
    // A drag that ends beside or below the article means its end.
    let Some((paragraph, start)) = found else { return Ok(text.len()) };
    let shown = paragraph.text_content().unwrap_or_default();
    if text.get(start..start + shown.len()) != Some(&shown) {
        return Err(Unusable::Changed);
    }
    if !paragraph.contains(Some(node)) {
        return Ok(start);
    }
    let before = || -> Result<u32, JsValue> {
        let range = Range::new()?;
        range.set_start(&paragraph, 0)?;
        range.set_end(node, offset)?;
        Ok(range.to_string().length())
    };
    let units = before().map_err(|_| Unusable::Nothing)? as usize;
    Ok(start + Offsets::new(&shown).byte_of_utf16(Utf16(units)))
}

/// The first paragraph at or after a point outside all paragraphs: a triple click ends there.
fn after(node: &Node, offset: u32) -> Option<(Element, usize)> {
    let point = Range::new().ok()?;
    point.set_start(node, offset).ok()?;
    let paragraphs = Paragraphs::of_page();
    let is_before = |it: &Element| point.compare_point(it, 0).is_ok_and(|order| order < 0);
    paragraphs.get(paragraphs.count_while(|paragraph, _| is_before(paragraph)))
}

fn paragraph_of(node: &Node) -> Option<(Element, usize)> {
    let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
    numbered(element.closest("[data-start]").ok().flatten()?)
}

fn place(rect: &DomRect) -> Place {
    let window = gloo::utils::window();
    let scrolled = |by: Result<f64, JsValue>| by.unwrap_or(0.0);
    let (x, y) = (scrolled(window.scroll_x()), scrolled(window.scroll_y()));
    Place { left: rect.left() + x, top: rect.top() + y, bottom: rect.bottom() + y }
}
