//! Texts and spans to hold the laws against.

use galley_text::Span;
use proptest::prelude::*;

/// Pieces where an offset goes wrong first: wide characters, graphemes of many characters, line
/// ends of one and two characters, space that is not ASCII.
const PIECES: &[&str] = &[
    "word",
    " ",
    "\n",
    "\r\n",
    "\r",
    "\u{2028}",
    "\u{a0}",
    "\u{200b}",
    "🔥",
    "👩‍👩‍👧‍👦",
    "👍🏽",
    "🇳🇴🇸🇪",
    "e\u{301}",
    "\u{301}",
    "क्षि",
    "각",
    "新聞",
    "שלום",
    "\u{200f}مرحبا",
    "“No,”",
];

pub(crate) fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => prop::sample::select(PIECES).prop_map(String::from),
        1 => any::<char>().prop_map(String::from),
        1 => "[a-z ,.]{0,80}",
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// A text and a place in it, in bytes, wherever it falls.
pub(crate) fn text_and_offset() -> impl Strategy<Value = (String, usize)> {
    text().prop_flat_map(|text| {
        let len = text.len();
        (Just(text), 0..=len)
    })
}

/// A text and a span of whole characters of it.
pub(crate) fn text_and_span() -> impl Strategy<Value = (String, Span)> {
    (text(), any::<prop::sample::Index>(), any::<prop::sample::Index>()).prop_map(|(text, a, b)| {
        let edges: Vec<usize> = (0..=text.len()).filter(|&at| text.is_char_boundary(at)).collect();
        let span = Span::new(*a.get(&edges), *b.get(&edges));
        (text, span)
    })
}
