//! [`edges_of`]: where the edges of a mark stand, [`handle_room`]: what is left to them, and [`offset_at`]: which byte is drawn at a point.

use galley_text::Span;
use gloo::utils::document;
use wasm_bindgen::prelude::*;
use web_sys::{DomRect, Node, Range};

use super::{Place, offset_of, paragraph_of, place, range_of};

/// Where `span` begins and ends on the page, each as tall as its line; `None` where it is not shown.
pub(crate) fn edges_of(text: &str, span: Span) -> Option<[Place; 2]> {
    let lines = range_of(text, span)?.get_client_rects()?;
    let lines: Vec<DomRect> = (0..lines.length()).filter_map(|index| lines.get(index)).collect();
    let (first, last) = (lines.first()?, lines.last()?);
    let end = place(last);
    (first.height() > 0.0).then(|| [place(first), Place { left: end.left + last.width(), ..end }])
}

/// Pixels above and below a mark that are left to the handles at its edges: more for fingers.
pub(crate) fn handle_room() -> f64 {
    let coarse = gloo::utils::window().match_media("(pointer: coarse)").ok().flatten();
    if coarse.is_some_and(|it| it.matches()) { 36.0 } else { 14.0 }
}

/// The byte of `text` that is drawn at a point of the window, in CSS pixels.
pub(crate) fn offset_at(text: &str, x: f32, y: f32) -> Option<usize> {
    let (node, offset) = caret_at(x, y)?;
    paragraph_of(&node)?;
    offset_of(text, &node, offset).ok()
}

fn caret_at(x: f32, y: f32) -> Option<(Node, u32)> {
    // Only newer browsers have the standard's own.
    let older: WithRanges = document().unchecked_into();
    match older.caret_range_from_point(x, y) {
        Ok(range) => {
            range.and_then(|it| Some((it.start_container().ok()?, it.start_offset().ok()?)))
        }
        Err(_) => {
            let caret = document().caret_position_from_point(x, y)?;
            Some((caret.offset_node()?, caret.offset()))
        }
    }
}

#[wasm_bindgen]
extern "C" {
    /// A document with the older way to ask what is drawn at a point.
    type WithRanges;
    #[wasm_bindgen(method, catch, js_name = caretRangeFromPoint)]
    fn caret_range_from_point(this: &WithRanges, x: f32, y: f32) -> Result<Option<Range>, JsValue>;
}
