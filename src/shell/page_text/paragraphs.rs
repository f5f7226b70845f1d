//! [`Paragraphs`]: the article's paragraphs as they stand on the page.

use galley_text::Span;
use gloo::utils::{document, window};
use wasm_bindgen::prelude::*;
use web_sys::{CharacterData, Element, Node, NodeList};

/// The paragraphs in their order, each with its first byte. One is looked at only when it is asked for:
/// a long text has thousands.
pub(super) struct Paragraphs(Option<NodeList>);

impl Paragraphs {
    /// All that are on the page.
    pub(super) fn of_page() -> Self {
        Self(document().query_selector_all("[data-start]").ok())
    }

    /// One of them.
    pub(super) fn get(&self, index: usize) -> Option<(Element, usize)> {
        numbered(self.0.as_ref()?.get(index.try_into().ok()?)?.dyn_into().ok()?)
    }

    /// The last that begins at or before `offset`.
    pub(super) fn at(&self, offset: usize) -> Option<Paragraph> {
        let after = self.count_while(|_, start| start <= offset);
        let (element, start) = self.get(after.checked_sub(1)?)?;
        Some(Paragraph { element, start, next: self.get(after).map(|(_, next)| next) })
    }

    /// The text node that shows the character at or before `offset`, and its place in it.
    pub(super) fn node_at(&self, text: &str, offset: usize) -> Option<(Node, u32)> {
        self.at(offset)?.node_at(text, offset)
    }

    /// How many are so, where those that are come first.
    pub(super) fn count_while(&self, is_so: impl Fn(&Element, usize) -> bool) -> usize {
        let (mut low, mut high) = (0, self.0.as_ref().map_or(0, |list| list.length() as usize));
        while low < high {
            let middle = low.midpoint(high);
            match self.get(middle) {
                Some((paragraph, start)) if is_so(&paragraph, start) => low = middle + 1,
                _ => high = middle,
            }
        }
        low
    }

    /// The bytes of `text` that stand between two heights of the window.
    fn between(&self, text: &str, [top, bottom]: [f64; 2]) -> Span {
        let first = self.count_while(|it, _| it.get_bounding_client_rect().bottom() <= top);
        let after = self.count_while(|it, _| it.get_bounding_client_rect().top() < bottom);
        let start = |index| self.get(index).map_or(text.len(), |(_, start)| start);
        Span::new(start(first), start(after.max(first)))
    }

    /// The bytes of `text` that stand in the window, and at most so many of its heights away.
    pub(super) fn within(&self, text: &str, heights: f64) -> Span {
        let height = window().inner_height().ok().and_then(|it| it.as_f64()).unwrap_or_default();
        self.between(text, [-heights * height, (1.0 + heights) * height])
    }
}

/// One paragraph.
pub(super) struct Paragraph {
    pub(super) element: Element,
    /// Its first byte.
    pub(super) start: usize,
    /// The first byte of the one after it.
    pub(super) next: Option<usize>,
}

impl Paragraph {
    /// Whether it is the last that begins at or before `offset`.
    pub(super) fn holds(&self, offset: usize) -> bool {
        self.start <= offset && self.next.is_none_or(|next| offset < next)
    }

    /// The text node that shows the character at or before `offset`, and its place in it.
    pub(super) fn node_at(&self, text: &str, offset: usize) -> Option<(Node, u32)> {
        let offset = text.floor_char_boundary(offset);
        let within = text.get(self.start..offset)?.encode_utf16().count();
        text_at(&self.element, u32::try_from(within).ok()?)
    }
}

/// The text node that holds the UTF-16 unit at `offset` of `paragraph`, and its place in it.
fn text_at(paragraph: &Element, mut offset: u32) -> Option<(Node, u32)> {
    let mut ahead: Vec<Node> = vec![paragraph.clone().into()];
    while let Some(node) = ahead.pop() {
        if let Some(words) = node.dyn_ref::<CharacterData>().filter(|_| is_text(&node)) {
            let length = words.length();
            if offset < length {
                return Some((node, offset));
            }
            offset -= length;
            continue;
        }
        let children = node.child_nodes();
        ahead.extend((0..children.length()).rev().filter_map(|index| children.get(index)));
    }
    None
}

fn is_text(node: &Node) -> bool {
    node.node_type() == Node::TEXT_NODE
}

/// A paragraph with its first byte.
pub(super) fn numbered(paragraph: Element) -> Option<(Element, usize)> {
    let start = paragraph.get_attribute("data-start")?.parse().ok()?;
    Some((paragraph, start))
}
