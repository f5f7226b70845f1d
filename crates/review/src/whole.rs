//! [`places`]: where words stand by themselves, as no part of a longer word.

use galley_text::Span;

/// Where `words` stand, whole.
pub(crate) fn places(text: &str, words: &str) -> impl Iterator<Item = Span> {
    let places = text.match_indices(words).map(|(at, _)| Span::new(at, at + words.len()));
    places.filter(|place| is_whole(text, *place))
}

/// Whether no letter or digit goes on at either edge.
fn is_whole(text: &str, span: Span) -> bool {
    let before = text[..span.start()].chars().next_back();
    let after = text[span.end()..].chars().next();
    [before, after].into_iter().flatten().all(|c| !c.is_alphanumeric())
}
