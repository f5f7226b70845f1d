//! [`ends`], [`select_between`] and [`caret_place`]: the selection with its two ends, for a caret that goes
//! either way.

use galley_text::Span;
use web_sys::Node;

use super::{Paragraphs, Place, edges_of, offset_of, paragraph_of, places_of};

/// Where the selection begins and where it ends in `text`, in that order, whichever stands first; both the
/// same where nothing is selected but the browser's own caret stands in the article.
pub(crate) fn ends(text: &str) -> Option<[usize; 2]> {
    let selection = gloo::utils::window().get_selection().ok().flatten()?;
    let byte = |node: Option<Node>, offset| {
        let node = node.filter(|node| paragraph_of(node).is_some())?;
        offset_of(text, &node, offset).ok()
    };
    let begin = byte(selection.anchor_node(), selection.anchor_offset())?;
    Some([begin, byte(selection.focus_node(), selection.focus_offset())?])
}

/// Selects what lies between two bytes of `text`, so that the selection ends at the second.
pub(crate) fn select_between(text: &str, [begin, end]: [usize; 2]) {
    let paragraphs = Paragraphs::of_page();
    let selection = gloo::utils::window().get_selection().ok().flatten();
    let points = point_at(text, begin, &paragraphs).zip(point_at(text, end, &paragraphs));
    if let (Some(selection), Some(((from, at), (to, until)))) = (selection, points) {
        // Points of this document can always be selected.
        let _ = selection.set_base_and_extent(&from, at, &to, until);
    }
}

/// Where a caret before the byte at `offset` of `text` stands, as tall as its line.
pub(crate) fn caret_place(text: &str, offset: usize) -> Option<Place> {
    let here = places_of(text, &[offset]).pop().flatten();
    here.or_else(|| Some(edges_of(text, before(text, offset)?)?[1]))
}

/// The point before the character at `offset`, or after the one before it, where a paragraph ends.
fn point_at(text: &str, offset: usize, paragraphs: &Paragraphs) -> Option<(Node, u32)> {
    paragraphs.node_at(text, offset).or_else(|| {
        let last = before(text, offset)?;
        let (node, at) = paragraphs.node_at(text, last.start())?;
        Some((node, at + last.of(text).encode_utf16().count() as u32))
    })
}

/// The character before `offset`.
fn before(text: &str, offset: usize) -> Option<Span> {
    let last = text.get(..offset)?.chars().next_back()?;
    Some(Span::new(offset - last.len_utf8(), offset))
}
